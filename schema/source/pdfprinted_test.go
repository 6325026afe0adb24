package source

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// cells draws rows of cells between lines, each as high as its lines of text, and gives where the last one ends.
func (s *sheetOfPaper) cells(y float64, xs []float64, rows ...[]string) float64 {
	for _, row := range rows {
		high := 0
		for j, cell := range row {
			lines := strings.Split(cell, "\n")
			high = max(high, len(lines))
			for k, text := range lines {
				s.text(xs[j]+3, y+11+11*float64(k), text)
			}
		}
		bottom := y + 4 + 11*float64(high)
		s.line(xs[0], y, xs[len(row)], y)
		s.line(xs[0], bottom, xs[len(row)], bottom)
		for _, x := range xs[:len(row)+1] {
			s.line(x, y, x, bottom)
		}
		y = bottom
	}
	return y
}

// What a narrow column cuts is made whole, and nothing else is joined.
func TestPdfCutCells(t *testing.T) {
	t.Parallel()
	words := lexicon{"kota": false, "meningkatnya": true, "jalan": true, "mutu": false, "baik": true, "per": true, "perbaikan": true}
	for cut, want := range map[string]string{
		"URUSAN|DAERAH|KABUPATEN/KOT|A":  "URUSAN DAERAH KABUPATEN/KOTA",
		"1.02.01.2.01.00|01":             "1.02.01.2.01.0001",
		"5.02.01.2.01|01":                "5.02.01.2.01 01",
		"Rp 14.949.7|00.000":             "Rp 14.949.700.000",
		"98,2|4":                         "98,24",
		"98,21|4,00":                     "98,21 4,00",
		"Meningkatn|ya mutu":             "Meningkatnya mutu",
		"Pembangun|an jalan":             "Pembangunan jalan",
		"Sangat B|aik":                   "Sangat Baik",
		"Biaya per|baikan jalan":         "Biaya per baikan jalan",
		"Pembangun|dan pemilik":          "Pembangun dan pemilik",
		"Pembangun|jembatan":             "Pembangun jembatan",
		"Peningkatan mutu layanan|an":    "Peningkatan mutu layanan an",
		"Persentase capaian|98,2|jumlah": "Persentase capaian 98,2 jumlah",
	} {
		var pieces []piece
		room := 0.0
		for i, text := range strings.Split(cut, "|") {
			width := 5 * float64(len(text))
			room = max(room, width+3)
			pieces = append(pieces, piece{box: box{50, 100 + 11*float64(i), 50 + width, 106 + 11*float64(i)}, text: text, size: 6})
		}
		if got, _ := cellText(pieces, room, words); got != want {
			t.Errorf("%q: got %q, want %q", cut, got, want)
		}
	}
}

// A row that a page break cuts is whole again, also above a footnote and where a percentage is cut; a row with a mark of its
// own is one, however much of the row above is empty.
func TestPdfRowsOverPages(t *testing.T) {
	t.Parallel()
	xs := []float64{50, 120, 260, 330, 356}
	head := []string{"Kode", "Uraian", "Pagu", "%"}
	for _, c := range []struct {
		what, foot  string
		above, next []string
		want        string
	}{
		{"cut figures", "2 Angka sementara.", []string{"1.02", "Administrasi", "38.450.200.00", "98,3"}, []string{"", "Keuangan", "0", "4"}, "[1.02,Administrasi Keuangan,38.450.200.000,98,34]"},
		{"another row", "", []string{"1.c", "Perencanaan telah dimanfaatkan", "15,00", ""}, []string{"1.c.1", "Kriteria ke-1 dari perencanaan", "", "Ya"},
			"[1.c,Perencanaan telah dimanfaatkan,15,00,] / [1.c.1,Kriteria ke-1 dari perencanaan,,Ya]"},
		{"one text cut", "", []string{"1.02", "Administrasi", "38.450.200", "98,34"}, []string{"", "keuangan", "", ""}, "[1.02,Administrasi keuangan,38.450.200,98,34]"},
		{"headings printed again, cut", "", []string{"Kode", "Uraian", "Pagu", "%"}, []string{"", "Program", "", ""}, "[Kode,Uraian Program,Pagu,%] / [Kode,Uraian Program,Pagu,%]"},
		{"an item below", "2. Angka sementara.", []string{"1.02", "Administrasi", "38.450.200", "98,34"}, []string{"1.03", "Keuangan", "1.450.200", "97,34"},
			"[1.02,Administrasi,38.450.200,98,34] / [1.03,Keuangan,1.450.200,97,34]"},
	} {
		var one, two sheetOfPaper
		head := head
		if c.above[0] == "Kode" {
			head = []string{"Kode", "Uraian\nProgram", "Pagu", "%"}
		}
		y := one.cells(700, xs, head, []string{"1.01", "Perencanaan kinerja", "1.450.200", "90,00"}, c.above)
		if c.foot != "" {
			one.text(50, y+20, c.foot)
		}
		two.cells(60, xs, head, c.next)
		blocks, problems := PdfBlocks("a.pdf", pdfOf("", one.String(), two.String()))
		var rows []string
		for _, b := range blocks {
			if b.Kind == Table {
				for _, row := range strings.SplitAfter(strings.TrimPrefix(sketch([]Block{b}), "table||"), "]") {
					if row != "" && (c.above[0] == "Kode" || !strings.HasPrefix(row, "[Kode")) && !strings.HasPrefix(row, "[1.01") {
						rows = append(rows, row)
					}
				}
			}
		}
		if got := strings.Join(rows, " / "); got != c.want || len(problems) > 0 {
			t.Errorf("%s: got %s, want %s\n%v", c.what, got, c.want, problems)
		}
	}
}

