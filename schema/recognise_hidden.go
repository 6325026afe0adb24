package schema

import (
	"slices"

	"lkjip/schema/source"
)

// dropHidden takes out hidden columns with the headings of shown ones: older figures that nobody sees. Other hidden columns are
// data like any other.
func (s *stretch) dropHidden() {
	hidden := make([]bool, len(s.heads))
	shown := map[string]bool{}
	for c := range s.heads {
		for _, row := range s.data {
			hidden[c] = hidden[c] || c < len(row) && row[c].Hidden
		}
		if !hidden[c] {
			shown[Normal(s.heads[c].text)] = true
		}
	}
	for c := len(s.heads) - 1; c >= 0; c-- {
		if text := Normal(s.heads[c].text); text == "" || !hidden[c] || !shown[text] {
			continue
		}
		s.heads, s.head = slices.Delete(s.heads, c, c+1), slices.Clone(s.head) // whose rows are the grid's
		for _, rows := range [][][]source.Cell{s.head, s.data} {
			for i := range rows {
				rows[i] = withoutCell(rows[i], c)
			}
		}
		s.numbers = withoutCell(s.numbers, c)
	}
}

// withoutCell is a row without one of its cells.
func withoutCell(row []source.Cell, c int) []source.Cell {
	if c >= len(row) {
		return row
	}
	return slices.Delete(slices.Clone(row), c, c+1)
}

// hiddenTables says which tables of a workbook were left out because they are hidden or repeat another sheet.
func hiddenTables(blocks []source.Block) []TableReport {
	var seen []TableReport
	for i := range blocks {
		g := blocks[i].Grid
		if g == nil || !g.Hidden {
			continue
		}
		report := TableReport{Caption: g.Name, Place: blocks[i].Place, Rows: len(g.Rows), Why: source.T("lembarnya disembunyikan", "its sheet is hidden")}
		if g.CopyOf != "" {
			report.Why = source.T("semua barisnya ada pada lembar “%s”", "all of its rows are on sheet “%s”", g.CopyOf)
		}
		seen = append(seen, report)
	}
	return seen
}
