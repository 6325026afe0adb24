package rules

import (
	"math/big"

	"lkjip/rules/calc"
	"lkjip/schema"
)

// byQuarters reports whether a report gives realisasi by quarters alone and computes the capaian of the year from the last one:
// most indicators without a realisasi of the year show it.
func byQuarters(l *schema.Laporan, year int) bool {
	holds, broken := 0, 0
	for _, n := range l.Pengukuran.Indikators() {
		m := measured{Indikator: n.Indikator, report: l, year: year}
		switch last := m.RealisasiTw[4]; {
		case m.Realisasi.IsSet() || last == nil || !last.IsNumber() || !m.Capaian.IsNumber() || !m.Target.IsNumber():
		case m.gives(last):
			holds++
		default:
			broken++
		}
	}
	return holds >= 2 && holds > broken
}

// gives reports whether a realisasi gives the capaian of the year.
func (m measured) gives(realisasi *schema.Figure) bool {
	return calc.Judge(m.achievementBy(m.polarity(&m.Target), &m.Capaian, realisasi, &m.Target)).State == calc.Holds
}

// lastQuarter is the realisasi of the last quarter as that of the year, nil where the quarters count apart: where their sum or
// their mean gives the capaian and the last one does not.
func (m measured) lastQuarter() *schema.Figure {
	last := m.RealisasiTw[4]
	if last == nil || !last.IsNumber() || m.gives(last) {
		return last
	}
	if whole := upTo(m.RealisasiTw, 4); whole != nil && (m.gives(whole) || m.gives(calc.Scaled(whole, big.NewRat(1, 4)))) {
		return nil
	}
	return last
}
