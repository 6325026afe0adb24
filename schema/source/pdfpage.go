package source

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
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
	bold bool
}

// rule is a drawn line, or an edge of a drawn area: at is its y where it lies, its x where it stands.
type rule struct{ at, from, to float64 }

// drawn are lines.
type drawn struct{ lying, upright []rule }

// sameLine is how far apart two drawn lines may be and still be one, in points.
const sameLine = 2.5

// page is what stands on a page.
type page struct {
	number int
	pieces []piece
	lines  drawn
	shades drawn   // edges of filled areas, which may lie behind cells or behind words
	words  lexicon // of the whole document
	images int
	width  float64
	height float64
}

// turn maps the page's own coordinates, y upwards, to those of a reader, when the page is shown turned by quarters.
type turn struct {
	quarters      int
	width, height float64 // as shown
}

func (t turn) box(left, bottom, right, top float64) box {
	x1, y1 := t.point(left, bottom)
	x2, y2 := t.point(right, top)
	return box{math.Min(x1, x2), math.Min(y1, y2), math.Max(x1, x2), math.Max(y1, y2)}
}

func (t turn) point(x, y float64) (float64, float64) {
	switch t.quarters {
	case 1:
		return y, x
	case 2:
		return t.width - x, y
	case 3:
		return t.width - y, t.height - x
	}
	return x, t.height - y
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
	p := &page{number: number, width: width.Width, height: height.Height}
	t := turn{int(turned.PageRotation), p.width, p.height}
	if err := p.readDrawing(engine, at, t); err != nil {
		return nil, err
	}
	return p, p.readText(engine, at, t)
}

// readText puts letters together to pieces: letters of one line without a gap as wide as a letter is high between them. The
// engine's own pieces follow the writing program's, which cuts words where it likes.
func (p *page) readText(engine pdfium.Pdfium, at requests.Page, t turn) error {
	text, err := engine.GetPageTextStructured(&requests.GetPageTextStructured{Page: at, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return err
	}
	fonts, err := engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return err
	}
	var now piece
	space, tight := false, 0.0 // the usual gap between letters
	for i, char := range text.Chars {
		s := cleanText(char.Text)
		if strings.TrimSpace(s) == "" {
			space = true
			continue
		}
		b := t.box(char.PointPosition.Left, char.PointPosition.Bottom, char.PointPosition.Right, char.PointPosition.Top)
		tall := max(now.size, b.height(), 4)
		gap := b.left - now.right
		if now.text != "" && math.Abs(b.middle()-now.middle()) < 0.7*tall && gap < 0.8*tall && gap > -0.6*tall && !p.parted(now.right, b.left, b.middle()) {
			if space || gap > 0.5*tall || gap > 0.2*tall && gap > 4*tight && betweenLetters(now.text, s) {
				now.text += " "
			}
			now.text += s
			now.box = box{min(now.left, b.left), min(now.top, b.top), max(now.right, b.right), max(now.bottom, b.bottom)}
			now.size = max(now.size, b.height())
			if !space {
				tight = (tight + max(gap, 0)) / 2
			}
			space = false
			continue
		}
		p.keep(now)
		tight = 0.1 * tall
		if len(p.pieces) == maxPDFPieces {
			return nil
		}
		now, space = piece{box: b, text: s, size: b.height()}, false
		if font, err := engine.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: fonts.TextPage, Index: i}); err == nil {
			name := strings.ToLower(font.FontName)
			now.bold = strings.Contains(name, "bold") || strings.Contains(name, "black")
		}
	}
	p.keep(now)
	_, err = engine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: fonts.TextPage})
	return err
}

// betweenLetters reports whether a text ends and the next one begins with a letter: digits stand further apart.
func betweenLetters(text, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLetter(last) && unicode.IsLetter(first)
}

// parted reports whether a line stands between two letters: they are in two cells, however close.
func (p *page) parted(left, right, y float64) bool {
	if right-left < 0.5 {
		return false
	}
	i := sort.Search(len(p.lines.upright), func(i int) bool { return p.lines.upright[i].at >= left-0.5 })
	for ; i < len(p.lines.upright) && p.lines.upright[i].at <= right+0.5; i++ {
		if r := p.lines.upright[i]; r.from <= y && y <= r.to {
			return true
		}
	}
	return false
}

func (p *page) keep(c piece) {
	if c.text != "" {
		p.pieces = append(p.pieces, c)
	}
}

// cleanText takes out what the engine puts in for itself: marks of hyphens at line ends, ligatures, controls.
func cleanText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0x02 || r == 0xfffe || r == 0xad:
			return '-'
		case r == '\u00a0' || r == '\t' || r == '\n':
			return ' '
		case r < ' ' || r == 0xfffd || r == 0xffff:
			return -1
		}
		return r
	}, pdfLigatures.Replace(strings.ToValidUTF8(s, "")))
}

var pdfLigatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl")

// readDrawing collects the lines of tables: paths, and the edges of areas behind cells.
func (p *page) readDrawing(engine pdfium.Pdfium, at requests.Page, t turn) error {
	count, err := engine.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: at})
	if err != nil {
		return err
	}
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
		case enums.FPDF_PAGEOBJ_PATH:
			if p.lines.count()+p.shades.count() < maxPDFObjects {
				if err := p.path(engine, object.PageObject, t); err != nil {
					return err
				}
			}
		}
	}
	p.lines.join()
	p.shades.join()
	return nil
}

func (p *page) path(engine pdfium.Pdfium, object references.FPDF_PAGEOBJECT, t turn) error {
	bounds, err := engine.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object})
	if err != nil {
		return nil // a path without extent draws nothing
	}
	b := t.box(float64(bounds.Left), float64(bounds.Bottom), float64(bounds.Right), float64(bounds.Top))
	mode, err := engine.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: object})
	if err != nil || !mode.Stroke && mode.FillMode == enums.FPDF_FILLMODE_NONE {
		return err // only clips
	}
	segments, err := engine.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: object})
	if err != nil {
		return err
	}
	if segments.Count <= 5 || b.right-b.left < 3 || b.height() < 3 {
		p.area(b, mode.Stroke)
		return nil
	}
	m, err := engine.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: object})
	if err != nil {
		return err
	}
	// Several lines or areas in one path; each is begun by a move.
	var sub box
	open := false
	for i := range min(segments.Count, maxPDFObjects) {
		s, err := engine.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: object, Index: i})
		if err != nil {
			return err
		}
		kind, err := engine.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: s.PathSegment})
		if err != nil {
			return err
		}
		point, err := engine.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
		if err != nil {
			return err
		}
		x, y := float64(point.X), float64(point.Y)
		x, y = t.point(float64(m.Matrix.A)*x+float64(m.Matrix.C)*y+float64(m.Matrix.E), float64(m.Matrix.B)*x+float64(m.Matrix.D)*y+float64(m.Matrix.F))
		if kind.Type == enums.FPDF_SEGMENT_MOVETO || !open {
			if open {
				p.area(sub, mode.Stroke)
			}
			sub, open = box{x, y, x, y}, true
		}
		sub = box{math.Min(sub.left, x), math.Min(sub.top, y), math.Max(sub.right, x), math.Max(sub.bottom, y)}
	}
	p.area(sub, mode.Stroke)
	return nil
}

// area keeps a drawn line, or the four edges of an area.
func (p *page) area(b box, stroked bool) {
	const thin = 3.0 // points; thicker ones are areas
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
