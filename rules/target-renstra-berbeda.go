package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "target-renstra-berbeda",
	Title:    source.T("Target menyimpang dari Renstra", "A target strays from the plan"),
	Severity: Sedang,
	Basis: source.T("Tujuan/sasaran dalam laporan selaras dengan Renstra; realisasi dibandingkan dengan target jangka menengah · PermenPANRB 53/2014 Lampiran II (Bab III.A butir 3), Lampiran III (III.2, III.3)",
		"The report is in line with the plan; realisation is compared with the medium-term target · PermenPANRB 53/2014 Lampiran II (Bab III.A point 3), Lampiran III (III.2, III.3)"),
	Checklist: []string{"III.2", "III.3"},
	Doc: source.T("Target PK (tanpa PK: target dalam pengukuran) tidak boleh lebih ringan daripada target Renstra tahun itu; target yang lebih menantang diterima. Arah indikator diambil dari polaritas, atau dari naik turunnya target Renstra; tanpa keduanya tidak diperiksa. Target akhir dalam pengukuran harus sama dengan target akhir Renstra. Perbedaan yang dijelaskan (`penjelasan`) setingkat lebih ringan.",
		"The target of the agreement (without one: of the measurement) must not be easier than the plan's for that year; a more ambitious one is accepted. Which way an indicator is good follows from its polarity, or from the plan's own targets over the years; without either it is left alone. The final target in the measurement must be the plan's. A difference that is explained (`penjelasan`) is one step lighter."),
	Check: func(p *Pass) {
		pk := p.inForce()
		for _, plan := range p.plan() {
			planned := []schema.Numbered{plan.Numbered}
			for _, n := range p.reported() {
				if same := sure(planned, n); same && sameScale(plan.Indikator.Satuan.S, n.Indikator.Satuan.S) {
					p.finalTarget(plan.renstra, n.Indikator)
					if pk == nil || n.goal {
						p.yearTarget(plan.renstra, n.Indikator, source.T("target dalam pengukuran", "the target of the measurement"))
					}
				}
			}
			if pk == nil {
				continue
			}
			for _, n := range schema.Indikators(pk.Sasaran) {
				if sure(planned, placed{Numbered: n}) && sameScale(plan.Indikator.Satuan.S, n.Indikator.Satuan.S) {
					p.yearTarget(plan.renstra, n.Indikator, source.T("target dalam %s", "the target in %s", named(pk)))
				}
			}
		}
	},
})

// placed is an indicator of the measurement; goal says that it stands under a tujuan.
type placed struct {
	schema.Numbered
	goal bool
}

// planEntry is an indicator of the plan, of a goal or of an objective.
type planEntry struct {
	placed
	renstra *schema.IndikatorRenstra
}

func (p *Pass) plan() []planEntry {
	var all []planEntry
	add := func(induk schema.Teks, list []schema.IndikatorRenstra, goal bool) {
		for i := range list {
			all = append(all, planEntry{placed{fromPlan(induk, &list[i]), goal}, &list[i]})
		}
	}
	for _, l := range p.Laporan {
		for i := range l.Renstra.Tujuan {
			add(l.Renstra.Tujuan[i].Uraian, l.Renstra.Tujuan[i].Indikator, true)
		}
		for _, s := range l.Renstra.AllSasaran() {
			add(s.Uraian, s.Indikator, false)
		}
	}
	return all
}

func (p *Pass) reported() []placed {
	var all []placed
	for _, l := range p.Laporan {
		for i := range l.Pengukuran.Tujuan {
			t := &l.Pengukuran.Tujuan[i]
			for j := range t.Indikator {
				all = append(all, placed{schema.Numbered{Induk: t.Uraian, Indikator: &t.Indikator[j]}, true})
			}
		}
	}
	for _, n := range p.measuredIndicators() {
		all = append(all, placed{n, false})
	}
	return all
}

// sure reports whether an indicator is the planned one beyond doubt.
func sure(planned []schema.Numbered, n placed) bool {
	pairs, _ := matched(planned, []schema.Numbered{n.Numbered})
	return pairs[0].b != nil && !pairs[0].alias && !pairs[0].loose
}

func (p *Pass) finalTarget(plan *schema.IndikatorRenstra, i *schema.Indikator) {
	if !plan.TargetAkhir.IsSet() || !i.TargetAkhir.IsSet() {
		return
	}
	r := calc.Restate(&i.TargetAkhir, &plan.TargetAkhir)
	r.Terms[0].Name = source.T("target akhir Renstra", "the plan's final target")
	p.RelateAs(r, About{Severity: lighter(Sedang, i.Penjelasan, plan.Penjelasan),
		Rekomendasi: source.T("Agar target akhir disamakan dengan Renstra, atau perubahannya dijelaskan", "Make the final target agree with the plan, or explain the change")})
}

// yearTarget says that a target of the year is at least as ambitious as the plan's.
func (p *Pass) yearTarget(plan *schema.IndikatorRenstra, i *schema.Indikator, name source.Text) {
	goal, ok := plan.Target[p.Tahun()]
	if !ok || !goal.IsSet() || !i.Target.IsSet() {
		return
	}
	way := direction(plan, i)
	if way == calc.Undeclared {
		p.Untested(i.Target.Node, source.T("arah indikator (polaritas) tidak diketahui, sehingga target tidak dapat dibandingkan dengan Renstra",
			"which way the indicator is good (polaritas) is unknown, so that its target cannot be compared with the plan"))
		return
	}
	r := calc.Reach(&i.Target, goal, way)
	r.Result.Exact, r.Result.Name = true, name
	r.Terms[0].Name = source.T("target Renstra tahun %d", "the plan's target for %d", p.Tahun())
	p.RelateAs(r, About{Severity: lighter(Sedang, i.Penjelasan, plan.Penjelasan),
		Kondisi: source.T("%s indikator %s tertulis %s, lebih ringan daripada target Renstra tahun %d, yaitu %s", "%s of the indicator %s reads %s, easier than the plan's target for %d, which is %s",
			name, quoted(i.Nama.S), i.Target.Show(), p.Tahun(), goal.Show()),
		Rekomendasi: source.T("Agar target tidak lebih ringan daripada Renstra, atau perbedaannya dijelaskan", "Set a target no easier than the plan's, or explain the difference")})
}
