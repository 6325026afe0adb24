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

// cellText joins the lines of a cell that is room points wide. Amounts and words that the width cut are made whole.
func cellText(pieces []piece, room float64, words lexicon) (text string, bold bool) {
	bold = true
	var last textLine
	lines := wholeNumbers(linesOf(pieces))
	for _, l := range lines {
		if words.cut(last, l, room) {
			text += l.text
		} else {
			text = joinLine(text, l.text)
		}
		last = l
		bold = bold && l.bold
	}
	return strings.Join(strings.Fields(text), " "), bold && len(lines) > 0
}

// cut reports whether a word was cut between two lines: together they do not fit the cell, the first is one piece of a word,
// and with the beginning of the next it is a word that stands elsewhere.
func (words lexicon) cut(last, next textLine, room float64) bool {
	first, _ := utf8.DecodeRuneInString(next.text)
	if last.text == "" || strings.ContainsRune(last.text, ' ') || last.right-last.left+next.firstWord() < room-0.6*last.size {
		return false
	}
	word, _, _ := strings.Cut(next.text, " ")
	switch {
	case partOfCode(last.text, next.text), reYearAlone.MatchString(last.text + next.text):
		return true
	case unicode.IsPunct(first):
		return utf8.RuneCountInString(word) == 1
	}
	return (unicode.IsLower(first) || last.text == strings.ToUpper(last.text)) && words.holdWhole(last.text, next.text)
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

// wholeNumbers joins lines that are parts of one amount: apart they are no numbers, together they are.
func wholeNumbers(lines []textLine) []textLine {
	for from := 0; from+1 < len(lines); from++ {
		whole, broken := "", false
		for to := from; to < len(lines) && reDigitsAlone.MatchString(lines[to].text); to++ {
			whole += lines[to].text
			broken = broken || !reWhole.MatchString(lines[to].text)
			if to > from && broken && (reGrouped.MatchString(whole) || reDecimal.MatchString(whole)) && (to+1 == len(lines) || !goesOnNumber(lines[to].text, lines[to+1].text)) {
				lines[from].text = whole
				lines = append(lines[:from+1], lines[to+1:]...)
				break
			}
		}
	}
	return lines
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
