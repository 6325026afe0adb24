package schema

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"lkjip/schema/source"
)

// prose puts every paragraph and list item of the report's text under narasi, with the number of the section it stands in.
// Lines that are no sentences (covers, signatures, titles in capitals) and what stands behind LAMPIRAN, which are other
// documents, are left out.
func (r *recogniser) prose(blocks []source.Block) {
	part, contents := "", false
	var list *source.Node
	var last *source.Node
	lastAt := -1
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case source.Heading:
			if part = strings.TrimRight(b.Number, ". "); part == "" {
				part = b.Text
			}
			last, contents = nil, false
			continue
		case source.Paragraph, source.Item:
		default:
			continue
		}
		name := Normal(b.Text)
		if name == "lampiran" || strings.HasPrefix(name, "lampiran 1") && len(strings.Fields(name)) < 30 && part != "" && len(b.Number) == 0 && b.Kind == source.Paragraph {
			return
		}
		switch name {
		case "kata pengantar", "ikhtisar eksekutif", "ringkasan eksekutif":
			part, last, contents = capital(source.Same(name)).ID, nil, false
			continue
		case "daftar isi", "daftar tabel", "daftar gambar", "daftar lampiran", "daftar grafik":
			last, contents = nil, true
		}
		if contents {
			continue
		}
		n := written(b.Text, b.Place)
		n.Comments = b.Comments
		if last != nil && lastAt == i-1 && brokenOff(last.Text, b) {
			last.Extend(n)
			lastAt = i
			continue
		}
		if !isProse(b.Text) {
			last = nil
			continue
		}
		if list == nil {
			list = under(r.root, source.List, b.Place, "narasi")
		}
		entry := item(list, b.Place)
		if part != "" {
			put(entry, "bagian", written(part, b.Place))
		}
		put(entry, "teks", n)
		announced(entry, b, blocks[i+1:])
		last, lastAt = n, i
	}
}

// maxBetween bounds what may stand between two items of a list: their second paragraphs, lists below them, figures.
const maxBetween = 8

// announced puts the items of the list under the paragraph that ends in a colon: "a. …", "b. …", or a run of bullets. A list
// with a gap, as where a page ends or a mark was not read, is left alone: how many items it has is not known.
func announced(entry *source.Node, b *source.Block, next []source.Block) {
	if b.Kind != source.Paragraph || !strings.HasSuffix(strings.TrimSpace(b.Text), ":") || len(next) == 0 || next[0].Kind != source.Item {
		return
	}
	first := next[0].Number
	bullets := first == ""
	if !bullets && markValue(first, first) != 1 {
		return
	}
	var items []*source.Node
	between := 0
	for i := range next {
		n := &next[i]
		if n.Kind == source.Heading || between > maxBetween {
			break
		}
		if bullets && n.Kind == source.Item && n.Level != next[0].Level {
			return // a list below one of the items
		}
		at := 0
		if n.Kind == source.Item && bullets == (n.Number == "") {
			if at = len(items) + 1; !bullets {
				at = markValue(n.Number, first)
			}
		}
		if at == 1 && len(items) > 0 {
			break // another list begins
		}
		if at > len(items)+1 || bullets && at > 0 && between > 0 {
			return
		}
		if at != len(items)+1 {
			between++
			continue
		}
		items, between = append(items, written(strings.TrimRight(n.Text, " ;,."), n.Place)), 0
	}
	if len(items) < 2 {
		return
	}
	list := under(entry, source.List, items[0].Place, "daftar")
	for _, n := range items {
		list.Append(n)
	}
}

// markValue is the place of an item in a list of the first mark's style by its own mark: "c." is 3 where the first is "a.".
// Zero for marks of another style.
func markValue(mark, first string) int {
	if len(mark) < 2 || len(first) != 2 || mark[len(mark)-1] != first[1] {
		return 0
	}
	body := mark[:len(mark)-1]
	if first[0] == 'a' && len(body) == 1 && body[0] >= 'a' {
		return int(body[0]-'a') + 1
	}
	n, err := strconv.Atoi(body)
	if first[0] != '1' || err != nil {
		return 0
	}
	return n
}

