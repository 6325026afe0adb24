package rules

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// findDoubt marks rows whose code cannot be right. A sum that such a row touches is tested only where it holds, so that a
// mistyped code does not also become a wrong total.
func (t *pohon) findDoubt() {
	t.ragu = map[*simpul]bool{}
	if !t.why.IsZero() {
		return
	}
	t.findDuplicates()
	if t.coded {
		t.findOrphans()
		t.findStrays()
	}
	for i, s := range t.simpul {
		if !s.ganda && !s.yatim && !s.lepas && !s.keliru {
			continue
		}
		t.loose = t.loose || s.induk == nil
		t.ragu[s] = true
		if s.induk != nil {
			t.ragu[s.induk] = true
		}
		if i > 0 {
			for up := t.simpul[i-1]; up != nil; up = up.induk {
				t.ragu[up] = true
			}
		}
	}
}

func (t *pohon) findDuplicates() {
	type key struct {
		kode  string
		rank  int
		under *simpul
	}
	first := map[key]*simpul{}
	for _, s := range t.simpul {
		if s.kode == nil {
			continue
		}
		k := key{kode: strings.Join(s.kode, "."), rank: s.rank}
		if s.anew() {
			k.under = s.induk
		}
		if o := first[k]; o == nil {
			first[k] = s
		} else {
			s.awal, s.ganda = o, !sameName(s.baris.Uraian.S, o.baris.Uraian.S) || sameAmounts(s, o)
		}
	}
}

// anew reports whether codes start anew under every row above: 1 and 1.1 under A, and again under B.
func (s *simpul) anew() bool {
	up := s.induk
	return up != nil && (len(s.kode) <= len(up.kode) || !slices.Equal(s.kode[:len(up.kode)], up.kode) || up.anew())
}

// sameAmounts tells a row that was copied from one that is split, as by source of funds.
func sameAmounts(a, b *simpul) bool {
	some := false
	for key, f := range a.kolom {
		g := b.kolom[key]
		if f.IsSet() != g.IsSet() || f.IsNumber() != g.IsNumber() || f.IsNumber() && f.Value.Cmp(g.Value) != 0 {
			return false
		}
		some = some || f.IsNumber() && f.Value.Sign() != 0
	}
	return some
}

// expectedInduk is the code of the row above: the national nomenclature has no level X.XX.XX.D.
func (s *simpul) expectedInduk() []string {
	n := len(s.kode) - 1
	if isOfficial(s.kode) && n == 4 {
		n = 3
	}
	return s.kode[:max(n, 0)]
}

// findOrphans marks rows whose parent code is missing from a table that has rows of the parent's level. A row that follows
// one with a code used before belongs to it: there the code is the mistake, and only there.
func (t *pohon) findOrphans() {
	codes, lengths := map[string]bool{}, map[string]bool{}
	for _, s := range t.simpul {
		codes[strings.Join(s.kode, ".")] = true
		lengths[s.familyAt(len(s.kode))] = true
	}
	continues := t.continuing()
	last := map[int]*simpul{} // the row above with a code of that length
	for _, s := range t.simpul {
		want := s.expectedInduk()
		above := last[len(want)]
		last[len(s.kode)] = s
		if s.rank >= ranks["akun"] || s.rank > 0 && !continues[s.rank] ||
			len(want) == 0 || !lengths[s.familyAt(len(want))] || codes[strings.Join(want, ".")] {
			continue
		}
		if above != nil && above.ganda && s.rank == 0 {
			t.unhang(s)
			t.hang(s, above)
			continue
		}
		s.yatim = true
	}
}

// familyAt names the rows whose codes are of that length and, outside the national nomenclature, begin like this one: 063.01.DR
// has no level 063.01 because 3165.BAH is as long.
func (s *simpul) familyAt(length int) string {
	if isOfficial(s.kode) || len(s.kode) == 0 {
		return strconv.Itoa(length)
	}
	return s.kode[0] + "." + strconv.Itoa(length)
}

// continuing tells the levels whose codes mostly continue the code of the row above. Where levels are given, codes may nest
// at one of them only: 6312.QMA under 6312, but 6312 under 126.07.FD.
func (t *pohon) continuing() map[int]bool {
	balance := map[int]int{}
	for _, s := range t.simpul {
		switch {
		case s.induk == nil:
		case len(s.kode) > len(s.induk.kode) && slices.Equal(s.kode[:len(s.induk.kode)], s.induk.kode):
			balance[s.rank]++
		default:
			balance[s.rank]--
		}
	}
	mostly := map[int]bool{}
	for rank, n := range balance {
		mostly[rank] = n > 0
	}
	return mostly
}

func (t *pohon) unhang(s *simpul) {
	is := func(o *simpul) bool { return o == s }
	if s.induk == nil {
		t.akar = slices.DeleteFunc(t.akar, is)
		return
	}
	s.induk.anak = slices.DeleteFunc(s.induk.anak, is)
}

// findStrays marks rows printed outside the block of the row their code belongs to.
func (t *pohon) findStrays() {
	var open []*simpul // the rows whose blocks are not closed yet
	for _, s := range t.simpul {
		i := slices.Index(open, s.induk)
		switch {
		case s.yatim:
			open = append(open, s) // the block around it goes on
		case i >= 0:
			open = append(open[:i+1], s)
		case s.induk != nil:
			s.lepas = true
		default:
			open = []*simpul{s}
		}
	}
}

var reKode = regexp.MustCompile(`^[0-9A-Za-z]{1,12}(\.[0-9A-Za-z]{1,12}){0,15}$`)

// kodeOf splits a code at its dots; nil when it is none.
func kodeOf(s string) []string {
	s = strings.TrimRight(strings.ReplaceAll(s, " ", ""), ".")
	if !reKode.MatchString(s) {
		return nil
	}
	return strings.Split(strings.ToUpper(s), ".")
}

// isOfficial reports whether a code has the shape of the national nomenclature: X.XX.XX[.D.XX[.XXXX]].
func isOfficial(kode []string) bool {
	if len(kode) < 3 || len(kode) > 6 {
		return false
	}
	for i, width := range []int{1, 2, 2, 1, 2, 4}[:len(kode)] {
		if len(kode[i]) != width && !(i == 5 && len(kode[i]) == 2) {
			return false
		}
	}
	return true
}

// compareKode orders codes segment by segment, numbers by value.
func compareKode(a, b []string) int {
	for i := range min(len(a), len(b)) {
		x, errX := strconv.Atoi(a[i])
		y, errY := strconv.Atoi(b[i])
		c := cmp.Compare(x, y)
		if errX != nil || errY != nil {
			c = cmp.Compare(a[i], b[i])
		}
		if c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}
