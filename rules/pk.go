package rules

import (
	"cmp"
	"slices"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// ownAgreements are the agreements of the agency itself: one made with its head, as those of the divisions are, is not.
func (p *Pass) ownAgreements() []*schema.PK {
	all := schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.PK { return l.PerjanjianKinerja })
	heads := map[string]bool{}
	for _, pk := range all {
		if name := personName(pk.PihakPertama.S); name != "" {
			heads[name] = true
		}
	}
	return slices.DeleteFunc(all, func(pk *schema.PK) bool {
		above := personName(pk.PihakKedua.S)
		return heads[above] && above != personName(pk.PihakPertama.S)
	})
}

// agreements are the Perjanjian Kinerja of the report's year, the one in force last: a revision after the original, a later
// date after an earlier one, else as written. Agreements of other years are tahun-berbeda's business.
func (p *Pass) agreements() []*schema.PK {
	year := p.Tahun()
	all := slices.DeleteFunc(p.ownAgreements(), func(pk *schema.PK) bool {
		return len(pk.Sasaran) == 0 && len(pk.Program) == 0 || year != 0 && pk.Tahun.Year() != 0 && pk.Tahun.Year() != year
	})
	slices.SortStableFunc(all, func(a, b *schema.PK) int {
		order := cmp.Compare(versionRank(a), versionRank(b))
		if order == 0 && a.Tanggal.IsSet() && b.Tanggal.IsSet() {
			order = a.Tanggal.Last.Compare(b.Tanggal.Last)
		}
		return order
	})
	return all
}

func versionRank(pk *schema.PK) int {
	if isRevision(pk) {
		return 1
	}
	return 0
}

func isRevision(pk *schema.PK) bool { return schema.Choice(pk.Versi) == "perubahan" }

// inForce is the agreement that the report has to answer for, nil when the dossier holds none with indicators.
func (p *Pass) inForce() *schema.PK {
	for _, pk := range slices.Backward(p.agreements()) {
		if len(schema.Indikators(pk.Sasaran)) > 0 {
			return pk
		}
	}
	return nil
}

// measuredIndicators are the indicators of sasaran that the dossier measures; those of tujuan are not agreed upon.
func (p *Pass) measuredIndicators() []schema.Numbered {
	var all []schema.Numbered
	for _, s := range p.measuredSasaran() {
		all = append(all, schema.Indikators([]schema.Sasaran{*s})...)
	}
	return all
}

func (p *Pass) measuredSasaran() []*schema.Sasaran {
	var all []*schema.Sasaran
	for _, l := range p.Laporan {
		for i := range l.Pengukuran.Tujuan {
			for j := range l.Pengukuran.Tujuan[i].Sasaran {
				all = append(all, &l.Pengukuran.Tujuan[i].Sasaran[j])
			}
		}
		for i := range l.Pengukuran.Sasaran {
			all = append(all, &l.Pengukuran.Sasaran[i])
		}
	}
	return all
}

// planned are the indicators of the plan's sasaran.
func (p *Pass) planned() []schema.Numbered {
	var all []schema.Numbered
	for _, l := range p.Laporan {
		for _, s := range l.Renstra.AllSasaran() {
			for i := range s.Indikator {
				all = append(all, fromPlan(s.Uraian, &s.Indikator[i]))
			}
		}
	}
	return all
}

// fromPlan gives an indicator of the plan the shape of the other sections, for matching by name.
func fromPlan(sasaran schema.Teks, i *schema.IndikatorRenstra) schema.Numbered {
	return schema.Numbered{Induk: sasaran, Indikator: &schema.Indikator{Node: i.Node, Kode: i.Kode, Nama: i.Nama, Satuan: i.Satuan,
		Polaritas: i.Polaritas, TargetAkhir: i.TargetAkhir, Penjelasan: i.Penjelasan}}
}

// key are the key performance indicators (IKU) of the dossier.
func (p *Pass) keyIndicators() []schema.Numbered {
	var all []schema.Numbered
	for _, l := range p.Laporan {
		before := all
		for i := range l.IKU {
			again := func(o schema.Numbered) bool { return sameName(o.Indikator.Nama.S, l.IKU[i].Nama.S) }
			if !slices.ContainsFunc(before, again) { // what two files of the dossier list is one indicator
				all = append(all, schema.Numbered{Induk: l.IKU[i].Sasaran, Indikator: &l.IKU[i]})
			}
		}
	}
	return all
}

