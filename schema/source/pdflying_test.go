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

// Beside a merged cell lines part the rows over the other columns alone; below the last row none may be drawn.
func TestPdfRowsBesideMergedCell(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 100, "Tabel 3.1 Capaian Kinerja")
	s.shade(48, 110, 480, 140)
	s.lying(170, 230)
	s.line(160, 200, 480, 200)
	x := []float64{52, 164, 300, 400}
	s.rows(128, 12, x, "Sasaran|Indikator|Target|Realisasi")
	s.rows(158, 12, x, "Tertibnya arsip|Nilai Arsip|90,00|91,25")
	s.rows(188, 12, x, "Meningkatnya|Nilai Mutu|81,50|82,75")
	s.rows(218, 12, x, "pelayanan|Nilai SAKIP|70,25|71,00")
	s.rows(248, 12, x, "Rata-rata||80,58|81,67")
	s.text(52, 290, "Uraian berikutnya tentang capaian kinerja pada tahun ini.")
	want := "cap|Tabel 3.1|Capaian Kinerja\ntable||[Sasaran,Indikator,Target,Realisasi][Tertibnya arsip,Nilai Arsip,90,00,91,25]" +
		"[Meningkatnya pelayanan,Nilai Mutu,81,50,82,75][,Nilai SAKIP,70,25,71,00][Rata-rata,,80,58,81,67]\n" +
		"par||Uraian berikutnya tentang capaian kinerja pada tahun ini."
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A year at the left over the first of several columns does not say how many are of that year: the table is not read.
func TestPdfYearOverFirstColumn(t *testing.T) {
	t.Parallel()
	a := &aligned{columns: []strip{{52, 120}, {140, 170}, {200, 230}, {260, 290}}}
	line := func(pieces ...piece) textLine { return textLine{pieces: pieces} }
	at := func(left float64, text string) piece {
		return piece{box: box{left, 0, left + 5*float64(len(text)), 8}, text: text}
	}
	below := line(at(52, "Indikator"), at(140, "Target"), at(200, "Capaian"), at(260, "Target"))
	for _, c := range []struct {
		above textLine
		want  bool
	}{{line(at(140, "2023"), at(260, "2024")), true}, {line(at(140, "Tahun 2023 ini"), at(260, "2024")), false},
		{line(at(140, "Tahun"), at(260, "Tahun")), false}, {line(at(170, "2023"), at(260, "2024")), false}} {
		a.head = []textLine{c.above, below}
		if got := a.yearOverFirst(nil); got != c.want {
			t.Errorf("%v: %v", c.above.pieces, got)
		}
		over := [][]Cell{{{Text: "Indikator", Cols: 1}, {Text: "2023", Cols: 2}, {Covered: true}, {Text: "2024", Cols: 1}}}
		if a.yearOverFirst(over) {
			t.Errorf("%v: the heading stands over both columns", c.above.pieces)
		}
	}
}

// Lines over some columns alone, above those over all of them, part rows of one table.
func TestPdfRowsBesideMergedCellFirst(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 90, "Tabel 3.1 Capaian Kinerja")
	s.shade(48, 100, 480, 124)
	s.line(160, 160, 480, 160)
	s.line(160, 184, 480, 184)
	s.lying(208, 232)
	x := []float64{52, 164, 300, 400}
	s.rows(116, 12, x, "Sasaran|Indikator|Target|Realisasi")
	s.rows(136, 12, x, "Meningkatnya|Nilai Mutu|81,50|82,75", "pelayanan|gedung", "dan mutunya")
	s.rows(176, 24, x, "|Nilai SAKIP|70,25|71,00", "|Nilai Gizi|60,00|63,00", "Tertibnya arsip|Nilai Arsip|90,00|91,25")
	want := "cap|Tabel 3.1|Capaian Kinerja\ntable||[Sasaran,Indikator,Target,Realisasi][Meningkatnya pelayanan dan mutunya,Nilai Mutu gedung,81,50,82,75]" +
		"[,Nilai SAKIP,70,25,71,00][,Nilai Gizi,60,00,63,00][Tertibnya arsip,Nilai Arsip,90,00,91,25]"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A line with a text for every column is read as it stands, though one that ends with a figure may reach up to the next column.
func TestPdfFullLineIsNotParted(t *testing.T) {
	t.Parallel()
	line := textLine{pieces: []piece{{box: box{10, 0, 51, 8}, text: "Pengolahan dan pemasaran 1"}, {box: box{52, 0, 60, 8}, text: "5"}}}
	columns := fullest([]textLine{line}, 2)
	if parted := separate(line.pieces, columns); len(parted) != 3 {
		t.Fatalf("the figure does not stand at the next column: %v", parted)
	}
	rows := rowsBetween([]textLine{line}, columns, []rule{{-1, 0, 100}})
	if len(rows) != 1 || len(rows[0][0]) != 1 || len(rows[0][1]) != 1 {
		t.Errorf("%v", rows)
	}
}
