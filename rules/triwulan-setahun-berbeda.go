package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "triwulan-setahun-berbeda",
	Title:    source.T("Angka triwulan berbeda dari angka setahunnya", "The quarters differ from the figure of the year"),
	Severity: Sedang,
	Basis: source.T("triwulan IV kumulatif, atau jumlah keempat triwulan, adalah angka setahun · PermenPANRB 53/2014 Lampiran III (II.5, III.4)",
		"the last quarter, counted up to it, or the sum of all four, is the figure of the year · PermenPANRB 53/2014 Lampiran III (II.5, III.4)"),
	Checklist: []string{"II.5", "III.4"},
	Needs:     []string{"pengukuran"},
	Doc: source.T("Bila keempat triwulan dan angka setahun suatu indikator tersedia, triwulan IV (bila dihitung kumulatif) atau jumlah keempatnya sama dengan angka setahun, untuk target maupun realisasi. Indikator yang tidak cocok dengan salah satunya dicatat hanya bila sedikitnya tiga indikator lain, dan tiga kali lebih banyak daripada yang tidak cocok, mengikuti satu cara; selain itu tidak diuji, karena persentase dan indeks tidak berjumlah.",
		"Where all four quarters and the year of an indicator are given, the last quarter (where they count up) or their sum is the figure of the year, for targets as for realisasi. An indicator that fits neither is reported only where at least three others, and three times as many as do not fit, follow one way; else it is not tested, since percentages and indices are not sums."),
	Check: func(p *Pass) {
		var targets, results []*inQuarters
		for m := range p.measured() {
			targets = append(targets, quartersOf(m.TargetTriwulan, &m.Target))
			results = append(results, quartersOf(m.RealisasiTw, &m.Realisasi))
		}
		p.relateQuarters(targets)
		p.relateQuarters(results)
	},
})

// minAlike is how many indicators show at least how the quarters of a report count.
const minAlike = 3

// inQuarters is a figure of a year with those of its quarters.
type inQuarters struct {
	ways   [2]*calc.Relation // the last quarter, their sum
	rising bool              // no quarter is below the one before: they may count up
}

// quartersOf is nil where a quarter or the year has no number.
func quartersOf(quarters map[int]*schema.Figure, year *schema.Figure) *inQuarters {
	if !year.IsNumber() {
		return nil
	}
	all := &inQuarters{rising: true}
	sum := calc.Sum(year)
	for q := 1; q <= 4; q++ {
		f := quarters[q]
		if !f.IsNumber() {
			return nil
		}
		if q > 1 && calc.Judge(calc.NotAbove(quarters[q-1], f)).State == calc.Broken {
			all.rising = false
		}
		sum.Terms = append(sum.Terms, calc.Term{Figure: f})
	}
	all.ways = [2]*calc.Relation{calc.Same(quarters[4], year), sum}
	return all
}

// relateQuarters relates each year with its quarters in the way that fits; those that fit none in the way that most do.
func (p *Pass) relateQuarters(all []*inQuarters) {
	var fits [2]int
	var open []*inQuarters
	for _, i := range all {
		if i == nil {
			continue
		}
		switch r, holds := holding(i.ways[:]...); {
		case !holds:
			open = append(open, i)
		case r == i.ways[0]:
			fits[0]++
			p.Relate(r)
		default:
			fits[1]++
			p.Relate(r)
		}
	}
	usual := usualWay(fits[:])
	for _, i := range open {
		if fits[usual] >= max(minAlike, 3*len(open)) && (usual == 1 || i.rising) {
			p.Relate(i.ways[usual])
		}
	}
}
