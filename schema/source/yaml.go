package source

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxYAMLMarks bounds the indicators in a file before the library is let loose on it: each may become a node of 200 bytes.
const maxYAMLMarks = 4 << 20

// maxCopied bounds what aliases (*name) multiply.
const maxCopied = 1 << 16

// machineNumber is the JSON grammar. What YAML 1.1 also calls numbers (0x1F, 017, .inf, 1_000) stays text: nobody means
// octal in a report, and the contract complains of text where a figure belongs.
var machineNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

// readYAML reads every document of a YAML file. Scalars keep their written text; aliases and merge keys are resolved.
func readYAML(name string, data []byte) (docs []*Node, problems []Problem) {
	l := newLines(name, data)
	marks := 0
	for _, c := range data {
		if c == '\n' || c == ',' || c == '[' || c == '{' || c == '-' || c == ':' {
			marks++
		}
	}
	if marks > maxYAMLMarks {
		return nil, []Problem{tooMany(Place{File: name})}
	}
	for _, part := range splitYAML(&l) {
		root, problem := readYAMLDocument(&l, part)
		if problem != nil {
			problems = append(problems, *problem)
		}
		if root != nil {
			docs = append(docs, root)
		}
	}
	if len(docs) == 0 && len(problems) == 0 {
		problems = []Problem{onlyComments(name)}
	}
	return docs, problems
}

// span is a range of 1-based lines, the last not included.
type span struct{ from, to int }

// splitYAML finds the documents. They are parsed one by one, so that a mistake in one does not lose the others.
func splitYAML(l *lines) []span {
	var parts []span
	from, content, marked := 1, false, false
	last := len(l.starts) + 1
	for n := 1; n < last; n++ {
		line := l.text(n)
		switch {
		case isMarker(line, "---"):
			// Comments and directives before the first marker belong to the document it opens.
			if content || marked {
				parts = append(parts, span{from, n})
				from = n
			}
			marked = true
			content = len(bytes.TrimSpace(line[3:])) > 0 && bytes.TrimSpace(line[3:])[0] != '#'
		case isMarker(line, "..."):
			if content || marked {
				parts = append(parts, span{from, n})
			}
			from, content, marked = n+1, false, false
		case !content:
			t := bytes.TrimSpace(line)
			content = len(t) > 0 && t[0] != '#' && t[0] != '%'
		}
	}
	if content || marked {
		parts = append(parts, span{from, last})
	}
	return parts
}

func isMarker(line []byte, marker string) bool {
	return bytes.HasPrefix(line, []byte(marker)) && (len(line) == 3 || line[3] == ' ' || line[3] == '\t')
}

