package schema

import (
	"strings"
	"testing"

	"lkjip/schema/source"
)

// A caption stands again over the rest of its table on the next page; the rows go on, with headings or without.
func TestCaptionAgain(t *testing.T) {
	t.Parallel()
	head := "Kode|Program|Pagu (Rp)|Realisasi (Rp)"
	for name, middle := range map[string]string{
		"as it was":     "Tabel 3.2 Realisasi Anggaran\n\n" + table(head, "2|Program B|300|200"),
		"Lanjutan":      "Tabel 3.2 (Lanjutan)\n\n" + table("2|Program B|300|200"),
		"lanjutan last": "Tabel 3.2 Realisasi Anggaran (lanjutan)\n\n" + table(head, "2|Program B|300|200"),
		"in a line":     "Lanjutan Tabel 3.2 Realisasi Anggaran menurut program dan kegiatan pada tahun 2024\n\n" + table("2|Program B|300|200"),
	} {
		l, _ := recognised(t, cover+"Tabel 3.2 Realisasi Anggaran\n\n"+table(head, "1|Program A|500|400")+"\n"+middle+"\n"+table("|Jumlah|800|600")+"\nTabel 3.3 Lain\n")
		if len(l.Anggaran) != 1 || len(l.Anggaran[0].Baris) != 2 || l.Anggaran[0].Jumlah.Pagu.Show() != "800" || len(l.Susunan.Tabel) != 2 {
			t.Errorf("%s: %d budgets, list %+v", name, len(l.Anggaran), l.Susunan.Tabel)
		}
	}
	l, _ := recognised(t, cover+"Tabel 3.2 Realisasi Anggaran\n\n"+table(head, "1|Program A|500|400")+"\nTabel 3.2 Capaian Program\n\n"+table("2|Program B|300|200"))
	if len(l.Susunan.Tabel) != 2 || len(l.Anggaran[0].Baris) != 1 {
		t.Errorf("another title under the same number: %+v", l.Susunan.Tabel)
	}
}

// The budget of an agreement may have a caption of its own; one of another document is none.
func TestBudgetBelowAgreement(t *testing.T) {
	t.Parallel()
	pk := "Tabel 2.1 Perjanjian Kinerja Tahun 2024\n\n" + table("No|Sasaran|Indikator Kinerja|Target", "1|Meningkatnya mutu|Nilai SKM|84,00") + "\n"
	programme := table("No|Program|Anggaran (ribu Rp)", "1|Program A|500", "2|Program B|300", "|Jumlah|800")
	for caption, want := range map[string]int{
		"Tabel 2.2 Program dan Anggaran Tahun 2024":       2,
		"Tabel 2.2 Alokasi Anggaran per Program":          2,
		"Tabel 2.2 Anggaran Perjanjian Kinerja 2024":      2,
		"Tabel 2.2 Program dan Anggaran dalam DPA 2024":   0,
		"Tabel 2.2 Anggaran Program Renja 2024":           0,
		"Tabel 2.2 Realisasi Anggaran Program Tahun 2024": 0,
	} {
		l, _ := recognised(t, cover+pk+caption+"\n\n"+programme)
		agreed := l.PerjanjianKinerja[0]
		if len(agreed.Program) != want || want > 0 && (agreed.Program[0].Anggaran.Value.RatString() != "500000" || agreed.JumlahAnggaran.Value.RatString() != "800000") {
			t.Errorf("%s: %+v", caption, agreed.Program)
		}
	}
}

// Forms of before 2014 call the target Rencana; a year above each column tells target from realisasi.
func TestOldHeadings(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 3 Pengukuran Pencapaian Sasaran Tahun 2024\n\n"+table(
		"Sasaran|Indikator Sasaran|Rencana Tingkat Capaian (Target)|Realisasi|Persentase Pencapaian Rencana Tingkat Capaian|Rencana Tindak Lanjut",
		"Meningkatnya populasi|Jumlah sapi|24.500|25.112|102,50|Penambahan bibit"))
	i := l.Pengukuran.Indikators()[0].Indikator
	if got := strings.Join([]string{i.Target.Show(), i.Realisasi.Show(), i.Capaian.Show()}, " "); got != "24.500 25.112 102,50" {
		t.Errorf("read %s", got)
	}
	l, _ = recognised(t, cover+"Tabel 3 Capaian Kinerja\n\n"+table(
		"No|Indikator|Tahun 2023: Target|Tahun 2023: Realisasi|Tahun 2023: %|Tahun 2024: Target|Tahun 2024: Realisasi|Tahun 2024: %",
		"1|Nilai SKM|78,00|79,05|101,35|80,00|81,25|101,56"))
	i = l.Pengukuran.Indikators()[0].Indikator
	if got := strings.Join([]string{i.RiwayatTarget[2023].Show(), i.Riwayat[2023].Show(), i.Target.Show(), i.Realisasi.Show(), i.Capaian.Show()}, " "); got != "78,00 79,05 80,00 81,25 101,56" {
		t.Errorf("read %s", got)
	}
}

