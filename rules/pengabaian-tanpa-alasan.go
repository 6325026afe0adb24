package rules

import "lkjip/schema/source"

var waiverBasis = source.T("Setiap catatan yang diterima perlu alasan tertulis yang dapat ditelusuri (PermenPANRB 53/2014 Lampiran III, kertas kerja reviu)",
	"Every finding that is accepted needs a written reason that can be traced (PermenPANRB 53/2014 Lampiran III, review papers)")

var _ = register(Rule{
	Name:     "pengabaian-tanpa-alasan",
	Title:    source.T("Pengabaian catatan tidak menyebut alasan", "A waiver gives no reason"),
	Severity: Sedang,
	Basis:    waiverBasis,
	Doc: source.T("Catatan diabaikan dengan `lkjip:abaikan <aturan> <alasan>` di samping nilainya. Tanpa alasan, pengabaian tidak berlaku dan menjadi catatan sendiri.",
		"A finding is waived with `lkjip:abaikan <rule> <reason>` beside the value. Without a reason the waiver is void and a finding itself."),
})
