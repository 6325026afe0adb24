package schema

import (
	"slices"
	"strings"
	"testing"

	"lkjip/schema/source"
)

// In a worksheet with one column of names, codes tell the parts of a component, and the criteria below them are not counted; without
// codes the weights do.
func TestEvaluationSheetInOneColumn(t *testing.T) {
	t.Parallel()
	sheet := []string{"No|Komponen/Sub Komponen/Kriteria|Bobot|Jawaban|Nilai",
		"1|PERENCANAAN KINERJA|30||23,1", "1.a|Dokumen telah tersedia|6|BB|4,8", "1|Terdapat pedoman||Ya|", "2|Terdapat Renstra||Ya|", "1.b|Dokumen memenuhi standar|9|B|6,3", "1.c|Perencanaan dimanfaatkan|15|BB|12",
		"2|PENGUKURAN KINERJA|30||22,2", "2.a|Pengukuran dilakukan|6|A|5,4", "2.b|Pengukuran menjadi kebutuhan|9|B|6,3", "2.c|Pengukuran menjadi dasar|15|B|10,5",
		"3|PELAPORAN KINERJA (15%)|15||11,55", "3.a|Laporan tersedia|3|A|2,7", "3.b|Laporan memenuhi standar|4,5|BB|3,6", "3.c|Laporan berdampak|7,5|B|5,25",
		"4|EVALUASI AKUNTABILITAS KINERJA INTERNAL|25||18", "4.a|Evaluasi dilaksanakan|5|BB|4", "4.b|Evaluasi berkualitas|7,5|B|5,25", "4.c|SAKIP meningkat|12,5|B|8,75",
		"|NILAI AKUNTABILITAS KINERJA|100||74,85", "|PREDIKAT|||BB"}
	for _, codes := range []bool{true, false} {
		rows := slices.Clone(sheet)
		for i := range rows {
			if code, rest, _ := strings.Cut(rows[i], "|"); !codes && i > 0 && strings.Contains(code, ".") {
				rows[i] = "|" + rest
			}
		}
		l, seen := recognised(t, "KERTAS KERJA EVALUASI AKIP TAHUN 2024\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU\n\n"+table(rows...))
		if len(l.Penilaian) != 1 || len(l.Penilaian[0].Komponen) != 4 {
			t.Fatalf("%+v", seen)
		}
		p := l.Penilaian[0]
		for i := range p.Komponen {
			if len(p.Komponen[i].Komponen) != 3 {
				t.Errorf("codes %v: %s has %d parts", codes, p.Komponen[i].Nama.S, len(p.Komponen[i].Komponen))
			}
		}
		if p.Jumlah.Nilai.Show() != "74,85" || p.Predikat.S != "BB" {
			t.Errorf("total %s, predikat %s", p.Jumlah.Nilai.Show(), p.Predikat.S)
		}
	}
}

// Tables may follow each other without a blank row.
func TestTablesWithoutBlankRow(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, cover+"Perjanjian Kinerja Tahun 2024\n\n"+table(
		"No|Sasaran|Indikator Kinerja|Satuan|Target", "1|Meningkatnya produksi|Produksi ikan|ton|12",
		"No|Program|Anggaran|Keterangan|", "1|Program Perikanan|500|APBD|", "|Jumlah|500||"))
	if len(l.PerjanjianKinerja) != 1 || len(l.PerjanjianKinerja[0].Sasaran) != 1 || len(l.PerjanjianKinerja[0].Program) != 1 {
		t.Errorf("%+v", seen)
	}
}

// A column of texts in English notation throughout is read so; a single one is a damaged number.
func TestEnglishColumn(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 4. Realisasi Anggaran Tahun 2024\n\n"+table(
		"No|Program|Pagu|Realisasi", "1|Program Satu|1,852,840,000|1,805,333,250.00", "2|Program Dua|52,000|(50,000.00)", "|Jumlah|1,852,892,000|1,805,283,250.00"))
	b := l.Anggaran[0].Baris
	if got := b[0].Realisasi.Value.RatString() + " " + b[1].Pagu.Value.RatString() + " " + b[1].Realisasi.Value.RatString(); got != "1805333250 52000 -50000" {
		t.Errorf("read %s", got)
	}
	blocks, _ := source.TextBlocks("a.txt", []byte(cover+"Tabel 4. Realisasi Anggaran Tahun 2024\n\n"+table("No|Program|Pagu|Realisasi", "1|Program Satu|21,276,070,424,00|1.000.000", "2|Program Dua|2.000.000|1.000.000")))
	root, _, _ := Recognise("a.txt", blocks)
	if n := root.Get("anggaran").Get("baris").Items[0].Get("pagu"); n.Kind != source.String || n.Text != "21,276,070,424,00" {
		t.Errorf("a damaged number became %+v", n)
	}
}

