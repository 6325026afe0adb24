package report

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"lkjip/rules"
	"lkjip/schema/source"
)

// maxRows are the rows a sheet of ours may have; Excel ends at 1,048,576.
const maxRows = 1_000_000

// XLSX writes the document as a workbook of sheets: summary, findings, checklist, tests, and of several reports a list of them. If the workbook that was
// checked is given (its content and the name its findings carry), they stand in front of a copy of it, in which the cells of
// findings are coloured and noted.
func XLSX(w io.Writer, d *Document, name string, original []byte) error {
	b := &book{doc: d, styles: map[string]int{}}
	if original == nil {
		b.File = excelize.NewFile()
	} else {
		var err error
		b.File, err = excelize.OpenReader(bytes.NewReader(original), excelize.Options{UnzipSizeLimit: source.MaxBytes, UnzipXMLSizeLimit: source.MaxBytes})
		if err != nil {
			return err
		}
	}
	defer b.Close()
	if original != nil {
		b.clean()
	}
	before := b.GetSheetList()
	b.name()
	if original != nil {
		b.mark(name)
	}
	// Before there is anything in our sheets: excelize reads every sheet whole to do this.
	if original == nil {
		b.do(b.DeleteSheet(before[0]))
	} else {
		b.toFront(before)
	}
	if index, err := b.GetSheetIndex(b.sheets[0]); err == nil {
		b.SetActiveSheet(index)
	}
	b.summarySheet()
	b.findingsSheet(name, before, original != nil)
	b.checklistSheet()
	b.testsSheet()
	b.subjectsSheet()
	if original == nil { // a copy stays its author's
		b.do(b.SetDocProps(&excelize.DocProperties{Creator: "lkjip " + d.Tool.Version, Title: b.say("Catatan pemeriksaan LKjIP", "Findings of an LKjIP check")}))
	}
	if b.err != nil {
		return b.err
	}
	_, err := b.WriteTo(w)
	return err
}

// IsWorkbook reports whether the content is a workbook that can be copied with marks.
func IsWorkbook(content []byte) bool {
	if !source.OpensXLSX(content) { // excelize has no bounds for the list of sheets and the styles
		return false
	}
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: source.MaxBytes, UnzipXMLSizeLimit: source.MaxBytes})
	if err != nil {
		return false
	}
	defer f.Close()
	return len(f.GetSheetList()) > 0
}

// book is the workbook being written. The first error is kept; nothing is written after one.
type book struct {
	*excelize.File
	doc    *Document
	sheets []string // summary, findings, checklist, tests and, of several reports, the reports
	styles map[string]int
	err    error
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) say(id, en string, args ...any) string {
	return source.T(id, en, args...).In(b.doc.Lang)
}

// name picks names for the sheets that the workbook does not use yet.
func (b *book) name() {
	taken := map[string]bool{}
	for _, s := range b.GetSheetList() {
		taken[strings.ToLower(s)] = true
	}
	wanted := []string{b.say("Ringkasan", "Summary"), b.say("Catatan", "Findings"), "Checklist", b.say("Uji", "Tests")}
	if len(b.doc.Subjects) > 1 {
		wanted = append(wanted, b.say("Laporan", "Reports"))
	}
	for i, want := range wanted {
		got := want
		for n := 2; taken[strings.ToLower(got)]; n++ {
			got = fmt.Sprintf("%s %d", want, n)
		}
		taken[strings.ToLower(got)] = true
		b.sheets = append(b.sheets, got)
		_, err := b.NewSheet(got)
		b.do(err)
		b.do(b.SetDefinedName(&excelize.DefinedName{Name: source.ResultName + strconv.Itoa(i+1), RefersTo: reference(got, "$A$1")}))
	}
}

// toFront puts our sheets before those of the workbook. Print areas and the like name their sheet by its position.
func (b *book) toFront(before []string) {
	if len(before) == 0 || b.err != nil {
		return
	}
	for _, s := range b.sheets {
		b.do(b.MoveSheet(s, before[0]))
	}
	if b.WorkBook.DefinedNames == nil {
		return
	}
	for i := range b.WorkBook.DefinedNames.DefinedName {
		if at := b.WorkBook.DefinedNames.DefinedName[i].LocalSheetID; at != nil {
			moved := *at + len(b.sheets)
			b.WorkBook.DefinedNames.DefinedName[i].LocalSheetID = &moved
		}
	}
}

