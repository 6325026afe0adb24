package narasi

// extremes name the greatest (+1) or least (-1) of a set; pale ones only after "paling".
var (
	extremeWords = map[string]int{"tertinggi": 1, "terbesar": 1, "terbanyak": 1, "terendah": -1, "terkecil": -1, "tersedikit": -1}
	paleExtremes = map[string]int{"tinggi": 1, "besar": 1, "banyak": 1, "rendah": -1, "kecil": -1, "sedikit": -1}
)

// measures are what the greatest is greatest in.
var measures = map[string]Aspect{
	"capaian": Capaian, "capaiannya": Capaian, "pencapaian": Capaian,
	"nilai": Nilai, "skor": Nilai, "nilainya": Nilai,
	"bobot": Maksimal, "bobotnya": Maksimal,
	"serapan": Serapan, "penyerapan": Serapan, "serapannya": Serapan, "terserap": Serapan,
	"anggaran": Pagu, "pagu": Pagu, "alokasi": Pagu, "anggarannya": Pagu,
	"sisa": Sisa, "sisanya": Sisa,
}

// beyond words make the set another one than that of the report's own figures of the year.
var beyond = set("selama", "sepanjang", "sejak", "antar", "antara", "se", "nasional", "provinsi", "kedua", "ketiga", "salah", "bulan", "triwulan", "semester",
	"periode", "dunia", "peningkatan", "kenaikan", "penurunan", "pertumbuhan", "pengurangan", "penambahan", "kabupaten", "kota", "kecamatan", "tahunan", "berturut",
	"tambahan", "pergeseran", "potensi", "kontribusi", "hampir", "bukan", "gap", "selisih", "kesenjangan", "bersama", "rata")

// extremes reads "serapan terendah terdapat pada Program …", "aspek dengan bobot terbesar adalah …", "Program … mencatat
// serapan tertinggi". Whose it is, the rules find by the names beside it.
func (g *grammar) extremes() {
	for i := range g.tokens {
		dir := extremeWords[g.word(i)]
		if dir == 0 && g.at(i-1).Is("paling") {
			dir = paleExtremes[g.word(i)]
		}
		if dir == 0 || g.unrealBefore(i, 8) || g.negatedBefore(i) {
			continue
		}
		aspect, at := g.measured(i)
		if aspect == Unsaid || g.word(at-1) == "dari" || g.word(i+1) == "yang" {
			continue // "67,88% dari nilai tertinggi 400", "nilai tertinggi yang dapat dicapai"
		}
		from, to := g.clause(i)
		outside := false
		for j := from; j < to; j++ {
			outside = outside || beyond[g.word(j)] && !(g.at(j).Is("antara") && g.at(j-1).Is("di"))
		}
		if outside {
			continue
		}
		c := Claim{Kind: Extreme, At: i, First: at, Last: i, Dir: dir, Aspect: aspect, Word: g.text(at, i)}
		c.Year = g.yearNear(i, from, to)
		g.claims = append(g.claims, c)
	}
}

// measured is what the extreme at i is one of, and where that is told: the measure within four words before it.
func (g *grammar) measured(i int) (Aspect, int) {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		t := g.at(j)
		a := measures[g.word(j)]
		switch {
		case a == Pagu && (g.at(j-1).Is("sisa", "realisasi", "serapan", "penyerapan", "persentase") || g.at(j-2).Is("realisasi")):
			if g.at(j - 1).Is("sisa") {
				return Sisa, j - 1
			}
			return Serapan, j - 1
		case a == Nilai && g.at(j-1).Is("capaian"):
			return Capaian, j - 1
		case a != Unsaid:
			return a, j
		case t.Kind != Word || t.Is("dari", "dengan", "pada", "yang"):
			return Unsaid, 0
		}
	}
	return Unsaid, 0
}
