package calc

import (
	"math/big"
	"slices"

	"lkjip/schema"
)

// Solve is the set of values which, printed for figure f with the decimals it has, would make the relation hold while all
// other figures stay as printed. ok is false where the relation says nothing of f.
func Solve(r *Relation, f *schema.Figure) (set []Interval, ok bool) {
	return solve(r, f, printed, none)
}

// none says that every figure stands for what it prints.
var none = []*schema.Figure{}

// solve is Solve with other values than the printed ones for some of the other figures: those of moved, or, where moved is
// nil, any of them.
func solve(r *Relation, f *schema.Figure, value values, moved []*schema.Figure) (set []Interval, ok bool) {
	term := r.term(f)
	if term == nil || term.Fixed {
		return nil, false
	}
	if term != &r.Result {
		value = r.orCut(value)
	}
	switch r.Op {
	case Linear:
		set, ok = solveLinear(r, term, value, moved)
	case Mean:
		set, ok = solveMean(r, f, value, moved)
	case Ratio, Growth, Product:
		set, ok = solveQuotient(r, r.Terms, term, value)
		for _, alt := range r.Alternate {
			if more, fine := solveQuotient(r, alt.Terms, term, value); fine {
				set, ok = append(set, more...), true
			}
		}
	case Achieved:
		set, ok = solveAchieved(r, term, value)
	case Equal:
		other := &r.Terms[0]
		if other == term {
			other = &r.Result
		}
		if other.Figure.IsNumber() {
			set, ok = []Interval{value(other)}, true
		}
	case AtMost:
		return solveOrder(r, term, value)
	case Restated:
		return []Interval{bounds(r.Terms[0].Figure)}, r.Terms[0].Figure.IsNumber()
	case Reached:
		goal, fine := r.reach()
		set, ok = []Interval{goal}, fine
	case Banded:
		for _, b := range NamedRows(r.Scale, r.Label.S) {
			set = append(set, rowInterval(b))
		}
		return set, len(set) > 0
	default:
		return nil, false
	}
	if !ok {
		return nil, false
	}
	if set = widen(set, term); term != &r.Result {
		set = printable(set, term)
	}
	return set, true
}

// printable drops the intervals in which no number with the figure's decimals lies: an exact figure cannot be between two.
func printable(set []Interval, t *Term) []Interval {
	return slices.DeleteFunc(set, func(i Interval) bool {
		return i.Low != nil && i.High != nil && t.Figure.Unit == nil && !holdsStep(i, t.Figure.Decimals)
	})
}

// orCut lets the result stand for what is rounded or cut off to it, as against accepts it.
func (r *Relation) orCut(value values) values {
	result := &r.Result
	f := result.Figure
	switch r.Op {
	case Linear, Mean, Ratio, Growth, Product, Achieved:
	default:
		return value
	}
	if result.Exact || result.Fixed || !f.IsNumber() || f.Money && f.Unit == nil {
		return value
	}
	return func(t *Term) Interval {
		v := value(t)
		if t.Figure != f || v.Low == nil || v.High == nil || !v.Has(f.Value) {
			return v
		}
		return span([]Interval{v, Cut(f)})
	}
}

// longSum is the number of terms from which a relation keeps its sum and an index: the search asks for them again and again.
const longSum = 8

// kept is what a long relation remembers of its terms as printed.
type kept struct {
	sum     Interval
	present int
	blank   *Term
	index   map[*schema.Figure]*Term
}

func (r *Relation) keep() *kept {
	if r.kept == nil {
		k := &kept{index: make(map[*schema.Figure]*Term, len(r.Terms))}
		k.sum, k.present, k.blank = linear(r, nil, printed)
		for i := range r.Terms {
			if t := &r.Terms[i]; k.index[t.Figure] == nil {
				k.index[t.Figure] = t
			}
		}
		r.kept = k
	}
	return r.kept
}

// sum is Σ weight × term without one term, from the kept sum where only a few figures differ from what they print.
func (r *Relation) sum(skip *Term, value values, moved []*schema.Figure) (sum Interval, present int, blank *Term) {
	if moved == nil || len(r.Terms) <= longSum {
		var f *schema.Figure
		if skip != nil {
			f = skip.Figure
		}
		return linear(r, f, value)
	}
	k := r.keep()
	sum = k.sum
	if skip != nil {
		sum = sum.less(skip.part(printed))
	}
	for _, f := range moved {
		if t := k.index[f]; t != nil && t != skip {
			sum = sum.less(t.part(printed)).plus(t.part(value))
		}
	}
	return sum, k.present, k.blank
}

// part is what the term adds to its sum.
func (t *Term) part(value values) Interval {
	if !t.Figure.IsNumber() {
		return Point(zero)
	}
	v := value(t)
	if t.Weight != nil {
		v = v.times(t.Weight)
	}
	return v
}

func (r *Relation) term(f *schema.Figure) *Term {
	if r.Result.Figure == f {
		return &r.Result
	}
	if len(r.Terms) > longSum && len(r.Alternate) == 0 {
		return r.keep().index[f]
	}
	for i := range r.Terms {
		if r.Terms[i].Figure == f {
			return &r.Terms[i]
		}
	}
	for i := range r.Alternate {
		for j := range r.Alternate[i].Terms {
			if r.Alternate[i].Terms[j].Figure == f {
				return &r.Alternate[i].Terms[j]
			}
		}
	}
	return nil
}

