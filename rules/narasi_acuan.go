package rules

import (
	"slices"
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

// claim is a claim of a sentence with what it is about.
type claim struct {
	narasi.Claim
	in       *passage
	sentence int
	topic    *topic      // nil where it could not be told
	year     int         // of the claim
	before   int         // of what it is compared with, 0 where none is named
	dated    bool        // the year stands in the sentence
	why      source.Text // why the topic is not known
	follower *claim      // the percentage that is wrong because this amount is
	other    bool        // about another agency or region
	judged   bool        // a rule has tested it
	narrowed bool        // about a part of the topic: "BOR ruang VIP"
}

func (c *claim) s() *narasi.Sentence { return &c.in.sentences[c.sentence] }

// node is the part of the text that the claim's words stand in.
func (c *claim) node() *source.Node {
	s := c.s()
	return c.in.node.Part(s.Tokens[c.First].Start, s.Tokens[c.Last].End)
}

// quote is the sentence around the claim, shortened, for a message.
func (c *claim) quote() string {
	s := c.s()
	from, to := max(c.First-8, 0), min(c.Last+4, len(s.Tokens)-1)
	text := strings.Join(strings.Fields(c.in.text[s.Tokens[from].Start:s.Tokens[to].End]), " ")
	if from > 0 {
		text = "… " + text
	}
	if to < len(s.Tokens)-1 {
		text += " …"
	}
	return "“" + text + "”"
}

// claimsOf reads the claims of all passages and finds what each is about.
func (p *Pass) claimsOf(n *naratif) {
	n.glossary = p.glossaryOf()
	n.own = p.ownRegion(n)
	for _, t := range n.passages {
		t.mentions = make([][]mention, len(t.sentences))
		t.counts = map[int][]*claim{}
		for i := range t.sentences {
			t.mentions[i] = n.glossary.mentions(&t.sentences[i])
		}
		for i := range t.sentences {
			named, from := map[int]bool{}, len(n.claims)
			for _, m := range t.mentions[i] {
				for k := m.first; k <= m.last; k++ {
					named[k] = true
				}
			}
			for _, c := range narasi.Claims(&t.sentences[i], func(k int) bool { return named[k] }) {
				x := p.resolve(n, &claim{Claim: c, in: t, sentence: i})
				n.claims = append(n.claims, x)
				if c.Kind == narasi.Count {
					t.counts[i] = append(t.counts[i], x)
				}
			}
			// The grammar reads kind by kind; what an amount is about depends on the amounts before it.
			own := n.claims[from:]
			slices.SortStableFunc(own, func(a, b *claim) int { return a.At - b.At })
		}
	}
}

func (p *Pass) resolve(n *naratif, c *claim) *claim {
	c.year, c.dated = p.yearFor(c, c.Year)
	if !c.Before.IsZero() {
		c.before, _ = p.yearFor(c, c.Before)
	}
	if who := n.foreign(c); who != "" {
		c.other = true
		c.why = source.T("pernyataan ini tentang %s, bukan instansi pelapor", "the statement is about %s, not the reporting agency", who)
		return c
	}
	if c.Kind == narasi.Count || c.Kind == narasi.Ordinal || c.Kind == narasi.Tally {
		return c // of sets and plans
	}
	c.topic = p.topicOf(n, c)
	switch {
	case c.topic == nil:
		c.why = source.T("tidak jelas indikator atau anggaran mana yang dimaksud", "it is not clear which indicator or budget is meant")
	case c.topic.doubled:
		c.why = source.T("nama %s dipakai untuk lebih dari satu hal", "the name %s is used for more than one thing", quoted(c.topic.name))
		c.topic = nil
	}
	c.narrowed = c.topic != nil && c.topic.kind == indikatorTopic && c.ofPart()
	return c
}

// yearFor is the year a reference means; named says that the sentence gives it.
func (p *Pass) yearFor(c *claim, y narasi.YearRef) (year int, named bool) {
	own := p.yearOf(c.in.Laporan)
	switch {
	case y.Year != 0:
		return y.Year, true
	case y.Previous:
		return own - 1, true
	case y.This:
		return own, true
	case y.Next:
		return own + 1, true
	case y.Named:
		for i := c.sentence; i >= 0 && i >= c.sentence-2; i-- {
			tokens := c.in.sentences[i].Tokens
			last := len(tokens) - 1
			if i == c.sentence {
				last = c.At
			}
			for k := last; k >= 0; k-- {
				if tokens[k].Kind == narasi.Year && tokens[k].YearEnd == 0 {
					return tokens[k].Year, true
				}
			}
		}
	}
	return own, false
}

// afterNumber is the token after the number before the claim's own: where the words about it begin.
func (c *claim) afterNumber() int {
	s := c.s()
	for k := c.At - 1; k >= 0; k-- {
		if s.Tokens[k].Kind == narasi.Num {
			return k + 1
		}
	}
	return 0
}

// anaphors point back to what the sentence before spoke of.
var anaphors = map[string]bool{"tersebut": true, "dimaksud": true, "ini": true, "itu": true}

// openers begin sentences that go on about the same thing.
var openers = map[string]bool{"capaian": true, "realisasi": true, "nilai": true, "angka": true, "perolehan": true, "target": true, "sehingga": true,
	"artinya": true, "selisih": true, "hal": true, "dengan": true, "jika": true, "bila": true, "apabila": true, "dibandingkan": true, "pada": true,
	"sedangkan": true, "kondisi": true, "persentase": true, "indeks": true, "skor": true, "hasil": true, "kenaikan": true, "peningkatan": true,
	"penurunan": true, "tahun": true, "sementara": true, "adapun": true, "berarti": true}

// topicOf finds what a claim is about: the name before it in its sentence, the only one after it, what a word like
// "tersebut" or a sentence that goes on points back to, the only indicator of the report where it speaks of "IKU" or the
// sasaran, or the indicator whose analysis the passage is.
func (p *Pass) topicOf(n *naratif, c *claim) *topic {
	var last, next *mention
	broken := c.clauseStart()
	for i := range c.in.mentions[c.sentence] {
		m := &c.in.mentions[c.sentence][i]
		switch {
		case m.topic.kind == sasaranTopic:
		case c.Kind != narasi.Change && m.first > c.At && m.last > broken && last != nil && c.handsTo(m.first):
			return m.topic // "sedangkan yang terendah 87% ada pada …"
		case m.last < c.At:
			last = m
		case next == nil && m.first > c.At:
			next = m
		}
	}
	switch {
	case n.turned(c, last):
		return nil
	case last != nil:
		return last.topic
	case c.in.about != nil && next == nil:
		return n.glossary.same(indikatorTopic, c.in.about.Nama.S)
	}
	if c.pointed() {
		return c.in.topicBefore(c.sentence)
	}
	if only := n.onlyIndicator(c); only != nil {
		return only
	}
	if next != nil && (c.Kind == narasi.Level || c.Kind == narasi.Status || c.Kind == narasi.Category) && c.At < 6 && !anyWord(c.s(), c.At, next.first, ",", ";", "sedangkan") {
		return next.topic
	}
	if ahead := c.comparedAhead(); ahead != nil {
		return ahead
	}
	if next == nil && n.goesOn(c) {
		return c.in.topicBefore(c.sentence)
	}
	return nil
}

// comparedAhead is the one thing that a sentence names behind what it begins to compare it with, nil where there is none:
// "Dibandingkan tahun 2022 sebesar 73,7%, Persentase … naik menjadi 76,5%".
func (c *claim) comparedAhead() (ahead *topic) {
	s, k := c.s(), 0
	for k < c.At && s.Tokens[k].Is("jika", "bila", "apabila", "kalau") {
		k++
	}
	if !s.Tokens[k].Is("dibanding", "dibandingkan") || c.Kind != narasi.Level || !c.dated || c.afterNumber() > 0 {
		return nil
	}
	for _, m := range c.in.mentions[c.sentence] {
		if m.first < c.At || ahead != nil && ahead != m.topic {
			return nil
		}
		ahead = m.topic
	}
	return ahead
}

// clauseStart is the token of the word that sets the claim's clause off from the one before ("sedangkan"), -1 for none.
func (c *claim) clauseStart() int {
	s := c.s()
	for k := c.At - 1; k >= 0; k-- {
		if s.Tokens[k].Is("sedangkan", "sementara", "adapun", ";") {
			return k
		}
	}
	return -1
}

// handsTo reports whether nothing but joining words stands between the claim's number and a name: "87% ada pada Program …".
func (c *claim) handsTo(first int) bool {
	s := c.s()
	at := false
	for k := c.At + 1; k < first; k++ {
		t := &s.Tokens[k]
		if !t.Is("ada", "terdapat", "terjadi", "berada", "pada", "di", "untuk", "oleh", "dicapai", "diperoleh", "yaitu", "yakni", "adalah", "indikator", "program", "aspek", "komponen") {
			return false
		}
		at = at || t.Is("pada", "oleh", "untuk", "di", "yaitu", "yakni", "adalah")
	}
	return at
}

// goesOn reports whether the sentence speaks of the same thing as the one before.
func (n *naratif) goesOn(c *claim) bool {
	s := c.s()
	if s.Item != "" || len(s.Tokens) == 0 {
		return false
	}
	if openers[s.Tokens[0].Lower] {
		return true
	}
	for k := 0; k < c.At && k < 12; k++ {
		if s.Tokens[k].Kind == narasi.Word && anaphors[s.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

// pointed reports whether the sentence takes up what the one before named: "indikator tersebut", "capaian dimaksud". Only a
// sentence before it that names one thing can be meant.
func (c *claim) pointed() bool {
	s := c.s()
	for k := 1; k < c.At; k++ {
		if s.Tokens[k].Kind == narasi.Word && anaphors[s.Tokens[k].Lower] && s.Tokens[k-1].Is("indikator", "iku", "indeks", "capaian", "nilai", "aspek", "dimensi",
			"komponen", "unsur", "realisasi", "angka", "persentase", "kinerja", "skor") {
			return true
		}
	}
	return false
}

// pointsAtOne reports whether the sentence takes up the one thing that the sentence right before names.
func (c *claim) pointsAtOne() bool { return c.pointed() && c.namedAlone() }

// comparesOne reports whether the sentence opens by comparing the one thing that the sentence right before names: "Jika
// dibandingkan dengan target akhir Renstra sebesar 80, …".
func (c *claim) comparesOne() bool {
	s := c.s()
	return len(c.in.mentions[c.sentence]) == 0 && c.namedAlone() && (s.Tokens[0].Is("dibanding", "dibandingkan") || s.Tokens[0].Is("jika", "bila", "apabila") && len(s.Tokens) > 1 && s.Tokens[1].Is("dibanding", "dibandingkan"))
}

// namedAlone reports whether the claim's topic is the one thing that the sentence right before names.
func (c *claim) namedAlone() bool {
	if c.sentence == 0 {
		return false
	}
	seen := map[*topic]bool{}
	for _, m := range c.in.mentions[c.sentence-1] {
		if m.topic.kind != sasaranTopic {
			seen[m.topic] = true
		}
	}
	return len(seen) == 1 && seen[c.topic]
}

// topicBefore is the topic named last in the sentences right before, in the same paragraph or the one above.
func (t *passage) topicBefore(sentence int) *topic {
	for i := sentence - 1; i >= 0 && i >= sentence-3; i-- {
		if t.sentences[i].Para < t.sentences[sentence].Para-1 {
			return nil
		}
		for k := len(t.mentions[i]) - 1; k >= 0; k-- {
			if m := t.mentions[i][k]; m.topic.kind != sasaranTopic {
				return m.topic
			}
		}
	}
	return nil
}

// onlyIndicator is the indicator meant by "IKU", "indikator kinerja", "sasaran strategis" or "tujuan" in a report that
// measures only one of them.
func (n *naratif) onlyIndicator(c *claim) *topic {
	s := c.s()
	sasaran, tujuan := false, false
	for k := 0; k < len(s.Tokens) && k < c.At+3; k++ {
		t := &s.Tokens[k]
		switch {
		case t.Is("iku") || t.Is("indikator") || t.Is("sasaran") && !(k+1 < len(s.Tokens) && s.Tokens[k+1].Is("kerja")):
			sasaran = true
		case t.Is("tujuan"):
			tujuan = true
		}
	}
	var found *topic
	for _, t := range n.glossary.measure {
		if t.kind == indikatorTopic && t.indikator != nil && (sasaran && t.sasaran || tujuan && !sasaran && !t.sasaran) {
			if found != nil {
				return nil
			}
			found = t
		}
	}
	return found
}

// inName reports whether token k is part of the name of something.
func (c *claim) inName(k int) bool {
	return slices.ContainsFunc(c.in.mentions[c.sentence], func(m mention) bool { return m.first <= k && k <= m.last })
}
