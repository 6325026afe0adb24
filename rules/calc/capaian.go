package calc

import (
	"math/big"

	"lkjip/schema"
	"lkjip/schema/source"
)

// Polarity says which way an indicator is good.
type Polarity uint8

// Undeclared accepts every formula in use; the declared ones accept only their own (DOMAIN: PermenPANRB 8/2021 lampiran).
const (
	Undeclared Polarity = iota
	Up                  // naik: R ÷ T
	Down                // turun: (2T − R) ÷ T or T ÷ R, both in use
	Range               // rentang: 100 inside the range, else measured from the nearer end
	Steady              // tetap: R ÷ T or T ÷ R
)

// PolarityOf reads the word of the contract, as schema.Choice spells it.
func PolarityOf(word string) Polarity {
	switch word {
	case "naik":
		return Up
	case "turun":
		return Down
	case "rentang":
		return Range
	case "tetap":
		return Steady
	}
	return Undeclared
}

// Target is a target that is not one number.
type Target struct {
	Low, High *big.Rat
}

// usualCaps are the caps met in practice, percent; there is no national norm.
var usualCaps = []*big.Rat{big.NewRat(100, 1), big.NewRat(120, 1), big.NewRat(150, 1)}

// Achievement says that capaian is what realisasi reached of target, percent. The target counts as exact: it was set, not measured.
func Achievement(capaian, realisasi, target *schema.Figure, p Polarity) *Relation {
	r := &Relation{Op: Achieved, Result: Term{Figure: capaian}, Polarity: p,
		Terms: []Term{{Figure: target, Exact: true}, {Figure: realisasi}}}
	if target != nil && target.Kind == schema.Between {
		r.Target = Target{target.Low, target.High}
	}
	return r
}

// formula is one way to compute capaian.
type formula struct {
	reading Reading
	of      func(target *big.Rat, realisasi Interval) (Interval, bool)
}

func divided(target *big.Rat, realisasi Interval) (Interval, bool) {
	q, ok := realisasi.divide(Point(target))
	return q.times(hundred), ok
}

func inverseA(target *big.Rat, realisasi Interval) (Interval, bool) {
	if target.Sign() == 0 {
		return Interval{}, false
	}
	return realisasi.monotone(func(r *big.Rat) *big.Rat {
		return mul(quo(sub(mul(two, target), r), target), hundred)
	}), true
}

func inverseB(target *big.Rat, realisasi Interval) (Interval, bool) {
	if realisasi.IsPoint() && realisasi.Low.Sign() == 0 {
		return Point(hundred), true // nothing of what should be little: 100 by convention
	}
	if target.Sign() == 0 {
		return Interval{}, false
	}
	q, ok := Point(target).divide(realisasi)
	return q.times(hundred), ok
}

var (
	positive  = formula{Rounded, divided}
	negativeA = formula{InverseA, inverseA}
	negativeB = formula{InverseB, inverseB}
)

// formulas in the order they are tried; the first is the normal one for the polarity.
func (p Polarity) formulas() []formula {
	switch p {
	case Up:
		return []formula{positive}
	case Down:
		return []formula{negativeA, negativeB}
	case Range, Steady:
		return []formula{positive, negativeB, negativeA}
	}
	return []formula{positive, negativeA, negativeB}
}

// Tells reports whether a relation that holds shows which convention the report follows; values computed in two ways
// often print alike.
func Tells(j *Judged) bool {
	switch j.Reading {
	case Rounded:
		return OnlyRounded(j.Relation)
	case Truncated, Capped:
		return true
	case InverseA, InverseB:
		for _, o := range j.outcomes(printed) {
			if o.reading != j.Reading && against(&j.Result, o.computed).State == Holds {
				return false
			}
		}
		return true
	}
	return false
}

// AtFaceValue is the result that the other figures give when each is taken for exactly what it prints, as a reader with
// a calculator would find it; several where several formulas are in use.
func AtFaceValue(r *Relation) []*big.Rat {
	face := func(t *Term) Interval { return Point(t.Figure.Value) }
	var sets []Interval
	switch r.Op {
	case Achieved:
		if r.Terms[1].Figure.IsNumber() {
			for _, o := range r.outcomes(face) {
				sets = append(sets, r.capped(o.computed))
			}
		}
		if r.Polarity == Undeclared && len(sets) > 1 {
			sets = sets[:1]
		}
	case Linear, Mean, Ratio, Growth, Product:
		plain := *r
		plain.Alternate, plain.Result.Exact, plain.kept = nil, true, nil
		sets, _ = solve(&plain, r.Result.Figure, face, nil)
	}
	var out []*big.Rat
	for _, s := range sets {
		if s.IsPoint() {
			out = append(out, s.Low)
		}
	}
	return out
}

// outcome is what one formula makes of target and realisasi.
type outcome struct {
	reading  Reading
	computed Interval
}

