package rules

import (
	"slices"
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:      "kepanjangan-berbeda",
	Title:     source.T("Satu singkatan diberi dua kepanjangan", "One abbreviation is given two long forms"),
	Severity:  Rendah,
	Basis:     source.T("satu singkatan satu kepanjangan", "one abbreviation, one long form"),
	Checklist: []string{"I.1"},
	Needs:     []string{"narasi"},
	Doc: source.T("Kepanjangan di depan singkatan dalam kurung, yang huruf awalnya membentuk singkatan itu (`Sasaran Kinerja Pegawai (SKP)`), harus sama di seluruh laporan. Singkatan yang tidak dibentuk dari huruf awal tidak diperiksa.",
		"The long form before an abbreviation in brackets whose initials make it (`Sasaran Kinerja Pegawai (SKP)`) must be one throughout. Abbreviations not made of initials are left alone."),
	Check: func(p *Pass) {
		type form struct {
			text string
			n    int
			at   *source.Node
		}
		known := map[string][]*form{}
		var order []string
		for w := range p.writing() {
			for i := range w.sentences {
				s := &w.sentences[i]
				for k := 2; k+2 < len(s.Tokens); k++ {
					first := longForm(w.node.Text, s, k)
					if first < 0 {
						continue
					}
					short := w.node.Text[s.Tokens[k+1].Start:s.Tokens[k+1].End]
					text := strings.Join(plainWords(w.node.Text[s.Tokens[first].Start:s.Tokens[k-1].End]), " ")
					j := slices.IndexFunc(known[short], func(f *form) bool { return f.text == text })
					if j < 0 {
						if known[short] == nil {
							order = append(order, short)
						}
						known[short] = append(known[short], &form{text, 0, w.part(&s.Tokens[first], &s.Tokens[k-1])})
						j = len(known[short]) - 1
					}
					known[short][j].n++
				}
			}
		}
		for _, short := range order {
			forms := known[short]
			if len(forms) < 2 {
				continue
			}
			slices.SortStableFunc(forms, func(a, b *form) int { return b.n - a.n })
			for _, f := range forms[1:] {
				p.Report(f.at, Finding{Stated: f.at.Text, Expected: forms[0].at.Text,
					Kondisi:     source.T("%s dipanjangkan sebagai %s dan juga %s", "%s is spelled out as %s and also as %s", short, quoted(forms[0].at.Text), quoted(f.at.Text)),
					Rekomendasi: source.T("Agar satu kepanjangan dipakai di seluruh laporan", "Use one long form throughout")})
			}
		}
	},
})

// plainWords are a name's words without marks and joining words.
func plainWords(s string) []string {
	return slices.DeleteFunc(strings.Fields(strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune(",.;:/\"“”*_-–&()", r) {
			return ' '
		}
		return r
	}, s))), func(w string) bool { return w == "dan" })
}

// longForm finds at token k, an opening bracket before an abbreviation, the first token of the words whose initials make
// the abbreviation; -1 where there are none.
func longForm(text string, s *narasi.Sentence, k int) int {
	short := &s.Tokens[k+1]
	if !s.Tokens[k].Is("(") || !s.Tokens[k+2].Is(")") || short.Kind != narasi.Word || short.End-short.Start < 3 || short.End-short.Start > 8 {
		return -1
	}
	letters := text[short.Start:short.End]
	if letters != strings.ToUpper(letters) {
		return -1
	}
	j := k - 1
	for n := len(letters) - 1; n >= 0; n-- {
		for j >= 0 && s.Tokens[j].Is("dan", "di", "ke", "atas", "untuk", "yang", "-", ",") {
			j--
		}
		if j < 0 || s.Tokens[j].Kind != narasi.Word || !s.Tokens[j].Upper || text[s.Tokens[j].Start] != letters[n] {
			return -1
		}
		j--
	}
	return j + 1
}
