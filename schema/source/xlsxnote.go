package source

import (
	"path"
	"strconv"
	"strings"
)

// note is a remark at a cell.
type note struct{ cell, author, text string }

// notes reads the remarks of a sheet.
func (r *xlsxReader) notes(s sheet) []note {
	links, _ := r.pack.relations(s.part)
	for _, l := range links {
		if l.is("comments") {
			part, err := r.pack.part(path.Clean(l.target), maxPart)
			if err == nil {
				return readNotes(part)
			}
		}
	}
	return nil
}

func readNotes(part []byte) (notes []note) {
	var authors []string
	scan := xmlScanner{data: part}
	in := ""
	phonetic := false
	for {
		switch scan.next() {
		case xmlEOF, xmlBad:
			return notes
		case xmlStart:
			switch {
			case scan.is("author"):
				authors = append(authors, "")
				in = "author"
			case scan.is("comment"):
				if len(notes) == maxNotes {
					return notes
				}
				n := note{cell: scan.attr("ref")}
				if i := atoiOr(scan.attr("authorId"), -1); i >= 0 && i < len(authors) {
					n.author = authors[i]
				}
				notes = append(notes, n)
			case scan.is("t") && !phonetic:
				in = "t"
			case scan.is("rPh"):
				phonetic = true
			}
		case xmlText:
			switch {
			case in == "author":
				authors[len(authors)-1] += scan.text()
			case in == "t" && len(notes) > 0:
				notes[len(notes)-1].text += scan.text()
			}
		case xmlEnd:
			phonetic = phonetic && !scan.is("rPh")
			in = ""
		}
	}
}

// own is what somebody remarked: without the author's name in front, the notice that new Excel puts above its threads, and
// what a check of ours added. Notes of our own template say nothing.
func (n note) own() string {
	if n.author == Author {
		return ""
	}
	text := unescapeXML(n.text)
	if strings.HasPrefix(text, "[Threaded comment]") {
		if _, rest, ok := strings.Cut(text, "\n\nComment:\n"); ok {
			text = rest
		}
	}
	if n.author != "" {
		text = strings.TrimPrefix(text, n.author+":")
	}
	text, _, _ = strings.Cut(text, NoteMark)
	return strings.TrimSpace(text)
}

func atoiOr(s string, other int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return other
}
