package main

import (
	"errors"
	"os"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"lkjip/cmd/lkjip/internal/report"
	"lkjip/rules"
	"lkjip/schema/source"
)

// checkFlags are the choices of one check.
type checkFlags struct {
	targets    targets
	failOn     string
	only, skip []string
	jobs       int
	quiet      bool
	color      string
	config     string
	baseline   string
	stdinName  string
	annotate   string
}

func (a *app) checkCommand() *cobra.Command {
	f := checkFlags{failOn: "sedang", color: "auto"}
	cmd := &cobra.Command{
		Use: a.say("check PATH… [PILIHAN]", "check PATH… [FLAGS]"), Aliases: []string{"periksa"}, DisableFlagsInUseLine: true,
		Short: a.say("Memeriksa berkas dan folder", "Check files and folders"),
		Long: a.say("Memeriksa berkas data (%s) dan laporan itu sendiri (%s), juga di dalam folder. Berkas dari instansi dan tahun yang sama (PK, DPA, LKjIP) diperiksa bersama. Laporan yang bersih tidak menghasilkan keluaran apa pun. Status keluar: 0 tidak ada catatan setinggi --fail-on, 1 ada catatan, 2 salah pemakaian atau konfigurasi, 3 program gagal.",
			"Checks data files (%s) and the report itself (%s), also inside folders. Files of one agency and year (PK, DPA, LKjIP) are checked together. A clean report prints nothing. Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or configuration, 3 the program failed.", dataFiles, documents),
		Example: "lkjip check laporan.xlsx\nlkjip check data/ --fail-on tinggi\nlkjip check data/ --format text --format json --output hasil.json\nlkjip check - --stdin-name laporan.yaml < laporan.yaml",
		Args:    needArgs(1, -1, source.T("berkas atau folder yang diperiksa", "the file or folder to check")),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.check(cmd, args, &f) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.Var(&formatFlag{&f.targets}, "format", a.say("`BENTUK` keluaran: %s; dapat diulang, masing-masing dengan --output (bawaan text, dan github di GitHub Actions)", "`FORMAT` of the output: %s; may be repeated, each with its --output (default text, and github in GitHub Actions)", strings.Join(formatNames(), ", ")))
	flags.Var(&outputFlag{&f.targets}, "output", a.say("`BERKAS` tujuan dari --format di sampingnya, bukan layar", "`FILE` that the --format beside it is written to"))
	flags.StringVar(&f.annotate, "annotate", "", a.say("`TUJUAN` salinan bertanda dari buku kerja dan dokumen Word yang diperiksa: nama berkas bila hanya satu, selain itu folder", "where marked copies of the checked workbooks and Word documents go, `TARGET`: a file name if there is only one, else a folder"))
	flags.Var(newChoice(&f.failOn, "tinggi", "sedang", "rendah", "never"), "fail-on", a.say("`TINGKAT` terendah yang membuat status keluar 1: tinggi, sedang, rendah, atau never", "lowest `SEVERITY` that makes the exit status 1: tinggi, sedang, rendah or never"))
	flags.StringSliceVar(&f.only, "only", nil, a.say("hanya `ATURAN` ini, dipisahkan koma", "only these `RULES`, separated by commas"))
	flags.StringSliceVar(&f.skip, "skip", nil, a.say("lewati `ATURAN` ini, dipisahkan koma", "skip these `RULES`, separated by commas"))
	flags.IntVar(&f.jobs, "jobs", 0, a.say("`JUMLAH` berkas yang dibaca bersamaan (bawaan sebanyak prosesor)", "`NUMBER` of files read at once (default the number of processors)"))
	flags.StringVar(&f.config, "config", "", a.say("`BERKAS` konfigurasi (bawaan lkjip.cue di samping atau di atas berkas)", "configuration `FILE` (default the lkjip.cue beside or above the files)"))
	flags.StringVar(&f.baseline, "baseline", "", a.say("`BERKAS` JSON dari pemeriksaan terdahulu; catatan yang sudah ada di dalamnya tidak dihitung", "JSON `FILE` of an earlier run; findings already in it do not count"))
	flags.StringVar(&f.stdinName, "stdin-name", "", a.say("`NAMA` berkas untuk masukan standar (-)", "file `NAME` of standard input (-)"))
	flags.BoolVar(&f.quiet, "quiet", false, a.say("tanpa ringkasan dan tanpa kemajuan", "no summary and no progress"))
	flags.Var(newChoice(&f.color, "auto", "always", "never"), "color", a.say("`KAPAN` berwarna: auto, always, never", "`WHEN` to colour: auto, always, never"))
	return cmd
}

func (a *app) check(cmd *cobra.Command, args []string, f *checkFlags) error {
	if err := f.validate(cmd, args); err != nil {
		return err
	}
	conf, err := findConfig(f.config, args)
	if err != nil {
		return err
	}
	if !cmd.Flags().Changed("fail-on") && conf.failOn != "" {
		f.failOn = conf.failOn
	}
	opt := rules.Options{Only: f.only, Skip: append(conf.skip, f.skip...)}
	base, err := readBaseline(f.baseline)
	if err != nil {
		return err
	}
	inputs, wrong := a.gather(args, f)
	if len(inputs) == 0 {
		return wrong
	}
	copies, err := f.copies(inputs)
	if err != nil {
		return err
	}
	standing, faults := rules.CheckStanding(conf.waivers, today(), opt)
	opt.Waivers = standing

	b := &batch{inputs: inputs, opt: opt, lang: a.lang, jobs: f.jobs, progress: a.newProgress(len(inputs), f.quiet), draw: f.targets.has("html")}
	doc := b.run()
	doc.Tool = report.Tool{Name: "lkjip", Version: version, Ruleset: rules.Ruleset()}
	faults = append(faults, rules.UnusedStanding(standing, b.used(doc), b.names(), opt)...)
	doc.Findings = append(doc.Findings, report.From(faults, a.lang)...)
	base.mark(doc.Findings)
	doc.Finish()
	if err := a.write(doc, f, b); err != nil {
		return err
	}
	if err := a.mark(doc, copies, b); err != nil {
		return err
	}
	switch {
	case len(b.failures) > 0:
		return b.failure()
	case wrong != nil:
		return wrong
	case fails(doc.Findings, f.failOn):
		return errFindings
	}
	return nil
}

func (f *checkFlags) validate(cmd *cobra.Command, args []string) error {
	if cmd.Flags().Changed("jobs") && f.jobs < 1 {
		return wrongUsage("`--jobs` paling sedikit 1", "`--jobs` is at least 1")
	}
	if f.jobs == 0 {
		f.jobs = runtime.GOMAXPROCS(0)
	}
	for _, name := range append(append([]string(nil), f.only...), f.skip...) {
		if err := knownRule(name); err != nil {
			return err
		}
	}
	stdin := 0
	for _, arg := range args {
		if arg == "-" {
			stdin++
		}
	}
	if stdin == 0 && f.stdinName != "" {
		return wrongUsage("`--stdin-name` dipakai bersama `-`, yaitu masukan standar", "`--stdin-name` goes with `-`, which is standard input")
	}
	return f.targets.validate()
}

// knownRule refuses a rule that does not exist, with the nearest that does.
func knownRule(name string) error {
	if rules.Find(name) != nil {
		return nil
	}
	var names []string
	for _, r := range rules.All() {
		names = append(names, r.Name)
	}
	return &usageError{source.T("aturan `%s` tidak dikenal", "there is no rule `%s`", name),
		didYouMean(name, names, source.T("`lkjip rules` menyebutkan semua aturan", "`lkjip rules` lists the rules"))}
}

// fails reports whether a finding that counts is at or above the severity.
func fails(findings []report.Finding, failOn string) bool {
	rank := map[string]int{"rendah": 1, "sedang": 2, "tinggi": 3, "never": 4}
	for i := range findings {
		if f := &findings[i]; f.Counts() && rank[f.Severity] >= rank[failOn] {
			return true
		}
	}
	return false
}

// today is the date here, as a date in UTC, as dates of waivers are read.
func today() time.Time {
	y, m, d := time.Now().Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// fileProblem words an error of the file system without the language of the operating system.
func fileProblem(err error) source.Text {
	switch {
	case os.IsNotExist(err):
		return source.T("tidak ada", "does not exist")
	case os.IsPermission(err):
		return source.T("tidak boleh dibaca atau ditulis oleh pengguna ini", "may not be read or written by this user")
	case errors.Is(err, syscall.ENOSPC):
		return source.T("tempat penyimpanan penuh", "no space is left")
	case errors.Is(err, syscall.EROFS):
		return source.T("tempat penyimpanan hanya dapat dibaca", "the disk can only be read")
	case errors.Is(err, syscall.EISDIR):
		return source.T("itu folder, bukan berkas", "it is a folder, not a file")
	case errors.Is(err, syscall.ENOTDIR):
		return source.T("salah satu foldernya adalah berkas", "one of its folders is a file")
	}
	return source.Same(err.Error())
}
