package schema

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lkjip/schema/source"
)

// Label names a node as a reviewer would: by its field and by what it belongs to. An item of a list goes by its code and
// name where it has them ("pagu 2.1 Pengadaan, Pemberhentian …", "target indikator “Indeks Sistem Merit”"), else by its
// number ("target indikator ke-2 sasaran 1"). It is empty for nil.
func Label(n *source.Node) source.Text { return words(crumbsOf(n), true) }

// FieldLabel names a node's field alone: "pagu", "target tahun 2023".
func FieldLabel(n *source.Node) source.Text {
	crumbs := crumbsOf(n)
	if len(crumbs) == 0 {
		return source.Text{}
	}
	return crumbs[len(crumbs)-1].text(true, true)
}

// A crumb is one step of the way to a node, with the words the contract has for it.
type crumb struct {
	node  *source.Node
	label source.Text // of the field; for an item, of one item of its list
	item  int         // 1-based number in a list, 0 for a field
	inner bool        // an entry of a map of years, quarters or months: its label says the map's name as well
	spec  *spec       // nil where the contract knows nothing
}

func crumbsOf(n *source.Node) []crumb {
	if n = n.Whole(); n == nil {
		return nil
	}
	if n.Parent() == nil {
		return []crumb{{node: n, label: source.T("laporan", "report"), spec: contract()}}
	}
	crumbs := crumbsOf(n.Parent())
	steps := n.Steps()
	step := steps[len(steps)-1]
	return append(crumbs, crumbs[len(crumbs)-1].below(step, n))
}

// below is the crumb of a step from here; node is nil where the step leads to something missing.
func (c crumb) below(step source.Step, node *source.Node) crumb {
	if c.node.Kind == source.List {
		next := crumb{node: node, label: c.label, item: step.Index + 1}
		if c.spec != nil {
			next.spec = c.spec.item
		}
		return next
	}
	next := crumb{node: node, label: source.Same(strings.ReplaceAll(step.Key, "_", " "))}
	if c.spec == nil || c.spec.record == nil {
		return next
	}
	r := c.spec.record
	if i, ok := r.index[step.Key]; ok {
		next.label, next.spec = r.fields[i].label, r.fields[i].spec
	} else if r.entry != nil && r.entryKey.MatchString(step.Key) {
		next.label, next.spec, next.inner = entryLabel(c, step.Key), r.entry, true
	}
	return next
}

var monthNames = [...]source.Text{
	{ID: "Januari", EN: "January"}, {ID: "Februari", EN: "February"}, {ID: "Maret", EN: "March"}, {ID: "April", EN: "April"},
	{ID: "Mei", EN: "May"}, {ID: "Juni", EN: "June"}, {ID: "Juli", EN: "July"}, {ID: "Agustus", EN: "August"},
	{ID: "September", EN: "September"}, {ID: "Oktober", EN: "October"}, {ID: "November", EN: "November"}, {ID: "Desember", EN: "December"},
}

func entryLabel(of crumb, key string) source.Text {
	number, _ := strconv.Atoi(key)
	switch {
	case of.spec.name == "PerBulan" && 1 <= number && number <= 12:
		return source.T("%s %s", "%s %s", of.label, monthNames[number-1])
	case of.spec.name == "PerKolom":
		if heading := headingOf(of.node, number); heading != "" {
			return source.Same("“" + shorten(heading, 60) + "”")
		}
	case of.spec.name == "PerTahun":
		return source.T("%s tahun %s", "%s %s", of.label, key)
	}
	return source.T("%s %s", "%s %s", of.label, key)
}

// headingOf is the printed heading of a column of the table of details that a node stands in.
func headingOf(n *source.Node, column int) string {
	for ; n != nil; n = n.Parent() {
		if heads := n.Get("kolom"); heads != nil && column > 0 && column <= len(heads.Items) {
			return strings.Join(strings.Fields(clip(heads.Items[column-1].Text, 200)), " ")
		}
	}
	return ""
}

