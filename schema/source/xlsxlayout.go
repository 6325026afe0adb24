package source

import "strings"

// The template layout: which sheet holds which section, and which column which field. It is data; the reader, the writer
// and the empty template all follow it. Field keys are those of the contract.

// sheetLayout is one sheet: single values above (label beside value), then a table with a row of headings.
type sheetLayout struct {
	name   string
	alias  []string
	about  string   // what the sheet is for, in the template
	path   string   // section the sheet's keys are relative to; "" is the report itself
	single []column // label beside value
	levels []level  // of the table, outermost first; none in a sheet of single values
	many   bool     // a report may hold several: "Anggaran", "Anggaran 2"
	total  map[string]string
}

// level is one nesting of lists: Pengukuran rows hold sasaran, and these hold indikator. Parent values are written once and
// left empty below, or repeated.
type level struct {
	list    []string // key of the list; with several, the column Jenis says which; none: the columns belong to the parent
	columns []column
	join    bool // items exist already in another sheet and are found by their identifying columns
	// optional: the item may stand without the level above it (sasaran without tujuan), and the level below without this one.
	optional bool
}

// column is one column or label.
type column struct {
	heading string // "Riwayat {tahun}" stands for a column a year
	key     string // relative to the item; a family adds its number: riwayat.2022
	alias   []string
	id      bool // another text here begins another item
	shared  bool // the column also serves the next deeper level, when the row names an item there
	texts   bool // several texts, separated by ";"
	money   bool
	percent bool
	last    bool // stands behind the columns of deeper levels
	shown   bool // part of the empty template; others appear when the data needs them
	wide    bool
	choices []string
	help    string
}

const (
	headingJenis = "Jenis"
	headingNo    = "No"
	sheetOther   = "Lainnya"
	sheetGuide   = "Petunjuk"
)

var polaritas = []string{"naik", "turun", "rentang", "tetap"}