// outcomes are all that the formulas of the polarity give, the normal one first.
func (r *Relation) outcomes(value values) []outcome {
	realisasi := value(&r.Terms[1])
	if r.Terms[1].Figure.Value.Sign() == 0 && !r.Terms[1].Exact {
		realisasi = Point(zero) // nothing happened, which no rounding explains
	}
	goals, inside := r.goals(value)
	var out []outcome
	if inside {
		out = append(out, outcome{Rounded, Point(hundred)})
	}
	for _, goal := range goals {
		for _, f := range r.Polarity.formulas() {
			if goal.Sign() == 0 && r.Polarity != Down {
				continue // undefined, unless little is good
			}
			if computed, ok := f.of(goal, realisasi); ok {
				out = append(out, outcome{f.reading, computed})
			}
		}
	}
	return out
}

// judgeAchieved tries every formula rounded before any is tried cut off or capped, so that the convention it names is the
// plainest one that fits.
func judgeAchieved(r *Relation) Verdict {
	target, realisasi := &r.Terms[0], &r.Terms[1]
	if !realisasi.Figure.IsNumber() || target.Figure != nil && target.Figure.Kind == schema.Worded && realisasi.Figure.Label != "" {
		return judgeWords(r)
	}
	if goals, _ := r.goals(printed); len(goals) == 0 {
		return r.untestable(target)
	}
	outcomes := r.outcomes(printed)
	if len(outcomes) == 0 {
		return Verdict{State: Untestable, Reason: source.T("%s nol, capaian tidak dapat dihitung", "%s is zero, capaian cannot be computed", target.Label())}
	}
	var expected []Interval
	var second *Verdict
	for _, o := range outcomes {
		computed := r.capped(o.computed)
		v := r.fits(computed, r.Polarity != Undeclared || o.reading == Rounded)
		switch {
		case v.State != Holds:
			expected = append(expected, computed)
		case v.Reading == Rounded:
			v.Reading = o.reading
			return v
		case second == nil:
			second = &v
		}
	}
	if second != nil {
		return *second
	}
	return Verdict{State: Broken, Expected: expected}
}

// caps are the limits that capaian may be cut at: the declared one, else those in use.
func (r *Relation) caps() []*big.Rat {
	if r.Cap != nil {
		return []*big.Rat{r.Cap}
	}
	return usualCaps
}

// capped cuts a computed capaian at the cap that the report declares.
func (r *Relation) capped(computed Interval) Interval {
	if r.Cap == nil || computed.High == nil || computed.High.Cmp(r.Cap) <= 0 {
		return computed
	}
	if computed.Low.Cmp(r.Cap) >= 0 {
		return Point(r.Cap)
	}
	return Interval{Low: computed.Low, High: r.Cap, LowOpen: computed.LowOpen}
}

// goals are the numbers realisasi is measured against: the target itself, or the end of a range that realisasi missed.
// Inside a range capaian is 100 (inferred from the regulation's examples) or measured from an end.
func (r *Relation) goals(value values) (goals []*big.Rat, inside bool) {
	if f := r.Terms[0].Figure; f.IsNumber() {
		set := value(&r.Terms[0])
		if stored := f.Stored(); stored != nil && set.Meets(Point(stored)) {
			return []*big.Rat{stored}, false
		}
		if goal := set.Middle(); goal != nil { // a target is exact, or unknown
			return []*big.Rat{goal}, false
		}
		return nil, false
	}
	v, t := r.Terms[1].Figure.Value, r.Target
	switch {
	case t.Low != nil && t.High != nil && v.Cmp(t.Low) >= 0 && v.Cmp(t.High) <= 0:
		return []*big.Rat{t.High, t.Low}, true
	case t.High != nil && v.Cmp(t.High) > 0:
		return []*big.Rat{t.High}, false
	case t.Low != nil:
		return []*big.Rat{t.Low}, false
	case t.High != nil:
		return []*big.Rat{t.High}, false
	}
	return nil, false
}

// fits compares the printed capaian with a computed one, also under a cap and with negative values raised to zero. Where
// it is not known which way the indicator is good, limits says no for the inverse formulas: 100 for a realisasi of 80
// against 100 would pass as a negative indicator cut at 100.
func (r *Relation) fits(computed Interval, limits bool) Verdict {
	v := against(&r.Result, computed)
	if v.State == Holds || !limits {
		return v
	}
	printed := r.Result.Figure.Value
	for _, limit := range r.caps() {
		if printed.Cmp(limit) == 0 && computed.Low.Cmp(limit) > 0 {
			return Verdict{State: Holds, Reading: Capped}
		}
	}
	if printed.Sign() == 0 && computed.High.Sign() < 0 {
		return Verdict{State: Holds, Reading: Floored}
	}
	return v
}

// judgeWords judges a realisasi in words ("WTP", "BB", also beside a score as in "71,20 (BB)"): equal to the target it is 100 percent; anything else would need an
// order of the words, which the report has to declare.
func judgeWords(r *Relation) Verdict {
	target, realisasi := r.Terms[0].Figure, r.Terms[1].Figure
	if target == nil || realisasi == nil || target.Kind != schema.Worded || schema.Normal(target.Label) != schema.Normal(realisasi.Label) {
		return r.untestable(&r.Terms[1])
	}
	return r.fits(Point(hundred), true)
}