// A recapitulation of the DPA prints a column for each kind of expenditure and one for all; each is a table.
func TestRecapitulationOfDPA(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, "REKAPITULASI DOKUMEN PELAKSANAAN ANGGARAN\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU\n\nTAHUN ANGGARAN 2024\n\n"+table(
		"Kode|||Uraian|Sumber Dana|Tahun N-1 (2023)|Jumlah Tahun 2024|||Tahun N+1 (2025)",
		"Urusan|Bidang|Program||||Belanja Operasi|Belanja Modal|Jumlah|",
		"3|25|02|Program Perikanan|DAU|90|80|20|100|110", "Jumlah|||||90|80|20|100|110"))
	if len(l.Anggaran) != 3 {
		t.Fatalf("%d tables: %+v", len(l.Anggaran), seen)
	}
	for i, want := range []string{"Belanja operasi 3.25.02 80 80", "Belanja modal 3.25.02 20 20", " 3.25.02 100 100"} {
		a := l.Anggaran[i]
		if got := a.Nama.S + " " + a.Baris[0].Kode.S + " " + a.Baris[0].Pagu.Show() + " " + a.Jumlah.Pagu.Show(); got != want {
			t.Errorf("table %d reads %q, want %q", i+1, got, want)
		}
	}
}

// Titles say up to when a table counts: tables of different months are not the same facts.
func TestPeriodOfBudget(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Keadaan s.d. 31 Desember 2024": " 31 Desember 2024", "BULAN JANUARI TAHUN 2024": "BULAN JANUARI TAHUN 2024 ",
		"s/d Bulan Desember 2024": " 31 Desember 2024", "Triwulan III Tahun 2024": "Triwulan III Tahun 2024 ", "Tahun Anggaran 2024": " "} {
		l, _ := recognised(t, "REALISASI ANGGARAN\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU\n\nTAHUN ANGGARAN : 2024\n\n"+title+"\n\n"+table(
			"No|Program|Pagu|Realisasi s.d. Bulan Lalu|Realisasi Bulan Ini|Realisasi s.d. Bulan Ini", "1|Program Satu|100|20|10|30"))
		a := l.Anggaran[0]
		day := ""
		if n := a.Node.Get("per_tanggal"); n != nil {
			day = n.Text
		}
		if got := a.Nama.S + " " + day; got != want || a.Baris[0].Realisasi.Show() != "30" || l.Tahun.Year() != 2024 {
			t.Errorf("%s: read %q, realisasi %s", title, got, a.Baris[0].Realisasi.Show())
		}
	}
}

// What a budget before its change is called depends on what stands beside it; of several years the report's counts.
func TestColumnsBesideEachOther(t *testing.T) {
	t.Parallel()
	for head, want := range map[string]string{
		"No|Program|DPA|Realisasi":                                             "nomor uraian pagu realisasi",
		"No|Program|Pagu DPA|Pagu DPPA|Realisasi SP2D":                         "nomor uraian pagu_murni pagu realisasi",
		"No|Program|APBD 2024|APBD-P 2024|Realisasi s.d. Triwulan IV|%":        "nomor uraian pagu_murni pagu realisasi persen",
		"No|Program|Anggaran 2023|Realisasi 2023|Anggaran 2024|Realisasi 2024": "nomor uraian - - pagu realisasi",
		"No|Program|Pagu|Keuangan (Rp)|Keuangan (%)|Fisik (%)":                 "nomor uraian pagu realisasi persen -",
		"No|Program|DAU|DAK|Jumlah Anggaran|Realisasi|(%)":                     "nomor uraian - - pagu realisasi persen",
	} {
		var heads []heading
		for cell := range strings.SplitSeq(head, "|") {
			heads = append(heads, readHeading([]string{cell}))
		}
		for _, k := range tableKinds() {
			if k.id == "anggaran" {
				if got := strings.Join(k.columns(heads, 2024), " "); got != want {
					t.Errorf("%s: %s, want %s", head, got, want)
				}
			}
		}
	}
}

