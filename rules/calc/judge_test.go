package calc

import (
	"math/big"
	"slices"
	"testing"

	"lkjip/schema"
)

func TestAchievement(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why                        string
		polarity                   Polarity
		capaian, realisasi, target *schema.Figure
		limit                      int64
		state                      State
		reading                    Reading
	}{
		{"63,14 ÷ 80 = 78,925 exactly: half up", Up, num(t, "78,93"), num(t, "63,14"), num(t, "80"), 0, Holds, Rounded},
		{"the same half, down: the interval is closed", Up, num(t, "78,92"), num(t, "63,14"), num(t, "80"), 0, Holds, Rounded},
		{"a third digit off is not rounding", Up, num(t, "78,94"), num(t, "63,14"), num(t, "80"), 0, Broken, Rounded},
		{"from the unrounded 23/36 or the printed 63,89", Up, num(t, "79,86"), num(t, "63,89"), num(t, "80,00"), 0, Holds, Rounded},
		{"cut off", Up, num(t, "66,66"), count(t, "2"), num(t, "3"), 0, Holds, Truncated},
		{"cut at 100", Up, num(t, "100"), count(t, "12"), num(t, "10"), 0, Holds, Capped},
		{"cut at 120", Up, num(t, "120"), count(t, "20"), num(t, "10"), 0, Holds, Capped},
		{"cut at 150", Up, num(t, "150"), count(t, "20"), num(t, "10"), 0, Holds, Capped},
		{"nobody cuts at 130", Up, num(t, "130"), count(t, "20"), num(t, "10"), 0, Broken, Rounded},
		{"the declared cap applies", Up, num(t, "110"), count(t, "20"), num(t, "10"), 110, Holds, Rounded},
		{"and must be kept", Up, num(t, "200"), count(t, "20"), num(t, "10"), 110, Broken, Rounded},
		{"a cap does not raise what lies below it", Up, num(t, "100"), count(t, "8"), num(t, "10"), 0, Broken, Rounded},
		{"form A", Down, num(t, "80"), count(t, "12"), num(t, "10"), 0, Holds, InverseA},
		{"form B", Down, num(t, "83,33"), count(t, "12"), num(t, "10"), 0, Holds, InverseB},
		{"form A below zero", Down, num(t, "-50"), count(t, "25"), num(t, "10"), 0, Holds, InverseA},
		{"form A raised to zero", Down, num(t, "0"), count(t, "25"), num(t, "10"), 0, Holds, Floored},
		{"a negative indicator by the positive formula", Down, num(t, "120"), count(t, "12"), num(t, "10"), 0, Broken, Rounded},
		{"nothing of what should be little", Down, num(t, "100"), count(t, "0"), num(t, "0"), 0, Holds, InverseB},
		{"target zero and something happened: undefined", Down, num(t, "50"), count(t, "3"), num(t, "0"), 0, Untestable, Rounded},
		{"target zero of a positive indicator: undefined", Up, num(t, "100"), count(t, "3"), num(t, "0"), 0, Untestable, Rounded},
		{"without polarity any formula may fit", Undeclared, num(t, "80"), count(t, "12"), num(t, "10"), 0, Holds, InverseA},
		{"but no cap excuses an inverse one", Undeclared, num(t, "100"), count(t, "80"), num(t, "100"), 0, Broken, Rounded},
		{"range missed from below", Range, num(t, "87,5"), count(t, "70"), rangeOf("80", "90"), 0, Holds, Rounded},
		{"inside the range", Range, num(t, "100"), count(t, "85"), rangeOf("80", "90"), 0, Holds, Rounded},
		{"months, form A below the range (PermenPANRB 8/2021)", Range, num(t, "107"), count(t, "6,5"), rangeOf("7", "8"), 0, Holds, InverseA},
		{"months, form A above the range", Range, num(t, "87,5"), count(t, "9"), rangeOf("7", "8"), 0, Holds, InverseA},
		{"an open range met", Undeclared, num(t, "102,11"), count(t, "97"), rangeOf("95", ""), 0, Holds, Rounded},
		{"words met", Undeclared, num(t, "100"), words("WTP"), words("WTP"), 0, Holds, Rounded},
		{"words missed need an order", Undeclared, num(t, "75"), words("WDP"), words("WTP"), 0, Untestable, Rounded},
		{"no realisasi yet", Up, num(t, "75"), nothing(), num(t, "80"), 0, Untestable, Rounded},
		{"no capaian printed", Up, nothing(), num(t, "60"), num(t, "80"), 0, Absent, Rounded},
	} {
		r := Achievement(c.capaian, c.realisasi, c.target, c.polarity)
		r.Terms[1].Exact = c.realisasi.Money
		if c.limit != 0 {
			r.Cap = big.NewRat(c.limit, 1)
		}
		if v := Judge(r); v.State != c.state || v.Reading != c.reading {
			t.Errorf("%s: state %d reading %q, want %d %q", c.why, v.State, v.Reading, c.state, c.reading)
		}
	}
}

