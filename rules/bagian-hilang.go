package rules

import (
	"regexp"
	"slices"
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "bagian-hilang",
	Title:    source.T("Bagian pokok laporan tidak ada", "A main part of the report is missing"),
	Severity: Sedang,
	Basis: source.T("Laporan Kinerja memuat pengukuran kinerja dan realisasi anggaran · PermenPANRB 53/2014 Lampiran II (Bab III.A dan III.B), Lampiran III (I.3, I.6)",
		"The report holds the performance measurement and the budget realisation · PermenPANRB 53/2014 Lampiran II (Bab III.A and III.B), Lampiran III (I.3, I.6)"),
	Checklist: []string{"I.3", "I.6"},
	Needs:     []string{"instansi"},
	Doc: source.T("Hanya untuk LKjIP utuh: berkas yang menyatakan `dokumen: lkjip`, atau yang memuat empat dari renstra, iku, perjanjian_kinerja, pengukuran, dan anggaran dengan realisasi. Berkas yang memuat satu dua bagian saja tidak dinilai, begitu pula laporan yang sebagian tabelnya tidak terbaca.",
		"Only for a whole LKjIP: files that say `dokumen: lkjip`, or that hold four of renstra, iku, perjanjian_kinerja, pengukuran and anggaran with something realised. Files with one or two sections are left alone, and so are reports some of whose tables could not be read."),
	Check: func(p *Pass) {
		if !p.whole() {
			return
		}
		var id, en []string
		has := func(of func(*schema.Laporan) bool) bool { return slices.ContainsFunc(p.Laporan, of) }
		if !has(func(l *schema.Laporan) bool { return l.Pengukuran.Node != nil }) {
			id, en = append(id, "pengukuran kinerja"), append(en, "the performance measurement")
		}
		if !has(func(l *schema.Laporan) bool { return len(l.Anggaran) > 0 || l.AnggaranPendukung.Node != nil }) {
			id, en = append(id, "realisasi anggaran"), append(en, "the budget realisation")
		}
		if len(id) == 0 {
			return
		}
		missing := source.Text{ID: strings.Join(id, " dan "), EN: strings.Join(en, " and ")}
		if p.partlyRead() || slices.ContainsFunc(p.rincian(), (*rincian).measures) {
			p.Untested(p.Laporan[0].Node, source.T("%s tidak ditemukan, tetapi ada tabel yang tidak terbaca atau hanya terbaca sebagai rincian", "%s was not found, but some tables could not be read, or only as details", missing))
			return
		}
		p.Report(p.Laporan[0].Node, Finding{
			Kondisi:     source.T("Laporan tidak memuat %s", "The report does not hold %s", missing),
			Rekomendasi: source.T("Agar %s dilengkapi", "Add %s", missing),
		})
	},
})

// measures reports whether a table of details has columns of targets and of what was reached: a measurement that was not read as one.
func (t *rincian) measures() bool {
	has := func(re *regexp.Regexp) bool {
		return slices.ContainsFunc(t.tabel.Kolom, func(k schema.Teks) bool { return re.MatchString(k.S) })
	}
	return has(reTargetHead) && has(reResultHead)
}

var reTargetHead, reResultHead = regexp.MustCompile(`(?i)\btarget\b`), regexp.MustCompile(`(?i)\b(?:realisasi|capaian)\b`)
