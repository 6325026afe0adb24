package schema

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"lkjip/schema/source"
)

// The sentences of the contract's problems. They name a field by its number, as a planner counts rows, and add
// the section and the item's name in brackets.

func (c *checker) empty(root *source.Node) {
	c.add(source.Problem{
		Rule: "isian-kosong", Place: placeOf(root),
		Kondisi: source.T("Berkas tidak berisi data laporan", "The file holds no report data"),
		Saran: source.T("Agar berkas diisi sekurang-kurangnya dengan instansi, tahun dan satu bagian laporan",
			"Fill in at least the agency, the year and one section of the report"),
	})
}

func (c *checker) missing(parent *source.Node, f *field) {
	crumbs := crumbsOf(parent)
	crumbs = append(crumbs, crumbs[len(crumbs)-1].below(source.Step{Key: f.key}, nil))
	c.addUnfilled(crumbs, f.spec, placeOf(parent), join(parent.Path(), f.key))
}

func (c *checker) unfilled(n *source.Node, s *spec) {
	c.addUnfilled(crumbsOf(n), s, placeOf(n), n.Path())
}

func (c *checker) addUnfilled(crumbs []crumb, s *spec, at source.Place, path string) {
	field := crumbs[len(crumbs)-1].text(false, true)
	saran := source.T("Agar %s diisi", "Fill in the %s", field)
	if s.scalar[source.Number] && s.breaks(&source.Node{Kind: source.String, Text: "-"}) == nil {
		saran = source.T("Agar %s diisi; bila memang tidak ada, tulis “-”", "Fill in the %s; write “-” if there is none", field)
	}
	c.add(source.Problem{
		Rule: "isian-kosong", Place: at, Path: path,
		Kondisi: source.T("%s belum diisi%s", "%s is not filled in%s", capital(positioned(crumbs)), context(crumbs)),
		Saran:   saran,
	})
}

// positioned is the label by number. The section around a list is left to context: "target indikator ke-2 sasaran 1".
func positioned(crumbs []crumb) source.Text {
	if section(crumbs) {
		crumbs = append(crumbs[:1:1], crumbs[2:]...)
	}
	return words(crumbs, false)
}

// section reports whether the way to a node leads through a named section into a list.
func section(crumbs []crumb) bool {
	if len(crumbs) < 4 || crumbs[1].node.Kind != source.Map {
		return false
	}
	return slices.ContainsFunc(crumbs[2:], func(c crumb) bool { return c.item > 0 })
}

// context says in brackets where the field is to be found: " (pengukuran, “Indeks Sistem Merit”)".
func context(crumbs []crumb) source.Text {
	var id, en []string
	written := "" // a name that is itself at fault helps nobody
	if last := crumbs[len(crumbs)-1].node; last != nil && isScalar(last) {
		written = last.Text
	}
	if section(crumbs) {
		id, en = append(id, crumbs[1].label.ID), append(en, crumbs[1].label.EN)
	}
	for _, c := range slices.Backward(crumbs) {
		if c.node == nil || c.item == 0 {
			continue
		}
		if who := identity(c.node); !who.IsZero() && who.ID != written {
			id, en = append(id, who.ID), append(en, who.EN)
			break
		}
	}
	if id == nil {
		return source.Text{}
	}
	return source.T(" (%s)", " (%s)", source.Text{ID: strings.Join(id, ", "), EN: strings.Join(en, ", ")})
}

// unknown returns the field the key seems to mean, as a bit.
func (c *checker) unknown(n *source.Node, f *source.Field, r *record, meant int) (misspelt uint64) {
	place := f.Place
	if place.IsZero() {
		place = placeOf(f.Value)
	}
	p := source.Problem{Rule: "kunci-tak-dikenal", Place: place, Path: f.Value.Path(), Stated: clip(f.Key, 80)}
	where := within(n)
	switch {
	case meant >= 0:
		p.Expected = r.fields[meant].key
		p.Kondisi = source.T("Kunci `%s` tidak dikenal%s; mungkin yang dimaksud `%s`", "Key `%s` is unknown%s; perhaps `%s` is meant",
			p.Stated, where, p.Expected)
		p.Saran = source.T("Agar `%s` diganti dengan `%s`", "Replace `%s` with `%s`", p.Stated, p.Expected)
		misspelt = 1 << meant
	case splitNumber(f):
		p.Kondisi = source.T("Kunci `%s` tidak dikenal%s; tampaknya bagian dari angka berkoma yang tidak dikutip",
			"Key `%s` is unknown%s; it seems to be the rest of a number with a comma that is not quoted", p.Stated, where)
		p.Saran = source.T("Agar angka berkoma ditulis dalam tanda kutip, misalnya \"75,15\"", "Put a number with a comma in quotes, as \"75,15\"")
	default:
		p.Kondisi = source.T("Kunci `%s` tidak dikenal%s", "Key `%s` is unknown%s", p.Stated, where)
		p.Saran = source.T("Agar `%s` dihapus atau diganti dengan kunci yang dikenal: %s", "Remove `%s` or use a known key: %s", p.Stated, r.keys(n))
	}
	c.add(p)
	return misspelt
}

// within says which record a key belongs to, nothing for the report itself.
func within(n *source.Node) source.Text {
	if n.Parent() == nil {
		return source.Text{}
	}
	crumbs := crumbsOf(n)
	return source.T(" pada %s%s", " in %s%s", positioned(crumbs), context(crumbs))
}

