package rules

import (
	"math/big"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "klaim-tercapai-bertentangan",
	Title:    source.T("Narasi menyatakan target tercapai atau belum tercapai, sedangkan capaiannya sebaliknya", "Prose says a target is met or missed where the capaian says otherwise"),
	Severity: Tinggi,
	Basis: source.T("target tercapai bila capaian ≥ 100 % · PermenPANRB 53/2014 Lampiran II (Bab III huruf A butir 1), Lampiran III (I.3, II.5)",
		"a target is met where capaian ≥ 100 % · PermenPANRB 53/2014 Lampiran II (Bab III A point 1), Lampiran III (I.3, II.5)"),
	Checklist: []string{"I.3", "II.5"},
	Doc: source.T("`telah mencapai target` atau `target telah tercapai` dibandingkan dengan capaian indikator yang disebut; `belum` atau `tidak mencapai target` juga. Bila kalimat berbicara tentang IKU atau seluruh indikator, setiap indikator sasaran dilihat. Rencana, harapan, syarat (`untuk mencapai target`, `agar target tercapai`), pernyataan tentang sebagian, dan `sesuai dengan target` bukan klaim.",
		"`telah mencapai target` or `target telah tercapai` is held against the capaian of the indicator named, and so is `belum` or `tidak mencapai target`. Where a sentence speaks of the IKU or of all indicators, every indicator of the sasaran is looked at. Plans, hopes, conditions, statements on a part and `sesuai dengan target` are no claims."),
	Check: func(p *Pass) {
		for _, c := range p.claims(narasi.Status) {
			p.checkStatus(c)
		}
	},
})

const (
	metName    = "target tercapai"
	missedName = "target belum tercapai"
)

// attainment names a capaian as met or missed.
var attainment = &schema.Skala{
	Nama: schema.Teks{S: "batas ketercapaian target (capaian 100 %)"},
	Baris: []schema.BarisSkala{
		{Minimal: *calc.Constant(big.NewRat(100, 1)), Sebutan: schema.Teks{S: metName}},
		{KurangDari: *calc.Constant(big.NewRat(100, 1)), Sebutan: schema.Teks{S: missedName}},
	},
}

func (p *Pass) checkStatus(c *claim) {
	if c.narrowed {
		p.unresolvedPart(c)
		return
	}
	topics := p.statusTopics(c)
	if len(topics) == 0 {
		p.unresolved(c)
		return
	}
	var first *calc.Relation
	for _, t := range topics {
		capaian := t.get(narasi.Capaian, c.year)
		if capaian == nil {
			continue
		}
		label := schema.Teks{Node: c.node(), S: missedName}
		if c.Met {
			label.S = metName
		}
		r := calc.Band(label, capaian, attainment)
		r.Result.Fixed = true
		r.Result.Name = source.T("capaian %s", "capaian of %s", t.name)
		switch state := calc.Judge(r).State; {
		case first == nil, state == calc.Broken && calc.Judge(first).State != calc.Broken:
			first = r
		}
	}
	if first == nil {
		p.unresolved(c)
		return
	}
	c.judged = true
	p.RelateAs(first, About{Describe: func(_ *calc.Fault, f *Finding) {
		f.Stated = c.Word
		f.Expected = missedName
		if !c.Met {
			f.Expected = metName
		}
		capaian := first.Result.Figure
		f.Kondisi = source.T("Kalimat %s menyatakan %s, sedangkan %s adalah %s %%", "The sentence %s says %s, but the %s is %s %%",
			c.quote(), quoted(c.Word), first.Result.Name, source.FormatNumber(capaian.Value, capaian.Decimals))
		f.Rekomendasi = source.T("Agar pernyataan tentang ketercapaian target disesuaikan dengan capaian %s %%", "Make the statement on the target agree with the capaian of %s %%",
			source.FormatNumber(capaian.Value, capaian.Decimals))
	}})
}

// statusTopics are the indicators a statement is about: the one named, or all of the sasaran for "IKU", "seluruh indikator".
// Without a word for all, several indicators make "IKU telah mencapai target" a statement on nobody knows which.
func (p *Pass) statusTopics(c *claim) []*topic {
	if c.topic != nil {
		if c.topic.kind == indikatorTopic {
			return []*topic{c.topic}
		}
		return nil
	}
	s := c.s()
	every, subject := false, false
	for k := 0; k < len(s.Tokens) && k < c.Last; k++ {
		every = every || s.Tokens[k].Is("seluruh", "semua", "seluruhnya", "semuanya", "setiap", "keseluruhan")
		subject = subject || s.Tokens[k].Is("iku", "indikator", "sasaran")
	}
	if !every || !subject || !c.Met || anyWord(s, 0, len(s.Tokens), "kecuali", "selain", "hanya", "kurang") {
		return nil
	}
	var out []*topic
	for _, t := range p.prose().glossary.measure {
		if t.kind == indikatorTopic && t.sasaran && !t.doubled {
			out = append(out, t)
		}
	}
	return out
}
