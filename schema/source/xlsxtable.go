package source

import (
	"regexp"
	"strings"

	"github.com/agnivade/levenshtein"
)

// tableReader reads one sheet: single values, then the row of headings, then rows.
type tableReader struct {
	*xlsxReader
	layout  *sheetLayout
	sheet   string
	list    bool // the section is one of several tables
	base    *Node
	binds   map[int]*binding // by column, once the headings are met
	current []*open
	first   *Place
	value   int  // column of the values on a sheet of single values, 0 before its headings
	remark  int  // column of explanations there
	missing bool // the headings were not found, which has been said
}

// binding is what a heading was understood as.
type binding struct {
	level   int // -1: Jenis, -2: No, -3: not understood, -4: explanation
	column  *column
	key     string
	heading string
}

// open is the item of a level that rows below may still add to.
type open struct {
	node   *Node
	idents map[string]string
}

const (
	bindJenis = -1 - iota
	bindNo
	bindUnknown
	bindIgnored
)

func (t *tableReader) row(cells []cell) {
	if t.binds == nil {
		if t.headings(cells) {
			return
		}
		t.singles(cells)
		return
	}
	if len(t.layout.levels) > 0 {
		t.record(cells)
	}
}

// headings recognises the row of headings: at least two known ones, or one where the table has only one column.
func (t *tableReader) headings(cells []cell) bool {
	if len(t.layout.levels) == 0 {
		if len(cells) < 2 || normal(cells[0].text) != "isian" || normal(cells[1].text) != "nilai" {
			return false
		}
		t.value = cells[1].col
		for _, c := range cells[2:] {
			if normal(c.text) == "keterangan" {
				t.remark = c.col
			}
		}
		return true
	}
	binds, known := map[int]*binding{}, 0
	for _, c := range cells {
		b := t.bind(c)
		binds[c.col] = b
		if b.level != bindUnknown && b.level != bindIgnored {
			known++
		}
	}
	if known < 2 {
		return false
	}
	t.binds = binds
	seen := map[string]bool{}
	for _, c := range cells {
		b := binds[c.col]
		id := string(rune('a'+b.level)) + b.key
		if b.level >= 0 && seen[id] {
			t.problems = append(t.problems, Problem{Rule: "kunci-ganda", Place: t.place(t.sheet, c.row, c.col), Stated: c.text,
				Kondisi: T("Judul kolom “%s” muncul dua kali; yang kedua tidak dibaca", "Column heading “%s” appears twice; the second was not read", c.text),
				Saran:   T("Agar satu kolom dihapus atau diganti judulnya", "Delete one of the columns or change its heading")})
			b.level = bindIgnored
		}
		seen[id] = true
		if b.level == bindUnknown {
			t.unknown(c, T("Judul kolom “%s” tidak dikenal di lembar %s", "Column heading “%s” is not known on sheet %s", c.text, t.sheet), t.closest(c.text))
		}
	}
	at := t.place(t.sheet, cells[0].row, cells[0].col)
	t.first = &at
	return true
}

func (t *tableReader) bind(c cell) *binding {
	heading := normal(c.text)
	b := &binding{level: bindUnknown, heading: c.text}
	switch {
	case heading == normal(headingNo) || heading == "no." || heading == "nomor urut":
		b.level = bindNo
		return b
	case heading == normal(headingJenis) && t.kinds() != nil:
		b.level = bindJenis
		return b
	}
	for level := range t.layout.levels {
		if name := orderHeading(&t.layout.levels[level]); name != "" && normal(name) == heading {
			b.level, b.column, b.key = level, orderColumn, "Urutan"
			return b
		}
	}
	for _, exact := range []bool{true, false} {
		for level := range t.layout.levels {
			for i := range t.layout.levels[level].columns {
				col := &t.layout.levels[level].columns[i]
				if exact && normal(col.heading) != heading {
					continue
				}
				if number, ok := col.match(heading); ok {
					b.level, b.column, b.key = level, col, col.key
					if number != "" {
						b.key += "." + number
					}
					return b
				}
			}
		}
	}
	return b
}

// orderColumn counts the items of a level where their identifying texts cannot tell them apart. Only the writer uses it.
var orderColumn = &column{id: true}

func orderHeading(l *level) string {
	for i := range l.columns {
		if l.columns[i].id {
			return "Urutan " + l.columns[i].heading
		}
	}
	return ""
}

// kinds are the lists a column Jenis chooses from.
func (t *tableReader) kinds() []string {
	if len(t.layout.levels) > 0 && len(t.layout.levels[0].list) > 1 {
		return t.layout.levels[0].list
	}
	return nil
}

func (t *tableReader) unknown(c cell, kondisi, saran Text) {
	t.problems = append(t.problems, Problem{Rule: ruleUnknownKey, Place: t.place(t.sheet, c.row, c.col), Stated: c.text, Kondisi: kondisi, Saran: saran})
}

func (t *tableReader) closest(heading string) Text {
	best, distance := "", 4
	for i := range t.layout.levels {
		for j := range t.layout.levels[i].columns {
			name := t.layout.levels[i].columns[j].heading
			if d := levenshtein.ComputeDistance(normal(heading), normal(name)); d < distance {
				best, distance = name, d
			}
		}
	}
	if best != "" {
		return T("Agar judul kolom ditulis “%s”", "Write the heading as “%s”", best)
	}
	return T("Agar judul kolom disesuaikan dengan templat, atau kolomnya dihapus", "Use the headings of the template, or delete the column")
}

