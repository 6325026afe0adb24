package report

import (
	"fmt"
	"io"
	"strings"

	"lkjip/schema/source"
)

const (
	markdownLimit = 60000 // bytes of a comment; GitHub takes 65,536 characters
	markdownText  = 600   // bytes of one part of a catatan
	markdownName  = 120   // bytes of a place
)

// Markdown writes the findings that count as a comment for a pull request: one table, the gravest first, cut to what a
// comment may hold. The mark in its first line is there to find the comment again.
func Markdown(w io.Writer, d *Document) error {
	say := func(id, en string, args ...any) string { return source.T(id, en, args...).In(d.Lang) }
	var b strings.Builder
	fmt.Fprintf(&b, "<!-- lkjip -->\n### lkjip: %s\n", d.summarize(unpainted))
	if d.Summary.Total() > 0 {
		fmt.Fprintf(&b, "\n| %s | %s | %s | %s |\n|---|---|---|---|\n", say("Tingkat", "Severity"), say("Tempat", "Place"), say("Aturan", "Rule"), say("Catatan", "Finding"))
	}
	shown := 0
	for _, i := range worst(d) {
		f := &d.Findings[i]
		if !f.Counts() {
			break
		}
		said := markdown(f.Kondisi, markdownText)
		for _, p := range parts(f, d.Lang) {
			said += "<br>**" + p.name + "** " + markdown(p.text, markdownText)
		}
		row := fmt.Sprintf("| %s | %s | %s | %s |\n", severityName(f.Severity, d.Lang), markdown(f.Place.String(), markdownName), markdown(f.Rule, markdownName), said)
		if b.Len()+len(row) > markdownLimit-200 {
			break
		}
		b.WriteString(row)
		shown++
	}
	if rest := d.Summary.Total() - shown; rest > 0 {
		fmt.Fprintf(&b, "\n%s\n", say("… dan %d catatan lain", "… and %d more findings", rest))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// A forge also makes links of addresses, names after @ and numbers after #, which nothing but a mark of no width prevents.
var markdownEscapes = strings.NewReplacer("\\", "\\\\", "|", "\\|", "`", "\\`", "*", "\\*", "_", "\\_", "~", "\\~", "[", "\\[", "]", "\\]", "$", "\\$",
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "@", "@\u200b", "#", "#\u200b", "://", ":\u200b//", "www.", "www\u200b.")

// markdown is a text of at most n bytes that Markdown shows as it is, inside a table.
func markdown(s string, n int) string {
	return markdownEscapes.Replace(shorten(Safe(s), n))
}
