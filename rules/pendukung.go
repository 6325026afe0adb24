package rules

import (
	"math/big"
	"math/bits"
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// maxSubset bounds the programmes among which a population is searched; an agency has fewer.
const maxSubset = 12

// pendukung is a row of supporting budget with the programmes it can be made of.
type pendukung struct {
	*schema.AnggaranPendukung
	program []*simpul // all programmes of the budget table
	named   []*simpul // those it should cover
	sets    map[string][]uint
}

// supporting finds the programmes of a supporting budget: those it names, else those of the PK in force, else those that prose
// says carry it out, else the set that most of its figures add up to.
func (p *Pass) supporting(l *schema.Laporan) *pendukung {
	s := &pendukung{AnggaranPendukung: &l.AnggaranPendukung}
	for _, t := range p.pohon() {
		rows := t.program()
		if len(rows) > 0 && p.ofYear(t) && (s.program == nil || fileOf(t.tabel.Node) == fileOf(l.Node)) {
			s.program = rows
		}
	}
	if s.program == nil {
		p.Untested(s.Node, source.T("tidak ada tabel anggaran per program untuk dibandingkan", "there is no budget table by programme to compare with"))
		return s
	}
	names := s.Program
	if len(names) == 0 {
		for _, pk := range p.budgetAgreements() {
			names = nil
			for i := range pk.Program {
				names = append(names, pk.Program[i].Nama)
			}
		}
	}
	if len(names) == 0 {
		if s.named = p.supportingTold(s.program); s.named == nil {
			s.named = s.likely()
		}
		if s.named == nil {
			p.Untested(s.Node, source.T("program yang dicakup tidak disebut", "the programmes covered are not named"))
		}
		return s
	}
	for _, name := range names {
		row := findRow(s.program, name.S)
		if row == nil {
			p.Untested(name.Node, source.T("program %s tidak ada pada tabel anggaran", "the programme %s is not in the budget table", quoted(name.S)))
			s.named = nil
			return s
		}
		if !slices.Contains(s.named, row) {
			s.named = append(s.named, row)
		}
	}
	return s
}

// findRow is the row of that code or name.
func findRow(rows []*simpul, name string) *simpul {
	if code := kodeOf(name); code != nil {
		for _, s := range rows {
			if compareKode(s.kode, code) == 0 && s.kode != nil {
				return s
			}
		}
	}
	if i := bestName(bareName(name), len(rows), func(i int) string { return bareName(rows[i].baris.Uraian.S) }); i >= 0 {
		return rows[i]
	}
	return nil
}

// supportColumns are the amounts of the row that are sums of programmes.
func (s *pendukung) supportColumns() []schema.Column {
	return []schema.Column{{Key: "pagu", Figure: &s.Pagu}, {Key: "realisasi", Figure: &s.Realisasi}, {Key: "sisa", Figure: &s.Sisa}, {Key: "pagu_murni", Figure: &s.PaguMurni}}
}

// sumOf adds up a column over programmes; nil where one has no amount.
func sumOf(rows []*simpul, key string) *big.Rat {
	sum := new(big.Rat)
	for _, t := range terms(rows, key) {
		if !t.Figure.IsNumber() {
			return nil
		}
		sum.Add(sum, t.Figure.Value)
	}
	return sum
}

// populations are the sets of programmes, as bits, that a column's figure is the sum of; the smallest first.
func (s *pendukung) populations(c schema.Column) []uint {
	if found, known := s.sets[c.Key]; known {
		return found
	}
	if s.sets == nil {
		s.sets = map[string][]uint{}
	}
	s.sets[c.Key] = nil
	if !c.Figure.IsNumber() || c.Figure.Value.Sign() == 0 || len(s.program) > maxSubset {
		return nil
	}
	amounts := make([]*big.Rat, len(s.program))
	for i, row := range s.program {
		if amounts[i] = sumOf([]*simpul{row}, c.Key); amounts[i] == nil {
			return nil
		}
	}
	var found []uint
	sums := make([]*big.Rat, 1<<len(amounts))
	sums[0] = new(big.Rat)
	for set := uint(1); set < 1<<len(amounts); set++ {
		last := bits.TrailingZeros(set)
		sums[set] = new(big.Rat).Add(sums[set&^(1<<last)], amounts[last])
		if sums[set].Cmp(c.Figure.Value) == 0 {
			found = append(found, set)
		}
	}
	slices.SortStableFunc(found, func(a, b uint) int { return bits.OnesCount(a) - bits.OnesCount(b) })
	s.sets[c.Key] = found
	return found
}

func (s *pendukung) pick(set uint) []*simpul {
	var rows []*simpul
	for i, row := range s.program {
		if set&(1<<i) != 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// likely is the set that at least two figures add up to; of equals the one that leaves programmes out, since a supporting
// budget that covers everything would not need a row of its own.
func (s *pendukung) likely() []*simpul {
	votes := map[uint]int{}
	for _, c := range s.supportColumns() {
		for _, set := range s.populations(c) {
			votes[set]++
		}
	}
	best := uint(0)
	for set := uint(1); set < 1<<min(len(s.program), maxSubset); set++ {
		if votes[set] > 1 && (best == 0 || votes[set] > votes[best]) {
			best = set
		}
	}
	if best == 0 {
		return nil
	}
	return s.pick(best)
}

// note says which programmes a figure is the sum of.
func (s *pendukung) note(c schema.Column) source.Text {
	sets := s.populations(c)
	if len(sets) == 0 {
		return source.Text{}
	}
	if rows := s.pick(sets[0]); len(rows) < len(s.program) {
		return source.T("= %s %s", "= %s of %s", fieldWord(c.Key), join(rows, " + "))
	}
	return source.T("= jumlah seluruh program", "= the sum of all programmes")
}

// join names programmes: "program 2 + program 3".
func join(rows []*simpul, sep string) string {
	var names []string
	for _, r := range rows {
		names = append(names, r.short())
	}
	return strings.Join(names, sep)
}

// short names a programme by its code, else by its name.
func (s *simpul) short() string {
	if s.kode != nil {
		return "program " + s.baris.Kode.S
	}
	return s.title().ID
}

// rightRow is the row as programmes give it: pagu · realisasi · persen · sisa.
func (s *pendukung) rightRow(rows []*simpul) string {
	var parts []string
	add := func(v *big.Rat) {
		if v != nil {
			parts = append(parts, source.FormatNumber(v, 0))
		}
	}
	pagu, realisasi := sumOf(rows, "pagu"), sumOf(rows, "realisasi")
	add(pagu)
	add(realisasi)
	if pagu != nil && realisasi != nil && pagu.Sign() > 0 {
		decimals := 2
		if s.Persen.IsNumber() {
			decimals = s.Persen.Decimals
		}
		share := new(big.Rat).Quo(realisasi, pagu)
		parts = append(parts, source.FormatNumber(share.Mul(share, big.NewRat(100, 1)), decimals)+" %")
		add(new(big.Rat).Sub(pagu, realisasi))
	}
	return strings.Join(parts, " · ")
}

// describe words a fault of the row: which populations its figures come from, and the whole right row.
func (s *pendukung) describe(fault *calc.Fault, f *Finding) {
	if fault.Figure.Node == nil || fault.Figure.Node.Parent() != s.Node || len(s.named) == 0 {
		return
	}
	var words []source.Text
	spread, several := map[source.Text]source.Text{}, map[source.Text]bool{} // the figures of each population
	for _, c := range s.supportColumns() {
		sets := s.populations(c)
		if len(sets) == 0 {
			continue
		}
		who := everyProgramme
		if rows := s.pick(sets[0]); len(rows) < len(s.program) {
			who = source.T("hanya %s", "of %s alone", listed(rows))
		}
		label := schema.FieldLabel(c.Figure.Node)
		if figures, known := spread[who]; known {
			spread[who], several[who] = source.T("%s dan %s", "%s and %s", figures, label), true
		} else {
			words, spread[who] = append(words, who), label
		}
	}
	switch {
	case len(words) > 1:
		mixed := source.T("%s %s", "%s %s", spread[words[0]], words[0])
		for _, who := range words[1:] {
			mixed = source.T("%s, %s %s", "%s, %s %s", mixed, spread[who], who)
		}
		f.Sebab = source.T("diduga baris ini mencampur dua cakupan: %s", "presumably this row mixes two populations: %s", mixed)
	case len(words) == 1 && several[words[0]] && words[0] == everyProgramme && len(s.named) < len(s.program):
		f.Sebab = source.T("diduga baris ini memuat seluruh program, bukan hanya program yang mendukung langsung",
			"presumably this row covers all programmes and not only those that support directly")
	}
	row := s.rightRow(s.named)
	switch narrow := s.narrowest(); {
	case row == "":
	case !fault.Proven:
		f.Rekomendasi = source.T("Agar memakai %s saja: %s", "Use %s alone: %s", listed(s.named), row)
	case len(words) > 1 && len(s.named) == len(s.program) && narrow != nil:
		f.Rekomendasi = source.T("Agar seluruh baris memakai satu cakupan: %s (%s), atau seluruh program (%s)", "Use one population throughout the row: %s (%s), or all programmes (%s)",
			listed(narrow), s.rightRow(narrow), row)
	}
}

// narrowest is the smallest set of programmes that a figure of the row is the sum of.
func (s *pendukung) narrowest() []*simpul {
	var best []*simpul
	for _, c := range s.supportColumns() {
		if sets := s.populations(c); len(sets) > 0 {
			if rows := s.pick(sets[0]); best == nil || len(rows) < len(best) {
				best = rows
			}
		}
	}
	return best
}

// everyProgramme is what a figure of the whole budget is of.
var everyProgramme = source.T("seluruh program", "of all programmes")

// listed names programmes in a sentence: "program 2 dan 3".
func listed(rows []*simpul) source.Text {
	var out source.Text
	for i, r := range rows {
		name := r.short()
		bare := strings.TrimPrefix(name, "program ")
		switch {
		case i == 0 && bare == name:
			out = source.Same(name)
		case i == 0:
			out = source.T("program %s", "programme %s", bare)
		case i == len(rows)-1:
			out = source.T("%s dan %s", "%s and %s", out, bare)
		default:
			out = source.T("%s, %s", "%s, %s", out, bare)
		}
	}
	return out
}

// budgetAgreements are the PK of the year that carry a budget, the one in force last.
func (p *Pass) budgetAgreements() []*schema.PK {
	year := p.Tahun()
	all := schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.PK { return l.PerjanjianKinerja })
	all = slices.DeleteFunc(all, func(pk *schema.PK) bool {
		return len(pk.Program) == 0 || year != 0 && pk.Tahun.Year() != 0 && pk.Tahun.Year() != year
	})
	slices.SortStableFunc(all, func(a, b *schema.PK) int {
		switch {
		case schema.Choice(a.Versi) == schema.Choice(b.Versi):
			return 0
		case schema.Choice(b.Versi) == "perubahan":
			return -1
		}
		return 1
	})
	return all
}
