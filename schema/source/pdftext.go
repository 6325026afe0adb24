package source

import (
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
	"github.com/klippa-app/go-pdfium/responses"
)

// letter is a letter of a piece in the making.
type letter struct {
	box
	text  string
	air   float64 // between its place and that of the letter before it, in parts of the font's size; 0 where they nearly touch
	space bool    // a space is drawn before it, not guessed
}

// pdfLetters puts letters together to pieces: letters of one line without a gap as wide as a letter is high between them. The
// engine's own pieces follow the writing program's, which cuts words where it likes.
type pdfLetters struct {
	engine  pdfium.Pdfium
	text    references.FPDF_TEXTPAGE
	page    *page
	now     piece
	letters []letter
	last    int   // letter of the piece, by its index
	space   int   // a space since then, by its index; -1 for none
	ends    []int // last letters of the pieces of the page
}

func (p *page) readText(engine pdfium.Pdfium, text references.FPDF_TEXTPAGE, t turn, chars []*responses.GetPageTextStructuredChar) error {
	r := &pdfLetters{engine: engine, text: text, page: p, space: -1}
	letters := make([]letter, len(chars))
	for i, char := range chars {
		if q, straight := quarters(char.Angle); q != t.quarters || !straight {
			continue // a watermark, or words along a side
		}
		letters[i] = letter{box: t.box(char.PointPosition.Left, char.PointPosition.Bottom, char.PointPosition.Right, char.PointPosition.Top), text: cleanText(char.Text)}
	}
	deleted, rest := struck(p.through, letters)
	if len(deleted) > 0 {
		p.lines.lying = joinRules(rest)
	}
	for i, l := range letters {
		switch {
		case strings.TrimSpace(cleanText(chars[i].Text)) == "":
			r.space = i
			continue
		case l.text == "" || deleted[i]:
			continue
		}
		r.add(i, l, t)
		if len(p.pieces) == maxPDFPieces {
			return nil
		}
	}
	r.keep()
	r.readClip(t)
	_, err := engine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text})
	return err
}

// add takes the next letter.
func (r *pdfLetters) add(i int, l letter, t turn) {
	now := &r.now
	tall := max(now.size, l.height(), 4)
	gap := l.left - now.right
	if len(r.letters) > 0 && math.Abs(l.middle()-now.middle()) < 0.7*tall && gap < 0.8*tall && gap > -0.6*tall && !r.page.parted(now.right, l.left, l.middle()) {
		if r.space >= 0 || gap > 0.15*tall {
			l.air = r.air(i, t, gap/tall)
			l.space = r.space >= 0 && !r.guessed(r.space)
		}
		r.letters = append(r.letters, l)
		now.box = box{min(now.left, l.left), min(now.top, l.top), max(now.right, l.right), max(now.bottom, l.bottom)}
		now.size = max(now.size, l.height())
		r.last, r.space = i, -1
		return
	}
	r.keep()
	*now, r.letters, r.last, r.space = piece{box: l.box, size: l.height()}, []letter{l}, i, -1
	if o, err := r.engine.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: r.text, Index: i}); err == nil {
		_, now.base = t.point(o.X, o.Y)
	}
	if font, err := r.engine.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: r.text, Index: i}); err == nil {
		name := strings.ToLower(font.FontName)
		now.bold = strings.Contains(name, "bold") || strings.Contains(name, "black")
	}
	if unmapped, err := r.engine.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: r.text, Index: i}); err == nil {
		now.unknown = unmapped.HasUnicodeMapError
	}
	now.hidden = r.page.scan && r.hidden(i)
}

// The least air of a space, in parts of the font's size. It is a quarter of it in most fonts, and less where letters lean over
// it, as in L A; in short texts letters may just be set apart.
const (
	narrowSpace = 0.17
	leaningOver = 0.1
)

// air is the room between the places that a font gives the last letter and the next one; gap where it cannot be told.
func (r *pdfLetters) air(i int, t turn, gap float64) float64 {
	var places [2]box
	for k, index := range []int{r.last, i} {
		at, err := r.engine.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: index})
		if err != nil {
			return gap
		}
		places[k] = t.box(float64(at.Rect.Left), float64(at.Rect.Bottom), float64(at.Rect.Right), float64(at.Rect.Top))
	}
	return (places[1].left - places[0].right) / (max(places[0].height(), places[1].height(), 1) / 1.15)
}

