package source

import (
	"strconv"
	"strings"
)

// The sheet Lainnya holds what the layout has no column for, one value a row: Jalur (its path), Jenis (its kind), Nilai.
// So any tree survives a workbook. A remark on a map or list stands there too.
const (
	otherText    = "teks"
	otherNumber  = "angka"
	otherBool    = "ya/tidak"
	otherNull    = "kosong"
	otherMap     = "objek"
	otherList    = "daftar"
	otherMore    = "sambungan" // continues the text of the row above: a cell holds 32,767 characters
	otherComment = "catatan"
)

func (r *xlsxReader) others(s sheet) {
	var last *Node
	r.cells(s, func(row []cell) {
		var path, kind, value cell
		for _, c := range row {
			switch c.col {
			case 1:
				path = c
			case 2:
				kind = c
			case 3:
				value = c
			}
		}
		if normal(path.text) == "jalur" && normal(kind.text) == "jenis" {
			return
		}
		at := r.place(s.name, row[0].row, row[0].col)
		switch kind.text {
		case otherMore:
			if last != nil && last.Kind == String {
				last.Text += value.text
				return
			}
		case otherComment:
			if n, ok := r.reach(path.text, nil); ok {
				n.Comments = append(n.Comments, Comment{Text: value.text, Place: r.place(s.name, row[0].row, 3)})
				return
			}
		default:
			n := otherNode(kind.text, value)
			if n == nil {
				break
			}
			n.Place = r.place(s.name, row[0].row, 3)
			if set, ok := r.reach(path.text, n); ok {
				last = set
				r.at[sheetCell{s.name, row[0].row, 3}] = set
				r.at[sheetCell{s.name, row[0].row, 0}] = set
				return
			}
		}
		r.problems = append(r.problems, unreadable(at, T("Jalur “%s” tidak dapat diikuti", "The path “%s” cannot be followed", path.text),
			T("Agar jalur ditulis seperti “pengukuran.sasaran[0].uraian”", "Write the path as in “pengukuran.sasaran[0].uraian”")))
	})
}

func otherNode(kind string, value cell) *Node {
	switch kind {
	case otherNull:
		return &Node{Kind: Null, Text: value.text}
	case otherMap:
		return &Node{Kind: Map}
	case otherList:
		return &Node{Kind: List}
	case otherNumber:
		if value.kind != Null && machineNumber.MatchString(value.text) {
			return &Node{Kind: Number, Text: value.text, Raw: value.raw}
		}
		return nil
	case otherBool:
		return &Node{Kind: Bool, Text: value.text}
	case otherText:
		return &Node{Kind: String, Text: value.text}
	case "":
		return &Node{Kind: value.kind, Text: value.text, Raw: value.raw, Formula: value.formula}
	}
	return nil
}

// reach follows a path, making what is missing on the way, and puts n there; with a nil n it returns what is there.
func (r *xlsxReader) reach(path string, n *Node) (*Node, bool) {
	steps, ok := parsePath(path)
	if !ok || len(steps) > MaxDepth || r.nodes > MaxNodes {
		return nil, false
	}
	at := r.root
	for i, step := range steps {
		last := i == len(steps)-1
		switch {
		case step.Key == "" && at.Kind == List && step.Index < len(at.Items):
			at = at.Items[step.Index]
			if last && n != nil {
				return nil, false
			}
			continue
		case step.Key == "" && (at.Kind != List || step.Index != len(at.Items)):
			return nil, false
		case step.Key != "" && at.Kind != Map:
			return nil, false
		case step.Key != "" && !(last && n != nil):
			if child := r.index.get(at, step.Key); child != nil {
				at = child
				continue
			}
		}
		if n == nil {
			return nil, false
		}
		child := n
		if !last {
			child = &Node{Kind: Map, Place: n.Place}
			if steps[i+1].Key == "" {
				child.Kind = List
			}
		}
		r.nodes++
		if step.Key == "" {
			at = at.Append(child)
		} else {
			at = r.index.add(at, step.Key, n.Place, child)
		}
	}
	return at, true
}

// otherPath writes a path so that parsePath reads it back: keys that are not plain words are quoted.
func otherPath(steps []Step) string {
	var b strings.Builder
	for i, s := range steps {
		switch {
		case s.Key == "" && i > 0 && s.Index >= 0:
			b.WriteString("[" + strconv.Itoa(s.Index) + "]")
			continue
		case i > 0:
			b.WriteByte('.')
		}
		if strings.ContainsAny(s.Key, ".[]\" \n\t") {
			b.WriteString(strconv.Quote(s.Key))
		} else {
			b.WriteString(s.Key)
		}
	}
	return b.String()
}

func parsePath(path string) (steps []Step, ok bool) {
	for path != "" {
		switch {
		case path[0] == '[':
			end := strings.IndexByte(path, ']')
			if end < 0 {
				return nil, false
			}
			n, err := strconv.Atoi(path[1:end])
			if err != nil || n < 0 {
				return nil, false
			}
			steps, path = append(steps, Step{Index: n}), path[end+1:]
		case path[0] == '"':
			quoted, err := strconv.QuotedPrefix(path)
			if err != nil {
				return nil, false
			}
			key, _ := strconv.Unquote(quoted)
			steps, path = append(steps, Step{Key: key}), path[len(quoted):]
		default:
			end := strings.IndexAny(path, ".[")
			if end < 0 {
				end = len(path)
			}
			if end == 0 {
				return nil, false
			}
			steps, path = append(steps, Step{Key: path[:end]}), path[end:]
		}
		if strings.HasPrefix(path, ".") {
			if path = path[1:]; path == "" {
				return nil, false
			}
		}
	}
	return steps, true
}
