package schema

import (
	"math/big"
	"slices"
)

// maxSumRows bounds the rows whose levels are looked for in their sums.
const maxSumRows = 400

// levelsFromSums tells the levels of rows that nothing marks: programmes over kegiatan over sub-kegiatan (1, 2, 3), or over
// kegiatan alone (1, 2), so that every row above others is their sum in every column and the programmes add up to the total.
// Nil where no reading adds up or more than one does, and without a total: then a flat list may add up by chance.
func levelsFromSums(rows [][]*big.Rat, total []*big.Rat) []int {
	if total == nil || len(rows) < 3 || len(rows) > maxSumRows {
		return nil
	}
	var only []int
	for _, depth := range []int{2, 3} {
		s := newSums(rows, total, depth)
		if s.find(0, nil); len(s.found) > 1 || len(s.found) == 1 && only != nil {
			return nil
		}
		if len(s.found) == 1 {
			only = s.found[0]
		}
	}
	return only
}

// sums looks for the readings of a table. prefix holds what the rows before each add up to.
type sums struct {
	rows   [][]*big.Rat
	prefix [][]*big.Rat
	total  []*big.Rat
	depth  int
	found  [][]int
	steps  int
}

func newSums(rows [][]*big.Rat, total []*big.Rat, depth int) *sums {
	s := &sums{rows: rows, total: total, depth: depth, prefix: make([][]*big.Rat, len(rows)+1)}
	s.prefix[0] = make([]*big.Rat, len(rows[0]))
	for c := range s.prefix[0] {
		s.prefix[0][c] = new(big.Rat)
	}
	for i, row := range rows {
		s.prefix[i+1] = make([]*big.Rat, len(row))
		for c := range row {
			s.prefix[i+1][c] = new(big.Rat).Add(s.prefix[i][c], row[c])
		}
	}
	return s
}

// maxSumSteps ends a search that leads nowhere; two readings end it earlier.
const maxSumSteps = 50_000

// find goes on with a reading at row i, where a programme begins.
func (s *sums) find(i int, levels []int) {
	if s.steps++; len(s.found) > 1 || s.steps > maxSumSteps {
		s.found = append(s.found, nil, nil) // not told apart in time: no reading is certain
		return
	}
	if i == len(s.rows) {
		// Every row counts once at each level, so all rows add up to the total as often as there are levels.
		if s.equal(0, i, s.total, int64(s.depth)) {
			s.found = append(s.found, append([]int(nil), levels...))
		}
		return
	}
	for _, end := range s.ends(i, s.depth-1) {
		s.parts(i+1, end, append(levels, 1))
	}
}

// parts reads the rows of one programme: kegiatan with their sub-kegiatan, or kegiatan alone.
func (s *sums) parts(i, end int, levels []int) {
	if i == end {
		s.find(end, levels)
		return
	}
	if s.depth == 2 {
		for range end - i {
			levels = append(levels, 2)
		}
		s.find(end, levels)
		return
	}
	for _, next := range s.ends(i, 1) {
		if next > end || len(s.found) > 1 {
			break
		}
		deeper := append(levels, 2)
		for range next - i - 1 {
			deeper = append(deeper, 3)
		}
		s.parts(next, end, deeper)
	}
}

// ends are the rows where what stands below row i may end, which counts as often as it has levels.
func (s *sums) ends(i, below int) []int {
	var ends []int
	for j := i + 2; j <= len(s.rows); j++ {
		if s.equal(i+1, j, s.rows[i], int64(below)) {
			ends = append(ends, j)
		}
	}
	return ends
}

func (s *sums) equal(from, to int, want []*big.Rat, times int64) bool {
	factor := big.NewRat(times, 1)
	for c := range want {
		sum := new(big.Rat).Sub(s.prefix[to][c], s.prefix[from][c])
		if sum.Cmp(new(big.Rat).Mul(want[c], factor)) != 0 {
			return false
		}
	}
	return true
}

// bySums gives the rows the only levels that add up. One column may be wrong, if all others have one reading: then its error
// is found, and not a total that no reading gives.
func (c *coder) bySums() []string {
	columns, rows, total, at := c.amountRows()
	if len(columns) == 0 || total == nil {
		return nil
	}
	found := levelsFromSums(rows, total)
	for drop := 0; found == nil && len(columns) > 1 && drop < len(columns); drop++ {
		found = levelsFromSums(without(rows, drop), without([][]*big.Rat{total}, drop)[0])
	}
	if found == nil {
		return nil
	}
	levels := make([]string, len(c.rows))
	for k, r := range at {
		levels[r] = levelNames[found[k]-1]
	}
	return levels
}

// amountRows are the amounts of the items in all columns of money, and of the total; at tells which rows they are.
func (c *coder) amountRows() (columns []int, rows [][]*big.Rat, total []*big.Rat, at []int) {
	columns = c.amountColumns()
	for r, b := range c.rows {
		var values []*big.Rat
		for _, i := range columns {
			n, ok := number(&b.cells[i])
			if text := b.text(i); !ok && text != "" && text != "-" {
				return nil, nil, nil, nil
			}
			if !ok {
				n.Value = new(big.Rat)
			}
			values = append(values, n.Value)
		}
		switch {
		case c.roles[r] == totalRow:
			total = values
		case c.roles[r] == itemRow && c.name(b) != "" && hasAmount(c.tabel, b, c.keys):
			rows, at = append(rows, values), append(at, r)
		}
	}
	return columns, rows, total, at
}

func without(rows [][]*big.Rat, column int) [][]*big.Rat {
	out := make([][]*big.Rat, len(rows))
	for i, row := range rows {
		out[i] = slices.Delete(slices.Clone(row), column, column+1)
	}
	return out
}
