package rules

import (
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "tanggal-narasi-mendahului",
	Title:    source.T("Tanggal pada kata pengantar mendahului akhir tahun yang dilaporkan", "The date under the preface is before the end of the reported year"),
	Severity: Sedang,
	Basis: source.T("laporan disusun sesudah tahun anggaran berakhir · PermenPANRB 53/2014 Lampiran II",
		"the report is made after the budget year ends · PermenPANRB 53/2014 Lampiran II"),
	Checklist: []string{"II.5"},
	Needs:     []string{"narasi"},
	Doc: source.T("Tempat dan tanggal di atas jabatan penanda tangan pada kata pengantar diperiksa bila data tidak memuat `pengesahan`. Tanggal dokumen yang dikutip, sertifikat, dan keputusan dalam lampiran tidak diperiksa; bulan tanpa tanggal dibaca sebagai akhir bulan.",
		"The place and date above the signatory in the preface are looked at where the data has no `pengesahan`. Dates of documents cited, certificates and decrees in appendices are left alone; a month without a day is read as its end."),
	Check: func(p *Pass) {
		for _, t := range p.free() {
			year := p.yearOf(t.Laporan)
			if year == 0 || t.Pengesahan.Tanggal.IsSet() {
				continue
			}
			preface := strings.Contains(strings.ToLower(t.bagian), "pengantar")
			for i := range t.sentences {
				s := &t.sentences[i]
				for k := range s.Tokens {
					preface = preface || phrase(s, k, "kata pengantar")
					if d := &s.Tokens[k]; preface && d.Kind == narasi.Date && d.Year != 0 && d.Year <= year && signs(t, i, k) && !(d.Month == 12 && d.Day == 31) {
						p.Report(t.node.Part(d.Start, d.End), Finding{Stated: t.text[d.Start:d.End],
							Kondisi: source.T("Kata pengantar bertanggal %s, sebelum tahun %d yang dilaporkan berakhir", "The preface is dated %s, before the reported year %d ended",
								t.text[d.Start:d.End], year),
							Rekomendasi: source.T("Agar tanggal penandatanganan diperbaiki; laporan tahun %d ditandatangani sesudah 31 Desember %d", "Mend the date of signing; a report on %d is signed after 31 December %d", year, year)})
					}
				}
			}
		}
	},
})

// signs reports whether a date stands as places and dates of signing do: after a place and a comma that begin a line, and
// before the office of whoever signs.
func signs(t *passage, i, k int) bool {
	s := &t.sentences[i]
	j := k - 1
	if j < 1 || !s.Tokens[j].Is(",") {
		return false
	}
	for j--; j >= 0 && k-j <= 5; j-- {
		if !s.Tokens[j].Upper || s.Tokens[j].Kind != narasi.Word {
			return false
		}
		if s.Tokens[j].NewLine || j == 0 {
			break
		}
	}
	if j < 0 || k-j > 5 {
		return false
	}
	if k+1 == len(s.Tokens) && i+1 == len(t.sentences) {
		return true
	}
	seen := 0
	for n := i; n < len(t.sentences) && seen < 8; n++ {
		from := 0
		if n == i {
			from = k + 1
		}
		for m := from; m < len(t.sentences[n].Tokens) && seen < 8; m++ {
			if seen == 0 && !t.sentences[n].Tokens[m].NewLine {
				return false // running text goes on after the date
			}
			if t.sentences[n].Tokens[m].Is("kepala", "plt", "plh", "pjs", "ketua", "sekretaris", "inspektur", "camat", "lurah", "direktur", "bupati", "walikota", "wali",
				"gubernur", "sekretaris", "pimpinan", "panitera", "rektor", "kapolres") {
				return true
			}
			seen++
		}
	}
	return false
}