// Titles name the agency among other words.
func TestAgencyInTitles(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{"REKAP SKM DINAS PERTANIAN TAHUN 2024": "DINAS PERTANIAN", "DINAS KESEHATAN KABUPATEN SELAT NURI": "DINAS KESEHATAN",
		"CASCADING KINERJA INSPEKTORAT": "INSPEKTORAT", "KEPALA DINAS PERTANIAN": "", "Rekapitulasi menurut Dinas": "", "EVALUASI HASIL RENJA PERANGKAT DAERAH": "",
		"PERWAKILAN BPKP PROVINSI SULAWESI BARAT": "PERWAKILAN BPKP", "BAGIAN UMUM SEKRETARIAT DAERAH": "BAGIAN UMUM SEKRETARIAT DAERAH", "EVALUASI RPJMD DINAS PERHUBUNGAN": "DINAS PERHUBUNGAN",
		"PENGUKURAN KINERJA POLRES MUARA BIRU": "POLRES MUARA BIRU", "REALISASI ANGGARAN KPU KABUPATEN MUARA BIRU TAHUN 2024": "KPU"} {
		if got := officeIn(title); got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}

// Headings that lost the width they were merged over stand over the wrong columns; then nothing is read under them.
func TestShiftedHeadings(t *testing.T) {
	t.Parallel()
	const head = "LAPORAN REALISASI ANGGARAN DINAS PERTANIAN KABUPATEN SELAT NURI TAHUN 2024\n\nNo\tKegiatan\tAnggaran (Rp)\tRealisasi (Rp)\tRealisasi (%)\n"
	for rows, want := range map[string]bool{
		"1\tPembinaan\t1.004.422.800\t177.776.900\t217.285.100\t395.062.000\t39,33\n2\tBenih\t95.992.600\t27.484.600\t22.573.700\t50.058.300\t52,15\n": false,
		"1\tPembinaan\t1.004.422.800\t395.062.000\t39,33\n2\tBenih\t95.992.600\t50.058.300\t52,15\n":                                                   true,
	} {
		blocks, _ := source.TextBlocks("lra.txt", []byte(head+rows))
		if root, _, _ := Recognise("lra.txt", blocks); (root.Get("anggaran") != nil) != want {
			t.Errorf("a budget read: %v of\n%s", !want, rows)
		}
	}
}

// Units of money are words or the zeros left out.
func TestUnitsInHeadings(t *testing.T) {
	t.Parallel()
	for unit, want := range map[string]string{"(Rp)": "", "(000)": "ribu rupiah", "(Rp. 000)": "ribu rupiah", "(x Rp1.000)": "ribu rupiah",
		"(Rp. 000.000,-)": "juta rupiah", "(juta Rp)": "juta rp", "(2024)": ""} {
		blocks, _ := source.TextBlocks("lra.txt", []byte("REALISASI ANGGARAN DINAS PERTANIAN TAHUN 2024\n\nKode\tProgram\tPagu "+unit+"\tRealisasi "+unit+"\n1.01\tPembinaan\t1.250\t1.125\n1.02\tBenih\t250\t125\n"))
		root, _, _ := Recognise("lra.txt", blocks)
		got := ""
		if n := root.Get("anggaran").Get("satuan"); n != nil {
			got = n.Text
		}
		if got != want {
			t.Errorf("%s: %q, want %q", unit, got, want)
		}
	}
}

// What a programme costs each year stands beside what it is to reach, and is no target.
func TestMoneyBesideTargets(t *testing.T) {
	t.Parallel()
	var heads []heading
	for _, levels := range [][]string{{"Sasaran"}, {"Indikator Kinerja"}, {"Target Kinerja dan Pendanaan", "Tahun 2024", "Target"}, {"Target Kinerja dan Pendanaan", "Tahun 2024", "Rp"},
		{"Target Kinerja dan Pendanaan", "Kondisi Kinerja pada Akhir Periode Renstra", "Target"}, {"Target Kinerja dan Pendanaan", "Kondisi Kinerja pada Akhir Periode Renstra", "Rp"}} {
		heads = append(heads, readHeading(levels))
	}
	for _, k := range tableKinds() {
		if got := strings.Join(k.columns(heads, 2024), " "); k.id == "renstra" && got != "sasaran indikator target  target_akhir " {
			t.Errorf("the columns mean %q", got)
		}
	}
}

// A worksheet with one heading over the columns of components and of their parts; without a year the weights tell the scheme.
func TestPartsUnderOneHeading(t *testing.T) {
	t.Parallel()
	rows := []string{"Kode|No|Komponen||Bobot|Penilaian|", "|||||Mandiri|Penjaminan Kualitas"}
	for i, c := range []string{"Perencanaan Kinerja|30|21", "Pengukuran Kinerja|30|21", "Pelaporan Kinerja|15|10,5", "Evaluasi Akuntabilitas Kinerja Internal|25|17,5"} {
		name, rest, _ := strings.Cut(c, "|")
		rows = append(rows, "K01|"+string(rune('A'+i))+"|"+name+"||"+rest+"|"+rest[strings.Index(rest, "|")+1:])
		for k, part := range [][]string{{"Pemenuhan", "6", "4,2"}, {"Kualitas", "9", "6,3"}, {"Pemanfaatan", "15", "10,5"}} {
			w, v := part[1], part[2]
			switch i {
			case 2:
				w, v = []string{"3", "4,5", "7,5"}[k], []string{"2,1", "3,15", "5,25"}[k]
			case 3:
				w, v = []string{"5", "7,5", "12,5"}[k], []string{"3,5", "5,25", "8,75"}[k]
			}
			rows = append(rows, strings.Join([]string{"K001", "", "", part[0], w, v, v}, "|"))
		}
	}
	blocks, _ := source.TextBlocks("kke.txt", []byte("KERTAS KERJA EVALUASI SAKIP\n\nDINAS PERIKANAN KABUPATEN MUARA BIRU\n\n"+table(rows...)))
	root, seen, _ := Recognise("kke.txt", blocks)
	l, _ := Decode(root)
	if len(l.Penilaian) != 1 || l.Penilaian[0].Skema.S != "akip-2021" || len(l.Penilaian[0].Komponen) != 4 || len(l.Penilaian[0].Komponen[3].Komponen) != 3 {
		t.Errorf("%+v\n%+v", seen, l.Penilaian)
	}
}
