package schema

import (
	"strings"
	"testing"

	"lkjip/schema/source"
)

// Columns are counted in two ways below one head, or the count stands again on the next page: none of it is data. A row that
// the next one counts on from is data, though its figures read like a count.
func TestColumnsCountedTwice(t *testing.T) {
	t.Parallel()
	const head, first, second = "No|Sasaran|Indikator Kinerja|Target", "1|Meningkatnya mutu|Nilai SKM|84,00", "2|Meningkatnya tata kelola|Nilai SAKIP|70,00"
	const want = "Nilai SKM 84,00;Nilai SAKIP 70,00"
	for name, rows := range map[string][]string{
		"once":                  {head, "1|2|3|4", first, second},
		"plain, brackets":       {head, "1|2|3|4", "(1)|(2)|(3)|(4)", first, second},
		"brackets, plain":       {head, "(1)|(2)|(3)|(4)", "1|2|3|4", first, second},
		"letters, plain":        {head, "a|b|c|d", "1|2|3|4", first, second},
		"a slip in brackets":    {head, "(1)|(2)|(6)|(4)", first, second},
		"three ways":            {head, "a|b|c|d", "1|2|3|4", "(1)|(2)|(3)|(4)", first, second},
		"again on another page": {head, "1|2|3|4", "(1)|(2)|(3)|(4)", first, head, "1|2|3|4", "(1)|(2)|(3)|(4)", second},
	} {
		l, _ := recognised(t, cover+"Tabel 2.1 Perjanjian Kinerja Tahun 2024\n\n"+table(rows...))
		var got []string
		for _, n := range Indikators(l.PerjanjianKinerja[0].Sasaran) {
			got = append(got, n.Indikator.Nama.S+" "+n.Indikator.Target.Show())
		}
		if text := strings.Join(got, ";"); text != want {
			t.Errorf("%s: read %s", name, text)
		}
	}
	l, _ := recognised(t, cover+"Tabel 3.1 Capaian Kinerja\n\n"+table("No|Sasaran|Indikator|Target|Realisasi|Capaian (%)", "1|2|3|4|5|5", "1|Meningkatnya mutu|Nilai SKM|84,00|85,26|101,50"))
	if n := l.Pengukuran.Indikators(); len(n) != 1 || n[0].Indikator.Nama.S != "Nilai SKM" {
		t.Errorf("a count with a slip was taken for data: %d indicators", len(n))
	}
	if isNumberRow([]source.Cell{{Text: "1"}, {Text: "2"}, {Text: "3"}, {Text: "4"}, {Text: "5"}, {Text: "1"}, {Text: "2"}, {Text: "3"}, {Text: "4"}, {Text: "5"}}) {
		t.Error("the years of a plan, counted twice, were taken for columns")
	}
	l, _ = recognised(t, cover+"Tabel 3.1 Pegawai Tahun 2024\n\n"+table("No|Laki-laki|Perempuan", "1|2|3", "1|2|3", "2|5|4"))
	if len(l.Rincian) != 1 || len(l.Rincian[0].Baris) != 2 {
		t.Errorf("a row of data was taken for a count: %+v", l.Rincian)
	}
	l, _ = recognised(t, cover+"Tabel 3.1 Pegawai Tahun 2024\n\n"+table("Laki-laki|Perempuan|Jumlah", "1|2|3", "1|2|3"))
	if len(l.Rincian) != 1 || len(l.Rincian[0].Baris) != 1 {
		t.Errorf("the only row of data was taken for a count: %+v", l.Rincian)
	}
	l, _ = recognised(t, cover+"Tabel 3.1 Pegawai Tahun 2024\n\n"+table("Laki-laki|Perempuan|Jumlah", "1|2|3", "(1)|(2)|(3)"))
	if len(l.Rincian) != 0 {
		t.Errorf("an empty table has data: %+v", l.Rincian)
	}
}

// A column that numbers the rows is none of figures, though the name of the total stands in it.
func TestNumbersAboveTotal(t *testing.T) {
	t.Parallel()
	for total, want := range map[string]int{"|Jumlah|1.476": 1, "Jumlah||1.476": 1, "Total||1.476": 1, "Catatan||1.476": 2} {
		l, _ := recognised(t, cover+"Tabel 3.2 Usulan per Kecamatan\n\n"+table("No|Kecamatan|Usulan", "1|Suka Maju|212", "2|Karang Indah|1.264", total))
		if len(l.Rincian) != 1 || len(l.Rincian[0].Kolom) != want {
			t.Errorf("%s: %+v, want %d columns", total, l.Rincian, want)
		}
	}
	l, _ := recognised(t, cover+"Tabel 3.2 Nilai per Komponen\n\n"+table("No|Komponen|Skor", "A|Pengungkit|40", "I|Pemenuhan|40", "1|Perubahan|15", "2|Pengawasan|25", "B|Hasil|30"))
	if len(l.Rincian) != 1 || len(l.Rincian[0].Kolom) != 1 {
		t.Errorf("numbers below letters were taken for figures: %+v", l.Rincian)
	}
}
