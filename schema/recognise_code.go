package schema

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lkjip/schema/source"
)

// coder reads the codes, names and levels of the rows of a budget table.
type coder struct {
	*tabel
	keys      []string
	codes     []int // columns of codes, from the left
	names     []int // columns of names
	account   int   // the one of codes that holds account codes, which stand for themselves; -1 for none
	parts     []string
	levels    []string // of each row, where its numbering, its looks, its words or the sums tell them
	hidden    bool     // the numbers only count the rows, or start anew, and are no codes
	roles     []rowRole
	split     bool        // names run over two rows
	subtotals map[int]int // of groups
}

func newCoder(t *tabel, keys []string) *coder {
	c := &coder{tabel: t, keys: keys}
	c.columns()
	c.readRoles()
	c.readLevels()
	return c
}

// columns finds the columns of codes and names.
func (c *coder) columns() {
	number := -1
	for i, key := range c.keys {
		switch key {
		case "kode":
			c.codes = append(c.codes, i)
		case "uraian":
			c.names = append(c.names, i)
		case "nomor":
			if number < 0 {
				number = i
			}
		}
	}
	if len(c.codes) == 0 && number >= 0 {
		c.codes = []int{number}
	}
	c.parts = make([]string, len(c.codes))
	c.account = -1
	if len(c.codes) > 1 {
		c.account = slices.IndexFunc(c.codes, func(i int) bool { return slices.Contains(c.heads[i].words, "rekening") })
		if c.account == 0 {
			c.account = -1 // one heading over all parts
		}
	}
}

// coded reports whether a row has a code.
func (c *coder) coded(b *baris) bool {
	return slices.ContainsFunc(c.codes, func(i int) bool { return isCode(b.text(i)) })
}

// name is what a row is called: the deepest of its names.
func (c *coder) name(b *baris) string {
	for _, i := range slices.Backward(c.names) {
		if text := b.text(i); text != "" {
			return text
		}
	}
	return ""
}

// codeColumns gives columns that hold codes alone their key: those without a heading of their own right of the one that is
// called Kode, those under a heading with that word, and those that are called after what their codes stand for (Program,
// Kegiatan) beside the column of names.
func (t *tabel) codeColumns(keys []string) {
	names := 0
	for _, key := range keys {
		if key == "uraian" {
			names++
		}
	}
	for i, key := range keys {
		bare := len(t.heads[i].words) == 0 && i > 0 && keys[i-1] == "kode"
		called := slices.Contains(t.heads[i].words, "kode")
		if (key == "" && (bare || called) || key == "uraian" && names > 1) && t.codesAlone(i) {
			if keys[i] = "kode"; key == "uraian" {
				names--
			}
		}
	}
}

// codesAlone reports whether a column holds codes with digits and nothing else, totals apart: an amount that stands there in
// the row of a total is no code.
func (t *tabel) codesAlone(col int) bool {
	codes := 0
	for _, b := range t.rows {
		switch text := b.text(col); {
		case isCode(text) && strings.ContainsAny(text, "0123456789"):
			if !b.isTotal() {
				codes++
			}
		case text != "" && !reTotalRow.MatchString(plain(text)):
			return false
		}
	}
	return codes > 0
}

var reCodePart = regexp.MustCompile(`^[0-9A-Za-z]{1,12}(?:[.\-/ ]?[0-9A-Za-z]{1,12}){0,15}\.?$`)

// read gives the code and the name of a row, nil where it has none.
func (c *coder) read(b *baris) (code, name *source.Node) {
	for _, i := range c.names {
		if b.text(i) != "" {
			name = c.leaf(b, i)
			name.Kind = source.String
		}
	}
	if c.hidden {
		return nil, name
	}
	if len(c.codes) == 1 {
		if text := b.text(c.codes[0]); isCode(text) {
			code = c.word(b, c.codes[0], text)
		}
		return code, name
	}
	if c.account >= 0 {
		if text := b.text(c.codes[c.account]); isCode(text) {
			return c.word(b, c.codes[c.account], text), name
		}
	}
	// one part in each column; parts on the left that are left empty are those of the row above
	lastPart, first := -1, -1
	for k, i := range c.codes {
		if text := b.text(i); isCode(text) {
			c.parts[k], lastPart = text, k
			if first < 0 {
				first = i
			}
		}
	}
	if lastPart < 0 {
		return nil, name
	}
	clear(c.parts[lastPart+1:])
	return c.word(b, first, strings.Join(joinParts(c.parts), ".")), name
}

// joinParts drops empty parts, and a part that the next one repeats: 2.16 before 2.16.01.
func joinParts(parts []string) []string {
	var out []string
	for _, p := range parts {
		p = strings.Trim(p, ". ")
		if p == "" {
			continue
		}
		if whole := strings.Join(out, "."); whole != "" && strings.HasPrefix(p, whole+".") {
			out = nil
		}
		out = append(out, p)
	}
	return out
}

func isCode(text string) bool {
	return text != "" && reCodePart.MatchString(text) && (strings.ContainsAny(text, "0123456789") || len(text) <= 4) &&
		!reTotalRow.MatchString(plain(text))
}

// level is the level of a row, "" where the codes themselves tell it or nothing does.
func (c *coder) level(i int) string {
	if c.levels != nil {
		return c.levels[i]
	}
	return ""
}

// below are the rows that are part of a row above them, by their level or by a code that continues another.
func (c *coder) below() map[*baris]bool {
	codes := map[string]bool{}
	below := map[*baris]bool{}
	for i, b := range c.rows {
		if c.levels != nil && c.levels[i] != "" {
			if c.levels[i] != levelNames[0] {
				below[b] = true
			}
			continue
		}
		code, _ := c.read(b)
		if code == nil {
			continue
		}
		own := strings.TrimRight(code.Text, ".")
		codes[own] = true
		for k := strings.LastIndexByte(own, '.'); k > 0 && !below[b]; k = strings.LastIndexByte(own[:k], '.') {
			if codes[own[:k]] {
				below[b] = true
			}
		}
	}
	return below
}

