package narasi

import (
	"math/big"
	"strconv"
	"strings"

	"lkjip/schema/source"
)

// maxBracket bounds what is read after a number in brackets as its spelling.
const maxBracket = 400

// number reads the digits at s.i with what belongs to them. start is where its Rp stands, or the digits themselves.
func (s *scanner) number(start int, money bool) {
	from := s.i
	if !money && from > 0 && isMinus(s.text[:from]) {
		start = from - 1
		if n := len(s.tokens); n > 0 && s.tokens[n-1].Kind == Mark && s.tokens[n-1].End == from {
			start = s.tokens[n-1].Start
			s.line, s.para = s.tokens[n-1].NewLine, s.tokens[n-1].NewPara
			s.tokens = s.tokens[:n-1]
		}
	}
	end, code := s.digits(from)
	written := s.text[from:end]
	if day, month, year := gluedDate(written); code && month > 0 {
		s.add(Token{Kind: Date, Start: start, End: end, Lower: strings.ToLower(written), Day: day, Month: month, Year: year})
		return
	}
	if code {
		s.add(Token{Kind: Label, Start: start, End: end, Lower: strings.ToLower(written)})
		return
	}
	num, err := source.ReadNumeral(source.String, written)
	if err != nil { // an outline number (3.1.1) or a damaged amount (21,276,070,424,00): neither is a number
		s.add(Token{Kind: Label, Start: start, End: end, Lower: written})
		return
	}
	n := &Number{Start: start, Value: num.Value, Decimals: num.Decimals, Money: money, Ambiguous: num.Ambiguous}
	if start < from && !money {
		n.Value.Neg(n.Value)
	}
	if y := yearOf(written); y != 0 && !money {
		s.year(start, end, y)
		return
	}
	n.End = s.unit(n, end)
	if high, end, ok := s.rangeEnd(n, n.End); ok {
		n.High, n.End = high, end
	}
	s.add(Token{Kind: Num, Start: n.Start, End: n.End, Lower: written, Num: n})
}

// gluedDate reads a date whose spaces a scanner has lost: 11Januari2016.
func gluedDate(written string) (day, month, year int) {
	head := len(written) - len(strings.TrimLeft(written, "0123456789"))
	if head < 1 || head > 2 || len(written) < head+7 {
		return 0, 0, 0
	}
	tail := len(written) - 4
	day, _ = strconv.Atoi(written[:head])
	month, year = months[strings.ToLower(written[head:tail])], yearOf(written[tail:])
	if day < 1 || day > 31 || month == 0 || year == 0 {
		return 0, 0, 0
	}
	return day, month, year
}

// isMinus reports whether the text ends in a minus that is no hyphen and no range: " -" or "(-".
func isMinus(before string) bool {
	for _, m := range []string{"-", "−"} {
		if rest, ok := strings.CutSuffix(before, m); ok {
			return rest == "" || strings.HasSuffix(rest, " ") || strings.HasSuffix(rest, "(") || strings.HasSuffix(rest, "\n")
		}
	}
	return false
}

// digits is the end of a run of digits and marks between them; code says that it is a name, not a number (700/166/X/2024, 35a).
func (s *scanner) digits(i int) (end int, code bool) {
	t := s.text
	for i < len(t) {
		switch {
		case isDigit(t[i]):
			i++
		case (t[i] == '.' || t[i] == ',') && i+1 < len(t) && isDigit(t[i+1]):
			i += 2
		case t[i] == ',' && i+2 < len(t) && t[i+1] == ' ' && isDigit(t[i+2]) && s.scannerSpace(i):
			i += 3
		default:
			goto done
		}
	}
done:
	if i < len(t) && t[i] == '/' && i+1 < len(t) && t[i+1] > ' ' {
		for i < len(t) && t[i] > ' ' && t[i] != ')' && t[i] != ',' && t[i] != ';' {
			i++
		}
		return i, true
	}
	if w := s.wordEnd(i); w > i && !isUnitWord(strings.ToLower(t[i:w])) {
		return w, true
	}
	return i, false
}

// scannerSpace reports whether the space after the comma at i was put in by a scanner: "0, 66". Only after a lone zero,
// since "5, 66" is more likely a list.
func (s *scanner) scannerSpace(i int) bool {
	t := s.text
	if i < 1 || t[i-1] != '0' || i > 1 && (isDigit(t[i-2]) || t[i-2] == '.' || t[i-2] == ',') {
		return false
	}
	j := i + 2
	for j < len(t) && isDigit(t[j]) {
		j++
	}
	return j+1 >= len(t) || t[j] != ',' && !(t[j] == '.' && isDigit(t[j+1]))
}

