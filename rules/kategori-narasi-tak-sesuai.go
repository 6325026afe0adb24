package rules

import (
	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "kategori-narasi-tak-sesuai",
	Title:    source.T("Kategori atau predikat dalam narasi tidak cocok dengan nilainya", "A category named in prose does not fit the score"),
	Severity: Tinggi,
	Basis: source.T("skala capaian laporan atau skala resmi penilaian yang bersangkutan · PermenPANRB 53/2014 Lampiran III (I.3, II.5)",
		"the report's own scale of capaian or the official scale of the assessment · PermenPANRB 53/2014 Lampiran III (I.3, II.5)"),
	Checklist: []string{"I.3", "II.5"},
	Doc: source.T("Kata sesudah kategori, predikat, sebutan, atau interpretasi dicocokkan dengan nilai yang disebut kalimat itu, atau nilai indikator yang dimaksud, pada skala yang mengenal kata itu: skala capaian laporan, atau skala resmi penilaian indikatornya. Syarat (`kategori Baik ke atas`), rencana, dan kata yang tidak ada pada skala tidak diuji.",
		"The word after kategori, predikat, sebutan or interpretasi is held against the score in the sentence, or that of the indicator it speaks of, on the scale that knows the word: the report's scale of capaian, or the official scale of the indicator's assessment. Conditions, plans and words no scale has are not tested."),
	Check: func(p *Pass) {
		for _, c := range p.claims(narasi.Category) {
			p.checkCategory(c)
		}
	},
})

func (p *Pass) checkCategory(c *claim) {
	if c.topic == nil {
		c.topic = p.prose().onlyIndicator(c)
	}
	var relations []*calc.Relation
	add := func(scale *schema.Skala, score *schema.Figure) {
		if scale == nil || !score.IsNumber() {
			return
		}
		if label := c.labelOn(scale); label.IsSet() && len(calc.Rows(scale, score.Value)) > 0 {
			r := calc.Band(label, score, scale)
			r.Result.Fixed = true
			relations = append(relations, r)
		}
	}
	own := c.in.ReportScale()
	percent, bare := p.scoreBeside(c, true), p.scoreBeside(c, false)
	if percent == nil && bare == nil && c.topic != nil && c.topic.indikator != nil && !c.ofParts() {
		percent = c.topic.get(narasi.Capaian, c.year)
	}
	if c.Word == "interpretasi" || percent != nil {
		add(own, percent)
	}
	if c.Word != "interpretasi" && c.topic != nil && c.topic.kind == indikatorTopic && c.topic.assessed != nil && c.topic.assessed.scale != nil && c.why.IsZero() {
		score := bare
		if score == nil || len(calc.Rows(c.topic.assessed.scale, score.Value)) == 0 {
			score = p.assessedScore(c)
		}
		add(c.topic.assessed.scale, score)
	}
	r, holds := holding(relations...)
	if r == nil {
		if c.why.IsZero() {
			c.why = source.T("nilai atau skala untuk kategori ini tidak ada", "there is no score or scale for this category")
		}
		p.unresolved(c)
		return
	}
	if !holds && c.narrowed && outsideSentence(r) {
		p.unresolvedPart(c)
		return
	}
	if !holds && len(relations) > 1 && relations[0].Scale != relations[1].Scale {
		// The word stands on two scales: the one the sentence speaks of decides, and it is the assessment's for kategori.
		if c.Word == "kategori" || c.Word == "sebutan" {
			r = relations[len(relations)-1]
		}
	}
	c.judged = true
	p.RelateAs(r, About{Describe: func(_ *calc.Fault, f *Finding) {
		score := r.Result.Figure
		f.Kondisi = source.T("Kalimat %s menyebut %s %s, sedangkan %s memberi %s untuk nilai %s", "The sentence %s gives %s %s, but %s gives %s for %s",
			c.quote(), c.Word, quoted(r.Label.S), r.Scale.Nama.S, quoted(f.Expected), source.FormatNumber(score.Value, score.Decimals))
		f.Rekomendasi = source.T("Agar %s pada kalimat ini disesuaikan menjadi %s, atau nilainya diperiksa kembali", "Change the %s in this sentence to %s, or check the score again",
			c.Word, quoted(f.Expected))
	}})
}