// count marks a number as a count; Achievement's caller says so in production.
func count(t *testing.T, text string) *schema.Figure {
	f := num(t, text)
	f.Money = true
	return f
}

func TestPrintedHalves(t *testing.T) {
	t.Parallel()
	// 271,5 ÷ 400 = 67,875 exactly, which binary floating point and banker's rounding get wrong.
	for text, want := range map[string]State{"67,88": Holds, "67,87": Holds, "67,89": Broken, "67,86": Broken} {
		r := Percentage(num(t, text), num(t, "271,5"), num(t, "400"))
		r.Terms[0].Exact, r.Terms[1].Exact = true, true
		if v := Judge(r); v.State != want {
			t.Errorf("%s: state %d, want %d", text, v.State, want)
		}
	}
}

func TestPercentOfPagu(t *testing.T) {
	t.Parallel()
	pagu, realisasi := money(103_826_538_000), money(23_906_077_655)
	for text, want := range map[string]State{"23,03": Holds, "23,02": Holds, "23,0250": Holds, "23": Holds, "22,69": Broken, "23,04": Broken} {
		if v := Judge(Percentage(num(t, text), realisasi, pagu)); v.State != want {
			t.Errorf("%s: state %d, want %d", text, v.State, want)
		}
	}
	if v := Judge(Percentage(num(t, "0"), money(0), money(0))); v.State != Untestable {
		t.Errorf("a percentage of nothing is %d, want untestable", v.State)
	}
}

func TestSumsInThousands(t *testing.T) {
	t.Parallel()
	thousand := big.NewRat(1000, 1)
	in := func(v int64) *schema.Figure {
		f := money(v * 1000)
		f.Unit = thousand
		return f
	}
	if v := Judge(Sum(in(1001), in(500), in(500))); v.State != Holds {
		t.Errorf("parts in thousands may round to a total one higher: state %d", v.State)
	}
	if v := Judge(Sum(in(1010), in(500), in(500))); v.State != Broken {
		t.Errorf("ten thousand is no rounding of two parts: state %d", v.State)
	}
	if v := Judge(Sum(money(1001), money(500), money(500))); v.State != Broken {
		t.Errorf("rupiah in full are exact: state %d", v.State)
	}
}

