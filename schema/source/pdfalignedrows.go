package source

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// table makes the grid; ok is false where a text stands across columns or rows cannot be told apart.
func (a *aligned) table(words lexicon) (t pdfTable, ok bool) {
	rows := a.rows()
	if len(rows) < a.fewest() {
		return pdfTable{}, false
	}
	return a.grid(rows, words)
}

// grid makes the grid of rows that are known, below their headings; ok is false where it is not clear what these stand over.
func (a *aligned) grid(rows [][][]piece, words lexicon) (t pdfTable, ok bool) {
	head, ok := a.headings(words)
	if !ok || a.yearOverFirst(head) {
		return pdfTable{}, false
	}
	t = pdfTable{box: a.data[0].box, grid: &Grid{}, columns: a.columns, xs: a.edges(), head: a.head}
	for _, l := range slices.Concat(a.head, a.data) {
		t.box = box{min(t.left, l.left), min(t.top, l.top), max(t.right, l.right), max(t.bottom, l.bottom)}
	}
	var lefts [][]float64
	add := func(cells []Cell, fits []fit, left []float64) {
		t.grid.Rows, t.fits, lefts = append(t.grid.Rows, cells), append(t.fits, fits), append(lefts, left)
	}
	n := len(a.columns)
	if a.counted {
		numbers := make([]Cell, n)
		for j := range numbers {
			numbers[j] = Cell{Kind: String, Text: strconv.Itoa(j + 1)}
		}
		head = append(head, numbers)
	}
	for _, cells := range head {
		add(cells, make([]fit, n), make([]float64, n))
	}
	for _, row := range rows {
		cells, fits, left := make([]Cell, n), make([]fit, n), make([]float64, n)
		for j, pieces := range row {
			if len(pieces) > 0 {
				room := a.columns[j].right - a.columns[j].left
				cells[j].Text, cells[j].Bold = cellText(pieces, room, words)
				cells[j].Kind = String
				fits[j], left[j] = fitOf(pieces, room), leftmost(pieces)
			}
		}
		add(cells, fits, left)
	}
	t.grid.indent(func(i, j int) float64 { return lefts[i][j] })
	return t, true
}

// fewest is how many rows show a table: one below its caption and headings may be all that a page holds of it.
func (a *aligned) fewest() int {
	if a.counted || a.known || a.titled && len(a.head) > 0 {
		return 1
	}
	return 2
}

// edges are lines that could be drawn between the columns.
func (a *aligned) edges() []float64 {
	xs := []float64{a.columns[0].left - 3}
	for j := 1; j < len(a.columns); j++ {
		xs = append(xs, (a.columns[j-1].right+a.columns[j].left)/2)
	}
	return append(xs, a.columns[len(a.columns)-1].right+3)
}

// rows puts the lines of the data together to rows: none where they cannot be told apart. Drawn lines between them tell, or wider gaps,
// where each group of lines holds one number or set of figures. Else a line begins a row that has a number or code in the
// first column, or a figure where figures stand, as texts of a row begin on one line.
func (a *aligned) rows() [][][]piece {
	var lines [][][]piece
	for i := range a.data {
		cells := a.cells(&a.data[i])
		if cells == nil {
			return nil
		}
		lines = append(lines, cells)
	}
	if rows := a.byRules(lines); rows != nil {
		if slices.ContainsFunc(rows, numberAmong) {
			return nil
		}
		return rows
	}
	if rows, fits := a.byLevels(); fits {
		if slices.ContainsFunc(rows, mixed) || slices.ContainsFunc(rows, numberAmong) {
			return nil
		}
		return rows
	}
	if a.walls == nil {
		return nil // nothing tells the rows for certain
	}
	begins := a.begins(lines)
	if byGap := a.byGap(begins); byGap != nil {
		begins = byGap
	} else if slices.Contains(begins, true) && !begins[0] && !a.first && len(lines[0][0]) == 0 {
		return nil // texts stand in the middle of their rows
	}
	reaches := a.reaching(lines, begins)
	var rows [][][]piece
	of := make([]int, len(a.columns)) // the row whose cell a column is in
	for i, cells := range lines {
		if i == 0 || begins[i] {
			rows = append(rows, make([][]piece, len(a.columns)))
		}
		for j := range cells {
			if len(cells[j]) == 0 {
				continue
			}
			if !reaches[i][j] {
				of[j] = len(rows) - 1
			}
			rows[of[j]][j] = append(rows[of[j]][j], cells[j]...)
		}
	}
	if slices.ContainsFunc(rows, mixed) || slices.ContainsFunc(rows, numberAmong) {
		return nil
	}
	return rows
}

// mixed reports whether a cell holds a whole figure and another, or a category, on lines of their own: texts of two rows.
func mixed(row [][]piece) bool {
	return slices.ContainsFunc(row[min(1, len(row)):], func(pieces []piece) bool {
		lines := linesOf(pieces)
		if len(lines) != 2 || !isAmount(lines[0].text) && !isAmount(lines[1].text) {
			return false
		}
		return !slices.ContainsFunc(lines, func(l textLine) bool {
			return !reStacked.MatchString(l.text) && (l.text != strings.ToUpper(l.text) || strings.ContainsAny(l.text, "()")) || len(l.text) < 2
		}) && !fitsOne(lines[0].text, lines[1].text)
	})
}

// numberAmong reports whether the number of a row stands among the lines of a text: two columns were taken for one.
func numberAmong(row [][]piece) bool {
	return slices.ContainsFunc(row, func(pieces []piece) bool {
		lines := linesOf(pieces)
		for i := 1; i+1 < len(lines); i++ {
			if reRowNumber.MatchString(lines[i].text) && !reFigure.MatchString(lines[i-1].text) && !reFigure.MatchString(lines[i+1].text) {
				return true
			}
		}
		return false
	})
}

