package rules

import (
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "skala-bercelah",
	Title:    source.T("Skala tidak memuat semua nilai", "A scale leaves values without a row"),
	Severity: Rendah,
	Basis: source.T("setiap nilai masuk tepat satu baris skala · PermenPANRB 53/2014 Lampiran III (I.3)",
		"every value belongs to exactly one row of a scale · PermenPANRB 53/2014 Lampiran III (I.3)"),
	Checklist: []string{"I.3"},
	Needs:     []string{"skala_capaian"},
	Doc: source.T("Antara dua baris skala yang bersebelahan tidak boleh ada nilai tanpa baris pada ketelitian angka laporan: 91–100 dan 81–90 rapat bagi bilangan bulat, tetapi tidak bagi capaian 90,5. Dicatat sekali per skala, dan lebih berat bila ada nilai laporan yang jatuh di celah itu.",
		"Between neighbouring rows no value may be left without a row at the precision of the report's figures: 91–100 and 81–90 are tight for whole numbers but not for 90,5. Noted once a scale, and heavier where a value of the report lies in the gap."),
	Check: func(p *Pass) {
		for _, d := range p.declaredScales() {
			gaps := calc.Gaps(d.Skala, d.decimals())
			if len(gaps) == 0 || !p.readable(d) {
				continue
			}
			slices.Reverse(gaps) // scales are printed from the best row down
			worst, fallen := gaps[0], (*schema.Figure)(nil)
			for _, g := range gaps {
				if f := d.inside(g.Between); f != nil {
					worst, fallen = g, f
					break
				}
			}
			f := Finding{Stated: rowTitle(worst.Lower) + " – " + rowTitle(worst.Upper),
				Kondisi: source.T("nilai di antara %s dan %s tidak masuk baris mana pun (baris %s dan %s); celah seperti ini ada %d", "values between %s and %s are on no row (rows %s and %s); there are %d such gaps",
					showSpan(calc.Point(worst.Between.Low)), showSpan(calc.Point(worst.Between.High)), quoted(rowTitle(worst.Lower)), quoted(rowTitle(worst.Upper)), len(gaps)),
				Rekomendasi: source.T("Agar batas skala dibuat bersambung, misalnya lebih dari 80 sampai 90, lebih dari 90 sampai 100", "Make the bounds of the scale join, as in above 80 to 90, above 90 to 100")}
			if fallen != nil {
				f.Severity = Sedang
				f.Akibat = source.T("%s sebesar %s tidak mempunyai sebutan", "%s, %s, has no name", schema.Label(fallen.Node), fallen.Show())
			}
			p.Report(worst.Upper.Node, f)
		}
	},
})
