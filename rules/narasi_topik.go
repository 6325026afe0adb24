package rules

import (
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
)

// topic is something of the dossier that prose names: an indicator, a component of an assessment, a programme.
type topic struct {
	name      string
	kind      topicKind
	indikator *schema.Indikator // where it is measured; nil for other kinds
	polarity  calc.Polarity
	assessed  *assessed // the assessment that gives the indicator's value, or that the component is part of
	values    map[narasi.Aspect]map[int]*schema.Figure
	all       []*schema.Figure // every figure known of it
	doubled   bool             // two things have the name, with different figures
	rows      []*schema.BarisAnggaran
	sasaran   bool // an indicator of a sasaran, not of a goal
}

type topicKind uint8

const (
	indikatorTopic topicKind = iota
	komponenTopic
	barisTopic
	sasaranTopic
)

// get is the topic's figure for an aspect and year, nil where none is printed.
func (t *topic) get(a narasi.Aspect, year int) *schema.Figure {
	if f := t.values[a][year]; f.IsNumber() {
		return f
	}
	return nil
}

func (t *topic) put(a narasi.Aspect, year int, f *schema.Figure) {
	if !f.IsSet() {
		return
	}
	t.all = append(t.all, f)
	if t.values == nil {
		t.values = map[narasi.Aspect]map[int]*schema.Figure{}
	}
	if t.values[a] == nil {
		t.values[a] = map[int]*schema.Figure{}
	}
	if t.values[a][year] == nil {
		t.values[a][year] = f
	}
}

// entry is one spelling of a topic's name.
type entry struct {
	words []string
	topic *topic
	cue   bool // a common word: counts only where a word says what it is ("aspek Pengadaan")
	loose bool // a shortened name
}

// glossary finds the dossier's names in sentences: linear in the sentence, by the first word.
type glossary struct {
	byFirst map[string][]entry
	byName  map[string]*topic
	topics  []*topic
	measure []*topic // those that are indicators
}

func (g *glossary) add(name string, t *topic, cue, loose bool) {
	words := canonicalWords(name)
	if len(words) == 0 || len(words) > 30 || len(words) == 1 && len(words[0]) < 3 {
		return
	}
	list := g.byFirst[words[0]]
	for i := range list {
		if slices.Equal(list[i].words, words) {
			if list[i].topic != t && !list[i].loose && !loose {
				list[i].topic.doubled = list[i].topic.doubled || list[i].topic.kind == t.kind
			}
			if list[i].topic != t && list[i].loose && !loose {
				list[i] = entry{words, t, cue, loose}
			} else if list[i].topic != t && loose && list[i].loose {
				list[i].topic = ambiguous
			}
			return
		}
	}
	list = append(list, entry{words, t, cue, loose})
	slices.SortStableFunc(list, func(a, b entry) int { return len(b.words) - len(a.words) })
	g.byFirst[words[0]] = list
}

// ambiguous is what a shortened name means that two topics share.
var ambiguous = &topic{name: "", doubled: true}

// respelled words are spelled two ways by everyone.
var respelled = map[string]string{"karier": "karir", "sistim": "sistem", "managemen": "manajemen", "analisa": "analisis", "kwalitas": "kualitas",
	"prosentase": "persentase", "aktifitas": "aktivitas", "efektifitas": "efektivitas", "standart": "standar", "resiko": "risiko"}

func respell(w string) string {
	if r, ok := respelled[w]; ok {
		return r
	}
	return w
}

func canonicalWords(name string) []string {
	words := strings.Fields(schema.Normal(strings.ReplaceAll(name, "&", " dan ")))
	out := words[:0]
	for _, w := range words {
		if w != "dan" {
			out = append(out, respell(w))
		}
	}
	return out
}

// mention is where a sentence names a topic.
type mention struct {
	first, last int // tokens
	topic       *topic
}

var cueWords = map[string]bool{"aspek": true, "dimensi": true, "komponen": true, "unsur": true, "subkomponen": true, "variabel": true, "subaspek": true}

// mentions are the names in a sentence, longest first at each place, not overlapping.
func (g *glossary) mentions(s *narasi.Sentence) []mention {
	var out []mention
	cued := false // "aspek Pengadaan, Promosi dan Mutasi, dan …": a cue holds for the list after it
	for i := 0; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Kind != narasi.Word {
			if t.Is(".", ";", ":") {
				cued = false
			}
			continue
		}
		cued = cued || cueWords[t.Lower]
		if e, last := g.match(s, i, cued); e != nil {
			out = append(out, mention{i, last, e.topic})
			i = last
		}
	}
	return out
}

func (g *glossary) match(s *narasi.Sentence, i int, cued bool) (*entry, int) {
	list := g.byFirst[respell(s.Tokens[i].Lower)]
	for k := range list {
		e := &list[k]
		last, ok := i, true
		j := i + 1
		for w := 1; w < len(e.words); {
			if j >= len(s.Tokens) {
				ok = false
				break
			}
			t := &s.Tokens[j]
			switch {
			case t.Is("dan") || t.Kind == narasi.Mark && !t.Is(".", ";", ":"):
				j++
				continue
			case t.Kind == narasi.Word && respell(t.Lower) == e.words[w], t.Kind != narasi.Word && t.Lower == e.words[w]:
				last = j
				w++
				j++
				continue
			}
			ok = false
			break
		}
		if !ok || e.cue && !(cued && s.Tokens[i].Upper) && !(s.Tokens[i].Upper && scoreFollows(s, last)) {
			continue
		}
		return e, last
	}
	return nil, 0
}

// scoreFollows reports whether a score in brackets follows: "Pengadaan (28 dari nilai maksimal 40)".
func scoreFollows(s *narasi.Sentence, last int) bool {
	return last+2 < len(s.Tokens) && s.Tokens[last+1].Is("(") && s.Tokens[last+2].Kind == narasi.Num
}

// generics open an indicator's name without telling it from others.
var generics = map[string]bool{"indeks": true, "nilai": true, "persentase": true, "tingkat": true, "jumlah": true, "angka": true, "skor": true,
	"capaian": true, "rata": true, "rasio": true, "cakupan": true, "hasil": true, "predikat": true, "penerapan": true, "level": true}

// variants are the ways prose shortens an indicator's name: alternatives parted by "/", without brackets, the name in
// brackets alone, and without the generic words in front.
func variants(name string) (exact, loose []string) {
	exact = []string{name}
	for _, part := range append(strings.Split(name, "/"), unbracketed(name)) {
		if len(canonicalWords(part)) > 1 {
			exact = append(exact, part)
		}
	}
	for _, m := range reBrackets.FindAllString(name, 3) {
		if inner := strings.Trim(m, "()"); len(inner) > 2 && inner == strings.ToUpper(inner) {
			loose = append(loose, inner)
			if words := canonicalWords(unbracketed(name)); len(words) > 0 && generics[words[0]] {
				loose = append(loose, words[0]+" "+inner)
			}
		}
	}
	words := canonicalWords(unbracketed(strings.Split(name, "/")[0]))
	for len(words) > 2 && generics[words[0]] {
		words = words[1:]
		loose = append(loose, strings.Join(words, " "), "nilai "+strings.Join(words, " "), "penerapan "+strings.Join(words, " "),
			"nilai penerapan "+strings.Join(words, " "))
	}
	return exact, loose
}
