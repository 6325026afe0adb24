package rules

import (
	"iter"

	"lkjip/schema"
)

// budgetTables are all budget tables of the dossier.
func (p *Pass) budgetTables() []*schema.Anggaran {
	return schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.Anggaran { return l.Anggaran })
}

// budgetRows are the rows of all budget tables, each table's total after its rows.
func (p *Pass) budgetRows() iter.Seq[*schema.BarisAnggaran] {
	return func(yield func(*schema.BarisAnggaran) bool) {
		for _, table := range p.budgetTables() {
			for i := range table.Baris {
				if !yield(&table.Baris[i]) {
					return
				}
			}
			if !yield(&table.Jumlah) {
				return
			}
		}
	}
}
