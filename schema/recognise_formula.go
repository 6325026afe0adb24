package schema

import (
	"math/big"
	"slices"
	"strings"

	"lkjip/schema/source"
)

// maxFormulaColumns is how many columns a table is read with for what it says of them; form E.81 has twenty.
const maxFormulaColumns = 32

// columnFormula is what a table says of its columns, counted from 1, and where.
type columnFormula struct {
	Formula
	place    source.Place
	doubtful bool // it may be a span or a ratio: (7-12), (1:5)
}

// formulas are what the row that counts the columns says of them. A number over two columns, K and Rp, is of the first with
// the first, and of the second with the second.
func (t *tabel) formulas() []columnFormula {
	var all []columnFormula
	columns := t.numbered()
	for n, own := range columns {
		cell := &t.numbers[own[0]-1]
		f, ok := ReadFormula(strings.Trim(cell.Text, "."), n+1)
		for k := range own {
			part, known := f.Renumber(func(c int) (int, bool) {
				if c < 1 || c > len(columns) || len(columns[c-1]) != len(own) {
					return 0, false
				}
				return columns[c-1][k], true
			})
			if ok && known && f.Result == n+1 {
				all = append(all, columnFormula{part, cell.Place, false})
			}
		}
	}
	for _, f := range t.headFormulas() {
		if !slices.ContainsFunc(all, func(o columnFormula) bool { return o.Result == f.Result }) {
			all = append(all, f)
		}
	}
	return all
}

// numbered are the columns, from 1, under each number of the row that counts them.
func (t *tabel) numbered() (columns [][]int) {
	for i := range t.numbers {
		switch text := strings.TrimSpace(t.numbers[i].Text); {
		case text != "":
			columns = append(columns, []int{i + 1})
		case len(columns) > 0 && i < len(t.heads) && (t.numbers[i].Covered || t.oneHead(i-1, i)):
			last := &columns[len(columns)-1]
			*last = append(*last, i+1)
		}
	}
	return columns
}

// oneHead reports whether one heading stands over two columns, each with a heading of its own below.
func (t *tabel) oneHead(a, b int) bool {
	above, _, two := strings.Cut(t.heads[a].text, " / ")
	same, _, both := strings.Cut(t.heads[b].text, " / ")
	return two && both && above == same
}

// asTold takes columns out of their fields that the table says, and its rows show, to be something else: a percentage of the
// budget that is (realisasi + prognosis) ÷ anggaran × 100.
func (t *tabel) asTold(keys []string) []string {
	keys = slices.Clone(keys)
	of := func(c int) string { return strings.TrimPrefix(keys[c-1], "belanja.") }
	for _, f := range t.formulas() {
		first, usual := of(f.Parts[0].Column), true
		switch of(f.Result) {
		case "persen", "capaian":
			usual = f.Over > 0 && len(f.Parts) == 1 && first == "realisasi" && slices.Contains([]string{"pagu", "target"}, of(f.Over))
		case "sisa":
			usual = len(f.Parts) == 2 && first == "pagu" && f.Parts[1].Minus && of(f.Parts[1].Column) == "realisasi"
		}
		if !usual && t.obeys(&f.Formula) {
			keys[f.Result-1] = "-"
		}
	}
	return keys
}

// obeys reports whether the rows that can be computed agree with a formula, two at least and nearly all.
func (t *tabel) obeys(f *Formula) bool {
	holds, strays, _ := t.follow(f, false)
	return holds > 1 && holds >= 3*strays
}

var hundred = big.NewRat(100, 1) // not to be written to

