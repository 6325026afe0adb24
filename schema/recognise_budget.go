package schema

import (
	"math/big"
	"regexp"
	"slices"
	"strings"

	"lkjip/schema/source"
)

var reMoneyUnit = regexp.MustCompile(`(?i)\(?\s*((?:dalam\s+|satuan\s+)?(?:rp\.?\s*)?(?:ribu|juta|mil[iy]ar|triliun)(?:an)?(?:\s*(?:rupiah|rp))?)\s*\)?`)

// What the caption of a table of income says, and what that of any other budget does.
var (
	reIncome   = regexp.MustCompile(`(?i)\b(?:pendapatan|penerimaan|retribusi|pad)\b`)
	reSpending = regexp.MustCompile(`(?i)\b(?:belanja|program|kegiatan|pengeluaran|apb[dn]|dpp?a|dipa|rka)\b`)
)

// budget reads a budget table: rows with codes, names and amounts, and its total; each section that has a total of its own as
// a table.
func (r *recogniser) budget(t *tabel, keys []string) (why source.Text) {
	for _, part := range t.bySections(keys) {
		for _, kind := range expenditures(keys) {
			n, left := r.budgetTable(part, ofExpenditure(keys, kind))
			switch {
			case kind != "":
				kind = "Belanja " + strings.ReplaceAll(kind, "-", " ")
			case reIncome.MatchString(t.about()) && !reSpending.MatchString(t.about()):
				kind = "Pendapatan"
			}
			t.putPeriod(n, kind, r.year)
			r.budgets = append(r.budgets, n)
			if why.IsZero() {
				why = left
			}
		}
	}
	return why
}

// ofExpenditure are the columns of one kind of expenditure, "" for those of all together: a table each, since the amounts of
// a row belong to different sums.
func ofExpenditure(keys []string, kind string) []string {
	own := slices.Clone(keys)
	for i, key := range own {
		b, of, nested := strings.Cut(key, ".")
		switch {
		case nested && base(key) == "jenis" && of == kind:
			own[i] = b
		case nested && base(key) == "jenis", kind != "" && isMoneyKey(key), kind != "" && key == "persen":
			own[i] = "-"
		}
	}
	return own
}

// revenueTargets makes targets in money what was budgeted, as of income; and years that stand as rows their names.
func (t *tabel) revenueTargets(keys []string) {
	if i := slices.Index(keys, "target"); i >= 0 && !slices.Contains(keys, "pagu") {
		if _, money := t.hasFigures(i); money || strings.HasPrefix(t.heads[i].unit, "rp") {
			keys[i] = "pagu"
		}
	}
	if i := slices.Index(keys, "tahun"); i >= 0 && !slices.Contains(keys, "uraian") {
		keys[i] = "uraian"
	}
}

// differences makes a column called Selisih what is left where its rows show it and no budget before a change stands beside.
func (t *tabel) differences(keys []string) {
	at := func(key string) int { return slices.Index(keys, key) }
	column, budget, spent := at("selisih"), at("pagu"), at("realisasi")
	if column < 0 || budget < 0 || spent < 0 || at("sisa") >= 0 || at("pagu_murni") >= 0 {
		return
	}
	shown, others := 0, 0
	for _, b := range t.rows {
		d, ok := number(&b.cells[column])
		p, alsoP := number(&b.cells[budget])
		s, alsoS := number(&b.cells[spent])
		switch {
		case !ok || !alsoP || !alsoS:
		case new(big.Rat).Sub(p.Value, s.Value).Cmp(d.Value) == 0:
			shown++
		default:
			others++
		}
	}
	if shown > others {
		keys[column] = "sisa"
	}
}

// expenditures are the kinds of expenditure that have columns of their own, "" for columns of all together.
func expenditures(keys []string) []string {
	var kinds []string
	for _, key := range keys {
		_, of, nested := strings.Cut(key, ".")
		if nested = nested && base(key) == "jenis"; !nested && !isMoneyKey(key) {
			continue
		}
		if !nested {
			of = ""
		}
		if !slices.Contains(kinds, of) {
			kinds = append(kinds, of)
		}
	}
	return kinds
}

func (r *recogniser) budgetTable(t *tabel, keys []string) (table *source.Node, why source.Text) {
	table = &source.Node{Kind: source.Map, Place: t.place}
	if unit := t.moneyUnit(); unit != "" {
		put(table, "satuan", written(unit, t.place))
	}
	rows := under(table, source.List, t.place, "baris")
	c := newCoder(t, keys)
	var last *source.Node
	nameless := 0
	for i, b := range t.rows {
		code, name := c.read(b)
		at := t.at(b, b.filled()[0])
		switch role := c.roles[i]; {
		case role == totalRow:
			r.amounts(t, b, keys, under(table, source.Map, at, "jumlah"))
			continue
		case role == passedRow || role == subtotalRow:
			continue
		case name == nil && code == nil && i == len(t.rows)-1 && len(rows.Items) > 1 && table.Get("jumlah") == nil && hasAmount(t, b, keys):
			r.amounts(t, b, keys, under(table, source.Map, at, "jumlah")) // a last row without a name
			continue
		case name == nil && code == nil:
			nameless++
			continue
		case code == nil && name != nil && last != nil && role == itemRow && !hasAmount(t, b, keys) && (c.split || goesOn(last.Get("uraian").Text, name.Text)):
			last.Get("uraian").Text += " " + name.Text
			continue
		}
		last = item(rows, at)
		if code != nil {
			put(last, "kode", code)
		}
		if name != nil {
			put(last, "uraian", name)
		} else {
			put(last, "uraian", written(code.Text, code.Place))
		}
		if level := c.level(i); level != "" {
			put(last, "tingkat", written(level, at))
		}
		r.amounts(t, b, keys, last)
		if sub, ok := c.subtotals[i]; ok {
			r.amounts(t, t.rows[sub], keys, last)
		}
	}
	if nameless > 0 {
		why = source.T("%d baris tanpa kode dan uraian tidak diambil", "%d rows without code or name were not taken", nameless)
	}
	return table, why
}

