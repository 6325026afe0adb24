package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "rumus-rusak",
	Title:    source.T("Rumus tidak menghasilkan nilai", "A formula gives no value"),
	Severity: Sedang,
	Basis: source.T("Nilai yang tersimpan di dalam buku kerja adalah yang dilaporkan",
		"What the workbook stores is what is reported"),
	Doc: source.T("Sel yang menampilkan #REF!, #DIV/0!, dan sejenisnya, atau rumus yang hasilnya belum tersimpan karena berkas dibuat program lain.",
		"A cell that shows #REF!, #DIV/0! and the like, or a formula whose result is not stored because another program made the file."),
})
