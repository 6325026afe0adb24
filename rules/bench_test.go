package rules

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"lkjip/rules/calc"
	"lkjip/schema/source"
)

// sizes are rows of a budget: one agency, a large one, and the bound the search is promised for.
var sizes = []struct {
	rows  int
	shape shape
}{{46, shape{3, 4, 3, 2, 2, 2}}, {500, shape{5, 8, 12, 4, 5, 3}}, {5000, shape{20, 10, 24, 4, 5, 3}}}

// BenchmarkCheck judges a whole report, already read, with and without mistakes.
func BenchmarkCheck(b *testing.B) {
	for _, size := range sizes {
		for _, wrong := range []int{0, 1, 20} {
			b.Run(fmt.Sprintf("rows=%d/wrong=%d", size.rows, wrong), func(b *testing.B) {
				report := reportWith(b, size.shape, wrong)
				found := 0
				for b.Loop() {
					found = len(Check([]Report{report}, Options{}).Findings)
				}
				b.ReportMetric(float64(found), "findings")
			})
		}
	}
}

// BenchmarkExplain is the search for the figures at fault alone.
func BenchmarkExplain(b *testing.B) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("rows=%d/wrong=20", size.rows), func(b *testing.B) {
			r := gather([]Report{reportWith(b, size.shape, 20)}, Options{})
			judged := calc.JudgeAll(r.relations)
			for b.Loop() {
				calc.Explain(judged, r.trust)
			}
			b.ReportMetric(float64(len(judged)), "relations")
		})
	}
}

// BenchmarkLoad decodes a report and holds it against the contract.
func BenchmarkLoad(b *testing.B) {
	root, problems := source.Read("laporan.yaml", []byte(generate(rand.New(rand.NewPCG(4, 2024)), sizes[0].shape, halfUp)))
	for b.Loop() {
		Load(root, problems)
	}
}

// reportWith is a consistent report in which some leaf amounts were mistyped.
func reportWith(b *testing.B, s shape, wrong int) Report {
	b.Helper()
	rng := rand.New(rand.NewPCG(4, 2024))
	root, problems := source.Read("laporan.yaml", []byte(generate(rng, s, halfUp)))
	rows := root.Get("anggaran").Get("baris").Items
	for range wrong {
		row := rows[rng.IntN(len(rows))]
		if strings.Count(row.Get("kode").Text, ".") == 2 {
			row.Get("realisasi").Text += "7"
		}
	}
	return Load(root, problems)
}
