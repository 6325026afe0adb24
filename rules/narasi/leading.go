package narasi

// leading finds the level told right before the change: "adalah 31,19 atau mengalami peningkatan sebesar …". What stands in
// brackets, and a target, maximum or whole it is set against, is passed over: "4,37 dari skala 5, naik 0,06".
func (c *change) leading() int {
	for end := c.head; ; {
		k := c.prevNum(end)
		switch open := c.opened(k, end); {
		case k < 0 || end-k > 8:
			return -1
		case c.used[k] && c.last.First < k && c.last.Last >= k: // the amount of the change before: "tumbuh 1,08% atau naik 0,74 poin"
			end = c.last.First
		case c.last.From != nil && k == c.last.WholeAt && k > c.last.First && c.before >= 0: // both changes lead to one value: "naik 2 poin dari 80 dan naik 5 poin dari 77"
			if c.last.To == nil || !c.joined(k, end) {
				return -1
			}
			return c.last.PartAt
		case open >= 0:
			end = open
		case c.against(k) >= 0:
			end = c.against(k)
		case c.num(k).Percent && len(c.deltas) > 0 && c.num(c.deltas[0]).Points && c.at(k-1).Is("atau", "(") && c.num(k-2) != nil && !c.num(k-2).Percent:
			end = k // "84,31 atau 102,82% dari target 82, naik 4,25 poin"
		case !c.joined(k, end):
			return -1
		case c.base.From != nil && !c.alike(k, c.base.WholeAt):
			end = k
		default:
			return k
		}
	}
}

// opened is the bracket that opens before token k and closes after it, before end; -1 where k stands in none.
func (g *grammar) opened(k, end int) int {
	depth := 0
	for j := end - 1; j >= 0 && j >= end-maxReach; j-- {
		switch {
		case g.at(j).Is(")"):
			depth++
		case g.at(j).Is("("):
			if depth--; depth <= 0 && j < k {
				if depth < 0 {
					return -1
				}
				return j
			}
		case depth == 0 && j <= k:
			return -1
		}
	}
	return -1
}

// against is where the words begin that make the number at k a whole, a bar or a former value: "dari 82,17", "dari skala 5",
// "melampaui target nasional 79%". It is -1 where the number is told for itself.
func (g *grammar) against(k int) int {
	target := -1
	for j := k - 1; j > g.prevNum(k) && j >= k-6; j-- {
		switch w := g.word(j); {
		case w == "dari" && !g.at(j-1).Is("lebih", "kurang"):
			return j
		case w == "target" || w == "skala" || w == "maksimal" || w == "ditargetkan" || comparers[w] && !g.opening(j):
			target = j
		case g.at(j).Is(",", ";") || w == "menjadi":
			return target
		}
	}
	return target
}

// joined reports whether nothing but linking words stands between the number at k and the change at end.
func (c *change) joined(k, end int) bool {
	reached := c.told(k, "menjadi") // then the year it was reached may stand between
	depth := 0
	for j := k + 1; j < end; j++ {
		t := c.at(j)
		switch {
		case t.Is("("):
			depth++
		case t.Is(")"):
			depth--
		case depth > 0: // what a bracket says is said aside
		case c.num(k).Percent && t.Is("dari", "target"): // "108,22% dari target, naik 4,1 poin"
		case reached && (t.Kind == Year || t.Is("pada", "tahun", "di")):
		case t.Kind == Year, t.Kind == Date, t.Is(";", ".", ":"):
			return false
		case t.Kind == Word && j == k+1 && (end-k > 2 || end != c.head): // its unit: "50 orang atau naik …"
		case t.Kind == Word && !t.Is("atau", "mengalami", "terjadi", "yang", "dan", "berarti", "ini", "artinya", "serta", "dengan", "menunjukkan", "telah",
			"sudah", "juga", "poin", "ada", "terdapat", "merupakan", "menandakan", "adanya", "hal", "suatu", "sebuah", "tersebut"):
			return false
		}
	}
	return true
}

