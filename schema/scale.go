package schema

import "lkjip/schema/source"

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
