package rules

import (
	"math/big"
	"regexp"
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// Bounds of the search for what the columns of a table of details have to do with each other.
const (
	maxSample = 60     // rows looked at
	maxDetail = 20_000 // relations judged for one table
)

// rincian is a table of details. Nobody says what its columns mean, but its own rows show it: where a column is the quotient
// or difference of two others in nearly every row, it is meant to be so in all.
type rincian struct {
	tabel    *schema.Rincian
	baris    []*schema.BarisRincian        // its rows, the total last
	jumlah   *schema.BarisRincian          // the row called so, nil for none; others that follow from it may stand below
	parts    []*schema.BarisRincian        // the rows that the total is of
	shares   map[*schema.BarisRincian]bool // rows of percentages among others of amounts
	exact    []bool                        // by column, from 1: whole numbers that stand for themselves
	share    []bool                        // by column, from 1: percentages
	hubungan []*calc.Relation
	rumus    []*calc.Relation // what the table says of its columns
	told     []bool           // by column, from 1: the table says something of it
	turned   bool             // its columns are the rows of another; see between
	yearly   bool             // its rows are years
	strays   []*source.Node   // formulas that its rows do not follow
	why      source.Text      // why the total is not tested
	tried    int
}

// What periods are called, as parts of expressions.
const (
	monthPattern   = `januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember`
	quarterPattern = `(?:triwulan|tw)\.?\s*(?:iv|iii|ii|i|[1-4])`
)

var (
	reShare      = regexp.MustCompile(`(?i)%|\b(persen\w*|prosentase|capaian|serapan|penyerapan|pertumbuhan|kenaikan|tingkat|efisiensi|rasio)\b`)
	reScaled     = regexp.MustCompile(`(?i)\b(ribu\w*|juta\w*|mil[iy]ar\w*|tril[iy]un\w*)\b`)
	reMoney      = regexp.MustCompile(`(?i)\b(rp|rupiah|anggaran|pagu|belanja|biaya|dana)\b`)
	reCapaian    = regexp.MustCompile(`(?i)\b(capaian|kinerja)\b`)
	rePembilang  = regexp.MustCompile(`(?i)\bpembilang\b`)
	rePenyebut   = regexp.MustCompile(`(?i)\bpenyebut\b`)
	reTarget     = regexp.MustCompile(`(?i)\b(target|rencana)\b`)
	reAcross     = regexp.MustCompile(`(?i)\b(jumlah|total|nilai|skor|hasil)\b`)
	reProduct    = regexp.MustCompile(`(?i)\b(jumlah|total|nilai|skor|hasil|biaya|kontribusi|tertimbang)\b`)
	rePeriodName = regexp.MustCompile(`(?i)^\s*(?:(?:bulan\s+)?(?:` + monthPattern + `)|` + quarterPattern + `)\s*$`)
	rePeriodHead = regexp.MustCompile(`(?i)\b(?:` + quarterPattern + `|` + monthPattern + `)\b`)
	reRunning    = regexp.MustCompile(`(?i)\b(kumulatif|akumulasi|s\.?/?d\.?|sampai dengan)(?:\W|$)`)
	reMeanRow    = regexp.MustCompile(`(?i)\brata-?\s?rata|rerata\b`)
	reRateRow    = regexp.MustCompile(`(?i)^\s*(?:%|persen\w*\b|prosentase\b|rasio\b)|\(\s*(?:%|persen)\s*\)|%\s*$`)
	reTotalRow   = regexp.MustCompile(`(?i)^\s*(?:jumlah|total)\b`)
	reNoPartRow  = regexp.MustCompile(`(?i)^\s*(sub ?total|sub ?jumlah|jumlah|total|rata-?\s?rata|rerata|persentase|prosentase|sisa|selisih)\b`)
)

// rincian gives all tables of details with what their columns show.
func (p *Pass) rincian() []*rincian {
	if p.run.rincian == nil {
		p.run.rincian = []*rincian{}
		for _, l := range p.Laporan {
			first := len(p.run.rincian)
			for i := range l.Rincian {
				t := newRincian(&l.Rincian[i])
				t.declared()
				t.across()
				t.down()
				t.between()
				t.within()
				t.survey()
				p.run.rincian = append(p.run.rincian, t)
			}
			efficiency(p.run.rincian[first:])
		}
	}
	return p.run.rincian
}

// partlyRead reports whether the dossier holds tables with money or targets that could not be read or recognised, so that
// what seems missing may stand in one of them.
func (p *Pass) partlyRead() bool {
	lost := func(f Finding) bool { return f.Rule == "berkas-tak-terbaca" || f.Rule == "tabel-tak-terbaca" } // told by the readers
	return slices.ContainsFunc(p.run.findings, lost) ||
		slices.ContainsFunc(p.rincian(), func(t *rincian) bool { return t.unread() && len(t.tabel.Matters()) > 0 })
}

func newRincian(table *schema.Rincian) *rincian {
	n := len(table.Kolom)
	t := &rincian{tabel: table, exact: make([]bool, n+1), share: make([]bool, n+1), told: make([]bool, n+1)}
	t.baris = table.Rows()
	t.yearly = !slices.ContainsFunc(t.baris, func(b *schema.BarisRincian) bool { return !reYearName.MatchString(b.Uraian.S) })
	t.readRates()
	if table.Jumlah.Node != nil {
		t.baris = append(t.baris, &table.Jumlah)
	}
	for c := 1; c <= n; c++ {
		heading := table.Kolom[c-1].S
		t.exact[c], t.share[c] = !reScaled.MatchString(heading+" "+table.Judul.S), reShare.MatchString(heading)
		for _, b := range t.baris {
			if f := b.Angka[c]; f.IsNumber() && !t.shares[b] {
				t.exact[c] = t.exact[c] && f.Decimals == 0 && !f.Percent
				t.share[c] = t.share[c] || f.Percent
			}
		}
		t.exact[c] = t.exact[c] && !t.share[c]
	}
	t.readTotal()
	return t
}

// readRates finds rows of percentages among others of amounts: they do not add up along the row.
func (t *rincian) readRates() {
	t.shares = map[*schema.BarisRincian]bool{}
	for _, b := range t.baris {
		if reRateRow.MatchString(b.Uraian.S) {
			t.shares[b] = true
		}
	}
	if 2*len(t.shares) > len(t.baris) {
		clear(t.shares)
	}
}

// form is a relation between columns, for one row.
type form func(b *schema.BarisRincian) *calc.Relation

// across looks for columns that others determine, those at the right first: they are the ones computed.
func (t *rincian) across() {
	seen := map[[3]int]bool{} // of a = b + c, which is also b = a − c
	for c := len(t.tabel.Kolom); c > 0 && slices.Contains(t.told[1:], false); c-- {
		if t.told[c] {
			continue
		}
		var best form
		most, key := 0, [3]int{}
		try := func(f form, columns [3]int) {
			if holds, ok := t.shows(f); ok && holds > most {
				best, most, key = f, holds, columns
			}
		}
		if reAcross.MatchString(t.tabel.Kolom[c-1].S) && c > 2 && !t.share[c] {
			try(t.periods(c), [3]int{})
		}
		for _, parts := range t.summands(c) {
			try(t.total(c, parts), [3]int{})
		}
		for a := 1; a <= len(t.tabel.Kolom); a++ {
			if a != c && t.share[c] && !t.share[a] && t.jumlah != nil {
				try(t.portion(c, a), [3]int{})
			}
			if a != c && t.share[c] == t.share[a] && reRunning.MatchString(t.tabel.Kolom[c-1].S) {
				try(t.running(c, a), [3]int{})
			}
			for b := 1; b <= len(t.tabel.Kolom); b++ {
				if a == b || a == c || b == c {
					continue
				}
				if t.share[c] {
					try(t.quotient(c, a, b), [3]int{})
					if best == nil && t.named(c, a, b) {
						best = t.quotient(c, a, b)
					}
				}
				for _, f := range slices.Concat(t.products(c, a, b), t.rates(c, a, b)) {
					try(f, [3]int{})
				}
				set := [3]int{a, b, c}
				slices.Sort(set[:])
				if t.share[c] == t.share[a] && t.share[a] == t.share[b] && !seen[set] {
					try(t.difference(c, a, b), set)
				}
			}
		}
		for a := 1; a <= len(t.tabel.Kolom) && t.share[c]; a++ { // last, since what is left of a whole is nearly its growth
			for b := 1; b <= len(t.tabel.Kolom); b++ {
				if a != b && a != c && b != c {
					try(t.growth(c, a, b), [3]int{})
				}
			}
		}
		if best == nil {
			continue
		}
		seen[key] = true
		for _, b := range t.baris {
			if r := best(b); !holdsUnsigned(r) && !t.exempt(b, r) {
				t.hubungan = append(t.hubungan, r)
			}
		}
	}
}

// shows reports whether the rows show a form: all of them, or nearly all where there are enough that do so not by chance.
func (t *rincian) shows(f form) (holds int, ok bool) {
	broken, telling, fine, large, small := 0, 0, true, true, false
	shown := map[string]bool{} // by different figures
	for _, b := range t.baris[:min(len(t.baris), maxSample)] {
		if t.tried++; t.tried > maxDetail || broken > 1+holds/5 {
			return 0, false
		}
		r := f(b)
		if t.exempt(b, r) {
			continue
		}
		switch calc.Judge(r).State {
		case calc.Holds:
			holds++
			fine, large = fine && isFine(r), large && (r.Op != calc.Linear || len(r.Terms) > 2 || hasDigits(r.Result.Figure, 4))
			small = small || r.Op == calc.Linear && len(r.Terms) == 2 && r.Terms[1].Weight != nil && !hasDigits(r.Result.Figure, 3)
			shown[values(r)] = true
			if t.tells(r) {
				telling++
			}
		case calc.Broken:
			if !holdsUnsigned(r) {
				broken++
			}
		}
	}
	if len(shown) < 2 && (t.turned || broken > 0) || t.turned && broken > 0 && !large { // series that stay as they are go together by chance
		return holds, false
	}
	if broken == 0 {
		return holds, holds >= 2 && telling > 0
	}
	if small && telling < 8*broken { // differences of small counts often agree by chance
		return holds, false
	}
	return holds, telling >= 3*broken || fine && broken == 1 && telling > 1 && (holds > 2 || t.yearly)
}

// values are the figures of a relation as one text.
func values(r *calc.Relation) string {
	var s strings.Builder
	r.Figures(func(x *calc.Term) {
		if x.Figure.IsNumber() {
			s.WriteString(x.Figure.Value.RatString())
		}
		s.WriteByte(' ')
	})
	return s.String()
}

// isFine reports whether a relation that holds does so not by chance: percentages agree in two decimals, sums in five digits.
func isFine(r *calc.Relation) bool {
	switch r.Op {
	case calc.Ratio:
		rough := func(x calc.Term) bool { return !x.Exact && !hasDigits(x.Figure, 4) }
		return r.Result.Figure.Decimals > 1 && !slices.ContainsFunc(r.Terms, rough)
	case calc.Achieved:
		return r.Result.Figure.Decimals > 1
	case calc.Linear:
		return hasDigits(r.Result.Figure, 5)
	}
	return false
}

// exempt reports whether a row is none that a form is about: percentages do not add up, and a total may stand where its parts
// are not known.
func (t *rincian) exempt(b *schema.BarisRincian, r *calc.Relation) bool {
	return r.Op == calc.Linear && (t.shares[b] || ofNothing(r))
}

// ofNothing reports whether at most one figure of a relation is a number, and the others are left open.
func ofNothing(r *calc.Relation) bool {
	numbers := 0
	r.Figures(func(x *calc.Term) {
		if x.Figure.IsNumber() {
			numbers++
		}
	})
	return numbers < 2
}

// holdsUnsigned reports whether a broken relation holds once its result is read without its sign, as a fall is often printed.
func holdsUnsigned(r *calc.Relation) bool {
	if r.Op == calc.Ratio || r.Op == calc.Achieved || calc.Judge(r).State != calc.Broken {
		return false
	}
	other := *r
	other.Result.Figure = calc.Scaled(r.Result.Figure, big.NewRat(-1, 1))
	return calc.Judge(&other).State == calc.Holds
}

// quotient is the share that a has of b; of a target that is no money it is a capaian, by whatever name, which turns where less
// is better. The headings say which of both is the target, since the order of a capaian does not show it.
func (t *rincian) quotient(c, a, b int) form {
	turned, straight := reTarget.MatchString(t.tabel.Kolom[a-1].S), reTarget.MatchString(t.tabel.Kolom[b-1].S)
	performance := turned != straight && !reMoney.MatchString(t.tabel.Kolom[a-1].S) && !reMoney.MatchString(t.tabel.Kolom[b-1].S)
	if performance && turned {
		a, b = b, a
	}
	return func(row *schema.BarisRincian) *calc.Relation {
		if performance {
			r := calc.Achievement(row.Angka[c], row.Angka[a], row.Angka[b], calc.Undeclared)
			r.Terms[1].Exact = t.exact[a]
			return r
		}
		return t.settle(calc.Percentage(row.Angka[c], row.Angka[a], row.Angka[b]), 0, a, b)
	}
}

// named reports whether headings say that a column is the capaian of realisasi and target, or of Pembilang and Penyebut, and all
// rows agree, though each of them may be all of it, which shows nothing.
func (t *rincian) named(c, a, b int) bool {
	head := func(re *regexp.Regexp, c int) bool { return re.MatchString(t.tabel.Kolom[c-1].S) }
	capaian := head(reCapaian, c) && head(reResultHead, a) && !head(reTarget, a) && head(reTarget, b)
	if !capaian && !(head(rePembilang, a) && head(rePenyebut, b)) {
		return false
	}
	f := t.quotient(c, a, b)
	return !slices.ContainsFunc(t.baris, func(row *schema.BarisRincian) bool { return calc.Judge(f(row)).State != calc.Holds })
}

func (t *rincian) growth(c, a, b int) form {
	return func(row *schema.BarisRincian) *calc.Relation {
		return t.settle(calc.Increase(row.Angka[c], row.Angka[a], row.Angka[b]), 0, a, b)
	}
}

// portion is the row's share of the total of another column.
func (t *rincian) portion(c, a int) form {
	return func(row *schema.BarisRincian) *calc.Relation {
		return t.settle(calc.Percentage(row.Angka[c], row.Angka[a], t.jumlah.Angka[a]), 0, a, a)
	}
}

// running is what the row above gives, and what this row adds to it.
func (t *rincian) running(c, a int) form {
	before := map[*schema.BarisRincian]*schema.BarisRincian{}
	for i := 1; i < len(t.tabel.Baris); i++ {
		before[t.baris[i]] = t.baris[i-1]
	}
	return func(row *schema.BarisRincian) *calc.Relation {
		r := calc.Sum(row.Angka[c], row.Angka[a])
		if above := before[row]; above != nil {
			r.Terms = append(r.Terms, calc.Term{Figure: above.Angka[c]})
			return t.settle(r, c, a, c)
		}
		if row == t.jumlah {
			r.Terms[0].Figure = nil // a total does not go on
		}
		return t.settle(r, c, a)
	}
}

func (t *rincian) difference(c, a, b int) form {
	return func(row *schema.BarisRincian) *calc.Relation {
		return t.settle(calc.Difference(row.Angka[c], row.Angka[a], row.Angka[b]), c, a, b)
	}
}

// periods is the sum of the columns of quarters or months beside others. Where a row does not add them up, as an index or a
// percentage, the last of them or their mean stands for the year.
func (t *rincian) periods(c int) form {
	var columns []int
	for i := 1; i < c; i++ {
		if rePeriodHead.MatchString(t.tabel.Kolom[i-1].S) && !reRunning.MatchString(t.tabel.Kolom[i-1].S) {
			columns = append(columns, i)
		}
	}
	sum := t.total(c, columns)
	return func(row *schema.BarisRincian) *calc.Relation {
		if r := sum(row); len(columns) > 2 && !(calc.Judge(r).State == calc.Broken && standsFor(r)) {
			return r
		}
		return calc.Sum(nil) // says nothing
	}
}

// settle says which figures of a relation stand for themselves.
func (t *rincian) settle(r *calc.Relation, result int, terms ...int) *calc.Relation {
	r.Result.Exact = t.exact[result]
	for i, c := range terms {
		r.Terms[i].Exact = t.exact[c]
	}
	return r
}
