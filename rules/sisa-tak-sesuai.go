package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "sisa-tak-sesuai",
	Title:    source.T("Sisa anggaran berbeda dari pagu dikurangi realisasi", "The remaining budget differs from pagu minus realisasi"),
	Severity: Tinggi,
	Basis: source.T("sisa = pagu − realisasi · PermenPANRB 53/2014 Lampiran III (I.6)",
		"sisa = pagu − realisasi · PermenPANRB 53/2014 Lampiran III (I.6)"),
	Checklist: []string{"I.6"},
	Doc: source.T("Pada setiap baris dan jumlah tabel anggaran, sisa harus sama dengan pagu yang berlaku (sesudah perubahan bila ada) dikurangi realisasi. Tabel yang seluruhnya menghitung dari pagu sebelum perubahan mengikuti dasarnya sendiri, dan tabel yang seluruhnya mencetak realisasi dikurangi pagu (lebih/kurang) mengikuti tandanya sendiri. Rupiah dihitung tepat tanpa toleransi, kecuali tabel menyatakan satuan ribuan atau jutaan.",
		"In every row and total of a budget table, sisa equals the pagu in force (revised where there is a revision) minus realisasi. A table that computes throughout from the pagu before the revision follows that base, and one that prints realisasi minus pagu throughout (lebih/kurang) follows its own sign. Rupiah are exact, without tolerance, unless the table declares thousands or millions."),
	Check: func(p *Pass) {
		relate := func(row *schema.BarisAnggaran, pagu *schema.Figure) *calc.Relation {
			return calc.Difference(&row.Sisa, pagu, &row.Realisasi)
		}
		over := func(row *schema.BarisAnggaran, pagu *schema.Figure) *calc.Relation {
			return calc.Difference(&row.Sisa, &row.Realisasi, pagu)
		}
		for _, table := range p.budgetTables() {
			way := relate
			if overUnder(table) {
				way = over
			}
			base := baseOf(table, way)
			for row := range barisAnggaran(table) {
				p.Relate(way(row, base(row)))
			}
		}
	},
})

// overUnder reports whether a table prints realisasi minus pagu instead, the "lebih/(kurang)" of financial reports: most of
// its rows that can tell do, of a table of income however few.
func overUnder(table *schema.Anggaran) bool {
	left, over := 0, 0
	for row := range barisAnggaran(table) {
		a := calc.Judge(calc.Difference(&row.Sisa, inForce(row), &row.Realisasi)).State
		b := calc.Judge(calc.Difference(&row.Sisa, &row.Realisasi, inForce(row))).State
		switch {
		case a == calc.Holds && b == calc.Broken:
			left++
		case b == calc.Holds && a == calc.Broken:
			over++
		}
	}
	return over > left && (over >= majority || ofRevenue(table.Node))
}
