package rules

import (
	"slices"

	"lkjip/schema"
)

// pair is what one indicator of a list is in another list.
type pair struct {
	a, b *schema.Numbered // b is nil when the other list has no such indicator
	// alias: the names differ, but both are the only ones left under one sasaran, or share a code. They stand for each
	// other, so neither is called missing by itself.
	alias bool
	loose bool // one name is the other with words left out, under another sasaran: too little to compare figures
}

// matched pairs the indicators of two lists, one to one: by the same name (first under the same sasaran), by nearly the same
// name, by a name with words left out. rest are those of b that nothing of a stands for.
func matched(a, b []schema.Numbered) (pairs []pair, rest []*schema.Numbered) {
	pairs = make([]pair, len(a))
	used := make([]bool, len(b))
	for i := range a {
		pairs[i].a = &a[i]
	}
	pass := func(mark pair, fits func(x, y *schema.Numbered) bool) {
		for i := range a {
			for j := 0; j < len(b) && pairs[i].b == nil; j++ {
				if !used[j] && fits(&a[i], &b[j]) {
					pairs[i], used[j] = pair{&a[i], &b[j], mark.alias, mark.loose}, true
				}
			}
		}
	}
	name := func(n *schema.Numbered) string { return n.Indikator.Nama.S }
	same := func(x, y *schema.Numbered) bool { return sameName(name(x), name(y)) }
	near := func(x, y *schema.Numbered) bool {
		return nearName(name(x), name(y)) || abbreviates(name(x), name(y))
	}
	shorter := func(x, y *schema.Numbered) bool { return shorterName(name(x), name(y)) }
	siblings := func(x, y *schema.Numbered) bool { return nearName(x.Induk.S, y.Induk.S) }
	for _, fits := range []func(x, y *schema.Numbered) bool{same, near} {
		pass(pair{}, func(x, y *schema.Numbered) bool { return siblings(x, y) && fits(x, y) })
		pass(pair{}, fits)
	}
	pass(pair{}, func(x, y *schema.Numbered) bool { return siblings(x, y) && shorter(x, y) })
	pass(pair{loose: true}, shorter)
	left := func(list []schema.Numbered, taken func(int) bool, x *schema.Numbered) (n int) {
		for i := range list {
			if !taken(i) && siblings(x, &list[i]) {
				n++
			}
		}
		return n
	}
	pass(pair{alias: true}, func(x, y *schema.Numbered) bool {
		return siblings(x, y) && left(a, func(i int) bool { return pairs[i].b != nil }, x) == 1 && left(b, func(j int) bool { return used[j] }, x) == 1
	})
	pass(pair{alias: true}, func(x, y *schema.Numbered) bool {
		return x.Indikator.Kode.IsSet() && schema.Normal(x.Indikator.Kode.S) == schema.Normal(y.Indikator.Kode.S)
	})
	for j := range b {
		// A name that stands twice in b and once in a is not something new.
		if !used[j] && !slices.ContainsFunc(a, func(x schema.Numbered) bool { return near(&x, &b[j]) }) {
			rest = append(rest, &b[j])
		}
	}
	return pairs, rest
}
