package source

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// lines turns offsets of a text file into places.
type lines struct {
	name   string
	data   []byte
	starts []int // offset of each line

	// Where offset was asked last: libraries go forward, and a file of one long line must not be walked anew for each value.
	line, char, last int
}

func newLines(name string, data []byte) lines {
	l := lines{name: name, data: data, starts: make([]int, 1, 1+bytes.Count(data, []byte("\n")))}
	for i, c := range data {
		if c == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

func (l *lines) at(offset int) Place {
	line := sort.SearchInts(l.starts, offset+1)
	return Place{File: l.name, Line: line, Column: offset - l.starts[line-1] + 1}
}

// offset is where a 1-based line and a column counted in characters stand. Libraries count characters, we count bytes.
func (l *lines) offset(line, char int) int {
	if line < 1 {
		return 0
	}
	if line > len(l.starts) {
		return len(l.data)
	}
	i, at := l.starts[line-1], 1
	if line == l.line && char >= l.char {
		i, at = l.last, l.char
	}
	for ; at < char && i < len(l.data); at++ {
		if l.data[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, size := utf8.DecodeRune(l.data[i:])
		i += size
	}
	l.line, l.char, l.last = line, at, i
	return i
}

// text is a 1-based line without its line break.
func (l *lines) text(line int) []byte {
	start, end := l.starts[line-1], len(l.data)
	if line < len(l.starts) {
		end = l.starts[line] - 1
	}
	return bytes.TrimSuffix(l.data[start:end], []byte("\r"))
}
