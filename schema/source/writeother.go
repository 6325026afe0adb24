package source

import "unicode/utf16"

// others writes what found no cell to the sheet Lainnya, in the order of the tree, so that lists are rebuilt item by item.
func (w *workbookWriter) others(root *Node) {
	row := 0
	add := func(path, kind string, write func(row int)) {
		if row == 0 {
			w.newSheet(sheetOther)
			for i, heading := range []string{"Jalur", headingJenis, "Nilai"} {
				w.header(sheetOther, 1, i+1, heading)
				w.do(w.file.SetColWidth(sheetOther, columnName(i+1), columnName(i+1), []float64{50, 12, 60}[i]))
			}
			w.freeze(sheetOther, 1)
			row = 1
		}
		row++
		w.text(sheetOther, row, 1, path, "text")
		w.text(sheetOther, row, 2, kind, "text")
		write(row)
	}
	text := func(s string) func(int) {
		return func(row int) { w.text(sheetOther, row, 3, s, "text") }
	}
	root.Walk(func(n *Node) {
		if w.placed[n] || n.parent != nil && n.parent.Kind == List && w.placed[n.parent] {
			return
		}
		path := otherPath(n.Steps())
		switch {
		case n == root:
		case n.Kind == Map && len(n.Fields) == 0:
			add(path, otherMap, text(""))
		case n.Kind == List && len(n.Items) == 0:
			add(path, otherList, text(""))
		case n.Kind == Null:
			add(path, otherNull, text(""))
		case n.Kind == Bool:
			add(path, otherBool, text(n.Text))
		case n.Kind == Number && !machineNumber.MatchString(n.Text):
			add(path, otherText, text(n.Text))
		case n.Kind == Number:
			add(path, otherNumber, text(n.Text))
		case n.Kind == String:
			chunks := cellChunks(n.Text)
			add(path, otherText, text(chunks[0]))
			for _, chunk := range chunks[1:] {
				add(path, otherMore, text(chunk))
			}
		}
		for _, line := range commentLines(n) {
			add(path, otherComment, text(line))
		}
	})
}

// cellChunks cuts a text into pieces a cell can hold.
func cellChunks(s string) []string {
	var out []string
	start, size := 0, 0
	for i, r := range s {
		width := utf16.RuneLen(r)
		if size+width > maxCellText {
			out = append(out, s[start:i])
			start, size = i, 0
		}
		size += width
	}
	return append(out, s[start:])
}
