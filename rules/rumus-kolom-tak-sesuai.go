package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "rumus-kolom-tak-sesuai",
	Title:    source.T("Angka berbeda dari rumus yang tertulis pada nomor kolom tabelnya", "A figure differs from the formula printed beside the number of its column"),
	Severity: Sedang,
	Basis: source.T("rumus pada baris nomor kolom tabel itu sendiri, misalnya 13 = 9+10+11+12 pada Formulir E.81 Permendagri 86/2017 · PermenPANRB 53/2014 Lampiran III (II.5)",
		"the formula in the table's own row of column numbers, such as 13 = 9+10+11+12 in form E.81 of Permendagri 86/2017 · PermenPANRB 53/2014 Lampiran III (II.5)"),
	Checklist: []string{"II.5"},
	Needs:     []string{"rincian"},
	Doc: source.T("Baris nomor kolom sebuah tabel sering menyatakan cara menghitung kolomnya: 12 = 8+9+10+11, 15 = 14/6 × 100. Setiap baris diuji menurut rumus itu; nomor di atas pasangan kolom K dan Rp berlaku untuk masing-masing. Baris yang hasilnya sama dengan salah satu bagian atau rata-ratanya tidak dicatat, karena indikator persentase dan indeks tidak dijumlahkan antartriwulan. Bila sebagian besar baris tidak mengikuti rumusnya, kolom itu tidak diuji.",
		"The row of column numbers of a table often says how a column is computed: 12 = 8+9+10+11, 15 = 14/6 × 100. Every row is tested by that; a number over a pair of columns K and Rp goes for each of them. Rows whose result is one of the parts or their mean are not noted, since percentages and indices are not added up over quarters. Where most rows do not follow the formula, the column is not tested."),
	Check: func(p *Pass) {
		for _, t := range p.rincian() {
			for _, r := range t.rumus {
				p.Relate(r)
			}
			for _, n := range t.strays {
				p.Untested(n, source.T("sebagian besar baris tidak mengikuti rumus kolom %s", "most rows do not follow the formula of column %s", n.Text))
			}
		}
	},
})
