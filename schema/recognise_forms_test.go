package schema

import (
	"slices"
	"strings"
	"testing"

	"lkjip/schema/source"
)

// Budgets of vertical agencies print what was spent up to last month, this month and in all, each in rupiah and percent.
func TestMonthsOfBudget(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, "LAPORAN REALISASI ANGGARAN DIPA (01)\n\nPENGADILAN NEGERI MUARA BIRU\n\nTAHUN ANGGARAN 2024\n\n"+table(
		"KODE|URAIAN|PAGU AWAL|PAGU REVISI|REALISASI S/D BULAN LALU||REALISASI BULAN INI||TOTAL REALISASI||SISA DANA|",
		"||||TOTAL|%|TOTAL|%|TOTAL|%|TOTAL|%",
		"51|Belanja Pegawai|9.000.000|10.000.000|8.000.000|80,00|1.000.000|10,00|9.000.000|90,00|1.000.000|10,00",
		"52|Belanja Barang|4.000.000|4.000.000|3.000.000|75,00|500.000|12,50|3.500.000|87,50|500.000|12,50",
		"JUMLAH||13.000.000|14.000.000|11.000.000|78,57|1.500.000|10,71|12.500.000|89,29|1.500.000|10,71"))
	if len(l.Anggaran) != 1 || len(l.Anggaran[0].Baris) != 2 {
		t.Fatalf("%+v", seen)
	}
	b := &l.Anggaran[0].Baris[1]
	got := []string{b.PaguMurni.Show(), b.Pagu.Show(), b.Realisasi.Show(), b.Persen.Show(), b.Sisa.Show()}
	if want := []string{"4.000.000", "4.000.000", "3.500.000", "87,50", "500.000"}; !slices.Equal(got, want) {
		t.Errorf("read %v, want %v", got, want)
	}
}

// Reports of physical and financial progress group plan, realisasi and deviation; only what was spent is realisasi.
func TestProgressOfWorks(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, "LAPORAN REALISASI FISIK DAN KEUANGAN\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU\n\nTAHUN ANGGARAN 2024\n\nPROGRAM : Program Perikanan\n\n"+table(
		"No|Uraian Kegiatan|DPA||Keuangan|||||||Fisik|",
		"||Rp|%|Rencana||Realisasi||Deviasi||Sisa Anggaran (Rp)|Rencana|Realisasi",
		"||||Rp|% KUM|Rp|% KUM|% KUM|% TTB|||",
		"1|Alat Tulis|4.000.000|40,00|4.000.000|100,00|3.000.000|75,00|-25,00|-10,00|1.000.000|100|80",
		"2|Bahan Bakar|6.000.000|60,00|6.000.000|100,00|6.000.000|100,00|0,00|0,00|0|100|100",
		"|JUMLAH|10.000.000|100,00|10.000.000||9.000.000|||-10,00|1.000.000||"))
	if len(l.Anggaran) != 1 || len(l.Anggaran[0].Baris) != 2 {
		t.Fatalf("%+v", seen)
	}
	b := &l.Anggaran[0].Baris[0]
	if got := strings.Join([]string{b.Pagu.Show(), b.Realisasi.Show(), b.Persen.Show(), b.Sisa.Show()}, " "); got != "4.000.000 3.000.000 75,00 1.000.000" {
		t.Errorf("read %s", got)
	}
}

