package schema

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"lkjip/schema/source"
)

// single is a table of one indicator by years: its rows are Target, Realisasi and Capaian below the years, and it names the
// indicator in its title or nowhere. It is read once all that the report measures is known.
type single struct {
	table  *tabel
	plain  *tabel // as it is printed
	report int    // which of the reports is the table's
}

const maxLabel = 60 // bytes

// rowLabel is what a text beside figures says they are: target, realisasi or capaian, "" for anything else. The words are those
// of headings of a measurement.
func rowLabel(text string) string {
	if text == "" || len(text) > maxLabel {
		return ""
	}
	text = strings.TrimPrefix(text, reOrdinal.FindString(text))
	h := readHeading([]string{text})
	key := labelWords()[strings.Join(h.words, " ")]
	if key == "" && !h.isShare() {
		h = readHeading([]string{reInBrackets.ReplaceAllString(text, "")}) // Target (ton)
		key = labelWords()[strings.Join(h.words, " ")]
	}
	return key
}

// labelWords are the headings of a measurement that mean target, realisasi or capaian by themselves.
var labelWords = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for _, p := range measuring().phrases {
		if p.key == "target" || p.key == "realisasi" || p.key == "capaian" {
			words[strings.Join(p.words, " ")] = p.key
		}
	}
	return words
})

// targetWords are the words that labels of targets are made of, marks as {tahun} apart; each of these labels has one.
var targetWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for label, key := range labelWords() {
		for _, w := range strings.Fields(label) {
			words[w] = words[w] || key == "target" && w[0] != '{'
		}
	}
	return words
})

// isTargetLabel reports whether a text beside figures says that they are targets.
func isTargetLabel(text string) bool {
	return len(text) <= maxLabel && slices.ContainsFunc(splitWords(text), func(w string) bool { return targetWords()[w] }) && rowLabel(text) == "target" // few hold such words
}

// measuring is the kind of the tables that measure indicators.
func measuring() *tableKind {
	kinds := tableKinds()
	return kinds[slices.IndexFunc(kinds, func(k *tableKind) bool { return k.id == "pengukuran" })]
}

// maxLabelledRows bounds the rows above the first that is called Target.
const maxLabelledRows = 8

// labelColumn is the column that calls rows Target and as many Realisasi, -1 for none.
func (t *tabel) labelColumn() int {
	for i := range t.heads {
		if !slices.ContainsFunc(t.rows[:min(len(t.rows), maxLabelledRows)], func(b *baris) bool { return isTargetLabel(b.text(i)) }) {
			continue
		}
		found := map[string]int{}
		for _, b := range t.rows {
			found[rowLabel(b.text(i))]++
		}
		if found["target"] == found["realisasi"] {
			return i
		}
	}
	return -1
}

// labelled are the parts of a table whose rows are called Target, Realisasi and Capaian, each once; a row without figures above them
// names what they are of. Nil where it has no such rows. Rows that only hold a text, as the predicates, are left out.
func (t *tabel) labelled() (parts []*tabel) {
	label := t.labelColumn()
	if label < 0 {
		return nil
	}
	columns := t.quantityColumns()
	var last *tabel
	for _, b := range t.rows {
		key := rowLabel(b.text(label))
		figures := slices.ContainsFunc(columns, func(i int) bool { return i != label && i < len(b.cells) && isQuantity(&b.cells[i]) })
		switch {
		case key == "" && figures:
			return nil
		case key == "" && len(b.filled()) > 2:
			continue
		case last == nil || key == "":
			part := *t
			part.heads, part.rows, last = slices.Clone(t.heads), nil, &part
			parts = append(parts, last)
		}
		if key == "" {
			name := label
			if b.text(name) == "" {
				name = b.filled()[0]
			}
			last.heads[label] = readHeading([]string{b.text(name)})
			last.heads[label].place = b.cells[name].Place
			continue
		}
		if slices.ContainsFunc(last.rows, func(o *baris) bool { return rowLabel(o.text(label)) == key }) {
			return nil
		}
		last.rows = append(last.rows, b)
	}
	parts = slices.DeleteFunc(parts, func(part *tabel) bool { return len(part.rows) == 0 })
	if slices.ContainsFunc(parts, func(part *tabel) bool { return len(part.rows) < 2 }) {
		return nil
	}
	return parts
}

