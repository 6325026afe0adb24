// Package schema says what a performance report (LKjIP) contains: the CUE contract, the official scales as CUE data, and
// the Go model of a report, in which every value keeps its text and place.
package schema

import (
	"lkjip/schema/source"
)

// Laporan is one file's data. A section that the file does not hold is empty; what could not be read stays unset.
type Laporan struct {
	Node *source.Node `lkjip:"-"`

	Dokumen           Teks              `lkjip:"dokumen"`
	Instansi          Instansi          `lkjip:"instansi"`
	Tahun             Figure            `lkjip:"tahun"`
	Pengesahan        Pengesahan        `lkjip:"pengesahan"`
	Renstra           Renstra           `lkjip:"renstra"`
	RPJMD             []SasaranRenstra  `lkjip:"rpjmd"` // the objectives of the region's plan that the agency serves
	IKU               []Indikator       `lkjip:"iku"`
	PerjanjianKinerja []PK              `lkjip:"perjanjian_kinerja"`
	Pengukuran        Pengukuran        `lkjip:"pengukuran"`
	SkalaCapaian      []BarisSkala      `lkjip:"skala_capaian"`
	Anggaran          []Anggaran        `lkjip:"anggaran"` // one table may stand without a list
	AnggaranPendukung AnggaranPendukung `lkjip:"anggaran_pendukung"`
	Penilaian         []Penilaian       `lkjip:"penilaian"`
	Rincian           []Rincian         `lkjip:"rincian"`
	SKP               SKP               `lkjip:"skp"`
	TindakLanjut      []TindakLanjut    `lkjip:"tindak_lanjut"`
	Narasi            []Narasi          `lkjip:"narasi"`
	Susunan           Susunan           `lkjip:"susunan"`
	Skala             []Skala           `lkjip:"skala"` // scales the report declares for its own assessments
	Skema             []Skema           `lkjip:"skema"` // assessment schemes the report declares
}

// Instansi is the agency that reports.
type Instansi struct {
	Node  *source.Node `lkjip:"-"`
	Kode  Teks         `lkjip:"kode"`
	Nama  Teks         `lkjip:"nama"`
	Pemda Teks         `lkjip:"pemda"` // the region it belongs to
	Jenis Teks         `lkjip:"jenis"` // perangkat-daerah, pemda, kementerian-lembaga, …
}

// Pengesahan is the signature under the report.
type Pengesahan struct {
	Node    *source.Node `lkjip:"-"`
	Tempat  Teks         `lkjip:"tempat"`
	Tanggal Tanggal      `lkjip:"tanggal"`
	Pejabat Teks         `lkjip:"pejabat"`
	Jabatan Teks         `lkjip:"jabatan"`
	NIP     Teks         `lkjip:"nip"`
}

// Renstra is the five-year plan: goals and sasaran with targets per year.
type Renstra struct {
	Node    *source.Node     `lkjip:"-"`
	Periode Periode          `lkjip:"periode"`
	Tujuan  []TujuanRenstra  `lkjip:"tujuan"`
	Sasaran []SasaranRenstra `lkjip:"sasaran"`
}

// TujuanRenstra is a goal of the plan with its indicators and the sasaran below it.
type TujuanRenstra struct {
	Node      *source.Node       `lkjip:"-"`
	Kode      Teks               `lkjip:"kode"`
	Uraian    Teks               `lkjip:"uraian"`
	Indikator []IndikatorRenstra `lkjip:"indikator"`
	Sasaran   []SasaranRenstra   `lkjip:"sasaran"`
}

// SasaranRenstra is an objective of the plan with its indicators.
type SasaranRenstra struct {
	Node      *source.Node       `lkjip:"-"`
	Kode      Teks               `lkjip:"kode"`
	Uraian    Teks               `lkjip:"uraian"`
	Indikator []IndikatorRenstra `lkjip:"indikator"`
}

// IndikatorRenstra is an indicator of the plan: a target for each year and one for the end.
type IndikatorRenstra struct {
	Node        *source.Node    `lkjip:"-"`
	Kode        Teks            `lkjip:"kode"`
	Nama        Teks            `lkjip:"nama"`
	Satuan      Teks            `lkjip:"satuan"`
	Polaritas   Teks            `lkjip:"polaritas"`
	KondisiAwal Figure          `lkjip:"kondisi_awal"`
	Target      map[int]*Figure `lkjip:"target"` // by year
	TargetAkhir Figure          `lkjip:"target_akhir"`
	Penjelasan  Teks            `lkjip:"penjelasan"`
}

