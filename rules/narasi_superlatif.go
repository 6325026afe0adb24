package rules

import (
	"math/big"
	"slices"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
)

// bridges may stand between an extreme and the name it is said of.
var bridges = []string{"adalah", "yaitu", "yakni", "pada", "terdapat", "ada", "terjadi", "berada", "di", "oleh", "untuk", "ke", "kepada", "diperoleh", "dicapai", "diraih", "ditunjukkan", "dihasilkan",
	"dialokasikan", "merupakan", "mencatat", "mencatatkan", "memiliki", "mempunyai", "memperoleh", "mendapat", "mendapatkan", "menyerap", "menjadi", "sebagai",
	"dengan", "dimiliki", "terletak", "tercatat", "ditempati", "indikator", "program", "kegiatan", "aspek", "komponen", "unsur", "dimensi", "kinerja", "persentase",
	"sebesar", "senilai", "persen", "anggaran", "tingkat", "dan", "juga", "penilaian", "utama", "realisasi", "tahun", "rupiah"}

// extremeOf is the topic that the extreme is said of: the name after it with only joining words and its number between, else
// the name before it so.
func (c *claim) extremeOf() *topic {
	s := c.s()
	if c.other {
		return nil
	}
	open := func(from, to int) bool {
		for k := from; k < to; k++ {
			t := &s.Tokens[k]
			if t.Kind == narasi.Word && !t.Is(bridges...) || t.Is(";", ".", ":") {
				return false
			}
		}
		return true
	}
	for _, m := range c.in.mentions[c.sentence] {
		if m.first > c.Last && m.topic.kind != sasaranTopic {
			if open(c.Last+1, m.first) {
				return known(m.topic)
			}
			break
		}
	}
	list := c.in.mentions[c.sentence]
	for i := len(list) - 1; i >= 0; i-- {
		if m := list[i]; m.last < c.First && m.topic.kind != sasaranTopic {
			if open(m.last+1, c.First) {
				return known(m.topic)
			}
			break
		}
	}
	return nil
}

// known is the topic, where its name is not used for two things.
func known(t *topic) *topic {
	if t.doubled {
		return nil
	}
	return t
}

// fields are the ways a topic's rank can be meant.
func (p *Pass) fields(c *claim, t *topic) []*field {
	switch t.kind {
	case indikatorTopic:
		return p.indicatorFields(c, t)
	case komponenTopic:
		return p.componentFields(c, t)
	case barisTopic:
		return p.programFields(c, t)
	}
	return nil
}

// indicatorFields rank by capaian: among all indicators, those of sasaran, and those of the same sasaran.
func (p *Pass) indicatorFields(c *claim, t *topic) []*field {
	if c.Aspect != narasi.Capaian && c.Aspect != narasi.Nilai || t.indikator == nil {
		return nil
	}
	every, sasaran, own := &field{}, &field{}, &field{}
	siblings := map[*topic]bool{}
	for _, l := range p.Laporan {
		for _, s := range l.Pengukuran.AllSasaran() {
			var here []*topic
			for i := range s.Indikator {
				if x := p.prose().glossary.same(indikatorTopic, s.Indikator[i].Nama.S); x != nil {
					here = append(here, x)
				}
			}
			for _, x := range here {
				siblings[x] = siblings[x] || slices.Contains(here, t)
			}
		}
	}
	for _, x := range p.prose().glossary.measure {
		if x.indikator == nil || x.doubled {
			continue
		}
		figure := x.get(narasi.Capaian, c.year)
		every.add(x, figure)
		if x.sasaran {
			sasaran.add(x, figure)
		}
		if siblings[x] {
			own.add(x, figure)
		}
	}
	if anyWord(c.s(), 0, len(c.s().Tokens), "seluruh", "semua", "keseluruhan", "seluruhnya") {
		return []*field{sasaran, every}
	}
	return []*field{sasaran, every, own}
}

// componentFields rank the components beside a component: by weight, or by score and by score against weight.
func (p *Pass) componentFields(c *claim, t *topic) []*field {
	scores, weights, shares := &field{}, &field{}, &field{}
	for _, a := range p.assessments() {
		if a.Tahun.Year() != c.year || t.assessed == nil || schema.Normal(a.Skema.S) != schema.Normal(t.assessed.Skema.S) {
			continue
		}
		for i := range a.Komponen {
			k := &a.Komponen[i]
			x := p.prose().glossary.same(komponenTopic, k.Nama.S)
			if x == nil {
				continue
			}
			weight := &k.Maksimal
			if !weight.IsNumber() {
				weight = &k.Bobot
			}
			scores.add(x, &k.Nilai)
			weights.add(x, weight)
			shares.add(x, shareOf(&k.Nilai, weight))
		}
	}
	switch c.Aspect {
	case narasi.Maksimal:
		return []*field{weights}
	case narasi.Nilai:
		return []*field{scores, shares, weights}
	case narasi.Capaian:
		return []*field{shares, scores}
	}
	return nil
}

// programFields rank programmes by budget, use of it in percent and rupiah, or remainder.
func (p *Pass) programFields(c *claim, t *topic) []*field {
	pagu, murni, percent, used, sisa := &field{}, &field{}, &field{}, &field{}, &field{}
	for _, table := range p.pohon() {
		if !p.ofYear(table) {
			continue
		}
		for _, s := range table.program() {
			x := p.prose().glossary.same(barisTopic, s.baris.Uraian.S)
			if x == nil || len(x.rows) != 1 {
				continue
			}
			pagu.add(x, &s.baris.Pagu)
			murni.add(x, &s.baris.PaguMurni)
			percent.add(x, &s.baris.Persen)
			used.add(x, &s.baris.Realisasi)
			sisa.add(x, &s.baris.Sisa)
		}
	}
	if len(c.in.Anggaran) > 1 || c.year != p.yearOf(c.in.Laporan) {
		return nil
	}
	switch c.Aspect {
	case narasi.Pagu:
		return []*field{pagu, murni}
	case narasi.Serapan:
		if c.inPercent() {
			return []*field{percent}
		}
		return []*field{percent, used}
	case narasi.Sisa:
		return []*field{sisa}
	}
	return nil
}

// inPercent reports whether the sentence speaks of percentages.
func (c *claim) inPercent() bool {
	s := c.s()
	return anyWord(s, 0, len(s.Tokens), "persentase", "persen") || slices.ContainsFunc(s.Tokens, func(t narasi.Token) bool { return t.Num != nil && t.Num.Percent })
}

// shareOf is a score in percent of its weight.
func shareOf(score, weight *schema.Figure) *schema.Figure {
	if !score.IsNumber() || !weight.IsNumber() || weight.Value.Sign() <= 0 {
		return nil
	}
	share := calc.Scaled(score, new(big.Rat).Quo(big.NewRat(100, 1), weight.Value))
	share.Decimals = max(share.Decimals, 2)
	return share
}