// byYears are the tables of one indicator with years as columns that a table is made of, whichever way round it is printed.
func (t *tabel) byYears() []*tabel {
	if t.hasWord("indikator") || t.hasWord("sasaran") {
		return nil
	}
	if t.inYears() {
		return t.labelled()
	}
	for i := range t.heads {
		if strings.Join(t.heads[i].words, " ") != "tahun" {
			continue
		}
		if turned := t.turned(i); turned.inYears() {
			return turned.labelled()
		}
	}
	return nil
}

// inYears reports whether the columns of figures are years, each once.
func (t *tabel) inYears() bool {
	found := map[int]bool{}
	for _, i := range t.quantityColumns() {
		h := &t.heads[i]
		if h.year == 0 || found[h.year] || len(h.words) == 0 || h.words[len(h.words)-1] != "{tahun}" {
			return false
		}
		found[h.year] = true
	}
	return len(found) > 0
}

// turned is the table with its rows as columns, headed by what stands in a column of it; its own headings head the rows.
func (t *tabel) turned(col int) *tabel {
	out := *t
	out.rows, out.numbers, out.parts, out.lines = nil, nil, nil, []int{0}
	out.heads = []heading{{}}
	for _, b := range t.rows {
		h := readHeading([]string{b.text(col)})
		if col < len(b.cells) {
			h.place = b.cells[col].Place
		}
		out.heads, out.lines = append(out.heads, h), append(out.lines, b.number)
	}
	columns := t.quantityColumns()
	for i := range t.heads {
		if i == col || !slices.Contains(columns, i) && rowLabel(t.heads[i].text) == "" { // a target may be a span or a word
			continue
		}
		b := &baris{number: i + 1, cells: []source.Cell{{Kind: source.String, Text: t.heads[i].text, Place: t.heads[i].place}}}
		for _, from := range t.rows {
			cell := source.Cell{Kind: source.Null, Place: t.place}
			if i < len(from.cells) {
				cell = from.cells[i]
			}
			b.cells = append(b.cells, cell)
		}
		out.rows = append(out.rows, b)
	}
	return &out
}

// singleIndicator keeps tables of one indicator by years until all is read; false for other tables.
func (r *recogniser) singleIndicator(t *tabel) bool {
	parts := t.byYears()
	for _, part := range parts {
		plain := part
		if part.lines != nil {
			plain = t
		}
		r.singles = append(r.singles, single{part, plain, len(r.seen)})
	}
	return len(parts) > 0
}

// settleSingles puts the figures under the indicator that the title names, where it is measured for certain; else they are read as
// details.
func (r *recogniser) settleSingles() {
	for _, s := range r.singles {
		t, report := s.table, &r.seen[s.report]
		keys := measuring().columns(t.heads, r.year)
		subject, measured := r.subjectOf(t)
		if figures, targets := t.restates(); subject == nil || !figures || !targets || t.plansOn(r.year) || t.inFractions() || !r.concerns(t, measured) {
			r.withoutSubject(s.plain, report)
			continue
		}
		r.withSubject(t, subject, keys, report)
	}
}

// withSubject reads a table kept until now as one that measures the subject.
func (r *recogniser) withSubject(t *tabel, subject *source.Node, keys []string, report *TableReport) {
	t.subject = subject
	report.Kind, report.Columns = measuring().id, nil
	for i := range t.heads {
		report.Columns = append(report.Columns, ColumnReport{Heading: t.heads[i].text, Key: keys[i]})
	}
	report.Why = r.treeOf(t, measuring(), keys, "")
}

// withoutSubject reads a table kept until now as details.
func (r *recogniser) withoutSubject(t *tabel, report *TableReport) {
	report.Why = source.T("indikatornya tidak pasti; angkanya dibaca sebagai rincian", "its indicator is not certain; its figures were read as details")
	r.detail(t, t.chapter, "")
}

// plansOn reports whether years after the report's have figures: then its targets are those of the plan.
func (t *tabel) plansOn(report int) bool {
	return slices.ContainsFunc(t.figureColumns(), func(i int) bool { return t.heads[i].year > report })
}

// inFractions reports whether the capaian are written as parts of one.
func (t *tabel) inFractions() bool {
	label := t.labelColumn()
	for _, b := range t.rows {
		if rowLabel(b.text(label)) != "capaian" {
			continue
		}
		for _, i := range t.figureColumns() {
			if i >= len(b.cells) {
				continue
			}
			if n, ok := number(&b.cells[i]); ok && (n.Percent || n.Value.Cmp(fractionLimit) > 0) {
				return false
			}
		}
		return true
	}
	return false
}

