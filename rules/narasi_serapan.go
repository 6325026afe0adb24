package rules

import (
	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

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
