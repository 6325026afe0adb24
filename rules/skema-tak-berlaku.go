package rules

import (
	"strconv"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "skema-tak-berlaku",
	Title:    source.T("Skema penilaian tidak berlaku untuk tahun yang dinilai", "The scheme of an assessment was not in force for the year assessed"),
	Severity: Sedang,
	Basis: source.T("masa berlaku peraturan penilaian, antara lain PermenPANRB 88/2021 menggantikan 12/2015 untuk tahun kinerja 2021 dan sesudahnya",
		"the years a regulation is in force, among them PermenPANRB 88/2021 in place of 12/2015 for 2021 and later"),
	Checklist: []string{"II.5"},
	Needs:     []string{"penilaian"},
	Doc: source.T("Tahun penilaian adalah tahun kinerja yang dinilai. Selisih satu tahun dicatat rendah, karena tahun yang ditulis dapat berarti tahun pelaksanaan evaluasinya.",
		"The year of an assessment is the year whose performance is assessed. One year off is rendah, since the year written may be that of the evaluation."),
	Check: func(p *Pass) {
		for _, a := range p.assessments() {
			y := a.Tahun.Year()
			if a.scheme == nil || y == 0 {
				continue
			}
			if a.inForce() {
				continue
			}
			from, to := a.scheme.BerlakuDari.Year(), a.scheme.BerlakuSampai.Year()
			f := Finding{Stated: a.Skema.S, Severity: limited(Sedang, a.scheme.Terverifikasi), Kriteria: source.Same(a.scheme.Dasar.S),
				Kondisi: source.T("penilaian tahun %s disebut memakai %s (%s), yang berlaku %s", "the assessment of %s is said to follow %s (%s), which is in force %s",
					strconv.Itoa(y), quoted(a.Skema.S), a.scheme.Dasar.S, validYears(from, to)),
				Rekomendasi: source.T("Agar skema penilaian disesuaikan dengan peraturan yang berlaku untuk tahun %s, atau tahunnya diperiksa", "Use the scheme in force for %s, or check the year", strconv.Itoa(y))}
			if y == to+1 || y == from-1 {
				f.Severity = Rendah
			}
			if s := successor(a.scheme, y); s != nil {
				f.Expected = s.ID.S
				if s == a.otherScheme() {
					f.Severity = limited(Sedang, a.scheme.Terverifikasi)
					f.Sebab = source.T("komponen dan bobotnya adalah milik %s", "its components and weights are those of %s", s.ID.S)
				}
			}
			p.Report(a.Skema.Node, f)
		}
	},
})

// inForce reports whether the scheme named was in force in the year assessed.
func (a assessed) inForce() bool {
	y, from, to := a.Tahun.Year(), a.scheme.BerlakuDari.Year(), a.scheme.BerlakuSampai.Year()
	return y == 0 || (from == 0 || y >= from) && (to == 0 || y <= to)
}

func validYears(from, to int) source.Text {
	switch {
	case from == 0:
		return source.T("sampai tahun %s", "up to %s", strconv.Itoa(to))
	case to == 0:
		return source.T("mulai tahun %s", "from %s", strconv.Itoa(from))
	}
	return source.T("tahun %s sampai %s", "from %s to %s", strconv.Itoa(from), strconv.Itoa(to))
}

// successor is the official scheme of the same assessment that is in force in the year, nil where there is none.
func successor(of *schema.Skema, year int) *schema.Skema {
	for _, s := range schema.OfficialSchemes() {
		from, to := s.BerlakuDari.Year(), s.BerlakuSampai.Year()
		if s.ID.S != of.ID.S && s.Skala.S != "" && sharesIndex(s, of) && (from == 0 || year >= from) && (to == 0 || year <= to) {
			return s
		}
	}
	return nil
}

func sharesIndex(a, b *schema.Skema) bool {
	for _, name := range a.Indikator {
		if carriesIndex(b, name.S) {
			return true
		}
	}
	return false
}
