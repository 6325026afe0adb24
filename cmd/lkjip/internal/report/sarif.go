package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"lkjip/rules"
	"lkjip/schema/source"
)

// maxResults is the number of results GitHub takes from one run; it refuses a file with more.
const maxResults = 25000

var sarifLevels = map[string]string{"tinggi": "error", "sedang": "warning", "rendah": "note"}

type sarifMessage struct {
	Text string `json:"text"`
}

type sarifRule struct {
	ID      string       `json:"id"`
	Short   sarifMessage `json:"shortDescription"`
	Full    sarifMessage `json:"fullDescription"`
	Help    sarifMessage `json:"help"`
	Default struct {
		Level string `json:"level"`
	} `json:"defaultConfiguration"`
	Properties struct {
		Tags []string `json:"tags"`
	} `json:"properties"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   region        `json:"region"`
}

type sarifLogical struct {
	Name string `json:"name,omitempty"`
	Full string `json:"fullyQualifiedName"`
	Kind string `json:"kind"`
}

type sarifLocation struct {
	ID       int            `json:"id,omitempty"` // tells related locations apart, which must not be equal
	Physical sarifPhysical  `json:"physicalLocation"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	Message  *sarifMessage  `json:"message,omitempty"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification,omitempty"`
}

type sarifResult struct {
	Rule         string             `json:"ruleId"`
	Index        *int               `json:"ruleIndex,omitempty"`
	Level        string             `json:"level"`
	Message      sarifMessage       `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Related      []sarifLocation    `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string  `json:"partialFingerprints"`
	Baseline     string             `json:"baselineState,omitempty"`
	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	Properties   struct {
		Stated    string   `json:"stated,omitempty"`
		Expected  string   `json:"expected,omitempty"`
		Checklist []string `json:"checklist,omitempty"`
	} `json:"properties"`
}

// SARIF writes the document as SARIF 2.1.0, with all rules, for code scanning and editors. Beyond maxResults the least grave
// results are left out, which a notification in the file says.
func SARIF(w io.Writer, d *Document) error { return writeSARIF(w, d, rules.All(), maxResults) }

func writeSARIF(w io.Writer, d *Document, all []*rules.Rule, limit int) error {
	s := &sarif{Writer: bufio.NewWriter(w), lines: lines{content: d.Source}, lang: d.Lang, index: map[string]int{}}
	s.WriteString(`{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":`)
	s.raw("{", "name", d.Tool.Name)
	s.raw(",", "version", d.Tool.Version)
	s.raw(",", "properties", map[string]string{"ruleset": d.Tool.Ruleset})
	s.WriteString(",\n\"rules\":[")
	for i, r := range all {
		s.index[r.Name] = i
		s.item(i, sarifRuleOf(r, d.Lang))
	}
	s.WriteString("]}},\n\"columnKind\":\"utf16CodeUnits\",\"language\":\"" + sarifLanguage(d.Lang) + "\",\n\"artifacts\":[")
	seen := map[string]bool{}
	for _, in := range d.Inputs {
		if seen[in.File] { // standard input may bear the name of a file
			continue
		}
		artifact := map[string]any{"location": sarifArtifact{uri(in.File)}}
		if in.SHA256 != "" {
			artifact["hashes"] = map[string]string{"sha-256": in.SHA256}
		}
		s.item(len(seen), artifact)
		seen[in.File] = true
	}
	left := max(0, len(d.Findings)-limit)
	invocation := map[string]any{"executionSuccessful": true}
	if left > 0 {
		said := source.T("%d catatan lain tidak dimuat; bentuk ini memuat paling banyak %d", "%d more findings are left out; this format takes at most %d", left, limit)
		invocation["toolExecutionNotifications"] = []any{map[string]any{"level": "warning", "message": sarifMessage{said.In(d.Lang)}}}
	}
	s.raw("],\n", "invocations", []any{invocation})
	s.raw(",\n", "properties", map[string]any{"summary": d.Summary, "figures": d.Coverage.Figures, "tested": d.Coverage.Tested, "untested": len(d.Untested)})
	s.WriteString(",\n\"results\":[")
	s.results(d, limit)
	s.WriteString("]}]}\n")
	if s.err != nil {
		return s.err
	}
	return s.Flush()
}

// sarif writes piece by piece, so that no copy of all results is made.
type sarif struct {
	*bufio.Writer
	lines lines
	lang  string
	index map[string]int // of the rules
	err   error
}

