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

// checkAbsorption tests a use of budget told without amounts.
func (p *Pass) checkAbsorption(c *budgetClaim) {
	f := p.stated(c.claim)
	if f == nil || c.Aspect != narasi.Serapan || anyWord(c.s(), c.afterNumber(), c.At, "kontribusi", "proporsi", "porsi", "andil", "komposisi", "efisiensi", "target", "fisik") {
		return
	}
	b := p.budget()
	scope := c.scope
	beside := p.besideCapaian(c.claim)
	if beside && b.supported != nil && !c.strong {
		scope = b.supported
	}
	if scope == nil {
		for _, k := range b.all() {
			if r := k.absorption(f); r != nil && calc.Judge(r).State == calc.Holds {
				scope = k
			}
		}
	}
	if scope == nil {
		p.unresolved(c.claim)
		return
	}
	r := scope.absorption(f)
	if r == nil {
		p.unresolved(c.claim)
		return
	}
	about := aboutClaim(c.claim, f, source.T("serapan anggaran", "the use of budget"))
	describe := about.Describe
	about.Describe = func(fault *calc.Fault, found *Finding) {
		describe(fault, found)
		for _, k := range b.totals {
			if w := k.absorption(f); beside && k != scope && w != nil && calc.Judge(w).State == calc.Holds && fault.Figure == f {
				found.Sebab = source.T("diduga %s adalah serapan seluruh anggaran, sedangkan capaian ini didukung %s", "presumably %s is the use of the whole budget, but this capaian is supported by %s",
					shownAs(f), scope.name)
			}
		}
	}
	p.relateClaim(c.claim, r, about)
}

// absorption says that f is the population's use of budget.
func (k *cakupan) absorption(f *schema.Figure) *calc.Relation {
	if !k.realisasi.IsNumber() || !k.pagu.IsNumber() {
		if k.persen != nil {
			return calc.Same(f, k.persen)
		}
		return nil
	}
	r := calc.Percentage(f, k.realisasi, k.pagu)
	r.Result.Name = source.T("serapan pada kalimat", "use of budget in the sentence")
	for i, name := range []source.Text{source.T("realisasi", "realisasi"), source.T("pagu", "pagu")} {
		r.Terms[i].Name = source.T("%s %s", "%s of %s", name, k.name)
		r.Terms[i].Fixed = computed(r.Terms[i].Figure)
	}
	return r
}

// besideCapaian reports whether a sentence sets the use of budget beside the capaian of an indicator of the report.
func (p *Pass) besideCapaian(c *claim) bool {
	s := c.s()
	for k := range s.Tokens {
		n := s.Tokens[k].Num
		if n == nil || !n.Percent || k == c.At || n.High != nil {
			continue
		}
		for _, t := range p.prose().glossary.measure {
			if t.sasaran {
				if g := t.get(narasi.Capaian, c.year); g != nil && calc.Judge(calc.Same(p.prose().number(c.in, n), g)).State == calc.Holds {
					return true
				}
			}
		}
	}
	return false
}
