package schema

import (
	"slices"
	"strings"
	"testing"

	"lkjip/schema/source"
)

// What a row of column numbers says of its columns: which are read as details beside the fields of a table, and which leave
// their field because their own formula and rows say that they are something else.
func TestFormulasOfColumns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ reason, heads, numbers, rows, keys, told, want string }{
		{"the usual formulas need nothing", "Program|Pagu|Realisasi|Sisa|%", "1|2|3|4=2-3|5=3/2x100", "A|10|8|2|80;B|20|15|5|75", "uraian|pagu|realisasi|sisa|persen", "uraian|pagu|realisasi|sisa|persen", ""},
		{"a forecast counts as spent", "Uraian|Pagu|Realisasi|Prognosis|%", "a|b|c|d|e=(c+d)/b x 100", "A|10|4|5|90;B|20|6|10|80", "uraian|pagu|realisasi|-|persen", "uraian|pagu|realisasi|-|-", "4 = (2 + 3) / 1 × 100"},
		{"a formula out of date is not followed", "Program|Pagu|Realisasi|Fisik|%", "1|2|3|4|5=4/2x100", "A|10|8|90|80;B|20|15|70|75", "uraian|pagu|realisasi|-|persen", "uraian|pagu|realisasi|-|persen", "3 = 2 / 1 × 100"},
		{"pairs of K and Rp under one number", "Program|I / K|I / Rp|II / K|II / Rp|Jumlah / K|Jumlah / Rp", "1|2||3||4=2+3|", "A|1|10|2|20|3|30;B|1|15|1|5|2|20", "uraian|-|realisasi_triwulan.1|-|realisasi_triwulan.2|-|realisasi", "uraian|-|realisasi_triwulan.1|-|realisasi_triwulan.2|-|realisasi", "3 = 1 + 2"},
		{"a column without figures", "Program|Pagu|Ket|Lain", "1|2|3|4=2+3", "A|10|x|10;B|20|y|20", "uraian|pagu|-|-", "uraian|pagu|-|-", ""},
		{"a number that stands nowhere", "Program|Pagu|Lain", "1|2|3=2+9", "A|10|10;B|20|20", "uraian|pagu|-", "uraian|pagu|-", ""},
	} {
		tb := &tabel{}
		for _, h := range strings.Split(c.heads, "|") {
			tb.heads = append(tb.heads, readHeading(strings.Split(h, " / ")))
		}
		cells := func(row string) (all []source.Cell) {
			for _, text := range strings.Split(row, "|") {
				all = append(all, source.Cell{Kind: source.String, Text: text})
			}
			return all
		}
		tb.numbers = cells(c.numbers)
		for _, row := range strings.Split(c.rows, ";") {
			tb.add(cells(row), false)
		}
		keys := tb.asTold(strings.Split(c.keys, "|"))
		if !slices.Equal(keys, strings.Split(c.told, "|")) {
			t.Errorf("%s: keys %v, want %s", c.reason, keys, c.told)
		}
		r := &recogniser{root: &source.Node{Kind: source.Map}}
		r.beside(tb, &tableKind{shape: "anggaran"}, keys)
		var got []string
		if n := r.root.Get("rincian"); n != nil {
			for _, f := range n.Items[0].Get("rumus").Items {
				got = append(got, f.Text)
			}
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: formulas %q, want %q", c.reason, got, c.want)
		}
	}
}

// Rows of details are called by their names, not by codes with letters in them.
func TestNameColumn(t *testing.T) {
	t.Parallel()
	tb := &tabel{heads: make([]heading, 3)}
	for _, row := range [][]string{{"2104.QDC.001", "Penyuluhan", "12"}, {"2104.QDC.002", "Bimbingan", "45"}} {
		var cells []source.Cell
		for _, text := range row {
			cells = append(cells, source.Cell{Kind: source.String, Text: text})
		}
		tb.add(cells, false)
	}
	if got := tb.nameColumn(); got != 1 {
		t.Errorf("names in column %d", got)
	}
}

