package source

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// cell is one cell that holds something.
type cell struct {
	row, col int
	style    int
	kind     Kind
	text     string
	raw      string
	formula  string
	computed bool   // holds a formula
	broken   string // what a broken formula shows: #REF!, or "" with noValue
	noValue  bool   // a formula whose result was not saved
	hidden   bool   // in a column that is not shown
}

// sheetReader streams the cells of a worksheet part. excelize's own row iterator tells neither text from number nor a
// formula without a saved result, so the part it has unpacked is read here in one pass.
type sheetReader struct {
	xml     xmlScanner
	strings []string
	format  func(style int) numberFormat
	shared  map[string]cell // by index, the cell that a formula of several is written in
	hidden  []bool          // by column, those that are not shown; nil for none
	spans   int             // of columns, said so far
	row     int
	col     int
	cells   int
}

const (
	maxRows    = 200_000
	maxColumns = 1_024
	maxCells   = 4_000_000 // styled empty ones included
)

var errSheetCut = errors.New("the sheet is cut short")

// read calls visit for each cell that is not empty, in written order. It stops with a text that says which bound is passed.
func (s *sheetReader) read(visit func(cell)) (stop Text, err error) {
	inside := false
	for {
		switch s.xml.next() {
		case xmlEOF:
			if inside {
				return Text{}, errSheetCut
			}
			return Text{}, nil
		case xmlBad:
			return Text{}, errSheetCut
		case xmlStart:
			switch {
			case s.xml.is("sheetData"):
				inside = true
			case s.xml.is("col"):
				s.column()
			case s.xml.is("row"):
				s.row++
				s.col = 0
				if n, err := strconv.Atoi(s.xml.attr("r")); err == nil && n > 0 {
					s.row = n
				}
			case s.xml.is("c"):
				if s.cells++; s.cells > maxCells {
					return T("lebih dari %d sel", "more than %d cells", maxCells), nil
				}
				c, ok, err := s.cell()
				if err != nil {
					return Text{}, err
				}
				if !ok {
					continue
				}
				if c.row > maxRows {
					return T("berisi baris ke-%d, lebih dari batas %d", "reaches row %d, more than the limit of %d", c.row, maxRows), nil
				}
				if c.col > maxColumns {
					return T("berisi kolom ke-%d, lebih dari batas %d", "reaches column %d, more than the limit of %d", c.col, maxColumns), nil
				}
				c.hidden = s.hidden != nil && s.hidden[c.col]
				visit(c)
			}
		case xmlEnd:
			if s.xml.is("sheetData") {
				return Text{}, nil
			}
		}
	}
}

// column remembers columns that are not shown.
func (s *sheetReader) column() {
	from, err := strconv.Atoi(s.xml.attr("min"))
	to, bad := strconv.Atoi(s.xml.attr("max"))
	if hidden := s.xml.attr("hidden"); hidden != "1" && hidden != "true" || err != nil || bad != nil || s.spans >= maxColumns {
		return
	}
	s.spans++
	if s.hidden == nil {
		s.hidden = make([]bool, maxColumns+1)
	}
	for c := max(from, 0); c <= min(to, maxColumns); c++ {
		s.hidden[c] = true
	}
}

func (s *sheetReader) cell() (c cell, filled bool, err error) {
	s.col++
	c.row, c.col = s.row, s.col
	if s.xml.empty {
		if name := s.xml.attr("r"); name != "" {
			if col, _, ok := cellNumbers(name); ok {
				s.col = col
			}
		}
		s.xml.next()
		return c, false, nil
	}
	if col, row, ok := cellNumbers(s.xml.attr("r")); ok {
		c.col, c.row, s.col = col, row, col
	}
	style, _ := strconv.Atoi(s.xml.attr("s"))
	c.style = style
	kind := s.xml.attr("t")
	value, hasValue := "", false
	var text strings.Builder
	in, index, phonetic := byte(0), "", false
	for {
		switch s.xml.next() {
		case xmlEOF, xmlBad:
			return c, false, errSheetCut
		case xmlStart:
			switch {
			case s.xml.is("v"):
				in, hasValue = 'v', true
			case s.xml.is("t"):
				in, hasValue = 't', true
			case s.xml.is("rPh"):
				phonetic = true
			case s.xml.is("f"):
				in, c.computed = 'f', true
				if index = s.xml.attr("si"); index != "" {
					c.formula = s.shared[index].movedTo(c.row, c.col)
				}
			}
		case xmlText:
			switch {
			case in == 'v':
				value += s.xml.text()
			case in == 't' && !phonetic:
				text.WriteString(s.xml.text())
			case in == 'f':
				c.formula = s.xml.text()
				if index != "" {
					if s.shared == nil {
						s.shared = map[string]cell{}
					}
					s.shared[index] = cell{row: c.row, col: c.col, formula: c.formula}
				}
			}
		case xmlEnd:
			switch {
			case s.xml.is("c"):
				s.finish(&c, kind, style, value, text.String(), hasValue)
				return c, c.kind != Null || c.noValue, nil
			case s.xml.is("rPh"):
				phonetic = false
			default:
				in = 0
			}
		}
	}
}

