package rules

import (
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "predikat-capaian-tak-sesuai",
	Title:    source.T("Predikat capaian berbeda dari skala capaian laporan", "The predicate of a capaian differs from the report's own scale"),
	Severity: Tinggi,
	Basis: source.T("predikat menurut skala capaian yang ditetapkan laporan · PermenPANRB 53/2014 Lampiran III (I.3, II.5)",
		"the predicate by the scale the report sets · PermenPANRB 53/2014 Lampiran III (I.3, II.5)"),
	Checklist: []string{"I.3", "II.5"},
	Doc: source.T("Predikat indikator, sasaran, tujuan dan rata-rata dibandingkan dengan baris skala capaian laporan yang memuat capaiannya. Bila laporan tidak memuat skala, predikat tidak diuji. Predikat indeks nasional (BB, Tinggi) di samping indikatornya dibandingkan dengan skala indeks itu terhadap realisasi.",
		"The predicate of an indicator, sasaran, goal or mean is compared with the row of the report's scale that holds the capaian. Without a scale nothing is tested. The predicate of a national index beside its indicator is compared with that index's scale for its realisasi."),
	Check: func(p *Pass) {
		graded := p.graded()
		for _, g := range graded {
			switch {
			case g.index != nil && calc.Judge(calc.Band(g.label, g.realisasi, g.index)).State == calc.Holds:
				p.Relate(calc.Band(g.label, g.realisasi, g.index))
			case g.scale != nil && len(calc.NamedRows(g.scale, g.label.S)) > 0:
				p.Relate(calc.Band(g.label, g.capaian, g.scale))
			case g.index != nil && !ofAll(graded, g.label):
				p.RelateAs(calc.Band(g.label, g.realisasi, g.index), About{Describe: func(_ *calc.Fault, f *Finding) {
					unverified(f, g.index.Terverifikasi, g.index.Nama.S)
				}})
			}
		}
	},
})

// graded is a predicate beside a capaian, with the report's scale and, where the predicate is that of a national index, its.
type graded struct {
	label              schema.Teks
	capaian, realisasi *schema.Figure
	scale, index       *schema.Skala
	national           bool // the indicator is an index with a scale of its own
}

// ofAll reports whether the report gives indicators that are no index predicates of this kind too, words or letters: then they grade
// what was reached of each target, by a scale that it does not show.
func ofAll(all []graded, label schema.Teks) bool {
	return slices.ContainsFunc(all, func(g graded) bool {
		return g.realisasi != nil && !g.national && len(g.label.S) > 2 == (len(label.S) > 2)
	})
}

// graded are all predicates of capaian in the dossier.
func (p *Pass) graded() []graded {
	var all []graded
	add := func(scale *schema.Skala, label schema.Teks, capaian *schema.Figure) {
		if label.IsSet() {
			all = append(all, graded{label: label, capaian: capaian, scale: scale})
		}
	}
	addAll := func(scale *schema.Skala, means []schema.UlanganCapaian) {
		for i := range means {
			add(scale, means[i].Predikat, &means[i].Capaian)
		}
	}
	for _, l := range p.Laporan {
		scale := p.capaianScale(l)
		for _, n := range l.Pengukuran.Indikators() {
			if n.Indikator.Predikat.IsSet() {
				all = append(all, graded{label: n.Indikator.Predikat, capaian: &n.Indikator.Capaian, realisasi: &n.Indikator.Realisasi,
					scale: scale, index: p.indexScale(n.Indikator), national: len(indexesNamed(n.Indikator.Nama.S)) > 0})
			}
		}
		for i := range l.Pengukuran.Tujuan {
			t := &l.Pengukuran.Tujuan[i]
			add(scale, t.Predikat, capaianOr(&t.Capaian, t.Indikator))
			addAll(scale, t.Ulangan)
		}
		for _, s := range l.Pengukuran.AllSasaran() {
			add(scale, s.Predikat, capaianOr(&s.Capaian, s.Indikator))
			addAll(scale, s.Ulangan)
		}
		add(scale, l.Pengukuran.Predikat, &l.Pengukuran.RataRata)
		addAll(scale, l.Pengukuran.UlanganRataRata)
	}
	return all
}

// capaianOr is the capaian of a sasaran: its own, or that of its only indicator.
func capaianOr(own *schema.Figure, indikator []schema.Indikator) *schema.Figure {
	if !own.IsSet() && len(indikator) == 1 {
		return &indikator[0].Capaian
	}
	return own
}

// capaianScale is the scale of a file, or the only one that another file of the dossier has.
func (p *Pass) capaianScale(l *schema.Laporan) *schema.Skala {
	if s := l.ReportScale(); s != nil {
		return s
	}
	for _, other := range p.Laporan {
		if s := other.ReportScale(); s != nil {
			return s
		}
	}
	return nil
}

// indexScale is the official scale whose names the indicator's predicate uses, nil where the indicator is no such index.
func (p *Pass) indexScale(i *schema.Indikator) *schema.Skala {
	for _, s := range indexesNamed(i.Nama.S) {
		if scale := p.scale(s.Skala.S); scale != nil && len(calc.NamedRows(scale, i.Predikat.S)) > 0 {
			return scale
		}
	}
	return nil
}
