package schema

import (
	"strings"
	"testing"

	"lkjip/schema/source"
)

func TestCheckSays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		reason   string
		old, new string // edit of goodReport
		rule     string
		path     string
		place    string // line:column, where it is not plain from the edit
		kondisi  string // what the message must hold
	}{
		{"a missing figure is placed at its indicator and named by position",
			"target: WTP, realisasi: WTP,", "realisasi: WTP,",
			"isian-kosong", "pengukuran.sasaran[0].indikator[1].target", ":24:11", "Target indikator ke-2 sasaran 1 belum diisi (pengukuran, “Opini”)"},
		{"an empty cell is placed at the cell",
			"skema: akip-2021", "skema: ", "isian-kosong", "penilaian[0].skema", "", "Skema penilaian ke-1 belum diisi"},
		{"blanks fill nothing",
			"teks: Capaian naik", `teks: "  "`, "isian-kosong", "narasi[0].teks", "", "Teks narasi ke-1 belum diisi (3.1)"},
		{"a missing section of the identity",
			"tahun: 2024\npeng", "peng", "isian-kosong", "tahun", ":2:1", "Tahun belum diisi"},
		{"an empty item of a list",
			"iku: [{nama: Indeks Sistem Merit, satuan: nilai}]", "iku: [ ~ ]", "isian-kosong", "iku[0]", "", "IKU ke-1 belum diisi"},
		{"a misspelt key is one mistake, not two",
			"realisasi: 271.5", "realisas: 271.5", "kunci-tak-dikenal", "pengukuran.sasaran[0].indikator[0].realisas", "",
			"Kunci `realisas` tidak dikenal pada indikator ke-1 sasaran 1 (pengukuran, “Indeks Sistem Merit”); mungkin yang dimaksud `realisasi`"},
		{"a key as a heading spells it",
			"pagu: 1000, realisasi: 500, persen", "Pagu-Murni: 1000, realisasi: 500, persen", "kunci-tak-dikenal", "anggaran.baris[0].Pagu-Murni", "", "mungkin yang dimaksud `pagu_murni`"},
		{"a key like nothing known has no suggestion",
			"dokumen: lkjip", "xyzzy: 1", "kunci-tak-dikenal", "xyzzy", "", "Kunci `xyzzy` tidak dikenal"},
		{"a decimal comma without quotes splits the number",
			"realisasi: 271.5", "realisasi: 271,5", "kunci-tak-dikenal", "pengukuran.sasaran[0].indikator[0].5", "", "angka berkoma yang tidak dikutip"},
		{"a year of two digits",
			"riwayat: {2022", "riwayat: {22", "kunci-tak-dikenal", "pengukuran.sasaran[0].indikator[0].riwayat.22", "", "Kunci `22` tidak dikenal pada realisasi indikator ke-1"},
		{"a key written twice",
			"dokumen: lkjip", "dokumen: lkjip\ndokumen: pk", "kunci-ganda", "dokumen", ":3:1", "Kunci `dokumen` tertulis lebih dari sekali; yang pertama di :2:10"},
		{"a year written twice",
			"2022: 129,", "2022: 129, 2022: 130,", "kunci-ganda", "pengukuran.sasaran[0].indikator[0].riwayat.2022", "", "Kunci `2022`"},
		{"a key written twice hides what is wrong with its first value",
			"versi: murni", "versi: mirni\n    versi: murni", "kunci-ganda", "perjanjian_kinerja[0].versi", "", "Kunci `versi`"},
		{"a group where a figure belongs",
			"pagu: 1000, realisasi: 500, persen", "pagu: {a: 1}, realisasi: 500, persen", "jenis-isian-salah", "anggaran.baris[0].pagu", "",
			"Pagu baris ke-1 (tabel anggaran, 1.10 PROGRAM KEPEGAWAIAN) berisi kelompok isian, seharusnya angka atau teks"},
		{"a list where a group belongs",
			"jumlah: {nilai: 24}", "jumlah: [24]", "jenis-isian-salah", "penilaian[0].jumlah", "", "berisi daftar, seharusnya kelompok isian: maksimal, bobot, nilai"},
		{"a period written as text",
			`periode: {dari: 2021, sampai: "2026"}`, "periode: 2021-2026", "jenis-isian-salah", "renstra.periode", "", "Periode Renstra berisi teks `2021-2026`"},
		{"a truth value",
			"satuan: nilai", "satuan: true", "jenis-isian-salah", "iku[0].satuan", "", "berisi nilai benar/salah `true`, seharusnya teks"},
		{"a number as a name",
			"nama: Program Diklat", "nama: 7", "jenis-isian-salah", "perjanjian_kinerja[0].program[1].nama", "", "Nama program ke-2"},
		{"a choice that does not exist",
			"polaritas: naik", "polaritas: positif", "isian-tak-sah", "pengukuran.sasaran[0].indikator[0].polaritas", "",
			"tertulis `positif`, seharusnya salah satu dari naik, turun, rentang, tetap"},
		{"a year out of bounds",
			"tahun: 2024\npeng", "tahun: 1924\npeng", "isian-tak-sah", "tahun", "", "Tahun tertulis `1924`, seharusnya tahun antara 2000 dan 2100"},
		{"a year in text out of bounds",
			"tahun: 2024\npeng", "tahun: \"24\"\npeng", "isian-tak-sah", "tahun", "", "Tahun tertulis `24`"},
		{"a year with a fraction",
			"tahun: 2024\npeng", "tahun: 2024.5\npeng", "isian-tak-sah", "tahun", "", "Tahun tertulis `2024.5`"},
	} {
		edited := strings.Replace(goodReport, c.old, c.new, 1)
		if edited == goodReport {
			t.Errorf("%s: the edit changes nothing", c.reason)
			continue
		}
		problems := Check(read(t, edited))
		if len(problems) != 1 {
			t.Errorf("%s: %d problems, want one: %v", c.reason, len(problems), said(problems))
			continue
		}
		p := problems[0]
		if p.Rule != c.rule || p.Path != c.path || !strings.Contains(p.Kondisi.ID, c.kondisi) {
			t.Errorf("%s:\n got %s at %s: %s\nwant %s at %s: %s", c.reason, p.Rule, p.Path, p.Kondisi.ID, c.rule, c.path, c.kondisi)
		}
		if p.Place.Line == 0 || p.Place.File == "" || c.place != "" && p.Place.Short() != c.place {
			t.Errorf("%s: placed at %v, want %s", c.reason, p.Place, c.place)
		}
		if p.Kondisi.EN == "" || p.Saran.EN == "" || !strings.HasPrefix(p.Saran.ID, "Agar ") {
			t.Errorf("%s: saran %+v", c.reason, p.Saran)
		}
	}
}

