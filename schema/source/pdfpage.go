package source

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
)

// box is an area of a page in points; y grows downwards from the top, as one reads.
type box struct{ left, top, right, bottom float64 }

func (b box) middle() float64 { return (b.top + b.bottom) / 2 }
func (b box) height() float64 { return b.bottom - b.top }

// piece is a text that was drawn in one go.
type piece struct {
	box
	text string
	size float64 // of the letters, in points
	base float64 // y of the line they stand on; 0 where it is not known
	bold bool

	hidden  bool // drawn to be searched, not seen: what a program took a scanned picture to say
	unknown bool // the font does not tell which letters they are
}

// rule is a drawn line, or an edge of a drawn area: at is its y where it lies, its x where it stands.
type rule struct{ at, from, to float64 }

// drawn are lines.
type drawn struct{ lying, upright []rule }

// sameLine is how far apart two drawn lines may be and still be one, in points.
const sameLine = 2.5

// page is what stands on a page.
type page struct {
	number  int
	pieces  []piece
	lines   drawn
	through []rule  // lines as they are drawn, before they are put together: those through words strike them out
	shades  drawn   // edges of filled areas, which may lie behind cells or behind words
	words   lexicon // of the whole document
	images  int
	scan    bool    // a picture covers it
	clip    float64 // where the part of it ends at the right that is printed; 0 where that is not known
	parts   []part  // pages that were joined to it at the right
	cuts    []box   // texts and ends of lines that are cut there
	width   float64
	height  float64
}

// turn maps the page's own coordinates, y upwards, to those of a reader, when the page is shown turned by quarters.
type turn struct {
	quarters      int
	width, height float64 // as shown
	scale         float64
}

func (t turn) box(left, bottom, right, top float64) box {
	x1, y1 := t.point(left, bottom)
	x2, y2 := t.point(right, top)
	return box{math.Min(x1, x2), math.Min(y1, y2), math.Max(x1, x2), math.Max(y1, y2)}
}

func (t turn) point(x, y float64) (float64, float64) {
	switch t.quarters {
	case 0:
		y = t.height - y
	case 1:
		x, y = y, x
	case 2:
		x = t.width - x
	case 3:
		x, y = t.width-y, t.height-x
	}
	return t.scale * x, t.scale * y
}

// smallPrint is how high letters stand at least, by their median and in points, where a page is not read as if enlarged:
// sheets that are printed to fit the width of the paper may be tiny, and what is near there is far on others.
const smallPrint = 3.2

// enlarged is by how much a page is enlarged to be read. The dots of a list of contents are no letters.
func enlarged(chars []*responses.GetPageTextStructuredChar, quarters int) float64 {
	var high []float64
	for _, c := range chars {
		if r, _ := utf8.DecodeRuneInString(c.Text); unicode.IsLetter(r) || unicode.IsDigit(r) {
			h := c.PointPosition.Top - c.PointPosition.Bottom
			if quarters%2 != 0 {
				h = c.PointPosition.Right - c.PointPosition.Left
			}
			high = append(high, math.Abs(h))
		}
	}
	slices.Sort(high)
	if n := len(high); n == 0 || high[n/2] > smallPrint || high[n/2] < 0.1 {
		return 1
	}
	return 5 / high[len(high)/2]
}

func readPage(engine pdfium.Pdfium, doc references.FPDF_DOCUMENT, number int) (*page, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: number - 1}}
	width, err := engine.FPDF_GetPageWidth(&requests.FPDF_GetPageWidth{Page: at})
	if err != nil {
		return nil, err
	}
	height, err := engine.FPDF_GetPageHeight(&requests.FPDF_GetPageHeight{Page: at})
	if err != nil {
		return nil, err
	}
	turned, err := engine.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: at})
	if err != nil {
		return nil, err
	}
	loaded, err := loadText(engine, at)
	if err != nil {
		return nil, err
	}
	text, err := engine.GetPageTextStructured(&requests.GetPageTextStructured{Page: at, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return nil, err
	}
	p := &page{number: number, width: width.Width, height: height.Height}
	t := turn{quarters: reading(text.Chars, int(turned.PageRotation))}
	if (t.quarters-int(turned.PageRotation))%2 != 0 {
		p.width, p.height = p.height, p.width // it is shown lying on its side
	}
	t.width, t.height, t.scale = p.width, p.height, enlarged(text.Chars, t.quarters)
	p.width, p.height = t.scale*p.width, t.scale*p.height
	if err := p.readDrawing(engine, at, t); err != nil {
		return nil, err
	}
	return p, p.readText(engine, loaded, t, text.Chars)
}

