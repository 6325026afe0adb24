package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mattn/go-colorable"
	"golang.org/x/term"

	"lkjip/cmd/lkjip/internal/report"
	"lkjip/schema/source"
)

// formats are the forms a result can take, with the endings of file names that mean them.
var formats = []struct{ name, ext string }{{"text", ".txt"}, {"json", ".json"}, {"html", ".html"}, {"xlsx", ".xlsx"}, {"docx", ".docx"},
	{"jsonl", ".jsonl"}, {"csv", ".csv"}, {"sarif", ".sarif"}, {"junit", ".xml"}, {"markdown", ".md"}, {"github", ""}, {"gitlab", ""}}

func formatNames() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// shared are the formats whose ending others use too: a SARIF or GitLab file may well be a .json.
var shared = map[string]bool{"text": true, "json": true, "markdown": true}

// formatOf is the format that the ending of a file's name means, if any.
func formatOf(name string) string {
	ext := strings.ToLower(filepath.Ext(name))
	for _, f := range formats {
		if f.ext == ext && ext != "" {
			return f.name
		}
	}
	return ""
}

// binary are the formats that are no text, so not for a screen.
var binary = map[string]bool{"xlsx": true, "docx": true}

// target is one form of the result and where it goes; an empty output or "-" is standard output.
type target struct{ format, output string }

// targets are the pairs of --format and --output, paired as they stand beside each other in either order.
type targets struct{ list []target }

type formatFlag struct{ *targets }

func (f *formatFlag) String() string { return "" }
func (f *formatFlag) Type() string   { return "string" }
func (f *formatFlag) Set(s string) error {
	value := s
	if err := newChoice(&value, formatNames()...).Set(s); err != nil {
		return err
	}
	if n := len(f.list); n > 0 && f.list[n-1].format == "" {
		f.list[n-1].format = s
	} else {
		f.list = append(f.list, target{format: s})
	}
	return nil
}

type outputFlag struct{ *targets }

func (f *outputFlag) String() string { return "" }
func (f *outputFlag) Type() string   { return "string" }
func (f *outputFlag) Set(s string) error {
	if s == "" {
		return wrongUsage("nama berkasnya kosong", "the file name is empty")
	}
	if n := len(f.list); n > 0 && f.list[n-1].output == "" {
		f.list[n-1].output = s
	} else {
		f.list = append(f.list, target{output: s})
	}
	return nil
}

// validate settles the pairs: an output alone takes its format from its name.
func (t *targets) validate() error {
	if len(t.list) == 0 {
		t.list = []target{{format: "text"}}
		if os.Getenv("GITHUB_ACTIONS") == "true" {
			t.list[0].format = "github"
		}
	}
	seen := map[string]bool{}
	for i := range t.list {
		one := &t.list[i]
		if one.format == "" {
			if one.format = formatOf(one.output); one.format == "" {
				return wrongUsage("bentuk berkas `%s` belum disebutkan dengan `--format`", "the format of `%s` is not given by `--format`", one.output)
			}
		} else if own := formatOf(one.output); own != "" && own != one.format && !shared[own] {
			return wrongUsage("`%s` berpasangan dengan `--format %s`, padahal namanya berarti %s; pasangan `--format` dan `--output` ditulis bersebelahan", "`%s` pairs with `--format %s`, but its name means %s; a pair of `--format` and `--output` stands side by side", one.output, one.format, own)
		}
		if one.output == "" {
			one.output = "-"
		}
		if one.output == "-" && binary[one.format] {
			return wrongUsage("`--format %s` memerlukan `--output BERKAS`", "`--format %s` needs `--output FILE`", one.format)
		}
		if seen[filepath.Clean(one.output)] {
			if one.output == "-" {
				return wrongUsage("dua bentuk keluaran tidak dapat ditulis ke layar bersama-sama; agar salah satunya diberi `--output`", "two formats cannot both go to standard output; give one of them an `--output`")
			}
			return wrongUsage("`%s` menjadi tujuan dua kali", "`%s` is written to twice", one.output)
		}
		seen[filepath.Clean(one.output)] = true
	}
	return nil
}

