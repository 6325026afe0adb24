package rules

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lkjip/schema"
	"lkjip/schema/source"
)

const caseDir = "../fixtures/rules"

// want is an expectation written beside a value: `# want <rule> "text"`. The finding's text (kondisi, stated, expected,
// sebab) must contain the text; the text may be left out.
type want struct {
	rule, text string
	node       *source.Node // the value it stands beside
	place      source.Place // instead of node: in a file that gives no tree, or in a workbook
	met        bool
}

// beside reports whether the finding is about the value: its own, or one on the same line.
func (w *want) beside(f *Finding) bool {
	if w.node == nil {
		p := f.Place
		return w.place == source.Place{File: p.File, Line: p.Line, Sheet: p.Sheet, Cell: p.Cell}
	}
	place := PlaceOf(w.node)
	return place.File == f.Place.File && (w.node.Path() == f.Path || place.Line == f.Place.Line && place.Line > 0)
}

var reWant = regexp.MustCompile(`want ([a-z0-9-]+)(?: "([^"]*)")?`)

// TestCases runs every document of fixtures/rules/<rule>.yaml through all rules. Each document is one case: it opens with a
// comment line that says what it is, and every finding it gives must be wanted beside the value where it is found.
func TestCases(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(caseDir + "/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no rule cases in %s: %v", caseDir, err)
	}
	for _, file := range files {
		rule := strings.TrimSuffix(filepath.Base(file), ".yaml")
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			if Find(rule) == nil {
				t.Fatalf("no rule is called %s", rule)
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			runCases(t, rule, string(data))
		})
	}
}

// TestEveryRuleHasCases keeps a rule from being added without a case that fails and one that stays silent.
func TestEveryRuleHasCases(t *testing.T) {
	t.Parallel()
	for _, r := range All() {
		if _, err := os.Stat(filepath.Join(caseDir, r.Name+".yaml")); err != nil {
			t.Errorf("rule %s has no cases: %v", r.Name, err)
		}
	}
}

func runCases(t *testing.T, rule, text string) {
	var silent, failing int
	line := 1
	for i, doc := range strings.Split(text, "\n---\n") {
		// Lines before the document are kept as blank ones, so that every place is that of the whole file.
		padded := strings.Repeat("\n", line-1) + doc
		name := fmt.Sprintf("case %d, line %d", i+1, line)
		line += strings.Count(doc, "\n") + 2
		opening, _, _ := strings.Cut(strings.TrimSpace(doc), "\n")
		if !strings.HasPrefix(opening, "# ") || reWant.MatchString(opening) {
			t.Errorf("%s: a case opens with a comment line that says what it is", name)
		}
		if runCase(t, rule, name, padded) {
			failing++
		} else {
			silent++
		}
	}
	if silent == 0 || failing == 0 {
		t.Errorf("%d silent and %d failing cases; a rule needs one of each", silent, failing)
	}
}

// runCase reports whether the case wants a finding of the rule.
func runCase(t *testing.T, rule, name, text string) (wanted bool) {
	// Several files of one dossier stand in one case, parted by a line `# berkas:`.
	var reports []Report
	var wants []*want
	read, line := 0, 0
	for k, part := range strings.Split(text, "\n# berkas:") {
		if k > 0 {
			part = strings.Repeat("\n", line) + "# berkas:" + part
		}
		line = strings.Count(part, "\n") + 1
		name := fmt.Sprintf("case-%d.yaml", k+1)
		root, problems := source.Read(name, []byte(part))
		if sheets := root.Get("lembar"); sheets != nil {
			book, placed := workbook(t, sheets)
			root, problems = source.Read("case.xlsx", book)
			wants, read = append(wants, placed...), read+len(placed)
		} else if root.Get("teks") != nil {
			name, part = textReport(name, part)
			placed := wantsByLine(name, part)
			var docs []*source.Node
			docs, _, problems = schema.Open(name, []byte(reWantComment.ReplaceAllString(part, "")))
			root, wants, read = docs[0], append(wants, placed...), read+len(placed)
		} else if root == nil {
			placed := wantsByLine(name, part)
			wants, read = append(wants, placed...), read+len(placed)
		}
		reports = append(reports, Load(root, problems))
		root.Walk(func(n *source.Node) {
			for _, c := range n.Comments {
				for _, m := range reWant.FindAllStringSubmatch(c.Text, -1) {
					wants = append(wants, &want{rule: m[1], text: m[2], node: n})
					read++
				}
			}
		})
	}
	if written := len(reWant.FindAllString(text, -1)); written != read {
		t.Errorf("%s: %d expectations are written, %d were read", name, written, read)
	}
	for _, f := range Check(reports, Options{}).Findings {
		if missing := lacking(Find(f.Rule), reports); missing != nil {
			t.Errorf("%s: %s found something without %s, which it says it needs", name, f.Rule, missing)
		}
		if f.Waived != nil {
			continue
		}
		if w := match(wants, &f); w != nil {
			w.met = true
			continue
		}
		t.Errorf("%s: %s at %s was not wanted: %s (stated %q, expected %q)", name, f.Rule, f.Place, f.Kondisi.ID, f.Stated, f.Expected)
	}
	for _, w := range wants {
		wanted = wanted || w.rule == rule
		if !w.met {
			t.Errorf("%s: wanted at %s but not found: %s %q", name, w.where(), w.rule, w.text)
		}
	}
	return wanted
}

func match(wants []*want, f *Finding) *want {
	text := strings.Join([]string{f.Kondisi.ID, f.Stated, f.Expected, f.Sebab.ID, f.Rekomendasi.ID}, " ")
	i := slices.IndexFunc(wants, func(w *want) bool {
		return !w.met && w.rule == f.Rule && w.beside(f) && strings.Contains(text, w.text)
	})
	if i < 0 {
		return nil
	}
	return wants[i]
}
