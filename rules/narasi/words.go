package narasi

// The words of report prose, by what they do in a sentence. A new word is a new entry here.

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// trends say that something rose (+1) or fell (-1). nouns are those that are also parts of names ("Program Peningkatan …").
var (
	trends = map[string]int{
		"naik": 1, "meningkat": 1, "bertambah": 1, "tumbuh": 1, "melonjak": 1, "melesat": 1, "menanjak": 1, "kenaikan": 1, "peningkatan": 1,
		"pertambahan": 1, "penambahan": 1, "lonjakan": 1, "pertumbuhan": 1,
		"turun": -1, "menurun": -1, "berkurang": -1, "merosot": -1, "anjlok": -1, "menyusut": -1, "penurunan": -1, "pengurangan": -1, "penyusutan": -1,
	}
	trendNouns = set("kenaikan", "peningkatan", "pertambahan", "penambahan", "lonjakan", "pertumbuhan", "penurunan", "pengurangan", "penyusutan")
)

// comparers introduce what something is compared with.
var comparers = set("dibanding", "dibandingkan", "daripada", "ketimbang", "terhadap")

// between a trend word and its number these may stand.
var trendFillers = set("sebesar", "sebanyak", "sejumlah", "senilai", "sekitar", "kurang", "lebih", "hampir", "hingga", "sampai", "mencapai", "yaitu", "yakni",
	"cukup", "signifikan", "tajam", "drastis", "pesat", "tipis", "sangat", "positif", "relatif", "secara", "nilai", "capaian", "realisasi", "kinerja",
	"indeks", "skor", "anggaran", "pagu", "persentase", "yang", "tersebut", "dimaksud", "itu", "ini", "juga", "sebelumnya", "rata", "dengan", "selisih",
	"luar", "biasa", "dari", "tahun", "angka", "adalah", "terjadi", "konsisten", "nyata", "kembali", "pula", "sedikit", "masing")

// hedges widen a number. Directions: about, at least, at most.
var hedges = map[string]Hedge{
	"sekitar": About, "kira": About, "kisaran": About, "±": About, "~": About, "hampir": Almost, "mendekati": Almost,
	"melampaui": MoreThan, "melebihi": MoreThan, "menembus": MoreThan, "minimal": AtLeast, "sedikitnya": AtLeast, "maksimal": AtMost, "setinggi": AtMost,
}

// countNouns are things a report counts and lists, with the singular the rules know them by.
var countNouns = map[string]string{
	"program": "program", "kegiatan": "kegiatan", "subkegiatan": "sub kegiatan", "sasaran": "sasaran", "indikator": "indikator", "iku": "indikator",
	"aspek": "komponen", "dimensi": "komponen", "komponen": "komponen", "unsur": "komponen", "tujuan": "tujuan", "misi": "misi", "variabel": "komponen",
	"bidang": "bidang", "faktor": "faktor", "tahapan": "tahapan", "kategori": "kategori", "rekomendasi": "rekomendasi", "urusan": "urusan",
}

// metWords and their kind: what is said of a target.
var (
	reachVerbs   = set("mencapai", "memenuhi", "melampaui", "melebihi")
	reachedWords = set("tercapai", "terpenuhi", "terlampaui")
	perfect      = set("telah", "sudah", "berhasil", "mampu")
	negations    = set("belum", "tidak", "tak", "gagal")
	// unreal words turn a claim into a wish, a condition or a plan.
	unreal = set("untuk", "upaya", "berupaya", "agar", "diharapkan", "harapan", "rangka", "akan", "guna", "jika", "apabila", "bila", "kalau", "hendaknya",
		"seharusnya", "harus", "perlu", "wajib", "dibutuhkan", "diperlukan", "ditargetkan", "mesti", "diupayakan", "dioptimalkan", "strategi", "supaya", "rencana", "direncanakan", "diproyeksikan", "optimis", "komitmen")
	partial = set("sebagian", "beberapa", "sejumlah", "sebanyak", "mayoritas", "umumnya", "rata", "umum", "hampir", "terdapat", "ada", "masing",
		"kecuali", "selain")
)

// besides make an amount of budget a part or a gap instead of the budget itself.
var besides = set("tambahan", "penambahan", "pengurangan", "kekurangan", "selisih", "pergeseran", "realokasi", "efisiensi", "penghematan", "refocusing", "usulan",
	"kebutuhan", "kontribusi", "proporsi", "porsi")

// categoryWords introduce the name of a score.
var categoryWords = set("kategori", "predikat", "interpretasi", "sebutan", "kualifikasi", "peringkat")
