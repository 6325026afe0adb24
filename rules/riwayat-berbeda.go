package rules

import (
	"strconv"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "riwayat-berbeda",
	Title:    source.T("Realisasi satu tahun dari satu indikator tertulis dengan dua nilai", "One year of one indicator is given with two values"),
	Severity: Tinggi,
	Basis: source.T("satu fakta satu nilai · PermenPANRB 53/2014 Lampiran II (Bab III huruf A butir 2), Lampiran III (II.5, III.7)",
		"one fact, one value · PermenPANRB 53/2014 Lampiran II (Bab III A point 2), Lampiran III (II.5, III.7)"),
	Checklist: []string{"II.5", "III.7"},
	Doc: source.T("Realisasi tahun laporan dan tahun-tahun sebelumnya dibandingkan antarberkas, dan dengan hasil penilaian tahun itu bila nama indikatornya adalah nama indeksnya. Tidak dibandingkan: indikator yang namanya berulang dalam satu berkas, satuan yang berbeda, indeks dengan nilai pada skala lain, serta penilaian yang terbit tahun berikutnya dan dipakai sebagai realisasi tahun terbitnya.",
		"Realisasi of the reported year and the years before is compared between files, and with the assessment of that year where the indicator is named after the index. Left alone: names that repeat within a file, differing units, an index against a score on another scale, and an assessment that appears a year later and serves as realisasi of that year."),
	Check: func(p *Pass) {
		statements, assessments := p.statements(), p.assessments()
		for i, a := range statements {
			p.compareFiles(a, statements[:i])
			p.compareAssessments(a, assessments)
		}
	},
})

// statement is what one section of a file says of an indicator over the years.
type statement struct {
	measured
	section string
	unique  bool // no other indicator of the section has the name
}

func (p *Pass) statements() []statement {
	var all []statement
	add := func(l *schema.Laporan, section string, indikator []*schema.Indikator) {
		named := map[string]int{}
		for _, n := range indikator {
			named[folded(n.Nama.S)]++
		}
		for _, n := range indikator {
			all = append(all, statement{measured{Indikator: n, report: l, year: p.yearOf(l)}, section, named[folded(n.Nama.S)] == 1})
		}
	}
	for _, l := range p.Laporan {
		var measured, iku []*schema.Indikator
		for _, n := range l.Pengukuran.Indikators() {
			measured = append(measured, n.Indikator)
		}
		for i := range l.IKU {
			if l.IKU[i].Realisasi.IsSet() || len(l.IKU[i].Riwayat) > 0 {
				iku = append(iku, &l.IKU[i])
			}
		}
		add(l, "pengukuran", measured)
		add(l, "iku", iku)
	}
	return all
}

// compareFiles relates a statement with those of files and sections read before it. What a file says of its own year counts for more than
// what another says of the past.
func (p *Pass) compareFiles(a statement, others []statement) {
	for _, b := range others {
		if b.report == a.report && b.section == a.section || !a.unique || !b.unique || !sameName(a.Nama.S, b.Nama.S) || !sameUnit(a.measured, b.measured) {
			continue
		}
		for _, y := range a.realisasiYears() {
			x, z := a.realisasiOf(y), b.realisasiOf(y)
			if z == nil {
				continue
			}
			if y == a.year && y != b.year {
				x, z = z, x
			}
			about := About{}
			if a.Penjelasan.IsSet() || b.Penjelasan.IsSet() {
				about.Severity = Sedang // an explained difference is one step lighter (III.3, III.6)
			}
			p.RelateAs(calc.Same(x, z), about)
		}
	}
}

func (m measured) realisasiYears() []int {
	years := []int{m.year}
	for y := range schema.Years(m.Riwayat) {
		if y != m.year {
			years = append(years, y)
		}
	}
	return years
}

func sameUnit(a, b measured) bool {
	return !a.Satuan.IsSet() || !b.Satuan.IsSet() || sameName(a.Satuan.S, b.Satuan.S) || a.isPercent() && b.isPercent()
}

// compareAssessments relates the years of an indicator with the assessments that are its source.
func (p *Pass) compareAssessments(s statement, assessments []assessed) {
	if !s.unique || s.section != "pengukuran" {
		return // what another section says is compared with the measurement
	}
	for _, y := range s.realisasiYears() {
		stated := s.realisasiOf(y)
		var found []*calc.Relation
		agreed := false
		for _, a := range assessments {
			if a.scheme == nil || a.Tahun.Year() != y || !carriesIndex(a.scheme, s.Nama.S) || !onScale(stated, a.scale) || s.lags(a) {
				continue
			}
			r := calc.Same(stated, &a.Jumlah.Nilai)
			r.Terms[0].Name = source.T("%s tahun %s", "%s of %s", schemeName(a.scheme), strconv.Itoa(y))
			switch calc.Judge(r).State {
			case calc.Holds:
				agreed = true
				p.Relate(r)
			case calc.Broken:
				found = append(found, r)
			}
		}
		if !agreed && len(found) > 0 { // of several assessments of one year one is the source
			p.Relate(found[0])
		}
	}
}

// lags reports whether the assessment is the indicator's figure of the year before or after: evaluations are published a
// year later, and reports count them either way.
func (s statement) lags(a assessed) bool {
	y := a.Tahun.Year()
	if calc.Judge(calc.Same(s.realisasiOf(y), &a.Jumlah.Nilai)).State == calc.Holds {
		return false
	}
	for _, near := range []int{y - 1, y + 1} {
		if calc.Judge(calc.Same(s.realisasiOf(near), &a.Jumlah.Nilai)).State == calc.Holds {
			return true
		}
	}
	return false
}