// has reports whether a form is among the targets.
func (t *targets) has(format string) bool {
	return slices.ContainsFunc(t.list, func(one target) bool { return one.format == format })
}

// write writes the document to every target.
func (a *app) write(doc *report.Document, f *checkFlags, b *batch) error {
	doc.Source = b.content
	for _, t := range f.targets.list {
		color := f.color == "always"
		w, columns := a.out, 0
		if out, ok := a.out.(*os.File); ok && t.output == "-" && isTerminal(a.out) {
			columns, _, _ = term.GetSize(int(out.Fd())) // 0 where the screen does not tell
		}
		if t.output == "-" && f.color == "auto" && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(a.out) {
			color, w = true, colorable.NewColorable(a.out.(*os.File))
		}
		render := func(w io.Writer) error {
			switch t.format {
			case "json":
				return report.JSON(w, doc)
			case "docx":
				return report.DOCX(w, doc)
			case "html":
				return report.HTML(w, doc)
			case "xlsx":
				name, original := b.workbook(doc)
				return report.XLSX(w, doc, name, original)
			case "jsonl":
				return report.JSONL(w, doc)
			case "csv":
				return report.CSV(w, doc)
			case "sarif":
				return report.SARIF(w, doc)
			case "junit":
				return report.JUnit(w, doc)
			case "markdown":
				return report.Markdown(w, doc)
			case "github":
				return report.GitHub(w, doc, f.quiet)
			case "gitlab":
				return report.GitLab(w, doc)
			}
			return report.Text(w, doc, report.TextOptions{Color: color, Quiet: f.quiet, Width: columns})
		}
		if t.format == "xlsx" && f.annotate == "" && !f.quiet && b.workbooks() > 1 {
			a.complain(source.T("`%s` berisi lembar hasil saja karena ada beberapa buku kerja; `--annotate FOLDER` menulis salinan bertanda dari masing-masing", "`%s` holds the sheets of results alone, since there are several workbooks; `--annotate FOLDER` writes a marked copy of each", t.output))
		}
		if t.output == "-" {
			if err := render(w); err != nil {
				return &failure{source.T("keluaran standar: %s", "standard output: %s", fileProblem(err))}
			}
			continue
		}
		var b bytes.Buffer
		if err := render(&b); err != nil {
			return err
		}
		if err := writeFile(t.output, b.Bytes()); err != nil {
			return &failure{source.T("`%s` tidak dapat ditulis: %s", "`%s` cannot be written: %s", t.output, fileProblem(err))}
		}
	}
	return nil
}

func (b *batch) workbooks() (n int) {
	for i := range b.inputs {
		if strings.EqualFold(filepath.Ext(b.inputs[i].name), ".xlsx") {
			n++
		}
	}
	return n
}

// content is what an input holds now; nothing if it cannot be read again.
func (b *batch) content(name string) []byte {
	for i := range b.inputs {
		if b.inputs[i].name == name {
			if data, err := b.inputs[i].read(); err == nil {
				return data
			}
		}
	}
	return nil
}

// workbook is the one workbook among the inputs, which the result is written into; nothing if there are several, or if it
// is no longer what was checked.
func (b *batch) workbook(doc *report.Document) (name string, content []byte) {
	for i := range b.inputs {
		if strings.ToLower(filepath.Ext(b.inputs[i].name)) != ".xlsx" {
			continue
		}
		data := b.unchanged(doc, i)
		if content != nil || data == nil {
			return "", nil
		}
		if report.IsWorkbook(data) {
			name, content = b.inputs[i].name, data
		}
	}
	return name, content
}

// writeFile writes a file whole or not at all: a reader never meets half of it, and what was there stays if writing fails.
func writeFile(name string, data []byte) (err error) {
	if info, statErr := os.Stat(name); statErr == nil && !info.Mode().IsRegular() {
		return os.WriteFile(name, data, 0o644) // a device such as /dev/stderr cannot be replaced
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".lkjip-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(tmp.Name())
		}
	}()
	if _, err = tmp.Write(data); err != nil {
		tmp.Close()
		return err
	}
	if err = tmp.Chmod(0o644); err != nil {
		tmp.Close()
		return err
	}
	if err = tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}
