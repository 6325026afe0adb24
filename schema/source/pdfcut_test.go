package source

import "testing"

// A table in which an amount was cut in two was not read rightly; codes, years and decimals are no cut amounts.
func TestCutNumbersMakeATableDoubtful(t *testing.T) {
	t.Parallel()
	for text, cut := range map[string]bool{"6.412.350.": true, "112.350.0": true, "281.927.7": true, "6.412.350.000": false, "2.15.01.2.": false,
		"2.15.01.2.02": false, "96,21": false, "2024": false, "1.": false, "Program 1.000.": false} {
		g := &Grid{Rows: [][]Cell{{{Text: "Program"}, {Text: text}}}}
		if g.hasCutNumber() != cut {
			t.Errorf("%q: cut %v, want %v", text, !cut, cut)
		}
	}
}
