package schema

import (
	"strings"
	"testing"

	"lkjip/schema/source"
)

// measured are the indicators of the only table of a text; lines of a cell are written with a semicolon.
func measured(t *testing.T, text string) []string {
	t.Helper()
	blocks, _ := source.TextBlocks("laporan.txt", []byte(cover+"Tabel 3.1. Pengukuran Kinerja Tahun 2024\n\n"+text))
	for _, b := range blocks {
		for _, row := range gridRows(b.Grid) {
			for i := range row {
				if lines := strings.Split(row[i].Text, "; "); len(lines) > 1 {
					row[i].Lines, row[i].Text = lines, strings.Join(lines, " ")
				}
			}
		}
	}
	root, _, _ := Recognise("laporan.txt", blocks)
	l, _ := Decode(root)
	var all []string
	for _, n := range l.Pengukuran.Indikators() {
		i := n.Indikator
		all = append(all, i.Nama.S+" "+i.Target.Show()+" "+i.Realisasi.Show()+" "+i.Capaian.Show())
	}
	return all
}

func gridRows(g *source.Grid) [][]source.Cell {
	if g == nil {
		return nil
	}
	return g.Rows
}

// Several indicators in one cell, a line each, are indicators of their own; a name broken over lines or rows is one.
func TestIndicatorsOfOneCell(t *testing.T) {
	t.Parallel()
	const heads = "No|Sasaran|Indikator Kinerja|Target|Realisasi|Capaian (%)"
	for _, c := range []struct{ name, rows, want string }{
		{"two in a cell", "1|Meningkatnya koperasi|1. Koperasi aktif; 2. Koperasi sehat|70; 55|72,5; 50,6|103,57; 92,00",
			"Koperasi aktif 70 72,5 103,57\nKoperasi sehat 55 50,6 92,00"},
		{"a name on two lines, a span on two", "1|Meningkatnya koperasi|Nilai koperasi; Daerah|70 -; 80|75|100,00", "Nilai koperasi Daerah 70 - 80 75 100,00"},
		{"a name on two lines beside one figure", "1|Meningkatnya koperasi|Nilai koperasi; Daerah|70|75|107,14", "Nilai koperasi Daerah 70 75 107,14"},
		{"a name over two rows", table("1|Meningkatnya koperasi|Persentase koperasi|70|70|100,00", "||sehat di daerah|||", "2|Meningkatnya usaha|Indeks Inovasi|50|50|100,00", "||Daerah|||"),
			"Persentase koperasi sehat di daerah 70 70 100,00\nIndeks Inovasi Daerah 50 50 100,00"},
	} {
		if got := strings.Join(measured(t, table(heads, c.rows)), "\n"); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// An indicator called Jumlah is no total of a table of details.
func TestIndicatorCalledJumlah(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 3.1. Perkembangan Pembinaan\n\n"+table("Indikator Kinerja|Semester I|Semester II|Setahun", "Persentase kepuasan|96|98|97", "Jumlah kegiatan pembinaan sektoral|6|5|11"))
	if len(l.Rincian) != 1 || len(l.Rincian[0].Baris) != 2 || l.Rincian[0].Jumlah.Node != nil {
		t.Errorf("%+v", l.Rincian)
	}
}
