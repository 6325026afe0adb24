package source

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// cell is one cell that holds something.
type cell struct {
	row, col int
	kind     Kind
	text     string
	raw      string
	formula  string
	computed bool   // holds a formula
	broken   string // what a broken formula shows: #REF!, or "" with noValue
	noValue  bool   // a formula whose result was not saved
}

// sheetReader streams the cells of a worksheet part. excelize's own row iterator tells neither text from number nor a
// formula without a saved result, so the part it has unpacked is read here in one pass.
type sheetReader struct {
	dec     *xml.Decoder
	strings []string
	format  func(style int) numberFormat
	shared  map[string]string // shared formulas by index
	row     int
	col     int
	cells   int
}

const (
	maxRows    = 200_000
	maxColumns = 1_024
	maxCells   = 4_000_000 // styled empty ones included
)

func newCellDecoder(part []byte) *xml.Decoder { return xml.NewDecoder(bytes.NewReader(part)) }

// read calls visit for each cell that is not empty, in written order. It stops with a text that says which bound is passed.
func (s *sheetReader) read(visit func(cell)) (stop Text, err error) {
	for {
		tok, err := s.dec.RawToken()
		if err == io.EOF {
			return Text{}, nil
		}
		if err != nil {
			return Text{}, err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "row":
				s.row++
				s.col = 0
				if n, err := strconv.Atoi(attribute(t, "r")); err == nil && n > 0 {
					s.row = n
				}
			case "c":
				if s.cells++; s.cells > maxCells {
					return T("lebih dari %d sel", "more than %d cells", maxCells), nil
				}
				c, ok, err := s.cell(t)
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
				visit(c)
			}
		case xml.EndElement:
			if t.Name.Local == "sheetData" {
				return Text{}, nil
			}
		}
	}
}

func (s *sheetReader) cell(start xml.StartElement) (c cell, filled bool, err error) {
	s.col++
	c.row, c.col = s.row, s.col
	style, kind := 0, ""
	for _, a := range start.Attr {
		switch a.Name.Local {
		case "r":
			if col, row, ok := cellNumbers(a.Value); ok {
				c.col, c.row, s.col = col, row, col
			}
		case "s":
			style, _ = strconv.Atoi(a.Value)
		case "t":
			kind = a.Value
		}
	}
	value, hasValue := "", false
	var text strings.Builder
	in, phonetic := "", false
	for {
		tok, err := s.dec.RawToken()
		if err != nil {
			return c, false, err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "v", "t":
				in, hasValue = t.Name.Local, true
			case "rPh":
				phonetic = true
			case "f":
				in, c.computed = "f", true
				if index := attribute(t, "si"); index != "" {
					c.formula = s.shared[index]
					in = "f" + index
				}
			}
		case xml.CharData:
			switch {
			case in == "v":
				value += string(t)
			case in == "t" && !phonetic:
				text.Write(t)
			case strings.HasPrefix(in, "f"):
				c.formula = string(t)
				if len(in) > 1 {
					s.shared[in[1:]] = c.formula
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "c":
				s.finish(&c, kind, style, value, text.String(), hasValue)
				return c, c.kind != Null || c.noValue, nil
			case "rPh":
				phonetic = false
			default:
				in = ""
			}
		}
	}
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

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// sharedStrings reads the table of texts; the phonetic runs of rich text are not part of it.
func sharedStrings(part []byte) []string {
	var out []string
	dec := xml.NewDecoder(bytes.NewReader(part))
	var text strings.Builder
	inText, phonetic := false, false
	for {
		tok, err := dec.RawToken()
		if err != nil {
			return out
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "si":
				text.Reset()
			case "t":
				inText = true
			case "rPh":
				phonetic = true
			}
		case xml.CharData:
			if inText && !phonetic {
				text.Write(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "si":
				out = append(out, unescapeXML(text.String()))
			case "t":
				inText = false
			case "rPh":
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
