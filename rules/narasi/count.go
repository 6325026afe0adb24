package narasi

import "math/big"

// counts reads "2 (dua) program", "8 aspek", "terdiri dari empat dimensi".
func (g *grammar) counts() {
	for i := range g.tokens {
		n := g.num(i)
		if n == nil || g.used[i] || !n.IsPlain() || n.Value.Sign() < 0 || n.Value.Cmp(big.NewRat(9999, 1)) > 0 {
			continue
		}
		j := i + 1
		if g.at(j).Is("buah", "macam", "jenis") {
			j++
		}
		noun := countNouns[g.at(j).Lower]
		if g.at(j).Kind != Word {
			noun = ""
		}
		if g.at(j).Is("sub") && g.at(j+1).Is("kegiatan") {
			noun, j = "sub kegiatan", j+1
		}
		if noun == "" {
			continue
		}
		c := Claim{Kind: Count, At: i, First: i, Last: j, Number: n, Word: noun, Hedge: g.hedge(i)}
		for k := j + 1; k < len(g.tokens); k++ {
			if g.at(k).Is("yaitu", "yakni", "meliputi", "mencakup", "terdiri", ":", "berikut") {
				c.Announces = true
				break
			}
			if g.num(k) != nil && g.num(k).IsPlain() && countNouns[g.at(k+1).Lower] != "" {
				break
			}
		}
		from, to := g.clause(i)
		c.Year = g.yearNear(i, from, to)
		g.used[i] = true
		g.claims = append(g.claims, c)
	}
}

var nths = map[string]int{
	"pertama": 1, "kesatu": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7, "kedelapan": 8, "kesembilan": 9,
	"kesepuluh": 10,
}

// ordinals reads "tahun keempat pelaksanaan Renstra 2021-2026", "tahun ke-4 dari RPJMD 2019–2023".
func (g *grammar) ordinals() {
	for i := range g.tokens {
		if !g.at(i).Is("tahun") {
			continue
		}
		nth, last := nths[g.at(i+1).Lower], i+1
		if g.at(i + 1).Is("ke") {
			k := i + 2
			if g.at(k).Is("-") {
				k++
			}
			last = k
			if n := g.num(k); n != nil && n.IsPlain() && n.Value.Num().IsInt64() {
				nth = int(n.Value.Num().Int64())
			}
		}
		if nth < 1 || nth > 20 {
			continue
		}
		c := Claim{Kind: Ordinal, At: i, First: i, Last: last, Nth: nth}
		for k := last + 1; k < len(g.tokens) && k <= last+maxReach/2; k++ {
			if t := g.at(k); t.Kind == Year && t.YearEnd != 0 {
				c.PeriodFrom, c.PeriodTo = t.Year, t.YearEnd
				break
			}
		}
		if c.PeriodFrom == 0 {
			continue
		}
		for k := i - 1; k >= 0 && c.Year.IsZero(); k-- {
			c.Year = g.year(k)
		}
		g.used[last] = true
		g.claims = append(g.claims, c)
	}
}

var adjectives = map[string]struct {
	dir  int
	good bool
}{
	"tinggi": {1, false}, "besar": {1, false}, "banyak": {1, false}, "rendah": {-1, false}, "kecil": {-1, false}, "sedikit": {-1, false},
	"baik": {1, true}, "bagus": {1, true}, "unggul": {1, true}, "buruk": {-1, true}, "tertinggal": {-1, true},
}

// compares reads "lebih baik dibandingkan Kabupaten X yang memperoleh nilai 267,5".
func (g *grammar) compares() {
	for i := range g.tokens {
		a, known := adjectives[g.word(i)]
		if !known || !g.at(i-1).Is("lebih") && !g.at(i).Is("tertinggal") || g.negatedBefore(i) || g.unrealBefore(i, 6) {
			continue
		}
		k := i + 1
		for k <= i+3 && g.at(k).Kind == Word && !comparers[g.word(k)] && g.word(k) != "dari" {
			k++
		}
		if !comparers[g.word(k)] && g.word(k) != "dari" {
			continue
		}
		c := Claim{Kind: Compare, At: i, First: i, Last: k, Dir: a.dir, Good: a.good, WholeAt: -1, PartAt: -1}
		from, to := g.clause(i)
		for j := k + 1; j < to; j++ {
			if n := g.num(j); n != nil {
				c.From, c.WholeAt = n, j
				break
			}
			if c.Before.IsZero() {
				c.Before = g.year(j)
			}
			if g.word(j) == "target" {
				c.Base = Target
			}
		}
		c.Year = g.yearNear(i, from, i)
		g.claims = append(g.claims, c)
	}
}
