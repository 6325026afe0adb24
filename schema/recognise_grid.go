package schema

import (
	"regexp"
	"slices"
	"strings"

	"lkjip/schema/source"
)

// Bounds of the headings of a table.
const (
	maxRows      = 20_000 // of one table; no budget of an agency has a tenth of them
	maxHeadRows  = 4
	maxTitleRows = 12
)

// tables finds the tables of a document and joins those that run over pages.
func tables(blocks []source.Block) []*tabel {
	var all []*tabel
	var caption, again *source.Block
	var lead []string
	var last *tabel
	sheet, chapter := "", ""
	for i := range blocks {
		b := &blocks[i]
		if b.Place.Cell != "" && b.Place.Sheet != sheet { // another sheet begins anew
			sheet, caption, again, lead, last = b.Place.Sheet, nil, nil, nil, nil
		}
		switch b.Kind {
		case source.Caption:
			switch {
			case strings.HasPrefix(b.Number, "Gambar"), strings.HasPrefix(b.Number, "Grafik"):
			case last != nil && last.caption != nil && repeats(last.caption, b):
				again = b
			default:
				caption, again, lead = b, nil, nil
			}
		case source.Heading:
			lead = []string{b.Text}
			last = nil
			if b.Level == 1 && (b.Number != "" || i == 0 || blocks[i-1].Kind != source.Heading) { // BAB I, and its name below it
				chapter = b.Number
			}
		case source.Paragraph, source.Item:
			if lead = append(lead, lastSentence(b.Text)); len(lead) > 6 {
				lead = lead[1:]
			}
			if last != nil && len(strings.Fields(b.Text)) > 8 && !reContinued.MatchString(b.Text) {
				last.gap = true
			}
		case source.Table:
			if b.Grid == nil || b.Grid.Hidden || len(b.Grid.Rows) == 0 {
				continue
			}
			parts := sections(b.Grid)
			if b.Grid.GoesOn && last != nil && caption == nil && !last.beginsAnew(parts) {
				parts = []*stretch{{data: b.Grid.Rows}}
			}
			for _, s := range parts {
				if last != nil && caption == nil && last.takes(s) {
					last.append(s)
					again = nil
					continue
				}
				if caption == nil {
					caption = again
				}
				if caption == nil && last != nil && len(last.rows) == 0 && !last.gap {
					caption = last.caption // a page ends below its headings
				}
				last = s.table(b.Grid, caption, append(append([]string(nil), lead...), s.titles...))
				last.chapter = chapter
				caption, again, lead = nil, nil, nil
				all = append(all, last)
			}
		}
	}
	for _, t := range all {
		t.readEnglish()
	}
	return all
}

// beginsAnew reports whether rows that go on with the table on the next page have headings, for certain: those of the table
// again, or with a row that counts the columns, or known words in bold.
func (t *tabel) beginsAnew(parts []*stretch) bool {
	for _, s := range parts {
		if len(s.head) > 0 && (s.counted || s.header == t.header || knownCells(s.head[0]) > 1 && allBold(s.head[0])) {
			return true
		}
	}
	return false
}

var reContinued = regexp.MustCompile(`(?i)[([\s]*\b(?:lanjutan|sambungan)\b[.:)\]]*`)

// repeats reports whether a caption stands again over the rest of its table: on the next page, as it was or called Lanjutan.
func repeats(first, again *source.Block) bool {
	bare := Normal(reContinued.ReplaceAllString(again.Text, ""))
	switch title := Normal(first.Text); {
	case again.Text == "":
		return false
	case reContinued.MatchString(again.Text):
		return first.Number == again.Number || bare != "" && bare == title
	default:
		return first.Number == again.Number && bare == title
	}
}

func allBold(row []source.Cell) bool {
	return !slices.ContainsFunc(row, func(c source.Cell) bool { return c.Text != "" && !c.Bold })
}

func lastSentence(text string) string {
	text = strings.TrimRight(text, " .:")
	if i := strings.LastIndex(text, ". "); i >= 0 && len(text) > 150 {
		text = text[i+2:]
	}
	return text
}

// stretch is a part of a grid under one set of headings.
type stretch struct {
	titles []string
	head   [][]source.Cell // none: the rows go on with an earlier table
	data   [][]source.Cell
	heads  []heading
	header string

	counted bool          // a row of column numbers stands below its headings
	numbers []source.Cell // that row
}

