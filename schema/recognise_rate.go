package schema

import (
	"regexp"
	"slices"
)

// rate says how well a table fits the kind, 0 where it cannot be one. keys are what its columns then mean.
func (k *tableKind) rate(t *tabel, year int, previous string) (rating int, keys []string) {
	caption := splitWords(t.about())
	if anyFits(k.others, caption) {
		return 0, nil
	}
	best := 0
	for _, c := range k.captions {
		if _, _, ok := fits(c, caption); ok {
			best = max(best, len(c))
		}
	}
	for i := range t.heads {
		if anyFits(k.telling, t.heads[i].words) {
			best = max(best, 1)
		}
	}
	if k.after != "" && k.after == previous && (t.caption == nil || anyFits(k.afterCaptions, caption) && !reOtherBudget.MatchString(t.caption.Text)) {
		best = max(best, 3) // it stands below what it belongs to
	}
	if best == 0 && k.needsCaption && k.yearly == "" {
		return 0, nil
	}
	keys = k.columns(t.heads, year)
	if best == 0 && k.needsCaption {
		if t.years(keys, k.yearly) < severalYears {
			return 0, nil
		}
		best = 1
	}
	switch k.shape {
	case "anggaran":
		t.codeColumns(keys)
		t.budgetNames(keys, best > 0)
		t.revenueTargets(keys)
		t.differences(keys)
		if best == 0 && slices.ContainsFunc(keys, func(key string) bool { return base(key) == "realisasi_triwulan" }) && !slices.ContainsFunc(t.heads, func(h heading) bool { return slices.Contains(h.words, "realisasi") }) {
			return 0, nil // quarters of a plan
		}
	case "penilaian":
		if i := slices.Index(keys, "sub"); i >= 0 && !slices.Contains(keys, "nama") {
			keys[i] = "nama" // one column names components and what they are made of
		}
	case "pohon":
		t.indicatorCodes(keys)
		t.reached(keys, year)
		if slices.Contains(keys, "layanan") && (t.inMoney(keys, "target") || t.inMoney(keys, "realisasi")) {
			return 0, nil // income, or a budget
		}
		if slices.Contains(keys, "layanan") && !slices.Contains(keys, "indikator") && !slices.Contains(keys, "target") && t.hasMoney() {
			return 0, nil // money and its share spent
		}
	}
	known, named := 0, 0
	for i, key := range keys {
		if len(t.heads[i].words) > 0 {
			named++
			if key != "" {
				known++
			}
		}
		if y := t.heads[i].year; slices.Contains(k.excluded, base(key)) && (y == 0 || y >= year) { // a plan may show years before
			return 0, nil
		}
	}
	for _, choice := range k.required {
		if !slices.ContainsFunc(keys, func(key string) bool { return key != "" && slices.Contains(choice, base(key)) }) {
			return 0, nil
		}
	}
	if named == 0 || best == 0 && 10*known < 6*named || t.shifted(keys) {
		return 0, nil
	}
	return 30*best + 20*len(k.required) + 10*known - 5*(named-known), keys
}

// severalYears are those of a plan, which may be of three.
const severalYears = 3

// years counts the years for which columns carry the key.
func (t *tabel) years(keys []string, key string) int {
	years := map[int]bool{}
	for i := range t.heads {
		if keys[i] == key && t.heads[i].year > 0 {
			years[t.heads[i].year] = true
		}
	}
	return len(years)
}

// shifted reports whether amounts stand under a heading of percentages: merged headings that lost their width in plain text
// stand over other columns than theirs.
func (t *tabel) shifted(keys []string) bool {
	for i, key := range keys {
		if key == "persen" || key == "capaian" {
			if _, money := t.hasFigures(i); money {
				return true
			}
		}
	}
	return false
}

// reOtherBudget names documents and stages of a budget that is not that of the agreement.
var reOtherBudget = regexp.MustCompile(`(?i)\b(?:dpp?a|rka|apbd|apbn|dipa|rkpd|renja|renstra|rkt|indikatif|realisasi|serapan|penyerapan|belanja)\b`)

// budgetNames takes the column of names of a table that says it is a budget and has amounts, whatever its rows are called
// after: Unit Eselon I, DIPA, Urusan.
func (t *tabel) budgetNames(keys []string, captioned bool) {
	if !captioned || slices.Contains(keys, "uraian") || !slices.Contains(keys, "pagu") || !slices.Contains(keys, "realisasi") {
		return
	}
	if i := t.nameColumn(); i >= 0 && (keys[i] == "" || keys[i] == "-") {
		keys[i] = "uraian"
	}
}
