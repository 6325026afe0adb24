package schema

import (
	"strings"
	"testing"

	"lkjip/schema/source"
)

// Layouts that other agencies use, each reduced to the rows that show it: what is read from them.
func TestBudgetLayouts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string // code, level, name, pagu, realisasi, persen of each row and of the total
	}{
		{"titles above the headings, A / I / 1.1, percentages as fractions",
			"REALISASI ANGGARAN TAHUN 2024\n\n" + table(
				"NO|PROGRAM / KEGIATAN / SUB KEGIATAN|PAGU|REALISASI S/D DESEMBER|%",
				"A|PROGRAM TATA KELOLA|300.000.000|150.000.000|0,5",
				"I|Kegiatan Administrasi|300.000.000|150.000.000|0,5",
				"1.1|Sub Kegiatan Kearsipan|100.000.000|70.000.000|0,7",
				"1.2|Sub Kegiatan Rapat|200.000.000|80.000.000|0,4",
				"B|PROGRAM INFORMASI|90.000.000|29.997.000|0,3333",
				"JUMLAH||390.000.000|179.997.000|0,4615"),
			[]string{"A program PROGRAM TATA KELOLA 300.000.000 150.000.000 50%", "I kegiatan Kegiatan Administrasi 300.000.000 150.000.000 50%",
				"1.1 sub-kegiatan Sub Kegiatan Kearsipan 100.000.000 70.000.000 70%", "1.2 sub-kegiatan Sub Kegiatan Rapat 200.000.000 80.000.000 40%",
				"B program PROGRAM INFORMASI 90.000.000 29.997.000 33,33%", "   390.000.000 179.997.000 46,15%"}},
		{"four columns of codes, merged headings of two rows",
			"Tabel 3.3. Realisasi Anggaran Tahun 2024\n\n" + table(
				"Kode||||Uraian|Anggaran||Realisasi||Sisa",
				"|||||Murni|Perubahan|Rp|%|",
				"3|27|02||Program Sarana Pertanian|1.100|1.250|1.200|96,00|50",
				"|||2.01|Pengawasan Sarana|1.100|1.250|1.200|96,00|50",
				"3|27|03||Program Perlindungan Tanaman|700|750|700|93,33|50",
				"|JUMLAH||||1.800|2.000|1.900|95,00|100"),
			[]string{"3.27.02  Program Sarana Pertanian 1.250 1.200 96,00", "3.27.02.2.01  Pengawasan Sarana 1.250 1.200 96,00",
				"3.27.03  Program Perlindungan Tanaman 750 700 93,33", "   2.000 1.900 95,00"}},
		{"names of each level in a column of their own",
			"Tabel 4. Realisasi Anggaran Tahun 2024\n\n" + table(
				"Program|Kegiatan|Sub Kegiatan|Pagu Anggaran (Rp)|Realisasi Keuangan (Rp)|Persentase",
				"Program Perikanan|||200|150|75,00",
				"|Pengelolaan Tangkap||200|150|75,00",
				"||Pelabuhan|200|150|75,00"),
			[]string{" program Program Perikanan 200 150 75,00", " kegiatan Pengelolaan Tangkap 200 150 75,00", " sub-kegiatan Pelabuhan 200 150 75,00"}},
		{"codes in columns called after what they stand for, shares beside amounts, the year before first",
			"Tabel 3.3. Realisasi Anggaran Tahun 2024\n\n" + table(
				"Kode|||Program/Kegiatan|Pagu|Realisasi 2023|Realisasi 2024||Sisa|Fisik (%)",
				"Program|Kegiatan|Sub Kegiatan||||Keuangan (Rp)|Keuangan (%)||",
				"02|||Program Sarana|1.250|900|1.200|96,00|50|100",
				"02|2.01||Pengawasan|1.250|900|1.200|96,00|50|100",
				"02|2.01|0001|Pengawasan Sarana|1.250|900|1.200|96,00|50|100",
				"|||T O T A L|1.250|900|1.200|96,00|50|100"),
			[]string{"02  Program Sarana 1.250 1.200 96,00", "02.2.01  Pengawasan 1.250 1.200 96,00",
				"02.2.01.0001  Pengawasan Sarana 1.250 1.200 96,00", "   1.250 1.200 96,00"}},
		{"numbers that only count the rows, one column that does not add up",
			"Tabel 3.3. Realisasi Anggaran Tahun 2024\n\n" + table(
				"No|Uraian|Pagu|Realisasi|%",
				"1|Sarana|300|150|50,00", "2|Pengawasan|300|160|53,33", "3|Kios|100|70|70,00", "4|Pupuk|200|80|40,00",
				"5|Umum|90|30|33,33", "6|Rapat|90|30|33,33", "7|Makan|90|30|33,33",
				"|JUMLAH BELANJA DAERAH|390|180|46,15", "|SURPLUS / (DEFISIT)|-390|-180|"),
			[]string{" program Sarana 300 150 50,00", " kegiatan Pengawasan 300 160 53,33", " sub-kegiatan Kios 100 70 70,00", " sub-kegiatan Pupuk 200 80 40,00",
				" program Umum 90 30 33,33", " kegiatan Rapat 90 30 33,33", " sub-kegiatan Makan 90 30 33,33", "   390 180 46,15"}},
		{"groups that end with a subtotal, their numbering starting anew",
			"Tabel 3.3. Realisasi Anggaran Tahun 2024\n\n" + table(
				"No|Uraian|Pagu|Realisasi|%",
				"|PROGRAM SARANA|||", "1|Pengawasan|300|150|50,00", "2|Pupuk|100|80|80,00", "|Sub Jumlah|400|230|57,50",
				"|PROGRAM UMUM|||", "1|Rapat|90|30|33,33", "|Jumlah|90|30|33,33", "|Jumlah Total|490|260|53,06"),
			[]string{" program PROGRAM SARANA 400 230 57,50", " kegiatan Pengawasan 300 150 50,00", " kegiatan Pupuk 100 80 80,00",
				" program PROGRAM UMUM 90 30 33,33", " kegiatan Rapat 90 30 33,33", "   490 260 53,06"}},
		{"the total above its rows",
			"Tabel 3.3. Realisasi Anggaran Tahun 2024\n\n" + table(
				"Kode|Uraian|Pagu|Realisasi|%", "|JUMLAH|490|260|53,06", "1|Sarana|400|230|57,50", "2|Umum|90|30|33,33"),
			[]string{"1  Sarana 400 230 57,50", "2  Umum 90 30 33,33", "   490 260 53,06"}},
		{"a name that goes on in the next row",
			"Tabel 4. Realisasi Anggaran Tahun 2024\n\n" + table(
				"Kode|Uraian|Pagu|Realisasi|%",
				"1|Penyediaan Jasa Komunikasi, Sumber Daya|10|5|50,00",
				"|air, dan listrik|||",
				"2|Rapat|10|5|50,00"),
			[]string{"1  Penyediaan Jasa Komunikasi, Sumber Daya air, dan listrik 10 5 50,00", "2  Rapat 10 5 50,00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			l, seen := recognised(t, cover+c.text)
			if len(l.Anggaran) != 1 {
				t.Fatalf("no budget: %+v", seen)
			}
			var got []string
			line := func(b *BarisAnggaran) {
				got = append(got, strings.Join([]string{b.Kode.S, b.Tingkat.S, b.Uraian.S, b.Pagu.Show(), b.Realisasi.Show(), b.Persen.Show()}, " "))
			}
			for i := range l.Anggaran[0].Baris {
				line(&l.Anggaran[0].Baris[i])
			}
			if l.Anggaran[0].Jumlah.Node != nil {
				line(&l.Anggaran[0].Jumlah)
			}
			if a, b := strings.Join(got, "\n"), strings.Join(c.want, "\n"); a != b {
				t.Errorf("read\n%s\nwant\n%s", a, b)
			}
		})
	}
}

