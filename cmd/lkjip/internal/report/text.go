package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"

	"lkjip/schema/source"
)

// TextOptions are the choices of the text format.
type TextOptions struct {
	Color bool
	Quiet bool // no summary line
	Width int  // of the screen in columns; 0 where nobody knows
}

const (
	textWidth  = 100 // columns that prose is broken at, at most
	leastWidth = 50
	nameWidth  = 44 // columns a figure's name may take
	maxFigures = 16 // figures of one relation shown one by one
)

// Text writes the document for people: each finding with its figures and the arithmetic between them. Without findings it
// writes nothing.
func Text(w io.Writer, d *Document, opt TextOptions) error {
	if len(d.Findings) == 0 {
		return nil
	}
	t := &text{Writer: bufio.NewWriter(w), opt: opt, lang: d.Lang, width: textWidth, lines: lines{content: d.Source}}
	if opt.Width > 0 {
		t.width = min(max(opt.Width, leastWidth), textWidth)
	}
	for i := range d.Findings {
		switch f := &d.Findings[i]; {
		case f.Baseline:
		case f.Waived != nil:
			t.waived(f)
		default:
			t.finding(f)
		}
	}
	if !opt.Quiet {
		t.subjects(d)
		fmt.Fprintln(t, d.summarize(t.paint))
		if parts := coverageParts(d.Coverage.Sections); len(parts) > 0 {
			t.wrap("  ", "  ", t.say("diuji: ", "tested: ")+strings.Join(parts, ", "))
		}
	}
	return t.Flush()
}

type text struct {
	*bufio.Writer
	opt   TextOptions
	lang  string
	width int
	lines lines
}

// The few colours used, as their SGR codes.
var colors = map[string]string{"tinggi": "1;31", "sedang": "33", "rendah": "36", "place": "1", "faint": "2"}

func (t *text) paint(color, s string) string {
	if !t.opt.Color || s == "" {
		return s
	}
	return "\x1b[" + colors[color] + "m" + s + "\x1b[0m"
}

func (t *text) say(id, en string, args ...any) string { return source.T(id, en, args...).In(t.lang) }

func (t *text) finding(f *Finding) {
	fmt.Fprintf(t, "%s  %s  %s\n", t.paint("place", Safe(f.Place.String())), t.paint(f.Severity, severityName(f.Severity, t.lang)), f.Rule)
	t.wrap("  ", "  ", f.Title)
	t.excerpt(f)
	t.WriteByte('\n')
	if len(f.Evidence) > 1 || len(f.Evidence) == 1 && len(f.Evidence[0].Figures) > 1 {
		lead := &f.Evidence[0]
		t.relation(lead, f)
		for i := range f.Evidence[1:] {
			t.also(&f.Evidence[i+1], f)
		}
		t.WriteByte('\n')
	}
	for _, p := range append([]part{{t.say("Kondisi", "Condition"), f.Kondisi}}, parts(f, t.lang)...) {
		t.wrap("  "+t.paint("faint", pad(p.name, 13)), strings.Repeat(" ", 15), p.text)
	}
	t.WriteByte('\n')
}

// excerpt shows what stands at the place of a finding, with the value underlined.
func (t *text) excerpt(f *Finding) {
	gutter, shown := "", f.Excerpt
	if shown.isZero() {
		gutter, shown = strconv.Itoa(f.Place.Line)+" ", t.lines.excerpt(f)
	}
	if shown.isZero() {
		return
	}
	shown = shown.within(t.width - width(gutter) - 4)
	blank := strings.Repeat(" ", width(gutter))
	fmt.Fprintf(t, "  %s%s%s\n", t.paint("faint", gutter+"│ "+shown.Before), shown.Value, t.paint("faint", shown.After))
	fmt.Fprintf(t, "  %s%s%s\n", t.paint("faint", blank+"│ "), strings.Repeat(" ", width(shown.Before)), t.paint(f.Severity, strings.Repeat("^", max(1, width(shown.Value)))))
}

// line is one line of a relation's table.
type line struct{ sign, name, stated, place, note string }

// relation writes a relation out as an addition on paper: a figure a line, what they give, and what is written instead.
func (t *text) relation(e *Evidence, f *Finding) {
	if len(e.Figures) < 2 {
		return
	}
	var lines []line
	terms, result := e.Figures[:len(e.Figures)-1], &e.Figures[len(e.Figures)-1]
	for i := range terms {
		if i == maxFigures && len(terms) > maxFigures+1 {
			lines = append(lines, line{name: source.T("… dan %d angka lain", "… and %d more figures", len(terms)-i).In(t.lang)})
			break
		}
		l := t.line(&terms[i], f)
		if g := &terms[i]; f.Expected != "" && g.File == f.File && g.Place == f.Place {
			l.note = strings.TrimSpace(l.note + " ← " + t.say("seharusnya ", "should be ") + Safe(f.Expected))
		}
		lines = append(lines, l)
	}
	if e.Computed != "" && !e.Holds {
		// Of two figures that should be the same, the first already says what is expected.
		if len(terms) > 1 || terms[0].Sign != "" {
			lines = append(lines, line{sign: result.Sign, stated: e.Computed})
		}
		last := t.line(result, f)
		last.sign, last.name = "", t.say("tertulis", "stated")
		lines = append(lines, last)
	} else {
		lines = append(lines, t.line(result, f))
	}
	var names, figures, places int
	for _, l := range lines {
		names, figures, places = max(names, width(l.name)), max(figures, width(l.stated)), max(places, width(l.place))
	}
	for _, l := range lines {
		s := fmt.Sprintf("    %s %s  %s%s", pad(l.sign, 1), pad(l.name, names), strings.Repeat(" ", figures-width(l.stated)), l.stated)
		if l.place+l.note != "" {
			s += "   " + t.paint("faint", l.place)
		}
		before := 4 + 2 + names + 2 + figures + 3 + places + 2
		if l.note != "" && before+width(l.note) <= t.width {
			s += strings.Repeat(" ", places-width(l.place)) + "  " + l.note
		}
		fmt.Fprintln(t, strings.TrimRight(s, " "))
		if l.note != "" && before+width(l.note) > t.width {
			t.wrap("        ", "        ", l.note)
		}
	}
}

