package source

import (
	"bytes"
	"encoding/xml"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// noteAuthor signs the notes of our own template, which explain headings and are no remarks on the data.
const noteAuthor = "lkjip"

// What a checked workbook is marked with, so that the marks are known again when it is handed in once more: the defined
// names of the sheets of results begin with ResultName, and what was added to somebody's note begins with NoteMark.
const (
	ResultName = "lkjip_hasil_"
	NoteMark   = "\n\nlkjip: "
)

// SheetOf is the sheet a reference such as 'PK Program'!$A$1 names.
func SheetOf(reference string) string {
	sheet := reference[:max(strings.LastIndex(reference, "!"), 0)]
	return strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'")
}

// readXLSX reads a workbook in the template layout: one sheet a section.
func readXLSX(name string, data []byte) ([]*Node, []Problem) {
	r, err := openXLSX(name, data)
	if err != nil {
		return nil, []Problem{xlsxProblem(name, err)}
	}
	defer r.book.Close()
	r.sections()
	r.attachNotes()
	if r.known == 0 {
		return nil, append(r.problems, unreadable(Place{File: name},
			T("Tidak satu pun lembar buku kerja ini mengikuti templat", "None of the sheets of this workbook follows the template"),
			T("Agar data disalin ke templat (lkjip init --xlsx)", "Copy the data into the template (lkjip init --xlsx)")))
	}
	return []*Node{r.root}, r.problems
}

func openXLSX(name string, data []byte) (*xlsxReader, error) {
	// Parts stay in memory (UnzipXMLSizeLimit), since the cells are read from there.
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: MaxBytes, UnzipXMLSizeLimit: MaxBytes, RawCellValue: true})
	if err != nil {
		return nil, err
	}
	r := &xlsxReader{name: name, book: book, root: &Node{Kind: Map, Place: Place{File: name}}, formats: map[int]numberFormat{}, index: index{}}
	r.open()
	return r, nil
}

func xlsxProblem(name string, err error) Problem {
	at := Place{File: name}
	if strings.Contains(err.Error(), "unzip size exceeds") {
		return unreadable(at, T("Isi buku kerja lebih dari %d MB setelah dibuka", "The workbook unpacks to more than %d MB", MaxBytes>>20),
			T("Agar lembar dan gambar yang tidak perlu dihapus", "Delete sheets and images that are not needed"))
	}
	return unreadable(at, T("Buku kerja rusak atau terpotong (%s)", "The workbook is damaged or cut short (%s)", err.Error()),
		T("Agar berkas diunduh atau disalin ulang, lalu disimpan dari Excel sebagai Excel Workbook (.xlsx)",
			"Download or copy the file again, then save it from Excel as Excel Workbook (.xlsx)"))
}

type xlsxReader struct {
	name     string
	book     *excelize.File
	root     *Node
	problems []Problem
	strings  []string
	formats  map[int]numberFormat
	sheets   []sheet
	known    int
	nodes    int
	index    index
	at       map[sheetCell]*Node // value that stands in a cell
	rows     map[sheetCell]*Node // column 0: first value of a row
}

type sheet struct {
	name   string
	part   string
	hidden bool
}

type sheetCell struct {
	sheet    string
	row, col int
}

// part gives an unpacked part of the workbook.
func (r *xlsxReader) part(name string) []byte {
	p, _ := r.book.Pkg.Load(name)
	b, _ := p.([]byte)
	return b
}

