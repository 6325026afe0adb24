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
	Broken   []Judged         // in declared order, the one that names the mistake first
	Rivals   []*schema.Figure // other single figures whose change would mend everything as well
	Single   bool             // one figure explains all of Broken
}

// Explain groups broken relations that share figures and finds for each group the one figure whose change mends every
// broken relation of the group without breaking one that holds. Where no single figure does, the result of the first
// broken relation stands for the group and all of its relations are its evidence.
func Explain(judged []Judged) []Fault {
	users := map[*schema.Figure][]int{}
	var broken []int
	for i := range judged {
		j := &judged[i]
		if j.State != Broken && j.State != Holds {
			continue
		}
		if j.State == Broken {
			broken = append(broken, i)
		}
		j.Figures(func(t *Term) {
			if t.Figure != nil && !t.Fixed {
				users[t.Figure] = append(users[t.Figure], i)
			}
		})
	}
	var faults []Fault
	for _, group := range groups(judged, broken) {
		faults = append(faults, explain(judged, users, group))
	}
	return faults
}

// groups are the connected components of the broken relations over shared figures, each in declared order.
func groups(judged []Judged, broken []int) [][]int {
	parent := map[int]int{}
	var find func(int) int
	find = func(i int) int {
		if p, ok := parent[i]; ok && p != i {
			root := find(p)
			parent[i] = root
			return root
		}
		return i
	}
	owner := map[*schema.Figure]int{}
	clusters := map[string]int{}
	for _, i := range broken {
		judged[i].Figures(func(t *Term) {
			if t.Figure == nil || t.Fixed {
				return
			}
			if o, ok := owner[t.Figure]; ok {
				a, b := find(o), find(i)
				parent[max(a, b)] = min(a, b)
			} else {
				owner[t.Figure] = i
			}
		})
		if c := judged[i].Cluster; c != "" {
			if o, ok := clusters[c]; ok {
				a, b := find(o), find(i)
				parent[max(a, b)] = min(a, b)
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

type suspect struct {
	figure *schema.Figure
	set    []Interval
	cost   int
}

func explain(judged []Judged, users map[*schema.Figure][]int, group []int) Fault {
	first := judged[group[0]]
	fault := Fault{Figure: first.Result.Figure, Expected: first.Expected}
	for _, i := range group {
		fault.Broken = append(fault.Broken, judged[i])
	}
	var suspects []suspect
	first.Figures(func(t *Term) {
		if s, ok := suspicion(judged, users, group, t); ok {
			suspects = append(suspects, s)
		}
	})
	if len(suspects) == 0 {
		return fault
	}
	slices.SortStableFunc(suspects, func(a, b suspect) int { return a.cost - b.cost })
	fault.Figure, fault.Expected, fault.Single = suspects[0].figure, suspects[0].set, true
	for _, s := range suspects[1:] {
		fault.Rivals = append(fault.Rivals, s.figure)
	}
	// The relation that the figure is the result of tells the mistake best.
	slices.SortStableFunc(fault.Broken, func(a, b Judged) int {
		return rank(a, fault.Figure) - rank(b, fault.Figure)
	})
	return fault
}

func rank(j Judged, f *schema.Figure) int {
	if j.Result.Figure == f {
		return 0
	}
	return 1
}

// suspicion asks whether changing the term's figure alone mends the whole group. The more holding relations confirm a
// figure the less it is suspected; of equals, what was computed (the result) is suspected before what was entered.
func suspicion(judged []Judged, users map[*schema.Figure][]int, group []int, t *Term) (suspect, bool) {
	if t.Fixed || !t.Figure.IsNumber() {
		return suspect{}, false
	}
	s := suspect{figure: t.Figure}
	mends := 0
	started := false
	for _, i := range users[t.Figure] {
		j := &judged[i]
		set, ok := Solve(j.Relation, t.Figure)
		if !ok {
			if j.State == Broken {
				return suspect{}, false
			}
			continue
		}
		if j.State == Broken {
			mends++
			if j.Result.Figure != t.Figure {
				s.cost += 2
			}
		} else {
			s.cost += 4
		}
		if started {
			set = intersect(s.set, set)
		}
		if started = true; len(set) == 0 {
			return suspect{}, false
		}
		s.set = set
	}
	return s, mends == len(group)
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
	u := unit(f)
	if width := sub(set[0].High, set[0].Low); width.Cmp(mul(u, two)) > 0 {
		return nil, false
	}
	m := set[0].Middle()
	return m, true
}
