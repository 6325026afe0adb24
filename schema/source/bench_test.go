package source

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// aReport is a report of 150 budget rows, about 40 KB of YAML.
func aReport(tb testing.TB) *Node {
	var b strings.Builder
	b.WriteString("tahun: 2024\nanggaran:\n  baris:\n")
	for i := range 150 {
		fmt.Fprintf(&b, "    - {kode: \"%d.01\", uraian: Program Penunjang Urusan Pemerintahan Daerah %d, pagu_murni: %d, pagu: %d, realisasi: %d, persen: 84.%02d, sisa: %d}\n",
			i, i, 1000000000+i, 1100000000+i, 900000000+i, i%100, 200000000)
	}
	b.WriteString("narasi:\n")
	for i := range 20 {
		fmt.Fprintf(&b, "  - {bagian: \"3.%d\", teks: \"%s\"}\n", i, strings.Repeat("Capaian kinerja sebesar 84,21 % dari target. ", 10))
	}
	root, problems := Read("a.yaml", []byte(b.String()))
	if len(problems) > 0 {
		tb.Fatal(problems)
	}
	return root
}

func benchmarkRead(b *testing.B, name string, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Read(name, data); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

func BenchmarkReadYAML(b *testing.B) { benchmarkRead(b, "a.yaml", WriteYAML(aReport(b))) }
func BenchmarkReadJSON(b *testing.B) { benchmarkRead(b, "a.json", WriteJSON(aReport(b))) }
func BenchmarkReadCUE(b *testing.B)  { benchmarkRead(b, "a.cue", WriteCUE(aReport(b))) }

func BenchmarkReadXLSX(b *testing.B) {
	var book bytes.Buffer
	if err := WriteXLSX(aReport(b), &book); err != nil {
		b.Fatal(err)
	}
	benchmarkRead(b, "a.xlsx", book.Bytes())
}

func BenchmarkWriteXLSX(b *testing.B) {
	root := aReport(b)
	for b.Loop() {
		if err := WriteXLSX(root, new(bytes.Buffer)); err != nil {
			b.Fatal(err)
		}
	}
}
