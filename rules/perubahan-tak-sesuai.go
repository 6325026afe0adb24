package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "perubahan-tak-sesuai",
	Title:    source.T("Perubahan dari tahun sebelumnya berbeda dari hasil hitungnya", "The change against the year before differs from its computation"),
	Severity: Sedang,
	Basis: source.T("perubahan = (realisasi − realisasi tahun sebelumnya) ÷ realisasi tahun sebelumnya × 100 · PermenPANRB 53/2014 Lampiran III (II.5, III.7)",
		"change = (realisasi − realisasi of the year before) ÷ realisasi of the year before × 100 · PermenPANRB 53/2014 Lampiran III (II.5, III.7)"),
	Checklist: []string{"II.5", "III.7"},
	Doc: source.T("Persentase perubahan dihitung ulang dari realisasi tahun laporan dan riwayat tahun sebelumnya. Selisih tanpa tanda persen diterima sebagai perubahan dalam satuan indikatornya.",
		"The percentage of change is computed again from the reported year and the year before. A difference without a percent sign is accepted as a change in the indicator's own unit."),
	Check: func(p *Pass) {
		for m := range p.measured() {
			before := m.Riwayat[m.year-1]
			if before == nil {
				continue
			}
			points := calc.Difference(&m.Perubahan, &m.Realisasi, before)
			if !m.Perubahan.Percent && calc.Judge(points).State == calc.Holds {
				p.Relate(points)
				continue
			}
			r := calc.Increase(&m.Perubahan, &m.Realisasi, before)
			r.Terms[0].Exact, r.Terms[1].Exact = m.counts(&m.Realisasi), m.counts(before)
			p.RelateAs(r, About{Describe: m.describeChange})
		}
	},
})

// describeChange makes the finding tinggi where rise and fall are mistaken for each other, or the change is not even near.
func (m measured) describeChange(fault *calc.Fault, f *Finding) {
	if fault.Figure != &m.Perubahan {
		return
	}
	for _, right := range calc.AtFaceValue(fault.Broken[0].Relation) {
		stated := m.Perubahan.Value
		if right.Sign()*stated.Sign() < 0 {
			f.Severity = Tinggi
			f.Akibat = source.T("kenaikan terbaca sebagai penurunan", "a rise reads as a fall")
			if right.Sign() < 0 {
				f.Akibat = source.T("penurunan terbaca sebagai kenaikan", "a fall reads as a rise")
			}
		} else if !calc.Near(stated, right) {
			f.Severity = Tinggi
		}
	}
}
