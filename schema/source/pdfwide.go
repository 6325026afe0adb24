package source

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Bounds of a sheet that is cut over pages: how many stand side by side and below each other.
const (
	maxAcross = 16
	maxDown   = 100
)

const (
	sameRow  = 1.5 // how far apart the edges of one row may be on two pages side by side, in points
	samePage = 1.0 // how far the sizes of such pages
	titleRow = 10  // the least height that a title takes
)

// frame is where the lines of a table stand on a page.
type frame struct {
	box
	xs, ys []float64
}

// joinSheets puts the pages side by side that a sheet wider than the paper was cut into when it was printed, without what they
// print twice: the rows stand as high on all of them, and the columns of those below each other are the same. Where they may be
// such pages, but need not, it takes their tables out and says so.
func joinSheets(name string, pages []*page) (out []*page, problems []Problem) {
	frames := make([][]frame, len(pages))
	for i, p := range pages {
		frames[i] = p.frames()
	}
	for i := 0; i < len(pages); {
		s := sheetAt(pages[i:], frames[i:])
		i += s.count()
		if s.across() > 1 && !s.certain() {
			out, problems = append(out, s.pages[:s.count()]...), append(problems, s.takeOut(name))
			continue
		}
		for r := range s.at {
			var row *page
			for c, k := range s.at[r] {
				switch {
				case k < 0:
				case row == nil:
					row = s.pages[k]
				default:
					row = row.beside(s.pages[k], s.seam(r, c))
				}
			}
			out = append(out, row)
		}
	}
	return out, problems
}

// pdfSheet is how a sheet was cut: which page stands in each row and column, -1 for none. Below the rows with tables some may
// have texts alone.
type pdfSheet struct {
	pages  []*page
	frames [][]frame // of each page
	at     [][]int
	down   int // rows with tables
}

func (s pdfSheet) across() int { return len(s.at[0]) }

func (s pdfSheet) count() int {
	n := 0
	for _, row := range s.at {
		for _, k := range row {
			if k >= 0 {
				n++
			}
		}
	}
	return n
}

// sheetAt finds how the sheet was cut that begins with the first of the pages: into as many as fit, one where none do. It may
// have been printed downwards first, or over to the right.
func sheetAt(pages []*page, frames [][]frame) pdfSheet {
	best := pdfSheet{pages, frames, [][]int{{0}}, 1}
	fits := func(at [][]int, down int) bool {
		s := pdfSheet{pages, frames, at, down}
		ok := at != nil && s.fits()
		if ok && s.count() > best.count() && (s.high() >= fewRows || s.certain()) {
			best = s
		}
		return ok
	}
	for down := 1; down <= min(maxDown, len(pages)-1) && len(frames[down-1]) > 0; down++ {
		for across := 2; across <= maxAcross && fits(cellsDown(frames, down, across), down); across++ {
		}
	}
	for across := 2; across <= min(maxAcross, len(pages)); across++ {
		for down := 1; down <= min(maxDown, len(pages)/across) && fits(cellsOver(down, across), down); down++ {
		}
	}
	return best
}

// cellsOver numbers pages to the right first.
func cellsOver(down, across int) [][]int {
	at := make([][]int, down)
	for r := range at {
		for c := range across {
			at[r] = append(at[r], r*across+c)
		}
	}
	return at
}

// cellsDown numbers pages downwards first. Those without tables that follow the ones with tables stand below them, as a
// signature does, one in each column; nil where there are not so many pages.
func cellsDown(frames [][]frame, down, across int) [][]int {
	var at [][]int
	k := 0
	for c := range across {
		for r := 0; r < down || r == down && c+1 < across && k < len(frames) && len(frames[k]) == 0; r++ {
			if k >= len(frames) {
				return nil
			}
			if r == len(at) {
				at = append(at, slices.Repeat([]int{-1}, across))
			}
			at[r][c] = k
			k++
		}
	}
	return at
}

func (s pdfSheet) fits() bool {
	for r, row := range s.at[:s.down] {
		for c, k := range row {
			if len(s.frames[k]) == 0 || c > 0 && !s.seam(r, c).found || r > 0 && !s.pages[k].below(s.frames[s.at[r-1][c]], s.frames[k]) {
				return false
			}
		}
	}
	return true
}

// fewRows may be as high as those of another table by accident.
const fewRows = 4

