package rules

import (
	"math/big"
	"regexp"
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// maxTurned is how many rows a table has at most whose rows are looked at as its columns are.
const maxTurned = 16

var reYearName = regexp.MustCompile(`(?i)^\s*(?:tahun\s*)?(?:19|20)\d\d\b`)

// between relates rows that other rows determine, as across does columns: the roads in good condition, and their share of all, below
// the lengths by condition.
func (t *rincian) between() {
	columns := len(t.tabel.Kolom)
	if t.tabel.Sebagai.S != "" || len(t.baris) < 3 || len(t.baris) > maxTurned || columns == 0 {
		return
	}
	view := &schema.Rincian{Judul: t.tabel.Judul, Rumus: t.tabel.RumusBaris, Kolom: make([]schema.Teks, len(t.baris)), Baris: make([]schema.BarisRincian, columns)}
	for i, b := range t.baris {
		view.Kolom[i] = b.Uraian
		for c := range columns {
			row := &view.Baris[c]
			if row.Angka == nil {
				row.Node, row.Uraian, row.Angka = t.tabel.Node, t.tabel.Kolom[c], map[int]*schema.Figure{}
			}
			if f := b.Angka[c+1]; f != nil {
				row.Angka[i+1] = f
			}
		}
	}
	other := newRincian(view)
	other.turned = true
	other.setApart()
	other.declared()
	for _, r := range other.rumus {
		if r = t.byRows(r); !t.relates(r) {
			t.hubungan = append(t.hubungan, r)
		}
	}
	other.across()
	for _, r := range other.hubungan {
		r = t.byRows(r)
		if !t.relates(r) && (columns > 2 || hasDigits(r.Result.Figure, 3)) {
			t.hubungan = append(t.hubungan, r)
		}
	}
}

// setApart takes the columns of rates and means out of those of which rows are added up: by their names, or since they alone have
// decimals.
func (t *rincian) setApart() {
	whole := 0
	broken := map[*schema.BarisRincian]bool{}
	for _, b := range t.baris {
		for c, f := range b.Angka {
			broken[b] = broken[b] || f.IsNumber() && f.Decimals > 0 && !t.share[c]
		}
		if !broken[b] {
			whole++
		}
		if reShare.MatchString(b.Uraian.S) || reQuotient.MatchString(b.Uraian.S) {
			t.shares[b] = true
		}
	}
	for b := range broken {
		t.shares[b] = t.shares[b] || broken[b] && whole > 0
	}
}

// byRows is a relation between rows with its figures called after these. A row below two others is their sum, and none of them what
// it leaves of the other.
func (t *rincian) byRows(r *calc.Relation) *calc.Relation {
	out := *r
	out.Terms = slices.Clone(r.Terms)
	if r.Op == calc.Linear && len(r.Terms) == 2 && r.Terms[1].Weight != nil && t.row(r.Terms[0].Figure) > max(t.row(r.Terms[1].Figure), t.row(r.Result.Figure)) {
		out.Result, out.Terms[0] = r.Terms[0], r.Result
		out.Terms[1].Weight = nil
	}
	for i := range out.Terms {
		if k := t.row(out.Terms[i].Figure); k >= 0 {
			out.Terms[i].Name = source.Same("“" + t.baris[k].Uraian.S + "”")
		}
	}
	return &out
}

// row is the row that a figure stands in, -1 for none.
func (t *rincian) row(f *schema.Figure) int {
	return slices.IndexFunc(t.baris, func(b *schema.BarisRincian) bool {
		for _, own := range b.Angka {
			if own == f {
				return true
			}
		}
		return false
	})
}

// relates reports whether the table has a relation of the same kind between the same figures.
func (t *rincian) relates(r *calc.Relation) bool {
	figures := func(r *calc.Relation) map[*schema.Figure]bool {
		all := map[*schema.Figure]bool{}
		r.Figures(func(x *calc.Term) { all[x.Figure] = true })
		return all
	}
	own := figures(r)
	return slices.ContainsFunc(t.hubungan, func(o *calc.Relation) bool {
		if o.Op != r.Op || len(o.Terms) != len(r.Terms) {
			return false
		}
		for f := range figures(o) {
			if !own[f] {
				return false
			}
		}
		return true
	})
}

// hasDigits reports whether a figure is a number written with that many digits.
func hasDigits(f *schema.Figure, digits int) bool {
	if f == nil || !f.IsNumber() {
		return false
	}
	least := new(big.Rat).SetFrac(source.Pow10(digits-1), source.Pow10(f.Decimals))
	return new(big.Rat).Abs(f.Value).Cmp(least) >= 0
}
