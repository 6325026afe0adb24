package source

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// part is a page that was joined to others at its left: where it begins, how far it was moved there, and the columns that it
// printed again.
type part struct {
	number      int
	from, moved float64
	repeated    int
}

// beside makes one page of two.
func (p *page) beside(q *page, s seam) *page {
	joined := *p
	moved := s.at - s.from
	if n := len(p.parts); n > 0 {
		moved += p.parts[n-1].moved
	}
	at := s.from + moved
	joined.width = max(p.width, q.width+moved)
	joined.parts = append(slices.Clip(p.parts), part{q.number, at, moved, s.repeated})
	joined.lines, joined.shades = p.lines.beside(q.lines, s.from, moved), p.shades.beside(q.shades, s.from, moved)
	joined.pieces = slices.Clone(p.pieces)
	for _, c := range q.pieces {
		if s.repeated > 0 && c.right < s.from+sameRow || c.middle() < s.top && (s.printedTwice(c) || standsOn(p, c, 0)) {
			continue
		}
		c.left, c.right = c.left+moved, c.right+moved
		joined.addOver(c, at)
	}
	return &joined
}

// addOver adds a text to a page that was joined at a place. One that reaches over it, as that of a merged cell does, is printed
// on both pages: it is kept once, as it is whole, and no line divides it.
func (p *page) addOver(c piece, at float64) {
	holds := func(whole, some piece) bool {
		over := min(whole.right, some.right) - max(whole.left, some.left)
		return math.Abs(whole.middle()-some.middle()) < 2*sameRow && over > 0.5*(some.right-some.left) && strings.Contains(whole.text, some.text)
	}
	n := len(p.pieces)
	p.pieces = slices.DeleteFunc(p.pieces, func(o piece) bool { return holds(c, o) && !holds(o, c) })
	twice := len(p.pieces) < n
	if slices.ContainsFunc(p.pieces, func(o piece) bool { return holds(o, c) }) {
		twice = true
	} else {
		p.pieces = append(p.pieces, c)
	}
	if twice {
		p.lines.open(at, c.middle())
	}
}

// open takes out the part of an upright line that stands at a height between two lying ones.
func (d *drawn) open(x, y float64) {
	top, bottom := math.Inf(-1), math.Inf(1)
	for _, r := range d.lying {
		if r.from-sameLine <= x && x <= r.to+sameLine {
			if r.at <= y {
				top = max(top, r.at)
			} else {
				bottom = min(bottom, r.at)
			}
		}
	}
	var rest []rule
	for _, r := range d.upright {
		if math.Abs(r.at-x) > 2*sameLine || r.to <= top || r.from >= bottom {
			rest = append(rest, r)
			continue
		}
		for _, end := range []rule{{r.at, r.from, top}, {r.at, bottom, r.to}} {
			if end.to-end.from > sameLine {
				rest = append(rest, end)
			}
		}
	}
	d.upright = rest
}

// beside adds lines of another page from a place on, moved to the right.
func (d drawn) beside(other drawn, from, moved float64) drawn {
	out := drawn{slices.Clone(d.lying), slices.Clone(d.upright)}
	for _, r := range other.lying {
		if r.to > from {
			out.lying = append(out.lying, rule{r.at, max(r.from, from) + moved, r.to + moved})
		}
	}
	for _, r := range other.upright {
		if r.at > from-sameLine {
			out.upright = append(out.upright, rule{r.at + moved, r.from, r.to})
		}
	}
	out.join()
	return out
}

// part is the part of a page that holds a place on it.
func (p *page) part(x float64) part {
	at := part{number: p.number}
	for _, other := range p.parts {
		if x > other.from-sameLine {
			at = other
		}
	}
	return at
}

// place gives the cells of tables their places on the page that they were printed on.
func (p *page) place(file string, tables []pdfTable) {
	count := map[int]int{} // tables by page
	for k := range tables {
		t := &tables[k]
		if len(t.grid.Rows) == 0 {
			continue
		}
		var seen []int
		first := 0
		for j := range t.grid.Rows[0] {
			at := p.part(t.start(j))
			if !slices.Contains(seen, at.number) {
				seen, first = append(seen, at.number), j
				count[at.number]++
			}
			place := Place{File: file, Table: fmt.Sprintf("halaman %d tabel %d", at.number, count[at.number])}
			if j == 0 {
				t.at = place
			}
			for i, row := range t.grid.Rows {
				row[j].Place = place
				row[j].Place.Row, row[j].Place.Col = i+1, j-first+at.repeated+1
			}
		}
	}
}
