package source

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// bound is a filled cell with what its column means.
type bound struct {
	cell
	*binding
}

var countingCell = regexp.MustCompile(`^\(?\d{1,2}\)?$`)

// record reads one row of the table.
func (t *tableReader) record(cells []cell) {
	if !t.entered(cells) || t.counting(cells) {
		return
	}
	kind := ""
	levels := make([][]bound, len(t.layout.levels))
	for _, c := range cells {
		b := t.binds[c.col]
		if b == nil {
			b = &binding{level: bindUnknown}
			t.binds[c.col] = b
			t.unknown(c, T("Kolom ini berisi nilai tetapi tidak berjudul", "This column holds values but has no heading"),
				T("Agar kolom diberi judul seperti pada templat", "Give the column a heading of the template"))
		}
		switch {
		case b.level == bindJenis:
			kind = t.kind(c)
		case b.level >= 0:
			levels[b.level] = append(levels[b.level], bound{c, b})
		}
	}
	moveShared(t.layout.levels, levels)
	depth := len(levels)
	total := t.totalLevel(levels)
	if total >= 0 {
		depth = total
	}
	for k := range depth {
		if k > 0 {
			kind = ""
		}
		t.fill(k, kind, levels[k], total >= 0 || slices.ContainsFunc(levels[k+1:], func(b []bound) bool { return len(b) > 0 }))
	}
	if total >= 0 {
		t.total(total, levels[total])
	}
}

// entered reports whether somebody filled the row. Numbers in the No column, a chosen Jenis and formulas without a result
// come with the template.
func (t *tableReader) entered(cells []cell) bool {
	label, filled := false, false
	for _, c := range cells {
		b := t.binds[c.col]
		switch {
		case c.kind == Null || c.computed && c.broken != "" || b != nil && (b.level == bindNo || b.level == bindJenis || b.level == bindIgnored):
		case b != nil && b.level >= 0 && t.isTotalLabel(bound{c, b}):
			label = true
		default:
			filled = true
		}
	}
	return filled || label && t.current != nil
}

// counting recognises the row "(1) (2) (3)" below the headings of government tables.
func (t *tableReader) counting(cells []cell) bool {
	if t.current != nil || len(cells) < 3 {
		return false
	}
	last := ""
	for _, c := range cells {
		if !countingCell.MatchString(c.text) || c.text == last {
			return false
		}
		last = c.text
	}
	return strings.Trim(cells[0].text, "()") == "1" && strings.Trim(cells[1].text, "()") == "2"
}

// kind reads the column Jenis; empty means as above.
func (t *tableReader) kind(c cell) string {
	for _, k := range t.kinds() {
		if normal(c.text) == k {
			return k
		}
	}
	if c.kind != Null {
		t.unknown(c, T("Jenis “%s” tidak dikenal di lembar %s", "Jenis “%s” is not known on sheet %s", c.text, t.sheet),
			T("Agar diisi dengan salah satu dari %s", "Use one of %s", strings.Join(t.kinds(), ", ")))
	}
	return ""
}

// moveShared gives shared columns (Maksimal, Bobot, Nilai) to the deeper item when the row names one.
func moveShared(layout []level, levels [][]bound) {
	for k := range len(levels) - 1 {
		if !slices.ContainsFunc(levels[k+1], func(b bound) bool { return b.column.id && b.cell.kind != Null }) {
			continue
		}
		var stay []bound
		for _, b := range levels[k] {
			if b.column.shared {
				levels[k+1] = append(levels[k+1], b)
			} else {
				stay = append(stay, b)
			}
		}
		levels[k] = stay
	}
}

func (t *tableReader) isTotalLabel(b bound) bool {
	return t.layout.total != nil && (b.key == "uraian" || b.key == "nama") && b.cell.kind == String && totalWords.MatchString(normal(b.text))
}

// totalLevel is the level whose row this would be if it were not the line "Jumlah", -1 if it is an ordinary row.
func (t *tableReader) totalLevel(levels [][]bound) int {
	for k := range levels {
		label := slices.ContainsFunc(levels[k], t.isTotalLabel)
		if label && !slices.ContainsFunc(levels[k], func(b bound) bool { return b.key == "kode" && b.cell.kind != Null }) {
			return k
		}
	}
	return -1
}

