package source

import (
	"cmp"
	"math"
	"slices"
	"unicode"
)

// between are the lines that lie on a page, and the edges of its shades.
func (p *page) between() []rule { return slices.Concat(p.lines.lying, p.shades.lying) }

// headEnd moves the end of the headings up to a line drawn above the first row, whose texts may begin above its figures.
func (a *aligned) headEnd(lines []textLine, head int) int {
	if head < 1 || head >= len(lines) {
		return head
	}
	for i := head; i > 0; i-- {
		if slices.ContainsFunc(a.rules, func(r rule) bool {
			return lines[i-1].middle() < r.at && r.at < lines[i].middle() && r.from < a.columns[0].right && r.to > a.columns[len(a.columns)-1].left
		}) {
			return i
		}
	}
	return head
}

// band is the part between two lines that lie above and below a text; ok is false where it has none on a side.
func (a *aligned) band(l *textLine) (top, bottom float64, ok bool) {
	top, bottom = 0, math.Inf(1)
	for _, r := range a.rules {
		switch {
		case r.from > l.right || r.to < l.left:
		case r.at < l.middle():
			top = max(top, r.at)
		default:
			bottom = min(bottom, r.at)
		}
	}
	return top, bottom, top > 0 && bottom-top < 120
}

// sameBand reports whether no line lies between two texts, but one below both.
func (a *aligned) sameBand(above, l *textLine) bool {
	top, bottom, ok := a.band(l)
	return ok && top < above.middle() && above.middle() < bottom
}

// bandColumns takes the columns from all texts between the lines above and below the seed, where they show more of them: in the
// middle of its cell a figure stands lower than the first words beside it.
func (a *aligned) bandColumns(lines []textLine, seed int) {
	top, bottom, ok := a.band(&lines[seed])
	if !ok {
		return
	}
	var pieces []piece
	for i := range lines {
		if y := lines[i].middle(); top < y && y < bottom {
			pieces = append(pieces, lines[i].pieces...)
		}
	}
	columns := stripsOf(pieces)
	if len(columns) > len(a.columns) {
		a.columns = columns
	}
}

// whiteColumns are the columns that white parts from top to bottom, from the first row on.
func whiteColumns(data []textLine) []strip {
	var pieces []piece
	for _, l := range data[max(firstRow(data), 0):] {
		pieces = append(pieces, l.pieces...)
	}
	return stripsOf(pieces)
}

// stripsOf puts texts that stand above each other, even in part, into one column.
func stripsOf(pieces []piece) []strip {
	slices.SortFunc(pieces, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
	var columns []strip
	for _, c := range pieces {
		if n := len(columns); n > 0 && c.left < columns[n-1].right+2.5 {
			columns[n-1].right = max(columns[n-1].right, c.right)
		} else {
			columns = append(columns, strip{c.left, c.right})
		}
	}
	return columns
}

// byRules tells the rows by the lines that lie between them; a text belongs to the row below the last line over its column, as
// a merged cell does. none where a part between two lines holds several figures of a column, so that lines part groups of rows.
func (a *aligned) byRules(lines [][][]piece) [][][]piece {
	top, bottom := a.data[0].top, a.data[len(a.data)-1].bottom
	var inside []rule
	for _, r := range a.rules {
		if top < r.at && r.at < bottom && r.from < a.columns[len(a.columns)-1].left && r.to > a.columns[len(a.columns)-1].left {
			inside = append(inside, r)
		}
	}
	if len(inside) == 0 {
		return nil
	}
	rows := make([][][]piece, len(inside)+1)
	for i := range rows {
		rows[i] = make([][]piece, len(a.columns))
	}
	slices.SortFunc(inside, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	for _, cells := range lines {
		for j, pieces := range cells {
			for _, c := range pieces {
				row := 0
				for k, r := range inside {
					if r.at < c.middle() && r.from < a.columns[j].middle() {
						row = k + 1
					}
				}
				rows[row][j] = append(rows[row][j], c)
			}
		}
	}
	rows = slices.DeleteFunc(rows, func(row [][]piece) bool {
		return !slices.ContainsFunc(row, func(c []piece) bool { return len(c) > 0 })
	})
	if len(rows) < 2 || slices.ContainsFunc(rows, severalFigures) {
		return nil
	}
	return rows
}

// severalFigures reports whether two lines of a cell are figures of their own.
func severalFigures(row [][]piece) bool {
	return slices.ContainsFunc(row, func(pieces []piece) bool {
		lines := slices.DeleteFunc(linesOf(pieces), func(l textLine) bool { return !reStacked.MatchString(l.text) })
		return len(lines) > 1 && !fitsOne(lines[0].text, lines[1].text)
	})
}

// firstRow is the first line with a figure, or the number of a row at its left; -1 for none.
func firstRow(lines []textLine) int {
	return slices.IndexFunc(lines, func(l textLine) bool {
		mark := l.pieces[0]
		return figuresIn(l.pieces) > 0 || len(l.pieces) > 1 && reRowMark.MatchString(mark.text) && !slices.ContainsFunc(lines, func(other textLine) bool {
			return cutWord(mark, other.pieces[0]) || cutWord(other.pieces[0], mark)
		})
	})
}

// cutWord reports whether two texts are a word of two letters that a narrow column cut, as No is, and not two marks of rows.
func cutWord(above, below piece) bool {
	return len(above.text) == 1 && len(below.text) == 1 && unicode.IsUpper(rune(above.text[0])) && unicode.IsLower(rune(below.text[0])) &&
		above.top < below.top && below.top < above.bottom+2*above.size && below.left < above.right && above.left < below.right
}

// near reports whether a line stands as close to its neighbour as lines of a table do, in parts of its letters' size or of the
// widest white so far; rows may stand further apart.
func (a *aligned) near(gap, least, pitch float64, l *textLine) bool {
	if gap <= max(least*l.em(), 1.6*pitch+2) {
		return true
	}
	row := len(l.pieces) > 2 && (figuresIn(l.pieces) > 0 || reRowMark.MatchString(l.pieces[0].text))
	return row && gap < 2.5*l.em() && a.place(l.pieces) != nil
}
