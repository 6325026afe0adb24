package source

import (
	"math"
	"slices"
	"strconv"
)

// plainSheets takes out the pages of sheets without lines whose columns stand on other pages: figures as high as the rows of the
// page before, where that has titles, and without a word of what they are about. It says so once for each sheet.
func plainSheets(name string, pages []*page) (problems []Problem) {
	lines := make([][]textLine, len(pages))
	for i, p := range pages {
		if len(p.lines.frames()) == 0 {
			lines[i] = linesOf(p.pieces)
		}
	}
	for i := 0; i < len(pages); {
		down, n := plainSheet(lines[i:])
		if down > 0 {
			top := lines[i+down][0].top - sameRow // of the headings
			var numbers []string
			for k, p := range pages[i : i+n] {
				p.pieces = slices.DeleteFunc(p.pieces, func(c piece) bool { return k > 0 || c.top >= top })
				numbers = append(numbers, strconv.Itoa(p.number))
			}
			problems = append(problems, notJoined(name, numbers))
		}
		i += max(n, 1)
	}
	return problems
}

// plainSheet finds how many pages, from the first one, a sheet was cut into: first so many downwards, and to the right.
func plainSheet(lines [][]textLine) (down, pages int) {
	for down = 1; down <= min(maxDown, len(lines)-1) && len(lines[down-1]) > 0; down++ {
		if !besideTitles(lines[0], lines[down]) {
			continue
		}
		n := down
		for n < len(lines) && (n%down == 0 && besideTitles(lines[0], lines[n]) || besidePlain(lines[n%down], lines[n])) {
			n++
		}
		// Printed to the right first, the next rows follow.
		for across := n; down == 1 && n+1 < len(lines) && besidePlain(lines[n], lines[n+1]); {
			n += min(across, len(lines)-n)
		}
		if n >= 2*down {
			return down, n
		}
	}
	return 0, 1
}

// besideTitles reports whether a page holds nothing but figures under headings, as high as those of another that has titles
// above.
func besideTitles(left, lines []textLine) bool {
	first := slices.IndexFunc(lines, beginsWithFigure)
	if len(left) == 0 || first < 0 || first > maxHeadLines || len(lines)-first <= fewRows || lines[0].top < left[0].bottom+titleRow || !besidePlain(left, lines[first:]) {
		return false
	}
	figures, counted, before := 0, 0, 0
	for _, l := range lines[first:] {
		if beginsWithFigure(l) {
			figures++
		}
		if n := reRowNumber.FindStringSubmatch(l.pieces[0].text); n != nil {
			if atoiSmall(n[1]) == before+1 {
				counted++ // rows that go on with their numbers
			}
			before = atoiSmall(n[1])
		}
	}
	return 4*figures > 3*(len(lines)-first) && 4*counted < figures
}

// maxHeadLines is how many lines headings have, which may be divided in other ways than those beside them.
const maxHeadLines = 6

func beginsWithFigure(l textLine) bool { return reWhole.MatchString(l.pieces[0].text) }

// besidePlain reports whether all lines of a page stand as high as some of another.
func besidePlain(left, lines []textLine) bool {
	return len(lines) > 0 && !slices.ContainsFunc(lines, func(l textLine) bool {
		return !slices.ContainsFunc(left, func(o textLine) bool { return math.Abs(o.middle()-l.middle()) < 2*sameRow })
	})
}
