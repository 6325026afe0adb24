package calc

import (
	"cmp"
	"math/big"
	"slices"

	"lkjip/schema"
	"lkjip/schema/source"
)

// Cause is an operation on figures of the report that gives exactly the wrong value that is printed.
type Cause struct {
	Kind string // salin, rumus, geser, tukar, hilang, ganda, ketik, tanda, kurang, lebih, ByFormula or Uncomputed
	Text source.Text
	rank int // kinds of mistake that people make more often, and that explain more, come first
}

// The kinds of cause that the formula in a cell proves: it adds up other cells, or its value is that of an earlier state.
const (
	ByFormula  = "rumus sel"
	Uncomputed = "rumus sel belum dihitung"
)

// Pool finds figures by where they stand, so that a cause can name the neighbour that was used by mistake.
type Pool struct {
	byNode map[*source.Node]*schema.Figure
	sums   map[*schema.Figure]*Relation // the sum that makes a figure
	scores map[*schema.Figure][]*Judged // what a figure decides: the name of a score, whether a target is met
}

// Decides are the relations by which a figure decides a conclusion: names on a scale, and capaian against its target.
func (p *Pool) Decides(f *schema.Figure) []*Judged { return p.scores[f] }

// NewPool indexes all figures of a dossier and the sums among its relations.
func NewPool(d *schema.Dossier, judged []Judged) *Pool {
	p := &Pool{byNode: map[*source.Node]*schema.Figure{}, sums: map[*schema.Figure]*Relation{}, scores: map[*schema.Figure][]*Judged{}}
	for i := range judged {
		if j := &judged[i]; j.Op == Banded || j.Op == Achieved {
			p.scores[j.Result.Figure] = append(p.scores[j.Result.Figure], j)
		}
		if j := &judged[i]; j.Op == Linear && len(j.Terms) > 1 && j.Terms[1].Weight == nil {
			p.sums[j.Result.Figure] = j.Relation
		}
	}
	for _, l := range d.Laporan {
		for _, f := range l.Figures() {
			if f.IsNumber() {
				p.byNode[f.Node] = f
			}
		}
	}
	return p
}

// Diagnose gives the causes that explain the figure's printed value, best first. An operation counts only if it is unlikely
// to fit by chance: the number of operations tried must be small against the digits the printed value has.
func Diagnose(fault *Fault, pool *Pool) []Cause {
	d := &diagnosis{fault: fault, figure: fault.Figure, pool: pool}
	if op := fault.Broken[0].Op; !d.figure.IsNumber() || op == Banded || op == Dated {
		return nil
	}
	d.digits = significant(d.figure)
	d.formulas()
	d.copies()
	if right, ok := fault.Right(); ok {
		d.slips(right)
	}
	slices.SortStableFunc(d.causes, func(a, b Cause) int { return cmp.Compare(a.rank, b.rank) })
	return d.causes
}

// ofTotal moves a fault from a part of a sum to the total, where the total's own formula leaves parts out or takes others in
// and gives what is printed: that proves it, even if totals above it were computed from it and agree.
func (f *Fault) ofTotal(pool *Pool) []Cause {
	lead := &f.Broken[0]
	if len(f.Broken) != 1 || lead.Op != Linear || lead.Result.Figure == f.Figure {
		return nil
	}
	total := &Fault{Figure: lead.Result.Figure, Expected: lead.Expected, Broken: f.Broken}
	causes := Diagnose(total, pool)
	if len(causes) == 0 || causes[0].Kind != ByFormula {
		return nil
	}
	*f = *total
	return causes
}

