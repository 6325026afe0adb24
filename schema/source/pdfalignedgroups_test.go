package source

import "testing"

// Headings at the bottom of their cells are no texts under those that stand on two lines: cells have more white at their edges
// than the lines of a text between them.
func TestPdfHeadsAtBottom(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 90, "Tabel 3.1 Capaian Kinerja")
	s.lying(100, 138, 160, 182)
	x := []float64{52, 82, 200, 270, 330, 410}
	s.rows(117, 12, x, "||Indikator||Target|Realisasi", "No|Sasaran|Kinerja|Satuan|2024|2024")
	s.rows(152, 22, x, "1|Terjaganya mutu|Nilai Mutu|persen|81,50|82,75", "2|Tertibnya arsip|Nilai Arsip|persen|90,00|91,25")
	want := "cap|Tabel 3.1|Capaian Kinerja\ntable||[No,Sasaran,Indikator Kinerja,Satuan,Target 2024,Realisasi 2024]" +
		"[1,Terjaganya mutu,Nilai Mutu,persen,81,50,82,75][2,Tertibnya arsip,Nilai Arsip,persen,90,00,91,25]"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// In the middle of three columns a text stands over them all, whatever the white.
func TestPdfHeadOverThreeColumns(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 90, "Tabel 3.1 Capaian Kinerja")
	s.lying(100, 138, 160, 182)
	x := []float64{52, 82, 200, 260, 330}
	s.text(266, 117, "Tahun 2024")
	s.rows(123, 6, x, "No|Sasaran", "||Target|Realisasi 2024|Capaian")
	s.rows(152, 22, x, "1|Terjaganya mutu|81,50|82,75|101,53", "2|Tertibnya arsip|90,00|91,25|101,39")
	want := "cap|Tabel 3.1|Capaian Kinerja\ntable||[No,Sasaran,Tahun 2024,^,^][^,^,Target,Realisasi 2024,Capaian]" +
		"[1,Terjaganya mutu,81,50,82,75,101,53][2,Tertibnya arsip,90,00,91,25,101,39]"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A line between headings tells which columns share the text above it: the last one stands at the bottom of its own cell.
func TestPdfHeadsOverLine(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 90, "Tabel 3.1 Capaian Kinerja")
	s.lying(100, 144, 166, 188)
	s.line(196, 122, 400, 122)
	x := []float64{52, 82, 200, 260, 330, 410}
	s.rows(116, 22, x, "||Tahun 2023||Tahun 2024", "No|Indikator|Target|Realisasi|Target|Capaian")
	s.rows(158, 22, x, "1|Nilai Mutu|80,50|81,75|81,50|101,55", "2|Nilai Arsip|90,00|90,25|91,00|100,28")
	want := "cap|Tabel 3.1|Capaian Kinerja\ntable||[No,Indikator,Tahun 2023,^,Tahun 2024,Capaian][^,^,Target,Realisasi,Target,^]" +
		"[1,Nilai Mutu,80,50,81,75,81,50,101,55][2,Nilai Arsip,90,00,90,25,91,00,100,28]"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Texts over several columns stand at the left of them all, or in the middle of the headings below them, which may be wider than
// the figures.
func TestPdfHeadsOverColumns(t *testing.T) {
	t.Parallel()
	at := func(left, top float64, text string) piece {
		return piece{box: box{left, top, left + 5*float64(len(text)), top + 7}, text: text, size: 7}
	}
	for what, over := range map[string][2]float64{"at the left": {200, 380}, "in the middle": {262.5, 412.5}} {
		a := &aligned{columns: []strip{{52, 57}, {82, 140}, {200, 210}, {260, 270}, {310, 320}, {380, 390}, {430, 440}}}
		below := textLine{pieces: []piece{at(52, 112, "No"), at(82, 112, "Indikator"), at(200, 112, "Target"), at(260, 112, "Hasil"),
			at(310, 112, "Capaian"), at(380, 112, "Target"), at(430, 112, "Hasil")}}
		a.head = []textLine{{pieces: []piece{at(over[0], 100, "2023"), at(over[1], 100, "2024")}}, below}
		a.head[1].pieces[0].box, a.head[1].pieces[1].box = box{52, 106, 62, 113}, box{82, 106, 127, 113}
		head, ok := a.headings(nil)
		want := "table||[No,Indikator,2023,^,^,2024,^][^,^,Target,Hasil,Capaian,Target,Hasil]"
		if got := sketch([]Block{{Kind: Table, Grid: &Grid{Rows: head}}}); !ok || got != want {
			t.Errorf("%s: %v, got\n%s\nwant\n%s", what, ok, got, want)
		}
	}
}
