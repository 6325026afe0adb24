package calc

import (
	"fmt"
	"strings"
	"testing"

	"lkjip/schema"
	"lkjip/schema/source"
)

// The formula of a total tells why it is wrong, where it gives exactly what is printed.
func TestCauseInFormula(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		reason, formula, total string
		text                   int // the row whose number is a text, 0 for none
		want                   string
	}{
		{"the last row is left out", "SUM(C5:C8)", "10", 0, "rumus =SUM(C5:C8) tidak memuat baris 9"},
		{"with dollars and blanks", "SUM( $C$5:$C$7 , C9 )", "11", 0, "rumus =SUM( $C$5:$C$7 , C9 ) tidak memuat baris 8"},
		{"two rows are left out", "C5+C6+C7", "6", 0, "rumus =C5+C6+C7 tidak memuat baris 8, 9"},
		{"the row above is taken in", "SUM(C4:C9)", "115", 0, "rumus =SUM(C4:C9) memuat juga baris 4"},
		{"both", "SUM(C4:C8)", "110", 0, "rumus =SUM(C4:C8) tidak memuat baris 9 dan memuat juga baris 4"},
		{"a number is a text", "SUM(C5:C9)", "12", 7, "rumus =SUM(C5:C9) melewati angka yang berupa teks di baris 7"},
		{"not computed again", "SUM(C5:C9)", "14", 0, "nilai yang tersimpan bukan hasil rumus =SUM(C5:C9); berkas belum dihitung ulang"},
		{"rows that a filter hides", "SUBTOTAL(9,C5:C9)", "14", 0, ""},
		{"the formula does not give what is printed", "SUM(C5:C8)", "99", 0, ""},
		{"another operation", "SUM(C5:C8)*2", "20", 0, ""},
		{"another sheet", "SUM(Lain!C5:C8)", "10", 0, ""},
		{"no formula", "", "10", 0, ""},
	} {
		root := &source.Node{Kind: source.Map}
		list := root.Add("anggaran", source.Place{}, &source.Node{Kind: source.Map}).Add("baris", source.Place{}, &source.Node{Kind: source.List})
		put := func(row int, text, formula string) {
			kind := source.Number
			if row == c.text {
				kind = source.String
			}
			at := source.Place{File: "a.xlsx", Sheet: "LRA", Cell: fmt.Sprintf("C%d", row), Row: row, Col: 3}
			list.Append(&source.Node{Kind: source.Map}).Add("pagu", at, &source.Node{Kind: kind, Text: text, Formula: formula, Place: at})
		}
		put(4, "100", "")
		for row := 5; row < 10; row++ {
			put(row, fmt.Sprint(row-4), "")
		}
		put(10, c.total, c.formula)
		l, problems := schema.Decode(root)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		rows := l.Anggaran[0].Baris
		sum := Sum(&rows[6].Pagu)
		for i := 1; i < 6; i++ {
			sum.Terms = append(sum.Terms, Term{Figure: &rows[i].Pagu})
		}
		judged := JudgeAll([]*Relation{sum})
		fault := &Fault{Figure: &rows[6].Pagu, Expected: judged[0].Expected, Broken: judged}
		got, en := "", ""
		for _, cause := range Diagnose(fault, NewPool(&schema.Dossier{Laporan: []*schema.Laporan{l}}, judged)) {
			if cause.Kind == ByFormula || cause.Kind == Uncomputed {
				got, en = cause.Text.ID, cause.Text.EN
			}
		}
		if got != c.want || strings.Contains(en, "rumus") {
			t.Errorf("%s: %q, want %q; in English %q", c.reason, got, c.want, en)
		}
	}
}

// A total whose formula is one row short is wrong although the totals above it, computed from it, agree; without that proof
// the part is what other figures leave free.
func TestFormulaProvesTotal(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ reason, formula, want string }{
		{"a row is left out", "SUM(C8:C8)", "C7"},
		{"the value was typed", "", "C8"},
		{"the formula gives something else", "SUM(C8:C10)", "C8"},
	} {
		root := &source.Node{Kind: source.Map}
		list := root.Add("anggaran", source.Place{}, &source.Node{Kind: source.Map}).Add("baris", source.Place{}, &source.Node{Kind: source.List})
		for i, text := range []string{"1000", "300", "300", "200", "700"} {
			at := source.Place{File: "a.xlsx", Sheet: "LRA", Cell: fmt.Sprintf("C%d", 6+i), Row: 6 + i, Col: 3}
			n := &source.Node{Kind: source.Number, Text: text, Place: at}
			if i == 1 {
				n.Formula = c.formula
			}
			list.Append(&source.Node{Kind: source.Map}).Add("pagu", at, n)
		}
		l, _ := schema.Decode(root)
		f := func(row int) *schema.Figure { return &l.Anggaran[0].Baris[row].Pagu }
		judged := JudgeAll([]*Relation{Sum(f(0), f(1), f(4)), Sum(f(1), f(2), f(3))})
		faults := Explain(judged, nil)
		if len(faults) != 1 {
			t.Fatalf("%s: %d faults", c.reason, len(faults))
		}
		Prefer(&faults[0], NewPool(&schema.Dossier{Laporan: []*schema.Laporan{l}}, judged))
		if got := faults[0].Figure.Place().Cell; got != c.want {
			t.Errorf("%s: %s is at fault, want %s", c.reason, got, c.want)
		}
	}
}
