package source

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// readHTML gathers the lines of an HTML table and reads it when it is closed.
func (r *textReader) readHTML(line string) {
	if r.since == 0 {
		r.since, r.grid = r.line, nil
	}
	r.html.WriteString(line)
	r.html.WriteByte('\n')
	if strings.Contains(strings.ToLower(line), "</table>") || r.html.Len() > maxTextLine {
		r.endHTML()
	}
}

func (r *textReader) endHTML() {
	if r.since == 0 {
		return
	}
	if grid := htmlGrid(r.html.String(), r.name, r.since); len(grid.Rows) > 0 {
		r.blocks = append(r.blocks, Block{Kind: Table, Place: Place{File: r.name, Line: r.since, Column: 1}, Grid: grid})
	}
	r.html.Reset()
	r.since = 0
}

// htmlGrid reads the rows of a table with rowspan and colspan. It only walks the tokens, so that deep nesting costs nothing.
func htmlGrid(text, name string, line int) *Grid {
	g := &Grid{}
	z := html.NewTokenizer(strings.NewReader(text))
	var cell *Cell
	var content strings.Builder
	var open []pendingSpan
	closeCell := func() {
		if cell == nil {
			return
		}
		cell.Text = plain(content.String())
		if cell.Kind = String; cell.Text == "" {
			cell.Kind = Null
		}
		content.Reset()
		cell = nil
	}
	for {
		kind := z.Next()
		at := Place{File: name, Line: line, Column: 1}
		line += strings.Count(string(z.Raw()), "\n")
		switch kind {
		case html.ErrorToken:
			closeCell()
			return g
		case html.TextToken:
			content.Write(z.Text())
		case html.StartTagToken:
			tag, more := z.TagName()
			switch string(tag) {
			case "tr":
				closeCell()
				g.Rows = append(g.Rows, nil)
			case "td", "th":
				closeCell()
				if len(g.Rows) == 0 {
					g.Rows = append(g.Rows, nil)
				}
				c := Cell{Place: at, Rows: 1, Cols: 1, Bold: string(tag) == "th"}
				for more {
					var key, value []byte
					key, value, more = z.TagAttr()
					n, _ := strconv.Atoi(string(value))
					switch string(key) {
					case "rowspan":
						c.Rows = min(max(n, 1), 1000)
					case "colspan":
						c.Cols = min(max(n, 1), maxTextCols)
					}
				}
				cell = g.place(c, &open)
			case "br", "p", "div", "li":
				content.WriteByte(' ')
			case "b", "strong":
				if cell != nil && strings.TrimSpace(content.String()) == "" {
					cell.Bold = true
				}
			}
		case html.EndTagToken:
			if tag, _ := z.TagName(); string(tag) == "td" || string(tag) == "th" || string(tag) == "tr" {
				closeCell()
			}
		}
	}
}

// pendingSpan is a merged cell that reaches into later rows.
type pendingSpan struct{ row, col, rows, cols int }

// place puts a cell at the next free column of the last row, with the cells it covers, and returns it.
func (g *Grid) place(c Cell, open *[]pendingSpan) *Cell {
	last := len(g.Rows) - 1
	row := g.Rows[last]
	for covered := true; covered && len(row) < maxTextCols; {
		covered = false
		for _, s := range *open {
			if last > s.row && last < s.row+s.rows && len(row) >= s.col && len(row) < s.col+s.cols {
				row, covered = append(row, Cell{Place: c.Place, Covered: true}), true
				break
			}
		}
	}
	if len(row) >= maxTextCols {
		g.Rows[last] = row
		return &Cell{} // beyond the limit: read, but not kept
	}
	at := len(row)
	row = append(row, c)
	for i := 1; i < c.Cols && len(row) < maxTextCols; i++ {
		row = append(row, Cell{Place: c.Place, Covered: true})
	}
	if c.Rows > 1 {
		*open = append(*open, pendingSpan{last, at, c.Rows, c.Cols})
	}
	g.Rows[last] = row
	return &g.Rows[last][at]
}
