package source

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// textLine is pieces that stand on one line, from left to right.
type textLine struct {
	box
	pieces []piece
	text   string
	size   float64
	bold   bool
}

// linesOf puts pieces into lines, from top to bottom.
func linesOf(pieces []piece) []textLine {
	sorted := slices.Clone(pieces)
	slices.SortStableFunc(sorted, func(a, b piece) int { return cmp.Compare(a.middle(), b.middle()) })
	var lines []textLine
	for _, c := range sorted {
		if n := len(lines); n > 0 && lines[n-1].holds(c) {
			l := &lines[n-1]
			l.pieces = append(l.pieces, c)
			l.box = box{min(l.left, c.left), min(l.top, c.top), max(l.right, c.right), max(l.bottom, c.bottom)}
			l.size = max(l.size, c.size)
			continue
		}
		lines = append(lines, textLine{box: c.box, pieces: []piece{c}, size: c.size})
	}
	for i := range lines {
		lines[i].finish()
	}
	return lines
}

// holds reports whether a piece stands on the line: it overlaps half of the smaller one's height.
func (l *textLine) holds(c piece) bool {
	overlap := min(l.bottom, c.bottom) - max(l.top, c.top)
	return overlap > 0.5*min(l.height(), c.height()) && c.middle()-l.middle() < 0.8*max(l.size, c.size)
}

func (l *textLine) finish() {
	slices.SortStableFunc(l.pieces, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
	var words strings.Builder
	l.bold = true
	for i, c := range l.pieces {
		if i > 0 && c.left-l.pieces[i-1].right > 0.2*max(c.size, 4) {
			words.WriteByte(' ')
		}
		words.WriteString(c.text)
		l.bold = l.bold && c.bold
	}
	l.text = strings.Join(strings.Fields(words.String()), " ")
}

// stand is how high the letters of a line stand, whichever they are: most of its texts on one height.
func (l *textLine) stand() float64 {
	best, most := l.middle(), 0
	for _, c := range l.pieces {
		n := 0
		for _, d := range l.pieces {
			if c.base != 0 && math.Abs(c.base-d.base) < 0.5 {
				n++
			}
		}
		if n > most {
			best, most = c.base, n
		}
	}
	return best
}

// em is the size of the letters, in points, from how high they stand.
func (l *textLine) em() float64 {
	if strings.ContainsAny(l.text, "gjpqy(),;/") {
		return l.size / 0.9
	}
	return l.size / 0.68
}

// firstWord is the width of the first word, in points, from the share of its letters.
func (l *textLine) firstWord() float64 {
	word, _, _ := strings.Cut(l.text, " ")
	return (l.right - l.left) * float64(utf8.RuneCountInString(word)) / float64(max(utf8.RuneCountInString(l.text), 1))
}

// joinLine puts the next line behind a text. A word that was cut at the end of the line is made whole; the hyphen of a
// doubled word ("masing-masing"), of a number and of a name stays.
func joinLine(text, next string) string {
	if text == "" {
		return next
	}
	before, cut := strings.CutSuffix(text, "-")
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case !cut || unicode.IsSpace(last):
		return text + " " + next
	case !unicode.IsLetter(last) || !unicode.IsLower(first) || doubled(before, next):
		return text + next
	}
	return before + next
}

// doubled reports whether the next line begins with what the word before ends with: "masing-masing", "perundang-undangan".
func doubled(before, next string) bool {
	words := strings.FieldsFunc(before, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 {
		return false
	}
	word := strings.ToLower(words[len(words)-1])
	for i := range word {
		if rest := word[i:]; utf8.RuneCountInString(rest) > 3 && strings.HasPrefix(next, rest) {
			return true
		}
	}
	return utf8.RuneCountInString(word) > 2 && strings.HasPrefix(next, word)
}
