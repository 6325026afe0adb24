package source

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
)

// sheetOfPaper is a page being drawn, in points from its top left.
type sheetOfPaper struct{ strings.Builder }

func (s *sheetOfPaper) text(x, y float64, text string) {
	text = strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(text)
	fmt.Fprintf(s, "BT /F1 9 Tf %.2f %.2f Td (%s) Tj ET\n", x, 842-y, text)
}

func (s *sheetOfPaper) line(x1, y1, x2, y2 float64) {
	fmt.Fprintf(s, "%.2f %.2f m %.2f %.2f l S\n", x1, 842-y1, x2, 842-y2)
}

// pdfOf writes pages in the simplest PDF there is; extra goes into the trailer.
func pdfOf(extra string, pages ...string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(body string) int {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), body)
		return len(at)
	}
	b.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 4+2*i)
	}
	object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(pages), kids.String()))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	for i, content := range pages {
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i))
		var z bytes.Buffer
		w := zlib.NewWriter(&z)
		_, _ = io.WriteString(w, content) // to memory
		_ = w.Close()
		object(fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", z.Len(), z.String()))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, extra, start)
	return b.Bytes()
}

type budgetLine struct {
	code   string
	name   []string // as it is wrapped
	pagu   string
	sisa   string
	persen string
}

func budgetLines() []budgetLine {
	var lines []budgetLine
	for i := range 46 {
		l := budgetLine{code: fmt.Sprintf("1.%d.%d", i/10+1, i%10+1), name: []string{fmt.Sprintf("Penyediaan Jasa %d", i)},
			pagu: fmt.Sprintf("%d.%03d.%03d", i+1, i*7%1000, i*13%1000), sisa: "-", persen: fmt.Sprintf("%d,%02d", 40+i, i)}
		if i%3 == 0 {
			l.name = append(l.name, "Penunjang Urusan Peme-", "rintahan Daerah")
		}
		lines = append(lines, l)
	}
	return lines
}

// budgetPDF draws the table over three pages, its headings on each, between running titles; ruled, or with white alone.
func budgetPDF(ruled bool) []byte {
	lines := budgetLines()
	var pages []string
	columns := []float64{50, 100, 280, 380, 440, 540}
	for number := 1; number <= 3; number++ {
		var s sheetOfPaper
		s.text(50, 30, "Laporan Kinerja BKPSDM Tahun 2024")
		s.text(290, 825, fmt.Sprint(number))
		y := 90.0
		if number == 1 {
			s.text(50, 80, "Tabel 3.9. Realisasi Anggaran Program dan Kegiatan")
			y = 100
		}
		row := func(cells [][]string) {
			height := 14.0
			for _, c := range cells {
				height = max(height, 3+11*float64(len(c)))
			}
			for j, c := range cells {
				for k, text := range c {
					s.text(columns[j]+3, y+10+11*float64(k), text)
				}
			}
			if ruled {
				for _, x := range columns {
					s.line(x, y, x, y+height)
				}
				s.line(50, y, 540, y)
				s.line(50, y+height, 540, y+height)
			}
			y += height
		}
		row([][]string{{"Kode"}, {"Uraian"}, {"Pagu (Rp)"}, {"Sisa"}, {"Persen"}})
		row([][]string{{"1"}, {"2"}, {"3"}, {"4"}, {"5"}})
		for len(lines) > 0 && y < 760 && (len(pages) == 2 || len(lines) > 46-16*number) {
			l := lines[0]
			lines = lines[1:]
			row([][]string{{l.code}, l.name, {l.pagu}, {l.sisa}, {l.persen}})
		}
		if number == 3 {
			s.text(50, y+30, "Sisa anggaran tahun ini")
		}
		pages = append(pages, s.String())
	}
	return pdfOf("", pages...)
}

