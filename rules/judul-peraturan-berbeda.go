package rules

import (
	"slices"
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:      "judul-peraturan-berbeda",
	Title:     source.T("Satu peraturan dikutip dengan dua judul", "One regulation is cited under two titles"),
	Severity:  Rendah,
	Basis:     source.T("judul peraturan sesuai naskahnya · UU 12/2011 Lampiran II", "titles of regulations as in their text · UU 12/2011 Lampiran II"),
	Checklist: []string{"I.1"},
	Needs:     []string{"narasi"},
	Doc: source.T("Judul sesudah `Nomor … Tahun … tentang` dibandingkan antarkutipan untuk jenis, nomor dan tahun yang sama. Judul yang dipenggal di belakang, singkatan dan huruf besar-kecil tidak dicatat; kata yang hilang atau berbeda di tengah dicatat sekali.",
		"Titles after `Nomor … Tahun … tentang` are compared between citations of the same kind, number and year. Titles cut short at the end, abbreviations and case do not matter; words missing or differing in the middle are reported once."),
	Check: func(p *Pass) {
		type cited struct {
			words []string
			text  string
		}
		known := map[string]cited{}
		told := map[string]bool{}
		for w := range p.writing() {
			for i := range w.sentences {
				s := &w.sentences[i]
				for k := range s.Tokens {
					key, first, last := citation(s, k)
					if key == "" {
						continue
					}
					at := w.part(&s.Tokens[first], &s.Tokens[last])
					title := cited{plainWords(at.Text), at.Text}
					old, seen := known[key]
					if !seen {
						known[key] = title
						continue
					}
					n := min(len(old.words), len(title.words))
					if n < 3 || told[key] || slices.Equal(old.words[:n], title.words[:n]) || !alikeTitles(old.words, title.words) {
						continue
					}
					told[key] = true
					p.Report(at, Finding{Stated: at.Text, Expected: old.text,
						Kondisi:     source.T("%s dikutip dengan judul %s dan juga %s", "%s is cited as %s and also as %s", key, quoted(old.text), quoted(at.Text)),
						Rekomendasi: source.T("Agar judul peraturan ditulis sesuai naskahnya di seluruh laporan", "Write the regulation's title as in its text throughout")})
				}
			}
		}
	},
})

// citation reads a citation at token k, the word Nomor: a key of kind, number and year, and the tokens of its title.
func citation(s *narasi.Sentence, k int) (key string, first, last int) {
	if !s.Tokens[k].Is("nomor", "no") || k == 0 {
		return "", 0, 0
	}
	n := k + 1
	if n < len(s.Tokens) && s.Tokens[n].Is(".") {
		n++
	}
	if n+3 >= len(s.Tokens) || s.Tokens[n].Kind != narasi.Label || !s.Tokens[n+1].Is("tahun") || !s.Tokens[n+3].Is("tentang") {
		return "", 0, 0
	}
	kind := ""
	for j := k - 1; j >= 0 && j >= k-8; j-- {
		if s.Tokens[j].Is("peraturan", "undang", "keputusan", "perda", "perbup", "perwali", "permenpanrb", "permendagri", "perpres") {
			for m := j; m < k && m < j+3; m++ {
				kind += s.Tokens[m].Lower + " "
			}
			break
		}
	}
	if kind == "" {
		return "", 0, 0
	}
	first = n + 4
	for last = first; last < len(s.Tokens); last++ {
		t := &s.Tokens[last]
		if t.Is(";", ".", "(", "sebagaimana", "jo", "peraturan", "undang", "nomor", "dimana", "bahwa", "maka") || t.Is("yang", "serta", "telah") && last > first+3 {
			break
		}
		if t.Kind == narasi.Word && !t.Upper && !t.Is("dan", "di", "ke", "atas", "untuk", "dalam", "pada", "yang", "bagi", "oleh", "dengan", "dari", "serta", "tentang") {
			break // titles are set in capitals
		}
	}
	for last--; last > first && (s.Tokens[last].Kind == narasi.Mark || s.Tokens[last].Is("dan", "atas", "perubahan", "dalam", "pada", "untuk", "dengan", "di")); last-- {
	}
	if last <= first {
		return "", 0, 0
	}
	return strings.TrimSpace(kind) + " " + s.Tokens[n].Lower + "/" + s.Tokens[n+2].Lower, first, last
}

// alikeTitles reports whether two titles share most of their words, so that they are one title written differently.
func alikeTitles(a, b []string) bool {
	shared := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			shared++
		}
	}
	return shared*10 >= 6*min(len(a), len(b))
}
