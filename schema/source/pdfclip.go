package source

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxClips is how many texts of a page, those that reach furthest to the right, are asked for the part of it that is printed.
const maxClips = 4

// readClip takes from the texts that reach furthest to the right where the part of the page ends that is printed, if that is
// as wide as its lines. Cells of a sheet have such parts of their own.
func (r *pdfLetters) readClip(t turn) {
	if r.page.clip > 0 {
		return
	}
	ends := make([]int, len(r.page.pieces))
	for i := range ends {
		ends[i] = i
	}
	slices.SortStableFunc(ends, func(a, b int) int { return cmp.Compare(r.page.pieces[b].right, r.page.pieces[a].right) })
	for _, i := range ends[:min(maxClips, len(ends))] {
		object, err := r.engine.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: r.text, Index: r.ends[i]})
		if err != nil {
			continue
		}
		if r.page.clipAt(r.engine, object.TextObject, t); r.page.clip > 0 {
			return
		}
	}
}

// clipAt keeps where the part of the page ends that an object is seen in.
func (p *page) clipAt(engine pdfium.Pdfium, object references.FPDF_PAGEOBJECT, t turn) {
	if b, ok := clipOf(engine, object, t); ok && b.right-b.left > 0.5*p.width {
		p.clip = b.right
	}
}

// clipOf is the part of a page that an object is seen in; ok is false where that is not one rectangle.
func clipOf(engine pdfium.Pdfium, object references.FPDF_PAGEOBJECT, t turn) (b box, ok bool) {
	clip, err := engine.FPDFPageObj_GetClipPath(&requests.FPDFPageObj_GetClipPath{PageObject: object})
	if err != nil {
		return box{}, false
	}
	paths, err := engine.FPDFClipPath_CountPaths(&requests.FPDFClipPath_CountPaths{ClipPath: clip.ClipPath})
	if err != nil || paths.Count != 1 {
		return box{}, false
	}
	b = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for i := range 4 {
		s, err := engine.FPDFClipPath_GetPathSegment(&requests.FPDFClipPath_GetPathSegment{ClipPath: clip.ClipPath, SegmentIndex: i})
		if err != nil {
			return box{}, false
		}
		point, err := engine.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
		if err != nil {
			return box{}, false
		}
		x, y := t.point(float64(point.X), float64(point.Y))
		b = box{min(b.left, x), min(b.top, y), max(b.right, x), max(b.bottom, y)}
	}
	return b, true
}

// dropClipped takes out the texts that the edge of the printed part of a page cuts, since a program that prints leaves out the
// letters beyond it: 13,50 is 13,5 there. Where whole letters stand beyond the edge none are left out. It says on which pages,
// also those where only lines of a table reach over the edge.
func dropClipped(name string, pages []*page) []Problem {
	var numbers []string
	for _, p := range pages {
		if p.findCuts(); len(p.cuts) > 0 {
			numbers = append(numbers, strconv.Itoa(p.number))
			p.pieces = slices.DeleteFunc(p.pieces, p.isCut)
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	return []Problem{{Rule: ruleUnreadable, Minor: true, Place: Place{File: name, Sheet: "halaman " + numbers[0]},
		Kondisi: T("Tabel atau teks di tepi kanan halaman %s terpotong, sehingga kolom terakhirnya tidak dibaca", "Tables or texts are cut off at the right of page %s, so that their last columns were not read", firstOf(numbers)),
		Saran:   T("Agar tabel dibuat muat dalam lebar halaman, lalu laporan disimpan ulang sebagai PDF", "Make the tables fit the width of the page and save the report as PDF again")}}
}

const (
	overEdge = 0.8 // how far a text reaches over the edge that is cut there, in points
	overSize = 0.1 // and in heights of its letters: pages may be read enlarged
	fewCuts  = 2   // texts or lines that may reach over it by accident
)

func (p *page) isCut(c piece) bool { return c.right > p.clip+max(overEdge, overSize*c.size) }

// findCuts notes where the edge of the printed part of a page cuts texts, or lines of tables.
func (p *page) findCuts() {
	if p.clip == 0 || slices.ContainsFunc(p.pieces, func(c piece) bool { return c.left > p.clip || c.right > p.clip+1.5*c.size }) {
		return
	}
	var cuts []box
	for _, c := range p.pieces {
		if p.isCut(c) {
			cuts = append(cuts, c.box)
		}
	}
	if len(cuts) < fewCuts {
		cuts = nil
	}
	lines := len(cuts)
	for _, r := range slices.Concat(p.lines.lying, p.shades.lying) {
		if r.from < p.clip-overEdge && r.to > p.clip+3*overEdge {
			cuts = append(cuts, box{p.clip - overEdge, r.at, p.clip, r.at})
		}
	}
	if len(cuts)-lines <= fewCuts {
		cuts = cuts[:lines]
	}
	p.cuts = cuts
}

// blankCut empties the columns of a table that reach to a cut, as what is left of them is not all there was.
func (t *pdfTable) blankCut(cuts []box) {
	from := math.Inf(1)
	for _, c := range cuts {
		if t.top-sameLine <= c.bottom && c.top <= t.bottom+sameLine {
			from = min(from, c.left)
		}
	}
	for _, row := range t.grid.Rows {
		for j := range row {
			if t.end(j) > from {
				row[j].Text, row[j].Kind, row[j].Bold = "", Null, false
			}
		}
	}
}

// end is where a column ends, or the texts in it where no lines bound it.
func (t *pdfTable) end(col int) float64 {
	if t.columns == nil {
		return t.xs[col+1]
	}
	return t.columns[col].right
}

// start is where a column begins, or the texts in it where no lines bound it.
func (t *pdfTable) start(col int) float64 {
	if t.columns == nil {
		return t.xs[col]
	}
	return t.columns[col].left
}
