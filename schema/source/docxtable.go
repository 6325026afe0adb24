package source

import (
	"fmt"
	"strings"
	"unicode"
)

// table reads a table, with cells merged across columns (gridSpan) and rows (vMerge). A table inside a cell comes after it.
func (r *docxReader) table() error {
	r.tables++
	g := &Grid{}
	name := fmt.Sprintf("tabel %d", r.tables)
	at := len(r.blocks)
	r.blocks = append(r.blocks, Block{Kind: Table, Grid: g, Place: Place{File: r.name, Table: name}})
	open := map[int]*[2]int{} // anchors of merged columns, as row and column
	err := r.walk(func(e element) error {
		if string(e.name) == "tr" {
			return r.row(g, name, open)
		}
		return nil
	})
	switch {
	case err == nil && len(g.Rows) == 0:
		r.blocks = append(r.blocks[:at], r.blocks[at+1:]...)
	case err == nil && len(g.Rows) == 1 && len(g.Rows[0]) == 1: // a frame around text
		b := ProseBlock(g.Rows[0][0].Text)
		b.Place = g.Rows[0][0].Place
		if r.blocks[at] = b; b.Text == "" {
			r.blocks = append(r.blocks[:at], r.blocks[at+1:]...)
		}
	}
	return err
}

func (r *docxReader) row(g *Grid, name string, open map[int]*[2]int) error {
	index := len(g.Rows)
	if index >= maxTextRows {
		return tooMuch("satu tabel lebih dari %d baris", "a table of more than %d rows", maxTextRows)
	}
	g.Rows = append(g.Rows, nil)
	return r.walk(func(e element) error {
		switch string(e.name) {
		case "gridBefore":
			for range e.number("val", 0, maxTextCols) {
				g.Rows[index] = append(g.Rows[index], Cell{Place: r.cellPlace(name, index, len(g.Rows[index]))})
			}
		case "tc":
			return r.cell(g, name, index, open)
		}
		return nil
	})
}

func (r *docxReader) cellPlace(table string, row, col int) Place {
	return Place{File: r.name, Table: table, Row: row + 1, Col: col + 1}
}

func (r *docxReader) cell(g *Grid, name string, index int, open map[int]*[2]int) error {
	cell := Cell{Kind: String, Rows: 1, Cols: 1, Place: r.cellPlace(name, index, len(g.Rows[index]))}
	cell.Place.Spot = r.spot()
	merged := ""
	before := r.blocks
	r.blocks = nil
	var text []string
	err := r.walk(func(e element) error {
		switch string(e.name) {
		case "gridSpan":
			cell.Cols = e.number("val", 1, maxTextCols)
		case "vMerge":
			if merged = e.attr("val"); merged == "" {
				merged = "continue"
			}
		case "p":
			p, err := r.readParagraph()
			if err != nil {
				return err
			}
			label, _ := r.nextNumber(p)
			if s := strings.TrimSpace(label + " " + fold(p.text.String())); s != "" {
				if len(text) == 0 {
					cell.Bold, cell.Indent = p.bold && !p.plain, p.indent+leadingSteps(p.text.String())
				}
				text = append(text, s)
			}
			cell.Comments = append(cell.Comments, p.comments...)
			r.blocks = append(r.blocks, p.inside...)
		case "tbl":
			return r.table()
		}
		return nil
	})
	r.blocks = append(before, r.blocks...)
	if err != nil {
		return err
	}
	for i := range cell.Comments {
		cell.Comments[i].Place = cell.Place
	}
	if cell.Text = strings.Join(text, " "); cell.Text == "" {
		cell.Kind = Null
	}
	if len(text) > 1 {
		cell.Lines = text
	}
	g.merge(cell, index, merged, open)
	return nil
}

// leadingSteps is how far spaces and tabs before a text move it, in steps.
func leadingSteps(text string) int {
	steps := 0
	for _, r := range text {
		switch {
		case r == '\t':
			steps += 2
		case unicode.IsSpace(r):
			steps++
		default:
			return steps / 2
		}
	}
	return 0
}

// merge puts a cell into its row, as a cell of its own or as one covered by the cell above.
func (g *Grid) merge(cell Cell, index int, merged string, open map[int]*[2]int) {
	col := len(g.Rows[index])
	if col+cell.Cols > maxTextCols {
		return
	}
	anchor := open[col]
	switch {
	case merged == "continue" && anchor != nil:
		g.Rows[anchor[0]][anchor[1]].Rows = index - anchor[0] + 1
		cell.Covered, cell.Text, cell.Kind = true, "", Null
	case merged == "restart":
		open[col] = &[2]int{index, col}
	default:
		delete(open, col)
	}
	span := cell.Cols
	if cell.Covered {
		cell.Cols = 0
	}
	g.Rows[index] = append(g.Rows[index], cell)
	for i := 1; i < span; i++ {
		at := cell.Place
		at.Col += i
		g.Rows[index] = append(g.Rows[index], Cell{Place: at, Covered: true})
	}
}
