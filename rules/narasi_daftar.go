package rules

import (
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
)

// glossaryOf collects what prose may speak of: measured indicators, their sasaran, assessments and their components, and
// the rows of the budget.
func (p *Pass) glossaryOf() *glossary {
	g := &glossary{byFirst: map[string][]entry{}, byName: map[string]*topic{}}
	for m := range p.measured() {
		g.indicator(p, m)
	}
	p.plannedTopics(g)
	p.assessedTopics(g)
	for _, table := range p.pohon() {
		for _, s := range table.simpul {
			g.row(s.baris)
		}
	}
	for _, n := range p.objectives() {
		t := g.topic(&topic{name: n.S, kind: sasaranTopic})
		g.add(n.S, t, false, false)
	}
	return g
}

// same finds a topic of that kind and name.
func (g *glossary) same(kind topicKind, name string) *topic { return g.byName[topicKey(kind, name)] }

func topicKey(kind topicKind, name string) string {
	return string(rune('0'+kind)) + strings.Join(canonicalWords(unbracketed(name)), "")
}

func (g *glossary) topic(t *topic) *topic {
	g.topics = append(g.topics, t)
	if t.kind == indikatorTopic {
		g.measure = append(g.measure, t)
	}
	g.byName[topicKey(t.kind, t.name)] = t
	return t
}

func (g *glossary) indicator(p *Pass, m measured) {
	if !m.Nama.IsSet() {
		return
	}
	t := g.same(indikatorTopic, m.Nama.S)
	if t == nil {
		t = g.topic(&topic{name: m.Nama.S, kind: indikatorTopic, indikator: m.Indikator})
		exact, loose := variants(m.Nama.S)
		for _, v := range exact {
			g.add(v, t, false, false)
		}
		for _, v := range loose {
			g.add(v, t, false, true)
		}
	} else if t.get(narasi.Realisasi, m.year) != nil && m.Realisasi.IsNumber() && t.get(narasi.Realisasi, m.year).Value.Cmp(m.Realisasi.Value) != 0 {
		t.doubled = true
	}
	t.polarity = m.achievement(&m.Capaian, &m.Realisasi, &m.Target).Polarity
	t.put(narasi.Target, m.year, &m.Target)
	t.put(narasi.Realisasi, m.year, &m.Realisasi)
	t.put(narasi.Capaian, m.year, &m.Capaian)
	for _, h := range []struct {
		aspect  narasi.Aspect
		history map[int]*schema.Figure
	}{{narasi.Realisasi, m.Riwayat}, {narasi.Target, m.RiwayatTarget}, {narasi.Capaian, m.RiwayatCapaian}} {
		for y, f := range schema.Years(h.history) {
			t.put(h.aspect, y, f)
		}
	}
	t.put(narasi.TargetAkhir, 0, &m.TargetAkhir)
	t.all = append(t.all, &m.CapaianAkhir, &m.Perubahan, &m.StandarNasional)
}

// planned adds the targets of the plan and of the PK where the measurement has none.
func (p *Pass) plannedTopics(g *glossary) {
	for _, l := range p.Laporan {
		for i := range l.Renstra.Tujuan {
			g.plan(l.Renstra.Tujuan[i].Indikator)
		}
		for _, s := range l.Renstra.AllSasaran() {
			g.plan(s.Indikator)
		}
		for i := range l.PerjanjianKinerja {
			for _, n := range schema.Indikators(l.PerjanjianKinerja[i].Sasaran) {
				if t := g.same(indikatorTopic, n.Indikator.Nama.S); t != nil {
					t.put(narasi.Target, p.yearOf(l), &n.Indikator.Target)
				}
			}
		}
		for _, s := range l.Pengukuran.AllSasaran() {
			for i := range s.Indikator {
				if t := g.same(indikatorTopic, s.Indikator[i].Nama.S); t != nil {
					t.sasaran = true
				}
			}
		}
	}
}

func (g *glossary) plan(indikator []schema.IndikatorRenstra) {
	for i := range indikator {
		n := &indikator[i]
		t := g.same(indikatorTopic, n.Nama.S)
		if t == nil {
			continue
		}
		for y, f := range schema.Years(n.Target) {
			t.put(narasi.Target, y, f)
		}
		t.put(narasi.TargetAkhir, 0, &n.TargetAkhir)
	}
}

