package narasi

// Sentence is one sentence, heading or list item of a passage.
type Sentence struct {
	Start, End int
	Tokens     []Token
	Item       string // the marker, for an item of a list: "a.", "1.", "-"
	Para       int    // number of the paragraph, from 0
	Colon      bool   // ends in ":", so that what follows is what it announces
}

// maxSentence bounds a sentence in tokens, so that text without full stops is read in linear time.
const maxSentence = 500

// abbreviations are followed by a dot that ends no sentence.
var abbreviations = map[string]bool{
	"no": true, "nom": true, "rp": true, "kab": true, "kec": true, "kel": true, "prov": true, "dr": true, "drs": true, "dra": true, "ir": true,
	"h": true, "hj": true, "st": true, "tgl": true, "tab": true, "gb": true, "hal": true, "hlm": true, "jl": true, "jln": true, "tk": true,
	"gol": true, "sdr": true, "jo": true, "plt": true, "plh": true, "pjs": true, "art": true, "lamp": true, "yth": true, "sos": true,
	"si": true, "pd": true, "kom": true, "ak": true, "kep": true, "keb": true, "hut": true, "ap": true, "kes": true, "mm": true, "prof": true,
	"per": true, "pem": true, "th": true, "thn": true, "ds": true, "dk": true, "kpd": true, "ttd": true, "sek": true, "ket": true,
}

// Split splits a passage into sentences. A sentence ends at a full stop that is no abbreviation's, at an empty line, before
// an item of a list and after a colon at the end of a line.
func Split(text string) []Sentence {
	tokens := Scan(text)
	var out []Sentence
	from, para := 0, 0
	flush := func(to int) {
		if to > from {
			out = append(out, sentence(tokens[from:to], para))
		}
		from = to
	}
	for i := range tokens {
		t := &tokens[i]
		if i > from && (i-from >= maxSentence || t.NewPara || t.Item || t.NewLine && heading(tokens, i)) {
			flush(i)
		}
		if t.NewPara && i > 0 {
			para++
		}
		if ends(tokens, i) {
			end := i + 1
			for end < len(tokens) && tokens[end].Is("\"", "'", ")", "]") && tokens[end].Start == tokens[end-1].End {
				end++
			}
			flush(end)
		}
	}
	flush(len(tokens))
	return out
}

func sentence(tokens []Token, para int) Sentence {
	s := Sentence{Start: tokens[0].Start, End: tokens[len(tokens)-1].End, Tokens: tokens, Para: para}
	if tokens[0].Item {
		s.Item = tokens[0].Lower
		if tokens[0].Kind == Label && s.Item == "" {
			s.Item = "-"
		}
	}
	s.Colon = tokens[len(tokens)-1].Is(":")
	return s
}

// heading reports whether a line begins with an outline number and a capital: "3.1. Capaian Kinerja".
func heading(tokens []Token, i int) bool {
	t := &tokens[i]
	outline := t.Kind == Label && isDigit(t.Lower[0]) || t.Kind == Num && t.Num.Decimals > 0 && !t.Num.Percent && t.Num.Words == nil
	if !outline {
		return false
	}
	for j := i + 1; j < len(tokens) && j <= i+2; j++ {
		if tokens[j].Is(".") {
			continue
		}
		return tokens[j].Kind == Word && tokens[j].Upper && !tokens[j].NewLine && tokens[i+1].Is(".")
	}
	return false
}

// ends reports whether a sentence ends at token i.
func ends(tokens []Token, i int) bool {
	t := &tokens[i]
	last := i+1 == len(tokens)
	if t.Is("!", "?") {
		return true
	}
	if t.Is(":", ";") {
		return last || tokens[i+1].NewLine
	}
	if !t.Is(".") {
		return false
	}
	if last {
		return true
	}
	next := &tokens[i+1]
	if i == 0 || next.Start == t.End && !next.Is("\"", "'", ")") {
		return false // kasn.go.id
	}
	prev := &tokens[i-1]
	if prev.Kind == Word {
		// S.Sos, s.d., H. Rahmadi: a single letter is an initial; after "Kab." a name follows.
		if prev.End-prev.Start == 1 && prev.Lower != "i" || abbreviations[prev.Lower] && prev.Start > 0 {
			return next.NewPara
		}
	}
	switch next.Kind {
	case Word:
		return next.Upper || next.NewPara
	case Mark:
		return next.Is("\"", "'", "(", "•", "-") && next.Start > t.End
	}
	// A number begins no sentence in running text, but a label or a year may follow a full stop.
	return next.NewLine || next.Kind == Label && next.Item
}
