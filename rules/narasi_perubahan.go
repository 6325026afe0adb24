package rules

import (
	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
)

// beforeAfter is what a change leads to and comes from; percent: both are percentages; guess: the sentence does not say that
// these are the two it speaks of, so that they can confirm it but not refute it.
type beforeAfter struct {
	now, then *schema.Figure
	percent   bool
	guess     bool
}

// compared are the pairs of figures a change can be about: those of the sentence, else the topic's own, now and before.
func (p *Pass) compared(c *claim) (pairs []beforeAfter) {
	number := func(n *narasi.Number) *schema.Figure {
		if n == nil || n.High != nil {
			return nil
		}
		return p.prose().number(c.in, n)
	}
	var said []beforeAfter
	to, from := number(c.To), number(c.From)
	if to != nil && from != nil {
		if told := c.PartAt > c.First; told || to.Percent == from.Percent {
			pairs = append(pairs, beforeAfter{now: to, then: from, percent: to.Percent || from.Percent})
			if told { // "dari 40 menjadi 50": both ends are told
				return pairs
			}
		}
		to = nil // what stands before the change may be another figure
		said = p.saidBefore(c, from)
	}
	if c.topic == nil || c.topic.kind == barisTopic || !c.ofTopic() {
		return append(pairs, said...)
	}
	before := c.before
	if before == 0 {
		before = c.year - 1
	}
	// "capaian" may be meant as such: without figures of it, those of realisasi refute nothing, unless the change comes from one.
	unsure := len(pairs) > 0 || c.opensWith("capaian", "pencapaian") && !c.opensWith("realisasi", "nilai") &&
		c.topic.get(narasi.Capaian, before) == nil && !restates(from, c.topic.get(narasi.Realisasi, before))
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
			pairs = append(pairs, beforeAfter{now, then, a == narasi.Capaian || c.topic.percent(), !c.speaksOf(a) || !calc.Near(now.Value, then.Value) || unsure})
		}
	}
	return append(pairs, said...)
}

// restates reports whether a number of a sentence is that of the data.
func restates(said, data *schema.Figure) bool {
	return said != nil && data != nil && calc.Judge(calc.Same(said, data)).State == calc.Holds
}

// saidBefore are the numbers of the sentence before a change that it may lead to, beside the value that it comes from: "sebesar
// 84,25 … dengan capaian 101,51% dan meningkat 1,35 poin dari 82,90".
func (p *Pass) saidBefore(c *claim, then *schema.Figure) (pairs []beforeAfter) {
	for k := range c.First {
		n := c.s().Tokens[k].Num
		if k == c.PartAt || n == nil || n.High != nil || n.Percent != then.Percent || n.Money != then.Money || n.IsPlain() {
			continue
		}
		pairs = append(pairs, beforeAfter{now: p.prose().number(c.in, n), then: then, percent: n.Percent, guess: true})
	}
	return pairs
}

// opensWith reports whether one of the words, outside of names, stands before the claim.
func (c *claim) opensWith(words ...string) bool {
	for k := range c.First {
		if c.s().Tokens[k].Is(words...) && !c.inName(k) {
			return true
		}
	}
	return false
}

// ofTopic reports whether the numbers of the claim can be values of its topic by their units.
func (c *claim) ofTopic() bool {
	fits := func(n *narasi.Number, at int) bool {
		return n == nil || !n.Money && (n.Percent || n.Points || c.unitFits(at))
	}
	return fits(c.Number, c.At) && fits(c.From, c.WholeAt) && fits(c.To, c.PartAt)
}

// speaksOf reports whether a change is one of that aspect: of the realisasi where the sentence says nothing else.
func (c *claim) speaksOf(a narasi.Aspect) bool {
	switch a {
	case narasi.Capaian:
		return anyWord(c.s(), 0, len(c.s().Tokens), "capaian", "capaiannya", "pencapaian", "kinerja")
	case narasi.Target:
		return anyWord(c.s(), 0, len(c.s().Tokens), "target", "targetnya", "ditargetkan")
	}
	return true
}

// relations are the readings of a change: a difference for points, a growth for percent, either where the figures are
// percentages themselves.
func (c *claim) relations(f *schema.Figure, pairs []beforeAfter) (out []*calc.Relation) {
	for _, x := range pairs {
		for _, r := range c.readings(f, x) {
			if !x.guess || calc.Judge(r).State == calc.Holds {
				out = append(out, r)
			}
		}
	}
	return out
}

func (c *claim) readings(f *schema.Figure, x beforeAfter) []*calc.Relation {
	difference, growth := calc.Difference(f, x.now, x.then), calc.Increase(f, x.now, x.then)
	if c.Dir < 0 {
		difference = calc.Difference(f, x.then, x.now)
		if f.Value.Sign() > 0 {
			growth.Result.Figure = negative(f)
		}
	}
	percentages := !x.now.Money && (x.percent || x.now.Percent || x.then.Percent || c.topic != nil && c.topic.percent())
	switch {
	case c.Number.Points:
		return []*calc.Relation{difference}
	case c.Number.Percent && percentages:
		return []*calc.Relation{difference, growth}
	case c.Number.Percent:
		return []*calc.Relation{growth}
	}
	return []*calc.Relation{difference}
}

// percent reports whether the topic's own figures are percentages.
func (t *topic) percent() bool {
	if t.indikator == nil {
		return false
	}
	unit := schema.Normal(t.indikator.Satuan.S)
	return unit == "persen" || unit == "" && t.indikator.Satuan.S == "%" || len(canonicalWords(t.name)) > 0 && canonicalWords(t.name)[0] == "persentase"
}

// unitless reports whether nothing says what the topic is measured in.
func (t *topic) unitless() bool { return t.indikator != nil && !t.indikator.Satuan.IsSet() }

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
