package schema

import (
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lkjip/schema/source"
)

var (
	reYearPart = regexp.MustCompile(`(?:^|[^0-9])(20\d\d)(?:[^0-9]|$)`)
	// reMonthOfYear is a title that names the year behind a part of it: BULAN NOVEMBER 2024.
	reMonthOfYear = regexp.MustCompile(`(?i)\b(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|(?:triwulan|tw|semester)[. ]*(?:iv|iii|ii|i|[1-4]))\s+(20\d\d)\b`)
	reFirstYear   = regexp.MustCompile(`20\d\d`)
)

// withoutSpans is a text with spans of years, "2021-2024", blanked out.
func withoutSpans(text string) string {
	return reYearSpan.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
}

// lastYears takes the year from the names of sheets, else of the file, where they give one and no text does; else the last
// one with a column of results. What only plans is of the first year of its period.
func lastYears(file string, found []*tabel, year *vote) {
	only := func(name string, at source.Place) {
		if years := reYearPart.FindAllStringSubmatch(reYearSpan.ReplaceAllString(name, " "), 2); len(years) == 1 {
			year.add(years[0][1], 1, at)
		}
	}
	for _, t := range found {
		for _, title := range t.lead {
			if m := reMonthOfYear.FindStringSubmatch(title); m != nil && t.place.Sheet != "" {
				year.add(m[1], 1, t.place)
			}
		}
		if t.grid != nil {
			only(t.grid.Name, t.place)
		}
	}
	if len(found) > 0 && year.best() == nil {
		only(filepath.Base(file), source.Place{File: file})
	}
	if year.best() != nil {
		return
	}
	last, measured := &heading{}, false
	for _, t := range found {
		for i := range t.heads {
			h := &t.heads[i]
			measured = measured || h.measures()
			if h.year > last.year && h.measures() {
				last = h
			}
		}
	}
	for _, t := range found {
		if h := t.lastFilled(); h != nil && !measured && h.year > last.year {
			last = h
		}
	}
	if last.year > 0 {
		year.add(strconv.Itoa(last.year), 1, last.place)
	}
	for _, t := range found {
		for _, title := range t.lead {
			if span := reYearSpan.FindString(title); span != "" && !measured && last.year == 0 {
				year.add(reFirstYear.FindString(span), 1, t.place)
			}
		}
	}
}

var reResults = regexp.MustCompile(`(?i)\b(?:realisasi|perkembangan)\b`)

// lastFilled is the last of the years over columns with most figures, where a title or a row says that they are of results.
func (t *tabel) lastFilled() (last *heading) {
	if !slices.ContainsFunc(t.lead, reResults.MatchString) && !slices.ContainsFunc(t.rows, func(b *baris) bool {
		return slices.ContainsFunc(b.filled(), func(i int) bool { return rowLabel(b.text(i)) == "realisasi" })
	}) {
		return nil
	}
	most := 0
	for i := range t.heads {
		h, n := &t.heads[i], 0
		for _, b := range t.rows {
			if i < len(b.cells) && isFigure(&b.cells[i]) {
				n++
			}
		}
		if h.year > 0 && h.leaf == len(h.words)-1 && n > 0 && (n > most || n == most && h.year > last.year) {
			last, most = h, n
		}
	}
	return last
}

// measures reports whether a heading is of results, and not of what is planned.
func (h *heading) measures() bool {
	has := func(w string) bool { return slices.Contains(h.words, w) }
	return (has("realisasi") || has("capaian") || has("{tahun}") && has("r")) && !has("target") && !has("akhir")
}
