package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"lkjip/rules"
	"lkjip/schema/source"
)

// version is a constant because stamping fails where the program is built by hooks (git's environment, no VCS).
const version = "0.1.0"

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Aliases: []string{"versi"}, DisableFlagsInUseLine: true,
		Short: a.say("Menampilkan versi program dan kumpulan aturannya", "Show the version of the program and of its rules"),
		Args:  needArgs(0, 0, source.Text{}),
		RunE:  func(*cobra.Command, []string) error { return a.printVersion() },
	}
}

func (a *app) printVersion() error {
	_, err := fmt.Fprintf(a.out, "lkjip %s\n%s %s (%d)\n", version, a.say("aturan", "ruleset"), rules.Ruleset(), len(rules.All()))
	return err
}
