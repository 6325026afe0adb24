package rules

import (
	"slices"
	"strconv"
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "kode-ganda",
	Title:    source.T("Satu kode dipakai dua baris", "One code is used by two rows"),
	Severity: Sedang,
	Basis: source.T("Satu kode menunjuk satu urusan, program, kegiatan, sub kegiatan, atau indikator (Permendagri 90/2019; PermenPANRB 53/2014 Lampiran III II.5)",
		"One code stands for one urusan, programme, kegiatan, sub-kegiatan or indicator (Permendagri 90/2019; PermenPANRB 53/2014 Lampiran III II.5)"),
	Checklist: []string{"II.5"},
	Needs:     []string{"instansi"},
	Doc: source.T("Kode yang sama tidak boleh dipakai dua baris berbeda dalam satu tabel anggaran atau satu daftar indikator. SKPD dan sub-SKPD dengan kode sama, kode rekening yang berulang di bawah setiap sub kegiatan, penomoran yang mulai lagi di bawah induk lain, dan satu baris yang dipecah menurut sumber dana bukan kode ganda.",
		"Two different rows of one budget table or one list of indicators do not share a code. SKPD and sub-SKPD of the same code, account codes that start anew below every sub-kegiatan, numbering that starts anew below another row, and one row split by source of funds are no duplicates."),
	Check: func(p *Pass) {
		for _, t := range p.pohon() {
			for _, s := range t.simpul {
				if s.ganda {
					p.duplicateCode(s)
				}
			}
		}
		for _, l := range p.Laporan {
			p.duplicateIndicators(flatten(l.IKU))
			for i := range l.PerjanjianKinerja {
				p.duplicateIndicators(schema.Indikators(l.PerjanjianKinerja[i].Sasaran))
			}
			p.duplicateIndicators(l.Pengukuran.Indikators())
		}
	},
})

func flatten(indikator []schema.Indikator) []schema.Numbered {
	var out []schema.Numbered
	for i := range indikator {
		out = append(out, schema.Numbered{Induk: indikator[i].Sasaran, Indikator: &indikator[i]})
	}
	return out
}

func (p *Pass) duplicateCode(s *simpul) {
	kode, nama, first := s.baris.Kode, s.baris.Uraian, s.awal.baris
	f := Finding{
		Stated: kode.S,
		Kondisi: source.T("kode %s dipakai untuk %s dan juga untuk %s", "the code %s is used for %s and also for %s",
			quoted(kode.S), quoted(nama.S), quoted(first.Uraian.S)),
		Rekomendasi: source.T("Agar kode kedua baris diperiksa pada DPA, atau baris yang tertulis dua kali dihapus",
			"Check both codes against the DPA, or remove the row that is written twice"),
		Evidence: sameCode(first.Kode, first.Uraian, kode, nama),
	}
	if s.keliru {
		f.Expected = strings.Join(s.kode, ".")
		f.Sebab = source.T("diduga kode baris ini seharusnya %s menurut tempatnya dalam tabel", "presumably this row's code should be %s by its place in the table", f.Expected)
	}
	if s.afterNine() {
		f.Expected = kode.S + "0"
		f.Sebab = source.T("diduga angka nol di akhir kode hilang karena sel dibaca sebagai angka: %s menjadi %s", "presumably the zero at the end was lost because the cell is a number: %s became %s", f.Expected, kode.S)
	}
	p.Report(kode.Node, f)
}

// afterNine reports whether the row stands where X.10, X.20, … would, right after X.9 or X.19.
func (s *simpul) afterNine() bool {
	if s.induk == nil || len(s.kode) < 2 {
		return false
	}
	i := slices.Index(s.induk.anak, s)
	if i < 1 {
		return false
	}
	before := s.induk.anak[i-1].kode
	want := slices.Clone(s.kode)
	n, err := strconv.Atoi(want[len(want)-1] + "0")
	if err != nil || len(before) != len(want) {
		return false
	}
	want[len(want)-1] = strconv.Itoa(n - 1)
	return slices.Equal(before, want)
}

func sameCode(kode, nama, kode2, nama2 schema.Teks) []Evidence {
	return []Evidence{{Relation: source.T("kode yang sama", "the same code"), Figures: []EvidenceFigure{
		{Name: source.Same(nama.S), Stated: kode.S, Place: kode.Place(), Path: kode.Path()},
		{Name: source.Same(nama2.S), Stated: kode2.S, Place: kode2.Place(), Path: kode2.Path()},
	}}}
}

// duplicateIndicators finds a code on two differently named indicators. Plain numbers start anew below every sasaran;
// codes with dots do not.
func (p *Pass) duplicateIndicators(list []schema.Numbered) {
	type key struct{ kode, under string }
	first := map[key]*schema.Indikator{}
	for _, n := range list {
		ind := n.Indikator
		if kodeOf(ind.Kode.S) == nil || len(ind.Kode.S) > 60 {
			continue
		}
		k := key{kode: strings.ToUpper(ind.Kode.S)}
		if !strings.Contains(ind.Kode.S, ".") {
			if k.under = folded(n.Induk.S); k.under == "" && n.Induk.Node == nil {
				k.under = parentPath(ind)
			}
		}
		switch o := first[k]; {
		case o == nil:
			first[k] = ind
		case ind.Nama.IsSet() && o.Nama.IsSet() && !nearName(o.Nama.S, ind.Nama.S) && !shorterName(o.Nama.S, ind.Nama.S):
			p.Report(ind.Kode.Node, Finding{
				Stated: ind.Kode.S,
				Kondisi: source.T("kode %s dipakai untuk indikator %s dan sebelumnya untuk indikator %s", "the code %s is used for the indicator %s and before for the indicator %s",
					quoted(ind.Kode.S), quoted(ind.Nama.S), quoted(o.Nama.S)),
				Rekomendasi: source.T("Agar kode kedua indikator diperiksa pada dokumen penetapan IKU", "Check both codes against the document that sets the IKU"),
				Evidence:    sameCode(o.Kode, o.Nama, ind.Kode, ind.Nama)})
		}
	}
}

func parentPath(ind *schema.Indikator) string {
	if ind.Node == nil || ind.Node.Parent() == nil {
		return ""
	}
	return ind.Node.Parent().Path()
}
