package rules

import (
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// Options chooses what is checked; the zero Options checks everything.
type Options struct {
	Only []string // names of the only rules to run
	Skip []string // names of rules not to run

	Waivers []Standing // of lkjip.cue
}

func (o Options) wants(rule string) bool {
	return (len(o.Only) == 0 || slices.Contains(o.Only, rule)) && !slices.Contains(o.Skip, rule)
}

// Report is one file read, decoded and held against the contract.
type Report struct {
	*schema.Laporan
	Problems []source.Problem
}

// Load decodes a tree and holds it against the contract. problems are those of the reader.
func Load(root *source.Node, problems []source.Problem) Report {
	if root == nil {
		return Report{Laporan: &schema.Laporan{}, Problems: problems}
	}
	l, damaged := schema.Decode(root)
	explained := map[string]bool{}
	for _, p := range problems {
		explained[p.Rule+" "+p.Path] = true
	}
	unread := unreadOf(root, problems)
	problems = slices.DeleteFunc(slices.Clone(problems), unread.onPages)
	for _, p := range schema.Check(root) {
		if unread.explains(p) {
			continue
		}
		if p.Path == "" || !explained[p.Rule+" "+p.Path] {
			problems = append(problems, p)
		}
	}
	seen := map[string]bool{}
	for _, p := range problems {
		seen[p.Path] = true
	}
	for _, p := range damaged { // what the contract refuses already is not refused twice
		if !seen[p.Path] {
			problems = append(problems, p)
		}
	}
	return Report{l, problems}
}

type run struct {
	dossier   *schema.Dossier
	findings  []Finding
	untested  []Untested
	relations []*calc.Relation
	// considered are relations a rule judged itself; they count as tests and make no findings.
	considered []calc.Judged
	pohon      []*pohon   // the budget tables as trees, once a rule has asked for them
	rincian    []*rincian // the tables of details, likewise
	prose      *naratif   // read when the first rule asks for it
}

// Check runs the rules over the files of one dossier.
func Check(reports []Report, opt Options) Result {
	return gather(reports, opt).judge(opt)
}

// judge gives the verdict on what was gathered.
func (r *run) judge(opt Options) Result {
	judged := calc.JudgeAll(r.relations)
	faults := calc.Explain(judged, r.trust)
	if len(faults) > 0 {
		pool := calc.NewPool(r.dossier, judged)
		for i := range faults {
			r.findings = append(r.findings, ofFault(&faults[i], pool))
		}
	}
	r.conventions(judged, faults, opt)
	out := Result{Findings: distinct(r.findings)}
	r.cover(&out, judged)
	out.Outcomes = r.outcomes(&out, judged, opt)
	out.Findings = waive(r.dossier, out.Findings, opt)
	waiveStanding(out.Findings, opt.Waivers)
	Sort(out.Findings)
	return out
}

// gather collects what the reader and the contract found, what rules report themselves, and the relations they declare.
func gather(reports []Report, opt Options) *run {
	r := &run{dossier: &schema.Dossier{}}
	for _, rep := range reports {
		if rep.Node != nil {
			r.dossier.Laporan = append(r.dossier.Laporan, rep.Laporan)
		}
		for _, p := range rep.Problems {
			if opt.wants(p.Rule) {
				r.findings = append(r.findings, ofProblem(p))
			}
		}
	}
	for _, rule := range All() {
		if rule.Check != nil && opt.wants(rule.Name) {
			rule.Check(&Pass{Dossier: r.dossier, Rule: rule, run: r})
		}
	}
	return r
}

// distinct keeps one finding a rule, path and place: two files of a dossier that state the same thing are two paths, two
// figures of one text two places. A cell that serves several sections, as weights do for the scores of two years, is printed
// once, and what is said of it is said once.
func distinct(findings []Finding) []Finding {
	type key struct {
		rule, path string
		place      source.Place
	}
	seen := map[key]bool{}
	return slices.DeleteFunc(findings, func(f Finding) bool {
		k := key{f.Rule, f.Path, f.Place}
		if f.Path == "" {
			return false
		}
		if (f.Place.Cell != "" || f.Place.Row > 0) && f.Stated != "" && f.Expected != "" {
			k.path = f.Stated + " " + f.Expected
		}
		dup := seen[k]
		seen[k] = true
		return dup
	})
}
