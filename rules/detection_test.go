package rules

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var detection = flag.Int("detection", 8, "mistakes of each kind in TestDetection and reports a rounding in TestClean; with -update and 200 or more the table of rules/README.md is measured anew")

// published is where the measured table stands; the catalogue shows it. A run large enough to be worth publishing writes it.
const (
	published   = "testdata/detection.md"
	publishable = 200
)

// tally counts what the findings said of a number of mistakes.
type tally struct{ tried, noticed, single, figure, value, cause int }

func (a *tally) plus(b tally) {
	a.tried, a.noticed, a.single = a.tried+b.tried, a.noticed+b.noticed, a.single+b.single
	a.figure, a.value, a.cause = a.figure+b.figure, a.value+b.value, a.cause+b.cause
}

// row is the tally as a line of the published table, in percent.
func (a *tally) row() string {
	cells := []string{fmt.Sprint(a.tried)}
	for _, n := range []int{a.noticed, a.single, a.figure, a.value, a.cause} {
		permille := n * 1000 / max(a.tried, 1)
		cells = append(cells, fmt.Sprintf("%d,%d", permille/10, permille%10))
	}
	return strings.Join(cells, " | ")
}

// TestDetection changes single figures of consistent reports and measures what the findings say of it. The floors are those
// the project promises.
func TestDetection(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2024))
	total, derived, byRule := &tally{}, &tally{}, map[string]*tally{}
	var table strings.Builder
	print := func(name string, k *tally) {
		fmt.Fprintf(&table, "| %s | %s |\n", name, k.row())
		t.Logf("%s | %s", name, k.row())
	}
	t.Log("kesalahan | n | terlihat | satu catatan | angka | nilai | sebab")
	for _, m := range mistakes {
		kind := &tally{}
		for tries := 0; kind.tried < *detection && tries < 1000**detection; {
			s := stage(t, rng, consistent(t, rng))
			for range 6 {
				tries++
				if one, rule, ok := s.mutate(t, m); ok {
					kind.plus(one)
					if byRule[rule] == nil {
						byRule[rule] = &tally{}
					}
					byRule[rule].plus(one)
				}
			}
		}
		if kind.tried < *detection {
			t.Errorf("%s: made %d times only", m.name, kind.tried)
		}
		if m.derived {
			derived.plus(*kind)
		} else {
			total.plus(*kind)
		}
		print(m.name, kind)
	}
	print("*angka dengan dua hubungan atau lebih*", total)
	print("*angka dengan satu hubungan*", derived)
	table.WriteString("\n| rule of the finding | n | noticed | one finding | right figure | right value | right cause |\n|---|---|---|---|---|---|---|\n")
	for _, rule := range slices.Sorted(maps.Keys(byRule)) {
		print(rule, byRule[rule])
	}
	if *update && *detection >= publishable {
		if err := os.WriteFile(published, []byte(table.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if derived.noticed < derived.tried || derived.single < derived.tried {
		t.Errorf("of %d mistakes in figures with one relation %d were noticed, %d by one finding", derived.tried, derived.noticed, derived.single)
	}
	for _, floor := range []struct {
		what          string
		got, permille int
	}{{"noticed", total.noticed, 995}, {"exactly one finding", total.single, 970}, {"right figure", total.figure, 950},
		{"right value", total.value, 950}, {"right cause", total.cause, 800}} {
		if floor.got*1000 < total.tried*floor.permille {
			t.Errorf("%s: %d of %d, below %d ‰", floor.what, floor.got, total.tried, floor.permille)
		}
	}
}

// TestClean checks generated consistent reports under every permitted rounding: none may give a finding.
func TestClean(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(2, 2024))
	sizes := append(slices.Clone(shapes), shape{5, 8, 12, 4, 5, 3})
	for _, how := range roundings {
		for range *detection {
			text := generate(rng, sizes[rng.IntN(len(sizes))], how)
			if found := checkText(text).Findings; len(found) > 0 {
				f := found[0]
				t.Fatalf("%s: %d findings in a clean report, first %s at %s: %s", how, len(found), f.Rule, f.Place, f.Kondisi.ID)
			}
		}
	}
	if found := checkText(generate(rng, shape{20, 10, 24, 1, 1, 1}, halfUp)).Findings; len(found) > 0 {
		t.Errorf("5,000 rows: %s", found[0].Kondisi.ID)
	}
}

// TestPairs makes two mistakes that share no relation: each must be found on its own.
func TestPairs(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 2024))
	tried, two := 0, 0
	for tried < max(*detection, 20) {
		s := stage(t, rng, generate(rng, shapes[1], halfUp))
		a, wrongA := s.pick(mistakes[rng.IntN(6)])
		b, wrongB := s.pick(mistakes[rng.IntN(6)])
		if wrongA == "" || wrongB == "" || s.related(a, b) {
			continue
		}
		tried++
		found := s.with(map[*schema.Figure]string{a: wrongA, b: wrongB})
		if len(found) == 2 && found[0].Path != found[1].Path && slices.Contains([]string{a.Path(), b.Path()}, found[0].Path) &&
			slices.Contains([]string{a.Path(), b.Path()}, found[1].Path) {
			two++
		}
	}
	t.Logf("two findings on the two figures: %d of %d", two, tried)
	if two*100 < tried*95 {
		t.Errorf("two findings for %d of %d pairs, below 95 %%", two, tried)
	}
}