// Rows over a page go on where their texts do. One that says as much as the row above it, without a number, is a row of its own
// below merged cells; one that has the next number goes on, though the last row be called Jumlah.
func TestRowsOverPage(t *testing.T) {
	t.Parallel()
	head := "No|Sasaran|Indikator Kinerja|Satuan|Target"
	for name, c := range map[string]struct{ above, below, want string }{
		"words below a figure": {"4|Meningkatnya mutu|Nilai SAKIP|Nilai|66,00", "||Opini BPK|Opini|WTP", "Nilai SAKIP 66,00;Opini BPK WTP"},
		"words below words":    {"4|Meningkatnya mutu|Opini BPK|Opini|WTP", "||Zona Kepatuhan|Zona|Hijau", "Opini BPK WTP;Zona Kepatuhan Hijau"},
		"figures below words":  {"4|Meningkatnya mutu|Opini BPK|Opini|WTP", "||Indeks SPBE|Indeks|3,10", "Opini BPK WTP;Indeks SPBE 3,10"},
		"a name cut":           {"4|Meningkatnya mutu|Persentase Jalan dalam|%|66,00", "||Kondisi Mantap||", "Persentase Jalan dalam Kondisi Mantap 66,00"},
		"two texts cut":        {"4|Meningkatnya|Persentase jalan dalam|%|66,00", "|mutu jalan|kondisi mantap||", "Persentase jalan dalam kondisi mantap 66,00"},
		"all texts cut":        {"4|Meningkatnya mutu|Opini atas laporan|Opini|Wajar Tanpa", "||keuangan|BPK|Pengecualian", "Opini atas laporan keuangan Wajar Tanpa Pengecualian"},
		"called a total":       {"4|Meningkatnya mutu|Jumlah komoditas ekspor|komoditas|66,00", "5|Meningkatnya tata kelola|Nilai SAKIP|Nilai|70,00", "Jumlah komoditas ekspor 66,00;Nilai SAKIP 70,00"},
		"total unnumbered":     {"4|Meningkatnya mutu|Nilai SAKIP|Nilai|66,00\n||Jumlah komoditas ekspor|komoditas|3,00", "5|Meningkatnya tata kelola|Opini BPK|Opini|WTP", "Nilai SAKIP 66,00;Jumlah komoditas ekspor 3,00;Opini BPK WTP"},
	} {
		for _, caption := range []string{"", "Tabel 2.1 (lanjutan)\n\n", "Lanjutan Tabel 2.1\n\n", "Tabel 2.1 Perjanjian Kinerja Tahun 2024\n\n"} {
			l, _ := recognised(t, cover+"Tabel 2.1 Perjanjian Kinerja Tahun 2024\n\n"+table(head, c.above)+"\n"+caption+table(head, c.below))
			var got []string
			for _, s := range l.PerjanjianKinerja[0].Sasaran {
				for _, i := range s.Indikator {
					got = append(got, i.Nama.S+" "+i.Target.Show())
				}
			}
			if text := strings.Join(got, ";"); text != c.want {
				t.Errorf("%s, %q: read %s", name, caption, text)
			}
		}
	}
}

// A page that goes on with a table may have a row of it above the headings that are printed again.
func TestRowAboveHeadingsAgain(t *testing.T) {
	t.Parallel()
	head := "Kode|Uraian|Pagu (Rp)|Realisasi (Rp)|%"
	blocks, _ := source.TextBlocks("laporan.txt", []byte(cover+"Tabel 3.1 Realisasi Anggaran Tahun 2024\n\n"+table(head, "1|Program A|100|90|90,00", "1.1|Kegiatan A|60|50|83,33")+
		"\n"+table("1.2|Kegiatan B|40|40|100,00", head, "2|Program B|10|9|90,00")))
	blocks[len(blocks)-1].Grid.GoesOn = true
	root, _, _ := Recognise("laporan.txt", blocks)
	l, _ := Decode(root)
	if len(l.Anggaran) != 1 || len(l.Anggaran[0].Baris) != 4 {
		t.Errorf("read %+v", l.Anggaran)
	}
}

// Rows without headings below a caption whose table is headings alone, as where a page ends between them, are told under it.
func TestRowsBelowHeadingsAlone(t *testing.T) {
	t.Parallel()
	_, seen := recognised(t, cover+"BAB II PERENCANAAN\n\nTabel 2.1 Target Renstra\n\n"+table("No|Sasaran|Indikator|Target")+"\nStrategis\n\n"+
		table("1|Meningkatnya mutu|Nilai SKM|79|80|81", "2|Meningkatnya tata kelola|Nilai SAKIP|70|71|72"))
	if len(seen) != 2 || seen[1].Caption != seen[0].Caption || seen[1].Kind != "" {
		t.Errorf("seen %+v", seen)
	}
}
