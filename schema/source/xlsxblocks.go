package source

import (
	"strings"
)

// Bounds of a workbook read as people have it, all sheets together: cells that hold something, cells drawn in tables (with
// the empty ones between), and merged areas. A table of SIPD with every account of a kabupaten has some 300,000 cells.
const (
	maxFilled      = 1_000_000
	maxDrawn       = 1_000_000
	maxMerges      = 100_000
	maxBrokenShown = 20 // formulas of one sheet that are reported one by one
)

// XlsxBlocks reads a workbook in any layout: of each sheet the lines above, between and below its tables, and the tables, as
// rows without a blank one between them. Tables of hidden sheets, and of sheets that repeat rows of another (the copy that is
// left behind by a filter), are Hidden. Rows that a filter hides are data like any other. A formula without a value is a
// problem rumus-rusak and its cell empty.
func XlsxBlocks(name string, data []byte) ([]Block, []Problem) {
	if _, problem := choose(name, data); problem != nil {
		return nil, []Problem{*problem}
	}
	r, err := openXLSX(name, data)
	if err != nil {
		return nil, []Problem{xlsxProblem(name, err)}
	}
	return r.blocks()
}

func (r *xlsxReader) blocks() ([]Block, []Problem) {
	b := &bookReader{xlsxReader: r}
	for _, s := range r.sheets {
		if !r.results[s.name] {
			b.sheet(s)
		}
	}
	b.hideCopies()
	for i := range b.blocks {
		if g := b.blocks[i].Grid; g != nil {
			g.clipSpans()
		}
	}
	if b.filled > maxFilled || b.drawn > maxDrawn {
		r.problems = append(r.problems, unreadable(Place{File: r.name}, T("Buku kerja berisi lebih dari %d sel; selebihnya tidak dibaca", "The workbook holds more than %d cells; the rest was not read", maxDrawn),
			T("Agar lembar yang tidak perlu dikeluarkan dari berkas", "Take sheets that are not needed out of the file")))
	}
	if len(b.blocks) == 0 && len(r.problems) == 0 {
		r.problems = append(r.problems, unreadable(Place{File: r.name}, T("Buku kerja tidak berisi data", "The workbook holds no data"),
			T("Agar data laporan diisikan", "Fill in the report's data")))
	}
	return b.blocks, r.problems
}

// bookReader turns sheets into blocks.
type bookReader struct {
	*xlsxReader
	blocks  []Block
	filled  int
	drawn   int
	at      sheet                   // being read
	last    *Grid                   // the table above, which rows below a blank one may go on with
	left    int                     // its first column
	remarks map[sheetCell][]Comment // of the sheet, not yet given to a cell
	merges  map[sheetCell][2]int    // rows and columns of merged areas, by their first cell
	broken  int
}

// line is a row of a sheet that holds something.
type line struct {
	row   int
	cells []cell
}

func (b *bookReader) sheet(s sheet) {
	b.at, b.last, b.broken = s, nil, 0
	var lines []line
	scan := b.cells(s, func(cells []cell) {
		if b.filled += len(cells); b.filled <= maxFilled && cells[0].row > 0 {
			lines = append(lines, line{cells[0].row, b.sound(cells)})
		}
	})
	b.readMerges(scan)
	lines = b.uncovered(lines)
	b.readNotes()
	if b.broken > maxBrokenShown && !s.hidden {
		b.problems = append(b.problems, Problem{Rule: ruleBrokenFormula, Place: Place{File: b.name, Sheet: s.name},
			Kondisi: T("%d rumus lain di lembar “%s” juga tidak menghasilkan nilai", "%d more formulas on sheet “%s” give no value", b.broken-maxBrokenShown, s.name),
			Saran:   T("Agar rumus diperbaiki, lalu berkas disimpan ulang", "Mend the formulas and save the file again")})
	}
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && !b.apart(lines[from:to], lines[to]) {
			to++
		}
		for _, part := range sideBySide(lines[from:to]) {
			b.group(part)
		}
		from = to
	}
	b.looseNotes()
}

