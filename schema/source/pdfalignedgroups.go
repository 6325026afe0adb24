package source

import (
	"math"
	"slices"
)

// headRule parts headings by a line drawn between them, or an edge of their shades: the columns it lies over have a text above
// them that they share; at is its y, 0 for none. Texts are underlined by lines no wider than they are: those part nothing.
func (a *aligned) headRule(from, to int, own [][]piece, wide []piece) (low []bool, at float64) {
	columns := a.withHeads(from, to, slices.Concat(own...))
	for _, r := range a.rules {
		above, below := false, false
		over := make([]bool, to-from)
		for j, c := range columns {
			if over[j] = r.from < c.left-1 && c.right+1 < r.to; !over[j] {
				continue
			}
			for _, text := range own[j] {
				above, below = above || text.middle() < r.at, below || text.middle() > r.at
			}
		}
		above = above || slices.ContainsFunc(wide, func(c piece) bool {
			return c.bottom < r.at && r.from < c.left && c.right < r.to
		})
		switch {
		case !above || !below || at > 0 && r.at > at+sameLine:
		case at > 0 && math.Abs(r.at-at) <= sameLine:
			for j := range low {
				low[j] = low[j] || over[j]
			}
		default:
			low, at = over, r.at
		}
	}
	return low, at
}

// oneLevel reports whether all headings are texts of one cell each, on several lines, though some stand low: lines above and
// below them tell how much white cells have at their edges, and texts of two cells would stand that far apart. In the middle
// of three columns a text may still be that of all of them.
func (a *aligned) oneLevel(own [][]piece, wide []piece) bool {
	if len(wide) > 0 || len(own) == 0 {
		return false
	}
	all := slices.Concat(own...)
	if len(all) == 0 {
		return false
	}
	at := all[0].box
	for _, c := range all {
		at = box{min(at.left, c.left), min(at.top, c.top), max(at.right, c.right), max(at.bottom, c.bottom)}
	}
	top, bottom := 0.0, math.Inf(1)
	for _, r := range a.rules {
		switch {
		case r.from > at.left || r.to < at.right:
		case r.at < at.top+1:
			top = max(top, r.at)
		case r.at > at.bottom-1:
			bottom = min(bottom, r.at)
		}
	}
	if top == 0 || math.IsInf(bottom, 1) {
		return false
	}
	white := 0.45 * (at.top - top + bottom - at.bottom)
	alone := func(j int) bool { return j >= 0 && j < len(own) && len(linesOf(own[j])) == 1 }
	for j, pieces := range own {
		lines := linesOf(pieces)
		for i := 1; i < len(lines); i++ {
			above, l := lines[i-1], lines[i]
			side := math.Abs(above.left-l.left) < 1.5 || math.Abs(above.right-l.right) < 1.5
			inside := math.Abs(above.left+above.right-l.left-l.right) < 3 && !(alone(j-1) && alone(j+1))
			if gap := l.top - above.bottom; gap > white || gap > 0.8*l.em() || !side && !inside {
				return false
			}
		}
	}
	return true
}

// withHeads are some columns, as wide as the headings that stand over one of them alone.
func (a *aligned) withHeads(from, to int, heads []piece) []strip {
	columns := slices.Clone(a.columns[from:to])
	for _, c := range heads {
		if j := a.over(from, to, c); j >= 0 {
			s := &columns[j-from]
			*s = strip{min(s.left, c.left), max(s.right, c.right)}
		}
	}
	return columns
}

// leftEnds parts columns among texts that stand at the left of all they stand over, as the texts below each of them do too; nil
// where they do not.
func (a *aligned) leftEnds(from, to int, heads [][]piece, lower []piece) []int {
	starts := make([]int, 0, len(heads))
	for _, h := range heads {
		left := leftmost(h)
		j := slices.IndexFunc(lower, func(c piece) bool { return math.Abs(c.left-left) < 1 })
		if j < 0 {
			return nil
		}
		k := a.over(from, to, lower[j])
		if k < 0 || len(starts) > 0 && k <= starts[len(starts)-1] {
			return nil
		}
		starts = append(starts, k)
	}
	if starts[0] != from {
		return nil
	}
	return append(starts[1:], to)
}

// underlined reports whether a line lies below a heading, above those at a height, and ends before the last column: it tells
// which columns the heading stands over.
func (a *aligned) underlined(c piece, below float64) bool {
	return slices.ContainsFunc(a.rules, func(r rule) bool {
		return c.middle() < r.at && r.at < below && r.from < c.left-1 && c.right+1 < r.to && r.to < a.columns[len(a.columns)-1].left
	})
}
