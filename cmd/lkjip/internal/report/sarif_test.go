package report

import (
	"bytes"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lkjip/rules"
	"lkjip/schema/source"
)

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
