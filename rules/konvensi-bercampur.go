package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "konvensi-bercampur",
	Title:    source.T("Cara pembulatan atau rumus capaian tidak seragam", "Rounding or capaian formulas are not uniform"),
	Severity: Rendah,
	Basis: source.T("Keseragaman penyajian; tidak ada norma nasional tentang pembulatan dan pembatasan capaian",
		"Uniform presentation; no national norm sets rounding or caps of capaian"),
	Checklist: []string{"II.5"},
	Doc: source.T("Angka yang cocok bila dipotong, dibatasi pada 100/120/150 %, atau dihitung dengan salah satu rumus indikator negatif bukan kesalahan. Bila satu laporan mencampur beberapa cara untuk angka sejenis, hal itu dicatat satu kali.",
		"A figure that fits when cut off, capped at 100/120/150 %, or computed by either formula for negative indicators is no mistake. Where one report mixes such ways for figures of one kind, that is noted once."),
})
