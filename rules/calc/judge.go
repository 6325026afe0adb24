package calc

import (
	"math/big"

	"lkjip/schema"
	"lkjip/schema/source"
)

// Judge says whether a relation holds, is broken or cannot be tested.
func Judge(r *Relation) Verdict {
	if r.Op == Banded {
		return judgeBand(r)
	}
	if !r.Result.Figure.IsSet() || r.Result.Figure.Kind == schema.Nothing {
		return Verdict{State: Absent}
	}
	switch r.Op {
	case Restated:
		return judgeRestated(r)
	case Reached:
		return judgeReached(r)
	}
	if r.Result.Figure.Kind != schema.Exactly {
		return r.untestable(&r.Result)
	}
	switch r.Op {
	case Linear:
		return judgeLinear(r)
	case Mean:
		return judgeMean(r)
	case Achieved:
		return judgeAchieved(r)
	case Covered:
		return judgeCovered(r)
	case NonZero:
		return verdictOf(r.Result.Figure.Value.Sign() != 0)
	case Backed, AtMost, Plausible:
		return judgeOrder(r)
	case Dated:
		return judgeDated(r)
	}
	return judgeQuotient(r)
}

func verdictOf(holds bool) Verdict {
	if holds {
		return Verdict{State: Holds}
	}
	return Verdict{State: Broken}
}

// untestable says why a term gives no number.
func (r *Relation) untestable(t *Term) Verdict {
	who := r.role(t)
	why := source.T("%s belum diisi", "%s is not filled in", who)
	switch {
	case t.Figure == nil:
		why = source.T("%s tidak ada", "%s does not exist", who)
	case t.Figure.Kind == schema.Nothing:
		why = source.T("%s tertulis `%s`", "%s reads `%s`", t.Label(), t.Figure.Show())
	case t.Figure.Kind == schema.Between:
		why = source.T("%s berupa rentang `%s`", "%s is a range `%s`", t.Label(), t.Figure.Show())
	case t.Figure.Kind == schema.Worded:
		why = source.T("%s berupa teks `%s`", "%s is text `%s`", t.Label(), t.Figure.Show())
	}
	return Verdict{State: Untestable, Reason: why}
}

// role is what a message calls a term of the relation; one that stands nowhere is called by what it would determine.
func (r *Relation) role(t *Term) source.Text {
	placed := func(t *Term) bool { return !t.Name.IsZero() || t.Figure != nil && t.Figure.Node != nil }
	switch {
	case placed(t):
	case r.Op == Banded:
		return source.T("nilai yang menentukan `%s`", "the score that determines `%s`", r.Label.S)
	case t != &r.Result && placed(&r.Result):
		return source.T("angka lain yang menentukan %s", "another figure that determines %s", r.Result.Label())
	case t == &r.Result && len(r.Terms) > 0 && placed(&r.Terms[0]):
		return source.T("hasil hitungan dari %s", "what is computed from %s", r.Terms[0].Label())
	}
	return t.Label()
}

// Label is what a message calls the term: its own name, or the words for its place in the report.
func (t *Term) Label() source.Text {
	if !t.Name.IsZero() {
		return t.Name
	}
	if t.Figure == nil || t.Figure.Node == nil {
		return source.T("angka pembanding", "the figure to compare with")
	}
	return schema.Label(t.Figure.Node)
}

// values gives the numbers a term can stand for; printed takes it as it is printed.
type values func(*Term) Interval

func printed(t *Term) Interval { return t.interval() }

func (t *Term) interval() Interval { return Printed(t.Figure, t.Exact || t.Fixed) }

// against compares the printed result with what the other figures give: rounded first, then cut off.
func against(result *Term, computed Interval) Verdict {
	if result.interval().Meets(computed) {
		return Verdict{State: Holds}
	}
	f := result.Figure
	if !result.Exact && !(f.Money && f.Unit == nil) && Cut(f).Meets(computed) {
		return Verdict{State: Holds, Reading: Truncated}
	}
	return Verdict{State: Broken, Expected: []Interval{computed}}
}

// judgeLinear judges sums and differences. A dash is zero; a blank part is zero if the rest then fits, and otherwise
// makes the sum untestable, because the missing amount may be what is missing.
func judgeLinear(r *Relation) Verdict {
	computed, present, blank := linear(r, nil, printed)
	if present == 0 {
		return Verdict{State: Absent}
	}
	v := against(&r.Result, computed)
	if blank == nil {
		return v
	}
	if v.State == Holds && len(r.Terms) > 2 {
		v.Reading = BlankAsZero
		return v
	}
	return r.untestable(blank)
}

// linear is Σ weight × term without the term of figure skip. blank is the first term that gives no number.
func linear(r *Relation, skip *schema.Figure, value values) (sum Interval, present int, blank *Term) {
	sum = Point(zero)
	exact := new(big.Rat)
	for i := range r.Terms {
		t := &r.Terms[i]
		switch {
		case t.Figure == skip && skip != nil:
			continue
		case t.Figure != nil && t.Figure.Kind == schema.Nothing:
			present++
			continue
		case !t.Figure.IsNumber():
			if blank == nil {
				blank = t
			}
			continue
		}
		present++
		part := value(t)
		if t.Weight != nil {
			part = part.times(t.Weight)
		}
		if part.IsPoint() { // rupiah: added in place
			exact.Add(exact, part.Low)
			continue
		}
		sum = sum.plus(part)
	}
	return sum.plus(Point(exact)), present, blank
}

