package rules

import (
	"math/big"

	"lkjip/rules/calc"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "realisasi-tak-sesuai-pembilang",
	Title:    source.T("Realisasi berbeda dari pembilang dibagi penyebutnya", "Realisasi differs from its numerator over its denominator"),
	Severity: Sedang,
	Basis: source.T("realisasi = pembilang ÷ penyebut × 100 · PermenPANRB 53/2014 Lampiran III (II.2, II.5)",
		"realisasi = numerator ÷ denominator × 100 · PermenPANRB 53/2014 Lampiran III (II.2, II.5)"),
	Checklist: []string{"II.2", "II.5"},
	Doc: source.T("Realisasi indikator persentase dihitung ulang dari pembilang dan penyebut yang disajikan. Indikator bukan persentase boleh berupa rasio atau angka per 1.000, 10.000 atau 100.000.",
		"Realisasi of a percentage is computed again from the printed numerator and denominator. Other indicators may be a ratio or a rate per 1,000, 10,000 or 100,000."),
	Check: func(p *Pass) {
		for m := range p.measured() {
			if !m.Pembilang.IsSet() && !m.Penyebut.IsSet() {
				continue
			}
			r := calc.Percentage(&m.Realisasi, &m.Pembilang, &m.Penyebut)
			r.Terms[0].Exact, r.Terms[1].Exact = m.Pembilang.Decimals == 0, m.Penyebut.Decimals == 0
			if !m.isPercent() && !m.Realisasi.Percent {
				for _, per := range []*big.Rat{big.NewRat(1, 100), big.NewRat(10, 1), big.NewRat(100, 1), big.NewRat(1000, 1)} {
					other := append([]calc.Term(nil), r.Terms...)
					other[0].Weight = per
					r.Alternate = append(r.Alternate, calc.Alternate{Terms: other})
				}
			}
			p.Relate(r)
		}
	},
})
