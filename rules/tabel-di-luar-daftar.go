package rules

import (
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:      "tabel-di-luar-daftar",
	Title:     source.T("Tabel pada isi laporan tidak ada dalam daftar tabel", "A table of the report is not in its list of tables"),
	Severity:  Rendah,
	Basis:     source.T("daftar tabel, gambar, dan lampiran sesuai isi · PermenPANRB 53/2014 Lampiran III (I.4)", "lists of tables, figures and appendices fit the content · PermenPANRB 53/2014 Lampiran III (I.4)"),
	Checklist: []string{"I.4"},
	Needs:     []string{"susunan"},
	Doc: source.T("Judul tepat di atas sebuah tabel yang nomornya tidak ada di bagian depan laporan, atau yang nomornya sudah dipakai tabel lain dengan judul lain. Laporan yang daftar tabelnya tidak terbaca atau memuat kurang dari tiga tabel tidak diperiksa.",
		"A caption directly over a table whose number stands nowhere in front of the report, or already stands over another table with another title. Reports whose list of tables was not read, or holds fewer than three, are left alone."),
	Check: func(p *Pass) {
		for _, l := range p.Laporan {
			for i := range l.Susunan.TabelIsi {
				p.unlisted(&l.Susunan.TabelIsi[i], l.Susunan.Tabel)
			}
		}
	},
})

func (p *Pass) unlisted(b *schema.Bagian, list []schema.Bagian) {
	numbered := func(number string) (n int) {
		for i := range list {
			if lastWord(list[i].Nomor.S) == lastWord(number) {
				n++
			}
		}
		return n
	}
	for i := range list {
		if schema.Normal(list[i].Judul.S) == schema.Normal(b.Judul.S) && numbered(list[i].Nomor.S) > 1 {
			return // the list gives it the number of another: penomoran-daftar-tak-urut
		}
	}
	twice := numbered(b.Nomor.S) > 0
	f := Finding{Stated: b.Nomor.S,
		Kondisi:     source.T("Tabel %s %s tidak ada dalam daftar tabel", "Table %s %s is not in the list of tables", b.Nomor.S, quoted(b.Judul.S)),
		Rekomendasi: source.T("Agar daftar tabel dilengkapi atau diperbarui", "Complete the list of tables, or renew it")}
	if twice {
		f.Kondisi = source.T("Nomor tabel %s dipakai lagi untuk %s", "The number of table %s is used again for %s", b.Nomor.S, quoted(b.Judul.S))
		f.Rekomendasi = source.T("Agar tabel ini diberi nomor sendiri dan dimuat dalam daftar tabel", "Give this table a number of its own and list it")
	}
	p.Report(b.Nomor.Node, f)
}
