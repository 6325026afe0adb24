package rules

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"

	"lkjip/schema"
)

// nama is a name taken apart for comparing with others.
type nama struct {
	raw    string
	words  []string // lower case, without list numbers and "dan", common misspellings mended
	folded string   // the words run together: what retyping leaves unchanged
	bare   string   // folded without what stands in brackets
}

func namaOf(s string) nama {
	n := nama{raw: s, words: wordsOf(s)}
	n.folded = strings.Join(n.words, "")
	n.bare = n.folded
	if strings.ContainsRune(s, '(') {
		n.bare = folded(unbracketed(s))
	}
	return n
}

// sameName reports whether two names are one name as people retype it: case, punctuation, spacing, "&" for "dan", and an
// abbreviation in brackets that only one of them carries do not matter. Two empty names are not the same.
func sameName(a, b string) bool { return namaOf(a).same(namaOf(b)) }

func (n nama) same(o nama) bool {
	return n.folded != "" && n.folded == o.folded || n.bare != "" && n.bare == o.folded || o.bare != "" && o.bare == n.folded
}

// nearName is sameName that also forgives slips of typing or scanning: about one letter in twelve. Numbers and acronyms
// must agree, because "Program 1" and "Program 2", SPBE and SPIP are different things one letter apart.
func nearName(a, b string) bool { return namaOf(a).near(namaOf(b)) }

func (n nama) near(o nama) bool {
	if n.same(o) {
		return true
	}
	x, y := len(n.folded), len(o.folded)
	allowed := min(x, y) / 12
	if min(x, y) >= 8 {
		allowed = max(allowed, 1)
	}
	if allowed = min(allowed, 4); allowed == 0 || max(x-y, y-x) > allowed {
		return false
	}
	return levenshtein.ComputeDistance(n.folded, o.folded) <= allowed && slices.Equal(marks(n.raw, o.raw), marks(o.raw, n.raw)) && !n.otherWord(o)
}

// otherWord reports whether the names differ in a word that is another word rather than a slip: a short one, one with
// more than a quarter of its letters changed, or a negation.
func (n nama) otherWord(o nama) bool {
	for _, not := range []string{"tidak", "non", "tanpa", "belum", "bukan"} {
		if strings.Count(n.folded, not) != strings.Count(o.folded, not) {
			return true
		}
	}
	if len(n.words) != len(o.words) {
		return false // words run together or torn apart
	}
	for i, w := range n.words {
		if w == o.words[i] {
			continue
		}
		shorter := min(len(w), len(o.words[i]))
		if shorter < 4 || levenshtein.ComputeDistance(w, o.words[i]) > max(1, shorter/4) {
			return true
		}
	}
	return false
}

// shorterName reports whether one name is the other with words left out: "Nilai SAKIP" for "Nilai SAKIP Perangkat Daerah".
// Such names may mean one thing, so nothing is called missing because of them.
func shorterName(a, b string) bool { return namaOf(a).shorter(namaOf(b)) }

func (n nama) shorter(o nama) bool {
	x, y := n.words, o.words
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 2 || slices.Equal(x, y) {
		return false
	}
	for _, w := range x {
		if !slices.ContainsFunc(y, func(v string) bool { return v == w || slipOf(v, w) }) {
			return false
		}
	}
	return true
}

// slipOf reports whether two long words are one letter apart.
func slipOf(v, w string) bool {
	return min(len(v), len(w)) >= 8 && max(len(v)-len(w), len(w)-len(v)) <= 1 && levenshtein.ComputeDistance(v, w) <= 1
}

// bestName is the index of the candidate that carries the name: the same one before one that is nearly the same; -1 when
// there is none.
func bestName(name string, n int, candidate func(int) string) int {
	for i := range n {
		if sameName(name, candidate(i)) {
			return i
		}
	}
	for i := range n {
		if nearName(name, candidate(i)) {
			return i
		}
	}
	return -1
}

var (
	reBrackets = regexp.MustCompile(`\([^()]*\)`)
	// reNumber is the number or letter of a list item before a name: "1. ", "a) ".
	reNumber = regexp.MustCompile(`^\s*(?:\d{1,2}|[a-zA-Z])[.)]\s+`)
)

func unbracketed(s string) string { return reBrackets.ReplaceAllString(s, " ") }

// spellings are words that people write in two ways.
var spellings = map[string]string{"prosentase": "persentase", "prosen": "persen", "presentase": "persentase", "karir": "karier", "ijin": "izin", "resiko": "risiko"}

func wordsOf(s string) []string {
	words := strings.Fields(schema.Normal(reNumber.ReplaceAllString(s, "")))
	words = slices.DeleteFunc(words, func(w string) bool { return w == "dan" || w == "serta" })
	for i, w := range words {
		if other, ok := spellings[w]; ok {
			words[i] = other
		}
	}
	return words
}

// folded is a name without what retyping changes: its letters and digits alone.
func folded(s string) string { return strings.Join(wordsOf(s), "") }

// marks are the words of a name that no slip of the finger makes: those with digits, and acronyms unless one of both names
// is set in capitals throughout.
func marks(s, other string) []string {
	capitals := shouted(s) || shouted(other)
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch {
		case strings.ContainsFunc(w, unicode.IsDigit):
			out = append(out, strings.ToLower(w))
		case !capitals && len(w) > 1 && w == strings.ToUpper(w):
			out = append(out, w)
		}
	}
	return out
}

func shouted(s string) bool { return s == strings.ToUpper(s) }
