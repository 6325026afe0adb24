package source

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sameColumn is how far columns of one table may be apart on two pages, in points.
const sameColumn = 4.0

// continueTables finds tables that go on at the top of the next page: the same columns, and no text between. A row that the
// page break cuts is made whole, headings that it parts from their rows move down to them, and columns that a page leaves
// undivided are counted alike. Tables that this leaves without rows have none.
func continueTables(pages []*page, tables [][]pdfTable) {
	var chain []*pdfTable // the pages of one table
	end := func() {
		alike(chain)
		chain = nil
	}
	for i := range pages {
		for k := range tables[i] {
			t := &tables[i][k]
			if k > 0 || i == 0 || len(tables[i-1]) == 0 || len(chain) == 0 || !endsPage(pages[i-1], chain[len(chain)-1]) || !beginsPage(pages[i], t) || !sameColumns(chain, t) {
				end()
				chain = []*pdfTable{t}
				continue
			}
			t.mendHead(chain[0])
			chain[len(chain)-1].mendRow(t, chain[0], pages[i].words)
			chain[len(chain)-1].mendMerged(t, chain[0], pages[i].words)
			if len(chain) == 1 && chain[0].onlyHead() {
				alike([]*pdfTable{chain[0], t})
				t.grid.Rows, t.fits = slices.Concat(chain[0].grid.Rows, t.grid.Rows), slices.Concat(chain[0].fits, t.fits)
				chain[0].grid.Rows, chain[0].fits, chain[0] = nil, nil, t
				continue
			}
			t.grid.GoesOn = true
			if t.repeated(chain[0]) == len(t.grid.Rows) {
				t.grid.Rows, t.fits = nil, nil // headings over what was the end of a row
				continue
			}
			chain = append(chain, t)
		}
		if len(tables[i]) == 0 {
			end()
		}
	}
	end()
}

// onlyHead reports whether a table is headings alone.
func (t *pdfTable) onlyHead() bool {
	return len(t.grid.Rows) <= 4 && t.figureRows() == 0
}

// reFootnote begins a footnote: its mark, raised and without a dot, as its number is printed.
var reFootnote = regexp.MustCompile(`^(?:\d{1,2}|\*{1,3})(?:\)?\s+\p{L}.*)?$`)

// endsPage reports whether nothing but footnotes stands below a table.
func endsPage(p *page, t *pdfTable) bool {
	var below []piece
	for _, c := range p.pieces {
		if c.middle() > t.bottom {
			below = append(below, c)
		}
	}
	lines := linesOf(below)
	return len(lines) == 0 || reFootnote.MatchString(lines[0].text) && lines[0].top > t.bottom+0.5*lines[0].em() && p.height-lines[0].top < 0.25*p.height
}

func beginsPage(p *page, t *pdfTable) bool {
	return !slices.ContainsFunc(p.pieces, func(c piece) bool { return c.middle() < t.top })
}

// sameColumns reports whether a table has the columns of those before: its edges are all among theirs, or theirs among its.
func sameColumns(chain []*pdfTable, t *pdfTable) bool {
	if first := chain[0]; first.columns != nil || t.columns != nil {
		return sameWhite(first.columns, t.columns)
	}
	known := edgesOf(chain)
	if len(known) < 2 || len(t.xs) < 2 || math.Abs(known[0]-t.xs[0]) > sameColumn || math.Abs(known[len(known)-1]-t.xs[len(t.xs)-1]) > sameColumn {
		return false
	}
	return among(t.xs, known) || among(known, t.xs)
}

// sameWhite reports whether columns without lines are as many and leave the same white between them.
func sameWhite(a, b []strip) bool {
	if len(a) != len(b) {
		return false
	}
	for j := 1; j < len(a); j++ {
		if max(a[j-1].right, b[j-1].right) > min(a[j].left, b[j].left)-2 {
			return false
		}
	}
	return true
}

func among(some, all []float64) bool {
	for _, x := range some {
		if !slices.ContainsFunc(all, func(y float64) bool { return math.Abs(x-y) <= sameColumn }) {
			return false
		}
	}
	return true
}

func edgesOf(chain []*pdfTable) []float64 {
	var all []float64
	for _, t := range chain {
		if len(t.xs) > len(all) {
			all = t.xs
		}
	}
	return all
}

// alike gives the tables of a chain the same columns.
func alike(chain []*pdfTable) {
	all := edgesOf(chain)
	for _, t := range chain {
		if len(t.xs) < len(all) {
			t.divide(all)
		}
	}
}

// divide counts columns anew: a cell spans all that lie within it.
func (t *pdfTable) divide(xs []float64) {
	at := make([]int, len(t.xs)) // where the old edges are among the new
	for i, x := range t.xs {
		for j, y := range xs {
			if math.Abs(x-y) < math.Abs(x-xs[at[i]]) {
				at[i] = j
			}
		}
	}
	for i, row := range t.grid.Rows {
		wide := make([]Cell, len(xs)-1)
		for j := range wide {
			wide[j].Covered = true
		}
		for j, c := range row {
			if span := max(c.Cols, 1); !c.Covered {
				c.Cols = at[j+span] - at[j]
			}
			wide[at[j]] = c
		}
		t.grid.Rows[i] = wide
	}
	for i, fits := range t.fits {
		t.fits[i] = make([]fit, len(xs)-1)
		for j, f := range fits {
			t.fits[i][at[j]] = f
		}
	}
	t.xs = xs
}