// subjectOf is the name of the measured indicator that the title of a table is about, as the title writes it, and that indicator; nil
// where it names none or may be about a part of it.
func (r *recogniser) subjectOf(t *tabel) (name, indicator *source.Node) {
	at, titles := t.place, slices.Clone(t.lead)
	if t.caption != nil {
		at, titles = t.caption.Place, []string{t.caption.Text}
	}
	titles = append(titles, t.heads[t.labelColumn()].text)
	for _, title := range slices.Backward(titles) {
		for _, n := range r.measuredIndicators() {
			if isAbout(Normal(title), r.normal(n.Get("nama"))) {
				return written(n.Get("nama").Text, at), n
			}
		}
	}
	return nil, nil
}

// measuredIndicators are those that tables have measured so far.
func (r *recogniser) measuredIndicators() (all []*source.Node) {
	section := r.root.Get("pengukuran")
	section.Walk(func(n *source.Node) {
		if list := n.Get("indikator"); list != nil && list.Kind == source.List {
			all = append(all, list.Items...)
		}
	})
	for _, l := range r.loose {
		if l.section == section {
			all = append(all, l.list.Items...)
		}
	}
	return all
}

// What may stand in a title before and behind the name of the indicator that it is about.
var (
	reBeforeName = regexp.MustCompile(`^(?:(?:perbandingan|perkembangan|trend?|grafik|data|rekapitulasi|pengukuran|hasil|target|realisasi|capaian|pencapaian|kinerja|indikator|utama|sasaran|strategis|tujuan|iku|ikk|tahun|dan|dengan|terhadap|antara|atas|dari|untuk|serta|sd|s d|\p{L}|\d{1,4}) )*$`)
	reBehindName = regexp.MustCompile(`^(?: (?:tahun|periode|selama|sejak|(?:19|20)\d\d|(?:pada|di) (?:tahun|dinas|badan|kabupaten|kota|provinsi|inspektorat|sekretariat|balai|direktorat)|dari (?:tahun|20\d\d)|dengan (?:target|realisasi|capaian|tahun))\b.*)?$`)
)

// isAbout reports whether a title is the name and nothing that makes it another thing; both are normal.
func isAbout(title, name string) bool {
	if name == "" {
		return false
	}
	for from := 0; ; {
		i := strings.Index(title[from:], name)
		if i < 0 {
			return false
		}
		i += from
		if reBeforeName.MatchString(title[:i]) && reBehindName.MatchString(title[i+len(name):]) {
			return true
		}
		from = i + 1
	}
}

// concerns reports whether a table gives an indicator some figure that another table gives it too: then it is about that, and not
// about a part of it.
func (r *recogniser) concerns(t *tabel, indicator *source.Node) bool {
	label := t.labelColumn()
	for _, b := range t.rows {
		for _, i := range t.quantityColumns() {
			key := rowLabel(b.text(label))
			if y := t.heads[i].year; y != r.year {
				key = past(key, y, r.year)
			}
			if i >= len(b.cells) {
				continue
			}
			if n, ok := quantity(&b.cells[i]); ok && states(indicator, key, n) {
				return true
			}
		}
	}
	return false
}

// states reports whether an indicator has the number under the key already.
func states(indicator *source.Node, key string, n source.Numeral) bool {
	known := valueAt(indicator, key)
	if known == nil {
		return false
	}
	o, ok := quantity(&source.Cell{Kind: known.Kind, Text: known.Text})
	return ok && o.Value.Cmp(n.Value) == 0
}

// reQuantity is a number with its unit behind it: "72,67 Tahun".
var reQuantity = regexp.MustCompile(`^([\d.,]+)\s*\p{L}[\p{L} ./-]{0,40}$`)

// quantity reads a cell as a number, with or without its unit.
func quantity(c *source.Cell) (source.Numeral, bool) {
	if n, ok := number(c); ok {
		return n, true
	}
	m := reQuantity.FindStringSubmatch(strings.TrimSpace(c.Text))
	if m == nil {
		return source.Numeral{}, false
	}
	return number(&source.Cell{Kind: source.String, Text: m[1]})
}

// isQuantity is isFigure of a cell that may have its unit.
func isQuantity(c *source.Cell) bool {
	_, ok := quantity(c)
	return ok && (isFigure(c) || reQuantity.MatchString(strings.TrimSpace(c.Text)))
}

// quantityColumns are the columns of figures, with or without their units.
func (t *tabel) quantityColumns() (columns []int) {
	for i := range t.heads {
		if !t.counts(i) && slices.ContainsFunc(t.rows, func(b *baris) bool { return i < len(b.cells) && isQuantity(&b.cells[i]) }) {
			columns = append(columns, i)
		}
	}
	return columns
}
