package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

var githubCommands = map[string]string{"tinggi": "error", "sedang": "warning", "rendah": "notice"}

var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// GitHub writes the findings that count as workflow commands, which GitHub Actions shows beside the changed lines, and a
// last line with their number. Without findings it writes nothing. Nothing a report says can be a command of its own: each
// command is one line and begins with what is written here.
func GitHub(w io.Writer, d *Document, quiet bool) error {
	out := bufio.NewWriter(w)
	at := lines{content: d.Source}
	for _, i := range worst(d) {
		f := &d.Findings[i]
		if !f.Counts() {
			break
		}
		r := at.region(f.Place.Place, f.Stated)
		fmt.Fprintf(out, "::%s file=%s,line=%d", githubCommands[f.Severity], githubProperty.Replace(Safe(slashed(f.File))), r.StartLine)
		if r.StartColumn > 0 {
			fmt.Fprintf(out, ",col=%d", r.StartColumn)
		}
		if r.EndColumn > 0 {
			fmt.Fprintf(out, ",endColumn=%d", r.EndColumn)
		}
		said := Safe(f.Kondisi)
		if f.Place.Line < 1 && f.Place.Short() != "" {
			said = Safe(f.Place.Short()) + ": " + said
		}
		for _, p := range parts(f, d.Lang) {
			said += "\n" + p.name + ": " + Safe(p.text)
		}
		fmt.Fprintf(out, ",title=%s::%s\n", githubProperty.Replace(Safe(f.Title+" ("+f.Rule+")")), githubData.Replace(said))
	}
	if len(d.Findings) > 0 && !quiet {
		fmt.Fprintln(out, d.summarize(unpainted))
	}
	return out.Flush()
}
