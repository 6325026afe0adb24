package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"
)

// Bounds of Word documents: bytes of one unpacked part, depth of tables and text boxes in each other, and paragraphs or rows.
const (
	maxDocxPart  = MaxBytes
	maxDocxDepth = 256
	maxDocxParas = maxTextRows
)

// errTooMuch stops reading where a bound is met; what was read before stays.
type errTooMuch struct{ what Text }

func (e *errTooMuch) Error() string { return e.what.EN }

func tooMuch(id, en string, bound int) error { return &errTooMuch{T(id, en, bound)} }

// DocxBlocks reads a Word document: paragraphs, numbered headings and lists, tables with merged cells, text boxes, footnotes
// and comments. Tracked insertions count as accepted, deletions as gone. It reads the XML itself: the libraries met either do
// not see merged cells or carry a licence that does not fit.
func DocxBlocks(name string, data []byte) ([]Block, []Problem) {
	whole := T("Agar dokumen dibuka di Word lalu disimpan ulang sebagai Word Document (.docx)", "Open the document in Word and save it again as Word Document (.docx)")
	fail := func(id, en string, args ...any) []Problem {
		return []Problem{unreadable(Place{File: name}, T(id, en, args...), whole)}
	}
	switch sniff(data) {
	case ".ole-encrypted":
		return nil, fail("Dokumen dilindungi kata sandi", "The document is protected by a password")
	case ".doc":
		return nil, fail("Isi berkas adalah %s, yang belum dapat dibaca", "The content is that of a %s file, which cannot be read yet", foreign[".doc"])
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fail("Berkas bukan dokumen Word yang utuh", "The file is not a whole Word document")
	}
	r := &docxReader{name: name, lists: map[string]*wordList{}, counts: map[string][]int{}, remarks: map[string]string{}, styles: map[string]*wordStyle{}, columns: map[string][]string{}}
	main := documentPart(z)
	for _, part := range []struct {
		file string
		read func() error
	}{{"numbering.xml", r.readNumbering}, {"styles.xml", r.readStyles}, {"comments.xml", r.readRemarks}, {path.Base(main), r.body},
		{"footnotes.xml", r.readNotes}, {"endnotes.xml", r.readNotes}} {
		content, err := unzip(z, path.Join(path.Dir(main), part.file))
		switch {
		case err != nil:
			return r.blocks, fail("Bagian %s lebih besar dari batas %d MiB atau rusak", "The part %s is larger than %d MiB or damaged", part.file, maxDocxPart>>20)
		case content == nil && part.file == path.Base(main):
			return nil, fail("Berkas tidak berisi dokumen Word", "The file holds no Word document")
		case content == nil:
			continue
		}
		r.dec = wordXML{xmlScanner: xmlScanner{data: content}}
		if err := part.read(); err != nil && !errors.Is(err, io.EOF) {
			why := T("rusak atau terpotong", "it is damaged or cut off")
			if much := (*errTooMuch)(nil); errors.As(err, &much) {
				why = much.what
			}
			return r.blocks, fail("Bagian %s tidak dapat dibaca sampai selesai: %s", "The part %s cannot be read to its end: %s", part.file, why)
		}
	}
	if len(r.blocks) == 0 {
		return nil, fail("Dokumen tidak berisi teks", "The document holds no text")
	}
	r.blocks = joinCaptions(r.tabTables(r.blocks))
	return r.blocks, append(r.apart(), squareAll(r.blocks, name)...)
}

// documentPart is the part of a package that holds the text: word/document.xml, unless the package says otherwise.
func documentPart(z *zip.Reader) string {
	const usual = "word/document.xml"
	content, err := unzip(z, "_rels/.rels")
	if err != nil || content == nil {
		return usual
	}
	main := usual
	dec := wordXML{xmlScanner: xmlScanner{data: content}}
	_ = dec.each(func(e element) error { // a broken list of parts names none
		if main == usual && strings.HasSuffix(e.attr("Type"), "/officeDocument") {
			main = strings.TrimPrefix(path.Clean(e.attr("Target")), "/")
		}
		return nil
	})
	return main
}

// unzip reads one part of an archive, nil where there is none.
func unzip(z *zip.Reader, file string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != file {
			continue
		}
		rc, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer rc.Close()
		content, err := io.ReadAll(io.LimitReader(rc, maxDocxPart+1))
		if err == nil && len(content) > maxDocxPart {
			err = errors.New("too large")
		}
		return content, err
	}
	return nil, nil
}