// mendRow moves what a page break cut off the last row from the top of the next page to where it belongs.
func (t *pdfTable) mendRow(next, first *pdfTable, words lexicon) {
	at := next.repeated(first)
	if at >= len(next.grid.Rows) || len(t.grid.Rows) == 0 || !t.cutBefore(next, at) && !t.cutHead(next.grid.Rows[at], first) {
		return
	}
	if t.onlyHead() {
		alike([]*pdfTable{t, next}) // what is one cell here may be several there
	}
	row := next.grid.Rows[at]
	for j := range row {
		if row[j].Text == "" {
			continue
		}
		y, x := t.lastCell(next.middle(j, max(row[j].Cols, 1)))
		c := &t.grid.Rows[y][x]
		if c.Text == "" && c.Cols > max(row[j].Cols, 1) && t.onlyHead() {
			t.part(y, x)
			c = &t.grid.Rows[y][t.column(next.middle(j, 1))]
		}
		c.Bold = c.Bold || c.Text == "" && row[j].Bold
		if restOfNumber(c.Text, row[j].Text) && t.fits[y][x].full(next.fits[at][j], row[j].Text) || cutCode(c.Text, row[j].Text) {
			c.Text += row[j].Text
		} else {
			c.Text, c.Kind = joinPages(c.Text, row[j].Text, words), String
		}
	}
	if at+1 < len(next.grid.Rows) {
		for j := range row {
			if row[j].Rows > 1 {
				below := &next.grid.Rows[at+1][j]
				below.Covered, below.Rows, below.Cols = false, row[j].Rows-1, row[j].Cols
			}
		}
	}
	next.grid.Rows, next.fits = slices.Delete(next.grid.Rows, at, at+1), slices.Delete(next.fits, at, at+1)
}

// cutHead reports whether the last row here and the first one of the next page are a row of the table's headings, printed again.
func (t *pdfTable) cutHead(rest []Cell, first *pdfTable) bool {
	last := t.grid.Rows[len(t.grid.Rows)-1]
	return slices.ContainsFunc(first.grid.Rows[:min(len(first.grid.Rows), 4)], func(head []Cell) bool {
		if len(head) != len(last) || len(head) != len(rest) {
			return false
		}
		cut := false
		for j := range head {
			if strings.TrimSpace(joinLine(last[j].Text, rest[j].Text)) != head[j].Text {
				return false
			}
			cut = cut || rest[j].Text != "" && last[j].Text != ""
		}
		return cut
	})
}

// mendHead gives a repeated heading the words that a word processor printed below it, over the row there: its height was that of
// the rows that the heading is merged over, not of its lines.
func (t *pdfTable) mendHead(first *pdfTable) {
	for i := 0; i < min(len(t.grid.Rows), len(first.grid.Rows), 4); i++ {
		here, there := t.grid.Rows[i], first.grid.Rows[i]
		if len(here) != len(there) || hasFigures(there) {
			return
		}
		for j := range here {
			rest, cut := strings.CutPrefix(there[j].Text, here[j].Text+" ")
			under := i + max(here[j].Rows, 1)
			if !cut || here[j].Text == "" || here[j].Rows < 2 || under >= len(t.grid.Rows) {
				continue
			}
			below := &t.grid.Rows[under][j]
			if before, after, found := strings.Cut(below.Text, rest); found && before+after != "" {
				own := strings.Join(strings.Fields(before+" "+after), " ")
				t.fits[under][j].first *= float64(len(below.Text)) / float64(len(own)) // it is told from the share of its letters
				here[j].Text, below.Text = there[j].Text, own
			}
		}
	}
}

// mendMerged moves the rest of a text whose cell, merged beside several rows as that of their number, goes on over a page break
// without lines: it begins small, and its first word had no room above.
func (t *pdfTable) mendMerged(next, first *pdfTable, words lexicon) {
	at := next.repeated(first)
	if t.columns == nil || len(t.columns) != len(next.columns) || at >= len(next.grid.Rows) || !hasFigures(next.grid.Rows[at]) {
		return
	}
	c := &next.grid.Rows[at][1]
	begins, _ := utf8.DecodeRuneInString(c.Text)
	y := len(t.grid.Rows) - 1
	for y >= 0 && t.grid.Rows[y][1].Text == "" {
		y--
	}
	if next.grid.Rows[at][0].Text != "" || !unicode.IsLower(begins) || y < 0 || next.fits[at][1].first <= t.fits[y][1].left {
		return
	}
	t.grid.Rows[y][1].Text = joinPages(t.grid.Rows[y][1].Text, c.Text, words)
	c.Text, c.Kind, c.Bold = "", Null, false
}

