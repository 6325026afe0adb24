package report

import (
	"fmt"
	"strings"
)

// harmful reports characters that a terminal might obey or that reorder what is read: control characters of both sets, and
// the marks that override the direction of writing.
func harmful(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r == 0x200e || r == 0x200f || r == 0x061c, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x2028 || r == 0x2029:
		return true
	}
	return false
}

// Safe makes a text from a file fit for one line of a terminal: line breaks and tabs become spaces, other control characters
// are written out.
func Safe(s string) string {
	if strings.IndexFunc(s, harmful) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			b.WriteByte(' ')
		case harmful(r):
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