func yearOf(written string) int {
	if len(written) != 4 {
		return 0
	}
	y, err := strconv.Atoi(written)
	if err != nil || y < 1945 || y > 2099 {
		return 0
	}
	return y
}

// year adds a year, or a span of years: 2021-2026, 2021 s.d. 2024.
func (s *scanner) year(start, end, y int) {
	tok := Token{Kind: Year, Start: start, End: end, Lower: s.text[start:end], Year: y}
	if j := s.joiner(end); j > 0 && j+4 <= len(s.text) && (j+4 == len(s.text) || !isDigit(s.text[j+4])) {
		if last := yearOf(s.text[j : j+4]); last >= y {
			tok.End, tok.YearEnd = j+4, last
		}
	}
	s.add(tok)
}

// joiner is where the second number of a range begins after its dash, "s.d." or "sampai dengan"; 0 where there is none.
func (s *scanner) joiner(i int) int {
	rest := s.text[i:]
	trimmed := strings.TrimLeft(rest, " \u00a0")
	for _, j := range []string{"-", "–", "—", "s.d.", "s/d", "s.d", "sd", "sampai dengan", "hingga", "sampai"} {
		if after, ok := cutPrefixFold(trimmed, j); ok {
			tail := strings.TrimLeft(after, " \u00a0")
			if tail != "" && isDigit(tail[0]) && len(trimmed)-len(tail) < 20 {
				return i + len(rest) - len(tail)
			}
		}
	}
	return 0
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

var scaleWords = map[string]int64{
	"ribu": 1e3, "rb": 1e3, "juta": 1e6, "jt": 1e6, "miliar": 1e9, "milyar": 1e9, "milliar": 1e9, "triliun": 1e12, "trilyun": 1e12,
}

func isUnitWord(w string) bool {
	_, scale := scaleWords[w]
	return scale || w == "persen" || w == "prosen" || w == "poin" || w == "point" || w == "m" || w == "t"
}

// unit reads scale, percent and points after the digits and returns the new end.
func (s *scanner) unit(n *Number, end int) int {
	if n.Money {
		for _, dash := range []string{",-", ".-", ",--", "-,"} {
			if strings.HasPrefix(s.text[end:], dash) {
				end += len(dash)
				break
			}
		}
	}
	for range 3 {
		i := skipSpaces(s.text, end)
		if i < len(s.text) && s.text[i] == '%' {
			n.Percent, end = true, i+1
			continue
		}
		w := s.wordEnd(i)
		if w == i || w-i > 8 {
			break
		}
		word := strings.ToLower(s.text[i:w])
		scale := scaleWords[word]
		if n.Money && n.Scale == nil && (s.text[i:w] == "M" || s.text[i:w] == "T") {
			scale = map[string]int64{"M": 1e9, "T": 1e12}[s.text[i:w]]
		}
		switch {
		case scale != 0 && n.Scale == nil:
			n.Scale = big.NewRat(scale, 1)
			n.Value = new(big.Rat).Mul(n.Value, n.Scale)
		case word == "persen" || word == "prosen":
			n.Percent = true
		case word == "poin" || word == "point":
			n.Points = true
		case word == "rupiah" && !n.Money:
			n.Money = true
		default:
			return end
		}
		end = w
	}
	return end
}

func skipSpaces(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\r' || s[i] == '\t') {
		i++
	}
	return i
}

// rangeEnd reads the second number of a range: 0,61 – 0,8, 90-95 %, Rp 5 juta s.d. Rp 6 juta is left as two numbers.
func (s *scanner) rangeEnd(n *Number, end int) (high *big.Rat, after int, ok bool) {
	if n.Money {
		return nil, 0, false
	}
	at := s.joiner(end)
	if at == 0 || strings.Contains(s.text[end:at], "\n") {
		return nil, 0, false
	}
	stop, code := s.digits(at)
	if code || yearOf(s.text[at:stop]) != 0 {
		return nil, 0, false
	}
	num, err := source.ReadNumeral(source.String, s.text[at:stop])
	if err != nil {
		return nil, 0, false
	}
	h := &Number{Value: num.Value, Decimals: num.Decimals}
	stop = s.unit(h, stop)
	if h.Value.Cmp(n.Value) <= 0 {
		return nil, 0, false
	}
	n.Percent, n.Points, n.Money = n.Percent || h.Percent, n.Points || h.Points, h.Money
	n.Decimals = max(n.Decimals, h.Decimals)
	return h.Value, stop, true
}

