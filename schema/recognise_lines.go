package schema

import (
	"regexp"
	"slices"

	"lkjip/schema/source"
)

// oneEach gives the table a row for each indicator: one whose name runs over two rows is put together, and a row that holds
// several, a line each, is taken apart.
func (t *tabel) oneEach(keys []string) {
	name := slices.Index(keys, "indikator")
	if name < 0 || slices.Contains(t.heads[name].words, "sasaran") {
		return
	}
	numbered := slices.Index(keys, "nomor")
	var rows []*baris
	for i, b := range t.rows {
		if i > 0 && t.restOfName(b, t.rows[i-1], keys, numbered) {
			rows[len(rows)-1] = rows[len(rows)-1].joined(b)
			continue
		}
		rows = append(rows, b.apart(keys, name)...)
	}
	t.rows = rows
}

// restOfName reports whether a row only goes on with texts of the row above, which has values: it begins small, or the rows of
// the table have numbers and this one has none.
func (t *tabel) restOfName(b, above *baris, keys []string, numbered int) bool {
	name := false
	for _, i := range b.filled() {
		switch {
		case i >= len(keys) || keys[i] != "indikator" && keys[i] != "sasaran" || above.text(i) == "" || reOrdinal.MatchString(b.text(i)):
			return false
		case keys[i] == "indikator":
			name = startsSmall(b.text(i)) || numbered >= 0 && above.text(numbered) != ""
		}
	}
	return name && slices.ContainsFunc(above.filled(), func(i int) bool { return isResult(keys[i]) })
}

func isResult(key string) bool {
	switch base(key) {
	case "target", "realisasi", "capaian", "target_akhir", "riwayat", "riwayat_target", "riwayat_capaian", "target_triwulan", "realisasi_triwulan", "capaian_triwulan", "capaian_akhir":
		return true
	}
	return false
}

// joined is the row with the texts of the next one behind its own.
func (b *baris) joined(next *baris) *baris {
	out := *b
	out.cells = slices.Clone(b.cells)
	for _, i := range next.filled() {
		out.cells[i].Text = b.text(i) + " " + next.text(i)
	}
	return &out
}

// apart gives a row for each line of the name where each column of results has as many lines, all of them figures.
func (b *baris) apart(keys []string, name int) []*baris {
	names := b.lines(name)
	n := len(names)
	if n < 2 || slices.ContainsFunc(names, startsSmall) {
		return []*baris{b}
	}
	results := 0
	for _, i := range b.filled() {
		switch {
		case i >= len(keys) || !isResult(keys[i]):
		case len(b.lines(i)) != n || slices.ContainsFunc(b.lines(i), func(s string) bool { return !reWholeFigure.MatchString(s) }):
			return []*baris{b}
		default:
			results++
		}
	}
	if results == 0 {
		return []*baris{b}
	}
	rows := make([]*baris, n)
	for k := range rows {
		row := &baris{cells: slices.Clone(b.cells), number: b.number, page: b.page && k == 0}
		for i := range row.cells {
			lines := b.lines(i)
			switch c := &row.cells[i]; {
			case len(lines) == n:
				c.Kind, c.Text, c.Raw, c.Formula, c.Lines = source.String, lines[k], "", "", nil
			case k > 0 && i < len(keys) && (keys[i] == "sasaran" || keys[i] == "tujuan" || keys[i] == "nomor"):
				c.Kind, c.Text = source.Null, "" // those of the first
			}
		}
		rows[k] = row
	}
	return rows
}

// lines are the lines of a cell, one where it is not broken.
func (b *baris) lines(col int) []string {
	switch text := b.text(col); {
	case text == "":
		return nil
	case b.cells[col].Lines != nil:
		return b.cells[col].Lines
	default:
		return []string{text}
	}
}

// reWholeFigure is a line that is a figure by itself, not the half of a span.
var reWholeFigure = regexp.MustCompile(`^(?:[-–—]|[<>≤≥]?\s?(?:Rp\.?\s?)?-?\d.*[^-–—\s])$|^\d$`)
