package schema

import "testing"

// Captions over tables are held against the list of tables; what only begins like one is left alone.
func TestUnlistedTables(t *testing.T) {
	t.Parallel()
	front := cover + "DAFTAR TABEL\n\nTabel 2.1 Perjanjian Kinerja ........ 4\n\nTabel 3.1 Capaian Kinerja ........ 6\n\nTabel 3.2 Realisasi Anggaran ........ 8\n\n# BAB I PENDAHULUAN\n\n"
	grid := "\n\n" + table("No|Uraian|Jumlah", "1|Laki-laki|12", "2|Perempuan|7") + "\n"
	for text, want := range map[string]string{
		"Tabel 3.1 Capaian Kinerja" + grid + "Tabel 3.2 Realisasi Anggaran" + grid:                            "",
		"Tabel 3.1 Capaian Kinerja" + grid + "Tabel 3.3 Jumlah Pegawai" + grid:                                "3.3 Jumlah Pegawai",
		"Tabel 3.1 Capaian Kinerja" + grid + "Tabel 3.1 Jumlah Pegawai" + grid:                                "3.1 Jumlah Pegawai",
		"Tabel 3.1 Capaian Kinerja" + grid + "Tabel 3.1 (Lanjutan)" + grid:                                    "",
		"Tabel 3.1 Capaian Kinerja" + grid + "Tabel 3.9 menunjukkan jumlah pegawai.\n\nUraian lain.\n" + grid: "",
	} {
		l, _ := recognised(t, front+text)
		got := ""
		for _, b := range l.Susunan.TabelIsi {
			got += b.Nomor.S + " " + b.Judul.S
		}
		if got != want {
			t.Errorf("%s\nleft out %q, want %q", text, got, want)
		}
	}
}
