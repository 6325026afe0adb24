package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lkjip/schema/source"
)

// maxRemarks are the remarks put into one document; Word becomes slow with more.
const maxRemarks = 1_000

const (
	docxBody     = "word/document.xml"
	docxReplies  = "word/commentsExtended.xml"
	docxRelPart  = "word/_rels/document.xml.rels"
	docxTypePart = "[Content_Types].xml"
	remarksType  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
	remarksMIME  = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)

// Annotate writes a copy of a checked Word document with a remark at each of its findings. Only the body, the remarks and
// what tells Word of them are written anew; every other part is copied byte for byte. Remarks of an earlier result are taken
// out first, unless somebody has replied to them.
func Annotate(w io.Writer, d *Document, name string, original []byte) error {
	z, err := zip.NewReader(bytes.NewReader(original), int64(len(original)))
	if err != nil {
		return err
	}
	a := &annotator{doc: d, name: name, parts: map[string][]byte{}, own: map[string]bool{}, opened: map[int]int{}}
	if err := a.read(z); err != nil {
		return err
	}
	if err := a.clean(); err != nil {
		return err
	}
	a.remark()
	if err := a.register(); err != nil {
		return err
	}
	return a.write(w, z)
}

// annotator is the document being marked.
type annotator struct {
	doc     *Document
	name    string
	parts   map[string][]byte // those that are read or changed
	remarks string            // the name of the part that holds the remarks
	space   string            // the namespace of the body's elements
	own     map[string]bool   // ids of the remarks of an earlier result
	last    int               // the highest id of a remark

	removed edits  // what was taken out of the body as it was read
	first   []span // the first paragraph
	edits   edits
	opened  map[int]int  // empty paragraphs given content: the edit that does it
	added   bytes.Buffer // the remarks, for their part
}

// read takes the parts that are looked at out of the archive.
func (a *annotator) read(z *zip.Reader) error {
	load := func(name string) error {
		for _, f := range z.File {
			if f.Name == name {
				content, err := inflate(f)
				a.parts[name] = content
				return err
			}
		}
		return nil
	}
	for _, name := range []string{docxBody, docxRelPart, docxTypePart} {
		if err := load(name); err != nil {
			return err
		}
	}
	if a.parts[docxBody] == nil {
		return errors.New(docxBody + " is missing")
	}
	a.remarks = "word/comments.xml"
	var rels struct {
		Relationship []struct{ Type, Target string } `xml:"Relationship"`
	}
	_ = xml.Unmarshal(a.parts[docxRelPart], &rels) // without them there are no remarks yet
	for _, r := range rels.Relationship {
		if strings.HasSuffix(r.Type, "/comments") {
			if a.remarks = path.Join("word", r.Target); strings.HasPrefix(r.Target, "/") {
				a.remarks = r.Target[1:]
			}
		}
	}
	if err := load(a.remarks); err != nil {
		return err
	}
	return load(docxReplies)
}

func inflate(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, source.MaxBytes+1))
	if err == nil && len(content) > source.MaxBytes {
		err = errors.New(f.Name + " is too large")
	}
	return content, err
}

// clean takes out the remarks of an earlier result and finds the highest id in use.
func (a *annotator) clean() error {
	if err := a.cleanRemarks(); err != nil {
		return err
	}
	run, alone := -1, false // where the innermost run begins, and whether it holds nothing but what refers to a remark
	var refers *xmlTag
	err := scan(a.parts[docxBody], func(e xmlTag) {
		own := !e.end && a.own[e.attr("id")]
		switch e.name {
		case "document":
			if !e.end {
				a.space = e.namespace()
			}
		case "r":
			switch {
			case !e.end:
				run, alone, refers = e.from, true, nil
			case refers != nil && alone:
				a.removed.replace(run, e.to, "")
			case refers != nil:
				a.removed.replace(refers.from, refers.close, "")
			}
		case "commentRangeStart", "commentRangeEnd":
			if own {
				a.removed.replace(e.from, e.close, "")
			} else {
				a.last = max(a.last, atoi(e.attr("id")))
			}
		case "commentReference":
			if own {
				refers = &e
			}
		case "t", "tab", "br", "drawing", "pict", "object", "fldChar", "instrText":
			alone = false
		}
	})
	a.parts[docxBody] = a.removed.apply(a.parts[docxBody])
	if list := paragraphs(a.parts[docxBody], 0); len(list) > 0 {
		a.first = list[:1]
	}
	return err
}

