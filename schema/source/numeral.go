package source

import (
	"errors"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxDigits bounds the digits of one number; longer text is not a figure of any report and would only cost memory.
const MaxDigits = 30

// Errors of ReadNumeral. ErrNotNumber says the text is no number at all; the others that it is a damaged one.
var (
	ErrNotNumber = errors.New("not a number")
	ErrTooLong   = errors.New("more digits than any figure has")
	ErrGrouping  = errors.New("thousands marks in the wrong places")
	ErrMarks     = errors.New("more than one decimal mark")
)

// Numeral is a number as it is printed: its exact value and how many decimals it shows.
type Numeral struct {
	Value    *big.Rat
	Decimals int  // digits printed after the decimal mark
	Percent  bool // a percent sign follows
	// Ambiguous: a single dot before exactly three digits ("2.901") was read as a thousands mark;
	// a column whose other numbers use a decimal dot may want Decimal instead.
	Ambiguous bool
	// DotDecimal: the decimal mark is a dot, foreign to Indonesian text ("75.15").
	DotDecimal bool
}

// ReadNumeral reads a scalar. Numbers are machine notation (24204043782, 84.21, 1.5e-3); strings are Indonesian
// ("24.204.043.782", "Rp 918.886.900,00", "827.560.810,-", "84,21 %", "0, 66", "(1.250)" for minus).
func ReadNumeral(kind Kind, text string) (Numeral, error) {
	if kind == Number {
		return readMachine(text)
	}
	return readIndonesian(text)
}

func readMachine(text string) (Numeral, error) {
	mantissa, exponent := text, 0
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		e, err := strconv.Atoi(text[i+1:])
		if err != nil {
			return Numeral{}, ErrNotNumber
		}
		if e > MaxDigits || e < -MaxDigits {
			return Numeral{}, ErrTooLong
		}
		mantissa, exponent = text[:i], e
	}
	mantissa = strings.ReplaceAll(mantissa, "_", "")
	sign := ""
	if strings.HasPrefix(mantissa, "-") || strings.HasPrefix(mantissa, "+") {
		sign, mantissa = mantissa[:1], mantissa[1:]
	}
	whole, frac, _ := strings.Cut(mantissa, ".")
	n, err := assemble(sign == "-", whole, frac)
	if err != nil || exponent == 0 {
		return n, err
	}
	scale := new(big.Rat).SetInt(Pow10(abs(exponent)))
	if exponent > 0 {
		n.Value.Mul(n.Value, scale)
	} else {
		n.Value.Quo(n.Value, scale)
	}
	n.Decimals = max(0, n.Decimals-exponent)
	return n, nil
}

func readIndonesian(text string) (Numeral, error) {
	s, negative, percent := stripDress(text)
	n, err := readMarked(s, negative)
	n.Percent = percent
	return n, err
}

// stripDress takes off what stands around the digits: Rp, spaces (also those a scanner puts inside), sign, percent, ",-".
func stripDress(text string) (digits string, negative, percent bool) {
	s := strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\n', '\r', '\u00a0', '\u202f', '\u2007', '\u2009':
			return -1
		case '\u2212', '\u2013', '\u2014':
			return '-'
		}
		return r
	}, text)
	if len(s) > 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s, negative = s[1:len(s)-1], true
	}
	for _, prefix := range []string{"-", "+", "Rp.", "RP.", "rp.", "Rp", "RP", "rp", "IDR", "-"} {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			s = rest
			negative = negative || prefix == "-"
		}
	}
	if rest, ok := strings.CutSuffix(s, "%"); ok {
		s, percent = rest, true
	}
	for _, suffix := range []string{",-", ".-", ",--", "-"} {
		if rest, ok := strings.CutSuffix(s, suffix); ok && rest != "" {
			s = rest
			break
		}
	}
	return s, negative, percent
}

func readMarked(s string, negative bool) (Numeral, error) {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < '0' || c > '9') && c != '.' && c != ',' {
			return Numeral{}, ErrNotNumber
		}
	}
	dots, commas := strings.Count(s, "."), strings.Count(s, ",")
	whole, frac := s, ""
	switch {
	case commas > 1:
		return Numeral{}, ErrMarks
	case commas == 1:
		whole, frac, _ = strings.Cut(s, ",")
		if strings.Contains(frac, ".") {
			return Numeral{}, ErrMarks
		}
		if frac == "" {
			return Numeral{}, ErrNotNumber
		}
	case dots == 1:
		head, tail, _ := strings.Cut(s, ".")
		if len(tail) != 3 || len(head) > 3 || head == "" || head[0] == '0' {
			n, err := assemble(negative, head, tail)
			n.DotDecimal = true
			return n, err
		}
		n, err := assemble(negative, head+tail, "")
		n.Ambiguous = true
		return n, err
	}
	if strings.Contains(whole, ".") {
		groups := strings.Split(whole, ".")
		for i, g := range groups {
			if (i == 0 && (len(g) == 0 || len(g) > 3)) || (i > 0 && len(g) != 3) {
				return Numeral{}, ErrGrouping
			}
		}
		whole = strings.Join(groups, "")
	}
	return assemble(negative, whole, frac)
}

func assemble(negative bool, whole, frac string) (Numeral, error) {
	digits := whole + frac
	if digits == "" || (whole == "" && frac == "") {
		return Numeral{}, ErrNotNumber
	}
	if len(digits) > MaxDigits {
		return Numeral{}, ErrTooLong
	}
	for i := 0; i < len(digits); i++ {
		if digits[i] < '0' || digits[i] > '9' {
			return Numeral{}, ErrNotNumber
		}
	}
	unscaled, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		return Numeral{}, ErrNotNumber
	}
	if negative {
		unscaled.Neg(unscaled)
	}
	return Numeral{Value: new(big.Rat).SetFrac(unscaled, Pow10(len(frac))), Decimals: len(frac)}, nil
}

// Decimal is the other reading of an ambiguous numeral: "2.901" as two and nine tenths.
func (n Numeral) Decimal() Numeral {
	return Numeral{
		Value:      new(big.Rat).Quo(n.Value, big.NewRat(1000, 1)),
		Decimals:   3,
		Percent:    n.Percent,
		DotDecimal: true,
	}
}

// Pow10 is ten to the power of n, which is not negative.
func Pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// FormatNumber writes a value in Indonesian notation with that many decimals, halves rounded away from zero as people and
// spreadsheets do: FormatNumber(82.345, 2) = "82,35", FormatNumber(24204043782, 0) = "24.204.043.782".
func FormatNumber(v *big.Rat, decimals int) string {
	s := v.FloatString(decimals)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, frac, _ := strings.Cut(s, ".")
	var b strings.Builder
	b.Grow(utf8.RuneCountInString(s) + len(s)/3 + 1)
	b.WriteString(sign)
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(whole[i])
	}
	if frac != "" {
		b.WriteByte(',')
		b.WriteString(frac)
	}
	return b.String()
}

// Decimals is how many decimals a value needs to be written exactly, at most limit.
func Decimals(v *big.Rat, limit int) int {
	n, exact := v.FloatPrec()
	if !exact || n > limit {
		return limit
	}
	return n
}
