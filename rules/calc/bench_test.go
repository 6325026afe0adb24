package calc

import (
	"math/big"
	"testing"
)

func BenchmarkJudge(b *testing.B) {
	l := generate(seeded(1), 5000, style{decimals: 2})
	b.ReportAllocs()
	for b.Loop() {
		JudgeAll(l.relations)
	}
}

// BenchmarkExplain has one wrong amount in a budget of five thousand rows.
func BenchmarkExplain(b *testing.B) {
	l := generate(seeded(1), 5000, style{decimals: 2})
	l.amounts[len(l.amounts)/2].Value.Add(l.amounts[len(l.amounts)/2].Value, big.NewRat(523_920, 1))
	judged := JudgeAll(l.relations)
	b.ReportAllocs()
	for b.Loop() {
		if len(Explain(judged, nil)) != 1 {
			b.Fatal("the wrong amount was not found")
		}
	}
}
