package source

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// Bounds of a web page. Tables inside tables are for layout; deeper ones are read as part of the cell they stand in.
const (
	maxHTMLCells = 500_000
	maxHTMLDepth = 8
)

// WebPageHead is how much of a file IsWebPage looks at.
const WebPageHead = 1 << 16

// IsWebPage reports whether the content of a file called .xls is a web page with a table: web applications export such pages
// under a name that Excel opens.
func IsWebPage(data []byte) bool {
	return sniff(data) == ".html" && bytes.Contains(bytes.ToLower(data[:min(len(data), WebPageHead)]), []byte("<table"))
}

// HTMLBlocks reads a web page: headings, paragraphs, lists, and tables with rowspan and colspan.
func HTMLBlocks(name string, data []byte) ([]Block, []Problem) {
	if !utf8.Valid(data) {
		encoding, _, _ := charset.DetermineEncoding(data, "")
		decoded, err := encoding.NewDecoder().Bytes(data)
		if err != nil || !utf8.Valid(decoded) {
			return nil, []Problem{unreadable(Place{File: name}, T("halaman web ini tidak ditulis dalam UTF-8", "this web page is not UTF-8"), saveUTF8)}
		}
		data = decoded
	}
	p := &htmlReader{next: Place{File: name, Line: 1, Column: 1}}
	p.read(string(data))
	blocks := joinCaptions(p.blocks)
	return blocks, append(tooManyCells(name, p.cells), squareAll(blocks, name)...)
}

func tooManyCells(name string, cells int) []Problem {
	if cells < maxHTMLCells {
		return nil
	}
	return []Problem{unreadable(Place{File: name}, T("tabel HTML berkas ini memuat lebih dari %d sel; sisanya tidak dibaca", "the HTML tables of this file hold more than %d cells; the others are not read", maxHTMLCells), saveAgain)}
}

// htmlReader reads HTML by its tokens, so that deep nesting costs nothing.
type htmlReader struct {
	next     Place // of the next token
	blocks   []Block
	tables   []*webTable // those open, the innermost last
	skipping string      // the element whose content is not read
	cells    int

	text  strings.Builder // a paragraph
	at    Place           // where it begins
	level int             // of the heading it is, 0 for none
	item  bool
}

// webTable is a table being read.
type webTable struct {
	block   int // in the page's blocks
	grid    *Grid
	cell    *Cell
	content strings.Builder
	until   []int // the row to which a column is covered by a cell above
	cells   *int  // of all tables, those covered too
}

// read reads all of a page, or a table of a text, and leaves out the tables that hold nothing.
func (p *htmlReader) read(text string) {
	z := html.NewTokenizer(strings.NewReader(text))
	for kind := z.Next(); kind != html.ErrorToken && p.cells < maxHTMLCells; kind = z.Next() {
		at, raw := p.next, z.Raw()
		p.next = behind(at, raw)
		switch kind {
		case html.TextToken:
			p.write(raw, at, z)
		case html.StartTagToken, html.SelfClosingTagToken:
			p.start(z, at)
		case html.EndTagToken:
			tag, _ := z.TagName()
			p.end(string(tag))
		}
	}
	for len(p.tables) > 0 {
		p.end("table")
	}
	p.endParagraph()
	p.blocks = slices.DeleteFunc(p.blocks, func(b Block) bool { return b.Kind == Table && len(b.Grid.Rows) == 0 })
}

// behind is the place behind some bytes of a file.
func behind(at Place, raw []byte) Place {
	if i := bytes.LastIndexByte(raw, '\n'); i >= 0 {
		at.Line += bytes.Count(raw, []byte("\n"))
		at.Column = len(raw) - i
	} else {
		at.Column += len(raw)
	}
	return at
}

// write adds text to the cell or paragraph it stands in, which begins where its first letter does.
func (p *htmlReader) write(raw []byte, at Place, z *html.Tokenizer) {
	if p.skipping != "" {
		return
	}
	lead := raw[:len(raw)-len(bytes.TrimLeft(raw, " \t\r\n"))]
	into, place := &p.text, &p.at
	if t := p.table(); t != nil && t.cell != nil {
		into, place = &t.content, &t.cell.Place
	}
	if len(lead) < len(raw) && blank(into) {
		*place = behind(at, lead)
	}
	into.Write(z.Text())
}

func blank(b *strings.Builder) bool { return strings.TrimSpace(b.String()) == "" }

func (p *htmlReader) table() *webTable {
	if len(p.tables) == 0 {
		return nil
	}
	return p.tables[len(p.tables)-1]
}

