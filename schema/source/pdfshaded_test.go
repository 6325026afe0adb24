package source

import "testing"

// Shaded headings above rows without shade, and shaded rows far apart or beside a merged cell, are parts of one table.
func TestPdfPartShaded(t *testing.T) {
	t.Parallel()
	for what, shades := range map[string][][2]float64{"headings": {{110, 124}}, "a row": {{138, 152}}, "headings and the first row": {{110, 138}}} {
		var s sheetOfPaper
		for _, y := range shades {
			for _, x := range [][2]float64{{48, 78}, {78, 248}, {248, 318}, {318, 400}} {
				s.shade(x[0], y[0], x[1], y[1])
			}
		}
		s.rows(120, 14, []float64{52, 82, 250, 320}, "No|Indikator|Target|Realisasi", "1|Indeks Mutu|81,50|82,75", "2|Nilai SAKIP|70,25|71,00", "3|Nilai Arsip|90,00|91,25")
		want := "table||[No,Indikator,Target,Realisasi][1,Indeks Mutu,81,50,82,75][2,Nilai SAKIP,70,25,71,00][3,Nilai Arsip,90,00,91,25]"
		if got := sketchOf(t, s.String()); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
		}
	}
}
