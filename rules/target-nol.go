package rules

import (
	"math/big"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "target-nol",
	Title:    source.T("Target indikator positif nol sehingga capaian tidak terdefinisi", "The target of a positive indicator is zero, which leaves capaian undefined"),
	Severity: Sedang,
	Basis: source.T("capaian = realisasi ÷ target × 100 tidak terdefinisi bila target nol · PermenPANRB 53/2014 Lampiran III (III.10)",
		"capaian = realisasi ÷ target × 100 is undefined for a target of zero · PermenPANRB 53/2014 Lampiran III (III.10)"),
	Checklist: []string{"III.10"},
	Doc: source.T("Target nol wajar bagi indikator yang baik bila kecil (jumlah temuan, angka kecelakaan), dan dicatat hanya bila realisasinya lebih dari nol padahal capaiannya 100 atau lebih. Bagi indikator lain capaiannya tidak dapat dihitung. Tidak dicatat bila laporan sendiri menulis capaiannya `-` atau n/a, atau memberi penjelasan.",
		"A target of zero is normal for what should be little (findings, accidents) and is noted only where realisasi is above zero and capaian 100 or more all the same. Of other indicators no capaian can be computed. Nothing is noted where the report itself gives capaian as `-` or n/a, or explains it."),
	Check: func(p *Pass) {
		for m := range p.measured() {
			polarity := calc.PolarityOf(schema.Choice(m.Polaritas))
			if p.missedZero(m, polarity) {
				continue
			}
			if polarity == calc.Down || polarity == calc.Undeclared && reLittle.MatchString(schema.Normal(m.Nama.S)) {
				continue
			}
			if !m.Target.IsNumber() || m.Capaian.Kind == schema.Nothing || m.Penjelasan.IsSet() || polarity == calc.Undeclared && m.keptZero() {
				continue
			}
			about := About{Describe: m.describeZero}
			if !m.Capaian.IsNumber() || polarity == calc.Undeclared {
				about.Severity = Rendah
			}
			p.RelateAs(calc.NotZero(&m.Target), about)
		}
	},
})

// keptZero reports whether nothing was to happen, nothing did, and capaian is full: then the indicator is one of what should be
// little, whatever it is called.
func (m measured) keptZero() bool {
	return m.Target.Value.Sign() == 0 && m.Realisasi.IsNumber() && m.Realisasi.Value.Sign() == 0 && m.Capaian.IsNumber() && m.Capaian.Value.Cmp(big.NewRat(100, 1)) == 0
}

func (m measured) describeZero(_ *calc.Fault, f *Finding) {
	f.Kondisi = source.T("target indikator %s nol, sehingga realisasi ÷ target tidak dapat dihitung", "the target of the indicator %s is zero, so realisasi ÷ target cannot be computed", quoted(m.Nama.S))
	if m.Capaian.IsNumber() {
		f.Kondisi = source.T("%s, sedangkan capaian tertulis %s", "%s, but capaian reads %s", f.Kondisi, m.Capaian.Show())
	}
	f.Expected = ""
	f.Rekomendasi = source.T("Agar target diperiksa pada perjanjian kinerja; bila memang nol, agar capaian ditulis n/a dan dijelaskan, atau polaritas ditetapkan turun",
		"Check the target against the performance agreement; if it is zero indeed, give capaian as n/a and explain it, or set polaritas to turun")
}

// missedZero reports a zero that was to be kept and was not, though capaian says the target was reached.
func (p *Pass) missedZero(m measured, polarity calc.Polarity) bool {
	if polarity != calc.Down || m.Penjelasan.IsSet() || m.Formula.IsSet() || !m.Target.IsNumber() || m.Target.Value.Sign() != 0 ||
		!m.Realisasi.IsNumber() || m.Realisasi.Value.Sign() <= 0 || !m.Capaian.IsNumber() || m.Capaian.Value.Cmp(big.NewRat(100, 1)) < 0 {
		return false
	}
	p.Report(m.Capaian.Node, Finding{Stated: m.Capaian.Show(),
		Kondisi: source.T("target indikator %s nol dan realisasinya %s, sehingga target tidak tercapai, sedangkan capaian tertulis %s",
			"the target of the indicator %s is zero and its realisasi %s, so that the target was missed, but capaian reads %s", quoted(m.Nama.S), m.Realisasi.Show(), m.Capaian.Show()),
		Rekomendasi: source.T("Agar realisasi dan capaian diperiksa; bila realisasi benar, agar capaian ditulis 0 atau n/a dan dijelaskan",
			"Check realisasi and capaian; if realisasi is right, give capaian as 0 or n/a and explain it")})
	return true
}
