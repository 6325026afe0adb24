package source

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// lyingTables reads the tables whose rows are parted by drawn lines, all as wide, and whose columns by white alone: what stands
// between two lines is one row, however far apart its texts are. Lines of a text that is no such table are left; unsure are the
// parts of the page that are one, but could not be told apart.
func (p *page) lyingTables(lines []textLine, taken, alone []bool) (tables []pdfTable, unsure []box) {
	for _, rules := range p.lines.stacks() {
		for from := 0; from < len(rules); {
			to := from
			for to+1 < len(rules) && isBandOf(between(lines, alone, rules[to], rules[to+1]), rules[to]) {
				to++
			}
			if run := p.openEnd(lines, alone, rules[from:to+1]); len(run) > 2 {
				t, state := p.lying(lines, taken, run)
				switch at := (box{run[0].from, run[0].at, run[0].to, run[len(run)-1].at}); state {
				case unsureTable:
					unsure = append(unsure, at)
				case wholeTable:
					tables = append(tables, t)
					for i, l := range lines {
						taken[i] = taken[i] || run[0].at < l.middle() && l.middle() < run[len(run)-1].at
					}
				}
			}
			from = max(to, from+1)
		}
	}
	return tables, unsure
}

// wholeOnly drops the tables that were otherwise read from a part of the lines between drawn ones; n counts them.
func wholeOnly(tables []pdfTable, lines []textLine, unsure []box) (whole []pdfTable, n int) {
	for _, t := range tables {
		if slices.ContainsFunc(unsure, func(b box) bool {
			return t.top < b.bottom && b.top < t.bottom && slices.ContainsFunc(lines, func(l textLine) bool {
				y := l.middle()
				return b.top < y && y < b.bottom && (y < t.top || t.bottom < y)
			})
		}) {
			n++
			continue
		}
		whole = append(whole, t)
	}
	return whole, n
}

// openEnd adds a line at the end of the page where a row begins below the last one and the page break leaves it open.
func (p *page) openEnd(lines []textLine, alone []bool, rules []rule) []rule {
	last := rules[len(rules)-1]
	end := rule{p.height, last.from, last.to}
	below := between(lines, alone, last, end)
	if len(rules) < 2 || !isBandOf(below, last) || len(below[0].pieces) < 2 || figuresIn(below[0].pieces) == 0 || below[0].top-last.at > 2.5*below[0].em() {
		return rules
	}
	for i := 1; i < len(below); i++ {
		if below[i].top-below[i-1].bottom > below[i].em() {
			return rules
		}
	}
	return append(slices.Clone(rules), end)
}

