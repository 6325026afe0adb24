package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "isian-kosong",
	Title:    source.T("Isian yang diperlukan belum ada", "A required entry is missing"),
	Severity: Sedang,
	Basis: source.T("Kontrak data laporan (`lkjip schema`)",
		"The contract of the data (`lkjip schema`)"),
	Doc: source.T("Bagian dan isian yang wajib menurut kontrak data ditelusuri seluruhnya dalam satu pemeriksaan; satu isian yang belum ada menjadi satu catatan. Bagian yang tidak ada sama sekali tidak dianggap salah, karena dapat berada di berkas lain.",
		"All entries the contract requires are looked for in one run; each that is missing is one finding. A section that is absent as a whole is no mistake, since it may stand in another file."),
})
