package rules

import (
	"math/big"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "persen-serapan-tak-sesuai",
	Title:    source.T("Persen realisasi berbeda dari realisasi dibagi pagu", "The percentage spent differs from realisasi over pagu"),
	Severity: Sedang,
	Basis: source.T("persen = realisasi ÷ pagu yang berlaku × 100 · PermenPANRB 53/2014 Lampiran III (I.6)",
		"percentage = realisasi ÷ pagu in force × 100 · PermenPANRB 53/2014 Lampiran III (I.6)"),
	Checklist: []string{"I.6", "II.5"},
	Doc: source.T("Pada setiap baris dan jumlah tabel anggaran, persen harus sama dengan realisasi dibagi pagu yang berlaku, dengan pembulatan atau pemotongan pada desimal yang dicetak. Tabel yang persennya konsisten memakai pagu sebelum perubahan mengikuti dasarnya sendiri; baris yang menyimpang dari tabelnya dicatat. Pagu dan realisasi nol tidak diuji. Persen jumlah bukan rata-rata persen baris.",
		"In every row and total of a budget table the percentage equals realisasi over the pagu in force, rounded or cut at the printed decimals. A table whose percentages are all taken of the pagu before the revision follows that base; a row that departs from its table is reported. Where pagu and realisasi are zero nothing is tested. The percentage of the total is not the mean of the rows'."),
	Check: func(p *Pass) {
		for _, t := range p.pohon() {
			relate := asPercent
			if fractions(t.tabel) {
				relate = asFraction
			}
			base := baseOf(t.tabel, relate)
			for _, s := range t.simpul {
				p.spent(s.baris, s.anak, relate(s.baris, base(s.baris)))
			}
			p.spent(t.jumlah, t.akar, relate(t.jumlah, base(t.jumlah)))
		}
	},
})

func (p *Pass) spent(row *schema.BarisAnggaran, parts []*simpul, r *calc.Relation) {
	if isNil(r.Terms[1].Figure) && isNil(&row.Realisasi) {
		return // nothing of nothing: 0, 100 and a dash are all printed
	}
	p.RelateAs(r, About{Describe: func(fault *calc.Fault, f *Finding) { otherShare(fault, f, row, parts) }})
}

func isNil(f *schema.Figure) bool {
	return !f.IsSet() || f.Kind == schema.Nothing || f.IsNumber() && f.Value.Sign() == 0
}

func asPercent(row *schema.BarisAnggaran, pagu *schema.Figure) *calc.Relation {
	return calc.Percentage(&row.Persen, &row.Realisasi, pagu)
}

// asFraction relates a percentage stored as a spreadsheet does, 0.8421 for 84,21 %.
func asFraction(row *schema.BarisAnggaran, pagu *schema.Figure) *calc.Relation {
	f := row.Persen
	if f.IsNumber() {
		f.Value = new(big.Rat).Mul(f.Value, big.NewRat(100, 1))
		f.Decimals = max(0, f.Decimals-2)
	}
	return calc.Percentage(&f, &row.Realisasi, pagu)
}

// fractions reports whether most percentages of a table fit as fractions of one and none as percent.
func fractions(table *schema.Anggaran) bool {
	some := false
	for row := range barisAnggaran(table) {
		if !row.Persen.IsNumber() || row.Persen.Percent || row.Persen.Value.Sign() == 0 {
			continue
		}
		for _, pagu := range []*schema.Figure{&row.Pagu, &row.PaguMurni} {
			if calc.Judge(asPercent(row, pagu)).State == calc.Holds {
				return false
			}
			some = some || row.Persen.Decimals >= 2 && calc.Judge(asFraction(row, pagu)).State == calc.Holds
		}
	}
	return some
}

// otherShare names the usual ways to a wrong percentage: the mean of the rows' percentages, and a pagu without one row.
func otherShare(fault *calc.Fault, f *Finding, row *schema.BarisAnggaran, parts []*simpul) {
	lead := fault.Broken[0].Relation
	if fault.Figure != lead.Result.Figure || !f.Sebab.IsZero() || len(parts) < 2 || lead.Op != calc.Ratio {
		return
	}
	mean := calc.Average(fault.Figure)
	pagu := lead.Terms[1].Figure
	for _, s := range parts {
		mean.Terms = append(mean.Terms, calc.Term{Figure: &s.baris.Persen})
		part := s.kolom[fieldOf(pagu)]
		if !part.IsNumber() || !pagu.IsNumber() || part.Value.Cmp(pagu.Value) == 0 {
			continue
		}
		rest := *pagu
		rest.Value = new(big.Rat).Sub(pagu.Value, part.Value)
		if calc.Judge(calc.Percentage(fault.Figure, lead.Terms[0].Figure, &rest)).State == calc.Holds {
			f.Sebab = source.T("diduga pembaginya pagu tanpa %s: %s − %s = %s", "presumably divided by the pagu without %s: %s − %s = %s",
				s.title(), pagu.Show(), part.Show(), source.FormatNumber(rest.Value, 0))
			return
		}
	}
	if calc.Judge(mean).State == calc.Holds {
		f.Sebab = source.T("diduga rata-rata persen %d baris rinciannya; persen jumlah dihitung dari jumlah rupiahnya",
			"presumably the mean of the percentages of its %d rows; the percentage of a total is computed from the total amounts", len(parts))
	}
}

// fieldOf is the name of the field a figure stands in.
func fieldOf(f *schema.Figure) string {
	steps := f.Node.Steps()
	if len(steps) == 0 {
		return ""
	}
	return steps[len(steps)-1].Key
}
