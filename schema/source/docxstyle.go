package source

import (
	"strconv"
	"strings"
)

// wordStyle is what a style of paragraphs or runs says of text that has it.
type wordStyle struct {
	based    string
	outline  int // 1 for the highest heading level, 0 where it says nothing, -1 for body text
	list     string
	level    int    // of the list
	bold     string // on, off, or nothing
	indent   int
	contents bool // of tables of contents
	whole    bool // what it is based on has been taken over
}

// readStyles reads the styles, whose names and numbers of headings Word keeps apart from the text.
func (r *docxReader) readStyles() error {
	s := &wordStyle{}
	return r.dec.each(func(e element) error {
		switch string(e.name) {
		case "style":
			s = &wordStyle{}
			if len(r.styles) < maxStyles {
				r.styles[e.attr("styleId")] = s
			}
		case "tblStylePr": // of parts of a table
			return r.dec.skip()
		case "name":
			name := strings.ToLower(e.attr("val"))
			s.contents = strings.HasPrefix(name, "toc ") || name == "table of figures"
			if rest, ok := strings.CutPrefix(name, "heading "); ok {
				if n, err := strconv.Atoi(rest); err == nil && n > 0 && n < 10 {
					s.outline = n
				}
			}
		case "basedOn":
			s.based = e.attr("val")
		case "outlineLvl":
			if s.outline = e.number("val", 0, 9) + 1; s.outline > 9 {
				s.outline = -1
			}
		case "numId":
			s.list = e.attr("val")
		case "ilvl":
			s.level = e.number("val", 0, 8)
		case "b":
			if s.bold = "off"; e.isOn() {
				s.bold = "on"
			}
		case "ind":
			s.indent = indentOf(e)
		}
		return nil
	})
}

const maxStyles = 10_000

// style is a style with what it takes over from those it is based on. A document without styles names headings by their
// usual ids.
func (r *docxReader) style(id string) *wordStyle {
	s := r.styles[id]
	if s == nil {
		s = &wordStyle{whole: true}
		for _, prefix := range []string{"heading", "judul"} {
			if rest, ok := strings.CutPrefix(strings.ToLower(id), prefix); ok {
				if n, err := strconv.Atoi(rest); err == nil && n > 0 && n < 10 {
					s.outline = n
				}
			}
		}
		return s
	}
	if s.whole {
		return s
	}
	s.whole = true // before its base, which may be based on it
	base := &wordStyle{}
	if s.based != "" {
		base = r.style(s.based)
	}
	if s.outline == 0 {
		s.outline = base.outline
	}
	if s.list == "" {
		s.list, s.level = base.list, base.level
	}
	if s.bold == "" {
		s.bold = base.bold
	}
	if s.indent == 0 {
		s.indent = base.indent
	}
	if list := r.lists[s.list]; list != nil {
		if level, linked := list.styles[id]; linked {
			s.level = level
		}
	}
	return s
}
