package source

import (
	"math/big"
	"strconv"
	"strings"
	"time"
)

// numberFormat is what a cell's number format says of its display.
type numberFormat struct {
	code    string
	kind    formatKind
	min     int // decimals always shown
	max     int // decimals at most
	hasDay  bool
	hasTime bool
	date    string
}

type formatKind uint8

const (
	formatGeneral formatKind = iota
	formatFixed
	formatPercent
	formatDate
)

// numeric reports whether the format is one that only numbers get.
func (f numberFormat) numeric() bool { return f.kind == formatFixed }

// builtinFormats are the formats every spreadsheet program has by number (ECMA-376 part 1, 18.8.30).
var builtinFormats = map[int]string{
	0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "d/m/yy h:mm",
	37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
}

// parseFormat reads a number format code. What it cannot place counts as General, so that the stored value is shown.
func parseFormat(code string) numberFormat {
	f := numberFormat{code: code}
	section := bareFormat(code)
	lower := strings.ToLower(section)
	switch {
	case section == "" || strings.Contains(lower, "general") || strings.ContainsAny(section, "@/?") && !strings.ContainsAny(lower, "ymdh"):
		return f
	case strings.Contains(lower, "e+") || strings.Contains(lower, "e-"):
		return f
	case strings.ContainsAny(lower, "yd") || strings.Contains(lower, "mmm"):
		f.kind, f.date = formatDate, lower
		f.hasDay = strings.Contains(lower, "d")
		f.hasTime = strings.Contains(lower, "h")
		return f
	case strings.ContainsAny(lower, "hms"):
		return f
	}
	whole, frac, _ := strings.Cut(section, ".")
	if !strings.ContainsAny(whole+frac, "0#?") || strings.HasSuffix(strings.TrimRight(whole, "% "), ",") || strings.Contains(frac, ",") {
		return f // no digits, or shown in thousands
	}
	f.kind = formatFixed
	if strings.Contains(section, "%") {
		f.kind = formatPercent
	}
	f.min = strings.Count(frac, "0")
	f.max = f.min + strings.Count(frac, "#") + strings.Count(frac, "?")
	return f
}

// bareFormat is the first section of a code without literal text, colours, currencies and padding.
func bareFormat(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			for i++; i < len(code) && code[i] != '"'; i++ {
			}
		case '[':
			for i++; i < len(code) && code[i] != ']'; i++ {
			}
		case '\\', '_', '*':
			i++
		case ';':
			return b.String()
		default:
			b.WriteByte(code[i])
		}
	}
	return b.String()
}

// setNumber gives a stored number the text a reader sees, in machine notation; percentages and dates become text.
func (c *cell) setNumber(raw string, f numberFormat) {
	if text, ok := plainStored(raw, f); ok {
		c.kind, c.text = Number, text
		if text != raw {
			c.raw = raw
		}
		return
	}
	value, ok := parseStored(raw)
	if !ok {
		c.setText(raw)
		return
	}
	c.kind = Number
	switch f.kind {
	case formatDate:
		if text, number, ok := serialDate(value, f); ok {
			c.text = text
			if !number {
				c.kind = String
			}
		} else {
			c.text = plainNumber(value)
		}
	case formatPercent:
		c.kind = String
		value = new(big.Rat).Mul(value, big.NewRat(100, 1))
		c.text = FormatNumber(value, shownDecimals(value, f)) + "%"
	case formatFixed:
		c.text = value.FloatString(shownDecimals(value, f))
	default:
		c.text = generalNumber(value)
	}
	if c.text != raw {
		c.raw = raw
	}
}

// plainStored is the way of most cells: a short number whose format cuts nothing off needs no arithmetic.
func plainStored(raw string, f numberFormat) (string, bool) {
	if f.kind != formatGeneral && f.kind != formatFixed || len(raw) > 15 || !machineNumber.MatchString(raw) || raw[0] == '-' {
		return "", false
	}
	whole, frac, _ := strings.Cut(raw, ".")
	if strings.ContainsAny(raw, "eE") {
		return "", false
	}
	frac = strings.TrimRight(frac, "0")
	if f.kind == formatFixed {
		if len(frac) > f.max {
			return "", false
		}
		frac += strings.Repeat("0", max(0, f.min-len(frac)))
	}
	if frac == "" {
		return whole, true
	}
	return whole + "." + frac, true
}