// splitNumber recognises what YAML makes of {realisasi: 75,15}: a field 75 and a key 15 without a value.
func splitNumber(f *source.Field) bool {
	return f.Value.Kind == source.Null && f.Key != "" && '0' <= f.Key[0] && f.Key[0] <= '9' && f.Place.Line > 0
}

// keys lists what a record may hold.
func (r *record) keys(n *source.Node) source.Text {
	if r.entry != nil {
		crumbs := crumbsOf(n)
		return crumbs[len(crumbs)-1].spec.isi
	}
	var keys []string
	for _, f := range r.fields {
		keys = append(keys, f.key)
	}
	return source.Same(strings.Join(keys, ", "))
}

// duplicate replaces what was found under the same key since: the second entry is the cause.
func (c *checker) duplicate(n *source.Node, f *source.Field, since int) {
	first := placeOf(n.Get(f.Key)).Short()
	p := source.Problem{
		Rule: "kunci-ganda", Place: f.Place, Path: f.Value.Path(), Stated: clip(f.Key, 80),
		Kondisi: source.T("Kunci `%s` tertulis lebih dari sekali%s; yang pertama di %s", "Key `%s` is written more than once%s; the first is at %s",
			clip(f.Key, 80), within(n), first),
		Saran: source.T("Agar hanya satu `%s` yang dipertahankan", "Keep only one `%s`", clip(f.Key, 80)),
	}
	if p.Place.IsZero() {
		p.Place = placeOf(f.Value)
	}
	for i := range c.problems[since:] {
		if c.problems[since+i].Path == p.Path {
			c.problems[since+i] = p
			return
		}
	}
	c.add(p)
}

var kindWords = [...]source.Text{
	source.Bool:   {ID: "nilai benar/salah", EN: "a true/false value"},
	source.Number: {ID: "angka", EN: "a number"},
	source.String: {ID: "teks", EN: "text"},
	source.List:   {ID: "daftar", EN: "a list"},
	source.Map:    {ID: "kelompok isian", EN: "a group of fields"},
}

func (c *checker) wrongKind(n *source.Node, s *spec) {
	if n.Kind == source.String && strings.TrimSpace(n.Text) == "" {
		c.unfilled(n, s)
		return
	}
	crumbs := crumbsOf(n)
	what, want := kindWords[n.Kind], s.wanted()
	p := source.Problem{Rule: "jenis-isian-salah", Place: placeOf(n), Path: n.Path()}
	if isScalar(n) {
		p.Stated = clip(n.Text, 80)
		what = source.T("%s `%s`", "%s `%s`", what, p.Stated)
	}
	p.Kondisi = source.T("%s%s berisi %s, seharusnya %s", "%s%s holds %s where %s belongs",
		capital(positioned(crumbs)), context(crumbs), what, want)
	p.Saran = source.T("Agar %s diisi dengan %s", "Fill in the %s with %s", crumbs[len(crumbs)-1].text(false, true), want)
	c.add(p)
}

// wanted says in words what may stand at a place.
func (s *spec) wanted() source.Text {
	switch {
	case s.item != nil:
		return kindWords[source.List]
	case s.record != nil && s.record.entry != nil:
		return source.T("%s untuk setiap %s", "%s for each of %s", kindWords[source.Map], s.isi)
	case s.record != nil:
		var keys []string
		for _, f := range s.record.fields {
			keys = append(keys, f.key)
		}
		if len(keys) > 5 {
			keys = append(keys[:5:5], "…")
		}
		return source.T("%s: %s", "%s: %s", kindWords[source.Map], strings.Join(keys, ", "))
	}
	for _, l := range s.limits {
		if l.choices != nil {
			return source.T("salah satu dari %s", "one of %s", strings.Join(l.choices, ", "))
		}
	}
	return s.isi
}

func (c *checker) broken(n *source.Node, s *spec, l *limit) {
	crumbs := crumbsOf(n)
	text := strings.TrimSpace(n.Text)
	if l.rule == "isian-kosong" || text == "" {
		c.addUnfilled(crumbs, s, placeOf(n), n.Path())
		return
	}
	label, want := capital(positioned(crumbs)), s.wanted()
	p := source.Problem{
		Rule: l.rule, Place: placeOf(n), Path: n.Path(), Stated: clip(text, 80),
		Kondisi: source.T("%s%s tertulis `%s`, seharusnya %s", "%s%s reads `%s` where %s belongs", label, context(crumbs), clip(text, 80), want),
		Saran:   source.T("Agar %s diisi dengan %s", "Fill in the %s with %s", crumbs[len(crumbs)-1].text(false, true), want),
	}
	if i := nearest(text, l.choices); i >= 0 {
		p.Expected = l.choices[i]
		p.Saran = source.T("Agar `%s` diganti dengan `%s`", "Replace `%s` with `%s`", p.Stated, p.Expected)
	}
	c.add(p)
}

// nearest is the index of the word most like s, -1 where none is within a third of its letters.
func nearest(s string, words []string) int {
	if len(s) > 60 {
		return -1
	}
	best, distance := -1, max(1, utf8.RuneCountInString(s)/3)+1
	for i, w := range words {
		if d := levenshtein.ComputeDistance(strings.ToLower(s), w); w != "" && d < distance {
			best, distance = i, d
		}
	}
	return best
}
