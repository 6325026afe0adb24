package rules

import (
	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
)

// beforeAfter is what a change leads to and comes from; percent: both are percentages.
type beforeAfter struct {
	now, then *schema.Figure
	percent   bool
}

// compared are the pairs of figures a change can be about: those of the sentence, else the topic's own, now and before.
func (p *Pass) compared(c *claim) (pairs []beforeAfter) {
	number := func(n *narasi.Number) *schema.Figure {
		if n == nil || n.High != nil {
			return nil
		}
		return p.prose().number(c.in, n)
	}
	to, from := number(c.To), number(c.From)
	if to != nil && from != nil {
		return []beforeAfter{{to, from, to.Percent || from.Percent}}
	}
	if c.topic == nil || c.topic.kind == barisTopic || c.From != nil && c.From.Money {
		return nil
	}
	before := c.before
	if before == 0 {
		before = c.year - 1
	}
	for _, a := range []narasi.Aspect{narasi.Realisasi, narasi.Capaian, narasi.Target} {
		now, then := c.topic.get(a, c.year), c.topic.get(a, before)
		if c.Base == narasi.Target && a == narasi.Realisasi {
			then = c.topic.get(narasi.Target, c.year)
		}
		if to != nil {
			now = to
		}
		if from != nil {
			then = from
		}
		if now != nil && then != nil && now != then {
			pairs = append(pairs, beforeAfter{now, then, a == narasi.Capaian || c.topic.percent()})
		}
	}
	return pairs
}

// relations are the readings of a change: a difference for points, a growth for percent, either where the figures are
// percentages themselves.
func (c *claim) relations(f *schema.Figure, pairs []beforeAfter) (out []*calc.Relation) {
	for _, x := range pairs {
		now, then := x.now, x.then
		difference := calc.Difference(f, now, then)
		if c.Dir < 0 {
			difference = calc.Difference(f, then, now)
		}
		growth := calc.Increase(f, now, then)
		if c.Dir < 0 && f.Value.Sign() > 0 {
			growth.Result.Figure = negative(f)
		}
		percentages := x.percent || now.Percent || then.Percent || c.topic != nil && c.topic.percent()
		switch {
		case c.Number.Percent && percentages:
			out = append(out, difference, growth)
		case c.Number.Percent:
			out = append(out, growth)
		default:
			out = append(out, difference)
		}
	}
	return out
}

// percent reports whether the topic's own figures are percentages.
func (t *topic) percent() bool {
	if t.indikator == nil {
		return false
	}
	unit := schema.Normal(t.indikator.Satuan.S)
	return unit == "persen" || unit == "" && t.indikator.Satuan.S == "%" || len(canonicalWords(t.name)) > 0 && canonicalWords(t.name)[0] == "persentase"
}

// counts reports whether the topic counts things: its unit is none that is measured.
func (t *topic) counts() bool {
	return t.indikator != nil && t.indikator.Satuan.IsSet() && !reMeasured.MatchString(t.indikator.Satuan.S)
}

// followsFrom reports whether a percentage is right for the wrong amount before it.
func (p *Pass) followsFrom(c, first *claim) bool {
	for _, x := range p.compared(c) {
		if calc.Judge(calc.Percentage(p.prose().number(c.in, c.Number), p.prose().number(first.in, first.Number), x.then)).State == calc.Holds {
			return true
		}
	}
	return false
}