// table writes rows with tabs.
func table(rows ...string) string {
	return strings.ReplaceAll(strings.Join(rows, "\n"), "|", "\t") + "\n"
}

// A section with a total of its own is a table of its own: revenue and expenditure do not add up to one.
func TestSectionsOfBudget(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, cover+"Tabel 3.3. Laporan Realisasi Anggaran Tahun 2024\n\n"+table(
		"Kode|Uraian|Anggaran|Realisasi|%",
		"4|PENDAPATAN DAERAH|100|90|90,00", "4.1|Retribusi|100|90|90,00", "|JUMLAH PENDAPATAN|100|90|90,00",
		"5|BELANJA DAERAH|300|150|50,00", "5.1|Belanja Operasi|300|150|50,00", "|JUMLAH BELANJA|300|150|50,00", "|SURPLUS/(DEFISIT)|-200|-60|30,00"))
	if len(l.Anggaran) != 2 || len(l.Anggaran[1].Baris) != 2 || l.Anggaran[0].Jumlah.Pagu.Show() != "100" || l.Anggaran[1].Jumlah.Pagu.Show() != "300" {
		t.Fatalf("%d tables: %+v", len(l.Anggaran), seen)
	}
}

// Money in thousands is declared in a caption or a heading, and printed 1 is then worth 1,000.
func TestMoneyInThousands(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Tabel 3.3. Realisasi Anggaran Tahun 2024 (dalam ribuan rupiah)\n\n" + table("No|Program|Pagu|Realisasi", "1|Program Satu|1.250|1.000"),
		"Tabel 3.3. Realisasi Anggaran Tahun 2024\n\n" + table("No|Program|Pagu (Rp ribu)|Realisasi (Rp ribu)", "1|Program Satu|1.250|1.000"),
	} {
		l, _ := recognised(t, cover+text)
		if got := l.Anggaran[0].Baris[0].Pagu.Value.RatString(); got != "1250000" {
			t.Errorf("the budget is %s in\n%s", got, text)
		}
	}
}

