package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// edited is a workbook after some work in it.
func edited(t testing.TB, edit func(f *excelize.File), sheets ...any) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(workbook(t, sheets...)))
	if err != nil {
		t.Fatal(err)
	}
	edit(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func budgetRows() rows {
	return rows{
		{"PEMERINTAH KABUPATEN SELAT NURI"},
		{"Tabel 3.9. Realisasi Anggaran Tahun 2024"},
		{"SKPD", ":", "Dinas Kesehatan"},
		{},
		{"No", "Uraian", "2024", nil, "Persen"},
		{nil, nil, "Pagu", "Realisasi"},
		{1, 2, 3, 4, 5},
		{1, "Program A", styled{10245784700.0, "#,##0"}, styled{7809835113.4, "#,##0.00"}, styled{0.76225, "0.00%"}},
		{2, "  Kegiatan A.1", 20, 10, styled{0.5, "0%"}},
		{},
		{3, "Kegiatan A.2", 30, "15,5", "-"},
		{nil, "Jumlah", 50, 25.5},
		{},
		{},
		{"Paringin, 22 Februari 2024"},
		{},
		{"Indikator", "Target"},
		{"IPKD", 80},
	}
}

// A sheet gives its lines and its tables, cut at blank rows, joined where figures go on under the same columns.
func TestXlsxBlocks(t *testing.T) {
	t.Parallel()
	data := edited(t, func(f *excelize.File) {
		for _, m := range [][2]string{{"A1", "E1"}, {"A5", "A6"}, {"B5", "B6"}, {"C5", "D5"}, {"E5", "E6"}} {
			if err := f.MergeCell("LRA", m[0], m[1]); err != nil {
				t.Fatal(err)
			}
		}
		bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Indent: 2}})
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range []error{f.SetCellStyle("LRA", "B8", "B8", bold), f.SetCellStyle("LRA", "A19", "E700", bold),
			f.AddComment("LRA", excelize.Comment{Cell: "D8", Author: "Budi", Text: "Budi:\ncek SP2D"}),
			f.AddComment("LRA", excelize.Comment{Cell: "H30", Author: "Budi", Text: "lepas"}), f.SetRowVisible("LRA", 9, false)} {
			if err != nil {
				t.Fatal(err)
			}
		}
	}, "LRA", budgetRows())
	blocks, problems := XlsxBlocks("realisasi.xlsx", data)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := strings.Join([]string{
		"par||PEMERINTAH KABUPATEN SELAT NURI",
		"cap|Tabel 3.9|Realisasi Anggaran Tahun 2024",
		"par||SKPD : Dinas Kesehatan",
		"table||[No,Uraian,2024,^,Persen][^,^,Pagu,Realisasi,^][1,2,3,4,5][1,Program A,10245784700,7809835113.40,76,23%][2,Kegiatan A.1,20,10,50%][3,Kegiatan A.2,30,15,5,-][,Jumlah,50,25.5,]",
		"par||Paringin, 22 Februari 2024",
		"table||[Indikator,Target,,,][IPKD,80,,,]",
		"note||lepas",
	}, "\n")
	if got := sketch(blocks); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	g := blocks[3].Grid
	if g.Name != "LRA" || g.Rows[0][2].Cols != 2 || g.Rows[0][0].Rows != 2 {
		t.Errorf("name %q, spans %+v", g.Name, g.Rows[0])
	}
	label, money := g.Rows[3][1], g.Rows[3][3]
	if !label.Bold || label.Indent != 2 || g.Rows[4][1].Indent != 1 {
		t.Errorf("bold and indent are lost: %+v %+v", label, g.Rows[4][1])
	}
	if money.Kind != Number || money.Raw != "7809835113.4" || money.Place.String() != "realisasi.xlsx LRA!D8" || len(money.Comments) != 1 || money.Comments[0].Text != "cek SP2D" {
		t.Errorf("the amount is %+v", money)
	}
}

