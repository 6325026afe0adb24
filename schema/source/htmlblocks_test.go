package source

import (
	"fmt"
	"strings"
	"testing"
)

func TestHTMLBlocks(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ page, want string }{
		"headings, paragraphs and lists": {
			"<html><head><title>x</title><style>p{}</style></head><body><h1>BAB I PENDAHULUAN</h1><p>Satu <b>dua</b>&nbsp;tiga.</p><h2>Tugas</h2><ul><li>a<li>b</ul>empat<script>1</script></body>",
			"head|BAB I|BAB I PENDAHULUAN\npar||Satu dua tiga.\nhead||Tugas\nitem||a\nitem||b\npar||empat"},
		"merged cells": {
			"<table><tr><th rowspan=2>No<th colspan=2>Target</tr><tr><th>2023<th>2024</tr><tr><td>1<td>2<td>3</table>",
			"table||[No,Target,^][^,2023,2024][1,2,3]"},
		"cells covered at the end of a row": {
			"<table><tr><td>a<td rowspan=2>b<tr><td>c</table>",
			"table||[a,b][c,^]"},
		"a caption in the table, and below it": {
			"<table><caption>Tabel 3.1 Capaian</caption><tr><td>1</table><p>Tabel 3.2</p><p>Anggaran</p><table><tr><td>2</table>",
			"cap|Tabel 3.1|Capaian\ntable||[1]\ncap|Tabel 3.2|Anggaran\ntable||[2]"},
		"a table for layout": {
			"<table><tr><td>kiri<table><tr><td>1<td>2</table></td><td>kanan</table>",
			"table||[kiri,kanan]\ntable||[1,2]"},
		"tables that hold nothing": {"<table><tr><td>&nbsp;</table>x<table></table>", "par||x"},
		"cut off":                  {"<p>a<table><tr><td>b<td>c", "par||a\ntable||[b,c]"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			blocks, problems := HTMLBlocks("x.html", []byte(c.page))
			if got := sketch(blocks); got != c.want || len(problems) > 0 {
				t.Errorf("read %s %v\nwant %s", got, problems, c.want)
			}
		})
	}
}

// A figure stands where it is written, so that an editor opens the file there.
func TestPlacesOfWebPages(t *testing.T) {
	t.Parallel()
	const text = "Lihat:\n<table>\n<tr><td><b>Jalan</b></td>\n<td>\n   1.250</td></tr></table> Sumber: data\n"
	blocks, _ := TextBlocks("x.md", []byte(text))
	rows := blocks[1].Grid.Rows
	lines := strings.Split(text, "\n")
	for _, cell := range rows[0] {
		if line := lines[cell.Place.Line-1]; !strings.HasPrefix(line[cell.Place.Column-1:], cell.Text) {
			t.Errorf("%q stands at %+v: %q", cell.Text, cell.Place, line)
		}
	}
	if got := sketch(blocks); got != "par||Lihat:\ntable||[Jalan,1.250]\npar||Sumber: data" {
		t.Errorf("read %s", got)
	}
}

// What web applications call a workbook is a page; a workbook of Excel 97 stays one.
func TestPagesNamedXLS(t *testing.T) {
	t.Parallel()
	page := "\n<html><meta charset=\"windows-1252\"><table><tr><td>Kinerja \x96 1</td></tr></table></html>"
	blocks, problems, ok := Blocks("lra.xls", []byte(page))
	if got := sketch(blocks); !ok || got != "table||[Kinerja – 1]" || len(problems) > 0 {
		t.Errorf("read %s %v %v", got, problems, ok)
	}
	if _, _, ok := Blocks("lra.xls", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")); ok {
		t.Error("a legacy workbook was read as a page")
	}
}

func TestHostileWebPages(t *testing.T) {
	t.Parallel()
	for name, page := range map[string]string{
		"deep":    strings.Repeat("<table><tr><td>x", 20_000),
		"spans":   "<table>" + strings.Repeat(`<tr>`+strings.Repeat(`<td rowspan="99999" colspan="99999">x`, 3), 5_000),
		"wide":    "<table><tr>" + strings.Repeat("<td>x", 100_000),
		"many":    "<table>" + strings.Repeat("<tr><td>x", maxHTMLCells+1),
		"unended": "<table><!-- " + strings.Repeat("x", 1<<20),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			blocks, problems := HTMLBlocks("x.html", []byte(page))
			if name == "many" && (len(problems) != 1 || problems[0].Rule != ruleUnreadable) {
				t.Errorf("what was not read is not told: %v", problems)
			}
			if len(blocks) > maxHTMLCells {
				t.Errorf("%d blocks", len(blocks))
			}
		})
	}
}

func BenchmarkHTML(b *testing.B) {
	var page strings.Builder
	page.WriteString("<table><tr><th>Kode<th>Uraian<th>Pagu (Rp)<th>Realisasi (Rp)<th>%</tr>\n")
	for i := range 2000 {
		fmt.Fprintf(&page, "<tr><td>1.01.%02d<td>Penyediaan Jasa %d<td align=right>1.250.000.000<td>1.125.000.000<td>90,00</tr>\n", i%100, i)
	}
	data := []byte(page.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		HTMLBlocks("x.html", data)
	}
}

func FuzzHTMLBlocks(f *testing.F) {
	f.Add([]byte("<table><tr><td rowspan=2>1<td>2<tr><td>3</table>"))
	f.Add([]byte("<h1>a<p>b<table><caption>c<tr><td><table><tr><td>d"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := strings.Count(string(data), "\n") + 1
		blocks, _ := HTMLBlocks("x.html", data)
		for _, b := range blocks {
			if b.Kind == Table && (b.Grid == nil || len(b.Grid.Rows) == 0) || b.Place.Line < 1 || b.Place.Line > lines {
				t.Errorf("a block without content or place: %+v", b)
			}
		}
	})
}
