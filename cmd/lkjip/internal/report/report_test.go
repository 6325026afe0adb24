package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"lkjip/rules"
	"lkjip/schema/source"
)

var update = flag.Bool("update", false, "write generated files anew")

// fixed is a result with everything a format has to show: arithmetic, a second relation, places of all kinds, a waiver, a
// finding known before, long names, and characters that would steer a terminal.
func fixed(lang string) *Document {
	at := func(line, column int) source.Place {
		return source.Place{File: "balangan.yaml", Line: line, Column: column}
	}
	cell := source.Place{File: "balangan.xlsx", Sheet: "Anggaran", Cell: "E17"}
	figure := func(sign, name, stated string, p source.Place, note string) rules.EvidenceFigure {
		return rules.EvidenceFigure{Sign: sign, Name: source.Same(name), Stated: stated, Place: p, Path: "anggaran.x", Note: source.Same(note)}
	}
	many := rules.Evidence{Relation: source.T("jumlah 30 angka = pagu", "the sum of 30 figures = pagu"), Computed: "465"}
	for range 30 {
		many.Figures = append(many.Figures, figure("+", "Program Pendidikan dan Pelatihan Pemerintahan Daerah bagi Aparatur", "15,5", at(9, 1), ""))
	}
	many.Figures = append(many.Figures, figure("=", "jumlah", "450", cell, ""))
	findings := []rules.Finding{
		{Rule: "sisa-tak-sesuai", Severity: rules.Tinggi, Place: at(38, 128), Path: "anggaran_pendukung.sisa", Stated: "2.901.297.749", Expected: "3.820.954.751",
			Kondisi:  source.T("sisa tertulis 2.901.297.749, sedangkan pagu − realisasi = 3.820.954.751", "remainder reads 2.901.297.749, but pagu − realisasi = 3.820.954.751"),
			Kriteria: source.Same("sisa = pagu − realisasi"), Sebab: source.T("diduga baris ini mencampur dua cakupan", "the row seems to mix two populations"),
			Akibat:      source.T("sisa terlihat lebih kecil", "the remainder looks smaller"),
			Rekomendasi: source.T("Agar memakai program 2 dan 3 saja: 13.670.000.500 · 10.768.702.751 · 78,78 % · 2.901.297.749", "Use programmes 2 and 3 alone: 13.670.000.500 · 10.768.702.751 · 78,78 % · 2.901.297.749"),
			Checklist:   []string{"I.6"},
			Evidence: []rules.Evidence{
				{Relation: source.Same("pagu − realisasi = sisa"), Computed: "3.820.954.751", Figures: []rules.EvidenceFigure{
					figure("", "pagu", "24.204.043.782", at(38, 55), "= jumlah seluruh program"), figure("−", "realisasi", "20.383.089.031", at(38, 82), ""),
					figure("=", "sisa", "2.901.297.749", at(38, 128), "= sisa program 2 + program 3")}},
				{Relation: source.Same("jumlah sisa = sisa"), Computed: "2.901.297.750", Figures: []rules.EvidenceFigure{figure("", "sisa", "1", at(1, 1), ""), figure("=", "sisa", "2.901.297.749", cell, "")}},
			}},
		{Rule: "jumlah-tak-sesuai", Severity: rules.Tinggi, Place: cell, Path: "anggaran.jumlah.pagu", Stated: "450", Expected: "465",
			Kondisi: source.Same("jumlah tertulis 450"), Kriteria: source.Same("jumlah"), Evidence: []rules.Evidence{many}},
		{Rule: "kunci-tak-dikenal", Severity: rules.Sedang, Place: source.Place{File: "evil\x1b]0;x\a.yaml", Line: 3, Column: 1}, Path: "a", Stated: "\x1b[2J\u202egnp",
			Kondisi: source.Same("kunci `\x1b[2J\u202egnp\u009b31m`\nbaris kedua tidak dikenal"), Kriteria: source.Same("kontrak")},
		{Rule: "target-pk-berbeda", Severity: rules.Tinggi, Place: at(50, 1), Path: "pengukuran", Kondisi: source.Same("berbeda"), Kriteria: source.Same("PK"),
			Waived: &rules.Waiver{Reason: "disetujui", Approver: "Inspektur", Document: "700/12/2025", Until: "2025-12-31", Place: at(1, 1)}},
		{Rule: "laporan-terlambat", Severity: rules.Rendah, Place: source.Place{File: "laporan.docx", Table: "tabel 3.9", Row: 4, Col: 6}, Path: "pengesahan.tanggal",
			Kondisi: source.Same("terlambat"), Kriteria: source.Same("jadwal")},
	}
	d := &Document{Lang: lang, Tool: Tool{"lkjip", "0.1.0", "0123456789ab"}, Inputs: []Input{{"balangan.yaml", strings.Repeat("0a", 32)}, {"hilang.yaml", ""}},
		Findings: From(findings, lang), Untested: FromUntested([]rules.Untested{{Rule: "sisa-tak-sesuai", File: "balangan.yaml", Path: "anggaran", Reason: source.T("pagu kosong", "no pagu")}}, lang),
		Coverage: Coverage{312, 290, []Section{{"balangan.yaml", "anggaran.baris", 300, 290, []Reason{{"=1+1 pagu kosong", 10}}}, {"balangan.yaml", "renstra", 12, 0, nil}}}}
	d.AddOutcomes([]rules.Outcome{{Rule: "jumlah-tak-sesuai", Applies: true}, {Rule: "laporan-terlambat", Applies: true},
		{Rule: "persen-serapan-tak-sesuai", Held: 30, Untested: 1, Applies: true}, {Rule: "sisa-tak-sesuai", Held: 12, Applies: true},
		{Rule: "skala-bercelah"}, {Rule: "target-nol", Untested: 2, Applies: true}, {Rule: "target-pk-berbeda", Applies: true}})
	d.Findings[4].Baseline = true
	for i := range d.Findings {
		d.Findings[i].Title = "Judul " + d.Findings[i].Rule // titles of rules change; how they are shown does not
	}
	d.Finish()
	for i := range d.Findings {
		if d.Findings[i].Place.Cell != "" {
			d.Findings[i].Excerpt = Excerpt{"jumlah │ pagu │ ", "450", ""}
		}
	}
	row := `  - {uraian: "Program yang mendukung Perjanjian Kinerja", pagu: 24204043782, realisasi: 20383089031, persen: 84.21, sisa:` // 38 lines down
	d.Source = func(file string) []byte {
		if file != "balangan.yaml" {
			return nil
		}
		return []byte(strings.Repeat("\n", 37) + row + strings.Repeat(" ", 127-len(row)) + "2901297749}\n")
	}
	return d
}

