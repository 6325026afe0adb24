package rules

import (
	"os"
	"path/filepath"
	"testing"

	"lkjip/schema"
)

// TestUntestedSaysWhy: every figure that nothing tests says in both languages what would have to be there, and a table does
// not say it in more ways than anybody reads.
func TestUntestedSaysWhy(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../fixtures/*/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	untested := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		docs, _, problems := schema.Open(file, data)
		for _, doc := range docs {
			r := Check([]Report{Load(doc, problems)}, Options{})
			for _, m := range r.Marks() {
				if m.Tested {
					continue
				}
				untested++
				if m.Why == alone || m.Why.ID == "" || m.Why.EN == "" || m.Why.ID == m.Why.EN {
					t.Errorf("%s %s: %+v", file, m.Node.Path(), m.Why)
				}
			}
		}
	}
	if untested == 0 {
		t.Error("the fixtures hold no figure that is not tested")
	}
}
