package rules

import (
	"math/big"
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// Bounds of the search for rows that hold others.
const (
	maxNested      = 60
	maxNestedSteps = 5_000
)

// holder is a row with the rows that it is the sum of, by their places; -1 is the total.
type holder struct {
	row   int
	parts []int
}

// within relates rows that hold others: components over aspects over areas. What holds what is told by a column that adds up in one way
// only, at two levels at least, and the others have to follow.
func (t *rincian) within() {
	rows, total := t.tabel.Rows(), t.jumlah
	if total == nil && len(rows) > 1 {
		rows, total = rows[:len(rows)-1], rows[len(rows)-1]
	}
	if t.tabel.Sebagai.S != "" || total == nil || len(rows) < 5 || len(rows) > maxNested || total != &t.tabel.Jumlah && total != t.baris[len(t.baris)-1] {
		return
	}
	var shape []holder
	found := map[int][]holder{} // by column
	for c := 1; c < len(t.exact); c++ {
		if t.share[c] {
			continue
		}
		found[c] = nestedBy(rows, total, c)
		if found[c] == nil || !isCertain(found[c], rows, total, c) {
			continue
		}
		if shape != nil && !sameNested(shape, found[c]) {
			return
		}
		shape = found[c]
	}
	shown := 0 // columns
	for _, other := range found {
		if sameNested(shape, other) {
			shown++
		}
	}
	if shape == nil {
		return
	}
	for c := 1; c < len(t.exact); c++ {
		var relations, broken []*calc.Relation
		holds := 0
		for _, n := range shape {
			r := calc.Sum(total.Angka[c])
			if n.row >= 0 {
				r.Result.Figure = rows[n.row].Angka[c]
			}
			for _, part := range n.parts {
				r.Terms = append(r.Terms, calc.Term{Figure: rows[part].Angka[c]})
			}
			switch calc.Judge(t.settle(r, c, slices.Repeat([]int{c}, len(n.parts))...)).State {
			case calc.Holds:
				holds++
			case calc.Broken:
				broken = append(broken, r)
			}
			relations = append(relations, t.byRows(r))
		}
		if t.share[c] || holds == 0 || holds == 1 && shown < 2 && len(shape) < 3 || !oneFault(broken) {
			continue
		}
		for _, r := range relations {
			if !t.relates(r) {
				t.hubungan = append(t.hubungan, r)
			}
		}
		t.why = source.Text{}
	}
}

// oneFault reports whether one figure stands in all of the relations.
func oneFault(broken []*calc.Relation) bool {
	if len(broken) < 2 {
		return true
	}
	found := false
	broken[0].Figures(func(x *calc.Term) {
		found = found || !slices.ContainsFunc(broken[1:], func(r *calc.Relation) bool { return !r.Uses(x.Figure) })
	})
	return found
}

// sameNested reports whether the same rows hold the same others.
func sameNested(a, b []holder) bool {
	return slices.EqualFunc(a, b, func(x, y holder) bool { return x.row == y.row && slices.Equal(x.parts, y.parts) })
}

// nester looks for the ways in which the rows of a column add up.
type nester struct {
	values []*big.Rat
	found  [][]holder
	steps  int
}

// isCertain reports whether the sums of rows over others have so many digits that these do not add up by chance.
func isCertain(all []holder, rows []*schema.BarisRincian, total *schema.BarisRincian, c int) bool {
	return hasDigits(total.Angka[c], 4) && !slices.ContainsFunc(all, func(n holder) bool { return n.row >= 0 && !hasDigits(rows[n.row].Angka[c], 3) })
}

// nestedBy is the only way in which the rows of a column add up to the total with some of them over others, nil for none or several.
func nestedBy(rows []*schema.BarisRincian, total *schema.BarisRincian, c int) []holder {
	s := &nester{}
	for _, b := range rows {
		f := b.Angka[c]
		if !f.IsNumber() || f.Value.Sign() <= 0 {
			return nil
		}
		s.values = append(s.values, f.Value)
	}
	if f := total.Angka[c]; f.IsNumber() {
		s.siblings(0, -1, f.Value, nil, nil, func(end int, all []holder) {
			if end == len(rows) && len(all) > 1 {
				s.found = append(s.found, all)
			}
		})
	}
	if s.steps > maxNestedSteps || len(s.found) != 1 {
		return nil
	}
	return s.found[0]
}

// siblings reads rows from i on that add up to what is left of a row; then is called with where they end and all that is nested so far.
func (s *nester) siblings(i, of int, left *big.Rat, parts []int, all []holder, then func(end int, all []holder)) {
	if s.steps++; s.steps > maxNestedSteps || len(s.found) > 1 {
		return
	}
	if left.Sign() == 0 {
		if len(parts) > 1 {
			then(i, append(slices.Clone(all), holder{of, slices.Clone(parts)}))
		}
		return
	}
	if i == len(s.values) || s.values[i].Cmp(left) > 0 {
		return
	}
	rest, own := new(big.Rat).Sub(left, s.values[i]), append(slices.Clone(parts), i)
	s.siblings(i+1, of, rest, own, all, then)
	s.siblings(i+1, i, s.values[i], nil, all, func(end int, all []holder) { s.siblings(end, of, rest, own, all, then) })
}
