package source

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// group makes blocks of lines without a blank row between them: the lines above a table, then the table. Lines that go on
// with the columns of the table above, after a blank row, are joined to it.
func (b *bookReader) group(lines []line) {
	titles := 0
	for titles < len(lines) && isTitle(lines[titles]) {
		titles++
	}
	rest := lines[titles:]
	if b.goesOn(rest) {
		b.extend(b.last, b.left, lines)
		return
	}
	for _, l := range lines[:titles] {
		b.prose(l)
	}
	if len(rest) > 0 {
		b.table(rest)
	}
}

// isTitle tells a line of words from a row: one cell, or a label with its value ("SKPD", ":", "BKPSDM").
func isTitle(l line) bool {
	n, colon := 0, false
	for _, c := range l.cells {
		if c.kind == Null {
			return false // a formula without a value is a cell of a table
		}
		n++
		text := strings.TrimSpace(c.text)
		colon = colon || strings.HasPrefix(text, ":") || strings.HasSuffix(text, ":")
	}
	return n == 1 && l.cells[0].kind != Number || n <= 3 && colon
}

func (b *bookReader) prose(l line) {
	var words []string
	for _, c := range l.cells {
		words = append(words, c.text)
	}
	text := strings.Join(strings.Fields(strings.Join(words, " ")), " ")
	block := ProseBlock(text)
	c := l.cells[0]
	block.Place = b.place(b.at.name, c.row, c.col)
	if b.at.hidden || block.Text == "" {
		return // words of a hidden sheet are no part of the report
	}
	b.blocks = append(b.blocks, block)
}

var (
	reFigure = regexp.MustCompile(`^(?:Rp\.?\s*)?\(?-?\d[\d.,]*\)?\s*%?$`)
	reBare   = regexp.MustCompile(`^(?:(?:19|20)\d\d|\(?\d{1,2}\)?)$`)
)

// goesOn reports whether rows go on with the table above: figures under its columns. Years and column numbers are headings.
func (b *bookReader) goesOn(rows []line) bool {
	if b.last == nil || len(rows) == 0 || len(rows[0].cells) < 2 {
		return false
	}
	figures := false
	for _, c := range rows[0].cells {
		if c.col < b.left || c.col >= b.left+len(b.last.Rows[0]) {
			return false
		}
		text := strings.TrimSpace(c.text)
		figures = figures || reFigure.MatchString(text) && !reBare.MatchString(text)
	}
	return figures
}

func (b *bookReader) table(rows []line) {
	left, right := maxColumns+1, 0
	for _, l := range rows {
		for _, c := range l.cells {
			left, right = min(left, c.col), max(right, c.col)
			if span, ok := b.merges[sheetCell{"", c.row, c.col}]; ok {
				right = max(right, min(c.col+span[1]-1, right+maxTextCols, maxColumns))
			}
		}
	}
	if b.last != nil && left >= b.left && right < b.left+len(b.last.Rows[0]) {
		left, right = b.left, b.left+len(b.last.Rows[0])-1 // keeps the columns of both comparable
	}
	g := &Grid{Name: b.at.name, Hidden: b.at.hidden, Rows: [][]Cell{make([]Cell, right-left+1)}}
	b.extend(g, left, rows)
	if g.Rows = g.Rows[1:]; len(g.Rows) == 0 {
		return
	}
	b.last, b.left = g, left
	b.blocks = append(b.blocks, Block{Kind: Table, Grid: g, Place: g.Rows[0][0].Place})
}

// extend draws rows below those of a grid, whose first row gives the width.
func (b *bookReader) extend(g *Grid, left int, rows []line) {
	width := len(g.Rows[0])
	covered := map[int]int{} // last row that a merged cell covers, by column
	previous := rows[0].row - 1
	for _, l := range rows {
		for row := min(l.row, max(previous+1, l.row-1_000)); row <= l.row; row++ { // blank ones too, under merged cells
			if b.drawn += width; b.drawn > maxDrawn {
				return
			}
			cells := make([]Cell, width)
			for i := range cells {
				cells[i] = Cell{Place: b.place(b.at.name, row, left+i), Covered: covered[left+i] >= row}
			}
			if row == l.row {
				b.fill(cells, l, left, covered)
			}
			g.Rows = append(g.Rows, cells)
		}
		previous = l.row
	}
}

func (b *bookReader) fill(cells []Cell, l line, left int, covered map[int]int) {
	for _, c := range l.cells {
		i := c.col - left
		if i < 0 || i >= len(cells) {
			continue
		}
		look := b.look(c.style)
		out := &cells[i]
		out.Kind, out.Text, out.Raw, out.Formula = c.kind, c.text, c.raw, c.formula
		out.Bold, out.Indent, out.Hidden = look.bold, look.indent, c.hidden
		at := sheetCell{"", c.row, c.col}
		out.Comments = b.remarks[at]
		delete(b.remarks, at)
		switch c.kind {
		case String:
			if out.Indent == 0 {
				out.Indent = (len(c.text) - len(strings.TrimLeft(c.text, " \u00a0"))) / 2
			}
			out.Text, out.Lines = strings.Join(strings.Fields(c.text), " "), brokenLines(c.text)
		case Bool:
			out.Kind, out.Text = String, strings.ToUpper(c.text)
		}
		if span, ok := b.merges[at]; ok {
			out.Rows, out.Cols = span[0], min(span[1], len(cells)-i)
			for k := range out.Cols {
				covered[c.col+k] = c.row + span[0] - 1
				cells[i+k].Covered = k > 0
			}
		}
	}
}

// readNotes reads the notes of the sheet.
func (b *bookReader) readNotes() {
	b.remarks = map[sheetCell][]Comment{}
	for _, note := range b.notes(b.at) {
		if col, row, ok := cellNumbers(note.cell); ok && note.own() != "" {
			at := sheetCell{"", row, col}
			b.remarks[at] = append(b.remarks[at], Comment{Text: note.own(), Place: b.place(b.at.name, row, col)})
		}
	}
}

// looseNotes keeps notes at cells that hold nothing.
func (b *bookReader) looseNotes() {
	for _, s := range slices.SortedFunc(maps.Keys(b.remarks), func(a, b sheetCell) int { return cmp.Or(a.row-b.row, a.col-b.col) }) {
		for _, note := range b.remarks[s] {
			if !b.at.hidden {
				b.blocks = append(b.blocks, Block{Kind: Footnote, Text: strings.Join(strings.Fields(note.Text), " "), Place: note.Place})
			}
		}
	}
}

// brokenLines are the lines that a text is broken into by hand, nil for one.
func brokenLines(text string) (lines []string) {
	if !strings.Contains(text, "\n") {
		return nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) < 2 {
		return nil
	}
	return lines
}