// theatre is one consistent report in which mistakes are made and undone.
type theatre struct {
	rng     *rand.Rand
	root    *source.Node
	pool    *calc.Pool
	covered map[*schema.Figure][]*calc.Relation
	figures []*schema.Figure // covered by at least two relations
	single  []*schema.Figure // covered by one alone
}

func stage(t *testing.T, rng *rand.Rand, text string) *theatre {
	t.Helper()
	root, problems := source.Read("laporan.yaml", []byte(text))
	report := Load(root, problems)
	r := gather([]Report{report}, Options{})
	s := &theatre{rng: rng, root: root, pool: calc.NewPool(r.dossier, nil), covered: coverage(r)}
	for _, f := range report.Figures() {
		switch len(s.covered[f]) {
		case 0:
		case 1:
			s.single = append(s.single, f)
		default:
			s.figures = append(s.figures, f)
		}
	}
	return s
}

// pick chooses a figure and what is mistyped there; empty where the mistake cannot be made or changes nothing.
func (s *theatre) pick(m mistake) (*schema.Figure, string) {
	figures := s.figures
	if m.derived {
		figures = s.single
	}
	if len(figures) == 0 {
		return nil, ""
	}
	f := figures[s.rng.IntN(len(figures))]
	if f.Node.Kind != source.Number {
		return f, "" // mistakes are made in machine notation
	}
	wrong := m.apply(&scene{s.rng, f, s.pool.Neighbours(f), s.covered[f]})
	if wrong == f.Node.Text || !leaves(f, s.covered[f], wrong) {
		return f, ""
	}
	return f, wrong
}

// with checks the report with other texts at some figures.
func (s *theatre) with(wrong map[*schema.Figure]string) []Finding {
	right := map[*schema.Figure]string{}
	for f, text := range wrong {
		right[f], f.Node.Text = f.Node.Text, text
	}
	found := Check([]Report{Load(s.root, nil)}, Options{}).Findings
	for f, text := range right {
		f.Node.Text = text
	}
	return found
}

