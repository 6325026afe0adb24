package rules

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"

	"lkjip/schema/source"
)

// shape is the size of a generated report: programmes, kegiatan a programme, sub kegiatan a kegiatan, sasaran, indicators a
// sasaran, earlier years an indicator.
type shape struct {
	program, kegiatan, sub   int
	sasaran, indikator, year int
}

var shapes = []shape{
	{2, 2, 2, 1, 2, 2},
	{3, 4, 3, 3, 3, 3},
	{1, 2, 14, 2, 4, 2},
	{6, 1, 1, 1, 6, 1},
}

// rounding is one permitted way to print a computed value.
type rounding string

const (
	halfUp    rounding = "setengah ke atas"
	halfEven  rounding = "setengah ke genap"
	truncated rounding = "dipotong"
	oneDigit  rounding = "satu desimal"
	inRibuan  rounding = "dalam ribuan rupiah"
)

var roundings = []rounding{halfUp, halfEven, truncated, oneDigit, inRibuan}

// generate writes a report in which every figure agrees with every other.
func generate(rng *rand.Rand, s shape, how rounding) string {
	g := &generator{rng: rng, how: how}
	g.printf("instansi: {nama: Dinas Contoh, pemda: Kabupaten Contoh}\ntahun: 2024\nanggaran:\n")
	if how == inRibuan {
		g.printf("  satuan: ribu rupiah\n")
	}
	g.printf("  baris:\n")
	var total amounts
	for p := range s.program {
		var program amounts
		var below strings.Builder
		for k := range s.kegiatan {
			var kegiatan amounts
			var rows strings.Builder
			for q := range s.sub {
				row := g.amounts()
				kegiatan.add(row)
				rows.WriteString(g.row(fmt.Sprintf("%d.%d.%d", p+1, k+1, q+1), fmt.Sprintf("Sub Kegiatan %s %s", word(p), word(10*k+q)), row))
			}
			program.add(kegiatan)
			below.WriteString(g.row(fmt.Sprintf("%d.%d", p+1, k+1), fmt.Sprintf("Kegiatan %s %s", word(p), word(k)), kegiatan) + rows.String())
		}
		total.add(program)
		g.printf("%s%s", g.row(fmt.Sprint(p+1), "PROGRAM "+strings.ToUpper(word(p)), program), below.String())
	}
	g.printf("  jumlah: %s\npengukuran:\n  sasaran:\n", strings.TrimPrefix(strings.TrimSpace(g.row("", "", total)), "- "))
	for i := range s.sasaran {
		g.printf("    - uraian: Meningkatnya Layanan %s\n      indikator:\n", word(i))
		for j := range s.indikator {
			g.indikator(fmt.Sprintf("Persentase Layanan %s %s", word(i), word(j)), s.year)
		}
	}
	g.printf("penilaian:\n  - skema: merit-2018\n    tahun: 2024\n    komponen:\n")
	var nilai int64
	for i, m := range []int64{40, 40, 120, 40, 80, 40, 16, 24} {
		v := m/2 + g.rng.Int64N(m/2+1)
		nilai += v
		g.printf("      - {nama: %s, maksimal: %d, nilai: %d}\n", aspects[i], m, v)
	}
	g.printf("    jumlah: {maksimal: 400, nilai: %d}\n", nilai)
	return g.out.String()
}

var aspects = []string{"Perencanaan Kebutuhan", "Pengadaan", "Pengembangan Karier", "Promosi dan Mutasi", "Manajemen Kinerja",
	`"Penggajian, Penghargaan, dan Disiplin"`, "Perlindungan dan Pelayanan", "Sistem Informasi"}

// word gives names that no edit distance confuses.
func word(i int) string {
	words := []string{"Akuakultur", "Bendungan", "Cendekia", "Dermaga", "Ekowisata", "Farmasi", "Geospasial", "Hortikultura", "Imunisasi",
		"Jembatan", "Kearsipan", "Literasi", "Metrologi", "Nelayan", "Olahraga", "Perpustakaan"}
	name := words[i%len(words)]
	for i /= len(words); i > 0; i /= len(words) {
		name += " " + words[(i-1)%len(words)]
	}
	return name
}

