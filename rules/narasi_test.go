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

// corpusSentence is one entry of a corpus in fixtures/narasi.
type corpusSentence struct {
	rule, text, right string // rule and right are empty for true sentences
	line              int
}

// verdicts counts what became of the sentences of one kind of claim.
type verdicts struct {
	claims, known, tested, hit, missed, false int
}

// TestSentences checks the sentences of fixtures/narasi one by one against the report they stand with. True ones must stay
// silent, false ones must give one finding of their rule that names the right value. What is measured goes into
// rules/narasi/README.md, so that nobody has to believe the parser.
func TestSentences(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../fixtures/narasi/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpora: %v", err)
	}
	stats := map[string]*verdicts{}
	kindStats := map[string]*verdicts{}
	of := func(m map[string]*verdicts, name string) *verdicts {
		if m[name] == nil {
			m[name] = &verdicts{}
		}
		return m[name]
	}
	truths, lies := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		root, problems := source.Read(file, data)
		if len(problems) > 0 {
			t.Fatal(problems[0])
		}
		for _, s := range corpus(root) {
			found, prose := judgeSentence(root.Get("dossier"), s.text)
			for _, c := range prose.claims {
				k := of(kindStats, c.Kind.String())
				k.claims++
				if c.topic != nil {
					k.known++
				}
				if c.judged {
					k.tested++
				}
			}
			if s.rule == "" {
				truths++
				for _, f := range found {
					of(stats, f.Rule).false++
					t.Errorf("%s:%d: true, but %s: %s", file, s.line, f.Rule, f.Kondisi.ID)
				}
				continue
			}
			lies++
			hit := false
			for _, f := range found {
				text := strings.Join([]string{f.Expected, f.Kondisi.ID, f.Rekomendasi.ID}, " ")
				if f.Rule == s.rule && strings.Contains(text, s.right) && !hit {
					hit = true
					continue
				}
				of(stats, f.Rule).false++
				t.Errorf("%s:%d: false, wants %s %q, but also %s: %s (expected %q)", file, s.line, s.rule, s.right, f.Rule, f.Kondisi.ID, f.Expected)
			}
			if hit {
				of(stats, s.rule).hit++
			} else {
				of(stats, s.rule).missed++
				t.Logf("%s:%d: missed %s: %s", file, s.line, s.rule, s.text)
			}
		}
	}
	table := measurements(stats, kindStats, truths, lies)
	t.Log("\n" + table)
	if truths < 150 || lies < 100 {
		t.Errorf("%d true and %d false sentences; 150 and 100 are the least that says anything", truths, lies)
	}
	for name, s := range stats {
		if all := s.hit + s.missed; all > 0 && s.hit*100 < all*95 {
			t.Errorf("%s finds %d of %d false sentences, below 95 %%", name, s.hit, all)
		}
	}
	golden(t, "narasi/README.md", table)
}

func corpus(root *source.Node) []corpusSentence {
	var out []corpusSentence
	for _, n := range root.Get("benar").Items {
		out = append(out, corpusSentence{text: n.Text, line: n.Place.Line})
	}
	for _, n := range root.Get("salah").Items {
		s := corpusSentence{rule: n.Get("aturan").Text, text: n.Get("teks").Text, line: n.Place.Line}
		if r := n.Get("seharusnya"); r != nil {
			s.right = r.Text
		}
		out = append(out, s)
	}
	return out
}

// judgeSentence checks a report with one sentence as its prose.
func judgeSentence(dossier *source.Node, text string) ([]Finding, *naratif) {
	root := *dossier
	root.Fields = slices.Clone(dossier.Fields)
	list := root.Add("narasi", root.Place, &source.Node{Kind: source.List, Place: root.Place})
	item := list.Append(&source.Node{Kind: source.Map, Place: root.Place})
	item.Add("bagian", root.Place, &source.Node{Kind: source.String, Text: "3.1", Place: root.Place})
	item.Add("teks", root.Place, &source.Node{Kind: source.String, Text: text, Place: root.Place})
	report := Load(&root, nil)
	r := gather([]Report{report}, Options{})
	return r.judge(Options{}).Findings, r.prose
}

