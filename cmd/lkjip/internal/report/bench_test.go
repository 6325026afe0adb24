package report

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"
)

// many is a result of 300 findings, as a bad report of 300 rows gives.
func many() *Document {
	d := fixed("id")
	for i := range 300 {
		f := d.Findings[i%3]
		f.File, f.Place.File, f.Place.Sheet, f.Place.Cell = "balangan.xlsx", "balangan.xlsx", "Anggaran", fmt.Sprintf("E%d", i+2)
		f.Kondisi = fmt.Sprintf("baris %d: %s", i, f.Kondisi)
		d.Findings = append(d.Findings, f)
	}
	d.Finish()
	return d
}

func grid() []byte {
	f := excelize.NewFile()
	_ = f.SetSheetName("Sheet1", "Anggaran")
	for row := range 300 {
		for col := range 8 {
			at, _ := excelize.CoordinatesToCellName(col+1, row+1)
			_ = f.SetCellInt("Anggaran", at, int64(row*1000+col))
		}
	}
	var b bytes.Buffer
	_ = f.Write(&b)
	return b.Bytes()
}

// BenchmarkFormats states what each format costs for 300 findings. bare is what excelize takes to read a workbook of 300
// rows and write it as it is, below which no marked copy can come.
func BenchmarkFormats(b *testing.B) {
	d, original := many(), grid()
	for _, bench := range []struct {
		name string
		run  func() error
	}{
		{"bare", func() error {
			f, err := excelize.OpenReader(bytes.NewReader(original))
			if err != nil {
				return err
			}
			defer f.Close()
			if _, err := f.GetCellStyle("Anggaran", "A1"); err != nil { // takes the sheet apart
				return err
			}
			return f.Write(io.Discard)
		}},
		{"xlsx-copy", func() error { return XLSX(io.Discard, d, "balangan.xlsx", original) }},
		{"xlsx", func() error { return XLSX(io.Discard, d, "", nil) }},
		{"docx", func() error { return DOCX(io.Discard, d) }},
		{"html", func() error { return HTML(io.Discard, d) }},
		{"json", func() error { return JSON(io.Discard, d) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				if err := bench.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
