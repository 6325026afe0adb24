package schema

import (
	"strings"
	"testing"
)

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

// A row of a budget is no entry of a table of contents, though it begins with a number and ends in a small one; captions may
// have a colon behind their number.
func TestOutlineWithoutContents(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"BAB I PENDAHULUAN\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 3.1 : Realisasi Anggaran Tahun 2024\n"+
		table("Kode|Program|Pagu (Rp)|Realisasi (Rp)|%", "7.01.01|Program Penunjang|2.000.000.000|1.840.000.000|92", "7.01.02|Program Pelayanan|1.000.000.000|950.000.000|95"))
	var got []string
	for _, b := range append(l.Susunan.Judul, l.Susunan.Tabel...) {
		got = append(got, b.Nomor.S+" "+b.Judul.S)
	}
	if text := strings.Join(got, "; "); text != "BAB I PENDAHULUAN; BAB III AKUNTABILITAS KINERJA; 3.1 Realisasi Anggaran Tahun 2024" {
		t.Errorf("read %s", text)
	}
}
