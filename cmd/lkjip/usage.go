package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lkjip/schema/source"
)

// help writes what a command does and how it is used. cobra's own template is English, so it is not used.
func (a *app) help(cmd *cobra.Command) {
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	fmt.Fprintf(a.out, "%s\n\n", fold(text, 100))
	a.usage(a.out, cmd)
}

func (a *app) usage(w io.Writer, cmd *cobra.Command) {
	title := func(id, en string) { fmt.Fprintf(w, "%s:\n", a.say(id, en)) }
	title("Pemakaian", "Usage")
	if cmd.HasParent() {
		fmt.Fprintf(w, "  %s\n", cmd.UseLine())
	} else {
		fmt.Fprintf(w, "  lkjip %s\n", a.say("PERINTAH [PILIHAN]", "COMMAND [FLAGS]"))
	}
	if len(cmd.Aliases) > 0 {
		fmt.Fprintf(w, "\n%s: %s\n", a.say("Nama lain", "Aliases"), strings.Join(cmd.Aliases, ", "))
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintln(w)
		title("Perintah", "Commands")
		for _, sub := range cmd.Commands() {
			names := strings.Join(append([]string{sub.Name()}, sub.Aliases...), ", ")
			fmt.Fprintf(w, "  %-20s %s\n", names, sub.Short)
		}
	}
	if cmd.HasExample() {
		fmt.Fprintln(w)
		title("Contoh", "Examples")
		for line := range strings.Lines(cmd.Example) {
			fmt.Fprintf(w, "  %s\n", strings.TrimSpace(line))
		}
	}
	fmt.Fprintln(w)
	title("Pilihan", "Flags")
	a.flags(w, cmd.LocalFlags())
	a.flags(w, cmd.InheritedFlags())
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", a.say("`lkjip help PERINTAH` menjelaskan satu perintah.", "`lkjip help COMMAND` explains one command."))
	}
}

func (a *app) flags(w io.Writer, set *pflag.FlagSet) {
	set.VisitAll(func(f *pflag.Flag) {
		short := "    "
		if f.Shorthand != "" {
			short = "-" + f.Shorthand + ", "
		}
		name, usage := pflag.UnquoteUsage(f)
		if f.Value.Type() == "bool" {
			name = ""
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && f.DefValue != "[]" {
			usage += " (" + a.say("bawaan ", "default ") + f.DefValue + ")"
		}
		head := fmt.Sprintf("  %s--%s", short, strings.TrimSpace(f.Name+" "+name))
		lines := strings.Split(fold(usage, 100-32), "\n")
		fmt.Fprintf(w, "%-31s %s\n", head, strings.Join(lines, "\n"+strings.Repeat(" ", 32)))
	})
}

// fold breaks a paragraph into lines of at most n characters.
func fold(s string, n int) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(s) {
		switch {
		case i == 0:
		case column+1+len(word) > n:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}

func unknownCommand(root *cobra.Command, given string) error {
	var names []string
	for _, sub := range root.Commands() {
		names = append(append(names, sub.Name()), sub.Aliases...)
	}
	return &usageError{source.T("perintah `%s` tidak dikenal", "unknown command `%s`", given), didYouMean(given, names,
		source.T("`lkjip help` menyebutkan semua perintah", "`lkjip help` lists the commands"))}
}

// flagError words what pflag found wrong.
func flagError(cmd *cobra.Command, err error) error {
	hint := source.T("`%s --help` menyebutkan semua pilihan", "`%s --help` lists the flags", cmd.CommandPath())
	var unknown *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	var usage *usageError
	switch {
	case errors.As(err, &usage) && errors.As(err, &invalid):
		return &usageError{source.T("`--%s`: %s", "`--%s`: %s", invalid.GetFlag().Name, usage.what), usage.hint}
	case errors.As(err, &usage):
		return usage
	case errors.As(err, &unknown):
		given := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			given = "-" + unknown.GetSpecifiedName()
		}
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
		return &usageError{source.T("pilihan `%s` tidak dikenal", "unknown flag `%s`", given), didYouMean(given, names, hint)}
	case errors.As(err, &valueless):
		return &usageError{source.T("pilihan `--%s` memerlukan nilai", "flag `--%s` needs a value", valueless.GetFlag().Name), hint}
	case errors.As(err, &invalid):
		return &usageError{source.T("nilai `%s` tidak dapat dipakai untuk `--%s`", "the value `%s` does not fit `--%s`", invalid.GetValue(), invalid.GetFlag().Name), hint}
	case errors.As(err, &syntax):
		return &usageError{source.T("pilihan `%s` salah tulis", "the flag `%s` is misspelt", syntax.GetSpecifiedFlag()), hint}
	}
	return &usageError{source.Same(err.Error()), hint}
}

// didYouMean suggests the nearest of the names, or gives another hint when none is near.
func didYouMean(given string, names []string, otherwise source.Text) source.Text {
	best, least := "", max(2, len(given)/3)+1
	for _, name := range slices.Sorted(slices.Values(names)) {
		if d := levenshtein.ComputeDistance(strings.ToLower(given), name); d < least {
			best, least = name, d
		}
	}
	if best == "" {
		return otherwise
	}
	return source.T("mungkin yang dimaksud `%s`", "did you mean `%s`?", best)
}

// needArgs refuses a wrong number of arguments in words; most is -1 where any number above least will do.
func needArgs(least, most int, what source.Text) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		hint := source.T("pemakaian: %s", "usage: %s", cmd.UseLine())
		if len(args) < least {
			return &usageError{source.T("%s belum disebutkan", "%s is missing", what), hint}
		}
		if most >= 0 && len(args) > most {
			return &usageError{source.T("`%s` tidak diperlukan", "`%s` is not needed", args[most]), hint}
		}
		return nil
	}
}

// choice is a flag that takes one of a few words.
type choice struct {
	value   *string
	allowed []string
}

func newChoice(value *string, allowed ...string) *choice { return &choice{value, allowed} }

func (c *choice) String() string { return *c.value }
func (c *choice) Type() string   { return "string" }
func (c *choice) Set(s string) error {
	if !slices.Contains(c.allowed, s) {
		return &usageError{source.T("`%s` bukan salah satu dari %s", "`%s` is not one of %s", s, strings.Join(c.allowed, ", ")),
			didYouMean(s, c.allowed, source.Text{})}
	}
	*c.value = s
	return nil
}
