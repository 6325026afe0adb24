package rules

import (
	"strconv"

	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "urutan-tahun-tak-sesuai",
	Title:    source.T("Urutan tahun dalam periode rencana tidak cocok", "The year's place in the plan's period does not fit"),
	Severity: Rendah,
	Basis:    source.T("urutan = tahun − tahun awal periode (+ 1) · PermenPANRB 53/2014 Lampiran III (III.2)", "place = year − first year of the period (+ 1) · PermenPANRB 53/2014 Lampiran III (III.2)"),
	Checklist: []string{
		"III.2",
	},
	Needs: []string{"narasi"},
	Doc: source.T("`tahun keempat Renstra 2021-2026` pada laporan 2024 diuji dengan kedua cara menghitung yang dipakai: tahun awal periode sebagai tahun pertama, atau tahun sesudahnya bila rencana dimulai di tengah tahun.",
		"`tahun keempat Renstra 2021-2026` in a report on 2024 is tested with both ways of counting in use: the first year of the period as year one, or the year after it where the plan began within a year."),
	Check: func(p *Pass) {
		for _, c := range p.claims(narasi.Ordinal) {
			place := c.year - c.PeriodFrom
			c.judged = c.year >= c.PeriodFrom && c.year <= c.PeriodTo
			if c.year == 0 || c.Nth == place || c.Nth == place+1 {
				continue
			}
			if c.year < c.PeriodFrom || c.year > c.PeriodTo {
				continue // a period of another plan
			}
			p.Report(c.node(), Finding{Stated: c.node().Text, Expected: "tahun ke-" + strconv.Itoa(place+1),
				Kondisi: source.T("Kalimat %s menyebut tahun ke-%d, sedangkan %d adalah tahun ke-%d periode %d–%d (atau ke-%d bila dihitung sesudah %[5]d)",
					"The sentence %s says year %d, but %d is year %d of the period %d–%d (or year %d counted from the year after)", c.quote(), c.Nth, c.year, place+1, c.PeriodFrom, c.PeriodTo, place),
				Rekomendasi: source.T("Agar urutan tahun disesuaikan dengan periode rencana", "Make the year's place agree with the plan's period")})
		}
	},
})