var xlsxLayout = []sheetLayout{
	{name: "Identitas", about: "Siapa melapor, untuk tahun berapa, dan siapa mengesahkan", single: []column{
		{heading: "Dokumen", key: "dokumen", shown: true, choices: []string{"lkjip", "pk", "dpa", "lra", "rak", "renstra", "renja", "iku", "lhe", "skp", "lainnya"}, help: "Pilih dari daftar"},
		{heading: "Tahun", key: "tahun", shown: true, alias: []string{"Tahun Anggaran", "Tahun Laporan"}, help: "Tahun anggaran yang dilaporkan"},
		{heading: "Kode Instansi", key: "instansi.kode", shown: true, help: "Kode perangkat daerah; tulis sebagai teks agar nol di depan tidak hilang"},
		{heading: "Nama Instansi", key: "instansi.nama", shown: true, alias: []string{"Instansi", "Perangkat Daerah"}, help: "Nama instansi yang melapor"},
		{heading: "Pemerintah Daerah", key: "instansi.pemda", shown: true, alias: []string{"Pemda"}, help: "Kabupaten, kota, atau provinsi"},
		{heading: "Jenis Instansi", key: "instansi.jenis", shown: true, choices: []string{"perangkat-daerah", "pemda", "kabupaten", "kota", "provinsi", "kementerian-lembaga", "unit-kerja", "satuan-kerja", "instansi-vertikal", "lainnya"}, help: "Pilih dari daftar"},
		{heading: "Tempat Pengesahan", key: "pengesahan.tempat", shown: true, help: "Kota tempat laporan ditandatangani"},
		{heading: "Tanggal Pengesahan", key: "pengesahan.tanggal", shown: true, help: "Tanggal laporan ditandatangani"},
		{heading: "Nama Pejabat", key: "pengesahan.pejabat", shown: true, alias: []string{"Pejabat"}, help: "Nama yang menandatangani"},
		{heading: "Jabatan", key: "pengesahan.jabatan", shown: true, help: "Jabatan yang menandatangani"},
		{heading: "NIP", key: "pengesahan.nip", shown: true, help: "18 angka; tulis sebagai teks"},
	}},
	{name: "Renstra", path: "renstra", about: "Tujuan, sasaran, dan target lima tahun", single: []column{
		{heading: "Periode Dari", key: "periode.dari", shown: true, help: "Tahun pertama Renstra"},
		{heading: "Periode Sampai", key: "periode.sampai", shown: true, help: "Tahun terakhir Renstra"},
	}, levels: []level{
		{list: []string{"tujuan"}, columns: []column{
			{heading: "Kode Tujuan", key: "kode"},
			{heading: "Tujuan", key: "uraian", id: true, shown: true, wide: true, help: "Tujuan Renstra; kosong berarti sama dengan baris di atas"},
		}},
		{list: []string{"sasaran"}, optional: true, columns: []column{
			{heading: "Kode Sasaran", key: "kode"},
			{heading: "Sasaran", key: "uraian", id: true, shown: true, wide: true, help: "Sasaran di bawah tujuan; kosong berarti sama dengan baris di atas"},
		}},
		{list: []string{"indikator"}, columns: []column{
			{heading: "Kode Indikator", key: "kode"},
			{heading: "Indikator", key: "nama", shown: true, wide: true, help: "Satu baris untuk setiap indikator"},
			{heading: "Satuan", key: "satuan", shown: true, help: "Satuan indikator: nilai, persen, indeks, dokumen"},
			{heading: "Polaritas", key: "polaritas", shown: true, choices: polaritas, help: "naik: makin tinggi makin baik; turun: makin rendah makin baik"},
			{heading: "Kondisi Awal", key: "kondisi_awal", shown: true, help: "Nilai sebelum Renstra berjalan"},
			{heading: "Target {tahun}", key: "target", shown: true, help: "Target tahun itu"},
			{heading: "Target Akhir", key: "target_akhir", shown: true, help: "Target pada akhir Renstra"},
			{heading: "Penjelasan", key: "penjelasan", wide: true, help: "Mengapa berbeda dari dokumen lain"},
		}},
	}},
	{name: "IKU", about: "Indikator Kinerja Utama menurut penetapannya", levels: []level{
		{list: []string{"iku"}, columns: append([]column{
			{heading: "Sasaran", key: "sasaran", shown: true, wide: true, help: "Sasaran yang diukur indikator ini"},
		}, indicator("nama satuan polaritas target formula sumber_data penanggung_jawab")...)},
	}},
	{name: "PK", alias: []string{"Perjanjian Kinerja"}, about: "Perjanjian Kinerja: sasaran, indikator, dan target", levels: []level{
		{list: []string{"perjanjian_kinerja"}, columns: []column{
			{heading: "Versi", key: "versi", id: true, shown: true, choices: []string{"murni", "perubahan"}, help: "murni atau perubahan; kosong berarti sama dengan baris di atas"},
			{heading: "Nomor PK", key: "nomor", id: true},
			{heading: "Tahun PK", key: "tahun"},
			{heading: "Tanggal PK", key: "tanggal", shown: true, alias: []string{"Tanggal"}, help: "Tanggal PK ditandatangani"},
			{heading: "Tanggal DPA", key: "tanggal_dpa", shown: true, help: "Tanggal DPA disahkan"},
			{heading: "Alasan Perubahan", key: "alasan", shown: true, wide: true, alias: []string{"Alasan"}, help: "Hanya untuk PK perubahan"},
			{heading: "Pihak Pertama", key: "pihak_pertama"},
			{heading: "Pihak Kedua", key: "pihak_kedua"},
			{heading: "Satuan Uang", key: "satuan_uang"},
		}},
		{list: []string{"sasaran"}, columns: withSuffix(" Sasaran", "kode capaian predikat penjelasan", []column{
			{heading: "Kode", key: "kode"},
			{heading: "Sasaran", key: "uraian", id: true, shown: true, wide: true, help: "Sasaran; kosong berarti sama dengan baris di atas"},
			{heading: "Capaian", key: "capaian", percent: true},
			{heading: "Predikat", key: "predikat"},
			{heading: "Penjelasan", key: "penjelasan", wide: true, help: "Mengapa berbeda dari dokumen lain"},
		}, analysis(" Sasaran", false))},
		{list: []string{"indikator"}, columns: indicator("nama satuan target")},
	}},
	{name: "PK Program", about: "Program dan anggaran dalam Perjanjian Kinerja; baris Jumlah di akhir", total: map[string]string{"anggaran": "jumlah_anggaran"}, levels: []level{
		{list: []string{"perjanjian_kinerja"}, join: true, columns: []column{
			{heading: "Versi", key: "versi", id: true, shown: true, choices: []string{"murni", "perubahan"}, help: "PK yang memuat program ini; kosong berarti sama dengan baris di atas"},
			{heading: "Nomor PK", key: "nomor", id: true},
		}},
		{list: []string{"program"}, columns: []column{
			{heading: "Kode Program", key: "kode", shown: true, alias: []string{"Kode"}, help: "Tulis sebagai teks"},
			{heading: "Program", key: "nama", shown: true, wide: true, help: "Nama program; baris terakhir boleh “Jumlah”"},
			{heading: "Anggaran", key: "anggaran", shown: true, money: true, help: "Rupiah penuh"},
			{heading: "Sumber Dana", key: "sumber_dana", shown: true, help: "APBD, APBN, DAK"},
			{heading: "Keterangan", key: "keterangan"},
			{heading: "Penjelasan", key: "penjelasan", wide: true, help: "Mengapa berbeda dari dokumen lain"},
		}},
	}},
	{name: "Pengukuran", alias: []string{"Pengukuran Kinerja"}, path: "pengukuran", about: "Target, realisasi, dan capaian tahun ini", single: []column{
		{heading: "Rata-rata Capaian", key: "rata_rata_capaian", shown: true, percent: true, help: "Rata-rata capaian seluruh indikator sasaran, dalam persen"},
		{heading: "Predikat Rata-rata", key: "predikat", shown: true, help: "Predikat menurut skala capaian"},
		{heading: "Batas Capaian", key: "batas_capaian", shown: true, help: "Isi 120 bila capaian dibatasi 120 %; kosongkan bila tidak"},
	}, levels: []level{
		{list: []string{"sasaran", "tujuan"}, columns: withSuffix(" Sasaran", "capaian predikat penjelasan", []column{
			{heading: "Kode", key: "kode"},
			{heading: "Uraian", key: "uraian", id: true, shown: true, wide: true, alias: []string{"Sasaran", "Sasaran Strategis", "Tujuan"}, help: "Tujuan atau sasaran; kosong berarti sama dengan baris di atas"},
			{heading: "Capaian", key: "capaian", percent: true},
			{heading: "Predikat", key: "predikat"},
			{heading: "Penjelasan", key: "penjelasan", wide: true, help: "Mengapa berbeda dari dokumen lain"},
		}, analysis(" Sasaran", true))},
		{list: []string{"indikator"}, columns: indicator("nama satuan polaritas target realisasi capaian riwayat target_akhir capaian_akhir standar_nasional predikat penjelasan")},
	}},
	{name: "Skala Capaian", about: "Skala capaian kinerja yang dipakai laporan ini", levels: []level{
		{list: []string{"skala_capaian"}, columns: scaleRow},
	}},
	{name: "Anggaran", alias: []string{"Realisasi Anggaran"}, path: "anggaran", many: true, about: "Pagu dan realisasi per program, kegiatan, dan subkegiatan; baris Jumlah di akhir", single: []column{
		{heading: "Nama Tabel", key: "nama", shown: true, help: "Judul tabel dalam laporan"},
		{heading: "Sumber Tabel", key: "sumber", shown: true, help: "LRA, RAK, DPA"},
		{heading: "Satuan Uang", key: "satuan", shown: true, choices: []string{"rupiah", "ribu rupiah", "juta rupiah", "miliar rupiah"}, help: "rupiah bila ditulis penuh"},
		{heading: "Per Tanggal", key: "per_tanggal", shown: true, help: "Keadaan per tanggal"},
	}, total: map[string]string{"": "jumlah."}, levels: []level{
		{list: []string{"baris"}, columns: []column{
			{heading: "Kode", key: "kode", shown: true, alias: []string{"Kode Rekening"}, help: "Kode program, kegiatan, subkegiatan; tulis sebagai teks"},
			{heading: "Tingkat", key: "tingkat", choices: []string{"urusan", "bidang", "unit", "program", "kegiatan", "sub-kegiatan", "akun", "kelompok", "jenis", "objek", "rincian-objek", "sub-rincian-objek"}},
			{heading: "Uraian", key: "uraian", shown: true, wide: true, alias: []string{"Program/Kegiatan/Subkegiatan", "Nama"}, help: "Nama program, kegiatan, subkegiatan; baris terakhir “Jumlah”"},
			{heading: "Pagu Murni", key: "pagu_murni", shown: true, money: true, alias: []string{"Pagu Sebelum Perubahan"}, help: "Pagu sebelum perubahan, rupiah penuh"},
			{heading: "Pagu", key: "pagu", shown: true, money: true, alias: []string{"Pagu Perubahan", "Pagu Setelah Perubahan"}, help: "Pagu yang berlaku, rupiah penuh"},
			{heading: "Selisih", key: "selisih", money: true, help: "Pagu dikurangi pagu murni"},
			{heading: "Realisasi", key: "realisasi", shown: true, money: true, alias: []string{"Realisasi Anggaran"}, help: "Realisasi, rupiah penuh"},
			{heading: "Persen", key: "persen", shown: true, percent: true, alias: []string{"Serapan"}, help: "Realisasi dibagi pagu, dalam persen"},
			{heading: "Sisa", key: "sisa", shown: true, money: true, alias: []string{"Sisa Anggaran"}, help: "Pagu dikurangi realisasi"},
			{heading: "Realisasi {tw}", key: "realisasi_triwulan", money: true},
			{heading: "Realisasi {bulan}", key: "realisasi_bulan", money: true},
			{heading: "Rencana {bulan}", key: "rencana_bulan", money: true},
			{heading: "Rencana {tw}", key: "rencana_triwulan", money: true},
			{heading: "Rencana Jumlah", key: "rencana_jumlah", money: true},
			{heading: "Keterangan", key: "keterangan", shown: true, wide: true, help: "Catatan bila perlu"},
		}},
	}},
	{name: "Pendukung", alias: []string{"Anggaran Pendukung"}, path: "anggaran_pendukung", about: "Anggaran program yang langsung mendukung sasaran PK", levels: []level{
		{columns: []column{
			{heading: "Program", key: "program", texts: true, shown: true, wide: true, help: "Kode program, dipisahkan titik koma: 2; 3"},
			{heading: "Pagu Murni", key: "pagu_murni", shown: true, money: true, help: "Rupiah penuh"},
			{heading: "Pagu", key: "pagu", shown: true, money: true, help: "Jumlah pagu program tersebut"},
			{heading: "Realisasi", key: "realisasi", shown: true, money: true, help: "Jumlah realisasi program tersebut"},
			{heading: "Persen", key: "persen", shown: true, percent: true, help: "Realisasi dibagi pagu, dalam persen"},
			{heading: "Sisa", key: "sisa", shown: true, money: true, help: "Pagu dikurangi realisasi"},
		}},
	}},
	{name: "Penilaian", about: "Hasil penilaian: merit, AKIP, SKM, SPBE, dan lain-lain; baris Jumlah di akhir setiap penilaian", total: map[string]string{"": "jumlah."}, levels: []level{
		{list: []string{"penilaian"}, columns: []column{
			{heading: "Skema", key: "skema", id: true, shown: true, help: "Skema penilaian, misalnya merit-2018 atau akip-2021; kosong berarti sama dengan baris di atas"},
			{heading: "Tahun", key: "tahun", id: true, shown: true, help: "Tahun yang dinilai"},
			{heading: "Penilai", key: "penilai", shown: true, help: "Instansi yang menilai"},
			{heading: "Kategori", key: "kategori", last: true, shown: true, help: "Kategori hasil penilaian; cukup di satu baris"},
			{heading: "Predikat", key: "predikat", last: true, shown: true, help: "Predikat hasil penilaian; cukup di satu baris"},
			{heading: "Sebutan", key: "sebutan", last: true, shown: true, help: "Sebutan hasil penilaian; cukup di satu baris"},
			{heading: "Indeks", key: "indeks", last: true, shown: true, help: "Indeks hasil penilaian; cukup di satu baris"},
		}},
		{list: []string{"komponen"}, columns: []column{
			{heading: "Kode", key: "kode", shared: true},
			{heading: "Komponen", key: "nama", id: true, shown: true, wide: true, alias: []string{"Aspek", "Unsur"}, help: "Aspek, komponen, atau unsur; baris terakhir “Jumlah”"},
			{heading: "Maksimal", key: "maksimal", shared: true, shown: true, alias: []string{"Nilai Maksimal"}, help: "Nilai tertinggi yang mungkin"},
			{heading: "Bobot", key: "bobot", shared: true, shown: true, help: "Bobot komponen"},
			{heading: "Nilai", key: "nilai", shared: true, shown: true, help: "Nilai yang diperoleh"},
		}},
		{list: []string{"komponen"}, columns: []column{{heading: "Subkomponen", key: "nama", id: true, wide: true}}},
	}},
	{name: "SKP", path: "skp", about: "Sasaran Kinerja Pegawai pimpinan instansi", single: []column{
		{heading: "Nama Pegawai", key: "pejabat", shown: true, help: "Pejabat yang dinilai"},
		{heading: "NIP", key: "nip", shown: true, help: "18 angka; tulis sebagai teks"},
		{heading: "Jabatan", key: "jabatan", shown: true, help: "Jabatan yang dinilai"},
		{heading: "Rating Hasil Kerja", key: "rating_hasil_kerja", shown: true, help: "Di atas, sesuai, atau di bawah ekspektasi"},
		{heading: "Rating Perilaku", key: "rating_perilaku", shown: true, help: "Di atas, sesuai, atau di bawah ekspektasi"},
		{heading: "Predikat Kinerja", key: "predikat", shown: true, help: "Predikat kinerja pegawai"},
		{heading: "Capaian Organisasi", key: "capaian_organisasi", shown: true, help: "Predikat kinerja organisasi"},
	}, levels: []level{
		{list: []string{"hasil_kerja"}, columns: []column{
			{heading: "Rencana Hasil Kerja", key: "rencana", shown: true, wide: true, help: "Rencana hasil kerja"},
			{heading: "Indikator", key: "indikator", shown: true, wide: true, help: "Indikator kinerja individu"},
			{heading: "Satuan", key: "satuan", shown: true, help: "Satuan indikator"},
			{heading: "Polaritas", key: "polaritas", choices: polaritas},
			{heading: "Target", key: "target", shown: true, help: "Angka, rentang, atau teks"},
			{heading: "Realisasi", key: "realisasi", shown: true, help: "Dalam satuan yang sama dengan target"},
			{heading: "Bukti Dukung", key: "bukti", shown: true, wide: true, alias: []string{"Bukti"}, help: "Dokumen pendukung"},
		}},
	}},
	{name: "Tindak Lanjut", about: "Tindak lanjut rekomendasi hasil evaluasi", levels: []level{
		{list: []string{"tindak_lanjut"}, columns: []column{
			{heading: "Aspek", key: "aspek", shown: true, help: "Komponen evaluasi"},
			{heading: "Rekomendasi", key: "saran", shown: true, wide: true, alias: []string{"Saran"}, help: "Isi rekomendasi"},
			{heading: "Tindak Lanjut", key: "tindak_lanjut", shown: true, wide: true, help: "Yang dilakukan"},
			{heading: "Capaian", key: "capaian", shown: true, wide: true, help: "Hasilnya"},
			{heading: "Status", key: "status", shown: true, help: "selesai, proses, belum"},
		}},
	}},
	{name: "Narasi", about: "Kalimat laporan yang memuat angka, untuk dibandingkan dengan tabel", levels: []level{
		{list: []string{"narasi"}, columns: []column{
			{heading: "Bagian", key: "bagian", shown: true, help: "Nomor bab atau subbab"},
			{heading: "Teks", key: "teks", shown: true, wide: true, help: "Paragraf apa adanya"},
		}},
	}},
	{name: "Susunan", path: "susunan", about: "Judul bab, daftar tabel, gambar, dan lampiran", levels: []level{
		{list: []string{"judul", "tabel", "tabel_isi", "gambar", "lampiran"}, columns: []column{
			{heading: "Nomor", key: "nomor", shown: true, help: "Nomor seperti dalam laporan; tulis sebagai teks"},
			{heading: "Judul", key: "judul", shown: true, wide: true, help: "Judul seperti dalam laporan"},
			{heading: "Halaman", key: "halaman", shown: true, help: "Halaman menurut daftar isi"},
			{heading: "Judul pada Isi", key: "judul_isi", wide: true, help: "Judul seperti tertulis di atas tabel atau lampiran"},
		}},
	}},
	{name: "Skala", about: "Skala penilaian milik laporan ini, bila tidak memakai skala resmi", levels: []level{
		{list: []string{"skala"}, columns: []column{
			{heading: "ID Skala", key: "id", id: true, shown: true, alias: []string{"ID"}, help: "Nama pendek skala; kosong berarti sama dengan baris di atas"},
			{heading: "Nama Skala", key: "nama", shown: true, help: "Nama lengkap"},
			{heading: "Dasar", key: "dasar", shown: true, help: "Peraturan yang menetapkan"},
			{heading: "Terverifikasi", key: "terverifikasi"},
			{heading: "Catatan", key: "catatan", wide: true},
			{heading: "Skor Terendah", key: "minimal"},
			{heading: "Skor Tertinggi", key: "maksimal"},
		}},
		{list: []string{"baris"}, columns: scaleRow},
	}},
	{name: "Skema", about: "Skema penilaian milik laporan ini, bila tidak memakai skema resmi", levels: []level{
		{list: []string{"skema"}, columns: []column{
			{heading: "ID Skema", key: "id", id: true, shown: true, alias: []string{"ID"}, help: "Nama pendek skema; kosong berarti sama dengan baris di atas"},
			{heading: "Nama Skema", key: "nama", shown: true, help: "Nama lengkap"},
			{heading: "Nama Lain Skema", key: "alias", texts: true, help: "Nama lain skema, dipisahkan titik koma"},
			{heading: "Dasar", key: "dasar", shown: true, help: "Peraturan yang menetapkan"},
			{heading: "Terverifikasi", key: "terverifikasi"},
			{heading: "Catatan", key: "catatan", wide: true},
			{heading: "Skala", key: "skala", shown: true, help: "ID skala yang dipakai"},
			{heading: "Berlaku Dari", key: "berlaku_dari", help: "Tahun pertama"},
			{heading: "Berlaku Sampai", key: "berlaku_sampai", help: "Tahun terakhir"},
			{heading: "Cara", key: "cara", shown: true, choices: []string{"jumlah", "tertimbang", "tidak-dihitung"}, help: "Cara menghitung nilai"},
			{heading: "Indikator Terkait", key: "indikator", texts: true, wide: true},
		}},
		{list: []string{"komponen"}, columns: []column{
			{heading: "Komponen", key: "nama", id: true, shown: true, wide: true, help: "Nama komponen"},
			{heading: "Nama Lain", key: "alias", shared: true, texts: true, help: "Nama lain komponen, dipisahkan titik koma"},
			{heading: "Bobot", key: "bobot", shared: true, shown: true, help: "Bobot komponen"},
			{heading: "Maksimal", key: "maksimal", shared: true, shown: true, help: "Nilai tertinggi yang mungkin"},
		}},
		{list: []string{"komponen"}, columns: []column{{heading: "Subkomponen", key: "nama", id: true, wide: true}}},
	}},
}