// told reports whether the word introduces a number: it stands before it with no other number between.
func (c *change) told(i int, word string) bool {
	for j := i - 1; j > c.prevNum(i) && j >= i-8; j-- {
		if c.word(j) == word {
			return true
		}
	}
	return false
}

// compared reports whether the number or year at token i is what the sentence begins to compare with: "dibandingkan tahun
// 2022 sebesar 25, terjadi kenaikan …".
func (g *grammar) compared(i int) bool {
	for j := i - 1; j > g.prevNum(i) && j >= i-12 && !g.at(j).Is(",", ";"); j-- {
		if comparers[g.word(j)] {
			return g.opening(j)
		}
	}
	return false
}

// lastBefore reports whether the year at token i is the one that the change before this one is compared with: "naik 0,85 poin
// dibanding tahun 2023 dan naik 2,21 poin dibanding tahun 2022".
func (c *change) lastBefore(i int) bool {
	if c.last.Dir == 0 || i <= c.last.First {
		return false
	}
	for j := i - 1; j > c.last.First && j >= i-4 && c.num(j) == nil; j-- {
		if comparers[c.word(j)] || c.at(j).Is("dari") {
			return true
		}
	}
	return false
}

// opening reports whether a comparing word opens its clause: "Jika dibandingkan …", not "lebih tinggi dibandingkan …".
func (g *grammar) opening(j int) bool {
	if g.at(j-1).Is("jika", "bila", "apabila", "kalau", "dan") {
		j--
	}
	return j == 0 || g.at(j-1).Is(",", ";", "(") || g.at(j-1).Item
}

// goesOn reports whether the change is the one before it told again: "…, atau tumbuh 1,21 %" is about the same two values.
func (c *change) goesOn() bool {
	gap := c.head - c.last.Last
	return c.base.From == nil && c.base.To == nil && c.before < 0 && c.last.Dir == c.base.Dir && gap > 0 && gap <= 8 && c.at(c.head-1).Is("atau", "(")
}

// lead takes the number before the change for what it is told as.
func (c *change) lead(k int) {
	n := c.num(k)
	switch {
	case c.compared(k):
		if c.base.From == nil {
			c.base.From, c.base.WholeAt = n, k
		}
	case len(c.deltas) > 0 && n.Percent && !c.num(c.deltas[0]).Percent && !c.num(c.deltas[0]).Points:
	case c.base.To == nil:
		c.base.To, c.base.PartAt = n, k
		// "dari 40 menjadi 50 atau naik …": both ends stand before.
		if from := c.prevNum(k); c.base.From == nil && from >= 0 && c.told(k, "menjadi") && c.told(from, "dari") {
			c.base.From, c.base.WholeAt = c.num(from), from
		}
	case c.base.From == nil:
		c.base.From, c.base.WholeAt = n, k
	}
}

// overYears reads that a change is one since another year than the last, or over several: "sejak 2021", "dalam tiga tahun",
// "selama 2021-2023", "dibanding awal Renstra".
func (c *change) overYears(from, to int) {
	for j := from; j < to; j++ {
		t := c.at(j)
		switch {
		case t.Is("sejak"):
			for k := j + 1; k <= j+2 && c.base.Before.IsZero(); k++ {
				if y := c.year(k); y.Year != 0 {
					c.base.Before = y
				}
			}
			c.span = c.span || c.base.Before.IsZero()
		case t.Is("dalam", "selama", "kurun"):
			for k := j + 1; k <= j+3; k++ {
				c.span = c.span || c.num(k) != nil && c.at(k+1).Is("tahun", "bulan") || c.at(k).Kind == Year && c.at(k).YearEnd != 0
			}
		case t.Is("awal", "baseline"):
			c.span = true
		}
	}
}

// undated reports whether no year follows a number before the next one.
func (c *change) undated(i int) bool {
	for j := i + 1; j < len(c.tokens) && c.num(j) == nil; j++ {
		if !c.year(j).IsZero() {
			return false
		}
	}
	return true
}
