package schema

import (
	"regexp"
	"strconv"
	"strings"

	"lkjip/schema/source"
)

var (
	reCutOff     = regexp.MustCompile(`(?i)\b(?:s\s?[./]?\s?d\.?|sampai(?: dengan)?|per|keadaan|posisi|berakhir|tanggal)\s*:?\s*(?:tanggal\s+)?(\d{1,2}\s+\p{L}+\s+20\d\d)\b`)
	rePeriod     = regexp.MustCompile(`(?i)\b(?:(?:bulan|periode)\s*:?\s*(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)|(?:triwulan|tw)\.?\s*:?\s*(?:iv|iii|ii|i|[1-4])|semester\s*:?\s*(?:ii|i|[12]))\b[\s\w]{0,20}`)
	reMonthSheet = regexp.MustCompile(`(?i)^\s*(?:bulan\s+)?(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|jan|feb|mar|apr|jun|jul|agu|ags|agt|sep|sept|okt|nov|des(?:ember)?)\b(?:\s+20\d\d)?\s*$`)
)

// reWholeYear are titles that say that all of the year is counted.
var reWholeYear = regexp.MustCompile(`(?i)\b(?:s\s?[./]?\s?d\.?|sampai(?: dengan)?|hingga)\s+(?:(?:akhir )?bulan\s+desember|(?:triwulan|tw)\.?\s*(?:iv|4)|semester\s*(?:ii|2))\b`)

// putPeriod names a table after what it is about, "" for everything, and after the part of the year that its titles name,
// since tables of different months do not state the same facts; a day up to which it counts is noted as well, for "s.d.
// Triwulan IV" the last of the report's year.
func (t *tabel) putPeriod(table *source.Node, name string, year int) {
	period := ""
	texts := t.lead
	if t.caption != nil {
		texts = []string{t.caption.Text}
	}
	for _, text := range texts {
		if m := reCutOff.FindStringSubmatch(text); m != nil {
			if _, _, ok := ReadDate(m[1]); ok {
				put(table, "per_tanggal", written(m[1], t.place))
			}
		}
		if reWholeYear.MatchString(text) && year > 0 {
			put(table, "per_tanggal", written("31 Desember "+strconv.Itoa(year), t.place))
		}
		if m := rePeriod.FindString(text); m != "" && period == "" && !reWholeYear.MatchString(text) {
			period = m
		}
	}
	if period == "" && t.grid != nil && t.caption == nil && reMonthSheet.MatchString(t.grid.Name) {
		period = "Bulan " + t.grid.Name
	}
	if name = strings.TrimSpace(name + " " + period); name != "" {
		put(table, "nama", written(name, t.place))
	}
}