// Headings may say how they are computed, by letters they bear, by the numbers of the columns, or by their places; a scale is no formula.
func TestFormulasOfHeadings(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		rows []string
		want string
	}{
		"letters":     {[]string{"RW|Laki-laki (a)|Perempuan (b)|Jumlah (c) = (a) + (b)|Rasio (a)/(b) x 100", "RW 01|210|225|435|93,33", "RW 02|198|187|385|105,88"}, "3 = 1 + 2; 4 = 1 / 2 × 100"},
		"places":      {[]string{"Wilayah|Sasaran|Terlayani|Cakupan (3 / 2 x 100%)", "Utara|200|150|75,00", "Selatan|100|90|90,00"}, "3 = 2 / 1 × 100"},
		"the numbers": {[]string{"No|Wilayah|Masuk|Keluar|Sisa (3-4)", "1|2|3|4|5", "1|Utara|200|150|50", "2|Selatan|100|90|10"}, "3 = 1 − 2"},
		"a scale":     {[]string{"Wilayah|Masuk|Keluar|Mutu (1-3)", "Utara|200|150|2", "Selatan|100|90|3"}, ""},
	} {
		l, _ := recognised(t, cover+"Tabel 3.1. Keadaan Wilayah Tahun 2024\n\n"+table(c.rows...))
		var got []string
		for i := range l.Rincian {
			for k := range l.Rincian[i].Rumus {
				got = append(got, l.Rincian[i].Rumus[k].S)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Names of rows may say how they are computed, by the numbers or letters in front of them or by their places; one that holds shows that others
// are meant too, except what may be a span or a ratio.
func TestFormulasOfRows(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		rows []string
		want string
	}{
		"letters":               {[]string{"No|Uraian|2023|2024", "a|Temuan|120|135", "b|Selesai|96|121", "c|Sisa (a-b)|24|14", "d|Persentase (b/a x 100%)|80,00|89,63"}, "3 = 1 − 2; 4 = 2 / 1 × 100"},
		"numbers, a total last": {[]string{"No|Uraian|Jumlah|Baru", "1|Pipa|112|6", "2|Sumur|88|2", "3|Layak (1+2)|200|8", "4|Tidak layak|50|1", "|Jumlah (3+4)|250|9"}, "3 = 1 + 2; 5 = 3 + 4"},
		"places":                {[]string{"Uraian|2023|2024", "Penduduk|120|135", "Miskin|12|11", "Persentase (2/1 x 100)|10,00|8,00"}, "3 = 2 / 1 × 100"},
		"spans":                 {[]string{"No|Uraian|2023|2024", "1|Penduduk usia (2-3)|120|135", "2|Bersekolah|96|121", "3|Persentase (2/1 x 100)|80,00|89,63", "4|Rasio guru (1:2)|12|13"}, "3 = 2 / 1 × 100"},
		"nothing":               {[]string{"No|Uraian|2023|2024", "1|Siswa kelas (1+2)|120|135", "2|Guru|9|12", "3|Rombel|6|7"}, ""},
	} {
		l, _ := recognised(t, cover+"Tabel 3.1. Keadaan Wilayah Tahun 2024\n\n"+table(c.rows...))
		var got []string
		for i := range l.Rincian {
			for k := range l.Rincian[i].RumusBaris {
				got = append(got, l.Rincian[i].RumusBaris[k].S)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// A table that computes indicators of what was counted is no list of key indicators, though it says their formulas.
func TestComputedIndicators(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 3.1. Perhitungan Indikator Kinerja Utama\n\n"+table("No|Indikator Kinerja|Formula|Pembilang|Penyebut|Hasil (%)",
		"1|Persentase nelayan terlatih|terlatih / semua x 100|421|500|84,20"))
	if len(l.IKU) != 0 || len(l.Rincian) != 1 || l.Rincian[0].Baris[0].Angka[3].Show() != "84,20" {
		t.Errorf("%d key indicators, details %+v", len(l.IKU), l.Rincian)
	}
}