// fills are the colours of severities, light enough for black text.
var fills = map[string]string{"tinggi": "F8CBAD", "sedang": "FFE699", "rendah": "DDEBF7", "ya": "E2EFDA", "diabaikan": "E7E6E6"}

func (b *book) style(name string) int {
	if id, ok := b.styles[name]; ok {
		return id
	}
	s := &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}, Font: &excelize.Font{Family: "Calibri", Size: 11}}
	switch name {
	case "title":
		s.Font.Bold, s.Font.Size = true, 14
		s.Alignment.WrapText = false
	case "line":
		s.Alignment.WrapText = false
	case "number":
		s.Alignment = &excelize.Alignment{Vertical: "top", Horizontal: "center"}
	case "header":
		s.Font.Bold = true
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9E1F2"}}
		s.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: "8EA9DB"}}
	case "label":
		s.Font.Bold = true
	case "link":
		s.Font.Color, s.Font.Underline = "0563C1", "single"
	case "input":
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFFF0"}}
		s.NumFmt = 49
	default:
		if color, ok := fills[name]; ok {
			s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
		} else {
			s.NumFmt = 49 // what is typed over a text stays one
		}
	}
	switch name {
	case "title", "line", "label", "header":
	default:
		s.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: "D9D9D9"}}
	}
	id, err := b.NewStyle(s)
	b.do(err)
	b.styles[name] = id
	return id
}

// sheet is one of ours, written row by row: cell by cell a large one takes minutes.
type sheet struct {
	*book
	*excelize.StreamWriter
	row    int
	widths []float64 // of the columns, in characters
}

// plain is a text fit for XML and for the eye: no control characters, no broken bytes.
func plain(s string) string { return Safe(strings.ToValidUTF8(s, "\ufffd")) }

func (b *book) severity(s string) string { return severityName(s, b.doc.Lang) }

func (b *book) summarySheet() {
	s, d := b.stream(b.sheets[0], 0, 34, 14, 12, 14, 62), b.doc
	s.add(s.text(b.say("Ringkasan pemeriksaan LKjIP", "Summary of the LKjIP check"), "title"))
	s.add(s.text(b.say("Hasil program, bukan pernyataan telah direviu", "Made by a program; not a statement that the report was reviewed"), "line"))
	s.row++
	label := func(name, value string) { s.add(s.text(name, "label"), s.text(value, "line")) }
	switch len(d.Subjects) {
	case 0:
	case 1:
		label(b.say("Instansi", "Agency"), d.Subjects[0].Name())
		label(b.say("Tahun", "Year"), d.Subjects[0].year())
	default:
		s.add(s.text(b.say("Laporan", "Reports"), "label"), s.link(b.sheets[4], "A1", b.say("%d laporan, satu per satu pada lembar %s", "%d, one by one on the sheet %s", len(d.Subjects), b.sheets[4])))
	}
	label(b.say("Program", "Program"), d.Tool.Name+" "+d.Tool.Version)
	label(b.say("Aturan", "Rules"), d.Tool.Ruleset)
	for _, in := range d.Inputs {
		label(b.say("Berkas", "File"), in.File)
		label("SHA-256", in.SHA256)
	}
	s.row++
	s.header(b.say("Catatan", "Findings"), b.say("Banyaknya", "Number"))
	for _, c := range []struct {
		name string
		n    int
	}{{"tinggi", d.Summary.Tinggi}, {"sedang", d.Summary.Sedang}, {"rendah", d.Summary.Rendah}} {
		s.add(s.text(b.severity(c.name), c.name), c.n)
	}
	s.add(b.say("diabaikan dengan alasan", "waived with a reason"), d.Summary.Waived)
	if d.Summary.Baseline > 0 {
		s.add(b.say("sudah ada sebelumnya", "known before"), d.Summary.Baseline)
	}
	s.row++
	s.header(b.say("Aspek", "Aspect"), b.say("Status", "Status"), "", b.say("Telaah manual", "By hand"))
	for _, a := range d.Checklist() {
		s.add(a.ID+" "+a.Name.In(d.Lang), s.text(a.Status.In(d.Lang), "line"), "", a.Manual)
	}
	s.row++
	s.header(b.say("Cakupan", "Coverage"), b.say("Angka dibaca", "Figures read"), b.say("Diuji", "Tested"), b.say("Tidak diuji", "Untested"), b.say("Sebab tidak diuji", "Why untested"))
	s.add(b.say("seluruhnya", "all"), d.Coverage.Figures, d.Coverage.Tested, d.Coverage.Figures-d.Coverage.Tested)
	for _, c := range d.Coverage.Sections {
		name := sectionName(c.Section)
		if c.File != "" && len(d.Inputs) > 1 {
			name = c.File + ": " + name
		}
		s.add(name, c.Figures, c.Tested, c.Figures-c.Tested, c.why())
	}
	s.done()
}