// stacks groups the lines that lie below each other and are all as wide, from the top; a table of two rows has three.
func (d *drawn) stacks() (stacks [][]rule) {
	for _, r := range d.lying {
		i := slices.IndexFunc(stacks, func(s []rule) bool {
			return math.Abs(s[0].from-r.from) < sameLine && math.Abs(s[0].to-r.to) < sameLine
		})
		if i < 0 {
			stacks = append(stacks, []rule{r})
		} else {
			stacks[i] = append(stacks[i], r)
		}
	}
	stacks = slices.DeleteFunc(stacks, func(s []rule) bool { return len(s) < 3 })
	for _, s := range stacks {
		slices.SortFunc(s, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	}
	return stacks
}

// between are the lines of text between two drawn ones, nil where a caption or a heading is among them.
func between(lines []textLine, alone []bool, above, below rule) (inside []textLine) {
	for i, l := range lines {
		if above.at < l.middle() && l.middle() < below.at {
			if alone[i] {
				return nil
			}
			inside = append(inside, l)
		}
	}
	return inside
}

// isBandOf reports whether lines can be a row: there are some, and no text among them is half as wide as the table.
func isBandOf(lines []textLine, r rule) bool {
	for _, l := range lines {
		for _, c := range l.pieces {
			if c.left < r.from-sameLine || c.right > r.to+sameLine || c.right-c.left > 0.5*(r.to-r.from) {
				return false
			}
		}
	}
	return len(lines) > 0
}

// lying reads the table between the first and the last of lines that part its rows. Those between the first two are headings
// where they hold no amount. The lines of text that hold the most texts tell the columns; the table is unsure where another text
// stands in none of them for certain.
func (p *page) lying(lines []textLine, taken []bool, rules []rule) (t pdfTable, state int) {
	a := &aligned{}
	var of []int // the row of each line
	most, figures := 0, false
	for i, l := range lines {
		row := slices.IndexFunc(rules, func(r rule) bool { return l.middle() < r.at }) - 1
		if row < 0 {
			continue
		}
		if taken[i] {
			return pdfTable{}, noTable
		}
		a.data, of = append(a.data, l), append(of, row)
		if row == 0 && figuresIn(l.pieces) == 0 && len(a.head) == len(a.data)-1 {
			a.head = append(a.head, l)
		}
	}
	if n := len(a.head); n < len(of) && of[n] == 0 {
		a.head = nil // an amount stands among them
	} else {
		a.data, of = a.data[n:], of[n:]
	}
	for _, l := range a.data {
		most = max(most, len(l.pieces))
		figures = figures || slices.ContainsFunc(l.pieces[1:], func(c piece) bool { return reFigure.MatchString(c.text) })
	}
	if most < 2 || !figures {
		return pdfTable{}, noTable
	}
	columns := fullest(a.data, most)
	if names := a.headStrips(); len(names) > most { // a column has no text here
		most = len(names)
		columns = columns[:0]
		for _, h := range names {
			columns = append(columns, columnPlace{h, true, true, true})
		}
	}
	rows := make([][][]piece, len(rules)-1)
	for i, l := range a.data {
		cells := rows[of[i]]
		if cells == nil {
			cells = make([][]piece, most)
			rows[of[i]] = cells
		}
		for k, c := range separate(l.pieces, columns) {
			j := k
			if len(l.pieces) < most {
				j = columnOf(columns, c)
			}
			if j < 0 && k == 0 && reTotalLine.MatchString(c.text) {
				j = 0 // it stands over several columns
			}
			if j < 0 {
				return pdfTable{}, unsureTable
			}
			cells[j] = append(cells[j], c)
		}
	}
	rows = slices.DeleteFunc(rows, func(row [][]piece) bool { return row == nil })
	if slices.ContainsFunc(rows, severalFigures) || slices.ContainsFunc(rows, numberAmong) {
		return pdfTable{}, unsureTable
	}
	for j, c := range columns {
		if a.columns = append(a.columns, c.strip); j > 0 {
			a.columns[j-1].right = min(a.columns[j-1].right, c.left-3)
		}
	}
	t, ok := a.grid(rows, p.words)
	if !ok {
		return pdfTable{}, unsureTable
	}
	return t, wholeTable
}

// headStrips are the columns that the headings show.
func (a *aligned) headStrips() []strip {
	var pieces []piece
	for _, l := range a.head {
		pieces = append(pieces, l.pieces...)
	}
	return stripsOf(pieces)
}

// separate parts a figure from the text before it where that reaches up to the column of the figure, so that there is hardly
// white between them. Where words lie is told from the share of their letters.
func separate(pieces []piece, columns []columnPlace) (parted []piece) {
	for _, c := range pieces {
		i := strings.LastIndexByte(c.text, ' ')
		if i > 0 && reFigure.MatchString(c.text[i+1:]) {
			left := c.right - (c.right-c.left)*weight(c.text[i+1:])/weight(c.text)
			if slices.ContainsFunc(columns, func(to columnPlace) bool { return to.lefts && to.left > c.left+1 && math.Abs(to.left-left) < 3 }) {
				text, figure := c, c
				text.text, figure.text = c.text[:i], c.text[i+1:]
				text.right, figure.left = left-1, left
				parted = append(parted, text, figure)
				continue
			}
		}
		parted = append(parted, c)
	}
	return parted
}

// columnPlace is the strip of a column, and how its texts are aligned.
type columnPlace struct {
	strip
	lefts, middles, rights bool
}

// fullest are the columns of the lines that hold n texts.
func fullest(lines []textLine, n int) []columnPlace {
	columns := make([]columnPlace, n)
	var first *textLine
	for i := range lines {
		l := &lines[i]
		if len(l.pieces) < n {
			continue
		}
		for j, c := range l.pieces {
			to, d := &columns[j], c
			if first == nil {
				*to = columnPlace{strip{c.left, c.right}, true, true, true}
			} else {
				d = first.pieces[j]
			}
			to.lefts, to.rights = to.lefts && math.Abs(c.left-d.left) < 1, to.rights && math.Abs(c.right-d.right) < 1
			to.middles = to.middles && math.Abs(c.left+c.right-d.left-d.right) < 2
			to.strip = strip{min(to.left, c.left), max(to.right, c.right)}
		}
		if first == nil {
			first = l
		}
	}
	return columns
}

// columnOf is the one column that a text is aligned with, or stands under with no other; -1 for none.
func columnOf(columns []columnPlace, c piece) int {
	aligned, under := -1, -1
	for j, to := range columns {
		if to.lefts && math.Abs(c.left-to.left) < 1 || to.rights && math.Abs(c.right-to.right) < 1 || to.middles && math.Abs((c.left+c.right)/2-to.middle()) < 1 {
			if aligned >= 0 {
				return -1
			}
			aligned = j
		}
		if c.left < to.right && to.left < c.right {
			if under >= 0 {
				under = len(columns)
			} else {
				under = j
			}
		}
	}
	switch {
	case aligned >= 0:
		return aligned
	case under < len(columns):
		return under
	}
	return -1
}