// fitsOne reports whether two lines can be one figure that the width of its column cut.
func fitsOne(above, below string) bool {
	_, part := wholeAmount(above, below)
	return part || !reWhole.MatchString(strings.TrimSuffix(above, "%"))
}

func beginsSmall(pieces []piece) bool {
	first, _ := utf8.DecodeRuneInString(pieces[0].text)
	return unicode.IsLower(first)
}

var reTotalLine = regexp.MustCompile(`(?i)^\W*(?:sub ?)?(?:jumlah|total|rata)`)

// reaching marks the texts that go on with a cell of an earlier row, as a merged cell stands beside several: in a column that
// does not begin anew with every row, on a line without a number of its own. Where rows have no numbers, the line above must be
// full or the text begin small.
func (a *aligned) reaching(lines [][][]piece, begins []bool) [][]bool {
	out := make([][]bool, len(lines))
	marked := 0
	every := make([]bool, len(a.columns)) // begins with every row
	small := make([]bool, len(a.columns)) // with small letters
	for j := range every {
		every[j] = true
	}
	for i, cells := range lines {
		out[i] = make([]bool, len(a.columns))
		if !begins[i] && i > 0 || reTotalLine.MatchString(a.data[i].text) {
			continue
		}
		numbered := len(cells[0]) > 0
		if numbered {
			if !reRowMark.MatchString(cells[0][0].text) {
				continue
			}
			marked++
		}
		for j := range cells {
			small[j] = small[j] || numbered && len(cells[j]) > 0 && beginsSmall(cells[j])
			every[j] = every[j] && len(cells[j]) > 0 && (numbered || small[j] || !beginsSmall(cells[j]))
		}
	}
	for j := 2; j < len(every); j++ {
		every[j] = every[j] || every[j-1] // merged cells stand at the left
	}
	for i := 1; i < len(lines); i++ {
		for j := 1; j < len(a.columns); j++ {
			above, now := lines[i-1][j], lines[i][j]
			if len(above) == 0 || len(now) == 0 || reFigure.MatchString(now[0].text) {
				continue
			}
			if !begins[i] {
				out[i][j] = true
				continue
			}
			last := textLine{box: now[0].box, text: now[0].text}
			goesOn := beginsSmall(now) || above[len(above)-1].right+last.firstWord() > a.columns[j].right
			out[i][j] = !every[j] && len(lines[i][0]) == 0 && (marked > 1 || goesOn)
		}
	}
	return out
}

// cells puts the pieces of a line under the columns, nil where they do not fit.
func (a *aligned) cells(l *textLine) [][]piece {
	cells := make([][]piece, len(a.columns))
	at := a.place(l.pieces)
	if at == nil {
		if !a.title(l) {
			return nil
		}
		at = append([]int{0}, a.place(l.pieces[1:])...)
	}
	for i, j := range at {
		cells[j] = append(cells[j], l.pieces[i])
	}
	return cells
}

// kinds tells whether the first column holds numbers or codes of rows, and which columns hold figures.
func (a *aligned) kinds(lines [][][]piece) (marked bool, figures []bool) {
	n := len(a.columns)
	marks, others := 0, 0
	figure, text := make([]int, n), make([]int, n)
	for _, cells := range lines {
		for j, c := range cells {
			switch {
			case len(c) == 0:
			case j == 0 && reRowMark.MatchString(c[0].text):
				marks++
			case j == 0:
				others++
			case reFigure.MatchString(c[0].text) || c[0].text == "-":
				figure[j]++
			default:
				text[j]++
			}
		}
	}
	figures = make([]bool, n)
	for j := range figures {
		figures[j] = j > 0 && figure[j] > text[j]
	}
	return marks > 0 && marks >= others, figures
}

// begins marks the lines with a number or code in the first column, or a figure where figures stand that does not go on with
// the one above.
func (a *aligned) begins(lines [][][]piece) []bool {
	marked, figures := a.kinds(lines)
	out := make([]bool, len(lines))
	last := make([]string, len(a.columns))
	for i, cells := range lines {
		for j, c := range cells {
			if len(c) == 0 {
				continue
			}
			_, part := wholeAmount(last[j], c[0].text)
			out[i] = out[i] || j == 0 && marked || figures[j] && !part
			last[j] = c[0].text
		}
	}
	return out
}

// byGap marks the lines below wider gaps, nil where gaps do not differ or part lines otherwise than figures say.
func (a *aligned) byGap(begins []bool) []bool {
	if len(a.data) < 3 {
		return nil
	}
	gaps := make([]float64, len(a.data)) // not between the boxes, since the heights of letters differ
	for i := 1; i < len(a.data); i++ {
		gaps[i] = a.data[i].stand() - a.data[i-1].stand()
	}
	sorted := slices.Sorted(slices.Values(gaps[1:]))
	limit, widest := 0.0, 1.2
	for i := 1; i < len(sorted); i++ {
		if sorted[i-1] < 0.6*a.data[0].size {
			continue // texts beside each other, a little lower
		}
		if step := sorted[i] - sorted[i-1]; step > widest {
			limit, widest = (sorted[i]+sorted[i-1])/2, step
		}
	}
	if limit == 0 {
		return nil
	}
	out := make([]bool, len(gaps))
	in := 0
	for i := range gaps {
		if out[i] = i == 0 || gaps[i] > limit; out[i] {
			in = 0
		}
		if begins[i] {
			if in++; in > 1 {
				return nil
			}
		}
	}
	return out
}
