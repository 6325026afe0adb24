package schema

import (
	"regexp"
	"slices"
	"strings"
)

var reIndicatorCode = regexp.MustCompile(`^[A-Z]{1,5}[ .-]?\d{1,2}(?:\.\d{1,2})*[a-z]?\.?$`)

// indicatorCodes takes a column of codes alone, IKU 1, that is called as the indicators beside it are.
func (t *tabel) indicatorCodes(keys []string) {
	i := slices.Index(keys, "indikator")
	if i < 0 || i+1 >= len(keys) || keys[i+1] != "indikator" {
		return
	}
	if !slices.ContainsFunc(t.rows, func(b *baris) bool { return b.text(i) != "" && !reIndicatorCode.MatchString(b.text(i)) }) {
		keys[i] = "nomor"
	}
}

// reached makes a column called Capaian what was reached where there is no realisasi and another one is called % Capaian.
func (t *tabel) reached(keys []string, year int) {
	if !slices.Contains(keys, "target") || slices.ContainsFunc(keys, func(key string) bool { return base(key) == "realisasi" || base(key) == "realisasi_triwulan" }) {
		return
	}
	plain, share := -1, 0
	for i, key := range keys {
		h := &t.heads[i]
		switch {
		case key != "capaian" || !h.ofYear(year):
		case h.isShare() || slices.ContainsFunc(h.words, func(w string) bool {
			return w == "%" || strings.HasPrefix(w, "persen") || strings.HasPrefix(w, "prosen") || w == "tingkat"
		}):
			share++
		case plain >= 0:
			return
		default:
			plain = i
		}
	}
	if plain >= 0 && share == 1 {
		keys[plain] = "realisasi"
	}
}

// inMoney reports whether the first column of the key holds amounts of money.
func (t *tabel) inMoney(keys []string, key string) bool {
	i := slices.Index(keys, key)
	if i < 0 {
		return false
	}
	_, money := t.hasFigures(i)
	return money
}
