package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "pengabaian-tak-berlaku",
	Title:    source.T("Pengabaian tidak dapat diberlakukan", "A waiver cannot apply"),
	Severity: Sedang,
	Basis:    waiverBasis,
	Doc: source.T("Pengabaian menyebut aturan yang tidak dikenal, atau aturan tentang jumlah rupiah: penjumlahan rupiah tidak dapat diabaikan di samping angkanya.",
		"A waiver names a rule that does not exist, or one on rupiah totals: sums of rupiah cannot be waived beside the figure."),
})