// A balanced scorecard names perspectives over objectives over indicators, with weights of the indicators beside them.
func TestScorecard(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, "NILAI KINERJA ORGANISASI (NKO)\n\nKANTOR WILAYAH PERIKANAN MUARA BIRU\n\nTAHUN 2024\n\n"+table(
		"Kode SS/IKU|Sasaran Strategis/Indikator Kinerja Utama|Target|Realisasi|Polarisasi|Bobot IKU|Bobot Tertimbang|Indeks Capaian",
		"Customer Perspective||||||40%|102,00",
		"1|Pengguna layanan yang puas||||||102,00",
		"1a-CP|Indeks kepuasan|4,00|4,08|Max|100%||102,00",
		"Internal Process Perspective||||||60%|110,00",
		"2|Layanan yang cepat||||||110,00",
		"2a-N|Lama layanan (hari)|10|9|Min|100%||110,00",
		"Nilai Kinerja Organisasi|||||||106,80"))
	indicators := l.Pengukuran.Indikators()
	if len(indicators) != 2 || len(l.Rincian) != 1 || seen[0].Why.ID != "" {
		t.Fatalf("%d indicators, %d tables of details: %s", len(indicators), len(l.Rincian), seen[0].Why.ID)
	}
	i, parent := indicators[1].Indikator, indicators[1].Induk.S
	if got := parent + " " + i.Nama.S + " " + i.Target.Show() + " " + i.Realisasi.Show() + " " + i.Polaritas.S; got != "Layanan yang cepat Lama layanan (hari) 10 9 turun" {
		t.Errorf("read %s", got)
	}
}

// T, R and C under years and quarters are target, realisasi and capaian; results give the year where the title spans several.
func TestLettersUnderPeriods(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, "Perbandingan Target, Realisasi dan Capaian Kinerja Tahun 2023-2024\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU\n\n"+table(
		"No|Indikator Kinerja Sasaran|Satuan|2023|||2024||", "|||T|R|%|T|R|%", "1|Produksi ikan|ton|10|9|90,00|12|12|100,00"))
	i := l.Pengukuran.Indikators()[0].Indikator
	if got := i.Target.Show() + " " + i.Realisasi.Show() + " " + i.Riwayat[2023].Show() + " " + i.RiwayatTarget[2023].Show(); got != "12 12 9 10" || l.Tahun.Year() != 2024 {
		t.Errorf("read %s of %d", got, l.Tahun.Year())
	}
	l, _ = recognised(t, "MONITORING RENCANA AKSI\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU\n\nTAHUN 2024\n\n"+table(
		"No|Sasaran|Indikator Kinerja|Target Tahunan|Triwulan I||Triwulan II||Capaian (%)", "||||T|R|T|R|", "1|Meningkatnya produksi|Produksi ikan|12|5|4|12|9|75,00"))
	i = l.Pengukuran.Indikators()[0].Indikator
	if got := i.Target.Show() + " " + i.TargetTriwulan[1].Show() + " " + i.RealisasiTw[1].Show() + " " + i.RealisasiTw[2].Show(); got != "12 5 4 9" {
		t.Errorf("read %s", got)
	}
}

// What stands under Renstra beside the agreement is not a second statement of this year's figures.
func TestPlanGroupBesideAgreement(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, cover+"Tabel 3.1 Capaian Kinerja Tahun 2024\n\n"+table(
		"Sasaran/Indikator Kinerja|Satuan|PK 2024|||Renstra 2020-2024||", "||Target|Realisasi|Capaian (%)|Target 2024|Realisasi s.d. 2024|Capaian (%)",
		"Meningkatnya produksi|||||||", "Produksi ikan|ton|10|9|90,00|12|9|75,00", "Konsumsi ikan|kg|20|21|105,00|28|21|75,00"))
	if len(l.Rincian) != 1 || seen[0].Why.ID != "" {
		t.Errorf("%d tables of details, %s", len(l.Rincian), seen[0].Why.ID)
	}
}

