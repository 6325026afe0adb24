package schema

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestColumnsLeft holds tables of a known kind with columns that no field takes: their figures are read as details too.
func TestColumnsLeft(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		table   string
		section string
		columns []string
	}{
		"unknown heading": {"Tabel 3.9 Realisasi Anggaran\nNo\tProgram/Kegiatan\tPagu (Rp)\tTagihan Rampung (Rp)\tRealisasi (Rp)\n" +
			"1\tProgram A\t2.000.000.000\t1.950.000.000\t1.900.000.000\n2\tProgram B\t1.200.000.000\t1.170.000.000\t1.150.000.000\n",
			"anggaran", []string{"Pagu (Rp)", "Tagihan Rampung (Rp)", "Realisasi (Rp)"}},
		"nothing taken": {"Tabel 3.8 Efisiensi Penggunaan Sumber Daya\nNo\tIndikator\tCapaian Kinerja (%)\tPagu\tRealisasi\tPenyerapan Anggaran (%)\tTingkat Efisiensi\n" +
			"1\tPersentase A\t100,00\t2.000.000.000\t1.745.000.000\t87,25\t12,75\n2\tNilai B\t102,50\t1.000.000.000\t914.000.000\t91,40\t11,10\n",
			"", []string{"Capaian Kinerja (%)", "Pagu", "Realisasi", "Penyerapan Anggaran (%)", "Tingkat Efisiensi"}},
		"of another year": {"Tabel 3.9 Realisasi Anggaran\nNo\tProgram\tPagu (Rp)\tRealisasi 2023 (Rp)\tRealisasi 2024 (Rp)\n" +
			"1\tProgram A\t2.000.000.000\t1.950.000.000\t1.900.000.000\n2\tProgram B\t1.200.000.000\t1.170.000.000\t1.150.000.000\n",
			"anggaran", []string{"Pagu (Rp)", "Realisasi 2023 (Rp)", "Realisasi 2024 (Rp)"}},
		"nothing left": {"Tabel 3.9 Realisasi Anggaran\nNo\tProgram\tPagu (Rp)\tRealisasi (Rp)\t%\tSumber Dana\n" +
			"1\tProgram A\t2.000.000.000\t1.900.000.000\t95,00\tDAU\n2\tProgram B\t1.200.000.000\t1.150.000.000\t95,83\tDAU\n", "", nil},
	} {
		l, _ := recognised(t, cover+c.table)
		var section string
		var columns []string
		for i := range l.Rincian {
			section = l.Rincian[i].Sebagai.S
			for _, k := range l.Rincian[i].Kolom {
				columns = append(columns, k.S)
			}
		}
		if section != c.section || !slices.Equal(columns, c.columns) {
			t.Errorf("%s: details of %q with %q, want %q with %q", name, section, columns, c.section, c.columns)
		}
		if c.section != "" && len(l.Anggaran) == 0 {
			t.Errorf("%s: the table was not read as what it is", name)
		}
	}
}

// A table too wide to be read as details whole keeps the columns that its row of column numbers tells of.
func TestWideTableWithColumnLeft(t *testing.T) {
	t.Parallel()
	heads, numbers, row := []string{"No", "Program", "Pagu (Rp)", "Realisasi (Rp)"}, []string{"1", "2", "3", "4"}, []string{"1", "Program A", "200.000.000", "190.000.000"}
	for i := 5; i < 22; i++ {
		heads, numbers, row = append(heads, "Tagihan Rampung"), append(numbers, strconv.Itoa(i)), append(row, "1.000.000")
	}
	heads, numbers, row = append(heads, "Rampung"), append(numbers, "22=20+21"), append(row, "2.000.000")
	l, _ := recognised(t, cover+"Tabel 3.9 Realisasi Anggaran\n"+strings.Join([]string{strings.Join(heads, "\t"), strings.Join(numbers, "\t"), strings.Join(row, "\t")}, "\n")+"\n")
	if len(l.Rincian) != 1 || len(l.Rincian[0].Rumus) != 1 || len(l.Rincian[0].Kolom) != 3 {
		t.Errorf("%+v", l.Rincian)
	}
}

// TestMoneyBesidePerformance holds forms with K and Rp under each heading: the money is no other statement of the performance.
func TestMoneyBesidePerformance(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 3.1 Evaluasi Terhadap Hasil RKPD\n"+
		"No\tProgram\tIndikator Kinerja Program\tSatuan\tTarget RKPD Tahun 2024\t\tRealisasi Tahun 2024\t\tTingkat Capaian (%)\t\n"+
		"\t\t\t\tK\tRp\tK\tRp\tK\tRp\n"+
		"1\tProgram Perencanaan\tJumlah dokumen\tdokumen\t52\t853.966.000\t47\t819.807.360\t90,38\t96,00\n"+
		"2\tProgram Evaluasi\tJumlah laporan\tlaporan\t23\t897.966.000\t16\t781.230.420\t69,57\t87,00\n")
	if len(l.Pengukuran.Ulangan) > 0 || len(l.Anggaran) != 1 || l.Anggaran[0].Baris[1].Realisasi.Show() != "781.230.420" {
		t.Errorf("budgets %+v, repeated %d", l.Anggaran, len(l.Pengukuran.Ulangan))
	}
	if len(l.Rincian) != 1 || len(l.Rincian[0].Kolom) != 6 {
		t.Errorf("details %+v, want one table of the six columns", l.Rincian)
	}
}
