package rules

import (
	"slices"

	"lkjip/rules/narasi"
)

// qualifiers make "total anggaran" a total of something smaller.
var qualifiers = []string{"modal", "pegawai", "barang", "jasa", "hibah", "gaji", "tunjangan", "operasi", "bansos", "dak", "dau", "did", "bos", "apbn", "apbdes",
	"dekonsentrasi", "perjalanan", "uptd", "blud", "triwulan", "semester", "bidang", "bagian", "kecamatan", "puskesmas", "desa", "sekretariat", "dbh", "cukai",
	"nasional", "pendapatan", "pad", "nilai", "aset", "kontrak", "pengadaan", "perubahannya"}

// scopeOf reads which population a budget number in a sentence is about.
func (b *budget) scopeOf(n *naratif, c *claim) (scope *cakupan, strong bool) {
	s := c.s()
	row, rowAt, several := c.rowOf()
	if named := c.rowNamed(rowAt); named != nil && named.last < c.At && (n.turned(c, named) || n.within(c, named)) {
		return nil, false
	}
	if anyWord(s, c.At-6, c.At, "sempat", "usulan", "diusulkan", "diperkirakan", "estimasi", "kebutuhan", "rencana") {
		return nil, false // an amount that did not last
	}
	total, totalAt, supporting := false, -1, false
	for k := 0; k < c.At; k++ {
		t := &s.Tokens[k]
		if t.Kind != narasi.Word || c.inName(k) {
			continue
		}
		switch {
		case t.Is("total", "keseluruhan", "seluruh", "jumlah") && near(s, k+1, 7, "anggaran", "pagu", "belanja", "alokasi", "program", "dana"):
			total, totalAt = true, k
		case t.Is("total", "seluruh") && k > 0 && s.Tokens[k-1].Is("dari") && near(s, k+1, 1, "realisasi"): // "60,68% dari total realisasi Rp …"
			total, totalAt = true, k
		case t.Is("mendukung", "menunjang", "pendukung", "penunjang") && (near(s, k+1, 2, "langsung") || near(s, k+1, 6, "sasaran", "pk", "perjanjian")),
			t.Is("perjanjian") && near(s, k+1, 1, "kinerja"):
			supporting = true
		case slices.Contains(qualifiers, t.Lower) && !slices.Contains(canonicalWords(c.in.Instansi.Nama.S), t.Lower):
			return nil, false
		}
	}
	switch {
	case row != nil && several:
		return nil, false // their sum, or one of them
	case row != nil && rowAt > totalAt:
		return b.rows[row], b.rows[row] != nil
	case supporting:
		return b.supported, b.supported != nil
	case total && len(b.totals) == 1:
		return b.totals[0], true
	}
	return nil, false
}

// rowNamed is the mention of a row that begins or ends at a token.
func (c *claim) rowNamed(at int) *mention {
	list := c.in.mentions[c.sentence]
	for i := range list {
		if m := &list[i]; m.topic.kind == barisTopic && (m.first == at || m.last == at) {
			return m
		}
	}
	return nil
}

// rowOf is the row that a sentence names for an amount: the last one before it in its clause, or the one it is handed to. several
// says that more are named without amounts of their own.
func (c *claim) rowOf() (row *topic, at int, several bool) {
	s, broken := c.s(), c.clauseStart()
	at = -1
	list := c.in.mentions[c.sentence]
	for i, m := range list {
		switch {
		case m.topic.kind != barisTopic:
		case m.last < c.At:
			several = several || row != nil && row != m.topic && !numberBetween(s, at, m.first)
			row, at = m.topic, m.last
		case (row == nil || at < broken) && c.handsTo(m.first):
			another := i+1 < len(list) && list[i+1].topic.kind == barisTopic && list[i+1].first <= m.last+3
			return m.topic, m.first, another // "untuk Program A dan Program B"
		}
	}
	return row, at, several
}

func numberBetween(s *narasi.Sentence, from, to int) bool {
	for k := from + 1; k < to; k++ {
		if s.Tokens[k].Kind == narasi.Num {
			return true
		}
	}
	return false
}

func near(s *narasi.Sentence, from, reach int, words ...string) bool {
	for k := from; k < len(s.Tokens) && k < from+reach; k++ {
		if s.Tokens[k].Is(words...) {
			return true
		}
	}
	return false
}
