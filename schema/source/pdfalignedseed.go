package source

import (
	"cmp"
	"slices"
	"strings"
)

// seeds are the lines that tell columns: those that count them, from the top, then lines of figures, the longest first.
func seeds(lines []textLine) []int {
	var counted, figures []int
	for i, l := range lines {
		if countsColumns(l.pieces) {
			counted = append(counted, i)
		} else if n := figuresIn(l.pieces); len(l.pieces) > 2 && (n > 0 || reRowNo.MatchString(l.pieces[0].text)) || n > 1 {
			figures = append(figures, i)
		}
	}
	slices.SortStableFunc(figures, func(a, b int) int { return cmp.Compare(len(lines[b].pieces), len(lines[a].pieces)) })
	return append(counted, figures...)
}

// countsColumns reports whether texts count the columns: 1 2 3, or (1) (2) (3).
func countsColumns(pieces []piece) bool {
	for i, c := range pieces {
		if m := reColumnNo.FindStringSubmatch(c.text); m == nil || atoiSmall(m[1]) != i+1 {
			return false
		}
	}
	return len(pieces) > 2
}

// atoiSmall is the number that one or two digits write, or a few more.
func atoiSmall(s string) int {
	n := 0
	for _, r := range s {
		n = 10*n + int(r-'0')
	}
	return n
}

// figuresIn counts the texts that are figures of rows.
func figuresIn(pieces []piece) int {
	n := 0
	for _, c := range pieces {
		if isAmount(c.text) {
			n++
		}
	}
	return n
}

// isAmount reports whether a text is a figure of the rows: neither a year nor a small number, which headings hold too.
func isAmount(text string) bool {
	return reFigure.MatchString(text) && !reCalendar.MatchString(text) && (strings.ContainsAny(text, ".,%") || len(text) > 2) && !reRowMark.MatchString(text) || reGrouped.MatchString(text)
}
