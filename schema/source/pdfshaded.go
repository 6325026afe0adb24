package source

import (
	"math"
	"slices"
	"strings"
)

// banded reports whether a frame of shades is one of several below each other, which begin or end alike, with white between
// them: every other row of a table is shaded, and the rows in the white are rows too.
func banded(frames []drawn, i int) bool {
	b := frames[i].bounds()
	for k, f := range frames {
		other := f.bounds()
		if gap := max(other.top-b.bottom, b.top-other.bottom); k != i && (math.Abs(other.left-b.left) < 3 || math.Abs(other.right-b.right) < 3) && gap > 5 && gap < 60 {
			return true
		}
	}
	return false
}

// partShaded reports whether a shaded frame is but the headings or some rows of a table: a row without shade stands right
// above or below it, under its columns, or beside a cell at its end; or a line as wide as it lies below, under texts between.
func (p *page) partShaded(f drawn) bool {
	b, xs := f.bounds(), edges(f.upright, f.lying)
	for j := 1; j < len(xs); j++ {
		if x := (xs[j-1] + xs[j]) / 2; !covers(f.lying, b.bottom, x) || !covers(f.lying, b.top, x) {
			return true
		}
	}
	for _, r := range p.lines.lying {
		if r.at > b.bottom+2*sameLine && math.Abs(r.from-b.left) < sameLine && math.Abs(r.to-b.right) < sameLine && p.rowsIn(box{b.left, b.bottom, b.right, r.at}) > 0 {
			return true
		}
	}
	return slices.ContainsFunc(linesOf(p.pieces), func(l textLine) bool {
		near := 1.2 * l.em()
		below, above := l.top-b.bottom, b.top-l.bottom
		if (below < -sameLine || below > near) && (above < -sameLine || above > near) || strings.HasPrefix(l.text, "(") || tableCaption(l.text) {
			return false
		}
		columns := map[int]bool{}
		for _, c := range l.pieces {
			j := interval(xs, c.left)
			if j < 0 || interval(xs, c.right) != j || columns[j] {
				return false
			}
			columns[j] = true
		}
		return len(l.pieces) > 1 || !columns[0]
	})
}

// withShadedHead adds the edges of shaded headings right above a table of which only the rows are drawn.
func (p *page) withShadedHead(f drawn) drawn {
	b := f.bounds()
	for _, head := range p.shades.frames() {
		h := head.bounds()
		if math.Abs(h.bottom-b.top) < 2*sameLine && math.Abs(h.left-b.left) < 2*sameLine && math.Abs(h.right-b.right) < 2*sameLine && h.top < b.top-2*sameLine {
			return drawn{slices.Concat(f.lying, head.lying), slices.Concat(f.upright, head.upright)}
		}
	}
	return f
}
