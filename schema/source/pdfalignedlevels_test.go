package source

import (
	"strings"
	"testing"
)

// rows writes texts at the columns of x, a row below the other; | parts columns.
func (s *sheetOfPaper) rows(top, pitch float64, x []float64, rows ...string) {
	for i, row := range rows {
		for j, text := range strings.Split(row, "|") {
			if text != "" {
				s.text(x[j], top+pitch*float64(i), text)
			}
		}
	}
}

func sketchOf(t *testing.T, pages ...string) string {
	t.Helper()
	blocks, problems := PdfBlocks("a.pdf", pdfOf("", pages...))
	if len(problems) > 0 {
		t.Errorf("%v", problems)
	}
	return sketch(blocks)
}

// Without air between rows a row begins where a figure stands: an indicator below a short one is no rest of its name, though the
// objective beside them goes on. A word that the width of a heading cuts is made whole.
func TestPdfRowsWithoutAir(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	x := []float64{52, 66, 180, 300, 350, 400}
	s.text(52, 100, "Tabel 3.1 Capaian Kinerja")
	s.rows(120, 11, x,
		"N|Sasaran|Indikator|Satuan|Target|Capaia",
		"o|||||n (%)",
		"1|Meningkatnya|Rasio Jalan|rasio|0,62|103,23",
		"|keselamatan dan|Persentase rambu yang|persen|58,00|97,33",
		"|kelancaran arus|terpasang terhadap",
		"|lalu lintas|kondisi ideal",
		"2|Meningkatnya mutu|Persentase angkutan|persen|91,00|101,76",
		"|angkutan umum|yang laik jalan")
	s.text(52, 300, "Capaian kinerja tahun ini melampaui target; No urut menurut sasaran.")
	want := "cap|Tabel 3.1|Capaian Kinerja\ntable||[No,Sasaran,Indikator,Satuan,Target,Capaian (%)]" +
		"[1,Meningkatnya keselamatan dan kelancaran arus lalu lintas,Rasio Jalan,rasio,0,62,103,23]" +
		"[,,Persentase rambu yang terpasang terhadap kondisi ideal,persen,58,00,97,33]" +
		"[2,Meningkatnya mutu angkutan umum,Persentase angkutan yang laik jalan,persen,91,00,101,76]" +
		"\npar||Capaian kinerja tahun ini melampaui target; No urut menurut sasaran."
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// One row below its caption and headings at the end of a page belongs to the table on the next.
func TestPdfLoneRow(t *testing.T) {
	t.Parallel()
	var one, two sheetOfPaper
	x := []float64{52, 82, 250, 320}
	head := "No|Indikator|Target|Realisasi"
	one.text(52, 720, "Tabel 3.1 Capaian Kinerja")
	one.rows(740, 14, x, head, "1|Indeks Mutu|81,50|82,75")
	two.rows(60, 14, x, head, "2|Nilai SAKIP|70,25|71,00", "3|Nilai Arsip|90,00|91,25")
	want := "cap|Tabel 3.1|Capaian Kinerja\ntable||[No,Indikator,Target,Realisasi][1,Indeks Mutu,81,50,82,75]\ntable||[No,Indikator,Target,Realisasi]" +
		"[2,Nilai SAKIP,70,25,71,00][3,Nilai Arsip,90,00,91,25]"
	if got := sketchOf(t, one.String(), two.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Words that are spread over a line are no columns.
func TestPdfSpreadWords(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.rows(100, 14, []float64{52, 92, 150, 210, 260, 310, 420, 480}, "Pagu|anggaran|tahun|2024|sebesar|Rp21.407.191.250|dengan|realisasi",
		"Rp20.320.403.670 atau 94,92 persen, sehingga tersisa Rp1.086.787.580.")
	want := "par||Pagu anggaran tahun 2024 sebesar Rp21.407.191.250 dengan realisasi Rp20.320.403.670 atau 94,92 persen, sehingga tersisa Rp1.086.787.580."
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Rows may stand further apart than the lines of a text, and a year in brackets is of the headings.
func TestPdfRowsApart(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	x := []float64{52, 82, 250, 320}
	s.text(52, 100, "Tabel 3.4 Kemajuan")
	s.rows(120, 11, x, "No|Indikator|Target|Kemajuan", "||(2026)|(%)")
	s.rows(152, 22, x, "1|Indeks Mutu|81,50|82,75", "2|Nilai SAKIP|70,25|71,00", "3|Nilai Arsip|90,00|91,25")
	want := "cap|Tabel 3.4|Kemajuan\ntable||[No,Indikator,Target (2026),Kemajuan (%)][1,Indeks Mutu,81,50,82,75][2,Nilai SAKIP,70,25,71,00][3,Nilai Arsip,90,00,91,25]"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Texts in the middle of their rows, without lines or air between these, are not guessed at: the table is told once.
func TestPdfMiddlesAreNoRows(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(52, 100, "Tabel 3.2 Capaian Kinerja")
	s.rows(120, 11, []float64{52, 82, 250, 320}, "No|Indikator|Target|Realisasi", "|Persentase jalan", "1|kabupaten yang|81,50|82,75", "|mantap",
		"2|Nilai SAKIP|70,25|71,00", "|Persentase jembatan", "3|kabupaten dalam|90,00|91,25", "|kondisi baik")
	blocks, problems := PdfBlocks("a.pdf", pdfOf("", s.String()))
	for _, b := range blocks {
		if b.Kind == Table {
			t.Errorf("read as %s", sketch([]Block{b}))
		}
	}
	if len(problems) != 1 || !problems[0].Minor {
		t.Errorf("%v", problems)
	}
}

// The rest of a merged cell at the top of the next page goes back to where it began.
func TestPdfMergedOverPages(t *testing.T) {
	t.Parallel()
	var one, two sheetOfPaper
	x := []float64{52, 82, 200, 320, 380}
	head := "No|Sasaran|Indikator|Target|Realisasi"
	one.text(52, 680, "Tabel 3.1 Capaian Kinerja")
	one.rows(700, 11, x, head, "1|Tertibnya tata kelola arsip|Nilai Arsip|81,50|82,75", "2|Meningkatnya mutu layanan|Indeks Mutu|70,25|71,00")
	two.rows(60, 11, x, head, "|kepegawaian|Nilai Layanan|90,00|91,25", "3|Meningkatnya disiplin|Nilai Disiplin|80,00|81,25")
	head = "[" + strings.ReplaceAll(head, "|", ",") + "]"
	want := "cap|Tabel 3.1|Capaian Kinerja\ntable||" + head + "[1,Tertibnya tata kelola arsip,Nilai Arsip,81,50,82,75]" +
		"[2,Meningkatnya mutu layanan kepegawaian,Indeks Mutu,70,25,71,00]\ntable||" + head + "[,,Nilai Layanan,90,00,91,25][3,Meningkatnya disiplin,Nilai Disiplin,80,00,81,25]"
	if got := sketchOf(t, one.String(), two.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
