package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "target-rencana-aksi-berbeda",
	Title:    source.T("Target dalam rencana aksi berbeda dari Perjanjian Kinerja", "A target of the action plan differs from the agreement"),
	Severity: Sedang,
	Basis: source.T("Rencana aksi membagi target Perjanjian Kinerja ke dalam triwulan; target setahunnya adalah target Perjanjian Kinerja · PermenPANRB 53/2014 Lampiran III (II.5)",
		"The action plan divides the targets of the agreement into quarters; its target of the year is the agreement's · PermenPANRB 53/2014 Lampiran III (II.5)"),
	Checklist: []string{"II.5"},
	Doc: source.T("Target setahun yang ditulis lagi pada rencana aksi (`target_rencana_aksi`) harus sama dengan target indikator itu dalam Perjanjian Kinerja. Rencana aksi boleh mengikuti PK murni maupun PK Perubahan. Target triwulan tidak dijumlahkan, karena indikator persentase dan indeks tidak berjumlah.",
		"The target of the year that the action plan repeats (`target_rencana_aksi`) is that of the indicator in the agreement. An action plan may follow the original agreement or the revised one. Targets of quarters are not added up, since percentages and indices are not sums."),
	Check: func(p *Pass) {
		all := p.agreements()
		for _, pk := range all {
			for _, i := range schema.Indikators(pk.Sasaran) {
				if !i.Indikator.TargetRenaksi.IsSet() {
					continue
				}
				var relations []*calc.Relation
				for _, other := range all {
					if agreed := agreedAs(other, i.Indikator.Nama.S); agreed != nil {
						r := calc.Restate(&i.Indikator.TargetRenaksi, &agreed.Indikator.Target)
						r.Terms[0].Name = source.T("target dalam %s", "target in %s", named(other))
						relations = append(relations, r)
					}
				}
				if r, _ := holding(relations...); r != nil {
					p.RelateAs(r, About{Rekomendasi: source.T("Agar target rencana aksi disamakan dengan %s", "Make the target of the action plan agree with %s", named(pk))})
				}
			}
		}
	},
})
