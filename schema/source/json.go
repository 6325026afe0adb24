package source

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// readJSON reads strict JSON. Keys that repeat are kept, so that the contract can say where the second one stands.
func readJSON(name string, data []byte) ([]*Node, []Problem) {
	r := jsonReader{
		lines: newLines(name, data),
		dec:   jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true)),
	}
	root, problem := r.value(1)
	if problem == nil {
		if _, err := r.dec.ReadToken(); !errors.Is(err, io.EOF) {
			at := r.next()
			p := broken(at, "JSON", T("ada isi setelah akhir data", "content follows the end of the data"))
			problem = &p
		}
	}
	if problem == nil && root.Kind != Map {
		p := notAMap(root.Place)
		problem = &p
	}
	if problem != nil {
		return nil, []Problem{*problem}
	}
	return []*Node{root}, nil
}

type jsonReader struct {
	lines lines
	dec   *jsontext.Decoder
	nodes int
}

// next is the place of what comes after the last token: separators and spaces are passed over.
func (r *jsonReader) next() Place {
	i := int(r.dec.InputOffset())
	for i < len(r.lines.data) && bytes.IndexByte([]byte(" \t\r\n,:"), r.lines.data[i]) >= 0 {
		i++
	}
	return r.lines.at(i)
}

func (r *jsonReader) value(depth int) (*Node, *Problem) {
	at := r.next()
	if r.nodes++; r.nodes > MaxNodes {
		p := tooMany(at)
		return nil, &p
	}
	kind := r.dec.PeekKind()
	switch kind {
	case '{', '[':
		if depth > MaxDepth {
			p := tooDeep(at)
			return nil, &p
		}
		if _, err := r.dec.ReadToken(); err != nil {
			return nil, r.fail(err)
		}
		if kind == '[' {
			return r.list(&Node{Kind: List, Place: at}, depth)
		}
		return r.object(&Node{Kind: Map, Place: at}, depth)
	}
	if kind == '"' {
		tok, err := r.dec.ReadToken()
		if err != nil {
			return nil, r.fail(err)
		}
		n := &Node{Kind: String, Text: tok.String(), Place: at}
		r.lines.alignText(n, r.lines.offset(at.Line, 1)+at.Column-1)
		return n, nil
	}
	raw, err := r.dec.ReadValue()
	if err != nil {
		return nil, r.fail(err)
	}
	n := &Node{Text: string(raw), Place: at}
	switch kind {
	case 't', 'f':
		n.Kind = Bool
	case '0':
		n.Kind = Number
	}
	return n, nil
}

func (r *jsonReader) object(n *Node, depth int) (*Node, *Problem) {
	for r.dec.PeekKind() != '}' {
		at := r.next()
		tok, err := r.dec.ReadToken()
		if err != nil {
			return nil, r.fail(err)
		}
		key := tok.String() // before the next read makes the token stale
		value, problem := r.value(depth + 1)
		if problem != nil {
			return nil, problem
		}
		n.Add(key, at, value)
	}
	if _, err := r.dec.ReadToken(); err != nil {
		return nil, r.fail(err)
	}
	return n, nil
}

func (r *jsonReader) list(n *Node, depth int) (*Node, *Problem) {
	for r.dec.PeekKind() != ']' {
		item, problem := r.value(depth + 1)
		if problem != nil {
			return nil, problem
		}
		n.Append(item)
	}
	if _, err := r.dec.ReadToken(); err != nil {
		return nil, r.fail(err)
	}
	return n, nil
}

func (r *jsonReader) fail(err error) *Problem {
	offset := int(r.dec.InputOffset())
	reason := T("penulisan tidak sah", "%s", err.Error())
	var syntactic *jsontext.SyntacticError
	switch {
	case errors.As(err, &syntactic):
		offset = int(syntactic.ByteOffset)
		reason = r.explain(offset, syntactic.Err)
		if errors.Is(err, io.ErrUnexpectedEOF) {
			reason = T("berkas berakhir sebelum data selesai", "the file ends before the data does")
		}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		reason = T("berkas berakhir sebelum data selesai", "the file ends before the data does")
	}
	p := broken(r.lines.at(offset), "JSON", reason)
	return &p
}

func (r *jsonReader) explain(offset int, err error) Text {
	if offset >= len(r.lines.data) {
		return T("berkas berakhir sebelum data selesai", "the file ends before the data does")
	}
	switch c := r.lines.data[offset]; c {
	case '/', '#':
		return T("JSON tidak mengenal komentar", "JSON has no comments")
	case '}', ']', ',':
		return T("koma berlebih atau nilai hilang sebelum “%c”", "a comma too many or a missing value before “%c”", c)
	case '\'':
		return T("teks ditulis dalam tanda petik ganda", "text is written in double quotes")
	default:
		id := T("%s tidak diharapkan di sini", "%s was not expected here", strconv.QuoteRune(rune(c)))
		if err != nil {
			id.EN += " (" + err.Error() + ")"
		}
		return id
	}
}