type amounts struct{ murni, pagu, realisasi int64 }

func (a *amounts) add(o amounts) {
	a.murni, a.pagu, a.realisasi = a.murni+o.murni, a.pagu+o.pagu, a.realisasi+o.realisasi
}

type generator struct {
	rng *rand.Rand
	out strings.Builder
	how rounding
}

func (g *generator) printf(format string, args ...any) { fmt.Fprintf(&g.out, format, args...) }

func (g *generator) amounts() amounts {
	pagu := 1_000_000 + g.rng.Int64N(4_000_000_000)
	return amounts{pagu * (70 + g.rng.Int64N(60)) / 100, pagu, pagu * (400 + g.rng.Int64N(600)) / 1000}
}

func (g *generator) row(kode, uraian string, a amounts) string {
	money := func(v int64) int64 {
		if g.how == inRibuan {
			return (v + 500) / 1000
		}
		return v
	}
	return fmt.Sprintf("      - {kode: %q, uraian: %q, pagu_murni: %d, pagu: %d, realisasi: %d, persen: %s, sisa: %d}\n", kode, uraian,
		money(a.murni), money(a.pagu), money(a.realisasi), g.percent(big.NewRat(a.realisasi, 1), big.NewRat(a.pagu, 1)), money(a.pagu-a.realisasi))
}

// percent prints part ÷ whole × 100 in the report's way.
func (g *generator) percent(part, whole *big.Rat) string {
	v := new(big.Rat).Quo(part, whole)
	return g.print(v.Mul(v, big.NewRat(100, 1)))
}

func (g *generator) print(v *big.Rat) string {
	decimals := 2
	switch g.how {
	case oneDigit:
		decimals = 1
	case truncated, halfEven:
		whole := new(big.Rat).Mul(v, big.NewRat(100, 1))
		n := new(big.Int).Quo(whole.Num(), whole.Denom())
		rest := new(big.Rat).Sub(whole, new(big.Rat).SetInt(n))
		c := rest.Cmp(big.NewRat(1, 2))
		if g.how == halfEven && (c > 0 || c == 0 && n.Bit(0) == 1) {
			n.Add(n, big.NewInt(1))
		}
		v = new(big.Rat).SetFrac(n, big.NewInt(100))
	}
	return v.FloatString(decimals)
}

func (g *generator) indikator(nama string, years int) {
	target := big.NewRat(5000+g.rng.Int64N(4000), 100)
	var history, targets, reached []string
	var last *big.Rat
	for y := range years {
		t, r := big.NewRat(4000+g.rng.Int64N(5000), 100), big.NewRat(3000+g.rng.Int64N(6000), 100)
		year := 2024 - years + y
		history = append(history, fmt.Sprintf("%d: %s", year, r.FloatString(2)))
		targets = append(targets, fmt.Sprintf("%d: %s", year, t.FloatString(2)))
		reached = append(reached, fmt.Sprintf("%d: %s", year, g.percent(r, t)))
		last = r
	}
	realisasi := big.NewRat(3000+g.rng.Int64N(6000), 100)
	end := big.NewRat(9000+g.rng.Int64N(1000), 100)
	g.printf(`        - nama: %s
          satuan: persen
          polaritas: naik
          target: %s
          realisasi: %s
          capaian: %s
          perubahan: %s
          riwayat: {%s}
          riwayat_target: {%s}
          riwayat_capaian: {%s}
          target_akhir: %s
          capaian_akhir: %s
`, nama, target.FloatString(2), realisasi.FloatString(2), g.percent(realisasi, target), g.percent(new(big.Rat).Sub(realisasi, last), last),
		strings.Join(history, ", "), strings.Join(targets, ", "), strings.Join(reached, ", "), end.FloatString(2), g.percent(realisasi, end))
}

// checkText runs all rules over a report given as YAML.
func checkText(text string) Result {
	root, problems := source.Read("laporan.yaml", []byte(text))
	return Check([]Report{Load(root, problems)}, Options{})
}
