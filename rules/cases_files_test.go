package rules

import (
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lkjip/schema/source"
)

// where is the place of the expectation, for messages.
func (w *want) where() source.Place {
	if w.node == nil {
		return w.place
	}
	return PlaceOf(w.node)
}

// wantsByLine reads the expectations of a text that cannot be read as a report.
func wantsByLine(name, text string) (wants []*want) {
	for i, line := range strings.Split(text, "\n") {
		for _, m := range reWant.FindAllStringSubmatch(line, -1) {
			wants = append(wants, &want{rule: m[1], text: m[2], place: source.Place{File: name, Line: i + 1}})
		}
	}
	return wants
}

// workbook makes a workbook of a case that describes one: `lembar` holds sheets, a sheet rows, a row cells. A text that
// begins with "=" is a formula without a stored result. Expectations stand beside a cell or a sheet.
func workbook(t *testing.T, sheets *source.Node) (data []byte, wants []*want) {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	expect := func(n *source.Node, place source.Place) {
		for _, c := range n.Comments {
			for _, m := range reWant.FindAllStringSubmatch(c.Text, -1) {
				wants = append(wants, &want{rule: m[1], text: m[2], place: place})
			}
		}
	}
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range sheets.Fields {
		sheet := sheets.Fields[i].Key
		if i == 0 {
			must(book.SetSheetName("Sheet1", sheet))
		} else {
			_, err := book.NewSheet(sheet)
			must(err)
		}
		rows := sheets.Fields[i].Value
		expect(rows, source.Place{File: "case.xlsx", Sheet: sheet})
		for r, row := range rows.Items {
			for c, n := range row.Items {
				cell, err := excelize.CoordinatesToCellName(c+1, r+1)
				must(err)
				expect(n, source.Place{File: "case.xlsx", Sheet: sheet, Cell: cell})
				if formula, ok := strings.CutPrefix(n.Text, "="); ok {
					must(book.SetCellFormula(sheet, cell, formula))
				} else if num, err := source.ReadNumeral(n.Kind, n.Text); n.Kind == source.Number && err == nil {
					v, _ := num.Value.Float64()
					must(book.SetCellFloat(sheet, cell, v, -1, 64))
				} else {
					must(book.SetCellStr(sheet, cell, n.Text))
				}
			}
		}
	}
	b, err := book.WriteToBuffer()
	must(err)
	return b.Bytes(), wants
}

var reWantComment = regexp.MustCompile(`[ \t]*# want [^\n]*`)

// textReport is the text of a case that holds a report as text under `teks: |`, each line at its place in the file of cases.
func textReport(name, part string) (file, text string) {
	before, body, _ := strings.Cut(part, "teks: |\n")
	lines := strings.Split(body, "\n")
	for i := range lines {
		lines[i] = strings.TrimPrefix(lines[i], "  ")
	}
	return strings.TrimSuffix(name, ".yaml") + ".txt", strings.Repeat("\n", strings.Count(before, "\n")+1) + strings.Join(lines, "\n")
}
