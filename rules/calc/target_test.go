package calc

import (
	"fmt"
	"testing"

	"lkjip/schema"
	"lkjip/schema/source"
)

// written reads figures as a report writes them, each the target of one indicator.
func written(t *testing.T, texts ...string) []*schema.Figure {
	t.Helper()
	doc := "instansi: {nama: Dinas Contoh}\ntahun: 2024\niku:\n"
	for i, s := range texts {
		doc += fmt.Sprintf("  - {nama: I%d, target: %q}\n", i, s)
	}
	root, problems := source.Read("a.yaml", []byte(doc))
	if len(problems) > 0 {
		t.Fatal(problems[0].Kondisi.ID)
	}
	l, _ := schema.Decode(root)
	var out []*schema.Figure
	for i := range l.IKU {
		out = append(out, &l.IKU[i].Target)
	}
	return out
}

var stateNames = [...]string{"absent", "holds", "broken", "untestable"}

// TestRestate fixes which writings of a target are one target: what one document abbreviates must not be called different.
func TestRestate(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"275", "275,00", "holds"},
		{"275", "275 poin", "holds"},
		{"275", "257", "broken"},
		{"90-95 %", "90–95%", "holds"},
		{"90-95 %", "85-90 %", "broken"},
		{"95 %", "≥ 95 %", "holds"},
		{"95", "90-95", "holds"},
		{"93", "90-95", "broken"},
		{"≥ 95", "≤ 95", "broken"},
		{"0,85", "85 %", "untestable"},
		{"WTP", "wtp", "holds"},
		{"WTP", "WDP", "broken"},
		{"A", "A-", "broken"},
		{"BB", "BB (Sangat Baik)", "holds"},
		{"BB", "75", "untestable"},
		{"BB", "75 (BB)", "holds"},
		{"100 dari 110 organisasi", "100", "untestable"},
		{"275", "-", "untestable"},
		{"-", "275", "absent"},
		{"", "275", "absent"},
	} {
		f := written(t, c[0], c[1])
		if got := stateNames[Judge(Restate(f[0], f[1])).State]; got != c[2] {
			t.Errorf("Restate(%q, %q) is %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

// TestReach fixes what meets a target: the polarity turns the comparison round, an open range says itself which way.
func TestReach(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		value, target string
		way           Polarity
		want          string
	}{
		{"271,5", "275", Up, "broken"},
		{"275", "275", Up, "holds"},
		{"275,0", "275,04", Up, "holds"}, // 275,0 may have been 275,04 before it was rounded
		{"99,99", "100 %", Undeclared, "broken"},
		{"84,21 %", "90-95 %", Undeclared, "broken"},
		{"97", "90-95", Up, "holds"},
		{"97", "90-95", Range, "broken"},
		{"8", "10", Down, "holds"},
		{"12", "10", Down, "broken"},
		{"4", "≤ 5", Up, "holds"},
		{"6", "≤ 5", Up, "broken"},
		{"75,15 BB", "95-100 %", Undeclared, "broken"},
		{"WTP", "WTP", Undeclared, "holds"},
		{"WDP", "WTP", Undeclared, "untestable"},
		{"10", "10", Steady, "untestable"},
	} {
		f := written(t, c.value, c.target)
		if got := stateNames[Judge(Reach(f[0], f[1], c.way)).State]; got != c.want {
			t.Errorf("Reach(%q, %q, %d) is %s, want %s", c.value, c.target, c.way, got, c.want)
		}
	}
}

// TestTrend: targets that fall over the years belong to what should fall; those that go both ways tell nothing.
func TestTrend(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		years []string
		want  Polarity
	}{
		{[]string{"69", "75", "75", "80"}, Up},
		{[]string{"12", "-", "10", "8"}, Down},
		{[]string{"10", "12", "11"}, Undeclared},
		{[]string{"10", "10"}, Undeclared},
		{[]string{"WTP", "WTP"}, Undeclared},
		{nil, Undeclared},
	} {
		years := map[int]*schema.Figure{}
		for i, f := range written(t, c.years...) {
			years[2020+i] = f
		}
		if got := Trend(years); got != c.want {
			t.Errorf("Trend(%v) = %d, want %d", c.years, got, c.want)
		}
	}
}

// TestSolveTarget: a wrong target is mended by the one it must repeat, and by any that is ambitious enough.
func TestSolveTarget(t *testing.T) {
	t.Parallel()
	f := written(t, "250", "275")
	if set, ok := Solve(Restate(f[0], f[1]), f[0]); !ok || !set[0].Has(f[1].Value) || set[0].Has(f[0].Value) {
		t.Errorf("Restate allows %v", set)
	}
	if _, ok := Solve(Restate(f[0], f[1]), f[1]); ok {
		t.Error("the document of higher standing is blamed")
	}
	if set, ok := Solve(Reach(f[0], f[1], Up), f[0]); !ok || set[0].Has(f[0].Value) || !set[0].Has(f[1].Value) || set[0].High != nil {
		t.Errorf("Reach allows %v", set)
	}
}
