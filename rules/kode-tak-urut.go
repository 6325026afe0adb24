package rules

import (
	"strings"

	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "kode-tak-urut",
	Title:    source.T("Kode baris anggaran tidak berurutan", "The codes of budget rows are out of order"),
	Severity: Rendah,
	Basis: source.T("Baris disajikan menurut kodenya, rincian di bawah induknya (Permendagri 90/2019)",
		"Rows stand in the order of their codes, parts below what they are part of (Permendagri 90/2019)"),
	Checklist: []string{"II.5"},
	Needs:     []string{"anggaran"},
	Doc: source.T("Baris harus berada di dalam kelompok induknya, dan rincian satu induk berurutan menurut kodenya. Urutan program tidak diuji karena tabel boleh disusun menurut sasaran. Kode yang melompat bukan kesalahan.",
		"A row stands within the block of the row its code continues, and the parts of one row are in the order of their codes. The order of programmes is not tested, since tables may follow the sasaran. Gaps in the numbering are no mistake."),
	Check: func(p *Pass) {
		for _, t := range p.pohon() {
			if !t.coded {
				continue
			}
			told := map[*simpul]bool{}
			for i, s := range t.simpul {
				if s.keliru && !s.ganda {
					p.misplacedCode(t, i)
					continue
				}
				if s.lepas && !s.yatim && !s.ganda && i > 0 && !told[s.induk] {
					told[s.induk] = true
					p.outOfOrder(s, t.simpul[i-1])
				}
				var before *simpul
				for _, c := range s.anak {
					if c.lepas || c.ganda || c.yatim || c.keliru {
						continue
					}
					if before != nil && compareKode(c.kode, before.kode) < 0 && !told[s] {
						told[s] = true
						p.outOfOrder(c, before)
					}
					before = c
				}
			}
		}
	},
})

// misplacedCode reports a code that does not fit the rows around it, with the one that does.
func (p *Pass) misplacedCode(t *pohon, i int) {
	s := t.simpul[i]
	want := strings.Join(s.kode, ".")
	f := Finding{
		Stated:   s.baris.Kode.S,
		Expected: want,
		Sebab:    source.T("diduga kode seharusnya %s menurut tempatnya dalam tabel", "presumably the code should be %s by its place in the table", want),
		Rekomendasi: source.T("Agar kode diperiksa pada DPA; yang cocok dengan baris di sekitarnya adalah %s",
			"Check the code against the DPA; what fits the rows around it is %s", want),
	}
	if i > 0 {
		f.Kondisi = source.T("kode %s (%s) berada sesudah kode %s", "the code %s (%s) stands after the code %s", quoted(f.Stated), s.baris.Uraian.S, quoted(t.simpul[i-1].baris.Kode.S))
	}
	if i+1 < len(t.simpul) && t.simpul[i+1].induk == s {
		f.Kondisi = source.T("kode %s (%s) diikuti rincian berkode %s", "the code %s (%s) is followed by parts with the code %s",
			quoted(f.Stated), s.baris.Uraian.S, quoted(t.simpul[i+1].baris.Kode.S))
	}
	p.Report(s.baris.Kode.Node, f)
}

func (p *Pass) outOfOrder(s, before *simpul) {
	p.Report(s.baris.Kode.Node, Finding{
		Stated: s.baris.Kode.S,
		Kondisi: source.T("kode %s (%s) berada sesudah kode %s", "the code %s (%s) stands after the code %s",
			quoted(s.baris.Kode.S), s.baris.Uraian.S, quoted(before.baris.Kode.S)),
		Rekomendasi: source.T("Agar kode diperiksa pada DPA, atau baris dipindahkan ke kelompoknya", "Check the code against the DPA, or move the row to its block"),
	})
}
