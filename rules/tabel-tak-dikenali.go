package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "tabel-tak-dikenali",
	Title:    source.T("Tabel laporan tidak dikenali", "A table of the report is not recognised"),
	Severity: Sedang,
	Basis: source.T("Data yang tidak terbaca tidak dapat direviu · PermenPANRB 53/2014 Lampiran III (reviu atas penyajian data)",
		"Data that cannot be read cannot be reviewed · PermenPANRB 53/2014 Annex III (review of how data are presented)"),
	Doc: source.T("Laporan berupa teks, Word, PDF, atau buku kerja dibaca menurut judul tabel dan judul kolomnya. Tabel yang memuat uang, target, atau realisasi tetapi judulnya tidak cocok dengan jenis tabel yang dikenal tidak diuji, dan dicatat. Tabel perencanaan dan akuntabilitas lain yang memuat angka dicatat bersama sebagai catatan rendah. Tabel tanpa angka (nama, foto, rekomendasi) tidak dicatat.",
		"A report in text, Word, PDF or a workbook is read by the captions and headings of its tables. A table that holds money, targets or results under headings that fit no kind of table that is known is not tested, and is noted. Other tables with figures in the planning and accountability chapters are noted together as a minor finding. Tables without figures (names, photographs, recommendations) are not."),
})