// assessedTopics adds the components of assessments, and the assessments under the names of their scheme.
func (p *Pass) assessedTopics(g *glossary) {
	for _, a := range p.assessments() {
		year := a.Tahun.Year()
		var names []string
		if a.scheme != nil {
			for _, n := range a.scheme.Indikator {
				names = append(names, n.S)
			}
		}
		var whole *topic
		for _, n := range names {
			if t := g.same(indikatorTopic, n); t != nil {
				whole = t
			}
		}
		if whole == nil && len(names) > 0 {
			whole = g.measuring(names, &a.Jumlah.Nilai, year)
		}
		if whole == nil && len(names) > 0 {
			whole = g.topic(&topic{name: names[0], kind: indikatorTopic})
		}
		if whole != nil {
			for _, n := range names {
				exact, loose := variants(n)
				for _, v := range append(exact, loose...) {
					g.add(v, whole, false, true)
				}
			}
			if whole.assessed == nil || year == p.Tahun() {
				whole.assessed = &a
			}
			whole.all = append(whole.all, &a.Jumlah.Nilai, &a.Jumlah.Maksimal, &a.Indeks)
			if whole.indikator == nil {
				whole.put(narasi.Realisasi, year, &a.Jumlah.Nilai)
			}
			whole.put(narasi.Maksimal, year, &a.Jumlah.Maksimal)
		}
		for i := range a.Komponen {
			g.component(&a, &a.Komponen[i], year)
		}
	}
}

// measuring is the only indicator whose name holds that of the assessment and whose realisasi is its score: "Nilai SAKIP
// Direktorat" for Nilai SAKIP.
func (g *glossary) measuring(names []string, score *schema.Figure, year int) (found *topic) {
	for _, t := range g.measure {
		value := t.get(narasi.Realisasi, year)
		if value == nil || !score.IsNumber() || value.Value.Cmp(score.Value) != 0 {
			continue
		}
		if slices.ContainsFunc(names, func(n string) bool { return shorterName(n, t.name) || nearName(n, t.name) }) {
			if found != nil {
				return nil
			}
			found = t
		}
	}
	return found
}

func (g *glossary) component(a *assessed, k *schema.Komponen, year int) {
	if !k.Nama.IsSet() {
		return
	}
	t := g.same(komponenTopic, k.Nama.S)
	if t == nil {
		t = g.topic(&topic{name: k.Nama.S, kind: komponenTopic, assessed: a, polarity: calc.Up})
		g.add(k.Nama.S, t, true, false)
	} else if schema.Normal(t.assessed.Skema.S) != schema.Normal(a.Skema.S) {
		t.doubled = true // a name that two schemes use
		return
	} else if old := t.get(narasi.Realisasi, year); old != nil && k.Nilai.IsNumber() && old.Value.Cmp(k.Nilai.Value) != 0 {
		t.doubled = true // assessed twice in one year
	}
	t.put(narasi.Realisasi, year, &k.Nilai)
	t.put(narasi.Maksimal, year, &k.Maksimal)
	t.put(narasi.Maksimal, year, &k.Bobot)
	for i := range k.Komponen {
		g.component(a, &k.Komponen[i], year)
	}
}

func (g *glossary) row(b *schema.BarisAnggaran) {
	if !b.Uraian.IsSet() {
		return
	}
	if t := g.same(barisTopic, b.Uraian.S); t != nil {
		t.rows = append(t.rows, b)
		return
	}
	t := g.topic(&topic{name: b.Uraian.S, kind: barisTopic, rows: []*schema.BarisAnggaran{b}})
	// A single common word ("Koordinasi") as a row's name says nothing in prose.
	for _, name := range []string{b.Uraian.S, unbracketed(b.Uraian.S)} {
		words := canonicalWords(name)
		if len(words) < 2 {
			continue
		}
		g.add(name, t, false, false)
		if words[0] != "program" && words[0] != "kegiatan" {
			g.add("program "+name, t, false, false)
			g.add("kegiatan "+name, t, false, false)
		}
	}
}

// objectives are the names of all sasaran and tujuan of the dossier.
func (p *Pass) objectives() []schema.Teks {
	var out []schema.Teks
	seen := map[string]bool{}
	add := func(t schema.Teks) {
		if t.IsSet() && !seen[folded(t.S)] {
			seen[folded(t.S)] = true
			out = append(out, t)
		}
	}
	for _, l := range p.Laporan {
		for _, s := range l.Renstra.AllSasaran() {
			add(s.Uraian)
		}
		for i := range l.Renstra.Tujuan {
			add(l.Renstra.Tujuan[i].Uraian)
		}
		for i := range l.PerjanjianKinerja {
			for j := range l.PerjanjianKinerja[i].Sasaran {
				add(l.PerjanjianKinerja[i].Sasaran[j].Uraian)
			}
		}
		for i := range l.Pengukuran.Tujuan {
			add(l.Pengukuran.Tujuan[i].Uraian)
		}
		for i := range l.Pengukuran.Sasaran {
			add(l.Pengukuran.Sasaran[i].Uraian)
		}
	}
	return out
}
