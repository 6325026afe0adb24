package rules

import "testing"

// TestNames fixes what counts as one name: too strict and every retyped table gives false alarms, too lax and two
// indicators are taken for one.
func TestNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b       string
		same, near bool
	}{
		{"Perencanaan, Penganggaran, dan Evaluasi Kinerja", "PERENCANAAN PENGANGGARAN & EVALUASI KINERJA", true, true},
		{"Penyediaan Jasa Pelayanan", "Penyediaan Jasa Pela yanan", true, true},
		{"Nilai Indeks Pelayanan Publik (IPP)", "Nilai Indeks Pelayanan Publik", true, true},
		{"Indeks X (laki-laki)", "Indeks X (perempuan)", false, false},
		{"", "", false, false},
		{"1. Pengembangan Karir", "Pengembangan Karier", true, true},
		{"Prosentase Layanan", "persentase layanan", true, true},
		{"Fasilitas Pengembangan Kompetensi", "Fasilitasi Pengembangan Kompetensi", false, true},
		{"Terwujudnya Pegawai ASN yang Profesional", "Terwujudnya Pegawai ASN yang Profesionl", false, true},
		{"Program 1", "Program 2", false, false},
		{"Layanan Kecamatan Utara A", "Layanan Kecamatan Utara B", false, false},
		{"Nilai Indeks SPBE", "Nilai Indeks SPIP", false, false},
		{"Pejabat Eselon II yang dilantik", "Pejabat Eselon III yang dilantik", false, false},
		{"PEJABAT ESELON II YANG DILANTIK", "PEJABAT ESELON III YANG DILANTIK", false, false},
		{"Persentase penduduk masuk wilayah kabupaten", "Persentase penduduk pulang wilayah kabupaten", false, false},
		{"Jumlah pelayanan formal yang diselenggarakan pemerintah", "Jumlah pelayanan nonformal yang diselenggarakan pemerintah", false, false},
		{"Meningkatnya kemiskinan penduduk perdesaan wilayah", "Menurunnya kemiskinan penduduk perdesaan wilayah", false, false},
		{"Nilai SAKIP", "Nilai SAKIP Perangkat Daerah", false, false},
		{"IPM", "IPG", false, false},
	} {
		for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if got := sameName(pair[0], pair[1]); got != c.same {
				t.Errorf("sameName(%q, %q) = %t", pair[0], pair[1], got)
			}
			if got := nearName(pair[0], pair[1]); got != c.near {
				t.Errorf("nearName(%q, %q) = %t", pair[0], pair[1], got)
			}
		}
	}
}

// TestShorterName: a name with words left out may mean the same indicator, so nothing is called missing because of it.
func TestShorterName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Nilai SAKIP", "Nilai SAKIP Perangkat Daerah", true},
		{"Nilai SAKIP Perangkat Daerah", "Nilai SAKIP", true},
		{"Nilai SAKIP", "nilai sakip", false},
		{"Nilai", "Nilai SAKIP", false},
		{"Indeks SPBE Kabupaten", "Indeks Inovasi Kabupaten", false},
	} {
		if got := shorterName(c.a, c.b); got != c.want {
			t.Errorf("shorterName(%q, %q) = %t", c.a, c.b, got)
		}
	}
}

// TestBestName: the name itself wins over an earlier one that only resembles it.
func TestBestName(t *testing.T) {
	t.Parallel()
	names := []string{"Penerapan Sistem Kerjaa", "Penerapan Sistem Kerja"}
	at := func(i int) string { return names[i] }
	for name, want := range map[string]int{"Penerapan sistem kerja": 1, "Penerapan Sistem Kerjaa": 0, "Penerapan Sistim Kerja": 1, "Lainnya": -1} {
		if got := bestName(name, len(names), at); got != want {
			t.Errorf("bestName(%q) = %d, want %d", name, got, want)
		}
	}
}

// TestAbbreviates: initials stand for the words they are made of, and for no others.
func TestAbbreviates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Indeks SPBE", "Indeks Sistem Pemerintahan Berbasis Elektronik", true},
		{"IKM", "Indeks Kepuasan Masyarakat", true},
		{"Nilai Survei Kepuasan Masyarakat (SKM)", "Nilai SKM", true},
		{"Persentase Fasyankes Terakreditasi", "Prosentase Fasilitas Pelayanan Kesehatan Terakreditasi", true},
		{"Jumlah Desa", "Jumlah Dewan Sastra", false},
		{"IP ASN Kabupaten", "Indeks Profesionalitas ASN Kabupaten", true},
		{"Indeks SPBE", "Indeks Sistem Pengendalian Intern Pemerintah", false},
		{"Indeks SPBE", "Nilai Sistem Pemerintahan Berbasis Elektronik", false},
		{"Indeks", "Indeks", false},
		{"", "", false},
	} {
		if got := namaOf(c.a).abbreviates(namaOf(c.b)); got != c.want {
			t.Errorf("abbreviates(%q, %q) = %t", c.a, c.b, got)
		}
	}
}

// TestSameMeasured: Nilai SAKIP and Predikat SAKIP are one indicator; a percentage and a number of a thing are two.
func TestSameMeasured(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Nilai SAKIP", "Predikat SAKIP", true},
		{"Indeks Kepuasan Masyarakat", "Nilai Kepuasan Masyarakat", true},
		{"Nilai", "Predikat", false},
		{"SAKIP", "Nilai SAKIP", false},
		{"Jumlah Inovasi", "Persentase Inovasi", false},
	} {
		if got := namaOf(c.a).sameMeasured(namaOf(c.b)); got != c.want {
			t.Errorf("sameMeasured(%q, %q) = %t", c.a, c.b, got)
		}
	}
	if !reworded("Nilai Survei Kepuasan Masyarakat", "Indeks Kepuasan Masyarakat") || reworded("Indeks Inovasi", "Waktu Tunggu") {
		t.Error("reworded does not tell a wording from another indicator")
	}
}
