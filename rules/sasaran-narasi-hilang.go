package rules

import (
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "sasaran-narasi-hilang",
	Title:    source.T("Sasaran yang disebut narasi tidak ada dalam data", "A sasaran named in prose is missing from the data"),
	Severity: Sedang,
	Basis: source.T("sasaran dalam laporan = sasaran dalam Renstra dan Perjanjian Kinerja · PermenPANRB 53/2014 Lampiran III (III.1, III.2)",
		"sasaran in the report = sasaran in the plan and the performance agreement · PermenPANRB 53/2014 Lampiran III (III.1, III.2)"),
	Checklist: []string{"III.1", "III.2"},
	Needs:     []string{"narasi", "pengukuran"},
	Doc: source.T("Butir daftar sesudah `sasaran strategis … adalah:` dan sasaran strategis yang ditulis dalam tanda petik harus ada pada Renstra, Perjanjian Kinerja, atau pengukuran. Nama yang dipendekkan atau salah ketik ringan diterima. Sasaran RPJMD dan milik instansi lain tidak diperiksa.",
		"Items of a list after `sasaran strategis … adalah:` and strategic sasaran in quotes must be in the plan, the performance agreement or the measurement. Shortened names and slips of typing are accepted. Sasaran of the RPJMD and of other agencies are left alone."),
	Check: func(p *Pass) {
		if len(p.objectives()) == 0 {
			return
		}
		for _, t := range p.free() {
			for i := range t.sentences {
				s := &t.sentences[i]
				at := objectiveWords(s)
				if at < 0 || anyWord(s, 0, len(s.Tokens), "rpjmd", "bupati", "walikota", "gubernur", "misi", "nasional", "rkpd") {
					continue
				}
				if s.Colon && !exemplary(s, at) {
					for k := i + 1; k < len(t.sentences) && t.sentences[k].Item != ""; k++ {
						p.knownObjective(t, trimMarks(t.sentences[k].Tokens[1:]))
					}
					for k := 0; k < len(t.daftar) && i == len(t.sentences)-1; k++ {
						p.objectiveItem(&t.daftar[k])
					}
				}
				if q := quotedAfter(s, at); len(q) > 0 {
					p.knownObjective(t, q)
				}
			}
		}
	},
})

// objectiveWords is the token after "sasaran strategis", -1 where the sentence does not say it.
func objectiveWords(s *narasi.Sentence) int {
	for k := range s.Tokens {
		if phrase(s, k, "sasaran strategis") {
			return k + 2
		}
	}
	return -1
}

// trimMarks drops marks and joining words from the end of an item.
func trimMarks(tokens []narasi.Token) []narasi.Token {
	for len(tokens) > 0 && (tokens[len(tokens)-1].Kind == narasi.Mark || tokens[len(tokens)-1].Is("dan", "serta")) {
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}

// quotedAfter is the text in quotes that follows within a few words.
func quotedAfter(s *narasi.Sentence, from int) []narasi.Token {
	for k := from; k < len(s.Tokens) && k < from+6; k++ {
		if !s.Tokens[k].Is("\"") {
			continue
		}
		for end := k + 1; end < len(s.Tokens); end++ {
			if s.Tokens[end].Is("\"") {
				return s.Tokens[k+1 : end]
			}
		}
	}
	return nil
}

func (p *Pass) knownObjective(t *passage, tokens []narasi.Token) {
	if len(tokens) < 3 || tokens[0].Kind != narasi.Word {
		return
	}
	// Sasaran begin with a state reached: Meningkatnya, Terwujudnya, Optimalnya. Other items are no sasaran.
	if first := tokens[0].Lower; !strings.HasSuffix(first, "nya") {
		return
	}
	p.objectiveAt(t.node.Part(tokens[0].Start, tokens[len(tokens)-1].End))
}

// objectiveItem looks at one item of a list that stands outside the text.
func (p *Pass) objectiveItem(item *schema.Teks) {
	if words := strings.Fields(item.S); len(words) > 2 && strings.HasSuffix(strings.ToLower(words[0]), "nya") {
		p.objectiveAt(item.Node)
	}
}

func (p *Pass) objectiveAt(at *source.Node) {
	for _, o := range p.objectives() {
		if nearName(o.S, at.Text) || shorterName(o.S, at.Text) {
			return
		}
	}
	p.Report(at, Finding{Stated: strings.Join(strings.Fields(at.Text), " "),
		Kondisi:     source.T("Narasi menyebut sasaran strategis %s, yang tidak ada pada Renstra, Perjanjian Kinerja, maupun pengukuran", "Prose names the strategic sasaran %s, which is not in the plan, the performance agreement or the measurement", quoted(at.Text)),
		Rekomendasi: source.T("Agar sasaran yang sama dipakai di seluruh dokumen, atau perubahannya dijelaskan", "Use the same sasaran in all documents, or explain the change")})
}
