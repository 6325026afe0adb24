package source

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
)

var (
	saveAsPDF = T("Agar laporan diserahkan dalam bentuk aslinya (.docx atau .xlsx), atau disimpan ulang sebagai PDF dari program asalnya", "Hand in the original (.docx or .xlsx), or save it as PDF again from the program it was written with")
	unlockPDF = T("Agar kata sandi PDF dilepas, lalu berkas disimpan ulang", "Remove the password of the PDF and save it again")
)

// PdfBlocks reads a PDF: paragraphs put together from their lines, headings and captions, and tables, by the lines drawn
// around their cells or else by columns of white. Places name the page and, for cells, the table on it. Running titles and
// page numbers are left out, and words that stand upright or slanting. A file that is protected, damaged or made of scanned
// pictures is one problem; pages of a file that are scanned, with what a program took them to say or without, are one too.
// Bounds on pages, time and memory are the constants of pdfengine.go.
func PdfBlocks(name string, data []byte) ([]Block, []Problem) {
	fail := func(kondisi, saran Text) ([]Block, []Problem) {
		return nil, []Problem{unreadable(Place{File: name}, kondisi, saran)}
	}
	if sniff(data) != ".pdf" {
		return fail(T("Berkas berakhiran .pdf, tetapi isinya bukan PDF", "The file ends in .pdf, but its content is no PDF"), saveAsPDF)
	}
	var pages []*page
	count := 0
	late, err := withPDF(func(engine pdfium.Pdfium) (err error) {
		pages, count, err = readPDF(engine, data)
		return err
	})
	switch {
	case late:
		return fail(T("PDF belum selesai dibaca setelah %s", "The PDF was not read within %s", maxPDFTime.String()), saveAsPDF)
	case errors.Is(err, errManyLetters):
		return fail(T("Satu halaman PDF memuat lebih dari %d huruf", "A page of the PDF holds more than %d letters", maxPDFLetters), saveAsPDF)
	case errors.Is(err, errPDFMemory):
		return fail(T("PDF memerlukan memori lebih dari %d MiB", "The PDF needs more than %d MiB of memory", maxPDFMemory>>20), saveAsPDF)
	case errors.Is(err, pdferrors.ErrPassword):
		return fail(T("PDF dilindungi kata sandi", "The PDF is protected by a password"), unlockPDF)
	case err != nil:
		what, _, _ := strings.Cut(err.Error(), "\n") // without the engine's stack
		return fail(T("PDF rusak atau terpotong (%s)", "The PDF is damaged or cut short (%s)", what), saveAsPDF)
	case count > maxPDFPages:
		return fail(T("PDF berisi %d halaman, lebih dari batas %d", "The PDF has %d pages, more than the limit of %d", count, maxPDFPages), saveAsPDF)
	}
	unread := unreadPages(name, pages)
	if len(unread) > 0 && !unread[0].Minor {
		return nil, unread
	}
	clipped := dropClipped(name, pages)
	blocks, problems := pdfBlocks(name, pages)
	return blocks, slices.Concat(unread, clipped, problems, squareAll(blocks, name))
}

// readPDF takes the texts and lines of all pages. Of a file with more pages than the bound it only counts them.
func readPDF(engine pdfium.Pdfium, data []byte) (pages []*page, count int, err error) {
	doc, err := engine.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, 0, err
	}
	n, err := engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, 0, err
	}
	if n.PageCount > maxPDFPages {
		return nil, n.PageCount, nil
	}
	for i := range n.PageCount {
		p, err := readPage(engine, doc.Document, i+1)
		if err != nil {
			return nil, 0, err
		}
		pages = append(pages, p)
	}
	return pages, n.PageCount, nil
}

func pdfBlocks(name string, pages []*page) (blocks []Block, problems []Problem) {
	titles := dropRunning(pages)
	pages, cut := joinSheets(name, pages)
	cut = append(cut, plainSheets(name, pages)...)
	if len(titles) > 0 {
		pages[0].pieces = append(pages[0].pieces, titles...)
	}
	words := lexiconOf(pages)
	tables, doubtful := make([][]pdfTable, len(pages)), make([]int, len(pages))
	for i, p := range pages {
		p.words = words
		var before *pdfTable
		if i > 0 && endsOpen(tables[i-1]) {
			before = &tables[i-1][len(tables[i-1])-1]
		}
		tables[i], doubtful[i] = p.tables(before)
		p.place(name, tables[i])
		for k := range tables[i] {
			tables[i][k].blankCut(p.cuts)
		}
	}
	problems = append(cut, dropDoubtful(name, pages, tables, doubtful)...)
	continueTables(pages, tables)
	for i := range tables {
		tables[i] = slices.DeleteFunc(tables[i], func(t pdfTable) bool { return len(t.grid.Rows) == 0 })
	}
	w := &pdfWriter{name: name, pitch: usualPitch(pages)}
	for i, p := range pages {
		w.write(p, tables[i])
	}
	return joinCaptions(w.blocks), problems
}

// tables finds the tables of a page: drawn ones and, where none is drawn, others. before is a table without lines
// that ends the page before. doubtful counts those that were not read.
func (p *page) tables(before *pdfTable) (tables []pdfTable, doubtful int) {
	tables, frames, doubtful := p.ruledTables()
	regions := frames
	if len(tables) == 0 {
		regions = []box{{0, 0, p.width, p.height}}
	} else {
		regions = append(regions, p.undrawn(tables, before != nil)...)
	}
	for _, r := range regions {
		more, unsure := p.alignedTables(r, before)
		tables, doubtful = append(tables, more...), doubtful+unsure
	}
	slices.SortStableFunc(tables, func(a, b pdfTable) int { return cmp.Compare(a.top, b.top) })
	return tables, doubtful
}

// dropDoubtful takes out the tables without lines that may go on with one that was not read: sums would lack its rows.
func dropDoubtful(name string, pages []*page, tables [][]pdfTable, doubtful []int) []Problem {
	var numbers []string
	for i := range tables {
		if doubtful[i] == 0 {
			continue
		}
		numbers = append(numbers, strconv.Itoa(pages[i].number))
		// A table that was read here and stands under the same columns as its neighbour goes on with it, not the unread one.
		own := tables[i]
		before := len(own) > 0 && i > 0 && len(tables[i-1]) > 0 && own[0].columns != nil && sameWhite(tables[i-1][len(tables[i-1])-1].columns, own[0].columns)
		after := len(own) > 0 && i+1 < len(tables) && len(tables[i+1]) > 0 && own[len(own)-1].columns != nil && sameWhite(own[len(own)-1].columns, tables[i+1][0].columns)
		for k := i - 1; !before && k >= 0 && len(tables[k]) > 0 && tables[k][len(tables[k])-1].columns != nil; k-- {
			last := len(tables[k]) - 1
			if tables[k] = tables[k][:last]; last > 0 {
				break
			}
		}
		for k := i + 1; !after && k < len(tables) && len(tables[k]) > 0 && tables[k][0].columns != nil; k++ {
			only := len(tables[k]) == 1
			if tables[k] = tables[k][1:]; !only {
				break
			}
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	list := firstOf(numbers)
	return []Problem{{Rule: ruleUnreadable, Minor: true, Place: Place{File: name, Sheet: "halaman " + numbers[0]},
		Kondisi: T("Tabel tanpa garis di halaman %s tidak dibaca, karena kolom atau barisnya tidak pasti", "Tables without lines on page %s were not read, since their columns or rows are not certain", list),
		Saran:   saveAsPDF}}
}
