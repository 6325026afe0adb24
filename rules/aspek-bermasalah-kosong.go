package rules

import (
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "aspek-bermasalah-kosong",
	Title:    source.T("Aspek yang disebut bermasalah tidak mempunyai saran perbaikan", "An aspect said to have problems has no recommendation"),
	Severity: Sedang,
	Basis: source.T("tindak lanjut memuat seluruh rekomendasi hasil evaluasi · PermenPANRB 88/2021 · PermenPANRB 53/2014 Lampiran III (I.5)",
		"the follow-up covers all recommendations of the evaluation · PermenPANRB 88/2021 · PermenPANRB 53/2014 Lampiran III (I.5)"),
	Checklist: []string{"I.5"},
	Needs:     []string{"tindak_lanjut"},
	Doc: source.T("Bila narasi menyebut permasalahan atau rekomendasi pada beberapa aspek, setiap aspek yang disebut harus mempunyai paling sedikit satu saran dalam tabel tindak lanjut. Aspek yang barisnya hanya berisi tanda `-` dicatat.",
		"Where prose speaks of problems or recommendations on several aspects, each must have at least one recommendation in the follow-up table. Aspects whose rows hold only a dash are reported."),
	Check: func(p *Pass) {
		empty := p.emptyAspects()
		if len(empty) == 0 {
			return
		}
		for _, t := range p.free() {
			for i := range t.sentences {
				s := &t.sentences[i]
				for k := range s.Tokens {
					if s.Tokens[k].Is("aspek", "komponen") && anyWord(s, 0, k, "permasalahan", "kelemahan", "rekomendasi", "catatan", "kendala", "temuan", "saran") &&
						!anyWord(s, 0, k, "tidak", "tanpa", "bukan") {
						p.namedEmpty(t, s, k+1, empty)
						break
					}
				}
			}
		}
	},
})

// emptyAspects are the aspects of the follow-up table that have rows, none of them with a recommendation.
func (p *Pass) emptyAspects() map[string]schema.Teks {
	empty, filled := map[string]schema.Teks{}, map[string]bool{}
	for _, l := range p.Laporan {
		for i := range l.TindakLanjut {
			row := &l.TindakLanjut[i]
			w := canonicalWords(row.Aspek.S)
			if len(w) == 0 {
				continue
			}
			if saran := schema.Normal(row.Saran.S); saran == "" || saran == "nihil" {
				empty[w[0]] = row.Aspek
			} else {
				filled[w[0]] = true
			}
		}
	}
	for w := range filled {
		delete(empty, w)
	}
	return empty
}

func (p *Pass) namedEmpty(t *passage, s *narasi.Sentence, from int, empty map[string]schema.Teks) {
	for k := from; k < len(s.Tokens); k++ {
		tok := &s.Tokens[k]
		aspek, ok := empty[respell(tok.Lower)]
		if !ok || tok.Kind != narasi.Word {
			continue
		}
		p.Report(t.node.Part(tok.Start, tok.End), Finding{Stated: t.text[tok.Start:tok.End],
			Kondisi: source.T("Narasi menyebut permasalahan pada aspek %s, sedangkan tabel tindak lanjut tidak memuat saran untuk aspek %s", "Prose speaks of problems on the aspect %s, but the follow-up table has no recommendation on %s",
				quoted(tok.Lower), quoted(aspek.S)),
			Rekomendasi: source.T("Agar aspek ini dikeluarkan dari kalimat, atau saran dan tindak lanjutnya dimuat dalam tabel", "Take the aspect out of the sentence, or put its recommendation and follow-up into the table")})
	}
}
