package calc

import (
	"math/big"
	"math/bits"
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

// maxSubset bounds the parts among which a subset is searched: 2^14 sums.
const maxSubset = 14

// minTyped is how many digits a figure needs before one differing digit tells a slip of the hand: a target of 18,0 for 18,5 or
// last year's number differs in one digit too.
const minTyped = 5

// slips compares the printed digits with those of the right value: what a hand does wrong while typing.
func (d *diagnosis) slips(right *big.Rat) {
	f := d.figure
	if f.Value.Sign() != 0 && new(big.Rat).Neg(f.Value).Cmp(right) == 0 {
		d.add("tanda", 10, 1, source.T("tanda minus tertukar", "the minus sign is turned"))
		return
	}
	for _, shift := range []int64{10, 100, 1000, 1_000_000} {
		factor := big.NewRat(shift, 1)
		switch {
		case d.is(Point(mul(right, factor)), true):
			d.add("geser", 12, 8, source.T("tanda desimal atau ribuan bergeser: %d kali nilai yang cocok", "the decimal or thousands mark has slipped: %d times the value that fits", shift))
		case d.is(Point(quo(right, factor)), true):
			d.add("geser", 12, 8, source.T("tanda desimal atau ribuan bergeser: seper %d nilai yang cocok", "the decimal or thousands mark has slipped: one %dth of the value that fits", shift))
		}
	}
	printed, fit := digitsOf(f, f.Value), digitsOf(f, right)
	n := len(printed)
	switch {
	case printed == fit:
	case n == len(fit):
		d.sameLength(printed, fit)
	case n == len(fit)-1 && without(fit, printed):
		d.add("hilang", 14, n, source.T("satu angka hilang dari %s", "one digit is missing from %s", show(f, right)))
	case n == len(fit)+1 && without(printed, fit):
		d.add("ganda", 14, 10*n, source.T("satu angka berlebih pada %s", "one digit too many in %s", show(f, right)))
	}
}

func (d *diagnosis) sameLength(printed, fit string) {
	var differ []int
	for i := range len(fit) {
		if printed[i] != fit[i] {
			differ = append(differ, i)
		}
	}
	n := len(printed)
	switch {
	case len(differ) == 1 && n >= minTyped && len(d.fault.With) == 0: // beside another mistake one digit fits too easily
		i := differ[0]
		d.add("ketik", 16, 9*n, source.T("angka %c seharusnya %c", "the digit %c should be %c", rune(printed[i]), rune(fit[i])))
	case len(differ) == 2 && printed[differ[0]] == fit[differ[1]] && printed[differ[1]] == fit[differ[0]]:
		i, j := differ[0], differ[1]
		if j == i+1 {
			d.add("tukar", 13, n, source.T("angka %c dan %c tertukar", "the digits %c and %c are transposed", rune(fit[i]), rune(fit[j])))
		} else {
			d.add("tukar", 15, n*n, source.T("angka %c dan %c tertukar tempat", "the digits %c and %c changed places", rune(fit[i]), rune(fit[j])))
		}
	}
}

// digitsOf are the digits of a value as the figure would print it, without marks and sign.
func digitsOf(f *schema.Figure, v *big.Rat) string {
	if f.Unit != nil {
		v = quo(v, f.Unit)
	}
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, v.FloatString(f.Decimals))
}

func show(f *schema.Figure, v *big.Rat) string {
	if f.Unit != nil {
		v = quo(v, f.Unit)
	}
	return source.FormatNumber(v, f.Decimals)
}

// without reports whether taking one digit out of long gives short.
func without(long, short string) bool {
	i := 0
	for i < len(short) && long[i] == short[i] {
		i++
	}
	return long[i+1:] == short[i:]
}

// subset tries whether a total is the sum of some of its parts only: part used for whole.
func (d *diagnosis) subset(r *Relation) {
	var parts []*Term
	for i := range r.Terms {
		if t := &r.Terms[i]; t.Figure.IsNumber() && t.Figure.Value.Sign() != 0 && t.Weight == nil {
			parts = append(parts, t)
		}
	}
	if len(parts) < 3 || len(parts) > maxSubset {
		return
	}
	all := 1 << len(parts)
	for mask := 1; mask < all-1; mask++ {
		if bits.OnesCount(uint(mask)) == len(parts)-1 {
			continue // one part left out is told by sums
		}
		sum := Point(zero)
		for i, t := range parts {
			if mask&(1<<i) != 0 {
				sum = sum.plus(t.interval())
			}
		}
		if d.is(sum, true) {
			var names []string
			for i, t := range parts {
				if mask&(1<<i) != 0 {
					names = append(names, schema.Label(t.Figure.Node).ID)
				}
			}
			d.add("kurang", 14, all, source.T("hanya %s yang dijumlahkan", "only %s were added up", strings.Join(names, " + ")))
			return
		}
	}
}