// A sheet that is printed as small as its width needs reads as any other, and titles in a box are text.
func TestPdfSmallPrint(t *testing.T) {
	t.Parallel()
	for _, scale := range []float64{1, 0.5, 0.25} {
		var s sheetOfPaper
		fmt.Fprintf(&s, "%.2f 0 0 %.2f 0 0 cm\n", scale, scale)
		s.cells(50, []float64{50, 320}, []string{"REALISASI ANGGARAN TAHUN 2024"}, []string{"DINAS PERHUBUNGAN"})
		s.cells(100, []float64{50, 80, 220, 270, 320}, []string{"No", "Uraian", "Pagu", "Sisa"}, []string{"1", "Penyediaan jasa\nkantor", "1.500", "20"}, []string{"2", "Rapat", "2.500", "30"})
		blocks, problems := PdfBlocks("a.pdf", pdfOf("", s.String()))
		want := []string{"REALISASI ANGGARAN TAHUN 2024", "DINAS PERHUBUNGAN", "table||[No,Uraian,Pagu,Sisa][1,Penyediaan jasa kantor,1.500,20][2,Rapat,2.500,30]"}
		if got := strings.Split(strings.ReplaceAll(sketch(blocks), "par||", ""), "\n"); !slices.Equal(got, want) || len(problems) > 0 {
			t.Errorf("scale %v: got %q\n%v", scale, got, problems)
		}
	}
}

// Titles that name their quarters are of the tables below, though but for the number they stand on each page.
func TestPdfTitlesOfQuarters(t *testing.T) {
	t.Parallel()
	var pages []string
	for i := range 3 {
		pages = append(pages, printed(100, []float64{50, 80, 240}, []string{fmt.Sprintf("PENGUKURAN KINERJA TW %d", i+1)}, []string{"No", "Uraian"}, []string{"1", "Rapat"}))
	}
	blocks, _ := PdfBlocks("a.pdf", pdfOf("", pages...))
	if got := sketch(blocks); strings.Count(got, "PENGUKURAN KINERJA TW") != 3 {
		t.Error(got)
	}
}

// A letter on the edge of a cell that cuts a text is the last of that text.
func TestPdfLetterOnEdge(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.cells(100, []float64{50, 80, 200, 300}, []string{"No", "Uraian", "Pagu"}, []string{"1", "", ""})
	s.text(179.8, 126, "Mutas") // the s stands on the line
	s.text(230, 126, "14.880")
	blocks, _ := PdfBlocks("a.pdf", pdfOf("", s.String()))
	if got, want := sketch(blocks), "table||[No,Uraian,Pagu][1,Mutas,14.880]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Rows of tables that reach into the margin of three pages are no running titles, and a title that stands on all pages stands
// on the first.
func TestPdfRowsInMargin(t *testing.T) {
	t.Parallel()
	var pages []string
	for i := range 3 {
		pages = append(pages, printed(48, []float64{50, 90, 240, 340}, nil, []string{fmt.Sprint(3*i + 1), "Program Layanan", "2.500"}, []string{fmt.Sprint(3*i + 2), "Kegiatan Layanan", "1.500"},
			[]string{fmt.Sprint(3*i + 3), "Kegiatan Layanan", "1.000"}))
		var s sheetOfPaper
		s.text(50, 30, "DINAS SOSIAL")
		pages[i] += s.String()
	}
	blocks, _ := PdfBlocks("a.pdf", pdfOf("", pages...))
	if got := sketch(blocks); strings.Count(got, "[") != 9 || strings.Count(got, "DINAS SOSIAL") != 1 || !strings.HasPrefix(got, "par||DINAS SOSIAL") {
		t.Error(got)
	}
}
