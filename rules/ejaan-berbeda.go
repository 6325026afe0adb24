package rules

import (
	"slices"

	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:      "ejaan-berbeda",
	Title:     source.T("Satu kata ditulis dengan dua ejaan", "One word is spelled two ways"),
	Severity:  Rendah,
	Basis:     source.T("Kamus Besar Bahasa Indonesia; satu kata satu ejaan", "Kamus Besar Bahasa Indonesia; one word, one spelling"),
	Checklist: []string{"I.1"},
	Needs:     []string{"narasi"},
	Doc: source.T("Kata yang lazim ditulis dua cara (karir dan karier, analisa dan analisis, resiko dan risiko) dicatat sekali bila laporan memakai keduanya, di narasi atau pada nama komponen. Satu ejaan yang dipakai tetap tidak dicatat.",
		"Words that are commonly spelled two ways (karir and karier, analisa and analisis, resiko and risiko) are reported once where a report uses both, in prose or in names of components. One spelling used throughout is not reported."),
	Check: func(p *Pass) {
		seen := map[string]*source.Node{}
		note := func(w string, at func() *source.Node) {
			if (doubles[w] != "" || slices.Contains(standard, w)) && seen[w] == nil {
				seen[w] = at()
			}
		}
		for w := range p.writing() {
			for i := range w.sentences {
				for k := range w.sentences[i].Tokens {
					if t := &w.sentences[i].Tokens[k]; t.Kind == narasi.Word {
						note(t.Lower, func() *source.Node { return w.part(t, t) })
					}
				}
			}
		}
		if len(seen) == 0 {
			return
		}
		for _, a := range p.assessments() {
			for i := range a.Komponen {
				for _, w := range plainWords(a.Komponen[i].Nama.S) {
					note(w, func() *source.Node { return a.Komponen[i].Nama.Node })
				}
			}
		}
		for _, odd := range oddSpellings {
			right := doubles[odd]
			if seen[odd] != nil && seen[right] != nil {
				p.Report(seen[odd], Finding{Stated: odd, Expected: right,
					Kondisi:     source.T("Laporan menulis %s dan juga %s", "The report writes %s and also %s", quoted(odd), quoted(right)),
					Rekomendasi: source.T("Agar ejaan baku %s dipakai di seluruh laporan", "Use the standard spelling %s throughout", quoted(right))})
			}
		}
	},
})

// oddSpellings in a fixed order, with the standard one.
var (
	oddSpellings = []string{"karir", "analisa", "sistim", "resiko", "aktifitas", "efektifitas", "prosentase", "kwalitas", "ijin", "jadual", "praktek", "metoda",
		"obyek", "obyektif", "subyek", "standart", "nopember", "pebruari", "standarisasi", "hirarki", "managemen", "propinsi", "ekstrim", "produktifitas", "kreatifitas"}
	standard = []string{"karier", "analisis", "sistem", "risiko", "aktivitas", "efektivitas", "persentase", "kualitas", "izin", "jadwal", "praktik", "metode",
		"objek", "objektif", "subjek", "standar", "november", "februari", "standardisasi", "hierarki", "manajemen", "provinsi", "ekstrem", "produktivitas", "kreativitas"}
	doubles = func() map[string]string {
		m := map[string]string{}
		for i, odd := range oddSpellings {
			m[odd] = standard[i]
		}
		return m
	}()
)
