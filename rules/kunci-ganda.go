package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "kunci-ganda",
	Title:    source.T("Satu isian ditulis dua kali", "One entry is written twice"),
	Severity: Sedang,
	Basis: source.T("Kontrak data laporan (`lkjip schema`)",
		"The contract of the data (`lkjip schema`)"),
	Doc: source.T("Isian yang ditulis dua kali menimbulkan dua nilai untuk satu fakta; nilai pertama yang dipakai.",
		"An entry written twice leaves two values for one fact; the first one is used."),
})