// A table over three pages comes back with every row, its wrapped names made whole, drawn or not; running titles do not.
func TestPdfTables(t *testing.T) {
	t.Parallel()
	for _, ruled := range []bool{true, false} {
		blocks, problems := PdfBlocks("laporan.pdf", budgetPDF(ruled))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if len(blocks) != 5 || blocks[0].Kind != Caption || blocks[0].Number != "Tabel 3.9" || blocks[4].Text != "Sisa anggaran tahun ini" {
			t.Fatalf("ruled %v: %s", ruled, sketch(blocks))
		}
		var rows [][]string
		for _, b := range blocks[1:4] {
			for i, row := range b.Grid.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, c.Text)
				}
				if i > 1 {
					rows = append(rows, cells)
				} else if want := [][]string{{"Kode", "Uraian", "Pagu (Rp)", "Sisa", "Persen"}, {"1", "2", "3", "4", "5"}}[i]; !slices.Equal(cells, want) {
					t.Errorf("ruled %v: heading %q, want %q", ruled, cells, want)
				}
			}
		}
		lines := budgetLines()
		if len(rows) != len(lines) {
			t.Fatalf("ruled %v: %d rows, want %d", ruled, len(rows), len(lines))
		}
		for i, l := range lines {
			name := l.name[0]
			if len(l.name) > 1 {
				name += " Penunjang Urusan Pemerintahan Daerah"
			}
			if want := []string{l.code, name, l.pagu, l.sisa, l.persen}; !slices.Equal(rows[i], want) {
				t.Errorf("ruled %v: row %q, want %q", ruled, rows[i], want)
			}
		}
		if got := blocks[2].Grid.Rows[2][1].Place.String(); got != "laporan.pdf halaman 2 tabel 1 baris 3 kolom 2" {
			t.Errorf("the cell stands at %q", got)
		}
		if got := blocks[4].Place.String(); got != "laporan.pdf halaman 3" {
			t.Errorf("the last line stands at %q", got)
		}
	}
}

// Cells merged in the headings keep their spans.
func TestPdfMergedCells(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	for _, y := range []float64{100, 140, 160} {
		s.line(50, y, 250, y)
	}
	s.line(100, 120, 250, 120)
	for _, x := range []float64{50, 100, 250} {
		s.line(x, 100, x, 160)
	}
	for _, x := range []float64{150, 200} {
		s.line(x, 120, x, 160)
	}
	s.text(60, 120, "No")
	s.text(150, 112, "Target")
	for i, text := range []string{"2022", "2023", "2024"} {
		s.text(105+50*float64(i), 133, text)
		s.text(105+50*float64(i), 153, fmt.Sprintf("%d,50", i))
	}
	s.text(60, 153, "1")
	blocks, problems := PdfBlocks("a.pdf", pdfOf("", s.String()))
	if got, want := sketch(blocks), "table||[No,Target,^,^][^,2022,2023,2024][1,0,50,1,50,2,50]"; got != want || len(problems) > 0 {
		t.Fatalf("got %s, want %s; %v", got, want, problems)
	}
	if g := blocks[0].Grid; g.Rows[0][0].Rows != 2 || g.Rows[0][1].Cols != 3 {
		t.Errorf("spans %+v", g.Rows[0])
	}
}

// Lines become paragraphs again, over pages too; headings, captions and items stay by themselves.
func TestPdfProse(t *testing.T) {
	t.Parallel()
	var one, two sheetOfPaper
	for i, text := range []string{"BAB III", "AKUNTABILITAS KINERJA", "",
		"Realisasi anggaran Badan Kepegawaian dan Pengembangan Sumber Daya Manusia tahun 2024 menca-",
		"pai 84,21 % dari pagu sebesar Rp24.204.043.782,00 dan tersebar pada tiga program yang masing-",
		"masing dilaporkan per triwulan.", "",
		"3.2. Realisasi Anggaran", "",
		"Sisa anggaran berasal dari belanja pegawai yang tidak terserap karena formasi calon pegawai"} {
		if text != "" {
			one.text(50, 100+14*float64(i), text)
		}
	}
	two.text(50, 100, "negeri sipil belum terisi sampai akhir tahun.")
	two.text(50, 124, "1. Memperbaiki perencanaan kas")
	blocks, problems := PdfBlocks("a.pdf", pdfOf("", one.String(), two.String()))
	want := strings.Join([]string{
		"head|BAB III|BAB III AKUNTABILITAS KINERJA",
		"par||Realisasi anggaran Badan Kepegawaian dan Pengembangan Sumber Daya Manusia tahun 2024 mencapai 84,21 % dari pagu sebesar Rp24.204.043.782,00 dan tersebar pada tiga program yang masing-masing dilaporkan per triwulan.",
		"head|3.2.|Realisasi Anggaran",
		"par||Sisa anggaran berasal dari belanja pegawai yang tidak terserap karena formasi calon pegawai negeri sipil belum terisi sampai akhir tahun.",
		"item|1.|Memperbaiki perencanaan kas",
	}, "\n")
	if got := sketch(blocks); got != want || len(problems) > 0 {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, problems)
	}
}

