package schema

import (
	"reflect"
	"slices"

	"lkjip/schema/source"
)

// Figures are all figures of the report that hold something, each once, in the order of the model.
func (l *Laporan) Figures() []*Figure {
	var all []*Figure
	collect(reflect.ValueOf(l).Elem(), &all)
	if len(l.Rincian) == 0 {
		return all
	}
	seen := map[*Figure]bool{}
	return slices.DeleteFunc(all, func(f *Figure) bool {
		again := seen[f]
		seen[f] = true
		return again
	})
}

// shareCells gives tables of details the figures of other sections that are the same cells, so that one cell is one figure and
// a mistake in it one mistake. A figure that its section takes in another unit is left to that section.
func (l *Laporan) shareCells() {
	type cell struct {
		row    map[int]*Figure
		column int
	}
	cells := map[source.Place]cell{}
	for i := range l.Rincian {
		t := &l.Rincian[i]
		for _, b := range append(t.Rows(), &t.Jumlah) {
			for column, f := range b.Angka {
				cells[f.Place()] = cell{b.Angka, column}
			}
		}
	}
	delete(cells, source.Place{})
	if len(cells) == 0 {
		return
	}
	details := map[*Figure]bool{} // of two tables with a cell, the later one's
	for _, c := range cells {
		details[c.row[c.column]] = true
	}
	for _, f := range l.Figures() {
		c, known := cells[f.Place()]
		switch {
		case !known || details[f] || !details[c.row[c.column]]:
		case f.Unit == nil:
			c.row[c.column] = f
		default:
			c.row[c.column].Kind = Unset
		}
	}
}

// Rows are the rows of the table without its total.
func (r *Rincian) Rows() []*BarisRincian {
	rows := make([]*BarisRincian, len(r.Baris))
	for i := range r.Baris {
		rows[i] = &r.Baris[i]
	}
	return rows
}

func collect(v reflect.Value, all *[]*Figure) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == typeFigure {
			if f := v.Addr().Interface().(*Figure); f.IsSet() {
				*all = append(*all, f)
			}
			return
		}
		for _, f := range planOf(v.Type()) {
			if f.key != "-" {
				collect(v.Field(f.index), all)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), all)
		}
	case reflect.Map:
		for _, f := range Years(v.Interface().(map[int]*Figure)) {
			if f.IsSet() {
				*all = append(*all, f)
			}
		}
	}
}
