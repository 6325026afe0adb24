package rules

import (
	"slices"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "dua-nilai-satu-fakta",
	Title:    source.T("Narasi menyebut nilai yang berbeda dari data untuk fakta yang sama", "Prose gives another value than the data for one fact"),
	Severity: Tinggi,
	Basis: source.T("satu fakta satu nilai · PermenPANRB 53/2014 Lampiran III (II.5, III.4)",
		"one fact, one value · PermenPANRB 53/2014 Lampiran III (II.5, III.4)"),
	Checklist: []string{"II.5", "III.4"},
	Doc: source.T("Target, realisasi, capaian dan nilai yang disebut kalimat untuk satu indikator, aspek atau komponen dan satu tahun harus sama dengan yang ada pada data. Kalimat harus menyebut namanya sendiri; angka instansi lain, angka triwulan, rata-rata, rentang, daftar beberapa tahun dan proyeksi tidak diuji. Angka yang ternyata milik tahun atau hal lain dari indikator itu hanya dicatat bila kalimat menyebut satu tahun saja.",
		"Target, realisasi, capaian and score that a sentence gives for one indicator or component and year must be those of the data. The sentence must name it itself; figures of other agencies, of quarters, averages, ranges, lists of years and projections are not tested. A figure that belongs to another year or side of the indicator is reported only where the sentence names one year alone."),
	Check: func(p *Pass) {
		for _, c := range p.claims(narasi.Level) {
			if !c.Number.Money && c.Aspect < narasi.Pagu && c.Number.High == nil {
				p.checkLevel(c)
			}
		}
	},
})

// vague words make a number another thing than the figure of the year.
var vague = []string{"triwulan", "semester", "bulan", "rata", "masing", "berturut", "proyeksi", "diproyeksikan", "rencana", "akan", "diharapkan", "baseline",
	"awal", "bobot", "dasar", "selisih", "kisaran", "rentang", "interval", "antara", "minimal", "skala", "kuartal", "periode", "kumulatif", "per", "sampel",
	"responden", "kesenjangan", "gap", "deviasi", "kekurangan", "kelebihan", "beda", "perbedaan", "tambahan", "kurang", "jumlah", "sebanyak", "tiap", "setiap", "sementara", "semula", "sebelum", "koreksi", "revisi"}

func (p *Pass) checkLevel(c *claim) {
	if mean, _ := c.meanOf(); mean {
		return // rata-rata-capaian-tak-sesuai
	}
	f := p.stated(c)
	if f == nil || !f.IsNumber() {
		return
	}
	if c.topic == nil || c.topic.kind == barisTopic || c.in.about == nil && !c.namedHere() && !c.pointsAtOne() && !c.comparesOne() && c.comparedAhead() == nil && (c.pointed() || p.prose().onlyIndicator(c) != c.topic) {
		p.unresolved(c)
		return
	}
	var relations []*calc.Relation
	figures, meant := c.candidates()
	for _, g := range figures {
		relations = append(relations, calc.Same(f, g))
	}
	r, holds := holding(relations...)
	switch {
	case r == nil:
		p.unresolved(c)
		return
	case !holds && (!meant || p.prose().severalValues(c)):
		c.why = source.T("kalimat dapat berbicara tentang besaran lain yang tidak ada dalam data", "the sentence may speak of another measure that the data has not")
		p.unresolved(c)
		return
	case !holds && (!calc.Near(f.Value, r.Terms[0].Figure.Value) || !p.certain(c, f)):
		c.why = source.T("tahun atau besaran yang dimaksud tidak jelas", "it is not clear which year or measure is meant")
		p.unresolved(c)
		return
	}
	r.Result.Name = source.T("angka pada kalimat", "figure in the sentence")
	p.relateClaim(c, r, aboutClaim(c, f, source.T("angka", "the figure")))
}

// inPoints reports whether the topic is measured in points, so that "76,2 poin" is a level and no difference.
func (t *topic) inPoints() bool {
	return t.indikator != nil && slices.Contains([]string{"poin", "point", "skor"}, schema.Normal(t.indikator.Satuan.S))
}

// namedHere reports whether the sentence itself names what the claim is about.
func (c *claim) namedHere() bool {
	return slices.ContainsFunc(c.in.mentions[c.sentence], func(m mention) bool { return m.topic == c.topic && m.first < c.At })
}

// candidates are the figures of the data that the number can be, best first; meant says that what the sentence speaks of is
// one of them, where it speaks of an indicator.
func (c *claim) candidates() (out []*schema.Figure, meant bool) {
	order := map[narasi.Aspect][]narasi.Aspect{
		narasi.Nilai:       {narasi.Realisasi, narasi.Capaian},
		narasi.Realisasi:   {narasi.Realisasi, narasi.Capaian},
		narasi.Capaian:     {narasi.Capaian, narasi.Realisasi},
		narasi.Target:      {narasi.Target},
		narasi.TargetAkhir: {narasi.TargetAkhir},
		narasi.Maksimal:    {narasi.Maksimal},
	}[c.Aspect]
	if c.Aspect == narasi.Capaian && !c.Number.Percent {
		order = []narasi.Aspect{narasi.Realisasi, narasi.Capaian}
	}
	if c.Number.Percent && !c.topic.percent() && !c.topic.unitless() {
		if len(order) == 1 { // "target 100 %" is of capaian, not of the indicator
			return nil, false
		}
		order = []narasi.Aspect{narasi.Capaian}
	}
	meant = c.topic.indikator == nil
	for i, a := range order {
		year := c.year
		if a == narasi.TargetAkhir {
			year = 0
		}
		if g := c.topic.get(a, year); g != nil {
			out = append(out, g)
			meant = meant || i == 0
		}
	}
	return out, meant
}

// certain reports whether a differing number can only be meant as the figure it differs from.
func (p *Pass) certain(c *claim, f *schema.Figure) bool {
	s := c.s()
	years := map[int]bool{}
	numbers := 0
	for k := range s.Tokens {
		t := &s.Tokens[k]
		if t.Kind == narasi.Year {
			years[t.Year] = true
			if t.YearEnd != 0 {
				years[t.YearEnd] = true
			}
		}
		if t.Kind == narasi.Num && k != c.At && !t.Num.Percent && !t.Num.Money && !t.Num.IsPlain() {
			numbers++
		}
		if k < c.At && k > c.At-15 && t.Kind == narasi.Word && slices.Contains(vague, t.Lower) && !c.inName(k) {
			return false
		}
	}
	for k := 0; k < c.At && c.Number.Percent; k++ {
		if s.Tokens[k].Is("akhir", "terhadap", "renstra", "rpjmd") && !c.inName(k) { // a capaian of something else
			return false
		}
	}
	if !c.unitFits(c.At) || numbers > 2 || c.Number.Points && !c.topic.inPoints() {
		return false
	}
	known := slices.ContainsFunc(c.topic.all, func(g *schema.Figure) bool { return g.IsNumber() && f.Value.Cmp(g.Value) == 0 })
	if known {
		return len(years) == 1 && c.dated && c.Year.Year == c.year && numbers == 0 && c.Aspect != narasi.Nilai
	}
	return len(years) <= 1 || c.dated
}