func (t *text) line(g *Figure, f *Finding) line {
	return line{Safe(g.Sign), cut(Safe(g.Name), t.width*nameWidth/textWidth), Safe(g.Stated), t.near(g, f), Safe(g.Note)}
}

// near is a figure's place, without the file where it is the finding's own.
func (t *text) near(g *Figure, f *Finding) string {
	if g.File == f.File {
		return Safe(g.Place.Short())
	}
	return Safe(g.Place.String())
}

// also writes a further relation in one line.
func (t *text) also(e *Evidence, f *Finding) {
	if len(e.Figures) == 0 {
		return
	}
	result := &e.Figures[len(e.Figures)-1]
	if strings.Contains("≤≥", result.Sign) && result.Sign != "" { // a requirement names its figure first
		result = &e.Figures[0]
	}
	state := t.say("juga tidak cocok", "does not hold either")
	if e.Holds {
		state = t.say("cocok", "holds")
	}
	s := state + ": " + Safe(e.Relation)
	if e.Rule != "" {
		s += " (" + e.Rule + ")"
	}
	if result.Stated != "" {
		s += " · " + t.say("tertulis ", "stated ") + Safe(result.Stated)
	}
	if e.Computed != "" && !e.Holds {
		s += " · " + t.say("hitungan ", "computed ") + Safe(e.Computed)
	}
	if place := t.near(result, f); place != "" {
		s += " · " + place
	}
	t.wrap("    ", "      ", s)
}

func (t *text) waived(f *Finding) {
	said := []string{f.Waived.Reason, f.Waived.Approver, f.Waived.Document}
	said = slices.DeleteFunc(said, func(s string) bool { return s == "" })
	fmt.Fprintf(t, "%s  %s  %s\n", t.paint("place", Safe(f.Place.String())), t.paint("faint", t.say("diabaikan", "waived")), f.Rule)
	t.wrap("  ", "  ", strings.Join(said, " · "))
	t.WriteByte('\n')
}

// summarize counts findings and figures in one line.
func (d *Document) summarize(paint func(color, s string) string) string {
	s := d.Summary
	out := source.T("%d catatan", "findings: %d", s.Total()).In(d.Lang)
	var parts []string
	for _, p := range [...]struct {
		n    int
		name string
	}{{s.Tinggi, "tinggi"}, {s.Sedang, "sedang"}, {s.Rendah, "rendah"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, paint(p.name, severityName(p.name, d.Lang))))
		}
	}
	if len(parts) > 0 {
		out += ": " + strings.Join(parts, ", ")
	}
	if s.Waived > 0 {
		out += source.T(" · %d diabaikan", " · %d waived", s.Waived).In(d.Lang)
	}
	if s.Baseline > 0 {
		out += source.T(" · %d sudah ada sebelumnya", " · %d known before", s.Baseline).In(d.Lang)
	}
	if d.Coverage.Figures > 0 {
		out += source.T(" · %d angka dibaca, %d diuji", " · %d figures read, %d tested", d.Coverage.Figures, d.Coverage.Tested).In(d.Lang)
	}
	return out
}

// wrap writes a paragraph broken at the width; first begins its first line, rest the others. Both are of the same width on
// the screen.
func (t *text) wrap(first, rest, s string) {
	t.WriteString(first)
	column := width(rest)
	for i, word := range strings.Fields(Safe(s)) {
		n := width(word)
		switch {
		case i == 0:
		case column+1+n > t.width:
			t.WriteString("\n" + rest)
			column = width(rest)
		default:
			t.WriteByte(' ')
			column++
		}
		t.WriteString(word)
		column += n
	}
	t.WriteByte('\n')
}

func width(s string) int { return uniseg.StringWidth(s) }

func pad(s string, n int) string { return s + strings.Repeat(" ", max(0, n-width(s))) }

// cut shortens a name in its middle, between words: names of one agency begin alike, and the end tells them apart.
func cut(s string, n int) string {
	if width(s) <= n {
		return s
	}
	const gap = " … "
	words := strings.Fields(s)
	head, tail := "", ""
	for len(words) > 0 && width(head)+1+width(words[0]) <= n*3/5 {
		head, words = strings.TrimSpace(head+" "+words[0]), words[1:]
	}
	for len(words) > 0 && width(head)+width(gap)+width(words[len(words)-1])+1+width(tail) <= n {
		tail, words = strings.TrimSpace(words[len(words)-1]+" "+tail), words[:len(words)-1]
	}
	if head == "" && tail == "" { // one endless word
		var b strings.Builder
		for _, r := range s {
			if width(b.String())+2 > n-1 {
				break
			}
			b.WriteRune(r)
		}
		return b.String() + "…"
	}
	return strings.TrimSpace(head + gap + tail)
}
