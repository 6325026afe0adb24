package rules

import (
	"strconv"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "jumlah-tak-sesuai",
	Title:    source.T("Jumlah anggaran berbeda dari penjumlahan barisnya", "The budget total differs from the sum of its rows"),
	Severity: Tinggi,
	Basis: source.T("jumlah = Σ program (atau Σ baris) pada setiap kolom angka · PermenPANRB 53/2014 Lampiran III (I.6)",
		"total = Σ programmes (or Σ rows) in every column of amounts · PermenPANRB 53/2014 Lampiran III (I.6)"),
	Checklist: []string{"I.6", "II.5"},
	Doc: source.T("Baris jumlah tabel anggaran, dan jumlah anggaran pada Perjanjian Kinerja, harus sama dengan penjumlahan baris tingkat teratasnya pada semua kolom rupiah. Bila tabel tidak menunjukkan tingkat barisnya sedangkan namanya tampak bertingkat, jumlah hanya diuji bila penjumlahan seluruh baris PROGRAM memang cocok. Kutipan tabel (satu baris saja, atau nomor yang melompat) tidak diuji terhadap jumlah seluruhnya.",
		"The total of a budget table, and that of a performance agreement, equals the sum of its top-level rows in all columns of rupiah. Where a table does not show the levels of its rows but their names suggest several, the total is tested only if the PROGRAM rows do add up to it."),
	Check: func(p *Pass) {
		for _, t := range p.pohon() {
			switch {
			case !hasAmounts(t.jumlah) || len(t.simpul) == 0:
			case !t.why.IsZero():
				p.totalUnmarked(t)
			default:
				top := t.akar
				if !t.coded && len(top) == len(t.simpul) {
					if groups := readAsLevels(t.jumlah, t.simpul); groups != nil {
						top = groups
					}
				}
				p.addUp(t.jumlah, top, t.loose || t.excerpt())
			}
		}
		for _, pk := range schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.PK { return l.PerjanjianKinerja }) {
			if len(pk.Program) == 0 {
				continue
			}
			r := calc.Sum(&pk.JumlahAnggaran)
			for i := range pk.Program {
				r.Terms = append(r.Terms, calc.Term{Figure: &pk.Program[i].Anggaran, Name: source.Same(pk.Program[i].Nama.S)})
			}
			p.Relate(r)
		}
	},
})

// excerpt reports whether the table plainly shows a part of its rows beside the total of all: one row alone, or numbers that
// skip some (2 without 1).
func (t *pohon) excerpt() bool {
	if len(t.simpul) == 1 {
		return true
	}
	if code := strings.Join(t.simpul[0].kode, "."); len(t.akar) == 1 && reRekening.MatchString(code) && reGroup.MatchString(schema.Normal(t.simpul[0].baris.Uraian.S)) {
		return false // 5 Belanja is all there is
	}
	highest, seen := 0, map[int]bool{}
	for _, s := range t.akar {
		n, err := strconv.Atoi(strings.Join(s.kode, "."))
		if err != nil || n < 1 || n > 999 { // 4471 is a code of its own
			return false
		}
		highest, seen[n] = max(highest, n), true
	}
	return highest > len(seen)
}

// totalUnmarked tests a total against rows named PROGRAM in capitals, the one reading that names alone can give.
func (p *Pass) totalUnmarked(t *pohon) {
	var rows []*simpul
	for _, s := range t.simpul {
		if strings.HasPrefix(s.baris.Uraian.S, "PROGRAM ") {
			rows = append(rows, s)
		}
	}
	var fit []*calc.Relation
	for _, c := range t.jumlah.Columns() {
		r := &calc.Relation{Op: calc.Linear, Result: calc.Term{Figure: c.Figure}, Terms: terms(rows, c.Key)}
		switch calc.Judge(r).State {
		case calc.Holds:
			fit = append(fit, r)
		case calc.Broken, calc.Untestable:
			p.Untested(t.jumlah.Node, t.why)
			return
		}
	}
	if len(fit) == 0 {
		p.Untested(t.jumlah.Node, t.why)
	}
	for _, r := range fit {
		p.Relate(r)
	}
}
