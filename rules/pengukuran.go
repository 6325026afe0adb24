package rules

import (
	"iter"
	"regexp"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
)

// measured is an indicator where it is measured, with the file it stands in.
type measured struct {
	*schema.Indikator
	report *schema.Laporan
	year   int                 // of the file
	lastOf bool                // the realisasi of the year is that of its last quarter where no other is printed
	again  []*schema.Indikator // as other tables state it again
}

// measured are the indicators of every measurement of the dossier, those of goals first.
func (p *Pass) measured() iter.Seq[measured] {
	return func(yield func(measured) bool) {
		for _, l := range p.Laporan {
			lastOf := byQuarters(l, p.yearOf(l))
			again := map[string][]*schema.Indikator{}
			for i := range l.Pengukuran.Ulangan {
				n := &l.Pengukuran.Ulangan[i]
				again[folded(n.Nama.S)] = append(again[folded(n.Nama.S)], n)
			}
			for _, n := range l.Pengukuran.Indikators() {
				if !yield(measured{n.Indikator, l, p.yearOf(l), lastOf, again[folded(n.Indikator.Nama.S)]}) {
					return
				}
			}
		}
	}
}

// yearOf is the year a file reports on; a file that does not say is of the dossier's year.
func (p *Pass) yearOf(l *schema.Laporan) int {
	if y := l.Tahun.Year(); y != 0 {
		return y
	}
	return p.Tahun()
}

// yearly is one year of an indicator.
type yearly struct {
	year                       int
	target, realisasi, capaian *schema.Figure
}

// years are the indicator's years that have a capaian: the reported one first.
func (m measured) years() []yearly {
	all := []yearly{m.in(m.year)}
	for y := range schema.Years(m.RiwayatCapaian) {
		if y != m.year {
			all = append(all, m.in(y))
		}
	}
	return all
}

// in is a year of the indicator, with nil for what is not printed.
func (m measured) in(year int) yearly {
	if year == m.year {
		realisasi := &m.Realisasi
		if m.lastOf && !realisasi.IsSet() {
			if last := m.lastQuarter(); last != nil {
				realisasi = last
			}
		}
		return yearly{year, &m.Target, realisasi, &m.Capaian}
	}
	return yearly{year, m.RiwayatTarget[year], m.Riwayat[year], m.RiwayatCapaian[year]}
}

// realisasiOf is the realisasi of a year, nil where none is printed.
func (m measured) realisasiOf(year int) *schema.Figure {
	if year == m.year {
		return &m.Realisasi
	}
	return m.Riwayat[year]
}

// achievement relates capaian, realisasi and target with the indicator's polarity and the report's cap.
func (m measured) achievement(capaian, realisasi, target *schema.Figure) *calc.Relation {
	r := m.achievementBy(m.polarity(target), capaian, realisasi, target)
	if r.Polarity == calc.Undeclared {
		r.Polarity = m.inferred(r)
	}
	return r
}

func (m measured) achievementBy(polarity calc.Polarity, capaian, realisasi, target *schema.Figure) *calc.Relation {
	r := calc.Achievement(capaian, realisasi, target, polarity)
	r.Terms[1].Exact = m.counts(realisasi)
	if limit := &m.report.Pengukuran.BatasAtas; limit.IsNumber() {
		r.Cap = limit.Value
	}
	return r
}

// inferred is the polarity an indicator without one shows: by a name of what should be little, unless the report computes
// it as a positive one; or by another year, or another table, that fits one of the formulas only. One that may be good when
// little is negative where its capaian fits no other formula.
func (m measured) inferred(r *calc.Relation) calc.Polarity {
	fits := func(r calc.Relation, p calc.Polarity) bool {
		r.Polarity = p
		return calc.Judge(&r).State == calc.Holds
	}
	if m.smallIsGood() {
		if fits(*r, calc.Up) {
			return calc.Undeclared
		}
		return calc.Down
	}
	up, broken := false, calc.Judge(r).State == calc.Broken
	if broken && m.mayBeSmall() && fits(*r, calc.Down) {
		return calc.Down // cut at a cap
	}
	shown := m.years()
	for _, a := range m.again {
		y := yearly{m.year, &m.Target, &m.Realisasi, &a.Capaian}
		if a.Target.IsSet() {
			y.target = &a.Target
		}
		if a.Realisasi.IsSet() {
			y.realisasi = &a.Realisasi
		}
		shown = append(shown, y)
	}
	for _, y := range shown {
		other := m.achievementBy(calc.Undeclared, y.capaian, y.realisasi, y.target)
		if fits(*other, calc.Down) && !fits(*other, calc.Up) {
			if broken && other.Result.Figure != r.Result.Figure {
				return calc.Down
			}
			return calc.Undeclared
		}
		up = up || fits(*other, calc.Up) && !fits(*other, calc.Down)
	}
	if up || broken {
		return calc.Up // what fits no formula is measured by the usual one
	}
	return calc.Undeclared
}