// brokenOff reports whether a paragraph goes on in the next block, over a page or a line: it is long and ends without a
// mark, and the next begins small or is prose itself.
func brokenOff(text string, next *source.Block) bool {
	end, _ := lastRune(text)
	if next.Kind != source.Paragraph || len(strings.Fields(text)) < 6 || !unicode.IsLetter(end) && !unicode.IsDigit(end) && end != ',' {
		return false
	}
	first := []rune(next.Text)[0]
	if unicode.IsLower(first) || first == '(' {
		return true
	}
	return next.Text != strings.ToUpper(next.Text) && !reSigned.MatchString(next.Text)
}

func lastRune(s string) (rune, bool) {
	runes := []rune(strings.TrimRight(s, " "))
	if len(runes) == 0 {
		return 0, false
	}
	return runes[len(runes)-1], true
}

// isProse reports whether a line is a sentence: some words, not all in capitals.
func isProse(text string) bool {
	return len(strings.Fields(text)) >= 5 && text != strings.ToUpper(text)
}

var reContents = regexp.MustCompile(`^(BAB\s+[IVXLC]+|(?i:Tabel|Gambar|Grafik|Lampiran)\s+[\dIVX]+(?:[.-]\d+)*|\d+(?:\.\d+)+)[.:]?\s+(.+?)[\s.]*?(?:\s+|\.{2,}\s*)(\d{1,3}|[ivxlc]{1,5})$`)

// outline reads the table of contents and the lists of tables, figures and appendices; without one, the headings and captions
// of the text.
func (r *recogniser) outline(blocks []source.Block) {
	at := source.Place{File: r.file}
	found := &source.Node{Kind: source.Map, Place: at}
	body := len(blocks)
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == source.Heading && b.Level == 1 && len(found.Fields) > 0 && !strings.HasPrefix(Normal(b.Text), "daftar ") {
			body = i
			break
		}
		switch {
		case b.Kind == source.Table && b.Grid != nil:
			for _, row := range b.Grid.Rows {
				if b := (&baris{cells: row}); b.listed() {
					contentsLine(found, b.all(), row[0].Place)
				}
			}
		case b.Kind == source.Paragraph || b.Kind == source.Item || b.Kind == source.Caption:
			text := b.Text
			if b.Kind == source.Caption {
				text = b.Number + ". " + b.Text
			}
			if len(text) < 400 {
				contentsLine(found, text, b.Place)
			}
		}
	}
	if found.Get("judul") == nil && found.Get("tabel") == nil {
		found = &source.Node{Kind: source.Map, Place: at}
		headings(found, blocks)
	} else {
		captions(found, blocks[body:])
		unlisted(found, blocks[:body], blocks[body:])
	}
	if len(found.Fields) > 0 {
		r.root.Add("susunan", found.Fields[0].Place, found)
	}
}

// listed reports whether a row may be of a table of contents: between its number and its page it has no figure.
func (b *baris) listed() bool {
	cols := b.filled()
	return len(cols) > 0 && (len(cols) < 3 || !slices.ContainsFunc(cols[1:len(cols)-1], func(i int) bool { return isFigure(&b.cells[i]) }))
}

// captions puts what stands over the tables, figures and appendices of the text beside their entries in the lists. A line that
// only begins like a caption ("Tabel 3.9 menunjukkan …") shares too few words with the entry.
func captions(found *source.Node, blocks []source.Block) {
	entries := map[string]*source.Node{}
	for _, key := range []string{"tabel", "gambar", "lampiran"} {
		if list := found.Get(key); list != nil {
			for _, n := range list.Items {
				entries[key+" "+Normal(n.Get("nomor").Text)] = n
			}
		}
	}
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != source.Caption || b.Text == "" {
			continue
		}
		kind, number, _ := strings.Cut(strings.TrimRight(b.Number, ". "), " ")
		if kind = strings.ToLower(kind); kind == "grafik" {
			kind = "gambar"
		}
		if n := entries[kind+" "+Normal(number)]; n != nil && shareWords(n.Get("judul").Text, b.Text) {
			put(n, "judul_isi", written(b.Text, b.Place))
		}
	}
}

