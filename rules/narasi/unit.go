package narasi

import "strings"

// noUnits follow a number without saying what it counts.
var noUnits = set("atau", "dari", "dan", "pada", "dengan", "yang", "di", "untuk", "sehingga", "telah", "sudah", "belum", "masih", "serta", "tahun", "dalam",
	"termasuk", "sedangkan", "namun", "tetapi", "karena", "berdasarkan", "oleh", "tersebut", "dibanding", "dibandingkan", "hanya", "lebih", "berada",
	"maka", "naik", "turun", "meningkat", "menurun", "terhadap", "atas", "bagi", "ini", "itu", "tentu", "dimana", "walaupun", "meskipun", "sesuai",
	"baru", "menjadi", "setara", "adalah", "merupakan", "mengalami", "jika", "bila", "apabila", "saat", "ketika", "menunjukkan", "kategori", "predikat",
	"sementara", "daripada", "ketimbang", "ke", "hingga", "sampai", "selama", "juga", "sebesar", "lalu", "sejak", "antara", "secara", "kemudian", "akan")

// Unit is the word after the number at token i that says what it counts: "orang", "km", "poin". It is empty where none
// follows: a number without a unit may be one of anything.
func (s *Sentence) Unit(i int) string {
	if i+1 >= len(s.Tokens) || s.Tokens[i+1].Kind != Word || noUnits[s.Tokens[i+1].Lower] {
		return ""
	}
	w := s.Tokens[i+1].Lower
	for _, prefix := range []string{"di", "ter", "ber", "mem", "meng", "meny", "men"} {
		if strings.HasPrefix(w, prefix) && len(w) > len(prefix)+3 { // a verb
			return ""
		}
	}
	return w
}

// unit is the unit of the number at token i with its own signs: "%", "rp", "poin".
func (g *grammar) unit(i int) string {
	switch n := g.num(i); {
	case n == nil:
		return ""
	case n.Percent:
		return "%"
	case n.Money:
		return "rp"
	case n.Points:
		return "poin"
	}
	if t := g.at(i + 1); t.Is("tahun") && g.at(i+2).Kind != Year && !g.at(i+2).Is("sebelumnya", "lalu", "ini") {
		return "tahun" // "10,78 tahun", not "82,17 tahun 2022"
	}
	return g.s.Unit(i)
}

// alike reports whether two numbers can be values of one thing: what is counted in files is no earlier value of a score.
func (g *grammar) alike(i, j int) bool {
	a, b := g.unit(i), g.unit(j)
	return a == "" || b == "" || a == b || a == "poin" && b == "%" || a == "%" && b == "poin"
}

// operators join the parts of a formula.
var operators = set("×", "x", "÷", "/", "+", "=", "dikali", "dikalikan", "kali", "dibagi")

// operand reports whether a number is part of a formula, not a figure of anything: "realisasi ÷ target × 100%", "dikali 100%".
func (g *grammar) operand(i int) bool {
	return operators[g.at(i-1).Lower] || operators[g.at(i+1).Lower] && !g.at(i+1).Is("kali")
}

// PartOfCount is the number in front of a percentage that is its share of a count: 3 in "3 indikator (75 %)". It is -1 for
// any other number.
func (s *Sentence) PartOfCount(i int) int {
	if n := s.Tokens[i].Num; n == nil || !n.Percent {
		return -1
	}
	linked := false
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		switch t := &s.Tokens[j]; {
		case t.Is("(", "atau"):
			linked = true
		case t.Kind == Num:
			if linked && t.Num.IsPlain() && s.Unit(j) != "" {
				return j
			}
			return -1
		case t.Kind != Word:
			return -1
		}
	}
	return -1
}
