package schema

import (
	"regexp"
	"slices"

	"lkjip/schema/source"
)

var (
	reMean      = regexp.MustCompile(`(?i)^(?:jumlah |total )?rata\s*[-–]?\s*rata`)
	reMeanOfAll = regexp.MustCompile(`(?i)\b(?:keseluruhan|seluruh|semua|total|organisasi|instansi|opd|skpd|perangkat daerah)\b`)
	reMeanOfOne = regexp.MustCompile(`(?i)\bsasaran\b`)
)

// meanRow is a row below indicators that gives the mean of their capaian. What it belongs to is known once all tables are read.
type meanRow struct {
	table             *tabel
	name              string
	of                []*source.Node // names of the indicators above it
	capaian, predikat *source.Node
}

// mean takes the row below the indicators that gives their mean: of those since the last such row, of the whole table where
// there are none or its name says so.
func (tr *treeReader) mean(b *baris, cols []int) bool {
	name := b.text(cols[0])
	if !reMean.MatchString(name) && len(cols) > 1 {
		name = b.text(cols[1])
	}
	if !reMean.MatchString(name) {
		return false
	}
	if tr.knows(name, b) {
		return false
	}
	for i, key := range tr.keys {
		if (key == "satuan" || key == "target") && b.text(i) != "" && cols[0] < i && b.text(i) != b.text(cols[0]) {
			return false // an indicator that is a mean itself
		}
	}
	if tr.section != "pengukuran" {
		return true
	}
	m := meanRow{table: tr.tabel, name: name}
	m.read(b, tr.keys, func(i int) bool { return tr.heads[i].year == 0 || tr.heads[i].year == tr.year })
	above := tr.met[tr.summed:]
	if tr.summed = len(tr.met); len(above) == 0 || reMeanOfAll.MatchString(name) {
		above = tr.met
	}
	for _, n := range above {
		m.of = append(m.of, n.Get("nama"))
	}
	tr.means = append(tr.means, m)
	return true
}

// knows reports whether an indicator has that name: one that is a mean itself.
func (tr *treeReader) knows(name string, b *baris) bool {
	n := written(name, b.cells[0].Place)
	return tr.knownIndicator(n) != nil || tr.objectiveElsewhere(n) != nil
}

// read takes the first capaian of a row in a column that fits, and its first predicate.
func (m *meanRow) read(b *baris, keys []string, fits func(col int) bool) {
	for i, key := range keys {
		switch {
		case b.text(i) == "":
		case key == "capaian" && m.capaian == nil && fits(i):
			m.capaian = m.table.leaf(b, i)
		case key == "predikat" && m.predikat == nil:
			m.predikat = m.table.leaf(b, i)
		}
	}
}

// objectiveMeans finds the column of the means of objectives beside that of the capaian of their indicators, and the one of predicates
// that stand where a mean does.
func (tr *treeReader) objectiveMeans() {
	tr.meanAt, tr.gradeAt = slices.Index(tr.keys, "capaian_sasaran"), -1
	if tr.meanAt < 0 {
		return
	}
	tr.keys = slices.Clone(tr.keys)
	if tr.keys[tr.meanAt] = "-"; !slices.Contains(tr.keys, "capaian") {
		tr.keys[tr.meanAt], tr.meanAt = "capaian", -1
		return
	}
	i := slices.Index(tr.keys, "predikat")
	if i > tr.meanAt && !slices.ContainsFunc(tr.rows, func(b *baris) bool { return b.text(i) != "" && b.text(tr.meanAt) == "" }) {
		tr.keys[i], tr.gradeAt = "-", i
	}
}

// putObjectiveMean states the mean that a row gives under the objective it belongs to.
func (tr *treeReader) putObjectiveMean(b *baris) {
	if tr.meanAt < 0 || b.text(tr.meanAt) == "" || tr.objective == nil || tr.section != "pengukuran" {
		return
	}
	m := meanRow{capaian: tr.leaf(b, tr.meanAt)}
	if tr.gradeAt >= 0 && b.text(tr.gradeAt) != "" {
		m.predikat = tr.leaf(b, tr.gradeAt)
	}
	m.put(tr.objective, "capaian", "ulangan")
}

// settleMeans puts each mean where its indicators are: under their objective or goal, or over the whole measurement. A mean of
// other indicators than these is tested within its table.
func (r *recogniser) settleMeans() {
	measured := r.root.Get("pengukuran")
	if measured == nil {
		return
	}
	for _, m := range r.means {
		parents := map[*source.Node]map[string]bool{} // with the names among them
		for _, name := range m.of {
			if parent := r.objectiveOf(measured, name); parent != nil {
				if parents[parent] == nil {
					parents[parent] = map[string]bool{}
				}
				parents[parent][r.normal(name)] = true
			}
		}
		whole := r.measures(measured, parents)
		var one *source.Node
		for parent, names := range parents {
			if len(parents) == 1 && len(names) == len(parent.Get("indikator").Items) {
				one = parent
			}
		}
		switch {
		case one != nil && (!whole || reMeanOfOne.MatchString(m.name)):
			m.put(one, "capaian", "ulangan")
		case whole:
			m.put(measured, "rata_rata_capaian", "ulangan_rata_rata")
		default:
			r.detail(m.table, "", "pengukuran")
		}
	}
}

// measures reports whether the indicators are all that objectives have, or all that there are.
func (r *recogniser) measures(measured *source.Node, parents map[*source.Node]map[string]bool) bool {
	goals, objectives, goalsMissed := measured.Get("tujuan"), 0, 0
	missed := false
	measured.Walk(func(n *source.Node) {
		list := n.Get("indikator")
		if list == nil || len(list.Items) == 0 {
			return
		}
		short := len(parents[n]) < len(list.Items)
		if n.Parent() == goals {
			if short {
				goalsMissed++
			}
			return
		}
		objectives++
		missed = missed || short
	})
	return !missed && (objectives > 0 || goalsMissed == 0)
}

// put states the mean under a node, or among the repetitions where an earlier table has stated it.
func (m *meanRow) put(n *source.Node, key, again string) {
	if m.capaian == nil {
		return
	}
	if n.Get(key) != nil {
		n = item(under(n, source.List, m.capaian.Place, again), m.capaian.Place)
		key = "capaian"
	}
	put(n, key, m.capaian)
	if m.predikat != nil {
		put(n, "predikat", m.predikat)
	}
}