// Sheets that are hidden, or repeat the rows of another, hold nothing of their own; a revised budget does.
func TestXlsxCopies(t *testing.T) {
	t.Parallel()
	full := rows{{"No", "Uraian", "Pagu", "Realisasi"}, {1, "A", 10, 5}, {2, "B", 20, 6}, {3, "C", 30, 7}, {4, "D", 40, 8}, {nil, "Jumlah", 100, 26}}
	chosen := rows{{"No", "Uraian", "Pagu", "Realisasi"}, {1, "B", 20, 6}, {2, "C", 30, 7}, {3, "D", 40, 8}, {nil, "Jumlah", 90, 21}}
	revised := rows{{"No", "Uraian", "Pagu", "Realisasi"}, {1, "B", 20, 6}, {2, "C", 31, 7}, {3, "D", 40, 8}, {4, "E", 40, 8}}
	data := edited(t, func(f *excelize.File) {
		if err := f.SetSheetVisible("Lama", false); err != nil {
			t.Fatal(err)
		}
	}, "Rekap", full, "Saring", chosen, "Perubahan", revised, "Lama", rows{{"x", "y"}, {"z", formula("1/0")}})
	blocks, problems := XlsxBlocks("a.xlsx", data)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, b := range blocks {
		got = append(got, fmt.Sprint(b.Grid.Name, " ", b.Grid.Hidden, " ", b.Grid.CopyOf))
	}
	if want := []string{"Rekap false ", "Saring true Rekap", "Perubahan false ", "Lama true "}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A formula without a value is said once; hundreds of them are summed up, and rows prepared for later are none.
func TestXlsxBrokenFormulas(t *testing.T) {
	t.Parallel()
	sheet := rows{{"Uraian", "Pagu"}, {"A", formula("Lama!B2")}, {nil, formula("C9/D9")}}
	blocks, problems := XlsxBlocks("a.xlsx", workbook(t, "Data", sheet))
	if len(problems) != 1 || problems[0].Rule != ruleBrokenFormula || problems[0].Place.Cell != "B2" {
		t.Errorf("problems %+v", problems)
	}
	if got, want := sketch(blocks), "table||[Uraian,Pagu][A,][,]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if c := blocks[0].Grid.Rows[1][1]; c.Formula != "Lama!B2" || c.Kind != Null {
		t.Errorf("the cell is %+v", c)
	}
	for range 300 {
		sheet = append(sheet, []any{"A", formula("Lama!B2")})
	}
	if _, problems = XlsxBlocks("a.xlsx", workbook(t, "Data", sheet)); len(problems) != maxBrokenShown+1 {
		t.Errorf("%d problems, want %d", len(problems), maxBrokenShown+1)
	}
}

