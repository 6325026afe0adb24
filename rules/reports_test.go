package rules

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lkjip/schema/source"
)

const reportDir = "../fixtures"

// TestReports checks whole reports. The YAML of a report carries its expectations: every finding is wanted beside the value
// where it is found, and a report under good/ gives none. The same report in another format gives the same findings.
func TestReports(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(reportDir + "/*/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no whole reports: %v", err)
	}
	for _, file := range files {
		kind := filepath.Base(filepath.Dir(file))
		if kind != "good" && kind != "bad" {
			continue
		}
		stem := strings.TrimSuffix(file, ".yaml")
		t.Run(kind+"/"+filepath.Base(stem), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			wanted := runCase(t, "", file, string(data))
			if kind == "good" && wanted {
				t.Errorf("%s: a good report wants findings", file)
			}
			want := foundIn(t, file)
			if kind == "bad" && len(want) == 0 {
				t.Errorf("%s: a bad report gives no finding", file)
			}
			others, _ := filepath.Glob(stem + ".*")
			for _, other := range others {
				if got := foundIn(t, other); !slices.Equal(got, want) {
					t.Errorf("%s: findings differ from those of the YAML:\n%s\nwant:\n%s", other, strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
			}
		})
	}
}

// foundIn lists what is found in a file, as "rule path: stated → expected".
func foundIn(t *testing.T, file string) []string {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	root, problems := source.Read(file, data)
	var found []string
	for _, f := range Check([]Report{Load(root, problems)}, Options{}).Findings {
		found = append(found, fmt.Sprintf("%s %s: %s → %s", f.Rule, f.Path, f.Stated, f.Expected))
	}
	slices.Sort(found)
	return found
}
