package narasi

// levels reads what figures are said to be: "realisasi … adalah 271,5", "target … sebesar 275", "pagu … Rp …".
func (g *grammar) levels() {
	for i := range g.tokens {
		n := g.num(i)
		if n == nil || g.used[i] || g.operand(i) {
			continue
		}
		a := g.aspect(i)
		if g.outOf(i) {
			a = Realisasi
		}
		// "sebesar 57% dialokasikan untuk …" is a share of the whole, not a use of it.
		if a == Unsaid || a >= Pagu && n.Percent && g.at(i+1).Is("dialokasikan", "dianggarkan", "digunakan", "diperuntukkan", "untuk") {
			continue
		}
		from, to := g.clause(i)
		c := Claim{Kind: Level, At: i, First: i, Last: i, Number: n, Aspect: a, Hedge: g.hedge(i), PartAt: -1, WholeAt: -1}
		if c.Year = g.yearBehind(i, from); c.Year.IsZero() {
			c.Year = g.yearNear(i, from, min(to, g.nextNum(i)))
		}
		if n.Money || a >= Pagu {
			c.Original, c.Revised = g.revision(i)
		}
		g.claims = append(g.claims, c)
	}
}

// yearBehind is the year right after a number, where the one named last before it has a number of its own: "dari 28 kasus pada
// tahun 2023 menjadi 22 kasus pada tahun 2024".
func (g *grammar) yearBehind(i, from int) YearRef {
	taken := false
	for j := i - 1; j >= from; j-- {
		if g.num(j) != nil {
			taken = true
		}
		if y := g.year(j); !y.IsZero() {
			for k := j - 1; k >= from && !taken && g.year(k).IsZero(); k-- {
				taken = g.num(k) != nil
			}
			break
		}
	}
	if !taken {
		return YearRef{}
	}
	k := i + 1
	if g.s.Unit(i) != "" {
		k++
	}
	for g.at(k).Is("pada", "di", "untuk", "tahun", "(") {
		k++
	}
	return g.year(k)
}

// outOf reports whether a score stands against its maximum: "28 dari nilai maksimal 40".
func (g *grammar) outOf(i int) bool {
	if !g.at(i + 1).Is("dari") {
		return false
	}
	for j := i + 2; j < g.nextNum(i) && j <= i+6; j++ {
		if g.at(j).Is("maksimal", "tertinggi", "maksimum") {
			return true
		}
	}
	return false
}

// aspects by word. What is nearer to the number counts more, a bare word like "nilai" least.
var aspects = map[string]Aspect{
	"target": Target, "ditargetkan": Target, "realisasi": Realisasi, "realisasinya": Realisasi, "terealisasi": Realisasi, "direalisasikan": Realisasi,
	"capaian": Capaian, "pencapaian": Capaian, "capaiannya": Capaian, "ketercapaian": Capaian,
	"maksimal": Maksimal, "maksimum": Maksimal, "tertinggi": Maksimal,
	"pagu": Pagu, "anggaran": Pagu, "alokasi": Pagu, "dialokasikan": Pagu, "anggarannya": Pagu, "dianggarkan": Pagu, "pagunya": Pagu,
	"serapan": Serapan, "penyerapan": Serapan, "terserap": Serapan, "serapannya": Serapan, "realisasinyaanggaran": Serapan,
	"sisa": Sisa, "sisanya": Sisa, "silpa": Sisa, "menyisakan": Sisa, "tersisa": Sisa,
	"nilai": Nilai, "skor": Nilai, "indeks": Nilai, "nilainya": Nilai, "memperoleh": Nilai, "meraih": Nilai, "mendapat": Nilai, "mendapatkan": Nilai,
	"adalah": Nilai, "sebesar": Nilai, "mencapai": Nilai, "yaitu": Nilai, "yakni": Nilai, "menjadi": Nilai, "sebanyak": Nilai,
}