// Two tables beside each other are two tables.
func TestXlsxSideBySide(t *testing.T) {
	t.Parallel()
	blocks, _ := XlsxBlocks("a.xlsx", workbook(t, "Data", rows{
		{"Program", "Pagu", nil, nil, "Indikator", "Target"}, {"A", 1, nil, nil, "I", 2}, {"B", 3, nil, nil, "J", 4}}))
	if got, want := sketch(blocks), "table||[Program,Pagu][A,1][B,3]\ntable||[Indikator,Target][I,2][J,4]"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A workbook made from the template keeps to its sheets; one that only borrows a sheet's name is read as it is.
func TestTemplateLike(t *testing.T) {
	t.Parallel()
	head := []any{"Kode", "Uraian", "Pagu", "Realisasi"}
	for _, c := range []struct {
		sheets []any
		want   bool
	}{
		{[]any{"Anggaran", rows{head, {"1", "A", 1, 1}}}, true},
		{[]any{"Anggaran", rows{{"Nama Tabel", "Tabel 3.9"}, {}, head}}, true},
		{[]any{"Anggaran", rows{head}, "Catatan", rows{{"x"}}}, true},
		{[]any{"Identitas", rows{{"Tahun", 2024}}}, true},
		{[]any{"Anggaran", rows{{"REALISASI ANGGARAN TAHUN 2024"}, head, {"1", "A", 1, 1}}}, false},
		{[]any{"Anggaran", rows{{"No", "Program/Kegiatan", "Anggaran 2024", "SP2D", "Sisa Kas"}}}, false},
		{[]any{"Sheet1", rows{head}}, false},
		{[]any{"PK", rows{{"No", "Sasaran", "Indikator", "Target"}}, "LRA", rows{head}, "RAK", rows{head}}, false},
	} {
		if got := TemplateLike(workbook(t, c.sheets...)); got != c.want {
			t.Errorf("%v: %v, want %v", c.sheets, got, c.want)
		}
	}
	books, err := filepath.Glob("../../fixtures/*/*.xlsx")
	if err != nil || len(books) < 5 {
		t.Fatal(len(books), err)
	}
	for _, book := range books {
		data, err := os.ReadFile(book)
		if err != nil {
			t.Fatal(err)
		}
		if IsDocument(book, data) {
			t.Errorf("%s is made from the template", book)
		}
	}
}

// Sheets of nothing but looks, files cut short and bombs cost bounded memory and say what is wrong.
func TestXlsxBlocksHostile(t *testing.T) {
	t.Parallel()
	good := workbook(t, "Data", budgetRows())
	if blocks, problems := XlsxBlocks("a.xlsx", resheet(t, good, `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Uraian</t></is></c><c r="B1"><v>7</v></c></row>`+
		strings.Repeat(`<row><c s="1"/><c s="1"></c></row>`, 1_000_000)+`</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`)); len(problems) > 0 || sketch(blocks) != "par||Uraian" {
		t.Errorf("a million styled empty rows: %+v %s", problems, sketch(blocks))
	}
	row := `<row><c r="A%d"><v>1</v></c><c r="AMJ%d"><v>2</v></c></row>`
	var wide strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&wide, row, i+1, i+1)
	}
	for what, sheet := range map[string]string{
		"wide and sparse": `<worksheet><sheetData>` + wide.String() + `</sheetData></worksheet>`,
		"cut short":       `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>`,
		"too many cells":  `<worksheet><sheetData>` + strings.Repeat(`<c/>`, maxCells+1) + `</sheetData></worksheet>`,
		"last row":        `<worksheet><sheetData><row r="1048576"><c><v>1</v></c></row></sheetData></worksheet>`,
		"empty":           `<worksheet><sheetData/></worksheet>`,
		"entities":        `<!DOCTYPE a [<!ENTITY b "bbb">]><worksheet><sheetData/></worksheet>`,
	} {
		blocks, problems := XlsxBlocks("a.xlsx", resheet(t, good, sheet))
		if len(problems) != 1 || problems[0].Rule != ruleUnreadable || problems[0].Saran.ID == "" {
			t.Errorf("%s: %+v", what, problems)
		}
		drawn := 0
		for _, b := range blocks {
			if b.Grid != nil {
				drawn += len(b.Grid.Rows) * len(b.Grid.Rows[0])
			}
		}
		if drawn > maxDrawn {
			t.Errorf("%s: %d cells", what, drawn)
		}
	}
	for what, data := range map[string][]byte{"truncated": good[:len(good)/2], "not a workbook": []byte("Kode;Pagu"), "empty": nil,
		"bomb": zipOf(t, "xl/workbook.xml", strings.Repeat(" ", MaxBytes+1)), "old Excel": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("x", 600))} {
		if blocks, problems := XlsxBlocks("a.xlsx", data); len(blocks) > 0 || len(problems) != 1 {
			t.Errorf("%s: %d blocks, %+v", what, len(blocks), problems)
		}
	}
}

