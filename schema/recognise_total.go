package schema

import (
	"regexp"
	"slices"
	"strings"
)

var (
	reTotalRow    = regexp.MustCompile(`^(?:grand total|(?:sub )?(?:jumlah|total)\b.{0,40})$`)
	reSubtotalRow = regexp.MustCompile(`^sub ?(?:total|jumlah)\b`)
	// reBalanceRow are rows below a total that are no parts of it.
	reBalanceRow = regexp.MustCompile(`^(?:(?:jumlah|total) )?(?:surplus|defisit|sisa lebih|sisa kurang|silpa|sikpa|rata rata|persentase|prosentase|predikat|tingkat capaian)\b`)
	reSpaced     = regexp.MustCompile(`^\p{L}(?: \p{L}){3,}$`)
	reSmall      = regexp.MustCompile(`^[\p{Ll}(]`)
)

// rowRole is what a row of a budget table is.
type rowRole uint8

const (
	itemRow     rowRole = iota
	totalRow            // of the whole table
	groupRow            // names a group; its amounts stand in the subtotal below
	memberRow           // an item of such a group
	subtotalRow         // of a group
	passedRow           // a balance below the total, the total printed twice, or the words below a table
)

// reTotalAndMean is a total that is a mean in the columns that do not add up.
var reTotalAndMean = regexp.MustCompile(`(?i)^\s*(?:jumlah|total)\s*(?:/|&|dan)\s*rata`)

// plain is a text as it is compared: T O T A L is Total.
func plain(text string) string {
	if reTotalAndMean.MatchString(text) {
		return "jumlah"
	}
	s := Normal(text)
	if reSpaced.MatchString(s) {
		return strings.ReplaceAll(s, " ", "")
	}
	return s
}

// isTotalName reports whether a plain text names a total or what stands below one.
func isTotalName(text string) bool {
	return reTotalRow.MatchString(text) || reBalanceRow.MatchString(text)
}

// totalName is what a row without a code is called where that is a total or a balance, "" for other rows.
func (c *coder) totalName(b *baris) string {
	if c.targets > 0 && b.text(c.targets) != "" {
		return "" // "Jumlah kendaraan yang diuji"
	}
	for _, i := range b.filled() {
		if i < len(c.keys) && (c.keys[i] == "uraian" || c.keys[i] == "kode" || c.keys[i] == "nomor" || c.keys[i] == "") {
			if text := plain(b.text(i)); isTotalName(text) {
				return text
			}
		}
	}
	return ""
}

func (c *coder) isTotal(b *baris) bool {
	name := c.totalName(b)
	return name != "" && !reBalanceRow.MatchString(name) && !c.coded(b)
}

