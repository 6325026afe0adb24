package source

import (
	"strings"
	"testing"
)

// A figure inside a sentence must be found where a reader sees it, however the format wraps, quotes and escapes the text.
func TestPartPlaces(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"plain.yaml":   "teks: naik 55,5 poin pada TANDA saja\n",
		"wrapped.yaml": "a:\n  - teks: naik 55,5 poin\n      pada TANDA saja\n",
		"single.yaml":  "teks: 'naik ''lima'' poin pada TANDA saja' # catatan TANDA\n",
		"double.yaml":  "teks: \"naik \\\"lima\\\"\\npoin \\u00e9 pada TANDA\"\n",
		"literal.yaml": "a:\n  teks: | # naik pada\n    naik\n\n    pada TANDA saja\n  b: 1\n",
		"folded.yaml":  "teks: >-\n  naik 55,5\n  poin\n\n  pada   TANDA\n",
		"escaped.json": "{\"teks\": \"naik \\\"lima\\\"\\nnaik \\ud83d\\ude00 pada TANDA\"}",
		"long.cue":     "teks: \"\"\"\n\tnaik 55,5\n\tpada TANDA saja\n\t\"\"\"\n",
		"short.cue":    "teks: \"naik \\\"x\\\" pada TANDA\"\n",
	} {
		root, problems := Read(name, []byte(data))
		if root == nil {
			t.Fatalf("%s: %v", name, problems)
		}
		n := root.Get("teks")
		if n == nil {
			n = root.Get("a")
			if n.Kind == List {
				n = n.Items[0]
			}
			n = n.Get("teks")
		}
		start := strings.Index(n.Text, "TANDA")
		part := n.Part(start, start+len("TANDA"))
		var line, column int
		for i, l := range strings.Split(data, "\n") {
			if c := strings.Index(l, "TANDA"); c >= 0 {
				line, column = i+1, c+1
				break
			}
		}
		if part.Text != "TANDA" || part.Place.Line != line || part.Place.Column != column {
			t.Errorf("%s: %q at %d:%d, want TANDA at %d:%d", name, part.Text, part.Place.Line, part.Place.Column, line, column)
		}
		if part.Path() != n.Path() || part.Whole() != n || len(part.Steps()) != len(n.Steps()) {
			t.Errorf("%s: the part's path is %q, the text's %q", name, part.Path(), n.Path())
		}
	}
}
