package report

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// Schema is the JSON Schema of the JSON form of a Document.
//
//go:embed report.schema.json
var Schema []byte

// JSON writes the document as JSON. Lists are never null, so that a reader can iterate without asking.
func JSON(w io.Writer, d *Document) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(d.listed()); err != nil {
		return err
	}
	_, err := w.Write(escapeJSON(b.Bytes()))
	return err
}

// listed is the document with lists that are never null.
func (d *Document) listed() *Document {
	out := *d
	out.Inputs, out.Untested, out.Rules = notNil(d.Inputs), notNil(d.Untested), notNil(d.Rules)
	out.Subjects = slices.Clone(notNil(d.Subjects))
	for i := range out.Subjects {
		out.Subjects[i].Files = notNil(out.Subjects[i].Files)
	}
	out.Coverage.Sections = slices.Clone(notNil(d.Coverage.Sections))
	for i := range out.Coverage.Sections {
		out.Coverage.Sections[i].Reasons = notNil(out.Coverage.Sections[i].Reasons)
	}
	out.Findings = make([]Finding, len(d.Findings))
	for i, f := range d.Findings {
		f.Checklist, f.Evidence = notNil(f.Checklist), notNil(f.Evidence)
		out.Findings[i] = f
	}
	return &out
}

func notNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// escapeJSON writes what a terminal might obey as \u escapes; encoding/json does so only for ASCII control characters. Such
// characters occur in strings alone, where the escape means the same.
func escapeJSON(data []byte) []byte {
	var out []byte
	last := 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf && data[i] != 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if harmful(r) {
			out = append(out, data[last:i]...)
			out = fmt.Appendf(out, "\\u%04x", r)
			last = i + size
		}
		i += size
	}
	if last == 0 {
		return data
	}
	return append(out, data[last:]...)
}
