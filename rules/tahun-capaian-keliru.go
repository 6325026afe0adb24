package rules

import (
	"strconv"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "tahun-capaian-keliru",
	Title:    source.T("Tahun pada judul capaian terhadap target akhir bukan tahun angkanya", "The year in the heading of capaian against the end target is not the figure's year"),
	Severity: Sedang,
	Basis: source.T("capaian terhadap target akhir = realisasi tahun pada judul ÷ target akhir × 100 · PermenPANRB 53/2014 Lampiran II (Bab III huruf A butir 3)",
		"capaian against the end target = realisasi of the year in the heading ÷ end target × 100 · PermenPANRB 53/2014 Lampiran II (Bab III A point 3)"),
	Checklist: []string{"II.5", "III.7"},
	Doc: source.T("`tahun_capaian_akhir` adalah tahun pada judul kolom capaian terhadap target akhir Renstra. Bila angkanya tidak cocok dengan realisasi tahun itu, tetapi cocok dengan realisasi satu tahun lain, yang salah adalah judulnya. Tanpa realisasi tahun pada judul, tahunnya tidak dapat dipastikan dan tidak dicatat.",
		"`tahun_capaian_akhir` is the year in the heading over capaian against the Renstra's end target. Where the figure does not fit that year's realisasi but fits that of one other year, the heading is wrong. Without the realisasi of the heading's year nothing is certain and nothing is noted."),
	Check: func(p *Pass) {
		for m := range p.measured() {
			if r := m.dated(); r != nil {
				p.RelateAs(r, About{Describe: m.describeYear})
			}
		}
	},
})

// dated relates the heading's year with the years whose realisasi may give capaian_akhir; nil where no year is printed.
func (m measured) dated() *calc.Relation {
	if m.TahunCapaian.Year() == 0 || !m.CapaianAkhir.IsNumber() {
		return nil
	}
	years := []calc.Year{{Year: m.year, Relation: m.achievement(&m.CapaianAkhir, &m.Realisasi, &m.TargetAkhir)}}
	for y, realisasi := range schema.Years(m.Riwayat) {
		if y != m.year {
			years = append(years, calc.Year{Year: y, Relation: m.achievement(&m.CapaianAkhir, realisasi, &m.TargetAkhir)})
		}
	}
	return calc.Measured(&m.TahunCapaian, years...)
}

func (m measured) describeYear(fault *calc.Fault, f *Finding) {
	stated, right := m.TahunCapaian.Year(), fault.Expected[0].Low
	f.Sebab = source.Text{}
	if stated == m.year-1 {
		f.Sebab = source.T("diduga judul kolom laporan tahun sebelumnya belum diganti", "presumably the heading of last year's report was kept")
	}
	f.Stated, f.Expected = strconv.Itoa(stated), right.RatString()
	r := m.achievement(&m.CapaianAkhir, m.realisasiOf(stated), &m.TargetAkhir)
	other := m.realisasiOf(int(right.Num().Int64()))
	f.Kondisi = source.T("judul kolom menyebut tahun %s, sedangkan capaian %s = realisasi tahun %s (%s) ÷ target akhir (%s) × 100; realisasi tahun %[1]s (%[6]s) memberi %[7]s",
		"the heading says %s, but capaian %s = realisasi of %s (%s) ÷ end target (%s) × 100; the realisasi of %[1]s (%[6]s) gives %[7]s",
		f.Stated, m.CapaianAkhir.Show(), f.Expected, other.Show(), m.TargetAkhir.Show(), r.Terms[1].Figure.Show(), ShowInterval(&m.CapaianAkhir, calc.Point(calc.AtFaceValue(r)[0])))
	fits := m.achievement(&m.CapaianAkhir, other, &m.TargetAkhir)
	f.Evidence = []Evidence{evidenceOf(&calc.Judged{Relation: fits, Verdict: calc.Judge(fits)}), evidenceOf(&calc.Judged{Relation: r, Verdict: calc.Judge(r)})}
	f.Rekomendasi = source.T("Agar tahun pada judul kolom diperbaiki menjadi %s", "Change the year in the heading to %s", f.Expected)
}
