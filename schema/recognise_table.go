package schema

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lkjip/schema/source"
)

// tabel is one table of a document, joined over its pages: headings, then data rows. Rows of titles stand above.
type tabel struct {
	caption *source.Block
	lead    []string // texts close above that may say what it is: titles in the sheet, short lines, the last sentence
	heads   []heading
	rows    []*baris
	place   source.Place
	grid    *source.Grid
	header  string        // the headings as one text, to know them again on the next page
	parts   map[int]bool  // of columns of percentages: whether they are parts of one
	numbers []source.Cell // the row that counts the columns, nil for none
	chapter string        // BAB II
	targets int           // the column of targets beside the money of a table of indicators, 0 for none: a total has none
	cut     bool          // rows beyond the limit were left out
	gap     bool          // prose stands between its end and what comes next
	details *source.Node  // what detail has read of it
	subject *source.Node  // the name of the one indicator it is about, where its rows name none
	lines   []int         // by column: the rows they are printed as; nil for a table that is not turned
}

// baris is one data row.
type baris struct {
	cells  []source.Cell
	number int  // as a person counts, from 1
	page   bool // the first after a page break
}

// about is what the document says the table is.
func (t *tabel) about() string {
	if t.caption != nil {
		return t.caption.Text
	}
	text := strings.Join(t.lead, " . . . . ") // the dots keep phrases from reaching over two lines
	if t.grid != nil {
		text += " . . . . " + t.grid.Name
	}
	return text
}

// name is the number of the caption, "Tabel 3.9", or what the reader calls the table.
func (t *tabel) name() string {
	if t.caption != nil {
		return t.caption.Number
	}
	return t.place.Table
}

// title is the caption whole, for reports.
func (t *tabel) title() string {
	if t.caption != nil {
		return t.caption.Number + " " + t.caption.Text
	}
	if len(t.lead) > 0 {
		return shorten(t.lead[len(t.lead)-1], 80)
	}
	if t.grid != nil {
		return t.grid.Name
	}
	return ""
}

// text is what stands in a column, without spaces around it.
func (b *baris) text(col int) string {
	if col < 0 || col >= len(b.cells) {
		return ""
	}
	return strings.TrimSpace(b.cells[col].Text)
}

// filled are the columns that hold something.
func (b *baris) filled() []int {
	var cols []int
	for i := range b.cells {
		if b.text(i) != "" {
			cols = append(cols, i)
		}
	}
	return cols
}

// all is the text of the whole row.
func (b *baris) all() string {
	var texts []string
	for _, i := range b.filled() {
		texts = append(texts, b.text(i))
	}
	return strings.Join(texts, " ")
}

// leaf makes a cell a node; at says in which table, row and column it stands.
func (t *tabel) leaf(b *baris, col int) *source.Node {
	c := &b.cells[col]
	n := &source.Node{Kind: c.Kind, Text: c.Text, Raw: c.Raw, Formula: c.Formula, Place: t.at(b, col), Comments: c.Comments}
	if n.Kind == source.Null {
		n.Kind = source.String
	}
	return n
}

func (t *tabel) at(b *baris, col int) source.Place {
	p, row, column := b.cells[col].Place, b.number, col+1
	if t.lines != nil {
		row, column = t.lines[col], b.number
	}
	page, _, paged := strings.Cut(p.Table, " tabel ") // of a PDF
	switch {
	case p.Cell != "", paged && t.caption == nil:
	case paged:
		p.Table, p.Row, p.Col = page+" "+t.name(), row, column
	default:
		p.Table, p.Row, p.Col = t.name(), row, column
	}
	return p
}

// word is part of a cell as a text node, standing where the part stands.
func (t *tabel) word(b *baris, col int, text string) *source.Node {
	n := t.leaf(b, col)
	if i := strings.Index(n.Text, text); i > 0 && n.Place.Line > 0 {
		n.Place.Column += i
	}
	n.Kind, n.Text, n.Raw, n.Formula = source.String, text, "", ""
	return n
}

// number reads a cell as a number; ok is false for words and empty cells.
func number(c *source.Cell) (source.Numeral, bool) {
	if strings.TrimSpace(c.Text) == "" {
		return source.Numeral{}, false
	}
	n, err := source.ReadNumeral(c.Kind, strings.TrimSpace(c.Text))
	return n, err == nil
}

// fractions reports whether a column of percentages holds parts of one: 0,5249 for 52,49 %.
func (t *tabel) fractions(col int) bool {
	if known, ok := t.parts[col]; ok {
		return known
	}
	if t.parts == nil {
		t.parts = map[int]bool{}
	}
	t.parts[col] = t.readFractions(col)
	return t.parts[col]
}

func (t *tabel) readFractions(col int) bool {
	long := false
	for _, b := range t.rows {
		if col >= len(b.cells) || !isFigure(&b.cells[col]) {
			continue
		}
		n, _ := number(&b.cells[col])
		if n.Percent || n.Value.Cmp(fractionLimit) > 0 || n.Value.Sign() < 0 {
			return false
		}
		long = long || n.Decimals >= 3
	}
	return long
}

