package source

import (
	"slices"
	"strconv"
	"strings"
)

// sheetPlan is one sheet before it is written: which values stand where.
type sheetPlan struct {
	w      *workbookWriter
	layout *sheetLayout
	single []plannedValue
	rows   []plannedRow
	used   map[planKey]bool
	orders []bool // by level: siblings need the column Urutan
}

type plannedValue struct {
	column *column
	node   *Node
	text   string // instead of a node: Jenis, Urutan, Jumlah
}

// planKey names a column of the sheet: the level, the column, and in a family the number.
type planKey struct {
	level  int // bindJenis for the column Jenis
	column *column
	number string
}

type plannedRow map[planKey]plannedValue

type plannedColumn struct {
	planKey
	heading string
}

func planSheet(w *workbookWriter, base *Node, l *sheetLayout) *sheetPlan {
	p := &sheetPlan{w: w, layout: l, used: map[planKey]bool{}, orders: make([]bool, len(l.levels))}
	for i := range l.single {
		c := &l.single[i]
		if n := lookup(base, c.key); n != nil && !w.placed[n] && !w.apart[strings.SplitN(c.key, ".", 2)[0]] && c.holds(n) {
			w.placed[n] = true
			p.single = append(p.single, plannedValue{column: c, node: n})
		}
	}
	if len(l.levels) == 0 {
		return p
	}
	p.findOrders(base, 0)
	p.below(-1, base, plannedRow{})
	return p
}

// lists are the lists of items a level may find under a node, in written order, that the table can carry.
func (p *sheetPlan) lists(level int, parent *Node) []*Node {
	var out []*Node
	for i := range parent.Fields {
		key, n := parent.Fields[i].Key, parent.Fields[i].Value
		if !slices.Contains(p.layout.levels[level].list, key) || parent.Get(key) != n || n.Kind != List || len(n.Items) == 0 {
			continue
		}
		if p.w.apart[key] && parent.parent == nil {
			continue
		}
		if !slices.ContainsFunc(n.Items, func(item *Node) bool { return item.Kind != Map || len(item.Fields) == 0 }) {
			out = append(out, n)
		}
	}
	return out
}

// findOrders looks for items that a reader could not tell from another by their identifying texts.
func (p *sheetPlan) findOrders(parent *Node, level int) {
	if level == len(p.layout.levels) || len(p.layout.levels[level].list) == 0 {
		return
	}
	l := &p.layout.levels[level]
	for _, list := range p.lists(level, parent) {
		for i, item := range list.Items {
			if slices.ContainsFunc(l.columns, func(c column) bool { return c.id }) {
				// On its own sheet an item is told from the one above it, on another from all that come before.
				from := max(i-1, 0)
				if l.join {
					from = 0
				}
				for _, before := range list.Items[from:i] {
					p.orders[level] = p.orders[level] || l.fits(item, before)
				}
				p.orders[level] = p.orders[level] || l.fits(item, &Node{})
			}
			p.findOrders(item, level+1)
		}
	}
	if level+1 < len(p.layout.levels) && p.layout.levels[level+1].optional {
		p.findOrders(parent, level+1)
	}
}

// fits reports whether the identifying texts of an item are also those of another; an item without any fits all.
func (l *level) fits(item, other *Node) bool {
	for i := range l.columns {
		c := &l.columns[i]
		if n := item.Get(c.key); c.id && n != nil && c.holds(n) {
			if o := other.Get(c.key); o == nil || normal(o.Text) != normal(n.Text) {
				return false
			}
		}
	}
	return true
}

// below writes the items under a node. The first shares the row that names the parent.
func (p *sheetPlan) below(level int, parent *Node, row plannedRow) {
	next := level + 1
	if next < len(p.layout.levels) {
		// What skips a level (the indicators of a tujuan) comes before what does not (its sasaran).
		if deeper := next + 1; deeper < len(p.layout.levels) && p.layout.levels[next].optional {
			row = p.items(deeper, parent, row)
		}
		row = p.items(next, parent, row)
		if level == -1 && next+1 < len(p.layout.levels) && p.layout.levels[next+1].optional {
			// A sasaran without tujuan must stand before the first tujuan.
			p.rows = append(p.free(next+1, parent), p.rows...)
		}
	}
	p.flush(row)
	if level >= 0 {
		p.totalRow(level+1, parent)
	} else if len(p.layout.levels) == 1 {
		p.totalRow(0, parent)
	}
}

func (p *sheetPlan) free(level int, parent *Node) []plannedRow {
	before := p.rows
	p.rows = nil
	p.items(level, parent, plannedRow{})
	rows := p.rows
	p.rows = before
	return rows
}

// items writes the items of one level and returns the row still open: the one given when there were none.
func (p *sheetPlan) items(level int, parent *Node, row plannedRow) plannedRow {
	l := &p.layout.levels[level]
	if len(l.list) == 0 {
		p.fields(level, parent, row)
		return row
	}
	for _, list := range p.lists(level, parent) {
		for i, item := range list.Items {
			if p.layout.levels[level].join && item.Get(p.layout.levels[level+1].list[0]) == nil && p.total(item) == nil {
				continue
			}
			if row == nil {
				row = plannedRow{}
			}
			if len(l.list) > 1 {
				p.put(row, planKey{level: bindJenis}, plannedValue{text: list.key})
			}
			if p.orders[level] {
				p.put(row, planKey{level: level, column: orderColumn}, plannedValue{text: strconv.Itoa(i + 1)})
			}
			p.fields(level, item, row)
			if slices.ContainsFunc(l.columns, func(c column) bool { return c.shared }) {
				p.flush(row)
				row = plannedRow{}
			}
			p.below(level, item, row)
			row = nil
		}
	}
	return row
}

