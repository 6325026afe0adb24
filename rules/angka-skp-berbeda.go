package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "angka-skp-berbeda",
	Title:    source.T("Target atau realisasi SKP berbeda dari laporan", "A target or realisasi of the SKP differs from the report"),
	Severity: Sedang,
	Basis: source.T("satu fakta satu nilai: indikator yang sama mempunyai target dan realisasi yang sama dalam SKP pimpinan, Perjanjian Kinerja, dan laporan · PermenPANRB 53/2014 Lampiran III (II.5)",
		"one fact, one value: an indicator has the same target and realisasi in the head's SKP, the agreement and the report · PermenPANRB 53/2014 Lampiran III (II.5)"),
	Checklist: []string{"II.5"},
	Doc: source.T("Indikator SKP yang namanya sama dengan indikator PK atau pengukuran dibandingkan: targetnya dengan PK yang terakhir berlaku (tanpa PK: dengan pengukuran), realisasinya dengan pengukuran. Indikator dengan satuan lain, nama yang berulang, rentang, dan teks dibiarkan.",
		"An indicator of the SKP named as one of the agreement or the measurement is compared: its target with the agreement last in force (without one: with the measurement), its realisasi with the measurement. Other units, repeated names, ranges and words are left alone."),
	Check: func(p *Pass) {
		measured := p.measuredIndicators()
		promised := measured
		if pk := p.inForce(); pk != nil {
			promised = schema.Indikators(pk.Sasaran)
		}
		for _, l := range p.Laporan {
			for i := range l.SKP.Hasil {
				h := &l.SKP.Hasil[i]
				agreed, reported := onlyNamed(promised, h), onlyNamed(measured, h)
				if reported != nil {
					p.compareSKP(&h.Realisasi, &reported.Realisasi, source.T("realisasi dalam pengukuran", "the realisasi of the measurement"))
				}
				if reported != nil && holds(calc.Same(&h.Target, &reported.Target)) == calc.Holds {
					agreed = reported // where both part from the agreement, target-pk-berbeda says so
				}
				if agreed != nil {
					p.compareSKP(&h.Target, &agreed.Target, source.T("target dalam %s", "the target in %s", section(agreed.Node)))
				}
			}
		}
	},
})

// onlyNamed is the one indicator of the list that has the name and unit of the SKP's, nil where there is none or several.
func onlyNamed(list []schema.Numbered, h *schema.HasilKerja) *schema.Indikator {
	var found *schema.Indikator
	for _, n := range list {
		if !h.Indikator.IsSet() || !sameName(n.Indikator.Nama.S, h.Indikator.S) || !sameScale(n.Indikator.Satuan.S, h.Satuan.S) {
			continue
		}
		if found != nil {
			return nil
		}
		found = n.Indikator
	}
	return found
}

func (p *Pass) compareSKP(own, other *schema.Figure, name source.Text) {
	if !own.IsNumber() || !other.IsNumber() {
		return
	}
	r := calc.Same(own, other)
	r.Terms[0].Name = name
	p.Relate(r)
}
