package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "jumlah-nilai-tak-sesuai",
	Title:    source.T("Jumlah nilai berbeda dari jumlah komponennya", "The total score differs from the sum of its components"),
	Severity: Tinggi,
	Basis: source.T("jumlah = Σ komponen, atau Σ bobot × nilai ÷ 100 menurut peraturan penilaiannya · PermenPANRB 53/2014 Lampiran III (II.5)",
		"total = Σ components, or Σ weight × score ÷ 100 by the regulation of the assessment · PermenPANRB 53/2014 Lampiran III (II.5)"),
	Checklist: []string{"II.5"},
	Doc: source.T("Nilai, bobot dan nilai maksimal dijumlahkan pada setiap tingkat. Skema yang menghitung Σ bobot × nilai ÷ 100 dihitung demikian, dan skema yang caranya tidak dicatat tidak diuji nilainya. Bila tabel hanya memuat sebagian komponen skemanya, jumlahnya tidak diuji. Penilaian tanpa skema yang dikenal diterima bila cocok dengan jumlah, jumlah tertimbang, atau rata-rata.",
		"Scores, weights and maxima are added up at every level. Schemes that take Σ weight × score ÷ 100 are computed so, and those whose way is not recorded are not tested. Where a table shows only some components of its scheme the total is not tested. An assessment without a known scheme may be a sum, a weighted sum, or a mean."),
	Check: func(p *Pass) {
		for _, a := range p.assessments() {
			if len(a.Komponen) == 0 {
				continue
			}
			if a.scheme != nil && len(a.Komponen) < len(a.scheme.Komponen) {
				p.Untested(a.Node, source.T("%d dari %d komponen %s dimuat, sehingga jumlahnya tidak diuji", "%d of %d components of %s are shown, so their total is not tested",
					len(a.Komponen), len(a.scheme.Komponen), schemeName(a.scheme)))
			} else {
				p.relateFilled(&a.Jumlah.Bobot, a.Komponen, weightColumn)
				p.relateFilled(&a.Jumlah.Maksimal, a.Komponen, maximumColumn)
				p.relateScore(a)
			}
			p.relateParts(a, a.Komponen)
		}
	},
})

// relateFilled relates a total with one column of its parts, where any part has it.
func (p *Pass) relateFilled(total *schema.Figure, komponen []schema.Komponen, column func(*schema.Komponen) *schema.Figure) {
	for i := range komponen {
		if column(&komponen[i]).IsSet() {
			p.Relate(sumOfParts(total, komponen, column))
			return
		}
	}
}

// sumOfParts is the sum of one column, each term called by its component.
func sumOfParts(total *schema.Figure, komponen []schema.Komponen, column func(*schema.Komponen) *schema.Figure) *calc.Relation {
	r := calc.Sum(total)
	for i := range komponen {
		r.Terms = append(r.Terms, calc.Term{Figure: column(&komponen[i]), Name: source.Same(komponen[i].Nama.S)})
	}
	return r
}

func weightColumn(k *schema.Komponen) *schema.Figure  { return &k.Bobot }
func maximumColumn(k *schema.Komponen) *schema.Figure { return &k.Maksimal }
func scoreColumn(k *schema.Komponen) *schema.Figure   { return &k.Nilai }

func (p *Pass) relateScore(a assessed) {
	if !a.Jumlah.Nilai.IsSet() {
		return
	}
	sum := sumOfParts(&a.Jumlah.Nilai, a.Komponen, scoreColumn)
	weighted := weightedSum(a, false)
	way := ""
	if a.scheme != nil {
		way = a.scheme.Cara.S
	}
	switch way {
	case "jumlah":
		if !a.adds() {
			sum = weighted
		}
		p.Relate(sum)
		return
	case "tertimbang":
		// A weight that is printed wrong is bobot-tak-sesuai; the score may follow the right one all the same.
		if own := weightedSum(a, true); own != nil && calc.Judge(own).State == calc.Holds {
			p.Relate(own)
		} else if weighted != nil {
			p.Relate(weighted)
		}
		return
	case "tidak-dihitung":
		p.Untested(a.Jumlah.Nilai.Node, source.T("cara menghitung %s dari komponennya belum dicatat", "how %s follows from its components is not recorded", schemeName(a.scheme)))
		return
	}
	candidates := []*calc.Relation{sum, calc.Average(&a.Jumlah.Nilai, scoresOf(a.Komponen)...)}
	if weighted != nil {
		candidates = append(candidates, weighted)
	}
	for _, r := range candidates {
		if calc.Judge(r).State == calc.Holds {
			p.Relate(r)
			return
		}
	}
	if a.limited() {
		p.Relate(sum)
		return
	}
	p.Untested(a.Jumlah.Nilai.Node, source.T("skema %s tidak dikenal, sehingga cara menghitung jumlahnya tidak pasti", "the scheme %s is not known, so how the total is computed is not certain", quoted(a.Skema.S)))
}

// limited reports whether every score lies within its weight or maximum, as scores that add up do.
func (a assessed) limited() bool {
	for i := range a.Komponen {
		k := &a.Komponen[i]
		if !weightOf(k).IsNumber() || calc.Judge(calc.NotAbove(&k.Nilai, weightOf(k))).State == calc.Broken {
			return false
		}
	}
	return true
}

// relateParts relates components with their subcomponents, at every level.
func (p *Pass) relateParts(a assessed, komponen []schema.Komponen) {
	for i := range komponen {
		k := &komponen[i]
		if len(k.Komponen) == 0 {
			continue
		}
		p.relateFilled(&k.Bobot, k.Komponen, weightColumn)
		p.relateFilled(&k.Maksimal, k.Komponen, maximumColumn)
		if a.adds() {
			p.relateFilled(&k.Nilai, k.Komponen, scoreColumn)
		}
		p.relateParts(a, k.Komponen)
	}
}
