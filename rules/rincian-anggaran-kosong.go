package rules

import (
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "rincian-anggaran-kosong",
	Title:    source.T("Sebagian rincian anggaran belum diisi sedangkan jumlahnya terisi", "Parts of a budget amount are blank while their total is filled in"),
	Severity: Sedang,
	Basis: source.T("jumlah = Σ rincian hanya dapat diyakini bila rinciannya lengkap (PermenPANRB 53/2014 Lampiran III I.6 dan II.5)",
		"a total can be relied on only where its parts are complete (PermenPANRB 53/2014 Lampiran III I.6 and II.5)"),
	Checklist: []string{"I.6", "II.5"},
	Needs:     []string{"anggaran"},
	Doc: source.T("Bila suatu baris terisi, sebagian rinciannya terisi dan sebagian lagi kosong, serta yang terisi tidak berjumlah sama, rincian yang kosong belum dimuat. Dicatat satu kali untuk setiap kolom tabel. Rincian yang seluruhnya kosong, atau kosong karena nol, dibiarkan.",
		"Where a row is filled in, some of its parts are and some are blank, and the filled ones do not make the total, the blank parts are missing. Reported once for every column of a table. Parts that are all blank, or blank for zero, are left alone."),
	Check: func(p *Pass) {
		for _, t := range p.pohon() {
			told := map[string]bool{}
			total := asSimpul(t.jumlah)
			total.anak = t.akar
			rows := append([]*simpul{total}, t.simpul...)
			if t.loose {
				rows = t.simpul
			}
			for _, s := range rows {
				for _, c := range s.baris.Columns() {
					if !told[c.Key] && !t.ragu[s] && p.partlyBlank(s, c) {
						told[c.Key] = true
					}
				}
			}
		}
	},
})

func (p *Pass) partlyBlank(s *simpul, c schema.Column) bool {
	parts := terms(s.anak, c.Key)
	filled := slices.DeleteFunc(slices.Clone(parts), func(t calc.Term) bool { return !t.Figure.IsSet() })
	blank := slices.DeleteFunc(slices.Clone(s.anak), func(o *simpul) bool {
		return slices.ContainsFunc(terms([]*simpul{o}, c.Key), func(t calc.Term) bool { return t.Figure.IsSet() })
	})
	sum := func(terms []calc.Term) calc.State {
		return calc.Judge(&calc.Relation{Op: calc.Linear, Result: calc.Term{Figure: c.Figure}, Terms: terms}).State
	}
	if len(blank) == 0 || len(filled) == 0 || !c.Figure.IsNumber() || sum(parts) != calc.Untestable || sum(filled) != calc.Broken {
		return false
	}
	name := blank[0].title()
	if len(blank) > 1 {
		name = source.T("%s dan %d baris lain", "%s and %d more rows", name, len(blank)-1)
	}
	p.Report(c.Figure.Node, Finding{
		Stated: c.Figure.Show(),
		Kondisi: source.T("%s tertulis %s, sedangkan rinciannya %s belum diisi dan baris yang terisi tidak berjumlah sama", "%s reads %s, but of its parts %s is blank and the rows that are filled in do not make it",
			schema.Label(c.Figure.Node), c.Figure.Show(), name),
		Rekomendasi: source.T("Agar rincian yang kosong diisi sampai tanggal posisi yang sama dengan jumlahnya", "Fill in the blank parts up to the same cut-off date as the total"),
	})
	return true
}
