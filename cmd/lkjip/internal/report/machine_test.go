package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"lkjip/rules"
	"lkjip/schema/source"
)

// fewRules are rules that do not change as rules are added, so that neither does the golden file.
func fewRules() []*rules.Rule {
	return []*rules.Rule{
		{Name: "sisa-tak-sesuai", Title: source.T("Sisa tidak sesuai", "Remainder does not fit"), Severity: rules.Tinggi, Basis: source.Same("sisa = pagu − realisasi"),
			Checklist: []string{"I.6"}, Doc: source.T("Sisa dihitung ulang.\n\nPembulatan diterima.", "The remainder is recomputed.\n\nRounding is accepted.")},
		{Name: "laporan-terlambat", Title: source.T("Laporan terlambat", "Report is late"), Severity: rules.Rendah},
	}
}

func schemaOf(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func parse(t *testing.T, data []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// empty is the result of a clean report.
func empty() *Document {
	d := &Document{Lang: "id", Tool: Tool{"lkjip", "0.1.0", "0123456789ab"}, Inputs: []Input{{File: "bersih.yaml"}}}
	d.Finish()
	return d
}

// TestSARIFSchema holds the output against the schema OASIS publishes, the rules of this program included.
func TestSARIFSchema(t *testing.T) {
	t.Parallel()
	schema := schemaOf(t, "sarif-2.1.0.schema.json")
	for reason, d := range map[string]*Document{"every kind of content": fixed("id"), "English": fixed("en"), "no finding": empty()} {
		var b bytes.Buffer
		if err := SARIF(&b, d); err != nil {
			t.Fatal(err)
		}
		value := parse(t, b.Bytes())
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", reason, err)
		}
		value.(map[string]any)["runs"].([]any)[0].(map[string]any)["columnKind"] = "bytes"
		if schema.Validate(value) == nil {
			t.Errorf("%s: the schema accepts a kind of column that is none", reason)
		}
	}
}

type sarifLog struct {
	Runs []struct {
		Tool struct {
			Driver struct{ Rules []sarifRule }
		}
		Invocations []struct {
			Notifications []struct{ Message sarifMessage } `json:"toolExecutionNotifications"`
		}
		Results []sarifResult
	}
}

func readSARIF(t *testing.T, d *Document, limit int) *sarifLog {
	t.Helper()
	var b bytes.Buffer
	if err := writeSARIF(&b, d, rules.All(), limit); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	return &log
}

// TestSARIFListsAllRules: a viewer shows what was checked, also when nothing was found, in the language asked for.
func TestSARIFListsAllRules(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"id", "en"} {
		d := empty()
		d.Lang = lang
		listed := readSARIF(t, d, maxResults).Runs[0].Tool.Driver.Rules
		if len(listed) != len(rules.All()) {
			t.Fatalf("%d rules are listed, there are %d", len(listed), len(rules.All()))
		}
		for i, r := range rules.All() {
			if got := listed[i]; got.ID != r.Name || got.Short.Text != r.Title.In(lang) || !strings.Contains(got.Help.Text, r.Basis.In(lang)) {
				t.Errorf("%s: rule %s is listed as %+v", lang, r.Name, got)
			}
		}
	}
}

func TestSARIFResults(t *testing.T) {
	t.Parallel()
	results := readSARIF(t, fixed("id"), maxResults).Runs[0].Results
	for i, want := range []struct{ reason, level, logical, baseline string }{
		{"a cell is on line 1, with its name", "error", "Anggaran!E17", "new"},
		{"a line stands for itself", "error", "anggaran_pendukung.sisa", "new"},
		{"a waiver is a suppression", "error", "pengukuran", "new"},
		{"sedang is a warning", "warning", "a", "new"},
		{"a document's table is on line 1, rendah is a note", "note", "tabel 3.9 baris 4 kolom 6", "unchanged"},
	} {
		got := results[i]
		at := got.Locations[0]
		if got.Level != want.level || at.Logical[0].Full != want.logical || got.Baseline != want.baseline || at.Physical.Region.StartLine < 1 || len(got.Locations) != 1 {
			t.Errorf("%s: %+v", want.reason, got)
		}
	}
	if s := results[2].Suppressions; len(s) != 1 || s[0].Kind != "inSource" || !strings.Contains(s[0].Justification, "disetujui") {
		t.Errorf("the waiver reads %+v", s)
	}
	if got := results[3].Locations[0].Physical.Artifact.URI; got != "evil%1B%5D0;x%07.yaml" {
		t.Errorf("a file's name as URI is %q", got)
	}
}

