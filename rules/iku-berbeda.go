package rules

import (
	"slices"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "iku-berbeda",
	Title:    source.T("Indikator kinerja utama berbeda dari yang diukur", "A key performance indicator differs from what is measured"),
	Severity: Sedang,
	Basis: source.T("IKU dalam laporan sama dengan dokumen penetapan IKU · PermenPANRB 53/2014 Lampiran III (III.5, III.6)",
		"The key indicators of the report are those established · PermenPANRB 53/2014 Lampiran III (III.5, III.6)"),
	Checklist: []string{"III.5", "III.6"},
	Needs:     []string{"iku", "pengukuran"},
	Doc: source.T("Setiap IKU harus diukur, pada tujuan atau sasaran. Indikator yang diukur boleh lebih banyak daripada IKU. IKU yang juga hilang dari PK atau Renstra dicatat di sana, bukan di sini. Nama yang hanya disingkat diterima.",
		"Every key indicator must be measured, under a goal or an objective. More may be measured than the key indicators. One that is also missing against the agreement or the plan is reported there. A shortened name is accepted."),
	Check: func(p *Pass) {
		keys, measured := p.keyIndicators(), p.measuredIndicators()
		if len(keys) == 0 || len(measured) == 0 {
			return
		}
		_, promised, _ := p.promised()
		lists, _ := p.followers()
		lost := p.lostPlans(lists)
		pairs, _ := matched(keys, measured)
		for _, pair := range pairs {
			i := pair.a.Indikator
			if pair.b != nil && !pair.alias || i.Target.Kind == schema.Nothing || p.measuresGoal(i.Nama.S) || promisedButLost(promised, i.Nama.S) || plannedButLost(lost, i.Nama.S) {
				continue
			}
			f := Finding{
				Severity:    lighter(Sedang, i.Penjelasan),
				Stated:      i.Nama.S,
				Kondisi:     source.T("Indikator kinerja utama %s tidak diukur dalam laporan", "The key indicator %s is not measured in the report", quoted(i.Nama.S)),
				Rekomendasi: source.T("Agar setiap IKU diukur, atau dijelaskan mengapa tidak", "Measure every key indicator, or explain why not"),
			}
			if pair.alias {
				f.Severity = lighter(Sedang, i.Penjelasan, pair.b.Indikator.Penjelasan)
				if reworded(i.Nama.S, pair.b.Indikator.Nama.S) {
					f.Severity = Rendah
				}
				f.Kondisi = source.T("Indikator kinerja utama adalah %s, sedangkan yang diukur adalah %s", "The key indicator is %s, but what is measured is %s",
					quoted(i.Nama.S), quoted(pair.b.Indikator.Nama.S))
				f.Rekomendasi = source.T("Agar nama indikator disamakan dengan dokumen penetapan IKU, atau perubahannya dijelaskan",
					"Make the name agree with the document that establishes it, or explain the change")
			}
			p.Report(i.Nama.Node, f)
		}
	},
})

// promisedButLost reports whether the agreement has the indicator and the measurement has not, which is said there.
func promisedButLost(promised []pair, name string) bool {
	return slices.ContainsFunc(promised, func(m pair) bool {
		return (m.b == nil || m.alias) && alike(m.a.Indikator.Nama.S, name)
	})
}

// plannedButLost reports whether indikator-renstra-hilang speaks of the indicator.
func plannedButLost(lost map[*source.Node]pair, name string) bool {
	for _, m := range lost {
		if alike(m.a.Indikator.Nama.S, name) {
			return true
		}
	}
	return false
}
