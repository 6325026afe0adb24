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

// Where a table has no caption, a title above it gives the quarter, and a sentence does not.
func TestQuarterInTitle(t *testing.T) {
	t.Parallel()
	for lead, want := range map[string]bool{"PENGUKURAN KINERJA TRIWULAN II TAHUN 2024": true, "Pengukuran Kinerja TW 2 Tahun 2024": true, "Hasil sesudah triwulan II berakhir tampak berikut ini.": false} {
		l, _ := recognised(t, "PENGUKURAN KINERJA\n\nDINAS SOSIAL KABUPATEN CONTOH TAHUN 2024\n\n"+lead+"\n\n"+table(
			"No|Sasaran|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)", "1|Meningkatnya layanan|Penerima bantuan|orang|1200|600|50,00"))
		i := l.Pengukuran.Sasaran[0].Indikator[0]
		if got := i.RealisasiTw[2] != nil && !i.Realisasi.IsSet(); got != want || i.Target.Show() != "1200" {
			t.Errorf("%s: of the quarter %v, want %v; target %s", lead, got, want, i.Target.Show())
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

// A cash plan by quarter is no realisasi.
func TestQuartersOfCashPlan(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 1. Rencana Realisasi Belanja per Triwulan Tahun 2024\n\n"+table(
		"No|Uraian|Triwulan I|Triwulan II|Triwulan III|Triwulan IV|Jumlah", "1|Belanja Pegawai|100|200|300|400|1.000", "2|Belanja Modal|0|50|50|0|100", "|Jumlah|100|250|350|400|1.100"))
	b := l.Anggaran[0].Baris[0]
	if len(b.RealisasiTriwulan) > 0 || b.RencanaTriwulan[2].Show() != "200" || b.RencanaJumlah.Show() != "1.000" {
		t.Errorf("read %+v", b)
	}
}

// Months beside the result of the year are not it; volumes and their units are; programmes beside indicators are those of the
// agreement; objectives and indicators in one column are told apart by their figures.
func TestIndicatorLayouts(t *testing.T) {
	t.Parallel()
	one := func(text string) *Indikator {
		l, _ := recognised(t, cover+text)
		return &l.Pengukuran.Sasaran[0].Indikator[0]
	}
	i := one("Tabel 1. Capaian Kinerja Bulanan Tahun 2024\n\n" + table("No|Indikator|Target|Realisasi Bulan|||Realisasi|Capaian", "|||Jan|Feb|Mar||", "1|Kunjungan|12|3|4|5|12|100,00"))
	if i.Realisasi.Show() != "12" || i.Capaian.Show() != "100,00" {
		t.Errorf("months: realisasi %s", i.Realisasi.Show())
	}
	i = one("Tabel 1. Pengukuran Kinerja Tahun 2024\n\n" + table("No|Indikator|Target||Realisasi||Capaian", "||Volume|Satuan|Volume|Satuan|", "1|Rumah terbangun|120|unit|126|unit|105,00"))
	if i.Target.Show() != "120" || i.Realisasi.Show() != "126" || i.Satuan.S != "unit" {
		t.Errorf("volumes: %s %s %s", i.Target.Show(), i.Realisasi.Show(), i.Satuan.S)
	}
	l, _ := recognised(t, cover+"Tabel 1. Nilai Kinerja Organisasi Tahun 2024\n\n"+table("Kode|Sasaran Strategis / IKU|Target|Realisasi|Indeks Capaian",
		"1|Layanan prima|||", "1a|Kepuasan satker|4,50|4,62|102,67", "2|Kas yang optimal|||", "2a|Kinerja kas|95|97|102,11"))
	if s := l.Pengukuran.Sasaran; len(s) != 2 || s[1].Uraian.S != "Kas yang optimal" || s[1].Indikator[0].Realisasi.Show() != "97" {
		t.Errorf("one column: %+v", s)
	}
	l, _ = recognised(t, cover+"Tabel 1. Perjanjian Kinerja Tahun 2024\n\n"+table("No|Sasaran|Indikator|Target|Program|Anggaran",
		"1|Meningkatnya layanan|Nilai SKM|82|Program Pelayanan|100", "2|Meningkatnya mutu|Nilai AKIP|70|Program Penunjang|200", "Jumlah|||||300"))
	if pk := l.PerjanjianKinerja[0]; len(pk.Program) != 2 || pk.Program[1].Anggaran.Show() != "200" || pk.JumlahAnggaran.Show() != "300" {
		t.Errorf("programmes: %+v", pk.Program)
	}
}

// The mean of an objective's indicators belongs to the objective, also where it stands above the measurement.
func TestMeansOfObjectives(t *testing.T) {
	t.Parallel()
	means := "Tabel 1. Rekapitulasi Capaian Sasaran\n\n" + table("No|Sasaran|Jumlah Indikator|Rata-rata Capaian (%)|Predikat", "1|Meningkatnya layanan|2|105,00|Baik")
	measured := "\nTabel 2. Pengukuran Kinerja Tahun 2024\n\n" + table("No|Sasaran|Indikator|Target|Realisasi|Capaian", "1|Meningkatnya layanan|Nilai SKM|80|84|105,00", "||Nilai AKIP|60|63|105,00")
	for _, text := range []string{means + measured, measured + "\n" + means} {
		l, _ := recognised(t, cover+text)
		if s := l.Pengukuran.Sasaran; len(s) != 1 || s[0].Capaian.Show() != "105,00" || s[0].Predikat.S != "Baik" || len(s[0].Indikator) != 2 {
			t.Errorf("read %+v", s)
		}
	}
}

// Rows called IV and III are named so where no other column names them; beside names they only number.
func TestNamesOfDetails(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 1. Pegawai per Golongan\n\n"+table("Golongan|Orang|%", "IV|14|14,43", "III|58|59,79", "II|25|25,77", "Jumlah|97|100,00")+
		"\nTabel 2. Komponen Penilaian Zona\n\n"+table("Bagian||Angka|Hasil", "I|Manajemen Perubahan|8|7,12", "II|Penataan|7|6,09", "III|Akuntabilitas|10|8,90"))
	if r := l.Rincian; len(r) != 2 || r[0].Baris[0].Uraian.S != "IV" || r[0].Jumlah.Uraian.S != "Jumlah" || r[1].Baris[0].Uraian.S != "Manajemen Perubahan" {
		t.Errorf("read %+v", r)
	}
}
