package schema

import (
	"cmp"
	"iter"
	"regexp"
	"strings"

	"lkjip/schema/source"
)

// looseIndicator is a list of indicators from a table that names no objective.
type looseIndicator struct {
	section *source.Node // pengukuran, renstra or an agreement
	list    *source.Node
	table   *tabel
}

var reObjective = regexp.MustCompile(`(?i)\b(?:sasaran(?: strategis)?|tujuan)(?:\s*(?:ke-?)?\s*\d{1,2})?\s*[:.–“"-]\s*[“"]?([\p{L}][^”"]{9,200}?)[”"]?\s*$`)

// settleLoose hangs indicators under the objective that another table gives them, else under the one that the lines above
// their table name, else under the caption.
func (r *recogniser) settleLoose() {
	for _, l := range r.loose {
		for _, n := range l.list.Items {
			name := n.Get("nama")
			parent := r.objectiveOf(l.section, name)
			if parent == nil {
				title := l.table.objectiveAbove()
				if other := r.objectiveElsewhere(name); other != nil {
					copied := *other
					title = &copied
				}
				parent = r.objectiveNamed(under(l.section, source.List, n.Place, "sasaran"), title)
			}
			r.merge(under(parent, source.List, n.Place, "indikator"), n, l)
		}
	}
	r.loose = nil
}

// objectiveAbove is what the lines above a table say of its objective; the caption where they say nothing, or else where it
// stands.
func (t *tabel) objectiveAbove() *source.Node {
	texts := t.lead
	if t.caption != nil {
		texts = append(append([]string(nil), texts...), t.caption.Text)
	}
	for i := len(texts) - 1; i >= 0; i-- {
		if m := reObjective.FindStringSubmatch(texts[i]); m != nil {
			return written(strings.TrimSpace(m[1]), t.place)
		}
	}
	return written(cmp.Or(t.title(), t.place.String()), t.place)
}

// objectiveOf is the objective or goal of a section that has an indicator of that name.
func (r *recogniser) objectiveOf(in, name *source.Node) *source.Node {
	var found *source.Node
	in.Walk(func(n *source.Node) {
		if list := n.Get("indikator"); found == nil && list != nil && list.Kind == source.List {
			for _, i := range list.Items {
				if r.sameText(i.Get("nama"), name) {
					found = n
				}
			}
		}
	})
	return found
}

// objectiveElsewhere is the objective that the agreement, the plan or the list of key indicators gives an indicator.
func (r *recogniser) objectiveElsewhere(name *source.Node) *source.Node {
	for _, key := range []string{"perjanjian_kinerja", "renstra"} {
		if n := r.objectiveOf(r.root.Get(key), name); n != nil {
			return n.Get("uraian")
		}
	}
	if iku := r.root.Get("iku"); iku != nil {
		for _, i := range iku.Items {
			if r.sameText(i.Get("nama"), name) {
				return i.Get("sasaran")
			}
		}
	}
	return nil
}

func (r *recogniser) objectiveNamed(list, title *source.Node) *source.Node {
	for _, n := range list.Items {
		if r.sameText(n.Get("uraian"), title) {
			return n
		}
	}
	n := item(list, title.Place)
	put(n, "uraian", title)
	return n
}

// merge adds an indicator to a list; one of that name takes what it does not say yet. What it says already is compared,
// where the table of the other has the name once.
func (r *recogniser) merge(list, n *source.Node, from looseIndicator) {
	named := 0
	for _, o := range from.list.Items {
		if r.sameText(o.Get("nama"), n.Get("nama")) {
			named++
		}
	}
	for _, other := range list.Items {
		if !r.sameText(other.Get("nama"), n.Get("nama")) {
			continue
		}
		for i := range n.Fields {
			for key, value := range leaves(&n.Fields[i]) {
				if put(other, key, value) || named > 1 {
					continue
				}
				name := *n.Get("nama")
				if r.comparable[value] {
					r.again(from.table, other, &name, key, value)
				} else if r.doubtful[value] {
					r.doubts = append(r.doubts, doubt{from.table, other, &name, key, value})
				}
			}
		}
		return
	}
	list.Append(n)
}

// leaves are the values of a field, by dotted keys.
func leaves(f *source.Field) iter.Seq2[string, *source.Node] {
	return func(yield func(string, *source.Node) bool) {
		if f.Value.Kind != source.Map {
			yield(f.Key, f.Value)
			return
		}
		for i := range f.Value.Fields {
			if !yield(f.Key+"."+f.Value.Fields[i].Key, f.Value.Fields[i].Value) {
				return
			}
		}
	}
}

// thinIndicator is an indicator with the table that measured it by half, and which of the reports is that table's.
type thinIndicator struct {
	node   *source.Node
	table  *tabel
	report int
}

// settleThin takes indicators out again that no table measures: without realisasi there is nothing to report, and without
// target only a goal may stand.
func (r *recogniser) settleThin() {
	measured := r.root.Get("pengukuran")
	kept := map[*tabel]bool{}
	for _, thin := range r.thin {
		n := thin.node
		list := n.Parent()
		if measured == nil || list == nil || list.Parent() == nil || n.Get("target") != nil && (n.Get("realisasi") != nil || n.Get("realisasi_triwulan") != nil) {
			kept[thin.table] = true
			continue
		}
		parent := list.Parent()
		goal := parent.Parent() == measured.Get("tujuan")
		if n.Get("realisasi") != nil && goal {
			kept[thin.table] = true
			continue
		}
		list.Remove(n)
		if n.Get("realisasi") != nil {
			kept[thin.table] = true
			title := *parent.Get("uraian")
			under(r.objectiveNamed(under(measured, source.List, n.Place, "tujuan"), &title), source.List, n.Place, "indikator").Append(n)
		}
		if len(list.Items) == 0 {
			parent.Parent().Remove(parent)
		}
	}
	for _, thin := range r.thin {
		if !kept[thin.table] {
			kept[thin.table] = true
			r.seen[thin.report].Why = source.T("indikatornya tidak mempunyai target dan realisasi tahun laporan; angkanya dibaca sebagai rincian", "its indicators have no target and realisasi of the year; its figures were read as details")
			r.detail(thin.table, thin.table.chapter, "")
		}
	}
	if measured != nil {
		for _, key := range []string{"tujuan", "sasaran"} {
			if list := measured.Get(key); list != nil && len(list.Items) == 0 {
				measured.Drop(key)
			}
		}
		if len(measured.Fields) == 0 {
			r.root.Drop("pengukuran")
		}
	}
}