// TestSARIFLimit keeps what matters when there is too much, and says that something is left out.
func TestSARIFLimit(t *testing.T) {
	t.Parallel()
	run := readSARIF(t, fixed("id"), 2).Runs[0]
	if len(run.Results) != 2 || run.Results[0].Rule != "jumlah-tak-sesuai" || run.Results[1].Rule != "sisa-tak-sesuai" {
		t.Errorf("kept %+v", run.Results)
	}
	if n := run.Invocations[0].Notifications; len(n) != 1 || !strings.Contains(n[0].Message.Text, "3 catatan lain") {
		t.Errorf("the rest is told as %+v", n)
	}
}

// TestRegion counts columns as editors do, though places are counted in bytes.
func TestRegion(t *testing.T) {
	t.Parallel()
	text := "\ufeffa: 1\r\n\u00e9\U0001f600: \"1,5\"\nb: \xff 2\n110000}"
	l := lines{content: func(string) []byte { return []byte(text) }}
	for _, test := range []struct {
		reason       string
		line, column int
		stated       string
		want         region
	}{
		{"a byte order mark is no column", 1, 4, "1", region{1, 4, 5}},
		{"two bytes are one unit, four are two, quotes belong to the value", 2, 9, "1,5", region{2, 6, 11}},
		{"separators may differ", 2, 9, "1.5", region{2, 6, 11}},
		{"a value read otherwise has no end", 2, 9, "15", region{2, 6, 0}},
		{"a number that goes on is another", 4, 1, "11.000", region{4, 1, 0}},
		{"a number without separators ends where its digits do", 4, 1, "110.000", region{4, 1, 7}},
		{"a byte that is no text counts as one", 3, 6, "2", region{3, 6, 7}},
		{"a line that is not there", 9, 3, "2", region{9, 3, 0}},
		{"a column that is not there", 1, 30, "2", region{1, 30, 0}},
		{"no line", 0, 0, "2", region{1, 0, 0}},
	} {
		if got := l.region(source.Place{File: "x", Line: test.line, Column: test.column}, test.stated); got != test.want {
			t.Errorf("%s: got %+v, want %+v", test.reason, got, test.want)
		}
	}
}

// TestLinesAreReadOnce: figures of one finding come from several files by turns, which must not read each again and again.
func TestLinesAreReadOnce(t *testing.T) {
	t.Parallel()
	reads := 0
	l := lines{content: func(string) []byte { reads++; return []byte("x") }}
	for range 100 {
		for _, file := range []string{"a", "b", "c"} {
			l.at(file, 1)
		}
	}
	if reads != 3 {
		t.Errorf("three files are read %d times", reads)
	}
	for i := range 100 {
		l.at(strconv.Itoa(i), 1)
	}
	if len(l.kept) > keptFiles {
		t.Errorf("%d files are kept", len(l.kept))
	}
}

