package report

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"lkjip/rules"
	"lkjip/schema"
	"lkjip/schema/source"
)

// Excerpt is what stands at the place of a finding, with the value that the finding is about: of a text the line, of a
// sentence its part, of a table the row's name and the column.
type Excerpt struct {
	Before, Value, After string
}

// keptAround are the bytes kept on either side of a value: more than any line shows.
const keptAround = 400

func (e *Excerpt) isZero() bool { return e.Before == "" && e.Value == "" && e.After == "" }

// excerptOf takes from the tree what stands at a finding of a workbook or document. Lines of text files are read when they
// are shown, so that nothing is kept for them.
func excerptOf(f *rules.Finding, lang string) Excerpt {
	n := f.Node()
	if n == nil || n.Place.Line > 0 || f.Place.Line > 0 {
		return Excerpt{}
	}
	if before, after := n.Around(); before+after != "" {
		return Excerpt{strings.Clone(ending(before, keptAround)), strings.Clone(n.Text), strings.Clone(beginning(after, keptAround))}
	}
	n = n.Whole()
	if n.Kind == source.List || n.Kind == source.Map || n.Text == "" || n.Parent() == nil {
		return Excerpt{}
	}
	row := n.Parent()
	for row.Parent() != nil && row.Parent().Kind != source.List {
		row = row.Parent()
	}
	names := schema.FieldLabel(n).In(lang) + " │ "
	if row.Parent() == nil { // no row: a single value of a section
		row = n.Parent()
	}
	if row.Parent() != nil && row != n {
		names = schema.Label(row).In(lang) + " │ " + names
	}
	return Excerpt{names, strings.Clone(beginning(show(n), keptAround)), ""}
}

// excerpt is the line of a text file that a finding stands in.
func (l *lines) excerpt(f *Finding) Excerpt {
	p := f.Place.Place
	if p.Line < 1 || !hasLines(p.File) {
		return Excerpt{}
	}
	s, ok := l.at(p.File, p.Line)
	at := min(max(p.Column-1, 0), len(s))
	if !ok || p.Column < 1 || strings.TrimSpace(s) == "" {
		return Excerpt{}
	}
	n := extent(s[at:], f.Stated)
	if n == 0 {
		n = word(s[at:])
	}
	return Excerpt{strings.TrimLeft(ending(s[:at], keptAround), " \t"), s[at : at+n], beginning(s[at+n:], keptAround)}
}

// hasLines reports whether files of that name are read line by line.
func hasLines(file string) bool {
	return !source.IsWorkbook(file) && !source.IsWord(file) && !strings.EqualFold(filepath.Ext(file), ".pdf")
}

// word is how many bytes the value at the beginning of a line takes: what is between quotes, or all up to a space or comma
// that ends it.
func word(line string) int {
	if line == "" {
		return 0
	}
	if q := line[0]; q == '"' || q == '\'' {
		if i := strings.IndexByte(line[1:], q); i >= 0 {
			return i + 2
		}
	}
	for i := range len(line) {
		switch line[i] {
		case ' ', '\t', '}', ']', '|', ';':
			return i
		case ',', ':':
			if i+1 == len(line) || line[i+1] == ' ' {
				return i
			}
		}
	}
	return len(line)
}

// beginning and ending are the first and last bytes of a text, n at most, between characters.
func beginning(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func ending(s string, n int) string {
	if len(s) <= n {
		return s
	}
	at := len(s) - n
	for at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return s[at:]
}

// cutRight and cutLeft shorten a text to n columns, with a sign where something is missing.
func cutRight(s string, n int) string {
	if width(s) <= n {
		return s
	}
	kept, columns := 0, 0
	for g := uniseg.NewGraphemes(s); g.Next() && columns+g.Width() < n; columns += g.Width() {
		_, kept = g.Positions()
	}
	return s[:kept] + "…"
}

func cutLeft(s string, n int) string {
	over := width(s) - n
	if over <= 0 {
		return s
	}
	for g := uniseg.NewGraphemes(s); g.Next(); {
		if over -= g.Width(); over < 0 {
			_, at := g.Positions()
			return "…" + s[at:]
		}
	}
	return "…"
}

// within cuts an excerpt to n columns around its value, of which the beginning stays in any case.
func (e Excerpt) within(n int) Excerpt {
	e = Excerpt{Safe(tabs(e.Before)), Safe(tabs(e.Value)), strings.TrimRight(Safe(tabs(e.After)), " ")}
	e.Value = cutRight(e.Value, n*2/3)
	rest := n - width(e.Value)
	e.Before = cutLeft(e.Before, max(rest-width(e.After), rest*2/3))
	e.After = cutRight(e.After, rest-width(e.Before))
	return e
}

// tabs writes tabs as the spaces they are on most screens; alignment within a line is not kept.
func tabs(s string) string { return strings.ReplaceAll(s, "\t", "    ") }
