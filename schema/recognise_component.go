package schema

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
)

var (
	rePartNumber = regexp.MustCompile(`^\s*(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})\s*[.)]\s+`)
	reInBrackets = regexp.MustCompile(`\s*\([^()]*\)\s*$`)
)

// bareName is a name without the weight in brackets behind it.
func bareName(text string) string { return Normal(reInBrackets.ReplaceAllString(text, "")) }

// partName is the name of a component without the number before it and the weight in brackets behind it.
func partName(text string) string {
	return bareName(rePartNumber.ReplaceAllString(text, ""))
}

// rank of a row among components.
const (
	rankComponent = iota
	rankPart
	rankCriterion // below a part; not taken
)

// ranks tells the components in one column of names from their parts and the criteria below these: by their codes (1, 1.a),
// else by the scheme, whose components are all there, with the parts that it names or whose weights add up.
func (a *assessmentReader) ranks(scheme *Skema) []int {
	ranks := make([]int, len(a.rows))
	known := a.components(scheme)
	codes := make([]string, len(a.rows))
	above, parts := "", false
	for i, b := range a.rows {
		codes[i] = a.code(b)
		switch {
		case a.outside(b):
		case known != nil && known[i], known == nil && !continuesCode(codes[i], above):
			above = codes[i]
		case continuesCode(codes[i], above) && !strings.ContainsAny(strings.Trim(codes[i][len(above):], ". "), ". "):
			ranks[i], parts = rankPart, true
		default:
			ranks[i] = rankCriterion
		}
	}
	if !parts && known == nil {
		return a.byManner(ranks, codes)
	}
	if parts || known == nil {
		return ranks
	}
	for _, isPart := range []func(i int) bool{
		func(i int) bool { return isNamedPart(scheme, partName(a.rows[i].text(a.name))) },
		func(i int) bool { return a.weight(a.rows[i]) != nil },
		a.numberedLike(codes, slices.Index(ranks, rankCriterion)),
	} {
		if try := a.partsWhere(ranks, isPart); try != nil {
			return try
		}
	}
	return ranks
}

// numberedLike tells the rows that are numbered in the manner of one of them: I and II below A, not their a and 1.
func (a *assessmentReader) numberedLike(codes []string, row int) func(i int) bool {
	manner := -1
	if row >= 0 {
		manner = mannerOf(codes[row], 0)
	}
	return func(i int) bool { return manner >= 0 && mannerOf(codes[i], 0) == manner }
}

// byManner makes rows parts that are numbered in another manner than the first (A over 1, 2, 3), where their weights add up.
func (a *assessmentReader) byManner(ranks []int, codes []string) []int {
	first, letter := -1, byte(0)
	below := make([]int, len(ranks))
	for i, b := range a.rows {
		manner := mannerOf(codes[i], letter)
		if a.outside(b) || manner < 0 {
			continue
		}
		if manner == 1 {
			letter = codes[i][0]
		}
		if first < 0 {
			first = manner
		}
		if manner != first {
			below[i] = rankCriterion
		}
	}
	if try := a.partsWhere(below, func(i int) bool { return below[i] == rankCriterion }); try != nil {
		return try
	}
	return ranks
}

// code is the code of a row, from the column that is filled, without marks at its end.
func (a *assessmentReader) code(b *baris) string {
	for _, i := range a.codes {
		if text := b.text(i); text != "" {
			return strings.TrimRight(text, ".) ")
		}
	}
	return ""
}

// continuesCode reports whether one code continues another: 1.a and 1a continue 1, 12 does not.
func continuesCode(code, above string) bool {
	rest, ok := strings.CutPrefix(code, above)
	if !ok || above == "" || rest == "" {
		return false
	}
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	return rest[0] == '.' || rest[0] == ' ' || digit(rest[0]) != digit(above[len(above)-1])
}

// components are the rows that name a component of the scheme, nil unless all of its components are named and have other rows
// between them.
func (a *assessmentReader) components(scheme *Skema) map[int]bool {
	if scheme == nil || len(scheme.Komponen) == 0 {
		return nil
	}
	rows := map[int]bool{}
	for k := range scheme.Komponen {
		found := false
		for i, b := range a.rows {
			if name := partName(b.text(a.name)); !found && !rows[i] && (name == Normal(scheme.Komponen[k].Nama.S) || anyName(scheme.Komponen[k].Alias, name)) {
				rows[i], found = true, true
			}
		}
		if !found {
			return nil
		}
	}
	if a.together(rows) {
		return nil // a flat list, perhaps with one more
	}
	return rows
}

// together reports whether nothing stands between the rows.
func (a *assessmentReader) together(rows map[int]bool) bool {
	left := len(rows)
	for i, b := range a.rows {
		switch {
		case rows[i]:
			left--
		case left > 0 && left < len(rows) && !a.outside(b):
			return false
		}
	}
	return true
}

func isNamedPart(scheme *Skema, name string) bool {
	for i := range scheme.Komponen {
		for j := range scheme.Komponen[i].Komponen {
			if part := &scheme.Komponen[i].Komponen[j]; name == Normal(part.Nama.S) || anyName(part.Alias, name) {
				return true
			}
		}
	}
	return false
}

// partsWhere makes those criteria parts that are said to be, nil unless the weights of the parts of every component that has
// some add up to its own.
func (a *assessmentReader) partsWhere(ranks []int, isPart func(i int) bool) []int {
	out := make([]int, len(ranks))
	var whole, sum *big.Rat
	fits, any := true, false
	check := func() { fits = fits && (sum == nil || whole == nil || whole.Cmp(sum) == 0) }
	for i, rank := range ranks {
		out[i] = rank
		w := a.weight(a.rows[i])
		switch {
		case a.outside(a.rows[i]):
		case rank == rankComponent:
			check()
			whole, sum = w, nil
		case isPart(i):
			out[i], any = rankPart, true
			if sum == nil {
				sum = new(big.Rat)
			}
			if w != nil {
				sum.Add(sum, w)
			}
		}
	}
	if check(); !fits || !any {
		return nil
	}
	return out
}

// weight is the weight or maximum of a row, nil where it has none.
func (a *assessmentReader) weight(b *baris) *big.Rat {
	for _, key := range []string{"bobot", "maksimal"} {
		if i, ok := a.weights[key]; ok {
			if n, ok := number(&b.cells[i]); ok {
				return n.Value
			}
		}
	}
	return nil
}

// outside reports whether a row is no component: without a name, a total, or the category.
func (a *assessmentReader) outside(b *baris) bool {
	name := bareName(a.label(b))
	return name == "" || (reScoreName.MatchString(name) || reScoreTotal.MatchString(name)) && !a.numbered(b)
}
