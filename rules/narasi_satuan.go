package rules

import (
	"slices"
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema"
)

// unitFits reports whether the word after the number, if it is a unit, is the topic's: "82,34 poin", not "45 orang".
func (c *claim) unitFits() bool {
	s := c.s()
	if c.At+1 >= len(s.Tokens) || s.Tokens[c.At+1].Kind != narasi.Word {
		return true
	}
	w := s.Tokens[c.At+1].Lower
	switch w {
	case "atau", "dari", "dan", "pada", "dengan", "poin", "yang", "di", "untuk", "sehingga", "telah", "sudah", "belum", "masih", "serta", "tahun", "dalam",
		"termasuk", "sedangkan", "namun", "tetapi", "karena", "berdasarkan", "oleh", "tersebut", "dibanding", "dibandingkan", "hanya", "lebih", "berada",
		"maka", "naik", "turun", "meningkat", "menurun", "terhadap", "atas", "bagi", "ini", "itu", "tentu", "dimana", "walaupun", "meskipun", "sesuai",
		"baru", "menjadi", "setara", "adalah", "merupakan", "mengalami", "jika", "bila", "apabila", "saat", "ketika", "menunjukkan", "kategori", "predikat":
		return true
	}
	for _, prefix := range []string{"di", "ter", "ber", "mem", "meng", "meny", "men"} {
		if strings.HasPrefix(w, prefix) && len(w) > len(prefix)+3 { // a verb
			return true
		}
	}
	if c.topic.indikator == nil {
		return false
	}
	return slices.Contains(strings.Fields(schema.Normal(c.topic.indikator.Satuan.S)), w)
}
