package schema

import (
	"strings"
	"testing"
)

// The plan's targets that stand beside those of the agreement go to the plan, year by year; earlier years of the agreement are
// history.
func TestPlanBesideAgreement(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Target Renstra/PK 2023-2024\n\n"+table(
		"Kode|Indikator|Target Renstra 2023|Target PK 2023|Satuan|Realisasi 2023|Target Renstra 2024|Target PK 2024",
		"2.5.1.1|Indeks Pelayanan Publik|3,13|3,20|Poin|4,44|3,43|4,46"))
	if len(l.PerjanjianKinerja) != 1 || len(l.Renstra.Sasaran) != 1 || len(l.Pengukuran.Indikators()) != 0 {
		t.Fatalf("read %+v", l)
	}
	pk, plan := l.PerjanjianKinerja[0].Sasaran[0].Indikator[0], l.Renstra.Sasaran[0].Indikator[0]
	got := []string{pk.Target.Show(), pk.RiwayatTarget[2023].Show(), pk.Riwayat[2023].Show(), plan.Target[2023].Show(), plan.Target[2024].Show(), plan.Satuan.S}
	if want := "4,46 3,20 4,44 3,13 3,43 Poin"; strings.Join(got, " ") != want {
		t.Errorf("read %v, want %s", got, want)
	}
}

// An agreement that prints its kegiatan too has only programmes in its budget; all levels are a budget table.
func TestKegiatanInAgreement(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Anggaran Perjanjian Kinerja Tahun 2024\n\n"+table("Kode|Program/Kegiatan|Anggaran (Rp)",
		"GG|Program Statistik|700", "GG.2896|Analisis|300", "GG.2897|Diseminasi|400", "WA|Program Dukungan|50", "WA.2886|Layanan|50", "|Jumlah|750"))
	if len(l.PerjanjianKinerja) != 1 || len(l.PerjanjianKinerja[0].Program) != 2 || len(l.Anggaran) != 1 || len(l.Anggaran[0].Baris) != 5 {
		t.Errorf("agreements %+v, budgets %+v", l.PerjanjianKinerja, l.Anggaran)
	}
}

// Rows of a table of indicators that are no indicators, and one that looks like no indicator.
func TestRowsOfIndicators(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 1. Capaian Kinerja Tahun 2024\n\n"+table(
		"No|Sasaran/Indikator Kinerja|Target|Realisasi|Capaian (%)",
		"a|b|c|d|e=d/c",
		"|Misi 1: Masyarakat cerdas dan sehat|||", "|Sasaran 1.1: Meningkatnya kualitas pendidikan|||",
		"1|Rata-rata lama sekolah|8,00|8,40|105,00",
		"2|Angka melek huruf|95,00|95,00|100,00",
		"|Rata-rata capaian|||102,50"))
	if n := len(l.Pengukuran.Indikators()); n != 2 || len(l.Pengukuran.Sasaran) != 1 || l.Pengukuran.Sasaran[0].Uraian.S != "Meningkatnya kualitas pendidikan" || l.Pengukuran.RataRata.Show() != "102,50" {
		t.Errorf("%d indicators, %+v", n, l.Pengukuran)
	}
}

// Objectives in the column of their indicators may have the mean of these beside them; a weighted score is no mean.
func TestObjectivesWithMeans(t *testing.T) {
	t.Parallel()
	for heads, want := range map[string]string{"No|Sasaran/Indikator|Target|Realisasi|% Kinerja": "103,00", "No|Sasaran/Indikator|Target|Realisasi|% Kinerja|Bobot": ""} {
		l, _ := recognised(t, cover+"Tabel 1. Capaian Kinerja Tahun 2024\n\n"+table(heads,
			"SP.1|Meningkatnya konektivitas|||103,00", "IKP 1.1|Rasio konektivitas|0,80|0,84|105,00", "IKP 1.2|Ketepatan waktu|90,00|90,90|101,00"))
		if s := l.Pengukuran.Sasaran; len(s) != 1 || len(s[0].Indikator) != 2 || s[0].Capaian.IsSet() && s[0].Capaian.Show() != want || !s[0].Capaian.IsSet() && want != "" {
			t.Errorf("%s: read %+v", heads, s)
		}
	}
}

