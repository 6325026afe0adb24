package schema

import (
	"strings"
	"testing"

	"lkjip/schema/source"
)

// at follows a path as source.Node.Path writes it.
func at(t *testing.T, root *source.Node, path string) *source.Node {
	t.Helper()
	var found *source.Node
	root.Walk(func(n *source.Node) {
		if n.Path() == path && found == nil {
			found = n
		}
	})
	if found == nil {
		t.Fatalf("the test's report has no %s", path)
	}
	return found
}

func TestLabel(t *testing.T) {
	t.Parallel()
	root := read(t, `
instansi: {nama: Badan}
renstra: {periode: {dari: 2021}, tujuan: [{uraian: Aparatur profesional, indikator: [{nama: Indeks Satu, target: {2023: 80}}]}]}
perjanjian_kinerja: [{versi: perubahan, sasaran: [{indikator: [{satuan: nilai}, {target: 3}]}], program: [{nama: Program Diklat, anggaran: 1}]}]
anggaran:
  baris:
    - {kode: "2.1", uraian: "Pengadaan, Pemberhentian dan Informasi Kepegawaian Aparatur Sipil Negara di Daerah", pagu: 1}
    - {kode: "2", uraian: PROGRAM KEPEGAWAIAN DAERAH, realisasi: 1, realisasi_bulan: {3: 1}, realisasi_triwulan: {2: 1}}
    - {tingkat: Sub-Kegiatan, kode: "1.1.1", uraian: Gaji, sisa: 1}
    - {uraian: Belanja Modal, pagu: 1}
    - {pagu: 1}
  jumlah: {persen: 1}
anggaran_pendukung: {sisa: 1}
penilaian: [{skema: merit-2018, jumlah: {nilai: 1}, komponen: [{nama: Pengadaan, nilai: 1}]}]
skala: [{id: setempat, baris: [{sampai: 5, sebutan: Rendah}]}]
skala_capaian: [{sampai: 5, sebutan: Kurang}]
susunan: {tabel: [{nomor: "3.1", judul: Capaian}]}
entah: {apa_saja: 1}
`)
	for _, c := range []struct{ path, id, en, field string }{
		{"", "laporan", "report", "laporan"},
		{"instansi.nama", "nama instansi", "name of agency", "nama"},
		{"renstra.periode.dari", "tahun awal periode Renstra", "first year of period of strategic plan", "tahun awal"},
		{"renstra.tujuan[0].indikator[0].target.2023", "target tahun 2023 indikator “Indeks Satu”", "target 2023 of indicator “Indeks Satu”", "target tahun 2023"},
		{"renstra.tujuan[0].indikator[0].target", "target indikator “Indeks Satu”", "target of indicator “Indeks Satu”", "target"},
		{"renstra.tujuan[0]", "tujuan “Aparatur profesional”", "goal “Aparatur profesional”", "tujuan “Aparatur profesional”"},
		{"perjanjian_kinerja[0].versi", "versi perjanjian kinerja perubahan", "version of performance agreement perubahan", "versi"},
		{"perjanjian_kinerja[0].sasaran[0].indikator[1].target", "target indikator ke-2 sasaran 1 perjanjian kinerja perubahan",
			"target of indicator 2 of objective 1 of performance agreement perubahan", "target"},
		{"perjanjian_kinerja[0].program[0].anggaran", "anggaran program “Program Diklat”", "budget of programme “Program Diklat”", "anggaran"},
		{"anggaran.baris[0].pagu", "pagu 2.1 Pengadaan, Pemberhentian dan Informasi Kepegawaian…", "budget of 2.1 Pengadaan, Pemberhentian dan Informasi Kepegawaian…", "pagu"},
		{"anggaran.baris[1].realisasi", "realisasi program 2 PROGRAM KEPEGAWAIAN DAERAH", "realisation of program 2 PROGRAM KEPEGAWAIAN DAERAH", "realisasi"},
		{"anggaran.baris[1].realisasi_bulan.3", "realisasi bulan Maret program 2 PROGRAM KEPEGAWAIAN DAERAH",
			"realisation of month March of program 2 PROGRAM KEPEGAWAIAN DAERAH", "realisasi bulan Maret"},
		{"anggaran.baris[1].realisasi_triwulan.2", "realisasi triwulan 2 program 2 PROGRAM KEPEGAWAIAN DAERAH",
			"realisation of quarter 2 of program 2 PROGRAM KEPEGAWAIAN DAERAH", "realisasi triwulan 2"},
		{"anggaran.baris[2].sisa", "sisa sub-kegiatan 1.1.1 Gaji", "remainder of sub-kegiatan 1.1.1 Gaji", "sisa"},
		{"anggaran.baris[3].pagu", "pagu baris “Belanja Modal”", "budget of row “Belanja Modal”", "pagu"},
		{"anggaran.baris[4].pagu", "pagu baris ke-5 tabel anggaran", "budget of row 5 of budget table", "pagu"},
		{"anggaran.jumlah.persen", "persen realisasi jumlah tabel anggaran", "percentage spent of total of budget table", "persen realisasi"},
		{"anggaran_pendukung.sisa", "sisa anggaran pendukung", "remainder of supporting budget", "sisa"},
		{"penilaian[0].jumlah.nilai", "nilai jumlah penilaian merit-2018", "score of total of assessment merit-2018", "nilai"},
		{"penilaian[0].komponen[0].nilai", "nilai komponen “Pengadaan”", "score of component “Pengadaan”", "nilai"},
		{"skala[0].baris[0].sampai", "batas atas baris “Rendah”", "upper bound of row “Rendah”", "batas atas"},
		{"skala_capaian[0].sampai", "batas atas baris skala capaian “Kurang”", "upper bound of row of the achievement scale “Kurang”", "batas atas"},
		{"susunan.tabel[0].judul", "judul tabel “Capaian”", "heading of table “Capaian”", "judul"},
		{"entah.apa_saja", "apa saja entah", "apa saja of entah", "apa saja"},
	} {
		n := at(t, root, c.path)
		if got := Label(n); got.ID != c.id || got.EN != c.en {
			t.Errorf("%s:\n got %s | %s\nwant %s | %s", c.path, got.ID, got.EN, c.id, c.en)
		}
		if got := FieldLabel(n); got.ID != c.field {
			t.Errorf("%s: field %q, want %q", c.path, got.ID, c.field)
		}
	}
}

// Rules call Label with whatever they hold, also for figures that are not there.
func TestLabelOfNothing(t *testing.T) {
	t.Parallel()
	if got := Label(nil); !got.IsZero() {
		t.Errorf("Label(nil) = %v", got)
	}
	if got := FieldLabel(nil); !got.IsZero() {
		t.Errorf("FieldLabel(nil) = %v", got)
	}
}

func TestShorten(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"pendek", "pendek"},
		{"tepat dua puluh huruf", "tepat dua puluh…"},
		{strings.Repeat("é", 30), strings.Repeat("é", 19) + "…"},
	} {
		if got := shorten(c.in, 20); got != c.want {
			t.Errorf("%q is cut to %q, want %q", c.in, got, c.want)
		}
	}
}
