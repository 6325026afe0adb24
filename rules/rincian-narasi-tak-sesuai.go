package rules

import (
	"math/big"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "rincian-narasi-tak-sesuai",
	Title:    source.T("Rincian dalam kalimat tidak berjumlah sama dengan totalnya", "The parts a sentence gives do not add up to its total"),
	Severity: Sedang,
	Basis: source.T("total = jumlah rinciannya; sisa = pagu − realisasi · PermenPANRB 53/2014 Lampiran III (II.2, II.5)",
		"a total is the sum of its parts; what is left is pagu − realisasi · PermenPANRB 53/2014 Lampiran III (II.2, II.5)"),
	Checklist: []string{"II.2", "II.5"},
	Needs:     []string{"narasi"},
	Doc: source.T("`186 orang, terdiri dari PNS 95 orang, PPPK 41 orang dan tenaga kontrak 50 orang`, `112 SD (94 negeri dan 18 swasta)`, jumlah yang ditutup `sehingga totalnya`, serta pagu, realisasi dan sisa dalam satu kalimat dijumlahkan. Tidak diuji: daftar yang tidak lengkap (`antara lain`), bagian dengan satuan lain, angka per tahun atau per triwulan, dan rincian yang jauh dari totalnya, karena mungkin merinci hal lain.",
		"`186 people: 95 civil servants, 41 on contract and 50 others`, `112 schools (94 public and 18 private)`, sums closed by `sehingga totalnya`, and pagu, realisasi and what is left in one sentence are added up. Not tested: lists that leave something out, parts of another unit, figures of years or quarters, and parts far from their total, which may be of something else."),
	Check: func(p *Pass) {
		for _, c := range p.claims(narasi.Parts) {
			p.checkParts(c)
		}
	},
})

func (p *Pass) checkParts(c *claim) {
	s := c.s()
	total := p.prose().number(c.in, c.Number)
	sum := new(big.Rat)
	var shares []*calc.Relation
	r := calc.Sum(total)
	for _, k := range c.PartsAt {
		part := p.prose().number(c.in, s.Tokens[k].Num)
		sum.Add(sum, part.Value)
		r.Terms = append(r.Terms, calc.Term{Figure: part, Name: source.T("bagian", "part")})
		if share := shareBehind(s, k); share != nil {
			shares = append(shares, calc.Percentage(p.prose().number(c.in, share), part, total))
		}
	}
	r.Result.Name = source.T("total", "total")
	if calc.Judge(r).State == calc.Broken && !closeTo(sum, total) {
		c.why = source.T("yang dirinci mungkin hal lain", "the parts may be of something else")
		p.unresolved(c)
		return
	}
	if len(shares) == len(c.PartsAt) { // each part has its share, so that they are of this total
		for _, share := range shares {
			share.Result.Name = source.T("persentase bagian", "share of the part")
			p.relateClaim(c, share, aboutClaim(c, share.Result.Figure, source.T("persentase", "the percentage")))
		}
	}
	p.relateClaim(c, r, About{Describe: func(fault *calc.Fault, f *Finding) {
		f.Stated = shownAs(fault.Figure)
		f.Expected = withUnitOf(fault.Figure, f.Expected)
		f.Kondisi = source.T("Kalimat %s merinci %s menjadi %d bagian yang berjumlah %s", "The sentence %s divides %s into %d parts that add up to %s",
			c.quote(), shownAs(total), len(c.PartsAt), source.FormatNumber(sum, total.Decimals))
		f.Rekomendasi = source.T("Agar total dan setiap bagiannya dicocokkan dengan sumber datanya", "Check the total and each of its parts against their source")
	}})
}

// shareBehind is the percentage that stands in a bracket behind a part, "41 orang (22,04%)", nil where there is none.
func shareBehind(s *narasi.Sentence, part int) *narasi.Number {
	for k := part + 1; k < min(part+4, len(s.Tokens)-2); k++ {
		if n := s.Tokens[k+1].Num; s.Tokens[k].Is("(") && n != nil && n.Percent && n.High == nil && s.Tokens[k+2].Is(")") {
			return n
		}
	}
	return nil
}

// closeTo reports whether parts miss their total by no more than a slip would, about a fifth. Small totals are as likely of
// something else.
func closeTo(sum *big.Rat, total *schema.Figure) bool {
	if total.Value.Cmp(big.NewRat(10, 1)) < 0 || sum.Sign() == 0 {
		return false
	}
	ratio := new(big.Rat).Quo(sum, total.Value)
	return ratio.Cmp(big.NewRat(8, 10)) >= 0 && ratio.Cmp(big.NewRat(125, 100)) <= 0
}