// shownDecimals is how many decimals the format shows of the value: optional places lose their zeros at the end.
func shownDecimals(value *big.Rat, f numberFormat) int {
	s := value.FloatString(f.max)
	n := f.max
	for n > f.min && s[len(s)-1] == '0' {
		s, n = s[:len(s)-1], n-1
	}
	return n
}

// parseStored reads the stored value and takes off the noise of binary fractions: a spreadsheet has 15 significant digits.
func parseStored(raw string) (*big.Rat, bool) {
	mantissa, exponent := raw, 0
	if i := strings.IndexAny(raw, "eE"); i >= 0 {
		e, err := strconv.Atoi(raw[i+1:])
		if err != nil || e > 308 || e < -330 {
			return nil, false
		}
		mantissa, exponent = raw[:i], e
	}
	sign := strings.HasPrefix(mantissa, "-")
	whole, frac, _ := strings.Cut(strings.TrimLeft(mantissa, "+-"), ".")
	digits := strings.TrimLeft(whole+frac, "0")
	exponent -= len(frac)
	if whole+frac == "" || len(raw) > 64 || strings.Trim(whole+frac, "0123456789") != "" {
		return nil, false
	}
	if digits == "" {
		return new(big.Rat), true
	}
	unscaled, _ := new(big.Int).SetString(digits, 10)
	value := new(big.Rat).SetInt(unscaled)
	if drop := len(digits) - 15; drop > 0 {
		step := new(big.Rat).SetInt(Pow10(drop))
		rounded, _ := new(big.Int).SetString(value.Quo(value, step).FloatString(0), 10)
		value = new(big.Rat).Mul(new(big.Rat).SetInt(rounded), step)
	}
	scale := new(big.Rat).SetInt(Pow10(abs(exponent)))
	if exponent < 0 {
		value.Quo(value, scale)
	} else {
		value.Mul(value, scale)
	}
	if sign {
		value.Neg(value)
	}
	return value, true
}

// A computed value without a format has more digits than it knows, the last ones noise: of these as many are kept as a cell shows.
const (
	noisyDigits = 14
	shownDigits = 12
)

func generalNumber(value *big.Rat) string {
	text := plainNumber(value)
	whole, frac, _ := strings.Cut(text, ".")
	digits := len(strings.TrimLeft(whole+frac, "-0"))
	if frac == "" || digits < noisyDigits {
		return text
	}
	text = value.FloatString(max(len(frac)-(digits-shownDigits), 2))
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}

func plainNumber(value *big.Rat) string { return value.FloatString(Decimals(value, 330)) }

// serialDate turns a day number into text: "2024-02-22", with the time if one is shown, "Februari 2024" if no day is shown,
// and a plain year as a number. Workbooks that count from 1904 are rare and old; their flag is passed over.
func serialDate(value *big.Rat, f numberFormat) (text string, number, ok bool) {
	days := new(big.Int).Quo(value.Num(), value.Denom())
	if value.Sign() < 0 || !days.IsInt64() || days.Int64() > 2_958_465 { // 31 December 9999
		return "", false, false
	}
	n := int(days.Int64())
	if n < 60 {
		n++ // spreadsheets believe that 29 February 1900 existed
	}
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
	switch {
	case f.hasTime:
		fraction := new(big.Rat).Sub(value, new(big.Rat).SetInt(days))
		seconds, _ := strconv.Atoi(fraction.Mul(fraction, big.NewRat(86_400, 1)).FloatString(0))
		return day.Add(time.Duration(seconds) * time.Second).Format("2006-01-02 15:04:05"), false, true
	case f.hasDay:
		return day.Format("2006-01-02"), false, true
	case strings.Contains(f.date, "m"):
		return months[day.Month()-1] + " " + strconv.Itoa(day.Year()), false, true
	}
	return strconv.Itoa(day.Year()), true, true
}