// Columns of two years stand side by side; the report's year counts.
func TestBudgetOfTwoYears(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 1. Realisasi per Jenis Belanja\n\n"+table(
		"Jenis Belanja|2023|||2024||", "|Pagu|Realisasi|%|Pagu|Realisasi|%",
		"Belanja Pegawai|100|90|90,00|200|190|95,00", "Belanja Barang|100|80|80,00|300|240|80,00", "Jumlah|200|170|85,00|500|430|86,00"))
	if a := l.Anggaran[0]; a.Jumlah.Pagu.Show() != "500" || a.Baris[1].Realisasi.Show() != "240" {
		t.Errorf("read %s and %s", a.Jumlah.Pagu.Show(), a.Baris[1].Realisasi.Show())
	}
}

// A last row of amounts without a name is the total.
func TestTotalWithoutName(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 1. Realisasi Anggaran\n\n"+table("No|Program|Pagu|Realisasi", "1|Program Satu|100|90", "2|Program Dua|200|190", "||300|280"))
	if got := l.Anggaran[0].Jumlah.Realisasi.Show(); got != "280" {
		t.Errorf("the total is %q", got)
	}
}

// The same headings again are the same table on the next page, unless its total stands above them; a row cut in two has its
// figures on one of the pages.
func TestTablesWithTheSameHeadings(t *testing.T) {
	t.Parallel()
	head := "No|Program|Pagu (Rp)|Realisasi (Rp)"
	l, _ := recognised(t, cover+"Realisasi Anggaran DIPA 01\n\n"+table(head, "1|PROGRAM SATU|200|150", "2|PROGRAM DUA UNTUK||")+"\n"+
		table(head, "|Kabupaten|300|290", "|Jumlah|500|440")+"\nRealisasi Anggaran DIPA 04\n\n"+table(head, "1|PROGRAM TIGA|10|9", "|Jumlah|10|9"))
	if len(l.Anggaran) != 2 || len(l.Anggaran[0].Baris) != 2 || l.Anggaran[0].Baris[1].Uraian.S != "PROGRAM DUA UNTUK Kabupaten" || l.Anggaran[0].Baris[1].Pagu.Show() != "300" {
		t.Errorf("read %+v", l.Anggaran)
	}
}

// Below a date stand the post, on one or two lines, the name, the rank and the NIP.
func TestSignature(t *testing.T) {
	t.Parallel()
	for _, lines := range []string{
		"Kepala Dinas,\nANDI PERMANA, M.Si\nPembina Tk. I\n",
		"Kepala Dinas Perikanan\nKabupaten Muara Biru,\nANDI PERMANA, M.Si\nPembina Utama Muda (IV/c)\n",
		"KEPALA DINAS\nANDI PERMANA, M.Si\n",
	} {
		l, _ := recognised(t, cover+"Muara Biru, 14 Februari 2025\n"+lines+"NIP. 19720512 200112 1 003\n")
		if got := l.Pengesahan.Pejabat.S; got != "ANDI PERMANA, M.Si" || !strings.HasPrefix(strings.ToUpper(l.Pengesahan.Jabatan.S), "KEPALA DINAS") {
			t.Errorf("%q: signed by %q, %q", lines, got, l.Pengesahan.Jabatan.S)
		}
	}
}

// Money beside indicators is a budget table too; indicators of programmes and services are measured aside, under what they
// belong to.
func TestMoneyBesideIndicators(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, cover+"Tabel 1. Capaian Kinerja dan Anggaran Tahun 2024\n\n"+table(
		"No|Sasaran|Indikator Kinerja|Target|Realisasi|Capaian (%)|Program|Pagu (Rp)|Realisasi (Rp)|%",
		"1|Meningkatnya produksi|Produksi ikan|80|82|102,50|Program Perikanan|2.000|1.900|95,00")+
		"\nTabel 2. Capaian Kinerja Program Tahun 2024\n\n"+table("No|Program/Kegiatan|Indikator Kinerja|Target|Realisasi|Capaian (%)",
		"1|Program Perikanan|Jumlah kapal|10|9|90,00")+
		"\nTabel 3. Capaian SPM Tahun 2024\n\n"+table("No|Jenis Pelayanan|Target|Realisasi|Capaian", "1|Air bersih|100%|96,5%|96,5%"))
	var kinds []string
	for i := range seen {
		kinds = append(kinds, seen[i].Kind)
	}
	p := &l.Pengukuran
	if strings.Join(kinds, " ") != "pengukuran-anggaran capaian-program capaian-program" || len(p.Sasaran) != 1 || len(p.Tujuan) != 2 || len(l.Anggaran) != 1 {
		t.Fatalf("%v: %d objectives, %d goals, %d budgets", kinds, len(p.Sasaran), len(p.Tujuan), len(l.Anggaran))
	}
	i, row := p.Sasaran[0].Indikator[0], l.Anggaran[0].Baris[0]
	if i.Realisasi.Show() != "82" || i.Capaian.Show() != "102,50" || row.Uraian.S != "Program Perikanan" || row.Realisasi.Show() != "1.900" || row.Persen.Show() != "95,00" {
		t.Errorf("indicator %s %s, budget %s %s %s", i.Realisasi.Show(), i.Capaian.Show(), row.Uraian.S, row.Realisasi.Show(), row.Persen.Show())
	}
	if p.Tujuan[0].Uraian.S != "Program Perikanan" || p.Tujuan[1].Indikator[0].Nama.S != "Air bersih" {
		t.Errorf("aside: %q and %q", p.Tujuan[0].Uraian.S, p.Tujuan[1].Uraian.S)
	}
}

