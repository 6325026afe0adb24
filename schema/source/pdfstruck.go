package source

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// struckBy is how far a line drawn through words may end from their ends, in points.
const struckBy = 2.0

// struck tells the letters that a line is drawn through, by their index: an author has deleted them, as tracked changes are
// printed. The line goes through the middle of letters, and begins and ends with them; lines of tables reach further.
// rest are the other lines.
func struck(lying []rule, letters []letter) (out map[int]bool, rest []rule) {
	order := make([]int, 0, len(letters))
	tallest := 0.0
	for i := range letters {
		if strings.TrimSpace(letters[i].text) != "" {
			order = append(order, i)
			tallest = max(tallest, letters[i].height())
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(letters[a].bottom, letters[b].bottom) })
	out = map[int]bool{}
	for _, r := range lying {
		from, _ := slices.BinarySearchFunc(order, r.at, func(i int, y float64) int { return cmp.Compare(letters[i].bottom, y) })
		var through []int
		left, right, crossed, size := math.Inf(1), math.Inf(-1), 0, 0.0
		for _, i := range order[from:] {
			l := &letters[i]
			if l.bottom > r.at+tallest {
				break
			}
			if x := (l.left + l.right) / 2; x < r.from || x > r.to || l.top > r.at+0.5*tallest {
				continue
			}
			through, left, right = append(through, i), min(left, l.left), max(right, l.right)
			if c, _ := utf8.DecodeRuneInString(l.text); unicode.IsLetter(c) || unicode.IsDigit(c) {
				if h := l.height(); r.at < l.top+0.2*h || r.at > l.bottom-0.2*h {
					crossed = -1
					break
				}
				crossed, size = crossed+1, max(size, l.height())
			}
		}
		if crossed < 1 || math.Abs(left-r.from) > struckBy || right-r.to > struckBy || r.to-right > max(struckBy, 0.6*size) {
			rest = append(rest, r)
			continue
		}
		for _, i := range through {
			out[i] = true
		}
	}
	return out, rest
}
