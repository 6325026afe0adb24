package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"lkjip/schema/source"
)

var (
	//go:embed contoh/lkjip.cue
	exampleConfig []byte
	//go:embed contoh/laporan-2024.yaml
	exampleReport []byte
)

func (a *app) initCommand() *cobra.Command {
	xlsx := false
	cmd := &cobra.Command{
		Use: a.say("init [FOLDER] [PILIHAN]", "init [DIR] [FLAGS]"), Aliases: []string{"mulai"}, DisableFlagsInUseLine: true,
		Short: a.say("Membuat folder data untuk memulai", "Make a data repository to start from"),
		Long: a.say("Menulis konfigurasi lkjip.cue dan contoh laporan, atau dengan --xlsx buku kerja templat untuk diisi. Berkas yang sudah ada tidak ditimpa.",
			"Writes the configuration lkjip.cue and an example report, or with --xlsx the workbook template to fill in. Files that exist are left alone."),
		Example: "lkjip init data\nlkjip init data --xlsx",
		Args:    needArgs(0, 1, source.Text{}),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) == 1 {
				dir = args[0]
			}
			return a.init(dir, xlsx)
		},
	}
	cmd.Flags().BoolVar(&xlsx, "xlsx", false, a.say("buku kerja templat sebagai ganti contoh YAML", "the workbook template instead of the YAML example"))
	return cmd
}

func (a *app) init(dir string, xlsx bool) error {
	type file struct {
		name string
		data []byte
	}
	files := []file{{configName, exampleConfig}, {"laporan-2024.yaml", exampleReport}}
	if xlsx {
		// The report that is being written is that of last year.
		year := time.Now().Year() - 1
		var b bytes.Buffer
		if err := source.WriteTemplate(&b, year); err != nil {
			return err
		}
		files[1] = file{fmt.Sprintf("laporan-%d.xlsx", year), b.Bytes()}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return &failure{source.T("folder `%s` tidak dapat dibuat: %s", "the folder `%s` cannot be made: %s", dir, fileProblem(err))}
	}
	for _, f := range files {
		name := filepath.Join(dir, f.name)
		if _, err := os.Lstat(name); err == nil {
			fmt.Fprintf(a.out, "%s\n", a.say("%s sudah ada dan dibiarkan", "%s exists and is left alone", name))
			continue
		}
		if err := writeFile(name, f.data); err != nil {
			return &failure{source.T("`%s` tidak dapat ditulis: %s", "`%s` cannot be written: %s", name, fileProblem(err))}
		}
		fmt.Fprintf(a.out, "%s\n", a.say("%s ditulis", "%s written", name))
	}
	fmt.Fprintf(a.out, "%s\n", a.say("periksa dengan: lkjip check %s", "check it with: lkjip check %s", dir))
	return nil
}