var levelNames = []string{"program", "kegiatan", "sub-kegiatan"}

// readLevels finds what tells the levels where dotted codes do not: numbering in the manner of A / I / 1.1, columns of their
// own, the words the names begin with, groups that end with a subtotal, or, where nothing marks them, the sums or the
// look of the rows.
func (c *coder) readLevels() {
	if len(c.codes) == 1 {
		if c.levels = c.byNumbering(); c.levels != nil {
			return
		}
		if c.levels = c.byAccounts(); c.levels != nil {
			return
		}
		if c.levels = c.byAPBN(); c.levels != nil {
			return
		}
	}
	numbered, restarts, serial := c.numbering()
	if numbered && !restarts && !serial {
		return
	}
	for _, find := range []func() []string{c.byColumn, c.byWords, c.byGroups} {
		if c.levels = find(); c.levels != nil {
			break
		}
	}
	if c.levels == nil && (serial || restarts || !c.anyCode()) {
		if c.levels = c.bySums(); c.levels == nil {
			c.levels = c.byStyle()
		}
	}
	c.hidden = c.levels != nil && (serial || restarts)
}

func (c *coder) anyCode() bool { return slices.ContainsFunc(c.rows, c.coded) }

// numbering looks at the codes: whether most rows have one, whether plain numbers start anew, and whether they only count the
// rows.
func (c *coder) numbering() (most, restarts, serial bool) {
	coded, rows, next := 0, 0, 1
	seen := map[string]bool{}
	serial = len(c.codes) == 1
	for i, b := range c.rows {
		if c.roles[i] == itemRow || c.roles[i] == memberRow {
			rows++
		}
		if !c.coded(b) {
			continue
		}
		coded++
		text := strings.TrimRight(b.text(c.codes[0]), ".")
		restarts = restarts || len(c.codes) == 1 && seen[text] && strings.Trim(text, "0123456789.") == ""
		seen[text] = true
		serial = serial && text == strconv.Itoa(next)
		next++
	}
	return coded > 0 && 10*coded >= 8*rows, restarts, serial && coded > 2
}

// byColumn: names of programmes, kegiatan and sub-kegiatan stand in columns of their own.
func (c *coder) byColumn() []string {
	if len(c.names) < 2 || len(c.names) > len(levelNames) {
		return nil
	}
	levels := make([]string, len(c.rows))
	for r, b := range c.rows {
		n := 0
		for k, i := range c.names {
			if b.text(i) != "" {
				levels[r], n = levelNames[k], n+1
			}
		}
		if n > 1 {
			return nil
		}
	}
	return levels
}

// byWords: names begin with Program, Kegiatan, Sub Kegiatan. Every row but the totals has to.
func (c *coder) byWords() []string {
	levels := make([]string, len(c.rows))
	found := map[string]bool{}
	for r, b := range c.rows {
		name := ""
		for _, i := range c.names {
			if b.text(i) != "" {
				name = Normal(b.text(i))
			}
		}
		switch {
		case strings.HasPrefix(name, "program"):
			levels[r] = "program"
		case strings.HasPrefix(name, "kegiatan"):
			levels[r] = "kegiatan"
		case strings.HasPrefix(name, "sub kegiatan"), strings.HasPrefix(name, "subkegiatan"):
			levels[r] = "sub-kegiatan"
		case name == "" || c.roles[r] == totalRow || c.roles[r] == passedRow:
			continue
		default:
			return nil
		}
		found[levels[r]] = true
	}
	if len(found) < 2 {
		return nil
	}
	return levels
}

var numberings = []*regexp.Regexp{
	regexp.MustCompile(`^[IVX]+\.?$`),
	regexp.MustCompile(`^[A-Z]\.?$`),
	regexp.MustCompile(`^\d+\.?$`),
	regexp.MustCompile(`^\d+\.\d+\.?$`),
	regexp.MustCompile(`^[a-z][.)]?$`),
	regexp.MustCompile(`^\d+\)$`),
}

// byNumbering: each level is numbered in a manner of its own, A / I / 1.1. Two manners of digits are dotted codes, which
// need no level.
func (c *coder) byNumbering() []string {
	order := map[int]int{} // manner → level
	levels := make([]string, len(c.rows))
	letters := false
	var letter byte // the last
	for r, b := range c.rows {
		text := b.text(c.codes[0])
		if text == "" || c.totalName(b) != "" {
			continue
		}
		manner := mannerOf(text, letter)
		if manner < 0 {
			return nil
		}
		if manner == 1 {
			letter = text[0]
		}
		letters = letters || manner < 2 || manner > 3
		if _, known := order[manner]; !known {
			order[manner] = len(order)
		}
		if order[manner] >= len(levelNames) {
			return nil
		}
		levels[r] = levelNames[order[manner]]
	}
	if !letters || len(order) < 2 {
		return nil
	}
	for r, b := range c.rows { // a row without a number has no level
		if levels[r] == "" && c.roles[r] == itemRow && c.name(b) != "" && hasAmount(c.tabel, b, c.keys) {
			return nil
		}
	}
	return levels
}

// mannerOf tells how a row is numbered, -1 where it is no numbering. I, V and X are roman unless they follow H, U and W.
func mannerOf(text string, letter byte) int {
	for i, re := range numberings {
		if !re.MatchString(text) {
			continue
		}
		if i == 0 && len(strings.TrimRight(text, ".")) == 1 && letter > 0 && text[0] == letter+1 {
			return 1
		}
		return i
	}
	return -1
}
