package source

import "testing"

// On a page with drawn tables a table of one row stands below its caption too, though the sentence under it holds figures.
func TestPdfOneRowBelowCaption(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	for _, y := range []float64{80, 100, 120} {
		s.line(48, y, 248, y)
	}
	for _, x := range []float64{48, 148, 248} {
		s.line(x, 80, x, 120)
	}
	s.rows(93, 20, []float64{52, 152}, "Uraian|Jumlah", "Pegawai|186")
	s.text(52, 160, "Tabel 3.1 Capaian Sasaran 1")
	s.rows(180, 12, []float64{58, 200, 260, 320, 380}, "Indikator|Satuan|Target|Realisasi|Capaian", "Persentase aduan yang|persen|95,00|96,55|101,63", "diselesaikan")
	s.rows(212, 12, []float64{48, 140, 200, 250, 340}, "Selama tahun ini|tercatat|232,5|gangguan di|lima kecamatan yang ada")
	want := "table||[Uraian,Jumlah][Pegawai,186]\ncap|Tabel 3.1|Capaian Sasaran 1\ntable||[Indikator,Satuan,Target,Realisasi,Capaian]" +
		"[Persentase aduan yang diselesaikan,persen,95,00,96,55,101,63]\npar||Selama tahun ini tercatat 232,5 gangguan di lima kecamatan yang ada"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Words far below the last row are none of it, though shades lie above and below both.
func TestPdfWordsBelowLastRow(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 90, "Tabel 3.1 Gangguan Ketertiban")
	s.shade(48, 98, 300, 116)
	s.shade(48, 134, 300, 152)
	s.rows(111, 18, []float64{54, 160, 240}, "Jenis|Kejadian|Persentase", "Pedagang kaki lima|88|37,93", "Reklame|144|62,07", "Jumlah|232|100,00")
	s.text(50, 187, "Sasaran 2: Tegaknya perda")
	s.shade(48, 210, 300, 228)
	s.rows(223, 18, []float64{54, 160, 240}, "Indikator|Satuan|Target", "Perda yang ditegakkan|persen|90,00", "Aduan yang selesai|persen|95,00")
	want := "cap|Tabel 3.1|Gangguan Ketertiban\ntable||[Jenis,Kejadian,Persentase][Pedagang kaki lima,88,37,93][Reklame,144,62,07][Jumlah,232,100,00]\n" +
		"par||Sasaran 2: Tegaknya perda\ntable||[Indikator,Satuan,Target][Perda yang ditegakkan,persen,90,00][Aduan yang selesai,persen,95,00]"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
