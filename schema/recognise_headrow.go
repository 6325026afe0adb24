package schema

import (
	"slices"
	"strings"

	"lkjip/schema/source"
)

func sameRow(a, b []source.Cell) bool {
	for i := range max(len(a), len(b)) {
		var x, y string
		if i < len(a) {
			x = a[i].Text
		}
		if i < len(b) {
			y = b[i].Text
		}
		if Normal(x) != Normal(y) {
			return false
		}
	}
	return true
}

func filledCells(row []source.Cell) int {
	n := 0
	for i := range row {
		if strings.TrimSpace(row[i].Text) != "" {
			n++
		}
	}
	return n
}

// isNumberRow reports whether a row counts the columns: 1 2 3, (1) (2) (3), a b c, or 13 = 9+10+11+12 among them.
func isNumberRow(row []source.Cell) bool {
	n := 0
	for i := range row {
		text := strings.Trim(reNumberFirst.ReplaceAllString(strings.TrimSpace(row[i].Text), "$1=$2"), "().")
		if text == "" {
			continue
		}
		if n++; !isColumnNumber(text, n) {
			return countsWithSlip(row)
		}
	}
	return n >= 3 || n == 2 && len(row) == 2
}

// minSlipped is how many columns a row counts at least that does so with a slip: 1 2 3 4 5 5 6, or 1 2 3 7 5 6. In brackets, as
// no data stands, fewer are enough: (1) (2) (6) (4).
const (
	minSlipped          = 6
	minSlippedBracketed = 3
)

func countsWithSlip(row []source.Cell) bool {
	n, far, bracketed := 0, 0, true
	for i := range row {
		text := strings.Trim(strings.TrimSpace(row[i].Text), "().")
		if text == "" {
			continue
		}
		bracketed = bracketed && strings.HasPrefix(strings.TrimSpace(row[i].Text), "(")
		if len(text) > 2 || strings.Trim(text, "0123456789") != "" {
			return false
		}
		off := atoi(text) - n - 1
		if n++; off != 0 && (n < 2 || n < 3 && !bracketed) {
			return false
		}
		if off < -1 || off > 1 {
			far++
		}
	}
	return far <= 1 && (n >= minSlipped || bracketed && n >= minSlippedBracketed)
}

// beginsRows reports whether the row below begins with the number after that of this row, written alike: then this is the row
// of that number, not one that counts the columns.
func beginsRows(row []source.Cell, next [][]source.Cell) bool {
	if len(row) == 0 || len(next) == 0 || len(next[0]) == 0 {
		return false
	}
	return strings.TrimSpace(next[0][0].Text) == strings.Replace(strings.TrimSpace(row[0].Text), "1", "2", 1)
}

// isColumnNumber reports whether a text is the number of the n-th column, the letter of that, or a formula that computes it.
func isColumnNumber(text string, n int) bool {
	if f, computed := ReadFormula(text, n); computed && n > 2 {
		return f.Result == n
	}
	first, formula, _ := strings.Cut(text, "=")
	if strings.Trim(strings.ToLower(formula), "0123456789abcdefghij+-*/x:() %") != "" {
		return false
	}
	first = strings.ToLower(strings.Trim(first, " ()"))
	letter := len(first) == 1 && n <= 26 && first[0] == byte('a'+n-1)
	return letter || len(first) <= 2 && first != "" && strings.Trim(first, "0123456789") == "" && atoi(first) == n
}

// headFrom is where the headings begin that end above row i: rows are taken upwards as long as the one below leaves
// columns open that the one above fills.
func headFrom(rows [][]source.Cell, i, floor int) int {
	from := i
	for from > floor && i-from < maxHeadRows {
		row := rows[from-1]
		lone := filledCells(row) < 2 && !(from-1 > floor && wraps(row, rows[from-2])) // one heading alone may need two lines
		if lone || hasFigure(row) {
			break
		}
		if from < i && !opens(rows[from], row) && !wraps(rows[from], row) {
			break
		}
		from--
	}
	return from
}

func hasFigure(row []source.Cell) bool {
	for i := range row {
		if isFigure(&row[i]) {
			return true
		}
	}
	return false
}

// opens reports whether the lower row leaves columns empty that the upper one fills, as under cells merged downwards, or
// fills columns that the upper leaves empty, as under cells merged sideways.
func opens(lower, upper []source.Cell) bool {
	down, sideways := false, false
	for c := range min(len(lower), len(upper)) {
		l, u := strings.TrimSpace(lower[c].Text) != "", strings.TrimSpace(upper[c].Text) != ""
		down = down || !l && u
		sideways = sideways || l && !u
	}
	return sideways && (down || filledCells(upper) > 1)
}

// findHead looks for headings where no row counts the columns: n rows from row at.
func findHead(rows [][]source.Cell) (at, n int) {
	for at = 0; at < min(len(rows), maxTitleRows); at++ {
		if filledCells(rows[at]) < 2 || hasFigure(rows[at]) || knownCells(rows[at]) < 2 {
			continue
		}
		n = 1
		for c := range rows[at] {
			if rows[at][c].Text != "" {
				n = max(n, min(rows[at][c].Rows, maxHeadRows))
			}
		}
		for n < maxHeadRows && at+n < len(rows) && below(rows[at:at+n], rows[at+n]) {
			n++
		}
		return at, min(n, len(rows)-at)
	}
	// words nobody knows over figures are headings all the same
	for at = 0; at+1 < min(len(rows), maxTitleRows); at++ {
		if n := filledCells(rows[at]); n >= 2 && !hasFigure(rows[at]) && hasFigure(rows[at+1]) && n >= filledCells(rows[at+1])-1 {
			return at, 1
		}
		if n := mergedHead(rows[at:]); n > 1 {
			return at, n
		}
	}
	return 0, 0
}