// high is how many rows the largest table on a page has.
func (s pdfSheet) high() int {
	n := 0
	for _, row := range s.at[:s.down] {
		for _, k := range row {
			for _, f := range s.frames[k] {
				n = max(n, len(f.ys)-1)
			}
		}
	}
	return n
}

// certain reports whether no two tables can be what seems one that is cut: its next column had no room at the left, the heights
// of its rows change too often, or it begins as low as the table at the left does under its titles.
func (s pdfSheet) certain() bool {
	few := s.high() < fewRows
	for c := 1; c < s.across(); c++ {
		sure := false
		for r := range s.down {
			here := s.seam(r, c)
			sure = sure || here.full && !few || here.repeated == 0 && (here.telling || here.sunk)
		}
		if !sure {
			return false
		}
	}
	return true
}

// takeOut takes the tables of the sheet out of its pages.
func (s pdfSheet) takeOut(name string) Problem {
	var numbers []string
	for k, p := range s.pages[:s.count()] {
		p.pieces = slices.DeleteFunc(p.pieces, func(c piece) bool {
			return slices.ContainsFunc(s.frames[k], func(f frame) bool { return f.top < c.middle() && c.middle() < f.bottom })
		})
		p.lines, p.shades = drawn{}, drawn{}
		numbers = append(numbers, strconv.Itoa(p.number))
	}
	return notJoined(name, numbers)
}

func notJoined(name string, numbers []string) Problem {
	return Problem{Rule: ruleUnreadable, Minor: true, Place: Place{File: name, Sheet: "halaman " + numbers[0]},
		Kondisi: T("Tabel di halaman %s tidak dibaca, karena tidak pasti bagaimana kolomnya bersambung dari halaman ke halaman", "The tables on pages %s were not read, since it is not certain how their columns go on from page to page", firstOf(numbers)),
		Saran:   T("Agar lembar kerja diserahkan dalam bentuk aslinya (.xlsx), atau dicetak muat selebar satu halaman", "Hand in the worksheet itself (.xlsx), or print it to fit the width of one page")}
}

// frames are the tables with lines on a page, from top to bottom; none where some stand side by side.
func (p *page) frames() []frame {
	var out []frame
	for _, d := range p.lines.frames() {
		xs, ys := edges(d.upright, d.lying), edges(d.lying, d.upright)
		if len(xs) < 2 || len(ys) < 2 || len(xs) > maxTextCols || len(xs)*len(ys) > maxPDFCells {
			return nil
		}
		out = append(out, frame{box{xs[0], ys[0], xs[len(xs)-1], ys[len(ys)-1]}, xs, ys})
	}
	slices.SortFunc(out, func(a, b frame) int { return cmp.Compare(a.top, b.top) })
	for i := 1; i < len(out); i++ {
		if out[i].top < out[i-1].bottom || len(p.cuts) > 0 {
			return nil
		}
	}
	return out
}

// seam is where a page goes on with the one at its left.
type seam struct {
	found    bool
	full     bool // no column more had room at the left
	telling  bool // the heights of the rows change often
	sunk     bool // only the page at the left has titles above
	left     *page
	at       float64 // where the columns end on the page at the left
	from     float64 // where they go on here
	repeated int     // columns printed again before those
	top      float64 // where the tables begin
}

// seam looks where a page goes on with the tables at its left, as high and under nothing of its own.
func (s pdfSheet) seam(r, c int) seam {
	if r >= s.down {
		out := s.seam(s.down-1, c) // texts stand below the same columns
		out.left, out.top = nil, 0
		return out
	}
	first, last, own := s.at[r][0], s.at[r][c-1], s.at[r][c]
	one, p := s.pages[first], s.pages[own]
	out := seam{left: s.pages[last], top: s.frames[own][0].top}
	if math.Abs(one.width-p.width) > samePage || math.Abs(one.height-p.height) > samePage {
		return seam{}
	}
	for _, f := range s.frames[own] {
		i, j := matching(s.frames[first], f), matching(s.frames[last], f)
		if i < 0 || j < 0 || sameFrame(s.frames[first][i], f) {
			return seam{}
		}
		left, before := s.frames[first][i], s.frames[last][j]
		n := repeatedColumns(one, p, left, f)
		if n >= len(f.xs)-1 || n == 0 && p.numbersRows(f) {
			return seam{}
		}
		out.full = out.full || f.xs[n+1]-f.xs[n] > p.width-left.left-before.right-sameRow
		out.telling = out.telling || f.telling()
		if out.found && (n != out.repeated || math.Abs(before.right-f.xs[n]-out.at+out.from) > 2*sameRow) {
			return seam{}
		}
		out.found, out.at, out.from, out.repeated = true, before.right, f.xs[n], n
	}
	for _, c := range p.pieces {
		if c.middle() < out.top && !out.printedTwice(c) && !standsOn(one, c, 0) {
			return seam{} // titles of its own
		}
	}
	out.sunk = slices.ContainsFunc(one.pieces, func(c piece) bool { return c.bottom < out.top-titleRow && !standsOn(p, c, 0) })
	return out
}

