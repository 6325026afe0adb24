package rules

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lkjip/schema"
	"lkjip/schema/source"
)

// TestWholeReports checks the YAML reports of fixtures/good and fixtures/bad, and the folders in which several files make
// one dossier: good ones give nothing, bad ones what their remarks want, each beside its value, and no more. The same report
// in another format gives the same.
func TestWholeReports(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"good", "bad"} {
		entries, err := os.ReadDir(filepath.Join("..", "fixtures", kind))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			path := filepath.Join("..", "fixtures", kind, e.Name())
			files := []string{path}
			if e.IsDir() {
				if files, err = filepath.Glob(filepath.Join(path, "*.yaml")); err != nil || len(files) == 0 {
					t.Fatalf("%s holds no YAML: %v", path, err)
				}
			} else if filepath.Ext(path) != ".yaml" {
				continue
			}
			t.Run(kind+"/"+strings.TrimSuffix(e.Name(), ".yaml"), func(t *testing.T) {
				t.Parallel()
				if wants := checkFiles(t, files); (wants > 0) != (kind == "bad") {
					t.Errorf("%d findings are wanted of a report under %s", wants, kind)
				}
				others, err := filepath.Glob(strings.TrimSuffix(path, ".yaml") + ".*")
				if err != nil {
					t.Fatal(err)
				}
				for _, other := range others {
					want, got := foundIn(t, path), foundIn(t, other)
					if schema.IsDocument(other) { // figures are written as print writes them
						want, got = rulesAndPaths(want), rulesAndPaths(got)
					}
					if !slices.Equal(got, want) {
						t.Errorf("%s gives\n%s\nbut the YAML gives\n%s", other, strings.Join(got, "\n"), strings.Join(want, "\n"))
					}
				}
			})
		}
	}
}

func rulesAndPaths(found []string) []string {
	var short []string
	for _, f := range found {
		parts := strings.SplitN(f, " | ", 3)
		short = append(short, parts[0]+" | "+parts[1])
	}
	return short
}

// foundIn lists what is found in a file: rule, path, stated and expected value.
func foundIn(t *testing.T, file string) []string {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	docs, _, problems := schema.Open(file, data)
	if len(docs) != 1 {
		t.Fatalf("%s holds %d reports: %v", file, len(docs), problems)
	}
	var found []string
	for _, f := range Check([]Report{Load(docs[0], problems)}, Options{}).Findings {
		found = append(found, strings.Join([]string{f.Rule, f.Path, f.Stated, f.Expected}, " | "))
	}
	slices.Sort(found)
	return found
}

// checkFiles checks files as one dossier against their remarks and returns how many findings they want.
func checkFiles(t *testing.T, files []string) int {
	var reports []Report
	var wants []*want
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		root, problems := source.Read(file, data)
		reports = append(reports, Load(root, problems))
		read := 0
		root.Walk(func(n *source.Node) {
			for _, c := range n.Comments {
				for _, m := range reWant.FindAllStringSubmatch(c.Text, -1) {
					wants = append(wants, &want{rule: m[1], text: m[2], node: n})
					read++
				}
			}
		})
		if written := len(reWant.FindAllString(string(data), -1)); written != read {
			t.Errorf("%s: %d expectations are written, %d were read", file, written, read)
		}
	}
	for _, f := range Check(reports, Options{}).Findings {
		if w := match(wants, &f); w != nil {
			w.met = true
			continue
		}
		t.Errorf("%s: %s at %s was not wanted: %s (stated %q, expected %q)", f.Place, f.Rule, f.Path, f.Kondisi.ID, f.Stated, f.Expected)
	}
	for _, w := range wants {
		if !w.met {
			t.Errorf("%s: not found: %s %q", PlaceOf(w.node), w.rule, w.text)
		}
	}
	return len(wants)
}
