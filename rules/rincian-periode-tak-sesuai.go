package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "rincian-periode-tak-sesuai",
	Title:    source.T("Jumlah bulan atau triwulan berbeda dari jumlahnya pada baris yang sama", "Months or quarters do not add up to the total of their row"),
	Severity: Tinggi,
	Basis: source.T("Σ bulan (atau triwulan) = realisasi atau jumlah rencana kas baris itu · PermenPANRB 53/2014 Lampiran III (I.6)",
		"Σ months (or quarters) = the row's realisasi or total cash plan · PermenPANRB 53/2014 Lampiran III (I.6)"),
	Checklist: []string{"I.6", "II.5"},
	Doc: source.T("Realisasi per bulan atau triwulan harus berjumlah realisasi baris, dan rencana kas per bulan berjumlah rencana kas baris. Tabel yang mencatat angka kumulatif diuji pada periode terakhirnya. Bila belum semua bulan atau triwulan dimuat, penjumlahan hanya diuji bila sebagian besar baris tabel itu sendiri menunjukkan bahwa jumlahnya memang jumlah bulan yang dimuat.",
		"Realisasi by month or quarter adds up to the row's realisasi, and the monthly cash plan to the row's plan. A table of running totals is tested at its last period. Where not all months or quarters are given, the sum is tested only if most rows of the table itself show that its total is that of the months given."),
	Check: func(p *Pass) {
		for _, table := range p.budgetTables() {
			for _, s := range seriesOfTable {
				p.series(table, s)
			}
		}
	},
})

// series are figures by period with the figure they make up.
type series struct {
	periods int
	parts   func(*schema.BarisAnggaran) map[int]*schema.Figure
	total   func(*schema.BarisAnggaran) *schema.Figure
}

var seriesOfTable = []series{
	{12, func(b *schema.BarisAnggaran) map[int]*schema.Figure { return b.RealisasiBulan }, func(b *schema.BarisAnggaran) *schema.Figure { return &b.Realisasi }},
	{4, func(b *schema.BarisAnggaran) map[int]*schema.Figure { return b.RealisasiTriwulan }, func(b *schema.BarisAnggaran) *schema.Figure { return &b.Realisasi }},
	{12, func(b *schema.BarisAnggaran) map[int]*schema.Figure { return b.RencanaBulan }, func(b *schema.BarisAnggaran) *schema.Figure { return &b.RencanaJumlah }},
	{4, func(b *schema.BarisAnggaran) map[int]*schema.Figure { return b.RencanaTriwulan }, func(b *schema.BarisAnggaran) *schema.Figure { return &b.RencanaJumlah }},
}

// added says that the row's total is the sum of its periods.
func (s *series) added(row *schema.BarisAnggaran) *calc.Relation {
	r := calc.Sum(s.total(row))
	for _, f := range schema.Years(s.parts(row)) {
		if f.IsSet() {
			r.Terms = append(r.Terms, calc.Term{Figure: f})
		}
	}
	return r
}

// running says that the row's total is its last period.
func (s *series) running(row *schema.BarisAnggaran) *calc.Relation {
	var last *schema.Figure
	for _, f := range schema.Years(s.parts(row)) {
		if f.IsSet() {
			last = f
		}
	}
	return calc.Same(s.total(row), last)
}

func (p *Pass) series(table *schema.Anggaran, s series) {
	adds, runs, neither, complete := 0, 0, 0, true
	var rows []*schema.BarisAnggaran
	for row := range barisAnggaran(table) {
		added := s.added(row)
		if len(added.Terms) == 0 || !s.total(row).IsSet() {
			continue
		}
		rows = append(rows, row)
		complete = complete && len(added.Terms) == s.periods
		a, b := calc.Judge(added).State == calc.Holds, calc.Judge(s.running(row)).State == calc.Holds
		switch {
		case a && !b:
			adds++
		case b && !a:
			runs++
		case !a:
			neither++
		}
	}
	relate := s.added
	switch {
	case len(rows) == 0:
		return
	case runs > adds && runs > neither:
		relate = s.running
	case adds > neither, complete:
	case neither == 0:
	default:
		p.Untested(table.Node, source.T("bulan atau triwulan belum lengkap, sehingga jumlahnya belum dapat dibandingkan",
			"months or quarters are incomplete, so their sum cannot be compared yet"))
		return
	}
	for _, row := range rows {
		p.Relate(relate(row))
	}
}
