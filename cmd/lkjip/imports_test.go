package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers are the packages from the top down: each imports only those after it. fixtures imports nothing.
var layers = []string{"lkjip/cmd/lkjip", "lkjip/cmd/lkjip/internal/report", "lkjip/rules", "lkjip/rules/narasi", "lkjip/rules/calc", "lkjip/schema", "lkjip/schema/source", "lkjip/fixtures"}

// kept names libraries that only a few packages may know.
var kept = map[string][]string{
	"github.com/spf13/":        {"lkjip/cmd/lkjip"},
	"github.com/xuri/excelize": {"lkjip/schema/source", "lkjip/cmd/lkjip/internal/report"},
	"cuelang.org/go":           {"lkjip/schema", "lkjip/schema/source"},
}

func TestImportsRunOneWay(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "list", "-deps", "-f", `{{if and .Module .Module.Main}}{{.ImportPath}} {{join .Imports " "}}{{end}}`, "lkjip/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		imports := strings.Fields(line)
		if len(imports) == 0 {
			continue
		}
		pkg := imports[0]
		rank := slices.Index(layers, pkg)
		if rank < 0 {
			t.Errorf("package %s has no place in the layout", pkg)
		}
		seen++
		for _, imported := range imports[1:] {
			if strings.HasPrefix(imported, "lkjip/") && slices.Index(layers, imported) <= rank {
				t.Errorf("%s imports %s, which is above it", pkg, imported)
			}
			if pkg == "lkjip/fixtures" && imported != "embed" {
				t.Errorf("fixtures imports %s", imported)
			}
			for library, only := range kept {
				if strings.HasPrefix(imported, library) && !slices.Contains(only, pkg) {
					t.Errorf("%s imports %s, which is for %v alone", pkg, imported, only)
				}
			}
		}
	}
	if seen < 6 {
		t.Errorf("only %d packages were seen", seen)
	}
}
