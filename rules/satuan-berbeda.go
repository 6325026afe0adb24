package rules

import (
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "satuan-berbeda",
	Title:    source.T("Satuan satu indikator berbeda antardokumen", "One indicator has different units in different documents"),
	Severity: Sedang,
	Basis: source.T("Indikator dalam laporan sama dengan dokumen perencanaannya · PermenPANRB 53/2014 Lampiran III (III.4, III.5, III.6)",
		"Indicators of the report are those of its planning documents · PermenPANRB 53/2014 Lampiran III (III.4, III.5, III.6)"),
	Checklist: []string{"III.4", "III.5", "III.6"},
	Needs:     []string{"pengukuran"},
	Doc: source.T("Satuan indikator yang sama dalam Renstra, IKU, PK, dan pengukuran dibandingkan, dan yang menyimpang dari PK (atau dari kebanyakan dokumen) dicatat sekali. Sinonim diterima: persen/%/persentase, nilai/skor/poin, orang/jiwa. Angka, indeks, rasio, dan predikat dapat berarti satuan apa pun dan tidak dicatat.",
		"The unit of one indicator in Renstra, IKU, agreement and measurement is compared; the one that strays from the agreement (or from most documents) is reported once. Synonyms are accepted: persen/%/persentase, nilai/skor/poin, orang/jiwa. Angka, indeks, rasio and predikat may stand for any unit and are left alone."),
	Check: func(p *Pass) {
		lists := [][]schema.Numbered{nil, p.keyIndicators(), p.planned(), p.measuredIndicators()}
		if pk := p.inForce(); pk != nil {
			lists[0] = schema.Indikators(pk.Sasaran)
		}
		same := map[*source.Node][]*schema.Indikator{} // by the indicator of the first document that has it
		first := map[*source.Node]*source.Node{}
		for i, list := range lists {
			for k := range list {
				n := list[k].Indikator
				if first[n.Node] == nil {
					first[n.Node] = n.Node
					same[n.Node] = []*schema.Indikator{n}
				}
			}
			for _, other := range lists[i+1:] {
				pairs, _ := matched(list, other)
				for _, m := range pairs {
					if m.certain() && first[m.b.Indikator.Node] == nil {
						head := first[m.a.Indikator.Node]
						first[m.b.Indikator.Node] = head
						same[head] = append(same[head], m.b.Indikator)
					}
				}
			}
		}
		for _, list := range lists {
			for k := range list {
				p.oneUnit(same[list[k].Indikator.Node])
			}
		}
	},
})

// oneUnit reports the unit that clashes with most of the others, the agreement's counting first. The list is in order of
// standing: agreement, IKU, plan, measurement.
func (p *Pass) oneUnit(same []*schema.Indikator) {
	var reference *schema.Indikator
	best := -1
	for _, i := range same {
		agree := 0
		for _, other := range same {
			if i.Satuan.IsSet() && other.Satuan.IsSet() && !unitsClash(i.Satuan.S, other.Satuan.S) {
				agree++
			}
		}
		if i.Satuan.IsSet() && agree > best {
			reference, best = i, agree
		}
	}
	if reference == nil {
		return
	}
	for _, i := range same {
		if !i.Satuan.IsSet() || !unitsClash(i.Satuan.S, reference.Satuan.S) {
			continue
		}
		p.Report(i.Satuan.Node, Finding{
			Severity: lighter(Sedang, i.Penjelasan, reference.Penjelasan),
			Stated:   i.Satuan.S,
			Expected: reference.Satuan.S,
			Kondisi: source.T("Satuan indikator %s dalam %s tertulis %s, sedangkan dalam %s tertulis %s", "The unit of the indicator %s in %s reads %s, but in %s it reads %s",
				quoted(i.Nama.S), section(i.Node), quoted(i.Satuan.S), section(reference.Node), quoted(reference.Satuan.S)),
			Rekomendasi: source.T("Agar satu satuan dipakai untuk indikator ini dalam semua dokumen", "Use one unit for this indicator in all documents"),
		})
		return
	}
}

// section names the document part a node stands in.
func section(n *source.Node) source.Text {
	for n.Parent() != nil && n.Parent().Parent() != nil {
		n = n.Parent()
	}
	return schema.FieldLabel(n)
}