// Periode is a span of years, both ends included.
type Periode struct {
	Dari   Figure `lkjip:"dari"`
	Sampai Figure `lkjip:"sampai"`
}

// Tujuan is a goal with its own indicators and the sasaran below it.
type Tujuan struct {
	Node      *source.Node     `lkjip:"-"`
	Kode      Teks             `lkjip:"kode"`
	Uraian    Teks             `lkjip:"uraian"`
	Indikator []Indikator      `lkjip:"indikator"`
	Sasaran   []Sasaran        `lkjip:"sasaran"`
	Capaian   Figure           `lkjip:"capaian"` // percent, mean of its indicators
	Predikat  Teks             `lkjip:"predikat"`
	Ulangan   []UlanganCapaian `lkjip:"ulangan"` // the mean as other tables state it again
	Analisis  Analisis         `lkjip:"analisis"`
}

// Sasaran is an objective with the indicators that measure it.
type Sasaran struct {
	Node       *source.Node     `lkjip:"-"`
	Kode       Teks             `lkjip:"kode"`
	Uraian     Teks             `lkjip:"uraian"`
	Indikator  []Indikator      `lkjip:"indikator"`
	Capaian    Figure           `lkjip:"capaian"` // percent, mean of its indicators
	Predikat   Teks             `lkjip:"predikat"`
	Ulangan    []UlanganCapaian `lkjip:"ulangan"` // the mean as other tables state it again
	Analisis   Analisis         `lkjip:"analisis"`
	Penjelasan Teks             `lkjip:"penjelasan"` // why it differs from another document
}

// UlanganCapaian is a mean as a table states it again.
type UlanganCapaian struct {
	Node     *source.Node `lkjip:"-"`
	Capaian  Figure       `lkjip:"capaian"` // percent
	Predikat Teks         `lkjip:"predikat"`
}

// Indikator is one performance indicator wherever it stands: Renstra, IKU, PK, Pengukuran.
type Indikator struct {
	Node            *source.Node    `lkjip:"-"`
	Kode            Teks            `lkjip:"kode"`
	Nama            Teks            `lkjip:"nama"`
	Sasaran         Teks            `lkjip:"sasaran"` // in a flat list: the sasaran it measures
	Satuan          Teks            `lkjip:"satuan"`
	Polaritas       Teks            `lkjip:"polaritas"` // naik, turun, rentang, tetap
	Target          Figure          `lkjip:"target"`
	TargetTriwulan  map[int]*Figure `lkjip:"target_triwulan"`
	TargetRenaksi   Figure          `lkjip:"target_rencana_aksi"` // of the year, as the action plan repeats the agreement's
	Realisasi       Figure          `lkjip:"realisasi"`
	RealisasiTw     map[int]*Figure `lkjip:"realisasi_triwulan"`
	Capaian         Figure          `lkjip:"capaian"`          // percent
	CapaianTw       map[int]*Figure `lkjip:"capaian_triwulan"` // percent, of the quarter's target or of the year's
	Pembilang       Figure          `lkjip:"pembilang"`
	Penyebut        Figure          `lkjip:"penyebut"`
	Perubahan       Figure          `lkjip:"perubahan"`       // percent against the year before
	Riwayat         map[int]*Figure `lkjip:"riwayat"`         // realisasi of earlier years
	RiwayatTarget   map[int]*Figure `lkjip:"riwayat_target"`  // targets of earlier years
	RiwayatCapaian  map[int]*Figure `lkjip:"riwayat_capaian"` // percent
	TargetAkhir     Figure          `lkjip:"target_akhir"`    // at the end of the Renstra
	CapaianAkhir    Figure          `lkjip:"capaian_akhir"`   // percent of target_akhir
	TahunCapaian    Figure          `lkjip:"tahun_capaian_akhir"`
	StandarNasional Figure          `lkjip:"standar_nasional"`
	Predikat        Teks            `lkjip:"predikat"`
	Penjelasan      Teks            `lkjip:"penjelasan"` // why it differs from another document
	Analisis        Analisis        `lkjip:"analisis"`
	Formula         Teks            `lkjip:"formula"`
	SumberData      Teks            `lkjip:"sumber_data"`
	PenanggungJawab Teks            `lkjip:"penanggung_jawab"`
}

