package schema

import (
	"math/big"

	"lkjip/schema/source"
)

// Skala maps scores to names. Official scales are CUE data (skala.cue); a report may declare its own.
type Skala struct {
	Node          *source.Node `lkjip:"-"`
	ID            Teks         `lkjip:"id"`
	Nama          Teks         `lkjip:"nama"`
	Dasar         Teks         `lkjip:"dasar"`         // the regulation that sets it
	Terverifikasi Teks         `lkjip:"terverifikasi"` // ya, sebagian, tidak: whether the bounds were read in the regulation
	Catatan       Teks         `lkjip:"catatan"`
	Minimal       Figure       `lkjip:"minimal"` // the lowest and highest score possible
	Maksimal      Figure       `lkjip:"maksimal"`
	Baris         []BarisSkala `lkjip:"baris"`
}

// Skema is one way of assessing: its components with weights or maxima, its scale and the years it is valid for.
type Skema struct {
	Node          *source.Node    `lkjip:"-"`
	ID            Teks            `lkjip:"id"`
	Alias         []Teks          `lkjip:"alias"` // other ids it is known by
	Nama          Teks            `lkjip:"nama"`
	Dasar         Teks            `lkjip:"dasar"`
	Terverifikasi Teks            `lkjip:"terverifikasi"`
	Catatan       Teks            `lkjip:"catatan"`
	Skala         Teks            `lkjip:"skala"`          // id of its scale
	BerlakuDari   Figure          `lkjip:"berlaku_dari"`   // first year assessed under it
	BerlakuSampai Figure          `lkjip:"berlaku_sampai"` // last year assessed under it
	Cara          Teks            `lkjip:"cara"`           // how components make the score: jumlah (plain sum), tertimbang (Σ bobot × nilai ÷ 100), tidak-dihitung
	Komponen      []KomponenSkema `lkjip:"komponen"`
	Indikator     []Teks          `lkjip:"indikator"` // names an indicator carries when this index is its realisasi
}

// KomponenSkema is one component of a scheme. Bobot is its weight, Maksimal the highest score; one of both may be missing.
type KomponenSkema struct {
	Node     *source.Node    `lkjip:"-"`
	Nama     Teks            `lkjip:"nama"`
	Alias    []Teks          `lkjip:"alias"`
	Bobot    Figure          `lkjip:"bobot"`
	Maksimal Figure          `lkjip:"maksimal"`
	Komponen []KomponenSkema `lkjip:"komponen"`
}

// Names are the names the row gives a score: category, predikat or sebutan, whichever are written.
func (b *BarisSkala) Names() []string {
	var names []string
	for _, t := range []Teks{b.Kategori, b.Predikat, b.Sebutan} {
		if t.IsSet() {
			names = append(names, t.S)
		}
	}
	return names
}

// Bounds are the row's ends; a nil end is open. open says whether the end itself is outside.
func (b *BarisSkala) Bounds() (low, high *big.Rat, lowOpen, highOpen bool) {
	if b.LebihDari.IsNumber() {
		low, lowOpen = b.LebihDari.Value, true
	} else if b.Minimal.IsNumber() {
		low = b.Minimal.Value
	} else if b.Dari.IsNumber() {
		low = b.Dari.Value
	}
	if b.KurangDari.IsNumber() {
		high, highOpen = b.KurangDari.Value, true
	} else if b.Sampai.IsNumber() {
		high = b.Sampai.Value
	}
	return low, high, lowOpen, highOpen
}

// readPrinted takes the bounds of a row that was copied as it is printed: "> 90 – 100" beside "Memuaskan". Where the span
// stands under kategori and the name under angka, the headings are swapped and the row says so.
func (b *BarisSkala) readPrinted() {
	text, s, ok := b.Angka, span{}, false
	if b.Angka.IsSet() {
		s, ok = readSpan(b.Angka.S)
	}
	if !ok && b.Kategori.IsSet() {
		if s, ok = readSpan(b.Kategori.S); !ok {
			return
		}
		text = b.Kategori
		b.Tertukar, b.Kategori = b.Angka.IsSet(), Teks{}
		if b.Tertukar {
			b.Sebutan = b.Angka
		}
	} else if ok && b.Kategori.IsSet() && !b.Sebutan.IsSet() && !b.Predikat.IsSet() {
		b.Sebutan, b.Kategori = b.Kategori, Teks{}
	}
	if !ok || b.bounded() {
		return
	}
	end := func(n *source.Numeral, open bool, excluded, included *Figure) {
		if n == nil {
			return
		}
		if !open {
			excluded = included
		}
		excluded.Node = text.Node
		excluded.setNumber(*n)
	}
	end(s.low, s.lowOpen, &b.LebihDari, &b.Minimal)
	end(s.high, s.highOpen, &b.KurangDari, &b.Sampai)
}

// bounded reports whether any bound of the row is written as such.
func (b *BarisSkala) bounded() bool {
	low, high, _, _ := b.Bounds()
	return low != nil || high != nil
}

// IndexScale are the spans of the second score that the scale prints beside the first, as a scale of their own with the
// same names; nil where a row has none.
func (s *Skala) IndexScale() *Skala {
	index := &Skala{Node: s.Node, Nama: Teks{S: "rentang indeks " + s.Nama.S}, Dasar: s.Dasar, Terverifikasi: s.Terverifikasi}
	for i := range s.Baris {
		b := s.Baris[i]
		var span Figure
		if !b.Indeks.IsSet() || !span.readWords(b.Indeks.S) || span.Kind != Between {
			return nil
		}
		b.LebihDari, b.Dari, b.KurangDari = Figure{}, Figure{}, Figure{}
		b.Minimal, b.Sampai = bound(span.Low, b.Indeks), bound(span.High, b.Indeks)
		index.Baris = append(index.Baris, b)
	}
	if len(index.Baris) == 0 {
		return nil
	}
	return index
}

func bound(v *big.Rat, t Teks) Figure {
	if v == nil {
		return Figure{}
	}
	return Figure{Node: t.Node, Kind: Exactly, Value: v}
}

// ReportScale is the report's own capaian scale as a Skala, nil when it declares none.
func (l *Laporan) ReportScale() *Skala {
	if len(l.SkalaCapaian) == 0 {
		return nil
	}
	return &Skala{
		Node:  l.Node.Get("skala_capaian"),
		Nama:  Teks{S: "skala capaian laporan ini"},
		Dasar: Teks{S: "skala capaian yang ditetapkan laporan ini"},
		Baris: l.SkalaCapaian,
	}
}

func (l *Laporan) readPrintedScale() {
	for i := range l.SkalaCapaian {
		l.SkalaCapaian[i].readPrinted()
	}
	for i := range l.Skala {
		for j := range l.Skala[i].Baris {
			l.Skala[i].Baris[j].readPrinted()
		}
	}
}
