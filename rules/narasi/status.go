package narasi

import "strings"

// statuses reads whether a target is said to be met: "telah mencapai target", "belum sepenuhnya mencapai target", "target …
// telah tercapai". Wishes, plans, conditions and statements on a part only are no claims.
func (g *grammar) statuses() {
	for i := range g.tokens {
		w := g.word(i)
		if w == "" {
			continue
		}
		c := Claim{Kind: Status, At: i, First: i, Last: i}
		switch {
		case reachVerbs[w]:
			k := i + 1
			for k <= i+2 && g.at(k).Kind == Word && g.word(k) != "target" {
				k++
			}
			if g.word(k) != "target" || g.at(k+1).Is("minimal", "waktu", "operasi", "audience", "pasar", "group") || g.otherTarget(k) {
				continue
			}
			c.Last = k
		case reachedWords[w]:
			// "hanya tercapai 94,81%" tells a level; a target named in another clause is another's.
			if from, _ := g.clause(i); g.num(i+1) != nil || g.back(i, min(12, i-from), "target") < 0 && g.back(i, min(12, i-from), "targetnya") < 0 || g.otherTarget(g.back(i, min(12, i-from), "target")) {
				continue
			}
		default:
			continue
		}
		negative, done := false, reachedWords[w]
		for j := i - 1; j >= 0 && j >= i-4; j-- {
			x := g.word(j)
			if negations[x] {
				negative, c.First = true, j
				break
			}
			if perfect[x] {
				done, c.First = true, j
				continue
			}
			if x != "dapat" && x != "sepenuhnya" && x != "bisa" && x != "mampu" && x != "optimal" && x != "secara" && x != "penuh" && x != "seluruhnya" && x != "semuanya" {
				break
			}
			if x == "dapat" && !negative {
				done = done || reachVerbs[w] && g.word(j-1) == "yang"
			}
		}
		if !negative && g.deniedBefore(c.First) || !negative && !done || g.unrealBefore(c.First, 10) || g.partialBefore(c.First) {
			continue
		}
		c.Met = !negative
		from, to := g.clause(i)
		c.Year = g.yearNear(i, from, to)
		c.Word = g.text(c.First, c.Last)
		g.claims = append(g.claims, c)
	}
}

// otherTarget reports whether the target named at token k is not that of the year: target akhir, target Renstra, target nasional.
func (g *grammar) otherTarget(k int) bool {
	return k >= 0 && g.at(k+1).Is("akhir", "renstra", "rpjmd", "rpjmn", "jangka", "nasional", "provinsi")
}

// deniedBefore reports whether the statement is denied further ahead: "tidak seluruh indikator telah mencapai target".
func (g *grammar) deniedBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-8 && !g.at(j).Is(",", ";", ":"); j-- {
		if negations[g.word(j)] || g.word(j) == "bukan" {
			return true
		}
	}
	return false
}

// back is the token before i within reach that is the word, -1 where there is none in the clause.
func (g *grammar) back(i, reach int, word string) int {
	for j := i - 1; j >= 0 && j >= i-reach; j-- {
		if g.word(j) == word {
			return j
		}
		if g.at(j).Is(".", ";", ":") {
			break
		}
	}
	return -1
}

// partialBefore reports whether the statement is about a part: "3 (tiga) indikator telah mencapai target", "sebagian besar".
func (g *grammar) partialBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-10; j-- {
		if partial[g.word(j)] || g.num(j) != nil && g.num(j).IsPlain() && isCount(g, j) {
			return true
		}
		if g.at(j).Is(";", ":", ",") {
			break
		}
	}
	return false
}

// text is the words from token first to last in lower case.
func (g *grammar) text(first, last int) string {
	var words []string
	for j := first; j <= last && j < len(g.tokens); j++ {
		words = append(words, g.tokens[j].Lower)
	}
	return strings.Join(words, " ")
}

// categories reads what a score is called: kategori III, predikat BB, sebutan "Baik", interpretasi "Sangat Memuaskan".
func (g *grammar) categories() {
	for i := range g.tokens {
		w := g.word(i)
		if !categoryWords[w] && !(w == "berpredikat" || w == "berkategori") {
			continue
		}
		if w == "berpredikat" || w == "berkategori" {
			w = strings.TrimPrefix(w, "ber")
		}
		j := i + 1
		for j <= i+3 && (g.at(j).Is("kinerja", "capaian", "yaitu", "yakni", "adalah", "nilai", "masing", "akuntabilitas") || g.at(j).Is(":")) {
			j++
		}
		c := Claim{Kind: Category, At: i, First: i, Word: w}
		if g.at(j).Is("\"", "'") {
			k := j + 1
			for k < len(g.tokens) && k <= j+6 && !g.at(k).Is("\"", "'") {
				k++
			}
			if k == j+1 || !g.at(k).Is("\"", "'") {
				continue
			}
			c.Quoted, c.LabelAt, c.Label, c.Last = true, [2]int{g.at(j + 1).Start, g.at(k - 1).End}, g.text(j+1, k-1), k-1
		} else {
			k := j
			for k < len(g.tokens) && k < j+3 && g.at(k).Kind == Word && g.at(k).Upper {
				k++
			}
			if k == j {
				continue
			}
			c.LabelAt, c.Label, c.Last = [2]int{g.at(j).Start, g.at(k - 1).End}, g.text(j, k-1), k-1
		}
		// "kategori Baik ke atas", "minimal predikat B" set a bar instead of calling a score.
		if g.at(c.Last+1).Is("ke") || g.at(c.Last+2).Is("ke", "atas") || g.at(i-1).Is("minimal", "target", "setiap") || g.unrealBefore(i, 8) ||
			g.at(c.Last+1).Is("akan") || g.back(i, 6, "bagi") >= 0 || g.back(i, 6, "instansi") >= 0 && g.back(i, 3, "yang") >= 0 {
			continue
		}
		from, to := g.clause(i)
		c.Year = g.yearNear(i, from, to)
		g.claims = append(g.claims, c)
	}
}
