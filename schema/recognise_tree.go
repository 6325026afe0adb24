package schema

import (
	"regexp"
	"slices"
	"strings"

	"lkjip/schema/source"
)

// treeReader fills tables of indicators: goals over objectives over indicators, as far as the table has columns for them.
type treeReader struct {
	*recogniser
	*tabel
	section string
	root    *source.Node // that holds tujuan and sasaran; the list itself for iku
	keys    []string
	owner   []string              // of each value column: the level of the indicator it belongs to
	own     map[*source.Node]bool // made or met in this table
	met     []*source.Node        // indicators among them, in order
	summed  int                   // of these, how many stand above the last row of a mean

	labels          int  // the column that calls each row Target, Realisasi or Capaian; -1 for none
	aside           bool // indicators of programmes or services, which the agreement does not name
	goal, objective *source.Node
	indicator       map[string]*source.Node       // by level: tujuan, sasaran, ""
	sasaranText     *source.Node                  // of a flat list
	plans           map[*source.Node]*source.Node // what the table says of an indicator's plan
	meanAt, gradeAt int                           // the columns of the mean of each objective and of its predikat; -1 for none
	differ          int                           // values that an earlier table gives otherwise
	restating       bool                          // such values are compared
	sameTarget      bool                          // and so are targets: they are those of the year
	left            int                           // rows that were passed over
}

// tree reads a table of indicators. One of an agreement with targets from before and after its revision is two agreements.
func (r *recogniser) tree(t *tabel, k *tableKind, keys []string) source.Text {
	keys = t.ofQuarter(k, keys)
	if i := slices.Index(keys, "layanan"); i >= 0 && slices.Contains(keys, "indikator") {
		keys = slices.Clone(keys)
		keys[i] = "kelompok" // of the indicators beside
	}
	original, revised := slices.Index(keys, "target_murni"), slices.Index(keys, "target")
	if original < 0 {
		return r.treeOf(t, k, keys, "")
	}
	before := slices.Clone(keys)
	before[original] = "target"
	if revised < 0 {
		return r.treeOf(t, k, before, "")
	}
	after := slices.Clone(keys)
	before[revised], after[original] = "-", "-"
	r.treeOf(t, k, before, "murni")
	return r.treeOf(t, k, after, "perubahan")
}

// treeOf reads a table of indicators into its section; version is that of the agreement, where the columns tell it.
func (r *recogniser) treeOf(t *tabel, k *tableKind, keys []string, version string) source.Text {
	t.oneEach(keys)
	tr := &treeReader{recogniser: r, tabel: t, section: k.section, keys: keys, own: map[*source.Node]bool{}, indicator: map[string]*source.Node{}}
	switch k.section {
	case "iku":
		tr.root = under(r.root, source.List, t.place, "iku")
	case "perjanjian_kinerja":
		if tr.root = lastItem(r.root.Get("perjanjian_kinerja")); tr.root == nil || !tr.byQuarters() {
			tr.root = r.agreementOf(t, version, tr.hasIndicators)
		}
	default:
		tr.root = under(r.root, source.Map, t.place, k.section)
	}
	tr.own[tr.root] = true
	if k.section == "pengukuran" {
		tr.ofEarlierYear(r.year)
		tr.restating, tr.sameTarget = tr.restates()
	}
	tr.splitMoney()
	tr.finalOnly()
	tr.plannedOnly()
	tr.readLabels()
	grouped := slices.Contains(keys, "kelompok")
	if tr.aside = grouped || slices.Contains(keys, "layanan"); tr.aside && !grouped {
		tr.setGoal(written(t.title(), t.place))
	}
	tr.objectiveMeans()
	tr.assign()
	if t.subject != nil {
		tr.setIndicator("", t.subject)
	}
	for i, b := range t.rows {
		if r.indicators++; r.indicators > maxIndicators {
			r.tooMany(t, len(t.rows)-i)
			break
		}
		tr.row(b)
	}
	for n, entry := range tr.plans {
		if unit := n.Get("satuan"); unit != nil {
			copied := *unit
			put(entry, "satuan", &copied)
		}
	}
	r.moneyBeside(t, tr.keys)
	if k.id == "perjanjian-kinerja" {
		tr.programmesBeside()
	}
	if k.section == "pengukuran" {
		if tr.objective != nil {
			r.sasaran = tr.objective
		}
		tr.partial()
	}
	switch {
	case tr.left > 0:
		return source.T("%d baris tanpa indikator tidak diambil", "%d rows without an indicator were not taken", tr.left)
	case tr.differ > 0:
		return source.T("%d isian berbeda dari tabel sebelumnya tentang indikator yang sama; yang dipakai tabel sebelumnya", "%d values differ from an earlier table on the same indicator; the earlier ones are used", tr.differ)
	}
	return source.Text{}
}

