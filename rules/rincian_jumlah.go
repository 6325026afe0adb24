package rules

import (
	"math/big"
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// readTotal finds the total: the row below all others that is called so, else one called so that has others below it which follow
// from it, where what stands above it does add up.
func (t *rincian) readTotal() {
	t.parts = t.partsOf(t.tabel.Rows())
	if t.tabel.Jumlah.Node != nil {
		t.jumlah = &t.tabel.Jumlah
	}
	if t.tabel.Sebagai.S != "" || t.jumlah != nil && t.addUp() > 0 {
		return
	}
	total, parts := t.jumlah, t.parts
	for i, b := range t.tabel.Rows() {
		if !reTotalRow.MatchString(b.Uraian.S) || i < 2 {
			continue
		}
		if t.jumlah, t.parts = b, t.partsOf(t.tabel.Rows()[:i]); len(t.parts) > 1 && t.addUp() > 0 {
			return
		}
	}
	t.jumlah, t.parts = total, parts
}

// partsOf are those of some rows that are no totals, balances or percentages.
func (t *rincian) partsOf(rows []*schema.BarisRincian) (parts []*schema.BarisRincian) {
	for _, b := range rows {
		if !reNoPartRow.MatchString(b.Uraian.S) && !t.shares[b] {
			parts = append(parts, b)
		}
	}
	return parts
}

// addUp counts the columns that add up to more than nothing.
func (t *rincian) addUp() (columns int) {
	for c := 1; c < len(t.exact); c++ {
		if sum := t.sum(c, t.parts); calc.Judge(sum).State == calc.Holds && sum.Result.Figure.Value.Sign() != 0 {
			columns++
		}
	}
	return columns
}

// down relates the total row with the rows above it. Rows may hold each other, so that a sum is only meant where some column
// adds up; a total may be a mean.
func (t *rincian) down() {
	if t.jumlah == nil || len(t.parts) < 2 {
		return
	}
	var holding, broken []*calc.Relation
	adds := false // a column of noughts shows nothing
	last := t.jumlah == &t.tabel.Jumlah
	for c := 1; c < len(t.exact); c++ {
		sum := t.sum(c, t.parts)
		if all := t.sum(c, t.tabel.Rows()); last && calc.Judge(sum).State == calc.Broken && calc.Judge(all).State == calc.Holds {
			sum = all // "Sisa gaji" is a row like any other here
		}
		mean := *sum
		mean.Op, mean.Result.Exact = calc.Mean, false
		switch {
		case calc.Judge(sum).State == calc.Holds && !reMeanRow.MatchString(t.jumlah.Uraian.S):
			adds = adds || sum.Result.Figure.Value.Sign() != 0
			holding = append(holding, sum)
		case calc.Judge(&mean).State == calc.Holds:
			adds = adds || mean.Result.Figure.Value.Sign() != 0
			holding = append(holding, &mean)
		case ofNothing(sum), t.tabel.Sebagai.S == "anggaran": // its rows hold each other
		case calc.Judge(sum).State == calc.Broken && (t.exact[c] || t.alike(c)) && t.above(c):
			adds = adds || t.priced(c) || t.monthly(c)
			broken = append(broken, sum)
		}
	}
	if !adds && len(broken) > 0 {
		t.why = source.T("tidak ada kolom yang berjumlah seperti tertulis, sehingga susunan barisnya tidak pasti", "no column adds up as printed, so how the rows belong together is not certain")
		return
	}
	t.hubungan = append(append(t.hubungan, holding...), broken...)
}

// alike reports whether a column with decimals is one of years of which all others that have parts add up, two at least.
func (t *rincian) alike(c int) bool {
	parted := 0
	for k, head := range t.tabel.Kolom {
		if !reYearName.MatchString(head.S) {
			return false
		}
		if !ofNothing(t.sum(k+1, t.parts)) {
			parted++
		}
	}
	return !t.share[c] && parted > 2 && t.addUp() == parted-1
}

// sum relates the total of a column with rows.
func (t *rincian) sum(c int, rows []*schema.BarisRincian) *calc.Relation {
	sum := calc.Sum(t.jumlah.Angka[c])
	columns := make([]int, len(rows))
	for i, b := range rows {
		sum.Terms, columns[i] = append(sum.Terms, calc.Term{Figure: b.Angka[c]}), c
	}
	return t.settle(sum, c, columns...)
}

// priced reports whether every part of a column is volume × price, so that no row holds another.
func (t *rincian) priced(c int) bool {
	products := map[*schema.Figure]bool{}
	for _, r := range slices.Concat(t.hubungan, t.rumus) {
		if r.Op == calc.Product && calc.Judge(r).State == calc.Holds {
			products[r.Result.Figure] = true
		}
	}
	return !slices.ContainsFunc(t.parts, func(b *schema.BarisRincian) bool { return b.Angka[c].IsNumber() && !products[b.Angka[c]] })
}

// monthly reports whether the parts of a column are those of months or quarters, none of which holds another, and do not run on, as
// they may where each is at least the one before and all together are far above the total.
func (t *rincian) monthly(c int) bool {
	falls, sum := false, new(big.Rat)
	for i, b := range t.parts {
		f := b.Angka[c]
		if !rePeriodName.MatchString(b.Uraian.S) || !f.IsNumber() {
			return false
		}
		falls = falls || i > 0 && f.Value.Cmp(t.parts[i-1].Angka[c].Value) < 0
		sum.Add(sum, f.Value)
	}
	total := t.jumlah.Angka[c].Value
	return falls || new(big.Rat).Add(total, total).Cmp(sum) > 0 && total.Cmp(t.parts[len(t.parts)-1].Angka[c].Value) != 0
}

// above reports whether the total of a column is at least each of its parts. Where it lies among them it is a mean of some
// kind, as of densities, scores and ages.
func (t *rincian) above(c int) bool {
	for _, b := range t.parts {
		if calc.Judge(calc.NotAbove(b.Angka[c], t.jumlah.Angka[c])).State == calc.Broken {
			return false
		}
	}
	return true
}

// summands are the columns that a total may be of: all before it that are no shares, or the last of them, or the first ones after
// it; three at least, since a sum of two is also a difference.
func (t *rincian) summands(c int) (ways [][]int) {
	if !reAcross.MatchString(t.tabel.Kolom[c-1].S) || t.share[c] || t.turned { // down sees to the parts of a total row
		return nil
	}
	var before, after []int
	for i := 1; i < len(t.share); i++ {
		switch {
		case t.share[i] || i == c || rePeriodHead.MatchString(t.tabel.Kolom[i-1].S): // which periods adds up
		case i < c:
			before = append(before, i)
		default:
			after = append(after, i)
		}
	}
	if len(before) > 1 {
		ways = append(ways, before)
	}
	for ; len(before) > 3; before = before[1:] {
		ways = append(ways, before[1:])
	}
	for ; len(after) > 2; after = after[:len(after)-1] {
		ways = append(ways, after)
	}
	return ways
}

// total is the sum of columns before the one that is called so.
func (t *rincian) total(c int, parts []int) form {
	return func(row *schema.BarisRincian) *calc.Relation {
		r := calc.Sum(row.Angka[c])
		for _, i := range parts {
			r.Terms = append(r.Terms, calc.Term{Figure: row.Angka[i]})
		}
		return t.settle(r, c, parts...)
	}
}

// tells reports whether a relation that holds says something: not that nothing is nothing, or all of it all of it, nor what any
// figure near one rounded to few digits gives.
func (t *rincian) tells(r *calc.Relation) bool {
	v := r.Result.Figure.Value
	if r.Op == calc.Linear && len(r.Terms) > 2 && !t.turned {
		parts := 0
		for _, x := range r.Terms {
			if x.Figure.IsNumber() && x.Figure.Value.Sign() != 0 {
				parts++
			}
		}
		return parts > 1
	}
	return v.Sign() != 0 && v.Cmp(big.NewRat(100, 1)) != 0 && !slices.ContainsFunc(r.Terms, func(x calc.Term) bool {
		return x.Figure.IsNumber() && (x.Figure.Value.Sign() == 0 || r.Op == calc.Ratio && !x.Exact && x.Figure.Decimals == 0 && isCoarse(x.Figure.Value))
	})
}

// isCoarse reports whether half a unit is much of a whole figure that was rounded.
func isCoarse(v *big.Rat) bool { return new(big.Rat).Abs(v).Cmp(big.NewRat(100, 1)) <= 0 }