// Analisis holds what Bab III says of a sasaran or indicator (PermenPANRB 53/2014, points 5 to 7; points 1 to 4 are figures).
// It is either one running text or the points apart.
type Analisis struct {
	Node              *source.Node `lkjip:"-"`
	Teks              Teks         // the whole, where it is not divided into points
	PerbandinganTahun Teks         `lkjip:"perbandingan_tahun_lalu"`
	PerbandinganAkhir Teks         `lkjip:"perbandingan_target_akhir"`
	StandarNasional   Teks         `lkjip:"standar_nasional"`
	Penyebab          Teks         `lkjip:"penyebab"`
	Solusi            Teks         `lkjip:"solusi"`
	Efisiensi         Teks         `lkjip:"efisiensi"`
	ProgramPenunjang  Teks         `lkjip:"program_penunjang"`
}

// PK is one Perjanjian Kinerja, original (murni) or revised (perubahan).
type PK struct {
	Node           *source.Node `lkjip:"-"`
	Versi          Teks         `lkjip:"versi"` // murni, perubahan
	Nomor          Teks         `lkjip:"nomor"`
	Tahun          Figure       `lkjip:"tahun"`
	Tanggal        Tanggal      `lkjip:"tanggal"`
	TanggalDPA     Tanggal      `lkjip:"tanggal_dpa"` // when the budget document was ratified
	Alasan         Teks         `lkjip:"alasan"`      // of a revision
	PihakPertama   Teks         `lkjip:"pihak_pertama"`
	PihakKedua     Teks         `lkjip:"pihak_kedua"`
	Sasaran        []Sasaran    `lkjip:"sasaran"`
	Program        []Program    `lkjip:"program"`
	SatuanUang     Teks         `lkjip:"satuan_uang"` // of its budget: rupiah (default), ribu rupiah, juta rupiah, miliar rupiah
	JumlahAnggaran Figure       `lkjip:"jumlah_anggaran,rupiah"`
}

// Program is one line of the PK's budget.
type Program struct {
	Node       *source.Node `lkjip:"-"`
	Kode       Teks         `lkjip:"kode"`
	Nama       Teks         `lkjip:"nama"`
	Anggaran   Figure       `lkjip:"anggaran,rupiah"`
	SumberDana Teks         `lkjip:"sumber_dana"`
	Keterangan Teks         `lkjip:"keterangan"`
	Penjelasan Teks         `lkjip:"penjelasan"`
}

// Pengukuran is the measurement: target against realisasi of goals and sasaran.
type Pengukuran struct {
	Node            *source.Node     `lkjip:"-"`
	Tujuan          []Tujuan         `lkjip:"tujuan"`
	Sasaran         []Sasaran        `lkjip:"sasaran"`
	Ulangan         []Indikator      `lkjip:"ulangan"`           // indicators as other tables of the report state them again
	UlanganRataRata []UlanganCapaian `lkjip:"ulangan_rata_rata"` // the overall mean, likewise
	RataRata        Figure           `lkjip:"rata_rata_capaian"` // percent, mean over all sasaran indicators
	Predikat        Teks             `lkjip:"predikat"`
	BatasAtas       Figure           `lkjip:"batas_capaian"` // declared cap of capaian in percent, e.g. 120
}

// BarisSkala is one row of a scale: a span of scores and what it is called.
// It is written as bounds (lebih_dari, minimal, kurang_dari, sampai) or as printed (angka: "> 90 – 100", kategori: "…").
type BarisSkala struct {
	Node       *source.Node `lkjip:"-"`
	LebihDari  Figure       `lkjip:"lebih_dari"`  // lower bound, excluded
	Minimal    Figure       `lkjip:"minimal"`     // lower bound, included
	Dari       Figure       `lkjip:"dari"`        // the same, as people write it beside sampai
	KurangDari Figure       `lkjip:"kurang_dari"` // upper bound, excluded
	Sampai     Figure       `lkjip:"sampai"`      // upper bound, included
	Predikat   Teks         `lkjip:"predikat"`
	Sebutan    Teks         `lkjip:"sebutan"`
	Angka      Teks         `lkjip:"angka"`    // the span as printed
	Kategori   Teks         `lkjip:"kategori"` // the name as printed; in official scales the category (AA, III)
	Indeks     Teks         `lkjip:"indeks"`   // the span of a second score printed beside the first, as in the merit scale

	// Tertukar: angka holds a name and kategori a span, so the two headings are swapped; the bounds are read all the same.
	Tertukar bool
}

