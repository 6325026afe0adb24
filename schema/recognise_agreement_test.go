package schema

import "testing"

// The agreement of Bab II stands once more in the appendix, with its budget: that is a copy, and nothing is added up twice.
// A part of it is the agreement of a division, of which the programmes are no more of the agency's.
func TestAgreementAgain(t *testing.T) {
	t.Parallel()
	head, budget := "No|Sasaran|Indikator Kinerja|Target", "No|Program|Anggaran (Rp)"
	full := table(head, "1|Meningkatnya mutu|Nilai SKM|84,00", "2|Meningkatnya akuntabilitas|Nilai SAKIP|70,00") + "\n" +
		table(budget, "1|Program A|500.000.000", "2|Program B|300.000.000", "|Jumlah|800.000.000")
	part := table(head, "1|Meningkatnya mutu|Nilai SKM|84,00") + "\n" + table(budget, "1|Program A|500.000.000", "|Jumlah|500.000.000")
	more := table(head, "3|Meningkatnya inovasi|Indeks Inovasi|50,00")
	for name, c := range map[string]struct {
		again            string
		agreements       int
		first, programme int // indicators and programmes of the first agreement
	}{
		"a copy":     {full, 2, 2, 2},
		"a division": {part, 1, 2, 2},
		"it goes on": {more, 1, 3, 2},
	} {
		l, _ := recognised(t, cover+"Tabel 2.1. Perjanjian Kinerja Tahun 2024\n\n"+full+"\n# LAMPIRAN\n\nPERJANJIAN KINERJA TAHUN 2024\n\n"+c.again)
		pk := l.PerjanjianKinerja
		if len(pk) != c.agreements || len(Indikators(pk[0].Sasaran)) != c.first || len(pk[0].Program) != c.programme || pk[0].JumlahAnggaran.Show() != "800.000.000" {
			t.Errorf("%s: %d agreements, the first with %d indicators, %d programmes", name, len(pk), len(Indikators(pk[0].Sasaran)), len(pk[0].Program))
		}
		if last := pk[len(pk)-1]; len(last.Program) != 2 {
			t.Errorf("%s: the last has %d programmes", name, len(last.Program))
		}
	}
}

// A table of the programmes before and after a revision is a budget of its own; one with the first amounts alone is the
// agreement's.
func TestRevisedProgrammes(t *testing.T) {
	t.Parallel()
	agreement := cover + "Tabel 2.1. Perjanjian Kinerja Tahun 2024\n\n" + table("No|Sasaran|Indikator Kinerja|Target", "1|Meningkatnya mutu|Nilai SKM|84,00") +
		"\nTabel 2.2. Anggaran Program Tahun 2024\n\n"
	for _, heads := range []string{"Anggaran Murni (Rp)|Anggaran Perubahan (Rp)|Bertambah/(Berkurang) (Rp)", "Semula (Rp)|Menjadi (Rp)|Selisih (Rp)", "Pagu Semula|Pagu Menjadi|Selisih"} {
		l, _ := recognised(t, agreement+table("No|Program|"+heads, "1|Program A|500.000.000|600.000.000|100.000.000", "2|Program B|300.000.000|250.000.000|(50.000.000)", "|Jumlah|800.000.000|850.000.000|50.000.000"))
		if len(l.PerjanjianKinerja[0].Program) != 0 || len(l.Anggaran) != 1 || len(l.Anggaran[0].Baris) != 2 {
			t.Errorf("%s: %d programmes, %d budgets", heads, len(l.PerjanjianKinerja[0].Program), len(l.Anggaran))
			continue
		}
		if b := l.Anggaran[0].Baris[1]; b.PaguMurni.Show() != "300.000.000" || b.Pagu.Show() != "250.000.000" {
			t.Errorf("%s: %s became %s", heads, b.PaguMurni.Show(), b.Pagu.Show())
		}
	}
	l, _ := recognised(t, agreement+table("No|Program|Pagu Murni (Rp)", "1|Program A|500.000.000", "2|Program B|300.000.000"))
	if pk := l.PerjanjianKinerja[0].Program; len(pk) != 2 || pk[1].Anggaran.Show() != "300.000.000" {
		t.Errorf("the agreement alone has %+v", pk)
	}
}
