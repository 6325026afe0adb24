package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// stream begins a sheet of ours, to be printed on A4 across with its first row on every page; rows is how many it will have,
// to be filtered by, or 0.
func (b *book) stream(name string, rows int, widths ...float64) *sheet {
	narrow := 0.4
	b.do(b.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: ptr("landscape"), Size: ptr(9), PageOrder: ptr("overThenDown")}))
	b.do(b.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &narrow, Right: &narrow, Top: &narrow, Bottom: ptr(0.6), Footer: ptr(0.3)}))
	b.do(b.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&8lkjip · &A&R&8" + b.say("halaman &P dari &N", "page &P of &N")}))
	b.do(b.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: ptr(false)}))
	titles := reference(name, "$1:$1")
	if len(widths) > 13 {
		titles = reference(name, "$A:$A") + "," + titles
	}
	if rows > 0 {
		last, err := excelize.CoordinatesToCellName(len(widths), min(rows+1, maxRows))
		b.do(err)
		b.do(b.AutoFilter(name, "A1:"+last, nil))
		b.do(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name, RefersTo: titles}))
	}
	if len(widths) <= 13 { // behind the filter, which writes the properties anew
		b.do(b.SetPageLayout(name, &excelize.PageLayoutOptions{FitToWidth: ptr(1), FitToHeight: ptr(0)}))
		b.do(b.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: ptr(true)}))
	}
	b.do(b.SetSheetDimension(name, "")) // that of the empty sheet would hide the rows from some readers
	w, err := b.NewStreamWriter(name)
	b.do(err)
	s := &sheet{book: b, StreamWriter: w, widths: widths}
	if b.err == nil {
		for i, width := range widths {
			b.do(w.SetColWidth(i+1, i+1, width))
		}
	}
	return s
}

func ptr[T any](v T) *T { return &v }

// add writes a row; texts are texts, whatever they begin with.
func (s *sheet) add(cells ...any) {
	s.row++
	if s.err != nil || s.row > maxRows {
		return
	}
	lines := 1
	for i, c := range cells {
		if text, ok := c.(string); ok {
			c = s.text(text, "text")
		} else if n, ok := c.(int); ok {
			c = excelize.Cell{StyleID: s.style("number"), Value: n}
		}
		cells[i] = c
		if cell, ok := c.(excelize.Cell); ok && i < len(s.widths) && cell.StyleID != s.style("line") && cell.StyleID != s.style("number") && cell.StyleID != s.style("title") {
			text, _ := cell.Value.(string)
			lines = max(lines, 1+int(float64(utf8.RuneCountInString(text))*1.15/s.widths[i]))
		}
	}
	at, err := excelize.CoordinatesToCellName(1, s.row)
	s.do(err)
	// Not every program makes a row as high as its text.
	s.do(s.SetRow(at, cells, excelize.RowOpts{Height: min(15*float64(lines), 400)}))
}

func (s *sheet) text(text, style string) excelize.Cell {
	return excelize.Cell{StyleID: s.style(style), Value: plain(text)}
}

func (s *sheet) header(names ...string) {
	cells := make([]any, len(names))
	for i, n := range names {
		cells[i] = s.text(n, "header")
	}
	s.add(cells...)
}

// freeze keeps the first row in sight; it comes before all rows.
func (s *sheet) freeze() {
	if s.err == nil {
		s.do(s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	}
}

func (s *sheet) done() {
	if s.err == nil {
		s.do(s.Flush())
	}
}

// link is a cell that leads to another of the workbook. As a formula it costs nothing, a hyperlink costs a search through
// all others.
func (s *sheet) link(sheet, cell, text string) excelize.Cell {
	quote := strings.NewReplacer(`"`, `""`)
	target := quote.Replace(reference(sheet, cell))
	text = plain(text)
	if len([]rune(target)) > 250 || len([]rune(text)) > 250 {
		return s.text(text, "text")
	}
	return excelize.Cell{StyleID: s.style("link"), Formula: fmt.Sprintf(`HYPERLINK("#%s","%s")`, target, quote.Replace(text)), Value: text}
}

// reference is a cell as a formula names it.
func reference(sheet, cell string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + cell
}
