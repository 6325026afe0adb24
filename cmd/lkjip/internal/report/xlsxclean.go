package report

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"lkjip/schema/source"
)

// clean takes the marks of an earlier check out of a workbook: people correct the marked copy and hand that in again. Our
// sheets go, so do our notes and what we added to others', the links to our sheets, and the colour of cells we noted.
func (b *book) clean() {
	old := map[string]bool{}
	for _, name := range b.GetDefinedName() {
		if !strings.HasPrefix(name.Name, source.ResultName) {
			continue
		}
		old[source.SheetOf(name.RefersTo)] = true
		b.do(b.DeleteDefinedName(&excelize.DefinedName{Name: name.Name, Scope: name.Scope}))
	}
	if len(old) == 0 || len(old) >= len(b.GetSheetList()) {
		return
	}
	for sheet := range old {
		b.do(b.DeleteSheet(sheet))
	}
	bare := map[int]int{} // formats without their fill
	for _, sheet := range b.GetSheetList() {
		notes, err := b.GetComments(sheet)
		b.do(err)
		for _, note := range notes {
			theirs, ours := splitNote(note)
			if !ours || b.err != nil {
				continue
			}
			b.do(b.DeleteComment(sheet, note.Cell))
			if theirs != nil {
				b.do(b.AddComment(sheet, *theirs))
			}
			b.uncolor(sheet, note.Cell, bare)
			if has, target, err := b.GetCellHyperLink(sheet, note.Cell); err == nil && has && old[source.SheetOf(target)] {
				b.do(b.SetCellHyperLink(sheet, note.Cell, "", "None"))
			}
		}
	}
}

// splitNote tells what of a note was there before ours, nil for nothing, and whether there is anything of ours.
func splitNote(note excelize.Comment) (theirs *excelize.Comment, ours bool) {
	if note.Author == source.Author {
		return nil, true
	}
	runs := note.Paragraph
	if len(runs) == 0 {
		runs = []excelize.RichTextRun{{Text: note.Text}}
	}
	kept := excelize.Comment{Cell: note.Cell, Author: note.Author}
	for _, run := range runs {
		text, _, found := strings.Cut(run.Text, source.NoteMark)
		ours = ours || found
		if run.Text = text; text != "" {
			kept.Paragraph = append(kept.Paragraph, run)
		}
		if found {
			break
		}
	}
	return &kept, ours
}

func (b *book) uncolor(sheet, cell string, bare map[int]int) {
	before, err := b.GetCellStyle(sheet, cell)
	if err != nil {
		b.do(err)
		return
	}
	id, ok := bare[before]
	if !ok {
		id = before
		style, err := b.GetStyle(before)
		formats := b.Styles.CellXfs
		if err == nil && before < len(formats.Xf) && oneOf(fills, fmt.Sprint(style.Fill.Color)) {
			none, format := 0, formats.Xf[before]
			format.FillID = &none
			formats.Xf = append(formats.Xf, format)
			formats.Count = len(formats.Xf)
			id = len(formats.Xf) - 1
		}
		bare[before] = id
	}
	b.do(b.SetCellStyle(sheet, cell, cell, id))
}

// oneOf reports whether a fill, as excelize lists its colours, is one of ours.
func oneOf(fills map[string]string, color string) bool {
	for _, ours := range fills {
		if strings.HasSuffix(strings.Trim(color, "[]"), ours) {
			return true
		}
	}
	return false
}
