package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
)

// Bounds of a workbook's parts. Sheets are unpacked one at a time; the list of sheets, their links, styles and notes are far
// smaller in any workbook that people made.
const (
	maxPart    = 16 << 20 // of anything but sheets and their texts, unpacked
	maxSheets  = 1_000
	maxFormats = 65_490 // of cells, as in Excel
	maxNotes   = 20_000 // of one sheet
)

var (
	errPartTooLarge = errors.New("a part of the workbook is too large")
	errManySheets   = errors.New("the workbook has too many sheets")
	errNoWorkbook   = errors.New("the list of sheets is missing or damaged")
	errTextsDamaged = errors.New("the table of texts is damaged")
)

// xlsxPackage gives the parts of a workbook. excelize would read all of them at once, pictures too, and build what it reads:
// 60 KB of empty styles cost 2 GB.
type xlsxPackage struct {
	files map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

func openPackage(data []byte) (*xlsxPackage, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	p := &xlsxPackage{files: map[string]*zip.File{}, left: MaxBytes}
	for _, f := range z.File {
		p.files[partName(f.Name)] = f
	}
	return p, nil
}

// partName makes names of parts comparable: some programs write them with backslashes or other capitals.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// part unpacks a part of at most so many bytes, nil where there is none.
func (p *xlsxPackage) part(name string, most int64) ([]byte, error) {
	f := p.files[partName(name)]
	if f == nil {
		return nil, nil
	}
	most = min(most, p.left)
	if f.UncompressedSize64 > uint64(most) {
		return nil, errPartTooLarge
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var out bytes.Buffer
	out.Grow(int(f.UncompressedSize64) + bytes.MinRead)
	n, err := io.Copy(&out, io.LimitReader(in, most+1))
	if p.left -= n; n > most {
		return nil, errPartTooLarge
	}
	return out.Bytes(), err
}

// top unpacks the beginning of a part, as far as it can be read.
func (p *xlsxPackage) top(name string, most int64) []byte {
	f := p.files[partName(name)]
	if f == nil {
		return nil
	}
	in, err := f.Open()
	if err != nil {
		return nil
	}
	defer in.Close()
	out, _ := io.ReadAll(io.LimitReader(in, most))
	return out
}

// workbook reads which sheets there are, which of them a check of ours added, and what else the workbook links to.
func (p *xlsxPackage) workbook() (sheets []sheet, results map[string]bool, links []relation, err error) {
	book := "xl/workbook.xml"
	if links, err = p.relations(""); err != nil {
		return nil, nil, nil, err
	}
	for _, l := range links {
		if l.is("officeDocument") {
			book = l.target
		}
	}
	part, err := p.part(book, maxPart)
	if part == nil && err == nil {
		err = errNoWorkbook
	}
	if err != nil {
		return nil, nil, nil, err
	}
	if links, err = p.relations(book); err != nil {
		return nil, nil, nil, err
	}
	sheets, results, err = sheetList(part, links)
	return sheets, results, links, err
}

// relations are the links of a part to others: what they are, by their names.
func (p *xlsxPackage) relations(of string) (links []relation, err error) {
	dir, name := path.Split(of)
	part, err := p.part(dir+"_rels/"+name+".rels", maxPart)
	scan := xmlScanner{data: part}
	for len(links) <= 10*maxSheets {
		switch scan.next() {
		case xmlEOF, xmlBad:
			return links, err
		case xmlStart:
			if scan.is("Relationship") {
				target := strings.ReplaceAll(scan.attr("Target"), `\`, "/")
				if !strings.HasPrefix(target, "/") {
					target = path.Join(dir, target)
				}
				links = append(links, relation{scan.attr("Id"), scan.attr("Type"), target})
			}
		}
	}
	return links, err
}

type relation struct{ id, kind, target string }

// is reports whether a link leads to a part of a kind, in the transitional and the strict namespace.
func (r relation) is(kind string) bool { return strings.HasSuffix(r.kind, "/"+kind) }

// sheetList reads the sheets of a workbook and the sheets that its defined names of ours stand for.
func sheetList(part []byte, links []relation) (sheets []sheet, results map[string]bool, err error) {
	results = map[string]bool{}
	scan := xmlScanner{data: part}
	inside, defined := false, false
	for {
		switch scan.next() {
		case xmlEOF:
			return sheets, results, nil
		case xmlBad:
			return nil, nil, errNoWorkbook
		case xmlStart:
			switch {
			case scan.is("sheets"):
				inside = true
			case scan.is("definedName"):
				defined = strings.HasPrefix(scan.attr("name"), ResultName)
			case inside && scan.is("sheet"):
				if len(sheets) == maxSheets {
					return nil, nil, errManySheets
				}
				state := scan.attr("state")
				s := sheet{name: scan.attr("name"), hidden: state == "hidden" || state == "veryHidden"}
				for _, l := range links {
					if l.id == scan.attr("id") {
						s.part = l.target
					}
				}
				sheets = append(sheets, s)
			}
		case xmlText:
			if defined {
				results[SheetOf(scan.text())] = true
			}
		case xmlEnd:
			inside = inside && !scan.is("sheets")
			defined = false
		}
	}
}

// cellLook is how the cells of one format are printed.
type cellLook struct {
	code   string // number format
	bold   bool
	indent int
}

// readStyles reads the formats of cells, in order.
func readStyles(part []byte) (looks []cellLook, err error) {
	codes := map[string]string{}
	var bold []bool
	in := ""
	scan := xmlScanner{data: part}
	for {
		switch scan.next() {
		case xmlEOF, xmlBad:
			return looks, nil // a workbook without styles is read all the same
		case xmlStart:
			switch {
			case scan.is("numFmt") && in != "dxfs":
				if codes[scan.attr("numFmtId")] = scan.attr("formatCode"); len(codes) > maxFormats {
					return nil, errPartTooLarge
				}
			case scan.is("fonts"), scan.is("cellXfs"), scan.is("cellStyleXfs"), scan.is("dxfs"):
				in = string(scan.name)
			case in == "fonts" && scan.is("font"):
				if bold = append(bold, false); len(bold) > maxFormats {
					return nil, errPartTooLarge
				}
			case in == "fonts" && scan.is("b") && len(bold) > 0:
				bold[len(bold)-1] = isTrue(scan.attr("val"))
			case in == "cellXfs" && scan.is("xf"):
				if len(looks) == maxFormats {
					return nil, errPartTooLarge
				}
				id := scan.attr("numFmtId")
				look := cellLook{code: codes[id]}
				if look.code == "" {
					look.code = builtinFormats[atoiOr(id, 0)]
				}
				if font := atoiOr(scan.attr("fontId"), 0); font >= 0 && font < len(bold) {
					look.bold = bold[font]
				}
				looks = append(looks, look)
			case in == "cellXfs" && scan.is("alignment") && len(looks) > 0:
				looks[len(looks)-1].indent = min(max(atoiOr(scan.attr("indent"), 0), 0), 50)
			}
		case xmlEnd:
			if scan.is(in) {
				in = ""
			}
		}
	}
}

func isTrue(value string) bool { return value != "0" && value != "false" }
