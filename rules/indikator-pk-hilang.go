package rules

import (
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "indikator-pk-hilang",
	Title:    source.T("Indikator yang diperjanjikan tidak diukur", "An indicator agreed upon is not measured"),
	Severity: Tinggi,
	Basis: source.T("Laporan mempertanggungjawabkan kinerja yang diperjanjikan · PermenPANRB 53/2014 Lampiran II (Bab III.A butir 1), Lampiran III (III.1, III.4, III.6)",
		"The report answers for the performance agreed upon · PermenPANRB 53/2014 Lampiran II (Bab III.A point 1), Lampiran III (III.1, III.4, III.6)"),
	Checklist: []string{"III.1", "III.4", "III.6"},
	Needs:     []string{"perjanjian_kinerja", "pengukuran"},
	Doc: source.T("Setiap indikator PK yang terakhir berlaku harus diukur. Indikator yang pada sasaran yang sama diganti indikator lain dicatat sekali, pada PK (sedang; rendah bila hanya namanya yang dirumuskan lain). Indikator dari sasaran yang seluruhnya hilang tidak dicatat satu per satu; nama yang hanya disingkat, dan indikator bertarget `-`, diterima.",
		"Every indicator of the agreement last in force must be measured. One replaced by another under the same objective is reported once, at the agreement (sedang; rendah where only the wording differs). Indicators of an objective that is missing altogether are not reported one by one; a shortened name and an indicator whose target is `-` are accepted."),
	Check: func(p *Pass) {
		pk, pairs, _ := p.promised()
		if pk == nil {
			return
		}
		lost := p.lostSasaran(pk, pairs)
		for _, pair := range pairs {
			i := pair.a.Indikator
			if pair.b != nil && !pair.alias || lost[pair.a.Induk.Node] || i.Target.Kind == schema.Nothing || p.measuresGoal(i.Nama.S) {
				continue
			}
			f := Finding{
				Severity: lighter(Tinggi, i.Penjelasan, p.explained(pk, pair.a.Induk.S)),
				Stated:   i.Nama.S,
				Kondisi: source.T("Indikator %s ada dalam %s, tetapi tidak ada dalam pengukuran kinerja",
					"The indicator %s is in %s, but not in the performance measurement", quoted(i.Nama.S), named(pk)),
				Rekomendasi: source.T("Agar realisasi indikator tersebut dilaporkan, atau dijelaskan mengapa tidak diukur",
					"Report its realisation, or explain why it was not measured"),
			}
			if pair.alias {
				other := pair.b.Indikator
				f.Severity = lighter(Sedang, i.Penjelasan, other.Penjelasan, p.explained(pk, pair.a.Induk.S))
				if reworded(i.Nama.S, other.Nama.S) {
					f.Severity = Rendah
				}
				f.Kondisi = source.T("Indikator dalam %s adalah %s, sedangkan yang diukur adalah %s",
					"The indicator in %s is %s, but what is measured is %s", named(pk), quoted(i.Nama.S), quoted(other.Nama.S))
				f.Rekomendasi = source.T("Agar indikator disamakan dengan %s, atau perubahannya dijelaskan",
					"Make the indicator agree with %s, or explain the change", named(pk))
			}
			p.Report(i.Nama.Node, f)
		}
	},
})
