package source

import (
	"strings"
	"testing"
)

// A table that runs over the edge of the printed part of its page loses letters there, and whole columns beyond. What is left of
// a column that is cut is not read, and that is told; where whole letters stand beyond the edge nothing was left out.
func TestPdfCutAtTheEdge(t *testing.T) {
	t.Parallel()
	rows := [][]string{{"No", "Indikator", "Target", "Hasil"}, {"1", "Nilai SKM", "84,00", "86,1"}, {"2", "Nilai SAKIP", "70,00", "71,2"}, {"3", "Indeks SPBE", "3,10", "3,2"}}
	page := func(clip string, lines bool, last float64) string {
		var s sheetOfPaper
		s.WriteString("q " + clip + "\n")
		for i, row := range rows {
			y := 200 + 13*float64(i)
			for j, x := range []float64{55, 90, 300, last}[:min(int(last), 4)] {
				s.text(x, y+10, row[j])
			}
			if lines {
				for _, x := range []float64{50, 85, 295, 395} {
					s.line(x, y, x, y+13)
				}
				s.line(50, y, 480, y)
				s.line(50, y+13, 480, y+13)
			}
		}
		s.WriteString("Q\n")
		return s.String()
	}
	const clip, wide, cell = "50 40 400 760 re W n", "0 0 595 842 re W n", "50 40 100 760 re W n"
	const cut, whole = "[No,Indikator,Target,][1,Nilai SKM,84,00,][2,Nilai SAKIP,70,00,][3,Indeks SPBE,3,10,]", "[No,Indikator,Target,Hasil][1,Nilai SKM,84,00,86,1][2,Nilai SAKIP,70,00,71,2][3,Indeks SPBE,3,10,3,2]"
	for what, c := range map[string]struct {
		page, want string
		told       bool
	}{
		"letters cut":           {page(clip, true, 434), cut, true},
		"column beyond":         {page(clip, true, 3), cut, true},
		"inside":                {page(wide, true, 434), whole, false},
		"whole letters beyond":  {page(clip, true, 452), whole, false},
		"a cell's own part":     {page(cell, true, 434), whole, false},
		"nothing clipped":       {page("", true, 434), whole, false},
		"no lines":              {page(wide, false, 434), whole, false},
		"no lines, nothing cut": {page(clip, false, 400), whole, false},
	} {
		blocks, problems := PdfBlocks("a.pdf", pdfOf("", someText+c.page))
		var got string
		for _, b := range blocks {
			if b.Grid != nil {
				got = strings.TrimPrefix(sketch([]Block{b}), "table||")
			}
		}
		if got != c.want || (len(problems) == 1 && strings.Contains(problems[0].Kondisi.ID, "tepi kanan halaman 1 terpotong")) != c.told || !c.told && len(problems) > 0 {
			t.Errorf("%s: got\n%s\n%v", what, got, problems)
		}
	}
}
