package rules

import (
	"math/big"
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// kolomSalah is a column in which a row is not the sum of others.
type kolomSalah struct {
	key string
	calc.Judged
}

// addUp declares that a row is the sum of others in every column. Where a code or level is doubtful only sums that hold
// are declared. Columns that are off together, as by a row left out, become one fault.
func (p *Pass) addUp(total *schema.BarisAnggaran, rows []*simpul, doubtful bool) {
	var broken []kolomSalah
	held := map[string]bool{}
	for _, c := range total.Columns() {
		r := &calc.Relation{Op: calc.Linear, Result: calc.Term{Figure: c.Figure}, Terms: terms(rows, c.Key)}
		j := calc.Judged{Relation: r, Verdict: calc.Judge(r)}
		switch {
		case j.State == calc.Broken && doubtful:
			p.Untested(c.Figure.Node, source.T("kode atau tingkat baris di bawahnya diragukan", "the code or level of a row below is doubtful"))
		case j.State == calc.Broken:
			broken = append(broken, kolomSalah{c.Key, j})
		case j.State != calc.Absent:
			if j.State == calc.Holds && !isNil(c.Figure) {
				held[c.Key] = true
			}
			p.Relate(r)
		}
	}
	about := About{}
	if together(broken, held) {
		about.Sebab, about.Rekomendasi = leftOut(broken, rows), mendTogether(broken)
		for i := range broken {
			broken[i].Cluster = p.Rule.Name + " " + fileOf(total.Node) + " " + total.Node.Path()
		}
	}
	for i := range broken {
		p.RelateAs(broken[i].Relation, about)
	}
}

// off is how much more the row states than its parts add up to.
func (k *kolomSalah) off() *big.Rat {
	right, ok := calc.Value(k.Result.Figure, k.Expected)
	if !ok {
		return new(big.Rat)
	}
	return new(big.Rat).Sub(k.Result.Figure.Value, right)
}

// together reports whether several columns are off as one row would make them: what is off in sisa is what is off in pagu
// less what is off in realisasi, and a row that is missing before the revision is missing after it. held are the columns
// that do add up.
func together(broken []kolomSalah, held map[string]bool) bool {
	if len(broken) < 2 {
		return false
	}
	by := map[string]*big.Rat{}
	for i := range broken {
		by[broken[i].key] = broken[i].off()
	}
	of := func(key string) *big.Rat {
		if by[key] == nil {
			return new(big.Rat)
		}
		return by[key]
	}
	switch {
	case by["pagu_murni"] != nil && held["pagu"]:
		return false
	case by["sisa"] != nil || held["sisa"]:
		return of("sisa").Cmp(new(big.Rat).Sub(of("pagu"), of("realisasi"))) == 0
	}
	return len(held) == 0
}

// leftOut says which row would explain columns that are off together.
func leftOut(broken []kolomSalah, rows []*simpul) source.Text {
	missing, twice := make([]*big.Rat, len(broken)), make([]*big.Rat, len(broken))
	for i := range broken {
		twice[i] = broken[i].off()
		missing[i] = new(big.Rat).Neg(twice[i])
	}
	explains := func(s *simpul, want []*big.Rat) bool {
		for i := range broken {
			if f := s.kolom[broken[i].key]; !f.IsNumber() || f.Value.Cmp(want[i]) != 0 {
				return false
			}
		}
		return true
	}
	if i := slices.IndexFunc(rows, func(s *simpul) bool { return explains(s, missing) }); i >= 0 {
		return source.T("diduga baris %s tidak ikut dijumlahkan", "presumably the row %s was left out of the sum", rows[i].title())
	}
	if i := slices.IndexFunc(rows, func(s *simpul) bool { return explains(s, twice) }); i >= 0 {
		return source.T("diduga baris %s terjumlah dua kali", "presumably the row %s was counted twice", rows[i].title())
	}
	if twice[0].Sign() > 0 && len(rows) > 0 {
		return source.T("diduga satu baris rincian belum dimuat: beberapa kolom kurang bersama-sama",
			"presumably a row is missing: several columns fall short together")
	}
	return source.Text{}
}

// mendTogether says what to do about columns that are off together: it is one row, not several figures.
func mendTogether(broken []kolomSalah) source.Text {
	var by source.Text
	for i := range broken {
		f, d := broken[i].Result.Figure, broken[i].off()
		if f.Unit != nil {
			d.Quo(d, f.Unit)
		}
		part := source.T("%s %s", "%s %s", schema.FieldLabel(f.Node), source.FormatNumber(d, f.Decimals))
		if i == 0 {
			by = part
		} else {
			by = source.T("%s, %s", "%s, %s", by, part)
		}
	}
	return source.T("Agar susunan rincian dicocokkan dengan DPA; selisih jumlah terhadap rinciannya: %s", "Hold the parts against the DPA; the total exceeds its parts by: %s", by)
}

// Bounds of the search for a reading of rows without levels.
const (
	maxReadingRows = 80
	maxReadings    = 20_000
)

// readAsLevels looks for a way to read rows without codes as groups, a row followed by the rows it is the sum of, whose
// first rows add up to the total in every column. A table of belanja often prints its groups that way.
func readAsLevels(total *schema.BarisAnggaran, rows []*simpul) []*simpul {
	var keys []string
	for _, c := range total.Columns() {
		if c.Figure.IsNumber() {
			keys = append(keys, c.Key)
		}
	}
	if len(rows) > maxReadingRows || len(keys) == 0 {
		return nil
	}
	ends := make([][]int, len(rows)) // where the group that a row opens can end
	for i := range rows {
		ends[i] = append(ends[i], i+1)
		for j := i + 2; j <= len(rows); j++ {
			if sums(rows[i].baris, rows[i+1:j], keys) {
				ends[i] = append(ends[i], j)
			}
		}
	}
	tried := 0
	var walk func(i int, top []*simpul, grouped bool) []*simpul
	walk = func(i int, top []*simpul, grouped bool) []*simpul {
		if tried++; tried > maxReadings {
			return nil
		}
		if i == len(rows) {
			if grouped && sums(total, top, keys) {
				return slices.Clone(top)
			}
			return nil
		}
		for k, end := range slices.Backward(ends[i]) {
			if found := walk(end, append(top, rows[i]), grouped || k > 0); found != nil {
				return found
			}
		}
		return nil
	}
	return walk(0, nil, false)
}

// sums reports whether a row is the sum of others in each of the columns.
func sums(total *schema.BarisAnggaran, rows []*simpul, keys []string) bool {
	for _, key := range keys {
		r := &calc.Relation{Op: calc.Linear, Result: calc.Term{Figure: total.Column(key)}, Terms: terms(rows, key)}
		if calc.Judge(r).State != calc.Holds {
			return false
		}
	}
	return true
}
