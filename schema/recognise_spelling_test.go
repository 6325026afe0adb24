package schema

import "testing"

// TestMisspeltHeadings holds headings with a slip of the keyboard, and words that only look like one.
func TestMisspeltHeadings(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"INDIKATORKINERJA": "indikator", "Realisai": "realisasi", "TARGTE": "target", "Capaiian (%)": "capaian", "PREDIKET": "predikat",
		"Sasarann Strategis": "sasaran", "Realisasi": "realisasi", "Pasaran": "", "Realita": "", "Perusahaan": "", "Bidan": "",
	} {
		h := readHeading([]string{text})
		for _, k := range tableKinds() {
			if k.id != "pengukuran" {
				continue
			}
			if got, _ := k.meaning(&h); got != want {
				t.Errorf("%q means %q, want %q", text, got, want)
			}
		}
	}
}
