package source

import (
	"math"
	"strings"
)

// alignedTables finds tables without drawn cells: lines whose pieces leave the same columns of white between them, with
// figures under each other. Lists, tables of contents and justified words have no such columns of figures.
func (p *page) alignedTables() []pdfTable {
	lines := linesOf(p.pieces)
	var tables []pdfTable
	var rest []piece
	for from, free := 0, 0; from < len(lines); { // free: the first line that no table has taken
		count, gaps := alignedRun(lines[from:])
		if len(gaps) > 0 {
			head := from
			for head > free && headsRun(lines[head-1], lines[head]) { // headings may reach over columns
				head--
			}
			if t, ok := alignedTable(lines[head:from+count], gaps); ok {
				for _, l := range lines[head:from] {
					rest = rest[:len(rest)-len(l.pieces)]
				}
				tables = append(tables, t)
				from += count
				free = from
				continue
			}
		}
		rest = append(rest, lines[from].pieces...)
		from++
	}
	p.pieces = rest
	return tables
}

// headsRun reports whether a line above a run of aligned lines belongs to it.
func headsRun(above, first textLine) bool {
	return len(above.pieces) > 1 && first.top-above.bottom < 1.5*max(above.size, first.size) && !strings.Contains(above.text, "....")
}

// alignedRun is how many lines from the first on leave at least one column of white free, and the columns they all leave.
func alignedRun(lines []textLine) (count int, gaps []box) {
	if len(lines[0].pieces) < 2 {
		return 1, nil
	}
	gaps = lines[0].gaps()
	several := 0
	for count < len(lines) {
		l := lines[count]
		if count > 0 && l.top-lines[count-1].bottom > 3*max(l.size, lines[count-1].size, 6) || strings.Contains(l.text, "....") {
			break
		}
		left := narrowed(gaps, l.pieces)
		if len(left) == 0 || len(left) < len(gaps)-1 && len(l.pieces) == 1 { // a line of prose
			break
		}
		gaps = left
		if len(l.pieces) > 1 {
			several++
		}
		count++
	}
	for count > 0 && len(lines[count-1].pieces) < 2 && several > 0 && lines[count-1].left < gaps[0].left && lines[count-1].right > gaps[0].left-1 {
		count-- // words below the table
	}
	if several < 3 {
		return 1, nil
	}
	return count, gaps
}

func (l *textLine) gaps() []box {
	var gaps []box
	for i, c := range l.pieces[1:] {
		gaps = append(gaps, box{left: l.pieces[i].right, right: c.left})
	}
	return gaps
}

// narrowed is what pieces leave of columns of white.
func narrowed(gaps []box, pieces []piece) []box {
	var out []box
	for _, g := range gaps {
		for _, c := range pieces {
			if c.right <= g.left || c.left >= g.right {
				continue
			}
			if c.left-g.left >= g.right-c.right { // the wider side stays
				g.right = c.left
			} else {
				g.left = c.right
			}
		}
		if g.right-g.left >= 4 {
			out = append(out, g)
		}
	}
	return out
}

// alignedTable puts lines under columns. A line without figures of its own goes on with a cell of the row above.
func alignedTable(lines []textLine, gaps []box) (pdfTable, bool) {
	cuts := []float64{math.Inf(-1)}
	for _, g := range gaps {
		cuts = append(cuts, (g.left+g.right)/2)
	}
	cuts = append(cuts, math.Inf(1))
	cols := len(cuts) - 1
	figures := make([]int, cols)
	rowsOf := make([][][]piece, len(lines))
	for i, l := range lines {
		rowsOf[i] = make([][]piece, cols)
		for _, c := range l.pieces {
			j := max(interval(cuts, (c.left+c.right)/2), 0)
			rowsOf[i][j] = append(rowsOf[i][j], c)
			if reFigure.MatchString(c.text) && j > 0 {
				figures[j]++
			}
		}
	}
	best := 0
	for _, n := range figures {
		best = max(best, n)
	}
	if best < 2 || best*3 < len(lines) {
		return pdfTable{}, false
	}
	t := pdfTable{box: lines[0].box, grid: &Grid{}}
	started := false
	var rows [][][]piece
	for i, l := range lines {
		t.box = box{min(t.left, l.left), min(t.top, l.top), max(t.right, l.right), max(t.bottom, l.bottom)}
		// a column number among the headings makes no column of figures
		own := len(rowsOf[i][0]) > 0 && reFigure.MatchString(strings.Trim(rowsOf[i][0][0].text, "()"))
		for j := range cols {
			own = own || figures[j]*3 >= best && len(rowsOf[i][j]) > 0
		}
		if started && !own {
			for j := range cols {
				rows[len(rows)-1][j] = append(rows[len(rows)-1][j], rowsOf[i][j]...)
			}
			continue
		}
		started = started || own
		rows = append(rows, rowsOf[i])
	}
	lefts := make([][]float64, len(rows))
	for i, row := range rows {
		cells := make([]Cell, cols)
		lefts[i] = make([]float64, cols)
		for j, pieces := range row {
			if len(pieces) == 0 {
				continue
			}
			cells[j].Kind, lefts[i][j] = String, leftmost(pieces)
			cells[j].Text, cells[j].Bold = cellText(pieces, math.Inf(1), nil)
		}
		t.grid.Rows = append(t.grid.Rows, cells)
	}
	t.grid.indent(func(i, j int) float64 { return lefts[i][j] })
	return t, true
}