// TestGolden compares what each format makes of the same result, in both languages.
func TestGolden(t *testing.T) {
	t.Parallel()
	for name, render := range map[string]func(*bytes.Buffer, string) error{
		"text":     func(b *bytes.Buffer, lang string) error { return Text(b, fixed(lang), TextOptions{}) },
		"sarif":    func(b *bytes.Buffer, lang string) error { return writeSARIF(b, fixed(lang), fewRules(), maxResults) },
		"junit":    func(b *bytes.Buffer, lang string) error { return JUnit(b, fixed(lang)) },
		"github":   func(b *bytes.Buffer, lang string) error { return GitHub(b, fixed(lang), false) },
		"gitlab":   func(b *bytes.Buffer, lang string) error { return GitLab(b, fixed(lang)) },
		"markdown": func(b *bytes.Buffer, lang string) error { return Markdown(b, fixed(lang)) },
		"csv":      func(b *bytes.Buffer, lang string) error { return CSV(b, fixed(lang)) },
		"jsonl":    func(b *bytes.Buffer, lang string) error { return JSONL(b, fixed(lang)) },
		"json":     func(b *bytes.Buffer, lang string) error { return JSON(b, fixed(lang)) },
	} {
		for _, lang := range []string{"id", "en"} {
			var b bytes.Buffer
			if err := render(&b, lang); err != nil {
				t.Fatal(err)
			}
			compare(t, "testdata/result."+lang+"."+name, b.Bytes())
			if bytes.ContainsAny(b.Bytes(), "\x1b\a\u202e\u009b") {
				t.Errorf("%s in %s lets characters through that steer a terminal", name, lang)
			}
		}
	}
}

