package schema

import (
	"regexp"
	"strings"
)

var (
	reLetterMark = regexp.MustCompile(`\(\s*([a-w])\s*\)`)
	reLetters    = regexp.MustCompile(`(?i)(?:^|[^a-z])[a-w](?:$|[^a-z])`)
)

// headFormulas are what the headings themselves say: Jumlah (c) = (a) + (b), Serapan (b/a x 100%), Capaian (5/4). Letters are those that
// other headings bear, numbers those of the row that counts the columns, else their places. Rows have to agree: (1-5) may be a scale.
func (t *tabel) headFormulas() []columnFormula {
	letters := map[int]int{}
	for i := range t.heads {
		if m := reLetterMark.FindStringSubmatch(strings.ToLower(t.heads[i].text)); m != nil && letters[int(m[1][0]-'a')+1] == 0 {
			letters[int(m[1][0]-'a')+1] = i + 1
		}
	}
	columns := t.numbered()
	numbered := func(c int) (int, bool) {
		switch {
		case len(columns) == 0:
			return c, c > 0 && c <= len(t.heads)
		case c < 1 || c > len(columns):
			return 0, false
		}
		return columns[c-1][0], len(columns[c-1]) == 1
	}
	lettered := func(c int) (int, bool) { return letters[c], letters[c] > 0 }
	var all []columnFormula
	for i := range t.heads {
		f, text, ok := readHeadFormula(t.heads[i].text)
		if !ok {
			continue
		}
		to := numbered
		if reLetters.MatchString(text) {
			to = lettered
		}
		own := f
		own.Result = f.Columns()[0] // which has a number, while the result may bear none
		if f, ok = own.Renumber(to); !ok {
			continue
		}
		if f.Result = i + 1; !f.uses(f.Result) && t.agrees(&f) {
			all = append(all, columnFormula{f, t.heads[i].place})
		}
	}
	return all
}

// readHeadFormula finds the formula in a heading, and what is written of it.
func readHeadFormula(text string) (f Formula, formula string, ok bool) {
	for i := range text {
		if text[i] != '(' {
			continue
		}
		if f, ok = ReadFormula(text[i:], 0); !ok {
			f, ok = ReadFormula(text[i:], maxFormulaColumns+1)
		}
		if ok {
			return f, strings.ToLower(text[i:]), true
		}
	}
	return f, "", false
}

// agrees reports whether at least as many rows follow a formula as stray from it.
func (t *tabel) agrees(f *Formula) bool {
	holds, strays := t.follow(f, f.Over > 0)
	return holds > 0 && holds >= strays
}