// cleanRemarks takes the remarks themselves out of their part, but for those that somebody has replied to.
func (a *annotator) cleanRemarks() error {
	var cut edits
	replied := func(para string) bool {
		return para != "" && bytes.Contains(a.parts[docxReplies], []byte(`paraIdParent="`+para+`"`))
	}
	id, start, kept := "", 0, false
	err := scan(a.parts[a.remarks], func(e xmlTag) {
		switch {
		case e.name == "comment" && !e.end:
			id, start, kept = e.attr("id"), e.from, e.attr("author") != source.Author
		case e.name == "p" && !e.end:
			kept = kept || replied(e.attr("paraId"))
		case e.name == "comment" && kept:
			a.last = max(a.last, atoi(id))
		case e.name == "comment":
			a.own[id] = true
			cut.replace(start, e.to, "")
		}
	})
	a.parts[a.remarks] = cut.apply(a.parts[a.remarks])
	return err
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s) // an id that is no number is not ours
	return n
}

// remark puts a remark at every finding of the document that counts; one without a place of its own goes to the beginning.
func (a *annotator) remark() {
	left, placed := 0, 0
	for i := range a.doc.Findings {
		f := &a.doc.Findings[i]
		switch {
		case f.File != a.name || !f.Counts():
		case len(a.first) == 0: // a document without a paragraph has nothing to remark on
		case placed == maxRemarks:
			left++
		default:
			placed++
			a.place(a.spans(f.Place.Spot), f.Excerpt, a.words(i))
		}
	}
	if left > 0 {
		a.place(a.spans(0), Excerpt{}, [][2]string{{source.Author, source.T("… dan %d catatan lagi", "… and %d more findings", left).In(a.doc.Lang)}})
	}
	a.parts[docxBody] = a.edits.apply(a.parts[docxBody])
}

// spans are the paragraphs of the element that begins at a byte of the body as it was read, else the first one.
func (a *annotator) spans(spot int) []span {
	body := a.parts[docxBody]
	if spot = a.removed.moved(spot); spot > 0 && spot < len(body) && body[spot] == '<' {
		if list := paragraphs(body, spot); len(list) > 0 {
			return list
		}
	}
	return a.first
}

// words are what a remark says, each line with its name.
func (a *annotator) words(i int) [][2]string {
	f := &a.doc.Findings[i]
	say := func(id, en string, args ...any) string { return source.T(id, en, args...).In(a.doc.Lang) }
	lines := [][2]string{{say("Catatan %d (%s)", "Finding %d (%s)", i+1, severityName(f.Severity, a.doc.Lang)), f.Kondisi}}
	if f.Expected != "" {
		lines = append(lines, [2]string{say("Seharusnya", "Expected"), f.Expected})
	}
	for _, p := range parts(f, a.doc.Lang) {
		lines = append(lines, [2]string{p.name, p.text})
	}
	return lines
}

// place adds a remark on paragraphs: on the value alone where it is found in one of them, else on all.
func (a *annotator) place(spans []span, around Excerpt, lines [][2]string) {
	a.last++
	body := a.parts[docxBody]
	start, end := a.marks(spans[0], a.last)
	full := slices.DeleteFunc(slices.Clone(spans), func(s span) bool { return bytes.HasSuffix(body[s.Start:s.End], []byte("/>")) })
	switch {
	case len(full) == 0:
		a.open(spans[0], start+end)
	case !a.markValue(full, around, start, end):
		last := full[len(full)-1]
		a.edits.insert(inside(body, full[0]), start)
		a.edits.insert(last.Start+bytes.LastIndex(body[last.Start:last.End], []byte("</")), end)
	}
	fmt.Fprintf(&a.added, `<w:comment xmlns:w="%s" w:id="%d" w:author="%s" w:initials="lk">`, a.space, a.last, source.Author)
	for _, l := range lines {
		a.added.WriteString("<w:p>")
		a.text(`<w:rPr><w:b/></w:rPr>`, l[0]+": ")
		a.text("", l[1])
		a.added.WriteString("</w:p>")
	}
	a.added.WriteString("</w:comment>")
}

