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
		entries := p.plan()
		planned := make([]schema.Numbered, len(entries))
		byNode := map[*source.Node]planEntry{}
		for i, e := range entries {
			planned[i] = e.Numbered
			byNode[e.Indikator.Node] = e
		}
		each := func(list []schema.Numbered, visit func(planEntry, *schema.Indikator)) {
			pairs, _ := matched(planned, list)
			for _, m := range pairs {
				if m.certain() && sameScale(m.a.Indikator.Satuan.S, m.b.Indikator.Satuan.S) {
					visit(byNode[m.a.Indikator.Node], m.b.Indikator)
				}
			}
		}
		goals, sasaran := p.measuredGoals(), p.measuredIndicators()
		each(append(goals, sasaran...), p.finalTarget)
		measurement := source.T("pengukuran", "the measurement")
		each(goals, func(plan planEntry, i *schema.Indikator) { p.yearTarget(plan, i, measurement) })
		if pk == nil {
			each(sasaran, func(plan planEntry, i *schema.Indikator) { p.yearTarget(plan, i, measurement) })
			return
		}
		reported := map[*schema.Indikator]*schema.Indikator{}
		p.eachTarget(func(_ *schema.PK, pair pair, _ *schema.Indikator) { reported[pair.a.Indikator] = pair.b.Indikator })
		each(schema.Indikators(pk.Sasaran), func(plan planEntry, i *schema.Indikator) {
			// Where the report keeps to the plan and the agreement alone strays, target-pk-berbeda says so.
			if r := reported[i]; r == nil || holds(calc.Restate(&r.Target, &i.Target)) != calc.Broken ||
				plan.renstra.Target[p.Tahun()] == nil || holds(calc.Restate(&r.Target, plan.renstra.Target[p.Tahun()])) != calc.Holds {
				p.yearTarget(plan, i, named(pk))
			}
		})
	},
})

// planEntry is an indicator of the plan, of a goal or of an objective, with its target for the end of the plan.
type planEntry struct {
	schema.Numbered
	renstra *schema.IndikatorRenstra
	final   *schema.Figure
}

func (p *Pass) plan() []planEntry {
	var all []planEntry
	for _, l := range p.Laporan {
		add := func(induk schema.Teks, list []schema.IndikatorRenstra) {
			for i := range list {
				final := &list[i].TargetAkhir
				if last := list[i].Target[l.Renstra.Periode.Sampai.Year()]; !final.IsSet() && last != nil {
					final = last
				}
				all = append(all, planEntry{fromPlan(induk, &list[i]), &list[i], final})
			}
		}
		for i := range l.Renstra.Tujuan {
			add(l.Renstra.Tujuan[i].Uraian, l.Renstra.Tujuan[i].Indikator)
		}
		for _, s := range l.Renstra.AllSasaran() {
			add(s.Uraian, s.Indikator)
		}
	}
	return all
}

func (p *Pass) measuredGoals() []schema.Numbered {
	var all []schema.Numbered
	for _, l := range p.Laporan {
		for i := range l.Pengukuran.Tujuan {
			t := &l.Pengukuran.Tujuan[i]
			for j := range t.Indikator {
				all = append(all, schema.Numbered{Induk: t.Uraian, Indikator: &t.Indikator[j]})
			}
		}
	}
	return all
}

func (p *Pass) finalTarget(plan planEntry, i *schema.Indikator) {
	if !plan.final.IsSet() || !i.TargetAkhir.IsSet() {
		return
	}
	r := calc.Restate(&i.TargetAkhir, plan.final)
	r.Terms[0].Name = source.T("target akhir Renstra", "the plan's final target")
	p.RelateAs(r, About{Severity: lighter(Sedang, i.Penjelasan, plan.renstra.Penjelasan),
		Rekomendasi: source.T("Agar target akhir disamakan dengan Renstra, atau perubahannya dijelaskan", "Make the final target agree with the plan, or explain the change")})
}

// yearTarget says that a target of the year is at least as ambitious as the plan's.
func (p *Pass) yearTarget(plan planEntry, i *schema.Indikator, where source.Text) {
	goal, ok := plan.renstra.Target[p.Tahun()]
	if !ok || !goal.IsSet() || !i.Target.IsSet() {
		return
	}
	way := direction(plan.renstra, i)
	if way == calc.Undeclared {
		p.Untested(i.Target.Node, source.T("arah indikator (polaritas) tidak diketahui, sehingga target tidak dapat dibandingkan dengan Renstra",
			"which way the indicator is good (polaritas) is unknown, so that its target cannot be compared with the plan"))
		return
	}
	r := calc.Reach(&i.Target, goal, way)
	r.Result.Exact, r.Result.Name = true, source.T("target dalam %s", "target in %s", where)
	r.Terms[0].Name = source.T("target Renstra tahun %d", "the plan's target for %d", p.Tahun())
	p.RelateAs(r, About{Severity: lighter(Sedang, i.Penjelasan, plan.renstra.Penjelasan),
		Kondisi: source.T("target indikator %s dalam %s tertulis %s, lebih ringan daripada target Renstra tahun %d, yaitu %s",
			"the target of the indicator %s in %s reads %s, easier than the plan's for %d, which is %s",
			quoted(i.Nama.S), where, i.Target.Show(), p.Tahun(), goal.Show()),
		Rekomendasi: source.T("Agar target tidak lebih ringan daripada Renstra, atau perbedaannya dijelaskan", "Set a target no easier than the plan's, or explain the difference")})
}
