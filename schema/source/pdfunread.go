package source

import (
	"slices"
	"strconv"
	"strings"
)

const (
	fewLetters   = 40 // on a page that is a picture: a stamp or a page number
	tellingWords = 25 // of a document that holds none of the usual ones
)

// usualWords stand in every report, in one of its languages.
var usualWords = []string{"dan", "yang", "di", "tahun", "kinerja", "laporan", "target", "realisasi", "anggaran", "program", "kegiatan", "jumlah", "uraian",
	"capaian", "sasaran", "indikator", "dengan", "untuk", "pada", "nilai", "the", "of", "and", "year", "total", "budget", "performance"}

// unreadPages takes the texts of pages that cannot be trusted out and says so: pictures without text, pictures with hidden text
// that a program took them to show, and letters that the font does not name. Where that is all there is, the problem is of the
// file; else it is minor and names the pages.
func unreadPages(name string, pages []*page) []Problem {
	var problems []Problem
	left := 0
	numbers := map[Text][]string{}
	var order []Text
	for _, p := range pages {
		why := p.unread()
		switch {
		case !why.IsZero():
			if numbers[why] == nil {
				order = append(order, why)
			}
			numbers[why] = append(numbers[why], strconv.Itoa(p.number))
			p.pieces, p.lines, p.shades = nil, drawn{}, drawn{}
		case len(p.pieces) > 0:
			left++
		}
	}
	words := lexiconOf(pages)
	if len(words) >= tellingWords && !slices.ContainsFunc(usualWords, words.hold) {
		return []Problem{unreadable(Place{File: name}, unnamedLetters, saveAsPDF)}
	}
	for _, why := range order {
		if left == 0 {
			return []Problem{unreadable(Place{File: name}, why, saveAsPDF)}
		}
		list := firstOf(numbers[why])
		problems = append(problems, Problem{Rule: ruleUnreadable, Minor: true, Place: Place{File: name, Sheet: "halaman " + numbers[why][0]},
			Kondisi: T("Halaman %s tidak dibaca: %s", "Page %s was not read: %s", list, why), Saran: saveAsPDF})
	}
	return problems
}

var (
	scannedPage    = T("PDF berisi gambar hasil pindai tanpa teks", "the PDF holds scanned pictures without text")
	guessedText    = T("teks PDF hasil pengenalan huruf (OCR) dari gambar pindai, sehingga angkanya tidak dapat dipercaya", "the text of the PDF was recognised from scanned pictures (OCR), so that its figures cannot be trusted")
	unnamedLetters = T("huruf PDF tidak dapat dikenali, karena fonnya tidak menyebut huruf yang digambarnya", "the letters of the PDF are not known, since its fonts do not name what they draw")
)

// unread says why the texts of a page cannot be trusted, if so.
func (p *page) unread() Text {
	letters, hidden, unknown := 0, 0, 0
	for _, c := range p.pieces {
		letters += len(c.text)
		if c.hidden {
			hidden += len(c.text)
		}
		if c.unknown {
			unknown += len(c.text)
		}
	}
	switch {
	case 3*unknown > letters:
		return unnamedLetters
	case 2*hidden > letters:
		return guessedText
	case p.scan && letters <= fewLetters && !slices.ContainsFunc(linesOf(p.pieces), func(l textLine) bool { return ProseBlock(l.text).Kind == Heading }):
		return scannedPage
	}
	return Text{}
}

// firstOf lists some numbers of pages.
func firstOf(numbers []string) string {
	list := strings.Join(numbers[:min(len(numbers), 10)], ", ")
	if len(numbers) > 10 {
		list += ", …"
	}
	return list
}
