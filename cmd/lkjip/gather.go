package main

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lkjip/cmd/lkjip/internal/report"
	"lkjip/schema"
	"lkjip/schema/source"
)

const configName = "lkjip.cue"

// What can be checked, as help and messages list it.
const (
	dataFiles = ".yaml, .yml, .json, .cue, .xlsx, .xlsm"
	documents = ".docx, .docm, .pdf, .txt, .md, .html"
)

// input is one file to check.
type input struct {
	name string // as given or found, and as every place shows it
	data []byte // of standard input, which cannot be read twice
	met  bool   // in a folder, not named by the user
}

// file is the input's name with its folder, in one form for all inputs.
func (in *input) file() string {
	path, err := filepath.Abs(in.name)
	if err != nil {
		return in.name
	}
	return path
}

// read returns the content. More than source reads is not taken into memory; source then says that the file is too big.
func (in *input) read() ([]byte, error) {
	if in.data != nil {
		return in.data, nil
	}
	f, err := os.Open(in.name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readLimited(f)
}

// isResult reports whether the input is a result of an earlier run that lies among the reports.
func (in *input) isResult() bool {
	data, err := in.read()
	return in.met && err == nil && report.IsResult(data)
}

func readLimited(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, source.MaxBytes+1))
	if data == nil {
		data = []byte{}
	}
	return data, err
}

// gather lists the files behind the arguments, each once, in order of their names. What is wrong with an argument is said at
// once and returned; the other files are still checked.
func (a *app) gather(args []string, f *checkFlags) (inputs []input, wrong error) {
	g := &gatherer{seen: map[string]bool{}, skipped: map[string]int{}, own: f.ownFiles()}
	var faults []*usageError
	for _, arg := range args {
		if err := g.add(a, arg, f.stdinName); err != nil {
			faults = append(faults, err)
		}
	}
	if g.clash != "" {
		return nil, overwrites(g.clash)
	}
	for i, fault := range faults {
		if i < len(faults)-1 || len(g.inputs) > 0 {
			a.complain(fault.what)
		}
		wrong = fault
	}
	if len(g.inputs) > 0 && wrong != nil {
		wrong = errSaid
	}
	if !f.quiet {
		for _, ext := range []string{".xls", ".ods", ".odt", ".doc", ".xlsb", ".csv"} {
			if n := g.skipped[ext]; n > 0 {
				a.complain(source.T("%d berkas %s di dalam folder dilewati karena belum dapat dibaca", "%d %s files inside the folders were left out because they cannot be read yet", n, ext))
			}
		}
	}
	slices.SortStableFunc(g.inputs, func(x, y input) int { return strings.Compare(x.name, y.name) })
	return g.inputs, wrong
}

// errSaid is a usage error whose message is already written.
var errSaid = errors.New("said")

type gatherer struct {
	inputs  []input
	seen    map[string]bool // absolute names
	own     map[string]role // files of the run itself, by absolute name
	skipped map[string]int  // by extension
	met     int             // files that can be checked, those met twice too
	clash   string          // a report that an output would be written over
}

// role is what a file is to the run that is no report: it is read beside them, or written.
type role int

const (
	beside role = iota + 1
	written
)

func (g *gatherer) add(a *app, arg, stdinName string) *usageError {
	if arg == "-" {
		return g.addStdin(a, stdinName)
	}
	info, err := os.Stat(arg)
	if err != nil {
		// The shell of Windows hands patterns over as they are.
		if names, globErr := filepath.Glob(arg); globErr == nil && len(names) > 0 {
			for _, name := range names {
				if fault := g.add(a, name, ""); fault != nil {
					return fault
				}
			}
			return nil
		}
		return &usageError{source.T("`%s` %s", "`%s` %s", arg, fileProblem(err)), source.T("agar nama dan foldernya diperiksa", "check the name and its folder")}
	}
	if !info.IsDir() {
		g.put(arg, false)
		return nil
	}
	before := g.met
	if err := filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error { return g.visit(arg, path, d, err) }); err != nil {
		return &usageError{what: source.T("folder `%s`: %s", "folder `%s`: %s", arg, fileProblem(err))}
	}
	if g.met == before {
		return &usageError{source.T("folder `%s` tidak berisi berkas yang dapat diperiksa", "folder `%s` holds no file that can be checked", arg),
			source.T("yang dapat diperiksa: %s, %s", "what can be checked: %s, %s", dataFiles, documents)}
	}
	return nil
}

func (g *gatherer) addStdin(a *app, name string) *usageError {
	if name == "" {
		name = "stdin"
	}
	if g.seen["-"] {
		return nil
	}
	g.seen["-"] = true
	data, err := readLimited(a.in)
	if err != nil {
		return &usageError{what: source.T("masukan standar: %s", "standard input: %s", fileProblem(err))}
	}
	g.inputs = append(g.inputs, input{name: name, data: data})
	return nil
}

func (g *gatherer) visit(root, path string, d fs.DirEntry, err error) error {
	name := d.Name()
	hidden := strings.HasPrefix(name, ".") && path != root || strings.HasPrefix(name, "~$") // Excel's lock files
	switch {
	case err != nil && path == root:
		return err
	case d.IsDir() && path != root && g.own[absolute(path)] == written:
		return filepath.SkipDir
	case d.IsDir() && (hidden || name == "cue.mod" || name == "node_modules"):
		return filepath.SkipDir
	case d.IsDir():
		return nil
	case err != nil || hidden || name == configName:
		return nil
	case !schema.Readable(name) && !exported(path):
		g.skipped[strings.ToLower(filepath.Ext(name))]++
		return nil
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil
	}
	g.put(path, true)
	return nil
}

// exported reports whether a file is a web page under the name of a workbook, as web applications export tables.
func exported(path string) bool {
	if !strings.EqualFold(filepath.Ext(path), ".xls") {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, source.WebPageHead))
	return err == nil && source.IsWebPage(head)
}

func (g *gatherer) put(path string, met bool) {
	abs := absolute(path)
	switch own := g.own[abs]; {
	case own == written && (!met || !replaceable(path)):
		g.clash = cmp.Or(g.clash, path)
		return
	case own != 0:
		return
	}
	g.met++
	if g.seen[abs] {
		return
	}
	g.seen[abs] = true
	g.inputs = append(g.inputs, input{name: filepath.Clean(path), met: met})
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// replaceable reports whether an output may be written over a file: it is an earlier result, or a text, which may be one.
func replaceable(path string) bool {
	data, err := os.ReadFile(path)
	return err != nil || schema.IsDocument(path) && !canMark(path) || report.IsResult(data) || report.IsMarked(data)
}

// ownFiles are the files that the run itself reads or writes beside the reports.
func (f *checkFlags) ownFiles() map[string]role {
	own := map[string]role{absolute(f.baseline): beside, absolute(f.config): beside}
	for _, t := range f.targets.list {
		own[absolute(t.output)] = written
	}
	if f.annotate != "" {
		own[absolute(f.annotate)] = written
	}
	return own
}
