package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Bounds of Word documents: bytes of one unpacked part, and depth of its elements.
const (
	maxDocxPart  = MaxBytes
	maxDocxDepth = 256
)

var (
	errDeep  = errors.New("elements nested too deep")
	errLarge = errors.New("a table of too many rows")
)

// DocxBlocks reads a Word document: paragraphs, numbered headings and lists, tables with merged cells, text boxes, footnotes
// and comments. Tracked insertions count as accepted, deletions as gone. It reads the XML itself: the libraries met either do
// not see merged cells or carry a licence that does not fit.
func DocxBlocks(name string, data []byte) ([]Block, []Problem) {
	whole := T("Agar dokumen dibuka di Word lalu disimpan ulang sebagai Word Document (.docx)", "Open the document in Word and save it again as Word Document (.docx)")
	fail := func(id, en string, args ...any) []Problem {
		return []Problem{unreadable(Place{File: name}, T(id, en, args...), whole)}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fail("Berkas bukan dokumen Word yang utuh", "The file is not a whole Word document")
	}
	r := &docxReader{name: name, lists: map[string][]listLevel{}, counts: map[string][]int{}, remarks: map[string]string{}}
	for _, part := range []struct {
		file string
		read func(*xml.Decoder) error
	}{{"word/numbering.xml", r.readNumbering}, {"word/comments.xml", r.readRemarks}, {"word/document.xml", r.readDocument},
		{"word/footnotes.xml", r.readDocument}} {
		content, err := unzip(z, part.file)
		switch {
		case err != nil:
			return r.blocks, fail("Bagian %s lebih besar dari batas %d MiB atau rusak", "The part %s is larger than %d MiB or damaged", part.file, maxDocxPart>>20)
		case content == nil && part.file == "word/document.xml":
			return nil, fail("Berkas tidak berisi dokumen Word", "The file holds no Word document")
		case content == nil:
			continue
		}
		r.dec, r.notes = xml.NewDecoder(bytes.NewReader(content)), part.file == "word/footnotes.xml"
		r.dec.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("not UTF-8") }
		if err := part.read(r.dec); err != nil && !errors.Is(err, io.EOF) {
			return r.blocks, fail("Bagian %s tidak dapat dibaca sampai selesai", "The part %s cannot be read to its end", part.file)
		}
	}
	if len(r.blocks) == 0 {
		return nil, fail("Dokumen tidak berisi teks", "The document holds no text")
	}
	return r.blocks, squareAll(r.blocks, name)
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
	dec     *xml.Decoder
	blocks  []Block
	lists   map[string][]listLevel // by numId
	counts  map[string][]int
	remarks map[string]string // comments, by id
	tables  int
	paras   int
	depth   int
	notes   bool // reading footnotes
}

func (r *docxReader) readDocument(*xml.Decoder) error { return r.body("") }

// attr is an attribute by its local name.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// number is a whole attribute, at least low and at most high.
func number(e xml.StartElement, name string, low, high int) int {
	n, err := strconv.Atoi(attr(e, name))
	if err != nil {
		return low
	}
	return min(max(n, low), high)
}

// gone are elements whose content does not stand in the document: what was deleted or moved away, field codes, and the
// second copy of a text box kept for old programs.
var gone = map[string]bool{"del": true, "moveFrom": true, "instrText": true, "Fallback": true, "delText": true}

// walk visits the elements inside the one just opened, up to its end; visit reads an element to its own end or leaves what is
// inside it to be visited too. What is gone is passed over.
func (r *docxReader) walk(until string, visit func(xml.StartElement) error) error {
	if r.depth++; r.depth > maxDocxDepth {
		return errDeep
	}
	defer func() { r.depth-- }()
	for {
		tok, err := r.dec.Token()
		if err != nil {
			return err
		}
		switch e := tok.(type) {
		case xml.StartElement:
			if gone[e.Name.Local] {
				err = r.dec.Skip()
			} else {
				err = visit(e)
			}
			if err != nil {
				return err
			}
		case xml.EndElement:
			if e.Name.Local == until {
				return nil
			}
		}
	}
}

// body reads paragraphs and tables up to the end of the element called until.
func (r *docxReader) body(until string) error {
	return r.walk(until, func(e xml.StartElement) error {
		switch e.Name.Local {
		case "p":
			return r.paragraph()
		case "tbl":
			return r.table()
		}
		return nil
	})
}

