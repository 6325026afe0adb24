package report

import (
	"bytes"
	"strings"
	"testing"

	"lkjip/schema/source"
)

// TestExcerpt shows lines of text files with the value underlined where the screen shows it.
func TestExcerpt(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("kata ", 200_000)
	for _, test := range []struct {
		reason, line, stated string
		column               int // in bytes, from 1
		want                 string
	}{
		{"other separators than the finding states", "  sisa: 2901297749 # lihat", "2.901.297.749", 9, "7 │ sisa: 2901297749 # lihat\n    │       ^^^^^^^^^^"},
		{"tabs are as wide as the spaces they are shown as", "\tsisa:\t12", "12", 8, "7 │ sisa:    12\n    │          ^^"},
		{"wide characters take two columns", "nama: 予算 12", "12", 14, "7 │ nama: 予算 12\n    │            ^^"},
		{"a value stated otherwise is underlined to its end", "tanggal: 2024-02-22 # x", "22 Februari 2024", 10, "7 │ tanggal: 2024-02-22 # x\n    │          ^^^^^^^^^^"},
		{"a quoted value with its quotes", `kode: "a, b", x: 1`, "", 7, "7 │ kode: \"a, b\", x: 1\n    │       ^^^^^^"},
		{"characters that steer a terminal are written out", "a: \x1b[2J1 b", "", 4, "7 │ a: \\u001b[2J1 b\n    │    ^^^^^^^^^^"},
		{"bytes that are no text", "a: \xff\xfe1", "", 4, "7 │ a: "},
		{"a column behind the end", "a: 1", "", 99, "7 │ a: 1\n    │     ^"},
		{"an empty line says nothing", "", "", 1, ""},
		{"a long line is cut on both sides", long + "total 12 " + long, "12", len(long) + 7, "kata total 12 kata"},
		{"a long value is cut at its end", "uraian: " + long, "", 9, "7 │ uraian: kata "},
	} {
		f := Finding{Severity: "rendah", Stated: test.stated, Place: Place{Place: source.Place{File: "a.yaml", Line: 7, Column: test.column}}}
		var b bytes.Buffer
		d := &Document{Lang: "id", Findings: []Finding{f}, Source: func(string) []byte { return []byte(strings.Repeat("\n", 6) + test.line) }}
		if err := Text(&b, d, TextOptions{Quiet: true, Width: 60}); err != nil {
			t.Fatal(err)
		}
		_, got, _ := strings.Cut(b.String(), "\n  \n")
		if test.want == "" && got != "\n  Kondisi      \n\n" || !strings.Contains(got, test.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", test.reason, got, test.want)
		}
		for line := range strings.Lines(got) {
			if n := width(strings.TrimRight(line, "\n")); n > 60 {
				t.Errorf("%s: %d columns: %s", test.reason, n, line)
			}
		}
	}
}