func measurements(stats, kinds map[string]*verdicts, truths, lies int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Reading prose: what was measured\n\n%d true and %d false sentences in `fixtures/narasi`, each with the small report it speaks of. Made by\n`go test ./rules -run TestSentences -args -update`.\n\n", truths, lies)
	b.WriteString("| rule | false sentences | found | recall | false alarms | precision |\n|---|---:|---:|---:|---:|---:|\n")
	for _, name := range sorted(stats) {
		s := stats[name]
		all := s.hit + s.missed
		fmt.Fprintf(&b, "| %s | %d | %d | %s | %d | %s |\n", name, all, s.hit, share(s.hit, all), s.false, share(s.hit, s.hit+s.false))
	}
	b.WriteString("\n| kind of claim | read | subject known | tested | share |\n|---|---:|---:|---:|---:|\n")
	for _, name := range sorted(kinds) {
		k := kinds[name]
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %s |\n", name, k.claims, k.known, k.tested, share(k.tested, k.claims))
	}
	b.WriteString("\nA claim is tested where a rule holds it against figures. Many are without a known subject, because the sentence itself\nholds all the figures; the rest is listed as untested with its reason, never guessed.\n")
	return b.String()
}

func share(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%d %%", (200*part+whole)/(2*whole))
}

func sorted(m map[string]*verdicts) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != got {
		t.Errorf("%s is out of date (%v); run go test ./rules -args -update", path, err)
	}
}

// TestProsePlaces keeps the lists of what is found in the prose of a whole report, transcribed and as a document: each finding
// at its line and column.
func TestProsePlaces(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"../fixtures/bad/balangan-2024-narasi.yaml": "../fixtures/narasi/balangan-2024.txt",
		"../fixtures/narasi/balangan/laporan.txt":   "../fixtures/narasi/balangan/temuan.txt",
	} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(data), "\n")
		var b strings.Builder
		for _, f := range foundInText(t, file, string(data)) {
			fmt.Fprintf(&b, "%d:%d %s %s\n  tertulis   %s\n  seharusnya %s\n  %s\n  %s\n", f.Place.Line, f.Place.Column, f.Severity, f.Rule, f.Stated, f.Expected, f.Kondisi.ID, f.Rekomendasi.ID)
			if !f.Sebab.IsZero() {
				fmt.Fprintf(&b, "  %s\n", f.Sebab.ID)
			}
			// The place is where the stated words begin, so that an editor opens there.
			if f.node.Whole() != f.node && !strings.HasPrefix(lines[f.Place.Line-1][f.Place.Column-1:], strings.SplitN(f.node.Text, "\n", 2)[0]) {
				t.Errorf("%s is not at %s", f.node.Text, f.Place)
			}
		}
		golden(t, want, b.String())
	}
}

// BenchmarkProse reads the prose of a report of some three hundred pages with the figures it speaks of.
func BenchmarkProse(b *testing.B) {
	data, err := os.ReadFile("../fixtures/bad/balangan-2024-narasi.yaml")
	if err != nil {
		b.Fatal(err)
	}
	root, _ := source.Read("laporan.yaml", data)
	list := root.Get("narasi")
	items := slices.Clone(list.Items)
	for range 60 {
		for _, item := range items {
			copied := &source.Node{Kind: source.Map, Place: item.Place}
			copied.Add("bagian", item.Place, &source.Node{Kind: source.String, Text: "3.1", Place: item.Place})
			copied.Add("teks", item.Place, &source.Node{Kind: source.String, Text: item.Get("teks").Text, Place: item.Place})
			list.Append(copied)
		}
	}
	size := 0
	for _, item := range list.Items {
		size += len(item.Get("teks").Text)
	}
	report := Load(root, nil)
	b.SetBytes(int64(size))
	for b.Loop() {
		Check([]Report{report}, Options{})
	}
}
