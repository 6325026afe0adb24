package schema

import (
	"strings"
	"testing"
)

// The items of a DPA have no codes: they stand below the account that they add up to, the packages of an export among them; where they
// do not add up nothing is said of them.
func TestItemsBelowAccounts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ rows, want string }{
		"items": {"5|BELANJA DAERAH||3.114\n5.1|BELANJA OPERASI||3.114\n5.1.02.01.01.0024|Belanja Alat Tulis Kantor||3.114\n|Kertas|24|1.488\n|Tinta|12|1.626\n|Jumlah||3.114", "akun kelompok sub-rincian-objek rincian rincian"},
		"packages": {"5.1.02|Belanja Barang dan Jasa||3.114\n5.1.02.01.01.0024|Belanja Alat Tulis Kantor||3.114\n|[#] Paket ATK||3.114\n|[-] Bidang I||1.488\n|Kertas|24|1.488\n|[-] Bidang II||1.626\n|Tinta|12|1.626\n|Jumlah||3.114",
			"jenis sub-rincian-objek paket keterangan rincian keterangan rincian"},
		"no sums": {"5|BELANJA DAERAH||3.114\n5.1.02.01.01.0024|Belanja Alat Tulis Kantor||2.114\n|Kertas|24|488\n|Tinta|12|626\n|Jumlah||9.114", "   "},
	} {
		l, seen := recognised(t, cover+"Rincian Belanja DPA\n\n"+table(append([]string{"Kode Rekening|Uraian|Koefisien|Jumlah"}, strings.Split(c.rows, "\n")...)...))
		var levels []string
		for i := range l.Anggaran {
			for k := range l.Anggaran[i].Baris {
				levels = append(levels, l.Anggaran[i].Baris[k].Tingkat.S)
			}
		}
		if strings.Join(levels, " ") != c.want {
			t.Errorf("%s: levels %q\n%+v", name, levels, seen)
		}
	}
}

// The amount of a total that stands beside the names, as in a merged cell that a word processor cut, is no code of a row.
func TestTotalBesideNames(t *testing.T) {
	t.Parallel()
	l, seen := recognised(t, cover+"Tabel 3.3. Realisasi Anggaran Tahun 2024\n\n"+table("Kode|Program|Program|Pagu (Rp)|Realisasi (Rp)",
		"1.02.01|Program Penunjang||60.000.000|55.000.000", "1.02.02|Program Pelayanan||40.000.000|30.000.000", "JUMLAH||100.000.000||85.000.000"))
	if len(l.Anggaran) != 1 || len(l.Anggaran[0].Baris) != 2 || l.Anggaran[0].Jumlah.Realisasi.Show() != "85.000.000" {
		t.Errorf("read %+v\n%+v", l.Anggaran, seen)
	}
}