func (p *htmlReader) start(z *html.Tokenizer, at Place) {
	name, more := z.TagName()
	tag := string(name)
	t := p.table()
	switch tag {
	case "script", "style", "title", "template", "select":
		p.skipping = cmp.Or(p.skipping, tag)
	case "table":
		if len(p.tables) < maxHTMLDepth {
			p.endParagraph()
			grid := &Grid{}
			p.tables = append(p.tables, &webTable{block: len(p.blocks), grid: grid, until: make([]int, maxTextCols), cells: &p.cells})
			p.blocks = append(p.blocks, Block{Kind: Table, Place: at, Grid: grid})
		}
	case "tr":
		if t != nil {
			t.endRow()
			t.grid.Rows = append(t.grid.Rows, nil)
		}
	case "td", "th":
		if t != nil {
			t.begin(z, more, Cell{Place: p.next, Rows: 1, Cols: 1, Bold: tag == "th"})
		}
	case "b", "strong":
		if t != nil && t.cell != nil && blank(&t.content) {
			t.cell.Bold = true
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.breakText()
		p.level = int(tag[1] - '0')
	case "li":
		p.breakText()
		p.item = true
	case "br", "p", "div", "caption", "hr", "ul", "ol":
		p.breakText()
	}
}

func (p *htmlReader) end(tag string) {
	t := p.table()
	switch tag {
	case p.skipping:
		p.skipping = ""
	case "table":
		if t != nil {
			t.endRow()
			p.tables = p.tables[:len(p.tables)-1]
			if t.grid.blank() {
				t.grid.Rows = nil
			}
		}
	case "td", "th":
		if t != nil {
			t.endCell()
		}
	case "tr":
		if t != nil {
			t.endRow()
		}
	case "p", "div", "li", "ul", "ol", "caption", "h1", "h2", "h3", "h4", "h5", "h6":
		p.breakText()
	}
}

// breakText parts words in a cell, and paragraphs elsewhere.
func (p *htmlReader) breakText() {
	if t := p.table(); t != nil && t.cell != nil {
		t.content.WriteByte(' ')
		return
	}
	p.endParagraph()
}

// endParagraph makes a block of the text gathered. Text between the rows of a table, as a caption is, stands before it.
func (p *htmlReader) endParagraph() {
	text, level, item := strings.TrimSpace(p.text.String()), p.level, p.item
	p.text.Reset()
	p.level, p.item = 0, false
	if text == "" {
		return
	}
	b := ProseBlock(fold(text))
	b.Place = p.at
	switch {
	case b.Kind == Paragraph && level > 0:
		b.Kind, b.Level = Heading, level
	case b.Kind == Paragraph && item:
		b.Kind, b.Level = Item, 1
	}
	if t := p.table(); t != nil && t.cell == nil {
		p.blocks = slices.Insert(p.blocks, t.block, b)
		t.block++
		return
	}
	p.blocks = append(p.blocks, b)
}

// begin puts a cell at the next free column of the last row, with the cells it covers.
func (t *webTable) begin(z *html.Tokenizer, more bool, c Cell) {
	t.endCell()
	if len(t.grid.Rows) == 0 {
		t.grid.Rows = append(t.grid.Rows, nil)
	}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		n, _ := strconv.Atoi(strings.TrimSpace(string(value)))
		switch string(key) {
		case "rowspan":
			c.Rows = min(max(n, 1), 1000)
		case "colspan":
			c.Cols = min(max(n, 1), maxTextCols)
		}
	}
	row := t.covered(c.Place)
	if len(*row) >= maxTextCols {
		t.cell = &Cell{} // beyond the limit: read, but not kept
		*t.cells++
		return
	}
	at := len(*row)
	*row = append(*row, c)
	for len(*row) < min(at+c.Cols, maxTextCols) {
		*row = append(*row, Cell{Place: c.Place, Covered: true})
	}
	*t.cells += len(*row) - at
	for i := at; i < len(*row); i++ {
		t.until[i] = len(t.grid.Rows) - 1 + c.Rows
	}
	t.cell = &(*row)[at]
}

// covered is the last row with the cells next in it that merged cells above reach into.
func (t *webTable) covered(at Place) *[]Cell {
	last := len(t.grid.Rows) - 1
	row := &t.grid.Rows[last]
	for len(*row) < maxTextCols && last < t.until[len(*row)] {
		*row = append(*row, Cell{Place: at, Covered: true})
		*t.cells++
	}
	return row
}

func (t *webTable) endCell() {
	if t.cell == nil {
		return
	}
	text := t.content.String()
	t.cell.Indent = strings.Count(text[:len(text)-len(strings.TrimLeft(text, " \t\r\n\u00a0"))], "\u00a0") / 2
	if t.cell.Text = plain(text); t.cell.Text == "" {
		t.cell.Kind = Null
	} else {
		t.cell.Kind = String
	}
	t.content.Reset()
	t.cell = nil
}

func (t *webTable) endRow() {
	t.endCell()
	if n := len(t.grid.Rows); n > 0 && len(t.grid.Rows[n-1]) > 0 {
		t.covered(t.grid.Rows[n-1][0].Place)
	}
}

// blank reports whether no cell holds text.
func (g *Grid) blank() bool {
	for _, row := range g.Rows {
		for i := range row {
			if row[i].Text != "" {
				return false
			}
		}
	}
	return true
}
