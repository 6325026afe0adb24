package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "polaritas-diragukan",
	Title:    source.T("Indikator yang baik bila kecil dihitung sebagai indikator positif", "An indicator of which little is good is treated as a positive one"),
	Severity: Sedang,
	Basis: source.T("indikator negatif: capaian = (2 × target − realisasi) ÷ target × 100 atau target ÷ realisasi × 100 · PermenPANRB 8/2021",
		"negative indicators: capaian = (2 × target − realisasi) ÷ target × 100 or target ÷ realisasi × 100 · PermenPANRB 8/2021"),
	Checklist: []string{"II.5", "III.10"},
	Needs:     []string{"pengukuran"},
	Doc: source.T("Nama seperti angka kemiskinan, pengangguran, stunting, kematian atau waktu tunggu menunjukkan bahwa nilai kecil itu baik. Catatan dibuat bila polaritasnya ditulis naik, atau capaiannya hanya cocok dengan realisasi ÷ target. Nama yang membalik arti (penurunan, penanganan, tindak lanjut, cakupan) tidak dicatat, begitu pula realisasi yang sama dengan target karena semua rumus memberi 100.",
		"Names such as poverty rate, unemployment, stunting, mortality or waiting time say that little is good. It is noted where polaritas is written naik or capaian fits only realisasi ÷ target. Names that turn the meaning around (reduction, handling, follow-up, coverage) are left alone, and so is a realisasi equal to its target, for which all formulas give 100."),
	Check: func(p *Pass) {
		for m := range p.measured() {
			if !m.smallIsGood() || m.meetsTarget() {
				continue
			}
			declared := calc.PolarityOf(schema.Choice(m.Polaritas))
			switch {
			case declared == calc.Up:
				p.Report(m.Polaritas.Node, doubtful(m, m.Polaritas.S, source.T("polaritas ditulis naik", "its polaritas is naik")))
			case declared == calc.Undeclared && m.holds(calc.Up) && !m.holds(calc.Down):
				p.Report(m.Capaian.Node, doubtful(m, m.Capaian.Show(), source.T("capaian %s dihitung dengan realisasi ÷ target", "capaian %s is realisasi ÷ target", m.Capaian.Show())))
			}
		}
	},
})

func doubtful(m measured, stated string, what source.Text) Finding {
	f := Finding{Stated: stated,
		Kondisi: source.T("indikator %s menurut namanya lebih baik bila nilainya kecil, sedangkan %s", "by its name the indicator %s is better when small, but %s", quoted(m.Nama.S), what),
		Rekomendasi: source.T("Agar polaritas ditetapkan turun dan capaian dihitung dengan rumus indikator negatif, atau arah indikator dijelaskan",
			"Set polaritas to turun and compute capaian by the formula of negative indicators, or explain which way the indicator is good")}
	if calc.PolarityOf(schema.Choice(m.Polaritas)) == calc.Up {
		f.Expected = "turun"
	}
	if !m.Capaian.IsNumber() {
		f.Severity = Rendah
	}
	return f
}

// wrongWay reports whether a declared naik is what is wrong: the name speaks against it and the capaian fits only turun.
func (m measured) wrongWay() bool {
	return m.smallIsGood() && calc.PolarityOf(schema.Choice(m.Polaritas)) == calc.Up && !m.holds(calc.Up) && m.holds(calc.Down)
}

// holds reports whether the reported capaian fits the polarity.
func (m measured) holds(polarity calc.Polarity) bool {
	return calc.Judge(m.achievementBy(polarity, &m.Capaian, &m.Realisasi, &m.Target)).State == calc.Holds
}

// meetsTarget reports whether realisasi equals target, so that every formula gives 100.
func (m measured) meetsTarget() bool {
	return calc.Judge(calc.Same(&m.Realisasi, &m.Target)).State == calc.Holds && m.Realisasi.Kind == schema.Exactly
}
