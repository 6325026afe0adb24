package narasi

import (
	"math/big"
	"strings"
	"testing"
)

// Every whole number of a report's size must survive being spelled and read, or a right terbilang would be called wrong.
func TestSpellAndRead(t *testing.T) {
	t.Parallel()
	check := func(v *big.Rat, decimals int) {
		words := Spell(v, decimals)
		got, d, ok := Spelled(strings.Fields(words))
		if !ok || got.Cmp(v) != 0 || d != decimals {
			t.Errorf("%s: spelled %q, read %v (%d decimals, %v)", v.FloatString(decimals), words, got, d, ok)
		}
	}
	for n := range int64(2100) {
		check(big.NewRat(n, 1), 0)
		check(big.NewRat(n*1_000_003+7, 1), 0)
		check(big.NewRat(n*999_999_937, 1), 0)
		check(big.NewRat(n, 100), 2)
	}
}

func TestSpelled(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"dua puluh dua miliar dua ratus tiga puluh delapan juta seratus sembilan puluh tiga ribu sembilan ratus tujuh puluh tujuh": "22238193977",
		"dua milyar seratus empat puluh dua juta empat ratus tiga puluh sembilan ribu":                                             "2142439000",
		"satu triliun":               "1000000000000",
		"seribu dua ratus":           "1200",
		"satu ribu":                  "1000",
		"satu ratus lima":            "105",
		"dua belas":                  "12",
		"nol koma enam enam":         "0.66",
		"delapan koma dua puluh":     "8.20",
		"dua koma lima miliar":       "2500000000",
		"nol koma nol lima":          "0.05",
		"tiga puluh satu juta":       "31000000",
		"sejuta lima ratus ribu":     "1500000",
		"sembilan puluh sembilan":    "99",
		"dua ratus tujuh puluh satu": "271",
	} {
		v, _, ok := Spelled(strings.Fields(words))
		w, _ := new(big.Rat).SetString(want)
		if !ok || v.Cmp(w) != 0 {
			t.Errorf("%q: read %v %v, want %s", words, v, ok, want)
		}
	}
	// What the language does not allow is no number: guessing would call a right figure wrong.
	for _, words := range []string{"", "dua tiga", "tiga seratus", "dua juta tiga miliar", "puluh", "dua puluh sepuluh", "koma lima", "satu belas",
		"lima koma", "dua puluh tiga ratus", "seratus ratus", "ribu dua"} {
		if v, _, ok := Spelled(strings.Fields(words)); ok {
			t.Errorf("%q was read as %v", words, v)
		}
	}
}

// show writes tokens so that a test can say what it expects in one line.
func show(tokens []Token) string {
	var out []string
	for _, t := range tokens {
		switch t.Kind {
		case Num:
			s := t.Num.Value.FloatString(t.Num.Decimals)
			if t.Num.Scale != nil {
				s = t.Num.Value.FloatString(0)
			}
			if t.Num.High != nil {
				s += ".." + t.Num.High.FloatString(t.Num.Decimals)
			}
			for _, f := range []struct {
				on   bool
				mark string
			}{{t.Num.Money, "Rp"}, {t.Num.Percent, "%"}, {t.Num.Points, "p"}} {
				if f.on {
					s += f.mark
				}
			}
			if w := t.Num.Words; w != nil {
				if w.OK {
					s += "=" + w.Value.FloatString(w.Decimals)
				} else {
					s += "=?"
				}
			}
			out = append(out, "<"+s+">")
		case Year:
			s := "y" + t.Lower
			if t.YearEnd != 0 {
				s += "+"
			}
			out = append(out, s)
		case Date:
			out = append(out, "date")
		case Label:
			out = append(out, "#"+t.Lower)
		}
	}
	return strings.Join(out, " ")
}

