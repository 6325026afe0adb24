package rules

import (
	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var targetBasis = source.T("Target indikator dalam laporan sama dengan target dalam Perjanjian Kinerja · PermenPANRB 53/2014 Lampiran III (III.4, III.6)",
	"The targets of the report are those of the agreement · PermenPANRB 53/2014 Lampiran III (III.4, III.6)")

var _ = register(Rule{
	Name:      "target-pk-berbeda",
	Title:     source.T("Target dalam laporan berbeda dari Perjanjian Kinerja", "A target of the report differs from the agreement"),
	Severity:  Tinggi,
	Basis:     targetBasis,
	Checklist: []string{"III.4", "III.6"},
	Doc: source.T("Target setiap indikator yang diukur dibandingkan dengan PK yang terakhir berlaku (PK Perubahan mengalahkan PK murni, tanggal yang lebih akhir mengalahkan yang lebih awal). Rentang dibandingkan sebagai rentang, teks sebagai teks; kata satuan di samping angka tidak mengubah angka. Angka dengan satuan yang berbeda tidak dibandingkan: itu catatan satuan-berbeda. Perbedaan yang dijelaskan (`penjelasan`) setingkat lebih ringan.",
		"The target of every measured indicator is compared with the agreement last in force (a revision beats the original, a later date an earlier one). Ranges are compared as ranges, words as words; a unit beside a number does not change the number. Figures of different units are not compared: that is satuan-berbeda. A difference that is explained (`penjelasan`) is one step lighter."),
	Check: func(p *Pass) {
		copies := p.copiesOf(p.inForce())
		p.eachTarget(func(pk *schema.PK, pair pair, old *schema.Indikator) {
			if old == nil {
				p.RelateAs(targetInCopies(pk, copies, pair), About{
					Severity:    lighter(Tinggi, pair.a.Indikator.Penjelasan, pair.b.Indikator.Penjelasan, p.explained(pk, pair.a.Induk.S)),
					Rekomendasi: source.T("Agar target disamakan dengan %s, atau perbedaannya dijelaskan", "Make the target agree with %s, or explain the difference", named(pk)),
					Describe: func(_ *calc.Fault, f *Finding) {
						describeTarget(pk, pair, f)
						if cause := p.plannedTarget(pair.b.Indikator); !cause.IsZero() {
							f.Sebab = cause
						}
					},
				})
			}
		})
		p.copies()
	},
})

// targetRelation says that the report repeats the target of the agreement, which is right by definition.
func targetRelation(pk *schema.PK, pair pair) *calc.Relation {
	r := calc.Restate(&pair.b.Indikator.Target, &pair.a.Indikator.Target)
	r.Terms[0].Name = source.T("target dalam %s", "target in %s", named(pk))
	return r
}

// targetInCopies is targetRelation, held against the copies of the agreement in the same report where only one of them agrees:
// then the copies differ, which is one mistake.
func targetInCopies(pk *schema.PK, copies []*schema.PK, found pair) *calc.Relation {
	relations := []*calc.Relation{targetRelation(pk, found)}
	for _, other := range copies {
		if agreed := agreedAs(other, found.a.Indikator.Nama.S); agreed != nil {
			relations = append(relations, targetRelation(other, pair{a: agreed, b: found.b}))
		}
	}
	if r, ok := holding(relations...); ok {
		return r
	}
	return relations[0]
}

// plannedTarget is the cause that shows where the report repeats the plan's target for the year.
func (p *Pass) plannedTarget(i *schema.Indikator) source.Text {
	for _, e := range p.plan() {
		goal, ok := e.renstra.Target[p.Tahun()]
		if ok && nearName(i.Nama.S, e.renstra.Nama.S) && holds(calc.Restate(&i.Target, goal)) == calc.Holds {
			return source.T("diduga target diambil dari Renstra tahun %d (%s)", "presumably the target was taken from the plan for %d (%s)", p.Tahun(), goal.Show())
		}
	}
	return source.Text{}
}

func describeTarget(pk *schema.PK, pair pair, f *Finding) {
	if f.node != pair.b.Indikator.Target.Node {
		return
	}
	f.Expected = pair.a.Indikator.Target.Show()
	f.Kondisi = source.T("%s tertulis %s, sedangkan %s menetapkan %s", "%s reads %s, but %s sets %s",
		schema.Label(f.node), f.Stated, named(pk), f.Expected)
}

// eachTarget visits the measured indicators of the agreement whose targets can be compared. old is the indicator as an
// earlier agreement has it, where the report repeats that one's target although the agreement in force changed it.
func (p *Pass) eachTarget(visit func(pk *schema.PK, pair pair, old *schema.Indikator)) {
	pk, pairs, _ := p.promised()
	for _, pair := range pairs {
		if !pair.certain() {
			continue
		}
		agreed, reported := pair.a.Indikator, pair.b.Indikator
		if !sameScale(agreed.Satuan.S, reported.Satuan.S) {
			p.Untested(reported.Node, source.T("satuan target berbeda: %s dan %s", "the units of the targets differ: %s and %s",
				quoted(agreed.Satuan.S), quoted(reported.Satuan.S)))
			continue
		}
		old := p.formerly(pk, pair.a)
		if old != nil && (holds(calc.Restate(&old.Target, &agreed.Target)) != calc.Broken ||
			holds(calc.Restate(&reported.Target, &old.Target)) != calc.Holds) {
			old = nil
		}
		visit(pk, pair, old)
	}
}

// copies compares the original agreement with further copies of it: an agreement is signed once, so what two files of the
// dossier print of it must agree.
func (p *Pass) copies() {
	all := p.agreements()
	for i, a := range all {
		for _, b := range all[i+1:] {
			if pairs, ok := printedTwice(b, a); ok {
				p.sameTargets(pairs)
				continue
			}
			if isRevision(a) || isRevision(b) || fileOf(a.Node) == fileOf(b.Node) || otherDay(a, b) {
				continue
			}
			pairs, _ := matched(schema.Indikators(b.Sasaran), schema.Indikators(a.Sasaran))
			for _, pair := range pairs {
				if pair.certain() {
					p.Relate(targetRelation(b, pair))
				}
			}
		}
	}
}