func TestURI(t *testing.T) {
	t.Parallel()
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"./data/a b.yaml":    "data/a%20b.yaml",
		here + "/data/x.cue": "data/x.cue",
		"c:d.yaml":           "./c:d.yaml",
		"/tiada/x#y.yaml":    "file:///tiada/x%23y.yaml",
	} {
		if got := uri(in); got != want {
			t.Errorf("uri(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestFingerprints: a row inserted above changes lines and indexes, not what a finding is known by; like findings differ.
func TestFingerprints(t *testing.T) {
	t.Parallel()
	finding := func(line int, path, stated string) Finding {
		return Finding{Rule: "r", File: "x.yaml", Stated: stated, Place: Place{source.Place{File: "x.yaml", Line: line}, path}}
	}
	before := fingerprints(&Document{Findings: []Finding{finding(3, "anggaran.baris[2].sisa", "7"), finding(5, "anggaran.baris[4].sisa", "7"), finding(6, "anggaran.baris[5].sisa", "8")}})
	after := fingerprints(&Document{Findings: []Finding{finding(4, "anggaran.baris[3].sisa", "7"), finding(6, "anggaran.baris[5].sisa", "7"), finding(7, "anggaran.baris[6].sisa", "8")}})
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("fingerprints moved with the lines:\n%s", diff)
	}
	if before[0] == before[1] || before[0] == before[2] {
		t.Errorf("different findings share a fingerprint: %v", before)
	}
}

func TestGitLabSchema(t *testing.T) {
	t.Parallel()
	schema := schemaOf(t, "gitlab.schema.json")
	for reason, d := range map[string]*Document{"every kind of content": fixed("id"), "no finding": empty()} {
		var b bytes.Buffer
		if err := GitLab(&b, d); err != nil {
			t.Fatal(err)
		}
		value := parse(t, b.Bytes())
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", reason, err)
		}
		if got := len(value.([]any)); got != d.Summary.Total() {
			t.Errorf("%s: %d issues for %d findings that count", reason, got, d.Summary.Total())
		}
	}
	if schema.Validate([]any{map[string]any{"description": "x"}}) == nil {
		t.Error("the schema accepts an issue without a place")
	}
}

// element is any XML element in the shape the schema of JUnit is written over.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []element  `xml:",any"`
	Text     string     `xml:",chardata"`
}

func (e *element) value() map[string]any {
	attributes, children := map[string]any{}, []any{}
	for _, a := range e.Attrs {
		attributes[a.Name.Local] = a.Value
	}
	for i := range e.Children {
		children = append(children, e.Children[i].value())
	}
	return map[string]any{"name": e.XMLName.Local, "attributes": attributes, "children": children, "text": strings.TrimSpace(e.Text)}
}

func TestJUnit(t *testing.T) {
	t.Parallel()
	schema := schemaOf(t, "junit.schema.json")
	for reason, d := range map[string]*Document{"every kind of content": fixed("id"), "no finding": empty()} {
		var b bytes.Buffer
		if err := JUnit(&b, d); err != nil {
			t.Fatal(err)
		}
		var root element
		if err := xml.Unmarshal(b.Bytes(), &root); err != nil {
			t.Fatal(err)
		}
		value := root.value()
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", reason, err)
		}
		tests, failures, skipped := 0, 0, 0
		for _, suite := range root.Children {
			for _, c := range suite.Children {
				tests++
				for _, result := range c.Children {
					failures += map[string]int{"failure": 1}[result.XMLName.Local]
					skipped += map[string]int{"skipped": 1}[result.XMLName.Local]
				}
			}
		}
		stated := value["attributes"].(map[string]any)
		if stated["tests"] != strconv.Itoa(tests) || stated["failures"] != strconv.Itoa(failures) || failures != d.Summary.Total() || skipped != d.Summary.Waived+d.Summary.Baseline {
			t.Errorf("%s: %d tests, %d failures, %d skipped, stated %v, summary %+v", reason, tests, failures, skipped, stated, d.Summary)
		}
		value["children"].([]any)[0].(map[string]any)["name"] = "suite"
		if schema.Validate(value) == nil {
			t.Errorf("%s: the schema accepts an element that is none", reason)
		}
	}
}

// hostile is a finding whose every word tries to be something else than text.
func hostile(words string) *Document {
	d := &Document{Lang: "id", Inputs: []Input{{File: "x.yaml"}}, Findings: []Finding{{Rule: "r", Severity: "tinggi", File: words, Title: words, Kondisi: words, Sebab: words, Rekomendasi: words,
		Stated: words, Expected: words, Place: Place{source.Place{File: words, Line: 1, Column: 1}, words}}}}
	d.Finish()
	return d
}

// TestGitHubCommands: one finding is one command on one line, whatever it says.
func TestGitHubCommands(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := GitHub(&b, hostile("a,b:c%0A\n::stop-commands::x\r\n##[add-mask]y"), true); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	if strings.Count(got, "\n") != 1 || strings.Count(got, "\r") != 0 {
		t.Errorf("more than one line:\n%s", got)
	}
	properties, _, _ := strings.Cut(strings.TrimPrefix(got, "::error "), "::")
	if fields := strings.Split(properties, ","); len(fields) != 4 || fields[0] != "file=a%2Cb%3Ac%250A %3A%3Astop-commands%3A%3Ax  ##[add-mask]y" {
		t.Errorf("the properties read %q", fields)
	}
	b.Reset()
	if err := GitHub(&b, empty(), false); err != nil || b.Len() > 0 {
		t.Errorf("a clean report printed %q (%v)", b.String(), err)
	}
}