func (s *stretch) table(grid *source.Grid, caption *source.Block, lead []string) *tabel {
	t := &tabel{caption: caption, lead: lead, heads: s.heads, header: s.header, grid: grid, numbers: s.numbers}
	rows := append(append([][]source.Cell(nil), s.head...), s.data...)
	if len(rows) > 0 && len(rows[0]) > 0 {
		t.place = rows[0][0].Place
	}
	if len(s.heads) == 0 && len(s.data) > 0 {
		t.heads = make([]heading, len(s.data[0]))
	}
	for _, row := range s.data {
		t.add(row, false)
	}
	return t
}

// takes reports whether a section goes on with this table: the same headings again, or none and as many columns directly
// below.
func (t *tabel) takes(s *stretch) bool {
	if len(s.head) > 0 {
		return s.header == t.header && t.header != "" && !t.anew(s)
	}
	return !t.gap && len(s.titles) == 0 && len(s.data) > 0 && len(s.data[0]) == len(t.heads) && t.header != ""
}

// anew reports whether a section with the same headings is another table: this one has its total, or the numbers begin again.
func (t *tabel) anew(s *stretch) bool {
	if len(t.rows) == 0 || len(s.data) == 0 || t.countsOn(&s.data[0][0]) {
		return false
	}
	first := strings.TrimSpace(s.data[0][0].Text)
	return t.rows[len(t.rows)-1].isTotal() || first != "" && first == t.rows[0].text(0)
}

// countsOn reports whether a cell has the number after that of the last row, which then is no total whatever its name is: some
// indicators are called Jumlah.
func (t *tabel) countsOn(next *source.Cell) bool {
	last := len(t.rows) - 1
	for last > 0 && t.rows[last].text(0) == "" && t.hasWord("indikator") {
		last--
	}
	number, before := strings.TrimSpace(next.Text), t.rows[last].text(0)
	return reRowNumber.MatchString(number) && reRowNumber.MatchString(before) && atoi(strings.Trim(number, "().")) == atoi(strings.Trim(before, "()."))+1
}

// hasWord reports whether a heading holds the word.
func (t *tabel) hasWord(word string) bool {
	return slices.ContainsFunc(t.heads, func(h heading) bool { return slices.Contains(h.words, word) })
}

func (t *tabel) append(s *stretch) {
	for i, row := range s.data {
		t.add(row, i == 0)
	}
	t.gap = false
}

// sections splits a grid at its rows of headings. A row of column numbers marks them for certain; else the first row that
// reads like headings is taken.
func sections(g *source.Grid) []*stretch {
	var starts []int // of headings
	var ends []int   // the first row after them
	for i, row := range g.Rows {
		if isNumberRow(row) {
			if len(ends) > 0 && i == lastOf(ends) && i == len(g.Rows)-1 && slices.EqualFunc(row, g.Rows[i-1], func(a, b source.Cell) bool { return a.Text == b.Text }) { // not another way to count: the only row of data
				continue
			}
			if len(ends) > 0 && i == lastOf(ends) && !beginsRows(row, g.Rows[i+1:]) { // in two ways: 1 2 3, then (1) (2) (3)
				ends[len(ends)-1]++
				continue
			}
			from := i
			if i > 0 {
				from = headFrom(g.Rows, i, lastOf(ends))
			}
			if from < i || len(starts) == 0 {
				starts, ends = append(starts, from), append(ends, i+1)
			}
		}
	}
	if len(starts) == 0 {
		if s, n := findHead(g.Rows); n > 0 {
			starts, ends = []int{s}, []int{s + n}
		}
	}
	starts, ends = laterHeads(g.Rows, starts, ends)
	var all []*stretch
	if len(starts) == 0 || starts[0] > 0 {
		before := g.Rows
		if len(starts) > 0 {
			before = g.Rows[:starts[0]]
		}
		if s := untitled(before); s != nil && (len(starts) == 0 || len(s.data) > 2 || g.GoesOn) {
			all = append(all, s)
		}
	}
	for k, from := range starts {
		to := len(g.Rows)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		s := &stretch{head: g.Rows[from:ends[k]], data: g.Rows[ends[k]:to]}
		for n := len(s.head); n > 0 && isNumberRow(s.head[n-1]); n-- {
			s.counted, s.numbers, s.head = true, s.head[n-1], s.head[:n-1]
		}
		s.titles = titlesAbove(g.Rows[:from], lastOf(ends[:k]))
		s.read()
		all = append(all, s)
	}
	return all
}

