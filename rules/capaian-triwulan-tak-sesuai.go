package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "capaian-triwulan-tak-sesuai",
	Title:    source.T("Capaian triwulan berbeda dari hasil hitung target dan realisasinya", "Capaian of a quarter differs from what its target and realisasi give"),
	Severity: Sedang,
	Basis: source.T("capaian triwulan = realisasi triwulan ÷ target triwulan × 100, atau ÷ target setahun; pengukuran dilakukan per triwulan dan tahunan · PermenPANRB 53/2014 Lampiran III (I.3, II.5)",
		"capaian of a quarter = its realisasi ÷ its target × 100, or ÷ the year's target; performance is measured by quarter and year · PermenPANRB 53/2014 Lampiran III (I.3, II.5)"),
	Checklist: []string{"I.3", "II.5"},
	Doc: source.T("Capaian setiap triwulan dihitung ulang dari realisasi triwulan itu terhadap target triwulan atau target setahun, dan dari realisasi yang dijumlahkan sampai triwulan itu. Cara yang cocok untuk angka itu diterima. Angka yang tidak cocok dengan cara mana pun dinyatakan salah bila target triwulan tidak disajikan atau sebagian besar capaian triwulan laporan itu mengikuti satu cara; selain itu tidak diuji.",
		"The capaian of every quarter is computed again from its realisasi against the target of the quarter or of the year, and from the realisasi added up to that quarter. Whichever fits is accepted. A figure that fits none is wrong where no target of the quarter is given or where most quarters of the report follow one of them; else it is not tested."),
	Check: func(p *Pass) {
		var fits [waysOfQuarter]int
		var open [][]*calc.Relation
		for m := range p.measured() {
			for q, capaian := range schema.Years(m.CapaianTw) {
				ways := m.quarterly(q, capaian)
				if r := firstWay(fits[:], ways); r != nil {
					p.Relate(r)
				} else {
					open = append(open, ways)
				}
			}
		}
		usual := usualWay(fits[:])
		for _, ways := range open {
			switch r := ways[usual]; {
			case ways[0] == nil && ways[1] != nil:
				p.Relate(ways[1])
			case r != nil && fits[usual] > len(open):
				p.Relate(r)
			default:
				for _, r := range ways {
					if r != nil {
						p.Untested(r.Result.Figure.Node, source.T("cara menghitung capaian triwulan tidak dapat dipastikan", "how the capaian of quarters is computed is not certain"))
						break
					}
				}
			}
		}
	},
})

// waysOfQuarter is how many ways of computing the capaian of a quarter are in use.
const waysOfQuarter = 4

// quarterly are the ways: against the quarter's target, the year's, and both with the realisasi added up; nil where a figure
// is missing.
func (m measured) quarterly(q int, capaian *schema.Figure) []*calc.Relation {
	ways := make([]*calc.Relation, waysOfQuarter)
	own, target := m.RealisasiTw[q], m.TargetTriwulan[q]
	soFar, targetSoFar := upTo(m.RealisasiTw, q), upTo(m.TargetTriwulan, q)
	for i, pair := range [waysOfQuarter][2]*schema.Figure{{own, target}, {own, &m.Target}, {soFar, &m.Target}, {soFar, targetSoFar}} {
		if pair[0] != nil && pair[1] != nil && pair[0].IsSet() && pair[1].IsSet() {
			ways[i] = m.achievement(capaian, pair[0], pair[1])
		}
	}
	return ways
}

// upTo adds up the quarters to q, nil where one is missing.
func upTo(quarters map[int]*schema.Figure, q int) *schema.Figure {
	if q < 2 {
		return nil
	}
	var parts []*schema.Figure
	for i := 1; i <= q; i++ {
		f := quarters[i]
		if f == nil || !f.IsNumber() {
			return nil
		}
		parts = append(parts, f)
	}
	return calc.Total(parts...)
}
