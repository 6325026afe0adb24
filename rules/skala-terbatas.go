package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "skala-terbatas",
	Title:    source.T("Skala tidak memuat nilai yang dilaporkan", "A reported value lies beyond the scale"),
	Severity: Sedang,
	Basis: source.T("setiap nilai masuk tepat satu baris skala · PermenPANRB 53/2014 Lampiran III (I.3)",
		"every value belongs to exactly one row of a scale · PermenPANRB 53/2014 Lampiran III (I.3)"),
	Checklist: []string{"I.3"},
	Doc: source.T("Bila ada capaian di atas baris tertinggi atau di bawah baris terendah skala laporan, capaian itu tidak mempunyai sebutan. Dicatat sekali per skala, pada capaian pertama yang di luar skala; capaian yang salah hitung dicatat oleh aturannya sendiri.",
		"A capaian above the highest or below the lowest row of the report's scale has no name. Noted once a scale, at the first such capaian; a capaian that is computed wrongly is noted by its own rule."),
	Check: func(p *Pass) {
		wrong := p.wrongCapaian()
		for _, d := range p.declaredScales() {
			noted := !p.readable(d)
			for _, f := range d.scores {
				r := calc.HasRow(f, d.Skala)
				v := calc.Judge(r)
				if v.State == calc.Holds {
					p.Relate(r)
					continue
				}
				if noted || v.State != calc.Broken || !v.Above && !v.Below || wrong[f] {
					continue
				}
				noted = true
				p.RelateAs(r, About{Describe: func(_ *calc.Fault, out *Finding) { beyond(d, f, v.Above, out) }})
			}
		}
	},
})

func beyond(d declared, score *schema.Figure, above bool, f *Finding) {
	side := source.T("di bawah baris terendah", "below the lowest row")
	if above {
		side = source.T("di atas baris tertinggi", "above the highest row")
	}
	f.Expected = ""
	f.Kondisi = source.T("%s sebesar %s berada %s %s, sehingga tidak mempunyai sebutan", "%s, %s, lies %s of %s and has no name", schema.Label(score.Node), score.Show(), side, d.Nama.S)
	f.Rekomendasi = source.T("Agar skala dilengkapi dengan baris untuk nilai itu, misalnya lebih dari 100, atau capaian dibatasi dan batasnya dinyatakan",
		"Complete the scale with a row for that value, such as above 100, or cap capaian and say so")
}

// wrongCapaian are capaian that do not follow from their target and realisasi.
func (p *Pass) wrongCapaian() map[*schema.Figure]bool {
	wrong := map[*schema.Figure]bool{}
	for m := range p.measured() {
		for _, y := range m.years() {
			if calc.Judge(m.achievement(y.capaian, y.realisasi, y.target)).State == calc.Broken {
				wrong[y.capaian] = true
			}
		}
	}
	return wrong
}
