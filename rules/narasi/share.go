package narasi

// shares reads percentages of something: "63,14 atau 78,93% dari target nilai … sebesar 80", "setara dengan 83,54%, bila
// dibandingkan dengan target akhir", "hanya 67,88% dari nilai tertinggi 400".
func (g *grammar) shares() {
	for i := range g.tokens {
		n := g.num(i)
		if n == nil || !n.Percent || n.High != nil || g.used[i] || g.operand(i) {
			continue
		}
		c := Claim{Kind: Share, At: i, First: i, Last: i, Number: n, Hedge: g.hedge(i), PartAt: -1, WholeAt: -1}
		g.base(&c)
		// "mencapai 67,35% dari target 70%" tells a realisasi beside its target, unless it says capaian.
		if c.Base == Target && c.Whole != nil && c.Whole.Percent && g.aspect(i) != Capaian && !(g.at(i-1).Is("atau") && g.num(i-2) != nil) {
			continue
		}
		g.baseBefore(&c)
		if k := g.partBefore(i); k >= 0 {
			c.Part, c.PartAt, c.First = g.num(k), k, k
			if m := g.outOfWhole(k); m >= 0 && c.Whole == nil {
				c.Part, c.PartAt, c.First, c.Whole, c.WholeAt = g.num(m), m, m, g.num(k), k
			}
		}
		if c.Part != nil && c.Whole == nil && c.Base == Unsaid {
			if m := g.wholeAhead(c.PartAt); m >= 0 {
				c.Whole, c.WholeAt, c.First = g.num(m), m, m
			}
		}
		equal := g.at(i-1).Is("setara") || g.at(i-1).Is("dengan", "sebesar") && g.at(i-2).Is("setara")
		if c.Part == nil && c.Whole == nil {
			g.partsAfter(&c)
		}
		if c.Base == Unsaid && c.Whole == nil && c.Part == nil && !equal {
			continue
		}
		if c.Base == Unsaid && c.Part != nil && c.Part.Money && c.Whole == nil {
			c.Base = Pagu
		}
		if c.Part != nil && c.PartAt < i {
			c.Aspect = g.aspect(c.PartAt)
		}
		from, to := g.clause(i)
		c.Year = g.yearNear(c.First, from, to)
		if c.PartAt > i {
			g.used[c.PartAt], g.used[c.WholeAt] = true, true
		}
		g.used[i] = true
		g.claims = append(g.claims, c)
	}
}

// linkers may stand between a figure and its percentage.
var linkers = set("atau", "sebesar", "setara", "dengan", "mencapai", "persentase", "capaian", "yaitu", "yakni", "sama", "sebanyak", "serapan", "realisasi",
	"tingkat", "kinerja", "hampir", "sekitar", "lebih", "kurang", "dari", "ekuivalen", "penyerapan", "anggaran", "hanya", "baru", "berarti", "artinya")

// partBefore is the number whose percentage stands at i: linked by "atau", a bracket or "setara".
func (g *grammar) partBefore(i int) int {
	k := g.prevNum(i)
	if k < 0 || i-k > 8 || g.num(k).Percent || g.num(k).High != nil {
		return -1
	}
	linked := false
	for j := k + 1; j < i; j++ {
		t := g.at(j)
		switch {
		case t.Is("atau", "(", "setara", "ekuivalen"):
			linked = true
		case t.Is(","):
		case t.Kind == Word && linkers[t.Lower]:
		case t.Kind == Word && !linked && j <= k+2: // the unit: "45 orang atau 90%"
		case t.Is(")"):
		default:
			return -1
		}
	}
	if !linked {
		return -1
	}
	return k
}

// outOfWhole is the part of "Rp A dari pagu Rp B atau P %", "30 dari 42 trayek (P %)", where the number at k is the whole; -1
// where it is none, or what a change began at.
func (g *grammar) outOfWhole(k int) int {
	m, from := g.prevNum(k), g.against(k)
	if m < 0 || from <= m || k-m > 8 || g.word(from) != "dari" || g.used[m] || !g.alike(m, k) || g.num(m).Decimals > 0 && !g.num(m).Money || g.word(k-1) == "target" || governs[g.word(from-1)] {
		return -1
	}
	for j := m - 1; j >= 0 && j >= m-8 && g.num(j) == nil; j-- {
		if trends[g.word(j)] != 0 {
			return -1
		}
	}
	return m
}

// wholeAhead is the whole that a clause opens with: "Dari 22 puskesmas, 13 puskesmas (59,09%)", where the part at k is the next
// number; -1 where there is none.
func (g *grammar) wholeAhead(k int) int {
	from, _ := g.clause(k)
	m := g.nextNum(from)
	if !g.at(from).Is("dari") || m >= k || m-from > 4 || g.nextNum(m) != k || !g.countable(m) || !g.countable(k) || !g.alike(m, k) || g.num(k).Value.Cmp(g.num(m).Value) > 0 {
		return -1
	}
	whole, part := countUnits[g.at(m+1).Lower], countUnits[g.at(k+1).Lower]
	if whole != 0 && part != 0 && whole != part {
		return -1
	}
	for j := m + 1; j < k; j++ {
		if t := g.at(j); t.Kind == Year || t.Kind == Date || t.Is("target", "realisasi", "capaian", "sebelumnya", "naik", "turun", "menjadi") {
			return -1
		}
	}
	return m
}

