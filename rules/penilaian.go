package rules

import (
	"math/big"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// assessed is an assessment with the scheme and scale it follows; either is nil where it is not known.
type assessed struct {
	*schema.Penilaian
	scheme *schema.Skema
	scale  *schema.Skala
}

// assessments are the assessments of the dossier.
func (p *Pass) assessments() []assessed {
	var all []assessed
	for _, pn := range schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.Penilaian { return l.Penilaian }) {
		a := assessed{Penilaian: pn, scheme: p.scheme(pn.Skema.S)}
		if a.scheme != nil {
			a.scale = p.scale(a.scheme.Skala.S)
		}
		all = append(all, a)
	}
	return all
}

// scheme is the scheme of that id: one the report declares before an official one.
func (p *Pass) scheme(id string) *schema.Skema {
	for _, s := range schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.Skema { return l.Skema }) {
		if id != "" && schema.Normal(s.ID.S) == schema.Normal(id) {
			return s
		}
	}
	return schema.FindScheme(id)
}

func (p *Pass) scale(id string) *schema.Skala {
	for _, s := range schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.Skala { return l.Skala }) {
		if id != "" && schema.Normal(s.ID.S) == schema.Normal(id) {
			return s
		}
	}
	return schema.FindScale(id)
}

// score is the assessment's score on the scale of its scheme. Work papers that give weights and scores as fractions of one
// are read on a scale of hundred.
func (a assessed) score() *schema.Figure {
	if a.factor().Cmp(big.NewRat(1, 1)) == 0 {
		return &a.Jumlah.Nilai
	}
	return calc.Scaled(&a.Jumlah.Nilai, new(big.Rat).Inv(a.factor()))
}

// factor is what one point of the scheme is worth in the printed table: 1/100 where the printed weights add up to one.
func (a assessed) factor() *big.Rat {
	one, hundredth := big.NewRat(1, 1), big.NewRat(1, 100)
	weights := make([]*schema.Figure, 0, len(a.Komponen))
	for i := range a.Komponen {
		weights = append(weights, &a.Komponen[i].Bobot)
	}
	total := calc.Total(weights...)
	if total == nil || len(weights) == 0 {
		total = &a.Jumlah.Bobot
	}
	if total.IsNumber() && calc.Judge(calc.Same(total, calc.Constant(one))).State == calc.Holds {
		return hundredth
	}
	return one
}

// limited caps a severity at what the verification of a scale or scheme allows, and says so in the finding.
func limited(severity Severity, verified schema.Teks) Severity {
	switch verified.S {
	case "tidak":
		return Rendah
	case "sebagian":
		return min(severity, Sedang)
	}
	return severity
}

// unverified adds to a finding that the bounds it rests on were not read in the regulation.
func unverified(f *Finding, verified schema.Teks, name string) {
	f.Severity = limited(f.Severity, verified)
	switch verified.S {
	case "tidak", "sebagian":
		f.Kondisi = source.T("%s (ketentuan %s belum seluruhnya dicocokkan dengan naskah peraturannya)", "%s (the terms of %s were not fully verified against the regulation)", f.Kondisi, name)
	}
}

// carriesIndex reports whether an indicator's name says that its realisasi is the score of the scheme.
func carriesIndex(s *schema.Skema, name string) bool {
	for _, part := range append(strings.Split(name, "/"), name) {
		for _, known := range s.Indikator {
			if sameName(part, known.S) {
				return true
			}
		}
	}
	return false
}
