package rules

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"lkjip/schema/source"
)

var (
	reChecklist = regexp.MustCompile(`^(I\.[1-6]|II\.[1-7]|III\.(10|[1-9]))$`)
	// A finding of the highest severity needs law or arithmetic behind it.
	reBasis = regexp.MustCompile(`Permen|Perpres|PMK|Peraturan|Kepmen|UU |PP |[=≤≥÷×]`)
)

// TestConventions: every rule reads like one of a set; what a reader meets in the catalogue and in findings must not differ
// from rule to rule.
func TestConventions(t *testing.T) {
	t.Parallel()
	for _, r := range All() {
		for _, text := range []source.Text{r.Title} {
			for _, s := range []string{text.ID, text.EN} {
				if strings.HasSuffix(s, ".") || strings.Contains(s, "\n") || len([]rune(s)) > 100 {
					t.Errorf("%s: title %q is not one short line without a full stop", r.Name, s)
				}
			}
		}
		for _, s := range []string{r.Doc.ID, r.Doc.EN} {
			if !strings.HasSuffix(s, ".") {
				t.Errorf("%s: documentation does not end as a sentence: %q", r.Name, s)
			}
		}
		if strings.HasSuffix(r.Basis.ID, ".") || strings.HasSuffix(r.Basis.EN, ".") {
			t.Errorf("%s: basis %q ends in a full stop", r.Name, r.Basis.ID)
		}
		if r.Severity == Tinggi && !reBasis.MatchString(r.Basis.ID) {
			t.Errorf("%s is tinggi without a regulation or a formula: %q", r.Name, r.Basis.ID)
		}
		for _, item := range r.Checklist {
			if !reChecklist.MatchString(item) {
				t.Errorf("%s: %q is no item of the review checklist of PermenPANRB 53/2014", r.Name, item)
			}
		}
		for _, word := range []string{"pelanggaran", "penyimpangan", "temuan"} {
			if strings.Contains(strings.ToLower(r.Title.ID), word) {
				t.Errorf("%s: the title says %q, which a review does not", r.Name, word)
			}
		}
	}
}

// TestRaisedRulesExist: readers and the contract name the rule of each problem; a name without a rule would be a finding
// that explain, waivers and severities know nothing of.
func TestRaisedRulesExist(t *testing.T) {
	t.Parallel()
	raised := map[string]string{}
	for _, dir := range []string{"../schema", "../schema/source"} {
		files, err := filepath.Glob(dir + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				rulesNamed(t, file, raised)
			}
		}
	}
	contracts, err := filepath.Glob("../schema/*.cue")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range contracts {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`@rule\(([a-z-]+)\)`).FindAllSubmatch(data, -1) {
			raised[string(m[1])] = file
		}
	}
	if len(raised) < 9 {
		t.Errorf("only %d rules are raised: %v; the search no longer finds them", len(raised), raised)
	}
	for name, file := range raised {
		if r := Find(name); r == nil {
			t.Errorf("%s raises %s, which is no rule", file, name)
		} else if r.Check != nil {
			t.Errorf("%s raises %s, which checks reports by itself", file, name)
		}
	}
}

// rulesNamed collects the rule names of a file: literals given to the field Rule, and constants called rule….
func rulesNamed(t *testing.T, file string, into map[string]string) {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	add := func(e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if name, err := strconv.Unquote(lit.Value); err == nil && name != "" {
				into[name] = file
			}
		}
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Rule" {
				add(n.Value)
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if strings.HasPrefix(name.Name, "rule") && i < len(n.Values) {
					add(n.Values[i])
				}
			}
		}
		return true
	})
}

// A cell that two sections share is told once; the same text in two paths without a cell is told twice.
func TestDistinctCells(t *testing.T) {
	t.Parallel()
	at := func(cell, path, want string) Finding {
		return Finding{Rule: "jumlah-nilai-tak-sesuai", Place: source.Place{Sheet: "IP ASN", Cell: cell}, Path: path, Stated: "112", Expected: want}
	}
	onPaper := func(row int, path string) Finding {
		return Finding{Rule: "bobot-tak-sesuai", Place: source.Place{Line: 9 + row, Table: "Tabel 3.10", Row: row, Col: 3}, Path: path, Stated: "28,00", Expected: "25"}
	}
	for want, findings := range map[int][]Finding{
		1: {at("C9", "penilaian[0].jumlah.bobot", "100"), at("C9", "penilaian[1].jumlah.bobot", "100")},
		2: {at("C9", "penilaian[0].jumlah.bobot", "100"), at("C9", "penilaian[1].jumlah.bobot", "90")},
		4: {onPaper(1, "penilaian[0].jumlah.bobot"), onPaper(1, "penilaian[1].jumlah.bobot"), onPaper(2, "penilaian[0].jumlah.bobot"), at("C9", "a", "1"), at("C9", "b", "2")},
		3: {at("", "penilaian[0].jumlah.bobot", "100"), at("", "penilaian[1].jumlah.bobot", "100"), at("C9", "penilaian[1].jumlah.bobot", "100")},
	} {
		if got := len(distinct(findings)); got != want {
			t.Errorf("%d findings of %d, want %d", got, len(findings), want)
		}
	}
}