var fractionLimit = big.NewRat(3, 2) // more than all of it is rare, twice as much is no percentage of use

// percent makes a part of one a percentage; Raw keeps what is written.
func percent(leaf *source.Node, n source.Numeral) {
	v := new(big.Rat).Mul(n.Value, big.NewRat(100, 1))
	leaf.Raw = leaf.Text
	leaf.Kind, leaf.Text = source.String, source.FormatNumber(v, min(max(n.Decimals-2, 0), 6))+"%" // what a program computed has more digits than it knows
}

// isFigure reports whether a cell holds a number that is not just a year or the number of a person.
func isFigure(c *source.Cell) bool {
	_, ok := number(c)
	return ok && !isYear(c.Text) && !reLongNumber.MatchString(strings.TrimSpace(c.Text))
}

var reLongNumber = regexp.MustCompile(`^(?:\d{16}|\d{8}\s?\d{6}\s?\d\s?\d{3})$`) // NIK, NIP

func isYear(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") && atoi(s[2:]) >= 0 && strings.Trim(s, "0123456789") == ""
}

// add appends a data row. The first row of a page that only goes on with the texts of the last row is joined to it.
func (t *tabel) add(cells []source.Cell, page bool) {
	b := &baris{cells: cells, number: len(t.rows) + 1, page: page}
	if len(b.filled()) == 0 || len(t.rows) == maxRows {
		t.cut = t.cut || len(t.rows) == maxRows
		return
	}
	if page && len(t.rows) > 0 && t.continues(t.rows[len(t.rows)-1], b) {
		return
	}
	t.rows = append(t.rows, b)
}

// continues joins a row to this one when it has no number or code of its own and goes on with its texts. Its figures may
// stand there too, when this row has none.
func (t *tabel) continues(b, next *baris) bool {
	if next.text(0) != "" || b.text(0) == "" || len(b.filled()) < 2 || t.ownRow(b, next) {
		return false
	}
	texts, figures := 0, 0
	for _, i := range next.filled() {
		switch figure := isFigure(&next.cells[i]) || next.text(i) == "-"; {
		case i >= len(b.cells) || figure && b.text(i) != "" || !figure && b.text(i) == "":
			return false
		case figure:
			figures++
		default:
			texts++
		}
	}
	if texts == 0 || figures > 0 && (b.hasFigures() || t.unnumbered()) {
		return false
	}
	b.cells = append([]source.Cell(nil), b.cells...)
	for _, i := range next.filled() {
		if b.text(i) == "" {
			b.cells[i] = next.cells[i]
			continue
		}
		b.cells[i].Text = strings.TrimSpace(b.cells[i].Text) + " " + next.text(i)
	}
	return true
}

// ownRow reports whether a row without a number says as much as the row above it, below texts that are merged downwards: all its
// texts begin as texts do.
func (t *tabel) ownRow(b, next *baris) bool {
	cols := next.filled()
	whole := slices.Equal(slices.DeleteFunc(b.filled(), func(i int) bool { return i < cols[0] }), cols)
	return whole && len(cols) > 1 && !slices.ContainsFunc(cols, func(i int) bool { return startsSmall(next.text(i)) })
}

func startsSmall(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// hasFigures reports whether the row holds figures besides its number.
func (b *baris) hasFigures() bool {
	return slices.ContainsFunc(b.filled(), func(i int) bool { return i > 0 && isFigure(&b.cells[i]) })
}

// unnumbered reports whether some rows have figures but no number of their own, the last one left out.
func (t *tabel) unnumbered() bool {
	return slices.ContainsFunc(t.rows[:len(t.rows)-1], func(b *baris) bool { return b.text(0) == "" && b.hasFigures() })
}

// hasFigures says whether a column holds numbers, and whether they are amounts of money.
func (t *tabel) hasFigures(col int) (figures, money bool) {
	n, large := 0, 0
	for _, b := range t.rows {
		if col >= len(b.cells) || !isFigure(&b.cells[col]) {
			continue
		}
		n++
		if v, _ := number(&b.cells[col]); isLarge(v.Value) {
			large++
		}
	}
	return n > 0, large > 0 && 2*large >= n
}

// hasMoney reports whether some column holds amounts of money.
func (t *tabel) hasMoney() bool {
	for i := range t.heads {
		if _, money := t.hasFigures(i); money {
			return true
		}
	}
	return false
}

// isLarge reports whether a number is of the size of money, about a million or more.
func isLarge(v *big.Rat) bool { return v.Num().BitLen()-v.Denom().BitLen() >= 20 }

// counts reports whether a column only numbers the rows: 1 2 3, A over 1 2, I over 1 2. The name of a total may stand in it, in a cell merged sideways.
func (t *tabel) counts(col int) bool {
	next := 1
	for _, b := range t.rows {
		text := strings.Trim(b.text(col), "(). ")
		switch {
		case text == "":
		case strings.Trim(text, "0123456789") != "":
			if !reRoman.MatchString(text) && !isTotalName(plain(text)) {
				return false
			}
		case len(text) > 4 || atoi(text) != next && atoi(text) != 1:
			return false
		default:
			next = atoi(text) + 1
		}
	}
	return true
}
