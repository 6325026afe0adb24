package schema

import (
	"testing"

	"lkjip/schema/source"
)

// Hidden columns are older figures where a shown column has the same heading, and data like any other elsewhere.
func TestHiddenColumns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		reason string
		heads  []string
		hidden []bool
		want   string
	}{
		{"the figures of last time", []string{"Program", "Pagu", "Realisasi", "Pagu", "Realisasi"}, []bool{false, true, true, false, false}, "Program|4|5"},
		{"a heading of its own", []string{"Program", "Pagu Murni", "Pagu"}, []bool{false, true, false}, "Program|2|3"},
		{"both are shown", []string{"Program", "Pagu", "Pagu"}, []bool{false, false, false}, "Program|2|3"},
		{"both are hidden", []string{"Program", "Pagu", "Pagu"}, []bool{false, true, true}, "Program|2|3"},
	} {
		s := &stretch{}
		var head, data []source.Cell
		for i, h := range c.heads {
			head = append(head, source.Cell{Text: h, Hidden: c.hidden[i]})
			text := string(rune('1' + i))
			if i == 0 {
				text = h
			}
			data = append(data, source.Cell{Text: text, Hidden: c.hidden[i]})
		}
		s.head, s.data = [][]source.Cell{head}, [][]source.Cell{data}
		s.read()
		got := ""
		for i := range s.data[0] {
			if i > 0 {
				got += "|"
			}
			got += s.data[0][i].Text
		}
		if got != c.want || len(s.heads) != len(s.data[0]) || len(s.head[0]) != len(s.heads) || head[1].Text != c.heads[1] {
			t.Errorf("%s: %q, want %q", c.reason, got, c.want)
		}
	}
}
