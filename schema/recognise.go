package schema

import (
	"slices"
	"strings"

	"lkjip/schema/source"
)

// TableReport says what became of one table of a document.
type TableReport struct {
	Caption string // "Tabel 3.9 Realisasi Anggaran …", the sheet, or the line above
	Place   source.Place
	Kind    string // of kepala.cue; "" when it was not recognised
	Columns []ColumnReport
	Rows    int
	Why     source.Text // why it was not taken, or what was left out
}

// ColumnReport says what became of one column.
type ColumnReport struct {
	Heading string
	Key     string // what it means in the kind; "" when it was not recognised, "-" when it is known and not needed
	Why     source.Text
}

// Recognise turns the blocks of a document into the tree that someone would have transcribed by hand: the same keys and
// paths, every scalar with its written text and its place. What is not recognised is in seen, and a problem where it
// matters. name is the file.
func Recognise(name string, blocks []source.Block) (root *source.Node, seen []TableReport, problems []source.Problem) {
	return recognise(name, captionsFirst(blocks))
}

// recognise is Recognise of blocks whose captions stand before their tables.
func recognise(name string, blocks []source.Block) (root *source.Node, seen []TableReport, problems []source.Problem) {
	r := &recogniser{file: name, root: &source.Node{Kind: source.Map, Place: source.Place{File: name, Line: 1, Column: 1}},
		comparable: map[*source.Node]bool{}, doubtful: map[*source.Node]bool{}, repeats: map[repeat]*repeated{}}
	if len(blocks) > 0 && blocks[0].Place.Line == 0 {
		r.root.Place = source.Place{File: name}
	}
	r.blocks = blocks
	r.chapters = slices.ContainsFunc(blocks, func(b source.Block) bool { return b.Kind == source.Heading && strings.HasPrefix(b.Number, "BAB") })
	r.seen = hiddenTables(blocks)
	found := tables(blocks)
	r.identify(blocks, found)
	for _, t := range found {
		r.table(t)
	}
	r.finish()
	r.sentences()
	r.kindOfDocument(blocks)
	r.outline(blocks)
	r.prose(blocks)
	if len(r.root.Fields) == 0 { // no report: what it lacks beside is not told too
		r.problems = slices.DeleteFunc(r.problems, func(p source.Problem) bool { return p.Rule == "isian-kosong" })
	}
	return r.root, r.seen, r.problems
}

type recogniser struct {
	file       string
	root       *source.Node
	blocks     []source.Block
	chapters   bool // the document has them; its tables without captions are not all data
	year       int
	previous   string                  // kind of the last table that was recognised
	sasaran    *source.Node            // measured last, for what is said of it after
	indicators int                     // rows of indicators so far
	budgets    []*source.Node          // budget tables
	skp        *tabel                  // the form that skp was read from
	normals    map[*source.Node]string // of names, once they were compared
	loose      []looseIndicator
	comparable map[*source.Node]bool // figures that mean the same in every table
	doubtful   map[*source.Node]bool // figures that may; see doubt
	doubts     []doubt
	repeats    map[repeat]*repeated
	thin       []thinIndicator // indicators measured by half; see partial
	recaps     []recap
	boxes      []box // these two are read once all that the report measures is known
	singles    []single
	means      []meanRow
	seen       []TableReport
	problems   []source.Problem
}

func (r *recogniser) table(t *tabel) {
	t.dropFoot()
	report := TableReport{Caption: t.title(), Place: t.place, Rows: len(t.rows)}
	if t.caption != nil {
		report.Place = t.caption.Place
	}
	if t.cut {
		r.problems = append(r.problems, source.Problem{Rule: "berkas-tak-terbaca", Place: report.Place,
			Kondisi: source.T("Tabel `%s` lebih dari %d baris; selebihnya tidak dibaca", "The table `%s` has more than %d rows; the rest was not read", report.Caption, maxRows),
			Saran:   source.T("Agar tabel rincian disimpan dalam berkas sendiri", "Keep the table of details in a file of its own")})
	}
	r.formTexts(t)
	kind, keys := r.kindOf(t)
	half := ""
	if kind != nil && kind.section == "pengukuran" {
		if half = t.halfOfYear(); half != "" {
			kind = nil
		}
	}
	if kind == nil && r.cascade(t) {
		report.Kind = "keterkaitan-renstra"
		r.seen = append(r.seen, report)
		return
	}
	if kind == nil && (r.singleIndicator(t) || r.boxed(t)) {
		r.seen = append(r.seen, report)
		return
	}
	if kind == nil {
		for i := range t.heads {
			report.Columns = append(report.Columns, ColumnReport{Heading: t.heads[i].text})
		}
		report.Why = source.T("judul dan kolomnya tidak cocok dengan jenis tabel yang dikenal", "its caption and columns fit no kind of table that is known")
		if half != "" {
			report.Why = source.T("isinya pengukuran sebagian tahun (%s)", "it measures a part of the year (%s)", half)
		}
		if r.detail(t, t.chapter, "") {
			report.Why = source.T("%s; angkanya dibaca sebagai rincian", "%s; its figures were read as details", report.Why)
		}
		r.seen = append(r.seen, report)
		return
	}
	keys, left := t.leftOver(t.asTold(keys))
	report.Kind = kind.id
	for i := range t.heads {
		c := ColumnReport{Heading: t.heads[i].text, Key: keys[i]}
		if figures, _ := t.hasFigures(i); c.Key == "" && figures {
			c.Why = source.T("judul kolom tidak dikenali", "the heading is not known")
		}
		report.Columns = append(report.Columns, c)
	}
	report.Why = r.fill(t, kind, keys)
	if kind.shape == "penilaian" && report.Why.IsZero() {
		r.scoresBeside(t, keys)
	} else if kind.shape == "penilaian" && r.detail(t, t.chapter, "") {
		report.Why = source.T("%s; angkanya dibaca sebagai rincian", "%s; its figures were read as details", report.Why)
	}
	if left && kind.shape != "lain" && (len(t.figureColumns()) <= maxDetailColumns || len(t.formulas()) == 0) {
		r.detail(t, "", kind.section)
	} else {
		r.beside(t, kind, keys)
	}
	r.previous = kind.id
	r.seen = append(r.seen, report)
}