// Years in merged headings tell this year's figures from those before; rows below the first name no objective again.
func TestYearsUnderMergedHeadings(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 3.2. Capaian Kinerja Tahun 2024\n\n"+table(
		"No|Sasaran Strategis|Indikator Kinerja|Satuan|Tahun 2023|||Tahun 2024|||Target Akhir Renstra (2026)|Tingkat Kemajuan",
		"||||Target|Realisasi|%|Target|Realisasi|%||",
		"1|Meningkatnya produksi|Produksi ikan|ton|10|9|90,00|12|12|100,00|15|80,00",
		"|| Konsumsi ikan|kg|20|20|100,00|22|11|50,00|25|44,00",
		"|Rata-rata|||||||| 75,00||"))
	indicators := l.Pengukuran.Indikators()
	if len(indicators) != 2 {
		t.Fatalf("%d indicators", len(indicators))
	}
	i := indicators[1].Indikator
	for _, c := range []struct {
		what string
		got  *Figure
		want string
	}{{"target", &i.Target, "22"}, {"realisasi", &i.Realisasi, "11"}, {"capaian", &i.Capaian, "50,00"}, {"realisasi 2023", i.Riwayat[2023], "20"},
		{"target 2023", i.RiwayatTarget[2023], "20"}, {"capaian 2023", i.RiwayatCapaian[2023], "100,00"},
		{"target akhir", &i.TargetAkhir, "25"}, {"capaian akhir", &i.CapaianAkhir, "44,00"}, {"mean", &l.Pengukuran.RataRata, "75,00"}} {
		if c.got == nil || c.got.Show() != c.want {
			t.Errorf("%s is %v, want %s", c.what, c.got, c.want)
		}
	}
	if indicators[1].Induk.S != "Meningkatnya produksi" || i.Satuan.S != "kg" {
		t.Errorf("the second indicator belongs to %q, unit %q", indicators[1].Induk.S, i.Satuan.S)
	}
}

