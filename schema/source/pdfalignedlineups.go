package source

import (
	"strings"
	"unicode"
)

// lineups are the lines of a table, and what is known of its columns.
type lineups struct {
	levels  []lineup
	pitch   float64 // of lines in a cell
	marked  bool    // the first column holds numbers or codes of rows
	figures []bool
	every   []bool // begins with every row
	small   []bool // begins with small letters where a cell surely begins
	wide    []float64
}

// sortLevels marks the levels where rows begin.
func (a *aligned) sortLevels(levels []lineup) *lineups {
	n := len(a.columns)
	s := &lineups{levels: levels, figures: make([]bool, n), every: make([]bool, n), small: make([]bool, n), wide: make([]float64, n)}
	var lines [][][]piece
	for _, l := range levels {
		lines = append(lines, l.cells)
	}
	s.marked, s.figures = a.kinds(lines)
	last := make([]*lineup, n)
	left, right := make([]float64, n), make([]float64, n)
	for i := range levels {
		for j, c := range levels[i].cells {
			if len(c) == 0 {
				continue
			}
			if step := 0.0; last[j] != nil {
				if step = c[0].base - last[j].cells[j][0].base; s.pitch == 0 || step < s.pitch {
					s.pitch = step
				}
			}
			if left[j] == 0 || c[0].left < left[j] {
				left[j] = c[0].left
			}
			if !levels[i].title {
				right[j] = max(right[j], c[len(c)-1].right)
			}
			last[j] = &levels[i]
		}
	}
	for j := range n {
		s.wide[j] = right[j] - left[j]
	}
	clear(last)
	for i := range levels {
		l := &levels[i]
		l.begins = l.title
		for j, c := range l.cells {
			if len(c) == 0 {
				continue
			}
			if j == 0 && s.marked && reRowMark.MatchString(c[0].text) || s.figures[j] && (reFigure.MatchString(c[0].text) || c[0].text == "-") {
				l.begins = l.begins || last[j] == nil || !s.restOf(l, last[j], j)
			}
			last[j] = l
		}
	}
	s.describe()
	return s
}

// restOf reports whether a figure or code can be the rest of the one above it, which the width of the column cut.
func (s *lineups) restOf(l, above *lineup, j int) bool {
	if s.far(l, above, j) {
		return false
	}
	text, next := above.cells[j][0].text, l.cells[j][0].text
	if j == 0 && s.marked {
		return partOfCode(text, next) || cutCode(text, next)
	}
	_, part := wholeAmount(text, next)
	return part || restOfNumber(text, next) && s.full(l, above, j)
}

// far reports whether a text stands further below another than lines of one cell do.
func (s *lineups) far(l, above *lineup, j int) bool {
	return l.cells[j][0].base-above.cells[j][0].base > s.pitch+0.8
}

// full reports whether a line had hardly room for the first word of the one below, whose width is but estimated.
func (s *lineups) full(l, above *lineup, j int) bool {
	c, d := l.cells[j], above.cells[j]
	word, _, _ := strings.Cut(c[0].text, " ")
	first := (c[0].right - c[0].left) * weight(word) / weight(c[0].text)
	return d[len(d)-1].right-d[0].left+1.1*first+0.3*d[0].size > s.wide[j]-1
}

// weight is how wide letters are, about, in parts of a usual one.
func weight(text string) float64 {
	sum := 0.0
	for _, r := range text {
		switch {
		case strings.ContainsRune("mwMW%", r):
			sum += 1.7
		case strings.ContainsRune("iljtfrI.,:;()/- ", r):
			sum += 0.65
		case unicode.IsUpper(r):
			sum += 1.4
		default:
			sum++
		}
	}
	return sum
}

// describe tells what begins with every row, and with small letters.
func (s *lineups) describe() {
	for j := range s.every {
		s.every[j] = true
		for _, l := range s.levels {
			switch {
			case !l.begins || l.title:
			case len(l.cells[j]) == 0:
				s.every[j] = false
			case len(l.cells[0]) > 0 || j == 0:
				s.small[j] = s.small[j] || beginsSmall(l.cells[j])
			}
		}
	}
}

// keyColumn is the column whose texts begin with every row, the last one before the figures; -1 for none.
func (s *lineups) keyColumn() int {
	if s.inMiddle() {
		return -1
	}
	key := -1
	for j := range s.every {
		if s.every[j] && !s.figures[j] && (j > 0 || !s.marked) && !(key >= 0 && s.small[j]) {
			key = j
		}
	}
	return key
}

// inMiddle reports whether texts of several lines seem to stand in the middle of their rows: what would begin a row begins with
// small letters in some and with capitals in others. The last column tells, as cells at the left may be merged.
func (s *lineups) inMiddle() bool {
	for j := len(s.every) - 1; j >= 0; j-- {
		if !s.every[j] || s.figures[j] {
			continue
		}
		small, capital, more := false, false, false
		for _, l := range s.levels {
			switch c := l.cells[j]; {
			case len(c) == 0 || l.title:
			case !l.begins:
				more = true
			case beginsSmall(c):
				small = true
			default:
				capital = capital || unicode.IsUpper([]rune(c[0].text)[0])
			}
		}
		if more {
			return small && capital
		}
	}
	return false
}

// rowCount is how many rows there are, titles and totals among them or not.
func (s *lineups) rowCount(titles bool) int {
	n := 0
	for _, l := range s.levels {
		if l.begins && (titles || !l.title) {
			n++
		}
	}
	return n
}

// beginsWhole reports whether texts above the first row can be the rest of one that the page break cuts: they stand where
// rows begin with a text.
func (s *lineups) beginsWhole() bool {
	for _, l := range s.levels {
		if l.begins {
			break
		}
		for j, c := range l.cells {
			if len(c) > 0 && s.every[j] {
				return true
			}
		}
	}
	return s.levels[0].begins
}

// relation tells whether a text begins a cell.
func (s *lineups) relation(l, above *lineup, j, key int) int {
	if above == nil {
		return newCell
	}
	far := s.far(l, above, j)
	if !l.begins {
		switch {
		case far:
			return unsureCell
		case s.figures[j] && s.restOf(l, above, j) || j == 0 && s.marked && s.restOf(l, above, j) || s.full(l, above, j):
			return restOfCell
		}
		return unsureCell
	}
	marked := len(l.cells[0]) > 0
	switch {
	case far || l.title || above.title || j == key || s.figures[j] || j == 0 && s.marked || s.every[j] && s.small[j]:
		return newCell
	case !s.full(l, above, j):
		return newCell
	case beginsSmall(l.cells[j]) && !s.small[j]:
		return restOfCell
	case marked:
		return newCell
	case s.marked && j == 1:
		return restOfCell // its cell is merged as that of the number is
	case s.every[j]:
		return newCell
	}
	return unsureCell
}
