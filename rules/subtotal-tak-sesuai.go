package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "subtotal-tak-sesuai",
	Title:    source.T("Angka program, kegiatan, atau sub kegiatan berbeda dari jumlah rinciannya", "A level of the budget table differs from the sum of its rows"),
	Severity: Tinggi,
	Basis: source.T("Σ sub kegiatan = kegiatan, Σ kegiatan = program, pada setiap kolom angka · PermenPANRB 53/2014 Lampiran III (I.6)",
		"Σ sub-kegiatan = kegiatan, Σ kegiatan = programme, in every column of amounts · PermenPANRB 53/2014 Lampiran III (I.6)"),
	Checklist: []string{"I.6", "II.5"},
	Doc: source.T("Setiap baris tabel anggaran yang mempunyai rincian harus sama dengan jumlah rinciannya, pada semua kolom rupiah termasuk triwulan dan bulan. Tingkat dibaca dari kolom tingkat atau dari kode (1 / 1.1 / 1.1.1, X.XX.XX.D.XX.XXXX, GG.2896). Baris yang angkanya kosong dilewati ke rinciannya. Rupiah dihitung tepat, kecuali tabel menyatakan satuan ribuan atau jutaan. Tabel yang tingkatnya tidak terbaca tidak diuji.",
		"Every row of a budget table that has rows below it equals their sum, in all columns of rupiah including quarters and months. Levels are read from the level column or from the codes (1 / 1.1 / 1.1.1, X.XX.XX.D.XX.XXXX, GG.2896). A row without amounts is looked through to the rows below. Rupiah are exact unless the table declares thousands or millions. A table whose levels cannot be told is not tested."),
	Check: func(p *Pass) {
		for _, t := range p.pohon() {
			if !t.why.IsZero() && len(t.simpul) > 1 {
				p.Untested(t.tabel.Node, t.why)
			}
			for _, s := range t.simpul {
				if len(s.anak) > 0 {
					p.addUp(s.baris, s.anak, t.ragu[s])
				}
			}
		}
	},
})