// The page of an RKA says by its headings what it is, however much stands between it and its title.
func TestItemsOfRKA(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, "DINAS PERIKANAN KABUPATEN MUARA BIRU\n\nTAHUN ANGGARAN 2025\n\nAlokasi Tahun 2026 : Rp. 9.000.000\n\n"+table(
		"Kode Rekening|Uraian|Rincian Perhitungan||||Jumlah (Rp)", "||Koefisien|Satuan|Harga|PPN|",
		"5|BELANJA DAERAH|||||8.000.000", "5.1|BELANJA OPERASI|||||8.000.000", "5.1.02|Belanja Barang dan Jasa|||||8.000.000",
		"5.1.02.01.01.0024|Alat Tulis Kantor|||||3.000.000", "|Kertas|60 Rim|Rim|50.000|0|3.000.000",
		"5.1.02.02.01.0026|Jasa Tenaga|||||5.000.000", "|Honor|5 Orang|Orang|1.000.000|0|5.000.000", "|Jumlah Anggaran Sub Kegiatan :|||||8.000.000"))
	if len(l.Anggaran) != 1 || l.Anggaran[0].Baris[3].Pagu.Show() != "3.000.000" {
		t.Errorf("%+v", seen)
	}
}

// The performance of a puskesmas is printed as coverage, under numbers with formulas in brackets; letters name the groups.
func TestPerformanceOfPuskesmas(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, "PENILAIAN KINERJA PUSKESMAS\n\nPUSKESMAS MUARA BIRU\n\nTAHUN 2024\n\n"+table(
		"No|Upaya Kesehatan / Indikator|Target Tahun 2024 (dalam %)|Satuan Sasaran|Total Sasaran|Target Sasaran|Pencapaian (dalam satuan sasaran)|% Cakupan Riil|% Kinerja Puskesmas|Ketercapaian Target",
		"1|2|3|4|5|6 (3x5)|7|8 (7/5)|9 (7/6)|10",
		"A|UKM ESENSIAL||||||||", "A.1|Promosi Kesehatan||||||||", "1|Pengkajian PHBS|20%|Rumah tangga|1.000|200|210|21,00%|105,00%|Tercapai",
		"A.2|Kesehatan Ibu||||||||", "1|Kunjungan pertama|100%|Ibu hamil|400|400|380|95,00%|95,00%|Tidak tercapai"))
	indicators := l.Pengukuran.Indikators()
	if len(indicators) != 2 {
		t.Fatalf("%d indicators", len(indicators))
	}
	i := indicators[1].Indikator
	if got := strings.Join([]string{indicators[1].Induk.S, i.Satuan.S, i.Target.Show(), i.Realisasi.Show(), i.Capaian.Show()}, " "); got != "Kesehatan Ibu Ibu hamil 100% 95,00% 95,00%" {
		t.Errorf("read %s", got)
	}
}

// Quarters of a budget that nothing calls realisasi are those of the plan.
func TestQuartersOfDPA(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, "REKAPITULASI DOKUMEN PELAKSANAAN ANGGARAN BELANJA\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU TAHUN ANGGARAN 2025\n\n"+table(
		"Kode|||Uraian|Sumber Dana|Triwulan||||Jumlah", "Urusan|Bidang|Program|||I|II|III|IV|",
		"3|25|02|PROGRAM PERIKANAN|PAD|1.000.000|2.000.000|3.000.000|4.000.000|10.000.000", "|||JUMLAH||1.000.000|2.000.000|3.000.000|4.000.000|10.000.000"))
	if b := &l.Anggaran[0].Baris[0]; len(b.RealisasiTriwulan) != 0 || len(b.RencanaTriwulan) != 4 {
		t.Errorf("%+v", seen)
	}
}

