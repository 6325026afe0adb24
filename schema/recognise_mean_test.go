package schema

import (
	"fmt"
	"testing"
)

// TestMeanRows holds rows of means below indicators: what they belong to depends on the tables that measure the others.
func TestMeanRows(t *testing.T) {
	t.Parallel()
	table := func(number int, rows string) string {
		return fmt.Sprintf("\nTabel 3.%d Capaian Kinerja\nNo\tSasaran\tIndikator Kinerja\tTarget\tRealisasi\tCapaian (%%)\n%s", number, rows)
	}
	const (
		food    = "1\tMeningkatnya ketahanan pangan\tKetersediaan pangan\t100\t90\t90,00\n2\t\tSkor pola pangan\t80\t88\t110,00\n"
		cattle  = "1\tMeningkatnya populasi ternak\tPopulasi sapi\t50\t40\t80,00\n"
		ofFood  = "\tRata-rata\t\t\t\t100,00\n"
		ofAll   = "\tRata-rata keseluruhan\t\t\t\t93,33\n"
		ofBoth  = "\tRata-rata\t\t\t\t93,33\n"
		ofThese = "\tRata-rata capaian sasaran\t\t\t\t100,00\n"
	)
	for name, c := range map[string]struct {
		text  string
		means string // of each sasaran, and of all
	}{
		"a table each":           {table(1, food+ofFood) + table(2, cattle), "100,00 - -"},
		"one table":              {table(1, food+cattle+ofBoth), "- - 93,33"},
		"each group and all":     {table(1, food+ofThese+cattle+ofAll), "100,00 - 93,33"},
		"a mean of a part":       {table(1, food+ofFood) + table(2, "1\tMeningkatnya ketahanan pangan\tCadangan pangan\t50\t40\t80,00\n"+cattle), "- - -"},
		"the only sasaran":       {table(1, food+ofFood), "- 100,00"},
		"the only one, by name":  {table(1, food+ofThese), "100,00 -"},
		"stated again elsewhere": {table(1, food+ofFood) + table(2, cattle) + "\nTabel 3.3 Rekapitulasi Capaian Sasaran\nNo\tSasaran\tRata-rata Capaian (%)\n1\tMeningkatnya ketahanan pangan\t100,00\n2\tMeningkatnya populasi ternak\t80,00\n\tRata-rata\t90,00\n", "100,00+100,00 80,00 90,00"},
	} {
		l, _ := recognised(t, cover+c.text)
		show := func(f Figure, again []UlanganCapaian) string {
			s := "-"
			if f.IsSet() {
				s = f.Show()
			}
			for i := range again {
				s += "+" + again[i].Capaian.Show()
			}
			return s
		}
		got := ""
		for _, s := range l.Pengukuran.AllSasaran() {
			got += show(s.Capaian, s.Ulangan) + " "
		}
		if got += show(l.Pengukuran.RataRata, l.Pengukuran.UlanganRataRata); got != c.means {
			t.Errorf("%s: means %s, want %s", name, got, c.means)
		}
	}
}

// An indicator may be a mean itself; where a later table has neither target nor unit its row is no mean of the others.
func TestIndicatorThatIsAMean(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 3.1 Capaian Kinerja Tahun 2024\n\n"+table("No|Sasaran|Indikator|Target|Realisasi|Capaian", "1|Meningkatnya mutu|Nilai SKM|80|82|102,50", "||Rata-rata Lama Sekolah|10|9|90,00", "||Rata-rata|||96,25")+
		"\nTabel 3.2 Realisasi terhadap Target Akhir Renstra\n\n"+table("No|Indikator|Realisasi 2024|Target Akhir Renstra|Tingkat Kemajuan (%)", "1|Nilai SKM|82|85|96,47", "2|Rata-rata Lama Sekolah|9|12|75,00"))
	n := l.Pengukuran.Indikators()
	if len(n) != 2 || n[1].Indikator.CapaianAkhir.Show() != "75,00" || n[1].Indikator.TargetAkhir.Show() != "12" {
		t.Errorf("read %d indicators: %+v", len(n), n)
	}
}
