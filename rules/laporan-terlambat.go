package rules

import (
	"time"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "laporan-terlambat",
	Title:    source.T("Laporan disahkan melewati batas waktu", "The report is signed after its deadline"),
	Severity: Rendah,
	Basis: source.T("Perangkat daerah dan kementerian/lembaga paling lambat dua bulan, kepala daerah paling lambat tiga bulan setelah tahun anggaran berakhir · PermenPANRB 53/2014 Lampiran II",
		"Regional agencies and ministries within two months, heads of regions within three months after the fiscal year · PermenPANRB 53/2014 Lampiran II"),
	Needs: []string{"pengesahan"},
	Doc: source.T("Batas mengikuti `instansi.jenis`: perangkat daerah dan kementerian/lembaga akhir Februari, pemda 31 Maret. Tanpa jenis dipakai batas yang lebih akhir; unit kerja, satuan kerja, dan instansi vertikal diatur instansi induknya dan tidak diperiksa. Daerah dapat menetapkan batas sendiri. Tanggal tanpa hari dibaca dengan hari yang paling awal.",
		"The deadline follows `instansi.jenis`: the end of February for regional agencies and ministries, 31 March for regions. Without it the later one counts; units and field offices follow their parent's rules and are left alone. A region may set its own. A date without a day is read as its earliest."),
	Check: func(p *Pass) {
		for _, l := range p.reports() {
			date := l.Pengesahan.Tanggal
			limit, ok := deadline(schema.Choice(l.Instansi.Jenis), l.Tahun.Year())
			if !ok {
				p.Untested(date.Node, source.T("batas waktu untuk jenis instansi %s ditetapkan instansi induknya", "the deadline for the kind of agency %s is set by its parent",
					quoted(l.Instansi.Jenis.S)))
				continue
			}
			if !date.First.After(limit) {
				continue
			}
			p.Report(date.Node, Finding{
				Stated: date.Node.Text,
				Kondisi: source.T("Laporan tahun %s bertanggal %s, sedangkan batasnya %s", "The report on %s is dated %s, but its deadline is %s",
					yearText(l.Tahun.Year()), showDate(date), showDay(limit)),
				Rekomendasi: source.T("Agar laporan berikutnya disahkan dan disampaikan sebelum batas waktu", "Sign and submit the next report before its deadline"),
			})
		}
	},
})

// deadline is the last day to submit a report on the year; ok is false where the regulation leaves it to others.
func deadline(jenis string, year int) (limit time.Time, ok bool) {
	months := 3
	switch jenis {
	case "perangkat-daerah", "kementerian-lembaga":
		months = 2
	case "pemda", "kabupaten", "kota", "provinsi", "":
	default:
		return time.Time{}, false
	}
	return time.Date(year+1, time.Month(1+months), 0, 0, 0, 0, 0, time.UTC), true
}
