package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "berkas-tak-terbaca",
	Title:    source.T("Berkas tidak dapat dibaca", "A file cannot be read"),
	Severity: Tinggi,
	Basis: source.T("Data yang tidak terbaca tidak dapat direviu · PermenPANRB 53/2014 Lampiran III (reviu atas penyajian data)",
		"Data that cannot be read cannot be reviewed · PermenPANRB 53/2014 Annex III (review of how data are presented)"),
	Doc: source.T("Berkas kosong, rusak, dilindungi kata sandi, bukan UTF-8, terlalu besar, atau berjenis lain daripada namanya. Berkas lain tetap diperiksa.",
		"The file is empty, damaged, protected by a password, not UTF-8, too big, or of another kind than its name says. Other files are still checked."),
})
