package schema

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"lkjip/schema/source"
)

// maxDetailColumns is how many columns of figures a table of details is read with.
const maxDetailColumns = 16

// detail reads a table of no known kind as rows of figures, so that what its own figures determine is tested all the same.
// It reports false where there are none, or where nothing says that it is a table of data: forms and tables of contents hold
// numbers too. chapter is where its figures are to be accounted for; section is where the columns that have a field were read
// to, "" where there are none.
func (r *recogniser) detail(t *tabel, chapter, section string) bool {
	if t.details != nil { // of what no field took; now none has taken anything
		t.details.Drop("sebagai")
		if chapter != "" {
			put(t.details, "bagian", written(chapter, t.place))
		}
		return true
	}
	if t.header == "" && len(t.rows) < 2 {
		return false
	}
	name, columns := t.nameColumn(), t.figureColumns()
	columns = columns[:min(len(columns), maxDetailColumns)]
	data := t.caption != nil || t.place.Sheet != "" || !r.chapters
	for _, i := range columns {
		_, money := t.hasFigures(i)
		data = data || money || isTarget(t.heads[i].words)
	}
	if len(columns) == 0 || !data {
		return false
	}
	t.details = r.details(t, chapter, section, t.formulas(), columns, name, t.totalRow(name))
	return true
}

// figureColumns are the columns of figures besides those that name and count the rows.
func (t *tabel) figureColumns() (columns []int) {
	name := t.nameColumn()
	for i := range t.heads {
		if slices.Contains(t.heads[i].words, "kode") && t.codesAlone(i) {
			continue // 1.06
		}
		if figures, _ := t.hasFigures(i); figures && i != name && !t.counts(i) {
			columns = append(columns, i)
		}
	}
	return columns
}

// leftOver gives the keys of a recognised table without those of columns that no field takes. It reports whether some hold
// figures: others determine them, their headings are not known, or the contract has no place for them.
func (t *tabel) leftOver(keys []string) (taken []string, left bool) {
	told := map[int]bool{}                                                                    // beside reads what the table says of its columns
	paired := slices.ContainsFunc(t.numbered(), func(own []int) bool { return len(own) > 1 }) // K and Rp, of which it takes those
	for _, f := range t.formulas() {
		for _, c := range append(f.Columns(), f.Result) {
			told[c-1] = true
		}
	}
	for i, key := range keys {
		figures, _ := t.hasFigures(i)
		switch {
		case key == besideFields:
			key = "-"
			left = left || figures
		case (key == "" || key == "-" && !told[i] && !(paired && len(told) > 0)) && figures && len(t.heads[i].words) > 0 && !t.counts(i):
			left = true
		}
		taken = append(taken, key)
	}
	return taken, left
}

// details reads some columns of a table as a table of details, with what is said of them; total is the row of the total, -1
// for none.
func (r *recogniser) details(t *tabel, chapter, section string, formulas []columnFormula, columns []int, name, total int) *source.Node {
	n := item(under(r.root, source.List, t.place, "rincian"), t.place)
	if title := t.title(); title != "" {
		put(n, "judul", written(title, t.place))
	}
	if chapter != "" {
		put(n, "bagian", written(chapter, t.place))
	}
	if section != "" {
		put(n, "sebagai", written(section, t.place))
	}
	t.putFormulas(n, formulas, columns)
	t.putRowFormulas(n, name, total)
	heads := under(n, source.List, t.place, "kolom")
	for _, i := range columns {
		heads.Append(written(t.heads[i].text, t.place))
	}
	rows := under(n, source.List, t.place, "baris")
	above := "" // the name of the row above, which a merged cell gives to several
	for k, b := range t.rows {
		first := b.filled()[0]
		row := &source.Node{Kind: source.Map, Place: t.at(b, first)}
		if k == total {
			n.Add("jumlah", row.Place, row)
		} else {
			rows.Append(row)
		}
		switch {
		case k == total:
			put(row, "uraian", t.word(b, first, b.text(first)))
		case b.text(name) != "":
			above = b.text(name)
			put(row, "uraian", t.word(b, name, above))
		case isYear(b.text(first)):
			put(row, "uraian", t.word(b, first, b.text(first)))
		default:
			put(row, "uraian", written(cmp.Or(above, strconv.Itoa(b.number)), row.Place))
		}
		t.putFigures(row, b, columns)
	}
	return n
}

// putFigures puts the figures of a row under its node.
func (t *tabel) putFigures(n *source.Node, b *baris, columns []int) {
	for k, i := range columns {
		if i < len(b.cells) && (isFigure(&b.cells[i]) || b.text(i) == "-") {
			leaf := t.leaf(b, i)
			put(n, "angka."+strconv.Itoa(k+1), leaf)
		}
	}
}

// nameColumn is the first column that names the rows, one of letters and roman numbers only where there is no other; -1 for
// none.
func (t *tabel) nameColumn() int {
	numbered := -1
	for i := range t.heads {
		names, numbers := 0, 0
		for _, b := range t.rows {
			switch text := b.text(i); {
			case text == "" || !strings.ContainsFunc(text, unicode.IsLetter) || isFigure(&b.cells[i]):
			case mannerOf(text, 0) < 0 && !(isCode(text) && strings.ContainsAny(text, "0123456789")):
				names++
			default:
				numbers++
			}
		}
		if 2*names > len(t.rows) {
			return i
		}
		if numbered < 0 && 2*(names+numbers) > len(t.rows) {
			numbered = i
		}
	}
	return numbered
}

// totalRow is the row below all others that is called a total or mean, -1 for none; balances may stand under it.
func (t *tabel) totalRow(name int) int {
	for k, b := range slices.Backward(t.rows) {
		var text string
		for _, i := range b.filled() {
			if i <= max(name, 0) { // years are no names
				text = plain(b.text(i))
			}
		}
		switch {
		case reTotalRow.MatchString(text) && !t.namesIndicator(name, text):
			return k
		case !reBalanceRow.MatchString(text):
			return -1
		}
	}
	return -1
}

// namesIndicator reports whether a text in a column of indicators names one, "Jumlah kegiatan pembinaan statistik sektoral", where a
// total is called in a word or two.
func (t *tabel) namesIndicator(name int, text string) bool {
	return name >= 0 && slices.Contains(t.heads[name].words, "indikator") && len(strings.Fields(text)) > 2
}

// isTarget reports whether the words of a heading say that numbers under it are targets or money, and not shares of money.
func isTarget(words []string) bool {
	for _, w := range words {
		switch w {
		case "%", "persen", "persentase", "serapan", "penyerapan":
			return false
		}
	}
	return slices.ContainsFunc(words, func(w string) bool { return w == "target" || w == "pagu" || w == "anggaran" })
}

// Matters are the headings of the columns that hold money or targets: figures a review cannot do without.
func (r *Rincian) Matters() []string {
	var headings []string
	for i := range r.Kolom {
		figures, large := 0, 0
		for k := range r.Baris {
			if f := r.Baris[k].Angka[i+1]; f.IsNumber() {
				figures++
				if isLarge(f.Value) {
					large++
				}
			}
		}
		if large > 0 && 2*large >= figures || isTarget(splitWords(r.Kolom[i].S)) {
			headings = append(headings, shorten(r.Kolom[i].S, 60))
		}
	}
	return headings
}
