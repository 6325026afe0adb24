package schema

import "lkjip/schema/source"

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
