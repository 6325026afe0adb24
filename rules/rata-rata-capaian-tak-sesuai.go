package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "rata-rata-capaian-tak-sesuai",
	Title:    source.T("Rata-rata capaian berbeda dari capaian pembentuknya", "The mean capaian differs from the capaian it is made of"),
	Severity: Sedang,
	Basis: source.T("rata-rata capaian = jumlah capaian ÷ banyaknya indikator · PermenPANRB 53/2014 Lampiran III (II.5)",
		"mean capaian = sum of capaian ÷ number of indicators · PermenPANRB 53/2014 Lampiran III (II.5)"),
	Checklist: []string{"II.5"},
	Doc: source.T("Capaian sasaran dan tujuan adalah rata-rata capaian indikatornya; rata-rata keseluruhan boleh rata-rata seluruh indikator sasaran, seluruh indikator, atau rata-rata per sasaran. Indikator yang tertulis `-` atau n/a boleh tidak dihitung atau dihitung nol, dan capaian boleh dibatasi 100, 120 atau 150 sebelum dirata-rata. Bila ada indikator yang capaiannya belum diisi, rata-ratanya tidak diuji.",
		"The capaian of a sasaran or goal is the mean of its indicators; the overall mean may be over all indicators of sasaran, over all indicators, or over the means per sasaran. Indicators that read `-` or n/a may be left out or counted as zero, and capaian may be capped at 100, 120 or 150 first. Where a capaian is blank the mean is not tested."),
	Check: func(p *Pass) {
		for _, l := range p.Laporan {
			k := &l.Pengukuran
			for i := range k.Tujuan {
				p.Relate(calc.Average(&k.Tujuan[i].Capaian, capaianOf(k.Tujuan[i].Indikator)...))
			}
			for _, s := range k.AllSasaran() {
				p.Relate(calc.Average(&s.Capaian, capaianOf(s.Indikator)...))
			}
			p.relateMean(k)
		}
	},
})

func capaianOf(indikator []schema.Indikator) []*schema.Figure {
	var all []*schema.Figure
	for i := range indikator {
		all = append(all, &indikator[i].Capaian)
	}
	return all
}

// relateMean relates the overall mean with the populations it may be taken over.
func (p *Pass) relateMean(k *schema.Pengukuran) {
	var indicators, all, sasaran []*schema.Figure
	for _, s := range k.AllSasaran() {
		indicators = append(indicators, capaianOf(s.Indikator)...)
		switch {
		case s.Capaian.IsSet():
			sasaran = append(sasaran, &s.Capaian)
		case len(s.Indikator) > 0:
			if mean := calc.MeanOf(capaianOf(s.Indikator)...); mean != nil {
				sasaran = append(sasaran, mean)
			}
		}
	}
	for i := range k.Tujuan {
		all = append(all, capaianOf(k.Tujuan[i].Indikator)...)
	}
	all = append(all, indicators...)
	if len(indicators) == 0 {
		indicators = all
	}
	r := calc.Average(&k.RataRata, indicators...)
	for _, population := range [][]*schema.Figure{all, sasaran} {
		if len(population) > 0 {
			r.Alternate = append(r.Alternate, calc.Alternate{Terms: calc.Average(nil, population...).Terms})
		}
	}
	p.Relate(r)
}
