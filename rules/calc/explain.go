package calc

import (
	"math/big"
	"slices"

	"lkjip/schema"
)

// Judged is a relation with its verdict.
type Judged struct {
	*Relation
	Verdict
}

// JudgeAll judges relations in order.
func JudgeAll(relations []*Relation) []Judged {
	out := make([]Judged, len(relations))
	for i, r := range relations {
		out[i] = Judged{r, Judge(r)}
	}
	return out
}

// Fault is one mistake: the figure that is most likely wrong and the broken relations that it explains.
type Fault struct {
	Figure   *schema.Figure
	Expected []Interval       // the values that would mend it; empty where none follows
	Broken   []Judged         // the one that tells the mistake best first
	Rivals   []Rival          // other figures that explain as much with as little change
	Proven   bool             // changing Figure (with the group's other faults) mends all of Broken and breaks nothing
	With     []Rival          // the other figures of the same explanation with their values: Expected holds once they are mended
	Carried  []*schema.Figure // totals that were added up with the wrong figure and are wrong by as much
}

// Rival is another figure whose change would explain the same broken relations.
type Rival struct {
	Figure   *schema.Figure
	Expected []Interval
}

// Trust says how much more a figure is to be believed than another, beside what the relations say; 0 is usual.
// Figures of an export from a budget system are believed more than retyped ones.
type Trust func(*schema.Figure) int

// Explain finds the mistakes behind broken relations: for each group of relations that share figures the smallest weighted
// set of figures whose change mends every broken relation of the group and breaks none that holds (Fellegi and Holt,
// A systematic approach to automatic edit and imputation, JASA 71, 1976). Each figure of the set is one fault.
func Explain(judged []Judged, trust Trust) []Fault {
	l := &localiser{judged: judged, trust: trust, users: map[*schema.Figure][]int{}, cost: map[*schema.Figure]int{}}
	var broken []int
	var faults []Fault
	clusters := map[string]int{}
	for i := range judged {
		j := &judged[i]
		switch {
		case j.State != Broken && j.State != Holds:
			continue
		case !j.solvable():
			if j.State != Broken {
				continue
			}
			if k, ok := clusters[j.Cluster]; ok && j.Cluster != "" {
				faults[k].Broken = append(faults[k].Broken, *j)
				continue
			}
			clusters[j.Cluster] = len(faults)
			faults = append(faults, Fault{Figure: j.Result.Figure, Expected: j.Expected, Broken: []Judged{*j}})
			continue
		case j.State == Broken:
			broken = append(broken, i)
		}
		j.movable(func(t *Term) { l.users[t.Figure] = append(l.users[t.Figure], i) })
	}
	for _, group := range groups(judged, broken) {
		faults = append(faults, l.explain(group)...)
	}
	return attach(l.carry(faults))
}

// attach moves what is said of one figure alone to the fault that already names that figure. A name on a scale follows from
// its score: it is the score's fault if it fits the right value, and a mistake of its own otherwise.
func attach(faults []Fault) []Fault {
	byName(faults)
	proven := map[*schema.Figure]int{}
	for i := range faults {
		lead := &faults[i].Broken[0]
		if lead.solvable() && (faults[i].Proven || len(faults[i].Carried) > 0 || lead.Result.Figure == faults[i].Figure) {
			proven[faults[i].Figure] = i
		}
	}
	return slices.DeleteFunc(faults, func(f Fault) bool {
		i, ok := proven[f.Figure]
		if !ok || f.Broken[0].solvable() {
			return false
		}
		for _, b := range f.Broken {
			if b.Op == Banded && !faults[i].fits(b.Relation) {
				return false
			}
		}
		faults[i].Broken = append(faults[i].Broken, f.Broken...)
		return true
	})
}

// fits reports whether the right value has the name that a broken relation gives it.
func (f *Fault) fits(r *Relation) bool {
	if right, known := f.Right(); known {
		return named(r, right)
	}
	bounds, ok := Solve(r, f.Figure)
	return ok && len(intersect(bounds, f.Expected)) > 0
}

