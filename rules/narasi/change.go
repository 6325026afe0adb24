package narasi

// maxReach bounds how far a claim looks for its parts, in tokens.
const maxReach = 40

// changes reads what rose or fell: "naik 55,5 poin atau 25,28% dibandingkan tahun 2023", "dari 63,14 menjadi 82,34",
// "31,19 atau mengalami peningkatan sebesar 154,2%", "bertambah menjadi Rp …".
func (g *grammar) changes() {
	var last Claim
	for i := range g.tokens {
		dir := trends[g.word(i)]
		if dir == 0 || g.unrealBefore(i, 5) || g.negatedBefore(i) {
			continue
		}
		c := change{grammar: g, head: i, last: last, base: Claim{Kind: Change, At: i, First: i, Last: i, Dir: dir}}
		c.read()
		c.emit()
		last = c.base
	}
}

func (g *grammar) unrealBefore(i, reach int) bool {
	for j := i - 1; j >= 0 && j >= i-reach; j-- {
		if unreal[g.word(j)] {
			return true
		}
		if g.at(j).Is(",", ".", ";", "(") || g.num(j) != nil {
			break
		}
	}
	return false
}

func (g *grammar) negatedBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if negations[g.word(j)] || g.word(j) == "tanpa" || g.word(j) == "bukan" {
			return true
		}
	}
	return false
}

type change struct {
	*grammar
	head   int
	base   Claim
	deltas []int
	before int // token from which what it is compared with is told
	mean   bool
	span   bool  // over more than the year
	last   Claim // the change told before it in the sentence
}

const (
	deltaPart = iota
	fromPart
	toPart
)

func (c *change) read() {
	part, moved, loose := deltaPart, 0, false
	c.mean = c.at(c.head-1).Is("kumulatif", "akumulasi", "akumulatif")
	c.before = -1
	// What follows the trend word: first the amount, then from where, to where, against what.
	for j := c.head + 1; j < len(c.tokens) && j <= c.head+maxReach; j++ {
		t := c.at(j)
		if c.aside(j) {
			j = c.closing(j)
			continue
		}
		if n := c.num(j); n != nil {
			if part == deltaPart && c.at(j+1).Is("kali", "lipat") { // "naik dua kali lipat" is a factor
				c.used[j] = true
				continue
			}
			if c.at(j+1).Is("tahun", "bulan") && c.at(j-1).Is("dalam", "selama", "kurun", "waktu") {
				continue // "naik 8,45 poin dalam dua tahun"
			}
			switch {
			case part == fromPart && c.base.From == nil && !isCount(c.grammar, j) && c.earlier(j):
				c.base.From, c.base.WholeAt = n, j
			case part == toPart && c.base.To == nil:
				c.base.To, c.base.PartAt = n, j
			case part == deltaPart && len(c.deltas) == 0 && c.reached(j):
				c.base.To, c.base.PartAt = n, j // "melonjak mencapai 82,34"
			case part == deltaPart && n.High == nil && len(c.deltas) < 2 && !(loose && len(c.deltas) == 0 && !n.Points):
				c.deltas = append(c.deltas, j)
			default:
				return
			}
			c.base.Last = j
			moved, part = 0, toPart+1 // nothing is expected until a word says so
			continue
		}
		moved++
		w := c.word(j)
		switch {
		case t.Is(";", ":") || t.Is("sedangkan", "sementara", "namun", "sehingga", "karena", "dikarenakan", "walaupun", "meskipun", "padahal", "tetapi"):
			return
		case trends[w] != 0 && moved > 0 && j > c.head+1:
			if !(trendNouns[w] && len(c.deltas) == 0 && part == deltaPart) {
				return
			}
		case w == "menjadi" || w == "ke" && len(c.deltas) == 0:
			part = toPart
		case w == "dari" && !c.at(j-1).Is("lebih", "kurang", "bagian") && !governs[c.word(j-1)]:
			part, c.before = fromPart, max(c.before, j)
		case comparers[w]:
			part, c.before = fromPart, j
		case w == "target" && part == fromPart && c.base.From == nil:
			c.base.Base = Target
		case w == "atau" || t.Is("("):
			if len(c.deltas) == 1 && moved <= 2 {
				part = deltaPart
			}
		case w == "per" && c.num(j+1) != nil:
			j++ // "per 100.000 penduduk" is a unit
		case w == "per" || w == "rata" || w == "setiap" || w == "tiap" || w == "kumulatif" || w == "akumulasi":
			c.mean = true
		case part == deltaPart && len(c.deltas) == 0 && t.Kind == Word && w != "" && !trendFillers[w]:
			loose = true // other words stand between: only points can still be the amount
			if moved > 4 {
				part = toPart + 1
			}
		}
	}
}

// aside reports whether a bracket opens at token j behind a value the change began at or led to: "dari 99 orang (68,75%)"
// tells what that comes to, not another rise.
func (c *change) aside(j int) bool {
	return c.at(j).Is("(") && (c.base.From != nil && c.base.Last == c.base.WholeAt || c.base.To != nil && c.base.Last == c.base.PartAt)
}

// closing is the bracket that closes the one at j, j where none does.
func (g *grammar) closing(j int) int {
	for k := j + 1; k < len(g.tokens) && k <= j+maxReach; k++ {
		if g.at(k).Is(")") {
			return k
		}
	}
	return j
}

// governs are words that take "dari" without comparing: "tidak lepas dari inovasi yang melayani 1.126 berkas".
var governs = set("lepas", "terlepas", "terdiri", "berasal", "bersumber", "diperoleh", "didapat", "dihitung", "terlihat", "dilihat", "tercermin", "selain",
	"akibat", "hasil", "dampak", "didukung", "terbentuk", "jauh", "luput", "bebas", "diambil", "diukur", "mulai", "berawal", "berangkat", "disebabkan")

