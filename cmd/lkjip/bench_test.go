package main

import (
	"io"
	"os"
	"testing"

	"lkjip/cmd/lkjip/internal/report"
	"lkjip/rules"
	"lkjip/schema/source"
)

// BenchmarkCheck is the whole check of one report, from its bytes to the JSON of its findings.
func BenchmarkCheck(b *testing.B) {
	data, err := os.ReadFile("../../fixtures/bad/balangan-2024.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		docs, problems := source.ReadAll("balangan-2024.yaml", data)
		r := rules.Check([]rules.Report{rules.Load(docs[0], problems)}, rules.Options{})
		doc := report.Document{Lang: "id", Findings: report.From(r.Findings, "id")}
		doc.Finish()
		if len(doc.Findings) == 0 {
			b.Fatal("no findings")
		}
		if err := report.JSON(io.Discard, &doc); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMain adds what the program does around one check: arguments, configuration, rules at start.
func BenchmarkMain(b *testing.B) {
	for b.Loop() {
		if code := Main([]string{"check", "--fail-on", "never", "../../fixtures/bad/balangan-2024.yaml"}, nil, io.Discard, io.Discard); code != exitClean {
			b.Fatalf("exit status %d", code)
		}
	}
}
