package rules

import (
	"math/big"
	"regexp"

	"lkjip/rules/calc"
	"lkjip/schema"
)

var (
	reEfficiency = regexp.MustCompile(`(?i)\befisiensi\b`)
	reAbsorbed   = regexp.MustCompile(`(?i)\b(?:serapan|penyerapan|realisasi anggaran|realisasi keuangan|capaian anggaran|capaian keuangan|anggaran)\b`)
	reAchieved   = regexp.MustCompile(`(?i)\b(?:capaian|pencapaian|kinerja)\b`)
)

// efficiencyRow is a row of a table that sets the capaian of an objective or indicator, percent, beside the percentage of its budget
// that was spent.
type efficiencyRow struct {
	table                   *rincian
	capaian, serapan, hasil *schema.Figure
}

// efficiencyWays are the ways in use to compute an efficiency; PMK 22/2021 knows another, from volumes, which no such table has.
const efficiencyWays = 5

// ways are what the efficiency may be: capaian − serapan, that ÷ capaian, and the quotients of both.
func (e *efficiencyRow) ways() []*calc.Relation {
	ways := []*calc.Relation{
		calc.Difference(e.hasil, e.capaian, e.serapan),
		calc.Percentage(e.hasil, e.capaian, e.serapan),
		calc.Percentage(e.hasil, e.serapan, e.capaian),
		calc.Times(e.capaian, e.hasil, e.serapan),
		nil,
	}
	if saved := calc.Total(e.capaian, calc.Scaled(e.serapan, big.NewRat(-1, 1))); saved != nil {
		ways[4] = calc.Percentage(e.hasil, saved, e.capaian)
	}
	return ways
}

// efficiencyRows are the rows of a report's tables of details that give an efficiency which nothing else in their table shows.
func efficiencyRows(tables []*rincian) (rows []efficiencyRow) {
	for _, t := range tables {
		capaian, serapan, result := 0, 0, 0
		for c := len(t.tabel.Kolom); c > 0; c-- {
			switch heading := t.tabel.Kolom[c-1].S; {
			case reEfficiency.MatchString(heading):
				result = c
			case !t.share[c] || reTarget.MatchString(heading):
			case reAbsorbed.MatchString(heading):
				serapan = c
			case reAchieved.MatchString(heading):
				capaian = c
			}
		}
		if capaian == 0 || serapan == 0 || result == 0 {
			continue
		}
		shown := map[*schema.Figure]bool{}
		for _, r := range t.hubungan {
			shown[r.Result.Figure] = true
		}
		for _, b := range t.baris {
			e := efficiencyRow{t, b.Angka[capaian], b.Angka[serapan], b.Angka[result]}
			if e.capaian.IsNumber() && e.serapan.IsNumber() && e.hasil.IsNumber() && !shown[e.hasil] {
				rows = append(rows, e)
			}
		}
	}
	return rows
}

// efficiency relates the efficiencies of a report, whose tables often have one row each: in the way that most rows show, and any
// other that fits. A row that fits none is tested where others show one.
func efficiency(tables []*rincian) {
	rows := efficiencyRows(tables)
	var fits [efficiencyWays]int
	var open []efficiencyRow
	for _, e := range rows {
		if r := firstWay(fits[:], e.ways()); r != nil {
			e.table.hubungan = append(e.table.hubungan, r)
		} else {
			open = append(open, e)
		}
	}
	usual := usualWay(fits[:])
	if fits[usual] < 2 || fits[usual] < 2*len(open) {
		return
	}
	for _, e := range open {
		if r := e.ways()[usual]; r != nil {
			e.table.hubungan = append(e.table.hubungan, r)
		}
	}
}