// Codes of the state budget do not nest by dots; what they are tells their levels where the sums agree.
func TestLevelsOfStateBudget(t *testing.T) {
	t.Parallel()
	for name, c := range map[string][2]string{
		"alone": {"005.01.WA|Dukungan Manajemen|10\n1066|Pembinaan Administrasi|10\nEBA|Layanan Internal|10\nEBA.994|Layanan Perkantoran|10\n001|Gaji|7\n511111|Gaji Pokok|4\n511124|Beras|3\n002|Operasional|3\n521111|Keperluan|3",
			"program kegiatan keluaran rincian-output komponen rincian rincian komponen rincian"},
		"grouped": {"WA|Dukungan Manajemen|10\n1066|Pembinaan|10\n51|Belanja Pegawai|7\n511111|Gaji Pokok|4\n511124|Beras|3\n52|Belanja Barang|3\n521111|Keperluan|3",
			"program kegiatan akun rincian rincian akun rincian"},
		"behind each other": {"076.01.CQ|Pemilu|9\n6639|Tahapan|9\n6639.QGE|Fasilitasi|9\n6639.QGE.001|Pemungutan|5\n6639.QGE.002|Sosialisasi|4\n076.01.WA|Manajemen|3\n3355|Akuntabilitas|3\n3355.EBA|Layanan|3\n3355.EBA.994|Perkantoran|3",
			"program kegiatan keluaran rincian-output rincian-output program kegiatan keluaran rincian-output"},
		"no sums": {"WA|Dukungan Manajemen|10\n1066|Pembinaan|11\n51|Belanja Pegawai|9\n511111|Gaji Pokok|4", "   "},
	} {
		rows := append([]string{"Kode|Uraian|Pagu"}, strings.Split(c[0], "\n")...)
		l, _ := recognised(t, cover+"Tabel 4. Realisasi Anggaran Tahun 2024\n\n"+table(rows...))
		var levels []string
		for i := range l.Anggaran[0].Baris {
			levels = append(levels, l.Anggaran[0].Baris[i].Tingkat.S)
		}
		if got := strings.Join(levels, " "); got != c[1] {
			t.Errorf("%s: %s, want %s", name, got, c[1])
		}
	}
}

// A column of the year before is read as a detail too where the table says how its other columns are computed.
func TestColumnBesideFormulas(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 4. Realisasi Anggaran Tahun 2024\n\n"+table(
		"No|Uraian|Anggaran 2024|Realisasi 2024|Lebih (Kurang)|Realisasi 2023", "1|2|3|4|5 = 4 - 3|6",
		"5.1|Belanja Operasi|3.000.000|2.500.000|-500.000|2.000.000", "5.2|Belanja Modal|1.000.000|900.000|-100.000|800.000"))
	if len(l.Rincian) != 1 || l.Rincian[0].Kolom[len(l.Rincian[0].Kolom)-1].S != "Realisasi 2023" {
		t.Errorf("details %+v", l.Rincian)
	}
}

// The mean of each objective may stand in a column beside the capaian of its indicators, with its predikat; the target of the plan's
// end has results of its own; a goal across the table below the headings is no heading.
func TestColumnOfMeans(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 3.1 Capaian Kinerja Tahun 2024\n\n"+table(
		"Sasaran|Indikator|Target|Realisasi|Capaian (%)|Rata-rata Capaian Sasaran|Predikat",
		"Meningkatnya produksi|Produksi ikan|10|9|90,00|95,00|Baik", "|Produksi benih|20|20|100,00||", "Meningkatnya mutu|Nilai mutu|80|84|105,00|105,00|Sangat Baik"))
	s := l.Pengukuran.Sasaran[0]
	if s.Capaian.Show() != "95,00" || s.Predikat.S != "Baik" || s.Indikator[0].Predikat.IsSet() {
		t.Errorf("mean %s, predikat %q, of its indicator %q", s.Capaian.Show(), s.Predikat.S, s.Indikator[0].Predikat.S)
	}
	l, _ = recognised(t, cover+"Tabel 3.1 Capaian Kinerja Tahun 2024\n\n"+table(
		"No|Sasaran|Indikator|Tahun 2024|||Target Akhir RPJMD 2026||", "|||Target|Realisasi|Capaian|Target|Realisasi s.d. 2024|Capaian (%)",
		"1|Meningkatnya produksi|Produksi ikan|10|9|90,00|12|9|75,00"))
	i := l.Pengukuran.Indikators()[0].Indikator
	if got := i.Target.Show() + " " + i.TargetAkhir.Show() + " " + i.CapaianAkhir.Show(); got != "10 12 75,00" || i.TahunCapaian.IsSet() {
		t.Errorf("read %s", got)
	}
}

