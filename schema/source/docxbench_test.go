package source

import (
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

// longTable is a table of 2,000 rows of a budget, and how each format writes a row and a paragraph of it.
func longTable(row func(cells ...string) string) string {
	var b strings.Builder
	for i := range 2000 {
		b.WriteString(row(fmt.Sprint(i), fmt.Sprintf("Kegiatan %d", i), "1.000.000.000", "900.000.000", "90,00", "100.000.000"))
	}
	return b.String()
}

// timed is what one run of work costs, in nanoseconds.
func timed(work func()) float64 {
	const times = 20
	began := time.Now()
	for range times {
		work()
	}
	return float64(time.Since(began).Nanoseconds()) / times
}

// BenchmarkDocxBlocks reads a document with a long table; the ratio is to the cost of unpacking its text and looking at every
// mark in it.
func BenchmarkDocxBlocks(b *testing.B) {
	data := docx(b, par("Tabel 1. Realisasi")+`<w:tbl>`+longTable(func(cells ...string) string {
		s := `<w:tr>`
		for _, c := range cells {
			s += tc(`<w:tcW w:w="1000"/>`, c)
		}
		return s + `</w:tr>`
	})+`</w:tbl>`, nil)
	scan := timed(func() {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			b.Fatal(err)
		}
		for _, part := range z.File {
			rc, err := part.Open()
			if err != nil {
				b.Fatal(err)
			}
			if content, err := io.ReadAll(rc); err != nil || bytes.Count(content, []byte("<")) == 0 {
				b.Fatal(err)
			}
		}
	})
	b.ReportAllocs()
	for b.Loop() {
		if blocks, problems := DocxBlocks("a.docx", data); len(blocks) != 2 || len(problems) > 0 {
			b.Fatal(len(blocks), problems)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/scan, "x-inflate")
}

// BenchmarkTextBlocks reads the same table as text; the ratio is to the cost of going through its lines.
func BenchmarkTextBlocks(b *testing.B) {
	data := []byte("Tabel 1. Realisasi\n" + longTable(func(cells ...string) string { return strings.Join(cells, "\t") + "\n" }))
	scan := timed(func() {
		marks := 0
		for sc := bufio.NewScanner(bytes.NewReader(data)); sc.Scan(); {
			marks += bytes.Count(sc.Bytes(), []byte("\t"))
		}
		if marks == 0 {
			b.Fatal("nothing read")
		}
	})
	b.ReportAllocs()
	for b.Loop() {
		if blocks, problems := TextBlocks("a.txt", data); len(blocks) != 2 || len(problems) > 0 {
			b.Fatal(len(blocks), problems)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/scan, "x-scan")
}
