package report

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// edit replaces bytes of a part; edits at one place come in the order they were made.
type edit struct {
	from, to int
	with     string
}

type edits []edit

func (e *edits) replace(from, to int, with string) { *e = append(*e, edit{from, to, with}) }
func (e *edits) insert(at int, text string)        { e.replace(at, at, text) }

func (e edits) apply(part []byte) []byte {
	if len(e) == 0 {
		return part
	}
	slices.SortStableFunc(e, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var out []byte
	at := 0
	for _, one := range e {
		if one.from < at { // within what is replaced already
			continue
		}
		out = append(append(out, part[at:one.from]...), one.with...)
		at = one.to
	}
	return append(out, part[at:]...)
}

// moved is where a byte of the part stands once the edits are applied; 0 where it was taken out.
func (e edits) moved(at int) int {
	by := 0
	for _, one := range e {
		switch {
		case one.to <= at:
			by += len(one.with) - (one.to - one.from)
		case one.from <= at:
			return 0
		}
	}
	return at + by
}

// xmlTag is a tag met while scanning a part: where it begins and ends, and for a start tag where its element ends if it is
// empty.
type xmlTag struct {
	prefix, name string
	attrs        []xml.Attr
	end          bool
	from, to     int
	close        int // of an element without content: behind its end
}

func (e *xmlTag) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// namespace is what the tag's prefix stands for, by its own attributes.
func (e *xmlTag) namespace() string {
	for _, a := range e.attrs {
		if a.Name.Space == "xmlns" && a.Name.Local == e.prefix || e.prefix == "" && a.Name.Local == "xmlns" {
			return a.Value
		}
	}
	return ""
}

// scan visits the tags of a part in order, until one of the conditions holds behind a tag.
func scan(part []byte, visit func(xmlTag), until ...func() bool) error {
	dec := xml.NewDecoder(bytes.NewReader(part))
	for {
		from := int(dec.InputOffset())
		tok, err := dec.RawToken()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		e := xmlTag{from: from, to: int(dec.InputOffset())}
		switch t := tok.(type) {
		case xml.StartElement:
			e.name, e.prefix, e.attrs = t.Name.Local, t.Name.Space, t.Attr
			e.close = e.to
			if !bytes.HasSuffix(part[from:e.to], []byte("/>")) {
				e.close = e.to + max(0, bytes.IndexByte(part[e.to:], '>')+1)
			}
		case xml.EndElement:
			e.name, e.prefix, e.end = t.Name.Local, t.Name.Space, true
		default:
			continue
		}
		visit(e)
		for _, done := range until {
			if done() {
				return nil
			}
		}
	}
}

// span is a stretch of a part.
type span struct{ Start, End int }

// paragraphs are those of the element that begins at a byte: itself, or those inside it but for tables within it. From the
// beginning of the part, they are those outside of tables.
func paragraphs(part []byte, from int) []span {
	var list []span
	depth, tables, nested, start := 0, 0, 0, 0
	err := scan(part[from:], func(e xmlTag) {
		switch {
		case e.name == "tbl" && !e.end:
			tables++
		case e.name == "tbl":
			tables--
		case e.name == "p" && !e.end:
			if nested++; nested == 1 {
				start = from + e.from
			}
		case e.name == "p":
			if nested--; nested == 0 && tables == 0 {
				list = append(list, span{start, from + e.to})
			}
		}
		if e.end {
			depth--
		} else {
			depth++
		}
	}, func() bool { return depth == 0 })
	if err != nil {
		return nil
	}
	return list
}

// inside is where the content of a paragraph begins: behind its tag and its properties.
func inside(part []byte, para span) int {
	at, depth, done := para.Start, 0, false
	_ = scan(part[para.Start:para.End], func(e xmlTag) { // the reader has been through it
		switch {
		case done:
		case depth == 0:
			at, depth = para.Start+e.to, 1
		case depth == 1 && e.name != "pPr":
			done = true
		case e.name == "pPr" && (e.end || e.close == e.to):
			at, done = para.Start+max(e.to, 0), true
		default:
			depth = 2
		}
	})
	return at
}

// piece is the text of one run of a paragraph, or of a part of it.
type piece struct {
	text     string
	run      span // the run around it
	from, to int  // of its text in the part, where it can be cut: it is all the run holds and stands there as it is
	tag      span // of the element around the text
}

// pieces are the texts of a paragraph in order, as its reader joins them.
func pieces(part []byte, para span) []piece {
	var out []piece
	dec := xml.NewDecoder(bytes.NewReader(part[para.Start:para.End]))
	dec.Strict = false
	var stack []string
	run, tag, held := span{}, span{}, 0 // the run being read, and what it holds beside its properties
	for {
		from := para.Start + int(dec.InputOffset())
		tok, err := dec.RawToken()
		if err != nil {
			return out
		}
		to := para.Start + int(dec.InputOffset())
		within := func(names ...string) bool {
			return slices.ContainsFunc(stack, func(s string) bool { return slices.Contains(names, s) })
		}
		switch t := tok.(type) {
		case xml.StartElement:
			name := t.Name.Local
			switch {
			case within("del", "moveFrom", "Fallback", "txbxContent"):
			case name == "r":
				run, held = span{Start: from}, 0
			case name == "t":
				tag = span{Start: from, End: to}
			case name == "tab", name == "br", name == "cr", name == "ptab":
				if !within("pPr", "rPr") {
					out = append(out, piece{text: " ", run: run})
				}
			case name == "noBreakHyphen":
				out = append(out, piece{text: "-", run: run})
			}
			if len(stack) > 0 && stack[len(stack)-1] == "r" && name != "rPr" {
				held++
			}
			stack = append(stack, name)
		case xml.EndElement:
			stack = stack[:max(0, len(stack)-1)]
			if t.Name.Local == "r" {
				for i := len(out) - 1; i >= 0 && out[i].run.Start == run.Start; i-- {
					out[i].run.End = to
					if held != 1 {
						out[i].from, out[i].to = 0, 0
					}
				}
			}
		case xml.CharData:
			if len(stack) > 0 && stack[len(stack)-1] == "t" && !within("del", "moveFrom", "Fallback", "txbxContent") {
				p := piece{text: string(t), run: run, tag: tag}
				if string(part[from:to]) == p.text && tag.End == from {
					p.from, p.to = from, to
				}
				out = append(out, p)
			}
		}
	}
}

// markValue puts the marks around the value that a finding is about, where one of the paragraphs holds it; the words around
// it tell which, if it stands there several times.
func (a *annotator) markValue(spans []span, around Excerpt, start, end string) bool {
	value := strings.Join(strings.Fields(around.Value), " ")
	if value == "" || around.Before+around.After == "" {
		return false
	}
	part := a.parts[docxBody]
	for _, para := range spans {
		list := pieces(part, para)
		var raw strings.Builder
		for _, p := range list {
			raw.WriteString(p.text)
		}
		from, to, ok := find(raw.String(), value, around)
		if !ok {
			continue
		}
		at := 0
		for i, p := range list {
			if p.run.End == 0 {
				return false // text outside of runs, as of formulas
			}
			if from >= at && from < at+len(p.text) {
				a.cut(&list[i], from-at, start, true)
			}
			if to > at && to <= at+len(p.text) {
				a.cut(&list[i], to-at, end, false)
			}
			at += len(p.text)
		}
		return true
	}
	return false
}

// cut puts a mark into a run at a byte of its text, dividing the run in two alike; a run that holds more than a text keeps
// whole, and the mark goes before or behind it.
func (a *annotator) cut(p *piece, at int, mark string, before bool) {
	switch {
	case at == 0 && before, p.to == 0 && before:
		a.edits.insert(p.run.Start, mark)
	case at == len(p.text) && !before, p.to == 0:
		a.edits.insert(p.run.End, mark)
	default:
		part := a.parts[docxBody]
		head, name := part[p.run.Start:p.tag.Start], part[p.tag.Start+1:p.tag.End]
		tag := string(name[:bytes.IndexAny(name, " \t\r\n/>")])
		run := string(head[1:bytes.IndexAny(head, " \t\r\n/>")])
		keep := "<" + tag + ` xml:space="preserve">`
		a.edits.replace(p.tag.Start, p.tag.End, keep)
		a.edits.insert(p.from+at, "</"+tag+"></"+run+">"+mark+string(head)+keep)
	}
}

// find is where a value stands in a text whose spaces are not folded, at the words around it that agree most.
func find(raw, value string, around Excerpt) (from, to int, ok bool) {
	folded, at := fold(raw)
	before, _ := fold(around.Before)
	after, _ := fold(around.After)
	best := -1
	for i := 0; ; {
		k := strings.Index(folded[i:], value)
		if k < 0 {
			return from, to, ok
		}
		k += i
		agree := common(reversed(before), reversed(folded[:k])) + common(after, folded[k+len(value):])
		if agree > best {
			best, ok = agree, true
			from, to = at[k], at[k+len(value)-1]+1
		}
		i = k + 1
	}
}

// fold makes one space of each stretch of white space; at tells where every byte stood.
func fold(s string) (folded string, at []int) {
	var b []byte
	for i := range len(s) {
		c := s[i]
		if c == '\t' || c == '\n' || c == '\r' {
			c = ' '
		}
		if c == ' ' && len(b) > 0 && b[len(b)-1] == ' ' {
			continue
		}
		b, at = append(b, c), append(at, i)
	}
	return string(b), at
}

func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func reversed(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}
