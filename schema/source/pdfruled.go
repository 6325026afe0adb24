package source

import (
	"cmp"
	"math"
	"slices"
)

// A page holds tables of some hundred cells; far more are a drawing.
const maxPDFCells = 20_000

// pdfTable is a table and where it stands on its page.
type pdfTable struct {
	box
	grid *Grid
	xs   []float64 // where its columns begin and the last one ends
	fits [][]fit
	at   Place

	columns []strip // of a table without drawn cells
	head    []textLine
}

// fit is how the text of a cell fills it: the width of its first word, and the room left beside its last line, in points.
type fit struct{ first, left float64 }

// ruledTables finds the tables whose cells are drawn and takes their texts from the page. Shaded areas stand for lines only
// where nothing else is drawn. doubtful counts the tables whose cells are not all drawn and could not be told apart; the frames
// that hold columns without lines between them are in open.
func (p *page) ruledTables() (tables []pdfTable, open []box, doubtful int) {
	for _, d := range []*drawn{&p.lines, &p.shades} {
		frames := d.frames()
		for i, f := range frames {
			if d == &p.shades && (within(f.bounds(), tables) || banded(frames, i) || p.partShaded(f)) {
				continue
			}
			if d == &p.lines {
				f = p.withShadedHead(f)
			}
			switch table, state := p.ruled(f); state {
			case wholeTable:
				tables = append(tables, table)
			case openFrame:
				open = append(open, f.bounds())
			case unsureTable:
				doubtful++
			}
		}
	}
	slices.SortFunc(tables, func(a, b pdfTable) int { return cmp.Compare(a.top, b.top) })
	return tables, open, doubtful
}

// What became of a frame of lines.
const (
	noTable     = iota // a frame around a text, or a picture
	wholeTable         // all its cells are known
	openFrame          // columns stand in it without lines between them
	unsureTable        // rows stand in its cells that cannot be told apart
)

// within reports whether a box lies over one of the tables.
func within(b box, tables []pdfTable) bool {
	return slices.ContainsFunc(tables, func(t pdfTable) bool {
		return b.left < t.right && t.left < b.right && b.top < t.bottom && t.top < b.bottom
	})
}

func (d *drawn) bounds() box {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, r := range d.lying {
		b = box{min(b.left, r.from), min(b.top, r.at), max(b.right, r.to), max(b.bottom, r.at)}
	}
	for _, r := range d.upright {
		b = box{min(b.left, r.at), min(b.top, r.from), max(b.right, r.at), max(b.bottom, r.to)}
	}
	return b
}

// frames groups lines that touch each other.
func (d *drawn) frames() []drawn {
	if d.count() > 4_000 {
		return nil // a map or a chart
	}
	parent := make([]int, d.count())
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for i, h := range d.lying {
		for j, v := range d.upright {
			if h.from-sameLine <= v.at && v.at <= h.to+sameLine && v.from-sameLine <= h.at && h.at <= v.to+sameLine {
				parent[root(i)] = root(len(d.lying) + j)
			}
		}
	}
	groups := map[int]*drawn{}
	var order []int
	group := func(i int) *drawn {
		g := groups[root(i)]
		if g == nil {
			g = &drawn{}
			groups[root(i)] = g
			order = append(order, root(i))
		}
		return g
	}
	for i, h := range d.lying {
		g := group(i)
		g.lying = append(g.lying, h)
	}
	for j, v := range d.upright {
		g := group(len(d.lying) + j)
		g.upright = append(g.upright, v)
	}
	var out []drawn
	for _, i := range order {
		if g := groups[i]; len(g.lying) > 0 && len(g.upright) > 0 && g.count() > 2 {
			out = append(out, *g)
		}
	}
	return out
}

// edges are the places of lines; the ends of the lines across them close a table that is open at its sides.
func edges(rules, across []rule) []float64 {
	var at []float64
	for _, r := range rules {
		at = append(at, r.at)
	}
	for _, r := range across {
		at = append(at, r.from, r.to)
	}
	slices.Sort(at)
	out := at[:0]
	for _, x := range at {
		if len(out) == 0 || x-out[len(out)-1] > 2*sameLine {
			out = append(out, x)
		}
	}
	return out
}