// widen adds the rounding of the figure's own last digit, which the printed value may differ by.
func widen(set []Interval, t *Term) []Interval {
	f := t.Figure
	if t.Exact || t.Fixed || f.Money && f.Unit == nil {
		return set
	}
	half := quo(unit(f), two)
	for i := range set {
		// Two roundings that only touch do not agree (Meets), so the ends of a widened real interval are outside.
		open := !set[i].IsPoint()
		set[i] = set[i].plus(Interval{Low: new(big.Rat).Neg(half), High: half, LowOpen: open, HighOpen: open})
	}
	return set
}

func solveLinear(r *Relation, term *Term, value values, moved []*schema.Figure) ([]Interval, bool) {
	if r.term(term.Figure) == nil {
		return nil, false
	}
	n := one
	if r.Op == Mean {
		n = r.numbers()
	}
	if term == &r.Result {
		sum, present, blank := r.sum(nil, value, moved)
		if present == 0 || blank != nil {
			return nil, false
		}
		return []Interval{sum.times(quo(one, n))}, true
	}
	others, _, blank := r.sum(term, value, moved)
	if blank != nil && blank.Figure != term.Figure || !r.Result.Figure.IsNumber() {
		return nil, false
	}
	rest := value(&r.Result).times(n).minus(others)
	if term.Weight != nil {
		rest = rest.times(quo(one, term.Weight))
	}
	return []Interval{rest}, true
}

func solveQuotient(r *Relation, terms []Term, term *Term, value values) ([]Interval, bool) {
	for i := range terms {
		if !terms[i].Figure.IsNumber() {
			return nil, false
		}
	}
	if term == &r.Result {
		v, ok := compute(r.Op, terms, value)
		return []Interval{v}, ok
	}
	if !r.Result.Figure.IsNumber() {
		return nil, false
	}
	a, b := &terms[0], &terms[1]
	share := value(&r.Result)
	if r.Op != Product {
		share = share.times(quo(one, hundred))
	}
	if r.Op == Growth {
		share = share.plus(Point(one))
	}
	if a.Weight != nil {
		share = share.times(quo(one, a.Weight))
	}
	if r.Op == Product {
		other := value(b)
		if term.Figure == b.Figure {
			other = value(a)
		}
		return factors(share, other), true
	}
	switch term.Figure {
	case a.Figure:
		return []Interval{share.product(value(b))}, true
	case b.Figure:
		v, ok := value(a).divide(share)
		return []Interval{v}, ok
	}
	return nil, false
}

// factors are the numbers whose product with other is product: all where other may be nothing.
func factors(product, other Interval) []Interval {
	switch v, ok := product.divide(other); {
	case ok:
		return []Interval{v}
	case product.Has(zero) || !other.IsPoint():
		return []Interval{{}}
	}
	return nil
}

func solveAchieved(r *Relation, term *Term, value values) ([]Interval, bool) {
	target, realisasi := &r.Terms[0], &r.Terms[1]
	if !realisasi.Figure.IsNumber() || !r.Result.Figure.IsNumber() {
		return nil, false
	}
	var set []Interval
	if term == &r.Result {
		for _, o := range r.outcomes(value) {
			set = append(set, r.capped(o.computed))
		}
		return set, len(set) > 0
	}
	if !target.Figure.IsNumber() {
		return nil, false
	}
	share := value(&r.Result).times(quo(one, hundred))
	keep := func(v Interval, ok bool) {
		if ok {
			set = append(set, v)
		}
	}
	for _, f := range r.Polarity.formulas() {
		switch {
		case term == realisasi && f.reading == Rounded:
			keep(share.product(value(target)), true)
		case term == realisasi && f.reading == InverseA:
			keep(Point(two).minus(share).product(value(target)), true)
		case term == realisasi:
			keep(value(target).divide(share))
		case f.reading == Rounded:
			keep(value(realisasi).divide(share))
		case f.reading == InverseA:
			keep(value(realisasi).divide(Point(two).minus(share)))
		default:
			keep(share.product(value(realisasi)), true)
		}
	}
	for _, limit := range r.caps() {
		// A capped capaian only says that realisasi lies beyond the cap.
		if term == realisasi && r.Polarity == Up && r.Result.Figure.Value.Cmp(limit) == 0 && target.Figure.Value.Sign() > 0 {
			keep(Interval{Low: quo(mul(limit, target.Figure.Value), hundred)}, true)
		}
	}
	return set, len(set) > 0
}

func solveOrder(r *Relation, term *Term, value values) ([]Interval, bool) {
	if term == &r.Result {
		if !r.Terms[0].Figure.IsNumber() {
			return nil, false
		}
		return []Interval{{High: value(&r.Terms[0]).High}}, true
	}
	if !r.Result.Figure.IsNumber() {
		return nil, false
	}
	return []Interval{{Low: value(&r.Result).Low}}, true
}