type docxReader struct {
	name    string
	dec     wordXML
	blocks  []Block
	lists   map[string]*wordList // by numId
	counts  map[string][]int     // by what the list is an instance of
	styles  map[string]*wordStyle
	remarks map[string]string   // comments, by id
	columns map[string][]string // of paragraphs written in columns, by their place
	tables  int
	paras   int
	depth   int
	notes   bool // reading footnotes
	chunks  int  // documents put in whole, which Word takes apart when it saves
	sheets  int  // Excel tables shown as pictures

	start int // of the element being visited
	outer int // of the paragraph being read, that around a text box
	boxes int // text boxes around what is read
}

// spot is where a remark on the element being visited can stand: Word keeps none in a text box, and footnotes are another
// part.
func (r *docxReader) spot() int {
	switch {
	case r.notes:
		return 0
	case r.boxes > 0:
		return r.outer
	}
	return r.start
}

func (r *docxReader) readNotes() error {
	r.notes = true
	return r.body()
}

// gone are elements whose content does not stand in the document: what was deleted or moved away, field codes, and the
// second copy of a text box kept for old programs.
var gone = map[string]bool{"del": true, "moveFrom": true, "instrText": true, "Fallback": true, "delText": true}

// walk visits the elements below the one just opened, as each does, and passes over what is gone.
func (r *docxReader) walk(visit func(element) error) error {
	if r.depth++; r.depth > maxDocxDepth {
		return tooMuch("isinya bersarang lebih dari %d tingkat", "its content is nested deeper than %d levels", maxDocxDepth)
	}
	defer func() { r.depth-- }()
	return r.dec.each(func(e element) error {
		if gone[string(e.name)] {
			return r.dec.skip()
		}
		r.start = r.dec.from
		return visit(e)
	})
}

// body reads the paragraphs and tables below the element just opened, or of the whole part.
func (r *docxReader) body() error {
	return r.walk(func(e element) error {
		switch string(e.name) {
		case "p":
			return r.paragraph()
		case "tbl":
			return r.table()
		case "altChunk":
			r.chunks++
		}
		return nil
	})
}

// para is what was read of one paragraph.
type para struct {
	text     strings.Builder
	list     string // numId
	level    int    // of the list
	outline  int    // 1 for the highest heading level, 0 for none
	bold     bool   // some of its text is bold
	plain    bool   // some is not
	heavy    bool   // the style is bold
	run      bool   // the run is bold
	hidden   bool   // the run is not printed
	raised   bool   // the run stands above the line
	tabs     []int  // where tabs stand in the text
	leaders  bool   // dots lead to its tabs, as in a table of contents
	indent   int    // steps of half a centimetre
	comments []Comment
	inside   []Block // text boxes
	spot     int
}

func (r *docxReader) paragraph() error {
	p, err := r.readParagraph()
	if err != nil {
		return err
	}
	if r.paras++; r.paras > maxDocxParas {
		return tooMuch("lebih dari %d paragraf", "more than %d paragraphs", maxDocxParas)
	}
	if text := fold(p.text.String()); text != "" {
		r.blocks = append(r.blocks, r.block(p, text))
		r.noteColumns(p, &r.blocks[len(r.blocks)-1])
	} else {
		r.nextNumber(p) // an empty item counts
	}
	r.blocks = append(r.blocks, p.inside...)
	return nil
}

// block makes a heading, caption, item or paragraph of a paragraph; numbers that Word writes by itself are put in front.
func (r *docxReader) block(p *para, text string) Block {
	label, bullet := r.nextNumber(p)
	if n := len(p.tabs); p.leaders && n > 0 && label == "" { // of a table of contents, whose dots Word draws by itself
		whole := p.text.String()
		if page := fold(whole[p.tabs[n-1]:]); page != "" && len(page) <= 5 {
			text = fold(whole[:p.tabs[n-1]]) + " .... " + page
		}
	}
	b := ProseBlock(strings.TrimSpace(label + " " + text))
	switch {
	case r.notes:
		b = Block{Kind: Footnote, Text: text}
	case b.Kind == Heading:
	case p.outline > 0 && b.Kind != Caption:
		b = Block{Kind: Heading, Text: text, Number: label, Level: p.outline}
	case bullet:
		b = Block{Kind: Item, Text: text, Level: p.level + 1}
	case label != "" && b.Kind == Paragraph:
		b = Block{Kind: Item, Text: text, Number: label, Level: p.level + 1}
	}
	b.Place, b.Comments = Place{File: r.name, Sheet: fmt.Sprintf("paragraf %d", r.paras), Spot: p.spot}, p.comments
	return b
}

