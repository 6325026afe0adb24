package schema

import "testing"

// Formulas of columns as they are printed under headings, and texts that only look like one.
func TestReadFormula(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ reason, text, want string }{
		{"form E.81", "13 = 9+10+11+12", "13 = 9 + 10 + 11 + 12"},
		{"a span of columns", "12=8 s.d. 11", "12 = 8 + 9 + 10 + 11"},
		{"a difference", "(6=4-5)", "6 = 4 − 5"},
		{"a percentage", "7=6/5x100", "7 = 6 / 5 × 100"},
		{"brackets around each", "(5)=(4)/(3)*100%", "5 = 4 / 3 × 100"},
		{"brackets around the quotient", "(15)=(14/6)×100%", "15 = 14 / 6 × 100"},
		{"a colon divides", "6 = 5 : 4 x 100 %", "6 = 5 / 4 × 100"},
		{"a hundred in front", "5=100x4/3", "5 = 4 / 3 × 100"},
		{"growth", "(6)=((5)-(4))/(4)*100", "6 = (5 − 4) / 4 × 100"},
		{"a plain quotient", "8=7/6", "8 = 7 / 6"},
		{"letters", "e = d/c", "5 = 4 / 3"},
		{"a product", "5=3x4", "5 = 3 × 4"},
		{"a weighted score", "6=(4x5)/100", "6 = 4 × 5 / 100"},
		{"a weighted score without brackets", "6=4x5/100", "6 = 4 × 5 / 100"},
		{"without the column", "4/3x100", "9 = 4 / 3 × 100"},
		{"its number before brackets", "6 (3x5)", "6 = 3 × 5"},
		{"numbers in brackets before brackets", "(8) (7/5)", "8 = 7 / 5"},
		{"of itself", "5=5+1", ""},
		{"one column", "5=4", ""},
		{"a number of its own", "5=4/12", "5 = 4 / 12"},
		{"words", "5=target/realisasi", ""},
		{"a year", "2023-2024", ""},
		{"a sheet's formula", "=SUM(C5:C9)", ""},
		{"too many columns", "90 = 1 s.d. 80", ""},
		{"an open end", "5=3+", ""},
	} {
		f, ok := ReadFormula(c.text, 9)
		got := ""
		if ok {
			got = f.String()
			if again, ok := ReadFormula(got, 0); !ok || again.String() != got {
				t.Errorf("%s: %q is not read again", c.reason, got)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q gives %q, want %q", c.reason, c.text, got, c.want)
		}
	}
}
