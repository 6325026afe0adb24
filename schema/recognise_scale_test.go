package schema

import (
	"fmt"
	"testing"
)

// TestScaleTitles holds the titles that reports give the scale of their capaian, and the scales of other things beside it.
func TestScaleTitles(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]int{
		"Tabel 3.1 Interval Penilaian Kinerja": 5, "Tabel 3.1 Skala Nilai Peringkat Kinerja": 5, "Tabel 3.1 Kriteria Penilaian Kinerja": 5,
		"Tabel 3.1 Kategori Pencapaian Kinerja": 5, "Tabel 3.1 Klasifikasi Tingkat Capaian": 5, "Tabel 3.1 Tingkat Keberhasilan Kinerja": 5,
		"Tabel 3.1 Kategori Penilaian Kinerja Pegawai": 0, "Tabel 3.1 Interval Nilai Survei Kepuasan": 0, "Tabel 3.1 Daftar Batas": 0,
	} {
		text := fmt.Sprintf(cover+"%s\nNo\tInterval Nilai\tKriteria\n1\t91 %% ≤ 100 %%\tSangat Tinggi\n2\t76 %% ≤ 90 %%\tTinggi\n"+
			"3\t66 %% ≤ 75 %%\tSedang\n4\t51 %% ≤ 65 %%\tRendah\n5\t≤ 50 %%\tSangat Rendah\n", title)
		if l, _ := recognised(t, text); len(l.SkalaCapaian) != want {
			t.Errorf("%s: %d rows of a scale, want %d", title, len(l.SkalaCapaian), want)
		}
	}
	text := cover + "Tabel 3.1\nNo\tInterval Nilai Realisasi Kinerja\tKriteria Penilaian Realisasi Kinerja\n1\t> 90 – 100\tSangat Tinggi\n2\t0 – 90\tRendah\n"
	if l, _ := recognised(t, text); len(l.SkalaCapaian) != 2 {
		t.Errorf("headings that name the scale: %d rows, want 2", len(l.SkalaCapaian))
	}
}
