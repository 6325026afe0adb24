package schema

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lkjip/schema/source"
)

// finalOnly reads the percentage of a table that compares with the plan's final target alone as that of the final target. A
// target of one later year beside a percentage of what is reached is that final one; a share of a target that is none of a
// later year is the capaian.
func (tr *treeReader) finalOnly() {
	if tr.section != "pengukuran" {
		return
	}
	later := -1
	for i, key := range tr.keys {
		h := &tr.heads[i]
		switch {
		case key == "capaian_akhir" && h.last > 0 && h.last <= tr.year && slices.Contains(h.words, "target") && !slices.Contains(h.words, "akhir"):
			tr.rekey(i, "capaian")
		case key == "target" && (h.year <= tr.year || later >= 0):
			later = len(tr.keys) // one of this year, or several
		case key == "target":
			later = i
		}
	}
	if later >= 0 && later < len(tr.keys) && !slices.Contains(tr.keys, "target_akhir") &&
		tr.hasThisYear("realisasi") && (slices.Contains(tr.keys, "capaian") || slices.Contains(tr.keys, "capaian_akhir")) {
		tr.rekey(later, "target_akhir")
	}
	if !slices.Contains(tr.keys, "target_akhir") || slices.Contains(tr.keys, "target") || slices.Contains(tr.keys, "capaian_akhir") {
		return
	}
	for i, key := range tr.keys {
		if key == "capaian" {
			tr.rekey(i, "capaian_akhir")
		}
	}
}

// rekey gives a column another key in this table alone.
func (tr *treeReader) rekey(i int, key string) {
	tr.keys = slices.Clone(tr.keys)
	tr.keys[i] = key
}

// plannedOnly reads the plan's targets by year as those of the measurement where the table has no others, as in the
// evaluation of a Renstra (form E.78).
func (tr *treeReader) plannedOnly() {
	if tr.section != "pengukuran" || slices.Contains(tr.keys, "target") {
		return
	}
	ofYear := func(i int) bool {
		h := &tr.heads[i]
		return tr.keys[i] == "target_akhir" && h.year > 0 && !slices.Contains(h.words, "akhir")
	}
	years := map[int]bool{}
	for i := range tr.keys {
		if ofYear(i) {
			years[tr.heads[i].year] = true
		}
	}
	if len(years) < 2 || !years[tr.year] {
		return
	}
	for i := range tr.keys {
		if ofYear(i) {
			tr.rekey(i, "target")
		}
	}
}

// readLabels finds the column whose cells say what the figures of their rows are, in a table with years as columns.
func (tr *treeReader) readLabels() {
	tr.labels = -1
	if tr.section != "pengukuran" {
		return
	}
	for i, key := range tr.keys {
		if key != "" && key != "-" && key != "baris" {
			continue
		}
		found := map[string]bool{}
		all := true
		for _, b := range tr.rows {
			label := rowLabel(b.text(i))
			found[label] = true
			all = all && label != ""
		}
		if all && found["target"] && found["realisasi"] {
			tr.labels = i
		}
	}
}

func (tr *treeReader) labelOf(b *baris) string { return rowLabel(b.text(tr.labels)) }

// value puts a cell under the indicator; years in the heading tell this year's figures from those before.
func (tr *treeReader) value(n *source.Node, b *baris, col int, key string) {
	h := &tr.heads[col]
	leaf := tr.leaf(b, col)
	switch {
	case key == "polaritas":
		if leaf = polarity(leaf); leaf == nil {
			return
		}
	case tr.section != "pengukuran" && (base(key) == "realisasi_triwulan" || base(key) == "capaian_triwulan"):
		return
	case key == "kode" && !reDottedCode.MatchString(strings.TrimSpace(leaf.Text)):
		return
	case key == "target_renstra", key == "target_akhir" && (tr.section == "perjanjian_kinerja" || tr.section == "pengukuran" && h.year > 0 && h.year <= tr.year && !slices.Contains(h.words, "akhir")):
		tr.planned(n, leaf, h)
		return
	case key == "target" && tr.inActionPlan(n, b):
		key = "target_rencana_aksi"
	case tr.section == "renstra" && (base(key) == "realisasi" || base(key) == "capaian"): // years before; a plan has its targets alone
		return
	case tr.section == "renstra" && (key == "penanggung_jawab" || key == "sumber_data" || key == "formula"):
		return
	case tr.section == "renstra" && key == "target" && h.year > 0:
		key = "target." + strconv.Itoa(h.year)
	case tr.section == "renstra" && key == "target":
		key = "target_akhir"
	case tr.section == "pengukuran" && key == "capaian_akhir":
		if h.year > 0 && h.year <= tr.year { // not the one of the target
			year := written(strconv.Itoa(h.year), h.place)
			put(n, "tahun_capaian_akhir", year)
		}
	case h.year > 0 && h.year != tr.year && (key == "target" || key == "realisasi" || key == "capaian"):
		if key = past(key, h.year, tr.year); key == "" {
			return
		}
	}
	if tr.isComparable(col, key) {
		tr.comparable[leaf] = true
	}
	if tr.isDoubtful(col, key) {
		tr.doubtful[leaf] = true
	}
	switch {
	case put(n, key, leaf):
	case tr.comparable[leaf]:
		tr.again(tr.tabel, n, tr.nameIn(b, n), key, leaf)
	case tr.doubtful[leaf]:
		tr.doubts = append(tr.doubts, doubt{tr.tabel, n, tr.nameIn(b, n), key, leaf})
		fallthrough
	default:
		if Normal(valueAt(n, key).Text) != Normal(leaf.Text) {
			tr.differ++
		}
	}
}