// kindOf is the kind that fits a table best, nil for none.
func (r *recogniser) kindOf(t *tabel) (kind *tableKind, keys []string) {
	best := 0
	if len(t.rows) == 0 || t.header == "" {
		return nil, nil
	}
	labelled := t.labelled() != nil // its rows are no programmes or components
	for _, k := range tableKinds() {
		if labelled && k.shape != "pohon" {
			continue
		}
		if rating, meant := k.rate(t, r.year, r.previous); rating > best {
			best, kind, keys = rating, k, meant
		}
	}
	return kind, keys
}

// fill puts the rows of a table into the tree; the text says what was left out and why.
func (r *recogniser) fill(t *tabel, k *tableKind, keys []string) source.Text {
	switch k.shape {
	case "pohon":
		return r.tree(t, k, keys)
	case "program":
		return r.programmes(t, keys)
	case "baris":
		if k.section == "tindak_lanjut" {
			return r.followUp(t, keys)
		}
		return r.scaleRows(t, keys)
	case "satu":
		return r.supportingBudget(t, keys)
	case "anggaran":
		return r.budget(t, keys)
	case "penilaian":
		return r.assessment(t, keys)
	case "faktor":
		return r.factors(t, keys)
	case "banding":
		return r.benchmark(t, keys)
	case "rekap":
		r.recaps = append(r.recaps, recap{t, keys, len(r.seen)})
	case "skp":
		return r.skpForm(t, keys)
	case "lain":
		return source.T("jenisnya dikenal, tetapi angkanya tidak diuji", "its kind is known, but its figures are not tested")
	}
	return source.Text{}
}

// under is the value under the keys, made where it does not stand yet; the last one is of the kind.
func under(n *source.Node, kind source.Kind, at source.Place, keys ...string) *source.Node {
	for i, key := range keys {
		next := n.Get(key)
		if next == nil {
			next = &source.Node{Kind: source.Map, Place: at}
			if i == len(keys)-1 {
				next.Kind = kind
			}
			n.Add(key, at, next)
		}
		n = next
	}
	return n
}

// put sets a value under a dotted key, unless one stands there.
func put(n *source.Node, key string, leaf *source.Node) bool {
	if parent, last, nested := strings.Cut(key, "."); nested {
		return put(under(n, source.Map, leaf.Place, parent), last, leaf)
	}
	if n.Get(key) != nil {
		return false
	}
	n.Add(key, leaf.Place, leaf)
	return true
}

// item appends a map to a list.
func item(list *source.Node, at source.Place) *source.Node {
	return list.Append(&source.Node{Kind: source.Map, Place: at})
}

func written(text string, at source.Place) *source.Node {
	return &source.Node{Kind: source.String, Text: text, Place: at}
}

// finish puts the budget tables in their place: one alone, several as a list.
func (r *recogniser) finish() {
	r.settleSingles()
	r.settleBoxes()
	r.settleLoose()
	r.settleThin()
	r.settleMeans()
	r.settleRecaps()
	r.settleDoubts()
	r.settleRepeats()
	switch len(r.budgets) {
	case 0:
	case 1:
		r.root.Add("anggaran", r.budgets[0].Place, r.budgets[0])
	default:
		list := under(r.root, source.List, r.budgets[0].Place, "anggaran")
		for _, b := range r.budgets {
			list.Append(b)
		}
	}
}
