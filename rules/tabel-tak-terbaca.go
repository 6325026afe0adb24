package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "tabel-tak-terbaca",
	Title:    source.T("Judul tabel tanpa tabel yang terbaca", "A caption without a table that can be read"),
	Severity: Rendah,
	Basis: source.T("Data yang tidak terbaca tidak dapat direviu · PermenPANRB 53/2014 Lampiran III (reviu atas penyajian data)",
		"Data that cannot be read cannot be reviewed · PermenPANRB 53/2014 Annex III (review of how data are presented)"),
	Doc: source.T("Judul tabel pada laporan berupa teks, Word, atau PDF yang tidak diikuti tabel sebelum judul berikutnya dicatat sekali untuk seluruh laporan: tabelnya berupa gambar, atau susunannya tidak terbaca. Daftar tabel, judul di bawah tabelnya, dan keterangan di antara judul dan tabel tidak dicatat.",
		"Captions in text, Word or PDF that no table follows before the next one are noted once for the whole report: the table is a picture, or its layout could not be read. Lists of tables, captions under their tables and lines between caption and table are not meant."),
})
