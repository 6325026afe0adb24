package source_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lkjip/schema"
	"lkjip/schema/source"
)

// page is one sheet of a workbook: its rows, and the areas that are merged.
type page struct {
	name   string
	rows   [][]any
	merged []string // A4:B4
}

// opened reads a workbook of any layout as a report, which it must be without a problem.
func opened(t *testing.T, pages ...page) *schema.Laporan {
	t.Helper()
	f := excelize.NewFile()
	for i, p := range pages {
		if i == 0 {
			if err := f.SetSheetName("Sheet1", p.name); err != nil {
				t.Fatal(err)
			}
		} else if _, err := f.NewSheet(p.name); err != nil {
			t.Fatal(err)
		}
		for r, row := range p.rows {
			if err := f.SetSheetRow(p.name, fmt.Sprintf("A%d", r+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		for _, area := range p.merged {
			from, to, _ := strings.Cut(area, ":")
			if err := f.MergeCell(p.name, from, to); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	blocks, problems := source.XlsxBlocks("buku.xlsx", b.Bytes())
	root, seen, more := schema.Recognise("buku.xlsx", blocks)
	l, damaged := schema.Decode(root)
	for _, p := range append(append(append(problems, more...), damaged...), schema.Check(root)...) {
		t.Errorf("problem %s at %s: %s", p.Rule, p.Place, p.Kondisi.ID)
	}
	for _, s := range seen {
		if s.Kind == "" {
			t.Errorf("%s was not recognised: %s", s.Place, s.Why.ID)
		}
	}
	return l
}

// Form E.81 of Permendagri 86/2017: pairs of K and Rp under three rows of headings, a row of column numbers with their
// formulas, the mean and what is written below it, and signatures in the columns of amounts.
func TestFormE81(t *testing.T) {
	t.Parallel()
	l := opened(t, page{"Form E.81", [][]any{
		{"Formulir E.81"}, {"Evaluasi Terhadap Hasil Rencana Kerja Perangkat Daerah"}, {"Renja Dinas Pertanian Kabupaten Muara Biru"}, {"Periode Pelaksanaan Tahun 2024"}, {},
		{"No", "Sasaran", "Program/Kegiatan", "Indikator Kinerja", "Target Renstra pada Tahun 2026 (Akhir Periode Renstra PD)", nil, "Target Kinerja dan Anggaran Renja Tahun Berjalan (2024)", nil,
			"Realisasi Kinerja Pada Triwulan", nil, nil, nil, nil, nil, nil, nil, "Realisasi Capaian Kinerja dan Anggaran Renja (2024)", nil, "Unit PD Penanggung Jawab"},
		{nil, nil, nil, nil, nil, nil, nil, nil, "I", nil, "II", nil, "III", nil, "IV"},
		{nil, nil, nil, nil, "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp"},
		{"1", "2", "3", "4", "5", nil, "6", nil, "7", nil, "8", nil, "9", nil, "10", nil, "11=7+8+9+10", nil, "12"},
		{1, "Meningkatnya produksi", "Program Sarana Pertanian", "Jumlah kelompok tani", 20, 5000, 4, 1000, 1, 200, 1, 300, 1, 250, 1, 200, 4, 950, "Dinas Pertanian"},
		{2, nil, "Program Penyuluhan", "Jumlah penyuluh", 50, 2500, 10, 500, 2, 100, 3, 100, 2, 100, 3, 150, 10, 450},
		{"Rata-rata capaian kinerja (%)", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, 100, 92.5},
		{"Predikat kinerja", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, "Sangat Tinggi", "Sangat Tinggi"},
		{"Faktor pendorong keberhasilan kinerja: dukungan anggaran"}, {},
		{nil, nil, "Disusun", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, "Dievaluasi"},
		{nil, nil, "Kepala Dinas Pertanian", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, "Kepala Bappeda"},
		{nil, nil, "Ir. HASAN", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, "Drs. RUSDI"},
	}, []string{"E6:F7", "G6:H7", "I6:P6", "I7:J7", "K7:L7", "M7:N7", "O7:P7", "Q6:R7", "A6:A8", "B6:B8", "C6:C8", "D6:D8", "S6:S8"}})
	a := l.Anggaran[0]
	if len(a.Baris) < 2 || a.Jumlah.Realisasi.IsSet() {
		t.Fatalf("%d rows, total %s", len(a.Baris), a.Jumlah.Realisasi.Show())
	}
	b := a.Baris[1]
	if b.Uraian.S != "Program Penyuluhan" || b.Pagu.Show() != "500" || b.RealisasiTriwulan[4].Show() != "150" || b.Realisasi.Show() != "450" {
		t.Errorf("%s: pagu %s, quarter %s, realisasi %s", b.Uraian.S, b.Pagu.Show(), b.RealisasiTriwulan[4].Show(), b.Realisasi.Show())
	}
	// the budget has no place for K, whose formula is kept with its figures; that of Rp is of figures the budget holds
	if len(l.Rincian) != 1 || len(l.Rincian[0].Rumus) != 1 || l.Rincian[0].Rumus[0].S != "5 = 1 + 2 + 3 + 4" || l.Rincian[0].Baris[1].Angka[5].Show() != "10" {
		t.Errorf("formulas %+v", l.Rincian)
	}
}

// A workbook with a sheet for each quarter: one indicator with results of all of them, and budgets up to each.
func TestSheetOfEachQuarter(t *testing.T) {
	t.Parallel()
	var pages []page
	for i, q := range []string{"I", "II", "III", "IV"} {
		pages = append(pages, page{"TW " + q, [][]any{
			{"PENGUKURAN KINERJA TRIWULAN " + q + " TAHUN 2024"}, {"DINAS SOSIAL KABUPATEN MUARA BIRU"}, {},
			{"No", "Sasaran", "Indikator", "Satuan", "Target Tahun", "Target Triwulan", "Realisasi Triwulan", "Capaian (%)"},
			{1, "Meningkatnya layanan", "Penerima bantuan", "orang", 1200, 300 * (i + 1), 300 * (i + 1), 100},
		}, nil}, page{"Anggaran TW " + q, [][]any{
			{"REALISASI ANGGARAN"}, {"DINAS SOSIAL KABUPATEN MUARA BIRU"}, {"SAMPAI DENGAN TRIWULAN " + q + " TAHUN 2024"}, {},
			{"Kode", "Program", "Pagu", "Realisasi s.d. Triwulan " + q, "%"},
			{"1.06.02", "Program Pemberdayaan", 1000, 200 * (i + 1), 20 * (i + 1)},
			{"1.06.04", "Program Rehabilitasi", 500, 100 * (i + 1), 20 * (i + 1)},
			{nil, "Jumlah", 1500, 300 * (i + 1), 20 * (i + 1)},
		}, nil})
	}
	l := opened(t, pages...)
	i := l.Pengukuran.Sasaran[0].Indikator[0]
	if i.Target.Show() != "1.200" || len(i.RealisasiTw) != 4 || i.RealisasiTw[3].Show() != "900" || i.TargetTriwulan[2].Show() != "600" || i.Realisasi.IsSet() {
		t.Errorf("target %s, quarters %v", i.Target.Show(), i.RealisasiTw)
	}
	if len(l.Anggaran) != 4 || !l.Anggaran[3].PerTgl.IsSet() || l.Anggaran[0].PerTgl.IsSet() || l.Anggaran[3].Jumlah.Realisasi.Show() != "1.200" {
		t.Errorf("%d budgets", len(l.Anggaran))
	}
}

// A court's workbook: its name in a title alone, titles away from the left edge, merged objectives, percentages as text.
func TestWorkbookOfCourt(t *testing.T) {
	t.Parallel()
	l := opened(t, page{"IKU", [][]any{
		{}, {nil, nil, "CAPAIAN KINERJA PENGADILAN NEGERI WATU AGUNG TAHUN 2024"}, {}, {},
		{nil, nil, "No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Realisasi", "Capaian"},
		{nil, nil, 1, "Terwujudnya peradilan yang pasti", "Perkara perdata tepat waktu", "92%", "94,44%", "102,65%"},
		{nil, nil, 2, nil, "Perkara pidana tepat waktu", "95%", "97,68%", "102,82%"},
	}, []string{"D6:D7"}}, page{"DIPA 01", [][]any{
		{"REALISASI DIPA 01 TAHUN 2024"}, {},
		{"No", "Jenis Belanja", "Pagu", "Realisasi", "%"},
		{1, "Belanja Pegawai", 4000, 3900, "97,50%"}, {2, "Belanja Barang", 1000, 900, "90,00%"}, {nil, "Jumlah", 5000, 4800, "96,00%"},
		{nil, "Mengetahui,", nil, nil, "Mengetahui"}, {nil, "Ketua", nil, "Sekretaris"}, {nil, "NIP. 197001011998031004", nil, "NIP. 198001012005012003"},
	}, nil})
	if l.Instansi.Nama.S != "PENGADILAN NEGERI WATU AGUNG" || l.Tahun.Year() != 2024 {
		t.Errorf("of %q, %d", l.Instansi.Nama.S, l.Tahun.Year())
	}
	if i := l.Pengukuran.Sasaran[0].Indikator; len(i) != 2 || i[1].Realisasi.Show() != "97,68%" {
		t.Errorf("indicators %+v", i)
	}
	if a := l.Anggaran[0]; len(a.Baris) != 2 || a.Jumlah.Realisasi.Show() != "4.800" || a.Jumlah.Persen.Show() != "96,00%" {
		t.Errorf("%d rows, total %s", len(a.Baris), a.Jumlah.Realisasi.Show())
	}
}
