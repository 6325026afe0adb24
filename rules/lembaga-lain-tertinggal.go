package rules

import (
	"slices"
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:      "lembaga-lain-tertinggal",
	Title:     source.T("Nama lembaga lain tertinggal dalam laporan", "Another institution's name was left in the report"),
	Severity:  Sedang,
	Basis:     source.T("laporan kinerja memuat kinerja instansi pelapor · PermenPANRB 53/2014 Lampiran III (II.1, II.5)", "the report is on the reporting agency · PermenPANRB 53/2014 Lampiran III (II.1, II.5)"),
	Checklist: []string{"II.1", "II.5"},
	Doc: source.T("Laporan Kinerja, Perjanjian Kinerja, atau Renstra yang dalam narasi disebut milik lembaga sejenis dengan nama lain (Dinas lain dalam laporan Dinas) dicatat, juga Renstra Kementerian PANRB dalam laporan yang bukan miliknya. Kalimat yang membandingkan atau mengutip lembaga lain tidak diperiksa.",
		"A performance report, agreement or plan that prose gives to an institution of the same kind under another name (another Dinas in a Dinas's report) is reported, and so is the plan of Kementerian PANRB in a report that is not its own. Sentences that compare or quote other institutions are left alone."),
	Check: func(p *Pass) {
		for _, t := range p.free() {
			own := canonicalWords(t.Instansi.Nama.S + " " + t.Instansi.Pemda.S)
			if !t.Instansi.Nama.IsSet() {
				continue
			}
			for i := range t.sentences {
				s := &t.sentences[i]
				if anyWord(s, 0, len(s.Tokens), "dibandingkan", "dibanding", "evaluasi", "mengacu", "selaras", "keselarasan", "koordinasi", "replikasi", "studi", "lain", "lainnya", "berbagai") {
					continue
				}
				for k := range s.Tokens {
					n := documentAt(s, k)
					if n == 0 || k+n+1 >= len(s.Tokens) {
						continue
					}
					if last := strange(s, k, k+n, own); last > 0 {
						at := t.node.Part(s.Tokens[k+n].Start, s.Tokens[last].End)
						p.Report(at, Finding{Stated: at.Text, Expected: t.Instansi.Nama.S,
							Kondisi:     source.T("Kalimat menyebut dokumen milik %s, sedangkan instansi pelapor adalah %s", "The sentence speaks of a document of %s, but the reporting agency is %s", quoted(at.Text), quoted(t.Instansi.Nama.S)),
							Sebab:       source.T("diduga kalimat tersalin dari laporan atau contoh milik lembaga lain", "presumably the sentence was copied from another institution's report or template"),
							Rekomendasi: source.T("Agar nama lembaga pada kalimat ini diperbaiki", "Mend the institution's name in this sentence")})
					}
				}
			}
		}
	},
})

// documentAt reports with how many tokens a document of the agency's own is named at token k.
func documentAt(s *narasi.Sentence, k int) int {
	switch {
	case phrase(s, k, "perjanjian kinerja"), phrase(s, k, "rencana strategis"):
		return 2
	case s.Tokens[k].Is("renstra"):
		return 1
	}
	return reportAt(s, k)
}

var institutions = []string{"dinas", "badan", "kecamatan", "inspektorat", "pengadilan", "balai", "kantor", "kementerian", "kelurahan"}

// strange is the last token of the name of another institution that begins at token from; 0 where none does.
func strange(s *narasi.Sentence, doc, from int, own []string) int {
	kind := s.Tokens[from].Lower
	if !slices.Contains(institutions, kind) || !s.Tokens[from].Upper {
		return 0
	}
	last := from
	var words []string
	for k := from + 1; k < len(s.Tokens) && k <= from+5 && s.Tokens[k].Kind == narasi.Word && (s.Tokens[k].Upper || s.Tokens[k].Is("dan")) && !s.Tokens[k].Is("tahun"); k++ {
		last = k
		if !s.Tokens[k].Is("dan") {
			words = append(words, respell(s.Tokens[k].Lower))
		}
	}
	if len(words) == 0 {
		return 0
	}
	if kind == "kementerian" {
		plan := s.Tokens[doc].Is("rencana", "renstra")
		if plan && strings.HasPrefix(words[0], "pan") && !slices.Contains(own, "kementerian") {
			return last
		}
		return 0
	}
	if !slices.Contains(own, kind) || slices.ContainsFunc(words, func(w string) bool { return slices.Contains(own, w) && !regionWords[w] }) {
		return 0
	}
	return last
}
