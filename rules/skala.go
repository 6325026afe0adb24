package rules

import (
	"math/big"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// declared is a scale that a report sets itself, with the scores of the dossier it is applied to.
type declared struct {
	*schema.Skala
	scores []*schema.Figure
}

// declaredScales are the capaian scales and the scales for assessments that the files of the dossier set.
func (p *Pass) declaredScales() []declared {
	var all []declared
	for _, l := range p.Laporan {
		if s := l.ReportScale(); s != nil {
			all = append(all, declared{s, p.capaianScores()})
		}
		for i := range l.Skala {
			d := declared{Skala: &l.Skala[i]}
			for _, a := range p.assessments() {
				if a.scale == d.Skala {
					d.scores = append(d.scores, &a.Jumlah.Nilai)
				}
			}
			all = append(all, d)
		}
	}
	return all
}

// capaianScores are all capaian of the dossier that are numbers: of indicators, of earlier years, and means.
func (p *Pass) capaianScores() []*schema.Figure {
	var all []*schema.Figure
	add := func(f *schema.Figure) {
		if f.IsNumber() {
			all = append(all, f)
		}
	}
	for _, l := range p.Laporan {
		for _, n := range l.Pengukuran.Indikators() {
			add(&n.Indikator.Capaian)
			for _, f := range schema.Years(n.Indikator.RiwayatCapaian) {
				add(f)
			}
		}
		for i := range l.Pengukuran.Tujuan {
			add(&l.Pengukuran.Tujuan[i].Capaian)
		}
		for _, s := range l.Pengukuran.AllSasaran() {
			add(&s.Capaian)
		}
		add(&l.Pengukuran.RataRata)
	}
	return all
}

// readable reports whether every row has bounds; a row without may hold what the others leave out.
func (p *Pass) readable(d declared) bool {
	for i := range d.Baris {
		if low, high, _, _ := d.Baris[i].Bounds(); low == nil && high == nil {
			p.Untested(d.Baris[i].Node, source.T("batas baris skala ini tidak terbaca", "the bounds of this row cannot be read"))
			return false
		}
	}
	return true
}

// decimals are the most decimals any of the scores is printed with.
func (d declared) decimals() int {
	n := 0
	for _, f := range d.scores {
		n = max(n, f.Decimals)
	}
	return n
}

// inside are the scores that lie in an interval.
func (d declared) inside(i calc.Interval) *schema.Figure {
	for _, f := range d.scores {
		if f.IsNumber() && i.Has(f.Value) {
			return f
		}
	}
	return nil
}

// nameOfRow is the text that names the row, as printed.
func nameOfRow(b *schema.BarisSkala) schema.Teks {
	for _, t := range []schema.Teks{b.Sebutan, b.Predikat, b.Kategori} {
		if t.IsSet() {
			return t
		}
	}
	return schema.Teks{Node: b.Node}
}

// rowTitle is what a message calls a row: its name, or its bounds.
func rowTitle(b *schema.BarisSkala) string {
	if names := b.Names(); len(names) > 0 {
		return strings.Join(names, " / ")
	}
	return b.Angka.S
}

// showSpan writes the values of a row, gap or overlap out: "90 sampai 91".
func showSpan(i calc.Interval) source.Text {
	show := func(v *big.Rat) string { return source.FormatNumber(v, source.Decimals(v, 4)) }
	switch {
	case i.Low == nil && i.High == nil:
		return source.Text{}
	case i.Low == nil:
		return source.T("sampai %s", "up to %s", show(i.High))
	case i.High == nil:
		return source.T("mulai %s", "from %s", show(i.Low))
	case i.IsPoint():
		return source.Same(show(i.Low))
	}
	return source.T("%s sampai %s", "%s to %s", show(i.Low), show(i.High))
}