// spellings joins numbers with their words in brackets: "8 (delapan) aspek", "delapan (8) aspek", and turns numbers that
// are written in words alone into numbers.
func (s *scanner) spellings() {
	out := s.tokens[:0]
	for i := 0; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if t.Kind == Num && t.Num.High == nil {
			if words, used := s.bracketed(i + 1); used > 0 {
				t.Num.Words = words
				out = append(out, t)
				i += used
				continue
			}
		}
		if t.Kind == Word && isNumberWord(t.Lower) {
			if n, used := s.written(i); used > 0 {
				t = Token{Kind: Num, Start: n.Start, End: n.End, Lower: strings.ToLower(s.text[n.Start:n.End]), Num: n,
					Upper: t.Upper, NewLine: t.NewLine, NewPara: t.NewPara}
				i += used - 1
			}
		}
		out = append(out, t)
	}
	s.tokens = out
}

// bracketed reads "(dua puluh dua miliar … rupiah)" at token i; used is how many tokens it takes.
func (s *scanner) bracketed(i int) (w *Words, used int) {
	if i >= len(s.tokens) || !s.tokens[i].Is("(") {
		return nil, 0
	}
	var words []string
	known := 0
	for j := i + 1; j < len(s.tokens) && j-i < maxSpelled+6; j++ {
		t := &s.tokens[j]
		switch {
		case t.Is(")"):
			if known == 0 || known*2 < len(words) || j == i+1 {
				return nil, 0
			}
			w = &Words{Start: s.tokens[i+1].Start, End: s.tokens[j-1].End}
			w.Value, w.Decimals, w.OK = spelledWithUnit(words)
			return w, j - i + 1
		case t.Kind == Word:
			words = append(words, t.Lower)
			if isNumberWord(t.Lower) {
				known++
			}
		case t.Is("-", ",", "."):
		default:
			return nil, 0
		}
		if t.End-s.tokens[i].Start > maxBracket {
			return nil, 0
		}
	}
	return nil, 0
}

// spelledWithUnit drops what stands around a spelled number: rupiah, persen, poin, "koma nol nol".
func spelledWithUnit(words []string) (*big.Rat, int, bool) {
	for len(words) > 0 {
		switch words[len(words)-1] {
		case "rupiah", "persen", "prosen", "poin", "saja", "orang":
			words = words[:len(words)-1]
			continue
		}
		break
	}
	return Spelled(words)
}

// written reads a number in words at token i, with the digits in brackets after it if they are there.
func (s *scanner) written(i int) (n *Number, used int) {
	j := i
	var words []string
	for j < len(s.tokens) && j-i < maxSpelled && s.tokens[j].Kind == Word && isNumberWord(s.tokens[j].Lower) {
		words = append(words, s.tokens[j].Lower)
		j++
	}
	v, decimals, ok := Spelled(words)
	if !ok {
		return nil, 0
	}
	n = &Number{Start: s.tokens[i].Start, End: s.tokens[j-1].End, Value: v, Decimals: decimals, Worded: true}
	if j+2 < len(s.tokens) && s.tokens[j].Is("(") && s.tokens[j+1].Kind == Num && s.tokens[j+2].Is(")") && s.tokens[j+1].Num.IsPlain() {
		d := s.tokens[j+1].Num
		return &Number{Start: d.Start, End: d.End, Value: d.Value, Decimals: d.Decimals,
			Words: &Words{Start: n.Start, End: n.End, Value: v, Decimals: decimals, OK: true}}, j + 3 - i
	}
	// "satu" alone is an article more often than a count.
	if len(words) == 1 && v.Cmp(big.NewRat(2, 1)) < 0 {
		return nil, 0
	}
	if j < len(s.tokens) {
		switch s.tokens[j].Lower {
		case "persen", "prosen":
			n.Percent, n.End = true, s.tokens[j].End
			j++
		case "poin":
			n.Points, n.End = true, s.tokens[j].End
			j++
		case "rupiah":
			n.Money, n.End = true, s.tokens[j].End
			j++
		}
	}
	return n, j - i
}
