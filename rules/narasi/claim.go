package narasi

// ClaimKind is what kind of thing a sentence claims.
type ClaimKind uint8

// Kinds of claims, in the order of the statistics.
const (
	Level    ClaimKind = iota // something is N
	Share                     // P percent of something, with or without both parts
	Change                    // something rose or fell by N, or from A to B
	Trend                     // something rose or fell, without a number
	Status                    // a target is met or missed
	Category                  // a score is called so
	Count                     // there are N of something
	Compare                   // better, higher, lower than something else
	Ordinal                   // the nth year of a plan
	Extreme                   // something is the greatest or least of its kind
	Tally                     // so many met their targets
	Parts                     // a total and its parts
)

// String is the kind's name in statistics and messages.
func (k ClaimKind) String() string {
	return [...]string{"angka", "bagian", "perubahan", "arah", "status target", "kategori", "jumlah sebutan", "perbandingan", "urutan tahun", "terbesar, terkecil", "jumlah tercapai", "rincian"}[k]
}

// Aspect is what a number is a number of.
type Aspect uint8

// Aspects. Nilai is a bare score, reading or "sebesar"; the last four are budget.
const (
	Unsaid Aspect = iota
	Nilai
	Realisasi
	Capaian
	Target
	TargetAkhir
	Maksimal
	Pagu
	Serapan // realised budget
	Sisa
)

// Hedge says how exact a number is meant.
type Hedge uint8

// About and Almost widen a number; MoreThan, LessThan, AtLeast and AtMost make it a bound.
const (
	Exact Hedge = iota
	About
	Almost
	MoreThan
	LessThan
	AtLeast
	AtMost
)

// YearRef is a year as a sentence refers to it.
type YearRef struct {
	Year     int
	Previous bool // "tahun sebelumnya", "tahun lalu"
	Named    bool // "tahun tersebut": the year named last
	This     bool // "tahun ini", "tahun berjalan"
	Next     bool // "tahun depan", "tahun mendatang"
}

// IsZero reports whether no year is referred to.
func (y YearRef) IsZero() bool { return y == YearRef{} }

// Claim is one thing that a sentence says and figures can confirm or refute.
type Claim struct {
	Kind   ClaimKind
	At     int     // index of the token it hangs on
	First  int     // token index of its first word, for the span of the words
	Last   int     // token index of its last word
	Number *Number // the number claimed; nil for Trend, Status and Category
	Hedge  Hedge

	Part, Whole  *Number // Share: the two parts, where the sentence gives them
	From, To     *Number // Change: before and now, where the sentence gives them; Compare: From is the other's number
	OfTotal      bool    // Share: of all of it ("dari total pagu")
	PartsAt      []int   // Parts: token indexes of the parts
	PartAt       int     // token index of Part or To
	WholeAt      int     // token index of Whole or From
	Base         Aspect  // Share: of what; Change: against what
	Aspect       Aspect  // Level: of what the number is; Share: of what the part is; Extreme: what is compared
	Dir          int     // Change, Trend, Compare, Extreme: +1 up, better or greatest, -1 down, worse or least
	Good         bool    // Compare: better or worse, not higher or lower
	Met          bool    // Status
	Reached      Reached // Tally
	Year, Before YearRef // of the claim and of what it is compared with
	Word         string  // Category: kategori, predikat, …; Count: the noun; Status: its words
	Quoted       bool    // Category: the label stands in quotes
	Label        string  // Category
	LabelAt      [2]int  // bytes of the label
	Announces    bool    // Count: a list of them follows
	PeriodFrom   int     // Ordinal: the plan's first and last year
	PeriodTo     int
	Revised      bool // Level of budget: after the revision of the budget
	Original     bool // Level of budget: before it
	Nth          int  // Ordinal
}

// Claims reads what a sentence claims. Tokens that names marks as part of a proper name are no words of the grammar.
func Claims(s *Sentence, names func(token int) bool) []Claim {
	g := &grammar{s: s, tokens: s.Tokens, named: names, used: map[int]bool{}}
	g.changes()
	g.shares()
	g.tallies()
	g.counts()
	g.ordinals()
	g.compares()
	g.extremes()
	g.levels()
	g.statuses()
	g.categories()
	g.parts()
	return g.claims
}

type grammar struct {
	s      *Sentence
	tokens []Token
	named  func(int) bool
	used   map[int]bool // number tokens that a claim has taken
	claims []Claim
}

func (g *grammar) at(i int) *Token {
	if i < 0 || i >= len(g.tokens) {
		return &Token{Kind: Mark}
	}
	return &g.tokens[i]
}

