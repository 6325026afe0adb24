package source

import (
	"fmt"
	"strings"
	"testing"
)

// printed draws some columns of a sheet on a page, as they are when the sheet is wider than the paper; its titles stand above
// the first columns, and room for them above the others.
func printed(top float64, xs []float64, titles []string, rows ...[]string) string {
	var s sheetOfPaper
	for i, title := range titles {
		s.text(50, 60+15*float64(i), title)
	}
	s.cells(top, xs, rows...)
	return s.String()
}

// wideSheet is a sheet of two pages by two, its parts named by row and column.
func wideSheet() map[string]string {
	left, right := []float64{50, 80, 440, 540}, []float64{50, 150, 250}
	pages := map[string]string{}
	var names, figures [2][][]string
	names[0], figures[0] = [][]string{{"No", "Uraian", "Pagu"}}, [][]string{{"Realisasi", "Sisa"}}
	for i := range 8 {
		name := fmt.Sprintf("Program %d", i+1)
		room := ""
		if i%3 == 1 {
			name, room = name+"\nPelayanan", "\n"
		}
		names[i/5] = append(names[i/5], []string{fmt.Sprint(i + 1), name, fmt.Sprint(10 * (i + 1))})
		figures[i/5] = append(figures[i/5], []string{fmt.Sprint(7*(i+1)) + room, fmt.Sprint(3 * (i + 1))})
	}
	for r, top := range []float64{100, 56} {
		var titles []string
		if r == 0 {
			titles = []string{"REALISASI ANGGARAN"}
		}
		pages[fmt.Sprint(r, 0)], pages[fmt.Sprint(r, 1)] = printed(top, left, titles, names[r]...), printed(top, right, nil, figures[r]...)
	}
	return pages
}

// Columns of a sheet that stand on other pages are put beside those at their left, whichever page comes first, and keep their
// own places.
func TestPdfWideSheets(t *testing.T) {
	t.Parallel()
	pages := wideSheet()
	want := "par||REALISASI ANGGARAN\ntable||[No,Uraian,Pagu,Realisasi,Sisa][1,Program 1,10,7,3][2,Program 2 Pelayanan,20,14,6][3,Program 3,30,21,9][4,Program 4,40,28,12][5,Program 5 Pelayanan,50,35,15]" +
		"\ntable||[6,Program 6,60,42,18][7,Program 7,70,49,21][8,Program 8 Pelayanan,80,56,24]"
	for order, place := range map[string]string{"0 0,1 0,0 1,1 1": "a.pdf halaman 3 tabel 1 baris 3 kolom 2", "0 0,0 1,1 0,1 1": "a.pdf halaman 2 tabel 1 baris 3 kolom 2"} {
		var print []string
		for _, name := range strings.Split(order, ",") {
			print = append(print, pages[name])
		}
		blocks, problems := PdfBlocks("a.pdf", pdfOf("", print...))
		if got := sketch(blocks); got != want || len(problems) > 0 {
			t.Fatalf("%s: got\n%s\nwant\n%s\n%v", order, got, want, problems)
		}
		if !blocks[2].Grid.GoesOn {
			t.Errorf("%s: the rows do not go on", order)
		}
		if got := blocks[1].Grid.Rows[2][4].Place.String(); got != place {
			t.Errorf("%s: %s, want %s", order, got, place)
		}
	}
}

// Columns and titles that are printed again are counted once.
func TestPdfWideRepeated(t *testing.T) {
	t.Parallel()
	title := []string{"RENCANA KAS"}
	one := printed(100, []float64{50, 80, 340, 540}, title, []string{"No", "Uraian", "Januari"}, []string{"1", "Gaji", "10"}, []string{"2", "Rapat", "20"}, []string{"3", "Jasa", "30"})
	two := printed(100, []float64{50, 80, 340, 540}, title, []string{"No", "Uraian", "Februari"}, []string{"1", "Gaji", "11"}, []string{"2", "Rapat", "21"}, []string{"3", "Jasa", "31"})
	three := printed(100, []float64{50, 80, 340, 440}, title, []string{"No", "Uraian", "Jumlah"}, []string{"1", "Gaji", "21"}, []string{"2", "Rapat", "41"}, []string{"3", "Jasa", "61"})
	for _, c := range []struct{ what, last, want, place string }{
		{"other columns", three, "par||RENCANA KAS\ntable||[No,Uraian,Januari,Jumlah][1,Gaji,10,21][2,Rapat,20,41][3,Jasa,30,61]", "a.pdf halaman 2 tabel 1 baris 2 kolom 3"},
		{"the same columns", two, "par||RENCANA KAS\ntable||[No,Uraian,Januari][1,Gaji,10][2,Rapat,20][3,Jasa,30]\npar||RENCANA KAS\ntable||[No,Uraian,Februari][1,Gaji,11][2,Rapat,21][3,Jasa,31]", ""},
	} {
		blocks, problems := PdfBlocks("a.pdf", pdfOf("", one, c.last))
		if got := sketch(blocks); got != c.want || len(problems) > 0 {
			t.Errorf("%s: got\n%s\nwant\n%s\n%v", c.what, got, c.want, problems)
		} else if row := blocks[1].Grid.Rows[1]; c.place != "" && row[3].Place.String() != c.place {
			t.Errorf("%s: %s, want %s", c.what, row[3].Place, c.place)
		}
	}
}

