package rules

import (
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "pk-perubahan-tak-disajikan",
	Title:    source.T("Perjanjian Kinerja Perubahan disebut, tetapi tidak disajikan", "A revised performance agreement is mentioned but not shown"),
	Severity: Rendah,
	Basis: source.T("laporan dibandingkan dengan Perjanjian Kinerja terakhir yang sah · PermenPANRB 53/2014 Lampiran I dan II (Bab II)",
		"the report is held against the last valid performance agreement · PermenPANRB 53/2014 Lampiran I and II (Bab II)"),
	Checklist: []string{"I.4", "III.1"},
	Needs:     []string{"perjanjian_kinerja", "narasi"},
	Doc: source.T("Bila narasi atau tindak lanjut menyebut Perjanjian Kinerja Perubahan tahun laporan, data harus memuat perjanjian kinerja versi perubahan. Dicatat sekali; laporan tanpa bagian perjanjian kinerja tidak diperiksa.",
		"Where prose or the follow-up speaks of this year's revised performance agreement, the data must hold one. Reported once; files without the section are left alone."),
	Check: func(p *Pass) {
		all := schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.PK { return l.PerjanjianKinerja })
		if len(all) == 0 {
			return
		}
		for _, pk := range all {
			if schema.Choice(pk.Versi) == "perubahan" || pk.Alasan.IsSet() {
				return
			}
		}
		for w := range p.writing() {
			for i := range w.sentences {
				s := &w.sentences[i]
				for k := range s.Tokens {
					n := 0
					switch {
					case phrase(s, k, "perjanjian kinerja perubahan"), phrase(s, k, "perubahan perjanjian kinerja"):
						n = 3
					case phrase(s, k, "pk perubahan"):
						n = 2
					}
					if n == 0 || anyWord(s, 0, k, "tidak", "tanpa", "apabila", "jika", "dapat", "belum") {
						continue
					}
					if at := yearAfter(s, k+n); at >= 0 && s.Tokens[at].Year != p.yearOf(w.report) {
						continue
					}
					if p.shownAgreement(s, k, k+n, all) {
						return
					}
					at := w.part(&s.Tokens[k], &s.Tokens[k+n-1])
					p.Report(at, Finding{Stated: at.Text,
						Kondisi:     source.T("Teks menyebut %s, sedangkan data hanya memuat Perjanjian Kinerja awal", "The text speaks of %s, but the data holds only the original agreement", quoted(at.Text)),
						Rekomendasi: source.T("Agar Perjanjian Kinerja Perubahan disajikan beserta tanggal dan alasannya", "Show the revised agreement with its date and reason")})
					return
				}
			}
		}
	},
})

// shownAgreement reports whether the figure that a sentence gives the revised agreement, beside its name, stands in the
// agreement that is shown: then that is the revised one, whatever its caption says.
func (p *Pass) shownAgreement(s *narasi.Sentence, first, after int, all []*schema.PK) bool {
	for k := max(first-3, 0); k < min(after+3, len(s.Tokens)); k++ {
		t := &s.Tokens[k]
		if t.Kind != narasi.Num {
			continue
		}
		for _, pk := range all {
			for _, f := range agreedFigures(pk) {
				if f.IsNumber() && f.Value.Cmp(t.Num.Value) == 0 {
					return true
				}
			}
		}
	}
	return false
}

// agreedFigures are the targets and amounts of an agreement.
func agreedFigures(pk *schema.PK) []*schema.Figure {
	figures := pk.Amounts()
	for _, n := range schema.Indikators(pk.Sasaran) {
		figures = append(figures, &n.Indikator.Target)
	}
	return figures
}
