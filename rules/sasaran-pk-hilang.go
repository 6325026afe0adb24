package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "sasaran-pk-hilang",
	Title:    source.T("Sasaran yang diperjanjikan tidak diukur", "An objective agreed upon is not measured"),
	Severity: Tinggi,
	Basis: source.T("Tujuan/sasaran dalam laporan sama dengan yang diperjanjikan · PermenPANRB 53/2014 Lampiran III (III.1, III.3)",
		"The objectives of the report are those agreed upon · PermenPANRB 53/2014 Lampiran III (III.1, III.3)"),
	Checklist: []string{"III.1", "III.3"},
	Needs:     []string{"perjanjian_kinerja", "pengukuran"},
	Doc: source.T("Setiap sasaran PK yang terakhir berlaku harus ada dalam pengukuran. Sasaran yang indikatornya diukur di bawah sasaran lain hanya berbeda rumusan (rendah). Perbedaan yang dijelaskan (`penjelasan`) setingkat lebih ringan.",
		"Every objective of the agreement last in force must be measured. One whose indicators are measured under another objective only differs in wording (rendah). A difference that is explained (`penjelasan`) is one step lighter."),
	Check: func(p *Pass) {
		pk, pairs, _ := p.promised()
		if pk == nil {
			return
		}
		lost := p.lostSasaran(pk, pairs)
		elsewhere := map[*source.Node]*pair{}
		for i := range pairs {
			if pairs[i].certain() {
				elsewhere[pairs[i].a.Induk.Node] = &pairs[i]
			}
		}
		for i := range pk.Sasaran {
			s := &pk.Sasaran[i]
			switch other := elsewhere[s.Uraian.Node]; {
			case lost[s.Uraian.Node]:
				p.Report(s.Uraian.Node, Finding{
					Severity: lighter(Tinggi, p.explained(pk, s.Uraian.S)),
					Stated:   s.Uraian.S,
					Kondisi: source.T("Sasaran %s ada dalam %s, tetapi tidak ada dalam pengukuran kinerja",
						"The objective %s is in %s, but not in the performance measurement", quoted(s.Uraian.S), named(pk)),
					Rekomendasi: source.T("Agar capaian sasaran tersebut dilaporkan, atau dijelaskan mengapa tidak diukur",
						"Report what was achieved of it, or explain why it was not measured"),
				})
			case other != nil && !p.measuresSasaran(s.Uraian.S):
				p.Report(s.Uraian.Node, Finding{
					Severity: Rendah,
					Stated:   s.Uraian.S,
					Expected: other.b.Induk.S,
					Kondisi: source.T("Sasaran dalam %s berbunyi %s, sedangkan pengukuran menempatkan indikator %s di bawah sasaran %s",
						"The objective in %s reads %s, but the measurement has the indicator %s under the objective %s",
						named(pk), quoted(s.Uraian.S), quoted(other.b.Indikator.Nama.S), quoted(other.b.Induk.S)),
					Rekomendasi: source.T("Agar rumusan sasaran disamakan dengan dokumen yang sah", "Make the wording agree with the valid document"),
				})
			}
		}
	},
})
