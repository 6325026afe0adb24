package calc

import (
	"math/big"

	"lkjip/schema"
)

// solveMean is solve for a mean, which may be taken over several populations: over one that agrees without the figure, any
// value of it will do.
func solveMean(r *Relation, f *schema.Figure, value values, moved []*schema.Figure) (set []Interval, ok bool) {
	try := func(m *Relation, moved []*schema.Figure) {
		term := m.term(f)
		if term == nil {
			if sum, present, blank := m.sum(nil, value, moved); present > 0 && blank == nil && sum.times(quo(one, m.numbers())).Meets(value(&m.Result)) {
				set, ok = append(set, Interval{}), true
			}
			return
		}
		if more, fine := solveLinear(m, term, value, moved); fine {
			set, ok = append(set, more...), true
		}
		if term == &m.Result {
			return
		}
		if limit := m.cutAt(); limit != nil && term.Figure.Value.Cmp(limit) > 0 {
			set, ok = append(set, Interval{Low: limit}), true // the mean of what is cut there
		}
	}
	primary := r
	if len(r.Alternate) > 0 {
		own := *r
		own.Alternate, own.kept = nil, nil
		primary = &own
	}
	try(primary, moved)
	for _, alt := range r.Alternate {
		other := *r
		other.Terms, other.Alternate, other.kept = alt.Terms, nil, nil
		try(&other, nil)
	}
	return set, ok
}

// numbers is how many terms are numbers, 1 for none.
func (r *Relation) numbers() *big.Rat {
	n := int64(0)
	for i := range r.Terms {
		if r.Terms[i].Figure.IsNumber() {
			n++
		}
	}
	return big.NewRat(max(n, 1), 1)
}

// cutAt is the cap at which the terms as printed must be cut for their mean to be the result, nil for none.
func (r *Relation) cutAt() *big.Rat {
	if v := meanOf(r); v.State != Holds || v.Reading != Capped {
		return nil
	}
	_, limit := meanOfCapped(r)
	return limit
}
