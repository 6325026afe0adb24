package source

import (
	"fmt"
	"testing"
)

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

// A cell whose border is thicker on one side is drawn as an area that leaves out one within it: these are lines, no shade.
func TestPdfBorderAsRing(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 90, "Tabel 2.1 Perjanjian Kinerja")
	xs := []float64{48, 78, 218, 288}
	for j := range 3 {
		fmt.Fprintf(&s, "%.2f %.2f %.2f %.2f re %.2f %.2f %.2f %.2f re f*\n", xs[j], 842.0-120, xs[j+1]-xs[j], 20.0, xs[j]+0.7, 842.0-118, xs[j+1]-xs[j]-1.4, 17.3)
		for _, y := range []float64{120, 140} {
			fmt.Fprintf(&s, "%.2f %.2f %.2f %.2f re S\n", xs[j], 842-y-20, xs[j+1]-xs[j], 20.0)
		}
	}
	s.rows(113, 20, []float64{52, 82, 222}, "No|Indikator|Target", "1|Nilai Mutu|81,50", "2|Nilai SAKIP|70,25")
	if got, want := sketchOf(t, s.String()), "cap|Tabel 2.1|Perjanjian Kinerja\ntable||[No,Indikator,Target][1,Nilai Mutu,81,50][2,Nilai SAKIP,70,25]"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
