package calc

import (
	"math/big"
	"slices"

	"lkjip/schema"
)

// Limits of the search. Real groups have a handful of broken relations and one or two wrong figures; beyond the limits a
// group is reported as a whole.
const (
	maxFaults   = 3      // figures in one explanation
	maxTrials   = 20_000 // sets tried for one group
	maxEffort   = 60_000 // sets tried for one dossier: a table of random numbers is not worth more
	maxGroup    = 400    // broken relations in one group
	rivalMargin = 1      // cost by which an explanation of equal size may differ and still be shown
)

type localiser struct {
	judged []Judged
	trust  Trust
	users  map[*schema.Figure][]int // relations that can be judged, by figure
	cost   map[*schema.Figure]int
	effort int // sets tried so far
}

// explanation is a set of figures that mends a group, with the values that do.
type explanation struct {
	figures []*schema.Figure
	sets    [][]Interval
	cost    int
}

// search finds the cheapest explanations with the fewest figures, best first; none where the limits are reached. What a
// rule has put into one cluster is one mistake, so that there one figure explains it or none.
func (l *localiser) search(group []int) []explanation {
	if len(group) > maxGroup || l.effort > maxEffort {
		return nil
	}
	candidates := l.candidates(group)
	limit := maxFaults
	if slices.ContainsFunc(group, func(i int) bool { return l.judged[i].Cluster != "" }) {
		limit = 1
	}
	for size := 1; size <= limit; size++ {
		s := &searcher{localiser: l, group: group, candidates: candidates, size: size}
		s.extend(nil, 0)
		if len(s.found) > 0 {
			slices.SortStableFunc(s.found, func(a, b explanation) int { return a.cost - b.cost })
			return s.found
		}
		if s.exhausted() {
			return nil
		}
	}
	return nil
}

// candidates are, for each broken relation of the group, its figures that can move at all, cheapest first.
func (l *localiser) candidates(group []int) [][]*schema.Figure {
	free := map[*schema.Figure]bool{}
	out := make([][]*schema.Figure, len(group))
	for k, i := range group {
		l.judged[i].movable(func(t *Term) {
			ok, known := free[t.Figure]
			if !known {
				ok = l.canMove(t.Figure)
				free[t.Figure] = ok
				l.cost[t.Figure] = l.price(t.Figure)
			}
			if ok {
				out[k] = append(out[k], t.Figure)
			}
		})
		slices.SortStableFunc(out[k], func(a, b *schema.Figure) int { return l.cost[a] - l.cost[b] })
	}
	return out
}

// canMove reports whether the relations that hold leave the figure any other value than its own.
func (l *localiser) canMove(f *schema.Figure) bool {
	set := []Interval{{}}
	for _, i := range l.users[f] {
		if l.judged[i].State != Holds {
			continue
		}
		if more, ok := Solve(l.judged[i].Relation, f); ok {
			set = intersect(set, more)
		}
	}
	u := unit(f)
	for _, s := range set {
		if s.Low == nil || s.High == nil || !s.Has(f.Value) || sub(s.High, s.Low).Cmp(mul(u, two)) > 0 {
			return true
		}
	}
	return false
}

// price is how hard it is to believe that the figure is wrong: each relation that holds confirms it, a trusted source adds,
// and what the report computed is a little easier to doubt than what it was computed from.
func (l *localiser) price(f *schema.Figure) int {
	cost := 10
	derived := false
	for _, i := range l.users[f] {
		j := &l.judged[i]
		if j.State == Holds {
			cost++
			if j.Op != AtMost && j.Op != Banded { // a limit or a category confirms little
				cost++
			}
		} else if j.Result.Figure == f && j.Op != Equal && j.Op != Restated && j.Op != Reached {
			derived = true
		}
	}
	if derived {
		cost--
	}
	if l.trust != nil {
		cost += l.trust(f)
	}
	return cost
}

type searcher struct {
	*localiser
	group      []int
	candidates [][]*schema.Figure
	size       int
	trials     int
	found      []explanation
}

func (s *searcher) try() {
	s.trials++
	s.effort++
}

func (s *searcher) exhausted() bool { return s.trials >= maxTrials || s.effort > maxEffort }

