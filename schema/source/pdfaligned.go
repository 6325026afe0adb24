package source

import (
	"cmp"
	"math"
	"regexp"
	"slices"
)

// strip is the place of a column that no line bounds: where its texts begin and end, in points.
type strip struct{ left, right float64 }

func (c strip) middle() float64 { return (c.left + c.right) / 2 }

// aligned is a table without drawn cells in the making: lines of pieces under columns with white between them.
type aligned struct {
	columns []strip
	head    []textLine
	data    []textLine
	counted bool // a row of column numbers stands below the headings
	known   bool // it goes on with a table of the page before, under the same headings
	titled  bool // its caption stands above the headings, and no other figures below
	first   bool // nothing stands above it on the page: a row may have begun on the page before
	walls   []float64
	rules   []rule // lines and edges of shades that lie between its rows
}

var (
	reColumnNo = regexp.MustCompile(`^\(?(\d{1,2})\)?$`)
	reRowNo    = regexp.MustCompile(`^\(?\d{1,3}(?:\.\d{1,4})*[.)]?$`)
	reRowMark  = regexp.MustCompile(`^\(?(?:\d{1,3}(?:\.\d{1,4})*|[IVX]{1,5}|[A-Za-z])[.)]?$`)
	reCalendar = regexp.MustCompile(`^\(?(?:19|20)\d\d\)?$`)
)

// alignedTables finds tables without drawn cells in a part of the page. A row of column numbers tells the columns, else the line
// with the most figures does, or the table of the page before that goes on. Where texts stand across columns, or rows cannot be
// told apart, the table is not read: doubtful counts those.
func (p *page) alignedTables(within box, before *pdfTable) (tables []pdfTable, doubtful int) {
	var inside, rest []piece
	for _, c := range p.pieces {
		if within.top <= c.middle() && c.middle() <= within.bottom && within.left < c.right && c.left < within.right {
			inside = append(inside, c)
		} else {
			rest = append(rest, c)
		}
	}
	lines := linesOf(inside)
	captioned := p.captioned(within)
	taken, alone := make([]bool, len(lines)), aloneIn(lines)
	tables, unsure := p.lyingTables(lines, taken, alone)
	if before != nil && within.top == 0 && !slices.Contains(taken, true) {
		if a, to := before.goOn(lines, alone, p.between()); a != nil {
			if t, ok := a.table(p.words); ok && !t.grid.hasCutNumber() {
				tables = append(tables, t)
				for i := range to {
					taken[i] = true
				}
			}
		}
	}
	for _, seed := range seeds(lines) {
		if taken[seed] {
			continue
		}
		a, from, to := grow(lines, seed, taken, alone, p.between())
		if a == nil {
			continue
		}
		if from == 0 && captioned {
			a.first, a.titled = false, a.ends(lines[to:], alone[to:])
		}
		t, ok := a.table(p.words)
		switch {
		case ok && t.grid.hasCutNumber():
			ok = false
			doubtful++
		case !ok && a.weighty():
			doubtful++
		}
		if ok || a.counted { // figures of a table that is not read are no sentences
			for i := from; i < to; i++ {
				taken[i] = true
			}
		}
		if ok {
			tables = append(tables, t)
		}
	}
	tables, n := wholeOnly(tables, lines, unsure)
	doubtful += n
	for i, l := range lines {
		if !taken[i] {
			rest = append(rest, l.pieces...)
		}
	}
	p.pieces = rest
	slices.SortFunc(tables, func(a, b pdfTable) int { return cmp.Compare(a.top, b.top) })
	return tables, doubtful
}