// maxIndicators bounds the rows of indicators in one document: names are compared with each other.
const maxIndicators = 3000

func (r *recogniser) tooMany(t *tabel, left int) {
	r.problems = append(r.problems, source.Problem{Rule: "berkas-tak-terbaca", Place: t.place,
		Kondisi: source.T("Dokumen memuat lebih dari %d baris indikator; %d baris tabel ini tidak dibaca", "The document has more than %d rows of indicators; %d rows of this table were not read", maxIndicators, left),
		Saran:   source.T("Agar setiap laporan disimpan dalam berkas sendiri", "Keep each report in a file of its own")})
}

// partial remembers the indicators of a table that has no column for this year's target or realisasi: what it says belongs
// to indicators that other tables measure.
func (tr *treeReader) partial() {
	if !tr.hasThisYear("target") || !tr.hasThisYear("realisasi") {
		for _, n := range tr.met {
			tr.thin = append(tr.thin, thinIndicator{n, tr.tabel, len(tr.seen)})
		}
	}
}

// hasThisYear reports whether a column holds that figure of the reported year.
func (tr *treeReader) hasThisYear(key string) bool {
	for i := range tr.keys {
		if y := tr.heads[i].year; tr.keys[i] == key && (y == 0 || y == tr.year) {
			return true
		}
	}
	return false
}

// assign gives every value column the indicator column on its left, the first one where there is none.
func (tr *treeReader) assign() {
	tr.owner = make([]string, len(tr.keys))
	level, of, first := "", "", ""
	started := false
	for i, key := range tr.keys {
		switch key {
		case "tujuan", "sasaran":
			level = key
		case "indikator", "layanan":
			of = level
			if !started {
				first, started = level, true
			}
		}
		tr.owner[i] = of
		if !started {
			tr.owner[i] = "?"
		}
	}
	for i := range tr.owner {
		if tr.owner[i] == "?" {
			tr.owner[i] = first
		}
	}
}

func (tr *treeReader) row(b *baris) {
	cols := b.filled()
	first := b.text(cols[0])
	if tr.subject == nil && (tr.mean(b, cols) || len(cols) == 1 && tr.sectionRow(b, cols[0], first) || tr.bareRow(b) || tr.summary(b)) {
		return
	}
	seen := map[string]bool{}
	for i, key := range tr.keys {
		text := b.text(i)
		if text == "" || i >= len(b.cells) {
			continue
		}
		switch key {
		case "tujuan", "kelompok":
			tr.setGoal(tr.named(b, i))
		case "sasaran":
			tr.setObjective(tr.named(b, i))
		case "indikator", "layanan":
			tr.setIndicator(tr.owner[i], tr.named(b, i))
			seen[tr.owner[i]] = true
		}
	}
	taken := len(seen) > 0
	for i, key := range tr.keys {
		if b.text(i) == "" || !tr.isValue(key) {
			continue
		}
		if tr.labels >= 0 && (tr.heads[i].year > 0 || key == "satuan") {
			label := tr.labelOf(b)
			switch {
			case key != "satuan":
				key = label
			case label != "target": // said once; that of a capaian is another
				continue
			}
			if key == "" {
				continue
			}
		}
		if n := tr.indicator[tr.owner[i]]; n != nil && (seen[tr.owner[i]] || tr.labels >= 0 || tr.subject != nil) {
			tr.value(n, b, i, key)
			taken = true
		}
	}
	tr.putObjectiveMean(b)
	if !taken {
		tr.left++
	}
}

func (tr *treeReader) isValue(key string) bool {
	switch key {
	case "", "-", "nomor", "tujuan", "sasaran", "indikator", "program", "anggaran", "kelompok", "layanan", "baris":
		return false
	}
	return base(key) != "belanja"
}

// reOrdinal is the number or code before a name: "2. ", "1.3 ", "[IKU 1.1] ", "IKU 1.1 ", "SS2. ".
var reOrdinal = regexp.MustCompile(`^(?:\(?(?:\d{1,2}|[a-z]|[IVX]{1,4})[.)]\s+|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+|\[[A-Z]{1,5}[ .-]?\d{1,2}(?:\.\d{1,2}){0,3}\.?\]\s*|` +
	`(?:IK[A-Z]{0,3}|SS|SK|SP)[ .-]?\d{1,2}(?:\.\d{1,2}){0,3}(?:\s*[.:)–-])?\s+)`)

