package rules

import (
	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "kenaikan-narasi-tak-sesuai",
	Title:    source.T("Kenaikan atau penurunan dalam narasi berbeda dari angkanya", "A rise or fall told in prose differs from the figures"),
	Severity: Tinggi,
	Basis: source.T("poin = nilai kini − nilai sebelumnya; persen = (nilai kini − nilai sebelumnya) ÷ nilai sebelumnya × 100 · PermenPANRB 53/2014 Lampiran II (Bab III huruf A butir 2), Lampiran III (III.7)",
		"points = now − before; percent = (now − before) ÷ before × 100 · PermenPANRB 53/2014 Lampiran II (Bab III A point 2), Lampiran III (III.7)"),
	Checklist: []string{"III.7"},
	Doc: source.T("Kalimat seperti `naik 52,0 poin atau 23,69% dibandingkan tahun 2023` dihitung ulang dari angka di kalimat itu, atau dari realisasi indikator yang disebutnya. Poin adalah selisih, persen adalah selisih dibagi nilai sebelumnya; persen atas angka yang sudah berupa persen boleh keduanya. Kata hampir dan sekitar melonggarkan angka. Rata-rata kenaikan dan kenaikan yang tidak jelas pembandingnya tidak diuji.",
		"Sentences such as `up 52.0 points or 23.69% on 2023` are recomputed from the figures in the sentence, or from the realisasi of the indicator they name. Points are a difference, percent the difference over the value before; of a figure that is itself a percentage either counts. Words like hampir and sekitar widen the number. Average rises, and rises against something unclear, are not tested."),
	Check: func(p *Pass) {
		var first *claim // the amount whose percentage may follow: "55,5 poin atau 25,28%"
		var broken bool
		for _, c := range p.claims(narasi.Change) {
			if c.Number == nil {
				p.checkDirection(c)
				continue
			}
			if broken && first.in == c.in && first.sentence == c.sentence && c.Number.Percent && !first.Number.Percent && p.followsFrom(c, first) {
				continue // wrong because the amount before it is
			}
			first, broken = c, p.checkChange(c)
		}
	},
})

// compared are the pairs of figures a change can be about: those of the sentence, else the topic's own, now and before.
func (p *Pass) compared(c *claim) (pairs [][2]*schema.Figure) {
	number := func(n *narasi.Number) *schema.Figure {
		if n == nil || n.High != nil {
			return nil
		}
		return p.prose().number(c.in, n)
	}
	to, from := number(c.To), number(c.From)
	if to != nil && from != nil {
		return [][2]*schema.Figure{{to, from}}
	}
	if c.topic == nil || c.topic.kind == barisTopic || c.From != nil && c.From.Money {
		return nil
	}
	before := c.before
	if before == 0 {
		before = c.year - 1
	}
	for _, a := range []narasi.Aspect{narasi.Realisasi, narasi.Capaian, narasi.Target} {
		now, then := c.topic.get(a, c.year), c.topic.get(a, before)
		if c.Base == narasi.Target && a == narasi.Realisasi {
			then = c.topic.get(narasi.Target, c.year)
		}
		if to != nil {
			now = to
		}
		if from != nil {
			then = from
		}
		if now != nil && then != nil && now != then {
			pairs = append(pairs, [2]*schema.Figure{now, then})
		}
	}
	return pairs
}

// relations are the readings of a change: a difference for points, a growth for percent, either where the figures are
// percentages themselves.
func (c *claim) relations(f *schema.Figure, pairs [][2]*schema.Figure) (out []*calc.Relation) {
	for _, pair := range pairs {
		now, then := pair[0], pair[1]
		difference := calc.Difference(f, now, then)
		if c.Dir < 0 {
			difference = calc.Difference(f, then, now)
		}
		growth := calc.Increase(f, now, then)
		if c.Dir < 0 && f.Value.Sign() > 0 {
			growth.Result.Figure = negative(f)
		}
		percentages := now.Percent || then.Percent || c.topic != nil && c.topic.percent()
		switch {
		case c.Number.Percent && percentages:
			out = append(out, difference, growth)
		case c.Number.Percent:
			out = append(out, growth)
		default:
			out = append(out, difference)
		}
	}
	return out
}

