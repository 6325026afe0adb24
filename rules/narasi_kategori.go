package rules

import (
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
)

// labelOn is the name the scale knows at the beginning of the claim's words: "Baik" of "Baik Kabupaten Contoh".
func (c *claim) labelOn(scale *schema.Skala) schema.Teks {
	text := c.in.text[c.LabelAt[0]:c.LabelAt[1]]
	for text != "" {
		if len(calc.NamedRows(scale, text)) > 0 {
			return schema.Teks{Node: c.in.node.Part(c.LabelAt[0], c.LabelAt[0]+len(text)), S: text}
		}
		i := strings.LastIndexAny(text, " \n")
		if i < 0 || c.Quoted {
			break
		}
		text = strings.TrimRight(text[:i], " \n")
	}
	return schema.Teks{}
}

// scoreBeside is the score in the sentence that the category is given to: the number nearest to it, percent or not.
func (p *Pass) scoreBeside(c *claim, percent bool) *schema.Figure {
	s := c.s()
	best, distance := -1, 16
	for k := range s.Tokens {
		n := s.Tokens[k].Num
		if n == nil || n.Percent != percent || n.High != nil || n.Money || n.Points || n.Worded || s.Unit(k) != "" ||
			percent && s.PartOfCount(k) >= 0 || anyWord(s, min(k, c.At), max(k, c.At), ";", "sedangkan", "sementara") {
			continue
		}
		if !percent && slices.Contains([]string{"target", "maksimal", "tertinggi", "bobot"}, before(s, k)) {
			continue
		}
		if d := max(k-c.At, c.At-k); d < distance {
			best, distance = k, d
		}
	}
	if best < 0 {
		return nil
	}
	return p.prose().number(c.in, s.Tokens[best].Num)
}

// ofParts reports whether the category is given to some of many: "12 orang (12,37 %) berpredikat Baik".
func (c *claim) ofParts() bool {
	s := c.s()
	for k := c.At - 1; k >= 0 && k >= c.At-8; k-- {
		if s.Tokens[k].Kind == narasi.Num && (s.PartOfCount(k) >= 0 || s.Unit(k) != "" && s.Tokens[k].Num.IsPlain()) {
			return true
		}
	}
	return false
}

// before is the last telling word before a token: "target nilai yang ditetapkan sebesar 275" gives target.
func before(s *narasi.Sentence, k int) string {
	for j := k - 1; j >= 0 && j >= k-6; j-- {
		if s.Tokens[j].Is("target", "maksimal", "tertinggi", "bobot", "nilai", "realisasi") {
			if s.Tokens[j].Is("nilai") && j > 0 && s.Tokens[j-1].Is("target") {
				return "target"
			}
			return s.Tokens[j].Lower
		}
	}
	return ""
}

// assessedScore is the score that the topic's assessment gives for the claim's year.
func (p *Pass) assessedScore(c *claim) *schema.Figure {
	for _, a := range p.assessments() {
		if a.Tahun.Year() == c.year && schema.Normal(a.Skema.S) == schema.Normal(c.topic.assessed.Skema.S) {
			return a.score()
		}
	}
	return nil
}
