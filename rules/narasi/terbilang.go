package narasi

import (
	"math/big"
	"strings"

	"lkjip/schema/source"
)

// maxSpelled bounds the words of one spelled number: the longest amount of a report has some thirty.
const maxSpelled = 60

var units = map[string]int64{
	"nol": 0, "kosong": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
	"sepuluh": 10, "sebelas": 11,
}

var scales = map[string]int64{
	"seribu": 1e3, "ribu": 1e3, "juta": 1e6, "sejuta": 1e6, "miliar": 1e9, "milyar": 1e9, "milliar": 1e9, "semiliar": 1e9,
	"triliun": 1e12, "trilyun": 1e12, "triliyun": 1e12, "setriliun": 1e12,
}

var digitWords = [...]string{"nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"}

// isNumberWord reports whether a word can be part of a spelled number.
func isNumberWord(w string) bool {
	if _, ok := units[w]; ok {
		return true
	}
	if _, ok := scales[w]; ok {
		return true
	}
	switch w {
	case "belas", "puluh", "ratus", "seratus", "koma", "sepuluh", "sebelas":
		return true
	}
	return false
}

// Spelled reads a number in words: "dua puluh dua miliar dua ratus tiga puluh delapan juta … rupiah", "nol koma enam enam",
// "seratus lima puluh". Words are lower case. Units after it (rupiah, persen) are not part of it. ok is false where the
// words are no number, or none that the language allows ("tiga seratus", "dua juta tiga miliar").
func Spelled(words []string) (v *big.Rat, decimals int, ok bool) {
	if len(words) == 0 || len(words) > maxSpelled {
		return nil, 0, false
	}
	whole := words
	var frac []string
	for i, w := range words {
		if w == "koma" {
			whole, frac = words[:i], words[i+1:]
			if len(frac) == 0 {
				return nil, 0, false
			}
			break
		}
	}
	n, rest, ok := spelledWhole(whole)
	if !ok || len(rest) > 0 {
		return nil, 0, false
	}
	v = new(big.Rat).SetInt64(n)
	if frac == nil {
		return v, 0, true
	}
	scale := int64(1) // dua koma lima miliar
	if s, known := scales[frac[len(frac)-1]]; known && len(frac) > 1 {
		scale, frac = s, frac[:len(frac)-1]
	}
	f, decimals, ok := spelledFraction(frac)
	if !ok {
		return nil, 0, false
	}
	return v.Mul(v.Add(v, f), big.NewRat(scale, 1)), decimals, true
}

// spelledFraction reads what follows "koma": digit by digit ("enam enam"), or as a number ("dua puluh lima"), before which
// zeros count ("nol lima").
func spelledFraction(words []string) (*big.Rat, int, bool) {
	digits := ""
	each := true
	for _, w := range words {
		d, known := units[w]
		if !known || d > 9 {
			each = false
			break
		}
		digits += string(rune('0' + d))
	}
	if !each {
		digits = ""
		for len(words) > 0 && words[0] == "nol" {
			digits, words = digits+"0", words[1:]
		}
		n, rest, ok := spelledWhole(words)
		if !ok || len(rest) > 0 {
			return nil, 0, false
		}
		digits += big.NewInt(n).String()
	}
	if len(digits) > source.MaxDigits {
		return nil, 0, false
	}
	num, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		return nil, 0, false
	}
	return new(big.Rat).SetFrac(num, source.Pow10(len(digits))), len(digits), true
}

// spelledWhole reads groups of up to 999, each with a smaller scale than the one before.
func spelledWhole(words []string) (n int64, rest []string, ok bool) {
	last := int64(1e15)
	for len(words) > 0 {
		var group int64
		switch words[0] {
		case "seribu", "sejuta", "semiliar", "setriliun":
			group = 1
		default:
			var found bool
			if group, words, found = spelledGroup(words); !found {
				return 0, nil, false
			}
		}
		scale := int64(1)
		if len(words) > 0 {
			if s, known := scales[words[0]]; known {
				scale, words = s, words[1:]
			}
		}
		if scale >= last {
			return 0, words, false
		}
		n, last, ok = n+group*scale, scale, true
		if scale == 1 {
			break
		}
	}
	return n, words, ok
}

// spelledGroup reads a number below a thousand.
func spelledGroup(words []string) (n int64, rest []string, ok bool) {
	if words[0] == "seratus" {
		n, words, ok = 100, words[1:], true
	} else if len(words) > 1 && words[1] == "ratus" {
		d, known := units[words[0]]
		if !known || d < 1 || d > 9 {
			return 0, nil, false
		}
		n, words, ok = 100*d, words[2:], true
	}
	if len(words) == 0 {
		return n, words, ok
	}
	d, known := units[words[0]]
	switch {
	case !known || ok && d == 0:
		return n, words, ok
	case d >= 10:
		return n + d, words[1:], true
	case len(words) > 1 && words[1] == "belas" && d >= 2:
		return n + 10 + d, words[2:], true
	case len(words) > 1 && words[1] == "puluh" && d >= 2:
		n, words = n+10*d, words[2:]
		if len(words) > 0 {
			// "dua puluh tiga ratus" is no number: the unit would belong to a new hundred.
			if d, known := units[words[0]]; known && d >= 1 && d <= 9 && (len(words) < 2 || words[1] != "ratus" && words[1] != "puluh" && words[1] != "belas") {
				return n + d, words[1:], true
			}
		}
		return n, words, true
	}
	return n + d, words[1:], true
}

// Spell writes a number in words as it is read aloud: whole numbers below a quadrillion in groups, decimals digit by digit.
// It returns "" for what it cannot spell.
func Spell(v *big.Rat, decimals int) string {
	if v.Sign() < 0 {
		if s := Spell(new(big.Rat).Neg(v), decimals); s != "" {
			return "minus " + s
		}
		return ""
	}
	whole, frac, _ := strings.Cut(v.FloatString(decimals), ".")
	if len(whole) > 15 {
		return ""
	}
	n, _ := new(big.Int).SetString(whole, 10)
	out := spellWhole(n.Int64())
	if frac == "" {
		return out
	}
	words := []string{out, "koma"}
	for _, d := range frac {
		words = append(words, digitWords[d-'0'])
	}
	return strings.Join(words, " ")
}

func spellWhole(n int64) string {
	if n == 0 {
		return digitWords[0]
	}
	var words []string
	for _, s := range []struct {
		value int64
		name  string
	}{{1e12, "triliun"}, {1e9, "miliar"}, {1e6, "juta"}, {1e3, "ribu"}, {1, ""}} {
		group := n / s.value % 1000
		switch {
		case group == 0:
		case group == 1 && s.value == 1e3:
			words = append(words, "seribu")
		default:
			words = append(words, spellGroup(group)...)
			if s.name != "" {
				words = append(words, s.name)
			}
		}
	}
	return strings.Join(words, " ")
}

func spellGroup(n int64) []string {
	var words []string
	switch h := n / 100; {
	case h == 1:
		words = append(words, "seratus")
	case h > 1:
		words = append(words, digitWords[h], "ratus")
	}
	switch n %= 100; {
	case n == 0:
	case n == 10:
		words = append(words, "sepuluh")
	case n == 11:
		words = append(words, "sebelas")
	case n < 10:
		words = append(words, digitWords[n])
	case n < 20:
		words = append(words, digitWords[n-10], "belas")
	default:
		words = append(words, digitWords[n/10], "puluh")
		if n%10 > 0 {
			words = append(words, digitWords[n%10])
		}
	}
	return words
}