// sound reports formulas that give no value and takes them out. Rows of formulas alone are prepared for data to come.
func (b *bookReader) sound(cells []cell) []cell {
	typed := false
	for _, c := range cells {
		typed = typed || !c.computed && c.kind != Null
	}
	out := make([]cell, 0, len(cells))
	for _, c := range cells {
		if c.broken != "" || c.noValue {
			if typed && !b.at.hidden {
				if b.broken++; b.broken <= maxBrokenShown {
					b.brokenFormula(c, b.place(b.at.name, c.row, c.col))
				}
			}
			c.kind, c.text, c.raw = Null, "", ""
		}
		out = append(out, c)
	}
	return out
}

// readMerges reads the merged areas, which stand behind the rows.
func (b *bookReader) readMerges(scan *xmlScanner) {
	b.merges = map[sheetCell][2]int{}
	for scan != nil && len(b.merges) < maxMerges {
		switch scan.next() {
		case xmlEOF, xmlBad:
			return
		case xmlStart:
			if !scan.is("mergeCell") {
				continue
			}
			from, to, _ := strings.Cut(scan.attr("ref"), ":")
			col, row, ok := cellNumbers(from)
			lastCol, lastRow, alsoOK := cellNumbers(to)
			if ok && alsoOK && lastCol >= col && lastRow >= row && col <= maxColumns && row <= maxRows {
				b.merges[sheetCell{"", row, col}] = [2]int{lastRow - row + 1, lastCol - col + 1}
			}
		}
	}
}

// uncovered takes out what stands under merged areas, where nobody sees it; only rows that hold something are looked at.
func (b *bookReader) uncovered(lines []line) []line {
	type area struct{ from, to, last int } // columns, and the last row
	var open []area
	out := lines[:0]
	for _, l := range lines {
		still := open[:0]
		for _, a := range open {
			if a.last >= l.row {
				still = append(still, a)
			}
		}
		open = still
		cells := l.cells[:0]
		for _, c := range l.cells {
			hidden := false
			for _, a := range open {
				hidden = hidden || c.col >= a.from && c.col <= a.to
			}
			if hidden {
				continue
			}
			cells = append(cells, c)
			if span, ok := b.merges[sheetCell{"", c.row, c.col}]; ok && len(open) < maxColumns {
				open = append(open, area{c.col, c.col + span[1] - 1, c.row + span[0] - 1})
			}
		}
		if len(cells) > 0 {
			out = append(out, line{l.row, cells})
		}
	}
	return out
}

// apart reports whether a blank row parts a line from those above. Rows under a cell merged downwards are not blank.
func (b *bookReader) apart(above []line, next line) bool {
	last := above[len(above)-1].row
	if next.row <= last+1 {
		return false
	}
	for _, l := range above {
		for _, c := range l.cells {
			if span, ok := b.merges[sheetCell{"", c.row, c.col}]; ok && c.row+span[0] >= next.row {
				return false
			}
		}
	}
	return true
}

// sideBySide cuts a group of lines where two columns or more stay empty all the way down and both sides have a table's width.
func sideBySide(lines []line) [][]line {
	used := map[int]bool{}
	low, high := maxColumns+1, 0
	for _, l := range lines {
		if len(l.cells) < 3 {
			continue // titles may reach over both
		}
		for _, c := range l.cells {
			used[c.col] = true
			low, high = min(low, c.col), max(high, c.col)
		}
	}
	for col := low + 2; col < high-2; col++ {
		if used[col] || used[col+1] || len(lines) < 3 {
			continue
		}
		var left, right []line
		for _, l := range lines {
			i := 0
			for i < len(l.cells) && l.cells[i].col < col {
				i++
			}
			if i > 0 {
				left = append(left, line{l.row, l.cells[:i]})
			}
			if i < len(l.cells) {
				right = append(right, line{l.row, l.cells[i:]})
			}
		}
		return append([][]line{left}, sideBySide(right)...)
	}
	return [][]line{lines}
}
