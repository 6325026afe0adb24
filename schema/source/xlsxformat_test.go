package source

import "testing"

// A number's text is what the cell shows; the stored value is kept beside it where it differs.
func TestDisplayedNumbers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		raw, format string
		kind        Kind
		text        string
	}{
		{"24204043782", "#,##0", Number, "24204043782"},
		{"84.2135", "0.00", Number, "84.21"},
		{"78.925", "0.00", Number, "78.93"},
		{"-78.925", "0.00", Number, "-78.93"},
		{"84.2", "0.00", Number, "84.20"},
		{"84.2", "0.0#", Number, "84.2"},
		{"84", "#,##0.##", Number, "84"},
		{"1.1000000000000001", "General", Number, "1.1"},
		{"78.924999999999997", "0.00", Number, "78.93"},
		{"2.4204043782E10", "General", Number, "24204043782"},
		{"1E-3", "General", Number, "0.001"},
		{"0.8421", "0.00%", String, "84,21%"},
		{"12.5", "0%", String, "1.250%"},
		{"1250", "\"Rp\"#,##0_);[Red](\"Rp\"#,##0)", Number, "1250"},
		{"24204043782", "#,##0,,", Number, "24204043782"},
		{"45344", "yyyy-mm-dd", String, "2024-02-22"},
		{"45344", "[$-421]d mmmm yyyy", String, "2024-02-22"},
		{"45344", "mmmm yyyy", String, "Februari 2024"},
		{"45344.5", "d/m/yyyy h:mm", String, "2024-02-22 12:00:00"},
		{"45344", "yyyy", Number, "2024"},
		{"1", "d/m/yyyy", String, "1900-01-01"},
		{"0.5", "# ?/?", Number, "0.5"},
		{"1500", "0.00E+00", Number, "1500"},
		{"98.648648648648646", "General", Number, "98.6486486486"},
		{"0.98648648648648651", "General", Number, "0.986486486486"},
		{"123456789012.345", "General", Number, "123456789012.35"},
		{"bukan", "0", String, "bukan"},
	} {
		var got cell
		got.setNumber(c.raw, parseFormat(c.format))
		if got.kind != c.kind || got.text != c.text {
			t.Errorf("%s as %s: %v %q, want %v %q", c.raw, c.format, got.kind, got.text, c.kind, c.text)
		}
		if (got.raw != "") != (c.text != c.raw) {
			t.Errorf("%s as %s: stored value %q", c.raw, c.format, got.raw)
		}
	}
}

// The short way for plain numbers gives what the arithmetic gives.
func TestPlainStored(t *testing.T) {
	t.Parallel()
	for _, raw := range []string{"0", "1", "84.2", "84.20", "84.205", "100", "0.5", "123456789012345", "12345678901.25", "1e3", "-5"} {
		for _, code := range []string{"General", "0", "0.00", "#,##0.0##", "0.0#", "#,##0"} {
			f := parseFormat(code)
			text, ok := plainStored(raw, f)
			value, _ := parseStored(raw)
			want := plainNumber(value)
			if f.kind == formatFixed {
				want = value.FloatString(shownDecimals(value, f))
			}
			if ok && text != want {
				t.Errorf("%s as %s: %s, want %s", raw, code, text, want)
			}
		}
	}
}
