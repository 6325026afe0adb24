package calc

import (
	"math/big"

	"lkjip/schema/source"
)

// judgeDated judges a printed year: the relation of that year holds, or exactly one other year's does.
func judgeDated(r *Relation) Verdict {
	stated := r.Result.Figure.Year()
	var fit []Interval
	known := false
	for _, y := range r.Years {
		v := Judge(y.Relation)
		if y.Year == stated {
			known = v.State == Broken || v.State == Holds
		}
		if v.State != Holds {
			continue
		}
		if y.Year == stated {
			return Verdict{State: Holds}
		}
		fit = append(fit, Point(big.NewRat(int64(y.Year), 1)))
	}
	if !known || len(fit) != 1 {
		return Verdict{State: Untestable, Reason: source.T("angka di bawah %s tidak dapat dipastikan tahunnya", "the year of the figure under %s is not certain", r.Result.Label())}
	}
	return Verdict{State: Broken, Expected: fit}
}
