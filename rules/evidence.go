package rules

import (
	"strconv"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// maxEvidence bounds the figures shown of one relation; a sum of thousands of rows is not read line by line.
const maxEvidence = 40

// evidenceOf writes a judged relation out as a reviewer would: the figures, the signs between them, the computed value.
func evidenceOf(j *calc.Judged) Evidence {
	e := Evidence{Relation: source.T("%s = %s", "%s = %s", Expression(j.Relation), shortName(&j.Result)), Holds: j.State == calc.Holds}
	switch j.Op {
	case calc.AtMost:
		e.Relation = source.T("%s paling banyak %s", "%s at most %s", shortName(&j.Result), shortName(&j.Terms[0]))
	case calc.Reached:
		e.Relation = source.T("%s mencapai %s", "%s reaches %s", shortName(&j.Result), shortName(&j.Terms[0]))
	case calc.Banded:
		e.Relation = source.T("%s menurut %s", "%s by %s", schema.FieldLabel(j.Label.Node), j.Scale.Nama.S)
	}
	if sign := limitSign(j.Relation); sign != "" { // a requirement: the figure, then what it should keep to
		e.Figures = append(e.Figures, evidenceFigure(&j.Result, ""))
		for i := range j.Terms {
			if t := &j.Terms[i]; t.Figure != nil && t.Figure.Node != nil {
				e.Figures = append(e.Figures, evidenceFigure(t, sign))
			}
		}
		return e
	}
	terms := j.Terms
	if j.Op == calc.Achieved && len(terms) == 2 { // declared as target, realisasi; computed the other way round
		terms = []calc.Term{terms[1], terms[0]}
	}
	for i := range terms {
		if i == maxEvidence {
			e.Figures = append(e.Figures, EvidenceFigure{Name: source.T("dan %d angka lain", "and %d more figures", len(terms)-i)})
			break
		}
		e.Figures = append(e.Figures, evidenceFigure(&terms[i], signOf(j.Relation, i)))
	}
	e.Figures = append(e.Figures, rest(j.Relation)...)
	if len(j.Expected) > 0 && j.Result.Figure.IsNumber() && !j.Compares() {
		e.Computed = ShowInterval(j.Result.Figure, j.Expected[0])
		if face := calc.AtFaceValue(j.Relation); len(face) > 0 && j.Expected[0].Has(face[0]) {
			e.Computed = ShowInterval(j.Result.Figure, calc.Point(face[0]))
		}
	}
	e.Figures = append(e.Figures, evidenceFigure(&j.Result, "="))
	if j.Op == calc.Banded {
		e.Figures[len(e.Figures)-1].Sign = ""
		e.Figures = append(e.Figures, EvidenceFigure{Sign: "=", Name: schema.FieldLabel(j.Label.Node), Stated: j.Label.S,
			Place: j.Label.Place(), Path: j.Label.Path()})
	}
	return e
}

// limitSign is the sign of a relation that only bounds a figure, empty for one that computes it.
func limitSign(r *calc.Relation) string {
	switch {
	case r.Op == calc.AtMost, r.Op == calc.Reached && r.Polarity == calc.Down:
		return "≤"
	case r.Op == calc.Reached:
		return "≥"
	case r.Op == calc.Plausible:
		return "~"
	}
	return ""
}

func signOf(r *calc.Relation, i int) string {
	switch r.Op {
	case calc.Linear, calc.Mean:
		if w := r.Terms[i].Weight; w != nil && w.Sign() < 0 {
			return "−"
		}
		if i > 0 {
			return "+"
		}
	case calc.Ratio:
		if i > 0 {
			return "÷"
		}
	case calc.Achieved:
		if i > 0 && r.Polarity <= calc.Up {
			return "÷"
		}
	case calc.Product:
		if i > 0 {
			return "×"
		}
	case calc.Growth:
		if i > 0 {
			return "−"
		}
	}
	return ""
}

// rest is the arithmetic after the terms, done from top to bottom: what a mean is divided by, what makes a ratio percent.
func rest(r *calc.Relation) []EvidenceFigure {
	percent := EvidenceFigure{Sign: "×", Stated: "100"}
	switch {
	case r.Op == calc.Mean:
		return []EvidenceFigure{{Sign: "÷", Stated: strconv.Itoa(len(r.Terms))}}
	case r.Op == calc.Growth:
		return []EvidenceFigure{evidenceFigure(&r.Terms[1], "÷"), percent}
	case r.Op == calc.Product && r.Terms[0].Weight != nil:
		return []EvidenceFigure{{Sign: "÷", Stated: "100"}}
	case r.Op == calc.Ratio, r.Op == calc.Achieved && r.Polarity <= calc.Up && len(r.Terms) == 2:
		return []EvidenceFigure{percent}
	}
	return nil
}

func evidenceFigure(t *calc.Term, sign string) EvidenceFigure {
	e := EvidenceFigure{Sign: sign, Name: shortName(t), Note: t.Note}
	if t.Figure != nil && t.Figure.Node != nil {
		e.Stated, e.Place, e.Path = t.Figure.Show(), t.Figure.Place(), t.Figure.Path()
	}
	return e
}
