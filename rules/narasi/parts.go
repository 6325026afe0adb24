package narasi

// parts reads a total with the parts the sentence gives of it: "186 orang, terdiri dari PNS 95 orang, PPPK 41 orang dan tenaga
// kontrak 50 orang", "112 SD (94 negeri dan 18 swasta)", "A Rp … dan B Rp … sehingga total belanja Rp …", "dari pagu Rp …
// terealisasi Rp … sehingga tersisa Rp …". Lists that may leave something out or hold other things are none.
func (g *grammar) parts() {
	for i := range g.tokens {
		if !g.countable(i) {
			continue
		}
		if k, last := g.opens(i); k >= 0 {
			g.partsOf(i, k+1, last)
		}
	}
	g.summedUp()
	g.remainder()
}

// countable reports whether the number at i can be a total or a part.
func (g *grammar) countable(i int) bool {
	n := g.num(i)
	return n != nil && !n.Percent && !n.Points && !n.Worded && n.High == nil && n.Value.Sign() >= 0 && g.hedge(i) == Exact && !g.operand(i)
}

// opens finds what begins the parts of the total at i, and the last token that can be one of them.
func (g *grammar) opens(i int) (k, last int) {
	for k = i + 1; k <= i+9 && k < len(g.tokens) && g.num(k) == nil; k++ {
		switch t := g.at(k); {
		case t.Is(".", ";", ":"):
			return -1, 0
		case t.Is("(") && k <= i+4:
			if end := g.closing(k); end > k {
				return k, end - 1
			}
			return -1, 0
		case t.Is("terdiri") && g.at(k+1).Is("dari", "atas"):
			return k + 1, len(g.tokens) - 1
		case t.Is("rincian") && g.at(k-1).Is("dengan"):
			if g.at(k+1).Is("yaitu", "yakni", ":", "sebagai") {
				k++
			}
			return k, len(g.tokens) - 1
		}
	}
	return -1, 0
}

// partsOf reads the parts between two tokens and makes the claim, where nothing in between makes it uncertain.
func (g *grammar) partsOf(total, from, to int) {
	at, end := g.list(from, to, g.num(total).Money)
	if len(at) < 2 {
		return
	}
	for j := end; j < len(g.tokens); j++ { // a list that goes on in other words
		if j != total && g.countable(j) && g.num(j).Money == g.num(total).Money && to == len(g.tokens)-1 {
			return
		}
	}
	unit := countUnits[g.at(total+1).Lower]
	for _, k := range at {
		if u := countUnits[g.at(k+1).Lower]; unit != 0 && u != 0 && u != unit {
			return
		}
	}
	g.claims = append(g.claims, Claim{Kind: Parts, At: total, First: total, Last: at[len(at)-1], Number: g.num(total), PartsAt: at, PartAt: -1, WholeAt: -1})
}

// list reads a row of parts, each with a name and one number, parted by commas or "dan"; none where anything else stands there.
// end is the token behind it.
func (g *grammar) list(from, to int, money bool) (at []int, end int) {
	parted := true
	for j := from; j <= to && j < len(g.tokens); j++ {
		t := g.at(j)
		switch {
		case t.Is("(") && len(at) > 0 && g.closing(j) > j: // shares and parts of a part
			j = g.closing(j)
		case t.Is(",", ";", "dan", "serta", "&"):
			parted = true
		case t.Kind == Num && t.Num.Percent && g.at(j-1).Is("atau"):
		case t.Kind == Num:
			if !g.countable(j) || t.Num.Money != money || !parted || ranked[g.at(j-1).Lower] && !g.at(j-2).Is("lanjut") {
				return nil, 0
			}
			at, parted = append(at, j), false
		case t.Kind != Word && !t.Is(":", "-", "/", ".", "\"", "'", ")"), unlisted[t.Lower]:
			return nil, 0
		case listEnds[t.Lower] && len(at) > 1:
			return at, j
		case listEnds[t.Lower] && len(at) > 0:
			return nil, 0
		}
	}
	return at, to + 1
}

