package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"

	"lkjip/schema"
	"lkjip/schema/source"
)

func init() { cobra.MousetrapHelpText = "" } // its words are English, and files may have been dropped on the program

// desktop is what the program needs of a Windows desktop; tests put their own in its place.
type desktop struct {
	started bool               // by Explorer: a double click, or files dropped on the program's icon
	open    func(string) error // shows a file in the program that its ending belongs to
}

func newDesktop() desktop {
	return desktop{mousetrap.StartedByExplorer(), func(name string) error {
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", name).Run()
	}}
}

// dropped checks files that were dropped on the program's icon and shows the result as a page beside the first of them. The
// window closes with the program, so whatever has to be read waits for Enter.
func (a *app) dropped(files []string, d desktop) int {
	if len(files) == 0 {
		fmt.Fprintln(a.out, a.say("Seret berkas laporan (Word, Excel, PDF) atau foldernya ke ikon program ini; hasilnya dibuka di peramban.\nUntuk perintah lain, buka Command Prompt dan ketik: lkjip help",
			"Drop the report (Word, Excel, PDF) or its folder on the icon of this program; the result opens in the browser.\nFor other commands, open a Command Prompt and type: lkjip help"))
		return a.wait(exitClean)
	}
	page := strings.TrimSuffix(filepath.Clean(files[0]), filepath.Ext(files[0])) + " - catatan lkjip.html"
	code := a.run(append(append([]string{"check", "--format", "html", "--output", page}, "--"), files...))
	if code == exitUsage || code == exitFailed {
		return a.wait(code)
	}
	if err := d.open(page); err != nil {
		a.complain(source.T("hasil ditulis ke `%s`; berkas ini tidak dapat dibuka sendiri", "the result was written to `%s`; it could not be opened", page))
		return a.wait(code)
	}
	return code
}

// wait keeps the window open until Enter.
func (a *app) wait(code int) int {
	fmt.Fprintln(a.out, a.say("Tekan Enter untuk menutup.", "Press Enter to close."))
	_, _ = bufio.NewReader(a.in).ReadString('\n') // a closed input is as good as Enter
	return code
}

// withCommand puts check before arguments that begin with a file or folder in place of a command.
func withCommand(root *cobra.Command, args []string) []string {
	for i := 0; i < len(args); i++ {
		switch arg := args[i]; {
		case arg == "--lang":
			i++ // its value
		case strings.HasPrefix(arg, "-"):
		default:
			if cmd, _, err := root.Find([]string{arg}); err == nil && cmd != root {
				return args
			}
			if _, err := os.Stat(arg); err == nil || schema.Readable(arg) { // a misspelt file is no unknown command
				return append([]string{"check"}, args...)
			}
			return args
		}
	}
	return args
}
