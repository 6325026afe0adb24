package rules

import (
	"math/big"
	"math/rand/v2"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
)

// scene is a figure with what stands around it.
type scene struct {
	rng       *rand.Rand
	figure    *schema.Figure
	near      []*schema.Figure
	relations []*calc.Relation // that cover the figure
}

// mistake changes one figure the way people do. apply gives the new text, empty where the mistake cannot be made there.
type mistake struct {
	name    string
	kinds   string // the kinds of cause that name it rightly
	apply   func(s *scene) string
	derived bool // made where one relation computes the figure: a percentage is often tied to nothing else
}

var mistakes = []mistake{
	{"dua angka tertukar", "tukar", func(s *scene) string {
		b := []byte(s.figure.Node.Text)
		i := s.rng.IntN(len(b))
		if i+1 >= len(b) || b[i] == '.' || b[i+1] == '.' || b[i] == b[i+1] || i == 0 && b[1] == '0' {
			return ""
		}
		b[i], b[i+1] = b[i+1], b[i]
		return string(b)
	}, false},
	{"satu angka hilang", "hilang", func(s *scene) string {
		t := s.figure.Node.Text
		i := s.rng.IntN(len(t))
		if strings.Contains(t, ".") || len(t) < 4 || i == 0 && t[1] == '0' {
			return ""
		}
		return t[:i] + t[i+1:]
	}, false},
	{"satu angka berlebih", "ganda", func(s *scene) string {
		t := s.figure.Node.Text
		i := s.rng.IntN(len(t))
		if t[i] == '.' || t[i] == '-' || strings.Contains(t[:i], ".") {
			return ""
		}
		return t[:i+1] + t[i:]
	}, false},
	{"satu angka salah ketik", "ketik", func(s *scene) string {
		b := []byte(s.figure.Node.Text)
		i, c := s.rng.IntN(len(b)), byte('0'+s.rng.IntN(10))
		if b[i] == '.' || b[i] == '-' || b[i] == c || i == 0 && c == '0' {
			return ""
		}
		b[i] = c
		return string(b)
	}, false},
	{"tanda desimal atau ribuan bergeser", "geser", func(s *scene) string {
		shifts := []*big.Rat{big.NewRat(10, 1), big.NewRat(100, 1), big.NewRat(1000, 1), big.NewRat(1, 10), big.NewRat(1, 1000)}
		v := new(big.Rat).Mul(s.figure.Value, shifts[s.rng.IntN(len(shifts))])
		if s.figure.Decimals == 0 && !v.IsInt() {
			return ""
		}
		return v.FloatString(s.figure.Decimals)
	}, false},
	{"tanda minus", "tanda", func(s *scene) string {
		if s.figure.Value.Sign() <= 0 {
			return ""
		}
		return "-" + s.figure.Node.Text
	}, false},
	{"tersalin dari baris, kolom atau tahun sebelah", "salin", func(s *scene) string {
		if len(s.near) == 0 {
			return ""
		}
		g := s.near[s.rng.IntN(len(s.near))]
		if g.Decimals != s.figure.Decimals {
			return ""
		}
		return g.Node.Text
	}, false},
	{"satu baris tidak ikut dijumlahkan", "kurang", func(s *scene) string {
		r, part := s.part(3)
		if r == nil {
			return ""
		}
		return new(big.Rat).Sub(s.figure.Value, part.Value).FloatString(s.figure.Decimals)
	}, false},
	{"satu baris terjumlah dua kali", "lebih", func(s *scene) string {
		r, part := s.part(2)
		if r == nil {
			return ""
		}
		return new(big.Rat).Add(s.figure.Value, part.Value).FloatString(s.figure.Decimals)
	}, false},
	{"pagu murni sebagai penyebut", "rumus", func(s *scene) string {
		r := s.result(calc.Ratio)
		if r == nil {
			return ""
		}
		for _, g := range s.near {
			if strings.HasSuffix(g.Path(), "pagu_murni") && g.Node.Parent() == s.figure.Node.Parent() {
				return percentOf(s.figure, r.Terms[0].Figure.Value, g.Value)
			}
		}
		return ""
	}, true},
	{"pembilang dan penyebut tertukar", "rumus", func(s *scene) string {
		if r := s.result(calc.Ratio); r != nil {
			return percentOf(s.figure, r.Terms[1].Figure.Value, r.Terms[0].Figure.Value)
		}
		return ""
	}, true},
	{"rata-rata persentase", "rumus", func(s *scene) string {
		if s.result(calc.Ratio) == nil || !strings.Contains(s.figure.Path(), "anggaran.jumlah") {
			return ""
		}
		sum, n := new(big.Rat), int64(0)
		for _, row := range s.figure.Node.Parent().Parent().Get("baris").Items {
			kode, persen := row.Get("kode"), row.Get("persen")
			if kode == nil || persen == nil || strings.Contains(kode.Text, ".") {
				continue
			}
			v, ok := new(big.Rat).SetString(persen.Text)
			if !ok {
				return ""
			}
			sum.Add(sum, v)
			n++
		}
		if n < 2 {
			return ""
		}
		return sum.Quo(sum, big.NewRat(n, 1)).FloatString(s.figure.Decimals)
	}, true},
	{"rasio ditulis sebagai kenaikan", "rumus", func(s *scene) string {
		if r := s.result(calc.Growth); r != nil {
			return percentOf(s.figure, r.Terms[0].Figure.Value, r.Terms[1].Figure.Value)
		}
		return ""
	}, true},
	{"rumus indikator negatif", "rumus", func(s *scene) string {
		if r := s.result(calc.Achieved); r != nil {
			twice := new(big.Rat).Add(r.Terms[0].Figure.Value, r.Terms[0].Figure.Value)
			return percentOf(s.figure, twice.Sub(twice, r.Terms[1].Figure.Value), r.Terms[0].Figure.Value)
		}
		return ""
	}, true},
	{"dibulatkan ke atas", "bulat", func(s *scene) string {
		r := s.result(calc.Ratio)
		if r == nil || s.figure.Decimals == 0 {
			return ""
		}
		v := new(big.Rat).Quo(r.Terms[0].Figure.Value, r.Terms[1].Figure.Value)
		if v.Mul(v, big.NewRat(100, 1)).Cmp(s.figure.Value) <= 0 {
			return "" // rounding was up already
		}
		return new(big.Rat).Add(s.figure.Value, big.NewRat(1, 100)).FloatString(s.figure.Decimals)
	}, true},
}

// result is the relation of that kind that makes the figure, nil where there is none.
func (s *scene) result(op calc.Op) *calc.Relation {
	for _, r := range s.relations {
		if r.Op == op && r.Result.Figure == s.figure {
			return r
		}
	}
	return nil
}

// part is one of at least so many parts of the sum that makes the figure.
func (s *scene) part(atLeast int) (*calc.Relation, *schema.Figure) {
	r := s.result(calc.Linear)
	if r == nil || len(r.Terms) < atLeast || r.Terms[1].Weight != nil {
		return nil, nil
	}
	part := r.Terms[s.rng.IntN(len(r.Terms))].Figure
	if !part.IsNumber() || part.Value.Sign() == 0 {
		return nil, nil
	}
	return r, part
}

func percentOf(f *schema.Figure, part, whole *big.Rat) string {
	if whole.Sign() == 0 {
		return ""
	}
	v := new(big.Rat).Quo(part, whole)
	return v.Mul(v, big.NewRat(100, 1)).FloatString(f.Decimals)
}