// joinPages joins the two parts of a text that a page break cuts.
func joinPages(above, below string, words lexicon) string {
	if whole, ok := wholeAmount(above, below); ok || isPunctuation(below) || partOfCode(above, below) || words.holdWhole(above, below) {
		return whole
	}
	return joinLine(above, below)
}

func isPunctuation(text string) bool { return len(text) == 1 && strings.Contains(".,:;)%", text) }

// part makes the columns of an empty cell cells of their own.
func (t *pdfTable) part(row, col int) {
	c := &t.grid.Rows[row][col]
	for j := col + c.Cols - 1; j >= col; j-- {
		for i := row; i < row+max(c.Rows, 1); i++ {
			t.grid.Rows[i][j].Covered = i > row
		}
		t.grid.Rows[row][j].Rows, t.grid.Rows[row][j].Cols = c.Rows, 1
	}
}

// repeated counts the rows at the top that repeat the first ones of the table: its headings.
func (t *pdfTable) repeated(first *pdfTable) int {
	n := 0
	for n < min(len(t.grid.Rows), len(first.grid.Rows)) && slices.EqualFunc(t.grid.Rows[n], first.grid.Rows[n], func(a, b Cell) bool { return a.Text == b.Text }) {
		n++
	}
	return n
}

func (t *pdfTable) middle(col, span int) float64 { return (t.xs[col] + t.xs[col+span]) / 2 }

// lastCell is where the cell begins that ends the column at x.
func (t *pdfTable) lastCell(x float64) (row, col int) {
	i, j := len(t.grid.Rows)-1, t.column(x)
	for y := i; y >= 0; y-- {
		for x := j; x >= 0; x-- {
			if c := &t.grid.Rows[y][x]; !c.Covered && y+max(c.Rows, 1) > i && x+max(c.Cols, 1) > j {
				return y, x
			}
		}
	}
	return i, j
}

func (t *pdfTable) column(x float64) int {
	return min(max(interval(t.xs, x), 0), len(t.xs)-2)
}

// full reports whether a cell had no room for one letter more of the text that another begins with.
func (f fit) full(next fit, text string) bool {
	return f.left < letterWidth(firstOr(text), next.first)+0.5
}

// reOwnMark is the number or letter that only a row of its own has: 1.c.2, a), IV.
var reOwnMark = regexp.MustCompile(`^\(?(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5})(?:[.)](?:\d{1,4}|[A-Za-z]|[IVXivx]{1,5}))*[.)]?$`)

// cutBefore reports whether a row of the next page is the rest of the last one here. It has no number of its own, no whole
// figure where that one has one, and either words or an amount go on, or that one lacks all its figures.
func (t *pdfTable) cutBefore(next *pdfTable, at int) bool {
	filled, figures, goesOn := 0, 0, false
	for j, c := range next.grid.Rows[at] {
		if c.Text == "" {
			continue
		}
		y, x := t.lastCell(next.middle(j, max(c.Cols, 1)))
		above, figure := t.grid.Rows[y][x].Text, reFigure.MatchString(c.Text)
		if j == 0 && (partOfCode(above, c.Text) || cutCode(above, c.Text)) {
			continue
		}
		if j == 0 && c.Cols <= 1 && (reFigure.MatchString(c.Text) || reOwnMark.MatchString(c.Text)) || c.Cols > 1 && 2*c.Cols > len(next.grid.Rows[at]) {
			return false // a row of its own, or a title
		}
		filled++
		_, part := wholeAmount(above, c.Text)
		if x2 := x + max(t.grid.Rows[y][x].Cols, 1); above != "" && t.columns == nil && math.Abs((t.xs[x2]-t.xs[x])-(next.xs[j+max(c.Cols, 1)]-next.xs[j])) > 2*sameColumn {
			return false // a cell of another width
		}
		switch {
		case part:
			goesOn = true
		case above != "" && (isPunctuation(c.Text) || restOfNumber(above, c.Text) && t.fits[y][x].full(next.fits[at][j], c.Text)):
		case above == "" && figure:
			figures++
		case above != "":
			first, _ := utf8.DecodeRuneInString(c.Text)
			if figure || reFigure.MatchString(above) && !unicode.IsLower(first) {
				return false
			}
			goesOn = goesOn || unicode.IsLower(first) || next.fits[at][j].first > t.fits[y][x].left
		}
	}
	lacking := t.figureRows()*2 > len(t.grid.Rows) && !hasFigures(t.grid.Rows[len(t.grid.Rows)-1])
	return goesOn && figures == 0 || lacking && figures > 0 && figures == filled
}

func (t *pdfTable) figureRows() int {
	n := 0
	for _, row := range t.grid.Rows {
		if hasFigures(row) {
			n++
		}
	}
	return n
}

// hasFigures reports whether a row holds figures beside its number.
func hasFigures(row []Cell) bool {
	return len(row) > 1 && slices.ContainsFunc(row[1:], func(c Cell) bool { return reFigure.MatchString(c.Text) })
}
