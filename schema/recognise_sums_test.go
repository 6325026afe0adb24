package schema

import (
	"math/big"
	"slices"
	"testing"
)

// Levels come from the sums when exactly one reading adds up; where two do, or none, the levels stay unknown.
func TestLevelsFromSums(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		rows  []int64
		total int64 // 0 for none
		want  []int
	}{
		{"three levels", []int64{300, 100, 60, 40, 200, 150, 50, 90, 90, 70, 20}, 390, []int{1, 2, 3, 3, 2, 3, 3, 1, 2, 3, 3}},
		{"two levels", []int64{100, 60, 40, 50, 30, 20}, 150, []int{1, 2, 2, 1, 2, 2}},
		{"an only child", []int64{100, 100, 60, 40, 50, 50, 20, 30}, 150, []int{1, 2, 3, 3, 1, 2, 3, 3}},
		{"a wrong sum", []int64{300, 100, 60, 40, 200, 150, 51}, 300, nil},
		{"rows of nothing, which fit anywhere", []int64{100, 60, 60, 0, 40, 40, 0, 0}, 100, nil},
		{"a list without a total", []int64{100, 60, 40}, 0, nil},
		{"rows without levels", []int64{10, 20, 35, 47}, 112, nil},
	} {
		var rows [][]*big.Rat
		for _, v := range c.rows {
			rows = append(rows, []*big.Rat{big.NewRat(v, 1)})
		}
		var total []*big.Rat
		if c.total != 0 {
			total = []*big.Rat{big.NewRat(c.total, 1)}
		}
		if got := levelsFromSums(rows, total); !slices.Equal(got, c.want) {
			t.Errorf("%s: levels %v, want %v", c.name, got, c.want)
		}
	}
}

// A table of nothing but zeros has a vast number of readings; the search ends.
func TestLevelsFromSumsEnds(t *testing.T) {
	t.Parallel()
	rows := make([][]*big.Rat, maxSumRows)
	for i := range rows {
		rows[i] = []*big.Rat{new(big.Rat)}
	}
	if got := levelsFromSums(rows, rows[0]); got != nil {
		t.Errorf("levels %v of zeros", got)
	}
}
