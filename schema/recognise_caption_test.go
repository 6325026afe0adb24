package schema

import (
	"strings"
	"testing"

	"lkjip/schema/source"
)

// Captions stand above their tables or below them, in the whole of a document. The tables are read alike.
func TestCaptionsBelow(t *testing.T) {
	t.Parallel()
	agreement := table("No|Sasaran|Indikator Kinerja|Target", "1|Meningkatnya mutu|Nilai SKM|84,00")
	measured := table("No|Indikator Kinerja|Target|Realisasi|Capaian (%)", "1|Nilai SKM|84,00|86,10|102,50")
	budget := table("Kode|Program|Pagu (Rp)|Realisasi (Rp)", "2|Program A|500|400", "|Jumlah|500|400")
	const first, second, third, prose = "Tabel 2.1 Perjanjian Kinerja Tahun 2024\n\n", "Tabel 3.1 Pengukuran Kinerja Tahun 2024\n\n", "Tabel 3.2 Realisasi Anggaran Tahun 2024\n\n", "Uraian lebih lanjut dimuat pada bagian berikut dari laporan ini.\n\n"
	for name, text := range map[string]string{
		"above":             first + agreement + prose + second + measured + prose + third + budget,
		"above, no prose":   first + agreement + "\n" + second + measured + "\n" + third + budget,
		"below":             agreement + "\n" + first + prose + measured + "\n" + second + prose + budget + "\n" + third,
		"below, one chain":  agreement + "\n" + first + prose + measured + "\n" + second + budget + "\n" + third,
		"below, headings":   agreement + "\n" + first + "BAB III AKUNTABILITAS KINERJA\n\n" + prose + measured + "\n" + second + "3.2 Realisasi Anggaran\n\n" + budget + "\n" + third,
		"below, with lines": agreement + "Sumber: data olahan\n\n" + first + prose + measured + "Sumber: data olahan\n\n" + second + prose + budget + "\n" + third,
		"above, a picture":  first + agreement + "\n" + second + measured + "\n" + third + budget + "\nTabel 3.3 Sebaran Pegawai Tahun 2024\n\n" + prose,
	} {
		l, _ := recognised(t, cover+text+"\n"+prose)
		var names []string
		for _, s := range l.Susunan.Tabel {
			names = append(names, s.Nomor.S)
		}
		if len(l.PerjanjianKinerja) != 1 || len(l.Pengukuran.Indikators()) != 1 || len(l.Anggaran) != 1 {
			t.Fatalf("%s: %d agreements, %d indicators, %d budgets", name, len(l.PerjanjianKinerja), len(l.Pengukuran.Indikators()), len(l.Anggaran))
		}
		at := []string{l.PerjanjianKinerja[0].Sasaran[0].Indikator[0].Target.Place().Table, l.Pengukuran.Indikators()[0].Indikator.Target.Place().Table, l.Anggaran[0].Jumlah.Pagu.Place().Table}
		if got := strings.Join(at, " "); got != "Tabel 2.1 Tabel 3.1 Tabel 3.2" {
			t.Errorf("%s: captions of %s", name, got)
		}
		if got := strings.Join(names, " "); !strings.HasPrefix(got, "2.1 3.1 3.2") {
			t.Errorf("%s: listed %s", name, got)
		}
	}
}

// Where it is not certain, captions stay where they are.
func TestCaptionsStay(t *testing.T) {
	t.Parallel()
	caption, tabel, text := source.Block{Kind: source.Caption, Number: "Tabel 1", Text: "Pegawai"}, source.Block{Kind: source.Table, Grid: &source.Grid{}}, source.Block{Kind: source.Paragraph, Text: "Uraian"}
	picture := source.Block{Kind: source.Caption, Number: "Gambar 1", Text: "Bagan"}
	for name, c := range map[string]struct {
		blocks []source.Block
		moves  bool
	}{
		"twice below":            {[]source.Block{text, tabel, caption, text, tabel, caption, text}, true},
		"once":                   {[]source.Block{text, tabel, caption, text}, false},
		"once above":             {[]source.Block{caption, tabel, text, tabel, caption, text, tabel, caption, text}, false},
		"pictures":               {[]source.Block{text, tabel, picture, text, tabel, picture, text}, false},
		"mostly above nothing":   {[]source.Block{tabel, caption, text, caption, text, tabel, caption, text, caption, text}, false},
		"every one between two":  {[]source.Block{tabel, caption, tabel, caption, tabel, caption, tabel}, false},
		"one below one of these": {[]source.Block{tabel, caption, tabel, caption, text}, false},
	} {
		after := captionsFirst(c.blocks)
		moved := false
		for i := range after {
			moved = moved || after[i].Kind != c.blocks[i].Kind
		}
		if moved != c.moves || len(after) != len(c.blocks) {
			t.Errorf("%s: moved %t", name, moved)
		}
	}
}
