package source

import (
	"slices"
	"sort"
	"unicode/utf8"
)

// mark says where a byte of a text node stands in the file: one for each line of a text written over several, and one for a
// quoted text, which begins after its quote.
type mark struct {
	offset, line, column int
	at                   *Place // of a text without lines: the paragraph that begins here
}

// Part is bytes start to end of a text node as a node of its own, standing at its own place: a figure inside a sentence.
// Its path is that of the text. In a workbook or document it stands where the text stands.
func (n *Node) Part(start, end int) *Node {
	start = min(max(start, 0), len(n.Text))
	end = min(max(end, start), len(n.Text))
	return &Node{Kind: String, Text: n.Text[start:end], Place: n.placeAt(start), parent: n, part: true, index: start}
}

// Around is what stands before and behind a part in the text it was taken from, empty for any other node.
func (n *Node) Around() (before, after string) {
	if n == nil || !n.part {
		return "", ""
	}
	whole := n.parent.Text
	return whole[:n.index], whole[n.index+len(n.Text):]
}

// Whole is the text node that a part was taken from, and the node itself for any other.
func (n *Node) Whole() *Node {
	for n != nil && n.part {
		n = n.parent
	}
	return n
}

func (n *Node) placeAt(offset int) Place {
	at := n.Place
	if at.Line == 0 && len(n.marks) == 0 || at.Cell != "" {
		return at
	}
	i := sort.Search(len(n.marks), func(i int) bool { return n.marks[i].offset > offset })
	if i == 0 {
		if at.Line > 0 {
			at.Column += offset
		}
		return at
	}
	m := n.marks[i-1]
	if m.at != nil {
		return *m.at
	}
	at.Line, at.Column = m.line, m.column+offset-m.offset
	return at
}

// alignText finds where the text of a scalar stands in the file, of which it is written from offset on. Reading changes only
// white space, quotes and escapes, so the text's other bytes stand there in the same order.
func (l *lines) alignText(n *Node, offset int) {
	text := n.Text
	raw := l.data[offset:min(len(l.data), offset+8*len(text)+256)]
	if len(raw) >= len(text) && string(raw[:len(text)]) == text && l.at(offset) == n.Place {
		return // as it is, on one line: the place is enough
	}
	fresh := true // bytes no longer follow each other as they do in the text
	for i, t := 0, 0; t < len(text) && i < len(raw); {
		switch c := raw[i]; {
		case isBlank(c):
			fresh = fresh || c == '\n'
			i++
			if t < len(text) && text[t] == c && c != '\n' {
				t++
			}
		case isBlank(text[t]):
			t++
			fresh = true
		case c == text[t]:
			if fresh {
				at := l.at(offset + i)
				n.marks = append(n.marks, mark{offset: t, line: at.Line, column: at.Column})
				fresh = false
			}
			i, t = i+1, t+1
		case c == '\\':
			width, runes := escape(raw[i:])
			for i += width; runes > 0 && t < len(text); runes-- {
				_, size := utf8.DecodeRuneInString(text[t:])
				t += size
			}
			fresh = true
		default: // a quote, or a second one that stands for one
			i++
			fresh = true
		}
	}
}

// escape is the length of an escape of JSON, YAML or CUE, and how many characters that are not white space it stands for.
func escape(raw []byte) (width, runes int) {
	if len(raw) < 2 {
		return 1, 0
	}
	switch raw[1] {
	case 'n', 't', 'r':
		return 2, 0
	case 'x':
		return 4, 1
	case 'U':
		return 10, 1
	case 'u':
		if len(raw) > 3 && (raw[2]|0x20) == 'd' && raw[3] >= '8' && (raw[3] <= '9' || (raw[3]|0x20) <= 'b') {
			return 12, 1 // a surrogate pair
		}
		return 6, 1
	}
	return 1, 0
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// Extend adds a text that goes on somewhere else, as over a page, with a space between; parts of it stand at its own place.
func (n *Node) Extend(next *Node) {
	if n.Place.Line > 0 && next.Place.Line > 0 {
		if len(n.marks) == 0 {
			n.marks = []mark{{line: n.Place.Line, column: n.Place.Column}}
		}
		n.marks = append(n.marks, mark{offset: len(n.Text) + 1, line: next.Place.Line, column: next.Place.Column})
	} else if n.Place.Line == 0 {
		n.marks = append(n.marks, mark{offset: len(n.Text) + 1, at: &next.Place})
	}
	n.Comments = append(slices.Clip(n.Comments), next.Comments...)
	n.Text += " " + next.Text
}