// words joins the crumbs from the inside out. named stops at the first item that has a name; otherwise items go by number.
func words(crumbs []crumb, named bool) source.Text {
	var id, en []string
	add := func(t source.Text) { id, en = append(id, t.ID), append(en, t.EN) }
	ordinal := false
	for i := len(crumbs) - 1; i >= 0; i-- {
		c := crumbs[i]
		innermost := i == len(crumbs)-1
		skipped := i+1 < len(crumbs) && (crumbs[i+1].inner || crumbs[i+1].item > 0) && c.item == 0
		if skipped || c.label.IsZero() || i == 0 && !innermost {
			continue
		}
		add(c.text(named, !ordinal))
		ordinal = ordinal || c.item > 0
		if named && c.item > 0 && !identity(c.node).IsZero() {
			break
		}
	}
	return source.Text{ID: strings.Join(id, " "), EN: strings.Join(en, " of ")}
}

// text is the crumb alone. The first item counted says "ke-2", those around it "sasaran 1".
func (c crumb) text(named, first bool) source.Text {
	if c.item == 0 {
		return c.label
	}
	if who := identity(c.node); named && !who.IsZero() {
		return source.T("%s%s", "%s%s", c.noun(), who)
	}
	if !first {
		return source.T("%s %d", "%s %d", c.label, c.item)
	}
	return source.T("%s ke-%d", "%s %d", c.label, c.item)
}

// noun is what stands before the item's name: its level in a budget table, nothing before a code whose level is unknown,
// else what the list holds.
func (c crumb) noun() source.Text {
	if level := textOf(c.node, "tingkat"); level != "" {
		return source.Same(strings.ToLower(level) + " ")
	}
	if textOf(c.node, "kode") != "" && c.node.Get("uraian") != nil && c.label.ID == "baris" {
		for _, level := range []string{"program", "kegiatan", "sub kegiatan"} {
			if strings.HasPrefix(strings.ToLower(textOf(c.node, "uraian")), level+" ") {
				return source.Same(level + " ")
			}
		}
		return source.Text{}
	}
	return source.T("%s ", "%s ", c.label)
}

// identity is what tells an item of a list from its neighbours, empty where nothing does.
func identity(n *source.Node) source.Text {
	if n == nil || n.Kind != source.Map {
		return source.Text{}
	}
	for _, key := range []string{"versi", "skema", "id"} {
		if s := textOf(n, key); s != "" {
			return source.Same(shorten(s, 60))
		}
	}
	code := textOf(n, "kode")
	names := []string{"nama", "uraian", "indikator", "rencana", "judul"}
	if isScaleRow(n) {
		names = []string{"sebutan", "predikat", "kategori"}
	}
	for _, key := range names {
		name := textOf(n, key)
		switch {
		case name == "":
		case code != "":
			return source.Same(shorten(code+" "+name, 60))
		default:
			return source.Same("“" + shorten(name, 60) + "”")
		}
	}
	for _, s := range []string{code, textOf(n, "bagian"), textOf(n, "nomor")} {
		if s != "" {
			return source.Same(shorten(s, 60))
		}
	}
	return source.Text{}
}

func isScaleRow(n *source.Node) bool {
	for _, key := range []string{"lebih_dari", "minimal", "dari", "kurang_dari", "sampai", "angka"} {
		if v := n.Get(key); v != nil && isScalar(v) { // "angka" of a table of details is a map
			return true
		}
	}
	return false
}

func textOf(n *source.Node, key string) string {
	if v := n.Get(key); v != nil && isScalar(v) {
		return strings.Join(strings.Fields(clip(v.Text, 200)), " ")
	}
	return ""
}

// shorten cuts a text of more than limit runes at a word.
func shorten(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	cut := string([]rune(s)[:limit-1])
	if i := strings.LastIndexByte(cut, ' '); i > limit/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// capital begins a sentence with the text.
func capital(t source.Text) source.Text {
	up := func(s string) string {
		r, size := utf8.DecodeRuneInString(s)
		return string(unicode.ToUpper(r)) + s[size:]
	}
	if t.IsZero() {
		return t
	}
	return source.Text{ID: up(t.ID), EN: up(t.EN)}
}
