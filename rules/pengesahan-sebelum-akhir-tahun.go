package rules

import (
	"time"

	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "pengesahan-sebelum-akhir-tahun",
	Title:    source.T("Laporan disahkan sebelum tahun yang dilaporkan berakhir", "The report is signed before the year it reports on has ended"),
	Severity: Sedang,
	Basis: source.T("Laporan Kinerja disusun setelah tahun anggaran berakhir · PermenPANRB 53/2014 Lampiran II (waktu penyampaian)",
		"The report is made after the fiscal year has ended · PermenPANRB 53/2014 Lampiran II (deadlines)"),
	Checklist: []string{"II.5"},
	Needs:     []string{"pengesahan"},
	Doc: source.T("Tanggal pengesahan LKjIP tidak boleh sebelum 31 Desember tahun yang dilaporkan. Tanggal tanpa hari dibaca sebagai seluruh bulan. Berkas lain (PK, Renstra, DPA) disahkan dalam tahun berjalan dan tidak diperiksa.",
		"The date under an LKjIP must not be before 31 December of the year reported on. A date without a day is the whole month. Other files (agreement, plan, budget) are signed within the year and left alone."),
	Check: func(p *Pass) {
		for _, l := range p.reports() {
			date, year := l.Pengesahan.Tanggal, l.Tahun.Year()
			if !date.Last.Before(time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC)) {
				continue
			}
			f := Finding{
				Stated: date.Node.Text,
				Kondisi: source.T("Laporan tahun %s bertanggal %s, sebelum tahun itu berakhir", "The report on %s is dated %s, before that year has ended",
					yearText(year), showDate(date)),
				Rekomendasi: source.T("Agar tanggal pengesahan diperiksa kembali", "Check the date of signing"),
			}
			if date.First.Year() == year && date.First.Month() <= time.June {
				next := date
				next.First = date.First.AddDate(1, 0, 0)
				f.Expected = showDate(next).ID
				f.Sebab = source.T("diduga tahun belum diganti; dengan tahun %s tanggalnya menjadi %s", "presumably the year was not changed; with %s the date is %s",
					yearText(year+1), showDate(next))
				f.Rekomendasi = source.T("Agar tanggal pengesahan diperiksa kembali; yang cocok adalah %s", "Check the date of signing; %s fits", showDate(next))
			}
			p.Report(date.Node, f)
		}
	},
})
