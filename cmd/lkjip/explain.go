package main

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"lkjip/fixtures"
	"lkjip/rules"
	"lkjip/schema/source"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use: a.say("explain ATURAN", "explain RULE"), Aliases: []string{"jelaskan"}, DisableFlagsInUseLine: true,
		Short: a.say("Menjelaskan sebuah aturan", "Explain a rule"),
		Long: a.say("Menjelaskan arti sebuah aturan, dasar hukumnya, serta satu contoh yang menjadi catatan dan satu yang tidak.",
			"Explains what a rule means, its legal basis, and gives one case that is a finding and one that is not."),
		Example: "lkjip explain sisa-tak-sesuai",
		Args:    needArgs(1, 1, source.T("nama aturan", "the name of the rule")),
		RunE:    func(_ *cobra.Command, args []string) error { return a.explain(args[0]) },
	}
}

func (a *app) explain(name string) error {
	if err := knownRule(name); err != nil {
		return err
	}
	r := rules.Find(name)
	w := &strings.Builder{}
	fmt.Fprintf(w, "%s (%s)\n\n%s\n\n", r.Name, r.Severity, fold(r.Title.In(a.lang), 100))
	fmt.Fprintf(w, "%s\n\n", fold(r.Doc.In(a.lang), 100))
	fmt.Fprintf(w, "%s: %s\n", a.say("Kriteria", "Criteria"), r.Basis.In(a.lang))
	if len(r.Checklist) > 0 {
		fmt.Fprintf(w, "%s: %s\n", a.say("Kertas kerja reviu (PermenPANRB 53/2014 Lampiran III)", "Review paper (PermenPANRB 53/2014 Annex III)"), strings.Join(r.Checklist, ", "))
	}
	bad, good, err := casesOf(name)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%s\n\n%s\n\n%s\n\n%s\n", a.say("Contoh yang menjadi catatan:", "A case that is a finding:"), indent(bad), a.say("Contoh yang tidak menjadi catatan:", "A case that is none:"), indent(good))
	_, err = io.WriteString(a.out, w.String())
	return err
}

var reWant = regexp.MustCompile(`# want ([a-z0-9-]+)(?: "[^"]*")?(?:,? ?want [a-z0-9-]+(?: "[^"]*")?)*`)

// casesOf takes a bad and a good case from the rule's fixture; the expectation beside a value becomes an arrow at it.
func casesOf(rule string) (bad, good string, err error) {
	data, err := fixtures.Rules.ReadFile("rules/" + rule + ".yaml")
	if err != nil {
		return "", "", err
	}
	for c := range strings.SplitSeq("\n"+string(data), "\n---\n") {
		c = strings.TrimSpace(c)
		if strings.Contains(c, "want "+rule) {
			if bad == "" {
				bad = reWant.ReplaceAllString(c, "# ← $1")
			}
		} else if good == "" && !reWant.MatchString(c) {
			good = c
		}
	}
	return bad, good, nil
}

func indent(s string) string { return "    " + strings.ReplaceAll(s, "\n", "\n    ") }
