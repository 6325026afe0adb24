package rules

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// padanan are two tables that state the same rows, and the rows that are the same.
type padanan struct {
	acuan, tabel *pohon // the earlier table and the later one
	baris        []pasangan
	agree        int // amounts other than zero that are the same in both, over all columns
}

type pasangan struct{ acuan, baris *simpul }

// kolomPadanan is one column of both tables with the rows that hold it.
type kolomPadanan struct {
	key    string
	agree  []*calc.Relation
	differ []beda
}

type beda struct {
	pasangan
	relation *calc.Relation
}

// counterparts pairs every budget table with the earlier one it shares most rows with, so that no difference is told twice.
func (p *Pass) counterparts() []padanan {
	var out []padanan
	all := p.pohon()
	for i, t := range all {
		var best padanan
		for _, ref := range all[:i] {
			if year := tableYear(t); year != tableYear(ref) && year != "" && tableYear(ref) != "" || expenditureOf(t) != expenditureOf(ref) {
				continue
			}
			if rows := matchRows(ref, t); len(rows) > len(best.baris) {
				best = padanan{acuan: ref, tabel: t, baris: rows}
			}
		}
		if len(best.baris) > 0 {
			out = append(out, best)
		}
	}
	return out
}

var (
	reYear   = regexp.MustCompile(`\b20\d\d\b`)
	rePeriod = regexp.MustCompile(`(?i)\b(triwulan|semester|tw|bulan|s\.?/?d\.?|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november)\b.*`)
)

var reExpenditure = regexp.MustCompile(`(?i)^belanja (operasi|modal|tidak terduga|transfer)\b`)

// expenditureOf is the kind of expenditure a table is about, as its name says; empty for all together.
func expenditureOf(t *pohon) string { return strings.ToLower(reExpenditure.FindString(t.tabel.Nama.S)) }

// tableYear is the year a table's name gives, empty where it gives none or several.
func tableYear(t *pohon) string {
	years := reYear.FindAllString(t.tabel.Nama.S, -1)
	slices.Sort(years)
	if years = slices.Compact(years); len(years) != 1 {
		return ""
	}
	return years[0]
}

// matchRows finds the rows of both tables that are one: by nomenclature code, else by a name that is unique in both. Names
// of account rows (Belanja Barang) recur in every budget and prove nothing.
func matchRows(ref, t *pohon) []pasangan {
	codes, names := index(ref)
	_, own := index(t)
	var rows []pasangan
	for _, s := range t.simpul {
		var o *simpul
		if isOfficial(s.kode) {
			o = codes[strings.Join(s.kode, ".")]
		}
		if o == nil {
			if key := nameKey(s); key != "" && own[key] == s {
				o = names[key]
			}
			if o != nil && isOfficial(o.kode) && isOfficial(s.kode) {
				o = nil // the same name under another code is another row
			}
		}
		if o != nil && (o.rank == s.rank || o.rank == 0 || s.rank == 0) {
			rows = append(rows, pasangan{o, s})
		}
	}
	if total, ok := matchTotals(ref, t, rows); ok {
		rows = append(rows, total)
	}
	return rows
}

// index finds the rows of a table by code and by name; nil under a key that is not unique.
func index(t *pohon) (codes, names map[string]*simpul) {
	if t.kodeUnik != nil {
		return t.kodeUnik, t.namaUnik
	}
	codes, names = map[string]*simpul{}, map[string]*simpul{}
	keep := func(m map[string]*simpul, key string, s *simpul) {
		if _, taken := m[key]; taken {
			s = nil // not unique: no one's
		}
		m[key] = s
	}
	for _, s := range t.simpul {
		if isOfficial(s.kode) {
			keep(codes, strings.Join(s.kode, "."), s)
		}
		if key := nameKey(s); key != "" {
			keep(names, key, s)
		}
	}
	t.kodeUnik, t.namaUnik = codes, names
	return codes, names
}

func nameKey(s *simpul) string {
	name := folded(bareName(s.baris.Uraian.S))
	if s.rank >= ranks["akun"] || len(name) < 8 || strings.HasPrefix(name, "belanja") {
		return ""
	}
	level := reLevelWord.FindString(schema.Normal(s.baris.Uraian.S))
	if s.rank == levelOf("sub kegiatan") || s.rank == levelOf("kegiatan") || s.rank == rankProgram {
		for word, rank := range map[string]int{"program": rankProgram, "kegiatan": levelOf("kegiatan"), "sub kegiatan": levelOf("sub kegiatan")} {
			if rank == s.rank {
				level = word
			}
		}
	}
	return level + " " + name
}

