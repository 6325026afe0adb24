package rules

import (
	"regexp"
	"slices"
	"strings"

	"lkjip/schema"
)

// ekspektasi is where a rating of PermenPANRB 6/2022 stands: below, as or above expected.
type ekspektasi int

const (
	tanpaRating ekspektasi = iota
	diBawah
	sesuai
	diAtas
)

// ratingOf reads a rating; other words than the regulation's give none.
func ratingOf(t schema.Teks) ekspektasi {
	n := " " + schema.Normal(t.S) + " "
	found := []ekspektasi{}
	for word, rating := range map[string]ekspektasi{" di bawah ": diBawah, " dibawah ": diBawah, " sesuai ": sesuai, " di atas ": diAtas, " diatas ": diAtas} {
		if strings.Contains(n, word) {
			found = append(found, rating)
		}
	}
	if len(found) != 1 {
		return tanpaRating
	}
	return found[0]
}

// scored is one indicator with a target and a realisasi, of the SKP or of the measurement.
type scored struct {
	name, unit        schema.Teks
	target, realisasi *schema.Figure
}

func (p *Pass) scored() []scored {
	var all []scored
	for _, l := range p.Laporan {
		for i := range l.SKP.Hasil {
			h := &l.SKP.Hasil[i]
			all = append(all, scored{h.Indikator, h.Satuan, &h.Target, &h.Realisasi})
		}
	}
	for m := range p.measured() {
		all = append(all, scored{m.Nama, m.Satuan, &m.Target, &m.Realisasi})
	}
	return all
}

// reGrade are letter predicates of assessments, which stand for an index and never for a percentage.
var reGrade = regexp.MustCompile(`^(AA|A|A-|BB|B|B-|CC|C|C-|D|E|F)$`)

// counted are units of things that are counted or of time, none of which can be a percentage.
var counted = []string{"orang", "jiwa", "dokumen", "laporan", "unit", "buah", "kegiatan", "bulan", "hari", "minggu", "jam", "menit", "kali",
	"desa", "kelurahan", "kecamatan", "kelompok", "paket", "rekomendasi", "aplikasi", "layanan", "inovasi", "rupiah", "rp"}

// unit is what a figure says it is counted in: "persen", "predikat" for a number with a letter grade, a counted thing, or "".
func (s scored) unitOf(f *schema.Figure) string {
	switch {
	case f.Percent:
		return "persen"
	case reGrade.MatchString(f.Label):
		return "predikat"
	}
	if n := schema.Normal(f.Label); slices.Contains(counted, n) {
		return unitOf(n)
	}
	return ""
}

// targetUnit is what the target is counted in: as written beside it, else as the unit or the name of the indicator says.
func (s scored) targetUnit() string {
	if u := s.unitOf(s.target); u != "" {
		return u
	}
	if unitOf(s.unit.S) == "persen" || !s.unit.IsSet() && rePercent.MatchString(s.name.S) {
		return "persen"
	}
	if n := schema.Normal(s.unit.S); slices.Contains(counted, n) {
		return unitOf(n)
	}
	return ""
}
