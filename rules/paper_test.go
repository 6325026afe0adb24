package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lkjip/schema/source"
)

// paper is a manner in which offices lay their reports out.
type paper struct {
	name      string
	unruled   bool    // tables without lines
	once      bool    // headings of tables are not repeated on the next page
	landscape bool    // pages of wide tables lie
	merged    bool    // cells left empty below others are merged with them, their texts in the middle
	font      string  // family
	points    float64 // size of prose; tables are smaller
	margin    int     // of the page, mm
}

// printedTable is a table with its merged cells; the first head rows are headings.
type printedTable struct {
	rows [][]source.Cell
	head int
}

// printedBlock is a block on its way to paper: toc lines, a table or a text.
type printedBlock struct {
	source.Block
	toc   [][2]string // text and page
	table *printedTable
}

// onPaper prepares the blocks of a text report for printing: tables that the text cuts where pages ended are made whole, since
// the printer cuts them anew, and cells are merged as Word merges them.
func onPaper(blocks []source.Block, p paper) []printedBlock {
	var out []printedBlock
	for _, b := range blocks {
		last := len(out) - 1
		switch {
		case b.Grid == nil && b.Kind == source.Paragraph && last >= 0 && out[last].Kind == source.Paragraph && startsSmall(b.Text) && out[last].table == nil:
			out[last].Text += " " + b.Text
		case b.Grid == nil && last >= 0 && out[last].Kind == source.Heading && strings.HasPrefix(out[last].Text, "BAB ") && b.Text == strings.ToUpper(b.Text):
			out[last].Text += "\n" + b.Text
		case b.Grid == nil:
			out = append(out, printedBlock{Block: b})
		case strings.HasSuffix(b.Grid.Rows[0][0].Text, ".....") || strings.HasPrefix(b.Grid.Rows[0][0].Text, "Tabel 2.1"):
			toc := printedBlock{}
			for _, row := range b.Grid.Rows {
				toc.toc = append(toc.toc, tocLine(row))
			}
			out = append(out, toc)
		default:
			head := headRows(b.Grid.Rows)
			if last >= 0 && out[last].table != nil && head > 0 && out[last].table.continues(b.Grid.Rows[:head]) {
				out[last].table.add(b.Grid.Rows[head:])
				continue
			}
			out = append(out, printedBlock{Block: b, table: &printedTable{cloneRows(b.Grid.Rows), head}})
		}
	}
	for _, b := range out {
		if b.table != nil {
			b.table.merge(p.merged)
		}
	}
	return out
}

func startsSmall(text string) bool { return text != "" && text[0] >= 'a' && text[0] <= 'z' }

func tocLine(row []source.Cell) [2]string {
	var words []string
	for _, c := range row[:len(row)-1] {
		words = append(words, strings.TrimRight(c.Text, "."))
	}
	return [2]string{strings.Join(words, ". "), row[len(row)-1].Text}
}

func cloneRows(rows [][]source.Cell) [][]source.Cell {
	out := make([][]source.Cell, len(rows))
	for i := range rows {
		out[i] = slices.Clone(rows[i])
	}
	return out
}

// headRows counts the headings: down to the row of column numbers, else the first row and the ones below that leave its
// first cell open.
func headRows(rows [][]source.Cell) int {
	for i := 1; i < min(len(rows), 4); i++ {
		if strings.Trim(rows[i][0].Text, "()<i>/") == "1" && strings.Trim(rows[i][1].Text, "()<i>/") == "2" {
			return i + 1
		}
	}
	n := 1
	if len(rows) < 2 || rows[0][0].Text == "" || strings.HasPrefix(rows[0][0].Text, "RATING") || strings.HasPrefix(rows[0][0].Text, "4.") {
		return 0
	}
	for n < len(rows)-1 && rows[n][0].Text == "" && rows[n][1].Text == "" {
		n++
	}
	return n
}

func (t *printedTable) continues(head [][]source.Cell) bool {
	if t.head != len(head) {
		return false
	}
	for i := range head {
		if !slices.EqualFunc(head[i], t.rows[i], func(a, b source.Cell) bool { return a.Text == b.Text }) {
			return false
		}
	}
	return true
}

