package schema

import (
	"strings"

	"lkjip/schema/source"
)

// fillHead gives every column the texts above it. A cell left empty belongs to the merged cell on its left, when that one
// has texts below it too.
func fillHead(head [][]source.Cell) [][]string {
	width := 0
	for _, row := range head {
		width = max(width, len(row))
	}
	text := make([][]string, len(head))
	filled := make([][]bool, len(head)) // from the left
	for i, row := range head {
		text[i], filled[i] = make([]string, width), make([]bool, width)
		for c := range row {
			text[i][c] = strings.TrimSpace(row[c].Text)
		}
	}
	lower := func(i, c int) bool {
		for k := i + 1; k < len(head); k++ {
			if text[k][c] != "" && !filled[k][c] {
				return true
			}
		}
		return false
	}
	for i := range head {
		for c := 1; c < width; c++ {
			wide := c < len(head[i]) && head[i][c].Covered && c > 0 && (head[i][c-1].Cols > 1 || filled[i][c-1])
			if text[i][c] != "" || text[i][c-1] == "" || !wide && (!lower(i, c) || !lower(i, c-1)) {
				continue
			}
			if i == 0 || filled[i-1][c] {
				text[i][c], filled[i][c] = text[i][c-1], true
			}
		}
	}
	levels := make([][]string, width)
	for c := range levels {
		for i := range head {
			if i == 0 || text[i][c] != text[i-1][c] {
				levels[c] = append(levels[c], text[i][c])
			}
		}
	}
	return levels
}

// headPlace is where the lowest text over a column stands, and its year in it.
func headPlace(head [][]source.Cell, col int) source.Place {
	for i := len(head) - 1; i >= 0; i-- {
		for c := col; c >= 0 && c < len(head[i]) && i < len(head); c-- {
			if text := head[i][c].Text; strings.TrimSpace(text) != "" {
				at := head[i][c].Place
				if y := reYear.FindStringIndex(text); y != nil && at.Line > 0 {
					at.Column += y[0]
				}
				return at
			}
			if i == len(head)-1 {
				break // to the left only in rows that may be merged sideways
			}
		}
	}
	return source.Place{}
}