// amounts puts the cells of the columns of figures under a row.
func (r *recogniser) amounts(t *tabel, b *baris, keys []string, row *source.Node) {
	some := hasAmount(t, b, keys)
	for i, key := range keys {
		switch base(key) {
		case "", "-", "nomor", "kode", "uraian", "jenis":
			continue
		}
		if y := t.heads[i].year; y > 0 && r.year > 0 && y != r.year || b.text(i) == "" {
			continue
		}
		if !some && !isAmount(b.text(i)) {
			continue // words in a row without figures
		}
		leaf := t.leaf(b, i)
		if n, ok := number(&b.cells[i]); ok && key == "persen" && t.fractions(i) {
			percent(leaf, n)
		}
		put(row, key, leaf)
	}
}

// hasAmount reports whether a row says something in a column of figures: a number, a dash, or what was meant as one.
func hasAmount(t *tabel, b *baris, keys []string) bool {
	for i, key := range keys {
		switch base(key) {
		case "", "-", "nomor", "kode", "uraian", "keterangan":
		default:
			if isAmount(b.text(i)) {
				return true
			}
		}
	}
	return false
}

// isAmount tells figures, also broken ones, and dashes from words, names and the number of a person, as stand in the columns
// of figures where a table is signed.
func isAmount(text string) bool {
	if strings.Trim(text, "-–— ") == "" {
		return text != ""
	}
	return strings.ContainsAny(text, "0123456789") && !rePersonal.MatchString(text)
}

var rePersonal = regexp.MustCompile(`(?i)^nip\b|\b\d{8}\s?\d{6}\s?\d\s?\d{3}\b|\b\d{1,2}\s+\p{L}{3,}\s+20\d\d\b`)

// moneyUnit is the unit of money the caption, the titles or the headings declare, "" for rupiah in full.
func (t *tabel) moneyUnit() string {
	var texts []string
	for i := range t.heads {
		if zeros := strings.Count(t.heads[i].unit, "000"); zeros > 0 {
			return [...]string{"ribu rupiah", "juta rupiah", "miliar rupiah"}[min(zeros, 3)-1]
		}
		texts = append(texts, t.heads[i].unit)
	}
	for _, s := range append([]string{t.about()}, t.lead...) {
		if i := strings.IndexByte(s, '('); i >= 0 || strings.Contains(strings.ToLower(s), "dalam ") {
			texts = append(texts, s)
		}
	}
	for _, s := range texts {
		if m := reMoneyUnit.FindStringSubmatch(s); m != nil {
			low := strings.ToLower(s)
			if strings.Contains(low, "rupiah") || strings.Contains(low, "rp") || strings.Contains(low, "dalam") || s == strings.TrimSpace(m[1]) {
				return strings.TrimSpace(m[1])
			}
		}
	}
	return ""
}

// supportingBudget reads the budget that directly supports the objectives: its total, or its only row.
func (r *recogniser) supportingBudget(t *tabel, keys []string) source.Text {
	c := newCoder(t, keys)
	var names []*source.Node
	row := t.rows[0]
	for _, b := range t.rows {
		if !hasAmount(t, b, keys) {
			continue
		}
		code, name := c.read(b)
		switch {
		case c.isTotal(b):
			row = b
		case len(t.rows) > 1 && name != nil && code == nil:
			names = append(names, name)
		case len(t.rows) > 1 && code != nil:
			names = append(names, code)
		}
	}
	if len(names) > 1 && !c.isTotal(row) {
		n, _ := r.budgetTable(t, keys)
		r.budgets = append(r.budgets, n)
		return source.T("tanpa baris jumlah; dibaca sebagai tabel anggaran", "without a total; read as a budget table")
	}
	n := under(r.root, source.Map, t.at(row, row.filled()[0]), "anggaran_pendukung")
	if len(names) > 0 && n.Get("program") == nil {
		list := under(n, source.List, names[0].Place, "program")
		for _, name := range names {
			list.Append(name)
		}
	}
	for i, key := range keys {
		switch key {
		case "pagu_murni", "pagu", "realisasi", "persen", "sisa":
			if row.text(i) != "" {
				put(n, key, t.leaf(row, i))
			}
		}
	}
	return source.Text{}
}
