package rules

import "lkjip/schema"

// pair is what one indicator of a list is in another list.
type pair struct {
	a, b *schema.Numbered // b is nil when the other list has no such indicator
	// alias: the names differ, but both are the only ones left under one sasaran, or share a code. They stand for each
	// other, so neither is called missing by itself.
	alias bool
	loose bool // one name only resembles the other, under another sasaran: too little to compare figures
}

// certain reports whether the pair is one indicator, so that its figures can be compared.
func (m *pair) certain() bool { return m.b != nil && !m.alias && !m.loose }

// maxFuzzy bounds the comparisons of two lists; beyond it (no report comes near) only equal names pair.
const maxFuzzy = 250_000

// matcher pairs two lists of indicators, one to one.
type matcher struct {
	a, b           []schema.Numbered
	nameA, nameB   []nama
	indukA, indukB []nama
	pairs          []pair
	used           []bool
}

// matched pairs the indicators of two lists: by the same name (first under the same sasaran), by nearly the same name, by a
// name that is shortened or put otherwise. rest are those of b that nothing of a stands for.
func matched(a, b []schema.Numbered) (pairs []pair, rest []*schema.Numbered) {
	m := &matcher{a: a, b: b, pairs: make([]pair, len(a)), used: make([]bool, len(b))}
	m.nameA, m.indukA = names(a)
	m.nameB, m.indukB = names(b)
	for i := range a {
		m.pairs[i].a = &a[i]
	}
	if len(a)*len(b) > maxFuzzy {
		m.equal()
	} else {
		m.fuzzy()
	}
	known := map[string]bool{} // a name that stands twice in b and once in a is not something new
	for j := range b {
		if m.used[j] {
			known[m.nameB[j].folded] = true
		}
	}
	for j := range b {
		if !m.used[j] && !known[m.nameB[j].folded] {
			rest = append(rest, &b[j])
		}
	}
	return m.pairs, rest
}

func names(list []schema.Numbered) (name, induk []nama) {
	name, induk = make([]nama, len(list)), make([]nama, len(list))
	for i := range list {
		name[i] = namaOf(list[i].Indikator.Nama.S)
		if i > 0 && list[i].Induk.S == induk[i-1].raw {
			induk[i] = induk[i-1]
		} else {
			induk[i] = namaOf(list[i].Induk.S)
		}
	}
	return name, induk
}

// equal pairs what has the very same name.
func (m *matcher) equal() {
	byName := map[string][]int{}
	for j := range m.b {
		byName[m.nameB[j].folded] = append(byName[m.nameB[j].folded], j)
	}
	for i := range m.a {
		key := m.nameA[i].folded
		if rest := byName[key]; key != "" && len(rest) > 0 {
			m.pairs[i].b, m.used[rest[0]], byName[key] = &m.b[rest[0]], true, rest[1:]
		}
	}
}

func (m *matcher) fuzzy() {
	near := func(i, j int) bool { return m.nameA[i].near(m.nameB[j]) || m.nameA[i].abbreviates(m.nameB[j]) }
	same := func(i, j int) bool { return m.nameA[i].same(m.nameB[j]) }
	siblings := func(i, j int) bool { return m.indukA[i].alike(m.indukB[j]) }
	for _, fits := range []func(i, j int) bool{same, near} {
		m.pass(pair{}, func(i, j int) bool { return fits(i, j) && siblings(i, j) })
		m.pass(pair{}, fits)
	}
	m.pass(pair{}, func(i, j int) bool { return m.nameA[i].shorter(m.nameB[j]) && siblings(i, j) })
	m.pass(pair{loose: true}, func(i, j int) bool { return m.nameA[i].alike(m.nameB[j]) })
	anyone := func(i, j int) bool {
		return (m.a[i].Induk.S == "" || m.b[j].Induk.S == "") && reworded(m.nameA[i].raw, m.nameB[j].raw)
	}
	for _, related := range []func(i, j int) bool{siblings, anyone} {
		m.pass(pair{alias: true}, func(i, j int) bool { return related(i, j) && m.lastOf(i, j, related) })
	}
	m.pass(pair{alias: true}, func(i, j int) bool {
		x, y := m.a[i].Indikator.Kode, m.b[j].Indikator.Kode
		return x.IsSet() && schema.Normal(x.S) == schema.Normal(y.S)
	})
}

// lastOf reports whether i and j are all that is left of their relatives.
func (m *matcher) lastOf(i, j int, related func(i, j int) bool) bool {
	for k := range m.a {
		if k != i && m.pairs[k].b == nil && related(k, j) {
			return false
		}
	}
	for k := range m.b {
		if k != j && !m.used[k] && related(i, k) {
			return false
		}
	}
	return true
}

// pass pairs what is still alone and fits.
func (m *matcher) pass(mark pair, fits func(i, j int) bool) {
	for i := range m.a {
		for j := 0; j < len(m.b) && m.pairs[i].b == nil; j++ {
			if !m.used[j] && fits(i, j) {
				m.pairs[i], m.used[j] = pair{&m.a[i], &m.b[j], mark.alias, mark.loose}, true
			}
		}
	}
}
