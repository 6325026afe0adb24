package schema

import (
	"strconv"
	"strings"
	"testing"
)

const aMeasurement = "Tabel 1. Capaian Kinerja Tahun 2024\n\n"

var measurement = table("No|Sasaran|Indikator Kinerja|Target|Realisasi|Capaian (%)",
	"1|Meningkatnya produksi|Produksi ikan|12|12|100,00", "2|Meningkatnya konsumsi|Konsumsi ikan|30|33|110,00")

// restatements sketches what later tables state again.
func restatements(l *Laporan) string {
	var all []string
	for i := range l.Pengukuran.Ulangan {
		u := &l.Pengukuran.Ulangan[i]
		s := strings.Join(strings.Fields(strings.Join([]string{u.Nama.S, u.Target.Show(), u.Realisasi.Show(), u.Capaian.Show()}, " ")), " ")
		for year, f := range Years(u.Riwayat) {
			s += " " + strconv.Itoa(year) + " " + f.Show()
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

// A later table adds what the first does not say; what both say is kept for comparison, unless its titles tell of another
// basis, or a capaian can be one against another target.
func TestIndicatorInTwoTables(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, later, want, why string }{
		{"several years", "Tabel 2. Realisasi Kinerja Tahun 2022-2024\n\n" + table(
			"No|Sasaran|Indikator Kinerja|Realisasi 2022|Realisasi 2023|Realisasi 2024", "1|Meningkatnya produksi|Produksi ikan|9|10|11"), "Produksi ikan 11", ""},
		{"one objective, without naming it", "Tabel 2. Capaian Sasaran 1\n\n" + table(
			"No|Indikator Kinerja|Target|Realisasi|Capaian (%)", "1|Produksi ikan|12|11|91,67"), "Produksi ikan 12 11 91,67", ""},
		{"a capaian without its target", "Tabel 2. Efisiensi\n\n" + table(
			"No|Sasaran|Indikator Kinerja|Realisasi|Capaian (%)", "1|Meningkatnya produksi|Produksi ikan|12|80,00"), "Produksi ikan 12", "1 isian berbeda"},
		{"against the final target", "Tabel 2. Capaian terhadap Target Akhir Renstra\n\n" + table(
			"No|Sasaran|Indikator Kinerja|Target|Realisasi|Capaian (%)", "1|Meningkatnya produksi|Produksi ikan|15|11|73,33"), "Produksi ikan 11", "2 isian berbeda"},
		{"before the revision", "Tabel 2. Capaian Kinerja sebelum Perubahan\n\n" + table(
			"No|Sasaran|Indikator Kinerja|Target|Realisasi|Capaian (%)", "1|Meningkatnya produksi|Produksi ikan|15|12|80,00"), "", "2 isian berbeda"},
		{"a name twice", "Tabel 2. Produksi menurut jenis\n\n" + table(
			"No|Indikator Kinerja|Target|Realisasi|Capaian (%)", "1|Produksi ikan|8|8|100,00", "2|Produksi ikan|4|4|100,00"), "", ""},
	} {
		l, seen := recognised(t, cover+aMeasurement+measurement+"\n"+c.later)
		if got := restatements(l); got != c.want || len(l.Pengukuran.Indikators()) != 2 {
			t.Errorf("%s: %d indicators, repeated %q, want 2 and %q", c.name, len(l.Pengukuran.Indikators()), got, c.want)
		}
		if got := seen[1].Why.ID; !strings.HasPrefix(got, c.why) {
			t.Errorf("%s: the second table says %q, want %q", c.name, got, c.why)
		}
		if i := l.Pengukuran.Indikators()[0].Indikator; i.Realisasi.Show() != "12" {
			t.Errorf("%s: the first table's realisasi reads %s", c.name, i.Realisasi.Show())
		}
	}
}

// Tables of the year before and of a part of the year are not this year's, even where they stand first.
func TestMeasurementsOfOtherTimes(t *testing.T) {
	t.Parallel()
	head, row := "No|Sasaran|Indikator Kinerja|Target|Realisasi|Capaian (%)", "1|Meningkatnya produksi|Produksi ikan|10|9|90,00"
	l, seen := recognised(t, cover+"Tabel 1. Capaian Kinerja Tahun 2023\n\n"+table(head, row)+
		"\nTabel 2. Capaian Kinerja Semester I Tahun 2024\n\n"+table(head, row)+"\nTabel 3. Capaian Kinerja Tahun 2024\n\n"+measurement)
	i := l.Pengukuran.Indikators()[0].Indikator
	got := strings.Join([]string{i.Target.Show(), i.Realisasi.Show(), i.Capaian.Show(), i.RiwayatTarget[2023].Show(), i.Riwayat[2023].Show(), i.RiwayatCapaian[2023].Show()}, " ")
	if got != "12 12 100,00 10 9 90,00" || restatements(l) != "" {
		t.Errorf("read %s, repeated %q", got, restatements(l))
	}
	if len(l.Rincian) != 1 || !strings.Contains(seen[1].Why.ID, "Semester I") {
		t.Errorf("%d tables of details, the second says %q", len(l.Rincian), seen[1].Why.ID)
	}
	// the last quarter may be the year, and another year may be there to compare with
	for _, title := range []string{"Capaian Kinerja sampai dengan Triwulan IV", "Perbandingan Capaian dengan Tahun 2023"} {
		if l, _ := recognised(t, cover+"Tabel 1. "+title+"\n\n"+measurement); l.Pengukuran.Indikators()[0].Indikator.Realisasi.Show() != "12" {
			t.Errorf("%s: read %+v", title, l.Pengukuran)
		}
	}
}

// What a later table says again is kept where it is realisasi of one year for certain.
func TestRealisasiAgain(t *testing.T) {
	t.Parallel()
	first := "Tabel 3.1 Capaian Kinerja Tahun 2024\n\n" + table("Sasaran|Indikator|Target|Realisasi|Capaian (%)", "Meningkatnya mutu|Nilai SKM|84,00|85,26|101,50") + "\n"
	for _, c := range []struct {
		caption, head, row string
		want               string
	}{
		{"Perbandingan Realisasi Kinerja", "No|Indikator|Realisasi 2023|Realisasi 2024", "1|Nilai SKM|83,00|86,25", "Nilai SKM 86,25"},
		{"Perbandingan Realisasi Kinerja", "No|Indikator|2023|2024", "1|Nilai SKM|83,00|86,25", "Nilai SKM 86,25"},
		{"Perbandingan Realisasi Kinerja", "No|Indikator|Realisasi 2023|Realisasi 2024", "1|Nilai SKM|83,00|85,26", "Nilai SKM 85,26"},
		{"Target Tahunan Renstra", "No|Indikator|2023|2024", "1|Nilai SKM|83,00|86,25", ""},
		{"Perbandingan Realisasi Kinerja", "No|Indikator|Realisasi 2023|Realisasi s.d. 2024", "1|Nilai SKM|83,00|86,25", ""},
		{"Perbandingan Realisasi Kinerja", "No|Indikator|Realisasi 2023|Realisasi Provinsi 2024", "1|Nilai SKM|83,00|86,25", ""},
		{"Perbandingan dengan Standar Nasional", "No|Indikator|Realisasi 2024|Standar Nasional", "1|Nilai SKM|86,25|88,30", "Nilai SKM 86,25"},
		{"Perbandingan dengan Standar Nasional", "No|Indikator|Realisasi 2023|Standar Nasional", "1|Nilai SKM|83,00|88,30", ""},
		{"Perbandingan dengan Standar Nasional Tahun 2023", "No|Indikator|Realisasi|Standar Nasional", "1|Nilai SKM|83,00|88,30", ""},
		{"Perbandingan Kinerja dengan Kabupaten Lain", "No|Indikator|Dinas Perikanan|Dinas Perikanan Kab. Lain|Provinsi", "1|Nilai SKM|86,25|84,00|85,10", "Nilai SKM 86,25"},
		{"Perbandingan Kinerja dengan Kabupaten Lain", "No|Indikator|Dinas Perikanan Kabupaten Muara Biru Tahun 2024|Kabupaten Lain", "1|Nilai SKM|86,25|84,00", "Nilai SKM 86,25"},
		{"Perbandingan Kinerja dengan Kabupaten Lain", "No|Indikator|Kabupaten Muara Biru|Kabupaten Lain|Nasional", "1|Nilai SKM|82,10|84,00|85,10", ""},
		{"Perbandingan Kinerja dengan Kabupaten Lain Tahun 2023", "No|Indikator|Dinas Perikanan|Kabupaten Lain", "1|Nilai SKM|83,00|84,00", ""},
		{"Perbandingan dengan Standar Nasional", "No|Indikator|Realisasi Kecamatan|Standar Nasional", "1|Nilai SKM|86,25|88,30", ""},
	} {
		l, _ := recognised(t, cover+first+"Tabel 3.2 "+c.caption+"\n\n"+table(c.head, c.row))
		if got := restatements(l); got != c.want {
			t.Errorf("%s, %s: kept %q, want %q", c.caption, c.head, got, c.want)
		}
	}
}

// A capaian without target and realisasi beside it is compared where all of its table but one are those stated first.
func TestCapaianAgain(t *testing.T) {
	t.Parallel()
	first := "Tabel 3.1 Capaian Kinerja Tahun 2024\n\n" + table("Sasaran|Indikator|Target|Realisasi|Capaian (%)",
		"Meningkatnya mutu|Nilai SKM|84,00|85,26|101,50", "|Nilai SAKIP|72,00|73,44|102,00", "|Indeks SPBE|3,00|2,85|95,00") + "\nTabel 3.2 Efisiensi\n\n"
	for rows, want := range map[string]string{
		"Nilai SKM|101,50|95,00;Nilai SAKIP|120,00|97,00;Indeks SPBE|95,00|90,00": "Nilai SKM 101,50; Nilai SAKIP 120,00; Indeks SPBE 95,00",
		"Nilai SKM|101,50|95,00;Nilai SAKIP|100,00|97,00;Indeks SPBE|91,00|90,00": "",
		"Nilai SKM|101,50|95,00;Nilai SAKIP|120,00|97,00":                         "",
	} {
		l, _ := recognised(t, cover+first+table(append([]string{"Indikator|Capaian (%)|Penyerapan Anggaran (%)"}, strings.Split(rows, ";")...)...))
		if got := restatements(l); got != want {
			t.Errorf("%s: kept %q, want %q", rows, got, want)
		}
	}
}
