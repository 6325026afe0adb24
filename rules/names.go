package rules

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"

	"lkjip/schema"
)

// sameName reports whether two names are one name as people retype it: case, punctuation, spacing, "&" for "dan", and an
// abbreviation in brackets that only one of them carries do not matter. Two empty names are not the same.
func sameName(a, b string) bool {
	x, y := folded(a), folded(b)
	if x == "" || y == "" {
		return false
	}
	if x == y {
		return true
	}
	p, q := folded(unbracketed(a)), folded(unbracketed(b))
	return p != "" && q != "" && (p == y || q == x)
}

// nearName is sameName that also forgives slips of typing or scanning: about one letter in twelve. Numbers and acronyms
// must agree, because "Program 1" and "Program 2", SPBE and SPIP are different things one letter apart.
func nearName(a, b string) bool {
	if sameName(a, b) {
		return true
	}
	x, y := folded(a), folded(b)
	allowed := min(len(x), len(y)) / 12
	if len(x) >= 8 && len(y) >= 8 {
		allowed = max(allowed, 1)
	}
	allowed = min(allowed, 4)
	if allowed == 0 || max(len(x)-len(y), len(y)-len(x)) > allowed || !slices.Equal(marks(a, b), marks(b, a)) {
		return false
	}
	return levenshtein.ComputeDistance(x, y) <= allowed && !otherWord(a, b)
}

// shorterName reports whether one name is the other with words left out: "Nilai SAKIP" for "Nilai SAKIP Perangkat Daerah".
// Such names may mean one thing, so nothing is called missing because of them.
func shorterName(a, b string) bool {
	x, y := wordsOf(a), wordsOf(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 2 || slices.Equal(x, y) {
		return false
	}
	for _, w := range x {
		if !slices.ContainsFunc(y, func(v string) bool { return v == w || nearName(v, w) }) {
			return false
		}
	}
	return true
}

// alike reports whether two names may stand for one thing in a hurried table: nearly the same, shortened or abbreviated.
func alike(a, b string) bool { return nearName(a, b) || shorterName(a, b) || abbreviates(a, b) }

// abbreviates reports whether one name is the other with a run of words put as their initials: "Indeks SPBE" for "Indeks
// Sistem Pemerintahan Berbasis Elektronik".
func abbreviates(a, b string) bool {
	x, y := wordsOf(unbracketed(a)), wordsOf(unbracketed(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	for i, short := range x {
		n := len(y) - len(x) + 1 // words the initials stand for
		if n < 2 || len(short) != n || !slices.Equal(x[:i], y[:i]) || !slices.Equal(x[i+1:], y[i+n:]) {
			continue
		}
		initials := ""
		for _, w := range y[i : i+n] {
			initials += w[:1]
		}
		if initials == short {
			return true
		}
	}
	return false
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

var reBrackets = regexp.MustCompile(`\([^()]*\)`)

func unbracketed(s string) string { return reBrackets.ReplaceAllString(s, " ") }

// reNumber is the number or letter of a list item before a name: "1. ", "a) ".
var reNumber = regexp.MustCompile(`^\s*(?:\d{1,2}|[a-zA-Z])[.)]\s+`)

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

// otherWord reports whether the names differ in a word that is another word rather than a slip: a short one, one with
// more than a quarter of its letters changed, or a negation.
func otherWord(a, b string) bool {
	x, y := wordsOf(a), wordsOf(b)
	for _, not := range []string{"tidak", "non", "tanpa", "belum", "bukan"} {
		if strings.Count(folded(a), not) != strings.Count(folded(b), not) {
			return true
		}
	}
	if len(x) != len(y) {
		return false // words run together or torn apart
	}
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		shorter := min(len(x[i]), len(y[i]))
		if shorter < 4 || levenshtein.ComputeDistance(x[i], y[i]) > max(1, shorter/4) {
			return true
		}
	}
	return false
}
