// Package source reads the files of a report into one tree in which every scalar keeps the text as written and its place.
package source

import (
	"slices"
	"strconv"
	"strings"
)

// Place says where something stands. Which fields are set depends on the format: text files have Line and Column
// (1-based, Column in bytes), workbooks Sheet and Cell, documents Table with Row and Col. File is the path as given by the user.
type Place struct {
	File   string `json:"-"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Sheet  string `json:"sheet,omitempty"`
	Cell   string `json:"cell,omitempty"`
	Table  string `json:"table,omitempty"`
	Row    int    `json:"row,omitempty"`
	Col    int    `json:"col,omitempty"`
	Spot   int    `json:"-"` // in a Word document: the byte of word/document.xml that its paragraph or cell begins at
}

// IsZero reports whether the place says nothing but a file.
func (p Place) IsZero() bool { return p.Line == 0 && p.Cell == "" && p.Table == "" && p.Sheet == "" }

// String gives the place as a person reads and clicks it: `lkjip.yaml:8:18`, `realisasi.xlsx Anggaran!E17`.
func (p Place) String() string {
	short := p.Short()
	if short == "" {
		return p.File
	}
	if p.Sheet != "" || p.Table != "" && p.Line == 0 {
		return p.File + " " + short
	}
	return p.File + short
}

// Short is the place without its file, for a second figure of the same file: `:8:18`, `Anggaran!E17`.
func (p Place) Short() string {
	switch {
	case p.Sheet != "" && p.Cell != "":
		return p.Sheet + "!" + p.Cell
	case p.Sheet != "":
		return p.Sheet
	case p.Line > 0 && p.Column > 0: // a table of a text has lines too; editors jump to those
		return ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
	case p.Table != "":
		s := p.Table
		if p.Row > 0 {
			s += " baris " + strconv.Itoa(p.Row)
		}
		if p.Col > 0 {
			s += " kolom " + strconv.Itoa(p.Col)
		}
		return s
	case p.Line > 0:
		return ":" + strconv.Itoa(p.Line)
	}
	return ""
}

// Kind is the kind of a node.
type Kind uint8

// A Number is in machine notation (24204043782, 84.21); a String is text, and read as a number it is Indonesian ("84,21").
const (
	Null Kind = iota
	Bool
	Number
	String
	List
	Map
)

// Comment is a remark beside a value: `#` in YAML, `//` in CUE, a cell note in a workbook, a comment in Word.
type Comment struct {
	Text  string // without its marker, trimmed
	Place Place
}

// Field is one entry of a Map. Keys may repeat in bad input; the contract reports that.
type Field struct {
	Key   string
	Place Place // of the key
	Value *Node
}

// Node is one value of a file.
type Node struct {
	Kind     Kind
	Text     string // the scalar as written (a string without its quotes); in a workbook as displayed
	Raw      string // the value a workbook stores, where it differs from Text
	Formula  string // the formula a workbook cell carries, without "="
	Place    Place
	Comments []Comment
	Fields   []Field // of a Map, in written order
	Items    []*Node // of a List

	parent *Node
	key    string // in a Map
	index  int    // in a List; of a part, the byte it begins at
	part   bool   // taken out of the text node that is its parent
	marks  []mark // of a text that does not stand on one line as it is
}

// Get returns the first value under key, or nil.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			return n.Fields[i].Value
		}
	}
	return nil
}

// Add appends a field to a Map and returns its value.
func (n *Node) Add(key string, at Place, value *Node) *Node {
	value.parent, value.key = n, key
	n.Fields = append(n.Fields, Field{Key: key, Place: at, Value: value})
	return value
}

// Append appends an item to a List and returns it.
func (n *Node) Append(item *Node) *Node {
	item.parent, item.index = n, len(n.Items)
	n.Items = append(n.Items, item)
	return item
}

// Remove takes an item out of a List.
func (n *Node) Remove(item *Node) {
	items := n.Items
	n.Items = nil
	for _, other := range items {
		if other != item {
			n.Append(other)
		}
	}
}

// Drop takes a field out of a Map.
func (n *Node) Drop(key string) {
	n.Fields = slices.DeleteFunc(n.Fields, func(f Field) bool { return f.Key == key })
}

// Parent returns the Map or List that holds the node, nil for a root.
func (n *Node) Parent() *Node { return n.parent }

// Path is the way from the root to the node, `anggaran.baris[2].pagu`; indexes count from 0. A root has the empty path.
// It is the same for a report in every format.
func (n *Node) Path() string {
	var b strings.Builder
	n.writePath(&b)
	return b.String()
}

func (n *Node) writePath(b *strings.Builder) {
	if n == nil || n.parent == nil {
		return
	}
	n.parent.writePath(b)
	if n.part {
		return
	}
	if n.parent.Kind == List {
		b.WriteString("[" + strconv.Itoa(n.index) + "]")
		return
	}
	if b.Len() > 0 {
		b.WriteByte('.')
	}
	b.WriteString(n.key)
}

// Walk calls visit for the node and everything below it, parents first.
func (n *Node) Walk(visit func(*Node)) {
	if n == nil {
		return
	}
	visit(n)
	for i := range n.Fields {
		n.Fields[i].Value.Walk(visit)
	}
	for _, item := range n.Items {
		item.Walk(visit)
	}
}

// NotePlaces adds to every scalar below the node a comment that says where it stands, so that a tree written to another file
// still leads back to the document.
func (n *Node) NotePlaces() {
	n.Walk(func(v *Node) {
		if v.Kind != Map && v.Kind != List {
			v.Comments = append(slices.Clip(v.Comments), Comment{Text: v.Place.String(), Place: v.Place}) // copies of a node share their comments
		}
	})
}

// Step is one step of a path: a key of a Map, or (Key empty) a 0-based index of a List.
type Step struct {
	Key   string
	Index int
}

// Steps is Path as data, from the root down.
func (n *Node) Steps() []Step {
	n = n.Whole()
	if n == nil || n.parent == nil {
		return nil
	}
	step := Step{Key: n.key}
	if n.parent.Kind == List {
		step = Step{Index: n.index}
	}
	return append(n.parent.Steps(), step)
}