// readRoles tells the total of a table, the balances below it and the groups with subtotals from its items. The total is the
// last row called so below which only balances have amounts, or the first row of all where it is called so.
func (c *coder) readRoles() {
	c.roles = make([]rowRole, len(c.rows))
	first, last := -1, -1
	for i, b := range c.rows {
		switch {
		case !hasAmount(c.tabel, b, c.keys):
		case reBalanceRow.MatchString(c.totalName(b)) && !c.coded(b):
			c.roles[i] = passedRow
		default:
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	whole := func(i int) bool {
		return i >= 0 && c.isTotal(c.rows[i]) && !reSubtotalRow.MatchString(c.totalName(c.rows[i]))
	}
	switch {
	case whole(last):
		c.roles[last] = totalRow
		if first != last && whole(first) && c.sameAmounts(first, last) {
			c.roles[first] = passedRow
		}
	case whole(first):
		c.roles[first] = totalRow
	}
	for i := last + 1; i < len(c.rows) && last >= 0; i++ {
		if c.roles[i] == itemRow && !c.coded(c.rows[i]) && (c.roles[last] == totalRow || !c.namedOnly(c.rows[i])) {
			c.roles[i] = passedRow // where it is signed
		}
	}
	c.split = c.splitNames()
	c.readGroups()
}

// namedOnly reports whether a row holds its name and nothing else.
func (c *coder) namedOnly(b *baris) bool {
	filled := b.filled()
	return len(filled) == 1 && slices.Contains(c.names, filled[0])
}

// splitNames reports whether rows that only hold a text go on with the name of the numbered row above them: the last stands
// where no group can begin, at the end or directly above the total, and none stands above all others.
func (c *coder) splitNames() bool {
	rest := false
	for i, b := range c.rows {
		switch {
		case c.roles[i] != itemRow:
		case !c.namedOnly(b):
			if rest = false; !c.coded(b) {
				return false
			}
		case i == 0:
			return false
		default:
			rest = true
		}
	}
	return rest
}

// readGroups pairs rows that only name a group with the subtotal below its members.
func (c *coder) readGroups() {
	c.subtotals = map[int]int{}
	group := -1
	var members []int
	for i, b := range c.rows {
		switch {
		case c.roles[i] != itemRow:
		case c.isTotal(b):
			if group >= 0 && len(members) > 0 {
				c.roles[group], c.roles[i], c.subtotals[group] = groupRow, subtotalRow, i
				for _, m := range members {
					c.roles[m] = memberRow
				}
			}
			group, members = -1, nil
		case hasAmount(c.tabel, b, c.keys):
			members = append(members, i)
		case c.name(b) != "" && (i == 0 || !goesOn(c.name(c.rows[i-1]), c.name(b))):
			group, members = i, nil
		}
	}
}

func (c *coder) sameAmounts(i, j int) bool {
	for col, key := range c.keys {
		if isMoneyKey(key) && c.rows[i].text(col) != c.rows[j].text(col) {
			return false
		}
	}
	return true
}

// byGroups: rows that only name a group are programmes, the members down to the subtotal are their kegiatan.
func (c *coder) byGroups() []string {
	if len(c.subtotals) == 0 || slices.Contains(c.roles, itemRow) {
		return nil
	}
	levels := make([]string, len(c.rows))
	for i, role := range c.roles {
		switch role {
		case groupRow:
			levels[i] = levelNames[0]
		case memberRow:
			levels[i] = levelNames[1]
		}
	}
	return levels
}

// bySections cuts a table behind totals that name the section they end: JUMLAH PENDAPATAN, then the rows of BELANJA.
func (t *tabel) bySections(keys []string) []*tabel {
	c := &coder{tabel: t, keys: keys}
	c.columns()
	var parts []*tabel
	from, opening := 0, ""
	for i, b := range t.rows {
		if opening == "" && hasAmount(t, b, keys) {
			opening = plain(c.name(b))
		}
		of := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(c.totalName(b), "jumlah"), "total"))
		if of != "" && c.isTotal(b) && strings.HasPrefix(opening, of) && c.itemsBelow(i) {
			parts = append(parts, t.part(from, i+1))
			from, opening = i+1, ""
		}
	}
	return append(parts, t.part(from, len(t.rows)))
}

// part is the table with some of its rows alone.
func (t *tabel) part(from, to int) *tabel {
	part := *t
	part.rows = t.rows[from:to]
	return &part
}

// itemsBelow reports whether rows with codes and amounts stand below a row.
func (c *coder) itemsBelow(i int) bool {
	return slices.ContainsFunc(c.rows[i+1:], func(b *baris) bool { return c.coded(b) && hasAmount(c.tabel, b, c.keys) })
}

// isMoneyKey reports whether a column of the key holds money.
func isMoneyKey(key string) bool {
	switch base(key) {
	case "pagu_murni", "pagu", "realisasi", "sisa", "selisih", "realisasi_triwulan", "realisasi_bulan", "rencana_bulan", "rencana_triwulan", "rencana_jumlah":
		return true
	}
	return false
}

// goesOn reports whether a text is the rest of the name above it: it begins small, or the name breaks off.
func goesOn(name, rest string) bool {
	return name != "" && (reSmall.MatchString(rest) || strings.HasSuffix(name, ",") || strings.HasSuffix(name, "-") || strings.HasSuffix(name, " dan"))
}