// inActionPlan reports whether a row repeats the target of an indicator that the agreement has already, in the same unit, to
// divide it into quarters.
func (tr *treeReader) inActionPlan(n *source.Node, b *baris) bool {
	if tr.section != "perjanjian_kinerja" || n.Get("target") == nil || !tr.byQuarters() {
		return false
	}
	i := slices.Index(tr.keys, "satuan")
	return i < 0 || n.Get("satuan") == nil || b.text(i) == "" || Normal(b.text(i)) == Normal(n.Get("satuan").Text)
}

// nameIn is the name of an indicator as a row writes it; a row may leave it to the one above.
func (tr *treeReader) nameIn(b *baris, indicator *source.Node) *source.Node {
	if i := slices.Index(tr.keys, "indikator"); i >= 0 && b.text(i) != "" {
		return tr.named(b, i)
	}
	copied := *indicator.Get("nama")
	return &copied
}

// planned puts a target of the plan that stands beside the agreement's or the measurement's under the plan.
func (tr *treeReader) planned(n, leaf *source.Node, h *heading) {
	key := "target_akhir"
	switch {
	case tr.section == "iku":
		return
	case h.year > 0 && !slices.Contains(h.words, "akhir"):
		key = "target." + strconv.Itoa(h.year)
	case !slices.Contains(h.words, "akhir") && tr.year > 0:
		key = "target." + strconv.Itoa(tr.year)
	}
	entry := tr.plans[n]
	if entry == nil {
		list := &source.Node{Kind: source.List, Place: leaf.Place}
		entry = item(list, leaf.Place)
		name := *n.Get("nama")
		put(entry, "nama", &name)
		if tr.plans == nil {
			tr.plans = map[*source.Node]*source.Node{}
		}
		tr.plans[n] = entry
		tr.loose = append(tr.loose, looseIndicator{under(tr.recogniser.root, source.Map, leaf.Place, "renstra"), list, tr.tabel})
	}
	put(entry, key, leaf)
}

// valueAt is the value under a dotted key.
func valueAt(n *source.Node, key string) *source.Node {
	for _, k := range strings.Split(key, ".") {
		n = n.Get(k)
	}
	return n
}

var reDottedCode = regexp.MustCompile(`^[0-9A-Z]+(\.[0-9A-Za-z]+)+\.?$`)

// past is the key of a figure of another year than the report's: of years before; a later one is a plan.
func past(key string, year, report int) string {
	if year > report {
		return ""
	}
	family := map[string]string{"target": "riwayat_target.", "realisasi": "riwayat.", "capaian": "riwayat_capaian."}
	return family[key] + strconv.Itoa(year)
}

var polarities = map[string]string{
	"naik": "naik", "positif": "naik", "maksimal": "naik", "maximize": "naik", "maximise": "naik", "maksimize": "naik", "progresif": "naik", "max": "naik", "maks": "naik", "maksimum": "naik",
	"turun": "turun", "negatif": "turun", "minimal": "turun", "minimize": "turun", "minimise": "turun", "regresif": "turun", "min": "turun", "minimum": "turun",
	"tetap": "tetap", "stabil": "tetap", "stabilize": "tetap", "rentang": "rentang",
}

func polarity(n *source.Node) *source.Node {
	word, ok := polarities[Normal(n.Text)]
	if !ok {
		return nil
	}
	n.Text = word
	return n
}