// para is what was read of one paragraph.
type para struct {
	text     strings.Builder
	style    string
	list     string // numId
	level    int    // of the list
	outline  int    // 1 for the highest heading level, 0 for none
	bold     bool   // all of its text is bold
	indent   int
	plain    bool
	comments []Comment
	inside   []Block // text boxes
}

func (r *docxReader) paragraph() error {
	p, err := r.readParagraph()
	if err != nil {
		return err
	}
	r.paras++
	text := strings.Join(strings.Fields(p.text.String()), " ")
	if text != "" {
		r.blocks = append(r.blocks, r.block(p, text))
	}
	r.blocks = append(r.blocks, p.inside...)
	return nil
}

// block makes a heading, caption, item or paragraph of a paragraph; numbers that Word writes by itself are put in front.
func (r *docxReader) block(p *para, text string) Block {
	label, bullet := r.nextNumber(p)
	b := ProseBlock(strings.TrimSpace(label + " " + text))
	switch {
	case r.notes:
		b = Block{Kind: Footnote, Text: text}
	case p.outline > 0 && b.Kind != Caption:
		number := b.Number
		if number == "" {
			number = label
		}
		b = Block{Kind: Heading, Text: text, Number: number, Level: p.outline}
	case bullet:
		b = Block{Kind: Item, Text: text, Level: p.level + 1}
	case label != "" && b.Kind == Paragraph:
		b = Block{Kind: Item, Text: text, Number: label, Level: p.level + 1}
	}
	b.Place = Place{File: r.name, Sheet: fmt.Sprintf("paragraf %d", r.paras)}
	return b
}

func (r *docxReader) readParagraph() (*para, error) {
	p := &para{}
	err := r.walk("p", func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pPr":
			return r.properties(p)
		case "rPr":
			return r.runProperties(p)
		case "t":
			return r.runText(p)
		case "tab", "br", "cr", "ptab":
			p.text.WriteByte(' ')
		case "noBreakHyphen":
			p.text.WriteByte('-')
		case "commentReference":
			if c := r.remarks[attr(e, "id")]; c != "" {
				p.comments = append(p.comments, Comment{Text: c, Place: Place{File: r.name, Sheet: fmt.Sprintf("paragraf %d", r.paras+1)}})
			}
		case "txbxContent":
			return r.textBox(p)
		}
		return nil
	})
	p.bold = p.bold && !p.plain
	return p, err
}

// textBox reads what stands in a box; it comes after the paragraph that anchors it.
func (r *docxReader) textBox(p *para) error {
	before := r.blocks
	r.blocks = nil
	err := r.body("txbxContent")
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
	for {
		tok, err := r.dec.Token()
		if err != nil {
			return err
		}
		switch e := tok.(type) {
		case xml.CharData:
			p.text.Write(e)
		case xml.EndElement:
			return nil
		}
	}
}

// runProperties notes whether a run is bold.
func (r *docxReader) runProperties(p *para) error {
	bold := false
	err := r.each(func(e xml.StartElement) {
		if e.Name.Local == "b" {
			v := attr(e, "val")
			bold = v != "0" && v != "false"
		}
	})
	p.bold, p.plain = p.bold || bold, p.plain || !bold
	return err
}

// properties reads style, list level, heading level and indentation.
func (r *docxReader) properties(p *para) error {
	return r.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "pStyle":
			p.style = attr(e, "val")
			for _, prefix := range []string{"Heading", "heading", "Judul"} {
				if rest, ok := strings.CutPrefix(p.style, prefix); ok {
					if n, err := strconv.Atoi(rest); err == nil && n > 0 && n < 10 {
						p.outline = n
					}
				}
			}
		case "outlineLvl":
			p.outline = number(e, "val", 0, 8) + 1
		case "numId":
			p.list = attr(e, "val")
		case "ilvl":
			p.level = number(e, "val", 0, 8)
		case "ind":
			p.indent = number(e, "left", 0, 20_000) / 280
		}
	})
}

// each visits the elements below the one just opened, to its end.
func (r *docxReader) each(visit func(xml.StartElement)) error {
	for depth := 1; depth > 0; {
		tok, err := r.dec.Token()
		if err != nil {
			return err
		}
		switch e := tok.(type) {
		case xml.StartElement:
			if depth++; depth > maxDocxDepth {
				return errDeep
			}
			visit(e)
		case xml.EndElement:
			depth--
		}
	}
	return nil
}
