package source

import (
	"slices"
	"testing"
)

// Where a cell is broken into lines is kept beside its text, in workbooks and in Word.
func TestLinesOfCells(t *testing.T) {
	t.Parallel()
	want := []string{"1. Koperasi aktif", "2. Koperasi sehat"}
	book := workbook(t, "Pengukuran", rows{{"Indikator", "Target"}, {"1. Koperasi  aktif\n\n2. Koperasi sehat", "70\n55"}})
	doc := docx(t, `<w:tbl><w:tr>`+tc("", "Indikator")+tc("", "Target")+`</w:tr><w:tr><w:tc>`+par(want[0])+par(want[1])+`</w:tc>`+tc("", "70")+`</w:tr></w:tbl>`, nil)
	fromBook, _ := XlsxBlocks("a.xlsx", book)
	fromDoc, _ := DocxBlocks("a.docx", doc)
	for name, blocks := range map[string][]Block{"workbook": fromBook, "Word": fromDoc} {
		i := slices.IndexFunc(blocks, func(b Block) bool { return b.Grid != nil })
		if i < 0 {
			t.Errorf("%s: no table", name)
			continue
		}
		rows := blocks[i].Grid.Rows
		if got := rows[len(rows)-1][0]; !slices.Equal(got.Lines, want) || got.Text != want[0]+" "+want[1] {
			t.Errorf("%s: %q, lines %q", name, got.Text, got.Lines)
		}
		if got := rows[0][0].Lines; got != nil {
			t.Errorf("%s: one line is %q", name, got)
		}
	}
}
