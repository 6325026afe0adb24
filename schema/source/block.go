package source

// BlockKind says what a piece of a document is.
type BlockKind uint8

// The pieces of a document, in reading order.
const (
	Paragraph BlockKind = iota
	Heading             // "BAB III AKUNTABILITAS KINERJA", "3.2. Realisasi Anggaran"
	Item                // one item of a list
	Caption             // "Tabel 3.9. …", "Gambar 2.1. …"
	Table               // cells
	Footnote            // footnotes, text boxes
)

// Block is one piece of a document. Every format gives the same sequence of blocks.
type Block struct {
	Kind   BlockKind
	Text   string // of everything but a Table, spaces folded, marks of emphasis taken off
	Number string // of a Heading, Item or Caption: "3.2.", "a.", "Tabel 3.9"
	Level  int    // of a Heading: 1 for BAB and unnumbered ones, 2 for 3.2, 3 for 3.2.1; of an Item: its depth
	Place  Place
	Grid   *Grid // of a Table

	Comments []Comment // beside a paragraph
}

// Grid is a table as it is drawn: rows of equally many cells. A merged cell stands at its first place with its spans; the
// cells it covers are there, empty and Covered.
type Grid struct {
	Name   string // the sheet's name, in a workbook
	Rows   [][]Cell
	Hidden bool   // on a hidden sheet, or a copy of another: its figures must not be counted
	CopyOf string // the sheet that holds the same rows
	GoesOn bool   // with the rows of the table before it, on the next page and under the same columns
}

// Cell is one cell of a Grid.
type Cell struct {
	Kind     Kind   // Number for a numeric cell of a workbook, else String; Null when empty
	Text     string // as displayed
	Raw      string // the stored value, where it differs from Text
	Formula  string // without "="
	Place    Place
	Rows     int  // rows it spans, 0 or 1 for one
	Cols     int  // columns it spans
	Covered  bool // by the cell it was merged with
	Hidden   bool // in a column of a workbook that is not shown
	Bold     bool
	Indent   int      // steps of indentation, from the cell's style or leading spaces
	Lines    []string // the text as it is broken in the cell, where it stands on several lines
	Comments []Comment
}
