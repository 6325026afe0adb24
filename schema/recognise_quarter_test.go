package schema

import (
	"strings"
	"testing"
)

// Columns that are called after quarters alone hold what a title says: results, and not the targets of a plan of action.
func TestQuartersBelowTitle(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Realisasi Kinerja Triwulan I s.d. IV Tahun 2024":         "3 6 9 12",
		"Target dan Realisasi Kinerja per Triwulan Tahun 2024":    "",
		"Rencana Realisasi Kinerja Triwulan I s.d. IV Tahun 2024": "",
	} {
		l, _ := recognised(t, cover+"Tabel 3.3. "+title+"\n\n"+table("No|Sasaran|Indikator Kinerja|Target|TW I|TW II|TW III|TW IV", "1|Meningkatnya produksi|Produksi ikan|12|3|6|9|12"))
		got := ""
		if all := l.Pengukuran.Indikators(); len(all) == 1 {
			for tw := 1; tw <= 4; tw++ {
				got += all[0].Indikator.RealisasiTw[tw].Show() + " "
			}
		}
		if got = strings.TrimSpace(got); got != want {
			t.Errorf("%s: read %q, want %q", title, got, want)
		}
	}
}