func (t *tableReader) total(k int, cells []bound) {
	parent := t.parent(k, cells[0].cell)
	for _, b := range cells {
		if t.isTotalLabel(b) {
			continue
		}
		key, ok := t.layout.total[b.key]
		if !ok {
			if key, ok = t.layout.total[""]; !ok {
				t.unknown(b.cell, T("“%s” pada baris Jumlah tidak dipakai", "“%s” in the row Jumlah is not used", b.heading),
					T("Agar sel ini dikosongkan", "Leave the cell empty"))
				continue
			}
			key += b.key
		}
		t.set(parent, b.column, key, b.cell)
	}
}

// fill puts the row's cells of one level into an item: the one begun above, or a new one.
func (t *tableReader) fill(k int, kind string, cells []bound, deeper bool) {
	level := &t.layout.levels[k]
	if len(cells) == 0 {
		return
	}
	if t.current == nil {
		t.current = make([]*open, len(t.layout.levels))
	}
	if len(level.list) == 0 {
		t.start(cells[0].cell)
		for _, b := range cells {
			t.set(t.section(), b.column, b.key, b.cell)
		}
		return
	}
	now := t.current[k]
	if now == nil || t.another(level, now, kind, cells, deeper) {
		now = t.begin(k, kind, cells[0].cell, cells)
	}
	for _, b := range cells {
		if b.column == orderColumn {
			now.idents[b.key] = b.text
			continue
		}
		if b.column.id {
			if now.idents[b.key] == b.text && b.cell.kind != Null && now.node.Get(b.key) != nil {
				continue
			}
			now.idents[b.key] = b.text
		} else if was := lookup(now.node, b.key); was != nil && was.Text == b.text && len(level.list) > 0 && deeper {
			continue // a parent's value repeated on each of its rows
		}
		t.set(now.node, b.column, b.key, b.cell)
	}
}

// another decides whether a row begins a new item.
func (t *tableReader) another(level *level, now *open, kind string, cells []bound, deeper bool) bool {
	if kind != "" && now.idents["Jenis"] != kind {
		return true
	}
	leaf := !slices.ContainsFunc(level.columns, func(c column) bool { return c.id })
	if leaf {
		return true
	}
	conflict := false
	for _, b := range cells {
		switch {
		case b.column.id:
			if b.text != "" && now.idents[b.key] != b.text {
				return true
			}
		case lookup(now.node, b.key) != nil:
			conflict = true
		}
	}
	return conflict && !deeper
}

func lookup(n *Node, key string) *Node {
	for _, step := range strings.Split(key, ".") {
		n = n.Get(step)
	}
	return n
}

func (t *tableReader) begin(k int, kind string, at cell, cells []bound) *open {
	level := &t.layout.levels[k]
	parent := t.parent(k, at)
	if kind == "" {
		kind = level.list[0]
		if now := t.current[k]; now != nil && now.idents["Jenis"] != "" {
			kind = now.idents["Jenis"]
		}
	}
	place := t.place(t.sheet, at.row, at.col)
	list := t.child(parent, kind, List, place)
	now := &open{idents: map[string]string{"Jenis": kind}}
	if level.join {
		now.node = joined(list, cells)
		for _, b := range cells {
			if now.node != nil {
				now.idents[b.key] = b.text
			}
		}
	}
	if now.node == nil {
		now.node = list.Append(&Node{Kind: Map, Place: place})
	}
	t.current[k] = now
	clear(t.current[k+1:])
	return now
}

// joined finds the item another sheet has made: the one whose identifying values are those of the row.
func joined(list *Node, cells []bound) *Node {
	for _, b := range cells {
		if n, err := strconv.Atoi(b.text); b.column == orderColumn && err == nil && n >= 1 && n <= len(list.Items) {
			return list.Items[n-1]
		}
	}
	for _, item := range list.Items {
		same := true
		for _, b := range cells {
			if b.column.id && b.column != orderColumn && b.cell.kind != Null {
				v := item.Get(b.key)
				same = same && v != nil && normal(v.Text) == normal(b.text)
			}
		}
		if same {
			return item
		}
	}
	return nil
}

// parent is the item a new item of level k goes under: the deepest one open. A missing one is made, so that the contract
// can say what it lacks; only where a level may be left out (Renstra without tujuan) the one above is taken.
func (t *tableReader) parent(k int, at cell) *Node {
	if t.current == nil {
		t.current = make([]*open, len(t.layout.levels))
	}
	t.start(at)
	if k == 0 {
		return t.section()
	}
	if t.current[k-1] != nil {
		return t.current[k-1].node
	}
	if t.layout.levels[k].optional {
		return t.parent(k-1, at)
	}
	if t.layout.levels[k-1].optional && k >= 2 && t.current[k-2] != nil {
		return t.current[k-2].node
	}
	return t.begin(k-1, "", at, nil).node
}
