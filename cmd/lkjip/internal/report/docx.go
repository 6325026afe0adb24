package report

import (
	"archive/zip"
	"bufio"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"lkjip/schema/source"
)

// DOCX writes the document as Catatan Hasil Reviu, a Word document for people to complete. It is a draft of notes: it never
// states that a report has been reviewed, which is for the Inspektorat to state. The parts are written by hand; the Go
// libraries for Word are thin or carry a licence that does not fit, and what is needed of the format is little.
func DOCX(w io.Writer, d *Document) error {
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", docxTypes}, {"_rels/.rels", docxRels}, {"word/_rels/document.xml.rels", docxDocumentRels}, {"word/styles.xml", docxStyles},
		{"word/footer1.xml", docxFooter}, {docxApp, docxProps},
	} {
		f, err := z.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xml.Header+part.content); err != nil {
			return err
		}
	}
	f, err := z.Create("word/document.xml")
	if err != nil {
		return err
	}
	doc := &letter{Writer: bufio.NewWriter(f), doc: d}
	doc.write()
	if err := doc.Flush(); err != nil {
		return err
	}
	return z.Close()
}

// letter is the body of the document.
type letter struct {
	*bufio.Writer
	doc *Document
}

func (l *letter) say(id, en string, args ...any) string {
	return source.T(id, en, args...).In(l.doc.Lang)
}

func (l *letter) put(parts ...string) {
	for _, s := range parts {
		l.WriteString(s)
	}
}

// run is a stretch of text, escaped; line breaks of its own are kept.
func (l *letter) run(text string, bold bool) {
	l.put("<w:r>")
	if bold {
		l.put("<w:rPr><w:b/></w:rPr>")
	}
	l.put(`<w:t xml:space="preserve">`)
	_ = xml.EscapeText(l, []byte(plain(text))) // the writer keeps its error for Flush
	l.put("</w:t></w:r>")
}

func (l *letter) para(style, text string) {
	l.put("<w:p>")
	if style != "" {
		l.put(`<w:pPr><w:pStyle w:val="`, style, `"/></w:pPr>`)
	}
	l.run(text, false)
	l.put("</w:p>\n")
}