// singles reads a label with its value beside it. A lone cell is a title.
func (t *tableReader) singles(cells []cell) {
	label, value := cells[0], cell{}
	var stray []cell
	for _, c := range cells[1:] {
		switch {
		case value.col == 0 && (t.value == 0 || c.col == t.value):
			value = c
		case c.col != t.remark:
			stray = append(stray, c)
		}
	}
	heading := normal(label.text)
	for i := range t.layout.single {
		col := &t.layout.single[i]
		if _, ok := col.match(heading); ok {
			if value.col > 0 {
				t.start(label)
				t.set(t.section(), col, col.key, value)
			}
			for _, c := range stray {
				t.unknown(c, T("Nilai di luar kolom Nilai tidak dibaca", "A value outside the column Nilai is not read"),
					T("Agar nilai dipindahkan ke kolom Nilai", "Move the value to the column Nilai"))
			}
			return
		}
	}
	if len(cells) == 1 {
		return
	}
	if len(t.layout.levels) > 0 {
		// Perhaps a table whose headings were not recognised; one problem for the sheet says so.
		if !t.missing && len(cells) > 2 {
			t.missing = true
			t.unknown(label, T("Baris judul kolom lembar %s tidak ditemukan", "The row of headings of sheet %s was not found", t.sheet),
				T("Agar judul kolom disesuaikan dengan templat", "Use the headings of the template"))
		}
		if t.missing {
			return
		}
	}
	t.unknown(label, T("Isian “%s” tidak dikenal di lembar %s", "“%s” is not known on sheet %s", label.text, t.sheet),
		T("Agar nama isian disesuaikan dengan templat", "Use the labels of the template"))
}

func (t *tableReader) start(c cell) {
	if t.first == nil {
		at := t.place(t.sheet, c.row, c.col)
		t.first = &at
	}
}

// section is the node the sheet's keys are relative to, made when the first value asks for it.
func (t *tableReader) section() *Node {
	if t.base != nil {
		return t.base
	}
	t.base = t.root
	if t.layout.path != "" {
		at := Place{File: t.name, Sheet: t.sheet}
		if t.first != nil {
			at = *t.first
		}
		if t.list {
			list := t.child(t.root, t.layout.path, List, at)
			t.base = list.Append(&Node{Kind: Map, Place: at})
		} else {
			t.base = t.child(t.root, t.layout.path, Map, at)
		}
	}
	t.at[sheetCell{t.sheet, 0, 0}] = t.base
	return t.base
}

func (r *xlsxReader) child(parent *Node, key string, kind Kind, at Place) *Node {
	if n := parent.Get(key); n != nil && n.Kind == kind {
		return n
	}
	return parent.Add(key, at, &Node{Kind: kind, Place: at})
}

// set puts a cell's value under a dotted key.
func (t *tableReader) set(parent *Node, col *column, key string, c cell) {
	at := t.place(t.sheet, c.row, c.col)
	if c.noValue || c.broken != "" {
		t.brokenFormula(c, at)
		return
	}
	steps := strings.Split(key, ".")
	for _, step := range steps[:len(steps)-1] {
		parent = t.child(parent, step, Map, at)
	}
	n := &Node{Kind: c.kind, Text: c.text, Raw: c.raw, Formula: c.formula, Place: at}
	if col.texts {
		n = textList(n)
	}
	if t.nodes++; t.nodes > MaxNodes {
		if t.nodes == MaxNodes+1 {
			t.problems = append(t.problems, tooMany(at))
		}
		return
	}
	parent.Add(steps[len(steps)-1], at, n)
	where := sheetCell{t.sheet, c.row, c.col}
	t.at[where] = n
	where.col = 0
	if t.at[where] == nil {
		t.at[where] = n
	}
}

// textList splits "2; 3" into a list whose items all stand in the cell.
func textList(n *Node) *Node {
	list := &Node{Kind: List, Place: n.Place}
	if n.Kind != String {
		list.Append(n)
		return list
	}
	for _, part := range strings.FieldsFunc(n.Text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if part = strings.TrimSpace(part); part != "" {
			list.Append(&Node{Kind: String, Text: part, Place: n.Place})
		}
	}
	return list
}

func (r *xlsxReader) brokenFormula(c cell, at Place) {
	p := Problem{Rule: ruleBrokenFormula, Place: at, Stated: c.broken,
		Kondisi: T("Sel berisi %s, bukan nilai", "The cell shows %s instead of a value", c.broken),
		Saran:   T("Agar rumus diperbaiki sehingga selnya menampilkan nilai", "Mend the formula so that the cell shows a value")}
	if c.noValue {
		p.Stated = "=" + c.formula
		p.Kondisi = T("Hasil rumus =%s tidak tersimpan di dalam berkas", "The result of the formula =%s is not saved in the file", c.formula)
		p.Saran = T("Agar berkas dibuka dengan Excel atau LibreOffice lalu disimpan ulang", "Open the file in Excel or LibreOffice and save it again")
	}
	r.problems = append(r.problems, p)
}

var totalWords = regexp.MustCompile(`^(grand )?(jumlah|total)( (total|seluruhnya|keseluruhan|anggaran|belanja|nilai))?$`)