func TestScanNumbers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Rp 22.238.193.977,00 (*dua puluh dua miliar dua ratus tiga puluh delapan juta seratus sembilan puluh tiga ribu sembilan ratus tujuh puluh tujuh rupiah*)": "<22238193977.00Rp=22238193977>",
		"Rp. 2.142.439.000,- (Dua milyar seratus)": "<2142439000Rp=2000000100>",
		"Rp2.142.439.000,- saja":                   "<2142439000Rp>",
		"sebesar 2,53 miliar rupiah":               "<2530000000Rp>",
		"Rp 2,53 miliar":                           "<2530000000Rp>",
		"nilai 271,5 atau 84,21%":                  "<271.5> <84.21%>",
		"84,21 persen":                             "<84.21%>",
		"indeks 0, 66 (nol koma enam enam).":       "<0.66=0.66>",
		"1 (satu) indikator":                       "<1=1>",
		"8 (delapan) aspek":                        "<8=8>",
		"delapan (8) aspek":                        "<8=8>",
		"delapan aspek":                            "<8>",
		"salah satu aspek":                         "",
		"antara 0,61 – 0,8 dan 90-95 %":            "<0.61..0.80> <90..95%>",
		"Tahun 2021-2026 dan 2021 s.d. 2024":       "y2021+ y2021+",
		"tanggal 22 Februari 2024 dan Maret 2017":  "date date",
		"Peraturan Presiden Nomor 29 Tahun 2014":   "#29 #2014",
		"Tabel 3.9 angka 2 s.d. 3.1.1":             "#3.9 #2 #3.1.1",
		"nomor 700/166/Inspektorat-Blg/VIII/2024":  "#700/166/inspektorat-blg/viii/2024",
		"naik 55,5 poin":                           "<55.5p>",
		"turun -28,39%":                            "<-28.39%>",
		"pada angka 82,34":                         "<82.34>",
		"maksud angka 3":                           "#3",
		"52,5 dari nilai maksimal 120":             "<52.5> <120>",
		"nomor 1, 2, 3":                            "#1 #2 <3>",
		"1.234.567 orang":                          "<1234567>",
		"Rp 21,276,070,424,00":                     "#21,276,070,424,00",
		"P3K dan 35a":                              "#35a",
		"tahun 2024 naik":                          "y2024",
		"Kategori III, nilai 250-324":              "<250..324>",
		"2 (dua puluh satu abc def)":               "<2=?>",
		"Tahuna,11Januari2016":                     "date",
		"12 (BUMD)":                                "<12>",
	} {
		if got := show(Scan(text)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestSplit(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Nilai naik. Target belum tercapai.":                                         {"Nilai naik.", "Target belum tercapai."},
		"Oleh H. Rahmadi Noor, S.Sos., M.AP di Kab. Balangan. Lalu":                  {"Oleh H. Rahmadi Noor, S.Sos., M.AP di Kab. Balangan.", "Lalu"},
		"dilihat pada tabel 3.9. angka 2 s.d. 3.1.1. Total anggaran":                 {"dilihat pada tabel 3.9. angka 2 s.d. 3.1.1.", "Total anggaran"},
		"sebesar Rp. 5.000.000,- dan No. 5 Tahun 2024. Sisa":                         {"sebesar Rp. 5.000.000,- dan No. 5 Tahun 2024.", "Sisa"},
		"mencakup:\na. Pengadaan;\nb. Promosi; dan\nc. Mutasi.\n\nTingkat penerapan": {"mencakup:", "a. Pengadaan;", "b. Promosi; dan", "c. Mutasi.", "Tingkat penerapan"},
		"target sebesar\n85. Capaian":                                                {"target sebesar\n85.", "Capaian"},
		"3.1. Capaian\nIsi":                                                          {"3.1.", "Capaian\nIsi"},
	} {
		var got []string
		for _, s := range Split(text) {
			got = append(got, text[s.Start:s.End])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
}

// FuzzScan: any text gives tokens in order inside the text, and sentences that cover all tokens.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"Rp 1.000,- (seribu rupiah)", "0, 66", "2021-2026", "a. b\n1) c", "dua (2) x", "12 Mei 2024", "-5%", "\xff(", "Rp.", "5 M",
		"1,2,3/4", "http://a.b/c", "((((((", "satu dua koma"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, tok := range Scan(text) {
			if tok.Start < last || tok.End <= tok.Start || tok.End > len(text) || tok.Lower == "" {
				t.Fatalf("token %+v after byte %d of %d", tok, last, len(text))
			}
			if tok.Kind == Num && (tok.Num == nil || tok.Num.Value == nil) {
				t.Fatalf("number without a value: %+v", tok)
			}
			last = tok.End
		}
		for _, s := range Split(text) {
			if len(s.Tokens) == 0 {
				t.Fatal("sentence without tokens")
			}
		}
	})
}

// A thousand pages of the worst kind must not take more than linear time; the bound here is on work, not on the clock.
func BenchmarkSplit(b *testing.B) {
	page := "Total anggaran tahun 2024 adalah Rp 22.238.193.977,00 (dua puluh dua miliar dua ratus tiga puluh delapan juta seratus sembilan puluh tiga ribu sembilan ratus tujuh puluh tujuh rupiah) atau 84,21% dari target sebesar 275. "
	text := strings.Repeat(page, 3000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Split(text)
	}
}

// FuzzClaims: whatever a sentence says, its claims point at tokens of it.
func FuzzClaims(f *testing.F) {
	for _, s := range []string{"naik 5 poin atau 3% dari 4", "dari 7 menjadi 8", "63 atau 78% dari target 80", "kategori “Baik”", "2 (dua) program, yaitu A",
		"tahun ke-4 Renstra 2021-2026", "lebih baik dibandingkan 5", "telah mencapai target", "turun turun turun 1 2 3", "total Rp 5 juta (lima juta)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range Split(text) {
			for _, c := range Claims(&s, func(i int) bool { return i%7 == 3 }) {
				if c.First < 0 || c.Last >= len(s.Tokens) || c.First > c.Last || c.At < 0 || c.At >= len(s.Tokens) {
					t.Fatalf("claim %+v of %d tokens", c, len(s.Tokens))
				}
				if c.Kind == Category && (c.LabelAt[0] >= c.LabelAt[1] || c.LabelAt[1] > len(text)) {
					t.Fatalf("label at %v of %d bytes", c.LabelAt, len(text))
				}
			}
		}
	})
}
