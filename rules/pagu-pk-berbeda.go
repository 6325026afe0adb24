package rules

import (
	"math/big"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "pagu-pk-berbeda",
	Title:    source.T("Anggaran program pada Perjanjian Kinerja berbeda dari pagunya", "The budget of a programme in the performance agreement differs from its pagu"),
	Severity: Tinggi,
	Basis: source.T("Realisasi anggaran disajikan sesuai dokumen Perjanjian Kinerja (PermenPANRB 53/2014 Lampiran II Bab III.B)",
		"The budget is shown as in the performance agreement (PermenPANRB 53/2014 Lampiran II Bab III.B)"),
	Checklist: []string{"I.6", "III.4"},
	Doc: source.T("Anggaran setiap program pada PK harus sama dengan pagunya di tabel anggaran: PK Perubahan dengan pagu sesudah perubahan, PK murni dengan pagu sebelum perubahan (atau pagu yang berlaku, bila PK disusun darinya). Program dicocokkan menurut kode nomenklatur atau nama. Bila tabel hanya memuat satu pagu, atau perbedaan diberi penjelasan, catatannya lebih ringan.",
		"The budget of every programme in the PK equals its pagu in the budget table: a revised PK the pagu after the revision, an original PK the pagu before it (or the pagu in force, where the PK was drawn up from that). Programmes are matched by nomenclature code or by name. Where the table gives only one pagu, or the difference is explained, the finding is lighter."),
	Check: func(p *Pass) {
		all := p.budgetAgreements()
		for i, pk := range all {
			for _, other := range all[:i] {
				p.samePrograms(pk, other)
			}
			revisedLater := pk != all[len(all)-1]
			for i := range pk.Program {
				p.agreedBudget(pk, &pk.Program[i], revisedLater)
			}
		}
	},
})

// samePrograms compares the budgets of two prints of one agreement in a report. A total that differs because a programme
// does is no second mistake.
func (p *Pass) samePrograms(pk, other *schema.PK) {
	if _, ok := printedTwice(pk, other); !ok {
		return
	}
	agree := true
	for i := range pk.Program {
		again := &pk.Program[i]
		k := bestName(again.Nama.S, len(other.Program), func(k int) string { return other.Program[k].Nama.S })
		if k < 0 {
			agree = false
			continue
		}
		r := calc.Same(&again.Anggaran, inUnitOf(&other.Program[k].Anggaran, &again.Anggaran))
		agree = agree && holds(r) != calc.Broken
		p.RelateAs(r, About{Describe: describeRepeated})
	}
	if agree {
		p.RelateAs(calc.Same(&pk.JumlahAnggaran, inUnitOf(&other.JumlahAnggaran, &pk.JumlahAnggaran)), About{Describe: describeRepeated})
	}
}

func (p *Pass) agreedBudget(pk *schema.PK, program *schema.Program, revisedLater bool) {
	revised := schema.Choice(pk.Versi) == "perubahan"
	var differing *calc.Relation
	about := About{Severity: Tinggi,
		Rekomendasi: source.T("Agar anggaran program pada Perjanjian Kinerja dan pagu pada tabel anggaran disamakan dengan DPA yang berlaku, atau perbedaannya dijelaskan",
			"Make the programme's budget in the PK and its pagu agree with the DPA in force, or explain the difference")}
	for _, row := range p.programRows(program) {
		if revisedLater && !row.PaguMurni.IsSet() {
			continue // the one pagu given is that of the revised PK
		}
		for _, pagu := range []*schema.Figure{&row.Pagu, &row.PaguMurni} {
			if revised && pagu == &row.PaguMurni && row.Pagu.IsSet() {
				continue
			}
			r := calc.Same(inUnitOf(&program.Anggaran, pagu), pagu)
			switch calc.Judge(r).State {
			case calc.Holds: // several tables may give several stages; one of them is the agreed one
				p.Relate(r)
				return
			case calc.Broken:
				// Of the pagu that differ the one to name is that of the PK's own stage, in the table that has realisasi.
				if stage := !revised == (pagu == &row.PaguMurni); differing == nil || stage && row.Realisasi.IsSet() {
					differing = r
				}
				if !revised && !row.PaguMurni.IsSet() || !row.Pagu.IsSet() {
					about.Severity = Sedang // the one pagu given may be that of the other stage
				}
			}
		}
	}
	if differing == nil {
		return
	}
	if program.Penjelasan.IsSet() {
		about.Severity--
	}
	p.RelateAs(differing, about)
}

// inUnitOf reads an amount of the PK, which declares no unit, in that of a table in thousands or millions where it is
// printed there in the same figures.
func inUnitOf(agreed, pagu *schema.Figure) *schema.Figure {
	if !agreed.IsNumber() || !pagu.IsNumber() || pagu.Unit == nil || agreed.Unit != nil {
		return agreed
	}
	scaled := *agreed
	scaled.Unit, scaled.Value = pagu.Unit, new(big.Rat).Mul(agreed.Value, pagu.Unit)
	if scaled.Value.Cmp(pagu.Value) != 0 {
		return agreed
	}
	return &scaled
}

// programRows are the rows of a programme in the budget tables of the year, by nomenclature code or by name.
func (p *Pass) programRows(program *schema.Program) []*schema.BarisAnggaran {
	var found []*schema.BarisAnggaran
	for _, t := range p.pohon() {
		rows := t.program()
		if !p.ofYear(t) {
			continue
		}
		s := findRow(rows, program.Nama.S)
		if isOfficial(kodeOf(program.Kode.S)) {
			if coded := findRow(rows, program.Kode.S); coded != nil && isOfficial(coded.kode) {
				s = coded
			}
		}
		if s != nil {
			found = append(found, s.baris)
		}
	}
	return found
}