// Headings merged downwards end where they end: a name below them is the first row, merged over the table or not.
func TestNamesBelowHeadings(t *testing.T) {
	t.Parallel()
	for _, span := range []int{1, 4} {
		cells := func(texts ...string) []source.Cell {
			row := make([]source.Cell, 5)
			for i := range row {
				row[i] = source.Cell{Kind: source.String, Text: texts[i], Rows: 1, Cols: 1}
			}
			return row
		}
		upper := cells("No", "Tujuan / Sasaran", "Indikator", "Tahun 2024", "")
		for i := range 3 {
			upper[i].Rows = 2
		}
		upper[3].Cols, upper[4].Covered = 2, true
		name := cells("", "Tujuan 1: Meningkatkan produksi", "", "", "")
		name[1].Cols = span
		if at, n := findHead([][]source.Cell{upper, cells("", "", "", "Target", "Realisasi"), name, cells("1", "Meningkatnya mutu", "Nilai mutu", "80", "84")}); at != 0 || n != 2 {
			t.Errorf("name over %d columns: %d rows of headings", span, n)
		}
	}
}

// Columns are told by each other: codes beside the names of indicators, what was reached beside its share of the target, money of a
// source beside the budget; a total may be a mean too.
func TestColumnsOfOneName(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, "LAPORAN KINERJA FAKULTAS TEKNIK UNIVERSITAS MUARA BIRU\n\nTAHUN 2024\n\n"+table(
		"IKU|Indikator Kinerja Utama|Satuan|Baseline 2023|Target 2024|Capaian 2024|Gap|% Capaian",
		"IKU 1|Lulusan bekerja|%|61|65|68|3|104,62", "IKU 2|Mahasiswa di luar kampus|%|22|30|27|-3|90,00"))
	i := l.Pengukuran.Indikators()
	if len(i) != 2 || i[1].Indikator.Nama.S != "Mahasiswa di luar kampus" || i[1].Indikator.Realisasi.Show() != "27" || i[1].Indikator.Capaian.Show() != "90,00" {
		t.Errorf("%d indicators", len(i))
	}
	l, seen := recognised(t, cover+"Tabel 4. Realisasi Anggaran Tahun 2024\n\n"+table(
		"No|Program|Pagu|||Realisasi|||Sisa", "||Rupiah Murni|Hibah|Jumlah|Rupiah Murni|Hibah|Jumlah|",
		"1|Program Satu|1.000.000|4.000.000|5.000.000|900.000|4.000.000|4.900.000|100.000",
		"2|Program Dua|2.000.000|0|2.000.000|2.000.000|0|2.000.000|Rp. -",
		"|Jumlah / Rata-rata|3.000.000|4.000.000|7.000.000|2.900.000|4.000.000|6.900.000|100.000"))
	a := l.Anggaran[0]
	if b := &a.Baris[0]; b.PaguMurni.IsSet() || b.Pagu.Show() != "5.000.000" || b.Realisasi.Show() != "4.900.000" || a.Jumlah.Pagu.Show() != "7.000.000" {
		t.Errorf("%+v", seen)
	}
}

// Rows of targets and results of several years are of the last one, whatever span the title gives.
func TestYearOfResults(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, "PERKEMBANGAN CAPAIAN INDIKATOR TAHUN 2023-2024\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU\n\n"+table(
		"Indikator|Uraian|2023|2024", "Produksi ikan|Target|10|12", "|Realisasi|9|12", "|Capaian (%)|90,00|100,00", "Konsumsi ikan|Target|20|22", "|Realisasi|20|11", "|Capaian (%)|100,00|50,00"))
	if i := l.Pengukuran.Indikators(); l.Tahun.Year() != 2024 || len(i) != 2 || i[1].Indikator.Riwayat[2023].Show() != "20" {
		t.Errorf("year %d, %d indicators", l.Tahun.Year(), len(i))
	}
}