// The form of an evaluation of the Renja has three rows of headings, amounts beside performance, and formulas among the column
// numbers.
func TestEvaluationOfRenja(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, "EVALUASI TERHADAP HASIL RENJA\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU\n\nTAHUN 2024\n\n"+table(
		"No|Program/Kegiatan|Indikator Kinerja|Target Renstra PD Tahun 2026||Target Kinerja dan Anggaran Renja PD Tahun 2024||Realisasi Kinerja Pada Triwulan||||||||Realisasi Capaian Kinerja dan Anggaran Renja PD yang dievaluasi|",
		"|||||||I||II||III||IV|||",
		"|||K|Rp|K|Rp|K|Rp|K|Rp|K|Rp|K|Rp|K|Rp",
		"1|2|3|4||5||6||7||8||9||10 = 6+7+8+9|",
		"1|Program Perikanan|Produksi|100|5.000|20|1.000|5|200|5|210|5|220|5|230|20|860"))
	if len(l.Anggaran) != 1 || len(l.Anggaran[0].Baris) != 1 {
		t.Fatalf("%+v", seen)
	}
	b := l.Anggaran[0].Baris[0]
	if b.Pagu.Show() != "1.000" || b.Realisasi.Show() != "860" || b.RealisasiTriwulan[3] == nil || b.RealisasiTriwulan[3].Show() != "220" {
		t.Errorf("pagu %s, realisasi %s, quarters %v", b.Pagu.Show(), b.Realisasi.Show(), b.RealisasiTriwulan)
	}
}

// In a realisation by kind of expenditure the amounts of a row belong to different sums: a table for each kind.
func TestKindsOfExpenditure(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, "LAPORAN REALISASI ANGGARAN\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU\n\nTAHUN ANGGARAN 2024\n\n"+table(
		"Kode|Uraian|Belanja Operasi||Belanja Modal|",
		"||Anggaran|Realisasi|Anggaran|Realisasi",
		"3.25.02|Program Perikanan|900|800|100|90",
		"|Jumlah|900|800|100|90"))
	if len(l.Anggaran) != 2 {
		t.Fatalf("%+v", seen)
	}
	for i, want := range []string{"Belanja operasi 900 800", "Belanja modal 100 90"} {
		a := l.Anggaran[i]
		if got := a.Nama.S + " " + a.Baris[0].Pagu.Show() + " " + a.Jumlah.Realisasi.Show(); got != want {
			t.Errorf("table %d reads %q, want %q", i+1, got, want)
		}
	}
}

// A worksheet of an AKIP evaluation has subcomponents below each component, and no total among the components.
func TestEvaluationSheet(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, "KERTAS KERJA EVALUASI AKIP TAHUN 2024\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU\n\n"+table(
		"Kode|No|Komponen|Sub Komponen|Bobot|Nilai Mandiri",
		"AREN01|A|Perencanaan Kinerja||30|24",
		"AREN001|||Pemenuhan|6|5",
		"AREN002|||Kualitas|9|7",
		"BKUR01|B|Pengukuran Kinerja||30|20",
		"|Nilai Akuntabilitas Kinerja|||60|44"))
	if len(l.Penilaian) != 1 {
		t.Fatalf("%+v", seen)
	}
	p := l.Penilaian[0]
	if p.Skema.S != "akip-2021" || p.Tahun.Year() != 2024 || len(p.Komponen) != 2 || len(p.Komponen[0].Komponen) != 2 || p.Jumlah.Nilai.Show() != "44" {
		t.Errorf("%s %d: %d components, %d below the first, total %s", p.Skema.S, p.Tahun.Year(), len(p.Komponen), len(p.Komponen[0].Komponen), p.Jumlah.Nilai.Show())
	}
}

// Figures without targets are those of goals: a table of macro indicators has years and a change alone. They keep their order.
func TestIndicatorsWithoutTargets(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 1. Capaian Kinerja Makro Tahun 2024\n\n"+table(
		"No|Indikator Kinerja|Tahun 2023|Tahun 2024|Perubahan (%)",
		"1|IPM|71,43|71,61|0,25", "2|Angka Kemiskinan|9,57|9,53|-0,42", "3|Gini|0,267|0,262|-1,87"))
	if len(l.Pengukuran.Tujuan) != 1 || len(l.Pengukuran.Sasaran) != 0 || len(l.Pengukuran.Tujuan[0].Indikator) != 3 {
		t.Fatalf("read %+v", l.Pengukuran)
	}
	for k, want := range []string{"IPM 71,43 71,61 0,25", "Angka Kemiskinan 9,57 9,53 -0,42", "Gini 0,267 0,262 -1,87"} {
		i := l.Pengukuran.Tujuan[0].Indikator[k]
		if got := strings.Join([]string{i.Nama.S, i.Riwayat[2023].Show(), i.Realisasi.Show(), i.Perubahan.Show()}, " "); got != want {
			t.Errorf("indicator %d reads %q, want %q", k+1, got, want)
		}
	}
}