// TestMarkdownShowsTextAsItIs: no word of a report becomes a row, code, a link, an element or a mention.
func TestMarkdownShowsTextAsItIs(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := Markdown(&b, hostile("a|b `c` <img src=x> [d](http://e) @org/team #12\nf")); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	if n := strings.Count(got, "\n"); n != 6 {
		t.Errorf("%d lines:\n%s", n, got)
	}
	row := strings.ReplaceAll(strings.Split(got, "\n")[5], `\]`, "")
	if cells := strings.Count(strings.ReplaceAll(row, `\|`, ""), "|"); cells != 5 {
		t.Errorf("%d cell borders: %s", cells, row)
	}
	for _, bad := range []string{"<img", "](", "://", "@org", "#12", " `c"} {
		if strings.Contains(row, bad) {
			t.Errorf("%q stays in %s", bad, row)
		}
	}
}

func TestMarkdownIsBounded(t *testing.T) {
	t.Parallel()
	d := &Document{Lang: "id"}
	for i := range 3000 {
		severity := "sedang"
		if i == 2999 {
			severity = "tinggi"
		}
		d.Findings = append(d.Findings, Finding{Rule: "r", Severity: severity, File: "x.yaml", Kondisi: fmt.Sprintf("k%d ", i) + strings.Repeat("é&", 5000), Place: Place{Place: source.Place{File: "x.yaml", Line: i + 1, Column: 1}}})
	}
	d.Finish()
	var b bytes.Buffer
	if err := Markdown(&b, d); err != nil {
		t.Fatal(err)
	}
	if b.Len() > markdownLimit || !utf8.Valid(b.Bytes()) {
		t.Errorf("%d bytes, or not UTF-8", b.Len())
	}
	if !strings.Contains(b.String(), "k2999") || !strings.Contains(b.String(), "catatan lain") {
		t.Errorf("the gravest finding or the number left out is missing:\n%.2000s", b.String())
	}
}

func TestCSV(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	d := fixed("id")
	if err := CSV(&b, d); err != nil {
		t.Fatal(err)
	}
	text, ok := strings.CutPrefix(b.String(), "\ufeff")
	if !ok {
		t.Error("no byte order mark, so Excel takes it for another encoding")
	}
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("a line does not end in CRLF")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) != 1+len(d.Findings) {
		t.Fatalf("%d rows for %d findings (%v)", len(rows), len(d.Findings), err)
	}
	for i, want := range d.Findings {
		if rows[i+1][6] != want.Rule || rows[i+1][8] != Safe(want.Stated) {
			t.Errorf("row %d reads %q", i+1, rows[i+1])
		}
	}
	for in, want := range map[string]string{"=1+1": "'=1+1", "+1": "'+1", "-5": "'-5", "@x": "'@x", "\t1": "' 1", " =1": "' =1", "＝1": "'＝1", "1-2": "1-2", "": "", "\x1b=": `\u001b=`} {
		if got := csvCell(in); got != want {
			t.Errorf("csvCell(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestJSONL: the lines are the findings of JSON, then everything else of it.
func TestJSONL(t *testing.T) {
	t.Parallel()
	var whole, split bytes.Buffer
	if err := JSON(&whole, fixed("id")); err != nil {
		t.Fatal(err)
	}
	if err := JSONL(&split, fixed("id")); err != nil {
		t.Fatal(err)
	}
	var want map[string]any
	if err := json.Unmarshal(whole.Bytes(), &want); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	var findings []any
	dec := json.NewDecoder(&split)
	for {
		var line map[string]any
		if err := dec.Decode(&line); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if _, last := line["summary"]; last {
			got = line
		} else {
			findings = append(findings, line)
		}
	}
	if got == nil || got["findings"] != nil {
		t.Fatalf("the last line is %v", got)
	}
	got["findings"] = findings
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("JSONL differs from JSON:\n%s", diff)
	}
}
