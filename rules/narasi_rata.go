package rules

import (
	"slices"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

// meanWords may stand between "rata-rata" and the number of a mean of all that the report measures; the agency's name may too.
var meanWords = wordSet(`rata - capaian pencapaian kinerja indikator utama iku sasaran strategis seluruh semua dari atas keseluruhan secara
	organisasi perangkat daerah instansi opd skpd tahun anggaran pada untuk di sebesar adalah ialah mencapai yaitu yakni menunjukkan angka nilai tingkat persentase
	sejumlah sebanyak ( ) , :`)

// wholeWords say that the mean is of the whole report, wherever the sentence stands.
var wholeWords = wordSet("seluruh semua keseluruhan organisasi iku")

// wholeParts are the parts of a report that speak of it as a whole.
var wholeParts = wordSet("ikhtisar ringkasan penutup kesimpulan simpulan pengantar eksekutif")

// meanOf reports whether a claim gives the mean capaian of what the report measures, and whether nothing less can be meant.
func (c *claim) meanOf() (mean, whole bool) {
	if c.Kind != narasi.Level || c.Aspect != narasi.Capaian && c.Aspect != narasi.Nilai || c.Number.Money || c.Number.High != nil || c.in.about != nil || c.year != c.in.Tahun.Year() {
		return false, false
	}
	s, capaian := c.s(), false
	if !anyWord(s, 0, c.At, "rata") {
		return false, false // as most claims
	}
	own := canonicalWords(c.in.Instansi.Nama.S + " " + c.in.Instansi.Pemda.S)
	for k := c.At - 1; k >= 0; k-- {
		t := &s.Tokens[k]
		capaian = capaian || t.Is("capaian", "pencapaian")
		switch {
		case t.Is("rata") && capaian && k > 1 && s.Tokens[k-1].Is("-") && s.Tokens[k-2].Is("rata"):
			return true, whole || c.in.ofWhole() || anyWord(s, 0, k, "keseluruhan", "seluruh")
		case t.Kind == narasi.Word && wholeWords[t.Lower], t.Kind == narasi.Num && t.Num.IsPlain():
			whole = true
		case t.Kind == narasi.Year && t.YearEnd == 0, meanWords[t.Lower], slices.Contains(own, t.Lower):
		default:
			return false, false
		}
	}
	return false, false
}

// ofWhole reports whether the passage stands in a part that speaks of the report as a whole.
func (t *passage) ofWhole() bool {
	heading := t.bagian
	for _, b := range t.Susunan.Judul {
		if b.Nomor.S == t.bagian {
			heading = b.Judul.S
		}
	}
	return slices.ContainsFunc(canonicalWords(heading), func(w string) bool { return wholeParts[w] })
}

// checkMean tests a mean that a sentence gives: it is the one of the tables, or of what they measure.
func (p *Pass) checkMean(c *claim, whole bool) {
	f := p.stated(c)
	if f == nil || !f.IsNumber() {
		return
	}
	k := &c.in.Pengukuran
	relations := []*calc.Relation{calc.Same(f, &k.RataRata)}
	for i := range k.UlanganRataRata {
		relations = append(relations, calc.Same(f, &k.UlanganRataRata[i].Capaian))
	}
	relations = append(relations, meanRelation(k, f))
	r, holds := holding(relations...)
	for _, s := range k.AllSasaran() {
		if part, ok := holding(calc.Same(f, &s.Capaian), calc.Average(f, capaianOf(s.Indikator)...)); ok && !holds {
			r, holds = part, true
		}
	}
	if r == nil || !holds && !whole {
		c.why = source.T("tidak jelas capaian mana yang dirata-rata", "it is not clear which capaian the mean is of")
		p.unresolved(c)
		return
	}
	p.relateClaim(c, r, aboutClaim(c, f, source.T("rata-rata capaian", "the mean capaian")))
}

// statedMeans tests the means of capaian that sentences give for the year of their report.
func (p *Pass) statedMeans() {
	for _, c := range p.claims(narasi.Level) {
		if mean, whole := c.meanOf(); mean {
			p.checkMean(c, whole)
		}
	}
}