var errManyLetters = errors.New("too many letters on a page")

// loadText prepares the letters of a page. One that no printer would fill is refused: taking its letters one by one could
// outlast the clock.
func loadText(engine pdfium.Pdfium, at requests.Page) (references.FPDF_TEXTPAGE, error) {
	text, err := engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return "", err
	}
	n, err := engine.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err == nil && n.Count > maxPDFLetters {
		err = errManyLetters
	}
	return text.TextPage, err
}

// reading is by how many quarters most letters of a page are turned; as the page is shown, where it has none.
func reading(chars []*responses.GetPageTextStructuredChar, shown int) int {
	var n [4]int
	n[shown&3] = 1
	for _, c := range chars {
		if strings.TrimSpace(c.Text) != "" {
			if q, straight := quarters(c.Angle); straight {
				n[q]++
			}
		}
	}
	most := shown & 3
	for q := range n {
		if n[q] > n[most] {
			most = q
		}
	}
	return most
}

// quarters is by how many quarters a page is to be turned to the right so that letters at an angle stand upright; straight is
// false for an angle between them. The engine counts angles to the right.
func quarters(angle float64) (q int, straight bool) {
	turns := -angle / (math.Pi / 2)
	return int(math.Round(turns)) & 3, math.Abs(turns-math.Round(turns)) < 0.1
}

// readDrawing collects the lines of tables: paths, and the edges of areas behind cells.
func (p *page) readDrawing(engine pdfium.Pdfium, at requests.Page, t turn) error {
	count, err := engine.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: at})
	if err != nil {
		return err
	}
	var widest references.FPDF_PAGEOBJECT // reaches furthest to the right
	reach := 0.0
	for i := range min(count.Count, 5*maxPDFObjects) {
		object, err := engine.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: at, Index: i})
		if err != nil {
			return err
		}
		kind, err := engine.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil {
			return err
		}
		switch kind.Type {
		case enums.FPDF_PAGEOBJ_IMAGE:
			p.images++
			if at, err := engine.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object.PageObject}); err == nil {
				b := t.box(float64(at.Left), float64(at.Bottom), float64(at.Right), float64(at.Top))
				p.scan = p.scan || b.right-b.left > 0.7*p.width && b.height() > 0.7*p.height
			}
		case enums.FPDF_PAGEOBJ_PATH:
			if p.lines.count()+p.shades.count() < maxPDFObjects {
				right, err := p.path(engine, object.PageObject, t)
				if err != nil {
					return err
				}
				if right > reach {
					reach, widest = right, object.PageObject
				}
			}
		}
	}
	if reach > 0 {
		p.clipAt(engine, widest, t)
	}
	p.through = slices.Clone(p.lines.lying)
	p.lines.join()
	p.shades.join()
	return nil
}

