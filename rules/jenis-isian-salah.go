package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "jenis-isian-salah",
	Title:    source.T("Isian berjenis lain daripada yang diperlukan", "An entry is of another kind than needed"),
	Severity: Sedang,
	Basis: source.T("Kontrak data laporan (`lkjip schema`)",
		"The contract of the data (`lkjip schema`)"),
	Doc: source.T("Misalnya daftar di tempat satu nilai, atau satu nilai di tempat daftar. Isinya tidak dapat diperiksa lebih lanjut.",
		"Such as a list where one value is needed, or the other way round. What it holds cannot be checked any further."),
})