// mergedHead counts the rows of headings nobody knows that begin with merged cells: those merged downwards are as high, below
// those merged sideways stand others, and every column of the figures right below has one.
func mergedHead(rows [][]source.Cell) int {
	high, wide := 1, false
	for c := range rows[0] {
		if rows[0][c].Text != "" {
			high, wide = max(high, min(rows[0][c].Rows, maxHeadRows)), wide || rows[0][c].Cols > 1
		}
	}
	if high < 2 || !wide || high >= len(rows) || filledCells(rows[0]) < 2 || !hasFigure(rows[high]) || slices.ContainsFunc(rows[:high], hasFigure) {
		return 0
	}
	over := 0
	for c := range rows[high] {
		if strings.TrimSpace(rows[high][c].Text) != "" && slices.ContainsFunc(rows[:high], func(row []source.Cell) bool { return c < len(row) && strings.TrimSpace(row[c].Text) != "" }) {
			over++
		}
	}
	if over < filledCells(rows[high])-1 {
		return 0
	}
	return high
}

// isBand reports whether one text stands across the whole row, as the name of what comes below.
func isBand(row []source.Cell) bool {
	for c := range row[:min(len(row), 2)] { // right of an empty number
		if strings.TrimSpace(row[c].Text) != "" {
			return len(row) > 2 && filledCells(row) == 1 && row[c].Cols > 1 && row[c].Cols >= len(row)-1-c
		}
	}
	return false
}

// ended reports whether a heading over a column is merged downwards to the last row of the headings: what stands below is data.
func ended(head [][]source.Cell, col int) bool {
	for i := range head[:len(head)-1] {
		if col < len(head[i]) && strings.TrimSpace(head[i][col].Text) != "" && head[i][col].Rows == len(head)-i {
			return true
		}
	}
	return false
}

// countsYears reports whether a row counts the years of a plan under merged headings that say so: Target Tahun ke- over 1 2 3.
func countsYears(upper, row []source.Cell) bool {
	over, n := "", 0
	for c := range row {
		if c < len(upper) && strings.TrimSpace(upper[c].Text) != "" {
			over, n = upper[c].Text, 0
		}
		text := strings.TrimSpace(row[c].Text)
		if text == "" {
			continue
		}
		if n++; !rePlanYear.MatchString(over) || atoi(text) != n {
			return false
		}
	}
	return true
}

// below reports whether a row belongs to the headings above it: words and years alone, each under a cell merged sideways.
func below(head [][]source.Cell, row []source.Cell) bool {
	upper := head[len(head)-1]
	if hasFigure(row) && !countsYears(upper, row) || filledCells(row) == 0 || isBand(row) || strings.TrimSpace(row[0].Text) != "" && filledCells(row) == 1 {
		return false // the last names the rows below it, merged or not
	}
	for c := range row {
		if strings.TrimSpace(row[c].Text) == "" {
			continue
		}
		if c >= len(upper) || ended(head, c) {
			return false
		}
		if !spans(upper, c) && oneHeading(upper[c].Text, row[c].Text) == "" {
			return false
		}
	}
	return opens(row, upper) || wraps(row, upper)
}

// spans reports whether a cell of headings stands over more than its own column, or is part of one that does.
func spans(row []source.Cell, c int) bool {
	return strings.TrimSpace(row[c].Text) == "" || row[c].Cols > 1 || c+1 < len(row) && strings.TrimSpace(row[c+1].Text) == ""
}

// oneHeading is the known heading that two texts are the lines of, "" for none: TARGET AKHIR and RENSTRA (2023), INDIKATO and R
// KINERJA where a narrow column cuts a word.
func oneHeading(upper, lower string) string {
	for _, whole := range []string{upper + " " + lower, upper + lower} {
		words := readHeading([]string{whole}).words
		without := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "{tahun}" })
		if len(words) > 1 && (knownPhrases()[strings.Join(words, " ")] || len(without) > 1 && knownPhrases()[strings.Join(without, " ")]) {
			return whole
		}
	}
	return ""
}

// joinLines makes headings whole whose lines stand in two rows.
func joinLines(head [][]source.Cell) [][]source.Cell {
	for i := 1; i < len(head); i++ {
		if !wraps(head[i], head[i-1]) {
			continue
		}
		head = slices.Clone(head)
		head[i-1], head[i] = slices.Clone(head[i-1]), slices.Clone(head[i])
		for c := range min(len(head[i]), len(head[i-1])) {
			if strings.TrimSpace(head[i][c].Text) == "" || spans(head[i-1], c) {
				continue
			}
			if whole := oneHeading(head[i-1][c].Text, head[i][c].Text); whole != "" {
				head[i-1][c].Text, head[i][c].Text = whole, ""
			}
		}
	}
	return head
}

// wraps reports whether a row is the second line of the headings above it, as where a page ends between them: each of its texts
// goes on with the one above it, or stands below a cell merged sideways.
func wraps(lower, upper []source.Cell) bool {
	if len(lower) == 0 || strings.TrimSpace(lower[0].Text) != "" {
		return false
	}
	wrapped := false
	for c := range min(len(lower), len(upper)) {
		text := strings.TrimSpace(lower[c].Text)
		if text == "" || strings.TrimSpace(upper[c].Text) == "" {
			continue
		}
		on := oneHeading(upper[c].Text, text) != ""
		if !on && !spans(upper, c) {
			return false
		}
		wrapped = wrapped || on
	}
	return wrapped
}
