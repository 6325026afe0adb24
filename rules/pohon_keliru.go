package rules

import (
	"slices"
	"strconv"
	"strings"
)

// mend gives rows whose code was mistyped the code that their place in the table asks for, so that one wrong digit does not
// also leave children without a parent and rows out of order. The rows are marked; kode-ganda or kode-tak-urut says so.
func (t *pohon) mend() {
	rows := map[string][]*simpul{}
	for _, s := range t.simpul {
		code := strings.Join(s.kode, ".")
		rows[code] = append(rows[code], s)
	}
	free := func(kode []string) bool { return len(rows[strings.Join(kode, ".")]) == 0 }
	for i, s := range t.simpul {
		var before, next *simpul
		if i > 0 {
			before = t.simpul[i-1]
		}
		if i+1 < len(t.simpul) {
			next = t.simpul[i+1]
		}
		var want []string
		if t.bare(i) && !t.inTurn(i) {
			want = s.asHeading(before, next, free)
		}
		if want == nil {
			want = s.asPart(before, next, free, i > 0 && t.bare(i-1))
		}
		if want == nil {
			continue
		}
		own := strings.Join(s.kode, ".")
		for _, other := range rows[own] {
			if other != s {
				s.ganda, s.awal = true, other
				break
			}
		}
		rows[own] = slices.DeleteFunc(rows[own], func(o *simpul) bool { return o == s })
		s.keliru, s.kode = true, want
		rows[strings.Join(want, ".")] = []*simpul{s}
	}
}

// bare reports whether none of the rows printed below row i, up to the next of its level, continues its code.
func (t *pohon) bare(i int) bool {
	s := t.simpul[i]
	for _, o := range t.simpul[i+1:] {
		if len(o.kode) <= len(s.kode) {
			break
		}
		if slices.Equal(o.expectedInduk(), s.kode) {
			return false
		}
	}
	return true
}

// inTurn reports whether the code of row i counts on from the one before it at its level, or is the first below its heading.
func (t *pohon) inTurn(i int) bool {
	s := t.simpul[i]
	above := s.expectedInduk()
	for k := i - 1; k >= 0; k-- {
		switch o := t.simpul[k]; {
		case len(o.kode) == len(s.kode):
			return slices.Equal(o.expectedInduk(), above) && countsOn(o.kode, s.kode)
		case len(o.kode) < len(s.kode) && !slices.Equal(o.kode, above):
			return false
		case len(o.kode) < len(s.kode):
			k = 0
		}
	}
	n, err := strconv.Atoi(s.kode[len(s.kode)-1])
	return err == nil && n == 1
}

// asHeading is the code a row should have because the next row continues it: 1.4 before 1.1.1 where there is no 1.1.
func (s *simpul) asHeading(before, next *simpul, free func([]string) bool) []string {
	if next == nil || next.rank > 0 && next.rank <= s.rank {
		return nil
	}
	want := next.expectedInduk()
	above := (&simpul{kode: want}).expectedInduk()
	if len(want) == 0 || !oneSegment(s.kode, want) || !free(want) || !free(above) && (before == nil || !continues(before.kode, above)) {
		return nil
	}
	return want
}

// asPart is the code a row should have because it stands among the parts of another row: 1.4.2 between 1.1.1 and 1.1.3. bare
// says that the row before has no parts of its own.
func (s *simpul) asPart(before, next *simpul, free func([]string) bool, bare bool) []string {
	if before == nil || s.rank > 0 && before.rank > s.rank {
		return nil
	}
	own := s.expectedInduk()
	var block []string
	first := false
	switch {
	case len(before.kode) == len(s.kode):
		block = before.expectedInduk()
	case len(before.kode) == len(own):
		block, first = before.kode, true
	}
	if len(block) == 0 || !oneSegment(own, block) {
		return nil
	}
	want := append(slices.Clone(block), s.kode[len(own):]...)
	if !free(want) {
		return nil
	}
	within := func(o *simpul) bool { return o != nil && slices.Equal(o.expectedInduk(), block) }
	switch {
	case within(next): // the block goes on below
	case first && bare: // the heading above would have no parts
	case !free(own) && !first && countsOn(before.kode, s.kode):
	default:
		return nil
	}
	return want
}

// oneSegment reports whether two codes differ in one segment.
func oneSegment(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	differ := 0
	for i := range a {
		if a[i] != b[i] {
			differ++
		}
	}
	return differ == 1
}

// countsOn reports whether the last segment counts on from that of the row above.
func countsOn(before, kode []string) bool {
	x, errX := strconv.Atoi(before[len(before)-1])
	y, errY := strconv.Atoi(kode[len(kode)-1])
	return errX == nil && errY == nil && y == x+1
}

func continues(kode, above []string) bool {
	return len(kode) >= len(above) && slices.Equal(kode[:len(above)], above)
}
