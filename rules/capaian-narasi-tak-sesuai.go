package rules

import (
	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "capaian-narasi-tak-sesuai",
	Title:    source.T("Persentase dalam narasi berbeda dari kedua angka yang dibandingkannya", "A percentage in prose differs from the two figures it compares"),
	Severity: Sedang,
	Basis: source.T("persen = bagian ÷ keseluruhan × 100; capaian menurut polaritas indikator · PermenPANRB 53/2014 Lampiran II (Bab III huruf A butir 1 dan 3), Lampiran III (I.3, II.5)",
		"percent = part ÷ whole × 100; capaian by the indicator's polarity · PermenPANRB 53/2014 Lampiran II (Bab III A points 1 and 3), Lampiran III (I.3, II.5)"),
	Checklist: []string{"I.3", "II.5"},
	Doc: source.T("`A atau P % dari target T`, `P % dari nilai maksimal M` dan `setara P % dari target akhir` dihitung ulang dari angka dalam kalimat; yang tidak disebut kalimat diambil dari data indikator yang dimaksud. Rumus indikator negatif dan batas capaian 100, 120, 150 diterima seperti pada tabel. Persentase dari sesuatu yang tidak dikenal tidak diuji.",
		"`A or P % of the target T`, `P % of the maximum M` and `equal to P % of the final target` are recomputed from the figures in the sentence; what it leaves out is taken from the data of the indicator it speaks of. The formulas of negative indicators and caps at 100, 120, 150 are accepted as in tables. Percentages of something unknown are not tested."),
	Check: func(p *Pass) {
		for _, c := range p.claims(narasi.Share) {
			if c.Base != narasi.Pagu && !(c.Part != nil && c.Part.Money) {
				p.checkShare(c)
			}
		}
	},
})

func (p *Pass) checkShare(c *claim) {
	f := p.stated(c)
	if f == nil {
		return
	}
	part, whole := p.numberOf(c, c.Part), p.numberOf(c, c.Whole)
	inSentence := part != nil && whole != nil
	if c.topic != nil && c.topic.kind != barisTopic {
		if part == nil {
			year := c.year
			if c.Base == narasi.TargetAkhir { // "target akhir Renstra tahun 2026": the year of the target
				year = min(year, p.yearOf(c.in.Laporan))
			}
			part = c.topic.get(narasi.Realisasi, year)
		}
		if whole == nil {
			whole = c.wholeOf()
		}
	}
	if c.Part == nil && c.Whole != nil && c.Whole.Percent && c.isLevel(p, f) {
		return // "realisasi 98,43 % dari target 97 %" is the figure itself, and tested as such
	}
	if part == nil || whole == nil || !part.IsNumber() || !whole.IsNumber() || c.Base == narasi.Unsaid && !inSentence {
		p.unresolved(c)
		return
	}
	polarity := calc.Undeclared
	if c.topic != nil {
		polarity = c.topic.polarity
	}
	if c.topic == nil && c.Base == narasi.Target {
		polarity = calc.Up
	}
	r := calc.Percentage(f, part, whole)
	if c.Base == narasi.Target || c.Base == narasi.TargetAkhir {
		r = calc.Achievement(f, part, whole, polarity)
	}
	r.Result.Name = source.T("persentase", "percentage")
	p.relateClaim(c, r, aboutClaim(c, f, source.T("persentase", "the percentage")))
}

// isLevel reports whether a percentage set against a target in percent is the realisasi, not the capaian. It relates it so.
func (c *claim) isLevel(p *Pass, f *schema.Figure) bool {
	if c.topic == nil {
		p.unresolved(c)
		return true
	}
	own := c.topic.get(narasi.Realisasi, c.year)
	if own == nil || calc.Judge(calc.Same(f, own)).State != calc.Holds {
		return false
	}
	p.relateClaim(c, calc.Same(f, own), About{})
	return true
}

func (p *Pass) numberOf(c *claim, n *narasi.Number) *schema.Figure {
	if n == nil || n.High != nil {
		return nil
	}
	return p.prose().number(c.in, n)
}

// wholeOf is what the topic's percentage is of, by what the sentence says.
func (c *claim) wholeOf() *schema.Figure {
	switch c.Base {
	case narasi.Target:
		return c.topic.get(narasi.Target, c.year)
	case narasi.TargetAkhir:
		return c.topic.get(narasi.TargetAkhir, 0)
	case narasi.Maksimal:
		return c.topic.get(narasi.Maksimal, c.year)
	}
	return nil
}
