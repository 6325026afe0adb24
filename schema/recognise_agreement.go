package schema

import (
	"slices"
	"strings"

	"lkjip/schema/source"
)

// agreementOf is the Perjanjian Kinerja that a table belongs to; without a version, the revised one where its caption says
// so. Where stands tells that the last of that version has what the table gives already, the table is a copy of it: the
// agreement of Bab II once more in the appendix.
func (r *recogniser) agreementOf(t *tabel, version string, stands func(pk *source.Node) bool) *source.Node {
	list := under(r.root, source.List, t.place, "perjanjian_kinerja")
	switch about := Normal(t.about()); {
	case version != "":
	case strings.Contains(about, "perubahan"):
		version = "perubahan"
	default:
		version = "murni"
	}
	for _, n := range slices.Backward(list.Items) {
		if n.Get("versi").Text != version {
			continue
		}
		if stands(n) {
			break
		}
		return n
	}
	at := t.place
	if t.caption != nil {
		at = t.caption.Place
	}
	n := item(list, at)
	put(n, "versi", written(version, at))
	return n
}

// byQuarters reports whether a table divides targets into quarters: how the agreement in force is carried out.
func (tr *treeReader) byQuarters() bool {
	return slices.ContainsFunc(tr.keys, func(key string) bool { return base(key) == "target_triwulan" })
}

// hasIndicators reports whether an agreement has just the indicators of a table already. A part of them is a table that goes
// on, or the agreement of a division.
func (tr *treeReader) hasIndicators(pk *source.Node) bool {
	of := map[string]bool{}
	pk.Walk(func(n *source.Node) {
		if list := n.Get("indikator"); list != nil {
			for _, i := range list.Items {
				of[tr.normal(i.Get("nama"))] = true
			}
		}
	})
	col := slices.Index(tr.keys, "indikator")
	again := map[string]bool{}
	for _, b := range tr.rows {
		if b.text(col) == "" {
			continue
		}
		name := tr.normal(tr.named(b, col))
		if !of[name] {
			return false
		}
		again[name] = true
	}
	return len(again) > 0 && len(again) == len(of)
}

// programmes reads the budget of an agreement.
func (r *recogniser) programmes(t *tabel, keys []string) source.Text {
	name, amount := slices.Index(keys, "nama"), slices.Index(keys, "anggaran")
	pk, ok := r.budgetOf(t, name)
	if !ok {
		return source.T("sebagian programnya sudah ada pada Perjanjian Kinerja; tabel ini tidak dipakai", "some of its programmes stand in the agreement already; this table is not used")
	}
	if unit := t.moneyUnit(); unit != "" {
		put(pk, "satuan_uang", written(unit, t.place))
	}
	below := r.belowProgrammes(t, keys)
	for _, b := range t.rows {
		switch {
		case b.text(amount) == "" || below[b]:
		case b.isTotal():
			put(pk, "jumlah_anggaran", t.leaf(b, amount))
		case b.text(name) != "":
			n := item(under(pk, source.List, t.place, "program"), t.at(b, name))
			for i, key := range keys {
				if b.text(i) != "" && slices.Contains([]string{"kode", "nama", "anggaran", "sumber_dana", "keterangan"}, key) {
					put(n, key, t.leaf(b, i))
				}
			}
		}
	}
	return source.Text{}
}

// budgetOf is the agreement that a table of programmes belongs to: the one it follows, or a copy of it where all its
// programmes stand there already. A table with some of them is of something else.
func (r *recogniser) budgetOf(t *tabel, name int) (pk *source.Node, ok bool) {
	stands := func(pk *source.Node) bool { return r.standing(t, name, pk) == allOfThem }
	pk = lastItem(r.root.Get("perjanjian_kinerja"))
	if pk == nil || t.caption != nil && namesAgreement(t.caption.Text) || stands(pk) {
		pk = r.agreementOf(t, "", stands)
	}
	return pk, r.standing(t, name, pk) != someOfThem
}

// How many of its programmes an agreement and a table share.
const (
	noneOfThem = iota
	someOfThem
	allOfThem
)

func (r *recogniser) standing(t *tabel, name int, pk *source.Node) int {
	of, again, other := map[string]bool{}, 0, 0
	if list := pk.Get("program"); list != nil {
		for _, n := range list.Items {
			of[r.normal(n.Get("nama"))] = true
		}
	}
	for _, b := range t.rows {
		switch {
		case b.text(name) == "" || b.isTotal():
		case of[Normal(b.text(name))]:
			again++
		default:
			other++
		}
	}
	switch {
	case again == 0:
		return noneOfThem
	case other > 0 || again < len(of):
		return someOfThem
	}
	return allOfThem
}

func lastItem(list *source.Node) *source.Node {
	if list == nil || len(list.Items) == 0 {
		return nil
	}
	return list.Items[len(list.Items)-1]
}

// isTotal reports whether a row is the total of those above.
func (b *baris) isTotal() bool {
	return slices.ContainsFunc(b.filled(), func(i int) bool { return reTotalRow.MatchString(Normal(b.text(i))) })
}

func namesAgreement(caption string) bool {
	text := Normal(caption)
	return strings.Contains(text, "perjanjian") || strings.Contains(text, "penetapan kinerja") || strings.Contains(text, "perubahan")
}

// programmesBeside reads the programmes and their budget that stand beside the indicators of an agreement, which has no list of
// them yet. Rows of kegiatan are left to the table of the budget.
func (tr *treeReader) programmesBeside() {
	name, amount := slices.Index(tr.keys, "program"), slices.Index(tr.keys, "anggaran")
	if name < 0 || amount < 0 || tr.root.Get("program") != nil || slices.Contains(tr.heads[name].words, "kegiatan") {
		return
	}
	for _, b := range tr.rows {
		switch figure := amount < len(b.cells) && isFigure(&b.cells[amount]); {
		case !figure:
		case b.text(name) != "" && !reTotalRow.MatchString(Normal(b.text(name))):
			n := item(under(tr.root, source.List, tr.place, "program"), tr.at(b, name))
			put(n, "nama", tr.leaf(b, name))
			put(n, "anggaran", tr.leaf(b, amount))
		case reTotalRow.MatchString(Normal(b.text(b.filled()[0]))):
			put(tr.root, "jumlah_anggaran", tr.leaf(b, amount))
		}
	}
}
