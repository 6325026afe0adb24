package rules

import (
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "indikator-narasi-berbeda",
	Title:    source.T("Narasi menyebut indikator lain untuk sasaran yang sama", "Prose gives another indicator for the same objective"),
	Severity: Sedang,
	Basis: source.T("satu sasaran satu himpunan indikator · PermenPANRB 53/2014 Lampiran III (III.2, III.5)",
		"one objective, one set of indicators · PermenPANRB 53/2014 Lampiran III (III.2, III.5)"),
	Checklist: []string{"III.2", "III.5"},
	Needs:     []string{"narasi"},
	Doc: source.T("Kalimat yang menyebut tujuan atau sasaran dalam tanda petik dan sesudahnya indikatornya dalam tanda petik dibandingkan dengan indikator tujuan atau sasaran itu pada bagan RPJMD, Renstra, PK, dan pengukuran. Nama yang dipendekkan, singkatan (IKM untuk Indeks Kepuasan Masyarakat) dan salah ketik ringan diterima; sasaran yang tidak ada dalam data tidak diuji.",
		"A sentence that names a goal or objective in quotes and then its indicator in quotes is held against the indicators of that goal or objective in the diagram of the RPJMD, the plan, the PK and the measurement. Shortened names, abbreviations and slips of typing are accepted; objectives the data does not have are not tested."),
	Check: func(p *Pass) {
		owned := p.ownedIndicators()
		if len(owned) == 0 {
			return
		}
		for _, t := range p.free() {
			for i := range t.sentences {
				p.indicatorsQuoted(t, &t.sentences[i], owned)
			}
		}
	},
})

// ownership is a goal or objective and one of its indicators.
type ownership struct{ objective, indicator schema.Teks }

func (p *Pass) ownedIndicators() (out []ownership) {
	planned := func(objective schema.Teks, list []schema.IndikatorRenstra) {
		for i := range list {
			out = append(out, ownership{objective, list[i].Nama})
		}
	}
	for _, l := range p.Laporan {
		for i := range l.RPJMD {
			planned(l.RPJMD[i].Uraian, l.RPJMD[i].Indikator)
		}
		for i := range l.Renstra.Tujuan {
			planned(l.Renstra.Tujuan[i].Uraian, l.Renstra.Tujuan[i].Indikator)
		}
		for _, s := range l.Renstra.AllSasaran() {
			planned(s.Uraian, s.Indikator)
		}
		lists := [][]schema.Sasaran{l.Pengukuran.Sasaran}
		for i := range l.PerjanjianKinerja {
			lists = append(lists, l.PerjanjianKinerja[i].Sasaran)
		}
		for i := range l.Pengukuran.Tujuan {
			t := &l.Pengukuran.Tujuan[i]
			lists = append(lists, t.Sasaran, []schema.Sasaran{{Uraian: t.Uraian, Indikator: t.Indikator}})
		}
		for _, list := range lists {
			for i := range list {
				for j := range list[i].Indikator {
					out = append(out, ownership{list[i].Uraian, list[i].Indikator[j].Nama})
				}
			}
		}
	}
	return out
}

// indicatorsQuoted walks the quotes of a sentence: one after "tujuan" or "sasaran" names the objective, those after
// "indikator" its indicators.
func (p *Pass) indicatorsQuoted(t *passage, s *narasi.Sentence, owned []ownership) {
	what, objective := "", ""
	for k := 0; k < len(s.Tokens); k++ {
		tok := &s.Tokens[k]
		switch {
		case tok.Is("tujuan", "sasaran"):
			what, objective = "objective", ""
		case tok.Is("indikator", "indikatornya", "iku"):
			what = "indicator"
		case tok.Is("\""):
			end := k + 1
			for end < len(s.Tokens) && !s.Tokens[end].Is("\"") {
				end++
			}
			if end == len(s.Tokens) || end == k+1 {
				return
			}
			at := t.node.Part(s.Tokens[k+1].Start, s.Tokens[end-1].End)
			switch {
			case what == "objective":
				objective = at.Text
			case what == "indicator" && objective != "":
				p.indicatorOf(at, objective, owned)
			}
			k = end
		}
	}
}

func (p *Pass) indicatorOf(at *source.Node, objective string, owned []ownership) {
	var names []string
	for _, o := range owned {
		if !o.indicator.IsSet() || !nearName(o.objective.S, objective) {
			continue
		}
		if alike(o.indicator.S, at.Text) || stands(o.indicator.S, at.Text) || stands(at.Text, o.indicator.S) {
			return
		}
		names = append(names, quoted(o.indicator.S)+" ("+o.indicator.Place().Short()+")")
	}
	if len(names) == 0 {
		return
	}
	listed := strings.Join(names, ", ")
	p.Report(at, Finding{Stated: strings.Join(strings.Fields(at.Text), " "), Expected: strings.Trim(strings.SplitN(listed, "` (", 2)[0], "`"),
		Kondisi:     source.T("Narasi menyebut indikator %s untuk %s, sedangkan data memuat %s", "Prose gives the indicator %s for %s, but the data has %s", quoted(at.Text), quoted(objective), listed),
		Rekomendasi: source.T("Agar indikator yang sama dipakai di narasi, bagan, dan tabel, atau perbedaannya dijelaskan", "Use the same indicator in prose, diagram and table, or explain the difference")})
}

// stands reports whether a short form in one name is made of the initials of words in the other: IKM, Indeks Kepuasan
// Masyarakat.
func stands(short, long string) bool {
	words := wordsOf(long)
	for _, w := range wordsOf(short) {
		for from := range words {
			to := from + len(w)
			if len(w) >= 2 && to <= len(words) && contracts(w, words[from:to]) {
				return true
			}
		}
	}
	return false
}
