package schema

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"lkjip/schema/source"
)

// recognised reads a text document; problems fail the test.
func recognised(t *testing.T, text string) (*Laporan, []TableReport) {
	t.Helper()
	blocks, problems := source.TextBlocks("laporan.txt", []byte(text))
	root, seen, more := Recognise("laporan.txt", blocks)
	for _, p := range append(problems, more...) {
		t.Errorf("problem %s at %s: %s", p.Rule, p.Place, p.Kondisi.ID)
	}
	l, damaged := Decode(root)
	for _, p := range append(damaged, Check(root)...) {
		t.Errorf("problem %s at %s %s: %s", p.Rule, p.Place, p.Path, p.Kondisi.ID)
	}
	return l, seen
}

const cover = "LAPORAN KINERJA\nDINAS PERIKANAN KABUPATEN MUARA BIRU\nTAHUN 2024\n\n"

// Headings are told by their words in any layout; this is the table of what some real ones mean.
func TestMeaningOfHeadings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind   string
		levels []string
		want   string
	}{
		{"anggaran", []string{"PAGU SEBELUM PERUBAHAN (Rp)"}, "pagu_murni"},
		{"anggaran", []string{"PAGU SETELAH PERUBAHAN (Rp)"}, "pagu"},
		{"anggaran", []string{"Anggaran", "Sebelum Perubahan"}, "pagu_murni"},
		{"anggaran", []string{"PERSEN REALISASI (%)"}, "persen"},
		{"anggaran", []string{"Realisasi", "Rp"}, "realisasi"},
		{"anggaran", []string{"Realisasi", "%"}, "persen"},
		{"anggaran", []string{"Realisasi Anggaran", "Triwulan II"}, "realisasi_triwulan.2"},
		{"anggaran", []string{"SISA ANGGARAN (Rp)"}, "sisa"},
		{"anggaran-pendukung", []string{"Kinerja", "Realisasi"}, "-"},
		{"anggaran-pendukung", []string{"Anggaran", "Realisasi (Rp)"}, "realisasi"},
		{"pengukuran", []string{"Target Tahun 2026 (Akhir Periode Renstra 2021 s.d. 2026)"}, "target_akhir"},
		{"pengukuran", []string{"Capaian Kinerja Tahun 2023 terhadap Target Akhir Periode Renstra 2021 s.d. 2026 (%)"}, "capaian_akhir"},
		{"pengukuran", []string{"Kinerja Tahun 2024", "Capaian (%)"}, "capaian"},
		{"pengukuran", []string{"Kinerja Tahun 2022"}, "realisasi"},
		{"pengukuran", []string{"Indikator Kinerja Sasaran"}, "indikator"},
		{"perjanjian-kinerja", []string{"Kinerja Utama (Sasaran Strategis)"}, "sasaran"},
		{"iku", []string{"Penjelasan", "Cara Perhitungan Indikator"}, "formula"},
		{"rencana-kas", []string{"Anggaran Kas", "Maret"}, "rencana_bulan.3"},
		{"penilaian", []string{"Nilai Akuntabilitas Kinerja", "2023"}, "nilai"},
		{"penilaian", []string{"Warna Kesukaan"}, ""},
		{"anggaran", []string{"Tahun Anggaran 2024", "Anggaran"}, "pagu"},
		{"anggaran", []string{"Volume", "Realisasi"}, "-"},
		{"anggaran", []string{"Anggaran (Rp)", "Sesudah"}, "pagu"},
		{"perjanjian-kinerja", []string{"Target", "Sebelum"}, "target_murni"},
		{"perjanjian-kinerja", []string{"Target", "Sesudah"}, "target"},
		{"pengukuran", []string{"Target dan Realisasi Kinerja Program Tahun 2023", "Tingkat Realisasi (%)"}, "capaian"},
		{"pengukuran", []string{"Perkiraan Realisasi Capaian Target Renstra s/d Tahun 2024", "Realisasi Capaian s/d Tahun 2024"}, "-"},
	} {
		h := readHeading(c.levels)
		for _, k := range tableKinds() {
			if k.id != c.kind {
				continue
			}
			key, _ := k.meaning(&h)
			if got := h.fill(key, 2024); got != c.want {
				t.Errorf("%s: %q means %q, want %q", c.kind, strings.Join(c.levels, " / "), got, c.want)
			}
		}
	}
}

// A table printed over two pages is one table: headings printed again are dropped, and a row cut in two is one row.
func TestTableOverPages(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, cover+`Tabel 3.1. Realisasi Anggaran Tahun 2024

No	Program/Kegiatan	Pagu (Rp)	Realisasi (Rp)	%
1	2	3	4	5
1	PROGRAM PERIKANAN TANGKAP	200.000.000	150.000.000	75,00
1.1	Pengelolaan Penangkapan Ikan di Wilayah	200.000.000	150.000.000	75,00

No	Program/Kegiatan	Pagu (Rp)	Realisasi (Rp)	%
1	2	3	4	5
	Sungai, Danau, dan Rawa			
2	PROGRAM PERIKANAN BUDIDAYA	100.000.000	90.000.000	90,00
	TOTAL ANGGARAN	300.000.000	240.000.000	80,00
`)
	if len(seen) != 1 || seen[0].Kind != "anggaran" || len(l.Anggaran) != 1 || len(l.Anggaran[0].Baris) != 3 {
		t.Fatalf("tables %+v, budget %+v", seen, l.Anggaran)
	}
	row := l.Anggaran[0].Baris[1]
	if row.Kode.S != "1.1" || row.Uraian.S != "Pengelolaan Penangkapan Ikan di Wilayah Sungai, Danau, dan Rawa" {
		t.Errorf("the row cut in two reads %q %q", row.Kode.S, row.Uraian.S)
	}
	if p := row.Pagu.Place(); p.Line != 10 || p.Table != "Tabel 3.1" || p.Row != 2 || p.Col != 3 {
		t.Errorf("its amount stands at %+v", p)
	}
	if got := l.Anggaran[0].Jumlah.Realisasi.Show(); got != "240.000.000" {
		t.Errorf("the total is %s", got)
	}
}

// A workbook that cannot be read to its end says so once, and not also that it lacks an agency and a year.
func TestUnreadableIsOneFinding(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, part := range map[string]string{
		"xl/workbook.xml":            `<workbook><sheets><sheet name="LRA" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet1.xml"/></Relationships>`,
		"xl/sheet1.xml":              `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>`} {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, part)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	docs, _, problems := Open("a.xlsx", b.Bytes())
	if len(docs) != 0 || len(problems) != 1 || problems[0].Rule != "berkas-tak-terbaca" {
		t.Errorf("%d documents, %+v", len(docs), problems)
	}
}
