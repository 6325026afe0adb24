package schema

import "lkjip/schema/source"

// recap is a table of objectives with the mean of their indicators, which may stand above the tables that measure them.
type recap struct {
	table  *tabel
	keys   []string
	report int // which of the reports is the table's
}

// settleRecaps puts the means under the objectives that are measured; one that names no other is read as details.
func (r *recogniser) settleRecaps() {
	for _, c := range r.recaps {
		missed := 0
		for _, b := range c.table.rows {
			var objective *source.Node
			for i, key := range c.keys {
				if key == "sasaran" && b.text(i) != "" {
					objective = r.objectiveLike("sasaran", b.text(i))
				}
			}
			if objective == nil {
				missed++
				continue
			}
			for i, key := range c.keys {
				if (key == "capaian" || key == "predikat") && b.text(i) != "" {
					put(objective, key, c.table.leaf(b, i))
				}
			}
		}
		if missed == len(c.table.rows) {
			r.seen[c.report].Why = source.T("sasarannya tidak diukur pada tabel lain; angkanya dibaca sebagai rincian", "its objectives are measured in no other table; its figures were read as details")
			r.detail(c.table, c.table.chapter, "")
		}
	}
}
