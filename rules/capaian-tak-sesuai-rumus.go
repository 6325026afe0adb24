package rules

import (
	"math/big"

	"lkjip/rules/calc"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "capaian-tak-sesuai-rumus",
	Title:    source.T("Capaian berbeda dari hasil hitung target dan realisasi", "Capaian differs from what target and realisasi give"),
	Severity: Sedang,
	Basis: source.T("capaian = realisasi ÷ target × 100; indikator negatif (2 × target − realisasi) ÷ target × 100 atau target ÷ realisasi × 100 · PermenPANRB 8/2021 · PermenPANRB 53/2014 Lampiran III (I.3, II.5)",
		"capaian = realisasi ÷ target × 100; negative indicators (2 × target − realisasi) ÷ target × 100 or target ÷ realisasi × 100 · PermenPANRB 8/2021 · PermenPANRB 53/2014 Lampiran III (I.3, II.5)"),
	Checklist: []string{"I.3", "II.5"},
	Doc: source.T("Capaian setiap indikator dan setiap tahun dihitung ulang dari target dan realisasinya menurut polaritas. Pembulatan maupun pemotongan desimal, batas 100, 120 dan 150 persen (atau `batas_capaian` yang dinyatakan), target berupa rentang dan target berupa teks diterima. Indikator tanpa polaritas diterima dengan rumus mana pun, kecuali tahun lain, tabel lain atau namanya menunjukkan polaritasnya. Bila laporan hanya memuat realisasi triwulan dan kebanyakan indikator menunjukkannya, realisasi tahun adalah realisasi triwulan terakhir. Realisasi bulat dianggap tepat bila satuannya hitungan (dokumen, orang), dan dianggap hasil pembulatan bila satuannya ukuran (persen, indeks, nilai).",
		"The capaian of every indicator and year is computed again from target and realisasi by polarity. Rounded and cut decimals, caps of 100, 120 and 150 percent (or the declared `batas_capaian`), ranges and words as targets are accepted. An indicator without polarity may follow any formula, unless another year, another table or its name shows which. Where a report gives realisasi by quarters alone and most indicators show it, that of the last quarter is the realisasi of the year. A whole realisasi is exact where its unit is a count (documents, persons) and rounded where it is a measure (percent, index, score)."),
	Check: func(p *Pass) {
		for m := range p.measured() {
			if m.wrongWay() {
				continue // polaritas-diragukan says it
			}
			for _, y := range m.years() {
				r := m.achievement(y.capaian, y.realisasi, y.target)
				if whole := m.achievement(calc.Scaled(y.capaian, big.NewRat(100, 1)), y.realisasi, y.target); calc.Judge(r).State == calc.Broken && calc.Judge(whole).State == calc.Holds {
					r = whole // capaian as a fraction: 0,9873
				}
				p.RelateAs(r, About{Describe: describeCap})
			}
		}
	},
})

// describeCap words the case that the capaian is computed rightly but not cut at the cap the report declares.
func describeCap(fault *calc.Fault, f *Finding) {
	lead := &fault.Broken[0]
	if lead.Op != calc.Achieved || lead.Cap == nil || fault.Figure != lead.Result.Figure {
		return
	}
	uncapped := *lead.Relation
	uncapped.Cap = nil
	if calc.Judge(&uncapped).State != calc.Holds {
		return
	}
	limit := source.FormatNumber(lead.Cap, source.Decimals(lead.Cap, 2))
	f.Sebab, f.Akibat = source.Text{}, source.Text{}
	f.Kondisi = source.T("%s, sedangkan laporan menyatakan batas capaian %s", "%s, but the report declares a cap of %s",
		source.T("capaian tertulis %s", "capaian reads %s", f.Stated), limit)
	f.Rekomendasi = source.T("Agar capaian dibatasi %s, atau batas capaian tidak dinyatakan", "Cap capaian at %s, or do not declare a cap", limit)
}