// A text that reaches over the edge of a page is printed on both, and is one in a merged cell.
func TestPdfWideMerged(t *testing.T) {
	t.Parallel()
	var one, two sheetOfPaper
	one.text(50, 70, "EVALUASI")
	one.cells(100, []float64{50, 80, 440, 540}, []string{"No", "Uraian", ""}, []string{"", "", "K"}, []string{"1", "Rapat", "10"}, []string{"2", "Jasa", "20"})
	two.cells(100, []float64{50, 150, 200}, []string{"", "Ket"}, []string{"Rp", ""}, []string{"15", "a"}, []string{"25", "b"})
	one.text(505, 111, "Realisasi Renja")
	two.text(15, 111, "Realisasi Renja")
	blocks, problems := PdfBlocks("a.pdf", pdfOf("", one.String(), two.String()))
	if got, want := sketch(blocks), "par||EVALUASI\ntable||[No,Uraian,Realisasi Renja,^,Ket][,,K,Rp,][1,Rapat,10,15,a][2,Jasa,20,25,b]"; got != want || len(problems) > 0 {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, problems)
	}
}

// Tables that may be parts of one, and need not, are told as unread; those that number their own rows or have titles are none.
func TestPdfWideDoubtful(t *testing.T) {
	t.Parallel()
	left := printed(56, []float64{50, 80, 240}, nil, []string{"No", "Uraian"}, []string{"1", "Rapat"}, []string{"2", "Jasa"}, []string{"3", "Gaji"})
	right := []float64{50, 100, 180}
	for _, c := range []struct {
		what, right, want string
		told              int
	}{
		{"figures alone", printed(56, right, nil, []string{"Pagu", "Sisa"}, []string{"10", "2"}, []string{"20", "3"}, []string{"30", "4"}), "", 1},
		{"own numbers", printed(56, right, nil, []string{"No", "Sisa"}, []string{"1", "2"}, []string{"2", "3"}, []string{"3", "4"}), "\ntable||[No,Sisa][1,2][2,3][3,4]", 0},
		{"rows of other heights", printed(56, right, nil, []string{"Pagu", "Sisa"}, []string{"10", "2\n"}, []string{"20", "3"}, []string{"30", "4"}), "\ntable||[Pagu,Sisa][10,2][20,3][30,4]", 0},
	} {
		blocks, problems := PdfBlocks("a.pdf", pdfOf("", left, c.right))
		want := ""
		if c.told == 0 {
			want = "table||[No,Uraian][1,Rapat][2,Jasa][3,Gaji]" + c.want
		}
		if got := sketch(blocks); got != want || len(problems) != c.told {
			t.Errorf("%s: got\n%s\nwant\n%s\n%v", c.what, got, want, problems)
		}
	}
}

// Figures without lines on a page of their own, as high as the rows of the page before, are told once and not read as tables;
// rows that begin with words or go on with numbers may be another table.
func TestPdfWidePlain(t *testing.T) {
	t.Parallel()
	var one, two, words, numbered sheetOfPaper
	one.text(50, 60, "REALISASI ANGGARAN")
	for j, text := range []string{"No", "Uraian", "Pagu"} {
		one.text([]float64{50, 80, 300}[j], 100, text)
	}
	for _, s := range []*sheetOfPaper{&two, &words} {
		s.text(160, 100, "Realisasi")
		s.text(260, 100, "Sisa")
	}
	for i := range 8 {
		y := 116 + 14*float64(i)
		one.text(50, y, fmt.Sprint(i+1))
		one.text(80, y, "Program Pelayanan")
		one.text(300, y, fmt.Sprintf("%d.500.000", i+1))
		two.text(160, y, fmt.Sprintf("%d.400.000", i+1))
		words.text(50, y, "Kegiatan Pelayanan")
		numbered.text(50, y, fmt.Sprint(i+9))
		numbered.text(80, y, "Kegiatan Pelayanan")
		numbered.text(300, y, "100.000")
		words.text(160, y, fmt.Sprintf("%d.400.000", i+1))
		two.text(260, y, "100.000")
		words.text(260, y, "100.000")
	}
	blocks, problems := PdfBlocks("a.pdf", pdfOf("", one.String(), two.String()))
	if got := sketch(blocks); got != "par||REALISASI ANGGARAN" || len(problems) != 1 || problems[0].Place.Sheet != "halaman 1" {
		t.Errorf("got\n%s\n%v", got, problems)
	}
	for _, other := range []string{words.String(), numbered.String()} {
		blocks, problems = PdfBlocks("a.pdf", pdfOf("", one.String(), other))
		if got := sketch(blocks); strings.Count(got, "table|") != 2 || len(problems) > 0 {
			t.Errorf("got\n%s\n%v", got, problems)
		}
	}
}