// matchTotals pairs the totals of two tables whose top-level rows are all the same rows.
func matchTotals(ref, t *pohon, rows []pasangan) (pasangan, bool) {
	if len(t.akar) == 0 || len(t.akar) != len(ref.akar) || !hasAmounts(t.jumlah) || !hasAmounts(ref.jumlah) {
		return pasangan{}, false
	}
	for _, s := range t.akar {
		if !slices.ContainsFunc(rows, func(r pasangan) bool { return r.baris == s && r.acuan.induk == nil }) {
			return pasangan{}, false
		}
	}
	return pasangan{asSimpul(ref.jumlah), asSimpul(t.jumlah)}, true
}

func asSimpul(b *schema.BarisAnggaran) *simpul {
	s := &simpul{baris: b, kolom: map[string]*schema.Figure{}}
	for _, c := range b.Columns() {
		s.kolom[c.Key] = c.Figure
	}
	return s
}

// over reports whether a stands above b; a total stands above every row.
func over(a, b *simpul) bool {
	total := !a.baris.Uraian.IsSet() || isTotal(a.baris)
	return a != b && (a.above(b) || total && a.induk == nil && len(a.anak) == 0)
}

// compare judges one column of the earlier table against one of the later; rows where both are zero tell nothing.
func (c *padanan) compare(p *Pass, acuan, key string) kolomPadanan {
	out := kolomPadanan{key: key}
	for _, r := range c.baris {
		a, b := r.acuan.kolom[acuan], r.baris.kolom[key]
		if !a.IsNumber() || !b.IsNumber() || isNil(a) && isNil(b) {
			continue
		}
		relation := calc.Same(b, a)
		if p.run.trust(b) > p.run.trust(a) {
			relation = calc.Same(a, b)
		}
		other, at := relation.Terms[0].Figure, c.acuan
		if other == b {
			at = c.tabel
		}
		relation.Terms[0].Name = source.T("%s pada %s", "%s in %s", schema.Label(other.Node), c.titleOf(at, other))
		if calc.Judge(relation).State == calc.Holds {
			out.agree = append(out.agree, relation)
		} else {
			out.differ = append(out.differ, beda{r, relation})
		}
	}
	return out
}

// titleOf tells one of both tables from the other: by its file, its name, or its number.
func (c *padanan) titleOf(t *pohon, f *schema.Figure) source.Text {
	switch {
	case fileOf(c.acuan.tabel.Node) != fileOf(c.tabel.tabel.Node):
		return fileName(f)
	case t.tabel.Nama.IsSet():
		return source.T("tabel %s", "the table %s", quoted(t.tabel.Nama.S))
	}
	n := 1
	for _, s := range t.tabel.Node.Steps() {
		if s.Key == "" {
			n = s.Index + 1
		}
	}
	return source.T("tabel anggaran ke-%d", "budget table %d", n)
}

// columns compares all columns that both tables have. A pagu is held against the stage it fits: tables often give only
// one of both, and what one table calls pagu can be the pagu_murni of the other.
func (c *padanan) columns(p *Pass) []kolomPadanan {
	var out []kolomPadanan
	seen := map[string]bool{}
	for _, r := range c.baris {
		for _, col := range r.baris.baris.Columns() {
			if seen[col.Key] || !col.Figure.IsSet() || col.Key == "sisa" || col.Key == "selisih" {
				continue
			}
			seen[col.Key] = true
			own := c.compare(p, col.Key, col.Key)
			if other, ok := otherStage[col.Key]; ok {
				crossed := c.compare(p, other, col.Key)
				taken := c.compare(p, col.Key, other) // the earlier table's column may be the other one of this table
				switch {
				case len(crossed.agree) > len(own.agree):
					own = crossed
				case len(taken.agree) > len(own.agree):
					own.differ = nil
				}
			}
			c.agree += len(own.agree)
			out = append(out, own)
		}
	}
	return out
}

var otherStage = map[string]string{"pagu": "pagu_murni", "pagu_murni": "pagu"}

// cutOffOf is the day up to which a table counts realisasi; known is false where it does not say. A report on a year says
// by itself that it counts to the end of the year.
func (p *Pass) cutOffOf(t *pohon) (day string, known bool) {
	if t.tabel.PerTgl.IsSet() {
		return t.tabel.PerTgl.Last.Format(time.DateOnly), true
	}
	if period := rePeriod.FindString(t.tabel.Nama.S); period != "" {
		return strings.ToLower(period), true
	}
	for _, l := range p.Laporan {
		if fileOf(l.Node) == fileOf(t.tabel.Node) && (schema.Choice(l.Dokumen) == "lkjip" || l.Pengukuran.Node != nil) && p.Tahun() > 0 {
			return time.Date(p.Tahun(), time.December, 31, 0, 0, 0, 0, time.UTC).Format(time.DateOnly), true
		}
	}
	return "", false
}
