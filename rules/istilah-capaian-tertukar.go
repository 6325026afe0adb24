package rules

import (
	"slices"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "istilah-capaian-tertukar",
	Title:    source.T("Persentase capaian disebut realisasi", "A percentage of capaian is called realisasi"),
	Severity: Rendah,
	Basis: source.T("realisasi dalam satuan indikator; capaian = realisasi ÷ target × 100 · PermenPANRB 53/2014 Lampiran II (Bab III huruf A butir 1)",
		"realisasi is in the indicator's unit; capaian = realisasi ÷ target × 100 · PermenPANRB 53/2014 Lampiran II (Bab III A point 1)"),
	Checklist: []string{"I.3"},
	Needs:     []string{"pengukuran", "narasi"},
	Doc: source.T("Persentase yang disebut realisasi, padahal sama dengan capaian satu indikator dan bukan realisasi indikator mana pun, dicatat. Indikator bersatuan persen dan serapan anggaran tidak.",
		"A percentage called realisasi that is the capaian of one indicator and the realisasi of none is reported. Indicators in percent and the use of budget are not."),
	Check: func(p *Pass) {
		for _, c := range p.claims(narasi.Level) {
			if c.Aspect != narasi.Realisasi || !c.Number.Percent || c.Number.High != nil || c.Hedge != narasi.Exact {
				continue
			}
			f := p.prose().number(c.in, c.Number)
			var capaian *topic
			for _, t := range p.prose().glossary.measure {
				if t.kind != indikatorTopic {
					continue
				}
				if g := t.get(narasi.Realisasi, c.year); g != nil && calc.Judge(calc.Same(f, g)).State == calc.Holds {
					capaian = nil
					break
				}
				if g := t.get(narasi.Capaian, c.year); g != nil && !t.percent() && f.Decimals > 0 && calc.Judge(calc.Same(f, g)).State == calc.Holds {
					capaian = t
				}
			}
			if capaian == nil || slices.ContainsFunc(c.in.mentions[c.sentence], func(m mention) bool { return m.topic != capaian }) {
				continue // the sentence speaks of something else
			}
			realisasi := capaian.get(narasi.Realisasi, c.year)
			if realisasi == nil {
				continue
			}
			p.Report(f.Node, Finding{Stated: shownAs(f), Expected: "capaian " + shownAs(f),
				Kondisi: source.T("Kalimat %s menyebut realisasi %s, sedangkan angka itu capaian %s; realisasinya %s", "The sentence %s calls %s realisasi, but it is the capaian of %s; its realisasi is %s",
					c.quote(), shownAs(f), quoted(capaian.name), realisasi.Show()),
				Rekomendasi: source.T("Agar kata realisasi diganti capaian, atau angkanya diganti %s", "Say capaian instead of realisasi, or give %s", realisasi.Show())})
		}
	},
})
