package schema

import (
	"strings"
	"testing"
)

// A table of one indicator by years is read whichever way round it is printed, under the indicator that its title, the line above or
// the row above names.
func TestOneIndicatorByYears(t *testing.T) {
	t.Parallel()
	down := []string{"Target (ton)|10|12", "Realisasi|9|12", "Capaian (%)|90,00|100,00"}
	across := []string{"Tahun|Target|Realisasi|Capaian (%)", "2023|10|9|90,00", "2024|12|12|100,00"}
	const ours, details = "10 9 90,00; Produksi ikan 12 12 100,00", "  ; details"
	for _, c := range []struct {
		name, above string
		rows        []string
		want        string
	}{
		{"the title names it", "Tabel 2. Perbandingan Target dan Realisasi Indikator Produksi Ikan Tahun 2023–2024", append([]string{"Uraian|2023|2024"}, down...), ours},
		{"years merged", "Tabel 2. Produksi Ikan pada Dinas Perikanan", append([]string{"Uraian|Tahun|", "|2023|2024"}, down...), ours},
		{"years as rows", "Tabel 2. Target dan Realisasi Produksi Ikan Tahun 2023-2024", across, ours},
		{"the line above names it", "Indikator Produksi Ikan", append([]string{"Uraian|Tahun 2023|Tahun 2024"}, down...), ours},
		{"the heading names it", "Tabel 2. Perkembangan Capaian", append([]string{"Produksi ikan|2023|2024"}, down...), ours},
		{"the row above names it", "Tabel 2. Perkembangan Capaian", append([]string{"Uraian|2023|2024", "Produksi ikan||"}, down...), ours},
		{"a part of it", "Tabel 2. Target dan Realisasi Produksi Ikan Tangkap Tahun 2023-2024", append([]string{"Uraian|2023|2024"}, down...), details},
		{"a component", "Tabel 2. Target dan Realisasi Komponen Pertama Produksi Ikan", append([]string{"Uraian|2023|2024"}, down...), details},
		{"other figures", "Tabel 2. Produksi Ikan", []string{"Uraian|2023|2024", "Target|5|6", "Realisasi|4|6,6", "Capaian|80,00|110,00"}, details},
		{"the plan's targets", "Tabel 2. Produksi Ikan dengan Target Renstra", append([]string{"Uraian|2023|2024"}, down...), details},
		{"targets of years to come", "Tabel 2. Perkembangan Produksi Ikan", []string{"Uraian|2023|2024|2025", "Target|10|13|15", "Realisasi|9|12|", "Capaian (%)|90,00|92,31|"}, "  ; details"},
		{"parts of one", "Tabel 2. Perkembangan Produksi Ikan", []string{"Uraian|2023|2024", "Target|10|12", "Realisasi|9|12", "Capaian|0,9|1"}, "  ; details"},
		{"quarters", "Tabel 2. Target dan Realisasi Produksi Ikan", append([]string{"Uraian|TW I|TW II"}, down...), details},
	} {
		l, _ := recognised(t, cover+aMeasurement+measurement+"\n"+c.above+"\n\n"+table(c.rows...))
		i := l.Pengukuran.Indikators()[0].Indikator
		got := strings.Join([]string{i.RiwayatTarget[2023].Show(), i.Riwayat[2023].Show(), i.RiwayatCapaian[2023].Show()}, " ") + "; " + restatements(l)
		if len(l.Rincian) > 0 {
			got += "details"
		}
		if got != c.want {
			t.Errorf("%s: read %q, want %q", c.name, got, c.want)
		}
	}
}

// Targets that are spans or words are read with the rest, in rows as in columns.
func TestTargetsInWordsByYears(t *testing.T) {
	t.Parallel()
	for _, rows := range [][]string{
		{"Tahun|Target|Realisasi|Capaian (%)", "2023|3-5|5|100,00", "2024|3-5|4|100,00"},
		{"Uraian|2023|2024", "Target|3-5|3-5", "Realisasi|5|4", "Capaian (%)|100,00|100,00"},
	} {
		l, _ := recognised(t, cover+aMeasurement+table("No|Sasaran|Indikator Kinerja|Target|Realisasi|Capaian (%)", "1|Meningkatnya layanan|Waktu layanan|3-5|4|100,00")+
			"\nTabel 2. Perkembangan Waktu Layanan\n\n"+table(rows...))
		i := l.Pengukuran.Indikators()[0].Indikator
		if got := i.RiwayatTarget[2023].Show() + " " + i.Riwayat[2023].Show(); got != "3-5 5" {
			t.Errorf("%s: read %q", rows[0], got)
		}
	}
}

// Figures of a table that is turned keep the rows and columns they are printed in.
func TestPlacesOfTurnedTable(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+aMeasurement+measurement+"\nTabel 2. Produksi Ikan\n\n"+table("No|Tahun|Target|Realisasi|Capaian", "1|2023|10|9|90,00", "2|2024|12|13|108,33"))
	if at := l.Pengukuran.Ulangan[0].Realisasi.Node.Place; at.Table != "Tabel 2" || at.Row != 2 || at.Col != 4 {
		t.Errorf("realisasi of this year stands at %+v", at)
	}
}

// A table of the figures of one indicator, which it does not name, is of the one that has two of them, where one alone has.
func TestBoxOfOneIndicator(t *testing.T) {
	t.Parallel()
	measured := cover + "Tabel 3.1 Capaian Kinerja Tahun 2024\n\n" + table("No|Sasaran|Indikator|Target|Realisasi|Capaian", "1|Meningkatnya mutu|Nilai SKM|80|82|102,50",
		"2|Meningkatnya kesiapan|Waktu Tanggap|10 Menit|9 Menit|110,00", "3|Meningkatnya tata kelola|Nilai SAKIP|80|82|102,50") + "\n"
	for box, want := range map[string]int{"10 Menit|9 Menit|110,00": 1, "10|8|110,00": 1, "10|8|120,00": 0, "80|82|102,50": 0} {
		l, _ := recognised(t, measured+"Target dan realisasinya sebagai berikut.\n\n"+table("Target|Realisasi|Capaian", box))
		if n := len(l.Pengukuran.Ulangan); n != want || want == 1 && l.Pengukuran.Ulangan[0].Nama.S != "Waktu Tanggap" {
			t.Errorf("%s: %d repeated, want %d: %+v", box, n, want, l.Pengukuran.Ulangan)
		}
	}
}