// Quarters above or below what they are quarters of are never the year.
func TestQuartersOfIndicators(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 1. Capaian Kinerja Triwulan Tahun 2024\n\n"+table(
		"No|Sasaran|Indikator Kinerja|Target|Triwulan I|||Triwulan II|||Realisasi|Capaian", "||||Target|Realisasi|Capaian|Target|Realisasi|Capaian||",
		"1|Meningkatnya produksi|Produksi ikan|90|40|41|102,50|90|88|97,78|89|98,89"))
	i := l.Pengukuran.Indikators()[0].Indikator
	if i.Target.Show() != "90" || i.Realisasi.Show() != "89" || i.Capaian.Show() != "98,89" || i.TargetTriwulan[1].Show() != "40" {
		t.Errorf("read %s %s %s, quarters %v", i.Target.Show(), i.Realisasi.Show(), i.Capaian.Show(), i.TargetTriwulan)
	}
}

// A table may say row by row what its figures are, with years as columns.
func TestLabelledRows(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 1. Capaian Kinerja Tahun 2024\n\n"+table("Sasaran|Indikator Kinerja|Uraian|2023|2024",
		"Meningkatnya produksi|Produksi ikan|Target|6|7", "||Realisasi|6,3|7,2", "||Capaian (%)|105,00|102,86"))
	i := l.Pengukuran.Indikators()[0].Indikator
	if got := strings.Join([]string{i.Target.Show(), i.Realisasi.Show(), i.Capaian.Show(), i.RiwayatTarget[2023].Show(), i.Riwayat[2023].Show()}, " "); got != "7 7,2 102,86 6 6,3" {
		t.Errorf("read %s", got)
	}
}

// A table with targets of several years is a plan, whatever its caption says; one of two years need not be.
func TestPlanOfSeveralYears(t *testing.T) {
	t.Parallel()
	for years, want := range map[string]int{"Target 2023|Target 2024|Target 2025": 1, "Target 2024|Target 2025": 0} {
		values := strings.Repeat("|84,00", strings.Count(years, "|")+1)
		l, _ := recognised(t, cover+"Tabel 2.1 Arah Kinerja Jangka Panjang Dinas\n\n"+table("No|Sasaran|Indikator|Sat|"+years, "1|Meningkatnya mutu|Nilai SKM|Nilai"+values))
		plan := l.Renstra.AllSasaran()
		if len(plan) != want {
			t.Errorf("%s: %d sasaran in the plan, want %d", years, len(plan), want)
			continue
		}
		if want > 0 && (plan[0].Indikator[0].Target[2025].Show() != "84,00" || plan[0].Indikator[0].Satuan.S != "Nilai") {
			t.Errorf("%s: read %+v", years, plan[0].Indikator[0])
		}
	}
}

// Money below "Uraian" is a budget, not what a programme has achieved, though the caption names programmes.
func TestBudgetBesideCapaian(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 3.1 Realisasi Anggaran per Program dan Kegiatan\n\n"+table("No|Uraian|Pagu (Rp)|Realisasi (Rp)|Capaian (%)",
		"1|Program A|2.000.000.000|1.900.000.000|95,00", "2|Program B|1.200.000.000|1.150.000.000|95,83"))
	if len(l.Anggaran) != 1 || len(l.Anggaran[0].Baris) != 2 {
		t.Errorf("read %+v", l.Anggaran)
	}
}

