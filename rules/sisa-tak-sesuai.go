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
	Doc: source.T("Pada setiap baris dan jumlah tabel anggaran, sisa harus sama dengan pagu yang berlaku (sesudah perubahan bila ada) dikurangi realisasi. Tabel yang seluruhnya menghitung dari pagu sebelum perubahan mengikuti dasarnya sendiri. Rupiah dihitung tepat tanpa toleransi, kecuali tabel menyatakan satuan ribuan atau jutaan.",
		"In every row and total of a budget table, sisa equals the pagu in force (revised where there is a revision) minus realisasi. A table that computes throughout from the pagu before the revision follows that base. Rupiah are exact, without tolerance, unless the table declares thousands or millions."),
	Check: func(p *Pass) {
		relate := func(row *schema.BarisAnggaran, pagu *schema.Figure) *calc.Relation {
			return calc.Difference(&row.Sisa, pagu, &row.Realisasi)
		}
		for _, table := range p.budgetTables() {
			base := baseOf(table, relate)
			for row := range barisAnggaran(table) {
				p.Relate(relate(row, base(row)))
			}
		}
	},
})
