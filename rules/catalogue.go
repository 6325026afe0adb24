package rules

import (
	"fmt"
	"strings"
)

//go:generate go test -run TestCatalogue . -update

// Catalogue is the table of all rules in Markdown.
func Catalogue(lang string) string {
	head, columns := "# Aturan", "| aturan | tingkat | yang ditemukan | kriteria | kertas kerja |"
	if lang == "en" {
		head, columns = "# Rules", "| rule | severity | what is found | criteria | review paper |"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n|---|---|---|---|---|\n", head, columns)
	cell := func(s string) string { return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", `\|`) }
	for _, r := range All() {
		fmt.Fprintf(&b, "| [%s](../fixtures/rules/%s.yaml) | %s | %s | %s | %s |\n", r.Name, r.Name, r.Severity,
			cell(r.Title.In(lang)), cell(r.Basis.In(lang)), strings.Join(r.Checklist, ", "))
	}
	return b.String()
}
