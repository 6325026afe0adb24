package schema

import "testing"

// TestReadSpan holds the ways Indonesian reports print the rows of a scale.
func TestReadSpan(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"> 90 – 100": "(90;100]", ">90-100": "(90;100]", "0 – 30": "[0;30]", "91 ≤ 100": "[91;100]", "91% - 100%": "[91;100]",
		"76 s.d. 90": "[76;90]", "76 s/d 90 %": "[76;90]", "75 sampai dengan 85": "[75;85]", "85,00 - 100,00": "[85;100]",
		"≥ 100": "[100;]", "> 100": "(100;]", "< 50": "[;50)", "≤ 50": "[;50]", "lebih dari 100": "(100;]", "di atas 100%": "(100;]",
		"kurang dari 55": "[;55)", "Minimal 95": "[95;]", "100 ke atas": "[100;]", "90 < x ≤ 100": "(90;100]", "80 ≤ X < 90": "[80;90)",
		"x > 100": "(100;]", "> 80 dan ≤ 90": "(80;90]", "75 – < 100": "[75;100)", "100 - 85": "[85;100]", "4,2 – 5,0": "[4.2;5]",
		"(91 – 100)": "[91;100]", "91% ~ 100%": "[91;100]", "100 ≥ X > 90": "(90;100]", "antara 75 dan 90": "[75;90]", "75 dan 90": "", "100": "[100;]",
		"Sangat Baik": "", "BB": "", "A-": "", "Kategori III": "", "1 dari 2": "", "-": "", "": "", "Level 3": "", "II": "",
	} {
		s, ok := readSpan(text)
		got := ""
		if ok {
			got = "["
			if s.lowOpen {
				got = "("
			}
			if s.low != nil {
				got += shortest(s.low.Value.FloatString(2))
			}
			got += ";"
			if s.high != nil {
				got += shortest(s.high.Value.FloatString(2))
			}
			if s.highOpen {
				got += ")"
			} else {
				got += "]"
			}
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// shortest drops the zeros after the decimal point.
func shortest(s string) string {
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return s
}
