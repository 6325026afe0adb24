package rules

import (
	"regexp"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "realisasi-melebihi-pagu",
	Title:    source.T("Realisasi melebihi pagu", "Realisasi exceeds the pagu"),
	Severity: Tinggi,
	Basis: source.T("realisasi ≤ pagu yang berlaku; pelampauan pagu adalah temuan kepatuhan · PermenPANRB 53/2014 Lampiran III (I.6)",
		"realisasi ≤ pagu in force; spending beyond the pagu is a matter of compliance · PermenPANRB 53/2014 Lampiran III (I.6)"),
	Checklist: []string{"I.6"},
	Doc: source.T("Realisasi suatu baris tidak boleh lebih besar dari pagu yang berlaku. Yang diuji adalah baris terbawah; program dan kegiatan mengikuti rinciannya. Baris pendapatan boleh melampaui targetnya. Baris dengan pagu nol dicatat oleh realisasi-tanpa-pagu.",
		"The realisasi of a row is not above the pagu in force. The lowest rows are tested; programmes and kegiatan follow from them. Rows of income may exceed their target. A row whose pagu is zero is the business of realisasi-tanpa-pagu."),
	Check: func(p *Pass) {
		for _, row := range p.lowest("realisasi") {
			if pagu := inForce(row); !isRevenue(row) && pagu.IsNumber() && pagu.Value.Sign() > 0 {
				p.Relate(calc.NotAbove(&row.Realisasi, pagu))
			}
		}
	},
})

var reRevenue = regexp.MustCompile(`^(pendapatan|penerimaan|pajak|retribusi|pad|lain lain pad|hasil pengelolaan|target pendapatan)\b`)

// isRevenue reports whether a row is income, whose realisasi may well exceed what was budgeted.
func isRevenue(row *schema.BarisAnggaran) bool {
	code := kodeOf(row.Kode.S)
	return len(code) > 0 && code[0] == "4" && reRekening.MatchString(strings.Join(code, ".")) || reRevenue.MatchString(schema.Normal(row.Uraian.S))
}
