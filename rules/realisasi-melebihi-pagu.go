package rules

import (
	"math/big"
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
	Doc: source.T("Realisasi suatu baris tidak boleh lebih besar dari pagu yang berlaku. Yang diuji adalah baris terbawah; program dan kegiatan mengikuti rinciannya. Baris pendapatan dan pembiayaan boleh melampaui targetnya. Baris dengan pagu nol dicatat oleh realisasi-tanpa-pagu.",
		"The realisasi of a row is not above the pagu in force. The lowest rows are tested; programmes and kegiatan follow from them. Rows of income and financing may exceed their target. A row whose pagu is zero is the business of realisasi-tanpa-pagu."),
	Check: func(p *Pass) {
		for _, s := range p.lowest("realisasi") {
			row := s.baris
			if pagu := inForce(row); pagu.IsNumber() && pagu.Value.Sign() > 0 && !s.isRevenue() {
				p.RelateAs(calc.NotAbove(&row.Realisasi, pagu), About{Describe: func(fault *calc.Fault, f *Finding) { overspent(fault, f, row, pagu) }})
			}
		}
	},
})

// overspent says by how much; where the figure at fault is another one, its own words stay.
func overspent(fault *calc.Fault, f *Finding, row *schema.BarisAnggaran, pagu *schema.Figure) {
	if fault.Broken[0].Op != calc.AtMost || !row.Realisasi.IsNumber() {
		return
	}
	over := new(big.Rat).Sub(row.Realisasi.Value, pagu.Value)
	if pagu.Unit != nil {
		over.Quo(over, pagu.Unit)
	}
	f.Sebab = source.Text{} // what the figure equals by chance says nothing of why it is above the pagu
	f.Kondisi = source.T("%s tertulis %s, lebih %s dari pagunya %s", "%s reads %s, which is %s above its pagu of %s",
		schema.Label(row.Realisasi.Node), row.Realisasi.Show(), source.FormatNumber(over, pagu.Decimals), pagu.Show())
	f.Rekomendasi = source.T("Agar realisasi dan pagu baris ini diperiksa pada LRA dan DPA; bila pagu sudah diubah, agar pagu sesudah perubahan yang dimuat",
		"Check realisasi and pagu of this row against LRA and DPA; where the pagu was revised, give the one after the revision")
}

var reRevenue = regexp.MustCompile(`^(pendapatan|penerimaan|pajak|retribusi|pad|lain lain pad|hasil pengelolaan|target pendapatan|pembiayaan|surplus|defisit|silpa|sisa lebih)\b`)

// isRevenue reports whether a row or one that it is part of is income or financing.
func (s *simpul) isRevenue() bool {
	if s.pendapatan == nil {
		is := isRevenue(s.baris) || s.induk != nil && s.induk.isRevenue()
		s.pendapatan = &is
	}
	return *s.pendapatan
}

// isRevenue reports whether a row is income or financing, whose realisasi may well exceed what was budgeted: by its code, its
// name, or that of its table.
func isRevenue(row *schema.BarisAnggaran) bool {
	code := kodeOf(row.Kode.S)
	return len(code) > 0 && code[0] == "4" && reRekening.MatchString(strings.Join(code, ".")) || reRevenue.MatchString(schema.Normal(row.Uraian.S)) ||
		ofRevenue(row.Node)
}

// ofRevenue reports whether a budget table, or the one a row stands in, is called after income.
func ofRevenue(n *source.Node) bool {
	for ; n != nil; n = n.Parent() {
		if name := n.Get("nama"); name != nil && n.Get("baris") != nil {
			return reRevenue.MatchString(schema.Normal(name.Text))
		}
	}
	return false
}
