package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "angka-rusak",
	Title:    source.T("Angka tidak dapat dibaca dengan pasti", "A number cannot be read with certainty"),
	Severity: Sedang,
	Basis: source.T("Angka dalam teks memakai titik sebagai tanda ribuan dan koma sebagai tanda desimal (Ejaan Bahasa Indonesia)",
		"Numbers in text use a point for thousands and a comma for decimals (Indonesian spelling)"),
	Doc: source.T("Angka dalam tanda kutip dibaca dengan notasi Indonesia. Tulisan yang bukan angka, atau yang dapat dibaca dengan dua cara, tidak ditebak.",
		"A number in quotation marks is read in Indonesian notation. What is no number, or can be read in two ways, is not guessed."),
})