// Prefer decides between explanations of equal size by their causes: where the suspected figure has none and exactly one of
// its rivals is a plain slip of the hand, that rival is the fault. With a cause the rivals are dropped.
func Prefer(fault *Fault, pool *Pool) []Cause {
	causes := Diagnose(fault, pool)
	if proof := fault.ofTotal(pool); len(proof) > 0 {
		return proof
	}
	if len(causes) > 0 || len(fault.Rivals) == 0 {
		if len(causes) > 0 {
			fault.Rivals = nil
		}
		return causes
	}
	var slipped *Fault
	for _, r := range fault.Rivals {
		other := &Fault{Figure: r.Figure, Expected: r.Expected, Broken: fault.Broken, Proven: fault.Proven}
		found := Diagnose(other, pool)
		if len(found) == 0 || !found[0].strong() {
			continue
		}
		if slipped != nil {
			return nil
		}
		slipped, causes = other, found
	}
	if slipped == nil {
		return nil
	}
	fault.Figure, fault.Expected, fault.Rivals = slipped.Figure, slipped.Expected, nil
	return causes
}

// strong reports whether the cause alone makes its figure the likely one: a single mistyped digit fits too easily.
func (c Cause) strong() bool {
	switch c.Kind {
	case "tukar", "geser", "tanda", "salin", ByFormula, Uncomputed:
		return true
	}
	return false
}

type diagnosis struct {
	fault  *Fault
	figure *schema.Figure
	pool   *Pool
	digits int // significant digits of the printed value
	causes []Cause
}

// significant counts the digits of a printed figure without leading zeros; trailing zeros of round rupiah amounts say little
// and do not count.
func significant(f *schema.Figure) int {
	s := f.Value.FloatString(f.Decimals)
	n, zeros, started := 0, 0, false
	for _, r := range s {
		if r < '0' || r > '9' || r == '0' && !started {
			continue
		}
		started = true
		n++
		if r == '0' {
			zeros++
		} else {
			zeros = 0
		}
	}
	if f.Decimals == 0 && zeros > 2 {
		n -= zeros
	}
	return n
}

// likely reports whether a match among so many tried operations is more than chance: under five in a hundred by luck.
func (d *diagnosis) likely(tried int) bool {
	chances := source.Pow10(d.digits)
	return chances.Cmp(big.NewInt(int64(20*max(tried, 1)))) >= 0
}

func (d *diagnosis) add(kind string, rank, tried int, text source.Text) {
	if !d.likely(tried) || slices.ContainsFunc(d.causes, func(c Cause) bool { return c.Text == text }) {
		return
	}
	d.causes = append(d.causes, Cause{Kind: kind, Text: text, rank: rank})
}

// is reports whether a computed value is what is printed.
func (d *diagnosis) is(v Interval, ok bool) bool {
	return ok && v.Low != nil && v.High != nil && Printed(d.figure, false).Meets(v)
}

// Neighbours are the figures that stand around f: the rest of its row, and its column in the rows above and below.
func (p *Pool) Neighbours(f *schema.Figure) []*schema.Figure {
	var out []*schema.Figure
	row := f.Node.Parent()
	add := func(n *source.Node) {
		if g := p.byNode[n]; g != nil && g != f && !slices.Contains(out, g) {
			out = append(out, g)
		}
	}
	fields := func(n *source.Node) {
		for i := range n.Fields {
			v := n.Fields[i].Value
			add(v)
			for j := range v.Fields { // years, quarters, months
				add(v.Fields[j].Value)
			}
		}
	}
	if row == nil {
		return nil
	}
	if up := row.Parent(); up != nil && up.Kind == source.Map { // f stands in a map of years: its row is one up
		fields(up)
	}
	fields(row)
	list := row.Parent()
	if list == nil || list.Kind != source.List {
		return out
	}
	i := slices.Index(list.Items, row)
	steps := f.Node.Steps()
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(list.Items) {
			add(list.Items[k].Get(steps[len(steps)-1].Key))
		}
	}
	return out
}