// laterHeads adds the headings of tables that follow in the same grid without a blank row or numbers of columns: rows that are
// headings known word for word, and other ones than above.
func laterHeads(rows [][]source.Cell, starts, ends []int) (from, to []int) {
	next := 0
	for i := range rows {
		for next < len(starts) && starts[next] <= i {
			from, to, next = append(from, starts[next]), append(to, ends[next]), next+1
		}
		if len(from) == 0 || i < lastOf(to) || !isHead(rows[i], i > lastOf(to)) ||
			slices.ContainsFunc(rows[lastOf(from):lastOf(to)], func(head []source.Cell) bool { return sameRow(rows[i], head) }) { // printed again
			continue
		}
		n := 1
		for n < maxHeadRows && i+n < len(rows) && below(rows[i:i+n], rows[i+n]) {
			n++
		}
		from, to = append(from, i), append(to, i+n)
	}
	return from, to
}

// isHead reports whether a row can only be headings: it begins with No or Kode, and nearly all its cells are known ones. Below
// rows of data it need not begin so when all are known.
func isHead(row []source.Cell, below bool) bool {
	filled, known, first := 0, 0, ""
	for i := range row {
		text := row[i].Text
		if strings.TrimSpace(text) == "" {
			continue
		}
		if len(text) > 80 || isFigure(&row[i]) {
			return false
		}
		words := readHeading([]string{text}).words
		if filled == 0 && len(words) > 0 {
			first = words[0]
		}
		if filled++; knownPhrases()[strings.Join(words, " ")] {
			known++
		}
	}
	numbered := (first == "no" || first == "nomor" || first == "kode") && filled >= 3 && known >= filled-1
	return numbered || below && filled >= 2 && known == filled
}

func lastOf(n []int) int {
	if len(n) == 0 {
		return 0
	}
	return n[len(n)-1]
}

// untitled are rows without headings.
func untitled(rows [][]source.Cell) *stretch {
	s := &stretch{}
	for _, row := range rows {
		if filledCells(row) > 0 {
			s.data = append(s.data, row)
		}
	}
	if len(s.data) == 0 {
		return nil
	}
	return s
}

// titlesAbove are the texts of rows with one cell each directly above headings.
func titlesAbove(rows [][]source.Cell, from int) []string {
	var titles []string
	for i := max(from, len(rows)-maxTitleRows); i < len(rows); i++ {
		if n := filledCells(rows[i]); n > 0 && n <= 2 {
			titles = append(titles, (&baris{cells: rows[i]}).all())
		}
	}
	return titles
}

func (s *stretch) read() {
	s.head = joinLines(s.head)
	levels := fillHead(s.head)
	var marks []string
	for c := range levels {
		h := readHeading(levels[c])
		h.place = headPlace(s.head, c)
		s.heads = append(s.heads, h)
		marks = append(marks, Normal(h.text))
	}
	s.header = strings.Join(marks, "|")
	if strings.Trim(s.header, "|") == "" {
		s.head = nil
	}
	// headings that are printed again inside the grid
	var data [][]source.Cell
	for i := 0; i < len(s.data); i++ {
		if len(s.head) > 0 && sameRow(s.data[i], s.head[0]) && filledCells(s.head[0]) > 1 {
			i += len(s.head) - 1
			for i+1 < len(s.data) && isNumberRow(s.data[i+1]) {
				i++
			}
			continue
		}
		data = append(data, s.data[i])
	}
	s.data = data
	s.dropHidden()
	s.moveHeads()
}

var reRowNumber = regexp.MustCompile(`^\(?\d{1,3}[.)]?$`)

// moveHeads gives a heading that stands over row numbers alone to the texts beside them, which have none.
func (s *stretch) moveHeads() {
	for c := 0; c+1 < len(s.heads); c++ {
		if len(s.heads[c].words) == 0 || len(s.heads[c+1].words) > 0 || s.heads[c].words[0] == "no" || s.heads[c].words[0] == "kode" {
			continue
		}
		numbers, texts, others := 0, 0, 0
		for _, row := range s.data {
			if c+1 >= len(row) {
				continue
			}
			if text := strings.TrimSpace(row[c].Text); reRowNumber.MatchString(text) {
				numbers++
			} else if text != "" {
				others++
			}
			if text := strings.TrimSpace(row[c+1].Text); text != "" && !isFigure(&row[c+1]) {
				texts++
			}
		}
		if numbers > 0 && texts >= numbers && others == 0 {
			s.heads[c], s.heads[c+1] = heading{words: []string{"no"}}, s.heads[c]
		}
	}
}
