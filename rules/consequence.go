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
func consequences(fault *calc.Fault, judged []calc.Judged, f *Finding) {
	right, ok := calc.Value(fault.Figure, fault.Expected)
	if !ok || !fault.Figure.IsNumber() {
		return
	}
	for i := range judged {
		j := &judged[i]
		switch {
		case j.Op == calc.Banded && j.Result.Figure == fault.Figure:
			was, is := nameOf(j.Scale, fault.Figure.Value), nameOf(j.Scale, right)
			if was != "" && is != "" && was != is {
				f.Akibat = source.T("dengan angka %s kategori menjadi %s, bukan %s", "with %s the category becomes %s, not %s",
					ShowInterval(fault.Figure, calc.Point(right)), quoted(is), quoted(was))
				f.Severity = Tinggi
			}
		case j.Op == calc.Achieved && j.Result.Figure == fault.Figure:
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
func (r *run) conventions(judged []calc.Judged, opt Options) {
	const name = "konvensi-bercampur"
	if !opt.wants(name) {
		return
	}
	first := map[string]map[calc.Reading]*calc.Judged{}
	for i := range judged {
		j := &judged[i]
		if j.State != calc.Holds || !distinguishes(j) {
			continue
		}
		if first[j.Rule] == nil {
			first[j.Rule] = map[calc.Reading]*calc.Judged{}
		}
		if first[j.Rule][j.Reading] == nil {
			first[j.Rule][j.Reading] = j
		}
	}
	for _, rule := range All() {
		readings := first[rule.Name]
		if len(readings) < 2 {
			continue
		}
		r.mixed(Find(name), readings)
	}
}

// distinguishes reports whether a relation that holds tells which convention was used: cut and rounded values often agree.
func distinguishes(j *calc.Judged) bool {
	switch j.Reading {
	case calc.BlankAsZero, calc.SkipNothing, calc.OtherBase:
		return false
	case calc.Rounded:
		return calc.OnlyRounded(j.Relation)
	}
	return true
}

func (r *run) mixed(rule *Rule, readings map[calc.Reading]*calc.Judged) {
	var odd *calc.Judged
	var words []string
	for _, reading := range []calc.Reading{calc.Rounded, calc.Truncated, calc.Capped, calc.Floored, calc.InverseA, calc.InverseB} {
		j := readings[reading]
		if j == nil {
			continue
		}
		name := string(reading)
		if reading == calc.Rounded {
			name = "dibulatkan"
		} else {
			odd = j
		}
		words = append(words, j.Result.Figure.Show()+" "+name)
	}
	if len(words) < 2 || odd == nil {
		return
	}
	f := Finding{Rule: rule.Name, Severity: rule.Severity, Kriteria: rule.Basis, Checklist: rule.Checklist, Stated: odd.Result.Figure.Show(),
		Kondisi: source.T("angka sejenis dihitung dengan cara yang berbeda: %s", "figures of one kind are computed in different ways: %s", strings.Join(words, ", ")),
		Rekomendasi: source.T("Agar satu cara dipakai untuk seluruh tabel dan disebutkan di bawah tabel",
			"Use one way throughout and state it below the table"),
		Evidence: []Evidence{evidenceOf(odd)}}
	f.at(odd.Result.Figure.Node)
	r.findings = append(r.findings, f)
}
