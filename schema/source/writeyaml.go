package source

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// WriteYAML writes a tree as YAML that reads back as the same tree: kinds, texts, order and comments. Rows of scalars are
// written on one line each.
func WriteYAML(root *Node) []byte {
	w := yamlWriter{}
	for _, line := range commentLines(root) {
		w.b.WriteString("# " + line + "\n")
	}
	if w.b.Len() > 0 {
		w.b.WriteByte('\n')
	}
	if len(root.Fields) == 0 {
		w.b.WriteString("{}\n")
	}
	w.fields(root, "", true)
	return w.b.Bytes()
}

type yamlWriter struct{ b bytes.Buffer }

// fields writes a block map. The first field of a document or list item cannot carry a comment above it, which would belong
// to the whole; its comments are put behind it on one line.
func (w *yamlWriter) fields(n *Node, indent string, inline bool) {
	for i := range n.Fields {
		f := &n.Fields[i]
		comments := commentLines(f.Value)
		beside := ""
		switch {
		case i == 0 && inline:
			beside = strings.Join(comments, " / ")
		case len(comments) > 0:
			for _, line := range comments[:len(comments)-1] {
				w.b.WriteString(indent + "# " + line + "\n")
			}
			beside = comments[len(comments)-1]
		}
		if i > 0 || !inline || indent == "" {
			w.b.WriteString(indent)
		}
		w.b.WriteString(yamlKey(f.Key, indent) + ":")
		w.value(f.Value, indent, beside)
	}
}

func (w *yamlWriter) value(n *Node, indent, beside string) {
	if beside != "" {
		beside = " # " + beside
	}
	if flow, ok := yamlFlow(n, 100); ok {
		w.b.WriteString(" " + flow + beside + "\n")
		return
	}
	switch n.Kind {
	case Map:
		w.b.WriteString(beside + "\n")
		w.fields(n, indent+"  ", false)
	case List:
		w.b.WriteString(beside + "\n")
		w.items(n, indent+"  ")
	default:
		header, block := yamlBlock(n, indent+"  ")
		w.b.WriteString(" " + header + beside + "\n" + block)
	}
}

func (w *yamlWriter) items(n *Node, indent string) {
	width := 100
	if flat(n) {
		width = 320 // a table: every row on its line
	}
	for _, item := range n.Items {
		comments := commentLines(item)
		for _, line := range comments {
			w.b.WriteString(indent + "# " + line + "\n")
		}
		w.b.WriteString(indent + "-")
		flow, ok := yamlFlow(item, width)
		switch {
		case ok:
			w.b.WriteString(" " + flow + "\n")
		case item.Kind == Map:
			w.b.WriteByte(' ')
			w.fields(item, indent+"  ", true)
		case item.Kind == List:
			w.b.WriteByte('\n')
			w.items(item, indent+"  ")
		default:
			header, block := yamlBlock(item, indent+"  ")
			w.b.WriteString(" " + header + "\n" + block)
		}
	}
}

// flat reports whether a list is a table: rows of scalars without remarks.
func flat(n *Node) bool {
	for _, item := range n.Items {
		if item.Kind != Map || len(item.Fields) < 2 {
			return false
		}
		for i := range item.Fields {
			if v := item.Fields[i].Value; v.Kind == Map || v.Kind == List || len(v.Comments) > 0 {
				return false
			}
		}
	}
	return true
}

// yamlFlow writes a small value on one line: `{nama: x, satuan: y}`.
func yamlFlow(n *Node, width int) (string, bool) {
	switch n.Kind {
	case Map:
		parts := make([]string, 0, len(n.Fields))
		for i := range n.Fields {
			f := &n.Fields[i]
			v, ok := yamlFlow(f.Value, width)
			if !ok || f.Value.Kind == Map && len(f.Value.Fields) > 0 || len(f.Value.Comments) > 0 || len(f.Key) > 100 {
				return "", false
			}
			parts = append(parts, yamlString(f.Key, true, true)+": "+v)
		}
		s := "{" + strings.Join(parts, ", ") + "}"
		return s, len(s) <= width
	case List:
		parts := make([]string, 0, len(n.Items))
		for _, item := range n.Items {
			v, ok := yamlFlow(item, width)
			if !ok || item.Kind == Map || item.Kind == List || len(item.Comments) > 0 {
				return "", false
			}
			parts = append(parts, v)
		}
		s := "[" + strings.Join(parts, ", ") + "]"
		return s, len(s) <= width
	case String:
		s := yamlString(n.Text, true, false)
		return s, !strings.Contains(n.Text, "\n")
	}
	return plainScalar(n), true
}

// plainScalar writes null, true, false and numbers, the same in YAML, JSON and CUE.
func plainScalar(n *Node) string {
	switch {
	case n.Kind == Null:
		return "null"
	case n.Kind == Bool:
		return strings.ToLower(n.Text)
	case !machineNumber.MatchString(n.Text):
		return quote(n.Text) // no reader makes such a number; as text it is at least kept
	}
	return n.Text
}

// yamlBlock writes a text of several lines as a literal block where that is safe, else quoted.
func yamlBlock(n *Node, indent string) (header, block string) {
	text := n.Text
	body := strings.TrimSuffix(text, "\n")
	lines := strings.Split(body, "\n")
	for _, line := range lines {
		if line == "" && body != "" {
			continue
		}
		if line != strings.TrimSpace(line) || line == "" || strings.ContainsFunc(line, unprintable) {
			return quote(text), ""
		}
	}
	if lines[0] == "" || strings.HasSuffix(body, "\n") {
		return quote(text), ""
	}
	header = "|"
	if body == text {
		header = "|-"
	}
	for _, line := range lines {
		if line != "" {
			block += indent + line
		}
		block += "\n"
	}
	return header, block
}

func unprintable(r rune) bool {
	return r != '\t' && !unicode.IsPrint(r) || r == '\u0085' || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\u00a0'
}

// plainText is text that needs no quotes: it begins with a letter and has nothing YAML could take for something else.
var plainText = regexp.MustCompile(`^\p{L}[\p{L}\p{N} _./()&'"%+;–—-]*$`)

var yamlWords = map[string]bool{"null": true, "true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true}

func yamlKey(key, indent string) string {
	s := yamlString(key, false, true)
	if len(s) > 500 {
		return "? " + s + "\n" + indent // a key of more than 1,024 characters must be announced
	}
	return s
}

func yamlString(s string, flow, key bool) string {
	if key && machineNumber.MatchString(s) {
		return s
	}
	text := s
	if !flow || !strings.ContainsAny(s, ",") {
		text = strings.ReplaceAll(s, ",", "")
	}
	if plainText.MatchString(text) && !strings.HasSuffix(s, " ") && !yamlWords[strings.ToLower(s)] {
		return s
	}
	return quote(s)
}

// quote writes a text in double quotes with the escapes YAML, JSON and CUE share.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case unprintable(r) && r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// commentLines are the comments of a node, one line each.
func commentLines(n *Node) []string {
	var out []string
	for _, c := range n.Comments {
		for line := range strings.SplitSeq(c.Text, "\n") {
			line = strings.Map(func(r rune) rune {
				if unprintable(r) {
					return ' '
				}
				return r
			}, line)
			if line = strings.TrimSpace(line); line != "" {
				out = append(out, line)
			}
		}
	}
	return out
}