// judgeMean judges an average, of the terms or of what the report may use in their place.
func judgeMean(r *Relation) Verdict {
	v := meanOf(r)
	if v.State == Holds {
		return v
	}
	for _, alt := range r.Alternate {
		other := *r
		other.Terms, other.Alternate, other.kept = alt.Terms, nil, nil
		switch o := meanOf(&other); {
		case o.State == Holds:
			o.Reading = OtherBase
			return o
		case v.State != Broken && o.State == Broken:
			v = o
		}
	}
	return v
}

// meanOf judges an average of the terms. Indicators without a figure may be left out or counted as zero: reports do both.
func meanOf(r *Relation) Verdict {
	computed, present, blank := linear(r, nil, printed)
	numbers := 0
	for i := range r.Terms {
		if r.Terms[i].Figure.IsNumber() {
			numbers++
		}
	}
	if blank != nil {
		return r.untestable(blank)
	}
	if numbers == 0 {
		return Verdict{State: Absent}
	}
	v := against(&r.Result, computed.times(big.NewRat(1, int64(numbers))))
	if v.State == Broken && present > numbers {
		if all := against(&r.Result, computed.times(big.NewRat(1, int64(present)))); all.State == Holds {
			return all
		}
	}
	if v.State == Broken {
		if capped, _ := meanOfCapped(r); capped.State == Holds {
			return capped
		}
	}
	return v
}

// meanOfCapped tries the mean of values cut at the usual caps, and gives the cap at which it holds.
func meanOfCapped(r *Relation) (Verdict, *big.Rat) {
	for _, limit := range usualCaps {
		sum := Point(zero)
		for i := range r.Terms {
			if t := &r.Terms[i]; t.Figure.IsNumber() {
				if part := t.interval(); t.Figure.Value.Cmp(limit) > 0 {
					sum = sum.plus(Point(limit))
				} else {
					sum = sum.plus(part)
				}
			}
		}
		if v := against(&r.Result, sum.times(quo(one, r.numbers()))); v.State == Holds {
			v.Reading = Capped
			return v, limit
		}
	}
	return Verdict{State: Broken}, nil
}

// judgeQuotient judges Ratio, Growth, Product and Equal.
func judgeQuotient(r *Relation) Verdict {
	v := quotient(r, r.Terms)
	if v.State != Broken {
		return v
	}
	for _, alt := range r.Alternate {
		if other := quotient(r, alt.Terms); other.State == Holds {
			other.Reading = OtherBase
			return other
		}
	}
	return v
}

func quotient(r *Relation, terms []Term) Verdict {
	for i := range terms {
		if !terms[i].Figure.IsNumber() && !(terms[i].Figure != nil && terms[i].Figure.Kind == schema.Nothing && i == 0 && r.Op == Ratio) {
			return r.untestable(&terms[i])
		}
	}
	computed, ok := compute(r.Op, terms, printed)
	if !ok {
		// A percentage of nothing: zero, dash and even 100 are printed; none of them can be called wrong by arithmetic.
		return Verdict{State: Untestable, Reason: source.T("%s nol, pembagian tidak terdefinisi", "%s is zero, the quotient is undefined", terms[1].Label())}
	}
	return against(&r.Result, computed)
}

// compute is the value of a quotient, product or comparison from its terms.
func compute(op Op, terms []Term, value values) (Interval, bool) {
	first := Point(zero)
	if terms[0].Figure.IsNumber() {
		first = value(&terms[0])
	}
	if op == Equal {
		return first, true
	}
	second := value(&terms[1])
	if w := terms[0].Weight; w != nil {
		first = first.times(w)
	}
	if op == Product {
		return first.product(second), true
	}
	if op == Growth {
		// (a − b) ÷ b = a ÷ b − 1: dividing once keeps the interval as tight as the figures allow.
		q, ok := first.divide(second)
		return q.minus(Point(one)).times(hundred), ok
	}
	q, ok := first.divide(second)
	return q.times(hundred), ok
}

// judgeOrder judges AtMost, Backed and Plausible.
func judgeOrder(r *Relation) Verdict {
	v := r.Result.interval()
	for i := range r.Terms {
		t := &r.Terms[i]
		if r.Op == Backed && t.Figure.IsSet() && t.Figure.Kind == schema.Nothing {
			return verdictOf(v.Has(zero)) // a dash is no budget
		}
		if !t.Figure.IsNumber() {
			return r.untestable(t)
		}
	}
	limit := r.Terms[0].interval()
	switch r.Op {
	case Backed:
		return verdictOf(!(limit.Has(zero) && !v.Has(zero)))
	case Plausible:
		return verdictOf(v.Low.Cmp(r.Terms[1].Figure.Value) <= 0 && v.High.Cmp(limit.Low) >= 0)
	}
	out := verdictOf(v.Low.Cmp(limit.High) <= 0)
	if out.State == Broken {
		out.Expected = []Interval{{High: limit.High}}
	}
	return out
}

// OnlyRounded reports whether a quotient that holds would not hold if its last digit had been cut off instead of rounded,
// so that it tells which of the two the report does.
func OnlyRounded(r *Relation) bool {
	switch r.Op {
	case Ratio, Growth, Achieved:
		f := r.Result.Figure
		if f.Money && f.Unit == nil || r.Result.Exact {
			return false
		}
		for i := range r.Terms {
			if !r.Terms[i].Figure.IsNumber() {
				return false
			}
		}
		set, ok := Solve(r, f)
		if !ok {
			return false
		}
		half := quo(unit(f), two)
		for _, s := range set { // undo the widening of Solve: what the terms alone give
			if s.Low == nil || s.High == nil || Cut(f).Meets(Interval{Low: add(s.Low, half), High: sub(s.High, half)}) {
				return false
			}
		}
		return true
	}
	return false
}