// copies tries whether the printed value is simply another figure nearby.
func (d *diagnosis) copies() {
	near := d.pool.Neighbours(d.figure)
	for _, g := range near {
		if d.fault.Broken[0].Op == AtMost && g.Node.Parent() != d.figure.Node.Parent() {
			continue // a level above or below that repeats the amount says nothing of its size
		}
		if g.Value.Cmp(d.figure.Value) == 0 && g.Decimals == d.figure.Decimals {
			d.add("salin", 20, len(near), source.T("sama dengan %s; angka itu tersalin ke sini", "equal to %s; that figure was copied here", schema.Label(g.Node)))
		}
	}
}

// formulas tries other operations on the figures of the relations in which the value is the result.
func (d *diagnosis) formulas() {
	for i := range d.fault.Broken {
		b := &d.fault.Broken[i]
		if b.Result.Figure != d.figure {
			continue
		}
		switch b.Op {
		case Ratio, Growth, Achieved:
			d.quotients(b.Relation)
		case Linear:
			d.cells(b.Relation)
			d.sums(b.Relation)
		}
	}
}

// quotients tries percentages of other figures, the inverse, growth for ratio and ratio for growth, and 100 taken off.
func (d *diagnosis) quotients(r *Relation) {
	a, b := r.Terms[0], r.Terms[1]
	if r.Op == Achieved {
		a, b = b, a
	}
	if !a.Figure.IsNumber() || !b.Figure.IsNumber() {
		return
	}
	ratio := func(x, y *schema.Figure) (Interval, bool) {
		return compute(Ratio, []Term{{Figure: x}, {Figure: y}}, printed)
	}
	growth := func(x, y *schema.Figure) (Interval, bool) {
		return compute(Growth, []Term{{Figure: x}, {Figure: y}}, printed)
	}
	if r.Op == Growth && d.is(ratio(a.Figure, b.Figure)) {
		d.add("rumus", 10, 4, source.T("%s ÷ %s × 100: rasio ditulis sebagai kenaikan", "%s ÷ %s × 100: a ratio given as an increase", a.Figure.Show(), b.Figure.Show()))
	}
	if r.Op == Growth && d.is(a.interval().minus(Point(hundred)), true) {
		d.add("rumus", 10, 4, source.T("%s − 100: seratus dikurangkan dari nilainya sendiri", "%s − 100: a hundred was taken from the value itself", a.Figure.Show()))
	}
	if r.Op != Growth && d.is(growth(a.Figure, b.Figure)) {
		d.add("rumus", 11, 4, source.T("(%s − %s) ÷ %[2]s × 100: kenaikan ditulis sebagai rasio", "(%s − %s) ÷ %[2]s × 100: an increase given as a ratio", a.Figure.Show(), b.Figure.Show()))
	}
	if d.is(ratio(b.Figure, a.Figure)) {
		d.add("rumus", 11, 4, source.T("%s ÷ %s × 100: pembilang dan penyebut tertukar", "%s ÷ %s × 100: numerator and denominator swapped", b.Figure.Show(), a.Figure.Show()))
	}
	if r.Op == Achieved && r.Polarity == Up {
		for _, f := range []formula{negativeA, negativeB} {
			if v, ok := f.of(b.Figure.Value, a.interval()); d.is(v, ok) {
				d.add("rumus", 11, 4, source.T("rumus indikator negatif %s dipakai", "the formula %s of negative indicators was used", string(f.reading)))
			}
		}
	}
	if r.Op == Achieved && r.Polarity == Down && d.is(ratio(a.Figure, b.Figure)) {
		d.add("rumus", 10, 4, source.T("rumus indikator positif dipakai: realisasi ÷ target × 100", "the formula of positive indicators was used: realisasi ÷ target × 100"))
	}
	if gap, ok := growth(a.Figure, b.Figure); r.Op == Achieved && d.is(gap.times(big.NewRat(-1, 1)), ok) {
		d.add("rumus", 11, 4, source.T("(target − realisasi) ÷ target × 100: selisihnya saja, tanpa ditambah 100", "(target − realisasi) ÷ target × 100: the gap alone, without adding 100"))
	}
	op := Ratio
	if r.Op == Growth {
		op = Growth
	}
	d.otherTerms(op, a.Figure, b.Figure)
	d.meanOfParts(a.Figure)
	d.roundedUp(r)
}