// follow counts the rows that can be computed by whether they agree with a formula, and those that do so in three digits at least;
// percent: a hundred times what it gives will do as well.
func (t *tabel) follow(f *Formula, percent bool) (holds, strays, telling int) {
	for _, b := range t.rows {
		got, ok := f.compute(b)
		if !ok {
			continue
		}
		n, _ := number(&b.cells[f.Result-1])
		unit := new(big.Rat).SetFrac(big.NewInt(1), source.Pow10(n.Decimals))
		near := func(v *big.Rat) bool {
			d := new(big.Rat).Sub(v, n.Value)
			return d.Abs(d).Cmp(unit) < 0
		}
		if near(got) || percent && near(new(big.Rat).Mul(got, hundred)) {
			if holds++; new(big.Rat).Quo(n.Value, unit).Cmp(hundred) >= 0 {
				telling++
			}
		} else {
			strays++
		}
	}
	return holds, strays, telling
}

// compute is what the formula gives for a row in which all of its columns and the result are numbers.
func (f *Formula) compute(b *baris) (*big.Rat, bool) {
	all := true
	value := func(c int) *big.Rat {
		if c < 1 || c > len(b.cells) || !isFigure(&b.cells[c-1]) {
			all = false
			return new(big.Rat)
		}
		n, _ := number(&b.cells[c-1])
		return n.Value
	}
	value(f.Result)
	sum := new(big.Rat)
	for _, p := range f.Parts {
		if v := value(p.Column); p.Minus {
			sum.Sub(sum, v)
		} else {
			sum.Add(sum, v)
		}
	}
	if f.Over > 0 {
		over := value(f.Over)
		if over.Sign() == 0 {
			return nil, false
		}
		sum.Quo(sum, over)
	}
	if f.Times > 0 {
		sum.Mul(sum, value(f.Times))
	}
	switch {
	case f.Share && f.Over > 0:
		sum.Mul(sum, big.NewRat(100, 1))
	case f.Share:
		sum.Quo(sum, big.NewRat(100, 1))
	}
	return sum, all
}

// beside reads the columns of a recognised table that no field takes and that the table says how to compute, as a table of
// details: targets and results of programmes, what was reached of the whole plan.
func (r *recogniser) beside(t *tabel, k *tableKind, keys []string) {
	var told []columnFormula
	var columns []int // from 0
	for _, f := range t.formulas() {
		own := append(f.Columns(), f.Result)
		missing := slices.ContainsFunc(own, func(c int) bool { figures, _ := t.hasFigures(c - 1); return !figures })
		taken := !slices.ContainsFunc(own, func(c int) bool { return k.shape == "lain" || keys[c-1] == "" || keys[c-1] == "-" })
		slices.Sort(own)
		more := slices.DeleteFunc(slices.Compact(own), func(c int) bool { return slices.Contains(columns, c-1) })
		if missing || taken || len(columns)+len(more) > maxFormulaColumns {
			continue
		}
		told = append(told, f)
		for _, c := range more {
			columns = append(columns, c-1)
		}
	}
	if len(told) == 0 {
		return
	}
	slices.Sort(columns)
	r.details(t, "", k.section, told, columns, t.nameColumn(), -1)
}

// scoresBeside reads a table of scores as details too where it has columns of figures that no field takes: weighted scores,
// what was reached of each maximum.
func (r *recogniser) scoresBeside(t *tabel, keys []string) {
	scored := map[int]bool{} // years with a column of scores
	for i, key := range keys {
		again := key == "nilai" && scored[t.heads[i].year]
		scored[t.heads[i].year] = scored[t.heads[i].year] || key == "nilai"
		if figures, _ := t.hasFigures(i); figures && (key == "" || key == "-" || again) && !t.counts(i) {
			r.detail(t, "", "penilaian") // its figures were read as an assessment
			return
		}
	}
}

// putFormulas says under a table of details with the columns given how they are computed of each other.
func (t *tabel) putFormulas(n *source.Node, formulas []columnFormula, columns []int) {
	for _, f := range formulas {
		own, ok := f.Renumber(func(c int) (int, bool) { i := slices.Index(columns, c-1); return i + 1, i >= 0 })
		if ok {
			under(n, source.List, f.place, "rumus").Append(written(own.String(), f.place))
		}
	}
}
