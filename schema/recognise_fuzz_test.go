package schema

import (
	"os"
	"testing"

	"lkjip/schema/source"
)

// FuzzRecognise: no text makes the recogniser fail, and every scalar it gives has its path and a parent.
func FuzzRecognise(f *testing.F) {
	data, err := os.ReadFile("../fixtures/bad/balangan-2024.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add(cover + "Tabel 1. Realisasi Anggaran Tahun 2024\n\n" + table("Kode||Uraian|Pagu", "1|2|3|4", "|||", "1||x|2", "Jumlah|||2"))
	f.Add(cover + "Tabel 1. Hasil Penilaian AKIP\n\n" + table("No|Komponen|Nilai", "|||", "1||2"))
	f.Fuzz(func(t *testing.T, text string) {
		blocks, _ := source.TextBlocks("x.txt", []byte(text))
		root, _, _ := Recognise("x.txt", blocks)
		Decode(root)
		Check(root)
		root.Walk(func(n *source.Node) {
			if n != root && n.Path() == "" {
				t.Errorf("a value %q without a path", n.Text)
			}
		})
	})
}

// BenchmarkRecognise is the whole report from blocks to tree, beside reading its blocks.
func BenchmarkRecognise(b *testing.B) {
	data, err := os.ReadFile("../fixtures/bad/balangan-2024.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("blocks", func(b *testing.B) {
		for b.Loop() {
			source.TextBlocks("x.txt", data)
		}
	})
	blocks, _ := source.TextBlocks("x.txt", data)
	b.Run("recognise", func(b *testing.B) {
		for b.Loop() {
			Recognise("x.txt", blocks)
		}
	})
}
