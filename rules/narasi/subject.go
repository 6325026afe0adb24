package narasi

import "strings"

// heads open the name of something that is measured: followed by a word that is not plain, a new subject begins.
var heads = set("indeks", "nilai", "skor", "angka", "tingkat", "persentase", "prosentase", "prevalensi", "rasio", "jumlah", "produksi", "produktivitas", "cakupan",
	"proporsi", "level", "laju", "umur", "usia", "harga", "biaya", "target", "program", "kegiatan", "belanja", "pendapatan", "dana", "retribusi", "pajak",
	"kontribusi", "komponen", "unsur", "dimensi", "aspek", "bidang", "sektor", "variabel", "kapasitas", "volume", "luas", "panjang")

// plain words name nothing: they link, place in time or say what a figure is of.
var plain = set("dan", "atau", "yang", "di", "ke", "dari", "pada", "dalam", "dengan", "untuk", "oleh", "sebagai", "adalah", "ialah", "merupakan", "yaitu", "yakni", "ini",
	"itu", "tersebut", "dimaksud", "juga", "telah", "sudah", "belum", "masih", "hanya", "baru", "dapat", "mampu", "berhasil", "tidak", "lebih", "kurang", "sangat",
	"cukup", "sama", "tahun", "tahunan", "sebelumnya", "lalu", "berjalan", "sampai", "hingga", "akhir", "akhirnya", "awal", "awalnya", "semula", "menjadi",
	"berada", "kinerja", "renstra", "rpjmd", "rkpd", "rpjmn", "rencana", "iku", "ikk", "pk", "perjanjian", "jangka", "menengah", "kategori", "predikat", "interpretasi",
	"hasil", "evaluasi", "penilaian", "survei", "pengukuran", "perhitungan", "menurut", "berdasarkan", "sesuai", "setelah", "sebelum", "sesudah", "perubahan",
	"murni", "secara", "keseluruhan", "total", "seluruh", "rata", "atas", "bawah", "terhadap", "poin", "persen", "posisi", "kondisi", "maka", "sehingga",
	"karena", "namun", "tetapi", "sedangkan", "sementara", "adapun", "walaupun", "meskipun", "jika", "bila", "apabila", "saat", "ketika", "serta", "lagi", "pula",
	"setara", "ekuivalen", "artinya", "berarti", "hal", "sejak", "selama", "antara", "indikator", "sasaran", "tujuan", "strategis", "utama", "periode",
	"maksimal", "maksimum", "minimal", "tertinggi", "terendah", "terbesar", "terkecil", "kembali", "kemudian", "selanjutnya", "bahwa", "sebesarnya", "per", "agar",
	"positif", "negatif", "signifikan", "konsisten", "stabil", "tetap", "baik", "tinggi", "rendah", "besar", "kecil", "bulan", "triwulan", "semester", "ada",
	"terdapat", "mulai", "guna", "pelaporan", "laporan", "data", "sekitar", "hampir", "lebihnya", "realistis", "final", "akhirnya", "bagi", "sendiri", "capaiannya",
	"lain", "lainnya", "satu", "sisanya", "sebaliknya", "tingkat", "kemajuan", "kemajuannya", "penyerapan", "pelaksanaan", "bersangkutan", "ditetapkan", "pemerintah", "daerah", "instansi")

// acronyms of sources and documents name no figure.
var acronyms = set("bps", "bpk", "bpkp", "bkn", "kasn", "kemenpan", "panrb", "kemenpanrb", "ski", "ri", "apbd", "apbdp", "apbn", "dpa", "dppa", "pk", "iku", "lkjip", "lkj",
	"rpjmd", "rpjmn", "ta", "skpd", "opd", "pd", "tw", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "bb", "aa", "cc", "wtp", "rb", "lhe", "lhp", "asn", "pns",
	"kpk", "kemendagri", "bappenas", "lan", "ombudsman", "rp")

// Plain reports whether a token names nothing.
func (t *Token) Plain() bool {
	if t.Kind != Word || plain[t.Lower] || heads[t.Lower] || aspects[t.Lower] != Unsaid || trends[t.Lower] != 0 || comparers[t.Lower] || trendFillers[t.Lower] {
		return true
	}
	for _, prefix := range []string{"di", "ter", "ber", "me", "se"} {
		if strings.HasPrefix(t.Lower, prefix) && len(t.Lower) > len(prefix)+4 { // a verb
			return true
		}
	}
	return false
}

// Turns reports whether the words between a name and a number, tokens from to before to, turn to something else: the name
// goes on ("… perkotaan"), another subject opens ("indeks harga …"), or a clause that sets something against it speaks of
// more than figures ("sedangkan perempuan …"). Tokens that known says belong to the report's own name are no other thing;
// after says that a name stands right before.
func (s *Sentence) Turns(from, to int, after bool, known func(i int) bool) bool {
	depth, against := 0, false
	for i := from; i < to && i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		switch {
		case t.Is("("):
			depth++
			continue
		case t.Is(")"):
			depth = max(depth-1, 0)
			continue
		case depth > 0:
			continue
		case t.Is("sedangkan", "sementara", "adapun", ";"):
			against = true
			continue
		case t.Kind != Word || known(i):
			continue
		}
		prev := &Token{Kind: Mark}
		if i > 0 {
			prev = &s.Tokens[i-1]
		}
		if t.Plain() {
			continue
		}
		if against || after && i == from || prev.Kind == Word && heads[prev.Lower] {
			return true
		}
	}
	return s.acronymBefore(from, to, known)
}

// acronymBefore reports whether an unknown short name leads to the number: "…, IPP sebesar 4,2".
func (s *Sentence) acronymBefore(from, to int, known func(i int) bool) bool {
	depth := 0
	for i := min(to, len(s.Tokens)) - 1; i >= from; i-- {
		t := &s.Tokens[i]
		switch {
		case t.Is(")"):
			depth++
		case t.Is("("):
			depth = max(depth-1, 0)
		case depth > 0 || t.Kind == Year:
		case t.Kind != Word || known(i):
			return false
		case t.Acronym:
			return !acronyms[t.Lower]
		case !t.Plain():
			return false
		}
	}
	return false
}
