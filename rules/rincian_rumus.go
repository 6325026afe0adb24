package rules

import (
	"math/big"
	"regexp"
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
)

// unread reports whether nothing says how the figures of the table belong together.
func (t *rincian) unread() bool { return len(t.hubungan) == 0 && len(t.tabel.Rumus) == 0 }

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
		followed, forms := false, t.forms(f)
		for _, form := range forms {
			var relations []*calc.Relation
			if relations, followed = t.follows(form); followed || t.turned && len(forms) == 1 { // names of rows were held against them all
				followed = true
				t.rumus = append(t.rumus, relations...)
				break
			}
		}
		if !followed {
			t.strays = append(t.strays, rumus.Node)
		}
	}
}

// has reports whether the formula is of columns of the table.
func (t *rincian) has(f schema.Formula) bool {
	for _, c := range append(f.Columns(), f.Result) {
		if c >= len(t.told) {
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

// products are the products that a column called so may be of two others: volume × price, weight × score. Where figures are
// rounded three rows must show it.
func (t *rincian) products(c, a, b int) (all []form) {
	if a > b || t.share[c] || t.share[a] && t.share[b] || !reProduct.MatchString(t.tabel.Kolom[c-1].S) {
		return nil
	}
	for _, share := range []bool{false, true} {
		if !share && (t.share[a] || t.share[b]) || share && t.exact[c] {
			continue
		}
		f := t.product(c, a, b, share)
		if holds, ok := t.shows(f); ok && (t.exact[c] || holds > 2) {
			all = append(all, f)
		}
	}
	return all
}

var (
	reQuotient = regexp.MustCompile(`(?i)\b(?:rasio|kepadatan|angka|produktivitas|per|rata-?\s?rata|rerata)\b`)
	bases      = []int64{1, 1_000, 10_000, 100_000} // what a rate may be for
)

// rates are the quotients that a column called so may be of two others, as they are or for each thousand to hundred thousand. Figures of
// one or two digits would be that by chance.
func (t *rincian) rates(c, a, b int) (all []form) {
	if !reQuotient.MatchString(t.tabel.Kolom[c-1].S) || slices.ContainsFunc(t.baris, func(row *schema.BarisRincian) bool {
		f := row.Angka[c]
		return f.IsNumber() && (f.Percent || f.Value.Sign() != 0 && !hasDigits(f, 3))
	}) {
		return nil
	}
	for _, base := range bases {
		if base == 1 && reProduct.MatchString(t.tabel.Kolom[a-1].S) {
			continue // products have it the other way about
		}
		all = append(all, func(row *schema.BarisRincian) *calc.Relation {
			r := t.settle(calc.Percentage(row.Angka[c], row.Angka[a], row.Angka[b]), 0, a, b)
			r.Terms[0].Weight = big.NewRat(base, 100) // a percentage is for each hundred
			return r
		})
	}
	return all
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

// follows gives the relations of the rows where these follow a form: all of them, or twice as many as do not. Rows in which the form does
// not hold by nature are left out.
func (t *rincian) follows(f form) (relations []*calc.Relation, ok bool) {
	holds, telling, broken := 0, 0, 0
	for _, b := range t.baris {
		r := f(b)
		switch calc.Judge(r).State {
		case calc.Holds:
			if holds++; t.tells(r) {
				telling++
			}
		case calc.Broken:
			if holdsUnsigned(r) || standsFor(r) {
				continue
			}
			broken++
		default:
			continue
		}
		relations = append(relations, r)
	}
	return relations, broken == 0 || telling >= 2*broken
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
