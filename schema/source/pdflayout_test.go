package source

import (
	"fmt"
	"strings"
	"testing"
)

func (s *sheetOfPaper) shade(x1, y1, x2, y2 float64) {
	fmt.Fprintf(s, "0.9 g %.2f %.2f %.2f %.2f re f 0 g\n", x1, 842-y2, x2-x1, y2-y1)
}

// targets draws a table of three rows under one heading; the second has no number, its objective is that of the first.
func (s *sheetOfPaper) targets(top float64) {
	s.text(50, top-16, "Tabel 2.1 Perjanjian Kinerja")
	at := []float64{52, 82, 222, 372, 442}
	for i, row := range [][]string{{"No", "Sasaran", "Indikator", "Target", "Realisasi"}, {"1", "Meningkatnya mutu", "Indeks Mutu", "81,50", "82,75"},
		{"", "pelayanan", "Nilai SAKIP", "70,25", "71,00"}, {"2", "Tertibnya arsip", "Nilai Arsip", "90,00", "91,25"}} {
		for j, text := range row {
			s.text(at[j], top+10+14*float64(i), text)
		}
	}
}

const targetsRead = "cap|Tabel 2.1|Perjanjian Kinerja\ntable||[No,Sasaran,Indikator,Target,Realisasi][1,Meningkatnya mutu pelayanan,Indeks Mutu,81,50,82,75]" +
	"[,,Nilai SAKIP,70,25,71,00][2,Tertibnya arsip,Nilai Arsip,90,00,91,25]"

// Tables are read alike, whichever of their lines are drawn: all around and between columns, a frame alone, every other row
// shaded, none.
func TestPdfSomeLines(t *testing.T) {
	t.Parallel()
	frame := func(s *sheetOfPaper, xs ...float64) {
		for _, y := range []float64{100, 114, 157} {
			s.line(48, y, 520, y)
		}
		for _, x := range xs {
			s.line(x, 100, x, 157)
		}
	}
	for what, draw := range map[string]func(s *sheetOfPaper){
		"none":    func(*sheetOfPaper) {},
		"columns": func(s *sheetOfPaper) { frame(s, 48, 78, 218, 368, 438, 520) },
		"frame":   func(s *sheetOfPaper) { frame(s, 48, 520) },
		"bands": func(s *sheetOfPaper) {
			for _, y := range []float64{100, 128} {
				for _, x := range [][2]float64{{48, 78}, {78, 218}, {218, 368}, {368, 438}, {438, 520}} {
					if y == 100 || x[0] > 200 { // the objective's cell is merged with the one above
						s.shade(x[0], y, x[1], y+14)
					}
				}
			}
		},
	} {
		var s sheetOfPaper
		draw(&s)
		s.targets(100)
		blocks, problems := PdfBlocks("a.pdf", pdfOf("", s.String()))
		if got := sketch(blocks); got != targetsRead || len(problems) > 0 {
			t.Errorf("%s: got\n%s\nwant\n%s\n%v", what, got, targetsRead, problems)
		}
	}
}

// Lines between the rows tell them where texts stand in the middle of their cells.
func TestPdfLyingLines(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	for _, y := range []float64{100, 116, 142, 168} {
		s.line(48, y, 448, y)
	}
	for _, c := range []struct {
		x, y float64
		text string
	}{{52, 112, "No"}, {82, 112, "Uraian"}, {302, 112, "Target"}, {382, 112, "Realisasi"}, {52, 133, "1"}, {82, 127, "Persentase jalan dalam"}, {82, 138, "kondisi mantap"},
		{302, 133, "81,50"}, {382, 133, "82,00"}, {52, 159, "2"}, {82, 153, "Persentase jembatan dalam"}, {82, 164, "kondisi baik"}, {302, 159, "71,50"}, {382, 159, "72,00"}} {
		s.text(c.x, c.y, c.text)
	}
	blocks, problems := PdfBlocks("a.pdf", pdfOf("", s.String()))
	want := "table||[No,Uraian,Target,Realisasi][1,Persentase jalan dalam kondisi mantap,81,50,82,00][2,Persentase jembatan dalam kondisi baik,71,50,72,00]"
	if got := sketch(blocks); got != want || len(problems) > 0 {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, problems)
	}
}

