package source

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// lyingTables reads the tables whose rows are parted by drawn lines or the edges of shades, as wide as the table, and whose
// columns by white alone: what stands between two lines is one row, however far apart its texts are. Lines of a text that is no
// such table are left; unsure are the parts of the page that are one, but could not be told apart.
func (p *page) lyingTables(lines []textLine, taken, alone []bool) (tables []pdfTable, unsure []box) {
	all := joinRules(p.between())
	for _, rules := range p.stacks() {
		for from := 0; from < len(rules); {
			to := from
			for to+1 < len(rules) && isBandOf(between(lines, alone, rules[to], rules[to+1]), rules[to]) {
				to++
			}
			if run, closed := openEnd(lines, alone, rules[from:to+1]); len(run) > 2 {
				at := box{run[0].from, run[0].at, run[0].to, run[len(run)-1].at}
				t, state := p.lying(lines, taken, run, all)
				switch {
				case state == unsureTable || state == wholeTable && !closed:
					unsure = append(unsure, at)
				case state == wholeTable:
					tables = append(tables, t)
					for i, l := range lines {
						taken[i] = taken[i] || at.top < l.middle() && l.middle() < at.bottom
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

// openEnd adds a line below the last row where none is drawn, as at the end of a page that cuts it. closed is false where texts
// stand close that may be another row, or one above the first.
func openEnd(lines []textLine, alone []bool, rules []rule) (run []rule, closed bool) {
	first, last := rules[0], rules[len(rules)-1]
	closed = true
	for i, l := range lines {
		if l.middle() > first.at {
			if i > 0 && isRow(&lines[i-1], first) && first.at-lines[i-1].bottom < 2*lines[i-1].em() && figuresIn(l.pieces) > 0 {
				closed = false
			}
			break
		}
	}
	below := slices.IndexFunc(lines, func(l textLine) bool { return l.middle() > last.at })
	if len(rules) < 2 || below < 0 || alone[below] || !isRow(&lines[below], last) || lines[below].top-last.at > 2.5*lines[below].em() {
		return rules, closed
	}
	end := below
	for end+1 < len(lines) && !alone[end+1] && lines[end+1].top-lines[end].bottom < 0.6*lines[end].em() && isBandOf(lines[end+1:end+2], last) {
		end++
	}
	if end+1 < len(lines) && lines[end+1].top-lines[end].bottom < 0.9*lines[end].em() {
		closed = false
	}
	return append(slices.Clone(rules), rule{lines[end].bottom + 1, last.from, last.to}), closed
}

// isRow reports whether a line stands in a table as wide as a drawn one: texts side by side, figures among them.
func isRow(l *textLine, r rule) bool {
	return len(l.pieces) > 1 && isBandOf([]textLine{*l}, r) && slices.ContainsFunc(l.pieces[1:], func(c piece) bool { return reFigure.MatchString(c.text) })
}

// stacks groups the lines that lie below each other and are all as wide, from the top; a table of two rows has three, or two and
// an open end. The edges of shades as wide stand for lines among them, as those of shaded headings do. The widest come first:
// narrower ones may part rows beside a merged cell of a table that wider ones bound.
func (p *page) stacks() (stacks [][]rule) {
	for k, r := range p.between() {
		i := slices.IndexFunc(stacks, func(s []rule) bool {
			return math.Abs(s[0].from-r.from) < sameLine && math.Abs(s[0].to-r.to) < sameLine
		})
		switch {
		case i >= 0 && !slices.ContainsFunc(stacks[i], func(s rule) bool { return math.Abs(s.at-r.at) < sameLine }):
			stacks[i] = append(stacks[i], r)
		case i < 0 && k < len(p.lines.lying):
			stacks = append(stacks, []rule{r})
		}
	}
	stacks = slices.DeleteFunc(stacks, func(s []rule) bool { return len(s) < 2 })
	for _, s := range stacks {
		slices.SortFunc(s, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	}
	slices.SortStableFunc(stacks, func(a, b []rule) int { return cmp.Compare(b[0].to-b[0].from, a[0].to-a[0].from) })
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

// lying reads the table between the first and the last of lines that part its rows; all are these and those over some of its
// columns. The lines of text that hold the most texts tell the columns; the table is unsure where another text stands in none of
// them for certain.
func (p *page) lying(lines []textLine, taken []bool, rules, all []rule) (t pdfTable, state int) {
	a := &aligned{rules: all}
	if !a.enclose(lines, taken, rules) {
		return pdfTable{}, noTable
	}
	columns := a.columnPlaces()
	rows := rowsBetween(a.data, columns, partings(rules, all))
	if rows == nil || slices.ContainsFunc(rows, severalFigures) || slices.ContainsFunc(rows, numberAmong) {
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

// enclose takes the lines of text between the first and the last of lines that part rows. Those between the first two are
// headings where they hold no amount. It is false where another table has some of them, or no figures stand beside other texts.
func (a *aligned) enclose(lines []textLine, taken []bool, rules []rule) bool {
	over := 0 // between the first two
	for i, l := range lines {
		row := slices.IndexFunc(rules, func(r rule) bool { return l.middle() < r.at }) - 1
		if row < 0 {
			continue
		}
		if taken[i] {
			return false
		}
		a.data = append(a.data, l)
		if row > 0 {
			continue
		}
		if over++; figuresIn(l.pieces) == 0 && len(a.head) == len(a.data)-1 {
			a.head = append(a.head, l)
		}
	}
	if len(a.head) < over {
		a.head = nil // an amount stands among them
	}
	a.data = a.data[len(a.head):]
	return slices.ContainsFunc(a.data, func(l textLine) bool {
		return slices.ContainsFunc(l.pieces[1:], func(c piece) bool { return reFigure.MatchString(c.text) })
	})
}

// columnPlaces are the columns that the fullest lines of data show, or the headings where they show more.
func (a *aligned) columnPlaces() []columnPlace {
	most := 0
	for _, l := range a.data {
		most = max(most, len(l.pieces))
	}
	names := a.headStrips()
	if len(names) <= most {
		return fullest(a.data, most)
	}
	columns := make([]columnPlace, len(names)) // one has no text below
	for j, h := range names {
		columns[j] = columnPlace{h, true, true, true}
	}
	return columns
}

// partings are what parts the rows of a table, from the top: its first line, and all before the last that end where it does. Lines
// over some of the columns part rows beside a merged cell.
func partings(rules, all []rule) []rule {
	first, last := rules[0], rules[len(rules)-1]
	parts := []rule{first}
	for _, r := range all {
		if first.at+sameLine < r.at && r.at < last.at-sameLine && math.Abs(r.to-last.to) < 2*sameLine && r.from > first.from-sameLine {
			parts = append(parts, r)
		}
	}
	slices.SortFunc(parts, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	return parts
}

// rowsBetween puts the texts of data into rows and columns; nil where one stands in no column for certain.
func rowsBetween(data []textLine, columns []columnPlace, parts []rule) [][][]piece {
	rows := make([][][]piece, len(parts))
	for _, l := range data {
		pieces, full := l.pieces, len(l.pieces) == len(columns)
		if !full {
			pieces = separate(pieces, columns)
		}
		for k, c := range pieces {
			j := k
			if !full {
				j = columnOf(columns, c)
			}
			if j < 0 && k == 0 && reTotalLine.MatchString(c.text) {
				j = 0 // it stands over several columns
			}
			if j < 0 {
				return nil
			}
			row := 0
			for i, r := range parts {
				if r.at < c.middle() && r.from < columns[j].middle() {
					row = i
				}
			}
			if rows[row] == nil {
				rows[row] = make([][]piece, len(columns))
			}
			rows[row][j] = append(rows[row][j], c)
		}
	}
	return slices.DeleteFunc(rows, func(row [][]piece) bool { return row == nil })
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
