package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
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
