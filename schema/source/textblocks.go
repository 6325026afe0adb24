package source

import (
	"bufio"
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Bounds of text documents. A line of a report is a paragraph; a megabyte of it is no prose.
const (
	maxTextLine = 1 << 20
	maxTextRows = 200_000
	maxTextCols = 200
	maxGrid     = 2_000_000 // of one table
)

var saveAgain = T("Agar laporan disimpan ulang sebagai teks UTF-8 dari berkas aslinya", "Save the report again as UTF-8 text from its original file")

var (
	reChapter     = regexp.MustCompile(`^(?:#+\s*)?(BAB\s+[IVXLC]+)\b[.:]?\s*(.*)$`)
	reSection     = regexp.MustCompile(`^(?:#+\s*)?(\d{1,2}(?:\.\d{1,2})+\.?)\s+(\p{Lu}.*)$`)
	reMark        = regexp.MustCompile(`^(#+)\s+(.*)$`)
	reCaption     = regexp.MustCompile(`^\**((?i:Tabel|Gambar|Grafik|Lampiran)\s+(?:[A-Z]-[A-Z]\.)?[\dIVX]+(?:[.-]\d+)*)[.:]?\s+(?::\s*)?(.*)$`)
	reNumberAlone = regexp.MustCompile(`^\**((?i:Tabel)\s+(?:[A-Z]-[A-Z]\.)?[\dIVX]+(?:[.-]\d+)*)[.:]?\**$`)
	reOfTable     = regexp.MustCompile(`^(?:(?:(?:di\s?atas|di\s?bawah|tersebut|ini|berikut(?:\s+ini)?)\s+)?(?:dapat|bisa|telah|juga)?\s*(?:menunjukkan|menunjukan|memperlihatkan|menggambarkan|menyajikan|menjelaskan|menampilkan|menguraikan|memuat|memberikan|merupakan|adalah|terlihat|dilihat|diketahui|disimpulkan|dijelaskan)|di\s?atas|di\s?bawah|tersebut)\b`)
	reItem        = regexp.MustCompile(`^(\s*)(?:[-*•·–]\s+)?((?:\d{1,2}|[a-z])[.)])\s+(.*)$`)
	reBullet      = regexp.MustCompile(`^(\s*)[-*•·–]\s+(.*)$`)
	reLeader      = regexp.MustCompile(`\.{4,}\s*[\divxlc]*\s*$`)
	reTag         = regexp.MustCompile(`</?(?i:i|b|u|em|strong|sup|sub|p|span|div|br|font|mark|ul|ol|li|a|center|small)(?:\s[^<>]{0,200})?/?>`)
)

// TextBlocks reads plain text and Markdown: paragraphs parted by blank lines or line ends, tab-separated tables, pipe tables
// and HTML tables.
func TextBlocks(name string, data []byte) ([]Block, []Problem) {
	if !utf8.Valid(data) {
		return nil, []Problem{unreadable(Place{File: name}, T("berkas teks ini tidak ditulis dalam UTF-8", "this text file is not UTF-8"), saveAgain)}
	}
	r := &textReader{name: name}
	sc := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	sc.Buffer(make([]byte, 64<<10), maxTextLine)
	for sc.Scan() {
		r.line++
		if r.line > maxTextRows {
			return r.blocks, []Problem{unreadable(r.at(1), T("berkas teks ini lebih dari %d baris", "this text file has more than %d lines", maxTextRows), saveAgain)}
		}
		r.read(strings.TrimRight(sc.Text(), "\r"))
	}
	if sc.Err() != nil {
		return r.blocks, []Problem{unreadable(r.at(1), T("satu baris lebih panjang dari %d bita", "one line is longer than %d bytes", maxTextLine), saveAgain)}
	}
	r.endHTML()
	r.blocks = joinCaptions(r.blocks)
	return r.blocks, append(tooManyCells(name, r.cells), squareAll(r.blocks, name)...)
}

// squareAll makes the tables rectangular and says so where one is too large.
func squareAll(blocks []Block, name string) []Problem {
	for i := range blocks {
		if g := blocks[i].Grid; g != nil && !g.square() {
			return []Problem{unreadable(blocks[i].Place, T("satu tabel lebih besar dari %d sel; kolom terakhirnya tidak dibaca", "a table is larger than %d cells; its last columns are not read", maxGrid), saveAgain)}
		}
	}
	return nil
}

type textReader struct {
	name   string
	line   int
	blocks []Block
	grid   *Grid           // the table being read, nil between tables
	html   strings.Builder // an HTML table being read
	since  int             // the line it began at; 0 for none
	open   int             // tables of it not closed
	cells  int             // of all HTML tables
}

// readHTML gathers the lines of an HTML table, and of those inside it, and reads it when it is closed.
func (r *textReader) readHTML(line string, opened int) {
	if r.since == 0 {
		r.since, r.grid = r.line, nil
	}
	r.html.WriteString(line)
	r.html.WriteByte('\n')
	if r.open += opened; r.open <= 0 {
		r.endHTML()
	}
}

func (r *textReader) endHTML() {
	if r.since == 0 {
		return
	}
	p := &htmlReader{next: Place{File: r.name, Line: r.since, Column: 1}, cells: r.cells}
	p.read(r.html.String())
	r.blocks, r.cells = append(r.blocks, p.blocks...), p.cells
	r.html.Reset()
	r.since, r.open = 0, 0
}

func (r *textReader) at(column int) Place { return Place{File: r.name, Line: r.line, Column: column} }

func (r *textReader) read(line string) {
	if low := strings.ToLower(line); r.since > 0 || strings.Contains(low, "<table") {
		r.readHTML(line, strings.Count(low, "<table")-strings.Count(low, "</table>"))
		return
	}
	text := strings.TrimSpace(line)
	switch {
	case text == "":
		r.grid = nil
	case strings.Contains(line, "\t") && strings.Trim(line, "\t ") != "":
		r.row(splitCells(line, "\t"))
	case strings.HasPrefix(text, "|") && strings.Count(text, "|") > 1:
		if strings.Trim(text, "|-: ") != "" { // not the rule under the heading
			inner := strings.TrimSuffix(strings.TrimPrefix(text, "|"), "|")
			r.row(splitCells(inner, "|"))
		}
	default:
		r.grid = nil
		r.blocks = append(r.blocks, r.prose(text))
	}
}

type cut struct {
	text   string
	column int
}

func splitCells(line, by string) []cut {
	var cells []cut
	column := 1
	if by == "|" {
		line = strings.ReplaceAll(line, `\|`, "\x00\x00") // as long, so that columns stay right
	}
	for i, s := range strings.Split(line, by) {
		if i == maxTextCols {
			break
		}
		cells = append(cells, cut{strings.ReplaceAll(s, "\x00\x00", "|"), column + len(s) - len(strings.TrimLeft(s, " "))})
		column += len(s) + len(by)
	}
	return cells
}

// row adds a row to the table.
func (r *textReader) row(cells []cut) {
	if r.grid == nil {
		r.grid = &Grid{}
		r.blocks = append(r.blocks, Block{Kind: Table, Place: r.at(1), Grid: r.grid})
	}
	row := make([]Cell, 0, len(cells))
	for _, c := range cells {
		row = append(row, textCell(c.text, r.at(c.column)))
	}
	r.grid.Rows = append(r.grid.Rows, row)
}

func textCell(text string, at Place) Cell {
	c := Cell{Kind: String, Place: at, Indent: (len(text) - len(strings.TrimLeft(text, " "))) / 2, Bold: strings.HasPrefix(strings.TrimSpace(text), "**")}
	if c.Text = plain(text); c.Text == "" {
		c.Kind = Null
	}
	return c
}

// square makes all rows as long as the longest, within the bound of cells; false where that cut columns off.
func (g *Grid) square() bool {
	width := 0
	for _, row := range g.Rows {
		width = max(width, len(row))
	}
	whole := width*len(g.Rows) <= maxGrid
	if !whole {
		width = maxGrid / len(g.Rows)
	}
	for i, row := range g.Rows {
		for len(row) < width {
			at := Place{}
			if len(row) > 0 {
				at = row[len(row)-1].Place
			}
			row = append(row, Cell{Place: at})
		}
		g.Rows[i] = row[:width]
	}
	return whole
}

// plain takes marks of emphasis off a text and folds its spaces.
func plain(text string) string {
	if strings.ContainsAny(text, "<&*") {
		text = marks.Replace(reTag.ReplaceAllString(text, " "))
	}
	text = strings.TrimSpace(text)
	if len(text) > 2 && text[0] == '*' && text[len(text)-1] == '*' && text[1] != ' ' {
		text = text[1 : len(text)-1]
	}
	return fold(text)
}

var marks = strings.NewReplacer("**", "", "&nbsp;", " ", "&amp;", "&", "&lt;", "<", "&gt;", ">")

var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\ufeff", "")

// fold makes spaces of any kind one and takes out what is not seen: soft hyphens and spaces of no width.
func fold(text string) string { return strings.Join(strings.Fields(invisible.Replace(text)), " ") }

func (r *textReader) prose(text string) Block {
	b := ProseBlock(text)
	column := 1
	if words := strings.Fields(b.Text); len(words) > 0 && b.Kind == Item { // behind its mark
		mark := max(strings.Index(text, b.Number), 0) + len(b.Number)
		column += mark + max(strings.Index(text[mark:], words[0]), 0)
	}
	b.Place = r.at(column)
	return b
}

// ProseBlock tells headings, captions and list items from paragraphs by how they begin. Lines of a table of contents, with
// their leaders and page numbers, stay paragraphs.
func ProseBlock(text string) Block {
	b := Block{Kind: Paragraph, Text: plain(text)}
	if reLeader.MatchString(text) {
		return b
	}
	switch {
	case len(b.Text) > 400:
	case match(reChapter, text, &b, Heading):
		b.Level, b.Text = 1, strings.TrimSpace(b.Number+" "+b.Text)
	case match(reSection, text, &b, Heading):
		b.Level = 1 + strings.Count(strings.TrimSuffix(b.Number, "."), ".")
	case match(reCaption, text, &b, Caption):
		if reOfTable.MatchString(b.Text) { // "Tabel 3.1 menunjukkan …" is a sentence on the table
			return Block{Kind: Paragraph, Text: plain(text)}
		}
	case reNumberAlone.MatchString(text):
		b.Kind, b.Number, b.Text = Caption, strings.Join(strings.Fields(reNumberAlone.FindStringSubmatch(text)[1]), " "), ""
	case reMark.MatchString(text):
		m := reMark.FindStringSubmatch(text)
		b.Kind, b.Level, b.Text = Heading, len(m[1]), plain(m[2])
		return b
	}
	if b.Kind != Paragraph {
		return b
	}
	if m := reItem.FindStringSubmatch(text); m != nil {
		b.Kind, b.Number, b.Text, b.Level = Item, m[2], plain(m[3]), 1+len(m[1])/2
	} else if m := reBullet.FindStringSubmatch(text); m != nil {
		b.Kind, b.Text, b.Level = Item, plain(m[2]), 1+len(m[1])/2
	}
	return b
}

// joinCaptions gives a caption that is a number alone the line below it.
func joinCaptions(blocks []Block) []Block {
	var out []Block
	for i := range blocks {
		b := blocks[i]
		if n := len(out); n > 0 && out[n-1].Kind == Caption && out[n-1].Text == "" && b.Kind == Paragraph && len(strings.Fields(b.Text)) < 40 {
			out[n-1].Text = b.Text
			continue
		}
		out = append(out, b)
	}
	return out
}

func match(re *regexp.Regexp, text string, b *Block, kind BlockKind) bool {
	m := re.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	b.Kind, b.Number, b.Text = kind, strings.Join(strings.Fields(m[1]), " "), plain(m[2])
	return true
}
