package report

import (
	"bytes"
	"strings"
	"testing"

	"lkjip/rules"
	"lkjip/schema/source"
)

// several is a result of three reports, one of them clean.
func several(lang string) *Document {
	d := &Document{Lang: lang, Tool: Tool{"lkjip", "0.1.0", "0123456789ab"}, Inputs: []Input{{"a.yaml", ""}, {"b.yaml", ""}, {"c.yaml", ""}}}
	for i, agency := range []string{"Dinas Satu", "Dinas Dua", "Dinas Tiga"} {
		file := string(rune('a'+i)) + ".yaml"
		var findings []rules.Finding
		for n := range i {
			findings = append(findings, rules.Finding{Rule: "sisa-tak-sesuai", Severity: rules.Tinggi, Place: source.Place{File: file, Line: n + 1, Column: 1}, Kondisi: source.Same("sisa"), Checklist: []string{"I.6"}})
		}
		d.AddSubject(Subject{Agency: agency, Region: "Kabupaten Contoh", Year: 2024, Files: []string{file}, Figures: 10, Tested: 5}, From(findings, lang), []rules.Outcome{{Rule: "sisa-tak-sesuai", Held: 1, Applies: true}})
		d.AddOutcomes([]rules.Outcome{{Rule: "sisa-tak-sesuai", Held: 1, Applies: true}})
	}
	d.Finish()
	return d
}

// TestSeveralReports: each report is counted by itself, and its own document holds nothing of the others.
func TestSeveralReports(t *testing.T) {
	t.Parallel()
	d := several("id")
	for i, want := range []int{0, 1, 2} {
		if got := d.Subjects[i].Summary.Tinggi; got != want {
			t.Errorf("report %d has %d findings, want %d", i, got, want)
		}
		part := d.Of(d.Subjects[i].Files[0])
		if len(part.Findings) != want || len(part.Inputs) != 1 || len(part.Subjects) != 1 || part.Summary.Tinggi != want {
			t.Errorf("the document of report %d: %+v", i, part)
		}
	}
	var text bytes.Buffer
	if err := Text(&text, d, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	two, three := strings.Index(text.String(), "Dinas Dua"), strings.Index(text.String(), "Dinas Tiga")
	if two < 0 || three < 0 || three > two || !strings.Contains(text.String(), "1 laporan tanpa catatan") {
		t.Errorf("the reports are not listed by gravity:\n%s", &text)
	}
	for _, lang := range []string{"id", "en"} {
		f := written(t, several(lang), "", nil)
		sheet := map[string]string{"id": "Laporan", "en": "Reports"}[lang]
		rows, err := f.GetRows(sheet)
		if err != nil || len(rows) != 4 || rows[3][1] != "Dinas Tiga, Kabupaten Contoh" || rows[3][3] != "2" {
			t.Errorf("%s: %v %v", lang, rows, err)
		}
		if want := map[string]string{"id": "TIDAK TERPENUHI", "en": "NOT MET"}[lang]; rows[3][9] != want || rows[1][9] == want {
			t.Errorf("%s: the status of aspect I is %q, that of the clean report %q", lang, rows[3][9], rows[1][9])
		}
	}
	var page bytes.Buffer
	if err := HTML(&page, d); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(page.String(), `data-q="c.yaml">Dinas Tiga, Kabupaten Contoh</a>`) || strings.Contains(page.String(), `data-q="a.yaml"`) {
		t.Error("the page does not list the reports with links to their findings")
	}
}
