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

// PolarityOf reads the word of the contract.
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

func judgeAchieved(r *Relation) Verdict {
	target, realisasi := &r.Terms[0], &r.Terms[1]
	if !realisasi.Figure.IsNumber() {
		return judgeWords(r)
	}
	goals, inside := r.goals()
	if len(goals) == 0 {
		return untestable(target)
	}
	var expected []Interval
	if inside {
		expected = append(expected, Point(hundred))
	}
	for _, goal := range goals {
		for _, f := range r.Polarity.formulas() {
			computed, ok := f.of(goal, realisasi.interval())
			if !ok {
				continue
			}
			if v := r.fits(computed); v.State == Holds {
				if v.Reading == Rounded {
					v.Reading = f.reading
				}
				return v
			}
			expected = append(expected, computed)
		}
	}
	if len(expected) == 0 {
		return Verdict{State: Untestable, Reason: source.T("%s nol, capaian tidak dapat dihitung", "%s is zero, capaian cannot be computed", target.Label())}
	}
	if inside {
		if v := r.fits(Point(hundred)); v.State == Holds {
			return v
		}
	}
	return Verdict{State: Broken, Expected: expected}
}

// goals are the numbers realisasi is measured against: the target itself, or the end of a range that realisasi missed.
// Inside a range capaian is 100 (inferred from the regulation's examples) or measured from an end.
func (r *Relation) goals() (goals []*big.Rat, inside bool) {
	if f := r.Terms[0].Figure; f.IsNumber() {
		return []*big.Rat{f.Value}, false
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

// fits compares the printed capaian with a computed one, also under a cap and with negative values raised to zero.
func (r *Relation) fits(computed Interval) Verdict {
	v := against(&r.Result, computed)
	if v.State == Holds {
		return v
	}
	printed := r.Result.Figure.Value
	caps := usualCaps
	if r.Cap != nil {
		caps = []*big.Rat{r.Cap}
	}
	for _, limit := range caps {
		if printed.Cmp(limit) == 0 && computed.Low.Cmp(limit) > 0 {
			return Verdict{State: Holds, Reading: Capped}
		}
	}
	if printed.Sign() == 0 && computed.High.Sign() < 0 {
		return Verdict{State: Holds, Reading: Floored}
	}
	return v
}

// judgeWords judges a realisasi in words ("WTP", "BB"): equal to the target it is 100 percent; anything else would need an
// order of the words, which the report has to declare.
func judgeWords(r *Relation) Verdict {
	target, realisasi := r.Terms[0].Figure, r.Terms[1].Figure
	if realisasi == nil || realisasi.Kind != schema.Worded || target == nil || target.Kind != schema.Worded {
		return untestable(&r.Terms[1])
	}
	if schema.Normal(target.Label) != schema.Normal(realisasi.Label) {
		return untestable(&r.Terms[1])
	}
	return r.fits(Point(hundred))
}