// An empty cell that reaches down beside the rows makes no headings of them.
func TestEmptyCellBesideRows(t *testing.T) {
	t.Parallel()
	row := func(texts ...string) (cells []source.Cell) {
		for _, text := range texts {
			cells = append(cells, source.Cell{Kind: source.String, Text: text})
		}
		return append(cells, source.Cell{})
	}
	rows := [][]source.Cell{row("No", "Indikator", "Target"), row("1", "Nilai SKM", "84,00"), row("2", "Nilai SAKIP", "70,00")}
	rows[0][3].Rows = 3
	if at, n := findHead(rows); at != 0 || n != 1 {
		t.Errorf("headings are %d rows from %d on", n, at)
	}
}

// A target of one later year beside what is reached by now is the plan's final one, and the percentage is one of it; two years
// in the heading of a percentage tell which target it is of.
func TestTargetOfLaterYear(t *testing.T) {
	t.Parallel()
	for heads, want := range map[string]string{
		"Target Tahun 2026|Realisasi s/d 2024|% Capaian":                                        "- - 80 64 80,00",
		"Target 2026|Realisasi 2024|Persentase Realisasi 2024 terhadap Target 2026":             "- - 80 64 80,00",
		"Target 2026|Realisasi 2024|Realisasi terhadap Target Jangka Menengah (%)":              "- - 80 64 80,00",
		"Target 2024|Realisasi 2024|Persentase Realisasi 2024 terhadap Target 2024":             "80 80,00 - 64 -",
		"Target|Realisasi|Realisasi terhadap Target (%)":                                        "80 80,00 - 64 -",
		"Target Akhir Renstra (2026)|Realisasi 2024|Capaian 2024 terhadap Target Akhir Renstra": "- - 80 64 80,00",
	} {
		l, _ := recognised(t, cover+"Tabel 3.4. Perbandingan Realisasi Kinerja\n\n"+table("No|Indikator Kinerja|"+heads, "1|Nilai Mutu|80|64|80,00"))
		i := l.Pengukuran.Indikators()[0].Indikator
		var got []string
		for _, f := range []*Figure{&i.Target, &i.Capaian, &i.TargetAkhir, &i.Realisasi, &i.CapaianAkhir} {
			if got = append(got, "-"); f.IsSet() {
				got[len(got)-1] = f.Show()
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", heads, s, want)
		}
	}
}

// Words nobody knows are headings where they are merged as headings are: down beside those below, and across over others.
func TestMergedHeadOfUnknownWords(t *testing.T) {
	t.Parallel()
	grid := func(high int) [][]source.Cell {
		row := func(texts ...string) (cells []source.Cell) {
			for _, text := range texts {
				cells = append(cells, source.Cell{Kind: source.String, Text: text, Rows: 1, Cols: 1})
			}
			return cells
		}
		rows := [][]source.Cell{row("Instalasi", "Semester", "", "Semua"), row("", "I", "II", ""), row("Rawat Jalan", "11.840", "12.105", "23.945"), row("Rawat Inap", "1.902", "2.011", "3.913")}
		rows[0][0].Rows, rows[0][1].Cols, rows[0][3].Rows = high, 2, high
		return rows
	}
	if at, n := findHead(grid(2)); at != 0 || n != 2 {
		t.Errorf("headings are %d rows from %d on", n, at)
	}
	if _, n := findHead(grid(3)); n != 0 {
		t.Errorf("%d rows with figures among them are headings", n)
	}
}