// extend grows a set by a figure of the first broken relation that it does not touch yet.
func (s *searcher) extend(set []*schema.Figure, from int) {
	for from < len(s.group) && s.touches(from, set) {
		from++
	}
	if from == len(s.group) {
		s.try()
		if sets, ok := s.mends(set); ok {
			cost := 0
			for _, f := range set {
				cost += s.cost[f]
			}
			s.found = append(s.found, explanation{slices.Clone(set), sets, cost})
			return
		}
		s.second(set)
		return
	}
	if len(set) == s.size {
		return
	}
	for _, f := range s.candidates[from] {
		if s.exhausted() {
			return
		}
		s.try()
		s.extend(append(set, f), from+1)
	}
}

// second adds one more figure to a set that touches every relation and still does not mend them all: a wrong amount
// beside a wrong percentage of it shares each of its relations with the first.
func (s *searcher) second(set []*schema.Figure) {
	if len(set)+1 != s.size {
		return
	}
	tried := map[*schema.Figure]bool{}
	for _, f := range set {
		tried[f] = true
	}
	for k := range s.candidates {
		for _, f := range s.candidates[k] {
			if tried[f] || s.exhausted() {
				continue
			}
			tried[f] = true
			s.try()
			more := append(slices.Clone(set), f)
			if sets, ok := s.mends(more); ok {
				cost := 0
				for _, f := range more {
					cost += s.cost[f]
				}
				s.found = append(s.found, explanation{more, sets, cost})
			}
		}
	}
}

func (s *searcher) touches(k int, set []*schema.Figure) bool {
	r := s.judged[s.group[k]].Relation
	return slices.ContainsFunc(set, func(f *schema.Figure) bool { return r.term(f) != nil })
}

// mends reports whether the figures of the set have values under which every relation that uses them holds, and which.
// Values are narrowed relation by relation until nothing changes; a relation between two unknowns narrows one once the
// other is known.
func (s *searcher) mends(set []*schema.Figure) ([][]Interval, bool) {
	domain := make(map[*schema.Figure][]Interval, len(set))
	for _, f := range set {
		domain[f] = []Interval{{}}
	}
	value := func(t *Term) Interval {
		d, ok := domain[t.Figure]
		if !ok {
			return t.interval()
		}
		all := span(d)
		if t.Exact || t.Fixed || t.Figure.Money && t.Figure.Unit == nil {
			return all
		}
		half := quo(unit(t.Figure), two)
		return all.plus(Interval{Low: new(big.Rat).Neg(half), High: half})
	}
	for range 2 * len(set) {
		for _, f := range set {
			for _, i := range s.users[f] {
				more, ok := solve(s.judged[i].Relation, f, value, set)
				if !ok {
					continue
				}
				if domain[f] = intersect(domain[f], more); len(domain[f]) == 0 {
					return nil, false
				}
			}
		}
		if len(set) == 1 {
			break
		}
	}
	sets := make([][]Interval, len(set))
	for k, f := range set {
		sets[k] = domain[f]
	}
	return sets, true
}

// span is the smallest interval around all of a set.
func span(set []Interval) Interval {
	out := set[0]
	for _, s := range set[1:] {
		if s.Low == nil || out.Low != nil && s.Low.Cmp(out.Low) < 0 {
			out.Low, out.LowOpen = s.Low, s.LowOpen
		}
		if s.High == nil || out.High != nil && s.High.Cmp(out.High) > 0 {
			out.High, out.HighOpen = s.High, s.HighOpen
		}
	}
	return out
}

func intersect(a, b []Interval) []Interval {
	var out []Interval
	for _, x := range a {
		for _, y := range b {
			if z := x.Intersect(y); !z.IsEmpty() {
				out = append(out, z)
			}
		}
	}
	return out
}

// Value is the one value the figure must have, printed with its decimals, when the set of possible values allows only one.
func Value(f *schema.Figure, set []Interval) (*big.Rat, bool) {
	if len(set) == 0 || set[0].Low == nil || set[0].High == nil {
		return nil, false
	}
	if width := sub(set[0].High, set[0].Low); width.Cmp(mul(unit(f), two)) > 0 {
		return nil, false
	}
	return set[0].Middle(), true
}

// Right is the one value that mends the fault: the only one its relations leave, or, where rounded figures leave a span, what
// the relation that computes it gives from the figures as printed.
func (f *Fault) Right() (*big.Rat, bool) {
	if v, ok := Value(f.Figure, f.Expected); ok {
		return v, true
	}
	if f.Broken[0].Result.Figure != f.Figure {
		return nil, false
	}
	face := AtFaceValue(f.Broken[0].Relation)
	if len(face) == 1 && slices.ContainsFunc(f.Expected, func(i Interval) bool { return i.Has(face[0]) }) {
		return face[0], true
	}
	return nil, false
}