func readYAMLDocument(l *lines, part span) (*Node, *Problem) {
	start, end := l.starts[part.from-1], len(l.data)
	if part.to <= len(l.starts) {
		end = l.starts[part.to-1]
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(l.data[start:end], &doc); err != nil {
		p := yamlProblem(l, part, err)
		return nil, &p
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	r := yamlReader{lines: l, shift: part.from - 1, scan: newYAMLComments(l, part), index: index{}}
	top := doc.Content[0]
	if top.Kind == yaml.ScalarNode && top.Tag == "!!null" {
		return nil, nil
	}
	root := r.node(top, 1, Place{})
	if r.problem == nil && root.Kind != Map {
		p := notAMap(root.Place)
		r.problem = &p
	}
	if r.problem != nil {
		return nil, r.problem
	}
	r.scan.attach(root)
	return root, nil
}

type yamlReader struct {
	lines   *lines
	shift   int // lines before the document
	nodes   int
	alias   int // aliases being resolved around the current node
	copied  int // nodes made by resolving aliases
	scan    *yamlComments
	index   index
	problem *Problem
}

func (r *yamlReader) place(n *yaml.Node) (Place, int) {
	offset := r.lines.offset(n.Line+r.shift, n.Column)
	return r.lines.at(offset), offset
}

func (r *yamlReader) fail(p Problem) *Node {
	if r.problem == nil {
		r.problem = &p
	}
	return &Node{}
}

// node converts one value. Under is the place of the key above it, where an empty value stands.
func (r *yamlReader) node(n *yaml.Node, depth int, under Place) *Node {
	at, offset := r.place(n)
	if r.nodes++; r.alias > 0 {
		r.copied++
	}
	switch {
	case r.problem != nil:
		return &Node{}
	case depth > MaxDepth && (n.Kind != yaml.ScalarNode || r.alias > 0):
		return r.fail(tooDeep(at))
	case r.nodes > MaxNodes || r.copied > maxCopied:
		return r.fail(tooMany(at))
	}
	switch n.Kind {
	case yaml.AliasNode:
		if n.Alias == nil {
			return r.fail(broken(at, "YAML", T("rujukan * tanpa isi", "an alias that names nothing")))
		}
		r.alias++
		defer func() { r.alias-- }()
		return r.node(n.Alias, depth+1, under)
	case yaml.MappingNode:
		out := &Node{Kind: Map, Place: at}
		r.fields(out, n, depth)
		return out
	case yaml.SequenceNode:
		out := &Node{Kind: List, Place: at}
		for _, item := range n.Content {
			child := out.Append(r.node(item, depth+1, Place{}))
			r.mark(item, child, depth, nil)
		}
		return out
	}
	if n.Style == 0 && n.Value == "" && !under.IsZero() {
		at = under
	} else if r.alias == 0 {
		r.scan.mask(n, offset)
	}
	out := &Node{Kind: scalarKind(n), Text: n.Value, Place: at}
	if out.Kind == String && r.alias == 0 {
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 { // the text begins below its mark
			if at.Line < len(r.lines.starts) {
				offset = r.lines.starts[at.Line]
			}
		}
		r.lines.alignText(out, offset)
	}
	return out
}

func (r *yamlReader) fields(out *Node, n *yaml.Node, depth int) {
	var merges []*yaml.Node
	for i := 0; i+1 < len(n.Content) && r.problem == nil; i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		at, offset := r.place(k)
		if k.Kind == yaml.AliasNode && k.Alias != nil {
			k = k.Alias
		} else if r.alias == 0 {
			r.scan.mask(k, offset)
		}
		if k.Kind != yaml.ScalarNode {
			r.fail(broken(at, "YAML", T("kunci harus berupa kata atau angka", "a key must be a word or a number")))
			return
		}
		if k.Value == "<<" && k.Style == 0 {
			merges = append(merges, v)
			continue
		}
		child := out.Add(k.Value, at, r.node(v, depth+1, at))
		r.mark(v, child, depth, &offset)
	}
	for _, m := range merges {
		r.merge(out, m, depth)
	}
}

// merge adds the fields of <<: that the map does not state itself.
func (r *yamlReader) merge(out *Node, n *yaml.Node, depth int) {
	at, _ := r.place(n)
	from := r.node(n, depth+1, at)
	sources := []*Node{from}
	if from.Kind == List {
		sources = from.Items
	}
	for _, s := range sources {
		if s.Kind != Map {
			r.fail(broken(at, "YAML", T("“<<” harus merujuk pasangan kunci dan nilai", "“<<” must name a map")))
			return
		}
		for _, f := range s.Fields {
			if r.index.get(out, f.Key) == nil {
				r.index.add(out, f.Key, f.Place, f.Value)
			}
		}
	}
}

// mark tells the comment scanner where a value begins: at its key, or for a list item at itself.
func (r *yamlReader) mark(n *yaml.Node, value *Node, depth int, keyOffset *int) {
	if r.alias > 0 {
		return
	}
	_, offset := r.place(n)
	if keyOffset != nil {
		offset = *keyOffset
	}
	r.scan.begin(offset, value, depth, n.Style&yaml.FlowStyle != 0)
}

func scalarKind(n *yaml.Node) Kind {
	quoted := n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
	tagged := n.Style&yaml.TaggedStyle != 0
	if quoted && !tagged || tagged && n.ShortTag() == "!!str" {
		return String
	}
	switch n.ShortTag() {
	case "!!null":
		return Null
	case "!!bool":
		return Bool
	case "!!int", "!!float":
		if machineNumber.MatchString(n.Value) {
			return Number
		}
	}
	return String
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// yamlReasons explains the library's complaints to people who have never seen a parser.
var yamlReasons = []struct {
	has    string
	reason Text
}{
	{"cannot start any token", T("ada karakter yang tidak boleh mengawali nilai (tab, @, `, %); apit teks dengan tanda petik", "a character that cannot begin a value (tab, @, `, %); put text in quotes")},
	{"violates indentation", T("indentasi memakai tab; gunakan spasi", "the indentation uses a tab; use spaces")},
	{"mapping values are not allowed", T("ada titik dua di tempat yang salah, atau indentasi bergeser; apit teks yang memuat “: ” dengan tanda petik", "a colon in the wrong place, or shifted indentation; put text that has “: ” in quotes")},
	{"did not find expected key", T("indentasi tidak sejajar dengan baris di atasnya", "the indentation does not line up with the lines above")},
	{"did not find expected '-'", T("indentasi daftar tidak sejajar", "the list's indentation does not line up")},
	{"could not find expected ':'", T("titik dua sesudah kunci tidak ada", "a key without a colon after it")},
	{"expected ',' or", T("kurung atau koma tidak lengkap", "a bracket or comma is missing")},
	{"expected node content", T("nilai hilang, atau kurung tidak ditutup", "a value is missing, or a bracket is not closed")},
	{"unexpected end of stream", T("tanda petik atau kurung tidak ditutup", "a quote or bracket is not closed")},
	{"unknown anchor", T("rujukan * menunjuk nama yang tidak ada", "an alias names an anchor that does not exist")},
	{"anchor", T("rujukan memuat dirinya sendiri", "an anchor holds itself")},
	{"control characters", T("ada karakter kendali yang tidak terlihat", "there are invisible control characters")},
}

func yamlProblem(l *lines, part span, err error) Problem {
	at := Place{File: l.name, Line: part.from}
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		n, _ := strconv.Atoi(m[1])
		if strings.Contains(message, "did not find expected") {
			n++ // the library counts these from 0
		}
		at.Line = min(max(n, 1)+part.from-1, part.to-1)
		message = strings.Replace(message, m[0], "", 1)
	}
	reason := Text{"penulisan tidak sah", message}
	for _, r := range yamlReasons {
		if strings.Contains(message, r.has) {
			reason = Text{r.reason.ID, r.reason.EN + " (" + message + ")"}
			break
		}
	}
	return broken(at, "YAML", reason)
}
