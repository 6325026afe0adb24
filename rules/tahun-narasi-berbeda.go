package rules

import (
	"strconv"

	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:      "tahun-narasi-berbeda",
	Title:     source.T("Narasi menyebut tahun lain untuk laporan atau anggaran tahun ini", "Prose gives another year for this year's report or budget"),
	Severity:  Sedang,
	Basis:     source.T("tahun laporan · PermenPANRB 53/2014 Lampiran III (II.5)", "the report's year · PermenPANRB 53/2014 Lampiran III (II.5)"),
	Checklist: []string{"II.5"},
	Needs:     []string{"narasi"},
	Doc: source.T("Tahun sesudah `penyusunan Laporan Kinerja …` atau `Laporan Kinerja … ini`, tahun Perjanjian Kinerja yang dipertanggungjawabkan laporan, dan tahun di samping jumlah anggaran yang hanya dimiliki tahun laporan harus tahun laporan. Judul peraturan, periode Renstra, sejarah, laporan dan Perjanjian Kinerja tahun lain yang disebut untuk dibandingkan tidak diperiksa.",
		"The year after `penyusunan Laporan Kinerja …` or `Laporan Kinerja … ini`, the year of the performance agreement that the report answers for, and the year beside a budget amount that only the reported year has must be the report's year. Titles of regulations, periods of plans, history, and reports and agreements of other years named for comparison are left alone."),
	Check: func(p *Pass) {
		for _, t := range p.free() {
			year := p.yearOf(t.Laporan)
			if year == 0 {
				continue
			}
			for i := range t.sentences {
				p.reportYears(t, &t.sentences[i], year)
			}
		}
		p.budgetYears()
	},
})

func (p *Pass) reportYears(t *passage, s *narasi.Sentence, year int) {
	for k := range s.Tokens {
		if n := reportAt(s, k); n > 0 && (k == 0 || reportAt(s, k-1) == 0) {
			at := yearAfter(s, k+n)
			if at < 0 || s.Tokens[at].Year == year || anyWord(s, k-6, at+4, "sebelumnya", "lalu", "evaluasi", "reviu", "dibandingkan", "dibanding", "atas") {
				continue
			}
			if anyWord(s, k-3, k, "penyusunan", "disusunnya", "menyusun", "tersusunnya", "penyampaian", "menyampaikan") ||
				anyWord(s, at+1, at+3, "ini", "disusun", "selesai", "merupakan", "menyajikan", "memuat", "adalah") {
				p.otherYear(t, s, at, year, source.T("laporan ini", "this report"))
			}
		}
		if phrase(s, k, "perjanjian kinerja") && speaksOfReport(s, year) {
			at := yearAfter(s, k+2)
			if at >= 0 && s.Tokens[at].Year < year && !anyWord(s, 0, len(s.Tokens), "sebelumnya", "lalu", "dibandingkan", "dibanding", "evaluasi", "perbandingan", "sejak") {
				p.otherYear(t, s, at, year, source.T("Perjanjian Kinerja yang dilaporkan", "the performance agreement reported on"))
			}
		}
	}
}

// yearAfter is the token of the year that belongs to a document named before k: "Laporan Kinerja BKPSDM Kabupaten X Tahun
// 2024". Words between are names and begin with a capital.
func yearAfter(s *narasi.Sentence, k int) int {
	for ; k < len(s.Tokens); k++ {
		t := &s.Tokens[k]
		switch {
		case t.Kind == narasi.Year && t.YearEnd == 0:
			return k
		case t.Is("tahun", "ta", "anggaran", "dan", "(", ")"):
		case t.Kind != narasi.Word || !t.Upper:
			return -1
		}
	}
	return -1
}

// speaksOfReport reports whether a sentence is about the report of the year itself.
func speaksOfReport(s *narasi.Sentence, year int) bool {
	named, dated := false, false
	for k := range s.Tokens {
		named = named || reportAt(s, k) > 0
		dated = dated || s.Tokens[k].Kind == narasi.Year && s.Tokens[k].Year == year
	}
	return named && dated
}

func (p *Pass) otherYear(t *passage, s *narasi.Sentence, at, year int, what source.Text) {
	tok := &s.Tokens[at]
	p.Report(t.node.Part(tok.Start, tok.End), Finding{Stated: tok.Lower, Expected: strconv.Itoa(year),
		Kondisi:     source.T("Kalimat menyebut tahun %s untuk %s, sedangkan tahun laporan adalah %d", "The sentence gives the year %s for %s, but the report is on %d", tok.Lower, what, year),
		Sebab:       source.T("diduga kalimat tersalin dari laporan tahun %s", "presumably the sentence was copied from the report on %s", tok.Lower),
		Rekomendasi: source.T("Agar tahun pada kalimat ini diperbaiki menjadi %d", "Change the year in this sentence to %d", year)})
}

// budgetYears finds amounts that are this year's to the rupiah beside another year.
func (p *Pass) budgetYears() {
	for _, c := range p.budgetClaims() {
		year := p.yearOf(c.in.Laporan)
		if c.Kind != narasi.Level || !c.Number.Money || c.Year.Year == 0 || c.Year.Year == year || year == 0 || c.Number.Scale != nil || p.budget().owner(p, c) == nil {
			continue
		}
		s := c.s()
		years, at := 0, -1
		for k := range s.Tokens {
			if s.Tokens[k].Kind == narasi.Year {
				years++
				at = k
			}
		}
		if years == 1 && s.Tokens[at].YearEnd == 0 && at < c.At {
			p.otherYear(c.in, s, at, year, source.T("anggaran tahun ini", "this year's budget"))
		}
	}
}
