package schema

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
)

// look is how a row stands out in print. Rows of a higher level are less indented, bold, or in capitals.
type look struct{ indent, bold, capitals int }

// looks are the ways a table may print its levels: by one mark, or by several at once.
var looks = []func(look) look{
	func(l look) look { return look{indent: l.indent} },
	func(l look) look { return look{bold: l.bold} },
	func(l look) look { return look{capitals: l.capitals} },
	func(l look) look { return look{bold: l.bold, capitals: l.capitals} },
	func(l look) look { return l },
}

// byStyle tells levels from bold type, indentation and capitals. They may as well be decoration, so the sums have the last
// word: at least half of them must hold when the table is read that way, and of two ways the one that fits better is taken.
func (c *coder) byStyle() []string {
	rows, at := c.namedRows()
	if len(rows) < 3 {
		return nil
	}
	seen := make([]look, len(rows))
	for i, b := range rows {
		seen[i] = c.lookOf(b)
	}
	var best []int
	rating, most := new(big.Rat), 0
	for _, part := range looks {
		levels := levelsOf(seen, part)
		if levels == nil {
			continue
		}
		hold, all := c.vote(rows, levels)
		if all == 0 || 2*hold < all {
			continue
		}
		if r := big.NewRat(int64(hold), int64(all)); r.Cmp(rating) > 0 || r.Cmp(rating) == 0 && hold > most {
			best, rating, most = levels, r, hold
		}
	}
	if best == nil {
		return nil
	}
	levels := make([]string, len(c.rows))
	for i, r := range at {
		levels[r] = levelNames[best[i]]
	}
	return levels
}

// namedRows are the rows with a name that are no totals, and where they stand.
func (c *coder) namedRows() (rows []*baris, at []int) {
	for r, b := range c.rows {
		if c.name(b) != "" && (c.roles[r] == itemRow || c.roles[r] == memberRow) {
			rows, at = append(rows, b), append(at, r)
		}
	}
	return rows, at
}

func (c *coder) lookOf(b *baris) look {
	l := look{bold: 1, capitals: 1}
	for _, i := range c.names {
		if text := b.text(i); text != "" {
			l.indent = b.cells[i].Indent
			if b.cells[i].Bold {
				l.bold = 0
			}
			if text == strings.ToUpper(text) {
				l.capitals = 0
			}
		}
	}
	return l
}

// levelsOf reads looks as levels, 0 for the highest; nil where they show only one or too many, or where a row stands two
// levels below the one above it.
func levelsOf(seen []look, part func(look) look) []int {
	var kinds []look
	for _, l := range seen {
		if l = part(l); !slices.Contains(kinds, l) {
			kinds = append(kinds, l)
		}
	}
	if len(kinds) < 2 || len(kinds) > len(levelNames) {
		return nil
	}
	slices.SortFunc(kinds, func(a, b look) int {
		return cmp.Or(cmp.Compare(a.indent, b.indent), cmp.Compare(a.bold, b.bold), cmp.Compare(a.capitals, b.capitals))
	})
	levels := make([]int, len(seen))
	above := -1
	for i, l := range seen {
		levels[i] = slices.Index(kinds, part(l))
		if levels[i] > above+1 {
			return nil
		}
		above = levels[i]
	}
	return levels
}

// vote counts the sums that hold when rows have these levels: each row with rows below it, in each column of amounts.
func (c *coder) vote(rows []*baris, levels []int) (hold, all int) {
	for i, b := range rows {
		end := i + 1
		for end < len(rows) && levels[end] > levels[i] {
			end++
		}
		if end == i+1 {
			continue
		}
		for _, col := range c.amountColumns() {
			want, ok := number(&b.cells[col])
			if !ok {
				continue
			}
			sum := new(big.Rat)
			for k := i + 1; k < end; k++ {
				if n, ok := number(&rows[k].cells[col]); ok && levels[k] == levels[i]+1 {
					sum.Add(sum, n.Value)
				}
			}
			if all++; sum.Cmp(want.Value) == 0 {
				hold++
			}
		}
	}
	return hold, all
}

// amountColumns are the columns whose levels add up.
func (c *coder) amountColumns() []int {
	var columns []int
	for i, key := range c.keys {
		switch key {
		case "pagu_murni", "pagu", "realisasi", "sisa":
			columns = append(columns, i)
		}
	}
	return columns
}
