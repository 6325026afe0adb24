package rules

import (
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "total-seluruh-tak-sesuai",
	Title:    source.T("Angka yang disebut total atau seluruh anggaran bukan jumlah seluruhnya", "An amount called the total of the budget is not the whole"),
	Severity: Tinggi,
	Basis: source.T("total dalam narasi = jumlah pada tabel anggaran · PermenPANRB 53/2014 Lampiran II (Bab III huruf B), Lampiran III (I.6)",
		"the total in prose = the total of the budget table · PermenPANRB 53/2014 Lampiran II (Bab III B), Lampiran III (I.6)"),
	Checklist: []string{"I.6", "II.5"},
	Doc: source.T("Kalimat yang menyebut `total anggaran`, `seluruh program`, atau `jumlah anggaran` tanpa pembatas (belanja modal, DAK, bidang, program tertentu, anggaran pendukung PK) harus memuat jumlah pada tabel anggaran, sebelum atau sesudah perubahan. Bila angkanya ternyata jumlah sebagian program, program itu disebut sebagai dugaan sebab.",
		"A sentence that says `total anggaran`, `seluruh program` or `jumlah anggaran` without narrowing it (capital spending, DAK, one programme, the budget supporting the PK) must give the total of the budget table, before or after the revision. Where the amount turns out to be the sum of some programmes these are named as the presumed cause."),
	Check: func(p *Pass) {
		for _, c := range p.budgetClaims() {
			if c.Kind == narasi.Level && c.Number.Money && c.scope != nil && c.scope.total && c.strong {
				p.checkAmount(c)
			}
		}
	},
})

// checkAmount relates an amount of prose with the figures of its population.
func (p *Pass) checkAmount(c *budgetClaim) {
	f := p.stated(c.claim)
	if f == nil || !f.IsNumber() {
		return
	}
	var relations []*calc.Relation
	for _, g := range c.meant() {
		r := calc.Same(f, g)
		r.Terms[0].Name, r.Terms[0].Fixed = c.figureName(g), computed(g)
		relations = append(relations, r)
	}
	r, _ := holding(relations...)
	if r == nil || calc.Judge(r).State != calc.Holds && (!c.strong || !calc.Near(f.Value, r.Terms[0].Figure.Value)) {
		p.unresolved(c.claim)
		return
	}
	r.Result.Name = source.T("angka pada kalimat", "figure in the sentence")
	about := aboutClaim(c.claim, f, source.T("anggaran", "the budget"))
	describe := about.Describe
	about.Describe = func(fault *calc.Fault, found *Finding) {
		describe(fault, found)
		if fault.Figure == f {
			found.Expected = c.meantValues()
			found.Rekomendasi = source.T("Agar anggaran pada kalimat ini diperbaiki menjadi %s, atau cakupannya disebut", "Change the budget in this sentence to %s, or say which part it covers", found.Expected)
			if cause := p.budget().subsetCause(f); !cause.IsZero() {
				found.Sebab = cause
			}
		}
	}
	p.relateClaim(c.claim, r, about)
}

// meantValues are the amounts that the sentence could give.
func (c *budgetClaim) meantValues() string {
	var out []string
	for _, g := range c.meant() {
		out = append(out, source.FormatNumber(g.Value, 0))
	}
	return strings.Join(slices.Compact(out), " / ")
}

// figureName names a figure of a population in a message: "pagu seluruh anggaran".
func (c *budgetClaim) figureName(f *schema.Figure) source.Text {
	field := source.T("pagu", "pagu")
	switch f {
	case c.scope.murni:
		field = source.T("pagu sebelum perubahan", "pagu before the revision")
	case c.scope.realisasi:
		field = source.T("realisasi", "realisasi")
	case c.scope.sisa:
		field = source.T("sisa", "the remainder")
	}
	return source.T("%s %s", "%s of %s", field, c.scope.name)
}
