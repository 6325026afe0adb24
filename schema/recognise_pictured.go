package schema

import (
	"strings"

	"lkjip/schema/source"
)

// pictured tells of tables that a document announces and does not hold as tables: pictures of tables, and those of a PDF that
// were not read.
func pictured(blocks []source.Block) []source.Problem {
	var lost []*source.Block
	shown := map[string]bool{}
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Kind != source.Caption || !strings.HasPrefix(b.Number, "Tabel"):
		case tableFollows(blocks[i+1:]), isBelow(blocks, i):
			shown[b.Number] = true
		case i+1 < len(blocks) && blocks[i+1].Kind != source.Caption: // else a list of tables
			lost = append(lost, b)
		}
	}
	var names []string
	var at source.Place // of the first
	for _, b := range lost {
		if shown[b.Number] || b.Text == "" {
			continue
		}
		if names = append(names, b.Number); len(names) == 1 {
			at = b.Place
		}
		shown[b.Number] = true
	}
	if len(names) == 0 {
		return nil
	}
	return []source.Problem{{Rule: "tabel-tak-terbaca", Place: at,
		Kondisi: source.T("Di bawah judul %s tidak ada tabel yang terbaca; isinya mungkin gambar", "Below the caption of %s stands no table that can be read; it may be a picture", strings.Join(firstFew(names), ", ")),
		Saran:   source.T("Agar tabel disajikan sebagai tabel, bukan gambar; selain itu angkanya diperiksa sendiri", "Show tables as tables, not as pictures; else check their figures by hand")}}
}

// tableFollows reports whether a table comes before the next caption or heading.
func tableFollows(blocks []source.Block) bool {
	for i := range blocks {
		switch blocks[i].Kind {
		case source.Table:
			return true
		case source.Caption, source.Heading:
			return false
		}
	}
	return false
}

// isBelow reports whether a caption stands under its table: one that has none above.
func isBelow(blocks []source.Block, i int) bool {
	return i > 0 && blocks[i-1].Kind == source.Table && (i == 1 || blocks[i-2].Kind != source.Caption)
}

func firstFew(names []string) []string {
	const few = 5
	if len(names) > few {
		return append(names[:few:few], "…")
	}
	return names
}
