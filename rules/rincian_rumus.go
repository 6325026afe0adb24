package rules

import (
	"maps"
	"math/big"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// unread reports whether nothing says how the figures of the table belong together.
func (t *rincian) unread() bool { return len(t.hubungan) == 0 && len(t.tabel.Rumus) == 0 }

// shareCopies lets the rows of a table that says how its columns are computed use the figures of other sections that are the
// same cells, so that a mistake in one is one mistake.
func (p *Pass) shareCopies(t *rincian, l *schema.Laporan) {
	if len(t.tabel.Rumus) == 0 {
		return
	}
	type cell struct{ row, column int }
	at := map[source.Place]cell{}
	own := map[*schema.Figure]bool{}
	for i, b := range t.baris {
		for c, f := range b.Angka {
			at[f.Place()], own[f] = cell{i, c}, true
		}
	}
	for _, f := range l.Figures() {
		c, same := at[f.Place()]
		if !same || own[f] {
			continue
		}
		if f.Unit != nil {
			t.scaled[c.column] = true
			continue
		}
		row := *t.baris[c.row]
		p.run.copies[row.Angka[c.column]] = true
		row.Angka = maps.Clone(row.Angka)
		row.Angka[c.column] = f
		t.baris[c.row] = &row
		delete(at, f.Place())
	}
}

// declared relates the columns as the table says they are computed, where its rows do follow that.
func (t *rincian) declared() {
	for i := range t.tabel.Rumus {
		rumus := &t.tabel.Rumus[i]
		f, ok := schema.ReadFormula(rumus.S, 0)
		if !ok || !t.has(f) {
			continue
		}
		for _, c := range append(f.Columns(), f.Result) {
			t.told[c] = true
		}
		followed := false
		for _, form := range t.forms(f) {
			var relations []*calc.Relation
			if relations, followed = t.follows(form, t.exact[f.Result]); followed {
				t.rumus = append(t.rumus, relations...)
				break
			}
		}
		if !followed {
			t.strays = append(t.strays, rumus.Node)
		}
	}
}

// has reports whether the formula is of columns of the table, all in one unit.
func (t *rincian) has(f schema.Formula) bool {
	for _, c := range append(f.Columns(), f.Result) {
		if c >= len(t.told) || t.scaled[c] {
			return false
		}
	}
	return true
}

// forms are the relations that a formula can mean. A quotient that is no percentage is tested the other way about: price ×
// volume = amount.
func (t *rincian) forms(f schema.Formula) []form {
	c, a, b := f.Result, f.Parts[0].Column, f.Over
	switch {
	case f.Over > 0 && len(f.Parts) == 1 && (f.Share || t.share[c]):
		return []form{t.quotient(c, a, b)}
	case f.Over > 0 && len(f.Parts) == 1:
		return []form{t.product(a, c, b, false)}
	case f.Over > 0 && len(f.Parts) == 2 && f.Parts[1].Minus && f.Parts[1].Column == b:
		return []form{t.growth(c, a, b)}
	case f.Over > 0:
		return nil
	case f.Times > 0 && f.Share:
		return []form{t.product(c, a, f.Times, true)}
	case f.Times > 0:
		return []form{t.product(c, a, f.Times, false), t.product(c, a, f.Times, true)}
	}
	return []form{t.added(f)}
}

// product is c = a × b, ÷ 100 where a or b is a percentage.
func (t *rincian) product(c, a, b int, share bool) form {
	return func(row *schema.BarisRincian) *calc.Relation {
		r := t.settle(calc.Times(row.Angka[c], row.Angka[a], row.Angka[b]), c, a, b)
		if share {
			r.Terms[0].Weight = big.NewRat(1, 100)
		}
		return r
	}
}

// added is a sum or difference of columns.
func (t *rincian) added(f schema.Formula) form {
	return func(row *schema.BarisRincian) *calc.Relation {
		r := calc.Sum(row.Angka[f.Result])
		for _, part := range f.Parts {
			term := calc.Term{Figure: row.Angka[part.Column]}
			if part.Minus {
				term.Weight = big.NewRat(-1, 1)
			}
			r.Terms = append(r.Terms, term)
		}
		return t.settle(r, f.Result, f.Columns()...)
	}
}

// follows gives the relations of the rows where these follow a form: all of them, or nearly all. Rows in which the form does
// not hold by nature are left out.
func (t *rincian) follows(f form, exact bool) (relations []*calc.Relation, ok bool) {
	holds, telling, broken := 0, 0, 0
	for _, b := range t.baris {
		r := f(b)
		switch calc.Judge(r).State {
		case calc.Holds:
			if holds++; tells(r) {
				telling++
			}
		case calc.Broken:
			if turned(r) || standsFor(r) {
				continue
			}
			broken++
		default:
			continue
		}
		relations = append(relations, r)
	}
	enough := 3 * broken
	if exact {
		enough = 2 * broken
	}
	return relations, broken == 0 || telling >= enough && telling > 1
}

// standsFor reports whether the result of a sum is instead one of its parts or their mean, as of indicators that are not
// added up over the quarters: a rate stands for the year by its last quarter, an index by the mean.
func standsFor(r *calc.Relation) bool {
	if r.Op != calc.Linear {
		return false
	}
	mean := calc.Average(r.Result.Figure)
	for _, x := range r.Terms {
		if x.Weight != nil {
			return false
		}
		if !x.Figure.IsNumber() {
			continue
		}
		if calc.Judge(calc.Same(r.Result.Figure, x.Figure)).State == calc.Holds {
			return true
		}
		mean.Terms = append(mean.Terms, x)
	}
	return calc.Judge(mean).State == calc.Holds
}
