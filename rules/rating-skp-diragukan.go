package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "rating-skp-diragukan",
	Title:    source.T("Rating hasil kerja tidak didukung realisasi", "The rating of results is not borne out by the realisation"),
	Severity: Rendah,
	Basis: source.T("Rating hasil kerja menggambarkan realisasi terhadap ekspektasi · PermenPANRB 6/2022; informasi didukung data · PermenPANRB 53/2014 Lampiran III (II.2)",
		"The rating of results reflects realisation against expectation · PermenPANRB 6/2022; information is backed by data · PermenPANRB 53/2014 Lampiran III (II.2)"),
	Checklist: []string{"II.2"},
	Needs:     []string{"skp"},
	Doc: source.T("Dicatat bila rating hasil kerja `sesuai` atau `di atas ekspektasi`, sedangkan lebih dari separuh indikator SKP yang dapat dihitung tidak mencapai target. Target rentang tercapai mulai batas bawahnya. Pimpinan dapat punya alasan lain, sehingga catatan ini ringan.",
		"Reported where results are rated as expected or above although more than half of the SKP's indicators that can be compared miss their targets. A range is met from its lower end. The superior may have other reasons, which is why the finding is light."),
	Check: func(p *Pass) {
		for _, l := range p.Laporan {
			if rating := ratingOf(l.SKP.RatingHasil); rating == sesuai || rating == diAtas {
				p.ratedTooHigh(&l.SKP)
			}
		}
	},
})

func (p *Pass) ratedTooHigh(s *schema.SKP) {
	compared := 0
	var missed []Evidence
	for i := range s.Hasil {
		h := &s.Hasil[i]
		j := p.Judge(calc.Reach(&h.Realisasi, &h.Target, calc.PolarityOf(schema.Choice(h.Polaritas))))
		switch j.State {
		case calc.Holds:
			compared++
		case calc.Broken:
			compared++
			j.Result.Name, j.Terms[0].Name = source.T("realisasi %s", "realisation of %s", h.Indikator.S), source.T("target", "target")
			missed = append(missed, evidenceOf(&j))
		}
	}
	if compared < 3 || 2*len(missed) <= compared {
		return
	}
	p.Report(s.RatingHasil.Node, Finding{
		Stated: s.RatingHasil.S,
		Kondisi: source.T("Rating hasil kerja tertulis %s, sedangkan %d dari %d indikator tidak mencapai target",
			"Results are rated %s, but %d of %d indicators miss their targets", quoted(s.RatingHasil.S), len(missed), compared),
		Rekomendasi: source.T("Agar dasar pemberian rating dijelaskan, atau rating ditinjau kembali", "Explain what the rating rests on, or review it"),
		Evidence:    missed,
	})
}
