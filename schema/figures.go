package schema

import "reflect"

// Figures are all figures of the report that hold something, in the order of the model.
func (l *Laporan) Figures() []*Figure {
	var all []*Figure
	collect(reflect.ValueOf(l).Elem(), &all)
	return all
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
