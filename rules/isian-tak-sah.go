package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "isian-tak-sah",
	Title:    source.T("Isian di luar pilihan atau batasnya", "An entry is outside its choices or bounds"),
	Severity: Sedang,
	Basis: source.T("Kontrak data laporan (`lkjip schema`)",
		"The contract of the data (`lkjip schema`)"),
	Doc: source.T("Pilihan (misalnya versi PK murni atau perubahan), tahun, dan bentuk tulisan yang ditetapkan kontrak. Besar kecil huruf dan spasi tidak dipersoalkan.",
		"Choices (such as the version of a PK), years, and forms of writing that the contract sets. Capitals and spaces do not matter."),
})
