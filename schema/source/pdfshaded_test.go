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

// Headings may be but shaded above rows that are drawn: the edges of the shades part their cells, however close the texts.
func TestPdfShadedHeadOverDrawnRows(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 90, "Tabel 3.1 Capaian Kinerja")
	xs := []float64{48, 78, 158, 194, 240}
	for j, x := range [][2]float64{{48, 78}, {78, 158}, {158, 240}, {158, 194}, {194, 240}} {
		top, bottom := 100.0, 132.0
		switch {
		case j == 2:
			bottom = 116
		case j > 2:
			top = 116
		}
		s.shade(x[0], top, x[1], bottom)
	}
	for _, y := range []float64{132, 148, 164} {
		s.line(48, y, 240, y)
	}
	for _, x := range xs {
		s.line(x, 132, x, 164)
	}
	at := []float64{52, 82, 162, 196}
	s.rows(113, 14, at, "No|Indikator|Tahun 2024|", "||Target|Realisasi")
	s.rows(143, 16, at, "1|Nilai Mutu|80,00|81,50", "2|Nilai SAKIP|70,00|70,25")
	want := "cap|Tabel 3.1|Capaian Kinerja\ntable||[No,Indikator,Tahun 2024,^][^,^,Target,Realisasi][1,Nilai Mutu,80,00,81,50][2,Nilai SAKIP,70,00,70,25]"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
