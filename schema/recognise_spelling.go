package schema

import (
	"slices"
	"sync"

	"github.com/agnivade/levenshtein"
)

// minMisspelt is how long a word of a heading is at least before it is taken for another one misspelt.
const minMisspelt = 6

// headingSpelling are the words of all headings that are known.
var headingSpelling = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, k := range tableKinds() {
		for _, p := range k.phrases {
			for _, w := range p.words {
				words[w] = true
			}
		}
	}
	return words
})

// respelt is the heading with words mended that no kind knows, nil where none is: "INDIKATORKINERJA", "REALISAI", "PREDIKET".
func (h *heading) respelt() *heading {
	if !h.tried {
		h.tried = true
		mended := *h
		mended.words = nil
		for i, w := range h.words {
			words := respell(w)
			if i < h.leaf {
				mended.leaf += len(words) - 1
			}
			mended.words = append(mended.words, words...)
		}
		if !slices.Equal(mended.words, h.words) {
			h.mended = &mended
		}
	}
	return h.mended
}

// respell gives the known words that an unknown one is made of, or the only one that it differs from by one letter, which is
// seldom the first; the word itself where there is none.
func respell(w string) []string {
	known := headingSpelling()
	if len(w) < minMisspelt || len(w) > 40 || known[w] {
		return []string{w}
	}
	for i := 3; i <= len(w)-3; i++ {
		if known[w[:i]] && known[w[i:]] {
			return []string{w[:i], w[i:]}
		}
	}
	meant := ""
	for k := range known {
		if len(k) < minMisspelt || k[0] != w[0] || len(k)-len(w) > 1 || len(w)-len(k) > 1 || !oneSlip(w, k) {
			continue
		}
		if meant != "" {
			return []string{w}
		}
		meant = k
	}
	if meant == "" {
		meant = w
	}
	return []string{meant}
}

// oneSlip reports whether a word is another with one letter wrong, missing or too many, or two of them turned.
func oneSlip(w, k string) bool {
	switch levenshtein.ComputeDistance(w, k) {
	case 1:
		return true
	case 2:
		i := 0
		for i < len(w) && i < len(k) && w[i] == k[i] {
			i++
		}
		return len(w) == len(k) && i+1 < len(w) && w[i] == k[i+1] && w[i+1] == k[i] && w[i+2:] == k[i+2:]
	}
	return false
}
