package rules

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"sync"

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

// score is the assessment's score on the scale of its scheme. Work papers that give weights and weighted scores as fractions
// of one are read on a scale of hundred.
func (a assessed) score() *schema.Figure {
	if a.scoresInFractions() {
		return calc.Scaled(&a.Jumlah.Nilai, big.NewRat(100, 1))
	}
	return &a.Jumlah.Nilai
}

// scoresInFractions reports whether weights and scores are fractions of one: 0,2410 for 24,10.
func (a assessed) scoresInFractions() bool {
	return a.weightsInFractions() && a.Jumlah.Nilai.IsNumber() && calc.Judge(calc.NotAbove(&a.Jumlah.Nilai, calc.Constant(big.NewRat(1, 1)))).State == calc.Holds
}

// weightsInFractions reports whether the printed weights add up to one.
func (a assessed) weightsInFractions() bool {
	weights := make([]*schema.Figure, 0, len(a.Komponen))
	for i := range a.Komponen {
		weights = append(weights, &a.Komponen[i].Bobot)
	}
	total := calc.Total(weights...)
	if total == nil || len(weights) == 0 {
		total = &a.Jumlah.Bobot
	}
	return total.IsNumber() && calc.Judge(calc.Same(total, calc.Constant(big.NewRat(1, 1)))).State == calc.Holds
}

// factor is what one point of the scheme's weights is worth in the printed table.
func (a assessed) factor() *big.Rat {
	if a.weightsInFractions() {
		return big.NewRat(1, 100)
	}
	return big.NewRat(1, 1)
}

// weightedSum is Σ weight × score ÷ 100 with the printed weights, else with the scheme's, or with the scheme's alone; nil where
// one is missing.
func weightedSum(a assessed, official bool) *calc.Relation {
	r := calc.Sum(&a.Jumlah.Nilai)
	var scheme []schema.KomponenSkema
	if a.scheme != nil {
		scheme = a.scheme.Komponen
	}
	pairs, missing := pairComponents(a.Komponen, scheme, a.factor())
	if a.scheme != nil && len(missing) > 0 {
		return nil
	}
	for _, pair := range pairs {
		weight, whole := &pair.printed.Bobot, big.NewRat(100, 1)
		if a.weightsInFractions() {
			whole = big.NewRat(1, 1)
		}
		if (official || !weight.IsNumber()) && pair.scheme != nil {
			weight, whole = &pair.scheme.Bobot, big.NewRat(100, 1)
		}
		if !weight.IsNumber() {
			return nil
		}
		r.Terms = append(r.Terms, calc.Term{Figure: &pair.printed.Nilai, Weight: new(big.Rat).Quo(weight.Value, whole), Name: source.Same(pair.printed.Nama.S)})
	}
	return r
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
	if schema.FindScheme(s.ID.S) == s {
		return slices.Contains(indexesNamed(name), s)
	}
	for _, part := range append(strings.Split(name, "/"), name) {
		for _, known := range s.Indikator {
			if sameName(part, known.S) {
				return true
			}
		}
	}
	return false
}

// indexNames are the official schemes by the names of indicators that carry their score.
var indexNames = sync.OnceValue(func() map[string][]*schema.Skema {
	names := map[string][]*schema.Skema{}
	for _, s := range schema.OfficialSchemes() {
		for _, known := range s.Indikator {
			for _, key := range []string{folded(known.S), folded(unbracketed(known.S))} {
				if key != "" && !slices.Contains(names[key], s) {
					names[key] = append(names[key], s)
				}
			}
		}
	}
	return names
})

// indexesNamed are the official schemes whose score an indicator of that name gives, also where it gives two names.
func indexesNamed(name string) []*schema.Skema {
	var found []*schema.Skema
	for _, part := range append(strings.Split(name, "/"), name) {
		for _, key := range []string{folded(part), folded(unbracketed(part))} {
			found = append(found, indexNames()[key]...)
		}
	}
	return found
}

// schemeName is what a message calls the score of a scheme.
func schemeName(s *schema.Skema) string {
	if s.Nama.IsSet() {
		return "nilai " + s.Nama.S
	}
	return "nilai " + s.ID.S
}

// onScale reports whether a figure can be a score of the scale: an index of 0,66 is no score between 100 and 400.
func onScale(f *schema.Figure, scale *schema.Skala) bool {
	if scale == nil || !f.IsNumber() {
		return f.IsNumber()
	}
	low := calc.Judge(calc.NotAbove(&scale.Minimal, f))
	high := calc.Judge(calc.NotAbove(f, &scale.Maksimal))
	return low.State != calc.Broken && high.State != calc.Broken
}

// pairing is a printed component with that of its scheme.
type pairing struct {
	printed *schema.Komponen
	scheme  *schema.KomponenSkema // nil: the scheme has no such component
}

// pairComponents finds each printed component in the scheme; missing are those of the scheme that are not printed. A component that
// stands in the place of the only missing one and has its weight is that component under another name.
func pairComponents(printed []schema.Komponen, scheme []schema.KomponenSkema, factor *big.Rat) (pairs []pairing, missing []*schema.KomponenSkema) {
	taken := map[int]bool{}
	for i := range printed {
		pair := pairing{printed: &printed[i]}
		for j := range scheme {
			if !taken[j] && isComponent(printed[i].Nama.S, &scheme[j]) {
				pair.scheme, taken[j] = &scheme[j], true
				break
			}
		}
		pairs = append(pairs, pair)
	}
	for i := range pairs {
		if pairs[i].scheme == nil && i < len(scheme) && !taken[i] && sameWeight(pairs[i].printed, &scheme[i], factor) {
			pairs[i].scheme, taken[i] = &scheme[i], true
		}
	}
	for j := range scheme {
		if !taken[j] {
			missing = append(missing, &scheme[j])
		}
	}
	return pairs, missing
}

// reNumbered are numbers before a component's name: "1.", "A.", "IV)".
var reNumbered = regexp.MustCompile(`^\s*(?:\d+|[A-Za-z]|[IVX]+)\s*[.)]\s*`)

// reKindOfPart are words that say what a component is, before its name.
var reKindOfPart = regexp.MustCompile(`(?i)^\s*(aspek|dimensi|komponen|unsur|indikator|domain)\s+`)

func isComponent(name string, k *schema.KomponenSkema) bool {
	name = reNumbered.ReplaceAllString(name, "")
	name = reKindOfPart.ReplaceAllString(name, "")
	for _, known := range append([]schema.Teks{k.Nama}, k.Alias...) {
		if nearName(name, known.S) {
			return true
		}
	}
	return false
}

// sameWeight reports whether the printed weight or maximum is the scheme's.
func sameWeight(k *schema.Komponen, s *schema.KomponenSkema, factor *big.Rat) bool {
	own, right := weightOf(k), schemeWeight(s, factor)
	return own.IsNumber() && right.IsNumber() && calc.Judge(calc.Same(own, right)).State == calc.Holds
}

// weightOf is the printed weight, or the maximum where no weight is printed.
func weightOf(k *schema.Komponen) *schema.Figure {
	if k.Bobot.IsNumber() {
		return &k.Bobot
	}
	return &k.Maksimal
}

// schemeWeight is the scheme's weight or maximum in the units of the printed table.
func schemeWeight(s *schema.KomponenSkema, factor *big.Rat) *schema.Figure {
	f := &s.Bobot
	if !f.IsNumber() {
		f = &s.Maksimal
	}
	if f.IsNumber() && factor.Cmp(big.NewRat(1, 1)) != 0 {
		return calc.Constant(new(big.Rat).Mul(f.Value, factor))
	}
	return f
}
