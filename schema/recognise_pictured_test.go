package schema

import (
	"strings"
	"testing"

	"lkjip/schema/source"
)

// A caption without a table is told once; lists of tables, captions below their tables and those with a line between are not
// meant.
func TestPicturedTables(t *testing.T) {
	t.Parallel()
	rows := table("Kode|Program|Pagu (Rp)|Realisasi (Rp)", "1|Program A|500|400")
	for name, c := range map[string]struct{ text, want string }{
		"a picture":       {"Tabel 3.1 Realisasi Anggaran\n\nSumber: LRA 2024, diolah.\n\nBAB IV PENUTUP\n", "Tabel 3.1"},
		"two of them":     {"Tabel 3.1 Realisasi Anggaran\n\n" + rows + "\nTabel 3.2 Capaian\n\nUraian capaian.\n\nTabel 3.3 Efisiensi\n\nUraian efisiensi.\n", "Tabel 3.2, Tabel 3.3"},
		"a line between":  {"Tabel 3.1 Realisasi Anggaran\n\n(dalam rupiah)\n\n" + rows, ""},
		"a list before":   {"DAFTAR TABEL\n\nTabel 3.1 Realisasi Anggaran\n\nTabel 3.2 Capaian\n\nBAB III\n\nTabel 3.1 Realisasi Anggaran\n\n" + rows + "\nTabel 3.2 Capaian\n\n" + rows, ""},
		"below its table": {"Uraian anggaran berikut.\n\n" + rows + "\nTabel 3.1 Realisasi Anggaran\n\nUraian berikutnya.\n", ""},
	} {
		blocks, _ := source.TextBlocks("a.md", []byte(cover+c.text))
		got := ""
		for _, p := range pictured(blocks) {
			got += p.Kondisi.ID
		}
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
