package source

import (
	"errors"
	"slices"
	"strings"
)

// Author signs the remarks of the program: those of the template, which explain headings, and those that a result puts into
// a copy of a report. They are no remarks on the data, so readers pass over them.
const Author = "lkjip"

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
	pack, err := openPackage(data)
	if err != nil {
		return nil, err
	}
	r := &xlsxReader{name: name, pack: pack, root: &Node{Kind: Map, Place: Place{File: name}}, formats: map[int]numberFormat{}, index: index{},
		at: map[sheetCell]*Node{}, rows: map[sheetCell]*Node{}}
	return r, r.open()
}

// OpensXLSX reports whether a workbook's list of sheets, formats and texts can be read within their bounds.
func OpensXLSX(data []byte) bool {
	_, err := openXLSX("", data)
	return err == nil
}

func xlsxProblem(name string, err error) Problem {
	at := Place{File: name}
	fewer := T("Agar lembar, gambar dan baris kosong berformat yang tidak perlu dihapus", "Delete sheets, images and empty formatted rows that are not needed")
	switch {
	case errors.Is(err, errPartTooLarge):
		return unreadable(at, T("Isi buku kerja lebih dari %d MB setelah dibuka", "The workbook unpacks to more than %d MB", MaxBytes>>20), fewer)
	case errors.Is(err, errManySheets):
		return unreadable(at, T("Buku kerja mempunyai lebih dari %d lembar", "The workbook has more than %d sheets", maxSheets), fewer)
	}
	return unreadable(at, T("Buku kerja rusak atau terpotong", "The workbook is damaged or cut short"),
		T("Agar berkas diunduh atau disalin ulang, lalu disimpan dari Excel sebagai Excel Workbook (.xlsx)",
			"Download or copy the file again, then save it from Excel as Excel Workbook (.xlsx)"))
}

type xlsxReader struct {
	name     string
	pack     *xlsxPackage
	root     *Node
	problems []Problem
	strings  []string
	looks    []cellLook
	formats  map[int]numberFormat
	sheets   []sheet
	results  map[string]bool // sheets that a check of ours added
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

// open reads which sheets there are and where, the formats of cells, and the table of texts.
func (r *xlsxReader) open() error {
	sheets, results, links, err := r.pack.workbook()
	if err != nil {
		return err
	}
	r.sheets, r.results = sheets, results
	var part []byte
	for _, l := range links {
		switch {
		case l.is("styles"):
			if part, err = r.pack.part(l.target, maxPart); err == nil {
				r.looks, err = readStyles(part)
			}
		case l.is("sharedStrings"):
			if part, err = r.pack.part(l.target, MaxBytes); err == nil {
				r.strings, err = sharedStrings(part)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *xlsxReader) format(style int) numberFormat {
	f, ok := r.formats[style]
	if !ok {
		f = parseFormat(r.look(style).code)
		r.formats[style] = f
	}
	return f
}

func (r *xlsxReader) look(style int) cellLook {
	if style < 0 || style >= len(r.looks) {
		return cellLook{}
	}
	return r.looks[style]
}

// sections reads the sheets in the order of the layout, so that a sheet that adds to another comes after it.
func (r *xlsxReader) sections() {
	type job struct {
		layout *sheetLayout
		order  int
		sheet  sheet
		many   bool
	}
	var jobs []job
	for i, s := range r.sheets {
		title := normal(s.name)
		if title == normal(sheetGuide) || r.results[s.name] || s.hidden && strings.HasPrefix(s.name, "_") {
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
	part, err := r.pack.part(s.part, MaxBytes)
	switch {
	case errors.Is(err, errPartTooLarge):
		r.problems = append(r.problems, unreadable(Place{File: r.name, Sheet: s.name}, T("Lembar “%s” lebih besar dari yang dapat dibaca (%d MB untuk semua lembar)", "Sheet “%s” is larger than can be read (%d MB for all sheets)", s.name, MaxBytes>>20),
			T("Agar baris dan kolom kosong yang berformat di luar tabel dihapus, lalu berkas disimpan ulang", "Delete empty formatted rows and columns outside the table and save again")))
		return nil
	case err != nil:
		r.problems = append(r.problems, unreadable(Place{File: r.name, Sheet: s.name}, T("Lembar “%s” rusak", "Sheet “%s” is damaged", s.name),
			T("Agar berkas diunduh atau disalin ulang", "Download or copy the file again")))
		return nil
	case part == nil:
		r.problems = append(r.problems, unreadable(Place{File: r.name, Sheet: s.name}, T("Lembar “%s” tidak ada isinya di dalam berkas", "Sheet “%s” has no content in the file", s.name),
			T("Agar berkas dibuka dengan Excel lalu disimpan ulang", "Open the file in Excel and save it again")))
		return nil
	}
	sr := sheetReader{xml: xmlScanner{data: part}, strings: r.strings, format: r.format}
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
		stop = T("rusak atau terpotong", "is damaged or cut short")
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
		for _, note := range r.notes(s) {
			col, row, ok := cellNumbers(note.cell)
			text := note.own()
			if !ok || text == "" {
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
