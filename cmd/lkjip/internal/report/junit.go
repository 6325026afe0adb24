package report

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// JUnit writes the document as JUnit XML: a suite a file, a test case a finding. One that counts is a failure, a waived or
// known one is skipped; a file without any is one case that passes.
func JUnit(w io.Writer, d *Document) error {
	suites := map[string][]*Finding{}
	var files []string
	put := func(file string, f *Finding) {
		if _, ok := suites[file]; !ok {
			files = append(files, file)
			suites[file] = nil
		}
		if f != nil {
			suites[file] = append(suites[file], f)
		}
	}
	for _, in := range d.Inputs {
		put(in.File, nil)
	}
	for i := range d.Findings {
		put(d.Findings[i].File, &d.Findings[i])
	}
	tests := 0
	for _, file := range files {
		tests += max(1, len(suites[file]))
	}
	out := bufio.NewWriter(w)
	out.WriteString(xml.Header)
	fmt.Fprintf(out, "<testsuites name=\"lkjip\" tests=\"%d\" failures=\"%d\" errors=\"0\">\n", tests, d.Summary.Total())
	for _, file := range files {
		junitSuite(out, file, suites[file], d.Lang)
	}
	out.WriteString("</testsuites>\n")
	return out.Flush()
}

func junitSuite(out *bufio.Writer, file string, findings []*Finding, lang string) {
	failures := 0
	for _, f := range findings {
		if f.Counts() {
			failures++
		}
	}
	name := attr(slashed(file))
	fmt.Fprintf(out, "  <testsuite name=%s tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\">\n", name, max(1, len(findings)), failures, len(findings)-failures)
	if len(findings) == 0 {
		fmt.Fprintf(out, "    <testcase classname=%s name=\"lkjip\"/>\n", name)
	}
	for _, f := range findings {
		fmt.Fprintf(out, "    <testcase classname=%s name=%s>\n", name, attr(strings.TrimSpace(f.Rule+" "+cmp.Or(f.Place.Short(), f.Place.Path))))
		switch {
		case f.Waived != nil:
			fmt.Fprintf(out, "      <skipped message=%s/>\n", attr(approval(f)))
		case f.Baseline:
			out.WriteString("      <skipped message=\"baseline\"/>\n")
		default:
			fmt.Fprintf(out, "      <failure type=\"%s\" message=%s>", f.Severity, attr(f.Kondisi))
			said := []string{f.Title, f.Place.String()}
			for _, p := range parts(f, lang) {
				said = append(said, p.name+": "+p.text)
			}
			for i, s := range said {
				if i > 0 {
					out.WriteByte('\n')
				}
				xml.EscapeText(out, []byte(Safe(s))) // a bufio.Writer keeps its error for Flush
			}
			out.WriteString("</failure>\n")
		}
		out.WriteString("    </testcase>\n")
	}
	out.WriteString("  </testsuite>\n")
}

// attr is a text as an attribute's value, with its quotes. XML has no way to write control characters, so Safe names them.
func attr(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	xml.EscapeText(&b, []byte(Safe(s)))
	b.WriteByte('"')
	return b.String()
}
