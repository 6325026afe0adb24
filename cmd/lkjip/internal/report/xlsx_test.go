package report

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"lkjip/rules"
	"lkjip/schema"
)

// submitted is a workbook as somebody handed it in: a format of its own, a formula, a note, a link, a print area, widths.
func submitted(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "Anggaran"))
	_, err := f.NewSheet("Ringkasan")
	must(err)
	code := `#,##0.00"x"`
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code, Font: &excelize.Font{Italic: true, Color: "FF0000"}, Border: []excelize.Border{{Type: "left", Style: 2, Color: "00FF00"}}})
	must(err)
	must(f.SetCellValue("Anggaran", "E17", 450))
	must(f.SetCellStyle("Anggaran", "E17", "E18", style))
	must(f.SetCellFormula("Anggaran", "E18", "SUM(E17,1)"))
	must(f.SetColWidth("Anggaran", "E", "E", 33))
	must(f.AddComment("Anggaran", excelize.Comment{Cell: "E17", Author: "Renkeu", Text: "angka sementara"}))
	must(f.AddComment("Anggaran", excelize.Comment{Cell: "A1", Author: "Renkeu", Text: "tetap"}))
	must(f.SetCellHyperLink("Anggaran", "E18", "https://example.invalid/", "External"))
	must(f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "Anggaran!$A$1:$E$18", Scope: "Anggaran"}))
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

func written(t *testing.T, d *Document, name string, original []byte) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := XLSX(&b, d, name, original); err != nil {
		t.Fatal(err)
	}
	return opened(t, b.Bytes())
}

