package source

import (
	"strings"
	"testing"
)

func TestTextBlocks(t *testing.T) {
	t.Parallel()
	text := "BAB III\nAKUNTABILITAS\n\n3.1. Realisasi Anggaran.....30\n3.1. Realisasi Anggaran\n\nTabel 3.9. Realisasi Program\n\n" +
		"No.\tProgram\tPagu\n<i>1</i>\t*2*\t3\n1\tProgram Satu\t1.000\n\t\t\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n" +
		"- a. Perencanaan;\n- b. Pengadaan\n\nParagraf *biasa* Rp 1.000.\n" +
		"<table><tr><th rowspan=2>No</th><th colspan=2>Target</th></tr>\n<tr><td>2023</td><td>2024</td></tr>\n<tr><td>1</td><td>70</td><td>80</td></tr></table>\n"
	blocks, problems := TextBlocks("laporan.txt", []byte(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, b := range blocks {
		line := []string{[]string{"par", "head", "item", "cap", "table", "note"}[b.Kind], b.Number, b.Text}
		if b.Grid != nil {
			for _, row := range b.Grid.Rows {
				var cells []string
				for _, c := range row {
					switch {
					case c.Covered:
						cells = append(cells, "^")
					default:
						cells = append(cells, c.Text)
					}
				}
				line = append(line, "["+strings.Join(cells, ",")+"]")
			}
		}
		got = append(got, strings.Join(line, " "))
	}
	want := []string{
		"head BAB III BAB III",
		"par  AKUNTABILITAS",
		"par  3.1. Realisasi Anggaran.....30", // a line of the table of contents
		"head 3.1. Realisasi Anggaran",
		"cap Tabel 3.9 Realisasi Program",
		"table   [No.,Program,Pagu] [1,2,3] [1,Program Satu,1.000]",
		"table   [a,b] [1,2]",
		"item a. Perencanaan;",
		"item b. Pengadaan",
		"par  Paragraf *biasa* Rp 1.000.",
		"table   [No,Target,^] [^,2023,2024] [1,70,80]",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	cell := blocks[5].Grid.Rows[2][2]
	if cell.Place != (Place{File: "laporan.txt", Line: 11, Column: 16}) {
		t.Errorf("the pagu stands at %+v", cell.Place)
	}
}

func TestTextBlocksHostile(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"long line":      strings.Repeat("x", maxTextLine+10),
		"not UTF-8":      "a\xff",
		"open table":     "<table><tr><td>" + strings.Repeat("<td rowspan=900 colspan=900>", 500),
		"many tabs":      strings.Repeat("\t", 100_000) + "x",
		"deep nesting":   "<table>" + strings.Repeat("<tr><td><table>", 20_000),
		"empty":          "",
		"table no cells": "<table><tr></tr></table>",
	} {
		blocks, problems := TextBlocks(name, []byte(text))
		for _, b := range blocks {
			if b.Grid != nil && len(b.Grid.Rows) > 0 && len(b.Grid.Rows[0]) > maxTextCols {
				t.Errorf("%s: %d columns", name, len(b.Grid.Rows[0]))
			}
		}
		if (name == "long line" || name == "not UTF-8") && len(problems) != 1 {
			t.Errorf("%s: %d problems, want 1", name, len(problems))
		}
	}
}

func FuzzTextBlocks(f *testing.F) {
	f.Add([]byte("1\t2\n<table><tr><td>x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		blocks, _ := TextBlocks("x.txt", data)
		for _, b := range blocks {
			if b.Kind == Table && (b.Grid == nil || b.Place.Line == 0) {
				t.Errorf("a table without cells or place: %+v", b)
			}
		}
	})
}

// A mark of a pipe table that is written out does not part cells, and what is not seen is left out.
func TestEscapedPipes(t *testing.T) {
	t.Parallel()
	blocks, _ := TextBlocks("x.md", []byte("|No|Mutu \\| ni\u00adlai|Target|\n|-|-|-|\n|1|a|2|\n"))
	if got := sketch(blocks); got != "table||[No,Mutu | nilai,Target][1,a,2]" {
		t.Errorf("read %s", got)
	}
	if c := blocks[0].Grid.Rows[0][2]; c.Place.Column != 20 {
		t.Errorf("the cell behind it begins at %d", c.Place.Column)
	}
}

// A sentence that begins with the number of a table is no caption of one.
func TestSentenceOnTable(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]BlockKind{
		"Tabel 3.1 menunjukkan 3 dari 5 indikator telah mencapai target.":             Paragraph,
		"Tabel 3.1 di atas memperlihatkan capaian seluruh indikator":                  Paragraph,
		"Gambar 2.1 tersebut dapat dilihat pada lampiran":                             Paragraph,
		"Tabel 3.1 berikut menyajikan capaian":                                        Paragraph,
		"Tabel 3.1 capaian kinerja yang di atas target":                               Caption,
		"Tabel 3.1 Menunjukkan Capaian":                                               Caption,
		"Lampiran 1 Memuat Perjanjian Kinerja":                                        Caption,
		"Tabel 3.1. Perbandingan realisasi dengan target di atas rata-rata kabupaten": Caption,
	} {
		if b := ProseBlock(text); b.Kind != want {
			t.Errorf("%q: %+v", text, b)
		}
	}
}