func said(problems []source.Problem) (all []string) {
	for _, p := range problems {
		all = append(all, p.Path+": "+p.Kondisi.ID)
	}
	return all
}

func TestCheckSuggests(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"murnni": "murni", "Perubahann": "perubahan", "p": "", strings.Repeat("m", 100): ""} {
		problems := Check(read(t, strings.Replace(goodReport, "versi: murni", "versi: "+text, 1)))
		if len(problems) != 1 || problems[0].Expected != want {
			t.Errorf("versi %q: suggests %v, want %q", text, said(problems), want)
		}
	}
}

// All problems come in one run, whatever else is wrong: CUE hides missing fields behind a single bad value.
func TestCheckFindsAllAtOnce(t *testing.T) {
	t.Parallel()
	problems := Check(read(t, `
tahun: dua ribu
sasaran: []
perjanjian_kinerja: [{versi: baru, program: [{nama: [], anggaran: }]}]
pengukuran: {sasaran: [{indikator: [{}]}]}
`))
	got := map[string]string{}
	for _, p := range problems {
		if got[p.Path] != "" {
			t.Errorf("%s reported twice", p.Path)
		}
		got[p.Path] = p.Rule
	}
	want := map[string]string{
		"instansi": "isian-kosong", "tahun": "isian-tak-sah", "sasaran": "kunci-tak-dikenal",
		"perjanjian_kinerja[0].versi": "isian-tak-sah", "perjanjian_kinerja[0].program[0].nama": "jenis-isian-salah",
		"perjanjian_kinerja[0].program[0].anggaran": "isian-kosong",
		"pengukuran.sasaran[0].uraian":              "isian-kosong", "pengukuran.sasaran[0].indikator[0].nama": "isian-kosong",
		"pengukuran.sasaran[0].indikator[0].target": "isian-kosong", "pengukuran.sasaran[0].indikator[0].realisasi": "isian-kosong",
	}
	for path, rule := range want {
		if got[path] != rule {
			t.Errorf("%s: %q, want %q", path, got[path], rule)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %v", got)
	}
}

// An empty section is an unused part of a template, not a mistake.
func TestCheckPassesEmptyOptionalParts(t *testing.T) {
	t.Parallel()
	root := read(t, "instansi: {nama: X, jenis: }\ntahun: 2024\nrenstra:\nanggaran:\npenilaian: []\nskp: {}\npengukuran: {sasaran: , tujuan: [{uraian: Y, indikator: }]}")
	for _, p := range Check(root) {
		t.Errorf("%s %s", p.Path, p.Kondisi.ID)
	}
}

func TestCheckNothing(t *testing.T) {
	t.Parallel()
	for _, root := range []*source.Node{nil, {Kind: source.Null}, {Kind: source.Map}} {
		problems := Check(root)
		if len(problems) != 1 || problems[0].Rule != "isian-kosong" {
			t.Errorf("%+v: %+v", root, problems)
		}
	}
	if problems := Check(&source.Node{Kind: source.List}); len(problems) != 1 || problems[0].Rule != "jenis-isian-salah" {
		t.Errorf("a list as a report: %+v", problems)
	}
}
