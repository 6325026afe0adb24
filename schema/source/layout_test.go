package source_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lkjip/schema"
	"lkjip/schema/source"
)

// full makes a tree with every field of the model filled.
func full(t reflect.Type, depth int) *source.Node {
	scalar := func(text string) *source.Node { return &source.Node{Kind: source.String, Text: text} }
	switch {
	case t == reflect.TypeFor[schema.Teks](), t == reflect.TypeFor[schema.Figure](), t == reflect.TypeFor[schema.Tanggal]():
		return scalar("x")
	case t.Kind() == reflect.Slice:
		list := &source.Node{Kind: source.List}
		if item := full(t.Elem(), depth+1); item != nil {
			list.Append(item)
			return list
		}
		return nil
	case t.Kind() == reflect.Map:
		m := &source.Node{Kind: source.Map}
		m.Add("1", source.Place{}, scalar("x"))
		m.Add("2022", source.Place{}, scalar("x"))
		return m
	case t.Kind() != reflect.Struct || depth > 7:
		return nil
	}
	m := &source.Node{Kind: source.Map}
	for i := range t.NumField() {
		key, _, _ := strings.Cut(t.Field(i).Tag.Get("lkjip"), ",")
		if key == "" || key == "-" {
			continue
		}
		if v := full(t.Field(i).Type, depth+1); v != nil {
			m.Add(key, source.Place{}, v)
		}
	}
	return m
}

// A field added to the model must get a column. What the template leaves to the sheet Lainnya on purpose is listed here.
func TestLayoutCoversModel(t *testing.T) {
	t.Parallel()
	root := full(reflect.TypeFor[schema.Laporan](), 0)
	anggaran := root.Get("anggaran").Items[0]
	for i := range root.Fields {
		if root.Fields[i].Key == "anggaran" {
			root.Fields[i].Value = nil
			root.Fields = append(root.Fields[:i], root.Fields[i+1:]...)
			break
		}
	}
	root.Add("anggaran", source.Place{}, anggaran)
	var b bytes.Buffer
	if err := source.WriteXLSX(root, &b); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := f.GetRows("Lainnya")
	allowed := []string{
		"rincian[0].",                            // tables of no known kind are read from documents, not filled in
		".ulangan[0].", ".ulangan_rata_rata[0].", // what other tables repeat is read from documents
		"narasi[0].daftar",                                                          // lists are read from documents
		"rpjmd[0].",                                                                 // the plan of the region is read from diagrams, not filled in
		"pengukuran.tujuan[0].sasaran",                                              // goals and sasaran are separate rows
		"anggaran.jumlah.kode", "anggaran.jumlah.uraian", "anggaran.jumlah.tingkat", // the row is labelled Jumlah
		".indikator[0].sasaran",             // nested below its sasaran already
		".komponen[0].komponen[0].komponen", // one level of subkomponen
	}
	for _, row := range rows {
		ok := row[0] == "Jalur" || strings.HasSuffix(row[0], ".1") || strings.HasSuffix(row[0], ".2022") // no year 1, no quarter 2022
		for _, a := range allowed {
			ok = ok || strings.Contains(row[0], a)
		}
		if !ok {
			t.Errorf("%s has no column in the template layout", row[0])
		}
	}
}
