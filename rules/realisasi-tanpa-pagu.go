package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "realisasi-tanpa-pagu",
	Title:    source.T("Realisasi tercatat pada baris tanpa pagu", "Realisasi is recorded where there is no pagu"),
	Severity: Tinggi,
	Basis: source.T("realisasi hanya dapat terjadi pada baris yang mempunyai pagu · PermenPANRB 53/2014 Lampiran III (I.6)",
		"realisasi needs a pagu · PermenPANRB 53/2014 Lampiran III (I.6)"),
	Checklist: []string{"I.6"},
	Doc: source.T("Baris dengan pagu nol atau `-` tidak dapat mempunyai realisasi. Baris yang pagunya belum diisi tidak diuji, begitu pula pendapatan dan pembiayaan, yang dapat diterima tanpa target.",
		"A row whose pagu is zero or a dash has no realisasi. A row whose pagu is left empty is not tested, nor are income and financing, which may come in without a target."),
	Check: func(p *Pass) {
		for _, s := range p.lowest("realisasi") {
			row, pagu := s.baris, inForce(s.baris)
			if !pagu.IsSet() || pagu.IsNumber() && pagu.Value.Sign() > 0 || s.isRevenue() {
				continue
			}
			r := &calc.Relation{Op: calc.Backed, Result: calc.Term{Figure: &row.Realisasi}, Terms: []calc.Term{{Figure: pagu}}}
			p.RelateAs(r, About{
				Kondisi: source.T("%s tertulis %s, sedangkan %s tertulis %s", "%s reads %s, but %s reads %s",
					schema.Label(row.Realisasi.Node), row.Realisasi.Show(), schema.Label(pagu.Node), pagu.Show()),
				Rekomendasi: source.T("Agar pagu dan realisasi baris ini diperiksa pada DPA dan LRA; realisasi mungkin milik baris lain",
					"Check pagu and realisasi of this row against DPA and LRA; the realisasi may belong to another row"),
			})
		}
	},
})
