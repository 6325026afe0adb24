package rules

import (
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "realisasi-beda-satuan",
	Title:    source.T("Realisasi dinyatakan dalam satuan lain daripada target", "The realisation is in another unit than its target"),
	Severity: Sedang,
	Basis: source.T("Target dibandingkan dengan realisasi indikator yang sama; indikator dapat diukur · PermenPANRB 53/2014 Lampiran II (Bab III.A butir 1), Lampiran III (III.10)",
		"A target is compared with the realisation of the same indicator, which can be measured · PermenPANRB 53/2014 Lampiran II (Bab III.A point 1), Lampiran III (III.10)"),
	Checklist: []string{"III.10"},
	Needs:     []string{"instansi"},
	Doc: source.T("Berlaku untuk SKP dan pengukuran. Target persen yang dijawab nilai berpredikat (`75,15 BB`) atau jumlah (`12 dokumen`) dicatat, demikian pula sebaliknya. Angka tanpa satuan, dan predikat di samping angka yang targetnya juga angka tanpa satuan, diterima.",
		"For the SKP and the measurement. A percentage answered by a score with a grade (`75,15 BB`) or a count (`12 dokumen`) is reported, and the other way round. A bare number, and a predicate beside a number whose target is a bare number, are accepted."),
	Check: func(p *Pass) {
		for _, s := range p.scored() {
			want, got := s.targetUnit(), s.unitOf(s.realisasi)
			if want == "" || got == "" || want == got || want != "persen" && got == "predikat" || want == "predikat" {
				continue
			}
			p.Report(s.realisasi.Node, Finding{
				Stated: s.realisasi.Show(),
				Kondisi: source.T("%s tertulis %s, sedangkan targetnya %s: %s dijawab dengan %s", "%s reads %s, but its target is %s: %s is answered by %s",
					schema.Label(s.realisasi.Node), quoted(s.realisasi.Show()), quoted(s.target.Show()), unitName(want), unitName(got)),
				Rekomendasi: source.T("Agar realisasi dinyatakan dalam satuan target, atau indikator dan targetnya disesuaikan",
					"State the realisation in the unit of the target, or change the indicator and its target"),
			})
		}
	},
})

func unitName(u string) source.Text {
	switch u {
	case "persen":
		return source.T("persentase", "a percentage")
	case "predikat":
		return source.T("nilai berpredikat", "a score with a grade")
	}
	return source.T("jumlah %s", "a count of %s", u)
}
