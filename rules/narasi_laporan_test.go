package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lkjip/schema"
	"lkjip/schema/source"
)

// TestWholeProse checks whole reports of invented agencies, read from text as a user's file is: as they stand they are silent,
// and each false twin, with one phrase changed, gives one finding of its rule with the right value.
func TestWholeProse(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../fixtures/narasi/laporan/*.txt")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d reports: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text := string(data)
			for _, f := range foundInText(t, file, text) {
				t.Errorf("%s: true, but %s: %s", f.Place, f.Rule, f.Kondisi.ID)
			}
			if t.Failed() {
				return
			}
			twins := strings.TrimSuffix(file, ".txt") + ".yaml"
			data, err = os.ReadFile(twins)
			if err != nil {
				t.Fatal(err)
			}
			root, problems := source.Read(twins, data)
			if len(problems) > 0 {
				t.Fatal(problems[0])
			}
			for _, twin := range root.Get("salah").Items {
				from, rule, right := twin.Get("dari").Text, twin.Get("aturan").Text, twin.Get("seharusnya").Text
				if strings.Count(text, from) != 1 {
					t.Fatalf("%s: %q stands %d times in the report", twin.Place, from, strings.Count(text, from))
				}
				found := foundInText(t, file, strings.Replace(text, from, twin.Get("menjadi").Text, 1))
				hit := false
				for _, f := range found {
					line := 1 + strings.Count(text[:strings.Index(text, from)], "\n")
					if f.Rule == rule && f.Place.Line == line && strings.Contains(f.Expected+" "+f.Kondisi.ID+" "+f.Rekomendasi.ID, right) && !hit {
						hit = true
						continue
					}
					t.Errorf("%s: wants %s %q, but also %s at line %d: %s", twin.Place, rule, right, f.Rule, f.Place.Line, f.Kondisi.ID)
				}
				if !hit {
					t.Errorf("%s: missed %s: %s", twin.Place, rule, twin.Get("menjadi").Text)
				}
			}
		})
	}
}

func foundInText(t *testing.T, name, text string) []Finding {
	t.Helper()
	docs, _, problems := schema.Open(name, []byte(text))
	if len(docs) != 1 {
		t.Fatalf("%s is not read: %v", name, problems)
	}
	return Check([]Report{Load(docs[0], problems)}, Options{}).Findings
}
