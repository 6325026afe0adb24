package source

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the whole reports of fixtures/ anew in the formats that are made from their YAML")

// TestFixturesCurrent keeps the whole reports alike in the formats they stand in. The YAML is written by hand, the others are
// made from it: go test ./schema/source -run TestFixturesCurrent -update
// An empty file beside the YAML asks for a format.
func TestFixturesCurrent(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../fixtures/*/*.yaml")
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
			root := mustRead(t, file)
			for ext, write := range map[string]func(*Node) ([]byte, error){
				".json": func(n *Node) ([]byte, error) { return WriteJSON(n), nil },
				".cue":  func(n *Node) ([]byte, error) { return WriteCUE(n), nil },
				".xlsx": func(n *Node) ([]byte, error) {
					var b bytes.Buffer
					err := WriteXLSX(n, &b)
					return b.Bytes(), err
				},
			} {
				if _, err := os.Stat(stem + ext); err != nil && !strings.HasSuffix(stem, "balangan-2024") {
					continue // the one real report stands in all formats, others as they are useful
				}
				if *update {
					data, err := write(root)
					if err == nil {
						err = os.WriteFile(stem+ext, data, 0o644)
					}
					if err != nil {
						t.Fatal(err)
					}
				}
				// A workbook differs in bytes each time it is written, so trees are compared. JSON has no comments.
				if d := same(mustRead(t, stem+ext), root, ext != ".xlsx", ext != ".json"); d != "" {
					t.Errorf("%s is not what the YAML says: %s\nrun: go test ./schema/source -run TestFixturesCurrent -update", stem+ext, d)
				}
			}
		})
	}
}

func mustRead(t *testing.T, file string) *Node {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	root, problems := Read(file, data)
	if root == nil || len(problems) > 0 {
		t.Fatalf("%s: %v", file, problems)
	}
	return root
}
