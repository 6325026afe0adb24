package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "indikator-di-luar-pk",
	Title:    source.T("Indikator yang diukur tidak diperjanjikan", "An indicator measured was not agreed upon"),
	Severity: Sedang,
	Basis: source.T("Tujuan/sasaran dan indikator dalam laporan sama dengan yang diperjanjikan · PermenPANRB 53/2014 Lampiran III (III.1, III.3)",
		"Objectives and indicators of the report are those agreed upon · PermenPANRB 53/2014 Lampiran III (III.1, III.3)"),
	Checklist: []string{"III.1", "III.3"},
	Needs:     []string{"perjanjian_kinerja", "pengukuran"},
	Doc: source.T("Indikator sasaran dalam pengukuran harus ada dalam PK yang terakhir berlaku; indikator tujuan tidak diperjanjikan dan tidak diperiksa. Sasaran yang seluruhnya di luar PK dicatat sekali. Perbedaan yang dijelaskan (`penjelasan`) setingkat lebih ringan.",
		"Indicators of objectives that are measured must be in the agreement last in force; those of goals are not agreed upon and left alone. An objective that is wholly outside the agreement is reported once. A difference that is explained (`penjelasan`) is one step lighter."),
	Check: func(p *Pass) {
		pk, pairs, extra := p.promised()
		if pk == nil {
			return
		}
		known := map[*source.Node]bool{} // measured sasaran with an indicator of the agreement
		count := map[*source.Node]int{}
		for _, pair := range pairs {
			if pair.b != nil {
				known[pair.b.Induk.Node] = true
			}
		}
		for _, n := range extra {
			count[n.Induk.Node]++
		}
		reported := map[*source.Node]bool{}
		for _, n := range extra {
			f := Finding{
				Severity:    lighter(Sedang, n.Indikator.Penjelasan, p.explained(pk, n.Induk.S)),
				Rekomendasi: source.T("Agar dijelaskan mengapa indikator di luar %s dilaporkan, atau dimasukkan ke dalam perjanjian", "Explain why an indicator outside %s is reported, or take it into the agreement", named(pk)),
			}
			if sasaran := n.Induk.Node; sasaran != nil && !known[sasaran] && count[sasaran] > 1 {
				if reported[sasaran] {
					continue
				}
				reported[sasaran] = true
				f.Stated = n.Induk.S
				f.Kondisi = source.T("Sasaran %s dengan %d indikator diukur, tetapi tidak ada dalam %s",
					"The objective %s with %d indicators is measured, but not in %s", quoted(n.Induk.S), count[sasaran], named(pk))
				p.Report(sasaran, f)
				continue
			}
			f.Stated = n.Indikator.Nama.S
			f.Kondisi = source.T("Indikator %s diukur, tetapi tidak ada dalam %s", "The indicator %s is measured, but not in %s",
				quoted(n.Indikator.Nama.S), named(pk))
			if old := p.formerly(pk, n); old != nil {
				f.Sebab = source.T("diduga pengukuran masih mengikuti perjanjian sebelum perubahan, yang memuat indikator ini",
					"presumably the measurement still follows the agreement before its revision, which has this indicator")
			}
			p.Report(n.Indikator.Nama.Node, f)
		}
	},
})