func TestMeans(t *testing.T) {
	t.Parallel()
	a, b, c := num(t, "96,00"), num(t, "130,00"), num(t, "90,00")
	for why, r := range map[string]*Relation{
		"plain":                   Average(num(t, "105,33"), a, b, c),
		"capped at 100 first":     Average(num(t, "95,33"), a, b, c),
		"n/a left out":            Average(num(t, "105,33"), a, b, c, nothing()),
		"n/a counted as zero":     Average(num(t, "79,00"), a, b, c, nothing()),
		"of another population":   {Op: Mean, Result: Term{Figure: num(t, "93,00")}, Terms: Average(nil, a, b, c).Terms, Alternate: []Alternate{{Terms: Average(nil, a, c).Terms}}},
		"of a mean and one other": Average(num(t, "101,50"), MeanOf(a, b), c),
	} {
		if v := Judge(r); v.State != Holds {
			t.Errorf("%s: state %d", why, v.State)
		}
	}
	if v := Judge(Average(num(t, "99,00"), a, b, c)); v.State != Broken {
		t.Errorf("99 is no mean of these: state %d", v.State)
	}
	if v := Judge(Average(num(t, "99,00"), a, &schema.Figure{}, c)); v.State != Untestable {
		t.Errorf("a blank may be what is missing: state %d", v.State)
	}
}

func TestDatedHeading(t *testing.T) {
	t.Parallel()
	capaian, goal := num(t, "83,54"), num(t, "325")
	of := func(y int, realisasi *schema.Figure) Year {
		return Year{y, Achievement(capaian, realisasi, goal, Up)}
	}
	now, before := of(2024, num(t, "271,5")), of(2023, num(t, "219,5"))
	for _, c := range []struct {
		why    string
		stated string
		years  []Year
		want   State
	}{
		{"the stated year fits", "2024", []Year{now, before}, Holds},
		{"only the other year fits", "2023", []Year{now, before}, Broken},
		{"the stated year is not known", "2023", []Year{now}, Untestable},
		{"no year fits", "2023", []Year{of(2023, num(t, "219,5")), of(2024, num(t, "300"))}, Untestable},
		{"two other years fit", "2022", []Year{of(2022, num(t, "100")), now, of(2023, num(t, "271,5"))}, Untestable},
	} {
		f := num(t, c.stated)
		v := Judge(Measured(f, c.years...))
		if v.State != c.want {
			t.Errorf("%s: state %d, want %d", c.why, v.State, c.want)
		}
		if c.want == Broken && v.Expected[0].Low.Cmp(big.NewRat(2024, 1)) != 0 {
			t.Errorf("%s: expected %v, want 2024", c.why, v.Expected[0].Low)
		}
	}
}

func TestAtFaceValue(t *testing.T) {
	t.Parallel()
	// The interval of 71,61 against 71,43 is wider than the answer; a reader with a calculator finds 0,25.
	r := Increase(num(t, "-28,39"), num(t, "71,61"), num(t, "71,43"))
	if got := AtFaceValue(r); len(got) != 1 || round(got[0], 2, false).Cmp(rat(t, "0,25")) != 0 {
		t.Errorf("growth at face value: %v, want 0,25", got)
	}
	r = Achievement(num(t, "10"), num(t, "12"), num(t, "10"), Down)
	if got := AtFaceValue(r); len(got) != 2 || got[0].Cmp(rat(t, "80")) != 0 {
		t.Errorf("both forms of a negative indicator: %v", got)
	}
	r.Polarity = Undeclared
	if got := AtFaceValue(r); len(got) != 1 || got[0].Cmp(rat(t, "120")) != 0 {
		t.Errorf("without polarity the usual form alone is offered: %v", got)
	}
}

// A long sum is kept and changed by the figures that differ; two that may be anything leave it open.
func TestLongSumWithFreeFigures(t *testing.T) {
	t.Parallel()
	r := Sum(money(55))
	for v := range int64(10) {
		r.Terms = append(r.Terms, Term{Figure: money(v + 1)})
	}
	free := []*schema.Figure{r.Terms[2].Figure, r.Terms[5].Figure}
	sum, _, _ := r.sum(nil, func(t *Term) Interval {
		if slices.Contains(free, t.Figure) {
			return Interval{}
		}
		return printed(t)
	}, free)
	if sum.Low != nil || sum.High != nil {
		t.Errorf("the sum is %v", sum)
	}
}
