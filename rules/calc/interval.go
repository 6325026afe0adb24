// Package calc judges figures: which printed numbers agree with each other, which do not, and which one is at fault.
package calc

import (
	"math/big"

	"lkjip/schema"
	"lkjip/schema/source"
)

// Interval is a set of numbers between two ends. A nil end is unbounded; an open end is not itself included.
type Interval struct {
	Low, High         *big.Rat
	LowOpen, HighOpen bool
}

// Point is the interval that holds v alone.
func Point(v *big.Rat) Interval { return Interval{Low: v, High: v} }

// IsPoint reports whether the interval holds exactly one number.
func (i Interval) IsPoint() bool {
	return i.Low != nil && i.High != nil && !i.LowOpen && !i.HighOpen && (i.Low == i.High || i.Low.Cmp(i.High) == 0)
}

// IsEmpty reports whether nothing lies in the interval.
func (i Interval) IsEmpty() bool {
	if i.Low == nil || i.High == nil {
		return false
	}
	c := i.Low.Cmp(i.High)
	return c > 0 || c == 0 && (i.LowOpen || i.HighOpen)
}

// Has reports whether v lies in the interval.
func (i Interval) Has(v *big.Rat) bool {
	if i.Low != nil {
		if c := v.Cmp(i.Low); c < 0 || c == 0 && i.LowOpen {
			return false
		}
	}
	if i.High != nil {
		if c := v.Cmp(i.High); c > 0 || c == 0 && i.HighOpen {
			return false
		}
	}
	return true
}

// Intersect is what lies in both intervals.
func (i Interval) Intersect(o Interval) Interval {
	out := i
	if o.Low != nil {
		switch {
		case out.Low == nil || o.Low.Cmp(out.Low) > 0:
			out.Low, out.LowOpen = o.Low, o.LowOpen
		case o.Low.Cmp(out.Low) == 0:
			out.LowOpen = out.LowOpen || o.LowOpen
		}
	}
	if o.High != nil {
		switch {
		case out.High == nil || o.High.Cmp(out.High) < 0:
			out.High, out.HighOpen = o.High, o.HighOpen
		case o.High.Cmp(out.High) == 0:
			out.HighOpen = out.HighOpen || o.HighOpen
		}
	}
	return out
}

// Meets reports whether two printed intervals can stand for one number. Two real intervals must overlap in more than a
// shared end: XBRL Calculations 1.1 closes both ends so that half-up, half-down and half-even rounding are all accepted
// against an exact value, but two roundings that only touch would need two opposite conventions at once.
func (i Interval) Meets(o Interval) bool {
	x := i.Intersect(o)
	if x.IsEmpty() {
		return false
	}
	return !x.IsPoint() || i.IsPoint() || o.IsPoint()
}

// Middle is the number in the middle of a bounded interval, an end of a half-open one, nil of an unbounded one.
func (i Interval) Middle() *big.Rat {
	switch {
	case i.Low == nil:
		return i.High
	case i.High == nil:
		return i.Low
	}
	m := new(big.Rat).Add(i.Low, i.High)
	return m.Quo(m, two)
}

var (
	zero    = new(big.Rat)
	one     = big.NewRat(1, 1)
	two     = big.NewRat(2, 1)
	hundred = big.NewRat(100, 1)
)

