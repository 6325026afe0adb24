package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "indeks-berupa-rentang",
	Title:    source.T("Indeks ditulis sebagai rentang, padahal nilainya satu angka", "An index is given as a range although its score is one number"),
	Severity: Rendah,
	Basis: source.T("indeks adalah satu angka hasil penilaian, rentang adalah batas kategorinya · PermenPANRB 53/2014 Lampiran III (I.3)",
		"an index is one number, a range is what bounds its category · PermenPANRB 53/2014 Lampiran III (I.3)"),
	Checklist: []string{"I.3"},
	Needs:     []string{"penilaian"},
	Doc: source.T("Bila penilaian mempunyai jumlah nilai, indeksnya seharusnya satu angka seperti pada surat keputusannya, bukan rentang kategori. Cara menghitung indeks Sistem Merit dari nilainya belum terverifikasi, sehingga angka yang disebut hanya perkiraan.",
		"Where an assessment has a total score its index is one number as in the decree, not the span of its category. How the merit index follows from the score is not verified, so the number given is an estimate only."),
	Check: func(p *Pass) {
		for _, a := range p.assessments() {
			if a.Indeks.Kind != schema.Between || !a.Jumlah.Nilai.IsNumber() {
				continue
			}
			f := Finding{Stated: a.Indeks.Show(),
				Kondisi: source.T("indeks tertulis sebagai rentang %s, yaitu batas kategorinya, sedangkan nilainya satu angka, %s", "the index reads as the range %s, which bounds its category, while the score is one number, %s",
					quoted(a.Indeks.Show()), a.Jumlah.Nilai.Show()),
				Rekomendasi: source.T("Agar indeks ditulis satu angka sesuai surat keputusan hasil penilaian", "Give the index as one number, as the decree has it")}
			if estimate := estimatedIndex(a); estimate != "" {
				f.Sebab = source.T("diduga rentang kategori disalin; bila indeks sebanding dengan nilai, hasilnya sekitar %s, tetapi rumus ini belum terverifikasi",
					"presumably the span of the category was copied; were the index proportional to the score it would be about %s, but that formula is not verified", estimate)
			}
			p.Report(a.Indeks.Node, f)
		}
	},
})

// estimatedIndex is the index on a straight line between the ends of the scale, empty where the scale has no indexes.
func estimatedIndex(a assessed) string {
	if a.scale == nil {
		return ""
	}
	index := a.scale.IndexScale()
	if index == nil {
		return ""
	}
	v := calc.OnLine(a.score().Value, a.scale, index)
	if v == nil {
		return ""
	}
	return source.FormatNumber(v, max(a.Indeks.Decimals, 2))
}