// marks are where a remark begins and ends in the body, written with the prefix that the paragraph's own tag has.
func (a *annotator) marks(at span, id int) (start, end string) {
	prefix, _ := nameOf(a.parts[docxBody][at.Start:])
	mark := func(name string) string {
		if prefix == "" { // attributes need one all the same
			return fmt.Sprintf(`<%s xmlns:w="%s" w:id="%d"/>`, name, a.space, id)
		}
		return fmt.Sprintf(`<%s%s %sid="%d"/>`, prefix, name, prefix, id)
	}
	return mark("commentRangeStart"), mark("commentRangeEnd") + "<" + prefix + "r>" + mark("commentReference") + "</" + prefix + "r>"
}

// open gives a paragraph written as one empty tag content; several remarks may stand in it.
func (a *annotator) open(at span, content string) {
	prefix, name := nameOf(a.parts[docxBody][at.Start:])
	i, opened := a.opened[at.Start]
	if !opened {
		i = len(a.edits)
		a.opened[at.Start] = i
		a.edits.replace(at.End-2, at.End, ">")
	}
	tail := "</" + prefix + name + ">"
	a.edits[i].with = strings.TrimSuffix(a.edits[i].with, tail) + content + tail
}

// nameOf is the name of the tag a text begins with, and its prefix with the colon.
func nameOf(tag []byte) (prefix, name string) {
	name = string(tag[1 : 1+bytes.IndexAny(tag[1:], " \t\r\n/>")])
	if i := strings.IndexByte(name, ':'); i >= 0 {
		return name[:i+1], name[i+1:]
	}
	return "", name
}

func (a *annotator) text(format, s string) {
	a.added.WriteString("<w:r>" + format + `<w:t xml:space="preserve">`)
	_ = xml.EscapeText(&a.added, []byte(plain(s))) // a buffer takes everything
	a.added.WriteString("</w:t></w:r>")
}

var reRoot = regexp.MustCompile(`<((?:\w+:)?comments)\b[^>]*?(/?)>`)

// register puts the remarks into their part and, where it is new, tells Word of it.
func (a *annotator) register() error {
	if a.added.Len() == 0 {
		return nil
	}
	have := a.parts[a.remarks]
	if m := reRoot.FindSubmatchIndex(have); m != nil && m[4] < m[5] { // an empty list in one tag
		have = slices.Concat(have[:m[4]], []byte("></"), have[m[2]:m[3]], []byte(">"))
	}
	if at := bytes.LastIndex(have, []byte("</")); at >= 0 {
		a.parts[a.remarks] = slices.Concat(have[:at], a.added.Bytes(), have[at:])
		return nil
	}
	a.parts[a.remarks] = slices.Concat([]byte(xml.Header+`<w:comments xmlns:w="`+a.space+`">`), a.added.Bytes(), []byte("</w:comments>"))
	types := a.parts[docxTypePart]
	at := bytes.LastIndex(types, []byte("</"))
	if at < 0 {
		return errors.New(docxTypePart + " is missing")
	}
	a.parts[docxTypePart] = slices.Concat(types[:at], []byte(`<Override PartName="/`+a.remarks+`" ContentType="`+remarksMIME+`"/>`), types[at:])
	rels := a.parts[docxRelPart]
	if rels == nil {
		rels = []byte(xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`)
	}
	id := "rIdLkjip"
	for bytes.Contains(rels, []byte(`"`+id+`"`)) {
		id += "x"
	}
	if at = bytes.LastIndex(rels, []byte("</")); at < 0 {
		return errors.New(docxRelPart + " is damaged")
	}
	a.parts[docxRelPart] = slices.Concat(rels[:at], []byte(`<Relationship Id="`+id+`" Type="`+remarksType+`" Target="comments.xml"/>`), rels[at:])
	return nil
}

// write copies the archive with the changed parts in their places and new ones last.
func (a *annotator) write(w io.Writer, z *zip.Reader) error {
	out := zip.NewWriter(w)
	put := func(name string) error {
		f, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = f.Write(a.parts[name])
		}
		return err
	}
	seen := map[string]bool{}
	for _, f := range z.File {
		changed := a.parts[f.Name] != nil && f.Name != docxReplies
		var err error
		switch {
		case seen[f.Name]: // the reader takes the first of two
		case changed:
			err = put(f.Name)
		default:
			err = out.Copy(f)
		}
		if err != nil {
			return err
		}
		seen[f.Name] = true
	}
	for _, name := range []string{docxRelPart, a.remarks} {
		if a.parts[name] != nil && !seen[name] {
			if err := put(name); err != nil {
				return err
			}
		}
	}
	return out.Close()
}
