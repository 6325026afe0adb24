package rules

import (
	"cmp"
	"iter"
	"math/big"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "kinerja-antar-tabel-berbeda",
	Title:    source.T("Angka satu indikator berbeda antartabel laporan", "Tables of a report give one indicator different figures"),
	Severity: Tinggi,
	Basis: source.T("satu fakta satu nilai · PermenPANRB 53/2014 Lampiran III (II.5, III.4)",
		"one fact, one value · PermenPANRB 53/2014 Lampiran III (II.5, III.4)"),
	Checklist: []string{"II.5", "III.4"},
	Needs:     []string{"pengukuran"},
	Doc: source.T("Target, realisasi dan capaian suatu indikator yang ditulis lagi pada tabel lain (`pengukuran.ulangan`) harus sama dengan yang pertama, setahun demi setahun; capaiannya dihitung ulang juga. Tidak dibandingkan: tabel yang judulnya menyebut triwulan, target akhir, standar nasional, keadaan sebelum perubahan, atau wilayah lain; nama yang berulang dalam satu tabel; dan satuan yang berbeda.",
		"Target, realisasi and capaian of an indicator that another table states again (`pengukuran.ulangan`) must be those of the first, year by year; the capaian is computed again too. Left alone: tables whose titles tell of a quarter, final targets, national standards, the state before a revision, or another area; names that repeat within a table; and differing units."),
	Check: func(p *Pass) {
		for m := range p.restated() {
			for _, y := range m.years() {
				p.RelateAs(m.first.achievement(y.capaian, y.realisasi, y.target), About{Describe: describeCap})
				p.compareYear(y, m.first.in(y.year))
			}
			for year, f := range schema.Years(m.Riwayat) {
				if m.RiwayatCapaian[year] == nil {
					p.compareYear(yearly{year: year, realisasi: f, target: m.RiwayatTarget[year]}, m.first.in(year))
				}
			}
		}
	},
})

// compareYear relates two statements of one year. A capaian that differs because target or realisasi do is no second mistake.
func (p *Pass) compareYear(again, first yearly) {
	agree := true
	for _, pair := range [][2]*schema.Figure{{again.target, first.target}, {again.realisasi, first.realisasi}, {again.capaian, first.capaian}} {
		if pair[0] == nil || pair[1] == nil || !agree && pair[0] == again.capaian {
			continue
		}
		if pair[0] == again.capaian && calc.CutAtCap(pair[0], pair[1]) {
			continue // a mixture of conventions, which is told as such
		}
		share, whole := calc.Same(calc.Scaled(pair[0], big.NewRat(100, 1)), pair[1]), calc.Same(pair[0], calc.Scaled(pair[1], big.NewRat(100, 1)))
		r, holds := holding(calc.Same(pair[0], pair[1]), share, whole) // 0,8526 for 85,26
		if r == nil || !holds && again.target == nil && !calc.Near(pair[0].Value, pair[1].Value) {
			continue // perhaps of something else
		}
		agree = agree && holds
		p.RelateAs(r, About{Describe: describeRepeated})
	}
}

// describeRepeated names the tables, where nothing else tells which of two figures is wrong.
func describeRepeated(fault *calc.Fault, f *Finding) {
	lead := fault.Broken[0]
	if lead.Op != calc.Equal && lead.Op != calc.Restated || len(fault.Broken) > 1 {
		return
	}
	again, first := lead.Result.Figure, lead.Terms[0].Figure
	f.Kondisi = source.T("%s pada %s tertulis %s, sedangkan pada %s tertulis %s", "%s at %s reads %s, but at %s it reads %s",
		schema.Label(first.Node), tableOf(again.Node), again.Show(), tableOf(first.Node), first.Show())
	f.Sebab = source.Text{}
	f.Rekomendasi = source.T("Agar angka menurut dokumen yang sah dipakai pada kedua tabel", "Use the figure of the valid document in both tables")
}

// tableOf names the table a figure stands in; its place where tables have no names.
func tableOf(n *source.Node) source.Text {
	return source.Same(cmp.Or(PlaceOf(n).Table, withinFile(n)))
}

// restated is an indicator as another table states it again.
type restated struct {
	measured
	first measured
}

// restated are the repeated statements of indicators that the measurement names once; of two by one name it is not known
// which is meant.
func (p *Pass) restated() iter.Seq[restated] {
	return func(yield func(restated) bool) {
		for _, l := range p.Laporan {
			if len(l.Pengukuran.Ulangan) == 0 {
				continue
			}
			first, year := map[string]*schema.Indikator{}, p.yearOf(l)
			for _, n := range l.Pengukuran.Indikators() {
				name := folded(n.Indikator.Nama.S)
				if _, twice := first[name]; twice {
					first[name] = nil
					continue
				}
				first[name] = n.Indikator
			}
			for i := range l.Pengukuran.Ulangan {
				again := &l.Pengukuran.Ulangan[i]
				original := first[folded(again.Nama.S)]
				if original == nil {
					continue
				}
				m := restated{measured{Indikator: again, report: l, year: year}, measured{Indikator: original, report: l, year: year, again: []*schema.Indikator{again}}}
				if sameUnit(m.measured, m.first) && !yield(m) {
					return
				}
			}
		}
	}
}
