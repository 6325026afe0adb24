// Package report writes findings out, one file per format; every format is drawn from the same Document.
package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lkjip/rules"
	"lkjip/schema/source"
)

// Document is the result of one run, in one language.
type Document struct {
	Tool     Tool       `json:"tool"`
	Inputs   []Input    `json:"inputs"`
	Findings []Finding  `json:"findings"`
	Untested []Untested `json:"untested"`
	Coverage Coverage   `json:"coverage"`
	Rules    []Outcome  `json:"rules"` // in the order of their names
	Subjects []Subject  `json:"reports"`
	Summary  Summary    `json:"summary"`

	Lang    string   `json:"-"` // id or en
	Drawing *Drawing `json:"-"` // for formats that draw; nil where nobody asked

	// Source gives the content of a file that was read, for columns to be counted in it; it may be nil.
	Source func(file string) []byte `json:"-"`
}

// Tool names the program and the rules it judged by.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Ruleset string `json:"ruleset"`
}

// Input is one file that was read.
type Input struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"` // of its bytes; empty when they could not be read
}

// Place is where something stands, with its path in the data.
type Place struct {
	source.Place
	Path string `json:"path"`
}

// Finding is one catatan.
type Finding struct {
	Rule        string        `json:"rule"`
	Severity    string        `json:"severity"` // tinggi, sedang, rendah
	File        string        `json:"file"`
	Place       Place         `json:"place"`
	Stated      string        `json:"stated"`
	Expected    string        `json:"expected"`
	Kondisi     string        `json:"kondisi"`
	Kriteria    string        `json:"kriteria"`
	Sebab       string        `json:"sebab"`
	Akibat      string        `json:"akibat"`
	Rekomendasi string        `json:"rekomendasi"`
	Checklist   []string      `json:"checklist"`
	Evidence    []Evidence    `json:"evidence"`
	Waived      *rules.Waiver `json:"waived"`
	Baseline    bool          `json:"baseline,omitempty"` // known from the run given as --baseline, so not counted

	Title   string  `json:"-"`
	Excerpt Excerpt `json:"-"` // of a workbook or document
	Subject int     `json:"-"` // the number of its report, from 1; 0 for none
}

// Evidence is one relation between figures behind a finding.
type Evidence struct {
	Rule     string   `json:"rule,omitempty"`
	Relation string   `json:"relation"`
	Figures  []Figure `json:"figures"`
	Computed string   `json:"computed,omitempty"` // what the other figures give for the last one
	Holds    bool     `json:"holds"`
}

// Figure is one figure of a relation; the last of a relation is its result.
type Figure struct {
	Sign   string `json:"sign,omitempty"`
	Name   string `json:"name,omitempty"`
	Stated string `json:"stated"`
	File   string `json:"file,omitempty"`
	Place  Place  `json:"place"`
	Note   string `json:"note,omitempty"` // what it also equals
}

// Untested is a check that could not be made, and why.
type Untested struct {
	Rule   string `json:"rule"`
	File   string `json:"file"`
	Path   string `json:"path,omitempty"`
	Reason string `json:"reason"`
}

// Coverage counts the figures read and those that at least one relation could be judged with.
type Coverage struct {
	Figures  int       `json:"figures"`
	Tested   int       `json:"tested"`
	Sections []Section `json:"sections"` // the same by table
}

// Summary counts findings. Those waived or known from the baseline are not among the first three.
type Summary struct {
	Tinggi   int `json:"tinggi"`
	Sedang   int `json:"sedang"`
	Rendah   int `json:"rendah"`
	Waived   int `json:"waived"`
	Baseline int `json:"baseline,omitempty"`
}

// Counts reports whether the finding counts towards the exit status.
func (f *Finding) Counts() bool { return f.Waived == nil && !f.Baseline }

// Total is the number of findings that count.
func (s Summary) Total() int { return s.Tinggi + s.Sedang + s.Rendah }

// From puts findings into one language. What it returns no longer holds on to the tree they were found in.
func From(findings []rules.Finding, lang string) []Finding {
	out := make([]Finding, len(findings))
	for i := range findings {
		f := &findings[i]
		title := f.Title()
		out[i] = Finding{Rule: f.Rule, Severity: f.Severity.String(), File: f.Place.File, Place: Place{f.Place, f.Path},
			Stated: strings.Clone(f.Stated), Expected: f.Expected, Kondisi: sentence(f.Kondisi.In(lang)), Kriteria: f.Kriteria.In(lang), Sebab: f.Sebab.In(lang),
			Akibat: f.Akibat.In(lang), Rekomendasi: f.Rekomendasi.In(lang), Checklist: f.Checklist, Waived: f.Waived, Title: title.In(lang), Excerpt: excerptOf(f, lang)}
		for _, e := range f.Evidence {
			out[i].Evidence = append(out[i].Evidence, evidence(&e, lang))
		}
	}
	return out
}

// sentence begins a text with a capital, unless it begins with something quoted.
func sentence(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

func evidence(e *rules.Evidence, lang string) Evidence {
	out := Evidence{Rule: e.Rule, Relation: e.Relation.In(lang), Computed: e.Computed, Holds: e.Holds, Figures: make([]Figure, len(e.Figures))}
	for i, f := range e.Figures {
		out.Figures[i] = Figure{Sign: f.Sign, Name: f.Name.In(lang), Stated: strings.Clone(f.Stated), File: f.Place.File, Place: Place{f.Place, f.Path}, Note: f.Note.In(lang)}
	}
	return out
}

// FromUntested puts the checks that could not be made into one language.
func FromUntested(untested []rules.Untested, lang string) []Untested {
	out := make([]Untested, len(untested))
	for i, u := range untested {
		out[i] = Untested{Rule: u.Rule, File: u.File, Path: u.Path, Reason: u.Reason.In(lang)}
	}
	return out
}

// Finish sorts the document and counts its findings, so that the same findings give the same document in whatever order
// they came.
func (d *Document) Finish() {
	slices.SortStableFunc(d.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), rules.ComparePlaces(a.Place.Place, b.Place.Place),
			cmp.Compare(a.Place.Path, b.Place.Path), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Kondisi, b.Kondisi))
	})
	slices.SortStableFunc(d.Untested, func(a, b Untested) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Reason, b.Reason))
	})
	d.countOutcomes()
	d.countSubjects()
	d.Summary = Summary{}
	for i := range d.Findings {
		d.Summary.add(&d.Findings[i])
	}
}
