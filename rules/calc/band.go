package calc

import (
	"math/big"
	"slices"
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

// Rows are the rows of the scale that hold the score. The score counts as printed: scales are applied to what the
// assessment prints, so that 90,00 is A and not AA however it was rounded.
func Rows(scale *schema.Skala, score *big.Rat) []*schema.BarisSkala {
	var found []*schema.BarisSkala
	for i := range scale.Baris {
		if rowInterval(&scale.Baris[i]).Has(score) && bounded(&scale.Baris[i]) {
			found = append(found, &scale.Baris[i])
		}
	}
	return found
}

func bounded(b *schema.BarisSkala) bool {
	low, high, _, _ := b.Bounds()
	return low != nil || high != nil
}

func rowInterval(b *schema.BarisSkala) Interval {
	low, high, lowOpen, highOpen := b.Bounds()
	return Interval{Low: low, High: high, LowOpen: lowOpen, HighOpen: highOpen}
}

// ParseLabel splits "BB (Sangat Baik)" into the names it gives: BB and Sangat Baik.
func ParseLabel(label string) []string {
	label = strings.NewReplacer(" - ", ";", " – ", ";", " — ", ";", ", ", ";", ": ", ";").Replace(label)
	parts := strings.FieldsFunc(label, func(r rune) bool { return strings.ContainsRune("()[]/;", r) })
	var names []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			names = append(names, p)
		}
	}
	return names
}

// NamedRows are the rows of the scale that carry one of the label's names, in order.
func NamedRows(scale *schema.Skala, label string) []*schema.BarisSkala {
	var found []*schema.BarisSkala
	for i := range scale.Baris {
		for _, name := range append(ParseLabel(label), label) {
			if carriesName(&scale.Baris[i], name) {
				found = append(found, &scale.Baris[i])
				break
			}
		}
	}
	return found
}

// sameName compares names of a scale; "Cukup (Memadai)" is known by its whole and by its first part.
func sameName(own, name string) bool {
	n := schema.Normal(name)
	for _, kind := range []string{"kategori ", "predikat ", "sebutan ", "level ", "tingkat ", "mutu ", "peringkat ", "dengan "} {
		n = strings.TrimPrefix(n, kind)
	}
	if n == "" {
		return false
	}
	if schema.Normal(own) == n {
		return signs(own) == signs(name)
	}
	head, _, cut := strings.Cut(own, "(")
	return cut && schema.Normal(head) == n
}

// signs keeps the marks that tell A from A-, which Normal drops.
func signs(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '+' || r == '-' {
			return r
		}
		return -1
	}, s)
}

func judgeBand(r *Relation) Verdict {
	score := r.Result.Figure
	if !r.Label.IsSet() || r.Scale == nil {
		return Verdict{State: Absent}
	}
	if !score.IsNumber() {
		return r.untestable(&r.Result)
	}
	if len(NamedRows(r.Scale, r.Label.S)) == 0 {
		return Verdict{State: Untestable, Reason: source.T("sebutan `%s` tidak ada pada %s", "the name `%s` is not on %s", r.Label.S, r.Scale.Nama.S)}
	}
	right := Rows(r.Scale, score.Value)
	if len(right) == 0 {
		return Verdict{State: Untestable, Reason: source.T("nilai %s tidak berada pada baris mana pun dari %s", "the score %s lies on no row of %s", score.Show(), r.Scale.Nama.S)}
	}
	var names []string
	for _, b := range right {
		if allNames(b, r.Scale, r.Label.S) {
			return Verdict{State: Holds}
		}
		names = append(names, nameLike(r.Scale, r.Label.S, b))
	}
	return Verdict{State: Broken, Names: names}
}

// nameLike names a row in the way the label names one: "BB" for "A", "BB (Sangat Baik)" for "A (Memuaskan)".
func nameLike(scale *schema.Skala, label string, right *schema.BarisSkala) string {
	of := func(name string) string {
		for _, b := range NamedRows(scale, name) {
			for _, field := range []func(*schema.BarisSkala) schema.Teks{
				func(b *schema.BarisSkala) schema.Teks { return b.Kategori },
				func(b *schema.BarisSkala) schema.Teks { return b.Predikat },
				func(b *schema.BarisSkala) schema.Teks { return b.Sebutan },
			} {
				if sameName(field(b).S, name) && field(right).IsSet() {
					return field(right).S
				}
			}
		}
		return ""
	}
	if name := of(label); name != "" {
		return name
	}
	parts := ParseLabel(label)
	if len(parts) == 2 {
		if a, b := of(parts[0]), of(parts[1]); a != "" && b != "" && a != b {
			return a + " (" + b + ")"
		}
	}
	return strings.Join(right.Names(), " / ")
}

// allNames reports whether each part of the label that the scale knows belongs to the row: "BB (Baik)" names two rows.
func allNames(b *schema.BarisSkala, scale *schema.Skala, label string) bool {
	if carriesName(b, label) {
		return true
	}
	known := false
	for _, name := range ParseLabel(label) {
		if len(NamedRows(scale, name)) == 0 {
			continue
		}
		if !carriesName(b, name) {
			return false
		}
		known = true
	}
	return known
}

func carriesName(b *schema.BarisSkala, name string) bool {
	for _, own := range b.Names() {
		if sameName(own, name) {
			return true
		}
	}
	return false
}

func judgeCovered(r *Relation) Verdict {
	if r.Scale == nil || len(r.Scale.Baris) == 0 {
		return Verdict{State: Absent}
	}
	score := r.Result.Figure.Value
	if len(Rows(r.Scale, score)) > 0 {
		return Verdict{State: Holds}
	}
	v := Verdict{State: Broken, Below: true, Above: true}
	known := false
	for i := range r.Scale.Baris {
		row := rowInterval(&r.Scale.Baris[i])
		if row.Low == nil && row.High == nil {
			continue
		}
		known = true
		// A row reaches down to the score where it would hold it but for its upper end, and up likewise.
		if (Interval{Low: row.Low, LowOpen: row.LowOpen}).Has(score) {
			v.Below = false
		}
		if (Interval{High: row.High, HighOpen: row.HighOpen}).Has(score) {
			v.Above = false
		}
	}
	if !known {
		return Verdict{State: Absent} // labels only: nothing to compare a score with
	}
	return v
}

// named reports whether the scale gives the relation's label to a score.
func named(r *Relation, score *big.Rat) bool {
	return slices.ContainsFunc(Rows(r.Scale, score), func(b *schema.BarisSkala) bool { return allNames(b, r.Scale, r.Label.S) })
}
