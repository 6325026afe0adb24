package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

var csvColumns = []string{"file", "place", "line", "column", "path", "severity", "rule", "title", "stated", "expected",
	"kondisi", "kriteria", "sebab", "akibat", "rekomendasi", "checklist", "status", "reason"}

// CSV writes one row a finding as RFC 4180 has it: commas, CRLF, and the same column names and severities in every language,
// as in JSON. A byte order mark tells Excel that it is UTF-8. The comma stays although Excel with Indonesian settings splits
// at semicolons on a double click: programs are the readers of this format, XLSX is for people.
func CSV(w io.Writer, d *Document) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(csvColumns); err != nil {
		return err
	}
	number := func(n int) string {
		if n < 1 {
			return ""
		}
		return strconv.Itoa(n)
	}
	for i := range d.Findings {
		f := &d.Findings[i]
		status, reason := "", ""
		switch {
		case f.Waived != nil:
			status, reason = "waived", approval(f)
		case f.Baseline:
			status = "baseline"
		}
		row := []string{f.File, f.Place.Short(), number(f.Place.Line), number(f.Place.Column), f.Place.Path, f.Severity, f.Rule, f.Title, f.Stated, f.Expected,
			f.Kondisi, f.Kriteria, f.Sebab, f.Akibat, f.Rekomendasi, strings.Join(f.Checklist, " "), status, reason}
		for k := range row {
			row[k] = csvCell(row[k])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// csvCell keeps a text from being run as a formula, the full-width signs included, which some spreadsheets read alike. A
// spreadsheet may drop space before the sign, so that does not hide it.
func csvCell(s string) string {
	text := Safe(s)
	bare := strings.TrimSpace(s)
	if strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r") || bare != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(bare)[0]) {
		return "'" + text
	}
	return text
}