// A dot before three digits is read by its own table: numbers with decimal dots in another one do not make it a decimal mark; codes are
// no figures.
func TestDotsByTable(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 5. Luas Lahan\n\n"+table("Uraian|Luas (Ha)|Panen (Ha)", "Sawah|12.5|10.4", "Ladang|8.25|7.5")+
		"\nTabel 6. Sarana Perikanan\n\n"+table("Kode|Uraian|Target Kapal|Jumlah Kapal", "1.06|Pantai Timur|1.250|900", "1.07|Pantai Barat|400|380"))
	r := l.Rincian[1]
	if got := r.Baris[0].Angka[1].Value.RatString(); got != "1250" || r.Kolom[0].S != "Target Kapal" {
		t.Errorf("column %q begins with %s", r.Kolom[0].S, got)
	}
}

// Below a table of a sheet sources, remarks and signatures may follow at once; they are no indicators.
func TestFootOfSheet(t *testing.T) {
	t.Parallel()
	row := func(texts ...string) *baris {
		b := &baris{}
		for _, text := range texts {
			b.cells = append(b.cells, source.Cell{Kind: source.String, Text: text})
		}
		return b
	}
	for name, c := range map[string]struct {
		rows []*baris
		want int
	}{
		"remarks":      {[]*baris{row("1", "Produksi ikan", "10"), row("", "Sumber: data diolah", ""), row("", "Kepala Dinas", "")}, 1},
		"groups":       {[]*baris{row("", "Meningkatnya mutu", ""), row("1", "Nilai mutu", "80"), row("", "Catatan: sementara", "")}, 2},
		"a split name": {[]*baris{row("1", "Nilai mutu", "80"), row("", "hasil perikanan", "")}, 2},
		"names alone":  {[]*baris{row("", "Nilai mutu", ""), row("", "Nilai gizi", "")}, 2},
	} {
		tb := &tabel{place: source.Place{Sheet: "Capaian"}, rows: c.rows}
		if tb.dropFoot(); len(tb.rows) != c.want {
			t.Errorf("%s: %d rows, want %d", name, len(tb.rows), c.want)
		}
	}
}

// A line of its own may give the reason of a revised agreement.
func TestReasonInALine(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Perjanjian Kinerja Perubahan Tahun 2024\n\n"+table("No|Sasaran|Indikator Kinerja|Target", "1|Meningkatnya produksi|Produksi ikan|12")+
		"\nAlasan perubahan: penyesuaian target pada RKPD Perubahan\n")
	if got := l.PerjanjianKinerja[0].Alasan.S; got != "penyesuaian target pada RKPD Perubahan" {
		t.Errorf("reason %q", got)
	}
}

// A cell that shows fewer decimals than it holds stands for what rounds to it, and as a target for what it holds.
func TestRoundedByFormat(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		raw, text string
		want      string
	}{{"4.55", "4.6", "91/20"}, {"0.9973", "99,73%", ""}, {"0.9973", "100%", "9973/100"}, {"", "4.6", ""}, {"4.50", "4.5", ""}} {
		root := &source.Node{Kind: source.Map}
		n := &source.Node{Kind: source.Number, Text: c.text, Raw: c.raw}
		if strings.HasSuffix(c.text, "%") {
			n.Kind = source.String
		}
		root.Add("rata_rata_capaian", source.Place{}, n)
		whole := &source.Node{Kind: source.Map}
		whole.Add("pengukuran", source.Place{}, root)
		l, _ := Decode(whole)
		got := ""
		if v := l.Pengukuran.RataRata.Stored(); v != nil {
			got = v.RatString()
		}
		if got != c.want || l.Pengukuran.RataRata.Rounded() != (c.want != "") {
			t.Errorf("%s shown as %s: stored %q, want %q", c.raw, c.text, got, c.want)
		}
	}
}