// guessed reports whether the engine put a space into a gap.
func (r *pdfLetters) guessed(i int) bool {
	made, err := r.engine.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: r.text, Index: i})
	return err == nil && made.IsGenerated
}

// hidden reports whether a letter is drawn without being seen.
func (r *pdfLetters) hidden(i int) bool {
	object, err := r.engine.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: r.text, Index: i})
	if err != nil {
		return false
	}
	mode, err := r.engine.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: object.TextObject})
	return err == nil && mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE
}

// keep ends a piece: its letters become words.
func (r *pdfLetters) keep() {
	if r.overEdge() {
		last := &r.page.pieces[len(r.page.pieces)-1]
		last.text, last.right, r.letters = last.text+r.letters[0].text, r.now.right, nil
	}
	if len(r.letters) > 0 {
		r.now.text = wordsOf(r.letters)
		r.page.pieces, r.ends = append(r.page.pieces, r.now), append(r.ends, r.last)
		r.letters = nil
	}
}

// overEdge reports whether the piece is the last letter of the one before, on the edge of its cell: sheets that are printed show
// the part of it that is within. A letter of the next cell would stand further from the edge.
func (r *pdfLetters) overEdge() bool {
	n := len(r.page.pieces)
	if n == 0 || len(r.letters) != 1 {
		return false
	}
	last, l := r.page.pieces[n-1], r.letters[0]
	return math.Abs(last.middle()-l.middle()) < 0.3*last.size && l.left-last.right < 0.15*last.size && l.left > last.right-0.5 &&
		r.page.parted(last.right, l.left, l.middle()) && !r.page.parted(last.right, l.left-1, l.middle())
}

// wordsOf puts spaces between letters where they are drawn or the air is wide. Letters that all stand apart, as in titles, are
// words parted by more air.
func wordsOf(letters []letter) string {
	usual, apart := letterSpacing(letters)
	var b strings.Builder
	for i, l := range letters {
		least := narrowSpace
		if i > 0 && len(letters) > 3 && !apart && betweenLetters(letters[i-1].text, l.text) {
			least = leaningOver
		}
		if i > 0 && (!apart && l.space || l.air > usual+least) {
			b.WriteByte(' ')
		}
		b.WriteString(l.text)
	}
	return b.String()
}

// letterSpacing is the usual air between letters that are set apart: most of them are, and they are no row of figures.
func letterSpacing(letters []letter) (usual float64, apart bool) {
	airy, words := 0, 0
	var air []float64
	for i, l := range letters {
		if r, _ := utf8.DecodeRuneInString(l.text); unicode.IsLetter(r) {
			words++
		}
		if i == 0 {
			continue
		}
		air = append(air, l.air)
		if l.air > 0.07 {
			airy++
		}
	}
	if len(letters) < 4 || 10*airy < 6*len(air) || 2*words < len(letters) {
		return 0, false
	}
	slices.Sort(air)
	return air[len(air)/2], true
}

// betweenLetters reports whether a text ends and the next one begins with a letter.
func betweenLetters(text, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLetter(last) && unicode.IsLetter(first)
}

// parted reports whether a line or the edge of a shade stands between two letters: they are in two cells, however close.
func (p *page) parted(left, right, y float64) bool {
	if right-left < 0.5 {
		return false
	}
	for _, upright := range [...][]rule{p.lines.upright, p.shades.upright} {
		i := sort.Search(len(upright), func(i int) bool { return upright[i].at >= left-0.5 })
		for ; i < len(upright) && upright[i].at <= right+0.5; i++ {
			if r := upright[i]; r.from <= y && y <= r.to {
				return true
			}
		}
	}
	return false
}

// cleanText takes out what the engine puts in for itself: marks of hyphens at line ends, ligatures, controls.
func cleanText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0x02 || r == 0xfffe || r == 0xad || r == '\u2010' || r == '\u2011':
			return '-'
		case r == '\t' || r == '\n' || unicode.Is(unicode.Zs, r):
			return ' '
		case r < ' ' || r == 0xfffd || r == 0xffff || r == '\u200b' || r == '\ufeff':
			return -1
		}
		return r
	}, pdfLigatures.Replace(strings.ToValidUTF8(s, "")))
}

var pdfLigatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "ft", "ﬆ", "st")
