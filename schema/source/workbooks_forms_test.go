package source_test

import (
	"testing"

	"lkjip/schema"
)

// Forms of budget systems and of assessments, each with what a reader must find in it.
func TestFormsOfSystems(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		reason string
		page   page
		got    func(*schema.Laporan) string
		want   string
	}{
		{"codes over five columns, a column for each kind of expenditure", page{"Rekap", [][]any{
			{"REKAPITULASI BELANJA"}, {"DINAS PERHUBUNGAN KABUPATEN MUARA BIRU TAHUN 2024"}, {},
			{"Kode", nil, nil, nil, nil, "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan", "Jumlah"},
			{"Urusan", "Bidang Urusan", "Program", "Kegiatan", "Sub Kegiatan", nil, "Belanja Operasi", "Belanja Modal", "Belanja Tidak Terduga", "Jumlah Belanja"},
			{"2", "15", "01", nil, nil, "PROGRAM PENUNJANG", 300, 100, 0, 400}, {"2", "15", "01", "2.01", nil, "Perencanaan", 300, 100, 0, 400},
			{"2", "15", "02", nil, nil, "PROGRAM LLAJ", 500, 200, 0, 700}, {"2", "15", "02", "2.01", nil, "Rambu", 500, 200, 0, 700},
			{"TOTAL", nil, nil, nil, nil, nil, 800, 300, 0, 1100},
		}, []string{"A4:E4", "F4:F5", "G4:J4", "A10:F10"}}, func(l *schema.Laporan) string {
			a := l.Anggaran[len(l.Anggaran)-1]
			return a.Baris[1].Kode.S + " " + a.Baris[1].Pagu.Show() + " " + a.Jumlah.Pagu.Show()
		}, "2.15.01.2.01 400 1.100"},
		{"the summary of a budget document calls its amounts Jumlah", page{"Ringkasan", [][]any{
			{"Ringkasan Dokumen Pelaksanaan Anggaran SKPD"}, {"DINAS PERHUBUNGAN KABUPATEN MUARA BIRU TAHUN 2024"}, {},
			{"Kode Rekening", "Uraian", "Jumlah (Rp)"},
			{"5", "BELANJA", 1500}, {"5.1", "BELANJA OPERASI", 1000}, {"5.2", "BELANJA MODAL", 500},
		}, nil}, func(l *schema.Laporan) string { return l.Anggaran[0].Baris[1].Pagu.Show() }, "1.000"},
		{"months without a word are what was spent where the title says so", page{"Bulanan", [][]any{
			{"REALISASI ANGGARAN PER BULAN"}, {"DINAS PERHUBUNGAN KABUPATEN MUARA BIRU TAHUN 2024"}, {},
			{"Kode", "Program", "Pagu", "Jan", "Feb", "Mar", "Total", "%"},
			{"2.15.01", "Program Penunjang", 1000, 100, 200, 300, 600, 60}, {"2.15.02", "Program LLAJ", 500, 100, 100, 100, 300, 60},
		}, nil}, func(l *schema.Laporan) string {
			b := l.Anggaran[0].Baris[1]
			return b.RealisasiBulan[3].Show() + " " + b.Realisasi.Show() + " " + b.Persen.Show()
		}, "100 300 60"},
		{"services with indicators of one name", page{"SPM", [][]any{
			{"LAPORAN CAPAIAN SPM TAHUN 2024"}, {"DINAS SOSIAL KABUPATEN MUARA BIRU"}, {},
			{"No", "Jenis Pelayanan Dasar", "Indikator", "Target", "Realisasi", "Capaian (%)"},
			{1, "Rehabilitasi disabilitas", "Jumlah warga yang dilayani", 120, 114, 95}, {2, "Rehabilitasi anak", "Jumlah warga yang dilayani", 80, 80, 100},
		}, nil}, func(l *schema.Laporan) string {
			g := l.Pengukuran.Tujuan
			return g[0].Uraian.S + " " + g[0].Indikator[0].Realisasi.Show() + ", " + g[1].Uraian.S + " " + g[1].Indikator[0].Realisasi.Show()
		}, "Rehabilitasi disabilitas 114, Rehabilitasi anak 80"},
		{"an indicator that begins with Jumlah is no total of the money beside it", page{"Efisiensi", [][]any{
			{"EFISIENSI PENGGUNAAN SUMBER DAYA TAHUN 2024"}, {"DINAS PERHUBUNGAN KABUPATEN MUARA BIRU"}, {},
			{"No", "Sasaran", "Indikator", "Target", "Realisasi", "Capaian (%)", "Anggaran (Rp)", "Realisasi Anggaran (Rp)"},
			{1, "Meningkatnya layanan", "Nilai AKIP", 70, 70, 100, 800, 700}, {2, "Meningkatnya keselamatan", "Jumlah rambu", 50, 50, 100, 300, 200},
		}, nil}, func(l *schema.Laporan) string {
			a := l.Anggaran[0]
			return a.Baris[1].Uraian.S + " " + a.Baris[1].Pagu.Show() + a.Jumlah.Pagu.Show()
		}, "Jumlah rambu 300"},
		{"a plan whose indicators name who is in charge", page{"T-C.27", [][]any{
			{"Renstra Dinas Perhubungan Kabupaten Muara Biru Tahun 2022-2026"}, {"Tahun 2024"}, {},
			{"Tujuan", "Sasaran", "Indikator Kinerja", "Kondisi Awal", "Target", nil, nil, "Penanggung Jawab"}, {nil, nil, nil, nil, "2024", "2025", "2026"},
			{"Meningkatnya konektivitas", "Meningkatnya layanan", "Rasio konektivitas", 60, 62, 64, 66, "Bidang Angkutan"},
			{nil, nil, "Cakupan trayek", 70, 72, 74, 76, "Bidang Angkutan"},
		}, []string{"A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4", "H4:H5", "A6:A7", "B6:B7"}},
			func(l *schema.Laporan) string { return l.Renstra.Tujuan[0].Sasaran[0].Indikator[1].Target[2025].Show() }, "74"},
		{"the sum of weighted scores is no indicator", page{"NKO", [][]any{
			{"PENGUKURAN KINERJA TAHUN 2024"}, {"DINAS PERHUBUNGAN KABUPATEN MUARA BIRU"}, {},
			{"No", "Sasaran", "Indikator Kinerja", "Bobot", "Target", "Realisasi", "Capaian (%)", "Nilai Tertimbang"},
			{1, "Meningkatnya layanan", "Kendaraan diuji", 60, 4200, 4200, 100, 60}, {2, nil, "Nilai AKIP", 40, 70, 70, 100, 40}, {nil, nil, "Jumlah", 100, nil, nil, nil, 100},
		}, nil}, func(l *schema.Laporan) string {
			i := l.Pengukuran.Sasaran[0].Indikator
			return i[len(i)-1].Nama.S
		}, "Nilai AKIP"},
		{"an assessment of no known scheme is read as details", page{"LKE ZI", [][]any{
			{"LEMBAR KERJA EVALUASI ZONA INTEGRITAS"}, {"DINAS PERHUBUNGAN KABUPATEN MUARA BIRU TAHUN 2024"}, {},
			{"No", "Komponen", "Bobot", "Nilai", "%"},
			{"A", "Pengungkit", 60, 51.45, 85.75}, {"B", "Hasil", 40, 35.20, 88}, {nil, "Nilai", 100, 86.65, 86.65},
		}, nil}, func(l *schema.Laporan) string { return l.Rincian[0].Baris[0].Angka[2].Show() }, "51,45"},
		{"weighted scores stand beside the scores, which are one figure in both", page{"SPIP", [][]any{
			{"PENILAIAN MATURITAS SPIP"}, {"PEMERINTAH KABUPATEN MUARA BIRU TAHUN 2024"}, {},
			{"No", "Komponen", "Bobot (%)", "Skor", "Nilai (Bobot x Skor)"},
			{1, "Penetapan Tujuan", 40, 3.5, 1.4}, {2, "Struktur dan Proses", 30, 3.1, 0.93}, {3, "Pencapaian Tujuan SPIP", 30, 3.2, 0.96}, {nil, "Jumlah", 100, nil, 3.29},
		}, nil}, func(l *schema.Laporan) string {
			if l.Rincian[0].Baris[1].Angka[2] != &l.Penilaian[0].Komponen[1].Nilai {
				return "two figures"
			}
			return l.Rincian[0].Baris[1].Angka[3].Show()
		}, "0,93"},
	} {
		if got := c.got(opened(t, c.page)); got != c.want {
			t.Errorf("%s: %q, want %q", c.reason, got, c.want)
		}
	}
}