// Anggaran is one budget table, rows in printed order.
type Anggaran struct {
	Node   *source.Node    `lkjip:"-"`
	Nama   Teks            `lkjip:"nama"`
	Sumber Teks            `lkjip:"sumber"` // LRA, RAK, DPA, e-Monev, …
	Satuan Teks            `lkjip:"satuan"` // rupiah (default), ribu rupiah, juta rupiah, miliar rupiah
	PerTgl Tanggal         `lkjip:"per_tanggal"`
	Baris  []BarisAnggaran `lkjip:"baris"`
	Jumlah BarisAnggaran   `lkjip:"jumlah"`
}

// BarisAnggaran is one row of a budget table. Amounts are rupiah unless the table says otherwise; persen is percent.
type BarisAnggaran struct {
	Node              *source.Node    `lkjip:"-"`
	Kode              Teks            `lkjip:"kode"`
	Tingkat           Teks            `lkjip:"tingkat"` // urusan, bidang, unit, sub-unit, program, kegiatan, sub-kegiatan, …
	Uraian            Teks            `lkjip:"uraian"`
	PaguMurni         Figure          `lkjip:"pagu_murni,rupiah"` // before the revision
	Pagu              Figure          `lkjip:"pagu,rupiah"`       // in force
	Selisih           Figure          `lkjip:"selisih,rupiah"`    // pagu − pagu_murni
	Realisasi         Figure          `lkjip:"realisasi,rupiah"`
	Persen            Figure          `lkjip:"persen"`
	Sisa              Figure          `lkjip:"sisa,rupiah"`
	RealisasiTriwulan map[int]*Figure `lkjip:"realisasi_triwulan,rupiah"`
	RealisasiBulan    map[int]*Figure `lkjip:"realisasi_bulan,rupiah"`
	RencanaBulan      map[int]*Figure `lkjip:"rencana_bulan,rupiah"` // anggaran kas (RAK)
	RencanaTriwulan   map[int]*Figure `lkjip:"rencana_triwulan,rupiah"`
	RencanaJumlah     Figure          `lkjip:"rencana_jumlah,rupiah"`
	Keterangan        Teks            `lkjip:"keterangan"`
}

// AnggaranPendukung is the budget of the programmes that directly support the PK, a population of its own.
type AnggaranPendukung struct {
	Node      *source.Node `lkjip:"-"`
	Program   []Teks       `lkjip:"program"` // codes or names of the programmes it covers
	PaguMurni Figure       `lkjip:"pagu_murni,rupiah"`
	Pagu      Figure       `lkjip:"pagu,rupiah"`
	Realisasi Figure       `lkjip:"realisasi,rupiah"`
	Persen    Figure       `lkjip:"persen"`
	Sisa      Figure       `lkjip:"sisa,rupiah"`
}

// Penilaian is one scored assessment: merit, AKIP, IP ASN, SKM, SPBE, … One shape serves every index.
type Penilaian struct {
	Node     *source.Node `lkjip:"-"`
	Skema    Teks         `lkjip:"skema"`
	Tahun    Figure       `lkjip:"tahun"`
	Penilai  Teks         `lkjip:"penilai"`
	Komponen []Komponen   `lkjip:"komponen"`
	Jumlah   JumlahNilai  `lkjip:"jumlah"`
	Kategori Teks         `lkjip:"kategori"`
	Predikat Teks         `lkjip:"predikat"`
	Sebutan  Teks         `lkjip:"sebutan"`
	Indeks   Figure       `lkjip:"indeks"`
}

// Komponen is one scored part of an assessment.
type Komponen struct {
	Node     *source.Node `lkjip:"-"`
	Kode     Teks         `lkjip:"kode"`
	Nama     Teks         `lkjip:"nama"`
	Maksimal Figure       `lkjip:"maksimal"`
	Bobot    Figure       `lkjip:"bobot"`
	Nilai    Figure       `lkjip:"nilai"`
	Komponen []Komponen   `lkjip:"komponen"` // sub-components
}

