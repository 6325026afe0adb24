package main

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"lkjip/cmd/lkjip/internal/report"
	"lkjip/schema/source"
)

// Exit statuses. They are the same in every format.
const (
	exitClean    = 0 // nothing at or above --fail-on
	exitFindings = 1
	exitUsage    = 2 // wrong usage or configuration
	exitFailed   = 3 // the program failed
)

// app is one run of the program.
type app struct {
	in       io.Reader
	out, err io.Writer
	lang     string // id or en
}

// errFindings says that findings were printed and decide the exit status.
var errFindings = errors.New("findings")

// usageError is a mistake in the arguments or the configuration; hint says what to do.
type usageError struct{ what, hint source.Text }

func (e *usageError) Error() string { return e.what.ID }

// failure is something the program could not do.
type failure struct{ what source.Text }

func (e *failure) Error() string { return e.what.ID }

// Main runs the program and returns its exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	a := &app{in: stdin, out: stdout, err: stderr, lang: langOf(args)}
	defer func() {
		if r := recover(); r != nil {
			a.complain(source.T("kesalahan di dalam program: %v", "an error inside the program: %v", r))
			a.complain(source.T("agar pesan ini dan berkasnya dikirim kepada pengembang lkjip", "please send this message and the file to the developers of lkjip"))
			stderr.Write(debug.Stack())
			code = exitFailed
		}
	}()
	if d := newDesktop(); d.started {
		return a.dropped(args, d)
	}
	return a.run(args)
}

// run runs the command that the arguments name.
func (a *app) run(args []string) int {
	root := a.root()
	root.SetArgs(withCommand(root, args))
	return a.exit(root.Execute())
}

func (a *app) exit(err error) int {
	var usage *usageError
	var failed *failure
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errSaid):
		return exitUsage
	case errors.As(err, &usage):
		a.complain(usage.what)
		if !usage.hint.IsZero() {
			a.complain(usage.hint)
		}
		return exitUsage
	case errors.As(err, &failed):
		a.complain(failed.what)
	default:
		a.complain(source.Same(err.Error()))
	}
	return exitFailed
}

// complain writes a message about the run itself to standard error.
func (a *app) complain(what source.Text) {
	fmt.Fprintf(a.err, "lkjip: %s\n", report.Safe(what.In(a.lang)))
}

func (a *app) say(id, en string, args ...any) string { return source.T(id, en, args...).In(a.lang) }

func wrongUsage(id, en string, args ...any) error {
	return &usageError{what: source.T(id, en, args...)}
}

// langOf finds --lang before anything else is parsed, since help and errors are already in that language.
func langOf(args []string) string {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok && value == "en" {
			return "en"
		}
	}
	return "id"
}

func (a *app) root() *cobra.Command {
	var showVersion bool
	root := &cobra.Command{
		Use:   "lkjip",
		Short: a.say("Memeriksa data laporan kinerja instansi pemerintah (LKjIP)", "Check the data of government performance reports (LKjIP)"),
		Long: a.say("lkjip memeriksa data laporan kinerja instansi pemerintah (LKjIP) seperti seorang pereviu: setiap angka dihitung ulang, setiap pernyataan yang ditulis dua kali dibandingkan, dan setiap kesalahan ditulis sebagai catatan dengan tempat, sebab, dan rekomendasinya.",
			"lkjip checks the data of an Indonesian government performance report (LKjIP) as a reviewer would: every figure is recomputed, every statement made twice is compared, and every mistake becomes a finding with its place, its cause and what to do."),
		Example:       "lkjip check laporan.xlsx\nlkjip check data/ --format json --output hasil.json\nlkjip explain sisa-tak-sesuai",
		SilenceErrors: true, SilenceUsage: true, DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if showVersion {
				return a.printVersion()
			}
			return cmd.Help()
		},
	}
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetUsageFunc(func(cmd *cobra.Command) error { a.usage(a.err, cmd); return nil })
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(cmd) })
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().BoolP("help", "h", false, a.say("tampilkan bantuan", "show help"))
	root.PersistentFlags().Var(newChoice(&a.lang, "id", "en"), "lang", a.say("`BAHASA` pesan: id atau en", "`LANGUAGE` of messages: id or en"))
	root.PersistentFlags().Lookup("lang").DefValue = "id"
	root.Flags().BoolVar(&showVersion, "version", false, a.say("tampilkan versi", "show the version"))
	help := &cobra.Command{
		Use: a.say("help [PERINTAH]", "help [COMMAND]"), Aliases: []string{"bantuan"}, DisableFlagsInUseLine: true,
		Short: a.say("Menampilkan bantuan suatu perintah", "Show help on a command"),
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 && cmd == root {
				return unknownCommand(root, args[0])
			}
			return cmd.Help()
		},
	}
	root.SetHelpCommand(help)
	root.AddCommand(a.checkCommand(), a.explainCommand(), a.rulesCommand(), a.schemaCommand(), a.convertCommand(), a.initCommand(), a.versionCommand())
	return root
}