// reMeasured are units and names of figures that were measured or computed and then rounded.
var reMeasured = regexp.MustCompile(`(?i)%|\b(persen|persentase|prosentase|percent|indeks|index|nilai|skor|skore|score|rasio|ratio|poin|point|level|laju|rata-rata|rerata|tingkat|angka|derajat|koefisien|per|juta|miliar|milyar|triliun|ton|km|ha|hektar|hektare|kilometer)\b`)

// counts reports whether a figure is a count, which stands for itself; a measured one stands for all that rounds to it.
func (m measured) counts(f *schema.Figure) bool {
	if !f.IsNumber() || f.Decimals > 0 || f.Percent || !f.Value.IsInt() {
		return false
	}
	if m.Satuan.IsSet() {
		return !reMeasured.MatchString(m.Satuan.S)
	}
	return !reMeasured.MatchString(m.Nama.S)
}

// isPercent reports whether the indicator is a percentage.
func (m measured) isPercent() bool {
	return strings.Contains(m.Satuan.S, "%") || rePercent.MatchString(m.Satuan.S)
}

var rePercent = regexp.MustCompile(`(?i)^(persen|persentase|prosentase|percent)\b`)

// polarity is which way the indicator is good: as declared, or as a target that only has an upper end says.
func (m measured) polarity(target *schema.Figure) calc.Polarity {
	if p := calc.PolarityOf(schema.Choice(m.Polaritas)); p != calc.Undeclared {
		return p
	}
	if target != nil && target.Kind == schema.Between {
		if target.Low == nil {
			return calc.Down
		}
		return calc.Range
	}
	return calc.Undeclared
}

// Words of what should be little, and words that turn such a name around: "penurunan stunting" should be much.
var (
	reLittle = regexp.MustCompile(`\b(kemiskinan|miskin|pengangguran|penganggur|stunting|inflasi|temuan|pengaduan|keluhan|kematian|kecelakaan|waktu tunggu|kesenjangan|ketimpangan|gini|kebocoran|kejahatan|kriminalitas|kekurangan gizi|gizi buruk|putus sekolah|kawasan kumuh|buta aksara|ndr|gdr|net death rate|gross death rate)\b`)
	reTurned = regexp.MustCompile(`\b(\w*turun\w*|\w*nurun\w*|kurang\w*|berkurang\w*|pengurangan|penangan\w*|ditangani|tertangani|tindak\w*|ditindak\w*|penyelesaian|selesai\w*|diselesaikan|terselesaikan|cegah|pencegahan|dicegah|layanan|pelayanan|dilayani|terlayani|\w*kendali\w*|\w*kelola\w*|pelaksanaan|terlaksana\w*|dilaksanakan|aksi|konvergensi|lokus|percepatan|pemantauan|monitoring|survei|aplikasi|sistem|cakupan|bebas|tanggulang\w*|penanggulangan|pengentasan|terentaskan|intervensi|tidak|tanpa|non|kepatuhan|efektivitas|kualitas|mutu|respon\w*|rekomendasi|penataan|ditata|pembinaan|dibina|bantuan|dibantu|pemberdayaan|diberdayakan|penerima|menerima|mendapat\w*|memperoleh|memiliki|terpenuhi\w*|pemenuhan|program|kegiatan|dokumen|laporan|kebijakan|koordinasi|sosialisasi|fasilitasi|pendampingan|data|keluar|naik|meningkat\w*|peningkatan|lulus|ditempatkan|penempatan|dilatih|pelatihan|yang)\b`)
)

// reMaybeLittle are names and units of what is as a rule better when little: a time that something takes, a count of what goes wrong.
var (
	reMaybeLittle = regexp.MustCompile(`\b(waktu|lama|durasi|pelanggaran|kasus|kejadian|gangguan|konflik|kehilangan|tunggakan|korban|kerugian|kebakaran|sengketa|keterlambatan|penyimpangan|risiko|emisi|prevalensi|rasio beban)\b`)
	reTimes       = regexp.MustCompile(`(?i)^\s*(?:menit|jam|detik|hari)\b`)
)

// mayBeSmall reports whether little of the indicator may be good: it is not told by its name for certain, and not excluded.
func (m measured) mayBeSmall() bool {
	name := schema.Normal(m.Nama.S)
	return (reMaybeLittle.MatchString(name) || reTimes.MatchString(m.Satuan.S)) && !reTurned.MatchString(name)
}

// smallIsGood reports whether the name of the indicator says that little of it is good.
func (m measured) smallIsGood() bool {
	name := schema.Normal(m.Nama.S)
	return reLittle.MatchString(name) && !reTurned.MatchString(name)
}
