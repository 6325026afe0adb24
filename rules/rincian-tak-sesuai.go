package rules

import (
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "rincian-tak-sesuai",
	Title:    source.T("Angka tabel rincian berbeda dari hitungan tabel itu sendiri", "A figure of a table of details differs from what the table itself computes"),
	Severity: Sedang,
	Basis: source.T("jumlah, selisih dan persentase sebagaimana baris lain tabel itu · PermenPANRB 53/2014 Lampiran III (II.5)",
		"totals, differences and percentages as in the other rows of the table · PermenPANRB 53/2014 Lampiran III (II.5)"),
	Checklist: []string{"II.5"},
	Needs:     []string{"rincian"},
	Doc: source.T("Tabel yang jenisnya tidak dikenal diuji menurut hitungannya sendiri. Bila pada hampir semua baris sebuah kolom adalah hasil bagi, pertumbuhan, selisih atau jumlah kolom lain, baris yang menyimpang dicatat. Begitu pula baris yang dihitung dari baris lain, misalnya persentase di bawah jumlah, baris yang memuat baris lain bila susunannya pasti, dan efisiensi yang dihitung menurut cara kebanyakan baris laporan. Baris jumlah diuji bila sedikitnya satu kolom memang berjumlah; kolom desimal (selain tahun yang berjajar), rata-rata, dan penurunan yang ditulis tanpa tanda minus tidak dicatat. Tabel yang hitungannya tidak jelas tidak diuji.",
		"A table of no known kind is tested by its own arithmetic. Where in nearly every row a column is the quotient, growth, difference or sum of others, a row that strays is noted. So are rows that others determine, such as a percentage below a total, rows that hold others where it is certain which, and efficiencies, computed as most rows of the report do. A total row is tested where at least one column does add up; columns with decimals (other than years side by side), means, and falls printed without a minus sign are not noted. A table whose arithmetic is not clear is not tested."),
	Check: func(p *Pass) {
		for _, t := range p.rincian() {
			for _, r := range t.hubungan {
				if t.tabel.Sebagai.S == "" || inDetails(r) {
					p.Relate(r)
				}
			}
			if !t.why.IsZero() {
				p.Untested(t.jumlah.Node, t.why)
			}
		}
	},
})

// inDetails reports whether a relation has a figure that stands in no other section: those of figures that all do are declared there.
func inDetails(r *calc.Relation) bool {
	own := func(f *schema.Figure) bool {
		return f != nil && f.Node != nil && strings.HasPrefix(f.Node.Path(), "rincian")
	}
	return own(r.Result.Figure) || slices.ContainsFunc(r.Terms, func(x calc.Term) bool { return own(x.Figure) })
}