// resheet puts other XML in place of a workbook's first sheet.
func resheet(t testing.TB, book []byte, sheet string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		if f.Name != "xl/worksheets/sheet1.xml" {
			if err := out.Copy(f); err != nil {
				t.Fatal(err)
			}
			continue
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, sheet); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// packed is a container of parts, each after its name.
func packed(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: zip.Deflate})
		if err == nil {
			_, err = io.WriteString(w, parts[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// FuzzXlsxBlocks feeds sheets past the zip container: rectangular tables, cells with places, numbers in machine notation.
func FuzzXlsxBlocks(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Kode</t></is></c><c r="B1" t="str"><v>Pagu</v></c></row><row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" s="1"><v>1E-300</v></c><c t="e"><v>#REF!</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:B9"/></mergeCells></worksheet>`)
	f.Fuzz(func(t *testing.T, part string) {
		pack, err := openPackage(packed(t, "sheet", part))
		if err != nil {
			t.Fatal(err)
		}
		r := xlsxReader{name: "f.xlsx", pack: pack, formats: map[int]numberFormat{}, sheets: []sheet{{name: "Sheet1", part: "sheet"}}}
		blocks, problems := r.blocks()
		if len(blocks) == 0 && len(problems) == 0 {
			t.Fatal("neither blocks nor a problem")
		}
		for _, b := range blocks {
			if b.Place.Cell == "" || (b.Kind == Table) != (b.Grid != nil) {
				t.Fatalf("a block without place or table: %+v", b)
			}
			for i := 0; b.Grid != nil && i < len(b.Grid.Rows); i++ {
				if len(b.Grid.Rows[i]) != len(b.Grid.Rows[0]) {
					t.Fatal("rows of different length")
				}
				for j, c := range b.Grid.Rows[i] {
					if c.Place.Cell == "" || i+c.Rows > len(b.Grid.Rows) || j+c.Cols > len(b.Grid.Rows[i]) || c.Covered && c.Text != "" {
						t.Fatalf("cell %d,%d: %+v", i, j, c)
					}
					if c.Kind == Number && !machineNumber.MatchString(c.Text) {
						t.Fatalf("%q is no machine number", c.Text)
					}
				}
			}
		}
	})
}

// BenchmarkXlsxBlocks reads a recap of 2,000 rows; the ratios are to the cost of unpacking its parts, and of going through their
// markup as well.
func BenchmarkXlsxBlocks(b *testing.B) {
	sheet := rows{{"No", "Uraian", "Pagu", "Realisasi", "Sisa", "Persen"}}
	for i := range 2000 {
		sheet = append(sheet, []any{i, fmt.Sprintf("Kegiatan %d", i), 1_000_000 + i, styled{500_000.5 + float64(i), "#,##0.00"}, 500_000, "50,00"})
	}
	data := workbook(b, "LRA", sheet)
	floor := func(scan bool) float64 {
		best := time.Duration(math.MaxInt64)
		for range 20 {
			began := time.Now()
			pack, err := openPackage(data)
			if err != nil {
				b.Fatal(err)
			}
			for name := range pack.files {
				part, err := pack.part(name, MaxBytes)
				if err != nil {
					b.Fatal(err)
				}
				markup := xmlScanner{data: part}
				for e := xmlStart; scan && e != xmlEOF && e != xmlBad; {
					e = markup.next()
				}
			}
			best = min(best, time.Since(began))
		}
		return float64(best)
	}
	inflate, scan := floor(false), floor(true)
	best := time.Duration(math.MaxInt64) // as of the floors: others may use the machine too
	b.ReportAllocs()
	for b.Loop() {
		began := time.Now()
		if blocks, problems := XlsxBlocks("a.xlsx", data); len(blocks) != 1 || len(problems) > 0 {
			b.Fatal(len(blocks), problems)
		}
		best = min(best, time.Since(began))
	}
	b.ReportMetric(float64(best)/inflate, "x-inflate")
	b.ReportMetric(float64(best)/scan, "x-scan")
}

// BenchmarkTemplateLike is what the question costs before a template workbook is read.
func BenchmarkTemplateLike(b *testing.B) {
	var book bytes.Buffer
	if err := WriteXLSX(aReport(b), &book); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if !TemplateLike(book.Bytes()) {
			b.Fatal("not the template")
		}
	}
}
