package rules

import (
	"strings"

	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "kode-tanpa-induk",
	Title:    source.T("Baris anggaran tidak mempunyai baris induk", "A budget row has no row above it"),
	Severity: Sedang,
	Basis: source.T("Kode sub kegiatan melanjutkan kode kegiatannya, kode kegiatan melanjutkan kode programnya (Permendagri 90/2019)",
		"The code of a sub-kegiatan continues that of its kegiatan, and that of a kegiatan its programme's (Permendagri 90/2019)"),
	Checklist: []string{"I.6", "II.5"},
	Needs:     []string{"anggaran"},
	Doc: source.T("Setiap baris yang kodenya bertingkat harus mempunyai baris induk, bila tabel memuat baris setingkat induk itu. Yang dicatat adalah baris pertama dari setiap induk yang tidak ada. Jumlah yang melibatkan baris itu tidak ikut dinyatakan salah.",
		"Every row with a nested code has the row its code continues, where the table has rows of that level at all. The first row of every missing parent is reported. Sums that touch such a row are not called wrong as well."),
	Check: func(p *Pass) {
		for _, t := range p.pohon() {
			told := map[string]bool{}
			for _, s := range t.simpul {
				want := strings.Join(s.expectedInduk(), ".")
				if !s.yatim || told[want] {
					continue
				}
				told[want] = true
				p.Report(s.baris.Kode.Node, Finding{
					Stated: s.baris.Kode.S,
					Kondisi: source.T("kode %s (%s) tidak mempunyai baris induk %s di tabel ini", "the code %s (%s) has no row %s above it in this table",
						quoted(s.baris.Kode.S), s.baris.Uraian.S, quoted(want)),
					Rekomendasi: source.T("Agar baris %s dimuat, atau kode baris ini diperiksa pada DPA", "Include the row %s, or check this row's code against the DPA", want),
				})
			}
		}
	},
})