// percent reports whether the topic's own figures are percentages.
func (t *topic) percent() bool {
	if t.indikator == nil {
		return false
	}
	unit := schema.Normal(t.indikator.Satuan.S)
	return unit == "persen" || unit == "" && t.indikator.Satuan.S == "%" || len(canonicalWords(t.name)) > 0 && canonicalWords(t.name)[0] == "persentase"
}

// counts reports whether the topic counts things: its unit is none that is measured.
func (t *topic) counts() bool {
	return t.indikator != nil && t.indikator.Satuan.IsSet() && !reMeasured.MatchString(t.indikator.Satuan.S)
}

func (p *Pass) checkChange(c *claim) (broken bool) {
	f := p.stated(c)
	if f == nil || !f.IsNumber() {
		return false
	}
	r, holds := holding(c.relations(f, p.compared(c))...)
	if r == nil {
		p.unresolved(c)
		return false
	}
	what := source.T("kenaikan", "a rise of")
	if c.Dir < 0 {
		what = source.T("penurunan", "a fall of")
	}
	r.Result.Name = what
	if c.topic != nil && c.topic.counts() { // things are counted, not rounded
		for i := range r.Terms {
			r.Terms[i].Exact = r.Terms[i].Figure.Decimals == 0
		}
		holds = calc.Judge(r).State == calc.Holds
	}
	about := aboutClaim(c, r.Result.Figure, what)
	describe := about.Describe
	about.Describe = func(fault *calc.Fault, f *Finding) {
		describe(fault, f)
		c.targetUsed(fault, r, f)
	}
	p.relateClaim(r, about)
	return !holds
}

// targetUsed recognises the most frequent slip: the difference to the target instead of to the realisasi.
func (c *claim) targetUsed(fault *calc.Fault, r *calc.Relation, f *Finding) {
	if c.topic == nil || fault.Figure != r.Result.Figure || r.Op != calc.Linear || c.Dir < 0 {
		return
	}
	target, then := c.topic.get(narasi.Target, c.year), r.Terms[1].Figure
	if target != nil && calc.Judge(calc.Difference(fault.Figure, target, then)).State == calc.Holds {
		f.Sebab = source.T("diduga %s = target %s − %s: target dipakai sebagai ganti realisasi", "presumably %s = target %s − %s: the target was used in place of the realisasi",
			source.FormatNumber(fault.Figure.Value, fault.Figure.Decimals), target.Show(), then.Show())
	}
}

// followsFrom reports whether a percentage is right for the wrong amount before it.
func (p *Pass) followsFrom(c, first *claim) bool {
	for _, pair := range p.compared(c) {
		if calc.Judge(calc.Percentage(p.prose().number(c.in, c.Number), p.prose().number(first.in, first.Number), pair[1])).State == calc.Holds {
			return true
		}
	}
	return false
}

// checkDirection tests a change of which only both ends are told: "turun dari 70 menjadi 75".
func (p *Pass) checkDirection(c *claim) {
	if c.From == nil || c.To == nil || c.From.High != nil || c.To.High != nil || c.From.Percent != c.To.Percent || c.From.Money != c.To.Money {
		return
	}
	from, to := p.prose().number(c.in, c.From), p.prose().number(c.in, c.To)
	r := calc.NotAbove(from, to)
	if c.Dir < 0 {
		r = calc.NotAbove(to, from)
	}
	p.relateClaim(r, About{Severity: Sedang, Describe: func(_ *calc.Fault, f *Finding) {
		word := c.s().Tokens[c.First].Lower
		f.Stated = word
		f.Kondisi = source.T("Kalimat %s menyebut %s, sedangkan angkanya dari %s menjadi %s", "The sentence %s says %s, but the figures go from %s to %s",
			c.quote(), quoted(word), shownAs(from), shownAs(to))
		f.Expected = ""
		f.Rekomendasi = source.T("Agar kata %s atau kedua angkanya diperiksa kembali", "Check the word %s or both figures again", quoted(word))
	}})
}