// roundedUp tries the computed value raised to the next printed digit.
func (d *diagnosis) roundedUp(r *Relation) {
	set, ok := Solve(r, d.figure)
	if !ok || len(set) == 0 || set[0].Middle() == nil {
		return
	}
	if over := sub(d.figure.Value, set[0].Middle()); over.Sign() > 0 && over.Cmp(unit(d.figure)) < 0 {
		d.add("bulat", 9, 1, source.T("dibulatkan ke atas", "rounded up"))
	}
}

// otherTerms tries one of the two figures of a quotient replaced by a neighbour.
func (d *diagnosis) otherTerms(op Op, a, b *schema.Figure) {
	nearA, nearB := d.pool.Neighbours(a), d.pool.Neighbours(b)
	tried := len(nearA) + len(nearB)
	for k, list := range [][]*schema.Figure{nearB, nearA} {
		for _, g := range list {
			x, y, used := a, g, b
			if k == 1 {
				x, y, used = g, b, a
			}
			if g == d.figure || x == y || y.Value.Sign() == 0 {
				continue
			}
			if v, ok := compute(op, []Term{{Figure: x, Exact: true}, {Figure: y, Exact: true}}, printed); d.is(v, ok) { // copied as printed
				d.add("rumus", 12, tried, source.T("%s dipakai sebagai ganti %s (%s)", "%s was used in place of %s (%s)",
					schema.Label(g.Node), schema.FieldLabel(used.Node), g.Show()))
			}
		}
	}
}

// sums tries a part left out or counted twice, a sign turned, and one term replaced by a neighbour.
func (d *diagnosis) sums(r *Relation) {
	total, _, blank := linear(r, nil, printed)
	if blank != nil {
		return
	}
	n := len(r.Terms)
	for i := range r.Terms {
		t := &r.Terms[i]
		if !t.Figure.IsNumber() || t.Figure.Value.Sign() == 0 {
			continue
		}
		part := t.interval()
		if t.Weight != nil {
			part = part.times(t.Weight)
		}
		switch {
		case d.is(total.minus(part), true) && n > 2:
			text := source.T("%s (%s) tidak ikut dijumlahkan", "%s (%s) was left out of the sum", schema.Label(t.Figure.Node), t.Figure.Show())
			if i == 0 || i == n-1 {
				text = source.T("%s; rentang penjumlahan kurang satu baris", "%s; the range of the sum is one row short", text)
			}
			d.add("kurang", 10, 2*n, text)
		case d.is(total.plus(part), true):
			d.add("lebih", 10, 2*n, source.T("%s (%s) terjumlah dua kali", "%s (%s) was counted twice", schema.Label(t.Figure.Node), t.Figure.Show()))
		case n == 2 && d.is(total.minus(part).minus(part), true):
			d.add("rumus", 11, 4, source.T("%s dikurangkan, bukan ditambahkan, atau sebaliknya", "%s was subtracted instead of added, or the reverse", schema.FieldLabel(t.Figure.Node)))
		}
		if n > 8 {
			continue
		}
		near := d.pool.Neighbours(t.Figure)
		for _, g := range near {
			other := Term{Figure: g, Weight: t.Weight, Exact: true} // it was copied as printed
			value := other.interval()
			if other.Weight != nil {
				value = value.times(other.Weight)
			}
			if g != d.figure && g.Value.Cmp(t.Figure.Value) != 0 && d.is(total.minus(part).plus(value), true) {
				d.add("rumus", 12, n*len(near), source.T("%s dipakai sebagai ganti %s (%s)", "%s was used in place of %s (%s)",
					schema.Label(g.Node), schema.FieldLabel(t.Figure.Node), g.Show()))
			}
		}
	}
	d.subset(r)
}
