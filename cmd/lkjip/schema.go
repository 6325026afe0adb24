package main

import (
	"github.com/spf13/cobra"

	"lkjip/cmd/lkjip/internal/report"
	"lkjip/schema"
	"lkjip/schema/source"
)

func (a *app) schemaCommand() *cobra.Command {
	format, ofReport := "cue", false
	cmd := &cobra.Command{
		Use: a.say("schema [PILIHAN]", "schema [FLAGS]"), Aliases: []string{"skema"}, DisableFlagsInUseLine: true,
		Short: a.say("Menampilkan kontrak data laporan", "Show the contract of a report's data"),
		Long: a.say("Menampilkan kontrak data laporan untuk penyunting dan program lain, dalam CUE atau JSON Schema; dengan --report JSON Schema dari hasil `lkjip check --format json`.",
			"Shows the contract of a report's data for editors and other programs, as CUE or JSON Schema; with --report the JSON Schema of what `lkjip check --format json` gives."),
		Example: "lkjip schema --format jsonschema > lkjip.schema.json\nlkjip schema --report",
		Args:    needArgs(0, 0, source.Text{}),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if ofReport && cmd.Flags().Changed("format") && format == "cue" {
				return wrongUsage("bentuk hasil pemeriksaan hanya ada dalam JSON Schema", "the form of a result exists as JSON Schema only")
			}
			return a.schema(format, ofReport)
		},
	}
	cmd.Flags().Var(newChoice(&format, "cue", "jsonschema"), "format", a.say("`BENTUK`: cue atau jsonschema", "`FORMAT`: cue or jsonschema"))
	cmd.Flags().BoolVar(&ofReport, "report", false, a.say("bentuk hasil pemeriksaan, bukan laporan", "the form of a result, not of a report"))
	return cmd
}

func (a *app) schema(format string, ofReport bool) error {
	data := schema.ContractCUE()
	switch {
	case ofReport:
		data = report.Schema
	case format == "jsonschema":
		var err error
		if data, err = schema.JSONSchema(); err != nil {
			return err
		}
	}
	_, err := a.out.Write(data)
	return err
}
