package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "skala-tumpang-tindih",
	Title:    source.T("Dua baris skala memuat nilai yang sama", "Two rows of a scale hold the same value"),
	Severity: Sedang,
	Basis: source.T("setiap nilai masuk tepat satu baris skala · PermenPANRB 53/2014 Lampiran III (I.3)",
		"every value belongs to exactly one row of a scale · PermenPANRB 53/2014 Lampiran III (I.3)"),
	Checklist: []string{"I.3"},
	Needs:     []string{"skala_capaian"},
	Doc: source.T("Dua baris yang bersebelahan tidak boleh memuat nilai yang sama. Baris yang hanya berbagi satu batas (80–90 dan 90–100) dicatat rendah, kecuali ada nilai laporan tepat pada batas itu. Dicatat sekali per skala.",
		"Neighbouring rows may not hold the same value. Rows that share one bound alone (80–90 and 90–100) are rendah, unless a value of the report lies exactly on it. Noted once a scale."),
	Check: func(p *Pass) {
		for _, d := range p.declaredScales() {
			overlaps := calc.Overlaps(d.Skala)
			if len(overlaps) == 0 {
				continue
			}
			worst := overlaps[0]
			for _, o := range overlaps {
				if !o.Between.IsPoint() || d.inside(o.Between) != nil {
					worst = o
					break
				}
			}
			f := Finding{Stated: rowTitle(worst.Lower) + " – " + rowTitle(worst.Upper),
				Kondisi: source.T("nilai %s masuk dua baris sekaligus, %s dan %s", "the value %s is on two rows at once, %s and %s",
					showSpan(worst.Between), quoted(rowTitle(worst.Lower)), quoted(rowTitle(worst.Upper))),
				Rekomendasi: source.T("Agar setiap batas hanya masuk satu baris, misalnya lebih dari 80 sampai 90, lebih dari 90 sampai 100", "Let each bound belong to one row, as in above 80 to 90, above 90 to 100")}
			if worst.Between.IsPoint() && d.inside(worst.Between) == nil {
				f.Severity = Rendah
			}
			p.Report(worst.Upper.Node, f)
		}
	},
})
