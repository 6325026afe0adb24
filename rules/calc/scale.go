package calc

import (
	"math/big"
	"slices"

	"lkjip/schema"
)

// Seam is the place where two neighbouring rows of a scale meet, or fail to.
type Seam struct {
	Lower, Upper *schema.BarisSkala
	Between      Interval // a gap: the values no row holds; an overlap: the values both rows hold
}

// Gaps are the values between neighbouring rows that no row holds and that a number with the given decimals can be:
// 91–100 above 81–90 has no gap for whole numbers and one for 90,5.
func Gaps(scale *schema.Skala, decimals int) []Seam {
	var gaps []Seam
	for _, s := range seams(scale) {
		_, high, _, highOpen := s.Lower.Bounds()
		low, _, lowOpen, _ := s.Upper.Bounds()
		gap := Interval{Low: high, High: low, LowOpen: !highOpen, HighOpen: !lowOpen}
		if !gap.IsEmpty() && holdsStep(gap, decimals) {
			gaps = append(gaps, Seam{s.Lower, s.Upper, gap})
		}
	}
	return gaps
}

// holdsStep reports whether a number with so many decimals lies in the interval.
func holdsStep(i Interval, decimals int) bool {
	step := unit(&schema.Figure{Decimals: decimals})
	n := new(big.Int)
	n.Div(quo(i.Low, step).Num(), quo(i.Low, step).Denom())
	for k := int64(0); k <= 2; k++ {
		if v := mul(new(big.Rat).SetInt(new(big.Int).Add(n, big.NewInt(k))), step); i.Has(v) {
			return true
		}
	}
	return false
}

// Overlaps are the values that two neighbouring rows both hold.
func Overlaps(scale *schema.Skala) []Seam {
	var overlaps []Seam
	for _, s := range seams(scale) {
		both := rowInterval(s.Lower).Intersect(rowInterval(s.Upper))
		if !both.IsEmpty() {
			overlaps = append(overlaps, Seam{s.Lower, s.Upper, both})
		}
	}
	return overlaps
}

// seams pairs the rows that follow each other in value. Rows without bounds take no part; rows with the same bounds are
// one row with two names.
func seams(scale *schema.Skala) []Seam {
	rows := sorted(scale)
	var out []Seam
	for i := 1; i < len(rows); i++ {
		_, high, _, _ := rows[i-1].Bounds()
		low, _, _, _ := rows[i].Bounds()
		if high == nil || low == nil || SameBounds(rows[i-1], rows[i]) {
			continue
		}
		out = append(out, Seam{Lower: rows[i-1], Upper: rows[i]})
	}
	return out
}

func lowEnd(b *schema.BarisSkala) *big.Rat {
	low, _, _, _ := b.Bounds()
	return low
}

// compareEnds orders lower ends; no end comes before every number.
func compareEnds(a, b *big.Rat) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return a.Cmp(b)
}

// SameBounds reports whether two rows hold the same scores.
func SameBounds(a, b *schema.BarisSkala) bool {
	x, y := rowInterval(a), rowInterval(b)
	return compareEnds(x.Low, y.Low) == 0 && compareEnds(x.High, y.High) == 0 && x.LowOpen == y.LowOpen && x.HighOpen == y.HighOpen
}

// SameScale reports whether two scales cut scores at the same places, row by row from the best to the worst or the reverse.
// The outermost ends may differ in being included: 0–30 and above 0 to 30 are one row.
func SameScale(a, b *schema.Skala) (pairs [][2]*schema.BarisSkala, ok bool) {
	x, y := sorted(a), sorted(b)
	if len(x) != len(y) || len(x) < 3 {
		return nil, false
	}
	for i := range x {
		p, q := rowInterval(x[i]), rowInterval(y[i])
		if i == 0 {
			p.LowOpen, q.LowOpen = false, false
		}
		if i == len(x)-1 {
			p.HighOpen, q.HighOpen = false, false
		}
		if compareEnds(p.Low, q.Low) != 0 || compareEnds(p.High, q.High) != 0 || p.LowOpen != q.LowOpen || p.HighOpen != q.HighOpen {
			return nil, false
		}
		pairs = append(pairs, [2]*schema.BarisSkala{x[i], y[i]})
	}
	return pairs, true
}

// sorted are the bounded rows from the lowest to the highest.
func sorted(scale *schema.Skala) []*schema.BarisSkala {
	var rows []*schema.BarisSkala
	for i := range scale.Baris {
		if bounded(&scale.Baris[i]) {
			rows = append(rows, &scale.Baris[i])
		}
	}
	slices.SortStableFunc(rows, func(a, b *schema.BarisSkala) int { return compareEnds(lowEnd(a), lowEnd(b)) })
	return rows
}

// Named reports whether the row carries one of the label's names.
func Named(b *schema.BarisSkala, label string) bool {
	for _, name := range append(ParseLabel(label), label) {
		if carriesName(b, name) {
			return true
		}
	}
	return false
}

// OnLine is where a score of one scale lies on another when both run evenly from their lowest to their highest end; nil where
// an end is open.
func OnLine(score *big.Rat, from, to *schema.Skala) *big.Rat {
	a, b := sorted(from), sorted(to)
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	fromLow, fromHigh := rowInterval(a[0]).Low, rowInterval(a[len(a)-1]).High
	toLow, toHigh := rowInterval(b[0]).Low, rowInterval(b[len(b)-1]).High
	if fromLow == nil || fromHigh == nil || toLow == nil || toHigh == nil || fromLow.Cmp(fromHigh) >= 0 {
		return nil
	}
	share := quo(sub(score, fromLow), sub(fromHigh, fromLow))
	return add(toLow, mul(share, sub(toHigh, toLow)))
}
