package rules

import (
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "perubahan-pk-tanpa-alasan",
	Title:    source.T("PK Perubahan tidak menyebut alasan", "The revised agreement gives no reason"),
	Severity: Rendah,
	Basis: source.T("Perjanjian Kinerja direvisi karena pergantian atau mutasi pejabat, perubahan strategi, atau perubahan prioritas atau asumsi · PermenPANRB 53/2014 Lampiran I",
		"An agreement is revised because of a change of officials, of strategy, or of priorities or assumptions · PermenPANRB 53/2014 Lampiran I"),
	Checklist: []string{"III.3", "III.6"},
	Needs:     []string{"perjanjian_kinerja"},
	Doc: source.T("PK Perubahan perlu menyebut alasannya, sebagai data (`alasan`) atau dalam narasi. Isi alasan tidak dinilai.",
		"A revised agreement states its reason, as data (`alasan`) or in prose. What the reason says is not judged."),
	Check: func(p *Pass) {
		for _, pk := range schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.PK { return l.PerjanjianKinerja }) {
			if !isRevision(pk) || pk.Alasan.IsSet() || p.tellsWhyRevised() {
				continue
			}
			p.Report(pk.Versi.Node, Finding{
				Kondisi: source.T("PK Perubahan tidak menyebut alasan perubahannya", "The revised agreement does not say why it was revised"),
				Rekomendasi: source.T("Agar alasan disebutkan: pergantian atau mutasi pejabat, perubahan strategi (program, kegiatan, alokasi anggaran), atau perubahan prioritas atau asumsi",
					"State the reason: a change of officials, of strategy (programmes, activities, budget), or of priorities or assumptions"),
			})
		}
	},
})

// tellsWhyRevised reports whether a sentence that speaks of the agreement and its revision gives a reason.
func (p *Pass) tellsWhyRevised() bool {
	for w := range p.writing() {
		for i := range w.sentences {
			s := &w.sentences[i]
			n := len(s.Tokens)
			if !anyWord(s, 0, n, "perjanjian", "pk") || !anyWord(s, 0, n, "diubah", "direvisi", "revisi", "perubahan", "disesuaikan", "penyesuaian", "mengalami") {
				continue
			}
			if anyWord(s, 0, n, "karena", "sehubungan", "disebabkan", "akibat", "dikarenakan", "menyesuaikan", "menindaklanjuti", "seiring", "alasan", "adanya", "mengikuti") {
				return true
			}
		}
	}
	return false
}
