package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// rich is a workbook with all that people put beside figures: a picture, a chart, a pivot table, formats that depend on
// values, a list to choose from, a sparkline, a table, a button, protection, and parts nobody here reads.
func rich(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "Anggaran"))
	must(f.SetSheetRow("Anggaran", "A10", &[]any{"Nama", "Satu", "Dua"}))
	for i := range 5 {
		must(f.SetSheetRow("Anggaran", fmt.Sprintf("A%d", i+11), &[]any{"x", i, i * 2}))
	}
	must(f.SetCellValue("Anggaran", "E17", 450))
	var picture bytes.Buffer
	must(png.Encode(&picture, image.NewRGBA(image.Rect(0, 0, 4, 4))))
	must(f.AddPictureFromBytes("Anggaran", "H1", &excelize.Picture{Extension: ".png", File: picture.Bytes()}))
	must(f.AddChart("Anggaran", "H10", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "Anggaran!$B$10", Categories: "Anggaran!$A$11:$A$15", Values: "Anggaran!$B$11:$B$15"}}}))
	red, err := f.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FF0000"}}})
	must(err)
	must(f.SetConditionalFormat("Anggaran", "E1:E20", []excelize.ConditionalFormatOptions{{Type: "cell", Criteria: ">", Format: &red, Value: "5"},
		{Type: "data_bar", Criteria: "=", BarColor: "#638EC6", MinType: "min", MaxType: "max", BarSolid: true}}))
	choices := excelize.NewDataValidation(true)
	choices.Sqref = "F1:F9"
	must(choices.SetDropList([]string{"a", "b"}))
	must(f.AddDataValidation("Anggaran", choices))
	must(f.AddSparkline("Anggaran", &excelize.SparklineOptions{Location: []string{"G11"}, Range: []string{"Anggaran!B11:C11"}}))
	must(f.AddTable("Anggaran", &excelize.Table{Range: "A10:C15", Name: "T1"}))
	must(f.AddFormControl("Anggaran", excelize.FormControl{Cell: "H30", Type: excelize.FormControlButton, Macro: "Button1", Text: "klik", Width: 100, Height: 30}))
	must(f.ProtectSheet("Anggaran", &excelize.SheetProtectionOptions{Password: "x", SelectLockedCells: true}))
	_, err = f.NewSheet("Pivot")
	must(err)
	must(f.AddPivotTable(&excelize.PivotTableOptions{DataRange: "Anggaran!A10:C15", PivotTableRange: "Pivot!A3:D10", Rows: []excelize.PivotTableField{{Data: "Nama"}}, Data: []excelize.PivotTableField{{Data: "Satu"}}}))
	must(f.SetDocProps(&excelize.DocProperties{Creator: "Renkeu", Created: "2024-01-01T00:00:00Z"}))
	var plain, more bytes.Buffer
	must(f.Write(&plain))
	w := zip.NewWriter(&more)
	for name, content := range unzippedParts(t, plain.Bytes()) {
		if name == "xl/_rels/workbook.xml.rels" {
			content = strings.Replace(content, "</Relationships>", `<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`, 1)
		}
		part, err := w.Create(name)
		must(err)
		_, err = io.WriteString(part, content)
		must(err)
	}
	for _, name := range []string{"xl/vbaProject.bin", "customXml/item1.xml", "xl/printerSettings/printerSettings1.bin"} {
		part, err := w.Create(name)
		must(err)
		_, err = io.WriteString(part, "<a/>")
		must(err)
	}
	must(w.Close())
	return more.Bytes()
}

func unzippedParts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		content, err := inflate(f)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

// TestXLSXKeepsParts: a marked copy loses nothing of the workbook, and changes only the parts that marks stand in.
func TestXLSXKeepsParts(t *testing.T) {
	t.Parallel()
	original := rich(t)
	var out bytes.Buffer
	if err := XLSX(&out, fixed("id"), "balangan.xlsx", original); err != nil {
		t.Fatal(err)
	}
	changed := []string{"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/drawings/vmlDrawing1.vml"}
	after := unzippedParts(t, out.Bytes())
	for name, before := range unzippedParts(t, original) {
		switch now, ok := after[name]; {
		case !ok:
			t.Errorf("%s is lost", name)
		case now != before && !slices.Contains(changed, name):
			t.Errorf("%s is not as it was", name)
		}
	}
	for part, marks := range map[string][]string{
		"xl/worksheets/sheet1.xml":    {"<conditionalFormatting", "x14:dataBar", "x14:sparkline", "<dataValidation", "<sheetProtection", "<tablePart", "<drawing", "<legacyDrawing"},
		"xl/drawings/vmlDrawing1.vml": {"klik", "Button1"},
		"xl/_rels/workbook.xml.rels":  {"vbaProject.bin"},
		"xl/workbook.xml":             {"pivotCache"},
	} {
		for _, mark := range marks {
			if !strings.Contains(after[part], mark) {
				t.Errorf("%s no longer holds %s", part, mark)
			}
		}
	}
}