// ranks are followed by a place in an order, where less is better.
var ranks = set("peringkat", "ranking", "rangking", "urutan", "ke")

// fromFillers may stand between "dari" and the number a change began at.
var fromFillers = set("tahun", "sebelumnya", "lalu", "nilai", "capaian", "realisasi", "angka", "sebesar", "sebanyak", "semula", "hanya", "yang", "posisi", "kondisi",
	"skor", "indeks", "target", "awal", "awalnya", "baseline", "sekitar", "pagu", "anggaran", "murni", "rata", "baru", "mencapai", "berada", "di", "pada",
	"kinerja", "periode", "sejumlah", "senilai", "persentase", "jumlah", "hasil", "adalah", "tercatat", "yaitu", "yakni", "tersebut", "dengan", "memperoleh")

// earlier reports whether the number at j can be what the change began at: few words lead to it, and it is one of the same
// things as the amount and the value reached.
func (c *change) earlier(j int) bool {
	if ranks[c.word(j-1)] {
		return false
	}
	strange, limit := 0, 6
	if c.word(c.before) == "dari" {
		limit = 2
	}
	for k := c.before + 1; k < j; k++ {
		if c.at(k).Kind == Word && !fromFillers[c.word(k)] && c.word(k) != "" {
			strange++
		}
	}
	switch {
	case strange > limit:
		return false
	case len(c.deltas) > 0 && !c.num(c.deltas[0]).Percent && !c.alike(c.deltas[0], j):
		return false
	}
	return c.base.To == nil || c.alike(c.base.PartAt, j)
}

// reached reports whether the words between the trend and a number make it the level reached: mencapai, hingga, ke angka.
func (c *change) reached(j int) bool {
	if c.num(j).Points || trendNouns[c.word(c.head)] {
		return false
	}
	for k := c.head + 1; k < j; k++ {
		if c.word(k) == "sebesar" || c.word(k) == "sebanyak" {
			return false
		}
	}
	for k := c.head + 1; k < j; k++ {
		if w := c.word(k); w == "mencapai" || w == "hingga" || w == "sampai" || w == "nilai" || w == "angka" || w == "indeks" {
			return true
		}
	}
	return false
}

// isCount reports whether a number counts things that cannot be the figure that changed: "dari 2 (dua) program".
func isCount(g *grammar, i int) bool {
	_, counted := countNouns[g.at(i+1).Lower]
	return counted && g.num(i).IsPlain()
}

// emit makes the claims.
func (c *change) emit() {
	if c.goesOn() {
		last := c.last
		c.base.From, c.base.To, c.base.WholeAt, c.base.PartAt = last.From, last.To, last.WholeAt, last.PartAt
		c.base.Year, c.base.Before, c.base.Base = last.Year, last.Before, last.Base
	} else if k := c.leading(); k >= 0 {
		c.lead(k)
	}
	from, to := c.clause(c.head)
	c.overYears(from, to)
	if n := len(c.deltas); n > 0 && c.base.Year.IsZero() { // "naik 2,65 poin pada tahun 2023 dan naik lagi 1,70 poin pada tahun 2024"
		for j := c.deltas[n-1] + 1; j <= c.deltas[n-1]+3 && c.num(j) == nil && !c.at(j).Is("dari") && !comparers[c.word(j)]; j++ {
			if c.at(j).Is("pada") {
				if c.base.Year = c.year(j + 1); c.at(j + 1).Is("tahun") {
					c.base.Year = c.year(j + 2)
				}
				break
			}
		}
	}
	if len(c.deltas) > 0 { // "kenaikan tahun 2023 sebesar 2,65 poin"
		for j := c.head + 1; j < c.deltas[0] && (c.before < 0 || j < c.before) && c.base.Year.IsZero(); j++ {
			c.base.Year = c.year(j)
		}
	}
	for j := c.head - 1; j >= from; j-- {
		switch y := c.year(j); {
		case y.IsZero() || c.at(j-1).Is("sejak") || c.at(j-2).Is("sejak") || c.before >= 0 && c.lastBefore(j):
		case c.compared(j):
			if c.base.Before.IsZero() {
				c.base.Before = y
			}
		case c.base.Year.IsZero():
			c.base.Year = y
		}
	}
	limit := to
	if c.before >= 0 {
		for j := c.before + 1; j < to && c.base.Before.IsZero(); j++ {
			if j > c.before+1 && c.num(j) != nil && c.base.WholeAt != j {
				break
			}
			c.base.Before = c.year(j)
		}
		limit = c.before
	}
	for j := c.head + 1; j < limit && c.base.Year.IsZero(); j++ {
		c.base.Year = c.year(j)
	}
	if at := c.base.WholeAt; c.base.From != nil && c.base.To != nil && c.undated(at) {
		c.used[at] = true // what it was before, nobody says when
	}
	if c.mean || c.span && (c.base.From == nil || c.base.To == nil) {
		for _, d := range c.deltas {
			c.used[d] = true
		}
		return
	}
	for _, d := range c.deltas {
		one := c.base
		one.Number, one.At, one.Hedge = c.num(d), d, c.hedge(d)
		c.used[d] = true
		c.claims = append(c.claims, one)
	}
	switch {
	case len(c.deltas) > 0:
	case c.base.To != nil && (c.base.From != nil || c.base.To.Money):
		c.claims = append(c.claims, c.base)
	case c.base.To == nil && c.base.From == nil && !c.base.Before.IsZero():
		c.base.Kind = Trend
		c.claims = append(c.claims, c.base)
	}
}