var scaleRow = []column{
	{heading: "Angka", key: "angka", shown: true, alias: []string{"Rentang"}, help: "Rentang seperti tercetak, misalnya > 90 – 100"},
	{heading: "Kategori", key: "kategori", shown: true, help: "Nama seperti tercetak"},
	{heading: "Lebih Dari", key: "lebih_dari", shown: true, help: "Batas bawah, tidak termasuk"},
	{heading: "Minimal", key: "minimal", shown: true, help: "Batas bawah, termasuk"},
	{heading: "Dari", key: "dari", help: "Sama dengan Minimal"},
	{heading: "Kurang Dari", key: "kurang_dari", shown: true, help: "Batas atas, tidak termasuk"},
	{heading: "Sampai", key: "sampai", shown: true, help: "Batas atas, termasuk"},
	{heading: "Predikat", key: "predikat"},
	{heading: "Sebutan", key: "sebutan", shown: true, help: "Sebutan rentang ini"},
	{heading: "Indeks", key: "indeks"},
}

// indicator gives the columns of an indikator; those named in shown are part of the empty template.
func indicator(shown string) []column {
	all := append([]column{
		{heading: "Kode Indikator", key: "kode"},
		{heading: "Indikator", key: "nama", wide: true, alias: []string{"Indikator Kinerja", "Nama Indikator"}, help: "Satu baris untuk setiap indikator"},
		{heading: "Satuan", key: "satuan", help: "Satuan indikator: nilai, persen, indeks, dokumen"},
		{heading: "Polaritas", key: "polaritas", choices: polaritas, help: "naik: makin tinggi makin baik; turun: makin rendah makin baik"},
		{heading: "Target", key: "target", help: "Angka, rentang, atau teks seperti dalam PK"},
		{heading: "Target {tw}", key: "target_triwulan"},
		{heading: "Target Rencana Aksi", key: "target_rencana_aksi", help: "Target setahun seperti dalam rencana aksi"},
		{heading: "Realisasi", key: "realisasi", help: "Realisasi tahun ini, dalam satuan target"},
		{heading: "Realisasi {tw}", key: "realisasi_triwulan"},
		{heading: "Capaian", key: "capaian", percent: true, help: "Realisasi terhadap target, dalam persen"},
		{heading: "Capaian {tw}", key: "capaian_triwulan", percent: true},
		{heading: "Pembilang", key: "pembilang"},
		{heading: "Penyebut", key: "penyebut"},
		{heading: "Perubahan", key: "perubahan", percent: true, help: "Terhadap tahun lalu, dalam persen"},
		{heading: "Riwayat {tahun}", key: "riwayat", alias: []string{"Realisasi {tahun}"}, help: "Realisasi tahun itu"},
		{heading: "Riwayat Target {tahun}", key: "riwayat_target", alias: []string{"Target {tahun}"}},
		{heading: "Riwayat Capaian {tahun}", key: "riwayat_capaian", alias: []string{"Capaian {tahun}"}, percent: true},
		{heading: "Target Akhir", key: "target_akhir", alias: []string{"Target Akhir Renstra"}, help: "Target pada akhir Renstra"},
		{heading: "Capaian Akhir", key: "capaian_akhir", percent: true, help: "Realisasi terhadap target akhir, dalam persen"},
		{heading: "Tahun Capaian Akhir", key: "tahun_capaian_akhir"},
		{heading: "Standar Nasional", key: "standar_nasional", help: "Angka pembanding nasional"},
		{heading: "Predikat", key: "predikat", help: "Predikat menurut skala capaian"},
		{heading: "Penjelasan", key: "penjelasan", wide: true, help: "Mengapa berbeda dari dokumen lain"},
		{heading: "Formula", key: "formula", wide: true, help: "Cara menghitung indikator"},
		{heading: "Sumber Data", key: "sumber_data", help: "Asal data"},
		{heading: "Penanggung Jawab", key: "penanggung_jawab", help: "Unit yang bertanggung jawab"},
	}, analysis("", false)...)
	want := " " + shown + " "
	for i := range all {
		all[i].shown = strings.Contains(want, " "+all[i].key+" ")
	}
	return all
}