// A table without lines below its caption is read on a page that holds a drawn one, too.
func TestPdfMixedTables(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	for _, y := range []float64{300, 316, 332} {
		s.line(48, y, 248, y)
	}
	for _, x := range []float64{48, 148, 248} {
		s.line(x, 300, x, 332)
	}
	s.targets(100)
	for i, text := range []string{"Uraian", "Jumlah", "Pegawai", "12"} {
		s.text(52+100*float64(i%2), 312+16*float64(i/2), text)
	}
	blocks, problems := PdfBlocks("a.pdf", pdfOf("", s.String()))
	if got, want := sketch(blocks), targetsRead+"\ntable||[Uraian,Jumlah][Pegawai,12]"; got != want || len(problems) > 0 {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, problems)
	}
}

// Two figures in one cell of one row stay there: what stands beside them is one row.
func TestPdfTwoFiguresInOneCell(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	for _, y := range []float64{100, 116, 142} {
		s.line(48, y, 348, y)
	}
	for _, x := range []float64{48, 78, 248, 348} {
		s.line(x, 100, x, 142)
	}
	for i, text := range []string{"No", "Uraian", "Target"} {
		s.text([]float64{52, 82, 252}[i], 112, text)
	}
	s.text(52, 127, "1")
	s.text(82, 127, "Indeks Mutu Layanan Publik")
	s.text(82, 138, "di Kecamatan")
	s.text(252, 127, "81,50")
	s.text(252, 138, "82,00")
	blocks, problems := PdfBlocks("a.pdf", pdfOf("", s.String()))
	if got, want := sketch(blocks), "table||[No,Uraian,Target][1,Indeks Mutu Layanan Publik di Kecamatan,81,50 82,00]"; got != want || len(problems) > 0 {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, problems)
	}
}

// Letters set apart are words; letters that lean over a space are still two words; a hyphen of any kind at the end of a line
// is one.
func TestPdfLetters(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.WriteString("BT /F1 14 Tf 5 Tc 50 700 Td (LAPORAN KINERJA) Tj ET BT 0 Tc ET\n")
	s.WriteString("BT /F1 11 Tf 50 640 Td [(TOTAL) -150 (ANGGARAN) -278 (PER) -278 (PROGRAM)] TJ ET\n")
	for i, r := range "DINAS" { // each letter on its own, as some programs write
		fmt.Fprintf(&s, "BT /F1 11 Tf %.2f 600 Td (%c) Tj ET\n", []float64{50, 57.94, 61, 68.94, 76.28}[i], r)
	}
	blocks, problems := PdfBlocks("a.pdf", pdfOf("", s.String()))
	if got, want := sketch(blocks), "par||LAPORAN KINERJA\npar||TOTAL ANGGARAN PER PROGRAM\npar||DINAS"; got != want || len(problems) > 0 {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, problems)
	}
	if got := joinLine(cleanText("peme\u2010"), "rintah") + joinLine(cleanText("masing\u2011"), "masing"); got != "pemerintah"+"masing-masing" {
		t.Error(got)
	}
}

// A number of thousands at the beginning of a line is no heading.
func TestPdfNumberIsNoHeading(t *testing.T) {
	t.Parallel()
	if b := ProseBlock("100.000 KH dan prevalensi stunting"); b.Kind != Paragraph {
		t.Errorf("%+v", b)
	}
	if b := ProseBlock("3.2.1 Realisasi Anggaran"); b.Kind != Heading || !strings.HasPrefix(b.Number, "3.2.1") {
		t.Errorf("%+v", b)
	}
}

// The lines of a signature, far right below a text, stand each for itself.
func TestPdfSignature(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(50, 100, "Laporan ini disusun menurut peraturan dan telah dibahas bersama tim pada tanggal 14 Januari 2025.")
	for i, text := range []string{"Paringin, 17 Februari 2025", "Kepala Dinas Kesehatan Kabupaten Balangan,", "dr. Contoh, M.Kes"} {
		s.text(330, 114+14*float64(i), text)
	}
	s.text(50, 170, "Ikhtisar berikut memuat capaian.")
	blocks, _ := PdfBlocks("a.pdf", pdfOf("", s.String()))
	want := "par||Laporan ini disusun menurut peraturan dan telah dibahas bersama tim pada tanggal 14 Januari 2025.\npar||Paringin, 17 Februari 2025\npar||Kepala Dinas Kesehatan Kabupaten Balangan,\npar||dr. Contoh, M.Kes\npar||Ikhtisar berikut memuat capaian."
	if got := sketch(blocks); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
