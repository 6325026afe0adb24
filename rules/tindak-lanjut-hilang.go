package rules

import (
	"slices"
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "tindak-lanjut-hilang",
	Title:    source.T("Tindak lanjut hasil evaluasi AKIP tidak disajikan", "The follow-up of the AKIP evaluation is not shown"),
	Severity: Sedang,
	Basis: source.T("Laporan menyajikan upaya perbaikan ke depan · PermenPANRB 53/2014 Lampiran III (I.5); pelaporan memuat upaya perbaikan dan rekomendasi · PermenPANRB 88/2021 (LKE 3.2)",
		"The report shows what is done to improve · PermenPANRB 53/2014 Lampiran III (I.5); reporting covers improvements and recommendations · PermenPANRB 88/2021 (LKE 3.2)"),
	Checklist: []string{"I.5"},
	Needs:     []string{"pengukuran"},
	Doc: source.T("LKjIP utuh yang melaporkan nilai evaluasi AKIP tahun sebelumnya perlu menyajikan tindak lanjut rekomendasinya (`tindak_lanjut`). Bila ada judul atau narasi tentang tindak lanjut, hal itu tidak dicatat.",
		"A whole LKjIP that reports the AKIP score of an earlier year shows what became of its recommendations (`tindak_lanjut`). A heading or passage about the follow-up is enough."),
	Check: func(p *Pass) {
		year := p.Tahun()
		if !p.whole() || year == 0 || slices.ContainsFunc(p.Laporan, func(l *schema.Laporan) bool { return len(l.TindakLanjut) > 0 }) {
			return
		}
		for _, a := range schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.Penilaian { return l.Penilaian }) {
			scheme := schema.Normal(a.Skema.S)
			if (!strings.HasPrefix(scheme, "akip") && !strings.HasPrefix(scheme, "sakip")) || a.Tahun.Year() == 0 || a.Tahun.Year() >= year {
				continue
			}
			if p.mentions("tindak lanjut") {
				p.Untested(a.Node, source.T("tindak lanjut disebut dalam laporan, tetapi datanya belum diisikan", "the report speaks of the follow-up, but its data was not entered"))
				return
			}
			p.Report(a.Node, Finding{
				Kondisi: source.T("Laporan menyajikan hasil evaluasi AKIP tahun %s tanpa tindak lanjut atas rekomendasinya",
					"The report shows the AKIP evaluation of %s without the follow-up of its recommendations", a.Tahun.ShowYear()),
				Rekomendasi: source.T("Agar tindak lanjut atas setiap rekomendasi evaluasi tersebut disajikan", "Show what was done about each recommendation of that evaluation"),
			})
			return
		}
	},
})
