package source

import "testing"

// A caption whose number stands alone has its title on the lines below; a sentence that names a table at the end of a line goes
// on, though the line begins like a caption.
func TestPdfCaptionOverTitle(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 60, "Target kinerja yang telah diperjanjikan oleh kepala dinas dengan bupati pada awal tahun anggaran disajikan pada")
	s.text(52, 72, "Tabel 2.1 berikut ini menurut sasaran strategis dan indikatornya masing-masing, sedangkan pagu programnya pada")
	s.text(52, 84, "tabel 2.2.")
	s.text(270, 110, "Tabel 2.1")
	s.text(180, 122, "Perjanjian Kinerja Dinas Tahun 2024 menurut sasaran strategis")
	for _, y := range []float64{134, 150, 166} {
		s.line(48, y, 300, y)
	}
	for _, x := range []float64{48, 220, 300} {
		s.line(x, 134, x, 166)
	}
	s.rows(145, 16, []float64{52, 224}, "Indikator|Target", "Nilai Mutu|81,50")
	want := "par||Target kinerja yang telah diperjanjikan oleh kepala dinas dengan bupati pada awal tahun anggaran disajikan pada Tabel 2.1 berikut ini menurut" +
		" sasaran strategis dan indikatornya masing-masing, sedangkan pagu programnya pada tabel 2.2.\n" +
		"cap|Tabel 2.1|Perjanjian Kinerja Dinas Tahun 2024 menurut sasaran strategis\ntable||[Indikator,Target][Nilai Mutu,81,50]"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A number of a table alone on its line begins its caption, though the line above, of a source, is full.
func TestPdfCaptionBelowSource(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 60, "Sumber: Laporan Dinas Kependudukan dan Pencatatan Sipil, Bidang Pelayanan Pendaftaran Penduduk, tahun 2024")
	s.text(52, 72, "Tabel 3.6")
	s.text(52, 84, "Capaian Kinerja Tahun 2024")
	want := "par||Sumber: Laporan Dinas Kependudukan dan Pencatatan Sipil, Bidang Pelayanan Pendaftaran Penduduk, tahun 2024\ncap|Tabel 3.6|Capaian Kinerja Tahun 2024"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A repeated heading that is merged over two rows may need more lines than they are high: a word processor prints the last one
// over the row below, here the rest of a row that the page break cuts.
func TestPdfHeadOverRow(t *testing.T) {
	t.Parallel()
	frame := func(s *sheetOfPaper, top, middle float64, rows ...float64) {
		bottom := rows[len(rows)-1]
		for _, x := range []float64{48, 78, 150, 230} {
			s.line(x, top, x, bottom)
		}
		s.line(320, middle, 320, bottom)
		s.line(410, top, 410, bottom)
		s.line(48, top, 410, top)
		s.line(230, middle, 410, middle)
		for _, y := range rows {
			s.line(48, y, 410, y)
		}
	}
	x := []float64{52, 82, 154, 234, 324}
	var one, two sheetOfPaper
	frame(&one, 640, 660, 680, 706, 726)
	one.rows(650, 12, x, "No|Program /|Anggaran|Realisasi|", "|Kegiatan /", "|Sub Kegiatan||Rp|%")
	one.rows(692, 12, x, "1|Pengelolaan|400.000.000|300.000.000|75,00", "|Pendidikan")
	one.rows(718, 12, x, "1.1|Dana BOS|100.000.000|75.000.000|75,00")
	frame(&two, 40, 53, 66, 82, 108)
	two.rows(49, 12, x, "No|Program /|Anggaran|Realisasi|", "|Kegiatan /||Rp|%")
	two.text(96, 73, "Sub Kegiatan") // over the row below
	two.rows(74, 12, x, "|Sekolah Dasar")
	two.rows(92, 12, x, "1.2|Pengadaan|300.000.000|225.000.000|75,00", "|Meja")
	head := "[No,Program / Kegiatan / Sub Kegiatan,Anggaran,Realisasi,^][^,^,^,Rp,%]"
	want := "table||" + head + "[1,Pengelolaan Pendidikan,400.000.000,300.000.000,75,00][1.1,Dana BOS Sekolah Dasar,100.000.000,75.000.000,75,00]\n" +
		"table||" + head + "[1.2,Pengadaan Meja,300.000.000,225.000.000,75,00]"
	if got := sketchOf(t, one.String(), two.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// An entry of the list of tables that fills its line has its dots and its page on the next one.
func TestPdfEntryOverDots(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 60, "Tabel 3.2 Capaian Tujuan ................................................................ 14")
	s.text(52, 72, "Tabel 3.3 Perbandingan Capaian Dimensi Indeks Profesionalitas Aparatur Sipil Negara")
	s.text(52, 84, "........................................................................................ 15")
	s.text(52, 96, "Tabel 3.4 Capaian Sasaran ............................................................... 16")
	want := "par||Tabel 3.2 Capaian Tujuan ................................................................ 14\n" +
		"par||Tabel 3.3 Perbandingan Capaian Dimensi Indeks Profesionalitas Aparatur Sipil Negara" +
		" ........................................................................................ 15\n" +
		"par||Tabel 3.4 Capaian Sasaran ............................................................... 16"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
