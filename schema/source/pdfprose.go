package source

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	reDigits     = regexp.MustCompile(`\d+`)
	rePageNumber = regexp.MustCompile(`^(?i)(?:hal(?:aman)?\.?\s*)?[-–|\s]*(?:\d{1,4}|[ivxl]{1,7})[-–|\s]*(?:(?:dari|of|/)\s*\d{1,4})?$`)
	rePlaceDate  = regexp.MustCompile(`^\p{Lu}[\p{L} .]{2,30},\s+\d{1,2}\s+\p{L}+\s+\d{4}$`)
	reDotsAlone  = regexp.MustCompile(`^\.[\s.]{3,}(?:\d{1,3}|[ivxlc]{1,5})$`)
	reChapterNo  = regexp.MustCompile(`^BAB\s+[IVXLC]+\.?$`)
)

// rePointing ends a line that goes on with the table it speaks of.
var rePointing = regexp.MustCompile(`(?i)\b(?:pada|dalam|di|lihat|oleh|dari|dan|melalui|dengan|seperti|sebagaimana|tabel|gambar)$`)

// rePeriodTitle is what the titles of sheets differ in that are printed one after another, each with the same name.
var rePeriodTitle = regexp.MustCompile(`(?i)\b(?:triwulan|tw|semester)[.\s-]*\d`)

// margin is the part of a page, above and below, where running titles and page numbers stand.
const margin = 0.09

// dropRunning takes out running titles: lines in the margin that stand, but for numbers, on three pages or more; and page
// numbers that stand alone. Rows of tables are none. It gives what it took in capitals from the top of the first page, as the
// titles of a sheet are.
func dropRunning(pages []*page) (first []piece) {
	seen := map[string]int{}
	visit := func(use func(p *page, l textLine, alone bool, mark string)) {
		for _, p := range pages {
			lines, tables := linesOf(p.pieces), p.frames()
			for i, l := range lines {
				if (l.bottom < margin*p.height || l.top > (1-margin)*p.height) && !isRowOf(tables, l, p.height) {
					alone := (i == 0 || l.top-lines[i-1].bottom > 10) && (i == len(lines)-1 || lines[i+1].top-l.bottom > 10)
					mark := l.text
					if !rePeriodTitle.MatchString(mark) {
						mark = reDigits.ReplaceAllString(mark, "#")
					}
					use(p, l, alone, fmt.Sprint(l.top < p.height/2, mark))
				}
			}
		}
	}
	visit(func(_ *page, _ textLine, _ bool, mark string) { seen[mark]++ })
	visit(func(p *page, l textLine, alone bool, mark string) {
		number := alone && rePageNumber.MatchString(l.text)
		if seen[mark] < 3 && !number {
			return
		}
		p.pieces = slices.DeleteFunc(p.pieces, func(c piece) bool { return slices.Contains(l.pieces, c) })
		if p == pages[0] && l.top < p.height/2 && !number && l.text == strings.ToUpper(l.text) {
			first = append(first, l.pieces...)
		}
	})
	return first
}

// isRowOf reports whether a line is a row of a table: it stands in one with columns that reaches out of the margin, or holds
// amounts or several figures alone.
func isRowOf(tables []frame, l textLine, height float64) bool {
	return slices.ContainsFunc(tables, func(t frame) bool {
		return len(t.xs) > 2 && t.top < l.middle() && l.middle() < t.bottom && t.bottom > margin*height && t.top < (1-margin)*height
	}) || slices.ContainsFunc(l.pieces, func(c piece) bool { return reGrouped.MatchString(c.text) || reDecimal.MatchString(c.text) }) ||
		len(l.pieces) > 1 && !slices.ContainsFunc(l.pieces, func(c piece) bool { return !reFigure.MatchString(c.text) })
}

// pdfWriter makes blocks of pages.
type pdfWriter struct {
	name    string
	pitch   float64 // usual distance of lines, in points
	measure float64 // width of the lines of a page
	signed  float64 // where the lines of a signature begin, below its place and date; 0 elsewhere
	blocks  []Block
}

// write adds the blocks of a page: tables and paragraphs from top to bottom.
func (w *pdfWriter) write(p *page, tables []pdfTable) {
	lines := linesOf(p.pieces)
	edge := rightEdge(lines, p.width)
	w.measure = measure(lines)
	var now *Block
	var last textLine
	began := false
	for len(lines) > 0 || len(tables) > 0 {
		if len(lines) == 0 || len(tables) > 0 && tables[0].top < lines[0].middle() {
			w.blocks = append(w.blocks, Block{Kind: Table, Grid: tables[0].grid, Place: tables[0].at})
			tables, now, began = tables[1:], nil, true
			continue
		}
		l := lines[0]
		lines = lines[1:]
		if rePlaceDate.MatchString(l.text) && l.left > last.left+w.measure/4 {
			w.signed = l.left
		} else if l.left < w.signed-l.size {
			w.signed = 0
		}
		switch {
		case now != nil && w.goesOn(now, last, l, edge):
			w.append(now, l.text)
		case now == nil && !began && w.overPage(l):
			now = &w.blocks[len(w.blocks)-1]
			w.append(now, l.text)
		default:
			b := ProseBlock(l.text)
			b.Place = Place{File: w.name, Sheet: fmt.Sprintf("halaman %d", p.part(l.left).number)}
			w.blocks = append(w.blocks, b)
			now = &w.blocks[len(w.blocks)-1]
		}
		last = l
	}
}

