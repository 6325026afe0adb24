package schema

import (
	"strings"
	"testing"
)

// Levels are read from bold type, indentation and capitals where codes and words do not tell them; one wrong sum does not
// hide them, and type that is mere decoration does not make any.
func TestLevelsFromStyle(t *testing.T) {
	t.Parallel()
	const two = "program kegiatan kegiatan program kegiatan kegiatan"
	for _, c := range []struct {
		name string
		rows []string
		want string
	}{
		{"bold, one wrong sum", []string{"**Perikanan Tangkap**|300|280", "Pelabuhan|100|90", "Nelayan|200|191", "**Perikanan Budidaya**|150|120", "Benih|90|70", "Pakan|60|50"}, two},
		{"indented", []string{"Perikanan Tangkap|300|281", "  Pelabuhan|100|90", "  Nelayan|200|191", "Perikanan Budidaya|150|121", "  Benih|90|70", "  Pakan|60|50"}, two},
		{"capitals under plain row numbers", []string{"PERIKANAN TANGKAP|300|281", "Pelabuhan|100|90", "Nelayan|200|191", "PERIKANAN BUDIDAYA|150|121", "Benih|90|70", "Pakan|60|50"}, two},
		{"three levels", []string{"**PERIKANAN TANGKAP**|300|281", "**Pelabuhan**|300|281", "Dermaga|100|91", "Jalan|200|190"}, "program kegiatan sub-kegiatan sub-kegiatan"},
		{"bold here and there", []string{"**Perikanan Tangkap**|300|280", "Pelabuhan|110|90", "Nelayan|200|190", "**Perikanan Budidaya**|150|120", "Benih|95|70", "Pakan|60|52"}, ""},
	} {
		rows := []string{"No|Uraian|Pagu (Rp)|Realisasi (Rp)"}
		for i, row := range c.rows {
			rows = append(rows, string(rune('1'+i))+"|"+row)
		}
		l, _ := recognised(t, cover+"Tabel 1. Realisasi Anggaran Tahun 2024\n\n"+table(append(rows, "|Jumlah|450|402")...))
		var got []string
		for i := range l.Anggaran[0].Baris {
			got = append(got, l.Anggaran[0].Baris[i].Tingkat.S)
		}
		if s := strings.TrimSpace(strings.Join(got, " ")); s != c.want {
			t.Errorf("%s: levels %q, want %q", c.name, s, c.want)
		}
	}
}
