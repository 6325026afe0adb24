package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "pengabaian-tak-terpakai",
	Title:    source.T("Pengabaian tidak mengenai catatan apa pun", "A waiver matches no finding"),
	Severity: Rendah,
	Basis:    waiverBasis,
	Doc: source.T("Pengabaian yang catatannya sudah tidak ada menutupi kesalahan berikutnya di tempat yang sama, sehingga perlu dihapus.",
		"A waiver whose finding is gone hides the next mistake at the same place, so it has to go."),
})
