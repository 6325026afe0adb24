package source

import (
	"slices"
	"strconv"
	"strings"
)

// hideCopies hides a table whose rows with figures all stand on another sheet too: the selection a filter was copied to, or a
// sheet that was duplicated. Counted twice, its figures would break every total. Serial numbers in the first column and lines
// "Jumlah" may differ; a single other row that differs makes it a table of its own, as a budget before and after its change.
func (b *bookReader) hideCopies() {
	var grids []*Grid
	var marks []map[string]bool
	owners := map[string][]int{}
	if !slices.ContainsFunc(b.blocks, func(x Block) bool { return x.Grid != nil && x.Grid.Name != b.blocks[0].Place.Sheet }) {
		return // one sheet copies none
	}
	for i := range b.blocks {
		g := b.blocks[i].Grid
		if g == nil || g.Hidden {
			continue
		}
		mine := map[string]bool{}
		for _, row := range g.Rows {
			if s := rowMark(row); s != "" {
				mine[s] = true
			}
		}
		if len(mine) < 3 {
			continue
		}
		for s := range mine {
			if len(owners[s]) < 16 {
				owners[s] = append(owners[s], len(grids))
			}
		}
		grids, marks = append(grids, g), append(marks, mine)
	}
	for i, g := range grids {
		shared := map[int]int{}
		for s := range marks[i] {
			for _, j := range owners[s] {
				shared[j]++
			}
		}
		for j := range grids { // in order, so that the first sheet stays
			whole := len(marks[j]) > len(marks[i]) || len(marks[j]) == len(marks[i]) && j < i
			if whole && shared[j] == len(marks[i]) && grids[j].Name != g.Name && !grids[j].Hidden {
				g.Hidden, g.CopyOf = true, grids[j].Name
				break
			}
		}
	}
}

// rowMark is what a row says, "" for one that has not both words and two figures, and for a total.
func rowMark(row []Cell) string {
	var out strings.Builder
	words, figures := 0, 0
	for i, c := range row {
		if n, err := strconv.Atoi(c.Text); c.Text == "" || err == nil && i == 0 && n < 10_000 {
			continue
		}
		if c.Kind == Number || reFigure.MatchString(c.Text) {
			figures++
		} else {
			words++
			if totalWords.MatchString(normal(c.Text)) {
				return ""
			}
		}
		out.WriteString(c.Text)
		out.WriteByte('\t')
	}
	if words == 0 || figures < 2 {
		return ""
	}
	return out.String()
}

// clipSpans cuts merged cells at the edge of their table.
func (g *Grid) clipSpans() {
	for i, row := range g.Rows {
		for j := range row {
			row[j].Rows = min(row[j].Rows, len(g.Rows)-i)
			row[j].Cols = min(row[j].Cols, len(row)-j)
		}
	}
}
