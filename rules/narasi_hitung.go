package rules

import (
	"math/big"
	"strconv"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

// ketercapaian is how many indicators of a set met their targets and how many passed them. Of capped ones, whose capaian was
// cut at 100, a sentence may say either.
type ketercapaian struct{ all, met, passed, capped int }

// tallies are those of the sasaran's indicators and of all measured ones; a set in which a capaian is not known has none. A
// capaian counts as it is printed: 99,52 is below its target.
func (p *Pass) tallies(year int) (out []ketercapaian) {
	hundred := calc.Constant(big.NewRat(100, 1))
	for _, sasaranOnly := range []bool{true, false} {
		t, known := ketercapaian{}, true
		for _, x := range p.prose().glossary.measure {
			if x.indikator == nil || sasaranOnly && !x.sasaran {
				continue
			}
			capaian := x.get(narasi.Capaian, year)
			if known = known && capaian != nil && !x.doubled; !known {
				break
			}
			t.all++
			switch {
			case !holdsAsPrinted(calc.NotAbove(hundred, capaian)):
			case !holdsAsPrinted(calc.NotAbove(capaian, hundred)):
				t.met, t.passed = t.met+1, t.passed+1
			case holdsAsPrinted(calc.Same(x.get(narasi.Target, year), x.get(narasi.Realisasi, year))):
				t.met++
			default:
				t.met, t.capped = t.met+1, t.capped+1
			}
		}
		if known && t.all > 1 {
			out = append(out, t)
		}
	}
	return out
}

// holdsAsPrinted reports whether a relation holds between figures that each stand for themselves alone.
func holdsAsPrinted(r *calc.Relation) bool {
	r.Result.Exact = true
	for i := range r.Terms {
		r.Terms[i].Exact = true
	}
	return calc.Judge(r).State == calc.Holds
}

// checkTallies tests the sentences that say how many indicators met their targets, where they also say of how many.
func (p *Pass) checkTallies() {
	var in []*claim
	for _, c := range p.prose().claims {
		if len(in) > 0 && (in[0].in != c.in || in[0].sentence != c.sentence) {
			p.checkTally(in)
			in = nil
		}
		if c.Kind == narasi.Tally || c.Kind == narasi.Count && c.Word == "indikator" {
			in = append(in, c)
		}
	}
	p.checkTally(in)
}

// checkTally tests the counts of one sentence.
func (p *Pass) checkTally(in []*claim) {
	whole, met, passed, missed := 0, 0, 0, 0
	var parts []*claim
	var all *claim
	for _, c := range in {
		n := small(c.Number)
		switch {
		case c.Kind == narasi.Count:
			whole, all = max(whole, n), c
			continue
		case c.Reached == narasi.Missed:
			missed += n
		case c.Reached == narasi.Passed:
			passed += n
		default:
			met += n
		}
		whole = max(whole, small(c.Whole))
		parts = append(parts, c)
	}
	if len(parts) == 0 {
		return
	}
	if whole == 0 && missed > 0 && met+passed > 0 {
		whole = missed + met + passed
	}
	for _, t := range p.tallies(parts[0].year) {
		if parts[0].in.about != nil {
			continue
		}
		if all != nil && len(in) == len(parts)+1 && whole != t.all && missed == t.all-t.met && met+passed == t.met && missed > 0 {
			for _, c := range in {
				c.judged = true
			}
			p.miscounted(all, t.all, source.T("data memuat %d indikator, %d mencapai target dan %d belum", "the data has %d indicators, %d met their target and %d did not", t.all, t.met, t.all-t.met))
			return
		}
		if t.all != whole {
			continue
		}
		for _, c := range parts {
			c.judged = true
			right, also, slack := t.met, t.met, 0
			switch {
			case c.Reached == narasi.Missed:
				right, also = t.all-t.met, t.all-t.met
			case c.Reached == narasi.Passed && met == 0: // "melampaui" is said of met targets too
				right, slack = t.passed, t.capped
			case c.Reached == narasi.Passed:
				right, also, slack = t.passed, t.passed, t.capped
			case passed > 0: // "3 melampaui dan 1 mencapai target"
				right, slack = t.met-t.passed, -t.capped
			}
			if n := small(c.Number); n != also && (n < min(right, right+slack) || n > max(right, right+slack)) {
				p.miscounted(c, right, source.T("dari %d indikator dalam data, %d mencapai target dan %d belum", "of %d indicators in the data, %d met their target and %d did not", t.all, t.met, t.all-t.met))
				return // the counts of a sentence add up: one slip makes two of them wrong
			}
		}
		return
	}
	p.unresolved(parts[0])
}

// small is a plain number of a sentence as an int, 0 for none.
func small(n *narasi.Number) int {
	if n == nil || !n.Value.IsInt() || !n.Value.Num().IsInt64() {
		return 0
	}
	return int(n.Value.Num().Int64())
}

// himpunan is how many sasaran and indicators one part of the data lists.
type himpunan struct{ sasaran, indikator int }

// sections are those of the plan, the measurement and each PK, with and without the indicators of goals.
func (p *Pass) sections() (out []himpunan) {
	for _, l := range p.Laporan {
		plan, goals := himpunan{}, 0
		for _, x := range l.Renstra.AllSasaran() {
			plan.sasaran, plan.indikator = plan.sasaran+1, plan.indikator+len(x.Indikator)
		}
		for i := range l.Renstra.Tujuan {
			goals += len(l.Renstra.Tujuan[i].Indikator)
		}
		measured, above := himpunan{}, 0
		for _, x := range l.Pengukuran.AllSasaran() {
			measured.sasaran, measured.indikator = measured.sasaran+1, measured.indikator+len(x.Indikator)
		}
		for i := range l.Pengukuran.Tujuan {
			above += len(l.Pengukuran.Tujuan[i].Indikator)
		}
		out = append(out, measured, himpunan{measured.sasaran, measured.indikator + above}, plan, himpunan{plan.sasaran, plan.indikator + goals})
		for i := range l.PerjanjianKinerja {
			pk := himpunan{}
			for j := range l.PerjanjianKinerja[i].Sasaran {
				pk.sasaran, pk.indikator = pk.sasaran+1, pk.indikator+len(l.PerjanjianKinerja[i].Sasaran[j].Indikator)
			}
			out = append(out, pk)
		}
	}
	return out
}

// checkPair tests "2 sasaran strategis dan 6 indikator": where the first count is that of a section of the data, the second
// must be too.
func (p *Pass) checkPair(c *claim, n int) {
	partner := c.partner("sasaran")
	if partner == nil || !c.all() || anyWord(c.s(), c.Last+1, c.Last+3, "program", "kegiatan", "output", "individu") {
		return
	}
	var right []int
	for _, s := range p.sections() {
		if s.sasaran != small(partner.Number) || s.indikator == 0 {
			continue
		}
		if s.indikator == n {
			c.judged, partner.judged = true, true
			return
		}
		right = append(right, s.indikator)
	}
	if len(right) == 0 {
		return
	}
	c.judged, partner.judged = true, true
	p.miscounted(c, right[0], source.T("%s sasaran itu mempunyai %s indikator dalam data", "these %s sasaran have %s indicators in the data",
		strconv.Itoa(small(partner.Number)), strconv.Itoa(right[0])))
}

// partner is the count of another noun in the same sentence, nil where there is none or more than one.
func (c *claim) partner(word string) (found *claim) {
	for _, x := range c.in.counts[c.sentence] {
		if x.Word == word && x != c {
			if found != nil {
				return nil
			}
			found = x
		}
	}
	return found
}

// levels are how many programmes, kegiatan and sub-kegiatan the budget table of the report has, where it tells its levels.
func (p *Pass) levels() map[string]int {
	tables := p.pohon()
	if len(tables) != 1 || !tables[0].why.IsZero() {
		return nil
	}
	out := map[string]int{}
	for _, s := range tables[0].program() {
		out["program"]++
		for _, k := range s.anak {
			out["kegiatan"]++
			out["sub kegiatan"] += len(k.anak)
		}
	}
	return out
}

// checkLevels tests "3 program, 11 kegiatan dan 33 sub kegiatan" where the programmes agree and nothing narrows them.
func (p *Pass) checkLevels(c *claim, n int) {
	if c.Word == "program" {
		return
	}
	program := c.partner("program")
	levels := p.levels()
	if program == nil || levels["program"] != small(program.Number) || levels[c.Word] == 0 || !p.wholeAgency(c) {
		return
	}
	c.judged, program.judged = true, true
	if right := levels[c.Word]; right != n {
		p.miscounted(c, right, source.T("tabel anggaran memuat %d program dan %d %s", "the budget table has %d programmes and %d %s", levels["program"], right, c.Word))
	}
}

// wholeAgency reports whether nothing narrows a count of programmes to some of them or to another year's.
func (p *Pass) wholeAgency(c *claim) bool {
	s := c.s()
	for k := range s.Tokens {
		if s.Tokens[k].Is("prioritas", "unggulan", "strategis", "sasaran", "bidang", "sekretariat", "renstra", "rpjmd", "antara", "mendukung", "penunjang", "pendukung",
			"terkait", "inovasi", "diantaranya", "baru", "tambahan", "masing", "semula", "urusan", "belum", "tidak") && !c.inName(k) {
			return false
		}
	}
	return c.year == p.yearOf(c.in.Laporan)
}

// checkObjectives holds "N sasaran strategis" against every section that lists the sasaran; any of them may be meant.
func (p *Pass) checkObjectives(c *claim, n int) {
	s := c.s()
	if c.Last+1 >= len(s.Tokens) || !s.Tokens[c.Last+1].Is("strategis") || !c.all() {
		return
	}
	c.judged = true
	most := 0
	for _, l := range p.Laporan {
		counts := []int{len(l.Renstra.AllSasaran()), len(l.Pengukuran.Sasaran)}
		for i := range l.PerjanjianKinerja {
			counts = append(counts, len(l.PerjanjianKinerja[i].Sasaran))
		}
		for _, k := range counts {
			if k == n {
				return
			}
			most = max(most, k)
		}
	}
	if most > 0 {
		p.miscounted(c, most, source.T("data memuat %d sasaran", "the data has %d sasaran", most))
	}
}
