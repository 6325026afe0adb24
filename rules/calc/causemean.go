package calc

import (
	"lkjip/schema"
	"lkjip/schema/source"
)

// maxLevels are the levels of a budget tree, from the urusan down to the account.
const maxLevels = 8

// meanOfParts tries the mean of the percentages below: what is printed beside a total is often averaged instead of computed,
// over the rows right below or over those at the bottom.
func (d *diagnosis) meanOfParts(part *schema.Figure) {
	parts := d.pool.partsOf(part)
	deeper := len(parts) > 0
	for level := 0; deeper && level < maxLevels; level++ {
		if d.isMeanBeside(parts) {
			d.add("rumus", 10, 1, source.T("rata-rata dari %d persentase di bawahnya, bukan persentase dari jumlahnya", "the mean of the %d percentages below instead of the percentage of their totals", len(parts)))
			return
		}
		var next []*schema.Figure
		deeper = false
		for _, f := range parts {
			below := d.pool.partsOf(f)
			if len(below) == 0 {
				below = []*schema.Figure{f}
			} else {
				deeper = true
			}
			next = append(next, below...)
		}
		parts = next
	}
}

// partsOf are the figures whose sum a figure is, none for one that is no sum.
func (p *Pool) partsOf(f *schema.Figure) []*schema.Figure {
	sum := p.sums[f]
	if sum == nil {
		return nil
	}
	var parts []*schema.Figure
	for i := range sum.Terms {
		if part := sum.Terms[i].Figure; part != nil && part.Node != nil && part != f {
			parts = append(parts, part)
		}
	}
	return parts
}

// isMeanBeside reports whether the wrong figure is the mean of those that stand in its column beside the parts.
func (d *diagnosis) isMeanBeside(parts []*schema.Figure) bool {
	steps := d.figure.Node.Steps()
	if len(parts) < 2 || len(steps) == 0 {
		return false
	}
	mean := &Relation{Op: Mean, Result: Term{Figure: d.figure}}
	for _, f := range parts {
		g := d.pool.byNode[f.Node.Parent().Get(steps[len(steps)-1].Key)]
		if g == nil {
			return false
		}
		mean.Terms = append(mean.Terms, Term{Figure: g})
	}
	return judgeMean(mean).State == Holds
}
