package source

import (
	"cmp"
	"slices"
)

// lineup is texts of a table that stand on one line exactly, under its columns.
type lineup struct {
	base   float64
	cells  [][]piece
	title  bool // of a group or a total: its text may reach over columns
	begins bool // a row begins here
}

// What a text on a level is to the one above it in its column.
const (
	newCell = iota
	restOfCell
	unsureCell
)

// sameLevel is how far apart letters of one line stand at most, in points.
const sameLevel = 0.6

// byLevels tells the rows where the texts of a row all begin on one line, at the top of their cells: a row begins where a
// number, code or figure does, and every text that begins elsewhere is the rest of a full line above it. fits is false where
// texts do not stand so; rows are nil where they do, but the lines may belong to either of two rows.
func (a *aligned) byLevels() (rows [][][]piece, fits bool) {
	levels := a.levels()
	if len(levels) == 0 {
		return nil, false
	}
	s := a.sortLevels(levels)
	key := s.keyColumn()
	if key < 0 || s.rowCount() < a.fewest() || !levels[0].begins && !a.first && !a.known {
		return nil, false
	}
	of := make([]int, len(a.columns)) // the row whose cell a column is in
	last := make([]*lineup, len(a.columns))
	for i := range levels {
		l := &levels[i]
		if i == 0 || l.begins {
			rows = append(rows, make([][]piece, len(a.columns)))
		}
		for j, c := range l.cells {
			if len(c) == 0 {
				continue
			}
			switch s.relation(l, last[j], j, key) {
			case unsureCell:
				return nil, l.begins
			case newCell:
				of[j] = len(rows) - 1
			}
			rows[of[j]][j] = append(rows[of[j]][j], c...)
			last[j] = l
		}
	}
	return rows, true
}

// levels puts the texts of the data into lines by where their letters stand; none where that is not known.
func (a *aligned) levels() []lineup {
	var pieces []piece
	for _, l := range a.data {
		pieces = append(pieces, l.pieces...)
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.base, b.base) })
	var levels []lineup
	for from := 0; from < len(pieces); {
		to := from + 1
		for to < len(pieces) && pieces[to].base-pieces[from].base < sameLevel {
			to++
		}
		line := textLine{box: pieces[from].box, pieces: slices.Clone(pieces[from:to])}
		line.finish()
		cells := a.cells(&line)
		if pieces[from].base == 0 || cells == nil {
			return nil
		}
		levels = append(levels, lineup{base: pieces[from].base, cells: cells, title: a.place(line.pieces) == nil || reTotalLine.MatchString(line.text)})
		from = to
	}
	return levels
}

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
				if step = levels[i].base - last[j].base; s.pitch == 0 || step < s.pitch {
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
	if l.base-above.base > s.pitch+sameLevel {
		return false
	}
	text, next := above.cells[j][0].text, l.cells[j][0].text
	if j == 0 && s.marked {
		return partOfCode(text, next) || cutCode(text, next)
	}
	_, part := wholeAmount(text, next)
	return part || restOfNumber(text, next) && s.full(l, above, j)
}

// full reports whether a line had no room for the first word of the one below.
func (s *lineups) full(l, above *lineup, j int) bool {
	c, d := l.cells[j], above.cells[j]
	next := textLine{box: c[0].box, text: c[0].text}
	return d[len(d)-1].right-d[0].left+next.firstWord()+0.3*d[0].size > s.wide[j]-1
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
	key := -1
	for j := range s.every {
		if s.every[j] && !s.figures[j] && (j > 0 || !s.marked) && !(key >= 0 && s.small[j]) {
			key = j
		}
	}
	return key
}

// rowCount is how many rows there are beside titles and totals.
func (s *lineups) rowCount() int {
	n := 0
	for _, l := range s.levels {
		if l.begins && !l.title {
			n++
		}
	}
	return n
}

// relation tells whether a text begins a cell.
func (s *lineups) relation(l, above *lineup, j, key int) int {
	if above == nil {
		return newCell
	}
	far := l.base-above.base > s.pitch+sameLevel
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
