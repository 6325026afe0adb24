package rules

import (
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
)

// copiesOf are the other prints of an agreement in its report.
func (p *Pass) copiesOf(pk *schema.PK) []*schema.PK {
	if pk == nil {
		return nil
	}
	return slices.DeleteFunc(p.agreements(), func(other *schema.PK) bool {
		_, ok := printedTwice(other, pk)
		return !ok
	})
}

// printedTwice pairs the indicators of an agreement that a report prints twice, in the text and in the appendix: of the same
// version, with the same indicators. An agreement of a division has others.
func printedTwice(a, b *schema.PK) (pairs []pair, ok bool) {
	if a == b || fileOf(a.Node) != fileOf(b.Node) || isRevision(a) != isRevision(b) || otherDay(a, b) {
		return nil, false
	}
	x, y := schema.Indikators(a.Sasaran), schema.Indikators(b.Sasaran)
	if len(x) == 0 || len(x) != len(y) {
		return nil, false
	}
	pairs, _ = matched(x, y)
	return pairs, !slices.ContainsFunc(pairs, func(pair pair) bool { return !pair.certain() })
}

// otherDay reports whether two agreements were signed on different days.
func otherDay(a, b *schema.PK) bool {
	return a.Tanggal.IsSet() && b.Tanggal.IsSet() && !a.Tanggal.First.Equal(b.Tanggal.First)
}

// sameTargets compares the targets of two prints of one agreement, of which either may be wrong.
func (p *Pass) sameTargets(pairs []pair) {
	for _, pair := range pairs {
		if sameScale(pair.a.Indikator.Satuan.S, pair.b.Indikator.Satuan.S) {
			r := calc.Restate(&pair.a.Indikator.Target, &pair.b.Indikator.Target)
			r.Terms[0].Fixed = false
			p.RelateAs(r, About{Describe: describeRepeated})
		}
	}
}
