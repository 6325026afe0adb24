package rules

import "lkjip/rules/calc"

// firstWay is the first of the ways to compute a figure that holds, nil where none does; fits counts every way that does.
func firstWay(fits []int, ways []*calc.Relation) (first *calc.Relation) {
	for i, r := range ways {
		if r == nil || calc.Judge(r).State != calc.Holds {
			continue
		}
		if fits[i]++; first == nil {
			first = r
		}
	}
	return first
}

// usualWay is the way that most figures fit, the first of equals.
func usualWay(fits []int) (usual int) {
	for i, n := range fits {
		if n > fits[usual] {
			usual = i
		}
	}
	return usual
}
