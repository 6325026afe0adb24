package rules

import (
	"slices"

	"lkjip/rules/narasi"
)

// told is a set of programmes that a passage says carry out the performance agreement.
type told struct {
	rows    []*simpul
	amounts []*narasi.Number
}

// supportingTold are the programmes that prose calls those of the performance agreement, in programme order: named where it
// speaks of the budget that supports the agreement directly, with an amount that is their sum. Every passage that says so must
// mean the same programmes, and not all of them; else nil.
func (p *Pass) supportingTold(programs []*simpul) []*simpul {
	var found []*simpul
	for _, t := range p.free() {
		for i := range t.sentences {
			if !saysSupport(&t.sentences[i]) {
				continue
			}
			rows := t.toldFrom(i, programs).confirmed(programs)
			switch {
			case rows == nil:
			case found == nil:
				found = rows
			case !slices.Equal(found, rows):
				return nil
			}
		}
	}
	return found
}

// saysSupport reports whether a sentence speaks of the budget that serves the performance agreement directly.
func saysSupport(s *narasi.Sentence) bool {
	budget, support := false, false
	for k := range s.Tokens {
		t := &s.Tokens[k]
		budget = budget || t.Is("anggaran", "pagu", "alokasi")
		support = support || t.Is("mendukung", "menunjang") && near(s, k+1, 2, "langsung") || phrase(s, k, "perjanjian kinerja")
	}
	return budget && support
}

// toldFrom gathers the programmes and amounts of a sentence and of those that go on about its budget.
func (t *passage) toldFrom(sentence int, programs []*simpul) (out told) {
	for i := sentence; i < len(t.sentences) && i <= sentence+3; i++ {
		s := &t.sentences[i]
		if i > sentence && (s.Para != t.sentences[sentence].Para || !opensAnaphor(s)) {
			break
		}
		for k := range s.Tokens {
			if n := s.Tokens[k].Num; n != nil && n.Money && n.High == nil {
				out.amounts = append(out.amounts, n)
			}
		}
		for _, row := range programs {
			named := slices.ContainsFunc(t.mentions[i], func(m mention) bool { return m.topic.kind == barisTopic && slices.Contains(m.topic.rows, row.baris) })
			if named && !slices.Contains(out.rows, row) {
				out.rows = append(out.rows, row)
			}
		}
	}
	return out
}

// opensAnaphor reports whether a sentence takes up the one before in its first words: "Anggaran tersebut …".
func opensAnaphor(s *narasi.Sentence) bool {
	for k := 0; k < len(s.Tokens) && k < 4; k++ {
		if s.Tokens[k].Kind == narasi.Word && anaphors[s.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

// confirmed are the programmes where an amount of the passage is their sum, before or after the revision of the budget. One
// programme alone proves nothing: its amount stands behind its name.
func (t told) confirmed(programs []*simpul) []*simpul {
	if len(t.rows) < 2 || len(t.rows) == len(programs) {
		return nil
	}
	rows := slices.DeleteFunc(slices.Clone(programs), func(s *simpul) bool { return !slices.Contains(t.rows, s) })
	for _, key := range []string{"pagu", "pagu_murni"} {
		sum := sumOf(rows, key)
		if sum != nil && slices.ContainsFunc(t.amounts, func(n *narasi.Number) bool { return n.Value.Cmp(sum) == 0 }) {
			return rows
		}
	}
	return nil
}