// covers reports whether a line is drawn at a place.
func covers(rules []rule, at, point float64) bool {
	return slices.ContainsFunc(rules, func(r rule) bool {
		return math.Abs(r.at-at) <= 2*sameLine && r.from-sameLine <= point && point <= r.to+sameLine
	})
}

// ruled makes a grid of drawn cells: parts between which no line is drawn are one merged cell. state says what the frame is.
func (p *page) ruled(d drawn) (t pdfTable, state int) {
	xs, ys := edges(d.upright, d.lying), edges(d.lying, d.upright)
	cols, rows := len(xs)-1, len(ys)-1
	if cols < 1 || rows < 1 || cols > maxTextCols || cols*rows > maxPDFCells || cols*rows < 2 && !p.columned(d.bounds()) {
		return pdfTable{}, noTable
	}
	if cols < 3 && p.columned(d.bounds()) {
		return pdfTable{}, openFrame
	}
	if cols == 1 {
		return pdfTable{}, noTable // titles in a box
	}
	ys = p.openBottom(d, xs, ys)
	rows = len(ys) - 1
	t = pdfTable{box: box{xs[0], ys[0], xs[cols], ys[rows]}, grid: &Grid{Rows: make([][]Cell, rows)}, xs: xs}
	anchors := t.grid.drawCells(d, xs, ys)
	inside := map[*Cell][]piece{}
	rest := p.pieces[:0:0]
	gaps := map[int]int{} // between lines and texts, in half points
	for _, c := range p.pieces {
		i, j := interval(ys, c.middle()), interval(xs, (c.left+c.right)/2)
		if i < 0 || j < 0 {
			rest = append(rest, c)
			continue
		}
		inside[anchors[i][j]] = append(inside[anchors[i][j]], c)
		gaps[int(2*(c.left-xs[j]))]++
	}
	if len(inside) < 2 && !(len(inside) == 1 && rows == 1 && cols > 2 && beginsPage(p, &t)) { // the end of a row that a page break cuts has one text
		return pdfTable{}, noTable
	}
	p.pieces = rest
	if !t.divideRows(inside, usualGap(gaps), p.words) {
		return pdfTable{}, unsureTable
	}
	lefts := t.fill(inside, usualGap(gaps), p.words)
	t.grid.indent(func(i, j int) float64 { return lefts[i][j] })
	t.dropThin(ys)
	return t, wholeTable
}

// columned reports whether lines of a part of a page hold several texts side by side, as rows of figures do.
func (p *page) columned(b box) bool { return p.rowsIn(b) > 1 }

// rowsIn counts these lines.
func (p *page) rowsIn(b box) int {
	var inside []piece
	for _, c := range p.pieces {
		if b.left < c.right && c.left < b.right && b.top < c.middle() && c.middle() < b.bottom {
			inside = append(inside, c)
		}
	}
	return len(seeds(linesOf(inside)))
}

// usualGap is the distance from a line to the text right of it that is met most often, in points.
func usualGap(gaps map[int]int) float64 {
	best := 0
	for gap, n := range gaps {
		if gap >= 0 && gap < 20 && (n > gaps[best] || n == gaps[best] && gap < best) {
			best = gap
		}
	}
	return float64(best) / 2
}

// openBottom lets a table reach down to texts that stand out of it at the end of a page: a row that the page break cuts has no
// line below it.
func (p *page) openBottom(d drawn, xs, ys []float64) []float64 {
	end := ys[len(ys)-1]
	bottom := end
	for _, c := range p.pieces {
		if c.middle() < end {
			continue
		}
		j := interval(xs, (c.left+c.right)/2)
		if j < 0 || c.left < xs[j]-sameLine || c.right > xs[j+1]+sameLine || c.top > end+0.6*c.height() || covers(d.lying, end, (c.left+c.right)/2) {
			return ys // a text below the table
		}
		bottom = max(bottom, c.bottom+1)
	}
	if bottom == end {
		return ys
	}
	if slices.ContainsFunc(d.lying, func(r rule) bool { return math.Abs(r.at-end) <= 2*sameLine }) {
		return append(ys, bottom) // some cells end here
	}
	ys[len(ys)-1] = bottom
	return ys
}