var reReference = regexp.MustCompile(`(\$?)\b([A-Z]{1,3})(\$?)([1-9]\d{0,6})\b(!|\()?`)

// movedTo is the formula of a cell as it reads in another one that shares it: references without $ move along.
func (c cell) movedTo(row, col int) string {
	if row == c.row && col == c.col || c.formula == "" || len(c.formula) > 2000 {
		return c.formula
	}
	return reReference.ReplaceAllStringFunc(c.formula, func(ref string) string {
		m := reReference.FindStringSubmatch(ref)
		refCol, refRow, ok := cellNumbers(m[2] + m[4])
		if !ok || m[5] != "" { // a function or a sheet
			return ref
		}
		if m[1] == "" {
			refCol += col - c.col
		}
		if m[3] == "" {
			refRow += row - c.row
		}
		if refCol < 1 || refRow < 1 {
			return ref
		}
		name := cellName(refCol, refRow)
		letters := strings.TrimRight(name, "0123456789")
		return m[1] + letters + m[3] + name[len(letters):]
	})
}

func (s *sheetReader) finish(c *cell, kind string, style int, value, inline string, hasValue bool) {
	// A formula whose result is the empty text has an empty value; one that was never calculated has none.
	c.noValue = c.computed && !hasValue
	switch kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && i >= 0 && i < len(s.strings) {
			c.setText(s.strings[i])
		}
	case "inlineStr":
		c.setText(unescapeXML(inline))
	case "str":
		c.setText(unescapeXML(value))
	case "d":
		c.setText(strings.TrimSuffix(value, "T00:00:00"))
	case "b":
		c.kind, c.text = Bool, "false"
		if value == "1" || value == "true" {
			c.text = "true"
		}
	case "e":
		c.broken, c.kind, c.text = value, String, value
	default:
		if value = strings.TrimSpace(value); value != "" {
			c.setNumber(value, s.format(style))
		}
	}
	// A number too long for a spreadsheet is kept as text under a number format; see the writer.
	if c.kind == String && len(c.text) > 15 && machineNumber.MatchString(c.text) && s.format(style).numeric() {
		c.kind = Number
	}
}

func (c *cell) setText(s string) {
	if strings.TrimSpace(s) != "" {
		c.kind, c.text = String, s
	}
}

// sharedStrings reads the table of texts; the phonetic runs of rich text are not part of it.
func sharedStrings(part []byte) (out []string, err error) {
	scan := xmlScanner{data: part}
	var text strings.Builder
	inText, phonetic := false, false
	for {
		switch scan.next() {
		case xmlEOF:
			return out, nil
		case xmlBad:
			return out, errTextsDamaged
		case xmlStart:
			switch {
			case scan.is("si"):
				text.Reset()
			case scan.is("t"):
				inText = true
			case scan.is("rPh"):
				phonetic = true
			}
		case xmlText:
			if inText && !phonetic {
				text.WriteString(scan.text())
			}
		case xmlEnd:
			switch {
			case scan.is("si"):
				out = append(out, unescapeXML(text.String()))
			case scan.is("t"):
				inText = false
			case scan.is("rPh"):
				phonetic = false
			}
		}
	}
}

// unescapeXML undoes _x000D_ and its like, by which workbooks store characters XML has no place for.
func unescapeXML(s string) string {
	if !strings.Contains(s, "_x") {
		return strings.ReplaceAll(s, "\r\n", "\n")
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if i+7 <= len(s) && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				i += 6
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return strings.ReplaceAll(b.String(), "\r\n", "\n")
}

// escapeXML is the reverse of unescapeXML; excelize leaves it to us.
func escapeXML(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == '_' || r < ' ' && r != '\t' && r != '\n' || r >= 0xfffe && r <= 0xffff }) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '_' && i+7 <= len(s) && s[i+1] == 'x' && s[i+6] == '_':
			b.WriteString("_x005F_")
		case r < ' ' && r != '\t' && r != '\n' || r >= 0xfffe && r <= 0xffff:
			fmt.Fprintf(&b, "_x%04X_", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// cellNumbers reads "AB12" as column 28, row 12.
func cellNumbers(name string) (col, row int, ok bool) {
	i := 0
	for ; i < len(name) && i < 4; i++ {
		c := name[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A') + 1
	}
	row, err := strconv.Atoi(name[i:])
	return col, row, err == nil && col > 0 && row > 0
}

// cellName is the reverse of cellNumbers.
func cellName(col, row int) string {
	var letters [8]byte
	i := len(letters)
	for ; col > 0; col = (col - 1) / 26 {
		i--
		letters[i] = byte('A' + (col-1)%26)
	}
	return string(letters[i:]) + strconv.Itoa(row)
}
