package source

import (
	"cmp"
	"math"
	"regexp"
	"slices"
)

// headCell is a text over columns, with those below it.
type headCell struct {
	from, to int // columns
	pieces   []piece
	below    []headCell
}

// headings reads the lines above the data as headings, merged where one stands over several columns; ok is false where that is
// not clear.
func (a *aligned) headings(words lexicon) (rows [][]Cell, ok bool) {
	var pieces []piece
	for _, l := range a.head {
		pieces = append(pieces, l.pieces...)
	}
	if len(pieces) == 0 {
		return nil, true
	}
	cells, ok := a.headCells(0, len(a.columns), pieces, 3)
	if !ok {
		return nil, false
	}
	depth := depthOf(cells)
	for range depth {
		row := make([]Cell, len(a.columns))
		for j := range row {
			row[j].Covered = true
		}
		rows = append(rows, row)
	}
	var write func(cells []headCell, level int)
	write = func(cells []headCell, level int) {
		for _, h := range cells {
			c := Cell{Kind: String, Rows: 1, Cols: h.to - h.from}
			c.Text, c.Bold = cellText(h.pieces, a.headRoom(h), words)
			if c.Text == "" {
				c.Kind = Null
			}
			if len(h.below) == 0 {
				c.Rows = depth - level
			}
			rows[level][h.from] = c
			write(h.below, level+1)
		}
	}
	write(cells, 0)
	return rows, true
}

// headRoom is the least room that a text above columns has.
func (a *aligned) headRoom(h headCell) float64 {
	left, right := a.columns[h.from].left, a.columns[h.to-1].right
	for _, c := range h.pieces {
		left, right = min(left, c.left), max(right, c.right)
	}
	return right - left
}

func depthOf(cells []headCell) int {
	depth := 0
	for _, h := range cells {
		depth = max(depth, 1+depthOf(h.below))
	}
	return depth
}

// headCells parts the pieces over some columns. Columns whose texts stand low, on the line below the middle, have a text above
// them, alone or with their neighbours: the one that stands over the middle of them.
func (a *aligned) headCells(from, to int, pieces []piece, deepest int) ([]headCell, bool) {
	own := make([][]piece, to-from)
	var wide []piece
	top, bottom := math.Inf(1), 0.0
	for _, c := range pieces {
		top, bottom = min(top, c.top), max(bottom, c.bottom)
		if j := a.over(from, to, c); j >= 0 {
			own[j-from] = append(own[j-from], c)
		} else {
			wide = append(wide, c)
		}
	}
	low, level := a.headRule(from, to, own, wide)
	switch {
	case level > 0:
	case a.oneLevel(own, wide):
		low = make([]bool, len(own))
	default:
		low, level = a.lowColumns(own, wide, (top+bottom)/2)
	}
	var cells []headCell
	for j := 0; j < len(own); {
		if !low[j] {
			cells = append(cells, headCell{from: from + j, to: from + j + 1, pieces: own[j]})
			j++
			continue
		}
		end := j
		var upper, lower []piece
		for ; end < len(own) && low[end]; end++ {
			for _, c := range own[end] {
				if c.middle() < level {
					upper = append(upper, c)
				} else {
					lower = append(lower, c)
				}
			}
		}
		left, right := a.columns[from+j].left, a.columns[from+end-1].right
		rest := wide[:0:0]
		for _, c := range wide {
			if x := (c.left + c.right) / 2; left < x && x < right {
				upper = append(upper, c)
			} else {
				rest = append(rest, c)
			}
		}
		wide = rest
		if deepest == 0 {
			return nil, false
		}
		group, ok := a.shareOut(from+j, from+end, upper, lower, deepest-1)
		if !ok {
			return nil, false
		}
		cells = append(cells, group...)
		j = end
	}
	return cells, len(wide) == 0
}

// over is the column that a piece stands over alone, -1 where it reaches over several or stands between two.
func (a *aligned) over(from, to int, c piece) int {
	found := -1
	for j := from; j < to; j++ {
		col := a.columns[j]
		if c.left < col.right && c.right > col.left {
			if found >= 0 {
				return -1
			}
			found = j
		}
	}
	if found >= 0 {
		return found
	}
	best := math.Inf(1)
	for j := from; j < to; j++ { // over the white beside a column
		if d := a.columns[j].distance(c); d < best {
			best, found = d, j
		}
	}
	return found
}

// lowColumns marks the columns whose lowest texts stand below the middle of the headings, and those between or beside them
// with texts on the same line and above; level parts upper from lower texts.
func (a *aligned) lowColumns(own [][]piece, wide []piece, middle float64) (low []bool, level float64) {
	low = make([]bool, len(own))
	level = math.Inf(1)
	lines := make([][]textLine, len(own))
	any := false
	for j := range own {
		lines[j] = linesOf(own[j])
		if n := len(lines[j]); n > 0 && (lines[j][0].top+lines[j][n-1].bottom)/2 > middle+0.3*lines[j][0].size && lines[j][0].top > middle-0.6*lines[j][0].size {
			low[j], any = true, true
			level = min(level, lines[j][0].top-0.5)
		}
	}
	if !any {
		return low, level
	}
	for range own {
		for j := range own {
			beside := j > 0 && low[j-1] || j+1 < len(own) && low[j+1]
			if n := len(lines[j]); !low[j] && beside && n > 1 && lines[j][0].bottom < level+2 && slices.ContainsFunc(lines[j], func(l textLine) bool { return math.Abs(l.top-0.5-level) < 0.8 }) {
				low[j] = true
			}
		}
	}
	return low, level
}