// append joins a line to a block, which is then read anew: a heading may only now be whole.
func (w *pdfWriter) append(b *Block, text string) {
	whole := joinLine(strings.TrimSpace(b.Number+" "+b.Text), text)
	if b.Kind == Paragraph || b.Kind == Heading && b.Level == 1 {
		whole = joinLine(b.Text, text)
	}
	at := b.Place
	*b = ProseBlock(whole)
	b.Place = at
}

// goesOn reports whether a line goes on with the paragraph: as near as lines are, as bold, and the line before was full.
func (w *pdfWriter) goesOn(b *Block, last, l textLine, edge float64) bool {
	size := max(last.size, l.size)
	near := l.bottom-last.bottom < 1.35*w.pitch
	if reChapterNo.MatchString(b.Text) {
		return l.bottom-last.bottom < 2.5*w.pitch && l.text == strings.ToUpper(l.text) && ProseBlock(l.text).Kind == Paragraph
	}
	next := ProseBlock(l.text)
	kind := next.Kind
	if near && reDotsAlone.MatchString(l.text) && !reLeader.MatchString(last.text) {
		return true // an entry of a list as wide as its line: dots and page stand below
	}
	if !near || l.bold != last.bold || min(last.em(), l.em()) < 0.75*max(last.em(), l.em()) || kind != Paragraph && kind != Caption || len(b.Text) > 1<<16 {
		return false
	}
	full := last.right+l.firstWord()+0.25*size > edge-2
	if kind == Caption && next.Text == "" && !rePointing.MatchString(b.Text) {
		return false // a number on its own line, above its title
	}
	if kind == Caption { // "… disajikan pada / Tabel 3.2 berikut": a sentence that had not ended
		return full && b.isOpen() && !reLeader.MatchString(b.Text) && w.signed == 0
	}
	if b.Kind == Caption && b.Text == "" {
		return true // its title
	}
	if reLeader.MatchString(last.text) {
		return false // each line of a table of contents stands for itself
	}
	if w.signed > 0 {
		return false
	}
	if b.Kind == Caption && math.Abs(last.left+last.right-l.left-l.right) < size && last.right-last.left+l.firstWord()+1.5*size > w.measure {
		return true // centred
	}
	return full || last.left > l.left+size && last.right > edge-3*size
}

// overPage reports whether a paragraph goes on from the page before: it had not ended, and here a word begins small.
func (w *pdfWriter) overPage(l textLine) bool {
	if len(w.blocks) == 0 {
		return false
	}
	b := w.blocks[len(w.blocks)-1]
	first, _ := utf8.DecodeRuneInString(l.text)
	return b.isOpen() && unicode.IsLower(first) && ProseBlock(l.text).Kind == Paragraph
}

// isOpen reports whether a block is of sentences of which the last has not ended.
func (b *Block) isOpen() bool {
	return (b.Kind == Paragraph || b.Kind == Item) && !strings.ContainsAny(b.Text[max(len(b.Text)-1, 0):], ".:;?!")
}

// measure is how wide lines are, from the widest.
func measure(lines []textLine) float64 {
	widest := 0.0
	for _, l := range lines {
		widest = max(widest, l.right-l.left)
	}
	return widest
}

// usualPitch is the distance between the lines of a paragraph, in points: from lines that are full to the ones below.
func usualPitch(pages []*page) float64 {
	var steps []float64
	for _, p := range pages {
		lines := linesOf(p.pieces)
		edge := rightEdge(lines, p.width)
		for i := 1; i < len(lines); i++ {
			if step := lines[i].bottom - lines[i-1].bottom; lines[i-1].right > edge-20 && step > 4 && step < 40 {
				steps = append(steps, step)
			}
		}
	}
	if len(steps) == 0 {
		return 15
	}
	slices.Sort(steps)
	return steps[len(steps)/2]
}

// rightEdge is how far to the right the lines of a page go, those that stick out left aside.
func rightEdge(lines []textLine, width float64) float64 {
	var rights []float64
	for _, l := range lines {
		if l.right-l.left > 0.4*width {
			rights = append(rights, l.right)
		}
	}
	if len(rights) == 0 {
		return width
	}
	slices.Sort(rights)
	return rights[len(rights)*9/10]
}
