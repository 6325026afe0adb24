package schema

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lkjip/schema/source"
)

// repeat names what one table says of an indicator that an earlier one measured.
type repeat struct {
	table     *tabel
	indicator *source.Node
}

// repeated is what the table says; twice where it has the name in several rows, so that it is not known which is meant.
type repeated struct {
	node  *source.Node
	twice bool
}

// again keeps a figure that a table states of an indicator once more, to be compared with the first; name is the
// indicator's, as that table writes it.
func (r *recogniser) again(t *tabel, indicator, name *source.Node, key string, leaf *source.Node) {
	of := repeat{t, indicator}
	stated := r.repeats[of]
	if stated == nil {
		stated = &repeated{node: item(under(r.root, source.List, t.place, "pengukuran", "ulangan"), t.place)}
		put(stated.node, "nama", name)
		r.repeats[of] = stated
	}
	if !put(stated.node, key, leaf) {
		stated.twice = true
	}
}

// doubt is a figure that a table states of an indicator once more, though it may be against another target.
type doubt struct {
	table           *tabel
	indicator, name *source.Node
	key             string
	leaf            *source.Node
}

// settleDoubts keeps such figures for comparison where all of the table but one, and two at least, are what was stated first.
func (r *recogniser) settleDoubts() {
	same := map[*tabel]int{}
	all := map[*tabel]int{}
	for _, d := range r.doubts {
		first := valueAt(d.indicator, d.key)
		a, errA := source.ReadNumeral(first.Kind, first.Text)
		b, errB := source.ReadNumeral(d.leaf.Kind, d.leaf.Text)
		if all[d.table]++; errA == nil && errB == nil && a.Value.Cmp(b.Value) == 0 {
			same[d.table]++
		}
	}
	for _, d := range r.doubts {
		if n := same[d.table]; n > 1 && n >= all[d.table]-1 {
			r.again(d.table, d.indicator, d.name, d.key, d.leaf)
		}
	}
}

// isDoubtful reports whether a column may state the capaian of the year once more, in a table that has no target or realisasi
// beside it.
func (tr *treeReader) isDoubtful(col int, key string) bool {
	h := &tr.heads[col]
	return key == "capaian" && tr.sameTarget && (h.year == 0 || h.year == tr.year) && !reSoFar.MatchString(h.text)
}

// settleRepeats takes out what repeats no figure, or nothing for certain.
func (r *recogniser) settleRepeats() {
	measured := r.root.Get("pengukuran")
	for _, stated := range r.repeats {
		if stated.twice || !slices.ContainsFunc(stated.node.Fields, func(f source.Field) bool { return f.Key != "nama" && f.Key != "satuan" }) {
			stated.node.Parent().Remove(stated.node)
		}
	}
	if list := measured.Get("ulangan"); list != nil && len(list.Items) == 0 {
		measured.Drop("ulangan")
	}
}

// isComparable reports whether a column holds what means the same in whatever table it stands, or the unit it is in: target,
// realisasi and capaian of one year, told for certain.
func (tr *treeReader) isComparable(col int, key string) bool {
	h := &tr.heads[col]
	if !tr.restating || reSoFar.MatchString(h.text) {
		return false
	}
	told := tr.labels >= 0 && h.year > 0 // the row says what it is
	switch base(key) {
	case "satuan":
		return true
	case "target", "riwayat_target", "riwayat_capaian":
		return tr.sameTarget
	case "capaian": // else it may be one of another target
		return tr.sameTarget && (told || tr.hasThisYear("target") && tr.hasThisYear("realisasi"))
	case "realisasi", "riwayat":
		if told || h.year == 0 || slices.Contains(h.words, "realisasi") {
			return true
		}
		caption := splitWords(tr.about()) // a year alone is what the caption says
		return slices.Contains(caption, "realisasi") && !slices.Contains(caption, "target")
	}
	return false
}

// reSoFar are words of headings of figures that are not those of the year alone, or not the agency's own.
var reSoFar = regexp.MustCompile(`(?i)\bs\s?[./]?\s?d\b|\bsampai\b|\bhingga\b|kumulatif|akumulasi|rata|triwulan|semester|nasional|provinsi|sementara|baseline|awal`)

// Words of titles of tables that hold an indicator against something else than the year's own target, and of those that show
// it before its last state or for a part of the area.
var (
	reOtherTarget = regexp.MustCompile(`(?i)renstra|rpjm|jangka menengah|akhir|nasional|provinsi|regional|standar`)
	reOtherState  = regexp.MustCompile(`(?i)sementara|murni|perubahan|proyeksi|simulasi|usulan|semula|koreksi|kecamatan|puskesmas|kelurahan`)
)

// restates reports whether the figures of a measurement can be compared with those of an earlier table, and whether its
// targets can.
func (t *tabel) restates() (figures, targets bool) {
	figures, targets = t.grid == nil || !reMonthSheet.MatchString(t.grid.Name), true
	for _, s := range t.titles() {
		figures = figures && !reOtherState.MatchString(s) && !rePeriod.MatchString(s)
		targets = targets && !reOtherTarget.MatchString(s)
	}
	return figures, figures && targets
}

// titles are the caption, or the short lines above where there is none.
func (t *tabel) titles() []string {
	if t.caption != nil {
		return []string{t.caption.Text}
	}
	return slices.DeleteFunc(slices.Clone(t.lead), func(s string) bool { return len(strings.Fields(s)) > 15 })
}

// halfOfYear is what the titles call the first half of the year, for which an indicator has no figures; "" for all else.
func (t *tabel) halfOfYear() string {
	for _, s := range t.titles() {
		if half := reFirstHalf.FindString(s); half != "" && !reSecondHalf.MatchString(s) {
			return half
		}
	}
	return ""
}

var (
	reFirstHalf  = regexp.MustCompile(`(?i)\bsemester\s*:?\s*(?:i|1|pertama)\b`)
	reSecondHalf = regexp.MustCompile(`(?i)\b(?:ii|2|kedua)\b`)
)

// reAgainst are words of titles that name another year only to compare with it.
var reAgainst = regexp.MustCompile(`(?i)banding|terhadap|dengan|dan|renstra|rpjm|target akhir|lalu|sebelum`)

// ofEarlierYear gives the columns of a measurement the year that its titles name, where that is a year before the report's
// and no column has one of its own.
func (t *tabel) ofEarlierYear(report int) {
	named := 0
	for _, s := range t.titles() {
		for _, y := range reYear.FindAllString(s, -1) {
			year, _ := strconv.Atoi(y)
			if named != 0 && named != year || reAgainst.MatchString(s) {
				return
			}
			named = year
		}
	}
	if named == 0 || named >= report || slices.ContainsFunc(t.heads, func(h heading) bool { return h.year != 0 }) {
		return
	}
	for i := range t.heads {
		t.heads[i].year = named
	}
}