func compare(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// TestTextFitsThePage keeps prose within the width; only figures and places may be longer.
func TestTextFitsThePage(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := Text(&b, fixed("id"), TextOptions{}); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if n := width(strings.TrimRight(line, "\n")); n > textWidth {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}

func TestCleanTextIsEmpty(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := Text(&b, &Document{Lang: "id", Coverage: Coverage{Figures: 10, Tested: 10}}, TextOptions{}); err != nil || b.Len() > 0 {
		t.Errorf("a clean report printed %q (%v)", b.String(), err)
	}
}

func TestColorChangesNothingElse(t *testing.T) {
	t.Parallel()
	var plain, colored bytes.Buffer
	if err := Text(&plain, fixed("id"), TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := Text(&colored, fixed("id"), TextOptions{Color: true}); err != nil {
		t.Fatal(err)
	}
	stripped := colored.String()
	for _, code := range colors {
		stripped = strings.ReplaceAll(stripped, "\x1b["+code+"m", "")
	}
	stripped = strings.ReplaceAll(stripped, "\x1b[0m", "")
	if diff := cmp.Diff(plain.String(), stripped); diff != "" || plain.Len() == colored.Len() {
		t.Errorf("colour changes the text (-plain +coloured):\n%s", diff)
	}
}

// TestSchema holds real output against the published JSON Schema, and shows that the schema refuses what is not like it.
func TestSchema(t *testing.T) {
	t.Parallel()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("report.schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for reason, doc := range map[string]*Document{
		"every kind of content":  fixed("id"),
		"empty lists stay lists": {Tool: Tool{"lkjip", "0.1.0", "0123456789ab"}},
	} {
		var b bytes.Buffer
		if err := JSON(&b, doc); err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", reason, err)
		}
		value.(map[string]any)["summary"].(map[string]any)["tinggi"] = "banyak"
		if schema.Validate(value) == nil {
			t.Errorf("%s: the schema accepts a count that is no number", reason)
		}
	}
}

// TestJSONReadsBack shows that escapes mean what they replace: a baseline is read from this form.
func TestJSONReadsBack(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	want := fixed("id")
	if err := JSON(&b, want); err != nil {
		t.Fatal(err)
	}
	var got Document
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for i := range want.Findings {
		w, g := &want.Findings[i], &got.Findings[i]
		if w.Kondisi != g.Kondisi || w.Stated != g.Stated || w.File != g.File || w.Place.Path != g.Place.Path || len(w.Evidence) != len(g.Evidence) {
			t.Errorf("finding %d reads back as %+v, want %+v", i, g, w)
		}
	}
}

func TestCut(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ reason, in, want string }{
		{"short names stay", "Program Satu", "Program Satu"},
		{"the end of a long name stays, since names of one agency begin alike", "Program Pendidikan dan Pelatihan Pemerintahan Daerah bagi Aparatur", "Program Pendidikan dan … bagi Aparatur"},
		{"wide characters count double", strings.Repeat("報", 40), ""},
	} {
		got := cut(test.in, nameWidth)
		if width(got) > nameWidth {
			t.Errorf("%s: %q is %d columns wide", test.reason, got, width(got))
		}
		if test.want != "" && got != test.want {
			t.Errorf("%s: got %q, want %q", test.reason, got, test.want)
		}
	}
}
