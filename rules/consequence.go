package rules

import (
	"math/big"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// consequences states what follows from the right figure alone: a category that becomes another, a target that turns out
// met or missed. Either changes a conclusion, which makes the finding tinggi.
func consequences(fault *calc.Fault, pool *calc.Pool, f *Finding) {
	right, ok := fault.Right()
	if !ok || !fault.Figure.IsNumber() {
		return
	}
	for _, j := range pool.Decides(fault.Figure) {
		switch j.Op {
		case calc.Banded:
			was, is := nameOf(j.Scale, fault.Figure.Value), nameOf(j.Scale, right)
			if was != "" && is != "" && was != is {
				f.Akibat = source.T("dengan angka %s kategori menjadi %s, bukan %s", "with %s the category becomes %s, not %s",
					ShowInterval(fault.Figure, calc.Point(right)), quoted(is), quoted(was))
				f.Severity = Tinggi
			}
		case calc.Achieved:
			hundred := big.NewRat(100, 1)
			if met, meets := fault.Figure.Value.Cmp(hundred) >= 0, right.Cmp(hundred) >= 0; met != meets {
				f.Severity = Tinggi
				f.Akibat = source.T("target ternyata belum tercapai", "the target turns out to be missed")
				if meets {
					f.Akibat = source.T("target ternyata sudah tercapai", "the target turns out to be met")
				}
			}
		}
	}
}

// nameOf is what the scale calls a score, empty where it has no single row.
func nameOf(scale *schema.Skala, score *big.Rat) string {
	found := calc.Rows(scale, score)
	if len(found) != 1 {
		return ""
	}
	return strings.Join(found[0].Names(), " / ")
}

// conventions reports once a dossier and rule that figures of one kind follow different conventions, each of which fits.
// A relation that uses a faulty figure tells nothing: it may hold by luck.
func (r *run) conventions(judged []calc.Judged, faults []calc.Fault, opt Options) {
	if !opt.wants(mixedRule) {
		return
	}
	// A percentage of a wrong amount may look cut off by chance.
	wrong := map[*schema.Figure]bool{}
	for i := range faults {
		wrong[faults[i].Figure] = true
	}
	sound := func(j *calc.Judged) bool {
		ok := true
		j.Figures(func(t *calc.Term) { ok = ok && !wrong[t.Figure] })
		return ok
	}
	byRule := map[string][]*calc.Judged{}
	for i := range judged {
		if j := &judged[i]; j.State == calc.Holds && j.Op != calc.Mean && sound(j) {
			byRule[j.Rule] = append(byRule[j.Rule], j)
		}
	}
	for _, rule := range All() {
		for _, pair := range mixtures {
			if pair.report(r, byRule[rule.Name]) {
				break
			}
		}
	}
}

const mixedRule = "konvensi-bercampur"

// mixture is a pair of conventions that exclude each other.
type mixture struct {
	usual, odd calc.Reading
	name       source.Text // of the usual one
}

var mixtures = []mixture{
	{calc.Rounded, calc.Truncated, source.T("dibulatkan", "rounded")},
	{calc.InverseA, calc.InverseB, source.Same(string(calc.InverseA))},
	{calc.Rounded, calc.Capped, source.T("tidak dibatasi", "not capped")},
}

// tells reports whether a figure shows the usual convention. Figures below a cap do not tell whether there is one.
func (m mixture) tells(j, odd *calc.Judged) bool {
	if m.odd == calc.Capped {
		return j.Op == calc.Achieved && j.Result.Figure.Value.Cmp(odd.Result.Figure.Value) > 0
	}
	return calc.Tells(j)
}

func (m mixture) report(r *run, judged []*calc.Judged) bool {
	var usual, odd *calc.Judged
	for _, j := range judged {
		if odd == nil && j.Reading == m.odd && calc.Tells(j) {
			odd = j
		}
	}
	if odd == nil {
		return false
	}
	for _, j := range judged {
		if j.Reading == m.usual && m.tells(j, odd) {
			usual = j
			break
		}
	}
	if usual == nil {
		return false
	}
	mixed := Find(mixedRule)
	a, b := usual.Result.Figure.Show(), odd.Result.Figure.Show()
	f := Finding{Rule: mixedRule, Severity: mixed.Severity, Kriteria: mixed.Basis, Checklist: mixed.Checklist, Stated: b,
		Kondisi: source.T("angka sejenis dihitung dengan cara yang berbeda: %s %s, %s %s", "figures of one kind are computed in different ways: %s %s, %s %s",
			a, m.name, b, string(m.odd)),
		Rekomendasi: source.T("Agar satu cara dipakai untuk seluruh tabel dan disebutkan di bawah tabel",
			"Use one way throughout and state it below the table"),
		Evidence: []Evidence{evidenceOf(usual), evidenceOf(odd)}}
	f.at(odd.Result.Figure.Node)
	r.findings = append(r.findings, f)
	return true
}
