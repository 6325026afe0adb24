package rules

import (
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

// cakupan is a population of budget that prose speaks of: everything, the programmes that support the PK, one row.
type cakupan struct {
	name                         source.Text
	murni, pagu, realisasi, sisa *schema.Figure
	persen                       *schema.Figure
	total                        bool
}

func (k *cakupan) figures() []*schema.Figure {
	return []*schema.Figure{k.murni, k.pagu, k.realisasi, k.sisa}
}

// budgetClaim is a claim on budget with the population it is about; scope is nil where that could not be told.
type budgetClaim struct {
	*claim
	scope  *cakupan
	strong bool // the sentence itself says which population it means
}

// budget is what prose can say of the dossier's budget.
type budget struct {
	totals    []*cakupan
	supported *cakupan
	programs  []*simpul
	rows      map[*topic]*cakupan
}

// budget is read once a dossier.
func (p *Pass) budget() *budget {
	b := p.prose().budget
	if b != nil {
		return b
	}
	b = &budget{rows: map[*topic]*cakupan{}}
	p.prose().budget = b
	for _, t := range p.pohon() {
		if t.tabel.Node == nil {
			continue
		}
		program := t.program()
		if b.programs == nil {
			b.programs = program
		}
		k := populationOf(t.jumlah, program, t.tabel.Node)
		k.name, k.total = source.T("seluruh anggaran", "the whole budget"), true
		b.totals = append(b.totals, k)
	}
	b.supported = p.supportedBudget(b.programs)
	for _, t := range p.prose().glossary.topics {
		if t.kind == barisTopic {
			if k := rowPopulation(t); k != nil {
				b.rows[t] = k
			}
		}
	}
	return b
}

// populationOf takes a total's figures, and the sum of the programmes where the total leaves one out.
func populationOf(total *schema.BarisAnggaran, rows []*simpul, node *source.Node) *cakupan {
	column := func(f *schema.Figure, key string) *schema.Figure {
		if f.IsNumber() {
			return f
		}
		return sumFigure(rows, key, node)
	}
	k := &cakupan{murni: column(&total.PaguMurni, "pagu_murni"), pagu: column(&total.Pagu, "pagu"), realisasi: column(&total.Realisasi, "realisasi"),
		sisa: column(&total.Sisa, "sisa")}
	if total.Persen.IsNumber() {
		k.persen = &total.Persen
	}
	if k.pagu == nil {
		k.pagu, k.murni = k.murni, nil
	}
	return k
}

// computed reports whether a figure was added up here and is printed nowhere: it cannot be at fault.
func computed(f *schema.Figure) bool { return f.Node == nil || f.Node.Parent() == nil }

func sumFigure(rows []*simpul, key string, node *source.Node) *schema.Figure {
	var figures []*schema.Figure
	for _, t := range terms(rows, key) {
		figures = append(figures, t.Figure)
	}
	if len(figures) == 0 {
		return nil
	}
	f := calc.Total(figures...)
	if f != nil {
		// It stands nowhere itself; the table is where a reader finds it.
		f.Node, f.Money = &source.Node{Kind: source.Number, Text: f.Value.FloatString(0), Place: PlaceOf(node)}, true
	}
	return f
}

// rowPopulation is what the rows of one name give, nil where they differ: a programme and a kegiatan of the same name.
func rowPopulation(t *topic) *cakupan {
	k := populationOf(t.rows[0], nil, nil)
	k.name = source.Same(t.name)
	for _, row := range t.rows[1:] {
		other := populationOf(row, nil, nil)
		for i, f := range other.figures() {
			if mine := k.figures()[i]; f != nil && mine != nil && f.Value.Cmp(mine.Value) != 0 {
				return nil
			}
		}
	}
	return k
}

// supportedBudget are the programmes that the supporting budget, the PK or else prose names, where these are not all.
func (p *Pass) supportedBudget(programs []*simpul) *cakupan {
	var names []string
	for _, l := range p.Laporan {
		for _, n := range l.AnggaranPendukung.Program {
			names = append(names, n.S)
		}
	}
	agreements := p.budgetAgreements()
	if len(names) == 0 && len(agreements) > 0 {
		pk := agreements[len(agreements)-1]
		for i := range pk.Program {
			names = append(names, pk.Program[i].Nama.S)
		}
	}
	var rows []*simpul
	if len(names) == 0 {
		rows = p.supportingTold(programs)
	}
	for _, n := range names {
		if row := findRow(programs, n); row == nil {
			rows = nil
			break
		} else if !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 || len(rows) == len(programs) {
		return nil
	}
	k := populationOf(&schema.BarisAnggaran{}, rows, rows[0].baris.Node)
	k.name = source.T("%s, yang mendukung Perjanjian Kinerja", "%s, which support the performance agreement", listed(rows))
	return k
}

// all are the populations in the order they are tried.
func (b *budget) all() []*cakupan {
	out := slices.Clone(b.totals)
	if b.supported != nil {
		out = append(out, b.supported)
	}
	return out
}

// budgetClaims walks the prose in order and finds for each amount or share of budget the population it is about: the one its
// sentence names, else the one whose figure it is, else the one the sentence before spoke of.
func (p *Pass) budgetClaims() []*budgetClaim {
	if len(p.prose().claims) == 0 || p.prose().amounts != nil {
		return p.prose().amounts
	}
	b := p.budget()
	if len(b.totals) == 0 {
		return nil
	}
	out := []*budgetClaim{}
	var in *passage
	var scope *cakupan
	at := 0
	for _, c := range p.prose().claims {
		if !c.onBudget() {
			continue
		}
		if c.in != in || c.sentence > at+1 {
			scope = nil
		}
		in, at = c.in, c.sentence
		bc := &budgetClaim{claim: c}
		bc.scope, bc.strong = b.scopeOf(p.prose(), c)
		if c.dated && c.year != p.yearOf(c.in.Laporan) { // another year's budget, unless the amount is this year's
			bc.scope, bc.strong = nil, false
		}
		if owner := b.owner(p, bc); owner != nil {
			scope = owner
			if bc.scope == nil {
				bc.scope = owner
			}
		} else if bc.scope != nil {
			scope = bc.scope
		} else if c.pointsBack() {
			bc.scope = scope
		}
		out = append(out, bc)
	}
	p.prose().amounts = out
	return out
}

// onBudget reports whether a claim is on money or on the share of a budget.
func (c *claim) onBudget() bool {
	switch c.Kind {
	case narasi.Level:
		return c.Number.Money || c.Aspect >= narasi.Pagu
	case narasi.Share:
		return c.Base == narasi.Pagu || c.Part != nil && c.Part.Money
	}
	return false
}

// pointsBack reports whether the sentence goes on about the budget of the one before.
func (c *claim) pointsBack() bool {
	s := c.s()
	for k := 0; k < c.At && k < 6; k++ {
		if s.Tokens[k].Kind == narasi.Word && anaphors[s.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

// owner is the population that has exactly the claim's amount among its figures.
func (b *budget) owner(p *Pass, c *budgetClaim) *cakupan {
	amount := c.Number
	if c.Part != nil {
		amount = c.Part
	}
	if !amount.Money || amount.High != nil {
		return nil
	}
	candidates := b.all()
	if c.scope != nil {
		candidates = append([]*cakupan{c.scope}, candidates...)
	}
	f := p.prose().number(c.in, amount)
	for _, k := range candidates {
		for _, g := range k.figures() {
			if g != nil && calc.Judge(calc.Same(f, g)).State == calc.Holds {
				return k
			}
		}
	}
	return nil
}

// meant are the figures of a population that an amount can be, best first.
func (c *budgetClaim) meant() []*schema.Figure {
	k := c.scope
	var out []*schema.Figure
	add := func(fs ...*schema.Figure) {
		for _, f := range fs {
			if f.IsNumber() {
				out = append(out, f)
			}
		}
	}
	switch {
	case c.Aspect == narasi.Serapan:
		add(k.realisasi)
	case c.Aspect == narasi.Sisa:
		add(k.sisa)
	case c.Original && k.murni.IsNumber():
		add(k.murni)
	case c.Revised:
		add(k.pagu)
	case c.Original: // the data has no budget before the revision
	default:
		add(k.pagu, k.murni)
		if c.Aspect == narasi.Nilai {
			add(k.realisasi, k.sisa)
		}
	}
	return out
}

// subsetCause says which programmes an amount is the sum of, where these are not all.
func (b *budget) subsetCause(v *schema.Figure) source.Text {
	if len(b.programs) > maxSubset || !v.IsNumber() {
		return source.Text{}
	}
	for _, key := range []string{"pagu", "pagu_murni", "realisasi", "sisa"} {
		for set := uint(1); set < 1<<len(b.programs)-1; set++ {
			rows := (&pendukung{program: b.programs}).pick(set)
			if sum := sumOf(rows, key); sum != nil && sum.Sign() != 0 && sum.Cmp(v.Value) == 0 {
				return source.T("diduga %s adalah %s dari %s saja", "presumably %s is the %s of %s alone",
					strings.TrimSpace(source.FormatNumber(v.Value, 0)), strings.ReplaceAll(fieldWord(key), "_", " "), listed(rows))
			}
		}
	}
	return source.Text{}
}

// wholeOf is what a share without "dari Rp B" is of: an amount the sentence told before, or the pagu of a population, whichever
// gives the share; else the pagu of the population whose realisasi the part is. Otherwise it is not known.
func (p *Pass) wholeOf(c *budgetClaim, f, part *schema.Figure) *schema.Figure {
	if part == nil {
		if c.scope != nil {
			return c.scope.pagu
		}
		return nil
	}
	holds := func(r *calc.Relation) bool { return calc.Judge(r).State == calc.Holds }
	for _, other := range p.budgetClaims() {
		if other.in == c.in && other.sentence == c.sentence && other.At < c.At && other.Number.Money {
			if whole := p.stated(other.claim); whole != nil && whole != part && holds(calc.Percentage(f, part, whole)) {
				return whole
			}
		}
	}
	known := p.budget().all()
	if c.scope != nil {
		known = append(known, c.scope)
	}
	for _, k := range known {
		if k.pagu.IsNumber() && holds(calc.Percentage(f, part, k.pagu)) {
			return k.pagu
		}
	}
	for _, k := range known {
		if k.realisasi.IsNumber() && holds(calc.Same(part, k.realisasi)) {
			return k.pagu
		}
	}
	return nil
}
