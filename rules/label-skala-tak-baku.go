package rules

import (
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "label-skala-tak-baku",
	Title:    source.T("Sebutan pada skala berbeda dari skala baku yang dipakai", "A name of the scale differs from the official scale it uses"),
	Severity: Rendah,
	Basis: source.T("sebutan menurut peraturan skala yang batasnya dipakai, antara lain PermenPANRB 88/2021",
		"names by the regulation whose bounds are used, among them PermenPANRB 88/2021"),
	Checklist: []string{"I.3"},
	Needs:     []string{"skala_capaian"},
	Doc: source.T("Bila skala laporan memakai batas skala resmi baris demi baris dan sebutannya sama kecuali pada sebagian kecil baris, baris yang berbeda itu dicatat. Skala dengan sebutan sendiri tidak dicatat.",
		"Where the report's scale has the bounds of an official scale row by row, and its names but for a few rows, the first differing row is noted. A scale with names of its own is left alone."),
	Check: func(p *Pass) {
		for _, d := range p.declaredScales() {
			for _, official := range schema.OfficialScales() {
				odd, right, count := oddRow(d.Skala, official)
				if odd == nil {
					continue
				}
				name, want := nameOfRow(odd), rowTitle(right)
				if right.Sebutan.IsSet() {
					want = right.Sebutan.S
				}
				f := Finding{Stated: name.S, Expected: want, Kriteria: source.Same(official.Dasar.S),
					Kondisi: source.T("skala memakai batas %s (%s), tetapi baris %s bernama %s, bukan %s", "the scale has the bounds of the %s (%s), but the row %s is called %s, not %s",
						official.Nama.S, official.Dasar.S, spanOf(odd), quoted(name.S), quoted(want)),
					Rekomendasi: source.T("Agar sebutan disesuaikan menjadi %s, atau skala dinyatakan sebagai skala sendiri", "Call it %s, or state that the scale is the report's own", quoted(want))}
				if count > 1 {
					f.Kondisi = source.T("%s; ada %d baris yang berbeda", "%s; %d rows differ", f.Kondisi, count)
				}
				p.Report(name.Node, f)
				break
			}
		}
	},
})

// oddRow is the first row, from the top, whose name is not the official scale's, where the bounds are and most names are.
func oddRow(own, official *schema.Skala) (odd, right *schema.BarisSkala, count int) {
	pairs, same := calc.SameScale(own, official)
	if !same {
		return nil, nil, 0
	}
	for _, pair := range pairs {
		if names := pair[0].Names(); len(names) > 0 && !calc.Named(pair[1], strings.Join(names, " / ")) {
			odd, right, count = pair[0], pair[1], count+1
		}
	}
	if 3*count > len(pairs) {
		return nil, nil, 0
	}
	return odd, right, count
}

func spanOf(b *schema.BarisSkala) source.Text {
	low, high, _, _ := b.Bounds()
	return showSpan(calc.Interval{Low: low, High: high})
}
