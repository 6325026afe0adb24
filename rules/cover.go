package rules

import (
	"cmp"
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// Mark says of one figure that was read whether anything tested it.
type Mark struct {
	Node   *source.Node
	Tested bool
	Why    source.Text // not tested: why
}

// Marks are the figures read, in the order of the report, those of its prose last.
func (r *Result) Marks() []Mark { return r.marks }

// alone stands for a figure that nothing in the dossier determines, until it is said what is missing.
var alone = source.Same("alone")

// cover counts the figures read and tested and lists what could not be tested.
func (r *run) cover(out *Result, judged []calc.Judged) {
	order := r.figures()
	at := make(map[*schema.Figure]int, len(order))
	out.marks = make([]Mark, len(order))
	for i, f := range order {
		at[f], out.marks[i] = i, Mark{Node: f.Node, Why: alone}
	}
	out.Figures = len(order)
	visit := func(j *calc.Judged) {
		j.Figures(func(t *calc.Term) {
			i, own := at[t.Figure]
			if !own {
				return
			}
			switch m := &out.marks[i]; {
			case m.Tested:
			case j.State == calc.Holds || j.State == calc.Broken:
				m.Tested, m.Why = true, source.Text{}
				out.Tested++
			case j.State == calc.Untestable && (m.Why == alone || t.Figure == j.Result.Figure): // its own relation says more than one it is part of
				m.Why = j.Reason
			}
		})
	}
	for i := range r.considered {
		if j := &r.considered[i]; j.State != calc.Untestable { // the rule that asked says what becomes of these
			visit(j)
		}
	}
	for i := range judged {
		j := &judged[i]
		visit(j)
		if j.State == calc.Untestable {
			n := j.Subject()
			out.Untested = append(out.Untested, Untested{Rule: j.Rule, File: fileOf(n), Path: n.Path(), Reason: j.Reason})
		}
	}
	for i := range out.marks {
		if m := &out.marks[i]; m.Why == alone {
			m.Why = whyAlone(m.Node)
		}
	}
	out.Untested = append(r.untested, out.Untested...)
	slices.SortStableFunc(out.Untested, func(a, b Untested) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Rule, b.Rule))
	})
	out.Untested = slices.CompactFunc(out.Untested, func(a, b Untested) bool {
		return a.Rule == b.Rule && a.File == b.File && a.Path == b.Path && a.Reason == b.Reason
	})
}

// figures are the figures of the dossier, each once: those of the data in the order of the model, then those of its prose.
func (r *run) figures() []*schema.Figure {
	var order []*schema.Figure
	for _, l := range r.dossier.Laporan {
		order = append(order, l.Figures()...)
	}
	if r.prose != nil {
		first := len(order)
		for _, f := range r.prose.figures {
			order = append(order, f)
		}
		slices.SortStableFunc(order[first:], func(a, b *schema.Figure) int {
			p, q := PlaceOf(a.Node), PlaceOf(b.Node)
			return cmp.Or(cmp.Compare(p.File, q.File), ComparePlaces(p, q))
		})
	}
	return order
}

// Outcome is what became of one rule.
type Outcome struct {
	Rule     string
	Findings int // waived ones too
	Held     int // relations that hold
	Untested int // checks that could not be made
	// Applies: the dossier holds what the rule judges. A rule of relations applies where it could declare one.
	Applies bool
}

// outcomes says of every rule that was wanted what became of it, in the order of their names.
func (r *run) outcomes(out *Result, judged []calc.Judged, opt Options) []Outcome {
	all := All()
	list := make([]Outcome, 0, len(all))
	at := make(map[string]int, len(all))
	sections := map[string]bool{}
	for _, l := range r.dossier.Laporan {
		for _, f := range l.Node.Fields {
			sections[f.Key] = true
		}
	}
	for _, rule := range all {
		if opt.wants(rule.Name) {
			at[rule.Name] = len(list)
			applies := rule.Check == nil
			if len(rule.Needs) > 0 {
				applies = !slices.ContainsFunc(rule.Needs, func(s string) bool { return !sections[s] })
			}
			list = append(list, Outcome{Rule: rule.Name, Applies: applies})
		}
	}
	count := func(rule string, of func(*Outcome)) {
		if i, ok := at[rule]; ok {
			of(&list[i])
			list[i].Applies = true
		}
	}
	for i := range judged {
		if judged[i].State == calc.Holds {
			count(judged[i].Rule, func(o *Outcome) { o.Held++ })
		}
	}
	for i := range r.considered {
		if r.considered[i].State == calc.Holds {
			count(r.considered[i].Rule, func(o *Outcome) { o.Held++ })
		}
	}
	for i := range out.Findings {
		count(out.Findings[i].Rule, func(o *Outcome) { o.Findings++ })
	}
	for i := range out.Untested {
		count(out.Untested[i].Rule, func(o *Outcome) { o.Untested++ })
	}
	return list
}
