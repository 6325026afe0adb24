package rules

import (
	"slices"
	"strings"
)

// alike reports whether two names may stand for one thing in a hurried table: nearly the same, shortened, abbreviated, or
// with another word for how it is scored.
func alike(a, b string) bool { return namaOf(a).alike(namaOf(b)) }

func (n nama) alike(o nama) bool {
	return n.near(o) || n.shorter(o) || n.abbreviates(o) || n.sameMeasured(o)
}

// amongAlike reports whether one of the names may stand for the same thing; equal names are looked for first.
func (n nama) amongAlike(list []nama) bool {
	return slices.ContainsFunc(list, n.same) || slices.ContainsFunc(list, n.alike)
}

// gauges are words for how a thing is scored, which documents exchange: Nilai SAKIP, Predikat SAKIP.
var gauges = []string{"nilai", "predikat", "skor", "indeks", "index", "hasil", "kategori", "capaian"}

// sameMeasured reports whether two names differ only in the word for how the thing is scored.
func (n nama) sameMeasured(o nama) bool {
	bare := func(words []string) []string {
		return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(gauges, w) })
	}
	x, y := bare(n.words), bare(o.words)
	return len(x) > 0 && len(x) < len(n.words) && len(y) < len(o.words) && slices.Equal(x, y)
}

// reworded reports whether two names share at least half of their words, so that one may be the other in other words.
func reworded(a, b string) bool {
	x, y := wordsOf(a), wordsOf(b)
	shared := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			shared++
		}
	}
	return shared > 0 && 2*shared >= min(len(x), len(y))
}

// abbreviates reports whether one name is the other with a run of words put as their initials ("Indeks SPBE" for "Indeks
// Sistem Pemerintahan Berbasis Elektronik") or contracted ("fasyankes" for "fasilitas pelayanan kesehatan").
func (n nama) abbreviates(o nama) bool {
	x, y := n.unbracketedWords(), o.unbracketedWords()
	if len(x) > len(y) {
		x, y = y, x
	}
	for i, short := range x {
		run := len(y) - len(x) + 1 // words the short one stands for
		if run >= 2 && slices.Equal(x[:i], y[:i]) && slices.Equal(x[i+1:], y[i+run:]) && contracts(short, y[i:i+run]) {
			return true
		}
	}
	return false
}

func (n nama) unbracketedWords() []string {
	if n.bare == n.folded {
		return n.words
	}
	return wordsOf(unbracketed(n.raw))
}

// contracts reports whether a word is made of the initials of others, or (six letters and more) of their letters in order.
func contracts(short string, long []string) bool {
	initials := ""
	for _, w := range long {
		initials += w[:1]
	}
	if short == initials {
		return true
	}
	if len(short) < 6 {
		return false
	}
	rest := strings.Join(long, "")
	for i := range len(short) {
		at := strings.IndexByte(rest, short[i])
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
	}
	return true
}
