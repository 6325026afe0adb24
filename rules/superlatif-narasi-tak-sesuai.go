package rules

import (
	"slices"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "superlatif-narasi-tak-sesuai",
	Title:    source.T("Yang disebut tertinggi atau terendah bukan yang tertinggi atau terendah", "What is called the highest or lowest is not"),
	Severity: Sedang,
	Basis: source.T("tertinggi, terbesar, terendah, dan terkecil menurut angka pada tabel · PermenPANRB 53/2014 Lampiran III (II.5)",
		"highest, largest, lowest and smallest by the figures of the tables · PermenPANRB 53/2014 Lampiran III (II.5)"),
	Checklist: []string{"II.5"},
	Needs:     []string{"narasi"},
	Doc: source.T("`serapan terendah terdapat pada Program …`, `capaian tertinggi … indikator …` dan `bobot terbesar … aspek …` dibandingkan dengan program, indikator, atau komponen sejenis: seluruhnya, atau yang sesasaran. Serapan boleh menurut persen atau rupiah, nilai komponen boleh menurut nilai atau terhadap bobotnya. Urutan selama beberapa tahun, antardaerah, `salah satu`, kenaikan tertinggi, dan nama yang tidak jelas tidak diuji.",
		"`the lowest use of budget is that of Program …`, `the highest capaian … indicator …` and `the largest weight … aspect …` are held against the programmes, indicators or components of the kind: all, or those of the same sasaran. Use of budget may be meant in percent or rupiah, a component's score as such or against its weight. Rankings over years or regions, `one of the`, the highest rise and names that are unclear are not tested."),
	Check: func(p *Pass) {
		for _, c := range p.claims(narasi.Extreme) {
			p.checkExtreme(c)
		}
	},
})

// field is one way of reading what is compared: the things of the kind with the figure each is ranked by.
type field struct {
	topics  []*topic
	figures []*schema.Figure
}

func (f *field) add(t *topic, figure *schema.Figure) {
	if figure.IsNumber() {
		f.topics, f.figures = append(f.topics, t), append(f.figures, figure)
	}
}

// holder is the topic whose figure is the extreme; shared figures are held by the claimed one.
func (f *field) holder(dir int, claimed *topic) (best int, ok bool) {
	best = -1
	for i, t := range f.topics {
		if best < 0 || t == claimed && calc.Judge(order(dir, f.figures[i], f.figures[best])).State == calc.Holds ||
			calc.Judge(order(dir, f.figures[best], f.figures[i])).State == calc.Broken {
			best = i
		}
	}
	return best, best >= 0 && len(f.topics) > 1
}

func (p *Pass) checkExtreme(c *claim) {
	t := c.extremeOf()
	if c.topic = t; t == nil {
		c.why = source.T("tidak jelas siapa yang disebut %s", "it is not clear who is called %s", quoted(c.Word))
		p.unresolved(c)
		return
	}
	var wrong *field
	at, best := -1, -1
	for _, f := range p.fields(c, t) {
		b, ok := f.holder(c.Dir, t)
		if !ok || !slices.Contains(f.topics, t) {
			continue
		}
		if f.topics[b] == t {
			c.judged = true
			return
		}
		if wrong == nil {
			wrong, best, at = f, b, slices.Index(f.topics, t)
		}
	}
	if wrong == nil {
		p.unresolved(c)
		return
	}
	p.ranked(c, wrong, at, best)
}

// ranked reports a claim as a statement about the sentence: neither figure is at fault, the words are.
func (p *Pass) ranked(c *claim, f *field, at, best int) {
	own, other := f.figures[at], f.figures[best]
	r := order(c.Dir, own, other)
	r.Terms[0].Fixed, r.Result.Fixed = true, true
	c.judged = true
	p.RelateAs(r, About{Describe: func(_ *calc.Fault, found *Finding) {
		found.at(c.node())
		found.Path, found.Place = c.node().Path(), c.node().Place
		found.Stated, found.Expected, found.Sebab = c.Word, f.topics[best].name, source.Text{}
		found.Kondisi = source.T("Kalimat %s menyebut %s pada %s (%s), sedangkan %s mempunyai %s", "The sentence %s says %s of %s (%s), but %s has %s",
			c.quote(), quoted(c.Word), f.topics[at].name, own.Show(), f.topics[best].name, other.Show())
		found.Rekomendasi = source.T("Agar nama yang disebut diganti menjadi %s, atau kedua angkanya diperiksa kembali", "Change the name to %s, or check both figures again", f.topics[best].name)
	}})
}
