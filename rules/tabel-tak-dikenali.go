package rules

import (
	"cmp"
	"slices"
	"strings"

	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "tabel-tak-dikenali",
	Title:    source.T("Tabel laporan tidak dikenali", "A table of the report is not recognised"),
	Severity: Sedang,
	Basis: source.T("Data yang tidak terbaca tidak dapat direviu · PermenPANRB 53/2014 Lampiran III (reviu atas penyajian data)",
		"Data that cannot be read cannot be reviewed · PermenPANRB 53/2014 Annex III (review of how data are presented)"),
	Doc: source.T("Laporan berupa teks, Word, PDF, atau buku kerja dibaca menurut judul tabel dan judul kolomnya. Tabel yang judulnya tidak cocok dengan jenis tabel yang dikenal dibaca sebagai rincian, dan dicatat bila memuat uang atau target tetapi tidak ada hitungan di dalamnya yang dapat diuji. Tabel perencanaan dan akuntabilitas lain yang angkanya tidak diuji dicatat bersama sebagai catatan rendah. Tabel tanpa angka (nama, foto, rekomendasi) tidak dicatat.",
		"A report in text, Word, PDF or a workbook is read by the captions and headings of its tables. A table that fits no kind that is known is read as details, and is noted where it holds money or targets and nothing in it can be tested by computing. Other tables in the planning and accountability chapters whose figures are not tested are noted together as a minor finding. Tables without figures (names, photographs, recommendations) are not."),
	Check: func(p *Pass) {
		var others []*rincian
		for _, t := range p.rincian() {
			matters := t.tabel.Matters()
			switch {
			case !t.unread() || t.tabel.Sebagai.S != "":
			case len(matters) > 0:
				p.Report(t.tabel.Node, Finding{Stated: t.tabel.Judul.S, Kondisi: t.unknown(matters),
					Rekomendasi: source.T("Agar judul tabel dan judul kolom ditulis menurut isinya, misalnya “Pagu”, “Realisasi”, “Target”",
						"Write the caption and headings after what they hold, such as “Pagu”, “Realisasi”, “Target”")})
			case slices.Contains([]string{"BAB II", "BAB III"}, t.tabel.Bagian.S):
				others = append(others, t)
			}
		}
		if len(others) == 0 {
			return
		}
		var titles []string
		for _, t := range others[:min(len(others), 5)] {
			titles = append(titles, t.title())
		}
		p.Report(others[0].tabel.Node, Finding{Severity: Rendah, Stated: others[0].tabel.Judul.S,
			Kondisi:     source.T("%d tabel dengan angka tidak diuji karena jenisnya tidak dikenal: %s", "%d tables with figures were not tested, since their kind is not known: %s", len(others), strings.Join(titles, "; ")),
			Rekomendasi: source.T("Agar angkanya diperiksa sendiri, atau judul kolomnya ditulis menurut isinya", "Check their figures yourself, or write the headings after what they hold")})
	},
})

// unknown says what a table holds that could not be tested.
func (t *rincian) unknown(columns []string) source.Text {
	what := strings.Trim(strings.Join(columns, ", "), ", ")
	if what == "" {
		return source.T("Tabel `%s` memuat jumlah uang, tetapi tidak mempunyai judul kolom", "The table `%s` holds amounts of money but has no headings", t.title())
	}
	return source.T("Tabel `%s` memuat angka (kolom %s), tetapi judul dan kolomnya tidak cocok dengan jenis tabel yang dikenal, dan tidak ada hitungan di dalamnya yang dapat diuji",
		"The table `%s` holds figures (columns %s), but its caption and columns fit no kind of table that is known, and nothing in it can be tested by computing", t.title(), what)
}

// title is the title of the table, its place where it has none.
func (t *rincian) title() string { return cmp.Or(t.tabel.Judul.S, withinFile(t.tabel.Node)) }