// unlisted notes captions directly over tables that the list of tables does not hold: their number stands nowhere in front of
// the text, or stands over a second table with another title.
func unlisted(found *source.Node, front, body []source.Block) {
	list := found.Get("tabel")
	if list == nil || len(list.Items) < 3 {
		return
	}
	var lines strings.Builder
	for i := range front {
		lines.WriteString(front[i].Number + " " + front[i].Text + "\n")
		if g := front[i].Grid; g != nil {
			for _, row := range g.Rows {
				lines.WriteString((&baris{cells: row}).all() + "\n")
			}
		}
	}
	named := strings.ToLower(lines.String())
	used := map[string]*source.Block{}
	for i := range body {
		b := &body[i]
		if b.Kind != source.Caption || b.Text == "" || !strings.HasPrefix(b.Number, "Tabel ") || i+1 == len(body) || body[i+1].Kind != source.Table {
			continue
		}
		first := used[b.Number]
		if first == nil {
			used[b.Number] = b
		}
		if number := strings.TrimPrefix(b.Number, "Tabel "); first == nil && !strings.Contains(named, number) || first != nil && !repeats(first, b) && !shareWords(first.Text, b.Text) {
			n := item(under(found, source.List, b.Place, "tabel_isi"), b.Place)
			put(n, "nomor", written(number, b.Place))
			put(n, "judul", written(b.Text, b.Place))
		}
	}
}

// shareWords reports whether two titles have at least six words in ten of the shorter one in common.
func shareWords(a, b string) bool {
	x, y := strings.Fields(Normal(a)), strings.Fields(Normal(b))
	shared := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			shared++
		}
	}
	return shared > 0 && 10*shared >= 6*min(len(x), len(y))
}

func contentsLine(found *source.Node, line string, at source.Place) {
	m := reContents.FindStringSubmatch(strings.TrimLeft(line, "-•* "))
	if m == nil {
		return
	}
	key, number := "judul", strings.TrimRight(m[1], ".")
	if kind, n, ok := strings.Cut(number, " "); ok && !strings.HasPrefix(kind, "BAB") {
		key, number = strings.ToLower(kind), n
		if key == "grafik" {
			key = "gambar"
		}
	}
	entry := item(under(found, source.List, at, key), at)
	put(entry, "nomor", written(number, at))
	put(entry, "judul", written(strings.TrimRight(m[2], " ."), at))
	put(entry, "halaman", written(m[3], at))
}

func headings(found *source.Node, blocks []source.Block) {
	before := map[string]*source.Block{}
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == source.Caption {
			kind, _, _ := strings.Cut(b.Number, " ")
			if first := before[kind]; first != nil && repeats(first, b) {
				continue
			}
			before[kind] = b
		}
		key, number, title := "", strings.TrimRight(b.Number, ". "), b.Text
		switch b.Kind {
		case source.Heading:
			if key, title = "judul", strings.TrimSpace(strings.TrimPrefix(b.Text, b.Number)); number == "" {
				continue
			}
			if title == "" && i+1 < len(blocks) && (blocks[i+1].Kind == source.Paragraph || blocks[i+1].Kind == source.Heading && blocks[i+1].Number == "") {
				title = blocks[i+1].Text
			}
		case source.Caption:
			kind, n, _ := strings.Cut(number, " ")
			if key, number = strings.ToLower(kind), n; key == "grafik" {
				key = "gambar"
			}
		}
		if key == "" || title == "" {
			continue
		}
		entry := item(under(found, source.List, b.Place, key), b.Place)
		put(entry, "nomor", written(number, b.Place))
		put(entry, "judul", written(title, b.Place))
	}
}
