package schema

import (
	"regexp"
	"strings"

	"lkjip/schema/source"
)

// span is a row of a scale as it is printed: "> 90 – 100", "80 ≤ x < 90", "di atas 100", "75 s.d. 85 %".
type span struct {
	low, high         *source.Numeral
	lowOpen, highOpen bool
}

// spanSigns turns the words and marks of printed scales into <, >, = and a hyphen. Longer words come first.
var spanSigns = strings.NewReplacer(
	"lebih dari atau sama dengan", ">=", "lebih besar atau sama dengan", ">=", "lebih besar sama dengan", ">=",
	"kurang dari atau sama dengan", "<=", "lebih kecil atau sama dengan", "<=", "lebih kecil sama dengan", "<=",
	"lebih besar dari", ">", "lebih dari", ">", "di atas", ">", "diatas", ">",
	"lebih kecil dari", "<", "kurang dari", "<", "di bawah", "<", "dibawah", "<",
	"paling sedikit", ">=", "minimal", ">=", "paling banyak", "<=", "maksimal", "<=", "paling tinggi", "<=", "paling rendah", ">=",
	"sampai dengan", "-", "sampai", "-", "hingga", "-", "s.d.", "-", "s.d", "-", "s/d", "-", "sd", "-",
	"≥", ">=", "≤", "<=", "=<", "<=", "=>", ">=", "–", "-", "—", "-", "−", "-", "~", "-",
	"persen", "", "%", "", " dan ", "&", " ", "", "\t", "", "\u00a0", "",
)

const spanNumber = `(\d[\d.,]*)`

var (
	reSpanRange  = regexp.MustCompile(`^(>=?)?` + spanNumber + `-(<=?)?` + spanNumber + `$`)
	reSpanPair   = regexp.MustCompile(`^(>=?)` + spanNumber + `[-&]?(<=?)` + spanNumber + `$`)
	reSpanAround = regexp.MustCompile(`^` + spanNumber + `(<=?)[a-z]*(<=?)?` + spanNumber + `$`)
	reSpanTurned = regexp.MustCompile(`^` + spanNumber + `(>=?)[a-z]*(>=?)` + spanNumber + `$`)
	reSpanOpen   = regexp.MustCompile(`^[a-z]*(>=?|<=?)` + spanNumber + `$`)
	reSpanSuffix = regexp.MustCompile(`^` + spanNumber + `(keatas|kebawah)$`)
	reSpanOne    = regexp.MustCompile(`^` + spanNumber + `$`)
)

// readSpan reads a printed span of scores; ok is false for anything else, such as a name.
func readSpan(text string) (s span, ok bool) {
	if len(text) > 80 {
		return span{}, false
	}
	t := strings.ToLower(unbracketed(strings.TrimSpace(text)))
	if between, ok := strings.CutPrefix(t, "antara "); ok {
		t = strings.Replace(between, " dan ", "-", 1)
	}
	t = spanSigns.Replace(t)
	switch {
	case reSpanRange.MatchString(t):
		m := reSpanRange.FindStringSubmatch(t)
		return spanOf(m[2], m[4], m[1] == ">", m[3] == "<")
	case reSpanPair.MatchString(t):
		m := reSpanPair.FindStringSubmatch(t)
		return spanOf(m[2], m[4], m[1] == ">", m[3] == "<")
	case reSpanAround.MatchString(t):
		m := reSpanAround.FindStringSubmatch(t)
		if m[3] == "" { // "91 ≤ 100": one sign between two numbers speaks of the upper one
			return spanOf(m[1], m[4], false, m[2] == "<")
		}
		return spanOf(m[1], m[4], m[2] == "<", m[3] == "<")
	case reSpanTurned.MatchString(t):
		m := reSpanTurned.FindStringSubmatch(t)
		return spanOf(m[4], m[1], m[3] == ">", m[2] == ">")
	case reSpanOpen.MatchString(t):
		m := reSpanOpen.FindStringSubmatch(t)
		if m[1][0] == '>' {
			return spanOf(m[2], "", m[1] == ">", false)
		}
		return spanOf("", m[2], false, m[1] == "<")
	case reSpanSuffix.MatchString(t):
		m := reSpanSuffix.FindStringSubmatch(t)
		if m[2] == "keatas" {
			return spanOf(m[1], "", false, false)
		}
		return spanOf("", m[1], false, false)
	case reSpanOne.MatchString(t):
		return spanOf(t, "", false, false)
	}
	return span{}, false
}

// unbracketed is a text without the brackets around the whole of it.
func unbracketed(text string) string {
	if n := len(text); n > 2 && text[0] == '(' && strings.IndexByte(text, ')') == n-1 {
		return text[1 : n-1]
	}
	return text
}

// isSpan reports whether a text is a printed span of scores.
func isSpan(text string) bool {
	_, ok := readSpan(text)
	return ok
}

// spanOf reads both ends; an empty end is open. A span whose ends stand the wrong way round is turned.
func spanOf(low, high string, lowOpen, highOpen bool) (span, bool) {
	s := span{lowOpen: lowOpen, highOpen: highOpen}
	for _, end := range []struct {
		text string
		to   **source.Numeral
	}{{low, &s.low}, {high, &s.high}} {
		if end.text == "" {
			continue
		}
		n, err := source.ReadNumeral(source.String, end.text)
		if err != nil {
			return span{}, false
		}
		*end.to = &n
	}
	if s.low != nil && s.high != nil && s.low.Value.Cmp(s.high.Value) > 0 {
		s.low, s.high, s.lowOpen, s.highOpen = s.high, s.low, s.highOpen, s.lowOpen
	}
	return s, true
}
