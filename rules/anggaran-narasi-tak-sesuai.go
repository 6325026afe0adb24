package rules

import (
	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "anggaran-narasi-tak-sesuai",
	Title:    source.T("Anggaran atau serapan dalam narasi berbeda dari tabel anggaran", "A budget or its use told in prose differs from the budget table"),
	Severity: Tinggi,
	Basis: source.T("angka narasi = angka tabel; serapan = realisasi ÷ pagu × 100 dari cakupan yang sama · PermenPANRB 53/2014 Lampiran II (Bab III huruf B), Lampiran III (I.6)",
		"prose = table; use of budget = realisasi ÷ pagu × 100 of one population · PermenPANRB 53/2014 Lampiran II (Bab III B), Lampiran III (I.6)"),
	Checklist: []string{"I.6", "II.5"},
	Doc: source.T("Pagu, realisasi, sisa dan persentase serapan dalam kalimat dibandingkan dengan program, kegiatan atau sub kegiatan yang disebutnya, atau dengan program yang mendukung Perjanjian Kinerja. Persentase sesudah `atau` dihitung dari rupiah di depannya. Capaian sasaran yang disandingkan dengan serapan memakai program pendukungnya, bukan seluruh anggaran. Kalimat yang cakupannya tidak jelas tidak diuji.",
		"Pagu, realisasi, remainder and use of budget in a sentence are held against the programme, kegiatan or sub-kegiatan it names, or the programmes that support the performance agreement. A percentage after `atau` is computed from the rupiah before it. The capaian of a sasaran set beside the use of budget takes the programmes that support it, not the whole budget. Sentences whose population is unclear are not tested."),
	Check: func(p *Pass) {
		for _, c := range p.budgetClaims() {
			switch {
			case c.Kind == narasi.Share:
				p.checkBudgetShare(c)
			case c.Number.Percent:
				p.checkAbsorption(c)
			case c.Number.Money && !(c.strong && c.scope != nil && c.scope.total):
				if c.scope == nil {
					p.unresolved(c.claim)
					continue
				}
				p.checkAmount(c)
			}
		}
	},
})

// checkBudgetShare tests "Rp A atau P % dari Rp B", with B from the population A belongs to where the sentence does not say.
func (p *Pass) checkBudgetShare(c *budgetClaim) {
	f, part, whole := p.stated(c.claim), p.numberOf(c.claim, c.Part), p.numberOf(c.claim, c.Whole)
	if f == nil {
		return
	}
	if c.OfTotal && part == nil && whole == nil {
		p.checkPortion(c, f)
		return
	}
	if whole == nil {
		whole = p.wholeOf(c, f, part)
	}
	if part == nil && c.scope != nil && c.strong {
		part = c.scope.realisasi
	}
	if part == nil || whole == nil || !whole.IsNumber() || part == whole {
		p.unresolved(c.claim)
		return
	}
	r := calc.Percentage(f, part, whole)
	r.Terms[1].Fixed = computed(whole)
	r.Result.Name = source.T("persentase", "percentage")
	p.relateClaim(c.claim, r, aboutClaim(c.claim, f, source.T("persentase", "the percentage")))
}

// checkPortion tests what a row takes of the whole budget: "Program … menyerap 24 % dari seluruh realisasi".
func (p *Pass) checkPortion(c *budgetClaim, f *schema.Figure) {
	b := p.budget()
	if c.scope == nil || c.scope.total || !c.strong || len(b.totals) != 1 {
		p.unresolved(c.claim)
		return
	}
	row, total := c.scope, b.totals[0]
	var relations []*calc.Relation
	for _, x := range [][2]*schema.Figure{{row.pagu, total.pagu}, {row.realisasi, total.realisasi}, {row.realisasi, total.pagu}, {row.murni, total.murni}} {
		if x[0].IsNumber() && x[1].IsNumber() {
			r := calc.Percentage(f, x[0], x[1])
			r.Result.Name, r.Terms[1].Fixed = source.T("persentase", "percentage"), computed(x[1])
			relations = append(relations, r)
		}
	}
	r, holds := holding(relations...)
	if !holds && len(relations) > 1 && anyWord(c.s(), c.At, len(c.s().Tokens), "realisasi") {
		r = relations[1]
	}
	if r == nil {
		p.unresolved(c.claim)
		return
	}
	p.relateClaim(c.claim, r, aboutClaim(c.claim, f, source.T("persentase", "the percentage")))
}
