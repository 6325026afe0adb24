package rules

import (
	"math/big"

	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

// passage is one piece of the report's prose with its sentences.
type passage struct {
	*schema.Laporan
	node      *source.Node
	text      string
	bagian    string        // the heading it stands under
	daftar    []schema.Teks // the list that its last sentence announces, where it stands outside the text
	sentences []narasi.Sentence
	mentions  [][]mention       // by sentence
	counts    map[int][]*claim  // by sentence, those of things
	about     *schema.Indikator // the indicator whose analysis it is; nil for free prose
}

// naratif is the prose of a dossier and what its claims are about, read once for all rules.
type naratif struct {
	passages []*passage
	glossary *glossary
	own      string // the agency's region
	claims   []*claim
	budget   *budget
	amounts  []*budgetClaim                    // claims on budget, once found
	figures  map[*narasi.Number]*schema.Figure // one for each number a rule has used
}

// prose reads the dossier's prose on first use.
func (p *Pass) prose() *naratif {
	if p.run.prose == nil {
		p.run.prose = readProse(p.Dossier)
		if len(p.run.prose.passages) > 0 {
			p.claimsOf(p.run.prose)
		}
	}
	return p.run.prose
}

func readProse(d *schema.Dossier) *naratif {
	n := &naratif{glossary: &glossary{}, figures: map[*narasi.Number]*schema.Figure{}}
	for _, l := range d.Laporan {
		add := func(t schema.Teks, bagian string, about *schema.Indikator, daftar []schema.Teks) {
			if t.Node != nil && t.Node.Kind == source.String && t.IsSet() {
				text := t.Node.Text // as written, so that places inside it are right
				n.passages = append(n.passages, &passage{Laporan: l, node: t.Node, text: text, bagian: bagian,
					sentences: narasi.Split(text), about: about, daftar: daftar})
			}
		}
		for i := range l.Narasi {
			add(l.Narasi[i].Teks, l.Narasi[i].Bagian.S, nil, l.Narasi[i].Daftar)
		}
		analysis := func(a *schema.Analisis, about *schema.Indikator) {
			for _, t := range []schema.Teks{a.Teks, a.PerbandinganTahun, a.PerbandinganAkhir, a.StandarNasional, a.Penyebab, a.Solusi, a.Efisiensi, a.ProgramPenunjang} {
				add(t, "", about, nil)
			}
		}
		sasaran := func(list []schema.Sasaran) {
			for i := range list {
				var only *schema.Indikator
				if len(list[i].Indikator) == 1 {
					only = &list[i].Indikator[0]
				}
				analysis(&list[i].Analisis, only)
				for j := range list[i].Indikator {
					analysis(&list[i].Indikator[j].Analisis, &list[i].Indikator[j])
				}
			}
		}
		for i := range l.Pengukuran.Tujuan {
			t := &l.Pengukuran.Tujuan[i]
			var only *schema.Indikator
			if len(t.Indikator) == 1 {
				only = &t.Indikator[0]
			}
			analysis(&t.Analisis, only)
			sasaran(t.Sasaran)
		}
		sasaran(l.Pengukuran.Sasaran)
	}
	return n
}

// number is a number of a sentence as a figure, which stands at its place in the text. It is the same one for every rule.
func (n *naratif) number(t *passage, num *narasi.Number) *schema.Figure {
	if f := n.figures[num]; f != nil {
		return f
	}
	f := &schema.Figure{Node: t.node.Part(num.Start, num.End), Kind: schema.Exactly, Value: num.Value, Decimals: num.Decimals,
		Percent: num.Percent, Unit: num.Scale, Money: num.Money}
	if num.High != nil {
		f.Kind, f.Low, f.High, f.Value = schema.Between, num.Value, num.High, nil
	}
	n.figures[num] = f
	return f
}

// widened is a figure that is only said to be about right ("sekitar 80 %"): one digit less counts.
func widened(f *schema.Figure) *schema.Figure {
	wide := *f
	if wide.Decimals > 0 {
		wide.Decimals--
		return &wide
	}
	unit := big.NewRat(10, 1)
	if wide.Unit != nil {
		unit.Mul(unit, wide.Unit)
	}
	wide.Unit = unit
	return &wide
}