func (r *docxReader) readParagraph() (*para, error) {
	p := &para{spot: r.spot()}
	if r.boxes == 0 {
		r.outer = r.start
	}
	err := r.walk(func(e element) error {
		switch string(e.name) {
		case "pPr":
			return r.properties(p)
		case "r":
			p.run, p.hidden, p.raised = p.heavy, false, false
		case "rPr":
			return r.runProperties(p)
		case "t":
			return r.runText(p)
		case "tab", "br", "cr", "ptab", "noBreakHyphen", "sym":
			r.sign(p, e)
		case "commentReference":
			if c := r.remarks[e.attr("id")]; c != "" {
				p.comments = append(p.comments, Comment{Text: c, Place: Place{File: r.name, Sheet: fmt.Sprintf("paragraf %d", r.paras+1)}})
			}
		case "txbxContent":
			return r.textBox(p)
		case "OLEObject":
			r.object(e)
		}
		return nil
	})
	return p, err
}

// textBox reads what stands in a box; it comes after the paragraph that anchors it.
func (r *docxReader) textBox(p *para) error {
	before := r.blocks
	r.blocks = nil
	r.boxes++
	err := r.body()
	r.boxes--
	for _, b := range r.blocks {
		if b.Kind == Paragraph {
			b.Kind = Footnote
		}
		p.inside = append(p.inside, b)
	}
	r.blocks = before
	return err
}

func (r *docxReader) runText(p *para) error {
	return r.dec.texts(func(text string) {
		if p.hidden || p.raised && marksNote(p.text.String(), text) {
			return
		}
		p.text.WriteString(text)
		if strings.TrimSpace(text) != "" {
			p.bold, p.plain = p.bold || p.run, p.plain || !p.run
		}
	})
}

var reNoteMark = regexp.MustCompile(`^\s*(?:\d{1,2}|[a-z]|\*{1,3})\)?\s*$`)

// marksNote reports whether a raised text refers to a note below a table, as in 85,00¹⁾: it stands behind a figure and would
// change it. Raised figures behind letters are powers of units, as in km².
func marksNote(before, text string) bool {
	before = strings.TrimRight(before, " %)")
	return before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9' && reNoteMark.MatchString(text)
}

// signs are characters of the fonts Symbol and Wingdings that figures and tables are written with, by their code.
var signs = map[string]string{"symbol 2D": "-", "symbol A3": "≤", "symbol B3": "≥", "symbol B1": "±", "symbol B4": "×", "symbol B8": "÷", "symbol B9": "≠", "symbol B0": "°", "symbol D6": "√",
	"wingdings FC": "✓", "wingdings FE": "✓", "wingdings FB": "✗", "wingdings FD": "✗"}

// sign adds what stands in a run as an element of its own.
func (r *docxReader) sign(p *para, e element) {
	switch text := " "; {
	case p.hidden:
	case string(e.name) == "noBreakHyphen":
		p.text.WriteByte('-')
	case string(e.name) == "sym":
		code := strings.TrimPrefix(strings.ToUpper(e.attr("char")), "F0")
		p.text.WriteString(signs[strings.ToLower(e.attr("font"))+" "+strings.TrimPrefix(code, "00")])
	default:
		if string(e.name) == "tab" {
			p.tabs = append(p.tabs, p.text.Len())
		}
		p.text.WriteString(text)
	}
}

// runProperties notes whether a run is bold, raised, or not printed; what is struck out is deleted, only not from the file.
func (r *docxReader) runProperties(p *para) error {
	return r.dec.each(func(e element) error {
		switch string(e.name) {
		case "b":
			p.run = e.isOn()
		case "vanish", "strike", "dstrike":
			p.hidden = p.hidden || e.isOn()
		case "vertAlign":
			p.raised = e.attr("val") == "superscript"
		case "rStyle":
			if s := r.style(e.attr("val")); s.bold != "" {
				p.run = s.bold == "on"
			}
		}
		return nil
	})
}

// properties reads style, list level, heading level and indentation. The style comes first and gives what the paragraph does
// not say itself.
func (r *docxReader) properties(p *para) error {
	return r.dec.each(func(e element) error {
		switch string(e.name) {
		case "pStyle":
			s := r.style(e.attr("val"))
			p.outline, p.list, p.level, p.indent = max(s.outline, 0), s.list, s.level, s.indent
			p.heavy, p.leaders = s.bold == "on", s.contents
			p.run = p.heavy
		case "outlineLvl":
			if p.outline = e.number("val", 0, 9) + 1; p.outline > 9 {
				p.outline = 0 // body text
			}
		case "numId":
			p.list = e.attr("val")
		case "ilvl":
			p.level = e.number("val", 0, 8)
		case "ind":
			p.indent = indentOf(e)
		case "tab":
			p.leaders = p.leaders || e.attr("leader") != "" && e.attr("leader") != "none"
		}
		return nil
	})
}

// indentOf is where the first line begins, in steps.
func indentOf(e element) int {
	const far = 20_000
	left := max(e.number("left", 0, far), e.number("start", 0, far)) - e.number("hanging", 0, far) + e.number("firstLine", 0, far)
	return max(left, 0) / 280
}