// Files that cannot be read end in one problem that says what to do, and the engine serves the next file.
func TestPdfHostile(t *testing.T) {
	t.Parallel()
	good := budgetPDF(true)
	locked := "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + strings.Repeat("41", 32) + "> /U <" + strings.Repeat("42", 32) + "> >>"
	picture := "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"
	for _, c := range []struct {
		what, says string
		data       []byte
	}{
		{"password", "kata sandi", pdfOf(locked, "BT ET")},
		{"scanned", "hasil pindai", pdfOf("", picture, picture)},
		{"scanned with a stamp", "hasil pindai", pdfOf("", picture+"BT /F1 9 Tf 50 50 Td (Scanned by X) Tj ET")},
		{"head alone", "rusak", good[:200]},
		{"no PDF", "bukan PDF", []byte("Kode;Pagu")},
		{"nothing", "bukan PDF", nil},
		{"noise", "rusak", []byte("%PDF-1.7\n" + strings.Repeat("\x00\xff<<", 500))},
		{"too many letters", "huruf", pdfOf("", "BT /F1 1 Tf 50 820 Td "+strings.Repeat("("+strings.Repeat("Pagu ", 100)+") Tj 0 -1 Td ", maxPDFLetters/400)+"ET")},
		{"too many pages", "halaman", pdfOf("", make([]string, maxPDFPages+1)...)},
	} {
		blocks, problems := PdfBlocks("a.pdf", c.data)
		if len(blocks) > 0 || len(problems) != 1 || problems[0].Rule != ruleUnreadable || !strings.Contains(problems[0].Kondisi.ID, c.says) || !strings.HasPrefix(problems[0].Saran.ID, "Agar ") {
			t.Errorf("%s: %d blocks, %+v; want %q", c.what, len(blocks), problems, c.says)
		}
	}
	var drawing sheetOfPaper
	drawing.text(50, 50, "Peta wilayah dengan sangat banyak garis yang tidak berarti")
	for i := range 3 * maxPDFObjects {
		drawing.line(float64(i%500), float64(i%700), float64(i%500)+20, float64(i%700))
	}
	for what, data := range map[string][]byte{
		"drawing": pdfOf("", drawing.String()),
		"bomb":    pdfOf("", "BT /F1 9 Tf 50 700 Td (Laporan) Tj ET\n"+strings.Repeat(" ", 100<<20)),
		"nested":  pdfOf("", "BT /F1 9 Tf 50 700 Td (Laporan) Tj ET\n"+strings.Repeat("q ", 1<<20)),
	} {
		if blocks, problems := PdfBlocks("a.pdf", data); len(blocks)+len(problems) != 1 {
			t.Errorf("%s: %d blocks, %+v", what, len(blocks), problems)
		}
	}
	if blocks, problems := PdfBlocks("a.pdf", good); len(blocks) != 5 || len(problems) > 0 {
		t.Errorf("afterwards %d blocks, %+v", len(blocks), problems)
	}
}

func FuzzPdf(f *testing.F) {
	f.Add("BT /F1 9 Tf 50 700 Td (a-) Tj 0 -11 Td (b) Tj 100 0 Td (1.000) Tj ET 0 0 m 100 100 l S 10 10 50 50 re f")
	f.Fuzz(func(t *testing.T, content string) {
		blocks, problems := PdfBlocks("f.pdf", pdfOf("", content)) // a page without text has neither; that the file is empty is told by who opens it
		for _, p := range problems {
			if p.Place.IsZero() || p.Kondisi.IsZero() {
				t.Fatalf("a problem without place or text: %+v", p)
			}
		}
		for _, b := range blocks {
			if b.Place.IsZero() || (b.Kind == Table) != (b.Grid != nil) {
				t.Fatalf("a block without place or table: %+v", b)
			}
		}
	})
}

