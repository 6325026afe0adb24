package schema

import (
	"strings"
	"testing"
)

// Names are the same with and without the code before them.
func TestCodesBeforeNames(t *testing.T) {
	t.Parallel()
	for _, code := range []string{"1. ", "1) ", "a. ", "1.1 ", "1.1. ", "2.1.3 ", "IKU 1 ", "IKU 1.1 ", "IKU-1. ", "IKSK 2.1: ", "SS1. ", "[IKU 1.1] "} {
		l, _ := recognised(t, cover+"Tabel 2.1 Perjanjian Kinerja Tahun 2024\n\n"+table("No|Sasaran|Indikator|Target", "1|Meningkatnya mutu|"+code+"Nilai SKM|80", "2|Meningkatnya sehat|K4 Ibu Hamil|90")+
			"\nTabel 3.1 Capaian Kinerja Tahun 2024\n\n"+table("No|Indikator|Target|Realisasi|Capaian", "1|Nilai SKM|80|82|102,50", "2|K4 Ibu Hamil|90|90|100"))
		for _, n := range Indikators(l.PerjanjianKinerja[0].Sasaran) {
			if name := n.Indikator.Nama.S; name != "Nilai SKM" && name != "K4 Ibu Hamil" {
				t.Errorf("%q: named %q", code, name)
			}
		}
		if n := l.Pengukuran.Indikators(); len(n) != 2 || n[0].Induk.S != "Meningkatnya mutu" {
			t.Errorf("%q: measured %+v", code, n)
		}
	}
}

// A numbered row by itself names the objective of the rows below it where their own column of objectives is blank; with that
// filled it is something else, as a perspective.
func TestNumberedObjectives(t *testing.T) {
	t.Parallel()
	for filled, want := range map[string]string{"": "Meningkatnya Mutu Pelayanan Publik", "Meningkatnya mutu": "Meningkatnya mutu"} {
		l, _ := recognised(t, cover+"Tabel 3.1 Capaian Kinerja Tahun 2024\n\n"+table("No|Sasaran|Indikator|Target|Realisasi|Capaian", "1. Meningkatnya Mutu Pelayanan Publik|||||", "1|"+filled+"|Nilai SKM|80|82|102,50"))
		if n := l.Pengukuran.Indikators(); len(n) != 1 || n[0].Induk.S != want {
			t.Errorf("%q: %+v, want %q", filled, n, want)
		}
	}
}

// Two rows of headings that are printed again inside a table are dropped, the second like the first.
func TestTwoRowsOfHeadingsAgain(t *testing.T) {
	t.Parallel()
	head := []string{"No|Sasaran|Indikator|Kinerja||", "|||Target|Realisasi|Capaian"}
	rows := append(append([]string{}, head...), "1|Meningkatnya mutu|Nilai SKM|80|82|102,50")
	rows = append(append(rows, head...), "2|Meningkatnya tata kelola|Nilai SAKIP|70|70|100,00")
	l, seen := recognised(t, cover+"Tabel 3.1 Capaian Kinerja Tahun 2024\n\n"+table(rows...))
	if n := l.Pengukuran.Indikators(); len(n) != 2 || len(seen) != 1 {
		t.Errorf("%d indicators in %d tables", len(n), len(seen))
	}
}

// Figures of a table of one indicator by years may have their units behind them.
func TestYearsWithUnits(t *testing.T) {
	t.Parallel()
	l, _ := recognised(t, cover+"Tabel 3.1 Capaian Kinerja Tahun 2024\n\n"+table("No|Sasaran|Indikator|Target|Realisasi|Capaian", "1|Meningkatnya mutu|Angka Harapan Hidup|75,23 Tahun|78,77 Tahun|104,71%")+
		"\nTabel 3.2 Angka Harapan Hidup Tahun 2023-2024\n\n"+table("Tahun|Target|Realisasi|Capaian", "2023|73,95 Tahun|78,22 Tahun|105,77%", "2024|75,23 Tahun|78,77 Tahun|104,71%"))
	n := l.Pengukuran.Indikators()[0].Indikator
	got := []string{n.RiwayatTarget[2023].Show(), n.Riwayat[2023].Show(), n.RiwayatCapaian[2023].Show()}
	if text := strings.Join(got, " "); text != "73,95 Tahun 78,22 Tahun 105,77%" {
		t.Errorf("read %s", text)
	}
}

// A heading may go on in the row below, as where a page ends between its lines, beside years below merged ones.
func TestHeadingsOverTwoRows(t *testing.T) {
	t.Parallel()
	for name, rows := range map[string][]string{
		"years below":   {"No|Indikator|Target||Realisasi||Capaian|", "|Kinerja|2023|2024|2023|2024|2023|2024", "1|Nilai SKM|79|80|81|82|102,53|102,50"},
		"one line more": {"No|Indikator|Target|Realisasi|Capaian", "|Kinerja Utama|||", "(1)|(2)|(3)|(4)|(5)", "1|Nilai SKM|80|82|102,50"},
		"a word cut":    {"No|Sasaran|Indikato|Target||Realisasi|", "|Strategis|r Kinerja|2023|2024|2023|2024", "1|Meningkatnya mutu|Nilai SKM|79|80|81|82"},
		"lines of text": {"No|Indikator|Realisasi 2024|Target Akhir|Target|Tingkat", "|||Renstra (2026)|2024|Kemajuan (%)", "(1)|(2)|(3)|(4)|(5)|(6)", "1|Nilai SKM|82|84|80|97,62"},
	} {
		l, _ := recognised(t, cover+"Tabel 3.1 Capaian Kinerja\n\n"+table(rows...))
		n := l.Pengukuran.Indikators()
		if len(n) != 1 || n[0].Indikator.Nama.S != "Nilai SKM" || n[0].Indikator.Target.Show() != "80" || n[0].Indikator.Realisasi.Show() != "82" {
			t.Errorf("%s: read %+v", name, n)
		}
	}
}
