package calc

import (
	"math/big"

	"lkjip/schema"
	"lkjip/schema/source"
)

// Op is the kind of a relation.
type Op uint8

// What must be true between the figures of a relation.
const (
	Linear    Op = iota // Result = Σ weight × term: sums and differences
	Ratio               // Result = term0 ÷ term1 × 100
	Growth              // Result = (term0 − term1) ÷ term1 × 100
	Product             // Result = term0 × term1
	Achieved            // Result = capaian of realisasi term1 against target term0, by polarity
	Mean                // Result = mean of the terms
	Equal               // Result = term0
	AtMost              // Result ≤ term0
	Backed              // Result is zero where term0 is zero
	NonZero             // Result is not zero
	Banded              // the label is the name that the scale gives Result
	Covered             // the scale has a row for Result
	Plausible           // Result lies between term0 and term1
	Restated            // Result repeats term0: number, range or words
	Reached             // Result is as good as target term0, by polarity
	Dated               // Result is the year whose relation holds
)

// Term is one figure of a relation. Exact figures stand for themselves, not for a rounding interval; Fixed ones come from a
// regulation and cannot be at fault.
type Term struct {
	Figure *schema.Figure
	Weight *big.Rat // Linear, and the first term of Ratio and Product; nil is 1
	Exact  bool
	Fixed  bool
	Name   source.Text // what to call it in evidence; empty takes the field's label
	Note   source.Text // what it also is: "jumlah seluruh program"
}

// Relation is one thing that must be true between printed figures. Rules declare relations and never compare numbers.
type Relation struct {
	Rule   string // set by the pass that declares it
	Op     Op
	Result Term
	Terms  []Term

	Polarity  Polarity      // Achieved, Reached
	Target    Target        // Achieved: a range or word target, when the target is not one number
	Cap       *big.Rat      // Achieved: the cap the report declares, percent
	Scale     *schema.Skala // Banded, Covered
	Label     schema.Teks   // Banded
	Cluster   string        // relations of one printed row that are only ever explained together
	Alternate []Alternate   // Ratio, Mean: other figures the report may use throughout
	Years     []Year        // Dated
	About     any           // what the declaring rule says of the relation when it is broken

	kept *kept // of a long relation, for the search
}

// Alternate is a permitted other reading of a relation, which must be named when it is used.
type Alternate struct {
	Name  source.Text
	Terms []Term
}

// Year is one year that a printed heading can mean, with the relation that holds if it means that year.
type Year struct {
	Year     int
	Relation *Relation
}

// Sum says that total is the sum of parts.
func Sum(total *schema.Figure, parts ...*schema.Figure) *Relation {
	r := &Relation{Op: Linear, Result: Term{Figure: total}}
	for _, p := range parts {
		r.Terms = append(r.Terms, Term{Figure: p})
	}
	return r
}

// Difference says that result = a − b.
func Difference(result, a, b *schema.Figure) *Relation {
	return &Relation{Op: Linear, Result: Term{Figure: result},
		Terms: []Term{{Figure: a}, {Figure: b, Weight: big.NewRat(-1, 1)}}}
}

// Percentage says that result = part ÷ whole × 100.
func Percentage(result, part, whole *schema.Figure) *Relation {
	return &Relation{Op: Ratio, Result: Term{Figure: result}, Terms: []Term{{Figure: part}, {Figure: whole}}}
}

// Times says that result = a × b.
func Times(result, a, b *schema.Figure) *Relation {
	return &Relation{Op: Product, Result: Term{Figure: result}, Terms: []Term{{Figure: a}, {Figure: b}}}
}

// Increase says that result = (now − before) ÷ before × 100, percent.
func Increase(result, now, before *schema.Figure) *Relation {
	return &Relation{Op: Growth, Result: Term{Figure: result}, Terms: []Term{{Figure: now}, {Figure: before}}}
}

// Same says that two figures state one fact.
func Same(a, b *schema.Figure) *Relation {
	return &Relation{Op: Equal, Result: Term{Figure: a}, Terms: []Term{{Figure: b}}}
}

