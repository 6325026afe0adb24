package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

var gitlabSeverities = map[string]string{"tinggi": "critical", "sedang": "major", "rendah": "minor"}

type gitlabIssue struct {
	Description string `json:"description"`
	Check       string `json:"check_name"`
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
		} `json:"lines"`
	} `json:"location"`
}

// GitLab writes the findings that count as a GitLab Code Quality report. Its fingerprints stay when lines move, so that a
// merge request shows what it changes.
func GitLab(w io.Writer, d *Document) error {
	out := bufio.NewWriter(w)
	out.WriteByte('[')
	first := true
	prints := fingerprints(d)
	for i := range d.Findings {
		f := &d.Findings[i]
		if !f.Counts() {
			continue
		}
		issue := gitlabIssue{Description: Safe(f.Kondisi), Check: f.Rule, Fingerprint: prints[i], Severity: gitlabSeverities[f.Severity]}
		if f.Place.Line < 1 && f.Place.Short() != "" {
			issue.Description = Safe(f.Place.Short()) + ": " + issue.Description
		}
		issue.Location.Path, issue.Location.Lines.Begin = slashed(f.File), max(1, f.Place.Line)
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(&issue); err != nil {
			return err
		}
		if !first {
			out.WriteByte(',')
		}
		first = false
		out.WriteByte('\n')
		out.Write(escapeJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
	}
	out.WriteString("\n]\n")
	return out.Flush()
}
