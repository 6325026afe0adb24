package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "capaian-akhir-tak-sesuai",
	Title:    source.T("Capaian terhadap target akhir Renstra berbeda dari hasil hitungnya", "Capaian against the Renstra's end target differs from its computation"),
	Severity: Sedang,
	Basis: source.T("capaian terhadap target akhir = realisasi ÷ target akhir × 100 · PermenPANRB 53/2014 Lampiran II (Bab III huruf A butir 3)",
		"capaian against the end target = realisasi ÷ end target × 100 · PermenPANRB 53/2014 Lampiran II (Bab III A point 3)"),
	Checklist: []string{"II.5", "III.7"},
	Doc: source.T("Realisasi tahun laporan (atau tahun pada judul kolomnya) dibandingkan dengan target akhir Renstra menurut polaritas indikator. Indikator kumulatif boleh memakai jumlah realisasi sampai tahun itu.",
		"Realisasi of the reported year (or the year in the heading) against the Renstra's end target, by the indicator's polarity. A cumulative indicator may use the sum of realisasi up to that year."),
	Check: func(p *Pass) {
		for m := range p.measured() {
			year := m.year
			if r := m.dated(); r != nil {
				if calc.Judge(r).State == calc.Broken {
					continue // tahun-capaian-keliru says it
				}
				year = m.TahunCapaian.Year()
			}
			r := m.achievement(&m.CapaianAkhir, m.realisasiOf(year), &m.TargetAkhir)
			if calc.Judge(r).State == calc.Broken && m.accumulates(year) {
				continue
			}
			p.Relate(r)
		}
	},
})

// accumulates reports whether capaian_akhir fits the sum of all realisasi up to the year.
func (m measured) accumulates(year int) bool {
	var parts []*schema.Figure
	for y, f := range schema.Years(m.Riwayat) {
		if y < year {
			parts = append(parts, f)
		}
	}
	total := calc.Total(append(parts, m.realisasiOf(year))...)
	if total == nil || len(parts) == 0 {
		return false
	}
	r := m.achievement(&m.CapaianAkhir, total, &m.TargetAkhir)
	r.Terms[1].Exact = total.Decimals == 0
	return calc.Judge(r).State == calc.Holds
}