// NotAbove says that a is at most b.
func NotAbove(a, b *schema.Figure) *Relation {
	return &Relation{Op: AtMost, Result: Term{Figure: a}, Terms: []Term{{Figure: b}}}
}

// Average says that result is the mean of parts.
func Average(result *schema.Figure, parts ...*schema.Figure) *Relation {
	r := Sum(result, parts...)
	r.Op = Mean
	return r
}

// Band says that label is the name scale gives to score.
func Band(label schema.Teks, score *schema.Figure, scale *schema.Skala) *Relation {
	return &Relation{Op: Banded, Result: Term{Figure: score, Exact: true}, Label: label, Scale: scale}
}

// Measured says that a figure is of the year whose relation holds.
func Measured(year *schema.Figure, years ...Year) *Relation {
	return &Relation{Op: Dated, Result: Term{Figure: year, Exact: true}, Years: years}
}

// InBounds says that a figure lies between two numbers, ends included.
func InBounds(f *schema.Figure, low, high int64) *Relation {
	bound := func(v int64) Term {
		return Term{Figure: Constant(big.NewRat(v, 1)), Fixed: true, Name: source.Same(source.FormatNumber(big.NewRat(v, 1), 0))}
	}
	return &Relation{Op: Plausible, Result: Term{Figure: f}, Terms: []Term{bound(low), bound(high)}}
}

// HasRow says that the scale has a row for the score.
func HasRow(score *schema.Figure, scale *schema.Skala) *Relation {
	return &Relation{Op: Covered, Result: Term{Figure: score, Exact: true}, Scale: scale}
}

// NotZero says that a figure is not zero.
func NotZero(f *schema.Figure) *Relation { return &Relation{Op: NonZero, Result: Term{Figure: f}} }

// Constant is a number that stands in no report.
func Constant(v *big.Rat) *schema.Figure { return &schema.Figure{Kind: schema.Exactly, Value: v} }

// State is the outcome of judging a relation.
type State uint8

// Absent: nothing is printed that could be judged. Untestable: something is, but not enough; the verdict says why.
const (
	Absent State = iota
	Holds
	Broken
	Untestable
)

// Verdict is what Judge says of a relation.
type Verdict struct {
	State    State
	Reading  Reading     // under which convention it holds; Rounded is the normal one
	Expected []Interval  // Broken: what Result could be; the first is the normal reading
	Names    []string    // Banded, Broken: the names the scale gives the score
	Reason   source.Text // Untestable: why
	Below    bool        // Covered, Broken: the score lies below the lowest row
	Above    bool        // Covered, Broken: the score lies above the highest row
}

// Reading is a convention under which printed figures agree.
type Reading string

// The readings; all but Rounded are named when a report mixes them.
const (
	Rounded     Reading = ""
	Truncated   Reading = "dipotong"
	Capped      Reading = "dibatasi"
	Floored     Reading = "dibatasi nol"
	InverseA    Reading = "(2T−R)/T"
	InverseB    Reading = "T/R"
	OtherBase   Reading = "dasar lain"
	BlankAsZero Reading = "kosong sebagai nol"
	SkipNothing Reading = "tanpa n/a"
)

// Figures visits all figures of the relation, the result first.
func (r *Relation) Figures(visit func(*Term)) {
	visit(&r.Result)
	for i := range r.Terms {
		visit(&r.Terms[i])
	}
}

// Compares reports whether the relation sets a figure beside another one as it is printed, without computing a value.
func (r *Relation) Compares() bool {
	switch r.Op {
	case Equal, AtMost, Restated, Reached:
		return true
	}
	return false
}

// Subject is where the relation is reported: its label, or its result.
func (r *Relation) Subject() *source.Node {
	if r.Label.Node != nil {
		return r.Label.Node
	}
	if r.Result.Figure != nil {
		return r.Result.Figure.Node
	}
	return nil
}

// Uses reports whether the figure is one of the relation's.
func (r *Relation) Uses(f *schema.Figure) bool { return r.term(f) != nil }
