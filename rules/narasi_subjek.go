package rules

import (
	"slices"
	"strings"

	"lkjip/rules/narasi"
)

// turned reports whether the sentence turns from what a mention names to something else before the claim. A nil mention
// stands for what the sentence before spoke of.
func (n *naratif) turned(c *claim, m *mention) bool {
	from, after := 0, false
	if m != nil {
		from, after = m.last+1, true
		if n.excluded(c.s(), m) {
			return true
		}
	}
	return c.s().Turns(from, c.At, after, func(i int) bool { return c.inName(i) || n.ours(c, i) })
}

// ours reports whether a word is one of the agency's own name or region.
func (n *naratif) ours(c *claim, i int) bool {
	w := c.s().Tokens[i].Lower
	return strings.Contains(" "+n.own+" ", " "+w+" ") || regionWords[w] || slices.Contains(canonicalWords(c.in.Instansi.Nama.S), w)
}

// excluded reports whether a sentence leaves out what it names: "tanpa memperhitungkan Program …".
func (n *naratif) excluded(s *narasi.Sentence, m *mention) bool {
	for k := m.first - 1; k >= 0 && k >= m.first-3; k-- {
		if s.Tokens[k].Is("tanpa", "selain", "kecuali", "mengecualikan", "luar", "termasuk") && !(s.Tokens[k].Is("termasuk") && !(k > 0 && s.Tokens[k-1].Is("tidak"))) {
			return true
		}
	}
	return false
}

// severalValues reports whether the sentence gives one thing several values of the same kind and year, or sets it against
// itself: then they are of its parts or of other populations ("di perkotaan 4,11 % dan di perdesaan 7,92 %").
func (n *naratif) severalValues(c *claim) bool {
	for _, m := range c.in.mentions[c.sentence] {
		if m.topic == c.topic && m.first > c.At && anyWord(c.s(), c.At, m.first, "sedangkan", "sementara", ";") {
			return true
		}
	}
	return slices.ContainsFunc(n.claims, func(o *claim) bool {
		return o != c && o.in == c.in && o.sentence == c.sentence && o.Kind == narasi.Level && o.topic == c.topic && o.Aspect == c.Aspect && o.year == c.year &&
			o.Number.High == nil && o.Number.Percent == c.Number.Percent && o.Number.Value.Cmp(c.Number.Value) != 0
	})
}

// levels are the levels of government and the parts of a population whose figures are not the agency's own.
var levels = map[string]bool{"nasional": true, "provinsi": true, "regional": true, "uptd": true, "puskesmas": true, "kecamatan": true, "kelurahan": true,
	"desa": true, "perkotaan": true, "perdesaan": true, "pedesaan": true, "perempuan": true, "laki": true}

// otherLevel is the other level or part that a word at token k says a figure is of: "prevalensi nasional sebesar …", "target
// provinsi". The name of an institution ("Badan Narkotika Nasional", "Provinsi Riau") and the agency's own say nothing.
func (n *naratif) otherLevel(c *claim, k int) string {
	t := &c.s().Tokens[k]
	if t.Kind != narasi.Word || !levels[t.Lower] || t.Upper && t.Lower != "uptd" && t.Lower != "puskesmas" || c.inName(k) {
		return ""
	}
	if strings.Contains(" "+n.own+" "+strings.Join(canonicalWords(c.in.Instansi.Nama.S), " ")+" ", " "+t.Lower+" ") {
		return ""
	}
	return "tingkat " + t.Lower
}

// within reports whether a budget row is named only as the place of something smaller: "pengadaan obat pada Program …".
func (n *naratif) within(c *claim, m *mention) bool {
	s := c.s()
	if m.first == 0 || !s.Tokens[m.first-1].Is("pada", "dalam", "melalui", "di", "dari") {
		return false
	}
	for k := m.first - 2; k >= 0; k-- {
		t := &s.Tokens[k]
		if t.Kind == narasi.Num || t.Is(",", ";", ":") {
			break
		}
		if !t.Plain() && !c.inName(k) && !n.ours(c, k) {
			return true
		}
	}
	return false
}
