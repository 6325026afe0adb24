package rules

import (
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
		if p.partlyRead() {
			p.Untested(p.Laporan[0].Node, source.T("%s tidak ditemukan, tetapi ada tabel yang tidak terbaca", "%s was not found, but some tables could not be read", missing))
			return
		}
		p.Report(p.Laporan[0].Node, Finding{
			Kondisi:     source.T("Laporan tidak memuat %s", "The report does not hold %s", missing),
			Rekomendasi: source.T("Agar %s dilengkapi", "Add %s", missing),
		})
	},
})
