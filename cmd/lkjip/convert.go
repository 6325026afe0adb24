package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lkjip/schema"
	"lkjip/schema/source"
)

// convertFormats are what convert writes, by the ending of the file.
var convertFormats = []string{"yaml", "json", "cue", "xlsx"}

func (a *app) convertCommand() *cobra.Command {
	to, force, places := "", false, false
	cmd := &cobra.Command{
		Use: a.say("convert MASUKAN KELUARAN [PILIHAN]", "convert IN OUT [FLAGS]"), Aliases: []string{"ubah"}, DisableFlagsInUseLine: true,
		Short: a.say("Mengubah laporan ke YAML, JSON, CUE, atau buku kerja templat", "Convert a report to YAML, JSON, CUE or the template workbook"),
		Long: a.say("Mengubah data laporan antara YAML, JSON, CUE, dan buku kerja templat tanpa kehilangan isi. Dari Word, PDF, teks, dan buku kerja lain, tabel dan kolom yang dikenali dan yang tidak disebutkan satu per satu. Bila ada yang tidak dimengerti, status keluarnya 1. Keluaran - berarti layar.",
			"Converts a report's data among YAML, JSON, CUE and the template workbook, losing nothing. Of Word, PDF, text and other workbooks the tables and columns that were recognised and that were not are listed. Where something was not understood the exit status is 1. The output - is standard output."),
		Example: "lkjip convert laporan.docx laporan.yaml --places\nlkjip convert laporan.yaml - --to json",
		Args:    needArgs(2, 2, source.T("berkas masukan atau keluaran", "the input or output file")),
		RunE:    func(_ *cobra.Command, args []string) error { return a.convert(args[0], args[1], to, force, places) },
	}
	cmd.Flags().Var(newChoice(&to, convertFormats...), "to", a.say("`BENTUK` keluaran: yaml, json, cue, xlsx (bawaan menurut nama berkas)", "`FORMAT` of the output: yaml, json, cue, xlsx (default by the file name)"))
	cmd.Flags().BoolVar(&places, "places", false, a.say("tulis tempat asal setiap isian sebagai komentar (YAML, CUE) atau catatan sel (XLSX)", "write where each value came from as a comment (YAML, CUE) or cell note (XLSX)"))
	cmd.Flags().BoolVar(&force, "force", false, a.say("timpa berkas keluaran yang sudah ada", "overwrite an output file that exists"))
	return cmd
}

func (a *app) convert(in, out, to string, force, places bool) error {
	if to == "" {
		to = strings.TrimPrefix(strings.ToLower(filepath.Ext(out)), ".")
		if to == "yml" {
			to = "yaml"
		}
		if !slices.Contains(convertFormats, to) {
			return &usageError{source.T("bentuk keluaran `%s` tidak dikenal", "the format of the output `%s` is not known", out),
				source.T("agar nama berkasnya berakhiran .yaml, .json, .cue, atau .xlsx, atau bentuknya diberikan dengan `--to`", "let the name end in .yaml, .json, .cue or .xlsx, or give the format with `--to`")}
		}
	}
	if places && to == "json" {
		return &usageError{source.T("JSON tidak mengenal komentar, sehingga `--places` tidak dapat dipakai", "JSON has no comments, so `--places` cannot be used"),
			source.T("agar keluarannya .yaml, .cue, atau .xlsx", "write .yaml, .cue or .xlsx")}
	}
	if _, err := os.Lstat(out); err == nil && out != "-" && !force {
		return &usageError{source.T("`%s` sudah ada", "`%s` exists", out), source.T("agar nama lain dipakai, atau `--force` untuk menimpanya", "use another name, or `--force` to overwrite it")}
	}
	from := input{name: in}
	if in == "-" {
		data, err := readLimited(a.in)
		if err != nil {
			return &failure{source.T("masukan standar: %s", "standard input: %s", fileProblem(err))}
		}
		from = input{name: "stdin", data: data}
	}
	data, err := from.read()
	if err != nil {
		return &usageError{what: source.T("`%s` %s", "`%s` %s", in, fileProblem(err))}
	}
	docs, tables, problems := schema.Open(from.name, data)
	if len(docs) > 1 {
		return wrongUsage("`%s` berisi %d laporan; agar setiap laporan disimpan dalam berkas sendiri dahulu", "`%s` holds %d reports; keep each in a file of its own first", in, len(docs))
	}
	if len(docs) == 1 {
		for _, p := range schema.Check(docs[0]) {
			if p.Rule == "kunci-tak-dikenal" || p.Rule == "kunci-ganda" {
				problems = append(problems, p)
			}
		}
	}
	for i := range tables {
		a.tellTable(&tables[i])
	}
	for _, p := range problems {
		a.complain(source.T("%s: %s", "%s: %s", p.Place, p.Kondisi))
	}
	if len(docs) == 0 {
		return errFindings
	}
	if places {
		docs[0].NotePlaces()
	}
	written, err := render(docs[0], to)
	if err != nil {
		return &failure{source.T("`%s` tidak dapat dijadikan %s: %v", "`%s` cannot be made %s: %v", in, to, err)}
	}
	if out == "-" {
		_, err = a.out.Write(written)
	} else {
		err = writeFile(out, written)
	}
	if err != nil {
		return &failure{source.T("`%s` tidak dapat ditulis: %s", "`%s` cannot be written: %s", out, fileProblem(err))}
	}
	if len(problems) > 0 {
		return errFindings
	}
	return nil
}

// tellTable says what became of one table of a document, and of each column with a heading that was not taken.
func (a *app) tellTable(t *schema.TableReport) {
	name := t.Caption
	if name == "" {
		name = t.Place.Short()
	}
	if t.Kind == "" {
		a.complain(source.T("%s: tabel `%s` tidak dikenali: %s", "%s: the table `%s` was not recognised: %s", t.Place, name, t.Why))
		return
	}
	a.complain(source.T("%s: tabel `%s` dibaca sebagai %s, %d baris", "%s: the table `%s` was read as %s, %d rows", t.Place, name, t.Kind, t.Rows))
	for _, c := range t.Columns {
		if c.Key == "" && c.Heading != "" {
			a.complain(source.T("  kolom `%s` tidak dikenali%s", "  the column `%s` was not recognised%s", c.Heading, because(c.Why)))
		}
	}
}

func because(why source.Text) source.Text {
	if why.IsZero() {
		return why
	}
	return source.T(": %s", ": %s", why)
}

func render(root *source.Node, to string) ([]byte, error) {
	switch to {
	case "json":
		return source.WriteJSON(root), nil
	case "cue":
		return source.WriteCUE(root), nil
	case "xlsx":
		var b bytes.Buffer
		err := source.WriteXLSX(root, &b)
		return b.Bytes(), err
	}
	return source.WriteYAML(root), nil
}
