package rules

import (
	"regexp"
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// pohon is a budget table as a tree: programmes over kegiatan over sub-kegiatan. Where the rows do not tell their levels,
// why says so and there are no roots to add up.
type pohon struct {
	tabel  *schema.Anggaran
	simpul []*simpul // in printed order, without totals written among the rows
	akar   []*simpul
	jumlah *schema.BarisAnggaran // the total: its own field, or a last row that is called so
	why    source.Text           // why the levels are not known
	loose  bool                  // the top level is not certain: its sum is tested only where it holds
	coded  bool                  // the codes nest by dots
	ragu   map[*simpul]bool      // rows whose sum a doubtful code touches

	kodeUnik, namaUnik map[string]*simpul // rows by code and by name, once index has been asked for
}

// simpul is one row of the tree.
type simpul struct {
	baris *schema.BarisAnggaran
	kode  []string // segments of its code, nil where it has none that can be read
	rank  int      // of its tingkat, 0 where none
	induk *simpul
	anak  []*simpul
	kolom map[string]*schema.Figure
	// ganda: an earlier row has the same code; yatim: the row its code belongs under is missing; lepas: it stands outside
	// the block its code belongs to. Sums that such a row touches prove nothing.
	ganda, yatim, lepas bool
	keliru              bool    // its code was mistyped; kode is what its place asks for
	awal                *simpul // the earlier row, where ganda
	pendapatan          *bool   // income or financing, nil until isRevenue was asked
}

// pohon gives all budget tables as trees, in order.
func (p *Pass) pohon() []*pohon {
	if p.run.pohon == nil {
		p.run.pohon = []*pohon{}
		for _, table := range p.budgetTables() {
			p.run.pohon = append(p.run.pohon, tanam(table))
		}
	}
	return p.run.pohon
}

// tanam builds the tree of a table.
func tanam(table *schema.Anggaran) *pohon {
	t := &pohon{tabel: table, jumlah: &table.Jumlah}
	bare := 0
	for i := range table.Baris {
		b := &table.Baris[i]
		s := &simpul{baris: b, kode: kodeOf(b.Kode.S), rank: levelOf(b.Tingkat.S), kolom: map[string]*schema.Figure{}}
		filled := false
		for _, c := range b.Columns() {
			s.kolom[c.Key] = c.Figure
			filled = filled || c.Figure.IsSet()
		}
		switch {
		case isTotal(b):
			// A total in the middle belongs to the rows above it and to no level; the last one is the table's.
			if i == len(table.Baris)-1 && !hasAmounts(&table.Jumlah) {
				t.jumlah = b
			} else {
				t.loose = true
			}
			continue
		case !filled && s.kode == nil && s.rank == 0 && !b.Kode.IsSet():
			continue // a second line of the row above, without amounts
		case s.kode == nil && s.rank == 0:
			bare++
		}
		t.simpul = append(t.simpul, s)
	}
	switch {
	case all(t.simpul, func(s *simpul) bool { return s.rank > 0 }):
		t.byTingkat()
	case bare == 0 && all(t.simpul, func(s *simpul) bool { return s.kode != nil }):
		t.byCode()
	case bare == len(t.simpul):
		t.byName()
	default:
		t.why = source.T("sebagian baris tidak mempunyai kode atau tingkat, sehingga susunannya tidak dapat ditentukan",
			"some rows have neither code nor level, so their order cannot be told")
	}
	t.findDoubt()
	return t
}

func all(rows []*simpul, is func(*simpul) bool) bool {
	return len(rows) > 0 && !slices.ContainsFunc(rows, func(s *simpul) bool { return !is(s) })
}

func hasAmounts(b *schema.BarisAnggaran) bool {
	return slices.ContainsFunc(b.Columns(), func(c schema.Column) bool { return c.Figure.IsSet() })
}

var reTotal = regexp.MustCompile(`^(sub ?)?(jumlah|total)\b`)

// isTotal reports whether a row among the others is called a total.
func isTotal(b *schema.BarisAnggaran) bool {
	return !b.Tingkat.IsSet() && kodeOf(b.Kode.S) == nil && reTotal.MatchString(schema.Normal(b.Uraian.S+" "+b.Kode.S))
}

// ranks of the levels of a budget (Permendagri 90/2019; K/L: program, kegiatan, keluaran, komponen, akun).
var ranks = map[string]int{"urusan": 1, "bidang": 2, "bidang urusan": 2, "organisasi": 3, "skpd": 3, "unit": 3, "sub unit": 4, "subunit": 4,
	"program": 5, "kegiatan": 6, "keluaran": 7, "rincian output": 8, "sub kegiatan": 8, "subkegiatan": 8, "komponen": 9, "akun": 10, "rekening": 10,
	"kelompok": 11, "jenis": 12, "objek": 13, "rincian objek": 14, "sub rincian objek": 15,
	"paket": 16, "keterangan": 17, "rincian": 18}

const (
	rankUnit    = 3
	rankProgram = 5
)

func levelOf(tingkat string) int { return ranks[schema.Normal(tingkat)] }

// byTingkat hangs every row under the nearest row above it of a higher level.
func (t *pohon) byTingkat() {
	var open []*simpul
	top := t.unitsFirst()
	for _, s := range t.simpul {
		rank := func(s *simpul) int {
			if top && (s.rank == rankUnit || s.rank == rankUnit+1) {
				return s.rank - rankUnit - 1
			}
			return s.rank
		}
		for len(open) > 0 && rank(open[len(open)-1]) >= rank(s) {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			t.hang(s, open[len(open)-1])
		} else {
			t.hang(s, nil)
		}
		open = append(open, s)
	}
	t.coded = all(t.simpul, func(s *simpul) bool { return len(s.kode) > 0 }) && nested(t.simpul)
	if t.coded {
		t.mend()
	}
}

// unitsFirst reports whether the agency stands above the urusan, as in an LRA of one SKPD.
func (t *pohon) unitsFirst() bool {
	for _, s := range t.simpul {
		switch s.rank {
		case rankUnit:
			return true
		case 1, 2:
			return false
		}
	}
	return false
}

func (t *pohon) hang(s, under *simpul) {
	if s.induk = under; under == nil {
		t.akar = append(t.akar, s)
		return
	}
	under.anak = append(under.anak, s)
}

// nested reports whether any code continues another one.
func nested(rows []*simpul) bool {
	codes := map[string]bool{}
	for _, s := range rows {
		codes[strings.Join(s.kode, ".")] = true
	}
	return slices.ContainsFunc(rows, func(s *simpul) bool {
		for n := 1; n < len(s.kode); n++ {
			if codes[strings.Join(s.kode[:n], ".")] {
				return true
			}
		}
		return false
	})
}

// byCode hangs every row under the row whose code its own continues: the nearest one above it, else the first below it.
func (t *pohon) byCode() {
	if !nested(t.simpul) {
		if t.sameStyle() {
			t.flat()
			return
		}
		t.why = source.T("kode baris tidak bertingkat dengan titik dan kolom tingkat tidak diisi", "the codes do not nest by dots and no level is given")
		return
	}
	t.coded = true
	t.account()
	t.mend()
	first, above := map[string]*simpul{}, map[string]*simpul{}
	for _, s := range t.simpul {
		if code := strings.Join(s.kode, "."); first[code] == nil {
			first[code] = s
		}
	}
	for _, s := range t.simpul {
		t.hang(s, longest(s, above, first))
		above[strings.Join(s.kode, ".")] = s
	}
	t.checkTop()
}

// checkTop looks at the rows that hang under none. Codes of different lengths there are no one level; where such codes
// repeat as well they are relative to a row above (5.03.02, then 2.01), and make no tree.
func (t *pohon) checkTop() {
	seen, repeated := map[string]bool{}, 0
	for _, s := range t.simpul {
		code := strings.Join(s.kode, ".")
		if seen[code] {
			repeated++
		}
		seen[code] = true
	}
	if all(t.akar, func(s *simpul) bool { return len(s.kode) == len(t.akar[0].kode) }) {
		return
	}
	t.loose = true
	if repeated < 2 {
		return
	}
	t.why = source.T("kode baris tidak mengikuti satu susunan", "the codes do not follow one scheme")
	t.akar, t.coded = nil, false
	for _, s := range t.simpul {
		s.induk, s.anak = nil, nil
	}
}

// longest is the row with the longest code that s continues.
func longest(s *simpul, above, first map[string]*simpul) *simpul {
	for n := len(s.kode) - 1; n > 0; n-- {
		code := strings.Join(s.kode[:n], ".")
		if up := above[code]; up != nil {
			return up
		}
		if up := first[code]; up != nil {
			return up
		}
	}
	return nil
}

var (
	reSKPD     = regexp.MustCompile(`^\d\.\d{2}(\.\d\.\d{2}){1,2}\.\d{2}\.\d{4}$`)
	reRekening = regexp.MustCompile(`^[4-6](\.\d(\.\d{2}){0,3}(\.\d{4,5})?)?$`)
	reProgram  = regexp.MustCompile(`^[\dX]\.(\d{2}|XX)\.\d{2}`)
)

// account puts the code of the row above in front of account codes (5.1.02), which start anew under every sub-kegiatan, and
// takes rows of the agency itself out of the tree: they repeat the amounts of the level they stand in.
func (t *pohon) account() {
	if !slices.ContainsFunc(t.simpul, func(s *simpul) bool { return reProgram.MatchString(s.baris.Kode.S) }) {
		return
	}
	var under []string
	t.simpul = slices.DeleteFunc(t.simpul, func(s *simpul) bool {
		code := strings.Join(s.kode, ".")
		switch {
		case reSKPD.MatchString(code):
			return true
		case reRekening.MatchString(code) && len(under) >= 5:
			s.kode = append(slices.Clone(under), s.kode...)
		default:
			under = s.kode
		}
		return false
	})
}

// sameStyle reports whether all codes are of one make, as 1, 2, 3 or as official codes of one level.
func (t *pohon) sameStyle() bool {
	shape := func(s *simpul) string {
		return strings.Map(func(r rune) rune {
			switch {
			case r >= '0' && r <= '9':
				return '9'
			case r == '.':
				return r
			}
			return 'a'
		}, strings.Join(s.kode, "."))
	}
	squeeze := func(x string) string { return string(slices.Compact([]rune(x))) }
	want := squeeze(shape(t.simpul[0]))
	return all(t.simpul, func(s *simpul) bool { return squeeze(shape(s)) == want })
}

func (t *pohon) flat() {
	for _, s := range t.simpul {
		t.hang(s, nil)
	}
}

// reGroup are names of groups of accounts, which a table without codes may print above their parts.
var reGroup = regexp.MustCompile(`^(belanja (operasi|langsung|tidak langsung|daerah|pegawai dan)|pendapatan|pembiayaan|surplus|defisit|belanja$)`)

var reLevelWord = regexp.MustCompile(`^(program|kegiatan|sub ?kegiatan)\b`)

// byName takes rows without code and level: they are one level unless their names show more. Names that all start with
// their level say it; where only some do, the other rows could be of any level.
func (t *pohon) byName() {
	words := map[string]int{}
	shouts := 0
	for _, s := range t.simpul {
		words[reLevelWord.FindString(schema.Normal(s.baris.Uraian.S))]++
		if shouted(s.baris.Uraian.S) {
			shouts++
		}
	}
	switch {
	case len(words) == 1 && (shouts == 0 || shouts == len(t.simpul) || words["program"] > 0):
		t.flat()
		t.loose = t.loose || slices.ContainsFunc(t.simpul, func(s *simpul) bool { return reGroup.MatchString(schema.Normal(s.baris.Uraian.S)) })
	case len(words) > 1 && words[""] == 0:
		for _, s := range t.simpul {
			s.rank = levelOf(reLevelWord.FindString(schema.Normal(s.baris.Uraian.S)))
		}
		t.byTingkat()
	case words["program"] == 0 && shouts == 0:
		t.flat()
		t.loose = true
	default:
		t.why = source.T("baris tidak mempunyai kode atau tingkat, sedangkan namanya menunjukkan lebih dari satu tingkat",
			"the rows have neither code nor level, while their names show more than one level")
	}
}

// program are the rows of the programme level.
func (t *pohon) program() []*simpul {
	var found []*simpul
	for _, s := range t.simpul {
		if s.rank == rankProgram {
			found = append(found, s)
		}
	}
	if len(found) > 0 || t.why != (source.Text{}) {
		return found
	}
	for _, s := range t.simpul {
		if isOfficial(s.kode) && len(s.kode) == 3 {
			found = append(found, s)
		}
	}
	if len(found) == 0 && !slices.ContainsFunc(t.simpul, func(s *simpul) bool { return s.rank > 0 || isOfficial(s.kode) }) {
		found = t.akar
	}
	return found
}

// title is what messages call the row.
func (s *simpul) title() source.Text {
	name := s.baris.Title()
	if r := []rune(name); len(r) > 60 {
		name = string(r[:59]) + "…"
	}
	return source.Same(name)
}

// terms are the amounts of the rows in one column; a row that is left empty is looked through to the rows below it.
func terms(rows []*simpul, key string) []calc.Term {
	var out []calc.Term
	for _, s := range rows {
		if f := s.kolom[key]; f.IsSet() || len(s.anak) == 0 {
			out = append(out, calc.Term{Figure: f, Name: s.title()})
		} else {
			out = append(out, terms(s.anak, key)...)
		}
	}
	return out
}

// above reports whether s stands somewhere over o.
func (s *simpul) above(o *simpul) bool {
	for o = o.induk; o != nil; o = o.induk {
		if o == s {
			return true
		}
	}
	return false
}
