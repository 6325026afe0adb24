package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// JSONL writes each finding as JSON on a line of its own, and last a line with all else of the document: the one that has a
// summary.
func JSONL(w io.Writer, d *Document) error {
	out := bufio.NewWriter(w)
	line := func(v any) error {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(v); err != nil {
			return err
		}
		_, err := out.Write(escapeJSON(b.Bytes()))
		return err
	}
	rest := d.listed()
	for i := range rest.Findings {
		if err := line(&rest.Findings[i]); err != nil {
			return err
		}
	}
	// The shallower field hides the findings of the document.
	if err := line(struct {
		*Document
		Findings *struct{} `json:"findings,omitempty"`
	}{Document: rest}); err != nil {
		return err
	}
	return out.Flush()
}