// named is the name in a cell without the number before it.
func (tr *treeReader) named(b *baris, col int) *source.Node {
	text := b.text(col)
	return tr.word(b, col, strings.TrimSpace(strings.TrimPrefix(text, reOrdinal.FindString(text))))
}

func (tr *treeReader) setGoal(name *source.Node) {
	if tr.section == "iku" || tr.section == "perjanjian_kinerja" {
		return
	}
	if tr.goal == nil || !tr.sameText(tr.goal.Get("uraian"), name) {
		tr.goal = tr.find(under(tr.root, source.List, name.Place, "tujuan"), "uraian", name)
		tr.objective = nil
		tr.indicator = map[string]*source.Node{}
	}
}

func (tr *treeReader) setObjective(name *source.Node) {
	if tr.section == "iku" {
		tr.sasaranText = name
		return
	}
	if tr.objective != nil && tr.sameText(tr.objective.Get("uraian"), name) {
		return
	}
	delete(tr.indicator, "sasaran")
	if tr.objective = tr.knownObjective(name); tr.objective != nil {
		return
	}
	parent := tr.root
	if tr.goal != nil {
		parent = tr.goal
	}
	tr.objective = tr.find(under(parent, source.List, name.Place, "sasaran"), "uraian", name)
}

// knownObjective is the objective of that name that an earlier table named.
func (tr *treeReader) knownObjective(name *source.Node) *source.Node {
	lists := []*source.Node{tr.root.Get("sasaran")}
	if goals := tr.root.Get("tujuan"); goals != nil {
		for _, g := range goals.Items {
			lists = append(lists, g.Get("sasaran"))
		}
	}
	for _, list := range lists {
		if list == nil {
			continue
		}
		for _, n := range list.Items {
			if tr.sameText(n.Get("uraian"), name) {
				return n
			}
		}
	}
	return nil
}

func (tr *treeReader) setIndicator(level string, name *source.Node) {
	var list *source.Node
	switch parent := tr.parent(level); {
	case tr.section == "iku":
		list = tr.root
	case tr.aside && tr.measuredBefore(name) != nil:
		list = tr.measuredBefore(name)
	case parent != nil:
		list = under(parent, source.List, name.Place, "indikator")
	default: // an indicator whose objective the table does not name; settled when all tables are read
		list = &source.Node{Kind: source.List, Place: name.Place}
		tr.loose = append(tr.loose, looseIndicator{tr.root, list, tr.tabel})
	}
	n := tr.find(list, "nama", name)
	tr.indicator[level] = n
	if tr.sasaranText != nil {
		copied := *tr.sasaranText
		put(n, "sasaran", &copied)
	}
}

// knownIndicator is the list of a measured objective that has an indicator of that name.
func (tr *treeReader) knownIndicator(name *source.Node) *source.Node {
	for _, key := range []string{"sasaran", "tujuan"} {
		if n := tr.objectiveOf(tr.root.Get(key), name); n != nil {
			return n.Get("indikator")
		}
	}
	return nil
}

// measuredBefore is that list where an earlier table measures the indicator.
func (tr *treeReader) measuredBefore(name *source.Node) *source.Node {
	list := tr.knownIndicator(name)
	if list != nil && slices.ContainsFunc(list.Items, func(n *source.Node) bool { return !tr.own[n] && tr.sameText(n.Get("nama"), name) }) {
		return list
	}
	return nil
}

func (tr *treeReader) parent(level string) *source.Node {
	if level == "tujuan" && tr.goal != nil {
		return tr.goal
	}
	if tr.objective != nil {
		return tr.objective
	}
	return tr.goal
}

// find is the item of the list with that name, from an earlier table, or a new one.
func (tr *treeReader) find(list *source.Node, key string, name *source.Node) *source.Node {
	for _, n := range list.Items {
		if !tr.own[n] && tr.sameText(n.Get(key), name) {
			if tr.own[n] = key == "nama"; tr.own[n] {
				tr.met = append(tr.met, n)
			}
			return n
		}
	}
	if key == "uraian" {
		for _, n := range list.Items {
			if tr.sameText(n.Get(key), name) {
				return n
			}
		}
	}
	n := item(list, name.Place)
	put(n, key, name)
	if tr.own[n] = true; key == "nama" {
		tr.met = append(tr.met, n)
	}
	return n
}

// sameText reports whether two texts are one name. Each text is made comparable once.
func (r *recogniser) sameText(a, b *source.Node) bool {
	return a != nil && b != nil && r.normal(a) == r.normal(b)
}

func (r *recogniser) normal(n *source.Node) string {
	s, known := r.normals[n]
	if !known {
		if r.normals == nil {
			r.normals = map[*source.Node]string{}
		}
		s = Normal(n.Text)
		r.normals[n] = s
	}
	return s
}
