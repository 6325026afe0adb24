package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "selisih-tak-sesuai",
	Title:    source.T("Selisih pagu berbeda dari pagu sesudah dikurangi pagu sebelum perubahan", "The change of the pagu differs from pagu after minus pagu before the revision"),
	Severity: Sedang,
	Basis: source.T("selisih = pagu sesudah perubahan − pagu sebelum perubahan · PermenPANRB 53/2014 Lampiran III (I.6)",
		"selisih = pagu after the revision − pagu before it · PermenPANRB 53/2014 Lampiran III (I.6)"),
	Checklist: []string{"I.6", "II.5"},
	Doc: source.T("Selisih harus sama dengan pagu sesudah perubahan dikurangi pagu sebelum perubahan. Tabel yang menghitung sebaliknya pada setiap baris (sebelum dikurangi sesudah) mengikuti caranya sendiri; hanya tanda yang berbeda di dalam satu tabel yang dicatat.",
		"The change equals the pagu after the revision minus the pagu before it. A table that subtracts the other way in every row follows its own way; only a sign that departs from its table is reported."),
	Check: func(p *Pass) {
		forward := func(row *schema.BarisAnggaran) *calc.Relation {
			return calc.Difference(&row.Selisih, &row.Pagu, &row.PaguMurni)
		}
		backward := func(row *schema.BarisAnggaran) *calc.Relation {
			return calc.Difference(&row.Selisih, &row.PaguMurni, &row.Pagu)
		}
		for _, table := range p.budgetTables() {
			balance := 0
			for row := range barisAnggaran(table) {
				if calc.Judge(forward(row)).State == calc.Holds {
					balance++
				}
				if calc.Judge(backward(row)).State == calc.Holds {
					balance--
				}
			}
			relate := forward
			if balance < 0 {
				relate = backward
			}
			for row := range barisAnggaran(table) {
				p.Relate(relate(row))
			}
		}
	},
})
