package calc

import (
	"math/big"
	"slices"

	"lkjip/schema"
)

// Total is the sum of printed figures as a figure of its own, with the most decimals among them; nil where one is no number.
func Total(figures ...*schema.Figure) *schema.Figure {
	out := Constant(new(big.Rat))
	for _, f := range figures {
		if !f.IsNumber() {
			return nil
		}
		out.Value.Add(out.Value, f.Value)
		out.Decimals = max(out.Decimals, f.Decimals)
	}
	return out
}

// meanDecimals keeps the mean of printed figures all but exact, so that a mean of means is compared as such.
const meanDecimals = 12

// MeanOf is the mean of printed figures as a figure of its own; nil where none is a number.
func MeanOf(figures ...*schema.Figure) *schema.Figure {
	var numbers []*schema.Figure
	for _, f := range figures {
		if f.IsNumber() {
			numbers = append(numbers, f)
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	out := Total(numbers...)
	out.Value.Quo(out.Value, big.NewRat(int64(len(numbers)), 1))
	out.Decimals = max(out.Decimals, meanDecimals)
	return out
}

// Scaled is a figure in other units: a score of 0,75 as 75 on a scale of hundred. It keeps the figure's place.
func Scaled(f *schema.Figure, by *big.Rat) *schema.Figure {
	if !f.IsNumber() {
		return f
	}
	out := *f
	out.Value = mul(f.Value, by)
	for step := by; step.Cmp(one) > 0; step = quo(step, big.NewRat(10, 1)) {
		out.Decimals = max(0, out.Decimals-1)
	}
	return &out
}

// Near reports whether a printed number is of the size of another: at most ten times as large and at least a tenth.
func Near(a, b *big.Rat) bool {
	x, y := new(big.Rat).Abs(a), new(big.Rat).Abs(b)
	ten := big.NewRat(10, 1)
	return x.Cmp(mul(y, ten)) <= 0 && y.Cmp(mul(x, ten)) <= 0
}

// CutAtCap reports whether the smaller of two statements of one capaian, percent, is a cap in use that the other exceeds.
func CutAtCap(a, b *schema.Figure) bool {
	if !a.IsNumber() || !b.IsNumber() {
		return false
	}
	low, high := a.Value, b.Value
	if low.Cmp(high) > 0 {
		low, high = high, low
	}
	return low.Cmp(high) < 0 && slices.ContainsFunc(usualCaps, func(limit *big.Rat) bool { return limit.Cmp(low) == 0 })
}