// drawCells makes the cells of a grid: parts between which no line is drawn are one. It gives the cell that each part is of.
func (g *Grid) drawCells(d drawn, xs, ys []float64) [][]*Cell {
	rows, cols := len(ys)-1, len(xs)-1
	anchors := make([][]*Cell, rows)
	for i := range rows {
		g.Rows[i], anchors[i] = make([]Cell, cols), make([]*Cell, cols)
	}
	for i := range rows {
		for j := range cols {
			if anchors[i][j] != nil {
				continue
			}
			wide, high := 1, 1
			middle := (ys[i] + ys[i+1]) / 2
			for j+wide < cols && anchors[i][j+wide] == nil && !covers(d.upright, xs[j+wide], middle) {
				wide++
			}
			middle = (xs[j] + xs[j+1]) / 2
			for i+high < rows && !covers(d.lying, ys[i+high], middle) {
				high++
			}
			c := &g.Rows[i][j]
			c.Rows, c.Cols = high, wide
			for y := i; y < i+high; y++ {
				for x := j; x < j+wide; x++ {
					anchors[y][x] = c
					g.Rows[y][x].Covered = y > i || x > j
				}
			}
		}
	}
	return anchors
}

// fill writes the texts of the pieces into their cells. It gives where each text begins at the left.
func (t *pdfTable) fill(inside map[*Cell][]piece, padding float64, words lexicon) (lefts [][]float64) {
	for _, row := range t.grid.Rows {
		fits, left := make([]fit, len(row)), make([]float64, len(row))
		for j := range row {
			c := &row[j]
			pieces := inside[c]
			if len(pieces) == 0 {
				continue
			}
			room := t.xs[j+max(c.Cols, 1)] - t.xs[j] - 2*padding
			c.Text, c.Bold = cellText(pieces, room, words)
			c.Kind = String
			fits[j], left[j] = fitOf(pieces, room), leftmost(pieces)
		}
		t.fits, lefts = append(t.fits, fits), append(lefts, left)
	}
	return lefts
}

func fitOf(pieces []piece, room float64) fit {
	lines := linesOf(pieces)
	first, last := lines[0], lines[len(lines)-1]
	return fit{first.firstWord(), room - (last.right - last.left)}
}

// interval is which of the spans between sorted numbers holds x, -1 for none.
func interval(edges []float64, x float64) int {
	i, _ := slices.BinarySearch(edges, x)
	if i == 0 || i == len(edges) {
		return -1
	}
	return i - 1
}

// dropThin takes out rows that are nothing but the space between double lines. A row that merged cells count stays.
func (t *pdfTable) dropThin(ys []float64) {
	if len(t.grid.Rows) != len(ys)-1 {
		return // rows were divided
	}
	for i := len(t.grid.Rows) - 1; i >= 0; i-- {
		used := slices.ContainsFunc(t.grid.Rows[i], func(c Cell) bool { return c.Kind != Null || c.Rows > 1 || c.Covered })
		if ys[i+1]-ys[i] < 6 && !used {
			t.grid.Rows, t.fits = slices.Delete(t.grid.Rows, i, i+1), slices.Delete(t.fits, i, i+1)
		}
	}
}

func leftmost(pieces []piece) float64 {
	left := math.Inf(1)
	for _, c := range pieces {
		left = min(left, c.left)
	}
	return left
}

// indent measures how far words stand from the left of their column.
func (g *Grid) indent(left func(row, col int) float64) {
	if len(g.Rows) == 0 {
		return
	}
	for j := range g.Rows[0] {
		edge := math.Inf(1)
		for i := range g.Rows {
			if c := g.Rows[i][j]; c.Text != "" && !reFigure.MatchString(c.Text) {
				edge = min(edge, left(i, j))
			}
		}
		for i := range g.Rows {
			if c := &g.Rows[i][j]; c.Text != "" && !reFigure.MatchString(c.Text) {
				c.Indent = min(int((left(i, j)-edge)/9), 20)
			}
		}
	}
}
