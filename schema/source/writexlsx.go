package source

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// maxCellText is what a cell holds, in UTF-16 units.
const maxCellText = 32_767

// WriteXLSX writes a tree as a workbook in the template layout; what the layout has no column for goes to the sheet Lainnya.
// Comments become cell notes. Reading the workbook gives the same tree, except that the order of fields is the layout's.
// The error says what could not be kept, or that w failed.
func WriteXLSX(root *Node, w io.Writer) error {
	apart := map[string]bool{}
	for {
		data, err := writeWorkbook(root, apart)
		if err != nil {
			return err
		}
		lost := lostSections(root, data)
		if len(lost) == 0 {
			_, err = w.Write(data)
			return err
		}
		// A section the layout cannot carry (a sasaran that is a bare word, a row called "Jumlah") is written value by value.
		for _, key := range lost {
			if apart[key] {
				return fmt.Errorf("%s cannot be kept in a workbook; convert to YAML instead", key)
			}
			apart[key] = true
		}
	}
}

// lostSections reads a written workbook back and names the sections that do not say the same.
func lostSections(root *Node, data []byte) []string {
	docs, problems := ReadAll("written.xlsx", data)
	if len(docs) == 0 {
		return []string{problems[0].Kondisi.EN}
	}
	was, is := sectionDigest(root), sectionDigest(docs[0])
	var lost []string
	for key := range was {
		if was[key] != is[key] {
			lost = append(lost, key)
		}
	}
	for key := range is {
		if _, ok := was[key]; !ok {
			lost = append(lost, key)
		}
	}
	slices.Sort(lost)
	return lost
}

// sectionDigest lists what each top-level key says, without order and places.
func sectionDigest(root *Node) map[string]string {
	lines := map[string][]string{}
	root.Walk(func(n *Node) {
		key := ""
		if steps := n.Steps(); len(steps) > 0 {
			key = steps[0].Key
		}
		line := n.Path() + " " + strconv.Itoa(int(n.Kind))
		if n.Kind == Number || n.Kind == String || n.Kind == Bool {
			line += " " + strings.ToLower(n.Text)
		}
		lines[key] = append(lines[key], line+"\x00"+strings.Join(commentLines(n), "\n"))
	})
	out := map[string]string{}
	for key := range lines {
		slices.Sort(lines[key])
		out[key] = strings.Join(lines[key], "\x00")
	}
	return out
}

// workbookWriter fills a workbook cell by cell and remembers which nodes have found one.
type workbookWriter struct {
	file   *excelize.File
	styles map[string]int
	placed map[*Node]bool
	apart  map[string]bool
	sheets int
	err    error
}

func writeWorkbook(root *Node, apart map[string]bool) ([]byte, error) {
	w := &workbookWriter{file: excelize.NewFile(), styles: map[string]int{}, placed: map[*Node]bool{}, apart: apart}
	defer w.file.Close()
	for i := range xlsxLayout {
		w.section(root, &xlsxLayout[i])
	}
	w.others(root)
	if w.err != nil {
		return nil, w.err
	}
	var b bytes.Buffer
	if err := w.file.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// section writes the sheet or, for several budget tables, the sheets of one layout.
func (w *workbookWriter) section(root *Node, l *sheetLayout) {
	base := root
	if l.path != "" {
		if base = root.Get(l.path); w.apart[l.path] {
			return
		}
	}
	if base != nil && l.many && base.Kind == List {
		for i, item := range base.Items {
			w.sheet(item, l, l.name+" "+strconv.Itoa(i+1))
		}
		return
	}
	w.sheet(base, l, l.name)
}

func (w *workbookWriter) sheet(base *Node, l *sheetLayout, name string) {
	if base == nil || base.Kind != Map {
		return
	}
	plan := planSheet(w, base, l)
	if len(plan.single) == 0 && len(plan.rows) == 0 {
		return
	}
	w.newSheet(name)
	row := 1
	if len(l.levels) == 0 {
		w.header(name, row, 1, "Isian")
		w.header(name, row, 2, "Nilai")
		w.do(w.file.SetColWidth(name, "A", "A", 24))
		w.do(w.file.SetColWidth(name, "B", "B", 60))
		row++
	}
	for _, s := range plan.single {
		w.text(name, row, 1, s.column.heading, "label")
		w.value(name, row, 2, s.node, s.column)
		row++
	}
	if len(l.levels) == 0 {
		return
	}
	columns := plan.columns()
	for i, c := range columns {
		w.header(name, row, i+1, c.heading)
		w.do(w.file.SetColWidth(name, columnName(i+1), columnName(i+1), c.width()))
	}
	w.freeze(name, row)
	for _, cells := range plan.rows {
		row++
		for i, c := range columns {
			v, ok := cells[c.planKey]
			switch {
			case !ok:
			case v.node == nil:
				w.text(name, row, i+1, v.text, "text")
			default:
				w.value(name, row, i+1, v.node, c.column)
			}
		}
	}
}

func (w *workbookWriter) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *workbookWriter) newSheet(name string) {
	if w.sheets++; w.sheets == 1 {
		w.do(w.file.SetSheetName("Sheet1", name))
		return
	}
	_, err := w.file.NewSheet(name)
	w.do(err)
}

