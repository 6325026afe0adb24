package rules

import (
	"math/big"
	"regexp"
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var (
	reWeighted = regexp.MustCompile(`(?i)^\s*(?:jumlah|total|σ)(?:\s*$|\b.*\b(?:tertimbang|nrr)\b)`)
	reTimes25  = regexp.MustCompile(`(?i)[x×*]\s*25\b|\b25\s*[x×*]`)
	reTertimb  = regexp.MustCompile(`(?i)\btertimbang\b`)
	factor25   = big.NewRat(25, 1)
	ninths     = []*big.Rat{big.NewRat(11, 100), big.NewRat(111, 1000), big.NewRat(1, 9)} // weights of nine elements
)

// survey relates the rows below the elements of a survey (PermenPANRB 14/2017): the weighted means add up, and × 25 they are the
// score. Columns that say × 25 are that of the column before.
func (t *rincian) survey() {
	rows, sum := t.tabel.Rows(), -1
	if !slices.ContainsFunc(t.tabel.Kolom, func(k schema.Teks) bool { return reTertimb.MatchString(k.S) || reTimes25.MatchString(k.S) }) {
		return
	}
	if t.tabel.Jumlah.Node != nil {
		rows = append(rows, &t.tabel.Jumlah)
	}
	weighted := t.factors()
	for k, b := range rows {
		switch name := b.Uraian.S; {
		case sum < 0 && reWeighted.MatchString(name) && !reTimes25.MatchString(name):
			sum = k
			t.addWeighted(b, rows[:k], weighted)
		case sum >= 0 && reTimes25.MatchString(name):
			for c := 1; c < len(t.exact); c++ {
				from := rows[sum].Angka[c]
				if !b.Angka[c].IsNumber() || !from.IsNumber() {
					continue
				}
				if r := t.scaled(c, b.Angka[c], from, factor25); weighted[c] || calc.Judge(r).State == calc.Holds {
					t.hubungan = append(t.hubungan, r)
				}
			}
		}
	}
}

// factors relates columns with the one before where they are that times 25, or times the weight of an element: as the heading says,
// or a ninth in the decimals in use. weighted are those that have a weight, by column or beside them.
func (t *rincian) factors() (weighted map[int]bool) {
	weighted = map[int]bool{}
	for _, r := range t.hubungan {
		if r.Op == calc.Product {
			for c := 1; c < len(t.exact); c++ {
				weighted[c] = weighted[c] || len(t.tabel.Baris) > 0 && r.Result.Figure == t.tabel.Baris[0].Angka[c]
			}
		}
	}
	for c := 2; c < len(t.exact); c++ {
		var factors []*big.Rat
		switch heading := t.tabel.Kolom[c-1].S; {
		case reTimes25.MatchString(heading):
			factors = []*big.Rat{factor25}
		case reTertimb.MatchString(heading) && !weighted[c]:
			factors = ninths
		}
		for _, w := range factors {
			f := func(row *schema.BarisRincian) *calc.Relation { return t.scaled(c-1, row.Angka[c], row.Angka[c-1], w) }
			if relations, ok := t.follows(f); ok && len(relations) > 2 {
				t.hubungan = append(t.hubungan, relations...)
				weighted[c] = true
				break
			}
		}
	}
	return weighted
}

// addWeighted relates a row with those above it in the columns that add up, and in those of weighted means: there a part that is wrong
// strays from its weight as well.
func (t *rincian) addWeighted(total *schema.BarisRincian, above []*schema.BarisRincian, weighted map[int]bool) {
	for c := 1; c < len(t.exact); c++ {
		r := calc.Sum(total.Angka[c])
		for _, b := range above {
			if !reNoPartRow.MatchString(b.Uraian.S) {
				r.Terms = append(r.Terms, calc.Term{Figure: b.Angka[c]})
			}
		}
		known := slices.ContainsFunc(t.hubungan, func(o *calc.Relation) bool { return o.Op == calc.Linear && o.Result.Figure == total.Angka[c] })
		if state := calc.Judge(r).State; !known && (state == calc.Holds || state == calc.Broken && weighted[c]) {
			t.hubungan = append(t.hubungan, r)
		}
	}
}

// scaled relates a figure with a factor times the one that stands in column c.
func (t *rincian) scaled(c int, result, of *schema.Figure, factor *big.Rat) *calc.Relation {
	r := calc.Sum(result)
	r.Terms = []calc.Term{{Figure: of, Weight: factor, Name: source.Same(source.FormatNumber(factor, factorDecimals(factor)) + " × “" + t.tabel.Kolom[c-1].S + "”")}}
	return r
}

// factorDecimals are the decimals that a factor is written with, three for a ninth.
func factorDecimals(factor *big.Rat) int {
	n, exact := factor.FloatPrec()
	if !exact {
		return 3
	}
	return n
}
