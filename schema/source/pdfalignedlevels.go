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
	if key < 0 || s.rowCount(a.known || a.counted) < a.fewest() || !levels[0].begins && !(a.first || a.known) || !s.beginsWhole() {
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
