package schema

import (
	"slices"

	"lkjip/schema/source"
)

// box is a table of one row with the target, realisasi and capaian of an indicator that it does not name. It is read once all that
// the report measures is known.
type box struct {
	table  *tabel
	keys   []string
	report int // which of the reports is the table's
}

// boxed keeps such a table until all is read; false for other tables.
func (r *recogniser) boxed(t *tabel) bool {
	if len(t.rows) != 1 {
		return false
	}
	keys := measuring().columns(t.heads, r.year)
	found := map[string]int{}
	for i, key := range keys {
		if y := t.heads[i].year; y != 0 && y != r.year || !slices.Contains([]string{"", "-", "nomor", "satuan", "target", "realisasi", "capaian"}, key) {
			return false
		}
		if key == "" && len(t.heads[i].words) > 0 {
			return false
		}
		found[key]++
	}
	if found["target"] != 1 || found["realisasi"] != 1 || found["capaian"] > 1 {
		return false
	}
	r.boxes = append(r.boxes, box{t, keys, len(r.seen)})
	return true
}

// settleBoxes puts the figures under the indicator that has all of them but one at most, where one alone has, or one alone that the
// lines above name; else they are read as details.
func (r *recogniser) settleBoxes() {
	for _, b := range r.boxes {
		report := &r.seen[b.report]
		var alike, named []*source.Node
		for _, n := range r.measuredIndicators() {
			if b.shares(n) && !slices.ContainsFunc(alike, func(o *source.Node) bool { return r.sameText(o.Get("nama"), n.Get("nama")) }) {
				alike = append(alike, n)
				if b.names(r.normal(n.Get("nama"))) {
					named = append(named, n)
				}
			}
		}
		if len(named) == 1 {
			alike = named
		}
		if figures, targets := b.table.restates(); len(alike) != 1 || !figures || !targets {
			r.withoutSubject(b.table, report)
			continue
		}
		r.withSubject(b.table, written(alike[0].Get("nama").Text, b.table.place), b.keys, report)
	}
}

// shares reports whether an indicator has two of the figures at least, and lacks one at most.
func (b *box) shares(indicator *source.Node) bool {
	same, others := 0, 0
	for i, key := range b.keys {
		if key != "target" && key != "realisasi" && key != "capaian" || i >= len(b.table.rows[0].cells) {
			continue
		}
		n, ok := quantity(&b.table.rows[0].cells[i])
		if !ok {
			continue
		}
		if states(indicator, key, n) {
			same++
		} else {
			others++
		}
	}
	return same >= 2 && others <= 1
}

// names reports whether the caption or a line above is about the indicator of that name.
func (b *box) names(name string) bool {
	return slices.ContainsFunc(b.table.titles(), func(s string) bool { return isAbout(Normal(s), name) })
}
