package schema

import (
	"strings"
	"testing"
)

// Where no title gives a year, a span of years is none: the last year with results is the report's, and a plan is of the
// first year of its period.
func TestYearOfSpan(t *testing.T) {
	t.Parallel()
	agency := "DINAS PERIKANAN KABUPATEN MUARA BIRU\n\n"
	l, _ := recognised(t, agency+"PERBANDINGAN TARGET DAN REALISASI TAHUN 2021-2023\n\nTabel 1. Capaian Kinerja\n\n"+table(
		"No|Sasaran|Indikator|Target|||Realisasi||", "|||2021|2022|2023|2021|2022|2023", "1|Meningkatnya produksi|Produksi ikan|10|11|12|9|11|13"))
	i := l.Pengukuran.Sasaran[0].Indikator[0]
	if l.Tahun.Year() != 2023 || i.Target.Show() != "12" || i.Realisasi.Show() != "13" || i.Riwayat[2021].Show() != "9" {
		t.Errorf("year %d, target %s, realisasi %s, before %v", l.Tahun.Year(), i.Target.Show(), i.Realisasi.Show(), i.Riwayat)
	}
}

// A measurement of one quarter gives results of that quarter; that of several quarters or of the whole year gives the year's.
func TestQuarterOfMeasurement(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Pengukuran Kinerja Triwulan II Tahun 2024":            "1200 600 580 -",
		"Pengukuran Kinerja TW 2 2024":                         "1200 600 580 -",
		"Pengukuran Kinerja Tahun 2024":                        "1200 - - 580",
		"Pengukuran Kinerja Triwulan I s.d. IV Tahun 2024":     "1200 - - 580",
		"Pengukuran Kinerja Triwulan I dan Triwulan II 2024":   "1200 - - 580",
		"Pengukuran Kinerja sampai dengan Triwulan II di 2024": "1200 600 580 -",
	} {
		l, _ := recognised(t, cover+"Tabel 3.1. "+title+"\n\n"+table(
			"No|Sasaran|Indikator|Satuan|Target Tahun|Target Triwulan|Realisasi|Capaian (%)", "1|Meningkatnya layanan|Penerima bantuan|orang|1200|600|580|96,67"))
		i := l.Pengukuran.Sasaran[0].Indikator[0]
		show := func(f *Figure) string {
			if f == nil || !f.IsSet() {
				return "-"
			}
			return f.Show()
		}
		if got := strings.Join([]string{show(&i.Target), show(i.TargetTriwulan[2]), show(i.RealisasiTw[2]), show(&i.Realisasi)}, " "); got != want {
			t.Errorf("%s: read %s, want %s", title, got, want)
		}
	}
}

// Targets and results of each quarter beside each other, without one of the year.
func TestQuartersBesideEachOther(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, cover+"Tabel 3.1. Pengukuran Rencana Aksi Tahun 2024\n\n"+table(
		"No|Sasaran|Indikator|Target|Triwulan I|||Triwulan II||", "||||Target|Realisasi|%|Target|Realisasi|%",
		"1|Menurunnya risiko|Desa tangguh|12|3|3|100,00|6|5|83,33"))
	if l.Pengukuran.Node == nil {
		t.Fatalf("nothing measured: %+v", seen)
	}
	i := l.Pengukuran.Sasaran[0].Indikator[0]
	if i.Target.Show() != "12" || i.TargetTriwulan[2].Show() != "6" || i.RealisasiTw[2].Show() != "5" || i.CapaianTw[1].Show() != "100,00" || i.Realisasi.IsSet() {
		t.Errorf("read %+v", i)
	}
}

// What is written below a table, in its columns, is neither its total nor a row of it; names that run over two rows are one.
func TestBelowBudget(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 3.3. Realisasi Anggaran Tahun 2024\n\n"+table(
		"No|Program|Pagu|Realisasi|%", "1|Program Pengelolaan|200|150|75,00", "|Perikanan Tangkap|||", "2|Program Pengawasan|300|300|100,00", "|Sumber Daya Kelautan|||",
		"Jumlah||500|450|90,00", "|Mengetahui,|||Mengetahui", "|Kepala Dinas||PPTK|", "|Drs. AMIR||SITI, S.E.|", "|NIP. 196901011994031002||NIP. 198001012005012003|"))
	a := l.Anggaran[0]
	if len(a.Baris) != 2 || a.Baris[0].Uraian.S != "Program Pengelolaan Perikanan Tangkap" || a.Baris[1].Realisasi.Show() != "300" || a.Jumlah.Pagu.Show() != "500" || a.Jumlah.Persen.Show() != "90,00" {
		t.Errorf("%d rows, first %q, total %s", len(a.Baris), a.Baris[0].Uraian.S, a.Jumlah.Pagu.Show())
	}
}

// Rows that only hold a text above numbered ones name a group.
func TestGroupsOfBudgetStay(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 3.3. Realisasi Anggaran Tahun 2024\n\n"+table(
		"No|Program|Pagu|Realisasi|%", "|Bidang Tangkap|||", "1|Program Nelayan|200|150|75,00", "|Bidang Budidaya|||", "2|Program Kolam|300|300|100,00", "Jumlah||500|450|90,00"))
	if a := l.Anggaran[0]; len(a.Baris) != 4 || a.Baris[1].Uraian.S != "Program Nelayan" {
		t.Errorf("%d rows", len(a.Baris))
	}
}
