package rules

import (
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "pk-terlambat",
	Title:    source.T("Perjanjian Kinerja ditandatangani lebih dari satu bulan sesudah DPA", "The agreement was signed more than a month after the budget document"),
	Severity: Rendah,
	Basis: source.T("Perjanjian Kinerja disusun paling lambat satu bulan setelah dokumen anggaran disahkan · PermenPANRB 53/2014 Lampiran I",
		"The agreement is made within a month after the budget document is ratified · PermenPANRB 53/2014 Lampiran I"),
	Needs: []string{"perjanjian_kinerja"},
	Doc: source.T("Diperiksa hanya bila `tanggal` PK dan `tanggal_dpa` diketahui. Tanggal tanpa hari dibaca dengan hari yang paling menguntungkan.",
		"Checked only where the agreement's `tanggal` and `tanggal_dpa` are known. A date without a day is read with the most favourable day."),
	Check: func(p *Pass) {
		for _, pk := range schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.PK { return l.PerjanjianKinerja }) {
			if !pk.Tanggal.IsSet() || !pk.TanggalDPA.IsSet() {
				continue
			}
			limit := pk.TanggalDPA.Last.AddDate(0, 1, 0)
			if !pk.Tanggal.First.After(limit) {
				continue
			}
			p.Report(pk.Tanggal.Node, Finding{
				Stated: pk.Tanggal.Node.Text,
				Kondisi: source.T("%s bertanggal %s, sedangkan DPA disahkan %s, sehingga batasnya %s",
					"%s is dated %s, but the budget document was ratified on %s, so that the limit is %s",
					named(pk), showDate(pk.Tanggal), showDate(pk.TanggalDPA), showDay(limit)),
				Rekomendasi: source.T("Agar Perjanjian Kinerja berikutnya ditandatangani paling lambat satu bulan setelah DPA disahkan",
					"Sign the next agreement within a month after the budget document is ratified"),
			})
		}
	},
})
