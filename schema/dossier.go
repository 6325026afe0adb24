package schema

import (
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Column is one numeric column of a budget table.
type Column struct {
	Key    string // pagu, realisasi, realisasi_bulan.3
	Figure *Figure
}

// Columns are the row's amounts in printed order; persen is not among them, since percentages do not add up.
func (b *BarisAnggaran) Columns() []Column {
	columns := []Column{
		{"pagu_murni", &b.PaguMurni}, {"pagu", &b.Pagu}, {"selisih", &b.Selisih}, {"realisasi", &b.Realisasi}, {"sisa", &b.Sisa},
		{"rencana_jumlah", &b.RencanaJumlah},
	}
	for _, m := range []struct {
		key    string
		months map[int]*Figure
	}{{"realisasi_triwulan", b.RealisasiTriwulan}, {"realisasi_bulan", b.RealisasiBulan}, {"rencana_bulan", b.RencanaBulan},
		{"rencana_triwulan", b.RencanaTriwulan}} {
		for k, f := range Years(m.months) {
			columns = append(columns, Column{m.key + "." + strconv.Itoa(k), f})
		}
	}
	return columns
}

// Column returns the row's amount in the column, nil when it has none.
func (b *BarisAnggaran) Column(key string) *Figure {
	for _, c := range b.Columns() {
		if c.Key == key {
			return c.Figure
		}
	}
	return nil
}

// Title is what a reader calls the row: its code and name.
func (b *BarisAnggaran) Title() string { return strings.TrimSpace(b.Kode.S + " " + b.Uraian.S) }

// Amounts are the total and the budgets of the programmes of the agreement.
func (pk *PK) Amounts() []*Figure {
	figures := []*Figure{&pk.JumlahAnggaran}
	for i := range pk.Program {
		figures = append(figures, &pk.Program[i].Anggaran)
	}
	return figures
}

// Amounts are all amounts of the table.
func (a *Anggaran) Amounts() []*Figure {
	var figures []*Figure
	for i := range a.Baris {
		for _, c := range a.Baris[i].Columns() {
			figures = append(figures, c.Figure)
		}
	}
	for _, c := range a.Jumlah.Columns() {
		figures = append(figures, c.Figure)
	}
	return figures
}

// Years iterates over a map of figures in ascending order of year, quarter or month.
func Years(m map[int]*Figure) iter.Seq2[int, *Figure] {
	return func(yield func(int, *Figure) bool) {
		keys := make([]int, 0, len(m))
		for k := range m {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

// Dossier is what is known of one agency in one year, from one file or several.
type Dossier struct {
	Laporan []*Laporan
}

// Tahun is the year the dossier reports on, 0 when no file says.
func (d *Dossier) Tahun() int {
	for _, l := range d.Laporan {
		if y := l.Tahun.Year(); y != 0 {
			return y
		}
	}
	return 0
}

// Sections gives one section of every file, as in Sections(d, func(l *Laporan) []PK { return l.PerjanjianKinerja }).
func Sections[T any](d *Dossier, of func(*Laporan) []T) []*T {
	var all []*T
	for _, l := range d.Laporan {
		section := of(l)
		for i := range section {
			all = append(all, &section[i])
		}
	}
	return all
}

// File is the name of the file the report was read from.
func (l *Laporan) File() string {
	if l.Node == nil {
		return ""
	}
	return l.Node.Place.File
}

// Normal is a name made comparable: lower case, letters and digits only, single spaces.
func Normal(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r > 127)
	}), " ")
}

// Numbered iterates over the indicators of a section with the sasaran or tujuan they belong to.
type Numbered struct {
	Induk     Teks // the sasaran or tujuan
	Indikator *Indikator
}

// Indikators are the indicators of sasaran, in printed order.
func Indikators(sasaran []Sasaran) []Numbered {
	var all []Numbered
	for i := range sasaran {
		for j := range sasaran[i].Indikator {
			all = append(all, Numbered{sasaran[i].Uraian, &sasaran[i].Indikator[j]})
		}
	}
	return all
}

// AllSasaran are the sasaran of the plan, those below a tujuan first.
func (r *Renstra) AllSasaran() []*SasaranRenstra {
	return belowFirst(r.Tujuan, func(t *TujuanRenstra) []SasaranRenstra { return t.Sasaran }, r.Sasaran)
}

// AllSasaran are the measured sasaran, those below a tujuan first.
func (p *Pengukuran) AllSasaran() []*Sasaran {
	return belowFirst(p.Tujuan, func(t *Tujuan) []Sasaran { return t.Sasaran }, p.Sasaran)
}

// belowFirst are the items below each of the outer ones, then those that stand by themselves.
func belowFirst[T, S any](outer []T, below func(*T) []S, alone []S) []*S {
	var all []*S
	for i := range outer {
		inner := below(&outer[i])
		for j := range inner {
			all = append(all, &inner[j])
		}
	}
	for i := range alone {
		all = append(all, &alone[i])
	}
	return all
}

// Indikators are all measured indicators, of tujuan first, then of sasaran (also those below a tujuan).
func (p *Pengukuran) Indikators() []Numbered {
	var all []Numbered
	for i := range p.Tujuan {
		for j := range p.Tujuan[i].Indikator {
			all = append(all, Numbered{p.Tujuan[i].Uraian, &p.Tujuan[i].Indikator[j]})
		}
	}
	for i := range p.Tujuan {
		all = append(all, Indikators(p.Tujuan[i].Sasaran)...)
	}
	return append(all, Indikators(p.Sasaran)...)
}
