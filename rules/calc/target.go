package calc

import (
	"math/big"
	"slices"

	"lkjip/schema"
	"lkjip/schema/source"
)

// Restate says that a repeats b, which a document of higher standing sets: numbers as numbers, ranges as ranges, words as
// words. b cannot be at fault.
func Restate(a, b *schema.Figure) *Relation {
	return &Relation{Op: Restated, Result: Term{Figure: a, Exact: true}, Terms: []Term{{Figure: b, Fixed: true}}}
}

// Reach says that value is at least as good as target, which for an indicator that should fall means at most as high.
func Reach(value, target *schema.Figure, p Polarity) *Relation {
	return &Relation{Op: Reached, Result: Term{Figure: value}, Terms: []Term{{Figure: target, Fixed: true}}, Polarity: p}
}

// judgeRestated compares what two documents print for one target. A figure in words and a number cannot be compared.
func judgeRestated(r *Relation) Verdict {
	a, b := r.Result.Figure, r.Terms[0].Figure
	if !b.IsSet() || b.Kind == schema.Nothing {
		return r.untestable(&r.Terms[0])
	}
	if a.Kind == schema.Nothing {
		return r.untestable(&r.Result)
	}
	if a.Kind == schema.Worded || b.Kind == schema.Worded {
		return judgeRestatedWords(r, a, b)
	}
	if a.Percent != b.Percent && a.IsNumber() && b.IsNumber() && hundredfold(a.Value, b.Value) {
		return Verdict{State: Untestable, Reason: source.T("%s tertulis `%s` dan `%s`: pecahan atau persen", "%s reads `%s` and `%s`: a fraction or a percentage",
			r.Result.Label(), a.Show(), b.Show())}
	}
	x, y := bounds(a), bounds(b)
	if equalEnd(x.Low, y.Low) && equalEnd(x.High, y.High) {
		return Verdict{State: Holds}
	}
	if a.IsNumber() && b.IsNumber() && (a.Rounded() || b.Rounded()) && Printed(a, true).Meets(Printed(b, true)) {
		return Verdict{State: Holds} // a sheet shows fewer decimals than it holds
	}
	// "95" beside "≥ 95" or "90–95" is one target written shorter.
	if a.IsNumber() != b.IsNumber() && (equalEnd(x.Low, y.Low) || equalEnd(x.High, y.High)) {
		return Verdict{State: Holds}
	}
	return Verdict{State: Broken, Expected: []Interval{y}}
}

func judgeRestatedWords(r *Relation, a, b *schema.Figure) Verdict {
	switch {
	case a.Label == "" || b.Label == "":
		return r.untestable(&r.Result) // words on one side, a bare number on the other
	case schema.Normal(a.Label) == schema.Normal(b.Label) && signs(a.Label) == signs(b.Label), shareName(a.Label, b.Label):
		return Verdict{State: Holds}
	case a.Kind != b.Kind:
		return r.untestable(&r.Result)
	}
	return verdictOf(false)
}

// shareName reports whether one label is a part of the other: "BB" and "BB (Sangat Baik)".
func shareName(a, b string) bool {
	return slices.ContainsFunc(ParseLabel(a), func(x string) bool {
		return slices.ContainsFunc(ParseLabel(b), func(y string) bool { return sameName(x, y) && signs(x) == signs(y) })
	})
}

func hundredfold(a, b *big.Rat) bool {
	return mul(a, hundred).Cmp(b) == 0 || mul(b, hundred).Cmp(a) == 0
}

func equalEnd(a, b *big.Rat) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Cmp(b) == 0
}

// bounds are the ends of a number or range as printed.
func bounds(f *schema.Figure) Interval {
	if f.IsNumber() {
		return Point(f.Value)
	}
	return Interval{Low: f.Low, High: f.High}
}

func judgeReached(r *Relation) Verdict {
	value, target := r.Result.Figure, r.Terms[0].Figure
	switch {
	case !target.IsSet() || target.Kind == schema.Nothing:
		return r.untestable(&r.Terms[0])
	case value.Kind == schema.Worded && target.Kind == schema.Worded && schema.Normal(value.Label) == schema.Normal(target.Label):
		return Verdict{State: Holds}
	case !value.IsNumber():
		return r.untestable(&r.Result)
	}
	goal, ok := r.reach()
	if !ok {
		return r.untestable(&r.Terms[0])
	}
	if r.Result.interval().Intersect(goal).IsEmpty() {
		return Verdict{State: Broken, Expected: []Interval{goal}}
	}
	return Verdict{State: Holds}
}

// reach are the values that are as good as the target. A range that is open at one end says itself which way is good.
func (r *Relation) reach() (Interval, bool) {
	t := r.Terms[0].Figure
	if t.Kind != schema.Exactly && t.Kind != schema.Between {
		return Interval{}, false
	}
	b := bounds(t)
	switch {
	case b.Low == nil || b.High == nil, r.Polarity == Range:
		return b, true
	case r.Polarity == Down:
		return Interval{High: b.High}, true
	case r.Polarity == Steady:
		return Interval{}, false
	}
	return Interval{Low: b.Low}, true
}

// Trend reads from targets over the years which way an indicator is meant to go; Undeclared where they do not move, or
// move both ways with more than one of four or more years out of line.
func Trend(targets map[int]*schema.Figure) Polarity {
	var all []*big.Rat
	for _, f := range schema.Years(targets) {
		if f.IsNumber() {
			all = append(all, f.Value)
		}
	}
	way, straight := trend(all)
	if straight || len(all) < 4 {
		return way
	}
	for i := range all {
		rest, ok := trend(slices.Delete(slices.Clone(all), i, i+1))
		switch {
		case !ok || rest == Undeclared:
		case way != Undeclared && way != rest:
			return Undeclared
		default:
			way = rest
		}
	}
	return way
}

// trend is the way values go; straight is false where they go both ways.
func trend(values []*big.Rat) (way Polarity, straight bool) {
	ways := map[int]Polarity{-1: Down, 1: Up}
	way = Undeclared
	for i := 1; i < len(values); i++ {
		step, moved := ways[values[i].Cmp(values[i-1])]
		switch {
		case !moved:
		case way != Undeclared && way != step:
			return Undeclared, false
		default:
			way = step
		}
	}
	return way, true
}
