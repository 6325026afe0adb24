package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "nilai-di-celah-skala",
	Title:    source.T("Nilai penilaian jatuh di celah antarkategori", "A score lies in a gap between categories"),
	Severity: Sedang,
	Basis: source.T("batas kategori sebagaimana tercetak pada peraturan penilaiannya, antara lain PermenPANRB 40/2018 dan 38/2018",
		"bounds of categories as the assessment's regulation prints them, among them PermenPANRB 40/2018 and 38/2018"),
	Checklist: []string{"II.5"},
	Doc: source.T("Beberapa skala resmi ditulis dengan bilangan bulat sehingga nilai seperti 249,5 (Sistem Merit) atau 80,34 (IP ASN) tidak masuk kategori mana pun. Kategorinya tidak ditetapkan sendiri oleh pemeriksaan ini. Bila kategori sudah ditulis, dasarnya perlu disebut; bila belum, catatannya rendah.",
		"Some official scales are written in whole numbers, so that scores such as 249,5 (merit) or 80,34 (IP ASN) belong to no category. This check assigns none. Where a category is written its basis should be stated; where none is, the finding is rendah."),
	Check: func(p *Pass) {
		for _, a := range p.assessments() {
			if a.scale == nil || !a.score().IsNumber() {
				continue
			}
			r := calc.HasRow(a.score(), a.scale)
			if v := calc.Judge(r); v.State == calc.Broken && (v.Above || v.Below) {
				continue // beyond the scale is another matter than in a gap of it
			}
			severity := Rendah
			if a.Kategori.IsSet() || a.Predikat.IsSet() || a.Sebutan.IsSet() {
				severity = Sedang
			}
			p.RelateAs(r, About{Severity: severity, Describe: func(_ *calc.Fault, f *Finding) {
				f.Expected = ""
				f.Kriteria = source.Same(a.scale.Dasar.S)
				f.Kondisi = source.T("nilai %s tidak masuk baris mana pun dari %s menurut %s, karena batasnya ditulis terpisah", "the score %s is on no row of the %s by %s, whose bounds are written apart",
					a.Jumlah.Nilai.Show(), a.scale.Nama.S, a.scale.Dasar.S)
				f.Rekomendasi = source.T("Agar kategori dipastikan pada surat keputusan atau kepada instansi penilai, dan dasarnya disebutkan", "Confirm the category with the decree or the assessing agency, and state its basis")
				unverified(f, a.scale.Terverifikasi, a.scale.Nama.S)
			}})
		}
	},
})