// JumlahNilai is the printed total of an assessment.
type JumlahNilai struct {
	Node     *source.Node `lkjip:"-"`
	Maksimal Figure       `lkjip:"maksimal"`
	Bobot    Figure       `lkjip:"bobot"`
	Nilai    Figure       `lkjip:"nilai"`
}

// Rincian is a table of details of no other kind, such as revenue by source or inspections planned and made: named rows of
// figures, by the number of their column, whose headings are in Kolom.
type Rincian struct {
	Node       *source.Node   `lkjip:"-"`
	Judul      Teks           `lkjip:"judul"`
	Bagian     Teks           `lkjip:"bagian"`  // the chapter it stands in
	Sebagai    Teks           `lkjip:"sebagai"` // the section that its other columns were read into, where only some are of no known kind
	Kolom      []Teks         `lkjip:"kolom"`
	Rumus      []Teks         `lkjip:"rumus"`       // what the table says of its columns: "5 = 4 / 3 × 100", as Formula reads it
	RumusBaris []Teks         `lkjip:"rumus_baris"` // and of its rows, the total last
	Baris      []BarisRincian `lkjip:"baris"`
	Jumlah     BarisRincian   `lkjip:"jumlah"`
}

// BarisRincian is one row of a table of details.
type BarisRincian struct {
	Node   *source.Node    `lkjip:"-"`
	Uraian Teks            `lkjip:"uraian"`
	Angka  map[int]*Figure `lkjip:"angka"` // by column, from 1
}

// SKP is the head's individual performance agreement and its evaluation (PermenPANRB 6/2022).
type SKP struct {
	Node           *source.Node `lkjip:"-"`
	Pejabat        Teks         `lkjip:"pejabat"`
	NIP            Teks         `lkjip:"nip"`
	Jabatan        Teks         `lkjip:"jabatan"`
	Hasil          []HasilKerja `lkjip:"hasil_kerja"`
	RatingHasil    Teks         `lkjip:"rating_hasil_kerja"`
	RatingPerilaku Teks         `lkjip:"rating_perilaku"`
	Predikat       Teks         `lkjip:"predikat"`
	Organisasi     Teks         `lkjip:"capaian_organisasi"`
}

// HasilKerja is one planned result of an SKP.
type HasilKerja struct {
	Node      *source.Node `lkjip:"-"`
	Rencana   Teks         `lkjip:"rencana"`
	Indikator Teks         `lkjip:"indikator"`
	Satuan    Teks         `lkjip:"satuan"`
	Target    Figure       `lkjip:"target"`
	Realisasi Figure       `lkjip:"realisasi"`
	Bukti     Teks         `lkjip:"bukti"`
	Polaritas Teks         `lkjip:"polaritas"`
}

// TindakLanjut is one recommendation of the last evaluation and what was done about it.
type TindakLanjut struct {
	Node    *source.Node `lkjip:"-"`
	Aspek   Teks         `lkjip:"aspek"`
	Saran   Teks         `lkjip:"saran"`
	Rencana Teks         `lkjip:"tindak_lanjut"`
	Capaian Teks         `lkjip:"capaian"`
	Status  Teks         `lkjip:"status"`
}

// Narasi is one passage of prose.
type Narasi struct {
	Node   *source.Node `lkjip:"-"`
	Bagian Teks         `lkjip:"bagian"`
	Teks   Teks         `lkjip:"teks"`
	Daftar []Teks       `lkjip:"daftar"` // the items of the list that it announces, where these are not in the text itself
}

// Susunan is the outline: headings and the lists of tables, figures and appendices.
type Susunan struct {
	Node     *source.Node `lkjip:"-"`
	Judul    []Bagian     `lkjip:"judul"`
	Tabel    []Bagian     `lkjip:"tabel"`
	TabelIsi []Bagian     `lkjip:"tabel_isi"` // captions over tables that the list of tables leaves out
	Gambar   []Bagian     `lkjip:"gambar"`
	Lampiran []Bagian     `lkjip:"lampiran"`
}

// Bagian is one numbered heading or caption, as the list in front of the report gives it.
type Bagian struct {
	Node     *source.Node `lkjip:"-"`
	Nomor    Teks         `lkjip:"nomor"`
	Judul    Teks         `lkjip:"judul"`
	Halaman  Teks         `lkjip:"halaman"`
	JudulIsi Teks         `lkjip:"judul_isi"` // the caption as it stands over the table, figure or appendix
}
