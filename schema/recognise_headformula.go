package schema

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lkjip/schema/source"
)

var (
	reLetterMark = regexp.MustCompile(`\(\s*([a-w])\s*\)`)
	reOneLetter  = regexp.MustCompile(`^\s*\(?([a-w])[.)]?\s*$`)
	reSpan       = regexp.MustCompile(`^\(?\s*\d+\s*[-–−:/]\s*\d+\s*\)?\s*$`)
	reLetters    = regexp.MustCompile(`(?i)(?:^|[^a-z])[a-w](?:$|[^a-z])`)
)

// headFormulas are what the headings themselves say: Jumlah (c) = (a) + (b), Serapan (b/a x 100%), Capaian (5/4). Letters are those that
// other headings bear, numbers those of the row that counts the columns, else their places. Rows have to agree: (1-5) may be a scale.
func (t *tabel) headFormulas() []columnFormula {
	return slices.DeleteFunc(t.formulasOfHeads(), func(f columnFormula) bool { return !t.agrees(&f.Formula) })
}

// formulasOfHeads are what headings say whether rows agree or not.
func (t *tabel) formulasOfHeads() (all []columnFormula) {
	letters := map[int]int{}
	for i := range t.heads {
		if m := reLetterMark.FindStringSubmatch(strings.ToLower(t.heads[i].text)); m != nil && letters[int(m[1][0]-'a')+1] == 0 {
			letters[int(m[1][0]-'a')+1] = i + 1
		}
	}
	columns := t.numbered()
	for _, own := range columns {
		if m := reOneLetter.FindStringSubmatch(strings.ToLower(t.numbers[own[0]-1].Text)); m != nil && letters[int(m[1][0]-'a')+1] == 0 {
			letters[int(m[1][0]-'a')+1] = own[0]
		}
	}
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
		if f.Result = i + 1; !f.uses(f.Result) {
			all = append(all, columnFormula{f, t.heads[i].place, reSpan.MatchString(text)})
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
	holds, strays, _ := t.follow(f, f.Over > 0)
	return holds > 0 && holds >= strays
}

// shows is the same of several formulas, one of which holds in so many digits that it does so not by chance.
func (t *tabel) shows(formulas ...*Formula) bool {
	holds, strays, telling := 0, 0, 0
	for _, f := range formulas {
		h, s, n := t.follow(f, f.Over > 0)
		holds, strays, telling = holds+h, strays+s, telling+n
	}
	return telling > 0 && holds >= strays
}

// putRowFormulas says under a table of details how its rows are computed of each other, as their names do: Mantap (1+2), Persentase
// (b/a x 100%). Numbers and letters are those in front of the rows.
func (t *tabel) putRowFormulas(n *source.Node, name, total int) {
	if name < 0 || !slices.ContainsFunc(t.rows, func(b *baris) bool { _, _, ok := readHeadFormula(b.text(name)); return ok }) {
		return
	}
	turned := t.turned(name)
	turned.numbers = make([]source.Cell, len(turned.heads))
	for k := range t.rows {
		turned.numbers[k+1].Text = strconv.Itoa(k + 1)
	}
	if i := slices.IndexFunc(t.heads, func(h heading) bool { return h.counts() }); i >= 0 && i != name {
		for k, b := range t.rows {
			turned.numbers[k+1].Text = b.text(i)
		}
	}
	place := func(c int) (int, bool) { // the heading of the names is the first column
		switch row := c - 2; {
		case row == total:
			return len(t.rows), true
		case total >= 0 && row > total:
			return row, row >= 0
		default:
			return row + 1, row >= 0
		}
	}
	formulas := slices.DeleteFunc(turned.formulasOfHeads(), func(f columnFormula) bool { return f.doubtful && !turned.shows(&f.Formula) })
	var all []*Formula
	for i := range formulas {
		all = append(all, &formulas[i].Formula)
	}
	if !turned.shows(all...) { // one that holds shows that the others are meant as well
		return
	}
	for _, f := range formulas {
		if own, ok := f.Renumber(place); ok {
			under(n, source.List, f.place, "rumus_baris").Append(written(own.String(), f.place))
		}
	}
}

// counts reports whether a heading stands over the numbers of rows.
func (h *heading) counts() bool {
	return len(h.words) == 1 && (h.words[0] == "no" || h.words[0] == "nomor")
}
