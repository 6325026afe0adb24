package source

import "testing"

func (s *sheetOfPaper) lying(at ...float64) {
	for _, y := range at {
		s.line(48, y, 480, y)
	}
}

// Where lines part the rows, all as wide, a row is what stands between two of them, however much white is in it; texts of a
// column may stand at its left, in its middle or at its right, and a figure may stand hardly apart from the text before it.
func TestPdfRowsBetweenLines(t *testing.T) {
	t.Parallel()
	for what, draw := range map[string]func(s *sheetOfPaper){
		"lines":  func(*sheetOfPaper) {},
		"shaded": func(s *sheetOfPaper) { s.shade(48, 110, 480, 140) },
	} {
		var s sheetOfPaper
		draw(&s)
		s.text(52, 100, "Tabel 1.1 Jumlah Prodi dan Mahasiswa")
		s.lying(110, 140, 190, 240, 290)
		x := []float64{52, 82, 160, 240, 320}
		s.rows(130, 12, x, "No|Fakultas|Jumlah Prodi|Satuan|Jumlah Mahasiswa")
		s.rows(160, 12, x, "1|Teknik|11|Orang|4.210")
		s.rows(210, 12, x, "2|Ekonomi dan|8||3.877", "|Bisnis")
		s.text(252, 210, "%")
		s.text(52, 260, "3")
		s.text(82, 260, "Ilmu Pertanian dan")
		s.text(160, 260, "7")
		s.rows(260, 12, x, "|||Orang|2.044")
		want := "cap|Tabel 1.1|Jumlah Prodi dan Mahasiswa\ntable||[No,Fakultas,Jumlah Prodi,Satuan,Jumlah Mahasiswa][1,Teknik,11,Orang,4.210]" +
			"[2,Ekonomi dan Bisnis,8,%,3.877][3,Ilmu Pertanian dan,7,Orang,2.044]"
		if got := sketchOf(t, s.String()); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
		}
	}
}

// A row that the page break cuts has no line below it, and goes on above the first row of the next page.
func TestPdfRowBetweenLinesOverPages(t *testing.T) {
	t.Parallel()
	var one, two sheetOfPaper
	x := []float64{52, 82, 240, 340}
	one.text(52, 650, "Tabel 3.5 Realisasi Anggaran")
	one.lying(660, 690, 720)
	one.rows(680, 12, x, "No|Program|Pagu (Rp)|Realisasi (Rp)")
	one.rows(708, 12, x, "1|Program Penunjang|600.000.000|550.000.000")
	one.rows(738, 12, x, "2|Program Penyelenggaraan|400.000.000|300.000.000")
	two.lying(72, 102, 122, 152)
	two.rows(92, 12, x, "No|Program|Pagu (Rp)|Realisasi (Rp)")
	two.rows(114, 12, x, "|pelayanan publik")
	two.rows(140, 12, x, "|JUMLAH|1.000.000.000|850.000.000")
	head := "[No,Program,Pagu (Rp),Realisasi (Rp)]"
	want := "cap|Tabel 3.5|Realisasi Anggaran\ntable||" + head + "[1,Program Penunjang,600.000.000,550.000.000]" +
		"[2,Program Penyelenggaraan pelayanan publik,400.000.000,300.000.000]\ntable||" + head + "[,JUMLAH,1.000.000.000,850.000.000]"
	if got := sketchOf(t, one.String(), two.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Rows without headings may hold the most texts in the first of them.
func TestPdfFirstRowBetweenLines(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.lying(110, 140, 170)
	s.rows(130, 12, []float64{52, 82, 240, 340}, "1|Program Penunjang|600.000.000|550.000.000")
	s.rows(160, 12, []float64{52, 82, 240, 340}, "|Jumlah|600.000.000")
	if got, want := sketchOf(t, s.String()), "table||[1,Program Penunjang,600.000.000,550.000.000][,Jumlah,600.000.000,]"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