// add puts the rows of the next page below; a row that the page break cut is made whole.
func (t *printedTable) add(rows [][]source.Cell) {
	if last := t.rows[len(t.rows)-1]; rows[0][0].Text == "" && !hasNumber(rows[0]) {
		for j := range last {
			last[j].Text = strings.TrimSpace(last[j].Text + " " + rows[0][j].Text)
		}
		rows = rows[1:]
	}
	t.rows = append(t.rows, cloneRows(rows)...)
}

func hasNumber(row []source.Cell) bool {
	return strings.Count(row[len(row)-1].Text, ".") > 1
}

// merge gives cells their spans: in the headings a cell left empty belongs to the one on its left where texts stand below it,
// else to the one above. In the rows a title reaches over what it leaves empty.
func (t *printedTable) merge(down bool) {
	for i, row := range t.rows {
		for j := range row {
			c := &t.rows[i][j]
			if c.Text == "" || c.Covered {
				continue
			}
			if i < t.head {
				for j+max(c.Cols, 1) < len(row) && row[j+max(c.Cols, 1)].Text == "" && !row[j+max(c.Cols, 1)].Covered && i+1 < t.head && t.rows[i+1][j+max(c.Cols, 1)].Text != "" && t.rows[i+1][j].Text != "" {
					c.Cols = max(c.Cols, 1) + 1
				}
				for i+max(c.Rows, 1) < t.head && c.Cols < 2 && t.rows[i+max(c.Rows, 1)][j].Text == "" {
					c.Rows = max(c.Rows, 1) + 1
				}
			} else if j == 0 && utf8.RuneCountInString(c.Text) > 4 {
				for j+max(c.Cols, 1) < len(row) && row[j+max(c.Cols, 1)].Text == "" {
					c.Cols = max(c.Cols, 1) + 1
				}
			} else if down && j < 2 {
				for i+max(c.Rows, 1) < len(t.rows) && t.rows[i+max(c.Rows, 1)][0].Text == "" && t.rows[i+max(c.Rows, 1)][1].Text == "" {
					c.Rows = max(c.Rows, 1) + 1
				}
			}
			for y := range max(c.Rows, 1) {
				for x := range max(c.Cols, 1) {
					t.rows[i+y][j+x].Covered = x+y > 0
				}
			}
		}
	}
}

// shares are how wide columns are, in parts of one: as wide as their longest word asks, and more for long texts.
func (t *printedTable) shares() []float64 {
	need := make([]float64, len(t.rows[0]))
	sum := 0.0
	for j := range need {
		for _, row := range t.rows {
			if row[j].Covered || row[j].Cols > 1 {
				continue
			}
			long := 0
			for _, w := range strings.FieldsFunc(row[j].Text, func(r rune) bool { return r == ' ' || r == '/' || r == '-' }) {
				long = max(long, utf8.RuneCountInString(w))
			}
			need[j] = max(need[j], float64(long)+2, min(float64(utf8.RuneCountInString(row[j].Text)), 24))
		}
		need[j] = max(need[j], 4)
		sum += need[j]
	}
	for j := range need {
		need[j] /= sum
	}
	return need
}

// points is the size of letters in a table: many columns take small ones.
func (t *printedTable) points(p paper) float64 {
	if n := len(t.rows[0]); n > 10 {
		return p.points - 4.5
	} else if n > 6 {
		return p.points - 3.5
	}
	return p.points - 1
}

func (t *printedTable) wide() bool { return len(t.rows[0]) > 6 }

var emphasis = strings.NewReplacer("<i>", "", "</i>", "")

// right reports whether a cell of the rows is set to the right: amounts and decimals.
func right(text string) bool {
	return text != "" && strings.Trim(text, "0123456789.,-%") == "" && strings.ContainsAny(text, ".,") && !strings.HasSuffix(text, ".") && strings.Count(text, ".") != 1
}

// words is what a block is printed as, when it is no table.
func (b *printedBlock) words() string {
	switch {
	case b.Kind == source.Caption:
		return b.Number + ". " + b.Text
	case b.Kind == source.Heading && !strings.HasPrefix(b.Text, b.Number), b.Kind == source.Item:
		return strings.TrimSpace(b.Number + " " + b.Text)
	}
	return b.Text
}
