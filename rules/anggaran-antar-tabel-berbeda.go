package rules

import (
	"path/filepath"
	"slices"
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "anggaran-antar-tabel-berbeda",
	Title:    source.T("Angka anggaran yang sama tertulis berbeda di dua tabel", "One budget figure is stated differently in two tables"),
	Severity: Sedang,
	Basis: source.T("Angka yang sama pada LKjIP, DPA, dan LRA harus sama; data diyakini keandalannya (PermenPANRB 53/2014 Lampiran III I.6 dan II.5)",
		"The same figure is the same in LKjIP, DPA and LRA; data must be reliable (PermenPANRB 53/2014 Lampiran III I.6 and II.5)"),
	Checklist: []string{"I.6", "II.5"},
	Doc: source.T("Baris yang sama (menurut kode nomenklatur, atau nama yang unik) di dua tabel satu dosir harus memuat angka yang sama pada kolom yang sama. Pagu dibandingkan dengan tahap yang cocok; perubahan pagu antardokumen bukan kesalahan. Realisasi dengan tanggal posisi berbeda tidak dibandingkan; bila satu tabel tidak menyebut tanggalnya, perbedaannya dicatat satu kali untuk tabel itu.",
		"The same row (by nomenclature code, or by a unique name) in two tables of one dossier holds the same amount in the same column. A pagu is held against the stage it fits; a revision between documents is no mistake. Realisasi of different cut-off dates is not compared; where one table does not say its date, the differences are reported once for the table."),
	Check: func(p *Pass) {
		for _, c := range p.counterparts() {
			columns := c.columns(p)
			for i := range columns {
				p.compareColumn(&c, &columns[i])
			}
		}
	},
})

// maxDiffering bounds the rows told one by one; more of them have one reason.
const maxDiffering = 100

func (p *Pass) compareColumn(c *padanan, k *kolomPadanan) {
	for _, r := range k.agree {
		p.Relate(r)
	}
	if len(k.differ) == 0 {
		return
	}
	leave := func(why source.Text) { p.Untested(k.differ[0].baris.kolom[k.key].Node, why) }
	if c.agree < 2 {
		leave(source.T("kedua tabel tidak tampak memuat anggaran yang sama", "the two tables do not seem to hold the same budget"))
		return
	}
	if len(k.differ) > maxDiffering {
		p.otherCutOff(c, k, true)
		return
	}
	if strings.HasPrefix(k.key, "pagu") {
		p.comparePagu(c, k, leave)
		return
	}
	day, known := p.cutOffOf(c.tabel)
	refDay, refKnown := p.cutOffOf(c.acuan)
	switch {
	case known && refKnown && day != refDay:
		leave(source.T("tanggal posisi kedua tabel berbeda", "the tables have different cut-off dates"))
	case known != refKnown, len(k.differ) > len(k.agree) && len(k.differ) > 2:
		p.otherCutOff(c, k, refKnown || !known)
	default:
		p.differing(k.differ)
	}
}

// comparePagu reports a pagu that differs where both tables give both stages. Elsewhere a revision explains every
// difference that the rows above follow; one that they do not follow is a slip.
func (p *Pass) comparePagu(c *padanan, k *kolomPadanan, leave func(source.Text)) {
	both := func(b *schema.BarisAnggaran) bool { return b.PaguMurni.IsSet() && b.Pagu.IsSet() }
	slips := slices.DeleteFunc(slices.Clone(k.differ), func(d beda) bool {
		if both(d.acuan.baris) && both(d.baris.baris) {
			return false
		}
		followed := slices.ContainsFunc(k.differ, func(o beda) bool { return over(o.baris, d.baris) || over(d.baris, o.baris) })
		return followed || !slices.ContainsFunc(c.baris, func(o pasangan) bool { return over(o.baris, d.baris) })
	})
	if len(k.differ) > len(k.agree) || len(slips) == 0 {
		leave(source.T("kedua tabel tampak memuat pagu dari tahap yang berbeda", "the tables seem to hold the pagu of different stages"))
		return
	}
	p.differing(slips)
}

// differing declares that figures are the same. A row above that differs because a row below it does belongs to that one.
func (p *Pass) differing(rows []beda) {
	for _, d := range slices.Backward(rows) {
		for _, o := range rows {
			if over(d.baris, o.baris) && !slices.ContainsFunc(rows, func(x beda) bool { return over(o.baris, x.baris) }) {
				cluster := p.Rule.Name + " " + o.relation.Result.Figure.Path() + " " + fileOf(o.baris.baris.Node)
				d.relation.Cluster, o.relation.Cluster = cluster, cluster
				break
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b beda) int { return depth(b.baris) - depth(a.baris) })
	for _, d := range rows {
		p.Relate(d.relation)
	}
}

func depth(s *simpul) int {
	n := 0
	for ; s.induk != nil; s = s.induk {
		n++
	}
	return n
}

// otherCutOff reports a column that differs in several rows once, at the table that leaves open what it counts.
func (p *Pass) otherCutOff(c *padanan, k *kolomPadanan, atTable bool) {
	of := func(d beda) (own, other *schema.Figure) {
		own, other = d.relation.Result.Figure, d.relation.Terms[0].Figure
		if mine := d.baris.kolom[k.key]; atTable != (own == mine) {
			own, other = other, own
		}
		return own, other
	}
	own, other := of(k.differ[0])
	f := Finding{Stated: own.Show(), Expected: other.Show(),
		Kondisi: source.T("%s tertulis %s, sedangkan %s tertulis %s; seluruhnya %d dari %d baris yang sama berbeda", "%s reads %s, but %s reads %s; %d of the %d rows they share differ",
			schema.Label(own.Node), own.Show(), p.whereIs(own, other), other.Show(), len(k.differ), len(k.differ)+len(k.agree)),
		Sebab: source.T("diduga kedua tabel mencatat sampai tanggal yang berbeda", "presumably the tables count up to different dates"),
		Rekomendasi: source.T("Agar tanggal posisi tabel disebutkan (per_tanggal) dan angkanya disamakan dengan sumber yang sah",
			"State the table's cut-off date (per_tanggal) and make its figures agree with the valid source")}
	for i, d := range k.differ {
		if i == maxEvidence {
			break
		}
		own, other := of(d)
		f.Evidence = append(f.Evidence, Evidence{Relation: d.baris.title(), Computed: other.Show(), Figures: []EvidenceFigure{
			{Name: fileName(other), Stated: other.Show(), Place: other.Place(), Path: other.Path()},
			{Sign: "=", Name: fileName(own), Stated: own.Show(), Place: own.Place(), Path: own.Path()},
		}})
	}
	p.Report(own.Node, f)
}

// whereIs names the other figure, with its file where that is another one.
func (p *Pass) whereIs(own, other *schema.Figure) source.Text {
	if fileOf(own.Node) == fileOf(other.Node) {
		return schema.Label(other.Node)
	}
	return source.T("pada %s", "in %s", fileName(other))
}

// fileName is the file a figure stands in, without its folders.
func fileName(f *schema.Figure) source.Text { return source.Same(filepath.Base(fileOf(f.Node))) }