// Tables without lines: headings of two levels, cells of several lines, a total over columns.
func TestPdfWithoutLines(t *testing.T) {
	t.Parallel()
	var s sheetOfPaper
	s.text(50, 80, "Tabel 3.4. Realisasi Anggaran")
	s.text(280, 100, "Tahun 2024")
	s.text(50, 106, "No")
	s.text(130, 106, "Program")
	s.text(245, 112, "Pagu")
	s.text(345, 112, "Realisasi")
	for i, x := range []float64{53, 143, 253, 363} {
		s.text(x, 126, fmt.Sprint(i+1))
	}
	for i, name := range []string{"Program Kepegawaian", "Program Pengembangan", "Program Penunjang"} {
		y := 140 + 24*float64(i)
		s.text(50, y, fmt.Sprintf("%d.", i+1))
		s.text(90, y, name)
		s.text(90, y+11, "Daerah")
		s.text(230, y, "1.245.784.700")
		s.text(340, y, "1.245.784.700")
	}
	s.text(50, 214, "Jumlah Seluruhnya")
	s.text(230, 214, "3.737.354.100")
	s.text(340, 214, "3.737.354.100")
	blocks, problems := PdfBlocks("a.pdf", pdfOf("", s.String()))
	want := "cap|Tabel 3.4|Realisasi Anggaran\ntable||[No,Program,Tahun 2024,^][^,^,Pagu,Realisasi][1,2,3,4]" +
		"[1.,Program Kepegawaian Daerah,1.245.784.700,1.245.784.700][2.,Program Pengembangan Daerah,1.245.784.700,1.245.784.700]" +
		"[3.,Program Penunjang Daerah,1.245.784.700,1.245.784.700][Jumlah Seluruhnya,,3.737.354.100,3.737.354.100]"
	if got := sketch(blocks); got != want || len(problems) > 0 {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, problems)
	}
}

// FuzzPdfLayout puts texts and lines anywhere on a page, past the engine.
func FuzzPdfLayout(f *testing.F) {
	f.Add([]byte{10, 10, 5, 50, 10, 6, 10, 40, 7, 50, 40, 8, 0, 0, 255, 0, 0, 0, 0, 255})
	f.Fuzz(func(t *testing.T, data []byte) {
		p := &page{number: 1, width: 600, height: 800}
		for ; len(data) >= 4; data = data[4:] {
			x, y, n := 2*float64(data[0]), 3*float64(data[1]), float64(data[2])
			switch data[3] % 4 {
			case 0:
				p.area(box{x, y, x + n, y}, true)
			case 1:
				p.area(box{x, y, x, y + n}, true)
			default:
				text := []string{"1.000", "Program-", "pa", "2024"}[int(n)%4]
				p.pieces = append(p.pieces, piece{box: box{x, y, x + 4*float64(len(text)), y + 7}, text: text, size: 7})
			}
		}
		p.lines.join()
		pieces, texts := len(p.pieces), slices.Clone(p.pieces)
		blocks, _ := pdfBlocks("f.pdf", []*page{p})
		if pieces > 0 && len(blocks) == 0 && slices.ContainsFunc(texts, func(c piece) bool { return c.top > 80 && c.bottom < 700 }) {
			t.Fatal("texts were lost")
		}
		for _, b := range blocks {
			if b.Grid == nil {
				continue
			}
			for i, row := range b.Grid.Rows {
				for j, c := range row {
					if len(row) != len(b.Grid.Rows[0]) || i+max(c.Rows, 1) > len(b.Grid.Rows) || j+max(c.Cols, 1) > len(row) || c.Place.Table == "" {
						t.Fatalf("cell %d,%d: %+v", i, j, c)
					}
				}
			}
		}
	})
}

// BenchmarkPdfBlocks reads three pages of table; the ratio is to the engine giving the bare text of the same pages.
func BenchmarkPdfBlocks(b *testing.B) {
	data := budgetPDF(true)
	text := func() {
		if late, err := withPDF(func(engine pdfium.Pdfium) error {
			doc, err := engine.OpenDocument(&requests.OpenDocument{File: &data})
			for i := 0; i < 3 && err == nil; i++ {
				_, err = engine.GetPageText(&requests.GetPageText{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}}})
			}
			return err
		}); late || err != nil {
			b.Fatal(late, err)
		}
	}
	text() // starts the engine
	began := time.Now()
	const times = 10
	for range times {
		text()
	}
	alone := float64(time.Since(began).Nanoseconds()) / times
	b.ReportAllocs()
	for b.Loop() {
		if blocks, problems := PdfBlocks("a.pdf", data); len(blocks) != 5 || len(problems) > 0 {
			b.Fatal(len(blocks), problems)
		}
	}
	each := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
	b.ReportMetric(each/alone, "x-text")
	b.ReportMetric(each/3e6, "ms/page")
}