// Beside the final target alone, Capaian is that of the final target.
func TestFinalTargetAlone(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 1. Capaian Kinerja Tahun 2024\n\n"+table("Sasaran|Indikator Kinerja|Target|Realisasi|Capaian", "Meningkatnya produksi|Produksi ikan|10|9|90,00")+
		"\nTabel 2. Realisasi Kinerja terhadap Renstra\n\n"+table("Indikator Kinerja|Target Akhir Renstra (2026)|Realisasi s.d. 2024|Capaian (%)", "Produksi ikan|12|9|75,00"))
	if i := l.Pengukuran.Indikators()[0].Indikator; i.Capaian.Show() != "90,00" || i.CapaianAkhir.Show() != "75,00" {
		t.Errorf("capaian %s, of the final target %s", i.Capaian.Show(), i.CapaianAkhir.Show())
	}
}

// Causes and remedies belong to the objective whose indicator their row names.
func TestFactorsByIndicator(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 1. Capaian Kinerja Tahun 2024\n\n"+table("Sasaran|Indikator Kinerja|Target|Realisasi|Capaian",
		"Meningkatnya produksi|Produksi ikan|10|9|90,00", "Meningkatnya mutu|Nilai mutu|80|84|105,00")+
		"\nTabel 2. Analisis Penyebab\n\n"+table("Indikator|Faktor Penghambat|Solusi", "Produksi ikan|Cuaca|Asuransi", "Nilai mutu|Alat|Pelatihan"))
	for k, want := range []string{"Cuaca", "Alat"} {
		if got := l.Pengukuran.Sasaran[k].Analisis.Penyebab.S; got != want {
			t.Errorf("objective %d: cause %q, want %q", k+1, got, want)
		}
	}
}

// Targets in money are a budget, those of perkara or letters are not.
func TestTargetsOfMoney(t *testing.T) {
	t.Parallel()
	_, seen := recognised(t, cover+"Tabel 1. Realisasi Pendapatan\n\n"+table("No|Uraian|Target (Rp)|Realisasi (Rp)|%", "1|Retribusi|5.000.000|5.500.000|110,00")+
		"\nTabel 2. Penyelesaian Perkara\n\n"+table("Uraian|Target|Realisasi|Persentase", "Perkara selesai|120|132|110,00"))
	if seen[0].Kind != "anggaran" || seen[1].Kind != "capaian-program" {
		t.Errorf("read as %s and %s", seen[0].Kind, seen[1].Kind)
	}
}

// A worksheet with parts and criteria in one column of names: I and II are parts of A, the rest is below them. A criterion
// may be called one, and the total is the row of the result.
func TestWorksheetWithCriteria(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, "LEMBAR KERJA EVALUASI AKUNTABILITAS KINERJA DINAS PERHUBUNGAN TAHUN 2019\n\n"+table("No|Sub Komponen|Bobot|Y/T|Nilai",
		"A.|PERENCANAAN KINERJA (30%)|30|80%|24,00", "I.|RENCANA STRATEGIS (10%)|10|90%|9,00", "a.|PEMENUHAN RENSTRA (2%)|2|100%|2,00", "1|Kriteria renstra jelas||Y|1,00",
		"b.|KUALITAS RENSTRA (8%)|8|87,5%|7,00", "1|Tujuan berorientasi hasil||A|1,00", "II.|PERENCANAAN KINERJA TAHUNAN (20%)|20|75%|15,00", "a.|KUALITAS (20%)|20|75%|15,00",
		"B.|PENGUKURAN KINERJA (25%)|25|80%|20,00", "I.|PEMENUHAN (25%)|25|80%|20,00", "C.|PELAPORAN KINERJA (15%)|15|80%|12,00", "D.|EVALUASI INTERNAL (10%)|10|80%|8,00",
		"E.|CAPAIAN KINERJA (20%)|20|80%|16,00", "|HASIL EVALUASI AKUNTABILITAS KINERJA (100%)|100|80%|80,00"))
	if len(l.Penilaian) != 1 {
		t.Fatalf("%d assessments", len(l.Penilaian))
	}
	var got []string
	for i := range l.Penilaian[0].Komponen {
		k := &l.Penilaian[0].Komponen[i]
		got = append(got, k.Nilai.Node.Text)
		for j := range k.Komponen {
			got = append(got, "<"+k.Komponen[j].Nilai.Node.Text)
		}
	}
	if s := strings.Join(append(got, l.Penilaian[0].Jumlah.Nilai.Node.Text), " "); s != "24,00 <9,00 <15,00 20,00 <20,00 12,00 8,00 16,00 80,00" {
		t.Errorf("read %s", s)
	}
}