// promised holds what was agreed upon against what was measured. pk is nil where the dossier lacks one of them.
func (p *Pass) promised() (pk *schema.PK, pairs []pair, extra []*schema.Numbered) {
	pk, measured := p.inForce(), p.measuredIndicators()
	if pk == nil || len(measured) == 0 {
		return nil, nil, nil
	}
	pairs, extra = matched(schema.Indikators(pk.Sasaran), measured)
	return pk, pairs, extra
}

// lostSasaran are the sasaran of the agreement (by the place of their text) that the measurement knows neither by name nor
// by any of their indicators.
func (p *Pass) lostSasaran(pk *schema.PK, pairs []pair) map[*source.Node]bool {
	lost := map[*source.Node]bool{}
	for i := range pk.Sasaran {
		if s := &pk.Sasaran[i]; s.Uraian.IsSet() && !p.measuresSasaran(s.Uraian.S) {
			lost[s.Uraian.Node] = true
		}
	}
	for _, pair := range pairs {
		if pair.b != nil || p.measuresGoal(pair.a.Indikator.Nama.S) {
			delete(lost, pair.a.Induk.Node)
		}
	}
	return lost
}

func (p *Pass) measuresSasaran(uraian string) bool {
	if p.sasaran == nil {
		for _, s := range p.measuredSasaran() {
			p.sasaran = append(p.sasaran, namaOf(s.Uraian.S))
		}
	}
	return namaOf(uraian).amongAlike(p.sasaran)
}

// measuresGoal reports whether an indicator of that name is measured under a tujuan.
func (p *Pass) measuresGoal(name string) bool {
	return slices.ContainsFunc(p.Laporan, func(l *schema.Laporan) bool {
		return slices.ContainsFunc(l.Pengukuran.Tujuan, func(t schema.Tujuan) bool {
			return slices.ContainsFunc(t.Indikator, func(i schema.Indikator) bool {
				return alike(i.Nama.S, name)
			})
		})
	})
}

// lighter is one step below a severity, for a difference that the report explains (PermenPANRB 53/2014 Lampiran III, III.3
// and III.6).
func lighter(s Severity, explained ...schema.Teks) Severity {
	if slices.ContainsFunc(explained, schema.Teks.IsSet) {
		return max(s-1, Rendah)
	}
	return s
}

// explained is what the agreement's and the measured sasaran of that name say of a difference.
func (p *Pass) explained(pk *schema.PK, uraian string) schema.Teks {
	for i := range pk.Sasaran {
		if s := &pk.Sasaran[i]; s.Penjelasan.IsSet() && nearName(s.Uraian.S, uraian) {
			return s.Penjelasan
		}
	}
	for _, s := range p.measuredSasaran() {
		if s.Penjelasan.IsSet() && nearName(s.Uraian.S, uraian) {
			return s.Penjelasan
		}
	}
	return schema.Teks{}
}

// holds judges a relation at once, for a rule that depends on the outcome.
func holds(r *calc.Relation) calc.State { return calc.Judge(r).State }

// named is what messages call an agreement.
func named(pk *schema.PK) source.Text {
	if isRevision(pk) {
		return source.T("PK Perubahan", "the revised agreement (PK Perubahan)")
	}
	return source.T("Perjanjian Kinerja", "the agreement (Perjanjian Kinerja)")
}

// formerly is the indicator as an agreement before the one in force has it, nil when none does. Further copies of the
// agreement in force are not former ones.
func (p *Pass) formerly(pk *schema.PK, n *schema.Numbered) *schema.Indikator {
	for _, old := range p.agreements() {
		if old == pk {
			break
		}
		if !isRevision(pk) && !(old.Tanggal.IsSet() && pk.Tanggal.IsSet() && old.Tanggal.Last.Before(pk.Tanggal.First)) {
			continue
		}
		if agreed := agreedAs(old, n.Indikator.Nama.S); agreed != nil {
			return agreed.Indikator
		}
	}
	return nil
}

// agreedAs is the indicator of an agreement that carries the name, nil for none.
func agreedAs(pk *schema.PK, name string) *schema.Numbered {
	list := schema.Indikators(pk.Sasaran)
	if i := bestName(name, len(list), func(i int) string { return list[i].Indikator.Nama.S }); i >= 0 {
		return &list[i]
	}
	return nil
}

// direction is which way an indicator is good: as declared, else as the plan's own targets move over the years.
func direction(plan *schema.IndikatorRenstra, i *schema.Indikator) calc.Polarity {
	for _, t := range []schema.Teks{i.Polaritas, plan.Polaritas} {
		if way := calc.PolarityOf(schema.Choice(t)); way != calc.Undeclared {
			return way
		}
	}
	return calc.Trend(plan.Target)
}
