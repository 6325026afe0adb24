package source

import (
	"regexp"
	"strings"
)

// noteColumns keeps what tabs part in a paragraph, for tables that are written with tab stops.
func (r *docxReader) noteColumns(p *para, b *Block) {
	if len(p.tabs) == 0 || p.leaders || len(p.tabs) > maxTextCols || b.Kind != Paragraph && b.Kind != Item {
		return
	}
	var cells []string
	if b.Kind == Item && b.Number != "" && p.list != "" { // the number Word writes
		cells = append(cells, b.Number)
	}
	text, from := p.text.String(), 0
	for _, at := range p.tabs {
		cells = append(cells, fold(text[from:at]))
		from = at
	}
	r.columns[b.Place.Sheet] = append(cells, fold(text[from:]))
}

// tabTables makes tables of paragraphs one below the other whose tabs part them into the same columns: at least three, under
// headings that are no figures, and with figures in the last one. Signatures and tables of contents are none.
func (r *docxReader) tabTables(blocks []Block) []Block {
	if len(r.columns) == 0 {
		return blocks
	}
	var out []Block
	for i := 0; i < len(blocks); i++ {
		n, width := r.tabRows(blocks[i:])
		if n == 0 {
			out = append(out, blocks[i])
			continue
		}
		name := blocks[i].Place.Sheet
		t := Block{Kind: Table, Grid: &Grid{}, Place: Place{File: r.name, Table: name}}
		for k := range n {
			b := &blocks[i+k]
			var row []Cell
			for c, text := range inColumns(r.columns[b.Place.Sheet], width) {
				at := r.cellPlace(name, k, c)
				at.Spot = b.Place.Spot
				cell := Cell{Kind: String, Text: text, Place: at, Rows: 1, Cols: 1}
				if text == "" {
					cell.Kind = Null
				}
				row = append(row, cell)
			}
			row[0].Comments = b.Comments
			t.Grid.Rows = append(t.Grid.Rows, row)
		}
		out, i = append(out, t), i+n-1
	}
	return out
}

// tabRows counts the paragraphs that begin the blocks and are rows of one table, 0 where they are none.
func (r *docxReader) tabRows(blocks []Block) (n, width int) {
	head := filledOf(r.columns[blocks[0].Place.Sheet])
	if width = len(head); width < 3 {
		return 0, 0
	}
	for _, text := range head {
		if reTabFigure.MatchString(text) {
			return 0, 0
		}
	}
	whole := 0
	for n = 1; n < len(blocks) && blocks[n].Kind <= Item; n++ {
		cells := filledOf(r.columns[blocks[n].Place.Sheet])
		if len(cells) < 2 || len(cells) > width || !reTabFigure.MatchString(cells[len(cells)-1]) {
			break
		}
		if len(cells) == width {
			whole++
		}
	}
	if whole == 0 || n < 3 {
		return 0, 0
	}
	return n, width
}

var reTabFigure = regexp.MustCompile(`^(?i:[≥≤><]?\s*(?:rp\.?\s*)?[-(]?\d[\d.,]*(?:,-)?\)?\s*(?:%|persen)?\.?|-)$`)

func filledOf(cells []string) []string {
	var filled []string
	for _, c := range cells {
		if c != "" {
			filled = append(filled, c)
		}
	}
	return filled
}

// inColumns puts what tabs part into the columns of a table: one each where there are as many, else as the tabs say, else the
// name of a total first and its figures on the right.
func inColumns(cells []string, width int) []string {
	filled := filledOf(cells)
	switch {
	case len(filled) == width:
		return filled
	case len(cells) == width:
		return cells
	}
	row := make([]string, width)
	row[min(1, width-len(filled))] = filled[0]
	copy(row[width-len(filled)+1:], filled[1:])
	return row
}

// object notes an Excel table that the document shows as a picture.
func (r *docxReader) object(e element) {
	if strings.HasPrefix(e.attr("ProgID"), "Excel.Sheet") {
		r.sheets++
	}
}

// apart says what of the document stands in files inside it, which are not read.
func (r *docxReader) apart() []Problem {
	var problems []Problem
	if r.chunks > 0 {
		problems = append(problems, unreadable(Place{File: r.name},
			T("%d dokumen lain yang disisipkan utuh (altChunk) tidak dibaca", "%d other documents put in whole (altChunk) are not read", r.chunks),
			T("Agar laporan dibuka di Word lalu disimpan ulang, sehingga sisipan itu menjadi bagian dokumen", "Open the report in Word and save it again, so that they become part of it")))
	}
	if r.sheets > 0 {
		problems = append(problems, unreadable(Place{File: r.name},
			T("%d tabel Excel yang disisipkan sebagai objek tidak dibaca", "%d Excel tables put in as objects are not read", r.sheets),
			T("Agar tabel itu ditempel sebagai tabel Word, atau buku kerjanya diperiksa bersama laporan", "Paste them as tables of Word, or check their workbook together with the report")))
	}
	return problems
}
