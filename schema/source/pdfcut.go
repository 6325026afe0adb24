package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexicon holds the words of a document as they stand on its lines, in small letters: what is not a word there is a part of
// one, cut where a column was too narrow for it.
type lexicon map[string]bool

// maxLexicon bounds the words kept; a report has some thousand different ones.
const maxLexicon = 100_000

func lexiconOf(pages []*page) lexicon {
	words := lexicon{}
	for _, p := range pages {
		for _, c := range p.pieces {
			for _, w := range strings.FieldsFunc(c.text, notLetter) {
				if len(words) < maxLexicon {
					words[strings.ToLower(w)] = true
				}
			}
		}
	}
	return words
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

var (
	reDigitsAlone = regexp.MustCompile(`^[(-]?[\d.,]+[)%]?$`)
	reGrouped     = regexp.MustCompile(`^[(-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?[)%]?$`)
	reWhole       = regexp.MustCompile(`^(?:\d{1,3}(?:\.\d{3})*|\d+)(?:,\d+)?$`)
	reYearAlone   = regexp.MustCompile(`^(?:19|20)\d\d$`)
	reDottedCode  = regexp.MustCompile(`^(?:\d{1,3}\.){2,6}\d{1,4}\.?$`)
	reDecimal     = regexp.MustCompile(`^[(-]?\d{1,3}(?:\.\d{3})*,\d+[)%]?$`)
)

// cellText joins the lines of a cell that is room points wide. Numbers and words that the width cut are made whole.
func cellText(pieces []piece, room float64, words lexicon) (text string, bold bool) {
	bold = true
	lines := words.whole(wholeNumbers(linesOf(pieces), room), room)
	for _, l := range lines {
		if before, cut := strings.CutSuffix(text, "-"); cut && words.holdWhole(before, l.text) {
			text = before + l.text // also in capitals, where joinLine keeps the hyphen
		} else {
			text = joinLine(text, l.text)
		}
		bold = bold && l.bold
	}
	return strings.Join(strings.Fields(text), " "), bold && len(lines) > 0
}

// whole joins lines that are parts of one word: no two of them fit one line, and together they are a word that stands
// elsewhere. Codes and years are cut as well.
func (words lexicon) whole(lines []textLine, room float64) []textLine {
	for from := 0; from+1 < len(lines); from++ {
		text := lines[from].text
		for to := from + 1; to < min(len(lines), from+5); to++ {
			last, next := &lines[to-1], &lines[to]
			if strings.ContainsRune(last.text, ' ') || last.right-last.left+next.firstWord() < room-0.6*last.size {
				break
			}
			if words.cut(text, next.text) {
				next.text = text + next.text
				lines = append(lines[:from], lines[to:]...)
				from--
				break
			}
			text += next.text
		}
	}
	return lines
}

// cut reports whether a word or code was cut between two texts.
func (words lexicon) cut(text, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	return partOfCode(text, next) || reYearAlone.MatchString(text+next) || isPunctuation(next) ||
		(unicode.IsLower(first) || text == strings.ToUpper(text)) && words.holdWhole(text, next)
}

// holdWhole reports whether the end of a text and the beginning of the next are one word that stands elsewhere whole.
func (words lexicon) holdWhole(text, next string) bool {
	first := text
	if i := strings.LastIndexFunc(text, notLetter); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		first = text[i+size:]
	}
	rest := next
	if i := strings.IndexFunc(next, notLetter); i >= 0 {
		rest = next[:i]
	}
	return first != "" && rest != "" && words[strings.ToLower(first+rest)]
}

// wholeNumbers joins lines that are parts of one number: apart they are no numbers and together they are, or no digit more
// had room on the first, and the rest is shorter.
func wholeNumbers(lines []textLine, room float64) []textLine {
	for from := 0; from+1 < len(lines); from++ {
		whole, broken := "", false
		for to := from; to < len(lines) && reDigitsAlone.MatchString(lines[to].text); to++ {
			whole += lines[to].text
			broken = broken || !reWhole.MatchString(lines[to].text)
			if to == from {
				continue
			}
			last := to+1 == len(lines) || !goesOnNumber(lines[to].text, lines[to+1].text)
			if broken && last && (reGrouped.MatchString(whole) || reDecimal.MatchString(whole)) || to == from+1 && last && lines[from].full(lines[to], room) && reWhole.MatchString(whole) {
				lines[from].text = whole
				lines = append(lines[:from+1], lines[to+1:]...)
				break
			}
		}
	}
	return lines
}

// full reports whether a line of digits had no room for one digit more, and the rest of them is shorter.
func (l *textLine) full(rest textLine, room float64) bool {
	n := float64(len(l.text))
	return (l.right-l.left)*(n+1)/n > room && len(rest.text) < len(l.text) && strings.Trim(rest.text, "0123456789") == ""
}

// partOfCode reports whether a code goes on below: 1.6. and 2.
func partOfCode(above, below string) bool {
	return reDottedCode.MatchString(above+below) && (strings.HasSuffix(above, ".") || strings.HasPrefix(below, "."))
}

// wholeAmount joins two parts of an amount; ok is false where they may be two amounts.
func wholeAmount(above, below string) (whole string, ok bool) {
	whole = above + below
	digits := reDigitsAlone.MatchString(above) && reDigitsAlone.MatchString(below)
	return whole, digits && !(reWhole.MatchString(above) && reWhole.MatchString(below)) && (reGrouped.MatchString(whole) || reDecimal.MatchString(whole))
}

// goesOnNumber reports whether a line can only be the rest of the number that the one above begins.
func goesOnNumber(line, next string) bool {
	return reDigitsAlone.MatchString(next) && (strings.HasSuffix(line, ".") || strings.HasSuffix(line, ",") || next[0] == '.' || next[0] == ',' || next[0] == '0')
}