func (w *workbookWriter) freeze(sheet string, row int) {
	w.do(w.file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: row, TopLeftCell: cellName(1, row+1), ActivePane: "bottomLeft"}))
}

func (w *workbookWriter) header(sheet string, row, col int, text string) {
	w.text(sheet, row, col, text, "header")
}

// text writes a text cell. SetCellStr never makes a formula of a text that begins with "=".
func (w *workbookWriter) text(sheet string, row, col int, text, style string) {
	at := cellName(col, row)
	w.do(w.file.SetCellStr(sheet, at, escapeXML(text)))
	w.do(w.file.SetCellStyle(sheet, at, at, w.style(style)))
}

// value writes one node into a cell: numbers with a format that shows the digits they were written with.
func (w *workbookWriter) value(sheet string, row, col int, n *Node, c *column) {
	at := cellName(col, row)
	switch {
	case n.Kind == List:
		texts := make([]string, len(n.Items))
		for i, item := range n.Items {
			texts[i] = item.Text
		}
		if len(n.Items) == 1 && n.Items[0].Kind == Number {
			w.value(sheet, row, col, n.Items[0], c)
			return
		}
		w.text(sheet, row, col, strings.Join(texts, "; "), "text")
	case n.Kind == Bool:
		w.do(w.file.SetCellBool(sheet, at, strings.EqualFold(n.Text, "true")))
	case n.Kind == Number:
		if storable(n.Text) {
			w.do(w.file.SetCellDefault(sheet, at, n.Text))
		} else {
			w.do(w.file.SetCellStr(sheet, at, n.Text)) // the reader knows it by its format
		}
		w.do(w.file.SetCellStyle(sheet, at, at, w.style(numberCode(n.Text, c.money))))
	default:
		w.text(sheet, row, col, n.Text, "text")
	}
	w.note(sheet, at, n)
}

func (w *workbookWriter) note(sheet, at string, n *Node) {
	if lines := commentLines(n); len(lines) > 0 {
		w.do(w.file.AddComment(sheet, excelize.Comment{Cell: at, Author: "Catatan", Text: escapeXML(strings.Join(lines, "\n")), Height: 90, Width: 240}))
	}
}

// numberCode is the format under which a spreadsheet shows the number as written.
func numberCode(text string, money bool) string {
	_, frac, _ := strings.Cut(text, ".")
	code := "0"
	if money {
		code = "#,##0"
	}
	if len(frac) > 0 {
		code += "." + strings.Repeat("0", len(frac))
	}
	return code
}

// storable reports whether a spreadsheet keeps the number exactly: it has 15 significant digits.
func storable(text string) bool {
	digits := strings.TrimLeft(strings.NewReplacer("-", "", ".", "").Replace(text), "0")
	return len(digits) <= 15 && !strings.ContainsAny(text, "eE")
}

// holds reports whether a cell can keep the node; what none can keep goes to the sheet Lainnya.
func (c *column) holds(n *Node) bool {
	for _, line := range n.Comments {
		if len(line.Text) > 4_000 {
			return false
		}
	}
	switch n.Kind {
	case Bool:
		return !c.texts
	case String:
		return !c.texts && strings.TrimSpace(n.Text) != "" && len(utf16.Encode([]rune(n.Text))) <= maxCellText
	case Number:
		if c.texts || strings.ContainsAny(n.Text, "eE") || !machineNumber.MatchString(n.Text) {
			return false
		}
		var back cell
		back.setNumber(n.Text, parseFormat(numberCode(n.Text, c.money)))
		return storable(n.Text) && back.text == n.Text || !storable(n.Text) && len(n.Text) > 15
	case List:
		if !c.texts || len(n.Items) == 0 {
			return false
		}
		if len(n.Items) == 1 && n.Items[0].Kind == Number && len(n.Items[0].Comments) == 0 {
			return (&column{}).holds(n.Items[0])
		}
		for _, item := range n.Items {
			if item.Kind != String || len(item.Comments) > 0 || item.Text == "" || item.Text != strings.TrimSpace(item.Text) || strings.ContainsAny(item.Text, ";\n") {
				return false
			}
		}
		return true
	}
	return false
}

func (w *workbookWriter) style(name string) int {
	if id, ok := w.styles[name]; ok {
		return id
	}
	s := &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	switch name {
	case "header":
		s.Font = &excelize.Font{Bold: true}
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9E1F2"}}
		s.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: "8EA9DB"}}
	case "label":
		s.Font = &excelize.Font{Bold: true}
	case "plain":
	case "text":
		s.NumFmt = 49 // "@": what is typed over it stays text too, so that 1.10 is not made 1.1
	default:
		s.Alignment.WrapText = false
		s.CustomNumFmt = &name
	}
	id, err := w.file.NewStyle(s)
	w.do(err)
	w.styles[name] = id
	return id
}

func columnName(col int) string { return strings.TrimRight(cellName(col, 1), "1") }
