package rules

import (
	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "perbandingan-narasi-tak-sesuai",
	Title:    source.T("Perbandingan dalam narasi berlawanan dengan angkanya", "A comparison in prose runs against the figures"),
	Severity: Tinggi,
	Basis: source.T("lebih tinggi, lebih baik, naik dan turun menurut angka yang dibandingkan · PermenPANRB 53/2014 Lampiran II (Bab III huruf A butir 2 dan 4), Lampiran III (III.7)",
		"higher, better, up and down by the figures compared · PermenPANRB 53/2014 Lampiran II (Bab III A points 2 and 4), Lampiran III (III.7)"),
	Checklist: []string{"III.7"},
	Doc: source.T("`lebih tinggi`, `lebih baik`, `lebih rendah` dibandingkan daerah lain, tahun lain, atau target, serta `meningkat` dan `menurun dibandingkan tahun …` tanpa angka, diuji terhadap angka kalimat dan realisasi indikatornya. Lebih baik dan lebih buruk mengikuti polaritas indikator; tanpa polaritas tidak diuji. Angka yang sama besar tidak dicatat.",
		"`lebih tinggi`, `lebih baik`, `lebih rendah` than another region, year or the target, and a rise or fall against a year told without a number, are held against the figures of the sentence and the indicator's realisasi. Better and worse follow the indicator's polarity; without one they are not tested. Equal figures are not reported."),
	Check: func(p *Pass) {
		for _, c := range p.claims(narasi.Compare) {
			p.checkComparison(c)
		}
		for _, c := range p.claims(narasi.Trend) {
			p.checkTrend(c)
		}
	},
})

func (p *Pass) checkComparison(c *claim) {
	if c.topic == nil || c.topic.kind == barisTopic {
		p.unresolved(c)
		return
	}
	dir := c.Dir
	if c.Good {
		switch c.topic.polarity {
		case calc.Up:
		case calc.Down:
			dir = -dir
		default:
			c.why = source.T("polaritas indikator tidak diketahui", "the indicator's polarity is not known")
			p.unresolved(c)
			return
		}
	}
	own := c.topic.get(narasi.Realisasi, c.year)
	other := p.numberOf(c, c.From)
	switch {
	case c.From != nil && (c.From.Percent && !c.topic.percent() || c.From.Money || c.From.Points):
		other = nil
	case other == nil && c.Base == narasi.Target:
		other = c.topic.get(narasi.Target, c.year)
	case other == nil && c.before != 0 && c.before != c.year:
		other = c.topic.get(narasi.Realisasi, c.before)
	}
	if own == nil || other == nil || !calc.Near(own.Value, other.Value) {
		p.unresolved(c)
		return
	}
	p.ordered(c, dir, own, other)
}

func (p *Pass) checkTrend(c *claim) {
	if c.topic == nil || c.topic.kind == barisTopic || c.before == 0 || c.before == c.year {
		p.unresolved(c)
		return
	}
	for _, a := range []narasi.Aspect{narasi.Realisasi, narasi.Capaian} {
		now, then := c.topic.get(a, c.year), c.topic.get(a, c.before)
		if now != nil && then != nil {
			if a == narasi.Realisasi { // a rise of capaian may be what is meant
				x, y := c.topic.get(narasi.Capaian, c.year), c.topic.get(narasi.Capaian, c.before)
				if x != nil && y != nil && calc.Judge(order(c.Dir, x, y)).State == calc.Holds {
					now, then = x, y
				}
			}
			p.ordered(c, c.Dir, now, then)
			return
		}
	}
	p.unresolved(c)
}

// order says that own is at least, or at most, the other.
func order(dir int, own, other *schema.Figure) *calc.Relation {
	if dir > 0 {
		return calc.NotAbove(other, own)
	}
	return calc.NotAbove(own, other)
}

// ordered declares the order as a statement about the sentence: neither figure is at fault, the words are.
func (p *Pass) ordered(c *claim, dir int, own, other *schema.Figure) {
	r := order(dir, own, other)
	if c.narrowed && calc.Judge(r).State == calc.Broken {
		p.unresolvedPart(c)
		return
	}
	r.Terms[0].Fixed = true
	r.Result.Fixed = true
	said := c.s().Tokens[c.First].Lower
	if c.Kind == narasi.Compare && c.First > 0 {
		said = c.s().Tokens[c.First-1].Lower + " " + said
	}
	c.judged = true
	p.RelateAs(r, About{Describe: func(_ *calc.Fault, f *Finding) {
		f.at(c.node())
		f.Path, f.Place = c.node().Path(), c.node().Place
		f.Stated, f.Expected, f.Sebab = said, "", source.Text{}
		f.Kondisi = source.T("Kalimat %s menyebut %s, sedangkan angkanya %s dan pembandingnya %s", "The sentence %s says %s, but the figure is %s and what it is compared with %s",
			c.quote(), quoted(said), source.FormatNumber(own.Value, own.Decimals), source.FormatNumber(other.Value, other.Decimals))
		f.Rekomendasi = source.T("Agar kata %s atau angka yang dibandingkan diperiksa kembali", "Check the word %s or the figures compared again", quoted(said))
	}})
}
