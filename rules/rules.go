// Package rules holds what a reviewer checks: one file per rule, each a value that registers itself.
package rules

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"sync"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// Severity says how much a finding matters.
type Severity uint8

// Rendah: label, date, wording, rounding convention. Sedang: a wrong figure that leaves the conclusion standing, or a missing
// required analysis. Tinggi: changes a conclusion; it needs a legal basis or arithmetic certainty.
const (
	Rendah Severity = iota + 1
	Sedang
	Tinggi
)

// String is the severity as findings print it.
func (s Severity) String() string { return [...]string{"", "rendah", "sedang", "tinggi"}[s] }

// MarshalText writes the severity's name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Rule is one thing a reviewer checks.
type Rule struct {
	Name      string      // Indonesian kebab case, names the defect
	Title     source.Text // the condition found, one line, no full stop
	Severity  Severity    // of most findings; a finding may differ
	Basis     source.Text // the regulation or arithmetic it rests on
	Checklist []string    // items of PermenPANRB 53/2014 Lampiran III, as in I.6
	Needs     []string    // sections without which the rule has nothing to judge; relations speak for themselves
	Doc       source.Text // what is checked, what is accepted, what is left alone and why

	// Check reports what it finds in a dossier, or declares relations. Nil for rules that readers and the contract raise.
	Check func(*Pass)
}

var registry = map[string]*Rule{}

// register adds a rule at start; a broken rule is a programming error and stops the program there.
func register(r Rule) *Rule {
	if err := r.validate(); err != nil {
		panic("rule " + r.Name + ": " + err.Error())
	}
	registry[r.Name] = &r
	return &r
}

var (
	reName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	// A name says what is wrong, never what to do.
	reRemedy = regexp.MustCompile(`^(wajib|harus|gunakan|periksa|pastikan|jangan|perbaiki)-`)
)

func (r *Rule) validate() error {
	switch {
	case !reName.MatchString(r.Name):
		return fmt.Errorf("the name is not kebab case")
	case reRemedy.MatchString(r.Name):
		return fmt.Errorf("the name gives a remedy instead of a defect")
	case registry[r.Name] != nil:
		return fmt.Errorf("the name is taken")
	case r.Severity < Rendah || r.Severity > Tinggi:
		return fmt.Errorf("no severity")
	}
	for what, t := range map[string]source.Text{"title": r.Title, "basis": r.Basis, "documentation": r.Doc} {
		if t.ID == "" || t.EN == "" {
			return fmt.Errorf("no %s in both languages", what)
		}
	}
	return nil
}

// All are the rules in order of their names.
var All = sync.OnceValue(func() []*Rule {
	all := make([]*Rule, 0, len(registry))
	for _, r := range registry {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b *Rule) int { return cmp.Compare(a.Name, b.Name) })
	return all
})

// Find returns the rule of that name, or nil.
func Find(name string) *Rule { return registry[name] }

// Ruleset is a hash over the rules and the contract: two runs with the same ruleset judge alike.
var Ruleset = sync.OnceValue(func() string {
	h := sha256.New()
	for _, r := range All() {
		fmt.Fprintf(h, "%s %s %s\n", r.Name, r.Severity, r.Basis.ID)
	}
	h.Write(schema.ContractCUE())
	return hex.EncodeToString(h.Sum(nil))[:12]
})

// Pass is all that a rule may touch while it checks one dossier.
type Pass struct {
	*schema.Dossier
	Rule *Rule
	run  *run

	sasaran []nama // the measured sasaran, once asked for
}

// Report adds a finding at a node. Rule, severity, place and path are filled in where the finding leaves them empty.
func (p *Pass) Report(at *source.Node, f Finding) {
	f.Rule = p.Rule.Name
	if f.Severity == 0 {
		f.Severity = p.Rule.Severity
	}
	if f.Kriteria.IsZero() {
		f.Kriteria = p.Rule.Basis
	}
	f.Checklist = p.Rule.Checklist
	f.at(at)
	p.run.findings = append(p.run.findings, f)
}

// About is what a rule says of a relation when it turns out broken; what is empty is worded from the relation itself.
type About struct {
	Severity    Severity
	Kondisi     source.Text
	Sebab       source.Text
	Rekomendasi source.Text
	// Describe may reword the finding once the fault is known.
	Describe func(*calc.Fault, *Finding)
}

// Relate declares that a relation must hold.
func (p *Pass) Relate(r *calc.Relation) { p.RelateAs(r, About{}) }

// RelateAs declares a relation with the words for the case that it is broken.
func (p *Pass) RelateAs(r *calc.Relation, about About) {
	r.Rule, r.About = p.Rule.Name, about
	p.run.relations = append(p.run.relations, r)
}

// Judge judges a relation at once, for a rule that needs the outcome. It makes no finding by itself, but its figures count
// as tested.
func (p *Pass) Judge(r *calc.Relation) calc.Judged {
	r.Rule = p.Rule.Name
	j := calc.Judged{Relation: r, Verdict: calc.Judge(r)}
	p.run.considered = append(p.run.considered, j)
	return j
}

// Untested says that something could not be checked, and why.
func (p *Pass) Untested(at *source.Node, reason source.Text) {
	p.run.untested = append(p.run.untested, Untested{Rule: p.Rule.Name, File: fileOf(at), Path: at.Path(), Reason: reason})
}