func sarifLanguage(lang string) string {
	if lang == "en" {
		return "en-US"
	}
	return "id-ID"
}

func (s *sarif) value(v any) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		s.err = err
	}
	s.Write(escapeJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
}

func (s *sarif) raw(before, key string, v any) {
	fmt.Fprintf(s, "%s%q:", before, key)
	s.value(v)
}

// item writes the i-th item of a list on a line of its own.
func (s *sarif) item(i int, v any) {
	if i > 0 {
		s.WriteByte(',')
	}
	s.WriteByte('\n')
	s.value(v)
}

func sarifRuleOf(r *rules.Rule, lang string) sarifRule {
	doc := r.Doc.In(lang)
	if doc == "" {
		doc = r.Title.In(lang)
	}
	out := sarifRule{ID: r.Name, Short: sarifText(r.Title.In(lang)), Full: sarifText(doc)}
	help := doc
	if basis := r.Basis.In(lang); basis != "" {
		help += "\n\n" + source.T("Kriteria: %s", "Criteria: %s", basis).In(lang)
	}
	out.Help = sarifMessage{defang(help)}
	out.Default.Level = sarifLevels[r.Severity.String()]
	out.Properties.Tags = append([]string{r.Severity.String()}, r.Checklist...)
	return out
}

// results writes the results in the order of the document; what is beyond the limit was the least grave.
func (s *sarif) results(d *Document, limit int) {
	kept := worst(d)
	kept = kept[:min(limit, len(kept))]
	slices.Sort(kept)
	known := slices.ContainsFunc(d.Findings, func(f Finding) bool { return f.Baseline })
	prints := fingerprints(d)
	for n, i := range kept {
		result := s.result(&d.Findings[i], prints[i])
		if known {
			result.Baseline = "new"
			if d.Findings[i].Baseline {
				result.Baseline = "unchanged"
			}
		}
		s.item(n, result)
	}
}

func (s *sarif) result(f *Finding, fingerprint string) *sarifResult {
	out := &sarifResult{Rule: f.Rule, Level: sarifLevels[f.Severity], Fingerprints: map[string]string{"lkjip/v1": fingerprint}}
	if i, ok := s.index[f.Rule]; ok {
		out.Index = &i
	}
	said := []string{f.Kondisi}
	for _, p := range parts(f, s.lang) {
		said = append(said, p.name+": "+p.text)
	}
	for i := range said {
		said[i] = Safe(said[i])
	}
	out.Message = sarifMessage{defang(strings.Join(said, "\n"))}
	out.Locations = []sarifLocation{s.location(f.Place, f.Stated)}
	if f.Place.Line < 1 {
		// GitHub makes its own print from the line's text, which is the same for all cells of a workbook.
		out.Fingerprints["primaryLocationLineHash"] = fingerprint + ":1"
	}
	if len(f.Evidence) > 0 {
		figures := f.Evidence[0].Figures
		for i, g := range figures[:min(maxFigures, len(figures))] {
			at := s.location(g.Place, g.Stated)
			at.ID = i + 1
			name := sarifText(strings.TrimSpace(g.Name + " " + g.Stated))
			at.Message = &name
			out.Related = append(out.Related, at)
		}
	}
	if f.Waived != nil {
		kind := "inSource"
		if f.Waived.Place.File != f.File {
			kind = "external"
		}
		out.Suppressions = []sarifSuppression{{kind, "accepted", approval(f)}}
	}
	out.Properties.Stated, out.Properties.Expected, out.Properties.Checklist = f.Stated, f.Expected, f.Checklist
	return out
}

func (s *sarif) location(p Place, stated string) sarifLocation {
	out := sarifLocation{Physical: sarifPhysical{sarifArtifact{uri(p.File)}, s.lines.region(p.Place, stated)}}
	if p.Line < 1 && p.Short() != "" {
		kind := "element"
		if p.Cell != "" {
			kind = "cell"
		}
		out.Logical = append(out.Logical, sarifLogical{p.Cell, Safe(p.Short()), kind})
	}
	if p.Path != "" {
		out.Logical = append(out.Logical, sarifLogical{Full: Safe(p.Path), Kind: "property"})
	}
	return out
}

func sarifText(s string) sarifMessage { return sarifMessage{defang(Safe(s))} }

// defang keeps a text from making a link of itself: SARIF viewers read [text](address).
func defang(s string) string { return strings.ReplaceAll(s, "](", "] (") }
