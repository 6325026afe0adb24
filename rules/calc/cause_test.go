package calc

import (
	"testing"

	"lkjip/schema"
	"lkjip/schema/source"
)

// causesOf gives the kinds of cause of one wrong figure in a row of others.
func causesOf(t *testing.T, wrong, right string, near ...string) []string {
	t.Helper()
	root := &source.Node{Kind: source.Map}
	budget := root.Add("anggaran", source.Place{}, &source.Node{Kind: source.Map})
	row := budget.Add("baris", source.Place{}, &source.Node{Kind: source.List}).Append(&source.Node{Kind: source.Map})
	row.Add("pagu", source.Place{}, &source.Node{Kind: source.Number, Text: wrong})
	for i, text := range near {
		row.Add([]string{"realisasi", "sisa", "pagu_murni"}[i], source.Place{}, &source.Node{Kind: source.Number, Text: text})
	}
	l, problems := schema.Decode(root)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	value, err := source.ReadNumeral(source.Number, right)
	if err != nil {
		t.Fatal(err)
	}
	figure := &l.Anggaran[0].Baris[0].Pagu
	other := *figure
	other.Value = value.Value
	fault := &Fault{Figure: figure, Expected: []Interval{Point(value.Value)}, Broken: []Judged{{Relation: Same(figure, &other)}}}
	var kinds []string
	for _, c := range Diagnose(fault, NewPool(&schema.Dossier{Laporan: []*schema.Laporan{l}}, nil)) {
		kinds = append(kinds, c.Kind)
	}
	return kinds
}

// A cause needs odds: what explains eight digits explains something, what explains two fits by luck.
func TestCauseNeedsOdds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		reason, wrong, right string
		near                 []string
		want                 string // the first cause, empty for none
	}{
		{"two digits of a long amount changed places", "7809853113", "7809835113", nil, "tukar"},
		{"a digit of a long amount was lost", "780983513", "7809835113", nil, "hilang"},
		{"a long amount is that of the next column", "9046360300", "7809835113", []string{"9046360300"}, "salin"},
		{"one digit of five is another", "43781", "43782", nil, "ketik"},
		{"one digit of two is another: nine in a hundred do by luck", "35", "37", nil, ""},
		{"a single digit equals its neighbour's", "5", "8", []string{"5", "3"}, ""},
		{"a round amount says little: 5.000.000 has one digit", "5000000", "7000000", []string{"5000000", "2000000"}, ""},
		{"nothing gives this value", "1234567891", "9876543218", []string{"5555555557"}, ""},
	} {
		got := causesOf(t, c.wrong, c.right, c.near...)
		switch {
		case c.want == "" && len(got) > 0:
			t.Errorf("%s: cause %v, want none", c.reason, got)
		case c.want != "" && (len(got) == 0 || got[0] != c.want):
			t.Errorf("%s: causes %v, want %s first", c.reason, got, c.want)
		}
	}
}
