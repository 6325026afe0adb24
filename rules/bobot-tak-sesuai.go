package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "bobot-tak-sesuai",
	Title:    source.T("Bobot komponen berbeda dari peraturan penilaiannya", "The weight of a component differs from the regulation"),
	Severity: Sedang,
	Basis: source.T("bobot dan nilai maksimal menurut peraturan penilaian, antara lain PermenPANRB 88/2021, 38/2018 dan 40/2018",
		"weights and maxima by the regulation of the assessment, among them PermenPANRB 88/2021, 38/2018 and 40/2018"),
	Checklist: []string{"II.5"},
	Doc: source.T("Bobot atau nilai maksimal setiap komponen dibandingkan dengan skema yang disebut; bobot sebagai pecahan dari satu (0,3) diterima. Bobot subkomponen dibandingkan bila susunannya sama dengan skema, karena daerah boleh memecahnya. Bobot yang seluruhnya milik skema lain, misalnya PermenPANRB 12/2015, dicatat sekali.",
		"The weight or maximum of each component is compared with the scheme named; weights as fractions of one (0,3) are accepted. Subcomponents are compared where they are those of the scheme, since a region may split them. Weights that are all those of another scheme, such as PermenPANRB 12/2015, are noted once."),
	Check: func(p *Pass) {
		for _, a := range p.assessments() {
			if a.scheme == nil || len(a.scheme.Komponen) == 0 {
				continue
			}
			if other := a.otherScheme(); other != nil {
				if !a.inForce() && successor(a.scheme, a.Tahun.Year()) == other {
					continue // only the name of the scheme is wrong: skema-tak-berlaku
				}
				p.reportOther(a, other)
				continue
			}
			p.relateWeights(a, a.Komponen, a.scheme.Komponen)
		}
	},
})

func (p *Pass) relateWeights(a assessed, printed []schema.Komponen, scheme []schema.KomponenSkema) {
	pairs, _ := pairComponents(printed, scheme, a.factor())
	for _, pair := range pairs {
		if pair.scheme == nil {
			continue
		}
		own, right := weightOf(pair.printed), schemeWeight(pair.scheme, a.factor())
		if right.IsNumber() {
			r := calc.Same(own, right)
			r.Result.Exact, r.Terms[0].Fixed = true, true
			r.Terms[0].Name = source.T("menurut %s", "by %s", a.scheme.Dasar.S)
			p.RelateAs(r, About{Severity: limited(Sedang, a.scheme.Terverifikasi),
				Kondisi:     source.T("bobot %s tertulis %s, sedangkan %s menetapkan %s", "the weight of %s reads %s, but %s sets %s", quoted(pair.printed.Nama.S), own.Show(), a.scheme.Dasar.S, showFixed(right)),
				Rekomendasi: source.T("Agar bobot disesuaikan dengan %s", "Use the weight of %s", a.scheme.Dasar.S),
				Describe:    func(_ *calc.Fault, f *Finding) { unverified(f, a.scheme.Terverifikasi, a.scheme.Nama.S) }})
		}
		if len(pair.printed.Komponen) > 0 && sameParts(pair, a) {
			p.relateWeights(a, pair.printed.Komponen, pair.scheme.Komponen)
		}
	}
}

// sameParts reports whether a component is split as the scheme splits it.
func sameParts(pair pairing, a assessed) bool {
	parts, missing := pairComponents(pair.printed.Komponen, pair.scheme.Komponen, a.factor())
	for _, part := range parts {
		if part.scheme == nil {
			return false
		}
	}
	return len(missing) == 0 && len(parts) > 0
}

// otherScheme is the official scheme of the same assessment whose weights are printed instead of those of the scheme named;
// nil where the printed weights are the scheme's own or nobody's.
func (a assessed) otherScheme() *schema.Skema {
	if a.fits(a.scheme) {
		return nil
	}
	for _, s := range schema.OfficialSchemes() {
		if s.ID.S != a.scheme.ID.S && s.Nama.S == a.scheme.Nama.S && len(s.Komponen) > 0 && a.fits(s) {
			return s
		}
	}
	return nil
}

// fits reports whether the components and their weights are those of the scheme; components without figures do not count.
func (a assessed) fits(s *schema.Skema) bool {
	pairs, missing := pairComponents(a.Komponen, s.Komponen, a.factor())
	weighed := 0
	for _, pair := range pairs {
		switch {
		case emptyComponent(pair.printed):
		case pair.scheme == nil:
			return false
		case weightOf(pair.printed).IsNumber():
			if !sameWeight(pair.printed, pair.scheme, a.factor()) {
				return false
			}
			weighed++
		}
	}
	return weighed > 0 && len(missing) == 0
}

func emptyComponent(k *schema.Komponen) bool {
	return !k.Bobot.IsNumber() && !k.Maksimal.IsNumber() && !k.Nilai.IsNumber() && len(k.Komponen) == 0
}

func (p *Pass) reportOther(a assessed, other *schema.Skema) {
	pairs, _ := pairComponents(a.Komponen, a.scheme.Komponen, a.factor())
	for _, pair := range pairs {
		if !weightOf(pair.printed).IsNumber() || pair.scheme != nil && sameWeight(pair.printed, pair.scheme, a.factor()) {
			continue
		}
		f := Finding{Stated: weightOf(pair.printed).Show(), Kriteria: source.Same(a.scheme.Dasar.S),
			Kondisi: source.T("penilaian disebut memakai skema %s, tetapi komponen dan bobotnya adalah milik %s (%s)", "the assessment is said to follow the scheme %s, but its components and weights are those of %s (%s)",
				quoted(a.Skema.S), other.ID.S, other.Dasar.S),
			Sebab:       source.T("diduga memakai bobot %s", "presumably the weights of %s were used", other.Dasar.S),
			Rekomendasi: source.T("Agar bobot disesuaikan dengan %s, atau skemanya disebut sesuai dengan penilaiannya", "Use the weights of %s, or name the scheme that was followed", a.scheme.Dasar.S)}
		if pair.scheme != nil {
			f.Expected = showFixed(schemeWeight(pair.scheme, a.factor()))
		}
		p.Report(weightOf(pair.printed).Node, f)
		return
	}
}

// showFixed prints a number of a scheme, which may stand in no file.
func showFixed(f *schema.Figure) string {
	return source.FormatNumber(f.Value, source.Decimals(f.Value, 4))
}