func opened(t *testing.T, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestXLSXCopy: people hand the marked copy on as their workbook, so all that they made must still be in it.
func TestXLSXCopy(t *testing.T) {
	t.Parallel()
	d := fixed("id")
	link := d.Findings[0]
	link.Place.Cell = "E18"
	d.Findings = append(d.Findings, link) // a cell with a formula and a link
	f := written(t, d, "balangan.xlsx", submitted(t))
	if got, want := strings.Join(f.GetSheetList(), " "), "Ringkasan 2 Catatan Checklist Uji Anggaran Ringkasan"; got != want {
		t.Errorf("sheets %q, want %q", got, want)
	}
	id, _ := f.GetCellStyle("Anggaran", "E17")
	style, err := f.GetStyle(id)
	if err != nil || style.CustomNumFmt == nil || *style.CustomNumFmt != `#,##0.00"x"` || !style.Font.Italic || style.Font.Color != "FF0000" ||
		len(style.Border) != 1 || len(style.Fill.Color) != 1 || style.Fill.Color[0] != fills["tinggi"] {
		t.Errorf("the marked cell has the format %+v (%v)", style, err)
	}
	if plainID, _ := f.GetCellStyle("Anggaran", "A1"); plainID != 0 {
		t.Error("a cell without findings was coloured")
	}
	if formula, _ := f.GetCellFormula("Anggaran", "E18"); formula != "SUM(E17,1)" {
		t.Errorf("the formula became %q", formula)
	}
	if w, _ := f.GetColWidth("Anggaran", "E"); w != 33 {
		t.Errorf("the column is %v wide", w)
	}
	if _, target, _ := f.GetCellHyperLink("Anggaran", "E18"); target != "https://example.invalid/" {
		t.Errorf("the link of a cell became %q", target)
	}
	if _, target, _ := f.GetCellHyperLink("Anggaran", "E17"); target != "'Catatan'!A2" {
		t.Errorf("the cell of finding 1 leads to %q", target)
	}
	notes := map[string]string{}
	comments, _ := f.GetComments("Anggaran")
	for _, c := range comments {
		notes[c.Cell] = c.Author + ":" + c.Text
		for _, run := range c.Paragraph {
			notes[c.Cell] += run.Text
		}
	}
	if len(comments) != 3 || !strings.HasPrefix(notes["E17"], "Renkeu:angka sementara") || !strings.Contains(notes["E17"], "Seharusnya: 465") ||
		!strings.HasPrefix(notes["E18"], "lkjip:Catatan 6 (tinggi)") || notes["A1"] != "Renkeu:tetap" {
		t.Errorf("notes %v", notes)
	}
	for _, name := range f.GetDefinedName() {
		if name.Name == "_xlnm.Print_Area" && name.Scope != "Anggaran" {
			t.Errorf("the print area now belongs to %s", name.Scope)
		}
	}
	if formula, _ := f.GetCellFormula("Catatan", "E2"); formula != `HYPERLINK("#'Anggaran'!E17","Anggaran!E17")` {
		t.Errorf("finding 1 leads by %q", formula)
	}
}

// TestXLSXOfAReport marks a real workbook, holds the copy against it cell by cell, and checks and marks the copy again: people
// correct the marked copy and hand that in, so it must read as the workbook it came from.
func TestXLSXOfAReport(t *testing.T) {
	t.Parallel()
	const name = "balangan-2024.xlsx"
	original, err := os.ReadFile("../../../../fixtures/bad/" + name)
	if err != nil {
		t.Fatal(err)
	}
	check := func(content []byte) *Document {
		docs, _, problems := schema.Open(name, content)
		if len(docs) != 1 {
			t.Fatalf("%d reports, %v", len(docs), problems)
		}
		r := rules.Check([]rules.Report{rules.Load(docs[0], problems)}, rules.Options{})
		d := &Document{Lang: "id", Findings: From(r.Findings, "id"), Untested: FromUntested(r.Untested, "id")}
		d.AddOutcomes(r.Outcomes)
		d.Finish()
		return d
	}
	d := check(original)
	var first, second bytes.Buffer
	if err := XLSX(&first, d, name, original); err != nil {
		t.Fatal(err)
	}
	again := check(first.Bytes())
	if diff := cmp.Diff(d.Findings, again.Findings); diff != "" || len(d.Findings) == 0 {
		t.Errorf("the marked copy reads otherwise (-submitted +marked):\n%s", diff)
	}
	again.Findings = again.Findings[:1] // all others corrected
	if err := XLSX(&second, again, name, first.Bytes()); err != nil {
		t.Fatal(err)
	}
	before, marked, corrected := opened(t, original), opened(t, first.Bytes()), opened(t, second.Bytes())
	if got, want := len(corrected.GetSheetList()), len(before.GetSheetList())+4; got != want {
		t.Errorf("after two checks there are %d sheets, want %d: %q", got, want, corrected.GetSheetList())
	}
	wrong := map[string]bool{}
	for _, f := range d.Findings {
		if f.Place.Cell != "" {
			wrong[f.Place.Sheet+"!"+f.Place.Cell] = true
		}
	}
	marks := 0
	for _, sheet := range before.GetSheetList() {
		rows, _ := before.GetRows(sheet, excelize.Options{RawCellValue: true})
		for i, row := range rows {
			for k, value := range row {
				cell, _ := excelize.CoordinatesToCellName(k+1, i+1)
				at := sheet + "!" + cell
				for stage, f := range map[string]*excelize.File{"marked": marked, "corrected": corrected} {
					now, _ := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
					was, _ := before.GetCellFormula(sheet, cell)
					formula, _ := f.GetCellFormula(sheet, cell)
					if now != value || formula != was {
						t.Errorf("%s: %q %q became %q %q", at, value, was, now, formula)
					}
					have, want := look(f, sheet, cell), look(before, sheet, cell)
					colored := have.Fill.Color != nil && want.Fill.Color == nil
					have.Fill, want.Fill = excelize.Fill{}, excelize.Fill{}
					if diff := cmp.Diff(want, have); diff != "" {
						t.Errorf("%s, %s: the format changed:\n%s", at, stage, diff)
					}
					due := wrong[at]
					if stage == "corrected" {
						due = again.Findings[0].Place.Short() == at
					}
					if colored != due {
						t.Errorf("%s, %s: coloured %v, want %v", at, stage, colored, due)
					}
					if colored {
						marks++
					}
				}
			}
		}
	}
	if marks < 5 {
		t.Errorf("only %d cells were marked", marks)
	}
}

func look(f *excelize.File, sheet, cell string) *excelize.Style {
	id, _ := f.GetCellStyle(sheet, cell)
	style, _ := f.GetStyle(id)
	return style
}

// TestXLSXSheets: the sheets alone hold every finding once, and no text of a report is carried out as a formula.
func TestXLSXSheets(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"id", "en"} {
		d := fixed(lang)
		for i, evil := range []string{"=1+1", "+A1", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0"} {
			d.Findings[i].Stated, d.Findings[i].Kondisi = evil, evil+"\x00\xff\u202e_x0041_"
		}
		f := written(t, d, "", nil)
		sheets := f.GetSheetList()
		if len(sheets) != 4 {
			t.Fatalf("sheets %q", sheets)
		}
		rows, err := f.GetRows(sheets[1])
		if err != nil || len(rows) != len(d.Findings)+1 {
			t.Fatalf("%d rows for %d findings (%v)", len(rows), len(d.Findings), err)
		}
		for i := range d.Findings {
			if row := rows[i+1]; row[1] != d.Findings[i].Rule || row[5] != d.Findings[i].Stated {
				t.Errorf("row %d: %q", i+2, row)
			}
			for _, column := range []string{"F", "H"} {
				cell := column + string(rune('2'+i))
				kind, _ := f.GetCellType(sheets[1], cell)
				if formula, _ := f.GetCellFormula(sheets[1], cell); formula != "" || kind != excelize.CellTypeInlineString {
					t.Errorf("%s is of type %d with formula %q", cell, kind, formula)
				}
			}
		}
		checklist, _ := f.GetRows(sheets[2])
		if len(checklist) < 1+3+23 {
			t.Errorf("the checklist has %d rows", len(checklist))
		}
		tests, _ := f.GetRows(sheets[3])
		if tests[1][0] != "jumlah-tak-sesuai" || tests[1][2] != statusWords[Broken].In(lang) {
			t.Errorf("the first rule reads %q", tests[1])
		}
	}
}

// TestXLSXOpensElsewhere has another program read the marked copy: excelize forgives itself what others do not.
func TestXLSXOpensElsewhere(t *testing.T) {
	t.Parallel()
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice (soffice) is not installed, so nobody else opens the workbook")
	}
	dir := t.TempDir()
	var b bytes.Buffer
	if err := XLSX(&b, fixed("id"), "balangan.xlsx", submitted(t)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "x.xlsx"), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2", "--outdir", dir, filepath.Join(dir, "x.xlsx")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "x*.csv"))
	if len(files) != 1 {
		t.Fatalf("LibreOffice wrote %v: %s", files, out)
	}
	csv, _ := os.ReadFile(files[0])
	for _, want := range []string{"Anggaran!E17", "jumlah-tak-sesuai", "3.820.954.751"} {
		if !strings.Contains(string(csv), want) {
			t.Errorf("LibreOffice does not show %q in the findings:\n%s", want, csv)
		}
	}
}