// open reads which sheets there are and where, and the table of texts.
func (r *xlsxReader) open() {
	r.at, r.rows = map[sheetCell]*Node{}, map[sheetCell]*Node{}
	base, book := "xl", "xl/workbook.xml"
	for _, rel := range r.relations("_rels/.rels") {
		if strings.HasSuffix(rel.Type, "/officeDocument") {
			book = strings.TrimPrefix(rel.Target, "/")
			base = path.Dir(book)
		}
	}
	targets := map[string]string{}
	for _, rel := range r.relations(path.Join(base, "_rels", path.Base(book)+".rels")) {
		target := strings.TrimPrefix(rel.Target, "/")
		if target == rel.Target {
			target = path.Join(base, target)
		}
		targets[rel.ID] = target
		if strings.HasSuffix(rel.Type, "/sharedStrings") {
			r.strings = sharedStrings(r.part(target))
		}
	}
	var parsed struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	if xml.Unmarshal(r.part(book), &parsed) != nil {
		return
	}
	for _, s := range parsed.Sheets {
		r.sheets = append(r.sheets, sheet{s.Name, targets[s.ID], s.State == "hidden" || s.State == "veryHidden"})
	}
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

func (r *xlsxReader) relations(part string) []relation {
	var parsed struct {
		List []relation `xml:"Relationship"`
	}
	_ = xml.Unmarshal(r.part(part), &parsed) // a workbook without them has no sheets, which is reported
	return parsed.List
}

func (r *xlsxReader) format(style int) numberFormat {
	f, ok := r.formats[style]
	if !ok {
		f = parseFormat(r.formatCode(style))
		r.formats[style] = f
	}
	return f
}

func (r *xlsxReader) formatCode(style int) string {
	s, err := r.book.GetStyle(style)
	if err != nil || s == nil {
		return ""
	}
	if s.CustomNumFmt != nil {
		return *s.CustomNumFmt
	}
	return builtinFormats[s.NumFmt]
}

// sections reads the sheets in the order of the layout, so that a sheet that adds to another comes after it.
func (r *xlsxReader) sections() {
	type job struct {
		layout *sheetLayout
		order  int
		sheet  sheet
		many   bool
	}
	results := map[string]bool{}
	for _, name := range r.book.GetDefinedName() {
		if strings.HasPrefix(name.Name, ResultName) {
			results[SheetOf(name.RefersTo)] = true
		}
	}
	var jobs []job
	for i, s := range r.sheets {
		title := normal(s.name)
		if title == normal(sheetGuide) || results[s.name] || s.hidden && strings.HasPrefix(s.name, "_") {
			continue
		}
		if title == normal(sheetOther) {
			jobs = append(jobs, job{order: len(xlsxLayout)<<20 + i, sheet: s})
			continue
		}
		layout, index, numbered := findLayout(title)
		if layout == nil {
			r.unknownSheet(s)
			continue
		}
		jobs = append(jobs, job{layout, index<<20 + i, s, numbered})
	}
	slices.SortFunc(jobs, func(a, b job) int { return a.order - b.order })
	for i, j := range jobs {
		if j.layout == nil {
			r.known++
			r.others(j.sheet)
			continue
		}
		r.known++
		twin := i > 0 && jobs[i-1].layout == j.layout || i+1 < len(jobs) && jobs[i+1].layout == j.layout
		t := tableReader{xlsxReader: r, layout: j.layout, sheet: j.sheet.name, list: j.layout.many && (j.many || twin)}
		r.cells(j.sheet, t.row)
	}
}

func findLayout(title string) (layout *sheetLayout, index int, numbered bool) {
	for i := range xlsxLayout {
		l := &xlsxLayout[i]
		for _, name := range append([]string{l.name}, l.alias...) {
			n := normal(name)
			if title == n {
				return l, i, false
			}
			if rest, ok := strings.CutPrefix(title, n+" "); ok && l.many && strings.Trim(rest, "0123456789") == "" {
				return l, i, true
			}
		}
	}
	return nil, 0, false
}

func (r *xlsxReader) unknownSheet(s sheet) {
	filled := false
	r.cells(s, func(row []cell) { filled = filled || row[0].kind != Null })
	if !filled {
		return
	}
	r.problems = append(r.problems, Problem{Rule: ruleUnknownSheet, Place: Place{File: r.name, Sheet: s.name}, Stated: s.name,
		Kondisi: T("Lembar “%s” tidak dikenal dan tidak dibaca", "Sheet “%s” is not known and was not read", s.name),
		Saran:   T("Agar nama lembar disesuaikan dengan templat, atau lembar disembunyikan dengan nama berawalan “_”", "Name the sheet as the template does, or hide it under a name that begins with “_”")})
}

// cells reads a sheet and calls visit for each row that holds something. It returns the scanner, which stands behind the
// rows, or nil where the sheet could not be read to there.
func (r *xlsxReader) cells(s sheet, visit func(row []cell)) *xmlScanner {
	part := r.part(s.part)
	if part == nil {
		r.problems = append(r.problems, unreadable(Place{File: r.name, Sheet: s.name}, T("Lembar “%s” tidak ada isinya di dalam berkas", "Sheet “%s” has no content in the file", s.name),
			T("Agar berkas dibuka dengan Excel lalu disimpan ulang", "Open the file in Excel and save it again")))
		return nil
	}
	sr := sheetReader{xml: xmlScanner{data: part}, strings: r.strings, format: r.format, shared: map[string]string{}}
	var row []cell
	stop, err := sr.read(func(c cell) {
		if len(row) > 0 && row[0].row != c.row {
			visit(row)
			row = row[:0]
		}
		row = append(row, c)
	})
	if len(row) > 0 {
		visit(row)
	}
	if err != nil {
		stop = T("rusak (%s)", "is damaged (%s)", err.Error())
	}
	if !stop.IsZero() {
		r.problems = append(r.problems, unreadable(Place{File: r.name, Sheet: s.name}, T("Lembar “%s” %s", "Sheet “%s” %s", s.name, stop),
			T("Agar baris dan kolom di luar tabel dihapus, lalu berkas disimpan ulang", "Delete rows and columns outside the table and save again")))
		return nil
	}
	return &sr.xml
}

func (r *xlsxReader) place(sheet string, row, col int) Place {
	return Place{File: r.name, Sheet: sheet, Cell: cellName(col, row), Row: row, Col: col}
}

// attachNotes gives each cell note to the value in its cell, else to the first value of its row, else to the section.
func (r *xlsxReader) attachNotes() {
	for _, s := range r.sheets {
		notes, err := r.book.GetComments(s.name)
		if err != nil {
			continue
		}
		for _, note := range notes {
			col, row, ok := cellNumbers(note.Cell)
			text := noteText(note)
			if !ok || text == "" || note.Author == noteAuthor {
				continue
			}
			target := r.root
			for _, where := range []sheetCell{{s.name, row, col}, {s.name, row, 0}, {s.name, 0, 0}} {
				if n := r.at[where]; n != nil {
					target = n
					break
				}
			}
			target.Comments = append(target.Comments, Comment{Text: text, Place: r.place(s.name, row, col)})
		}
	}
}

func noteText(note excelize.Comment) string {
	text := note.Text
	for _, run := range note.Paragraph {
		text += run.Text
	}
	text = unescapeXML(text)
	if strings.HasPrefix(text, "[Threaded comment]") {
		// New Excel keeps the remark below a notice for old ones.
		if _, rest, ok := strings.Cut(text, "\n\nComment:\n"); ok {
			text = rest
		}
	}
	if note.Author != "" {
		text = strings.TrimPrefix(text, note.Author+":")
	}
	text, _, _ = strings.Cut(text, NoteMark)
	return strings.TrimSpace(text)
}