// analysis gives the columns of the analysis Bab III owes a sasaran or indikator (PermenPANRB 53/2014).
func analysis(suffix string, shown bool) []column {
	return []column{
		{heading: "Analisis" + suffix, key: "analisis", wide: true, last: true, help: "Seluruh analisis sebagai satu teks, bila tidak dipilah"},
		{heading: "Perbandingan Tahun Lalu" + suffix, key: "analisis.perbandingan_tahun_lalu", wide: true, last: true, shown: shown, help: "Perbandingan dengan realisasi tahun lalu"},
		{heading: "Perbandingan Target Akhir" + suffix, key: "analisis.perbandingan_target_akhir", wide: true, last: true, shown: shown, help: "Perbandingan dengan target akhir Renstra"},
		{heading: "Perbandingan Standar Nasional" + suffix, key: "analisis.standar_nasional", wide: true, last: true, shown: shown, help: "Perbandingan dengan standar nasional"},
		{heading: "Penyebab" + suffix, key: "analisis.penyebab", wide: true, last: true, shown: shown, help: "Penyebab keberhasilan atau kegagalan"},
		{heading: "Solusi" + suffix, key: "analisis.solusi", wide: true, last: true, shown: shown, help: "Alternatif solusi yang telah dilakukan"},
		{heading: "Efisiensi" + suffix, key: "analisis.efisiensi", wide: true, last: true, shown: shown, help: "Efisiensi penggunaan sumber daya"},
		{heading: "Program Penunjang" + suffix, key: "analisis.program_penunjang", wide: true, last: true, shown: shown, help: "Program yang menunjang keberhasilan atau kegagalan"},
	}
}

// withSuffix tells columns of a parent apart from those of its children by their heading.
func withSuffix(suffix, keys string, columns, more []column) []column {
	for i := range columns {
		if strings.Contains(" "+keys+" ", " "+columns[i].key+" ") {
			columns[i].heading += suffix
		}
	}
	return append(columns, more...)
}
