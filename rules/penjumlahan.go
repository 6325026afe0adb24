package rules

import (
	"math/big"
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// addUp declares that a row is the sum of others in every column. Where a code or level is doubtful only sums that hold
// are declared. Columns that are off together, as by a row left out, become one fault.
func (p *Pass) addUp(total *schema.BarisAnggaran, rows []*simpul, doubtful bool) {
	var broken []calc.Judged
	for _, c := range total.Columns() {
		r := &calc.Relation{Op: calc.Linear, Result: calc.Term{Figure: c.Figure}, Terms: terms(rows, c.Key)}
		j := calc.Judged{Relation: r, Verdict: calc.Judge(r)}
		switch {
		case j.State == calc.Broken && doubtful:
			p.Untested(c.Figure.Node, source.T("kode atau tingkat baris di bawahnya diragukan", "the code or level of a row below is doubtful"))
		case j.State == calc.Broken:
			broken = append(broken, j)
		case j.State != calc.Absent:
			p.Relate(r)
		}
	}
	about := About{}
	if together(broken) {
		about.Sebab = leftOut(broken, rows)
		for i := range broken {
			broken[i].Cluster = p.Rule.Name + " " + fileOf(total.Node) + " " + total.Node.Path()
		}
	}
	for i := range broken {
		p.RelateAs(broken[i].Relation, about)
	}
}

// off is how much more the row states than its parts add up to.
func off(j *calc.Judged) *big.Rat {
	right, ok := calc.Value(j.Result.Figure, j.Expected)
	if !ok {
		return new(big.Rat)
	}
	return new(big.Rat).Sub(j.Result.Figure.Value, right)
}

// together reports whether several columns are off as one row would make them: what is off in sisa is what is off in pagu
// less what is off in realisasi.
func together(broken []calc.Judged) bool {
	if len(broken) < 2 {
		return false
	}
	by := map[string]*big.Rat{"pagu": new(big.Rat), "realisasi": new(big.Rat), "sisa": nil}
	for i := range broken {
		steps := broken[i].Result.Figure.Node.Steps()
		by[steps[len(steps)-1].Key] = off(&broken[i])
	}
	return by["sisa"] == nil || by["sisa"].Cmp(new(big.Rat).Sub(by["pagu"], by["realisasi"])) == 0
}

// leftOut says which row would explain columns that are off together.
func leftOut(broken []calc.Judged, rows []*simpul) source.Text {
	for _, s := range rows {
		match := func(sign int64) bool {
			return !slices.ContainsFunc(broken, func(j calc.Judged) bool {
				for i := range j.Terms {
					if f := j.Terms[i].Figure; f.IsNumber() && f.Node.Parent() == s.baris.Node {
						return new(big.Rat).Mul(f.Value, big.NewRat(sign, 1)).Cmp(off(&j)) != 0
					}
				}
				return true
			})
		}
		if match(-1) {
			return source.T("diduga baris %s tidak ikut dijumlahkan", "presumably the row %s was left out of the sum", s.title())
		}
		if match(1) {
			return source.T("diduga baris %s terjumlah dua kali", "presumably the row %s was counted twice", s.title())
		}
	}
	d := off(&broken[0])
	if d.Sign() > 0 && len(rows) > 0 {
		return source.T("diduga satu baris rincian belum dimuat: beberapa kolom kurang bersama-sama",
			"presumably a row is missing: several columns fall short together")
	}
	return source.Text{}
}