func add(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func quo(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

// plus adds intervals end by end; an unbounded end stays unbounded.
func (i Interval) plus(o Interval) Interval {
	out := Interval{LowOpen: i.LowOpen || o.LowOpen, HighOpen: i.HighOpen || o.HighOpen}
	if i.Low != nil && o.Low != nil {
		out.Low = add(i.Low, o.Low)
	}
	if i.High != nil && o.High != nil {
		out.High = add(i.High, o.High)
	}
	return out
}

// times multiplies by a number; a negative one swaps the ends.
func (i Interval) times(w *big.Rat) Interval {
	scale := func(v *big.Rat) *big.Rat {
		if v == nil {
			return nil
		}
		return mul(v, w)
	}
	switch w.Sign() {
	case 0:
		return Point(zero)
	case 1:
		return Interval{scale(i.Low), scale(i.High), i.LowOpen, i.HighOpen}
	}
	return Interval{scale(i.High), scale(i.Low), i.HighOpen, i.LowOpen}
}

func (i Interval) minus(o Interval) Interval { return i.plus(o.times(big.NewRat(-1, 1))) }

// less takes a bounded part out of a sum it was added to, end by end; an unbounded end stays unbounded.
func (i Interval) less(part Interval) Interval {
	out := Interval{LowOpen: i.LowOpen, HighOpen: i.HighOpen}
	if i.Low != nil {
		out.Low = sub(i.Low, part.Low)
	}
	if i.High != nil {
		out.High = sub(i.High, part.High)
	}
	return out
}

// monotone maps an interval through f, which must be monotone on it; an unbounded interval stays unbounded.
func (i Interval) monotone(f func(*big.Rat) *big.Rat) Interval {
	if i.Low == nil || i.High == nil {
		return Interval{}
	}
	if i.IsPoint() {
		return Point(f(i.Low))
	}
	a, b := f(i.Low), f(i.High)
	if a.Cmp(b) <= 0 {
		return Interval{a, b, i.LowOpen, i.HighOpen}
	}
	return Interval{b, a, i.HighOpen, i.LowOpen}
}

// hull is the smallest interval around all given numbers, ends included.
func hull(vs ...*big.Rat) Interval {
	out := Point(vs[0])
	for _, v := range vs[1:] {
		if v.Cmp(out.Low) < 0 {
			out.Low = v
		}
		if v.Cmp(out.High) > 0 {
			out.High = v
		}
	}
	return out
}

// divide is the quotient of bounded intervals; ok is false where the divisor can be zero.
func (i Interval) divide(o Interval) (q Interval, ok bool) {
	if o.Has(zero) || i.Low == nil || i.High == nil || o.Low == nil || o.High == nil {
		return Interval{}, false
	}
	if i.IsPoint() && o.IsPoint() {
		return Point(quo(i.Low, o.Low)), true
	}
	return hull(quo(i.Low, o.Low), quo(i.Low, o.High), quo(i.High, o.Low), quo(i.High, o.High)), true
}

// product multiplies intervals; where an end is unbounded so is the product.
func (i Interval) product(o Interval) Interval {
	if i.Low == nil || i.High == nil || o.Low == nil || o.High == nil {
		return Interval{}
	}
	if i.IsPoint() && o.IsPoint() {
		return Point(mul(i.Low, o.Low))
	}
	return hull(mul(i.Low, o.Low), mul(i.Low, o.High), mul(i.High, o.Low), mul(i.High, o.High))
}

// unit is what one step of the figure's last printed digit is worth.
func unit(f *schema.Figure) *big.Rat {
	u := new(big.Rat).SetFrac(big.NewInt(1), source.Pow10(f.Decimals))
	if f.Unit != nil {
		u.Mul(u, f.Unit)
	}
	return u
}

// Printed is the set of numbers a printed figure can stand for: half a unit of the last digit to both sides (rounding half
// up, down or even). Rupiah in full and figures declared exact (targets, counts) stand for themselves alone.
func Printed(f *schema.Figure, exact bool) Interval {
	if (exact || f.Money && f.Unit == nil) && !f.Rounded() {
		return Point(f.Value)
	}
	half := quo(unit(f), two)
	return Interval{Low: sub(f.Value, half), High: add(f.Value, half)}
}

// Cut is the set of numbers a figure stands for if its last digits were cut off instead of rounded.
func Cut(f *schema.Figure) Interval {
	u := unit(f)
	switch f.Value.Sign() {
	case 1:
		return Interval{Low: f.Value, High: add(f.Value, u), HighOpen: true}
	case -1:
		return Interval{Low: sub(f.Value, u), High: f.Value, LowOpen: true}
	}
	return Interval{Low: new(big.Rat).Neg(u), High: u, LowOpen: true, HighOpen: true}
}
