package rules

import (
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "label-di-luar-skala",
	Title:    source.T("Predikat tidak terdapat pada skala capaian laporan", "A predicate is not on the report's scale"),
	Severity: Rendah,
	Basis: source.T("predikat menurut skala capaian yang ditetapkan laporan · PermenPANRB 53/2014 Lampiran III (I.3)",
		"predicates by the scale the report sets · PermenPANRB 53/2014 Lampiran III (I.3)"),
	Checklist: []string{"I.3"},
	Needs:     []string{"pengukuran", "skala_capaian"},
	Doc: source.T("Setiap predikat capaian harus salah satu sebutan pada tabel skala laporan itu sendiri. Predikat indeks nasional di samping indikatornya (misalnya BB untuk Nilai SAKIP) dan tanda seperti tercapai atau tidak tercapai tidak dicatat. Satu sebutan yang berulang dicatat sekali.",
		"Every predicate of a capaian must be a name of the report's own scale. The predicate of a national index beside its indicator (BB for a SAKIP score) and marks such as tercapai or tidak tercapai are left alone. A repeated name is noted once."),
	Check: func(p *Pass) {
		seen := map[string]bool{}
		for _, g := range p.graded() {
			name := schema.Normal(g.label.S)
			if g.scale == nil || g.index != nil || seen[name] || reached[name] || nothingWord(g.label.S) {
				continue
			}
			names := namesOf(g.scale)
			if len(names) == 0 || len(calc.NamedRows(g.scale, g.label.S)) > 0 {
				continue
			}
			seen[name] = true
			f := Finding{Stated: g.label.S,
				Kondisi: source.T("%s tertulis %s, sedangkan skala capaian laporan hanya memuat %s", "%s reads %s, but the report's scale only has %s",
					schema.Label(g.label.Node), quoted(g.label.S), strings.Join(names, ", ")),
				Rekomendasi: source.T("Agar predikat memakai sebutan pada skala capaian, atau skalanya dilengkapi", "Use a name of the scale, or complete the scale")}
			if g.capaian.IsNumber() {
				if rows := calc.Rows(g.scale, g.capaian.Value); len(rows) == 1 {
					f.Expected = strings.Join(rows[0].Names(), " / ")
				}
			}
			p.Report(g.label.Node, f)
		}
	},
})

// reached are words that say whether a target was met; they are no names of a scale.
var reached = map[string]bool{"tercapai": true, "tidak tercapai": true, "belum tercapai": true, "melampaui": true, "melampaui target": true,
	"terlampaui": true, "tercapai melampaui": true, "sesuai target": true, "on track": true, "on the track": true}

func nothingWord(s string) bool {
	n := schema.Normal(s)
	return n == "" || n == "n a" || n == "na"
}

func namesOf(scale *schema.Skala) []string {
	var names []string
	for i := range scale.Baris {
		if n := strings.Join(scale.Baris[i].Names(), " / "); n != "" {
			names = append(names, n)
		}
	}
	return names
}