// path keeps what a path draws, and tells where that ends at the right.
func (p *page) path(engine pdfium.Pdfium, object references.FPDF_PAGEOBJECT, t turn) (right float64, err error) {
	bounds, err := engine.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object})
	if err != nil {
		return 0, nil // a path without extent draws nothing
	}
	b := t.box(float64(bounds.Left), float64(bounds.Bottom), float64(bounds.Right), float64(bounds.Top))
	mode, err := engine.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: object})
	if err != nil || !mode.Stroke && mode.FillMode == enums.FPDF_FILLMODE_NONE {
		return 0, err // only clips
	}
	segments, err := engine.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: object})
	if err != nil {
		return 0, err
	}
	if segments.Count <= 5 || b.right-b.left < 3 || b.height() < 3 {
		p.area(b, mode.Stroke)
		return b.right, nil
	}
	m, err := engine.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: object})
	if err != nil {
		return 0, err
	}
	// Several lines or areas in one path; each is begun by a move.
	var subs []box
	for i := range min(segments.Count, maxPDFObjects) {
		s, err := engine.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: object, Index: i})
		if err != nil {
			return 0, err
		}
		kind, err := engine.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: s.PathSegment})
		if err != nil {
			return 0, err
		}
		point, err := engine.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
		if err != nil {
			return 0, err
		}
		x, y := float64(point.X), float64(point.Y)
		x, y = t.point(float64(m.Matrix.A)*x+float64(m.Matrix.C)*y+float64(m.Matrix.E), float64(m.Matrix.B)*x+float64(m.Matrix.D)*y+float64(m.Matrix.F))
		if kind.Type == enums.FPDF_SEGMENT_MOVETO || len(subs) == 0 {
			subs = append(subs, box{x, y, x, y})
		}
		sub := &subs[len(subs)-1]
		*sub = box{math.Min(sub.left, x), math.Min(sub.top, y), math.Max(sub.right, x), math.Max(sub.bottom, y)}
	}
	if len(subs) == 2 && !mode.Stroke && subs[0].rings(subs[1]) {
		subs, mode.Stroke = subs[:1], true // the border of a cell, of lines that are not all as thick
	}
	for _, sub := range subs {
		p.area(sub, mode.Stroke)
	}
	return b.right, nil
}

// thin is how thick lines are at most, in points; thicker ones are areas.
const thin = 3.0

// rings reports whether an area that leaves out one within it is a border: no side of it is thicker than a line.
func (b box) rings(within box) bool {
	for _, side := range [...]float64{within.left - b.left, within.top - b.top, b.right - within.right, b.bottom - within.bottom} {
		if side < 0 || side >= thin {
			return false
		}
	}
	return within.right-within.left > thin && within.height() > thin
}

// area keeps a drawn line, or the four edges of an area.
func (p *page) area(b box, stroked bool) {
	flat, narrow := b.height() < thin, b.right-b.left < thin
	to := &p.lines
	if !stroked && !flat && !narrow {
		to = &p.shades
		if b.right-b.left > 0.9*p.width && b.height() > 0.9*p.height {
			return // the paper
		}
	}
	switch {
	case flat && narrow:
	case flat:
		to.lying = append(to.lying, rule{b.middle(), b.left, b.right})
	case narrow:
		to.upright = append(to.upright, rule{(b.left + b.right) / 2, b.top, b.bottom})
	default:
		to.lying = append(to.lying, rule{b.top, b.left, b.right}, rule{b.bottom, b.left, b.right})
		to.upright = append(to.upright, rule{b.left, b.top, b.bottom}, rule{b.right, b.top, b.bottom})
	}
}

func (d *drawn) count() int { return len(d.lying) + len(d.upright) }

// join puts lines together that continue each other: every cell draws its own part of a border.
func (d *drawn) join() { d.lying, d.upright = joinRules(d.lying), joinRules(d.upright) }

func joinRules(rules []rule) []rule {
	slices.SortFunc(rules, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	var out []rule
	for from := 0; from < len(rules); {
		to := from + 1
		for to < len(rules) && rules[to].at-rules[from].at < sameLine {
			to++
		}
		near := slices.Clone(rules[from:to])
		slices.SortFunc(near, func(a, b rule) int { return cmp.Compare(a.from, b.from) })
		now := near[0]
		for _, r := range near[1:] {
			if r.from <= now.to+sameLine {
				now.to = max(now.to, r.to)
				continue
			}
			out = append(out, now)
			now = r
		}
		out = append(out, now)
		from = to
	}
	return slices.DeleteFunc(out, func(r rule) bool { return r.to-r.from < 6 })
}