// reCutNumber is an amount that a narrow column has cut: 6.412.350. or 112.350.0.
var reCutNumber = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+\.\d{0,2}$`)

// hasCutNumber reports whether a cell holds part of an amount, so that the rows of the table were read wrongly.
func (g *Grid) hasCutNumber() bool {
	for _, row := range g.Rows {
		for i := range row {
			if reCutNumber.MatchString(row[i].Text) {
				return true
			}
		}
	}
	return false
}

// weighty reports whether the data is certainly of a table and holds figures.
func (a *aligned) weighty() bool {
	n := 0
	for _, l := range a.data {
		if k := figuresIn(l.pieces); k > 1 || a.counted && k > 0 {
			n++
		}
	}
	return n > 2 || a.counted && n > 0
}

// grow takes the lines around a seed that stand under the same columns: data below it, data and headings above.
func grow(lines []textLine, seed int, taken, alone []bool, rules []rule) (a *aligned, from, to int) {
	a = &aligned{counted: countsColumns(lines[seed].pieces), rules: rules}
	for _, c := range lines[seed].pieces {
		a.columns = append(a.columns, strip{c.left, c.right})
	}
	if !a.counted {
		a.bandColumns(lines, seed)
	}
	if a.counted && seed+1 < len(lines) {
		a.raiseWalls(lines[seed+1].left - 3)
	}
	from, to = a.extend(lines, seed, taken, alone)
	if white := whiteColumns(a.data); !a.counted && len(white) > len(a.columns) {
		// Texts in the middle of merged cells stand on no line of figures.
		b := &aligned{rules: rules, columns: white}
		if above, below := b.extend(lines, seed, taken, alone); above <= from && to <= below {
			return b, above, below
		}
	}
	return a, from, to
}

// extend takes the lines around a seed, as far as they stand under the columns.
func (a *aligned) extend(lines []textLine, seed int, taken, alone []bool) (from, to int) {
	to, pitch := a.down(lines, seed+1, taken, alone)
	from = seed
	for from > 0 && !taken[from-1] {
		l := &lines[from-1]
		gap := lines[from].top - l.bottom
		if !a.near(gap, 0.95, pitch, l) || alone[from-1] || countsColumns(l.pieces) || a.across(l) {
			break
		}
		if figuresIn(l.pieces) > 0 {
			if a.counted || !a.take(l) {
				break
			}
			pitch = max(pitch, gap)
		}
		from--
	}
	a.data = lines[from:to]
	head := seed - from
	if a.counted {
		a.data = lines[seed+1 : to]
	} else {
		head = firstRow(a.data)
		first := head
		head = a.headEnd(a.data, head)
		for i := head; i < first; i++ {
			a.take(&a.data[i])
		}
		a.data = a.data[head:]
	}
	a.head = lines[from : from+head]
	a.first = from == 0
	a.titled = a.ends(lines[to:], alone[to:]) && (from > 0 && tableCaption(lines[from-1].text) || from > 1 && alone[from-1] && tableCaption(lines[from-2].text))
	return from, to
}

// ends reports whether the lines below the table are no more of its rows: the first of them is a caption or heading, holds no
// figures, or reaches out of the table on both sides as a sentence does.
func (a *aligned) ends(rest []textLine, alone []bool) bool {
	return len(rest) == 0 || alone[0] || figuresIn(rest[0].pieces) == 0 ||
		rest[0].left < a.columns[0].left-2 && rest[0].right > a.columns[len(a.columns)-1].right+2
}

// down takes the lines below, from the first on; pitch is the widest white between them.
func (a *aligned) down(lines []textLine, from int, taken, alone []bool) (to int, pitch float64) {
	titles := 0
	to = from
	for i := to; i < len(lines) && !taken[i] && titles < 3; i++ {
		gap := lines[i].top - lines[i-1].bottom
		if !a.near(gap, 1.35, pitch, &lines[i]) || alone[i] || countsColumns(lines[i].pieces) {
			break
		}
		if a.label(&lines[i]) && !a.wraps(&lines[i-1], &lines[i]) && (gap > max(0.95*lines[i].em(), pitch) || !a.sameBand(&lines[i-1], &lines[i])) {
			titles++
			continue
		}
		if !a.take(&lines[i]) && !a.title(&lines[i]) {
			break
		}
		pitch, to, titles = max(pitch, gap), i+1, 0
	}
	return to, pitch
}

// wraps reports whether a line is the rest of the text in the first column of the line above, which had no room for it.
func (a *aligned) wraps(above, l *textLine) bool {
	c := above.pieces[0]
	return len(above.pieces) > 1 && math.Abs(c.left-l.left) < 1 && l.right <= a.columns[0].right+2 && l.stand()-above.stand() < 1.4*max(l.em(), above.em()) &&
		c.right+l.firstWord()+0.2*l.size > a.columns[0].right
}

// goOn makes the table at the top of a page that goes on with one of the page before, under the same headings; nil for none.
func (before *pdfTable) goOn(lines []textLine, alone []bool, rules []rule) (a *aligned, to int) {
	n := 0 // lines of the headings, which may stand a little higher or lower on the next page
	for want := textsOf(before.head); n < min(len(lines), 8) && !slices.Equal(textsOf(lines[:n]), want); n++ {
	}
	if n == 0 || n >= min(len(lines), 8) {
		return nil, 0
	}
	a = &aligned{columns: slices.Clone(before.columns), head: lines[:n], known: true, rules: rules}
	to, _ = a.down(lines, n, make([]bool, len(lines)), alone)
	if to == n || countsColumns(lines[n].pieces) {
		return nil, 0
	}
	a.data = lines[n:to]
	return a, to
}

func textsOf(lines []textLine) []string {
	var texts []string
	for _, l := range lines {
		for _, c := range l.pieces {
			texts = append(texts, c.text)
		}
	}
	slices.Sort(texts)
	return texts
}

// aloneIn marks the lines that are captions, headings or lines of a table of contents. A full line of a caption goes on below.
func aloneIn(lines []textLine) []bool {
	alone := make([]bool, len(lines))
	widest := measure(lines)
	for i, l := range lines {
		kind := ProseBlock(l.text).Kind
		alone[i] = alone[i] || kind == Caption || kind == Heading && len(l.pieces) == 1 || reLeader.MatchString(l.text)
		if kind == Caption && i+1 < len(lines) && lines[i+1].top-l.bottom < 1.5*l.size && l.right-l.left+lines[i+1].firstWord() > 0.93*widest {
			alone[i+1] = true
		}
	}
	return alone
}

// across reports whether the first text of a line reaches over the first two columns, as prose does.
func (a *aligned) across(l *textLine) bool {
	c := l.pieces[0]
	return c.left < a.columns[0].middle() && c.right > a.columns[1].middle()
}

// place finds the columns of pieces, from left to right and each in one of its own, as near as can be; nil where one stands
// in two.
func (a *aligned) place(pieces []piece) []int {
	n, m := len(pieces), len(a.columns)
	if n > m {
		return nil
	}
	cost := make([][]float64, n+1) // of the first i pieces in the first j columns
	for i := range cost {
		cost[i] = make([]float64, m+1)
		for j := range cost[i] {
			if i > 0 {
				cost[i][j] = math.Inf(1)
			}
			if i > 0 && j >= i {
				cost[i][j] = min(cost[i][j-1], cost[i-1][j-1]+a.distance(j-1, pieces[i-1]))
			}
		}
	}
	at := make([]int, n)
	for i, j := n, m; i > 0; j-- {
		if cost[i][j] < cost[i][j-1] || j == i {
			at[i-1] = j - 1
			i--
		}
	}
	for i, j := range at {
		if j > 0 && pieces[i].left < a.columns[j-1].right+1 || j+1 < m && pieces[i].right > a.columns[j+1].left-1 {
			return nil
		}
	}
	return at
}

// raiseWalls finds the bounds of cells in whose middle the column numbers stand, from the left of the first; none where the
// numbers stand elsewhere.
func (a *aligned) raiseWalls(left float64) {
	walls := []float64{left}
	for _, c := range a.columns {
		next := 2*c.middle() - walls[len(walls)-1]
		if next < c.right+1 {
			return
		}
		walls = append(walls, next)
	}
	a.walls = walls
}

// distance is how far a piece is from a column, or sticks out of its cell.
func (a *aligned) distance(j int, p piece) float64 {
	if a.walls != nil {
		return max(0, a.walls[j]-p.left) + max(0, p.right-a.walls[j+1])
	}
	return a.columns[j].distance(p)
}

// distance is how far a piece is from a column, in points, with a little for standing off its middle.
func (c strip) distance(p piece) float64 {
	return max(0, p.left-c.right, c.left-p.right) + math.Abs((p.left+p.right)/2-c.middle())/100
}

// take puts a line under the columns, which grow to hold it; false where it does not fit.
func (a *aligned) take(l *textLine) bool {
	at := a.place(l.pieces)
	if at == nil {
		return false
	}
	for i, j := range at {
		if a.walls != nil && a.distance(j, l.pieces[i]) > 5 {
			a.walls = nil // the numbers do not stand in the middle
			return a.take(l)
		}
	}
	wider := slices.Clone(a.columns)
	for i, j := range at {
		wider[j] = strip{min(wider[j].left, l.pieces[i].left), max(wider[j].right, l.pieces[i].right)}
	}
	for j := 1; j < len(wider); j++ {
		if wider[j].left-wider[j-1].right < 2.5 {
			return false
		}
	}
	a.columns = wider
	return true
}

// label reports whether a line is one text at the left that is no number: the title of a group, or words below the table.
func (a *aligned) label(l *textLine) bool {
	c := l.pieces[0]
	return len(l.pieces) == 1 && !reRowMark.MatchString(c.text) && c.left < a.columns[0].right && a.title(l)
}

// title reports whether a line begins with a text that reaches over columns, as titles of groups and totals do; what stands
// right of it fits.
func (a *aligned) title(l *textLine) bool {
	c := l.pieces[0]
	if c.left > a.columns[0].right || c.right > a.columns[len(a.columns)-1].right+2 || len(l.pieces) > 1 && l.pieces[1].left < c.right+4 {
		return false
	}
	return len(l.pieces) == 1 || a.place(l.pieces[1:]) != nil
}
