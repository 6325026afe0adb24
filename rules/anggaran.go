package rules

import (
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
)

// budgetTables are all budget tables of the dossier.
func (p *Pass) budgetTables() []*schema.Anggaran {
	return schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.Anggaran { return l.Anggaran })
}

// barisAnggaran are the rows of a table, its total last.
func barisAnggaran(table *schema.Anggaran) iter.Seq[*schema.BarisAnggaran] {
	return func(yield func(*schema.BarisAnggaran) bool) {
		for i := range table.Baris {
			if !yield(&table.Baris[i]) {
				return
			}
		}
		yield(&table.Jumlah)
	}
}

// inForce is the pagu that counts: the revised one where it is given.
func inForce(row *schema.BarisAnggaran) *schema.Figure {
	if row.Pagu.IsSet() {
		return &row.Pagu
	}
	return &row.PaguMurni
}

// majority is how many rows must be able to tell before a table is said to follow a convention of its own.
const majority = 3

// baseOf decides which pagu a table computes from: the one in force, unless most of the rows that can tell fit only the one
// before the revision. A row that departs from its table is the mistake, not the table.
func baseOf(table *schema.Anggaran, relate func(row *schema.BarisAnggaran, pagu *schema.Figure) *calc.Relation) func(*schema.BarisAnggaran) *schema.Figure {
	now, before := 0, 0
	for row := range barisAnggaran(table) {
		if !row.Pagu.IsNumber() || !row.PaguMurni.IsNumber() {
			continue
		}
		a, b := calc.Judge(relate(row, &row.Pagu)).State, calc.Judge(relate(row, &row.PaguMurni)).State
		switch {
		case a == calc.Holds && b == calc.Broken:
			now++
		case b == calc.Holds && a == calc.Broken:
			before++
		}
	}
	if now+before >= majority && before > now {
		return func(row *schema.BarisAnggaran) *schema.Figure { return &row.PaguMurni }
	}
	return inForce
}

// lowest are the rows of all tables that hold an amount and have no row below them that does: what is true of them is true
// of their sums, which other rules test.
func (p *Pass) lowest(key string) []*simpul {
	var rows []*simpul
	for _, t := range p.pohon() {
		for _, s := range t.simpul {
			if s.kolom[key].IsSet() && !slices.ContainsFunc(s.anak, func(c *simpul) bool { return c.kolom[key].IsSet() }) {
				rows = append(rows, s)
			}
		}
		if len(t.simpul) == 0 && t.jumlah.Column(key).IsSet() {
			rows = append(rows, &simpul{baris: t.jumlah})
		}
	}
	return rows
}

var reLevelPrefix = regexp.MustCompile(`(?i)^\s*(program|sub\s*-?\s*kegiatan|kegiatan)\s*`)

// bareName is the name of a row without the word for its level, which some tables print before it.
func bareName(s string) string {
	if bare := reLevelPrefix.ReplaceAllString(s, ""); folded(bare) != "" {
		return bare
	}
	return s
}

// minCut is how long a name must be before the longer name is taken for the same one in full: exports cut names off.
const minCut = 40

// cutOff reports whether one name is the beginning of the other, cut off by a column of fixed width.
func cutOff(a, b string) bool {
	x, y := folded(a), folded(b)
	return min(len(x), len(y)) >= minCut && (strings.HasPrefix(x, y) || strings.HasPrefix(y, x))
}

// ofYear reports whether a table is about the year of the dossier, as far as its name says.
func (p *Pass) ofYear(t *pohon) bool {
	year := tableYear(t)
	return year == "" || p.Tahun() == 0 || year == strconv.Itoa(p.Tahun())
}
