package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "anggaran-pendukung-tak-sesuai",
	Title:    source.T("Anggaran pendukung tidak sesuai dengan program yang mendukung Perjanjian Kinerja", "The supporting budget differs from the programmes that support the performance agreement"),
	Severity: Tinggi,
	Basis: source.T("anggaran pendukung = Σ program yang disebut PK; sisa = pagu − realisasi; realisasi anggaran disajikan sesuai dokumen PK (PermenPANRB 53/2014 Lampiran II Bab III.B dan Lampiran III I.6)",
		"supporting budget = Σ programmes the PK names; sisa = pagu − realisasi; the budget is shown as in the PK (PermenPANRB 53/2014 Lampiran II Bab III.B and Lampiran III I.6)"),
	Checklist: []string{"I.6", "III.4"},
	Doc: source.T("Baris anggaran yang mendukung langsung pencapaian sasaran harus merupakan jumlah program yang disebutnya; bila tidak disebut, program pada PK yang berlaku. Pagu, realisasi, persen, dan sisanya harus berasal dari cakupan yang sama. Satu baris menghasilkan paling banyak satu catatan, beserta cakupan asal setiap angkanya.",
		"The row of budget that directly supports the sasaran is the sum of the programmes it names; where it names none, of those in the PK in force. Its pagu, realisasi, percentage and remainder come from one population. One row gives at most one finding, with the population every figure comes from."),
	Check: func(p *Pass) {
		for _, l := range p.Laporan {
			if l.AnggaranPendukung.Node != nil {
				p.supportingBudget(p.supporting(l))
			}
		}
	},
})

func (p *Pass) supportingBudget(s *pendukung) {
	about := About{Describe: s.describe}
	cluster := p.Rule.Name + " " + fileOf(s.Node)
	relate := func(r *calc.Relation) {
		r.Cluster = cluster
		for _, c := range s.supportColumns() {
			note := s.note(c)
			r.Figures(func(t *calc.Term) {
				if t.Figure == c.Figure {
					t.Note = note
				}
			})
		}
		p.RelateAs(r, about)
	}
	pagu := &s.Pagu
	if !pagu.IsSet() {
		pagu = &s.PaguMurni
	}
	relate(calc.Difference(&s.Sisa, pagu, &s.Realisasi))
	if !isNil(pagu) || !isNil(&s.Realisasi) {
		relate(calc.Percentage(&s.Persen, &s.Realisasi, pagu))
	}
	if len(s.named) == 0 {
		return
	}
	for _, c := range s.supportColumns() {
		r := &calc.Relation{Op: calc.Linear, Result: calc.Term{Figure: c.Figure}}
		for _, row := range s.named {
			for _, t := range terms([]*simpul{row}, c.Key) {
				t.Name = source.T("%s %s", "%s of %s", fieldWord(c.Key), row.short())
				r.Terms = append(r.Terms, t)
			}
		}
		relate(r)
	}
}

// fieldWord is a column's key as a word.
func fieldWord(key string) string {
	if key == "pagu_murni" {
		return "pagu sebelum perubahan"
	}
	return key
}