// aspect is what a number is of, by the words between the number before it and itself.
func (g *grammar) aspect(i int) Aspect {
	n := g.num(i)
	bare := Unsaid
	end := false
	for j := i - 1; j >= 0 && j >= i-maxReach/2; j-- {
		t := g.at(j)
		if t.Kind == Num || t.Is(";", ":") || t.Is("karena", "dikarenakan", "akibat", "meskipun", "walaupun") {
			break
		}
		w := g.word(j)
		switch a := aspects[w]; {
		case w == "akhir":
			end = true
		case n.Money && bare == Nilai && trendNouns[w]: // "mengalami pengurangan terbesar, yaitu Rp …"
			return Unsaid
		case extremeWords[w] != 0 && !n.Money && aspects[g.word(j-1)] != Nilai && g.extremeOf(j) != Unsaid:
			return g.extremeOf(j)
		case a == Unsaid:
		case a == Nilai:
			bare = Nilai
		case a == Target && (end || g.at(j+1).Is("akhir", "jangka") || g.at(j+1).Is("kinerja") && g.at(j+2).Is("akhir")):
			return TargetAkhir
		case n.Money && a == Capaian: // "menunjang pencapaian sasaran adalah Rp …"
		case n.Money && a == Realisasi:
			return Serapan
		case n.Money && a == Target:
			return Pagu
		case a == Serapan && (negations[g.word(j-1)] || negations[g.word(j-2)]): // "tidak terserap 5%" is the rest
			return Unsaid
		case a == Pagu && (besides[g.word(j-1)] || besides[g.word(j-2)]):
			return Unsaid
		case a == Pagu && (g.word(j-1) == "sisa" || g.word(j-1) == "silpa"):
			return Sisa
		case a == Pagu && n.Percent && (w == "dialokasikan" || w == "dianggarkan" || w == "alokasi"):
			return Unsaid
		case a == Pagu && g.budgetRealised(j, i):
			return Serapan
		default:
			return a
		}
	}
	return bare
}

// extremeOf is what the extreme at j is one of where that is a capaian or a realisasi, told before it: "capaian tertinggi …,
// sedangkan terendah …".
func (g *grammar) extremeOf(j int) Aspect {
	for k := j - 1; k >= 0; k-- {
		switch a := aspects[g.word(k)]; a {
		case Capaian, Realisasi:
			return a
		case Unsaid, Nilai:
		default:
			if extremeWords[g.word(k)] == 0 {
				return Unsaid
			}
		}
	}
	return Unsaid
}

// budgetRealised reports whether the budget word at j belongs to its realisation: "realisasi anggaran … sebesar", "anggaran
// yang dapat direalisasikan", "menggunakan anggaran sebesar 84,21%".
func (g *grammar) budgetRealised(j, i int) bool {
	if g.num(i).Percent {
		return true
	}
	for k := j - 1; k >= 0 && k >= j-3 && g.num(k) == nil; k-- {
		if g.word(k) == "realisasi" || g.word(k) == "penyerapan" || g.word(k) == "serapan" || g.word(k) == "merealisasikan" {
			return true
		}
		if g.word(k) == "sisa" {
			return false
		}
	}
	return false
}

// revision tells whether a budget figure is the one before or after the revision of the budget.
func (g *grammar) revision(i int) (original, revised bool) {
	for j := i - 1; j >= 0 && j >= i-12; j-- {
		t := g.at(j)
		if t.Kind == Num {
			break
		}
		switch {
		case t.Is("sebelum") && (g.at(j+1).Is("perubahan") || g.at(j+1).Is("pergeseran")), t.Is("murni", "semula", "awal", "awalnya"):
			return true, false
		case t.Is("setelah", "sesudah") && (g.at(j+1).Is("perubahan") || g.at(j+1).Is("pergeseran")), t.Is("menjadi"):
			return false, true
		}
	}
	for j := i + 1; j < len(g.tokens) && j <= i+8; j++ {
		t := g.at(j)
		switch {
		case t.Is("sebelum") && g.at(j+1).Is("perubahan"), t.Is("menjadi"):
			return true, false
		case t.Is("setelah", "sesudah") && g.at(j+1).Is("perubahan"):
			return false, true
		}
		if t.Kind == Num {
			break
		}
	}
	return false, false
}
