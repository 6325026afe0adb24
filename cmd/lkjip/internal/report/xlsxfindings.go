package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"lkjip/schema/source"
)

// Bounds of what a copy is marked with: each note and each hyperlink costs a search through those before.
const (
	maxNotes = 2_000
	maxLinks = 2_000
	maxNote  = 1_500 // characters
)

// findingsSheet writes one row a finding. Places in the copied workbook are links; so are its cells, back to here.
func (b *book) findingsSheet(name string, before []string, copied bool) {
	d := b.doc
	b.twoPages(b.sheets[1], "I1", 64)
	s := b.stream(b.sheets[1], len(d.Findings), 5, 19, 9, 16, 17, 16, 16, 42, 22, 19, 12, 28, 26, 10, 11, 17, 17)
	s.freeze()
	s.header("No", b.say("Aturan", "Rule"), b.say("Tingkat", "Severity"), b.say("Berkas", "File"), b.say("Tempat", "Place"), b.say("Tertulis", "Stated"),
		b.say("Seharusnya", "Expected"), b.say("Kondisi", "Condition"), b.say("Kriteria", "Criteria"), b.say("Sebab", "Cause"), b.say("Akibat", "Effect"),
		b.say("Rekomendasi", "Advice"), b.say("Hitungan", "Arithmetic"), b.say("Butir checklist", "Checklist items"), b.say("Keadaan", "State"), b.say("Tanggapan", "Response"), b.say("Tindak lanjut", "Follow-up"))
	for i := range d.Findings {
		f := &d.Findings[i]
		state, color := "", f.Severity
		switch {
		case f.Waived != nil:
			state, color = b.say("diabaikan: %s", "waived: %s", f.Waived.Reason), "diabaikan"
		case f.Baseline:
			state, color = b.say("sudah ada sebelumnya", "known before"), "diabaikan"
		}
		place := s.text(strings.TrimPrefix(f.Place.Short(), ":"), "text")
		if copied && f.File == name && f.Place.Sheet != "" && slices.Contains(before, f.Place.Sheet) {
			cell := f.Place.Cell
			if cell == "" {
				cell = "A1"
			}
			place = s.link(f.Place.Sheet, cell, f.Place.Short())
		}
		s.add(i+1, f.Rule, s.text(b.severity(f.Severity), color), f.File, place, f.Stated, f.Expected, f.Kondisi, f.Kriteria, f.Sebab, f.Akibat,
			f.Rekomendasi, arithmetic(f), strings.Join(f.Checklist, ", "), state, s.text("", "input"), s.text("", "input"))
	}
	s.done()
}

// twoPages prints a sheet too wide for one page on two, the second from a column on, with the first column on both.
func (b *book) twoPages(name, from string, percent uint) {
	b.do(b.InsertPageBreak(name, from))
	b.do(b.SetPageLayout(name, &excelize.PageLayoutOptions{AdjustTo: &percent}))
}

// arithmetic is the first relation behind a finding, written out in one line.
func arithmetic(f *Finding) string {
	const most = 12
	if len(f.Evidence) == 0 {
		return ""
	}
	e := &f.Evidence[0]
	var parts []string
	for i := range e.Figures {
		g := &e.Figures[i]
		if i == most && len(e.Figures) > most+1 {
			parts = append(parts, fmt.Sprintf("… (%d)", len(e.Figures)))
			break
		}
		parts = append(parts, strings.Join(strings.Fields(g.Sign+" "+g.Name+" "+g.Stated), " "))
	}
	line := e.Relation + ": " + strings.Join(parts, " · ")
	if e.Computed != "" {
		line += " ⇒ " + e.Computed
	}
	return line
}

// cellOf is one cell of the copied workbook.
type cellOf struct{ sheet, cell string }

