package schema

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reOneQuarter is one quarter that a title names, reQuarterGoesOn what follows where it begins a span: triwulan I s.d. IV.
var (
	reOneQuarter    = regexp.MustCompile(`(?i)\b(?:triwulan|tri wulan|tw)[.\s_-]*(iv|iii|ii|i|[1-4])\b`)
	reQuarterGoesOn = regexp.MustCompile(`(?i)^\s*(?:[-–—/,&+]|s\s?[./]?\s?d\b|sampai|hingga|dan|sd)\s*\S`)
)

// quarter is the quarter that the caption, the titles or the sheet of a table name, 0 where they name none or several.
func (t *tabel) quarter() int {
	texts := []string{}
	switch {
	case t.caption != nil:
		texts = append(texts, t.caption.Text)
	case t.place.Sheet != "" && t.grid != nil:
		texts = append(append(texts, t.lead...), t.grid.Name)
	default:
		texts = slices.DeleteFunc(t.titles(), func(s string) bool { return !isTitled(s) })
	}
	found := 0
	for _, text := range texts {
		for _, m := range reOneQuarter.FindAllStringSubmatchIndex(text, -1) {
			n := quarters[strings.ToLower(text[m[2]:m[3]])]
			if found > 0 && n != found || reQuarterGoesOn.MatchString(text[m[1]:]) {
				return 0
			}
			found = n
		}
	}
	return found
}

// isTitled reports whether a text is written as titles are: its longer words begin with capitals.
func isTitled(text string) bool {
	return !slices.ContainsFunc(strings.Fields(text), func(w string) bool {
		first, _ := utf8.DecodeRuneInString(w)
		return len(w) > 5 && unicode.IsLower(first)
	})
}

// ofQuarter are the keys of a measurement that is about one quarter: its results are those of the quarter. Of the last one
// they are the year's, unless a heading says that it is of the quarter.
func (t *tabel) ofQuarter(k *tableKind, keys []string) []string {
	if k.section != "pengukuran" || slices.ContainsFunc(t.heads, func(h heading) bool { return h.tw > 0 }) {
		return keys
	}
	q := t.quarter()
	own := func(h heading) bool { return slices.ContainsFunc(h.words, isQuarterWord) }
	named := slices.ContainsFunc(t.heads, own)
	if q == 0 || q == 4 && !named {
		return keys
	}
	keys = slices.Clone(keys)
	for i, key := range keys {
		switch {
		case key == "realisasi", key == "capaian", key == "target" && own(t.heads[i]):
			keys[i] = key + "_triwulan." + strconv.Itoa(q)
		}
	}
	return keys
}
