package rules

import (
	"math/big"
	"strings"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

// stated is the claim's number as a figure, wider where the sentence says it is only about right. It is nil where the
// sentence gives a bound: what lies above or below it cannot be recomputed.
func (p *Pass) stated(c *claim) *schema.Figure {
	f := p.prose().number(c.in, c.Number)
	switch c.Hedge {
	case narasi.Exact:
		return f
	case narasi.About, narasi.Almost:
		return widened(f)
	}
	return nil
}

func (p *Pass) unresolved(c *claim) {
	why := c.why
	if why.IsZero() {
		why = source.T("angka pembandingnya tidak ada dalam data", "the figures to compare with are not in the data")
	}
	p.Untested(c.node(), source.T("pernyataan %s: %s", "the statement %s: %s", c.quote(), why))
}

// claims are the claims of one kind in the dossier's prose.
func (p *Pass) claims(kind narasi.ClaimKind) []*claim {
	var out []*claim
	for _, c := range p.prose().claims {
		if c.Kind == kind {
			out = append(out, c)
		}
	}
	return out
}

// holding is the first relation that holds; without one the first that can be judged, and nil where none can.
func holding(relations ...*calc.Relation) (r *calc.Relation, holds bool) {
	for _, x := range relations {
		if x == nil {
			continue
		}
		switch calc.Judge(x).State {
		case calc.Holds:
			return x, true
		case calc.Broken:
			if r == nil {
				r = x
			}
		}
	}
	return r, false
}

// relateClaim declares a relation of a sentence's number; figures that stand in sentences are called so in the evidence.
func (p *Pass) relateClaim(c *claim, r *calc.Relation, about About) {
	if c.narrowed && calc.Judge(r).State == calc.Broken && outsideSentence(r) {
		p.unresolvedPart(c)
		return
	}
	c.judged = true
	r.Figures(func(t *calc.Term) {
		if t.Name.IsZero() && t.Figure != nil && t.Figure.Node != nil && t.Figure.Node.Whole() != t.Figure.Node {
			t.Name = source.T("angka pada kalimat", "figure in the sentence")
		}
	})
	p.RelateAs(r, about)
}

// outsideSentence reports whether a relation holds a sentence against figures that do not stand in sentences.
func outsideSentence(r *calc.Relation) bool {
	outside := false
	r.Figures(func(t *calc.Term) {
		outside = outside || t.Figure != nil && (t.Figure.Node == nil || t.Figure.Node.Whole() == t.Figure.Node)
	})
	return outside
}

// unresolvedPart lists a claim on a part of what the data has.
func (p *Pass) unresolvedPart(c *claim) {
	c.why = source.T("yang dimaksud bagian dari %s", "a part of %s is meant", quoted(c.topic.name))
	p.unresolved(c)
}

// negative is a figure with its sign turned: "turun 5 %" is a growth of −5 %.
func negative(f *schema.Figure) *schema.Figure {
	n := *f
	n.Value = new(big.Rat).Neg(f.Value)
	return &n
}

// aboutClaim words a finding on the number of a sentence: what it says, and what the figures give.
func aboutClaim(c *claim, number *schema.Figure, what source.Text) About {
	return About{Describe: func(fault *calc.Fault, f *Finding) {
		if fault.Figure != number {
			return
		}
		f.Stated = shownAs(number)
		if number.Value.Sign() < 0 {
			f.Expected = strings.TrimPrefix(f.Expected, "-")
		}
		f.Expected = withUnitOf(number, f.Expected)
		lead := &fault.Broken[0]
		f.Kondisi = source.T("Kalimat %s menyebut %s %s, sedangkan %s = %s", "The sentence %s gives %s %s, but %s = %s",
			c.quote(), what, f.Stated, arithmetic(lead.Relation), f.Expected)
		if lead.Op == calc.Equal {
			f.Kondisi = source.T("Kalimat %s menyebut %s %s, sedangkan %s tertulis %s", "The sentence %s gives %s %s, but %s reads %s",
				c.quote(), what, f.Stated, lead.Terms[0].Label(), lead.Terms[0].Figure.Show())
		}
		f.Rekomendasi = source.T("Agar %s pada kalimat ini diperbaiki menjadi %s, atau angka yang dirujuknya diperiksa kembali",
			"Change %s in this sentence to %s, or check the figures it refers to again", what, f.Expected)
	}}
}

// withUnitOf gives a computed number the unit the sentence writes behind its own: "154,2" becomes "154,2%", "52,0" "52,0 poin".
func withUnitOf(number *schema.Figure, computed string) string {
	text := shownAs(number)
	unit := text[strings.LastIndexAny(text, "0123456789")+1:]
	if computed == "" || !strings.HasPrefix(unit, "%") && !strings.HasPrefix(unit, " ") || strings.HasSuffix(computed, "%") {
		return computed
	}
	return strings.ReplaceAll(computed, " / ", unit+" / ") + unit
}

// shownAs is a number of a sentence as it is written there.
func shownAs(f *schema.Figure) string { return strings.Join(strings.Fields(f.Node.Text), " ") }

// arithmetic is a relation with its figures written out: "271,5 − 219,5".
func arithmetic(r *calc.Relation) source.Text {
	show := func(i int) string {
		f := r.Terms[i].Figure
		if f.Node != nil && f.Node.Whole() != f.Node {
			return source.FormatNumber(plainValue(f), f.Decimals)
		}
		return f.Show()
	}
	switch {
	case r.Op == calc.Growth:
		return source.T("(%s − %s) ÷ %s × 100", "(%s − %s) ÷ %s × 100", show(0), show(1), show(1))
	case r.Op == calc.Ratio:
		return source.T("%s ÷ %s × 100", "%s ÷ %s × 100", show(0), show(1))
	case r.Op == calc.Achieved:
		if r.Polarity == calc.Down {
			return source.T("capaian %s terhadap target %s", "capaian of %s against the target %s", show(1), show(0))
		}
		return source.T("%s ÷ %s × 100", "%s ÷ %s × 100", show(1), show(0))
	case r.Op == calc.Linear && len(r.Terms) <= 4:
		var out strings.Builder
		for i := range r.Terms {
			sign := " + "
			if w := r.Terms[i].Weight; w != nil && w.Sign() < 0 {
				sign = " − "
			}
			if i > 0 {
				out.WriteString(sign)
			}
			out.WriteString(show(i))
		}
		return source.Same(out.String())
	}
	return Expression(r)
}

func plainValue(f *schema.Figure) *big.Rat {
	if f.Unit == nil {
		return f.Value
	}
	return new(big.Rat).Quo(f.Value, f.Unit)
}