// mark colours the cells of findings in the copied workbook, by the gravest, and notes what was found.
func (b *book) mark(name string) {
	found := map[cellOf][]int{}
	var order []cellOf
	for i := range b.doc.Findings {
		f := &b.doc.Findings[i]
		if f.File != name || f.Place.Sheet == "" || f.Place.Cell == "" || !f.Counts() {
			continue
		}
		at := cellOf{f.Place.Sheet, f.Place.Cell}
		if found[at] == nil {
			order = append(order, at)
		}
		found[at] = append(found[at], i)
	}
	m := marker{book: b, styles: map[[2]string]int{}, notes: map[string]map[string]excelize.Comment{}}
	for i, at := range order {
		if b.err != nil {
			return
		}
		m.color(at, found[at])
		if i < maxNotes {
			m.note(at, found[at])
		}
		if i < maxLinks {
			m.link(at, found[at][0])
		}
	}
}

type marker struct {
	*book
	styles map[[2]string]int // by the style before and the severity
	notes  map[string]map[string]excelize.Comment
}

// color gives a cell the fill of its gravest finding and leaves all else of its format as it is. excelize would read a style
// and write it anew, which loses what it does not model; so the format record itself is copied.
func (m *marker) color(at cellOf, findings []int) {
	worst := m.doc.Findings[findings[0]].Severity
	for _, i := range findings {
		if s := m.doc.Findings[i].Severity; severityRank(s) > severityRank(worst) {
			worst = s
		}
	}
	before, err := m.GetCellStyle(at.sheet, at.cell)
	m.do(err)
	if err != nil {
		return
	}
	key := [2]string{fmt.Sprint(before), worst}
	id, ok := m.styles[key]
	if !ok {
		if id, err = m.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fills[worst]}}}); err != nil {
			m.do(err)
			return
		}
		formats := m.Styles.CellXfs
		if before < len(formats.Xf) && before >= 0 {
			yes, format := true, formats.Xf[before]
			format.FillID, format.ApplyFill = formats.Xf[id].FillID, &yes
			formats.Xf = append(formats.Xf, format)
			formats.Count = len(formats.Xf)
			id = len(formats.Xf) - 1
		}
		m.styles[key] = id
	}
	m.do(m.SetCellStyle(at.sheet, at.cell, at.cell, id))
}

// note adds what was found to the cell's note; one that is there stays, above ours.
func (m *marker) note(at cellOf, findings []int) {
	if m.notes[at.sheet] == nil {
		m.notes[at.sheet] = map[string]excelize.Comment{}
		list, err := m.GetComments(at.sheet)
		m.do(err)
		for _, c := range list {
			m.notes[at.sheet][c.Cell] = c
		}
	}
	var lines []string
	for _, i := range findings {
		f := &m.doc.Findings[i]
		lines = append(lines, m.say("Catatan %d (%s): %s", "Finding %d (%s): %s", i+1, m.severity(f.Severity), plain(f.Kondisi)))
		if f.Expected != "" {
			lines = append(lines, m.say("Seharusnya: %s", "Expected: %s", plain(f.Expected)))
		}
	}
	text := strings.Join(lines, "\n")
	if r := []rune(text); len(r) > maxNote {
		text = string(r[:maxNote]) + "…"
	}
	note := excelize.Comment{Cell: at.cell, Author: source.Author, Text: text, Width: 320, Height: 160}
	if have, ok := m.notes[at.sheet][at.cell]; ok {
		if strings.HasPrefix(have.Author, "tc=") {
			return // a conversation of newer Excel: its copy in the note cannot be changed alone
		}
		note.Author, note.Text = have.Author, ""
		note.Paragraph = have.Paragraph
		if len(note.Paragraph) == 0 && have.Text != "" {
			note.Paragraph = []excelize.RichTextRun{{Text: have.Text}}
		}
		note.Paragraph = append(note.Paragraph, excelize.RichTextRun{Text: source.NoteMark + text})
		m.do(m.DeleteComment(at.sheet, at.cell))
	}
	m.do(m.AddComment(at.sheet, note))
}

// link leads from a cell to its row among the findings, unless it leads elsewhere already.
func (m *marker) link(at cellOf, finding int) {
	if has, _, err := m.GetCellHyperLink(at.sheet, at.cell); err == nil && !has {
		m.do(m.SetCellHyperLink(at.sheet, at.cell, reference(m.sheets[1], fmt.Sprintf("A%d", finding+2)), "Location"))
	}
}
