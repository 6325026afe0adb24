package rules

import (
	"slices"
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

// predikatSKP is the table of PermenPANRB 6/2022: rating of results by rating of conduct gives the predicate.
var predikatSKP = map[[2]ekspektasi][]string{
	{diAtas, diBawah}:  {"Kurang", "Misconduct"},
	{diAtas, sesuai}:   {"Baik"},
	{diAtas, diAtas}:   {"Sangat Baik"},
	{sesuai, diBawah}:  {"Kurang", "Misconduct"},
	{sesuai, sesuai}:   {"Baik"},
	{sesuai, diAtas}:   {"Baik"},
	{diBawah, diBawah}: {"Sangat Kurang"},
	{diBawah, sesuai}:  {"Butuh Perbaikan"},
	{diBawah, diAtas}:  {"Butuh Perbaikan"},
}

var _ = register(Rule{
	Name:     "predikat-skp-tak-sesuai",
	Title:    source.T("Predikat kinerja tidak mengikuti kedua rating", "The predicate does not follow from the two ratings"),
	Severity: Sedang,
	Basis: source.T("Matriks rating hasil kerja dan rating perilaku · PermenPANRB 6/2022 (matriks menurut penerapannya; teks lampiran belum diperiksa)",
		"Table of the ratings of results and conduct · PermenPANRB 6/2022 (the table as it is applied; the annex itself was not read)"),
	Checklist: []string{"II.5"},
	Needs:     []string{"skp"},
	Doc: source.T("Predikat kinerja pegawai ditentukan oleh rating hasil kerja dan rating perilaku, masing-masing di bawah, sesuai, atau di atas ekspektasi. Rating atau predikat dengan kata lain tidak diperiksa.",
		"The predicate of an employee follows from the ratings of results and of conduct, each below, as or above expected. Ratings or predicates in other words are left alone."),
	Check: func(p *Pass) {
		for _, l := range p.Laporan {
			s := &l.SKP
			want := predikatSKP[[2]ekspektasi{ratingOf(s.RatingHasil), ratingOf(s.RatingPerilaku)}]
			if want == nil || !isPredikatSKP(s.Predikat.S) || slices.ContainsFunc(want, func(w string) bool { return samePredikat(s.Predikat.S, w) }) {
				continue
			}
			p.Report(s.Predikat.Node, Finding{
				Stated:   s.Predikat.S,
				Expected: strings.Join(want, " / "),
				Kondisi: source.T("Predikat kinerja tertulis %s, sedangkan hasil kerja %s dan perilaku %s memberi predikat %s",
					"The predicate reads %s, but results rated %s and conduct rated %s give %s",
					quoted(s.Predikat.S), quoted(s.RatingHasil.S), quoted(s.RatingPerilaku.S), quoted(strings.Join(want, " / "))),
				Rekomendasi: source.T("Agar predikat atau kedua rating diperiksa kembali pada dokumen evaluasi", "Check the predicate or both ratings against the evaluation document"),
			})
		}
	},
})

func samePredikat(a, b string) bool {
	return schema.Normal(strings.TrimPrefix(schema.Normal(a), "predikat ")) == schema.Normal(b)
}

func isPredikatSKP(s string) bool {
	for _, names := range predikatSKP {
		if slices.ContainsFunc(names, func(n string) bool { return samePredikat(s, n) }) {
			return true
		}
	}
	return false
}