// byName lets the name beside a score decide between two figures that explain as much: where one of two figures that must be
// equal also contradicts its name, and the other's value fits the name, it is the one at fault.
func byName(faults []Fault) {
	for i := range faults {
		b := &faults[i].Broken[0]
		if b.Op != Banded {
			continue
		}
		for k := range faults {
			f := &faults[k]
			for n, rival := range f.Rivals {
				right, ok := Value(rival.Figure, rival.Expected)
				if rival.Figure == b.Result.Figure && ok && named(b.Relation, right) {
					f.Rivals[n] = Rival{f.Figure, f.Expected}
					f.Figure, f.Expected = rival.Figure, rival.Expected
					slices.SortStableFunc(f.Broken, func(a, b Judged) int { return rank(a, f.Figure) - rank(b, f.Figure) })
				}
			}
		}
	}
}

// carry joins mistakes that are one: a figure nothing else can explain was added up into totals that are wrong by as much.
func (l *localiser) carry(faults []Fault) []Fault {
	above := map[*schema.Figure][]*schema.Figure{}
	for i := range l.judged {
		if j := &l.judged[i]; j.State == Holds && j.Op == Linear {
			for k := range j.Terms {
				if t := &j.Terms[k]; t.Weight == nil && t.Figure.IsNumber() {
					above[t.Figure] = append(above[t.Figure], j.Result.Figure)
				}
			}
		}
	}
	open := map[*schema.Figure]int{}
	gap := func(f *Fault) *big.Rat {
		if right, ok := Value(f.Figure, f.Expected); ok && !f.Proven && f.Broken[0].Op == Linear {
			return sub(right, f.Figure.Value)
		}
		return nil
	}
	for i := range faults {
		if gap(&faults[i]) != nil {
			open[faults[i].Figure] = i
		}
	}
	gone := map[int]bool{}
	for i := range faults {
		f := &faults[i]
		off := gap(f)
		if off == nil || gone[i] {
			continue
		}
		for at, steps := f.Figure, 0; len(above[at]) == 1 && steps < 10; steps++ {
			at = above[at][0]
			if k, ok := open[at]; ok && k != i && !gone[k] && gap(&faults[k]).Cmp(off) == 0 {
				f.Carried = append(f.Carried, at)
				f.Broken = append(f.Broken, faults[k].Broken...)
				gone[k] = true
			}
		}
	}
	kept := faults[:0]
	for i := range faults {
		if !gone[i] {
			kept = append(kept, faults[i])
		}
	}
	return kept
}

// solvable reports whether the relation can say what a figure should be. The name of a score says little of it, and people
// copy it from the figure, right or wrong.
func (r *Relation) solvable() bool {
	switch r.Op {
	case Backed, NonZero, Covered, Plausible, Dated, Banded:
		return false
	}
	return true
}

// movable visits the terms that may be at fault: printed numbers that no regulation fixes.
func (r *Relation) movable(visit func(*Term)) {
	r.Figures(func(t *Term) {
		if !t.Fixed && t.Figure.IsNumber() {
			visit(t)
		}
	})
}

// groups are the connected components of the broken relations over shared figures and clusters, each in declared order.
func groups(judged []Judged, broken []int) [][]int {
	parent := make(map[int]int, len(broken))
	var find func(int) int
	find = func(i int) int {
		if p, ok := parent[i]; ok {
			root := find(p)
			parent[i] = root
			return root
		}
		return i
	}
	join := func(a, b int) {
		if a, b = find(a), find(b); a != b {
			parent[max(a, b)] = min(a, b)
		}
	}
	owner, clusters := map[*schema.Figure]int{}, map[string]int{}
	for _, i := range broken {
		judged[i].movable(func(t *Term) {
			if o, ok := owner[t.Figure]; ok {
				join(o, i)
			} else {
				owner[t.Figure] = i
			}
		})
		if c := judged[i].Cluster; c != "" {
			if o, ok := clusters[c]; ok {
				join(o, i)
			} else {
				clusters[c] = i
			}
		}
	}
	members := map[int][]int{}
	var roots []int
	for _, i := range broken {
		root := find(i)
		if members[root] == nil {
			roots = append(roots, root)
		}
		members[root] = append(members[root], i)
	}
	out := make([][]int, 0, len(roots))
	for _, root := range roots {
		out = append(out, members[root])
	}
	return out
}

