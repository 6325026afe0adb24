package rules

import (
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "indikator-renstra-hilang",
	Title:    source.T("Sasaran atau indikator Renstra tidak ada dalam PK dan pengukuran", "An objective or indicator of the plan is in neither the agreement nor the measurement"),
	Severity: Sedang,
	Basis: source.T("Tujuan/sasaran dalam laporan selaras dengan Renstra · PermenPANRB 53/2014 Lampiran III (III.2, III.3)",
		"The objectives of the report are in line with the plan · PermenPANRB 53/2014 Lampiran III (III.2, III.3)"),
	Checklist: []string{"III.2", "III.3"},
	Needs:     []string{"renstra", "pengukuran"},
	Doc: source.T("Sasaran Renstra beserta indikatornya harus sampai pada PK dan pengukuran. Indikator yang hanya hilang dari salah satunya adalah catatan indikator-pk-hilang atau indikator-di-luar-pk. Indikator yang target tahunannya diisi tetapi tidak untuk tahun laporan tidak diperiksa. Sasaran yang hilang dengan beberapa indikator dicatat sekali.",
		"The plan's objectives and their indicators must reach the agreement and the measurement. One missing from only one of them is indikator-pk-hilang or indikator-di-luar-pk. An indicator with yearly targets but none for the report's year is left alone. A missing objective with several indicators is reported once."),
	Check: func(p *Pass) {
		lists, where := p.followers()
		if len(lists) == 0 {
			return
		}
		lost := p.lostPlans(lists)
		var known []nama // sasaran of the lists
		for _, list := range lists {
			_, induk := names(list)
			known = append(known, induk...)
		}
		for _, l := range p.Laporan {
			for _, s := range l.Renstra.AllSasaran() {
				p.planSasaran(s, lost, known, where)
			}
		}
	},
})

// followers are the lists that must carry what the plan has, with the words for them.
func (p *Pass) followers() (lists [][]schema.Numbered, where source.Text) {
	if pk := p.inForce(); pk != nil {
		lists, where = append(lists, schema.Indikators(pk.Sasaran)), source.T("Perjanjian Kinerja", "the agreement")
	}
	if measured := p.measuredIndicators(); len(measured) > 0 {
		if len(lists) > 0 {
			where = source.T("Perjanjian Kinerja maupun pengukuran", "the agreement or the measurement")
		} else {
			where = source.T("pengukuran", "the measurement")
		}
		lists = append(lists, measured)
	}
	return lists, where
}

func (p *Pass) planSasaran(s *schema.SasaranRenstra, lost map[*source.Node]pair, known []nama, where source.Text) {
	var missing []pair
	for i := range s.Indikator {
		if m, ok := lost[s.Indikator[i].Node]; ok && p.dueThisYear(&s.Indikator[i]) {
			missing = append(missing, m)
		}
	}
	f := Finding{Rekomendasi: source.T("Agar sasaran dan indikator Renstra dimuat dalam PK dan diukur, atau perbedaannya dijelaskan",
		"Take the plan's objectives and indicators into the agreement and measure them, or explain the difference")}
	if (len(missing) > 1 && len(missing) == len(s.Indikator) || len(s.Indikator) == 0) && !namaOf(s.Uraian.S).amongAlike(known) {
		f.Stated = s.Uraian.S
		f.Kondisi = source.T("Sasaran Renstra %s dengan %d indikator tidak ada dalam %s", "The plan's objective %s with %d indicators is not in %s",
			quoted(s.Uraian.S), len(s.Indikator), where)
		p.Report(s.Uraian.Node, f)
		return
	}
	for _, m := range missing {
		i := m.a.Indikator
		f.Severity, f.Stated = lighter(Sedang, i.Penjelasan), i.Nama.S
		f.Kondisi = source.T("Indikator Renstra %s (sasaran %s) tidak ada dalam %s", "The plan's indicator %s (objective %s) is not in %s",
			quoted(i.Nama.S), quoted(s.Uraian.S), where)
		if m.b != nil {
			f.Kondisi = source.T("Indikator Renstra pada sasaran %s adalah %s, sedangkan %s memakai %s", "The plan's indicator for the objective %s is %s, but %s uses %s",
				quoted(s.Uraian.S), quoted(i.Nama.S), where, quoted(m.b.Indikator.Nama.S))
		}
		p.Report(i.Nama.Node, f)
	}
}

// dueThisYear reports whether the plan wants the indicator in the report's year.
func (p *Pass) dueThisYear(i *schema.IndikatorRenstra) bool {
	f, ok := i.Target[p.Tahun()]
	return len(i.Target) == 0 || p.Tahun() == 0 || ok && f.IsSet() && f.Kind != schema.Nothing
}

// lostPlans are the plan's indicators that none of the lists carries; b is what stands in the place of one, if anything.
func (p *Pass) lostPlans(lists [][]schema.Numbered) map[*source.Node]pair {
	planned := p.planned()
	lost := map[*source.Node]pair{}
	for i := range planned {
		if !p.measuresGoal(planned[i].Indikator.Nama.S) {
			lost[planned[i].Indikator.Node] = pair{a: &planned[i]}
		}
	}
	for _, list := range lists {
		pairs, _ := matched(planned, list)
		for _, m := range pairs {
			if _, ok := lost[m.a.Indikator.Node]; !ok || m.b == nil {
				continue
			}
			if m.alias {
				lost[m.a.Indikator.Node] = m
			} else {
				delete(lost, m.a.Indikator.Node)
			}
		}
	}
	return lost
}
