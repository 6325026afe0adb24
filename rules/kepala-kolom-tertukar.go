package rules

import (
	"slices"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "kepala-kolom-tertukar",
	Title:    source.T("Judul kolom tabel skala tertukar", "The column headings of a scale are swapped"),
	Severity: Rendah,
	Basis: source.T("judul kolom sesuai dengan isinya · PermenPANRB 53/2014 Lampiran III (I.3)",
		"headings that fit what stands under them · PermenPANRB 53/2014 Lampiran III (I.3)"),
	Checklist: []string{"I.3"},
	Needs:     []string{"skala_capaian"},
	Doc: source.T("Rentang angka tersaji di bawah judul kategori dan sebutan di bawah judul angka. Skala tetap dibaca menurut isinya. Dicatat sekali per tabel.",
		"Spans of numbers stand under the heading for names, and names under the heading for numbers. The scale is read by what it holds all the same. Noted once a table."),
	Check: func(p *Pass) {
		for _, d := range p.declaredScales() {
			i := slices.IndexFunc(d.Baris, func(b schema.BarisSkala) bool { return b.Tertukar })
			if i < 0 {
				continue
			}
			span, name := d.Baris[i].Node.Get("kategori"), d.Baris[i].Node.Get("angka")
			p.Report(d.Node, Finding{Stated: span.Text,
				Kondisi: source.T("di bawah judul kategori tertulis rentang %s, dan di bawah judul angka tertulis sebutan %s", "under the heading for categories stands the span %s, and under the heading for numbers the name %s",
					quoted(span.Text), quoted(name.Text)),
				Rekomendasi: source.T("Agar kedua judul kolom ditukar", "Swap the two headings")})
		}
	},
})