// explain turns one group into its faults.
func (l *localiser) explain(group []int) []Fault {
	found := l.search(group)
	if len(found) == 0 {
		return l.part(group)
	}
	best := found[0]
	faults := make([]Fault, len(best.figures))
	taken := map[int]bool{}
	for k, f := range best.figures {
		fault := Fault{Figure: f, Expected: best.sets[k], Proven: true}
		for _, i := range group {
			// A relation of several faulty figures is the evidence of the first of them; each fault keeps at least one.
			if l.judged[i].term(f) != nil && (!taken[i] || !l.hasOther(group, taken, f, i)) {
				fault.Broken = append(fault.Broken, l.judged[i])
				taken[i] = true
			}
		}
		slices.SortStableFunc(fault.Broken, func(a, b Judged) int { return rank(a, f) - rank(b, f) })
		for other, g := range best.figures {
			if other != k {
				fault.With = append(fault.With, Rival{g, best.sets[other]})
			}
		}
		faults[k] = fault
	}
	for _, other := range found[1:] {
		if len(best.figures) == 1 && other.cost <= best.cost+rivalMargin {
			faults[0].Rivals = append(faults[0].Rivals, Rival{other.figures[0], other.sets[0]})
		}
	}
	return faults
}

// part explains a group that has no explanation as a whole. A relation that nothing mends without breaking what holds, such as
// a name that does not fit a score everything else confirms, is a mistake of its own and would keep the others unexplained.
func (l *localiser) part(group []int) []Fault {
	var stuck, rest []int
	for _, i := range group {
		if len(group) > 1 && l.judged[i].Cluster == "" && len(l.search([]int{i})) == 0 {
			stuck = append(stuck, i)
		} else {
			rest = append(rest, i)
		}
	}
	if len(stuck) == 0 || len(rest) == 0 {
		return l.whole(group)
	}
	var faults []Fault
	for _, i := range stuck {
		faults = append(faults, l.unexplained([]int{i}))
	}
	for _, g := range groups(l.judged, rest) {
		faults = append(faults, l.explain(g)...)
	}
	return faults
}

// hasOther reports whether figure f has a relation of the group besides skip that no fault has taken.
func (l *localiser) hasOther(group []int, taken map[int]bool, f *schema.Figure, skip int) bool {
	return slices.ContainsFunc(group, func(i int) bool { return i != skip && !taken[i] && l.judged[i].term(f) != nil })
}

// rank puts the relation that computes the figure before those that use it, and of these sums before percentages, which
// are rounded and follow from them.
func rank(j Judged, f *schema.Figure) int {
	switch {
	case j.Result.Figure == f:
		return 0
	case j.Op == Linear || j.Op == Equal:
		return 1
	}
	return 2
}

// maxWhole is the number of broken relations that one finding can still hold; more than that are reported one by one.
const maxWhole = 12

// whole reports a group that has no explanation.
func (l *localiser) whole(group []int) []Fault {
	if len(group) <= maxWhole || l.judged[group[0]].Cluster != "" {
		return []Fault{l.unexplained(group)}
	}
	faults := make([]Fault, len(group))
	for k, i := range group {
		faults[k] = l.unexplained([]int{i})
	}
	return faults
}

// unexplained reports a group for which no small set of figures was found: all of it, at the result of its first relation.
func (l *localiser) unexplained(group []int) Fault {
	first := l.judged[group[0]]
	fault := Fault{Figure: first.Result.Figure, Expected: first.Expected}
	for _, i := range group {
		fault.Broken = append(fault.Broken, l.judged[i])
	}
	return fault
}
