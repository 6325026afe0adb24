package rules

import (
	"lkjip/rules/narasi"
)

// maxListGap bounds the sentences an item of a list may have, maxListed the items counted.
const (
	maxListGap = 8
	maxListed  = 200
)

// listed counts the items of the list that follows a sentence which announces it: "a. … b. …", "1. …", "- …". Zero where
// no list follows, or one that only gives examples.
func (c *claim) listed() int {
	sentences := c.in.sentences
	s := c.s()
	if !c.Announces && !s.Colon || c.later() || exemplary(s, c.Last) {
		return 0
	}
	i := c.sentence + 1
	if i == len(sentences) && s.Colon {
		return len(c.in.daftar)
	}
	if i >= len(sentences) || sentences[i].Item == "" {
		return 0
	}
	first := sentences[i].Item
	if first == "-" || first == "•" {
		n := 0
		for ; i < len(sentences) && sentences[i].Item == first && n < maxListed; i++ {
			n++
		}
		return n
	}
	if first != "a" && first != "1" {
		return 0
	}
	want, n, gap := markerOf(&sentences[i]), 0, 0
	if want != 1 {
		return 0
	}
	for ; i < len(sentences) && gap < maxListGap && n < maxListed; i++ {
		switch m := markerOf(&sentences[i]); {
		case m == want && sameStyle(&sentences[i], first):
			n, want, gap = n+1, want+1, 0
		case m == 1 && sameStyle(&sentences[i], first):
			return n // another list begins
		default:
			gap++
		}
	}
	return n
}

// later reports whether another count of the sentence is the one the list belongs to.
func (c *claim) later() bool {
	s := c.s()
	for k := c.Last + 1; k < len(s.Tokens); k++ {
		if n := s.Tokens[k].Num; n.IsPlain() && k+1 < len(s.Tokens) && s.Tokens[k+1].Kind == narasi.Word {
			return true
		}
	}
	return false
}

// exemplary reports whether the list only gives examples.
func exemplary(s *narasi.Sentence, from int) bool {
	for k := from; k < len(s.Tokens); k++ {
		if s.Tokens[k].Is("antara", "diantaranya", "misalnya", "seperti", "contohnya", "termasuk", "salah") {
			return true
		}
	}
	return false
}

// markerOf is the number of an item's marker: a and 1 are 1. Zero for no marker.
func markerOf(s *narasi.Sentence) int {
	if s.Item == "" {
		return 0
	}
	m := s.Item
	if len(m) == 1 && m[0] >= 'a' && m[0] <= 'z' {
		return int(m[0]-'a') + 1
	}
	n := 0
	for _, r := range m {
		if r < '0' || r > '9' {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	return n
}

func sameStyle(s *narasi.Sentence, first string) bool {
	return (s.Item[0] >= 'a') == (first[0] >= 'a')
}

// namesAfter counts the names of the dossier after "yaitu" and the like, where nothing but these names stands there. Zero
// where other words do: what they name is not known.
func (c *claim) namesAfter() int {
	s := c.s()
	if !c.Announces || c.later() || exemplary(s, c.Last) {
		return 0
	}
	from := -1
	for k := c.Last + 1; k < len(s.Tokens); k++ {
		if s.Tokens[k].Is("yaitu", "yakni", "meliputi", "mencakup", ":") {
			from = k + 1
			break
		}
	}
	if from < 0 {
		return 0
	}
	names := map[*topic]bool{}
	k := from
	for k < len(s.Tokens) {
		if m := mentionAt(c.in.mentions[c.sentence], k); m != nil {
			names[m.topic] = true
			k = m.last + 1
			continue
		}
		t := &s.Tokens[k]
		switch {
		case t.Is("dan", "serta", "program", "kegiatan", "indikator", "aspek", "sasaran", "dimensi") || t.Kind == narasi.Mark && !t.Is("(", ":"):
			k++
		case t.Is(",") && k+1 < len(s.Tokens) && s.Tokens[k+1].Is("dengan", "sebagaimana", "yang"):
			return len(names)
		case t.Is("dengan", "sebagaimana", "yang") && len(names) > 1:
			return len(names)
		default:
			return 0
		}
	}
	return len(names)
}

func mentionAt(list []mention, k int) *mention {
	for i := range list {
		if list[i].first == k {
			return &list[i]
		}
	}
	return nil
}