func (p *sheetPlan) fields(level int, item *Node, row plannedRow) {
	for i := range p.layout.levels[level].columns {
		c := &p.layout.levels[level].columns[i]
		n := lookup(item, c.key)
		if n == nil {
			continue
		}
		if !strings.Contains(c.heading, "{") {
			p.cell(level, c, "", n, row)
			continue
		}
		for j := range n.Fields {
			if _, ok := familyHeading(c.heading, n.Fields[j].Key); ok && n.Get(n.Fields[j].Key) == n.Fields[j].Value {
				p.cell(level, c, n.Fields[j].Key, n.Fields[j].Value, row)
			}
		}
	}
	// A deeper level's own columns that a shared one serves: Maksimal of a subkomponen.
	if level > 0 {
		for i := range p.layout.levels[level-1].columns {
			if c := &p.layout.levels[level-1].columns[i]; c.shared {
				if n := item.Get(c.key); n != nil {
					p.cell(level-1, c, "", n, row)
				}
			}
		}
	}
}

func (p *sheetPlan) cell(level int, c *column, number string, n *Node, row plannedRow) {
	repeated := p.layout.levels[level].join && c.id
	if p.w.placed[n] && !repeated || !c.holds(n) {
		return
	}
	p.w.placed[n] = true
	if repeated {
		// Its remarks stand on the sheet that owns it.
		n = &Node{Kind: n.Kind, Text: n.Text}
	}
	p.put(row, planKey{level, c, number}, plannedValue{column: c, node: n})
}

func (p *sheetPlan) put(row plannedRow, key planKey, v plannedValue) {
	p.used[key] = true
	row[key] = v
}

func (p *sheetPlan) flush(row plannedRow) {
	if len(row) > 0 {
		p.rows = append(p.rows, row)
	}
}

// total is what the row Jumlah under a node would hold.
func (p *sheetPlan) total(parent *Node) *Node {
	for _, key := range p.layout.total {
		if n := parent.Get(strings.TrimSuffix(key, ".")); n != nil {
			return n
		}
	}
	return nil
}

// totalRow writes the row Jumlah of the items of a level.
func (p *sheetPlan) totalRow(level int, parent *Node) {
	if p.layout.total == nil || level >= len(p.layout.levels) || p.total(parent) == nil {
		return
	}
	if _, ok := p.labelColumn(level); !ok || level+1 < len(p.layout.levels) && p.layout.levels[level].join {
		return
	}
	row := plannedRow{}
	for i := range p.layout.levels[level].columns {
		c := &p.layout.levels[level].columns[i]
		key, ok := p.layout.total[c.key]
		if !ok {
			prefix, all := p.layout.total[""]
			if key = prefix + c.key; !all || c.key == "nama" || c.key == "uraian" || c.key == "kode" {
				continue
			}
		}
		n := lookup(parent, key)
		switch {
		case n == nil:
		case strings.Contains(c.heading, "{"):
			for j := range n.Fields {
				if _, ok := familyHeading(c.heading, n.Fields[j].Key); ok {
					p.cell(level, c, n.Fields[j].Key, n.Fields[j].Value, row)
				}
			}
		default:
			p.cell(level, c, "", n, row)
		}
	}
	if len(row) > 0 {
		c, _ := p.labelColumn(level)
		p.put(row, planKey{level: level, column: c}, plannedValue{text: "Jumlah"})
		p.flush(row)
	}
}

func (p *sheetPlan) labelColumn(level int) (*column, bool) {
	for i := range p.layout.levels[level].columns {
		if c := &p.layout.levels[level].columns[i]; c.key == "uraian" || c.key == "nama" {
			return c, true
		}
	}
	return nil, false
}

// columns are the columns of the sheet in the layout's order: those in use and those of the template.
func (p *sheetPlan) columns() []plannedColumn {
	var out []plannedColumn
	if key := (planKey{level: bindJenis}); p.used[key] {
		out = append(out, plannedColumn{key, headingJenis})
	}
	for level := range p.layout.levels {
		if key := (planKey{level: level, column: orderColumn}); p.used[key] {
			out = append(out, plannedColumn{key, orderHeading(&p.layout.levels[level])})
		}
		for i := range p.layout.levels[level].columns {
			c := &p.layout.levels[level].columns[i]
			var numbers []string
			for key := range p.used {
				if key.level == level && key.column == c {
					numbers = append(numbers, key.number)
				}
			}
			if len(numbers) == 0 && c.shown && !strings.Contains(c.heading, "{") {
				numbers = []string{""}
			}
			slices.SortFunc(numbers, func(a, b string) int {
				if len(a) != len(b) {
					return len(a) - len(b)
				}
				return strings.Compare(a, b)
			})
			for _, number := range numbers {
				heading, _ := familyHeading(c.heading, number)
				if c.percent {
					heading += " (%)"
				}
				out = append(out, plannedColumn{planKey{level, c, number}, heading})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b plannedColumn) int { return a.rank() - b.rank() })
	return out
}

// rank puts shared columns behind the names of both levels, and what is said once an item at the end.
func (c plannedColumn) rank() int {
	switch {
	case c.column == nil:
		return 0
	case c.column.last:
		return 2
	case c.column.shared:
		return 1
	}
	return 0
}

func (c plannedColumn) width() float64 {
	switch {
	case c.column == nil || c.column == orderColumn:
		return 10
	case c.column.wide:
		return 42
	case c.column.money:
		return 19
	}
	return 15
}
