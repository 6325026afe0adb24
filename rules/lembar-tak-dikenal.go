package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "lembar-tak-dikenal",
	Title:    source.T("Lembar buku kerja tidak dikenal sehingga tidak dibaca", "A sheet of the workbook is not known, so it was not read"),
	Severity: Sedang,
	Basis: source.T("Templat buku kerja (`lkjip init --xlsx`)",
		"The workbook template (`lkjip init --xlsx`)"),
	Doc: source.T("Lembar yang namanya bukan nama bagian laporan tidak ikut diperiksa. Lembar kosong, dan lembar tersembunyi yang namanya berawalan garis bawah, dilewati.",
		"A sheet whose name is not that of a section is not checked. Empty sheets, and hidden ones whose name begins with an underscore, are left out."),
})