// shareOut gives each of the upper texts the columns in whose middle it stands.
func (a *aligned) shareOut(from, to int, upper, lower []piece, deepest int) ([]headCell, bool) {
	heads := joinAbove(upper)
	if len(heads) == 0 { // texts at the bottom of their cells
		var cells []headCell
		for j := from; j < to; j++ {
			h := headCell{from: j, to: j + 1}
			for _, c := range lower {
				if a.over(from, to, c) == j {
					h.pieces = append(h.pieces, c)
				}
			}
			cells = append(cells, h)
		}
		return cells, true
	}
	if len(heads) > to-from {
		return nil, false
	}
	columns := a.withHeads(from, to, lower)
	ends := a.leftEnds(from, to, heads, lower)
	if ends == nil {
		ends = fairEnds(from, columns, heads)
	}
	edge := func(j int) float64 { // between a column and the one before it
		switch {
		case j == from:
			return math.Inf(-1)
		case j == to:
			return math.Inf(1)
		}
		return (columns[j-1-from].right + columns[j-from].left) / 2
	}
	var cells []headCell
	for i, h := range heads {
		start := from
		if i > 0 {
			start = ends[i-1]
		}
		var below []piece
		for _, c := range lower {
			if x := (c.left + c.right) / 2; edge(start) < x && x <= edge(ends[i]) {
				below = append(below, c)
			}
		}
		parts, ok := a.headCells(start, ends[i], below, deepest)
		if !ok {
			return nil, false
		}
		cells = append(cells, headCell{from: start, to: ends[i], pieces: h, below: parts})
	}
	return cells, true
}

// joinAbove puts the lines of one upper text together: those that stand above each other.
func joinAbove(pieces []piece) [][]piece {
	sorted := slices.Clone(pieces)
	slices.SortFunc(sorted, func(a, b piece) int { return cmp.Compare(a.left+a.right, b.left+b.right) })
	var heads [][]piece
	for _, c := range sorted {
		if n := len(heads); n > 0 && slices.ContainsFunc(heads[n-1], func(d piece) bool { return c.left < d.right && d.left < c.right }) {
			heads[n-1] = append(heads[n-1], c)
		} else {
			heads = append(heads, []piece{c})
		}
	}
	return heads
}

// fairEnds parts columns among texts so that each stands as near the middle of its own as can be.
func fairEnds(from int, columns []strip, heads [][]piece) []int {
	n, m := len(heads), len(columns)
	cost, back := make([][]float64, n+1), make([][]int, n+1)
	for i := range cost {
		cost[i], back[i] = make([]float64, m+1), make([]int, m+1)
		for j := range cost[i] {
			cost[i][j] = math.Inf(1)
		}
	}
	cost[0][0] = 0
	for i := 1; i <= n; i++ {
		left, right := leftmost(heads[i-1]), 0.0
		for _, c := range heads[i-1] {
			right = max(right, c.right)
		}
		for j := i; j <= m; j++ {
			for k := i - 1; k < j; k++ {
				d := cost[i-1][k] + math.Abs((columns[k].left+columns[j-1].right)-(left+right))
				if d < cost[i][j] {
					cost[i][j], back[i][j] = d, k
				}
			}
		}
	}
	ends := make([]int, n)
	for i, j := n, m; i > 0; i-- {
		ends[i-1] = from + j
		j = back[i][j]
	}
	return ends
}

var reYearIn = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// yearOverFirst reports whether a heading with a year stands at the left over the first of several columns, and was not taken to
// stand over all of them up to the next one beside it: nothing else tells which of them are of that year.
func (a *aligned) yearOverFirst(head [][]Cell) bool {
	in := func(l *textLine, j int) *piece {
		for i := range l.pieces {
			if c := &l.pieces[i]; c.left < a.columns[j].right && a.columns[j].left < c.right {
				return c
			}
		}
		return nil
	}
	for i := range a.head {
		for j := range len(a.columns) - 1 {
			year := in(&a.head[i], j)
			if year == nil || !reYearIn.MatchString(year.text) {
				continue
			}
			k := i + 1
			for k < len(a.head) && in(&a.head[k], j) == nil {
				k++
			}
			if k == len(a.head) || math.Abs(year.left-in(&a.head[k], j).left) > 2 {
				continue
			}
			next := j + 1
			for next < len(a.columns) && a.columns[next].left < year.right {
				next++
			}
			if next == len(a.columns) || in(&a.head[i], next) != nil || in(&a.head[k], next) == nil {
				continue
			}
			for next < len(a.columns) && in(&a.head[i], next) == nil {
				next++
			}
			if a.underlined(*year, in(&a.head[k], j).top) {
				continue
			}
			if !slices.ContainsFunc(head, func(row []Cell) bool {
				return !row[j].Covered && row[j].Cols == next-j && reYearIn.MatchString(row[j].Text)
			}) {
				return true
			}
		}
	}
	return false
}
