package rules

import (
	"slices"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "lampiran-pk-hilang",
	Title:    source.T("Perjanjian Kinerja tidak dilampirkan", "The performance agreement is not attached"),
	Severity: Sedang,
	Basis: source.T("Perjanjian Kinerja adalah lampiran Laporan Kinerja · PermenPANRB 53/2014 Lampiran II (Lampiran 1), Lampiran III (I.4)",
		"The performance agreement is an appendix of the report · PermenPANRB 53/2014 Lampiran II (appendix 1), Lampiran III (I.4)"),
	Checklist: []string{"I.4"},
	Needs:     []string{"pengukuran"},
	Doc: source.T("LKjIP utuh perlu memuat `perjanjian_kinerja`, dalam berkas mana pun. Bila daftar lampirannya menyebut Perjanjian Kinerja, dokumennya ada dan hanya datanya yang belum diisikan: itu tidak dicatat.",
		"A whole LKjIP needs `perjanjian_kinerja` in any of its files. Where its list of appendices names the agreement, the document exists and only its data was not entered: that is left alone."),
	Check: func(p *Pass) {
		if !p.whole() || slices.ContainsFunc(p.Laporan, func(l *schema.Laporan) bool { return len(l.PerjanjianKinerja) > 0 }) {
			return
		}
		if p.mentions("perjanjian kinerja") {
			p.Untested(p.Laporan[0].Node, source.T("Perjanjian Kinerja disebut dalam laporan, tetapi datanya belum diisikan", "the report names the agreement, but its data was not entered"))
			return
		}
		if p.partlyRead() {
			p.Untested(p.Laporan[0].Node, source.T("Perjanjian Kinerja tidak ditemukan, tetapi ada tabel yang tidak terbaca", "no performance agreement was found, but some tables could not be read"))
			return
		}
		p.Report(p.Laporan[0].Node, Finding{
			Kondisi: source.T("Laporan tidak memuat Perjanjian Kinerja, sehingga target yang dilaporkan tidak dapat dibandingkan dengan target yang diperjanjikan",
				"The report holds no performance agreement, so that its targets cannot be compared with those agreed upon"),
			Rekomendasi: source.T("Agar Perjanjian Kinerja yang terakhir berlaku dilampirkan", "Attach the performance agreement last in force"),
		})
	},
})