// why tells the reasons of a section in one line.
func (c *Section) why() string {
	parts := make([]string, len(c.Reasons))
	for i, r := range c.Reasons {
		parts[i] = fmt.Sprintf("%d: %s", r.Figures, r.Reason)
	}
	return strings.Join(parts, "; ")
}

func (b *book) checklistSheet() {
	s, d := b.stream(b.sheets[2], 0, 6, 54, 20, 44, 16), b.doc
	s.freeze()
	s.header("No", b.say("Pernyataan", "Statement"), b.say("Jawaban", "Answer"), b.say("Bukti", "Evidence"), b.say("Catatan nomor", "Findings"))
	for _, a := range d.Checklist() {
		s.add(s.text(a.ID, "label"), s.text(a.Name.In(d.Lang), "label"), s.text(a.Status.In(d.Lang), "label"))
		for _, answer := range a.Answers {
			color := map[Reply]string{ReplyYes: "ya", ReplyNo: "tinggi"}[answer.Reply]
			s.add(answer.Item.ID, answer.Item.Meaning.In(d.Lang), s.text(replyWords[answer.Reply].In(d.Lang), color), answer.Evidence.In(d.Lang), shownFindings(answer.Findings))
		}
	}
	s.row++
	s.add("", b.say("Butir menurut PermenPANRB 53/2014 Lampiran III, dengan kata-kata sendiri; jawaban program membantu penelaah dan tidak menggantikannya",
		"Items of PermenPANRB 53/2014, Lampiran III, in our words; the program's answers help the reviewer and do not replace one"))
	s.done()
}

// statusWords name the outcomes of a rule.
var statusWords = map[string]source.Text{Broken: source.T("ada catatan", "findings"), Untestable: source.T("tidak dapat diuji", "could not be tested"),
	Passed: source.T("tanpa catatan", "passed"), NotApplicable: source.T("tidak berlaku", "not applicable")}

func (b *book) testsSheet() {
	s, d := b.stream(b.sheets[3], len(b.doc.Rules), 31, 48, 16, 9, 9, 11, 44), b.doc
	s.freeze()
	s.header(b.say("Aturan", "Rule"), b.say("Yang diperiksa", "What is looked for"), b.say("Hasil", "Outcome"), b.say("Catatan", "Findings"),
		b.say("Cocok", "Hold"), b.say("Tidak teruji", "Untested"), b.say("Sebab tidak teruji", "Why untested"))
	why := map[string]*Section{}
	for _, u := range d.Untested {
		if why[u.Rule] == nil {
			why[u.Rule] = &Section{}
		}
		if c := why[u.Rule]; len(c.Reasons) < maxReasons {
			c.because(u.Reason, 1)
		}
	}
	for _, o := range d.Rules {
		title, reasons := "", ""
		if r := rules.Find(o.Rule); r != nil {
			title = r.Title.In(d.Lang)
		}
		if c := why[o.Rule]; c != nil {
			reasons = c.why()
		}
		color := map[string]string{Broken: "sedang", Passed: "ya"}[o.Status]
		s.add(o.Rule, title, s.text(statusWords[o.Status].In(d.Lang), color), o.Findings, o.Held, o.Untested, reasons)
	}
	if len(d.Untested) > 0 {
		s.row++
		s.header(b.say("Tidak teruji", "Untested"), b.say("Sebab", "Why"), b.say("Berkas", "File"), b.say("Isian", "Entry"))
		for _, u := range d.Untested {
			s.add(u.Rule, u.Reason, u.File, u.Path)
		}
	}
	s.done()
}