// unlisted are words that make a list another thing than the parts of a total.
var unlisted = set("tahun", "triwulan", "semester", "bulan", "tanggal", "target", "realisasi", "capaian", "lain", "antara", "diantaranya", "antaranya", "misalnya", "seperti", "contohnya",
	"masing", "setiap", "tiap", "per", "dari", "sampai", "hingga", "skala", "nilai", "sisa", "naik", "turun", "meningkat", "menurun", "bertambah", "berkurang", "lebih", "kurang", "minimal",
	"maksimal", "sekitar", "kurun", "peringkat", "ke", "termasuk", "sebagian", "terdiri", "rata", "bobot", "nomor", "pasal", "ayat", "meliputi", "mencakup", "x", "kali", "berbanding", "rasio", "menjadi", "menit", "jam", "hari", "semula", "sebelumnya")

// ranked are words that number one thing where a number follows them: kelas 3, usia 60. "Lanjut usia 2.118 orang" counts.
var ranked = set("kategori", "tipe", "usia", "umur", "golongan", "kelas", "eselon", "level", "tingkat")

// listEnds are words that begin something else behind a list.
var listEnds = set("yang", "dengan", "sehingga", "karena", "dimana", "untuk", "guna", "pada", "oleh", "sedangkan", "namun", "atau", "sementara", "telah", "sudah", "akan")

// countUnits are nouns that things are counted by, each one thing.
var countUnits = func() map[string]int {
	m := map[string]int{}
	for i, w := range []string{"orang", "unit", "buah", "desa", "kelurahan", "kecamatan", "kabupaten", "kota", "paket", "kegiatan", "program", "indikator", "dokumen", "bidang", "seksi", "sekolah",
		"ruang", "km", "ha", "ton", "kg", "ekor", "perkara", "kasus", "laporan", "kk", "rumah", "titik", "lokasi", "kelompok", "perusahaan", "sasaran", "rw", "rt", "dusun", "puskesmas", "pegawai",
		"aspek", "komponen", "subbagian", "tim", "rekomendasi", "permohonan", "berkas", "izin"} {
		m[w] = i + 1
	}
	m["jiwa"], m["hektar"], m["hektare"] = m["orang"], m["ha"], m["ha"]
	return m
}()

// summedUp reads parts whose total stands behind them: "… sehingga totalnya 5.912 orang".
func (g *grammar) summedUp() {
	for i := range g.tokens {
		if g.word(i) != "sehingga" {
			continue
		}
		named, total := false, -1
		for j := i + 1; j <= i+6 && total < 0; j++ {
			named = named || g.at(j).Is("total", "totalnya", "seluruhnya", "jumlahnya", "keseluruhan", "keseluruhannya")
			if g.countable(j) {
				total = j
			}
		}
		if !named || total < 0 {
			continue
		}
		from := 0
		for j := 0; j < i; j++ {
			if g.at(j).Is("terdiri") && g.at(j+1).Is("dari", "atas") {
				from = j + 2
			}
		}
		if at, _ := g.list(from, i-1, g.num(total).Money); len(at) > 1 {
			g.claims = append(g.claims, Claim{Kind: Parts, At: total, First: at[0], Last: total, Number: g.num(total), PartsAt: at, PartAt: -1, WholeAt: -1})
		}
	}
}

// remainder reads a budget, what was spent and what is left, told in one sentence and nothing else.
func (g *grammar) remainder() {
	of := map[Aspect]int{}
	for i := range g.tokens {
		n := g.num(i)
		if n == nil || !n.Money {
			continue
		}
		a := g.aspect(i)
		if _, twice := of[a]; twice || !g.countable(i) {
			return
		}
		of[a] = i
	}
	pagu, budgeted := of[Pagu]
	spent, used := of[Serapan]
	left, over := of[Sisa]
	if len(of) == 3 && budgeted && used && over {
		g.claims = append(g.claims, Claim{Kind: Parts, At: left, First: min(pagu, spent), Last: left, Number: g.num(pagu), PartsAt: []int{spent, left}, PartAt: -1, WholeAt: -1})
	}
}
