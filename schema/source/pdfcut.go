package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexicon holds the words of a document as they stand on its lines, in small letters: what is not a word there is a part of
// one, cut where a column was too narrow for it. True are those that stand between others on a line, which nothing cuts.
type lexicon map[string]bool

// maxLexicon bounds the words kept; a report has some thousand different ones.
const maxLexicon = 100_000

func lexiconOf(pages []*page) lexicon {
	words := lexicon{}
	for _, p := range pages {
		for _, c := range p.pieces {
			of := strings.FieldsFunc(c.text, notLetter)
			for i, w := range of {
				if w = strings.ToLower(w); len(words) < maxLexicon {
					words[w] = words[w] || 0 < i && i < len(of)-1
				}
			}
		}
	}
	return words
}

// hold reports whether a word stands on some line.
func (words lexicon) hold(w string) bool {
	_, has := words[w]
	return has
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

var (
	reDigitsAlone = regexp.MustCompile(`^(?:Rp\.? ?)?[(-]?[\d.,]+[)%]?$`)
	reGrouped     = regexp.MustCompile(`^(?:Rp\.? ?)?[(-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?[)%]?$`)
	reWhole       = regexp.MustCompile(`^(?:Rp\.? ?)?(?:\d{1,3}(?:\.\d{3})*|\d+)(?:,\d+)?$`)
	reYearAlone   = regexp.MustCompile(`^(?:19|20)\d\d$`)
	reDottedCode  = regexp.MustCompile(`^(?:\d{1,3}\.){2,6}\d{1,4}\.?$`)
	reSubCode     = regexp.MustCompile(`^(?:\w{1,4}\.){5}\d{4}$`)
	reDecimal     = regexp.MustCompile(`^[(-]?\d{1,3}(?:\.\d{3})*,\d+[)%]?$`)
)

// cellText joins the lines of a cell that is room points wide. Numbers and words that the width cut are made whole.
func cellText(pieces []piece, room float64, words lexicon) (text string, bold bool) {
	bold = true
	lines := words.whole(wholeNumbers(linesOf(pieces), room), room)
	for i, l := range lines {
		if before, cut := strings.CutSuffix(text, "-"); cut && words.holdWhole(before, l.text) {
			text = before + l.text // also in capitals, where joinLine keeps the hyphen
		} else if i > 0 && lines[i-1].full(l, room) && words.cutInside(text, l.text) {
			text += l.text
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
			if words.cut(text, next.text, len(text)-len(lines[from].text)) || to == from+1 && last.full(*next, room) && words.cutThere(last.text, next.text) {
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

// cut reports whether a word or code was cut between two texts; the end of the first that stands on other lines than its
// beginning is of that word too.
func (words lexicon) cut(text, next string, end int) bool {
	first, _ := utf8.DecodeRuneInString(next)
	return partOfCode(text, next) || reYearAlone.MatchString(text+next) || isPunctuation(next) ||
		(unicode.IsLower(first) || text == strings.ToUpper(text)) && words.holdWhole(text, next) && len(lastWord(text)) > end
}

// cutInside reports whether a word was cut between two texts of any length: neither part stands between others on a line, as
// words do, and together they are one that stands elsewhere.
func (words lexicon) cutInside(text, next string) bool {
	return words.holdWhole(text, next) && !words[strings.ToLower(lastWord(text))] && !words[strings.ToLower(firstWord(next))]
}

// cutThere reports whether a line that is full was cut before the next: in the last part of a code, or in a word whose rest
// is a syllable that stands nowhere as a word.
func (words lexicon) cutThere(line, next string) bool {
	rest := firstWord(next)
	return cutCode(line, next) || len(line) > 3 && strings.IndexFunc(line, notLetter) < 0 && 0 < len(rest) && len(rest) <= 3 && rest == strings.ToLower(rest) &&
		!words[strings.ToLower(line)] && !words[rest] && !slices.Contains(usualWords, rest)
}

// cutCode reports whether the four digits that end the code of a sub-kegiatan go on below.
func cutCode(line, next string) bool {
	return reSubCode.MatchString(line+next) && strings.Trim(next, "0123456789") == "" && len(next) < 4
}

// holdWhole reports whether the end of a text and the beginning of the next are one word that stands elsewhere whole.
func (words lexicon) holdWhole(text, next string) bool {
	first, rest := lastWord(text), firstWord(next)
	return first != "" && rest != "" && words.hold(strings.ToLower(first+rest))
}

func lastWord(text string) string {
	i := strings.LastIndexFunc(text, notLetter)
	if i < 0 {
		return text
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return text[i+size:]
}

func firstWord(text string) string {
	if i := strings.IndexFunc(text, notLetter); i >= 0 {
		return text[:i]
	}
	return text
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
			if broken && last && (reGrouped.MatchString(whole) || reDecimal.MatchString(whole)) || to == from+1 && last && restOfNumber(lines[from].text, lines[to].text) && lines[from].full(lines[to], room) {
				lines[from].text = whole
				lines = append(lines[:from+1], lines[to+1:]...)
				break
			}
		}
	}
	return lines
}

// full reports whether a line had no room for one letter more of those that the next begins with.
func (l *textLine) full(next textLine, room float64) bool {
	return l.right-l.left+max(letterWidth(l.text, l.right-l.left), letterWidth(firstOr(next.text), next.firstWord())) > room-0.05*l.size
}

// letterWidth is how wide a letter of a text is, those that are narrow aside.
func letterWidth(text string, width float64) float64 {
	narrow := strings.Count(text, ".") + strings.Count(text, ",") + strings.Count(text, " ") + strings.Count(text, "i") + strings.Count(text, "l")
	return width / max(float64(utf8.RuneCountInString(text))-float64(narrow)/2, 1)
}

func firstOr(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

// restOfNumber reports whether digits go on with the number above, which lost fewer of them than it kept.
func restOfNumber(above, below string) bool {
	return reDigitsAlone.MatchString(above) && strings.Trim(below, "0123456789") == "" && len(below) < len(above) && reWhole.MatchString(above+below)
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
