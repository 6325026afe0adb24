package rules

import (
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
		for _, pk := range all {
			revisedLater := pk != all[len(all)-1]
			for i := range pk.Program {
				p.agreedBudget(pk, &pk.Program[i], revisedLater)
			}
		}
	},
})

func (p *Pass) agreedBudget(pk *schema.PK, program *schema.Program, revisedLater bool) {
	row := p.programRow(program)
	if row == nil || revisedLater && !row.PaguMurni.IsSet() {
		return
	}
	about := About{Severity: Tinggi,
		Rekomendasi: source.T("Agar anggaran program pada Perjanjian Kinerja dan pagu pada tabel anggaran disamakan dengan DPA yang berlaku, atau perbedaannya dijelaskan",
			"Make the programme's budget in the PK and its pagu agree with the DPA in force, or explain the difference")}
	revised := schema.Choice(pk.Versi) == "perubahan"
	pagu := &row.Pagu
	if !revised && row.PaguMurni.IsSet() && calc.Judge(calc.Same(&program.Anggaran, pagu)).State != calc.Holds {
		pagu = &row.PaguMurni
	}
	if !pagu.IsSet() || !revised && !row.PaguMurni.IsSet() {
		pagu = inForce(row)
		about.Severity = Sedang // the one pagu given may be that of the other stage
	}
	if program.Penjelasan.IsSet() {
		about.Severity--
	}
	p.RelateAs(calc.Same(&program.Anggaran, pagu), about)
}

// programRow is the row of a programme in the first budget table that has it, by nomenclature code or by name.
func (p *Pass) programRow(program *schema.Program) *schema.BarisAnggaran {
	for _, t := range p.pohon() {
		rows := t.program()
		if !p.ofYear(t) {
			continue
		}
		if code := kodeOf(program.Kode.S); isOfficial(code) {
			if s := findRow(rows, program.Kode.S); s != nil && (isOfficial(s.kode) || compareKode(s.kode, code) == 0) {
				return s.baris
			}
		}
		if s := findRow(rows, program.Nama.S); s != nil && inForce(s.baris).IsSet() {
			return s.baris
		}
	}
	return nil
}
