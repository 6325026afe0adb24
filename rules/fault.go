package rules

import (
	"math/big"
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

// ofFault words a fault: the figure, what the others give, and all relations it broke as evidence.
func ofFault(fault *calc.Fault, pool *calc.Pool) Finding {
	lead := &fault.Broken[0]
	rule := Find(lead.Rule)
	about, _ := lead.About.(About)
	causes := calc.Prefer(fault, pool)
	f := Finding{Rule: lead.Rule, Kriteria: rule.Basis, Stated: fault.Figure.Show(), Sebab: about.Sebab}
	subject := fault.Figure.Node
	if lead.Op == calc.Banded {
		subject, f.Stated = lead.Label.Node, lead.Label.S
	}
	f.at(subject)
	for i := range fault.Broken {
		b := &fault.Broken[i]
		f.Severity = max(f.Severity, severityOf(b.Relation))
		e := evidenceOf(b)
		if b.Rule != f.Rule {
			e.Rule = b.Rule
		}
		f.Evidence = append(f.Evidence, e)
		for _, item := range Find(b.Rule).Checklist {
			if !slices.Contains(f.Checklist, item) {
				f.Checklist = append(f.Checklist, item)
			}
		}
	}
	f.Expected = expected(fault)
	f.Kondisi, f.Rekomendasi = words(fault, &f)
	if !about.Kondisi.IsZero() {
		f.Kondisi = about.Kondisi
	}
	if !about.Rekomendasi.IsZero() {
		f.Rekomendasi = about.Rekomendasi
	}
	switch {
	case len(causes) > 0 && causes[0].Kind == calc.Uncomputed: // proven
		f.cause, f.Sebab = causes[0], causes[0].Text
		if f.Expected != "" {
			f.Rekomendasi = source.T("Agar berkas dihitung ulang di Excel dan disimpan, sehingga sel %s menjadi %s", "Compute the file again in Excel and save it, so that cell %s becomes %s", fault.Figure.Place().Cell, f.Expected)
		}
	case len(causes) > 0 && causes[0].Kind == calc.ByFormula: // proven
		f.cause, f.Sebab = causes[0], causes[0].Text
		if f.Expected != "" {
			f.Rekomendasi = source.T("Agar rumus di sel %s diperbaiki sehingga hasilnya %s, lalu berkas dihitung ulang dan disimpan",
				"Mend the formula in cell %s so that it gives %s, then compute the file again and save it", fault.Figure.Place().Cell, f.Expected)
		}
	case f.Sebab.IsZero() && len(causes) > 0:
		f.cause = causes[0]
		f.Sebab = source.T("diduga %s", "presumably %s", f.cause.Text)
	}
	if n := len(fault.Broken); fault.Proven && n > 1 && about.Rekomendasi.IsZero() {
		f.Rekomendasi = source.T("%s; satu perubahan ini menyelesaikan %d ketidaksesuaian", "%s; this one change settles %d disagreements", f.Rekomendasi, n)
	}
	consequences(fault, pool, &f)
	if n := len(fault.Carried); n > 0 {
		f.Akibat = source.T("selisih yang sama terbawa ke %s", "the same difference is carried into %s", schema.Label(fault.Carried[n-1].Node))
	}
	if about.Describe != nil {
		about.Describe(fault, &f)
	}
	return f
}

func severityOf(r *calc.Relation) Severity {
	if about, ok := r.About.(About); ok && about.Severity != 0 {
		return about.Severity
	}
	return Find(r.Rule).Severity
}

// expected is the value the figure should have, as the report would print it; a range where the figures allow several.
func expected(fault *calc.Fault) string {
	if lead := &fault.Broken[0]; lead.Op == calc.Banded {
		return strings.Join(lead.Names, ", ")
	}
	if lead := &fault.Broken[0]; lead.Op == calc.Equal && fault.Figure == lead.Result.Figure {
		return lead.Terms[0].Figure.Show() // with its own decimals: 299,5 beside a printed 129
	}
	if fault.Figure == fault.Broken[0].Result.Figure {
		if face := faceValues(fault); face != "" {
			return face
		}
	}
	return showSets(fault.Figure, fault.Expected)
}

// faceValues are the results the printed figures give, where these are among the values that mend the fault.
func faceValues(fault *calc.Fault) string {
	var sets []calc.Interval
	for _, v := range calc.AtFaceValue(fault.Broken[0].Relation) {
		for _, set := range fault.Expected {
			if set.Has(v) {
				sets = append(sets, calc.Point(v))
				break
			}
		}
	}
	return showSets(fault.Figure, sets)
}

// showSets prints the values a figure could have, none where they are too many to help.
func showSets(f *schema.Figure, sets []calc.Interval) string {
	var shown []string
	for _, set := range sets {
		if s := ShowInterval(f, set); s != "" && !slices.Contains(shown, s) {
			shown = append(shown, s)
		}
	}
	if len(shown) > 3 {
		return ""
	}
	return strings.Join(shown, " / ")
}

// ShowInterval prints an interval with the decimals of the figure: one number where rounding leaves one.
func ShowInterval(f *schema.Figure, i calc.Interval) string {
	show := func(v *big.Rat) string {
		if f.Unit != nil {
			v = new(big.Rat).Quo(v, f.Unit)
		}
		return source.FormatNumber(v, f.Decimals)
	}
	switch {
	case i.Low == nil && i.High == nil:
		return ""
	case i.Low == nil:
		return "≤ " + show(i.High)
	case i.High == nil:
		return "≥ " + show(i.Low)
	}
	if v, ok := calc.Value(f, []calc.Interval{i}); ok {
		return show(v)
	}
	low, high := show(i.Low), show(i.High)
	if low == high {
		return low
	}
	return low + "–" + high
}

func words(fault *calc.Fault, f *Finding) (kondisi, saran source.Text) {
	lead := &fault.Broken[0]
	name := schema.Label(fault.Figure.Node)
	switch {
	case lead.Op == calc.Banded:
		return source.T("%s tertulis %s, sedangkan %s memberi sebutan %s untuk nilai %s", "%s reads %s, but %s gives %s for the score %s",
				schema.Label(lead.Label.Node), quoted(lead.Label.S), lead.Scale.Nama.S, quoted(f.Expected), lead.Result.Figure.Show()),
			source.T("Agar sebutan disesuaikan menjadi %s, atau nilainya diperiksa kembali", "Change the name to %s, or check the score again", quoted(f.Expected))
	case lead.Result.Figure != fault.Figure && len(fault.Broken) == 1:
		return source.T("%s tertulis %s; %s tidak cocok dengan angka itu, dan cocok bila angkanya %s",
				"%s reads %s; %s does not agree with it, and does if the figure is %s",
				name, f.Stated, lead.Result.Label(), f.Expected),
			source.T("Agar %s diperiksa pada dokumen sumbernya; nilai yang cocok adalah %s%s", "Check %s against its source document; the value that fits is %s%s", name, f.Expected, rivals(fault))
	case lead.Result.Figure != fault.Figure:
		return source.T("%s tertulis %s; %d perhitungan yang memakainya tidak cocok, dan cocok seluruhnya bila angka ini %s",
				"%s reads %s; %d calculations that use it do not agree, and all agree if this figure is %s",
				name, f.Stated, len(fault.Broken), f.Expected),
			source.T("Agar %s diperiksa pada dokumen sumbernya; nilai yang cocok adalah %s", "Check %s against its source document; the value that fits is %s", name, f.Expected)
	case lead.Op == calc.AtMost:
		return source.T("%s tertulis %s, melebihi %s sebesar %s", "%s reads %s, above %s, which is %s",
				name, f.Stated, lead.Terms[0].Label(), lead.Terms[0].Figure.Show()),
			source.T("Agar %s dan %s diperiksa pada dokumen sumbernya", "Check %s and %s against their source documents", name, lead.Terms[0].Label())
	case lead.Op == calc.Equal:
		return source.T("%s tertulis %s, sedangkan %s tertulis %s", "%s reads %s, but %s reads %s",
				name, f.Stated, lead.Terms[0].Label(), lead.Terms[0].Figure.Show()),
			agree(fault, name, f.Expected)
	}
	return source.T("%s tertulis %s, sedangkan %s = %s%s", "%s reads %s, but %s = %s%s", name, f.Stated, Expression(lead.Relation), f.Expected, given(fault)),
		source.T("Agar %s diperbaiki menjadi %s%s", "Change %s to %s%s", name, f.Expected, rivals(fault))
}

// agree advises on a fact told twice: where other figures settle which of the two is wrong, it says so.
func agree(fault *calc.Fault, name source.Text, right string) source.Text {
	if !fault.Proven || len(fault.Broken) < 2 || right == "" {
		return source.T("Agar kedua angka disamakan dengan dokumen yang sah", "Make both figures agree with the valid document")
	}
	return source.T("Agar %s diperbaiki menjadi %s", "Change %s to %s", name, right)
}

// given names the other mistakes that have to be mended for the expected value to hold.
func given(fault *calc.Fault) source.Text {
	var out source.Text
	for _, w := range fault.With {
		if fault.Broken[0].Uses(w.Figure) {
			out = source.T("%s, dengan %s yang cocok %s", "%s, with the fitting %s %s", out, schema.FieldLabel(w.Figure.Node), showSets(w.Figure, w.Expected))
		}
	}
	return out
}

// maxRivals bounds the other explanations a finding spells out.
const maxRivals = 3

// rivals names the other figures that explain as much: where the figures alone do not decide, the finding must not either.
func rivals(fault *calc.Fault) source.Text {
	var out source.Text
	for i, r := range fault.Rivals {
		if i == maxRivals {
			return source.T("%s, atau salah satu dari %d angka lain", "%s, or one of %d other figures", out, len(fault.Rivals)-i)
		}
		value := showSets(r.Figure, r.Expected)
		if i == 0 {
			out = source.T("; bila angka itu benar, %s seharusnya %s", "; if that figure is right, %s should be %s", schema.Label(r.Figure.Node), value)
			continue
		}
		out = source.T("%s atau %s seharusnya %s", "%s or %s should be %s", out, schema.Label(r.Figure.Node), value)
	}
	return out
}

// Expression is a relation's arithmetic in words: "pagu − realisasi".
func Expression(r *calc.Relation) source.Text {
	name := func(i int) source.Text { return shortName(&r.Terms[i]) }
	switch r.Op {
	case calc.Ratio:
		return source.T("%s ÷ %s × 100", "%s ÷ %s × 100", name(0), name(1))
	case calc.Product:
		if r.Terms[0].Weight != nil {
			return source.T("%s × %s ÷ 100", "%s × %s ÷ 100", name(0), name(1))
		}
		return source.T("%s × %s", "%s × %s", name(0), name(1))
	case calc.Growth:
		return source.T("(%s − %s) ÷ %s × 100", "(%s − %s) ÷ %s × 100", name(0), name(1), name(1))
	case calc.Mean:
		return source.T("rata-rata %d angka", "the mean of %d figures", len(r.Terms))
	case calc.Achieved:
		switch r.Polarity {
		case calc.Down:
			return source.T("capaian indikator negatif, (2 × target − realisasi) ÷ target × 100 atau target ÷ realisasi × 100,",
				"capaian of a negative indicator, (2 × target − realisasi) ÷ target × 100 or target ÷ realisasi × 100,")
		case calc.Range:
			return source.T("capaian terhadap rentang target", "capaian against the target range")
		}
		return source.T("realisasi ÷ target × 100", "realisasi ÷ target × 100")
	case calc.Linear:
		if len(r.Terms) > 4 {
			return source.T("jumlah %d angka pembentuknya", "the sum of the %d figures it is made of", len(r.Terms))
		}
		var out source.Text
		for i := range r.Terms {
			sign := " + "
			if w := r.Terms[i].Weight; w != nil && w.Sign() < 0 {
				sign = " − "
			}
			if i == 0 {
				out = name(0)
				continue
			}
			out = source.T("%s%s%s", "%s%s%s", out, sign, name(i))
		}
		return out
	case calc.Covered, calc.Banded:
		return source.Same(r.Scale.Nama.S)
	}
	if len(r.Terms) > 0 {
		return name(0)
	}
	return source.Text{}
}

// shortName is what evidence calls a term: its own name, or its field.
func shortName(t *calc.Term) source.Text {
	if !t.Name.IsZero() {
		return t.Name
	}
	if t.Figure == nil || t.Figure.Node == nil {
		return t.Label()
	}
	return schema.FieldLabel(t.Figure.Node)
}
