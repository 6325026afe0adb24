package schema

import (
	"reflect"
	"strconv"
	"strings"
	"sync"

	"lkjip/schema/source"
)

// Decode reads a tree into the model. It reports only scalars that cannot be understood (damaged numbers, impossible dates)
// and leaves those unset; missing, unknown and ill-typed fields are Check's business and are passed over in silence.
func Decode(root *source.Node) (*Laporan, []source.Problem) {
	d := decoder{columns: map[string][]*Figure{}}
	l := new(Laporan)
	d.value(root, reflect.ValueOf(l).Elem(), option{})
	d.settleColumns()
	for i := range l.Anggaran {
		l.Anggaran[i].applySatuan()
	}
	for i := range l.PerjanjianKinerja {
		l.PerjanjianKinerja[i].applySatuan()
	}
	l.readPrintedScale()
	l.shareCells()
	return l, d.problems
}

// decodeInto reads a tree into any type of the model; problems are dropped. It serves the official data, which a test checks.
func decodeInto(n *source.Node, into any) {
	d := decoder{columns: map[string][]*Figure{}}
	d.value(n, reflect.ValueOf(into).Elem(), option{})
}

type decoder struct {
	problems []source.Problem
	columns  map[string][]*Figure // figures with a doubtful dot and their column neighbours, by path without indexes
	narrow   map[*source.Node]*narrow
}

type option struct{ rupiah bool }

var (
	typeTeks     = reflect.TypeFor[Teks]()
	typeFigure   = reflect.TypeFor[Figure]()
	typeTanggal  = reflect.TypeFor[Tanggal]()
	typeAnalisis = reflect.TypeFor[Analisis]()
)

func (d *decoder) value(n *source.Node, v reflect.Value, opt option) {
	if n == nil || n.Kind == source.Null {
		return
	}
	switch v.Type() {
	case typeTeks:
		if isScalar(n) {
			v.Set(reflect.ValueOf(Teks{Node: n, S: strings.Join(strings.Fields(n.Text), " ")}))
		}
		return
	case typeFigure:
		if isScalar(n) {
			d.figure(n, v.Addr().Interface().(*Figure), opt)
		}
		return
	case typeTanggal:
		if isScalar(n) {
			d.tanggal(n, v.Addr().Interface().(*Tanggal))
		}
		return
	case typeAnalisis:
		if isScalar(n) {
			a := v.Addr().Interface().(*Analisis)
			a.Node = n
			d.value(n, reflect.ValueOf(&a.Teks).Elem(), opt)
			return
		}
	}
	switch v.Kind() {
	case reflect.Struct:
		d.structure(n, v)
	case reflect.Slice:
		d.slice(n, v, opt)
	case reflect.Map:
		d.years(n, v, opt)
	}
}

func isScalar(n *source.Node) bool { return n.Kind != source.Map && n.Kind != source.List }

func (d *decoder) structure(n *source.Node, v reflect.Value) {
	if n.Kind != source.Map {
		return
	}
	for _, f := range planOf(v.Type()) {
		if f.key == "-" {
			v.Field(f.index).Set(reflect.ValueOf(n))
			continue
		}
		d.value(n.Get(f.key), v.Field(f.index), f.opt)
	}
}

// slice reads a List; a single value where a list may stand is a list of one.
func (d *decoder) slice(n *source.Node, v reflect.Value, opt option) {
	items := n.Items
	if n.Kind != source.List {
		items = []*source.Node{n}
	}
	v.Set(reflect.MakeSlice(v.Type(), len(items), len(items)))
	for i, item := range items {
		d.value(item, v.Index(i), opt)
	}
}

// years reads a Map whose keys are years, quarters or months; other keys are the contract's business.
func (d *decoder) years(n *source.Node, v reflect.Value, opt option) {
	if n.Kind != source.Map {
		return
	}
	m := make(map[int]*Figure, len(n.Fields))
	for i := range n.Fields {
		key, err := strconv.Atoi(strings.TrimSpace(n.Fields[i].Key))
		if _, taken := m[key]; err != nil || taken || !isScalar(n.Fields[i].Value) {
			continue
		}
		f := new(Figure)
		d.figure(n.Fields[i].Value, f, opt)
		m[key] = f
	}
	v.Set(reflect.ValueOf(m))
}

type fieldPlan struct {
	index int
	key   string
	opt   option
}

var plans sync.Map // reflect.Type → []fieldPlan

func planOf(t reflect.Type) []fieldPlan {
	if p, ok := plans.Load(t); ok {
		return p.([]fieldPlan)
	}
	var plan []fieldPlan
	for i := range t.NumField() {
		tag, ok := t.Field(i).Tag.Lookup("lkjip")
		if !ok {
			continue
		}
		key, rest, _ := strings.Cut(tag, ",")
		plan = append(plan, fieldPlan{index: i, key: key, opt: option{rupiah: rest == "rupiah"}})
	}
	plans.Store(t, plan)
	return plan
}