// table begins a table with columns of the widths, in twentieths of a point; head are its headings, repeated on each page.
func (l *letter) table(widths []int, head ...string) {
	l.put(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		fmt.Fprintf(l, `<w:gridCol w:w="%d"/>`, width)
	}
	l.put("</w:tblGrid>\n")
	if len(head) > 0 {
		l.put(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
		for i, h := range head {
			l.cell(widths[i], h, true, "D9E1F2", false)
		}
		l.put("</w:tr>\n")
	}
}

func (l *letter) cell(width int, text string, bold bool, fill string, right bool) {
	fmt.Fprintf(l, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if fill != "" {
		l.put(`<w:shd w:val="clear" w:color="auto" w:fill="`, fill, `"/>`)
	}
	l.put(`</w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/>`)
	if right {
		l.put(`<w:jc w:val="right"/>`)
	}
	l.put("</w:pPr>")
	if text != "" {
		l.run(text, bold)
	}
	l.put("</w:p></w:tc>")
}

func (l *letter) row(widths []int, cells ...string) {
	l.put("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
	for i, c := range cells {
		l.cell(widths[i], c, false, "", false)
	}
	l.put("</w:tr>\n")
}

// end closes a table; without a paragraph behind it Word joins it to the next.
func (l *letter) end() { l.put(`</w:tbl><w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>`, "\n") }

func (l *letter) write() {
	l.put(xml.Header, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`, "\n")
	l.opening()
	l.scope()
	l.aspects()
	l.findings()
	l.untested()
	l.checklist()
	l.put(`<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`)
}

const blank = "…………………………"

func (l *letter) opening() {
	l.para("Title", l.say("Catatan Hasil Reviu atas Laporan Kinerja", "Notes of the Review of the Performance Report"))
	if n := len(l.doc.Subjects); n == 1 {
		s := l.doc.Subjects[0]
		l.para("Subtitle", strings.TrimSpace(s.Name()+" · "+l.say("Tahun", "Year")+" "+cmp.Or(s.year(), blank)))
	} else if n > 1 {
		l.para("Subtitle", l.say("%d laporan", "%d reports", n))
	}
	l.para("", l.say("Konsep yang disusun oleh program untuk ditelaah dan dilengkapi oleh tim reviu. Dokumen ini bukan Pernyataan Telah Direviu.",
		"A draft made by a program, for the review team to examine and complete. It is not a statement that the report has been reviewed."))
	widths := []int{2400, 6900}
	l.table(widths)
	for _, label := range []string{l.say("Nomor kertas kerja", "Working paper number"), l.say("Disusun oleh, tanggal", "Prepared by, date"), l.say("Direviu oleh, tanggal", "Reviewed by, date")} {
		l.row(widths, label, blank)
	}
	l.end()
	l.para("Heading1", l.say("A. Dasar", "A. Basis"))
	for i, s := range []string{
		l.say("PermenPANRB 53/2014 tentang petunjuk teknis perjanjian kinerja, pelaporan kinerja dan tata cara reviu atas laporan kinerja, Lampiran III", "PermenPANRB 53/2014 on performance agreements, performance reports and their review, Lampiran III"),
		l.say("Surat tugas nomor %s", "Letter of assignment number %s", blank),
	} {
		l.para("Note", fmt.Sprintf("%d. %s", i+1, s))
	}
}

func (l *letter) scope() {
	d := l.doc
	l.para("Heading1", l.say("B. Ruang lingkup", "B. Scope"))
	l.para("", l.say("Reviu memberi keyakinan terbatas. Program %s %s (aturan %s) membaca %d angka dan menguji %d di antaranya terhadap angka atau pernyataan lain dalam berkas berikut. Cara pengumpulan data dan bukti di luar berkas tidak diuji.",
		"A review gives limited assurance. The program %s %s (rules %s) read %d figures and tested %d of them against other figures or statements in the files below. How data were collected, and evidence outside the files, was not tested.",
		d.Tool.Name, d.Tool.Version, d.Tool.Ruleset, d.Coverage.Figures, d.Coverage.Tested))
	widths := []int{4200, 5100}
	l.table(widths, l.say("Berkas", "File"), "SHA-256")
	for _, in := range d.Inputs {
		l.row(widths, in.File, in.SHA256)
	}
	l.end()
	widths = []int{3600, 1100, 1100, 3500}
	l.table(widths, l.say("Bagian", "Part"), l.say("Angka dibaca", "Figures read"), l.say("Diuji", "Tested"), l.say("Sebab tidak diuji", "Why untested"))
	sections := d.Coverage.Sections
	if len(d.Subjects) > 1 { // file by file it would fill more pages than the findings
		sections = MergeSections(sections)
	}
	for _, c := range sections {
		name := sectionName(c.Section)
		if c.File != "" && len(d.Inputs) > 1 {
			name = c.File + ": " + name
		}
		l.row(widths, name, fmt.Sprint(c.Figures), fmt.Sprint(c.Tested), c.why())
	}
	l.end()
}

// subjects lists several reports with their findings and aspects.
func (l *letter) subjects() {
	d := l.doc
	if len(d.Subjects) < 2 {
		return
	}
	widths := []int{2900, 800, 700, 800, 800, 1100, 1100, 1100}
	l.table(widths, l.say("Laporan", "Report"), l.say("Tahun", "Year"), severityName("tinggi", d.Lang), severityName("sedang", d.Lang), severityName("rendah", d.Lang), "I", "II", "III")
	for i := range d.Subjects {
		if i == maxListed {
			l.row(widths, l.say("… dan %d laporan lain", "… and %d more reports", len(d.Subjects)-i), "", "", "", "", "", "", "")
			break
		}
		s, status := &d.Subjects[i], d.statuses(i)
		l.row(widths, s.Name(), s.year(), fmt.Sprint(s.Summary.Tinggi), fmt.Sprint(s.Summary.Sedang), fmt.Sprint(s.Summary.Rendah), status[0], status[1], status[2])
	}
	l.end()
}

func (l *letter) aspects() {
	l.para("Heading1", l.say("C. Hasil per aspek", "C. Results by aspect"))
	l.subjects()
	widths := []int{2700, 2900, 3700}
	l.table(widths, l.say("Aspek", "Aspect"), "Status", l.say("Uraian", "Description"))
	for _, a := range l.doc.Checklist() {
		var items []string
		for _, answer := range a.Answers {
			if len(answer.Findings) > 0 {
				items = append(items, fmt.Sprintf("%s (%s)", answer.Item.ID, shownFindings(answer.Findings)))
			}
		}
		said := l.say("Tidak ada catatan dari data yang diuji", "Nothing came to notice in the data tested")
		if len(items) > 0 {
			said = l.say("Masih terdapat catatan pada butir (nomor catatan) %s", "Items with findings (their numbers): %s", strings.Join(items, ", "))
		}
		if a.Manual > 0 {
			said += l.say("; %d butir perlu telaah manual", "; %d items need review by hand", a.Manual)
		}
		l.row(widths, a.ID+" "+a.Name.In(l.doc.Lang), a.Status.In(l.doc.Lang), said)
	}
	l.end()
}

// findings writes the notes of the review. A review names no effect, and a cause only where the figures suggest one.
func (l *letter) findings() {
	l.para("Heading1", l.say("D. Catatan", "D. Findings"))
	if len(l.doc.Findings) == 0 {
		l.para("", l.say("Tidak ada catatan dari data yang diuji.", "Nothing came to notice in the data tested."))
	}
	widths := []int{1800, 7500}
	for i := range l.doc.Findings {
		f := &l.doc.Findings[i]
		l.para("Heading2", fmt.Sprintf("%d. %s", i+1, cmp.Or(f.Title, f.Rule)))
		l.table(widths)
		severity := severityName(f.Severity, l.doc.Lang) + " · " + f.Rule
		switch {
		case f.Waived != nil:
			severity += " · " + l.say("diabaikan: %s", "waived: %s", f.Waived.Reason)
		case f.Baseline:
			severity += " · " + l.say("sudah ada sebelumnya", "known before")
		}
		for _, p := range [][2]string{{l.say("Tempat", "Place"), f.Place.String()}, {l.say("Tingkat", "Severity"), severity}, {l.say("Kondisi", "Condition"), f.Kondisi},
			{l.say("Kriteria", "Criteria"), f.Kriteria}, {l.say("Sebab", "Cause"), f.Sebab}, {l.say("Rekomendasi", "Advice"), f.Rekomendasi},
			{l.say("Butir checklist", "Checklist items"), strings.Join(f.Checklist, ", ")}, {l.say("Tanggapan", "Response"), blank}} {
			if p[1] != "" {
				l.row(widths, p[0], p[1])
			}
		}
		l.end()
		l.figures(f)
	}
}

// figures writes the first relation behind a finding as a small table, the figure in question marked.
func (l *letter) figures(f *Finding) {
	if len(f.Evidence) == 0 || len(f.Evidence[0].Figures) < 2 {
		return
	}
	e := &f.Evidence[0]
	widths := []int{500, 3700, 2200, 2900}
	l.para("Caption", e.Relation)
	l.table(widths, "", l.say("Angka", "Figure"), l.say("Tertulis", "Stated"), l.say("Tempat", "Place"))
	last := len(e.Figures) - 1
	for i := range e.Figures {
		g := &e.Figures[i]
		if i >= maxTerms && i < last {
			if i == maxTerms {
				l.row(widths, "", l.say("… dan %d angka lain", "… and %d more figures", last-maxTerms), "", "")
			}
			continue
		}
		sign, fill := g.Sign, ""
		if i == last && e.Computed != "" && !e.Holds {
			l.put("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
			for k, c := range []string{cmp.Or(g.Sign, "="), l.say("hitungan", "computed"), e.Computed, ""} {
				l.cell(widths[k], c, false, "", k == 2)
			}
			l.put("</w:tr>\n")
			sign = ""
		}
		if !e.Holds && g.File == f.File && g.Place.Path == f.Place.Path {
			fill = fills["tinggi"]
		}
		l.put("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
		l.cell(widths[0], sign, false, fill, false)
		l.cell(widths[1], strings.TrimSpace(g.Name+" "+g.Note), false, fill, false)
		l.cell(widths[2], g.Stated, false, fill, true)
		l.cell(widths[3], (&text{}).near(g, f), false, fill, false)
		l.put("</w:tr>\n")
	}
	l.end()
}

func (l *letter) untested() {
	const most = 500
	if len(l.doc.Untested) == 0 {
		return
	}
	l.para("Heading1", l.say("E. Yang tidak dapat diuji", "E. What could not be tested"))
	widths := []int{2900, 3400, 3000}
	l.table(widths, l.say("Aturan", "Rule"), l.say("Sebab", "Why"), l.say("Tempat", "Place"))
	for i, u := range l.doc.Untested {
		if i == most {
			l.row(widths, "…", l.say("dan %d lagi", "and %d more", len(l.doc.Untested)-most), "")
			break
		}
		l.row(widths, u.Rule, u.Reason, strings.TrimSpace(u.File+" "+u.Path))
	}
	l.end()
}

func (l *letter) checklist() {
	l.para("Heading1", l.say("Lampiran: checklist reviu", "Appendix: review checklist"))
	widths := []int{800, 4200, 1700, 2600}
	l.table(widths, "No", l.say("Pernyataan", "Statement"), l.say("Jawaban", "Answer"), l.say("Bukti", "Evidence"))
	for _, a := range l.doc.Checklist() {
		l.put("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
		for i, c := range []string{a.ID, a.Name.In(l.doc.Lang), a.Status.In(l.doc.Lang), ""} {
			l.cell(widths[i], c, true, "F2F2F2", false)
		}
		l.put("</w:tr>\n")
		for _, answer := range a.Answers {
			evidence := answer.Evidence.In(l.doc.Lang)
			if len(answer.Findings) > 0 {
				evidence += ": " + shownFindings(answer.Findings)
			}
			l.row(widths, answer.Item.ID, answer.Item.Meaning.In(l.doc.Lang), replyWords[answer.Reply].In(l.doc.Lang), evidence)
		}
	}
	l.end()
}
