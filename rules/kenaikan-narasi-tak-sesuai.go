package rules

import (
	"strings"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
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
				first.follower = c // wrong because the amount before it is
				continue
			}
			first, broken = c, p.checkChange(c)
		}
	},
})

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
		if c.follower != nil && fault.Figure == r.Result.Figure {
			p.alsoWrong(c.follower, f)
		}
	}
	p.relateClaim(c, r, about)
	return !holds
}

// alsoWrong adds the percentage that goes with a wrong amount: "55,5 poin atau 25,28%".
func (p *Pass) alsoWrong(c *claim, f *Finding) {
	number := p.prose().number(c.in, c.Number)
	r, _ := holding(c.relations(number, p.compared(c))...)
	if r == nil || len(calc.AtFaceValue(r)) == 0 {
		return
	}
	right := withUnitOf(number, strings.TrimPrefix(ShowInterval(number, calc.Point(calc.AtFaceValue(r)[0])), "-"))
	f.Expected += " atau " + right
	f.Kondisi = source.T("%s; %s yang menyertainya seharusnya %s", "%s; the %s that goes with it should be %s", f.Kondisi, shownAs(number), right)
	f.Rekomendasi = source.T("Agar kalimat ini diperbaiki menjadi %s, atau angka yang dirujuknya diperiksa kembali",
		"Change this sentence to %s, or check the figures it refers to again", f.Expected)
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
	p.relateClaim(c, r, About{Severity: Sedang, Describe: func(_ *calc.Fault, f *Finding) {
		word := c.s().Tokens[c.First].Lower
		f.Stated = word
		f.Kondisi = source.T("Kalimat %s menyebut %s, sedangkan angkanya dari %s menjadi %s", "The sentence %s says %s, but the figures go from %s to %s",
			c.quote(), quoted(word), shownAs(from), shownAs(to))
		f.Expected = ""
		f.Rekomendasi = source.T("Agar kata %s atau kedua angkanya diperiksa kembali", "Check the word %s or both figures again", quoted(word))
	}})
}
