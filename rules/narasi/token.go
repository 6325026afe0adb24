// Package narasi reads what the sentences of a report claim: numbers in figures and words, changes, shares, levels,
// categories, counts and comparisons. It knows Indonesian report prose, not the report: whose figures a claim is about is
// for the rules to find out. Everything here is a hand-written scan over the text, linear in its length, without regular
// expressions; it never fails, it only finds less.
package narasi

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxText bounds one passage; a whole report has a tenth of it.
const MaxText = 4 << 20

// Kind is the kind of a token.
type Kind uint8

// A Year is a calendar year or, with YearEnd, a span of years. A Label is a number that names something: a table, a
// regulation, an article, an outline number, a document number.
const (
	Word Kind = iota
	Num
	Year
	Date
	Label
	Mark
)

// Token is one word, number or mark of a sentence.
type Token struct {
	Kind       Kind
	Start, End int    // bytes of the text
	Lower      string // the word, mark or written number in lower case
	Upper      bool   // begins with a capital letter
	Acronym    bool   // in capitals alone
	Num        *Number
	Year       int
	YearEnd    int // of a span of years, else 0
	Month, Day int // of a Date; Day is 0 where only the month is given
	Item       bool
	NewLine    bool // first of its line
	NewPara    bool // first after an empty line
}

// Is reports whether the token is one of the words.
func (t *Token) Is(words ...string) bool {
	if t.Kind != Word && t.Kind != Mark {
		return false
	}
	for _, w := range words {
		if t.Lower == w {
			return true
		}
	}
	return false
}

// Number is a number of a sentence in full units.
type Number struct {
	Start, End int // with its Rp, scale and unit words, without brackets after it
	Value      *big.Rat
	High       *big.Rat // upper end of a range, Value being the lower
	Decimals   int      // printed decimals of the digits
	Scale      *big.Rat // what the printed unit is worth ("2,53 miliar"), nil for 1
	Money      bool
	Percent    bool
	Points     bool // followed by poin
	Worded     bool // written in words alone
	Ambiguous  bool // a single dot before three digits
	Words      *Words
}

// Words is the same number spelled out beside it.
type Words struct {
	Start, End int // without the brackets
	Value      *big.Rat
	Decimals   int
	OK         bool // the words could be read as a number
}

// IsPlain reports whether the number is one bare count: no unit, no decimals, no range.
func (n *Number) IsPlain() bool {
	return n != nil && n.High == nil && n.Decimals == 0 && n.Scale == nil && !n.Money && !n.Percent && !n.Points && n.Value.IsInt()
}

type scanner struct {
	text   string
	i      int
	tokens []Token
	line   bool // at the start of a line
	para   bool
}

// Scan splits text into tokens. Text beyond MaxText is left out.
func Scan(text string) []Token {
	if len(text) > MaxText {
		text = text[:MaxText]
	}
	s := &scanner{text: text, line: true, para: true, tokens: make([]Token, 0, len(text)/5)}
	for s.i < len(text) {
		s.next()
	}
	s.name()
	s.spellings()
	return s.tokens
}

func (s *scanner) next() {
	c := s.text[s.i]
	switch {
	case c == '\n':
		s.para = s.para || s.line
		s.line = true
		s.i++
	case c == ' ' || c == '\t' || c == '\r' || c == '*' || c == '_': // emphasis of Markdown is not part of words
		s.i++
	case isDigit(c):
		s.number(s.i, false)
	default:
		r, size := utf8.DecodeRuneInString(s.text[s.i:])
		switch {
		case r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == '\ufeff' || r == '\u200b':
			s.i += size
		case unicode.IsLetter(r):
			s.word()
		default:
			s.mark(r, size)
		}
	}
}

func (s *scanner) add(t Token) {
	t.NewLine, t.NewPara = s.line, s.para
	s.line, s.para = false, false
	s.tokens = append(s.tokens, t)
	s.i = t.End
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func (s *scanner) wordEnd(i int) int {
	for i < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		i += size
	}
	return i
}

func (s *scanner) word() {
	start, end := s.i, s.wordEnd(s.i)
	if strings.HasPrefix(s.text[end:], "://") || s.text[start:end] == "www" {
		for end < len(s.text) && s.text[end] > ' ' && s.text[end] != ')' {
			end++
		}
		s.add(Token{Kind: Label, Start: start, End: end, Lower: "url"})
		return
	}
	lower := strings.ToLower(s.text[start:end])
	if at, ok := s.moneyAfter(lower, start, end); ok {
		s.i = at
		s.number(start, true)
		return
	}
	r, _ := utf8.DecodeRuneInString(s.text[start:])
	s.add(Token{Kind: Word, Start: start, End: end, Lower: lower, Upper: unicode.IsUpper(r), Acronym: end-start > 1 && s.text[start:end] == strings.ToUpper(s.text[start:end])})
}

// moneyAfter recognises "Rp 5", "Rp. 5", "Rp5": at is where the digits begin.
func (s *scanner) moneyAfter(lower string, start, end int) (at int, ok bool) {
	switch {
	case lower == "rp" || lower == "idr":
		for end < len(s.text) && (s.text[end] == '.' || s.text[end] == ' ' || strings.HasPrefix(s.text[end:], "\u00a0") || s.text[end] == 0xa0) {
			end++
		}
		if end < len(s.text) && isDigit(s.text[end]) {
			return end, true
		}
	case strings.HasPrefix(lower, "rp") && len(lower) > 2 && isDigit(lower[2]):
		return start + 2, true
	}
	return 0, false
}

func (s *scanner) mark(r rune, size int) {
	m := s.text[s.i : s.i+size]
	switch r {
	case '“', '”', '"', '„', '‟', '«', '»':
		m = "\""
	case '‘', '’', '\'':
		m = "'"
	case '–', '—', '−':
		m = "-"
	case '•', '●', '▪', '◦', '·':
		m = "•"
	case '&':
		s.add(Token{Kind: Word, Start: s.i, End: s.i + size, Lower: "dan"})
		return
	}
	s.add(Token{Kind: Mark, Start: s.i, End: s.i + size, Lower: m})
}
