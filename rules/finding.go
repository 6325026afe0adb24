package rules

import (
	"cmp"
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// Finding is one catatan: what stands where, what should stand there, and why.
type Finding struct {
	Rule        string
	Severity    Severity
	Place       source.Place
	Path        string
	Stated      string // what is written, as the reader sees it
	Expected    string // what should be; empty where no single value follows
	Kondisi     source.Text
	Kriteria    source.Text
	Sebab       source.Text // a suspected cause says so (diduga); empty where the figures suggest none
	Akibat      source.Text // only what follows from the figures
	Rekomendasi source.Text
	Checklist   []string
	Evidence    []Evidence
	Waived      *Waiver

	node  *source.Node
	cause calc.Cause // the diagnosis behind Sebab, where there is one
}

// Title is the title of the finding's rule.
func (f *Finding) Title() source.Text {
	if r := Find(f.Rule); r != nil {
		return r.Title
	}
	return source.Same(f.Rule)
}

// Node is what the finding is about; nil where that is a whole file.
func (f *Finding) Node() *source.Node { return f.node }

// File is the file the finding is in.
func (f *Finding) File() string { return f.Place.File }

func (f *Finding) at(n *source.Node) {
	f.node = n
	if f.Path == "" {
		f.Path = n.Path()
	}
	if f.Place.IsZero() {
		f.Place = PlaceOf(n)
	}
}

// PlaceOf is the place of a node or, where it has none of its own, of what holds it.
func PlaceOf(n *source.Node) source.Place {
	t := schema.Teks{Node: n}
	return t.Place()
}

// withinFile is the place of a node in its file, as a title for a table that has none.
func withinFile(n *source.Node) string {
	at := PlaceOf(n)
	at.File = ""
	return strings.Trim(at.String(), ": ")
}

func fileOf(n *source.Node) string { return PlaceOf(n).File }

// Evidence is one relation between figures, as it stands behind a finding.
type Evidence struct {
	Rule     string      // the rule that demands it; empty where it is the finding's own
	Relation source.Text // pagu − realisasi = sisa
	Figures  []EvidenceFigure
	Computed string // what the other figures give for the last one
	Holds    bool
}

// EvidenceFigure is one figure of a relation.
type EvidenceFigure struct {
	Sign   string // + − ÷ × or =, before the figure
	Name   source.Text
	Stated string
	Place  source.Place
	Path   string
	Note   source.Text // what it also equals
}

// Waiver is a statement on the record that a finding is accepted.
type Waiver struct {
	Reason   string       `json:"reason"`
	Approver string       `json:"approver,omitempty"`
	Document string       `json:"document,omitempty"`
	Until    string       `json:"until,omitempty"`
	Place    source.Place `json:"place"`
}

// Untested is one check that could not be made.
type Untested struct {
	Rule   string
	File   string
	Path   string
	Reason source.Text
}

// Result is what checking a dossier gives.
type Result struct {
	Findings []Finding
	Untested []Untested
	Figures  int // figures read
	Tested   int // figures in at least one relation that could be judged
	Outcomes []Outcome

	marks []Mark
}

// Sort orders findings by file, place and rule.
func Sort(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Place.File, b.Place.File), ComparePlaces(a.Place, b.Place), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Rule, b.Rule))
	})
}

// ComparePlaces orders places of one file as a reader meets them.
func ComparePlaces(a, b source.Place) int {
	return cmp.Or(
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Sheet, b.Sheet),
		cmp.Compare(a.Table, b.Table),
		cmp.Compare(a.Row, b.Row),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Col, b.Col),
		compareCells(a.Cell, b.Cell),
	)
}

// compareCells orders cells row by row: B9 before A10.
func compareCells(a, b string) int {
	split := func(cell string) (column, row string) {
		i := strings.IndexAny(cell, "0123456789")
		return cell[:max(i, 0)], cell[max(i, 0):]
	}
	columnA, rowA := split(a)
	columnB, rowB := split(b)
	return cmp.Or(cmp.Compare(len(rowA), len(rowB)), cmp.Compare(rowA, rowB), cmp.Compare(len(columnA), len(columnB)), cmp.Compare(columnA, columnB))
}

// ofProblem turns what a reader or the contract found into a finding.
func ofProblem(p source.Problem) Finding {
	f := Finding{Rule: p.Rule, Severity: Sedang, Place: p.Place, Path: p.Path, Stated: p.Stated, Expected: p.Expected,
		Kondisi: p.Kondisi, Rekomendasi: p.Saran}
	if r := Find(p.Rule); r != nil {
		f.Severity, f.Kriteria, f.Checklist = r.Severity, r.Basis, r.Checklist
		if p.Minor && f.Severity > Rendah {
			f.Severity--
		}
	}
	return f
}

// quoted puts a text between marks for a message, without line breaks.
func quoted(s string) string { return "`" + strings.Join(strings.Fields(s), " ") + "`" }
