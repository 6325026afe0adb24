package rules

import (
	"slices"
	"strings"

	"lkjip/schema"
)

// unitWords are units that mean one thing; the first word stands for its group.
var unitWords = [][]string{
	{"persen", "prosen", "percent", "persentase", "prosentase"},
	{"nilai", "skor", "score", "poin", "point"},
	{"orang", "jiwa"},
	{"rupiah", "rp", "idr"},
	{"unit", "buah"},
	{"kali", "x"},
	{"dokumen", "dok"},
}

// anyUnit are words that documents put for any kind of figure, so that nothing differs from them.
var anyUnit = []string{"angka", "satuan", "level", "tingkat", "kategori", "predikat", "opini", "rasio", "indeks", "index", "skala", "tahun"}

// unitOf is the word that stands for a unit: "%" and "Persentase" are persen. Empty says nothing.
func unitOf(s string) string {
	if strings.TrimSpace(s) == "%" {
		return "persen"
	}
	n := schema.Normal(unbracketed(s))
	if n == "" {
		n = schema.Normal(s)
	}
	for _, group := range unitWords {
		if slices.Contains(group, n) {
			return group[0]
		}
	}
	return n
}

// unitsClash reports whether two units are certainly different things. An index may be printed as a score, a figure or a
// percentage; a unit that repeats the other with more words ("per 1.000 kelahiran hidup") is the same one.
func unitsClash(a, b string) bool {
	x, y := unitOf(a), unitOf(b)
	switch {
	case x == "" || y == "" || nearName(x, y):
		return false
	case slices.Contains(anyUnit, x) || slices.Contains(anyUnit, y):
		return false
	}
	for _, w := range strings.Fields(x) {
		if slices.Contains(strings.Fields(y), w) {
			return false
		}
	}
	return !strings.Contains(x, y) && !strings.Contains(y, x)
}

// sameScale reports whether two units count in the same steps, so that their figures can be compared: rupiah and million
// rupiah cannot.
func sameScale(a, b string) bool {
	if unitsClash(a, b) {
		return false
	}
	for _, word := range []string{"ribu", "juta", "miliar", "milyar", "triliun"} {
		if strings.Contains(strings.ToLower(a), word) != strings.Contains(strings.ToLower(b), word) && a != "" && b != "" {
			return false
		}
	}
	return true
}
