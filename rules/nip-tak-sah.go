package rules

import (
	"strings"
	"time"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "nip-tak-sah",
	Title:    source.T("NIP tidak berbentuk NIP", "An NIP is not formed like one"),
	Severity: Rendah,
	Basis: source.T("NIP terdiri atas 18 angka: tanggal lahir (TTTTBBHH), bulan pengangkatan (TTTTBB), jenis kelamin (1/2), nomor urut (3 angka) · kebiasaan penulisan, sumber peraturannya belum diperiksa",
		"An NIP has 18 digits: date of birth (YYYYMMDD), month of appointment (YYYYMM), sex (1/2), serial (3 digits) · as it is written, its regulation was not read"),
	Checklist: []string{"II.5"},
	Needs:     []string{"instansi"},
	Doc: source.T("Diperiksa NIP pengesahan dan SKP. Spasi, titik, dan tanda hubung diterima; `-`, NIP yang disamarkan, NIP lama sembilan angka, dan NRP tidak diperiksa.",
		"Checks the NIP of the signature and the SKP. Spaces, dots and hyphens are accepted; `-`, masked ones, the nine digits of old ones and NRP are left alone."),
	Check: func(p *Pass) {
		for _, l := range p.Laporan {
			for _, nip := range []schema.Teks{l.Pengesahan.NIP, l.SKP.NIP} {
				why := wrongNIP(nip.S)
				if why.IsZero() {
					continue
				}
				f := Finding{
					Stated:      nip.S,
					Kondisi:     source.T("NIP tertulis %s: %s", "The NIP reads %s: %s", quoted(nip.S), why),
					Rekomendasi: source.T("Agar NIP ditulis ulang dari data kepegawaian", "Write the NIP again from the personnel records"),
				}
				if strings.ContainsAny(nip.S, "eE") {
					f.Sebab = source.T("diduga sel Excel menyimpannya sebagai angka, sehingga angka belakangnya hilang; format sel sebagai teks",
						"presumably an Excel cell kept it as a number and lost its last digits; format the cell as text")
				}
				p.Report(nip.Node, f)
			}
		}
	},
})

// wrongNIP says what is wrong with an NIP, nothing where it is right or cannot be judged.
func wrongNIP(s string) source.Text {
	digits, ok := digitsOf(s)
	if !ok {
		if strings.ContainsAny(s, "eE") && strings.ContainsAny(s, "+") {
			return source.T("angka dalam notasi ilmiah", "a number in scientific notation")
		}
		return source.Text{}
	}
	switch len(digits) {
	case 0, 8, 9: // NRP and the NIP used before 2009
		return source.Text{}
	case 18:
	default:
		return source.T("%d angka, seharusnya 18", "%d digits instead of 18", len(digits))
	}
	birth, err := time.Parse("20060102", digits[:8])
	if err != nil {
		return source.T("delapan angka pertama %s bukan tanggal lahir", "the first eight digits %s are no date of birth", digits[:8])
	}
	// PPPK carry 21 where others have the month.
	start, err := time.Parse("200601", digits[8:14])
	if err != nil && digits[12:14] != "21" {
		return source.T("angka ke-9 sampai ke-14 %s bukan tahun dan bulan pengangkatan", "digits 9 to 14, %s, are no year and month of appointment", digits[8:14])
	}
	if err == nil && start.Year()-birth.Year() < 15 {
		return source.T("pengangkatan (%s) kurang dari 15 tahun setelah lahir (%s)", "appointed (%s) less than 15 years after birth (%s)", yearText(start.Year()), yearText(birth.Year()))
	}
	if digits[14] != '1' && digits[14] != '2' {
		return source.T("angka ke-15 %s, seharusnya 1 atau 2", "digit 15 is %s instead of 1 or 2", string(digits[14]))
	}
	return source.Text{}
}
