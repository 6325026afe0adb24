package schema

import (
	"regexp"
	"slices"
	"strings"

	"lkjip/schema/source"
)

var (
	reTotalRow    = regexp.MustCompile(`^(?:grand total|(?:sub )?(?:jumlah|total)(?: (?:total|anggaran|belanja|keseluruhan|seluruhnya|umum|pagu|besar|akhir|program|realisasi|skpd|apbd|dpa|a|b|i|ii))*|jumlah.{0,40})$`)
	reSubtotalRow = regexp.MustCompile(`^(?:sub ?total|sub ?jumlah)\b`)
	reMoneyUnit   = regexp.MustCompile(`(?i)\(?\s*((?:dalam\s+|satuan\s+)?(?:rp\.?\s*)?(?:ribu|juta|mil[iy]ar|triliun)(?:an)?(?:\s*(?:rupiah|rp))?)\s*\)?`)
)

// budget reads a budget table: rows with codes, names and amounts, and its total.
func (r *recogniser) budget(t *tabel, keys []string) source.Text {
	kinds := expenditures(keys)
	if len(kinds) == 0 {
		n, why := r.budgetTable(t, keys)
		r.budgets = append(r.budgets, n)
		return why
	}
	// one table a kind of expenditure, since the amounts of a row belong to different sums
	for _, kind := range kinds {
		own := slices.Clone(keys)
		for i, key := range own {
			b, of, nested := strings.Cut(key, ".")
			switch {
			case nested && of == kind && base(key) == "jenis":
				own[i] = b
			case nested && base(key) == "jenis":
				own[i] = "-"
			}
		}
		n, _ := r.budgetTable(t, own)
		put(n, "nama", written("Belanja "+strings.ReplaceAll(kind, "-", " "), t.place))
		r.budgets = append(r.budgets, n)
	}
	return source.Text{}
}

// expenditures are the kinds of expenditure that have columns of their own.
func expenditures(keys []string) []string {
	var kinds []string
	for _, key := range keys {
		if _, of, nested := strings.Cut(key, "."); nested && base(key) == "jenis" && !slices.Contains(kinds, of) {
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
		switch {
		case code == nil && isTotalRow(b, c) && t.lastAmounts(i, keys):
			if table.Get("jumlah") == nil {
				total := under(table, source.Map, t.at(b, b.filled()[0]), "jumlah")
				r.amounts(t, b, keys, total)
			}
			continue
		case name == nil && code == nil:
			nameless++
			continue
		case code == nil && last != nil && !hasAmount(t, b, keys) && goesOn(last, name):
			last.Get("uraian").Text += " " + name.Text
			continue
		}
		at := t.at(b, b.filled()[0])
		last = item(rows, at)
		if code != nil {
			put(last, "kode", code)
		}
		if name != nil {
			put(last, "uraian", name)
		} else {
			put(last, "uraian", written(code.Text, code.Place))
		}
		if level := c.level(b, i); level != "" {
			put(last, "tingkat", written(level, at))
		}
		r.amounts(t, b, keys, last)
	}
	if nameless > 0 {
		why = source.T("%d baris tanpa kode dan uraian tidak diambil", "%d rows without code or name were not taken", nameless)
	}
	return table, why
}

// goesOn reports whether a text is the rest of the name above it: it begins small, or the name breaks off.
func goesOn(row, name *source.Node) bool {
	uraian := row.Get("uraian")
	if uraian == nil || name == nil || name.Text == "" {
		return false
	}
	first := name.Text[0]
	return first >= 'a' && first <= 'z' || strings.HasSuffix(uraian.Text, ",") || strings.HasSuffix(uraian.Text, "-") ||
		strings.HasSuffix(uraian.Text, " dan")
}

// amounts puts the cells of the columns of figures under a row.
func (r *recogniser) amounts(t *tabel, b *baris, keys []string, row *source.Node) {
	for i, key := range keys {
		switch base(key) {
		case "", "-", "nomor", "kode", "uraian", "jenis":
			continue
		}
		if y := t.heads[i].year; y > 0 && r.year > 0 && y != r.year || b.text(i) == "" {
			continue
		}
		leaf := t.leaf(b, i)
		if n, ok := number(&b.cells[i]); ok && key == "persen" && t.fractions(i) {
			percent(leaf, n)
		}
		put(row, key, leaf)
	}
}

func hasAmount(t *tabel, b *baris, keys []string) bool {
	for i, key := range keys {
		switch base(key) {
		case "", "-", "nomor", "kode", "uraian", "keterangan":
		default:
			if b.text(i) != "" {
				return true
			}
		}
	}
	return false
}

// lastAmounts reports whether no row below has amounts and a code or name, so that a total there is the table's.
func (t *tabel) lastAmounts(i int, keys []string) bool {
	for _, b := range t.rows[i+1:] {
		if hasAmount(t, b, keys) {
			return false
		}
	}
	return true
}

func isTotalRow(b *baris, c *coder) bool {
	for _, i := range b.filled() {
		if i < len(c.keys) && (c.keys[i] == "uraian" || c.keys[i] == "kode" || c.keys[i] == "nomor" || c.keys[i] == "") {
			text := Normal(b.text(i))
			if reTotalRow.MatchString(text) && !reSubtotalRow.MatchString(text) {
				return true
			}
		}
	}
	return false
}

// moneyUnit is the unit of money the caption, the titles or the headings declare, "" for rupiah in full.
func (t *tabel) moneyUnit() string {
	var texts []string
	for i := range t.heads {
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
		case isTotalRow(b, c):
			row = b
		case len(t.rows) > 1 && name != nil && code == nil:
			names = append(names, name)
		case len(t.rows) > 1 && code != nil:
			names = append(names, code)
		}
	}
	if len(names) > 1 && !isTotalRow(row, c) {
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
