package schema

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"lkjip/schema/source"
)

// heading is what stands over one column: the texts of all header rows, and the year, quarter or month they name.
type heading struct {
	text  string   // as printed, from the top down
	words []string // normal words; {tahun}, {tw}, {bulan} and {lalu} for what these name
	leaf  int      // where the lowest heading begins that is more than a year, quarter, month or unit
	year  int
	last  int // of the years a text names the last one: that of the target in "realisasi 2024 terhadap target 2026"
	tw    int
	month int
	since bool         // all years up to this one
	unit  string       // what a bracket says: rp, %, ribu rupiah
	place source.Place // of the lowest text, of its year where it names one

	mended *heading // with misspelt words as they were meant, nil where there are none; see respelt
	tried  bool
}

var (
	reYearSpan = regexp.MustCompile(`(?:19|20)\d\d\s*(?:-|–|—|/|s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga)\s*(?:19|20)\d\d`)
	reUnit     = regexp.MustCompile(`\(\s*((?:dalam |satuan )*(?:rp\.?|rupiah|%|persen|ribu(?:an)?(?: rupiah| rp)?|juta(?:an)?(?: rupiah| rp)?|mil[iy]ar(?: rupiah| rp)?|rp\.? ?(?:ribu|juta|mil[iy]ar)(?:an)?|(?:x ?)?(?:rp\.? ?)?(?:1\.)?000(?:\.000){0,2}(?:,-)?))\s*\)`)
	reQuarter  = regexp.MustCompile(`\b(?:triwulan|tri wulan|tw)\.?\s*-?\s*(iv|iii|ii|i|[1-4])\b`)
	reUpTo     = regexp.MustCompile(`\b(?:s\s?[./]?\s?d\.?|sampai(?: dengan)?|hingga)\s+(?:(?:akhir )?bulan\s+)?(?:(?:saat |bulan |triwulan |tw |tahun )?ini\b|(?:triwulan|tw)\.?\s*(?:iv|iii|ii|i|[1-4])\b|(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)\b)`)
	reLast     = regexp.MustCompile(`\b(?:tahun\s+)?(?:n\s*-\s*1|lalu|sebelumnya)\b`)
	reMonth    = regexp.MustCompile(`\b(?:bulan\s+)?(januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|jan|feb|peb|mar|apr|jun|jul|agu|agt|ags|sept?|okt|nov|nop|des)\b`)
	reYear     = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
)

var reRomanAlone = regexp.MustCompile(`^\s*(iv|iii|ii|i|[1-4])\s*$`)

func isQuarterWord(w string) bool { return w == "triwulan" || w == "tw" || w == "{tw}" }

var quarters = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

// readHeading reads the texts over a column, the top one first. Empty texts are passed over.
func readHeading(levels []string) heading {
	var h heading
	var printed []string
	for _, level := range levels {
		if strings.TrimSpace(level) == "" {
			continue
		}
		printed = append(printed, strings.TrimSpace(level))
		if m := reRomanAlone.FindStringSubmatch(strings.ToLower(level)); m != nil && slices.ContainsFunc(h.words, isQuarterWord) {
			level = "triwulan " + m[1]
		}
		words, bare := h.level(level)
		if !bare {
			h.leaf = len(h.words)
		}
		h.words = append(h.words, words...)
	}
	h.text = strings.Join(printed, " / ")
	if len(h.words) == 0 && h.isShare() {
		h.words = []string{"%"} // nothing but its unit
	}
	return h
}

// isShare reports whether a bracket says that the column holds percentages.
func (h *heading) isShare() bool { return h.unit == "%" || h.unit == "persen" }

// isMoney reports whether the lowest text over a column is rupiah alone, as beside the K of performance.
func (h *heading) isMoney() bool { return len(h.words) > 1 && h.words[len(h.words)-1] == "rp" }

// level reads one of the texts; bare says that it holds a year, quarter, month or unit alone. What a lower text names counts.
func (h *heading) level(text string) (words []string, bare bool) {
	s := strings.ToLower(strings.Join(strings.Fields(text), " "))
	if m := reUnit.FindStringSubmatch(s); m != nil {
		h.unit = m[1]
		s = reUnit.ReplaceAllString(s, " ")
	}
	s = reYearSpan.ReplaceAllString(s, " ")
	h.since = h.since || strings.HasSuffix(reUpTo.FindString(s), "tahun ini")
	s = reUpTo.ReplaceAllString(s, " ") // all of the year so far, not that month alone
	if m := reQuarter.FindStringSubmatch(s); m != nil {
		h.tw = quarters[m[1]]
		s = reQuarter.ReplaceAllString(s, " {tw} ")
	}
	s = reLast.ReplaceAllString(s, " {lalu} ")
	if m := reMonth.FindStringSubmatch(s); m != nil {
		h.month = int(months[m[1]])
		if h.month == 0 {
			h.month = map[string]int{"peb": 2, "agu": 8, "sept": 9}[m[1]]
		}
		s = reMonth.ReplaceAllString(s, " {bulan} ")
	}
	if m := reYear.FindAllString(s, -1); m != nil {
		h.year, h.last = atoi(m[0]), atoi(m[len(m)-1])
		s = reYear.ReplaceAllString(s, " {tahun} ")
	}
	bare = true
	for _, w := range splitWords(s) {
		words = append(words, w)
		switch w {
		case "{tahun}", "{tw}", "{bulan}", "tahun", "rp", "k":
		default:
			bare = false
		}
	}
	return words, bare
}

// splitWords gives the words of a normal text: letters, digits and the marks % and {…}.
func splitWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(s, "%", " % ")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '{' && r != '}' && r != '%'
	})
}

// fits reports whether the phrase stands in the words in its order; first is where its first word stands and last where its
// last one does.
func fits(phrase, words []string) (first, last int, ok bool) {
	first = -1
	i := 0
	for at, w := range words {
		if i < len(phrase) && w == phrase[i] {
			if first < 0 {
				first = at
			}
			last = at
			i++
		}
	}
	return first, last, len(phrase) > 0 && i == len(phrase)
}

// reaching finds a phrase whose words stand above the lowest text again in that text: "anggaran" in Tahun Anggaran 2024 / Anggaran,
// where "tahun anggaran" goes on only above. Of what begins above, two words have to stand below.
func (h *heading) reaching(phrase []string) (first int, ok bool) {
	for k := range phrase {
		above, _, whole := fits(phrase[:k], h.words[:h.leaf])
		below, _, ends := fits(phrase[k:], h.words[h.leaf:])
		switch {
		case !ends || k > 0 && (!whole || len(phrase)-k < 2):
		case k > 0:
			return above, true
		default:
			return h.leaf + below, true
		}
	}
	return 0, false
}

// score says how well a phrase fits a heading, 0 where it does not. Every word counts; a phrase must reach the lowest text,
// and the earlier it begins there the better, since the first noun is the head of an Indonesian phrase.
func (h *heading) score(phrase []string) int {
	first, last, ok := fits(phrase, h.words)
	if ok && last < h.leaf {
		first, ok = h.reaching(phrase)
	}
	if !ok {
		return 0
	}
	score := 100 * len(phrase)
	for _, w := range phrase {
		if w == "{tw}" || w == "{bulan}" || w == "{lalu}" {
			score += 110 // a quarter is never the year
		} else if w == "{tahun}" {
			score -= 5 // of two phrases the one with words of its own
		}
	}
	if h.since {
		score -= 30 // a column of the year alone comes first
	}
	if first >= h.leaf {
		score += 40 - min(first-h.leaf, 20)
	}
	if len(phrase) == len(h.words)-h.leaf {
		score += 20
	}
	return score
}
