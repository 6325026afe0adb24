package rules

import (
	"strconv"
	"strings"
	"time"

	"lkjip/schema"
	"lkjip/schema/source"
)

var monthNames = [...]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"}

// showDay writes a day as a report would: 22 Februari 2025.
func showDay(t time.Time) source.Text {
	return source.T("%d %s %d", "%d %s %d",
		t.Day(), source.Text{ID: monthNames[t.Month()-1], EN: t.Month().String()}, t.Year())
}

// showDate writes a date, a whole month where no day is written.
func showDate(d schema.Tanggal) source.Text {
	if d.HasDay {
		return showDay(d.First)
	}
	return source.T("%s %d", "%s %d", source.Text{ID: monthNames[d.First.Month()-1], EN: d.First.Month().String()}, d.First.Year())
}

// reports are the files of the dossier that are reports on the year, with a date under them: a file that says it is
// something else, or holds plans alone, is signed within the year.
func (p *Pass) reports() []*schema.Laporan {
	var all []*schema.Laporan
	for _, l := range p.Laporan {
		kind := schema.Choice(l.Dokumen)
		plans := l.Renstra.Node != nil || len(l.IKU) > 0 || len(l.PerjanjianKinerja) > 0
		results := l.Pengukuran.Node != nil || len(l.Anggaran) > 0 || len(l.Penilaian) > 0 || l.SKP.Node != nil ||
			len(l.Narasi) > 0 || l.Susunan.Node != nil
		if l.Pengesahan.Tanggal.IsSet() && l.Tahun.Year() != 0 && (kind == "lkjip" || kind == "" && (results || !plans)) {
			all = append(all, l)
		}
	}
	return all
}

func yearText(year int) string { return strconv.Itoa(year) }

// digitsOf is a number such as an NIP without what stands between its digits; ok is false where other characters do.
func digitsOf(s string) (digits string, ok bool) {
	s = strings.TrimSpace(s)
	if rest, found := strings.CutPrefix(strings.ToUpper(s), "NIP"); found {
		s = strings.TrimLeft(rest, ".: ")
	}
	s = strings.NewReplacer(" ", "", ".", "", "-", "", "\u00a0", "").Replace(s)
	for _, r := range s {
		if r < '0' || r > '9' {
			return "", false
		}
	}
	return s, s != ""
}
