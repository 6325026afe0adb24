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
	Doc: source.T("Capaian sasaran dan tujuan adalah rata-rata capaian indikatornya; rata-rata keseluruhan boleh rata-rata seluruh indikator sasaran, seluruh indikator, atau rata-rata per sasaran; kalimat yang menyebutnya harus sama. Indikator yang tertulis `-` atau n/a boleh tidak dihitung atau dihitung nol, dan capaian boleh dibatasi 100, 120 atau 150 sebelum dirata-rata. Bila ada indikator yang capaiannya belum diisi, rata-ratanya tidak diuji.",
		"The capaian of a sasaran or goal is the mean of its indicators; the overall mean may be over all indicators of sasaran, over all indicators, or over the means per sasaran; a sentence that gives it must agree. Indicators that read `-` or n/a may be left out or counted as zero, and capaian may be capped at 100, 120 or 150 first. Where a capaian is blank the mean is not tested."),
	Check: func(p *Pass) {
		for _, l := range p.Laporan {
			k := &l.Pengukuran
			for i := range k.Tujuan {
				t := &k.Tujuan[i]
				p.relateMeans(&t.Capaian, t.Ulangan, t.Indikator)
			}
			for _, s := range k.AllSasaran() {
				p.relateMeans(&s.Capaian, s.Ulangan, s.Indikator)
			}
			p.Relate(meanRelation(k, &k.RataRata))
			for i := range k.UlanganRataRata {
				again := &k.UlanganRataRata[i].Capaian
				p.Relate(meanRelation(k, again))
				p.RelateAs(calc.Same(again, &k.RataRata), About{Describe: describeRepeated})
			}
		}
		p.statedMeans()
	},
})

func capaianOf(indikator []schema.Indikator) []*schema.Figure {
	var all []*schema.Figure
	for i := range indikator {
		all = append(all, &indikator[i].Capaian)
	}
	return all
}

// relateMeans relates the capaian of a sasaran or goal, and what other tables say of it, with its indicators; of one that lacks
// a capaian the tables must still agree.
func (p *Pass) relateMeans(capaian *schema.Figure, again []schema.UlanganCapaian, indikator []schema.Indikator) {
	p.Relate(calc.Average(capaian, capaianOf(indikator)...))
	for i := range again {
		p.Relate(calc.Average(&again[i].Capaian, capaianOf(indikator)...))
		p.RelateAs(calc.Same(&again[i].Capaian, capaian), About{Describe: describeRepeated})
	}
}

// meanRelation relates an overall mean with the populations it may be taken over.
func meanRelation(k *schema.Pengukuran, mean *schema.Figure) *calc.Relation {
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
	r := calc.Average(mean, indicators...)
	for _, population := range [][]*schema.Figure{all, sasaran} {
		if len(population) > 0 {
			r.Alternate = append(r.Alternate, calc.Alternate{Terms: calc.Average(nil, population...).Terms})
		}
	}
	return r
}
