package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "pk-perubahan-diabaikan",
	Title:    source.T("Laporan memakai target sebelum PK Perubahan", "The report uses the target from before the revision"),
	Severity: Tinggi,
	Basis: source.T("Kinerja diukur terhadap perjanjian yang terakhir berlaku · PermenPANRB 53/2014 Lampiran I (revisi Perjanjian Kinerja), Lampiran III (III.4)",
		"Performance is measured against the agreement last in force · PermenPANRB 53/2014 Lampiran I (revision of the agreement), Lampiran III (III.4)"),
	Checklist: []string{"III.4", "III.6"},
	Doc: source.T("Target dalam pengukuran sama dengan target PK sebelum perubahan, padahal PK Perubahan mengubahnya. Catatan ini menggantikan target-pk-berbeda.",
		"The target measured against is that of the agreement before its revision, although the revision changed it. This finding stands in place of target-pk-berbeda."),
	Check: func(p *Pass) {
		p.eachTarget(func(pk *schema.PK, pair pair, old *schema.Indikator) {
			if old == nil {
				return
			}
			p.RelateAs(targetRelation(pk, pair), About{
				Severity: lighter(Tinggi, pair.a.Indikator.Penjelasan, pair.b.Indikator.Penjelasan, p.explained(pk, pair.a.Induk.S)),
				Sebab: source.T("target masih diambil dari Perjanjian Kinerja sebelum perubahan (%s)",
					"the target was still taken from the agreement before its revision (%s)", old.Target.Show()),
				Rekomendasi: source.T("Agar target dan capaian disesuaikan dengan %s yang terakhir berlaku",
					"Measure against %s, the agreement last in force", named(pk)),
				Describe: func(_ *calc.Fault, f *Finding) { describeTarget(pk, pair, f) },
			})
		})
	},
})
