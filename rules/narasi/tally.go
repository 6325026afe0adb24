package narasi

import "math/big"

// Reached says how many of a set met their targets.
type Reached uint8

// Met is at least the target, Passed more than it, Missed less.
const (
	NotSaid Reached = iota
	Met
	Passed
	Missed
)

// otherIndicators are words after "indikator" that make it another set than the report's measured ones.
var otherIndicators = set("program", "kegiatan", "output", "keluaran", "individu", "makro", "spm", "tpb", "sdgs", "subkegiatan", "sub", "pendukung", "tambahan", "rb", "renaksi", "input")

// tallies reads how many indicators met their targets: "6 (enam) indikator telah mencapai target", "dari 12 indikator, 10
// tercapai", "tiga dari empat indikator mencapai target".
func (g *grammar) tallies() {
	about := false // indicators are what the sentence counts
	for i := range g.tokens {
		about = about || countNouns[g.word(i)] == "indikator"
		n := g.num(i)
		if n == nil || g.used[i] || !n.IsPlain() || n.Value.Sign() < 0 || n.Value.Cmp(big.NewRat(999, 1)) > 0 {
			continue
		}
		j, whole := i+1, -1
		if g.at(j).Is("dari") && g.num(j+1).IsPlain() {
			whole, j = j+1, j+2
		}
		if (g.at(j).Is("di") && g.at(j+1).Is("antaranya")) || g.at(j).Is("diantaranya", "diantara") {
			j += 2
		}
		noun := countNouns[g.at(j).Lower] == "indikator" && g.at(j).Kind == Word
		if noun {
			j++
		}
		if !noun && !about || otherIndicators[g.at(j).Lower] || otherIndicators[g.at(j+1).Lower] {
			continue
		}
		reached, last := g.reachedAfter(j, noun)
		if reached == NotSaid || g.unrealBefore(i, 8) || g.hedge(i) != Exact {
			continue
		}
		c := Claim{Kind: Tally, At: i, First: i, Last: last, Number: n, Reached: reached, WholeAt: whole}
		if whole >= 0 {
			c.Whole = g.num(whole)
			g.used[whole] = true
		}
		from, to := g.clause(i)
		c.Year = g.yearNear(i, from, to)
		g.used[i] = true
		g.claims = append(g.claims, c)
	}
}

// reachedAfter reads what is said of the counted within a few words, and the token it ends at.
func (g *grammar) reachedAfter(j int, noun bool) (r Reached, last int) {
	negative := false
	reach := 7
	if !noun {
		reach = 3 // "10 tercapai"
	}
	for k := j; k < len(g.tokens) && k <= j+reach; k++ {
		t, w := g.at(k), g.word(k)
		switch {
		case t.Is("("): // "(75%)", "(85,71 persen)" stands between
			for k++; k < len(g.tokens) && !g.at(k).Is(")"); k++ {
			}
			continue
		case t.Kind == Num && !(g.at(k-1).Is("atas", "bawah", "dari")), t.Kind == Mark && !t.Is("-", "/"):
			return NotSaid, 0
		case unreal[w]:
			return NotSaid, 0
		case negations[w]:
			negative = true
		case t.Is("bawah") && (g.at(k+1).Is("target") || isHundred(g.num(k+1))):
			return Missed, k + 1
		case t.Is("atas") && (g.at(k+1).Is("target") || isHundred(g.num(k+1))):
			return Passed, k + 1
		case reachedWords[w], reachVerbs[w] && g.targetAfter(k):
			switch {
			case negative:
				return Missed, k
			case (w == "melampaui" || w == "melebihi" || w == "terlampaui") && !g.alternative(k):
				return Passed, k
			}
			return Met, k
		}
	}
	return NotSaid, 0
}

func isHundred(n *Number) bool { return n != nil && n.Value.Cmp(big.NewRat(100, 1)) == 0 }

// targetAfter reports whether the verb's object is the target: "mencapai target", "mencapai atau melampaui target".
func (g *grammar) targetAfter(k int) bool {
	for m := k + 1; m <= k+4; m++ {
		if g.word(m) == "target" || g.word(m) == "targetnya" {
			return true
		}
		if !reachVerbs[g.word(m)] && !g.at(m).Is("atau", "dan", "bahkan", "maupun", "/", "serta") {
			return false
		}
	}
	return false
}

// alternative reports whether "melampaui" is one of two verbs: "mencapai atau melampaui".
func (g *grammar) alternative(k int) bool {
	return reachVerbs[g.word(k-2)] || reachVerbs[g.word(k+2)]
}
