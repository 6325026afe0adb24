package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "komponen-melebihi-maksimal",
	Title:    source.T("Nilai komponen melebihi bobot atau nilai maksimalnya", "A component scores more than its weight or maximum"),
	Severity: Tinggi,
	Basis: source.T("nilai komponen ≤ bobot atau nilai maksimal komponen menurut peraturan penilaiannya · PermenPANRB 53/2014 Lampiran III (II.5)",
		"component score ≤ its weight or maximum by the regulation of the assessment · PermenPANRB 53/2014 Lampiran III (II.5)"),
	Checklist: []string{"II.5"},
	Doc: source.T("Nilai setiap komponen dan subkomponen paling banyak nilai maksimalnya, atau bobotnya bila nilai komponen sudah tertimbang; jumlah nilai paling banyak nilai tertinggi skemanya. Pada skema yang komponennya bernilai 0–100 (misalnya maturitas SPIP) bobot bukan batas.",
		"Every component and subcomponent scores at most its maximum, or its weight where scores are weighted already; the total at most the highest score of the scheme. Where components are scored on a scale of their own (as in SPIP maturity) the weight is no limit."),
	Check: func(p *Pass) {
		for _, a := range p.assessments() {
			p.limitComponents(a.Komponen, a.adds() && a.weightsInFractions() == a.scoresInFractions())
			switch {
			case a.Jumlah.Maksimal.IsNumber():
				p.atMost(&a.Jumlah.Nilai, &a.Jumlah.Maksimal, nil)
			case a.scale != nil:
				p.atMost(a.score(), &a.scale.Maksimal, a.scheme)
			}
		}
	},
})

func (p *Pass) limitComponents(komponen []schema.Komponen, adds bool) {
	for i := range komponen {
		k := &komponen[i]
		limit := &k.Maksimal
		if !limit.IsNumber() && adds {
			limit = &k.Bobot
		}
		p.atMost(&k.Nilai, limit, nil)
		p.limitComponents(k.Komponen, adds)
	}
}

// atMost relates two figures as they are printed: 40,2 is above 40, whatever it was rounded from. s is the scheme whose limit
// it is, nil for a limit that the report prints.
func (p *Pass) atMost(f, limit *schema.Figure, s *schema.Skema) {
	if !limit.IsNumber() {
		return
	}
	r := calc.NotAbove(f, limit)
	r.Result.Exact, r.Terms[0].Exact = true, true
	if s == nil {
		p.Relate(r)
		return
	}
	r.Terms[0].Fixed = true
	r.Terms[0].Name = source.T("nilai tertinggi menurut %s", "the highest score by %s", s.Dasar.S)
	p.RelateAs(r, About{Rekomendasi: source.T("Agar nilai diperiksa pada hasil penilaiannya; nilai tertingginya %s", "Check the score against the assessment; the highest is %s", showFixed(limit)),
		Describe: func(_ *calc.Fault, out *Finding) { unverified(out, s.Terverifikasi, s.Nama.S) }})
}

// adds reports whether component scores are weighted already, so that they add up to the total.
func (a assessed) adds() bool {
	sum := calc.Judge(calc.Sum(&a.Jumlah.Nilai, scoresOf(a.Komponen)...)).State
	if a.scheme == nil || !a.scheme.Cara.IsSet() {
		return sum == calc.Holds
	}
	if weighted := weightedSum(a, false); sum == calc.Broken && weighted != nil && calc.Judge(weighted).State == calc.Holds {
		return false // the table prints the scores before weighting
	}
	return a.scheme.Cara.S == "jumlah"
}

func scoresOf(komponen []schema.Komponen) []*schema.Figure {
	var all []*schema.Figure
	for i := range komponen {
		all = append(all, &komponen[i].Nilai)
	}
	return all
}
