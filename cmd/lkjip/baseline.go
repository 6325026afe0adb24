package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"lkjip/cmd/lkjip/internal/report"
	"lkjip/schema/source"
)

// baseline are the findings of an earlier run. A finding is the same when rule, file, path and written value are: the words
// and the line may change. Rows that were inserted above shift the indexes of a path, so a path without its indexes is
// tried next; each old finding stands for one new one, so a second mistake of the same kind still counts.
type baseline struct{ findings []report.Finding }

func readBaseline(name string) (*baseline, error) {
	if name == "" {
		return &baseline{}, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, &usageError{what: source.T("`--baseline`: `%s` %s", "`--baseline`: `%s` %s", name, fileProblem(err))}
	}
	var doc report.Document
	if err := json.Unmarshal(data, &doc); err != nil || doc.Tool.Name != "lkjip" {
		return nil, &usageError{source.T("`--baseline`: `%s` bukan hasil `lkjip check --format json`", "`--baseline`: `%s` is not the result of `lkjip check --format json`", name),
			source.T("agar berkas itu dibuat dengan `lkjip check … --format json --output %s`", "make it with `lkjip check … --format json --output %s`", name)}
	}
	// A finding that was waived counts again once its waiver is gone.
	known := slices.DeleteFunc(doc.Findings, func(f report.Finding) bool { return f.Waived != nil })
	return &baseline{known}, nil
}

var reIndex = regexp.MustCompile(`\[\d+\]`)

// mark marks the findings that were known before.
func (b *baseline) mark(findings []report.Finding) {
	used := make([]bool, len(b.findings))
	for _, path := range []func(string) string{
		func(p string) string { return p },
		func(p string) string { return reIndex.ReplaceAllString(p, "[]") },
	} {
		type key struct{ rule, path, stated string }
		old := map[key][]int{}
		for i := range b.findings {
			if f := &b.findings[i]; !used[i] {
				k := key{f.Rule, path(f.Place.Path), f.Stated}
				old[k] = append(old[k], i)
			}
		}
		for i := range findings {
			f := &findings[i]
			if !f.Counts() {
				continue
			}
			for _, j := range old[key{f.Rule, path(f.Place.Path), f.Stated}] {
				if !used[j] && sameFile(f.File, b.findings[j].File) {
					f.Baseline, used[j] = true, true
					break
				}
			}
		}
	}
}

// sameFile reports whether two names mean one file though the runs were started in different folders.
func sameFile(a, b string) bool {
	a, b = filepath.ToSlash(filepath.Clean(a)), filepath.ToSlash(filepath.Clean(b))
	if len(a) < len(b) {
		a, b = b, a
	}
	return a == b || strings.HasSuffix(a, "/"+b)
}
