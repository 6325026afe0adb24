package schema

import (
	"slices"

	"lkjip/schema/source"
)

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
		var named []*source.Node
		for _, b := range c.table.rows {
			var objective *source.Node
			for i, key := range c.keys {
				if key == "sasaran" && b.text(i) != "" {
					objective = r.objectiveLike("sasaran", b.text(i))
				}
			}
			mean := meanRow{table: c.table}
			mean.read(b, c.keys, func(int) bool { return true })
			switch {
			case objective != nil:
				named = append(named, objective)
				mean.put(objective, "capaian", "ulangan")
			case reMean.MatchString(b.text(b.filled()[0])) && r.allObjectives(named):
				mean.put(r.root.Get("pengukuran"), "rata_rata_capaian", "ulangan_rata_rata")
			default:
				missed++
			}
		}
		if missed == len(c.table.rows) {
			r.seen[c.report].Why = source.T("sasarannya tidak diukur pada tabel lain; angkanya dibaca sebagai rincian", "its objectives are measured in no other table; its figures were read as details")
			r.detail(c.table, c.table.chapter, "")
		}
	}
}

// allObjectives reports whether these are all that the report measures.
func (r *recogniser) allObjectives(named []*source.Node) bool {
	all := len(named) > 0
	r.root.Get("pengukuran").Walk(func(n *source.Node) {
		if list := n.Get("indikator"); list != nil && len(list.Items) > 0 && !slices.Contains(named, n) {
			all = false
		}
	})
	return all
}
