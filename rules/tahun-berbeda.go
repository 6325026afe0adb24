package rules

import (
	"slices"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "tahun-berbeda",
	Title:    source.T("Tahun dokumen berbeda dari tahun laporan", "A document's year is not the report's"),
	Severity: Sedang,
	Basis: source.T("Laporan mempertanggungjawabkan Perjanjian Kinerja tahun yang bersangkutan dalam periode Renstra · PermenPANRB 53/2014 Lampiran II, Lampiran III (III.2, III.4)",
		"The report answers for the agreement of its year within the period of the plan · PermenPANRB 53/2014 Lampiran II, Lampiran III (III.2, III.4)"),
	Checklist: []string{"III.2", "III.4"},
	Needs:     []string{"tahun"},
	Doc: source.T("Tahun PK harus tahun laporan; PK tahun lain di samping PK tahun laporan diterima. Tahun laporan harus berada dalam periode Renstra. Penilaian dan riwayat boleh dari tahun lain.",
		"The agreement's year must be the report's; agreements of other years beside one of the report's year are accepted. The report's year must lie in the period of the plan. Assessments and history may be of other years."),
	Check: func(p *Pass) {
		year := p.Tahun()
		if year == 0 {
			return
		}
		agreements := p.ownAgreements()
		if !slices.ContainsFunc(agreements, func(pk *schema.PK) bool { return pk.Tahun.Year() == 0 || pk.Tahun.Year() == year }) {
			for _, pk := range agreements {
				p.Report(pk.Tahun.Node, Finding{
					Stated: pk.Tahun.ShowYear(), Expected: yearText(year),
					Kondisi: source.T("Perjanjian Kinerja bertahun %s, sedangkan laporan tentang tahun %s", "The agreement is of %s, but the report is on %s",
						pk.Tahun.ShowYear(), yearText(year)),
					Rekomendasi: source.T("Agar tahun diperiksa, atau Perjanjian Kinerja tahun %s dilampirkan", "Check the year, or attach the agreement of %s", yearText(year)),
				})
			}
		}
		for _, l := range p.Laporan {
			period := l.Renstra.Periode
			from, to := period.Dari.Year(), period.Sampai.Year()
			if from == 0 || to == 0 || from <= year && year <= to {
				continue
			}
			at := period.Sampai
			if year < from {
				at = period.Dari
			}
			p.Report(at.Node, Finding{
				Stated: at.ShowYear(),
				Kondisi: source.T("Periode Renstra adalah %s–%s, sedangkan laporan tentang tahun %s", "The plan covers %s–%s, but the report is on %s",
					period.Dari.ShowYear(), period.Sampai.ShowYear(), yearText(year)),
				Rekomendasi: source.T("Agar Renstra yang berlaku pada tahun %s dipakai", "Use the plan in force in %s", yearText(year)),
			})
		}
	},
})