// partsAfter reads amounts told after their percentage: "98,50% atau Rp 7.205.275.000,00 dari Rp 7.315.000.000,00".
func (g *grammar) partsAfter(c *Claim) {
	i := c.At
	part := g.num(i + 2)
	if part == nil || !part.Money || !g.at(i+1).Is("atau", "(") || !g.at(i+3).Is("dari") {
		return
	}
	for j := i + 4; j <= i+7; j++ {
		if n := g.num(j); n != nil && n.Money && n.High == nil && part.High == nil {
			c.Part, c.PartAt, c.Whole, c.WholeAt, c.Last, c.Base = part, i+2, n, j, j, Pagu
			return
		}
		if !g.at(j).Is("pagu", "anggaran", "total") {
			return
		}
	}
}

// baseBefore reads what the percentage is of where the clause opens with it, or says it before "sebesar": "Terhadap target akhir
// sebesar 44.000 ton, realisasi setara 96,20%", "Kemajuan … terhadap target akhir Renstra adalah 83,75%".
func (g *grammar) baseBefore(c *Claim) {
	from, _ := g.clause(c.At)
	j := from
	for j < c.At && !comparers[g.word(j)] {
		j++
	}
	opens := j <= from+2
	if c.Base != Unsaid || c.Whole != nil || j == c.At || !opens && !g.progress(from, j) || !g.at(c.At-1).Is("setara", "mencapai", "sebesar", "adalah", "baru", "dengan", "atau", "kemajuannya", "capaiannya") {
		return
	}
	base, whole, at := Unsaid, (*Number)(nil), -1
	for j++; j < c.At && !g.at(j).Is(","); j++ {
		switch t := g.at(j); {
		case t.Is("target"):
			base = Target
		case base == Target && (t.Is("akhir", "renstra", "rpjmd", "menengah") || t.Kind == Year && t.YearEnd != 0):
			base = TargetAkhir
		case g.num(j) != nil && base != Unsaid:
			whole, at = g.num(j), j
		}
	}
	if j < c.At && base != Unsaid || !opens && base == TargetAkhir && whole == nil {
		c.Base, c.Whole, c.WholeAt = base, whole, at
	}
}

// progress reports whether a capaian, and no other number, is told between two tokens.
func (g *grammar) progress(from, to int) bool {
	told := false
	for j := from; j < to; j++ {
		if g.num(j) != nil {
			return false
		}
		told = told || g.at(j).Is("capaian", "pencapaian", "ketercapaian", "kemajuan")
	}
	return told
}

// base reads what the percentage is of, with the whole where the sentence gives it.
func (g *grammar) base(c *Claim) {
	j := c.At + 1
	opened := false
	for ; j < len(g.tokens) && j <= c.At+6; j++ {
		t := g.at(j)
		switch {
		case t.Is("dari", "terhadap", "dibanding", "dibandingkan"):
			opened = true
		case t.Is(",", ")", "jika", "bila", "apabila", "kalau", "dengan", "saat", "capaian", "bilamana", "pencapaian", "ketercapaian"):
			continue
		}
		break
	}
	if !opened {
		return
	}
	known := false
	for j++; j < len(g.tokens) && j <= c.At+maxReach/2; j++ {
		t := g.at(j)
		if n := g.num(j); n != nil {
			switch {
			case n.Percent && !known || n.High != nil:
			case c.Base != Unsaid || j-c.At <= 7:
				c.Whole, c.WholeAt, c.Last = n, j, j
			}
			return
		}
		switch {
		case t.Is(".", ";", ":", "(") || t.Is(",") && known:
			return
		case t.Is("dan", "serta", "sedangkan", "yaitu", "sehingga", "dengan", "dimana", "maka", "walaupun", "meskipun") && (known && !t.Is("dengan") || t.Is("dan", "serta", "sedangkan")):
			return
		case t.Kind == Year && t.YearEnd != 0, t.Is("akhir", "renstra", "menengah", "rpjmd"):
			if c.Base == Target {
				c.Base = TargetAkhir
			}
		case t.Is("target", "sasaran") && c.Base == Unsaid && t.Lower == "target":
			c.Base, known = Target, true
		case t.Is("maksimal", "maksimum", "tertinggi"):
			c.Base, known = Maksimal, true
		case t.Is("pagu", "anggaran", "alokasi", "belanja", "dana") && c.Base == Unsaid:
			c.Base, known = Pagu, true
		case t.Is("total", "seluruh", "keseluruhan") && c.Base == Unsaid:
			c.OfTotal = true
		case t.Is("tahun") && c.Base == Unsaid && !known: // "25% dari tahun sebelumnya" is a change, not a share
			c.Base = Unsaid
			return
		}
	}
}