// mutate makes one mistake and judges what is found; rule is that of the first finding, "-" where there is none.
func (s *theatre) mutate(t *testing.T, m mistake) (one tally, rule string, ok bool) {
	f, wrong := s.pick(m)
	if wrong == "" {
		return tally{}, "", false
	}
	one = tally{tried: 1}
	path, right := f.Path(), f.Show()
	found := s.with(map[*schema.Figure]string{f: wrong})
	rule = "-"
	if len(found) > 0 {
		one.noticed, rule = 1, found[0].Rule
	}
	if len(found) == 1 {
		one.single = 1
	}
	for i := range found {
		if found[i].Path != path {
			continue
		}
		one.figure = 1
		if found[i].Expected == right {
			one.value = 1
		}
		if kind := found[i].cause.Kind; kind != "" && strings.Contains(m.kinds, kind) {
			one.cause = 1
		}
	}
	if testing.Verbose() && (one.single == 0 || one.value == 0) {
		t.Logf("  %s: %s %s → %s", m.name, path, right, wrong)
		for _, x := range found {
			t.Logf("      %s %s expected %s: %s", x.Rule, x.Path, x.Expected, x.Kondisi.ID)
		}
	}
	return one, rule, true
}

// consistent is a report without a mistake: a generated one, or one of the good fixtures.
func consistent(t *testing.T, rng *rand.Rand) string {
	t.Helper()
	files, err := filepath.Glob("../fixtures/good/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no good fixtures: %v", err)
	}
	if rng.IntN(3) > 0 {
		return generate(rng, shapes[rng.IntN(len(shapes))], halfUp)
	}
	data, err := os.ReadFile(files[rng.IntN(len(files))])
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// related reports whether two figures share a relation or are neighbours of one.
func (s *theatre) related(a, b *schema.Figure) bool {
	touched := map[*schema.Figure]bool{}
	for _, r := range s.covered[a] {
		r.Figures(func(t *calc.Term) { touched[t.Figure] = true })
	}
	for _, r := range s.covered[b] {
		shared := false
		r.Figures(func(t *calc.Term) { shared = shared || touched[t.Figure] })
		if shared {
			return true
		}
	}
	return a == b
}

// coverage lists, for each figure, the relations that tie it to others.
func coverage(r *run) map[*schema.Figure][]*calc.Relation {
	covered := map[*schema.Figure][]*calc.Relation{}
	for _, rel := range r.relations {
		switch rel.Op {
		case calc.Linear, calc.Ratio, calc.Growth, calc.Achieved, calc.Mean, calc.Equal:
			if calc.Judge(rel).State == calc.Holds {
				rel.Figures(func(t *calc.Term) {
					if t.Figure.IsNumber() && !t.Fixed {
						covered[t.Figure] = append(covered[t.Figure], rel)
					}
				})
			}
		}
	}
	return covered
}

// leaves reports whether the wrong value contradicts at least one relation: a change within rounding is no mistake.
func leaves(f *schema.Figure, relations []*calc.Relation, wrong string) bool {
	n, err := source.ReadNumeral(source.Number, wrong)
	if err != nil {
		return false
	}
	for _, rel := range relations {
		set, ok := calc.Solve(rel, f)
		if ok && !slices.ContainsFunc(set, func(i calc.Interval) bool { return i.Has(n.Value) }) {
			return true
		}
	}
	return false
}

// TestPublishedDetection keeps the published table that of the mistakes there are, and above the promised floors.
func TestPublishedDetection(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(published)
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(data)), "\n")
	if len(rows) < len(mistakes)+2 {
		t.Fatalf("%d rows for %d kinds of mistake; run go test ./rules -run Detection -detection 2000 -update", len(rows), len(mistakes))
	}
	for i, m := range mistakes {
		if !strings.HasPrefix(rows[i], "| "+m.name+" |") {
			t.Errorf("row %d is %q, want the one of %q", i+1, rows[i], m.name)
		}
	}
	var n, noticed, single, figure, value, cause float64
	cells := strings.Split(strings.ReplaceAll(rows[len(mistakes)], ",", "."), "|")
	if _, err := fmt.Sscan(strings.Join(cells[2:8], " "), &n, &noticed, &single, &figure, &value, &cause); err != nil {
		t.Fatal(err)
	}
	if noticed < 99.5 || single < 97 || figure < 95 || value < 95 || cause < 80 {
		t.Errorf("the published table is below the floors: %s", rows[len(mistakes)])
	}
}
