package rules

import (
	"regexp"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "nilai-di-luar-kewajaran",
	Title:    source.T("Nilai indikator persentase jauh di luar kewajaran", "The value of a percentage is far beyond any percentage"),
	Severity: Sedang,
	Basis: source.T("laju dan persentase berada di antara −1.000 dan 1.000 persen · PermenPANRB 53/2014 Lampiran III (II.5, III.10)",
		"rates and percentages lie between −1,000 and 1,000 percent · PermenPANRB 53/2014 Lampiran III (II.5, III.10)"),
	Checklist: []string{"II.5", "III.10"},
	Doc: source.T("Indikator bersatuan persen, atau bernama laju, pertumbuhan atau persentase tanpa satuan lain, tidak bernilai ribuan. Nilai seperti itu biasanya nilai absolut (misalnya PDRB) di bawah nama indikator laju. Dicatat sekali per indikator.",
		"An indicator in percent, or called a rate, growth or percentage without another unit, has no value of thousands. Such a value is usually an absolute amount (such as GDP) under the name of a rate. Noted once an indicator."),
	Check: func(p *Pass) {
		for m := range p.measured() {
			if !m.isPercent() && (m.Satuan.IsSet() || !reRate.MatchString(m.Nama.S)) {
				continue
			}
			figures := []*schema.Figure{&m.Realisasi, &m.Target}
			for _, f := range schema.Years(m.Riwayat) {
				figures = append(figures, f)
			}
			for _, f := range figures {
				if !f.IsNumber() {
					continue
				}
				r := calc.InBounds(f, -1000, 1000)
				p.RelateAs(r, About{Describe: m.describeBeyond})
				if calc.Judge(r).State == calc.Broken {
					break
				}
			}
		}
	},
})

var reRate = regexp.MustCompile(`(?i)\b(laju|pertumbuhan|persentase|prosentase|persen)\b`)

func (m measured) describeBeyond(fault *calc.Fault, f *Finding) {
	f.Expected = ""
	f.Kondisi = source.T("indikator %s bernilai %s, jauh di luar besaran persentase", "the indicator %s reads %s, far beyond a percentage", quoted(m.Nama.S), fault.Figure.Show())
	f.Sebab = source.T("diduga nilai absolut tersaji di bawah nama indikator laju atau persentase, atau tanda desimalnya hilang",
		"presumably an absolute amount stands under the name of a rate or percentage, or the decimal mark was lost")
	f.Rekomendasi = source.T("Agar nama, satuan dan nilai indikator disesuaikan dengan dokumen sumbernya", "Make the indicator's name, unit and value agree with the source document")
}