// word is the token's word where it is one and no part of a name.
func (g *grammar) word(i int) string {
	if i < 0 || i >= len(g.tokens) || g.tokens[i].Kind != Word || g.named != nil && g.named(i) {
		return ""
	}
	return g.tokens[i].Lower
}

func (g *grammar) num(i int) *Number {
	if i < 0 || i >= len(g.tokens) || g.tokens[i].Kind != Num {
		return nil
	}
	return g.tokens[i].Num
}

// prevNum and nextNum are the indexes of the numbers beside token i, -1 and len where there is none.
func (g *grammar) prevNum(i int) int {
	for i--; i >= 0 && g.tokens[i].Kind != Num; i-- {
	}
	return i
}

func (g *grammar) nextNum(i int) int {
	for i++; i < len(g.tokens) && g.tokens[i].Kind != Num; i++ {
	}
	return i
}

// hedge reads how the words right before a number weaken it.
func (g *grammar) hedge(i int) Hedge {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		t := g.at(j)
		if h, ok := hedges[t.Lower]; ok && t.Kind != Num {
			if h == AtMost && t.Lower == "maksimal" {
				return Exact // "nilai maksimal 120" is a fact, not a bound
			}
			return h
		}
		switch {
		case t.Is("dari") && g.at(j-1).Is("lebih"), t.Is("atas") && g.at(j-1).Is("di"):
			return MoreThan
		case t.Is("dari") && g.at(j-1).Is("kurang"), t.Is("bawah") && g.at(j-1).Is("di"):
			return LessThan
		case t.Is("lebih") && g.at(j-1).Is("kurang"), t.Is("kurang") && g.at(j+1).Is("lebih"):
			return About
		case t.Is("sebesar", "sebanyak", "mencapai", "angka", "nilai", "dari", "lebih", "di", "pada", "atas"):
			continue
		}
		return Exact
	}
	return Exact
}

// yearNear finds the year a token belongs to: the last one named before it in its clause, else the first one after it that
// stands before the next number.
func (g *grammar) yearNear(i, from, to int) YearRef {
	for j := i - 1; j >= from; j-- {
		if y := g.year(j); !y.IsZero() {
			return y
		}
	}
	for j := i + 1; j < to; j++ {
		if y := g.year(j); !y.IsZero() {
			return y
		}
	}
	return YearRef{}
}

// year reads a year at token i: "tahun 2023", "tahun sebelumnya", "tahun tersebut". The years of a span (Renstra 2021-2026)
// are no reference.
func (g *grammar) year(i int) YearRef {
	t := g.at(i)
	switch {
	case t.Kind == Year && t.YearEnd == 0 && !g.cited(i):
		return YearRef{Year: t.Year}
	case t.Kind == Date && t.Day == 0 && t.Year != 0: // "pada Maret 2020"
		return YearRef{Year: t.Year}
	case t.Is("sebelumnya", "lalu") && (g.at(i-1).Is("tahun") || g.at(i-1).Is("periode")):
		return YearRef{Previous: true}
	case t.Is("depan", "mendatang", "berikutnya", "selanjutnya") && g.at(i-1).Is("tahun"):
		return YearRef{Next: true}
	case t.Is("tersebut", "dimaksud", "itu", "bersangkutan") && g.at(i-1).Is("tahun"):
		return YearRef{Named: true}
	case t.Is("ini", "berjalan", "pelaporan", "berkenaan") && g.at(i-1).Is("tahun"):
		return YearRef{This: true}
	}
	return YearRef{}
}

// cited reports whether a year dates a source in brackets, not the figure before it: "21,5% (SKI 2023)", "(BPS, 2024)".
func (g *grammar) cited(i int) bool {
	source := false
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		t := g.at(j)
		if t.Is("(") {
			return source
		}
		if t.Kind != Word && !t.Is(",", ":", ".") || t.Is("tahun", "pada", "dari") {
			return false
		}
		source = source || t.Kind == Word && (t.Upper || t.Is("sumber", "data"))
	}
	return false
}

// clause is the range of tokens around i between semicolons and full stops, and between words that begin a new thought.
func (g *grammar) clause(i int) (from, to int) {
	from, to = 0, len(g.tokens)
	for j := i - 1; j >= 0; j-- {
		if g.at(j).Is(";") || g.at(j).Is("sedangkan", "sementara", "namun", "sehingga", "walaupun", "meskipun", "padahal", "tetapi", "karena") {
			from = j + 1
			break
		}
	}
	for j := i + 1; j < len(g.tokens); j++ {
		if g.at(j).Is(";") || g.at(j).Is("sedangkan", "sementara", "namun", "sehingga", "walaupun", "meskipun", "padahal", "tetapi", "karena") {
			to = j
			break
		}
	}
	return from, to
}
