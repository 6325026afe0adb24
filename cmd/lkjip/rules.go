package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lkjip/rules"
	"lkjip/schema/source"
)

func (a *app) rulesCommand() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use: a.say("rules [PILIHAN]", "rules [FLAGS]"), Aliases: []string{"aturan"}, DisableFlagsInUseLine: true,
		Short:   a.say("Menyebutkan semua aturan", "List the rules"),
		Example: "lkjip rules\nlkjip rules --format markdown",
		Args:    needArgs(0, 0, source.Text{}),
		RunE:    func(*cobra.Command, []string) error { return a.rules(format) },
	}
	cmd.Flags().Var(newChoice(&format, "text", "json", "markdown"), "format", a.say("`BENTUK`: text, json, atau markdown", "`FORMAT`: text, json or markdown"))
	return cmd
}

func (a *app) rules(format string) error {
	switch format {
	case "markdown":
		_, err := io.WriteString(a.out, rules.Catalogue(a.lang))
		return err
	case "json":
		return a.rulesJSON()
	}
	longest := 0
	for _, r := range rules.All() {
		longest = max(longest, len(r.Name))
	}
	var b strings.Builder
	for _, r := range rules.All() {
		fmt.Fprintf(&b, "%-*s  %-6s  %s\n", longest, r.Name, r.Severity, r.Title.In(a.lang))
	}
	_, err := io.WriteString(a.out, b.String())
	return err
}

func (a *app) rulesJSON() error {
	type rule struct {
		Name      string   `json:"name"`
		Severity  string   `json:"severity"`
		Title     string   `json:"title"`
		Basis     string   `json:"basis"`
		Checklist []string `json:"checklist"`
		Doc       string   `json:"doc"`
	}
	var all []rule
	for _, r := range rules.All() {
		all = append(all, rule{r.Name, r.Severity.String(), r.Title.In(a.lang), r.Basis.In(a.lang), append([]string{}, r.Checklist...), r.Doc.In(a.lang)})
	}
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(all)
}
