package source

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// divideRows parts drawn rows that hold several rows of text, where lines are drawn between the columns alone: figures stand
// below each other in their cells. inside holds the texts of the cells, also of the new ones; false where the rows cannot be
// told apart.
func (t *pdfTable) divideRows(inside map[*Cell][]piece, padding float64, words lexicon) bool {
	lines := func(row []Cell, j int) []textLine {
		room := t.xs[min(j+max(row[j].Cols, 1), len(t.xs)-1)] - t.xs[j] - 2*padding
		return words.whole(wholeNumbers(linesOf(inside[&row[j]]), room), room)
	}
	for i := 0; i < len(t.grid.Rows); {
		end := t.band(i)
		high := 1 // how many drawn rows the cells with the figures span
		for ; high <= end-i && !stacked(t.grid.Rows[i], lines, high); high++ {
		}
		if high > end-i {
			i++
			continue
		}
		var pieces []piece
		for y := i; y < end; y++ {
			for j := range t.grid.Rows[y] {
				pieces = append(pieces, inside[&t.grid.Rows[y][j]]...)
				delete(inside, &t.grid.Rows[y][j])
			}
		}
		rows := t.rowsOf(pieces)
		if rows == nil {
			return false
		}
		grid := make([][]Cell, len(rows))
		for k, cells := range rows {
			grid[k] = make([]Cell, len(t.xs)-1)
			for j := range cells {
				if len(cells[j]) > 0 {
					inside[&grid[k][j]] = cells[j]
				}
			}
		}
		t.grid.Rows = slices.Concat(t.grid.Rows[:i], grid, t.grid.Rows[end:])
		i += len(rows)
	}
	return true
}

// band is where the rows end that cells tie to a row.
func (t *pdfTable) band(i int) (end int) {
	end = i + 1
	for y := i; y < end; y++ {
		for _, c := range t.grid.Rows[y] {
			end = max(end, y+c.Rows)
		}
	}
	return end
}

// rowsOf puts texts under the columns of the table and tells their rows, as where no lines are drawn.
func (t *pdfTable) rowsOf(pieces []piece) [][][]piece {
	a := &aligned{data: linesOf(pieces), walls: t.xs}
	for j := range len(t.xs) - 1 {
		a.columns = append(a.columns, strip{t.xs[j] + 1, t.xs[j+1] - 1})
	}
	return a.rows()
}

// reStacked is a figure that fills a line of a cell.
var reStacked = regexp.MustCompile(`^(?:Rp\.?\s?)?[(-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\s?%?\)?(?:\s\p{L}+)?$`)

// stacked reports whether several rows of text stand in the cells of a row that span so many drawn rows: figures on the same
// two lines in two cells, or two numbers of rows, each with text beside it. Numbers that the width of a cell cut are one.
func stacked(row []Cell, linesIn func(row []Cell, j int) []textLine, high int) bool {
	var figures, texts, marks []float64 // where the lines stand, of the cells so far
	next := 0
	for j := range row {
		lines := linesIn(row, j)
		if j == 0 {
			for _, l := range lines {
				if n := reRowNumber.FindStringSubmatch(l.text); n != nil && (next == 0 || atoiSmall(n[1]) == next) {
					marks, next = append(marks, l.middle()), atoiSmall(n[1])+1
				}
			}
		} else {
			texts = append(texts, middles(lines)...)
		}
		if max(row[j].Rows, 1) != high {
			continue
		}
		own := middles(slices.DeleteFunc(lines, func(l textLine) bool { return !reStacked.MatchString(l.text) }))
		if shared(own, figures) > 1 {
			return true
		}
		if len(own) > 1 {
			figures = append(figures, own...)
		}
	}
	return max(row[0].Rows, 1) == high && len(marks) > 1 && shared(marks, texts) == len(marks)
}

var reRowNumber = regexp.MustCompile(`^(\d{1,2})[.)]?$`)

func middles(lines []textLine) []float64 {
	var at []float64
	for _, l := range lines {
		at = append(at, l.middle())
	}
	return at
}

// shared counts the lines that stand as high as one of the others.
func shared(lines, others []float64) int {
	n := 0
	for _, y := range lines {
		if slices.ContainsFunc(others, func(z float64) bool { return math.Abs(y-z) < 3 }) {
			n++
		}
	}
	return n
}

// undrawn are the parts of a page with drawn tables where others may stand: below a caption and above the next table or
// caption, and, where the page before ended with a table without lines, at the top.
func (p *page) undrawn(tables []pdfTable, open bool) []box {
	var parts []box
	lines := linesOf(p.pieces)
	end := func(top float64) float64 {
		bottom := p.height
		for _, t := range tables {
			if t.top > top {
				bottom = min(bottom, t.top)
			}
		}
		for _, l := range lines {
			if l.top > top && tableCaption(l.text) {
				bottom = min(bottom, l.top)
			}
		}
		return bottom
	}
	if open {
		parts = append(parts, box{0, 0, p.width, end(0)})
	}
	for _, l := range lines {
		if tableCaption(l.text) {
			parts = append(parts, box{0, l.bottom, p.width, end(l.bottom)})
		}
	}
	return slices.DeleteFunc(parts, func(b box) bool { return p.rowsIn(b) == 0 })
}

// captioned reports whether a part of the page begins right below a caption.
func (p *page) captioned(part box) bool {
	return slices.ContainsFunc(linesOf(p.pieces), func(l textLine) bool { return math.Abs(l.bottom-part.top) < 0.1 && tableCaption(l.text) })
}

// tableCaption reports whether a line begins a caption of a table.
func tableCaption(text string) bool {
	b := ProseBlock(text)
	return b.Kind == Caption && strings.HasPrefix(strings.ToLower(b.Number), "tabel")
}

// endsOpen reports whether the last table of a page has no lines.
func endsOpen(tables []pdfTable) bool {
	return len(tables) > 0 && tables[len(tables)-1].columns != nil
}
