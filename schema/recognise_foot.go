package schema

import "regexp"

// reFoot begins what is written below a table.
var reFoot = regexp.MustCompile(`(?i)^(?:\*|(?:sumber|catatan|keterangan|ket|mengetahui|menyetujui|disusun|dibuat|disetujui|nip)\b)`)

// dropFoot takes the rows below the last one with figures or several texts from the table of a sheet: sources, remarks and signatures,
// each a text alone, that stand close below it. Where other rows are of one text too, as names of groups or names that run over two
// rows, it is told by its first words.
func (t *tabel) dropFoot() {
	if t.place.Sheet == "" {
		return
	}
	alone := func(b *baris) int {
		if cols := b.filled(); len(cols) == 1 && !isFigure(&b.cells[cols[0]]) {
			return cols[0]
		}
		return -1
	}
	end := len(t.rows)
	for end > 0 && alone(t.rows[end-1]) >= 0 {
		end--
	}
	among := map[int]bool{} // columns with such texts between other rows
	for _, b := range t.rows[:end] {
		among[alone(b)] = true
	}
	for k := end; end > 0 && k < len(t.rows); k++ {
		col := alone(t.rows[k])
		if text := t.rows[k].text(col); reFoot.MatchString(text) || !among[col] && !startsSmall(text) {
			t.rows = t.rows[:k]
			return
		}
	}
}