// telling reports whether the heights of the rows change so often that no other table has them by accident.
func (f frame) telling() bool {
	n := 0
	for i := 2; i < len(f.ys); i++ {
		if math.Abs(f.ys[i]-2*f.ys[i-1]+f.ys[i-2]) > 2*sameRow {
			n++
		}
	}
	return n > 5
}

// matching is the table whose rows stand as high as those of a frame, -1 for none. Cells merged on one of the pages leave out
// edges there.
func matching(tables []frame, f frame) int {
	return slices.IndexFunc(tables, func(t frame) bool {
		some, all := t.ys, f.ys
		if len(some) > len(all) {
			some, all = all, some
		}
		return math.Abs(t.top-f.top) < sameRow && math.Abs(t.bottom-f.bottom) < sameRow && 2*len(some) >= len(all) &&
			!slices.ContainsFunc(some, func(y float64) bool { return !near(all, y, sameRow) })
	})
}

func near(sorted []float64, x, tolerance float64) bool {
	i, _ := slices.BinarySearch(sorted, x-tolerance)
	return i < len(sorted) && sorted[i] <= x+tolerance
}

// sameFrame reports whether two tables have the same columns, of which one may leave some undivided.
func sameFrame(a, b frame) bool {
	return (among(a.xs, b.xs) || among(b.xs, a.xs)) && math.Abs(a.left-b.left) < sameColumn && math.Abs(a.right-b.right) < sameColumn
}

// repeatedColumns counts the columns at the left of a table that are those of the first page again, as wide and with the same
// texts.
func repeatedColumns(first, p *page, left, f frame) int {
	n := 0
	for n+1 < min(len(f.xs), len(left.xs)) && math.Abs(f.xs[n+1]-f.xs[0]-left.xs[n+1]+left.xs[0]) < sameRow {
		texts := p.column(f, n)
		if len(texts) == 0 || !slices.Equal(texts, first.column(left, n)) {
			break
		}
		n++
	}
	return n
}

// column are the texts of a column, from top to bottom.
func (p *page) column(f frame, j int) []string {
	var inside []piece
	for _, c := range p.pieces {
		if x := (c.left + c.right) / 2; f.top < c.middle() && c.middle() < f.bottom && f.xs[j] < x && x < f.xs[j+1] {
			inside = append(inside, c)
		}
	}
	var texts []string
	for _, l := range linesOf(inside) {
		texts = append(texts, l.text)
	}
	return texts
}

// numbersRows reports whether a table begins with a column of its own for numbers or codes of rows, as one that is whole does.
func (p *page) numbersRows(f frame) bool {
	return slices.ContainsFunc(p.column(f, 0), func(text string) bool {
		head := strings.ToLower(firstWord(text))
		return head == "no" || head == "nomor" || head == "kode"
	})
}

// below reports whether a page goes on with the columns of the one above: nothing stands over its table.
func (p *page) below(above, own []frame) bool {
	return sameFrame(above[len(above)-1], own[0]) && !slices.ContainsFunc(p.pieces, func(c piece) bool { return c.middle() < own[0].top })
}

// printedTwice reports whether a text stands on the page at the left as well, as it reaches over the edge between the two or
// in columns that are printed again.
func (s seam) printedTwice(c piece) bool {
	return s.repeated > 0 && c.right < s.from+sameRow || standsOn(s.left, c, s.from-s.at)
}

// standsOn reports whether a text stands on another page too, moved to the right. Of one that is cut only the end may.
func standsOn(other *page, c piece, moved float64) bool {
	return slices.ContainsFunc(other.pieces, func(o piece) bool {
		return math.Abs(o.middle()-c.middle()) < 2*sameRow && (o.text == c.text && math.Abs(o.left+moved-c.left) < 2*sameRow ||
			moved != 0 && strings.HasSuffix(o.text, c.text) && math.Abs(o.right+moved-c.right) < 2*sameRow)
	})
}
