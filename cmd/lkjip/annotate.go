package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"lkjip/cmd/lkjip/internal/report"
	"lkjip/schema/source"
)

// canMark reports whether a file can be copied with marks.
func canMark(name string) bool {
	return source.IsWord(name) || source.IsWorkbook(name)
}

// markedCopy is a copy to write of one input.
type markedCopy struct {
	input  int
	target string
}

// copies settles what --annotate means for the inputs: the name of the only copy, or a folder in which the copies lie as the
// originals do.
func (f *checkFlags) copies(inputs []input) ([]markedCopy, error) {
	if f.annotate == "" {
		return nil, nil
	}
	var which []int
	for i := range inputs {
		if canMark(inputs[i].name) && !inputs[i].isResult() {
			which = append(which, i)
		}
	}
	if len(which) == 0 {
		return nil, wrongUsage("`--annotate` menandai buku kerja (.xlsx) dan dokumen Word (.docx), dan tidak satu pun ada di antara berkas yang diperiksa", "`--annotate` marks workbooks (.xlsx) and Word documents (.docx), and none is among the files to check")
	}
	info, err := os.Stat(f.annotate)
	single := canMark(f.annotate) && (err != nil || !info.IsDir())
	first := inputs[which[0]].name
	switch {
	case single && len(which) > 1:
		return nil, wrongUsage("%d berkas dapat ditandai, maka `--annotate` memerlukan nama folder, bukan `%s`", "%d files can be marked, so `--annotate` needs the name of a folder, not `%s`", len(which), f.annotate)
	case single && !strings.EqualFold(filepath.Ext(first), filepath.Ext(f.annotate)):
		return nil, wrongUsage("salinan bertanda dari `%s` berakhiran %s, bukan `%s`", "the marked copy of `%s` ends in %s, unlike `%s`", first, filepath.Ext(first), f.annotate)
	case !single && err == nil && !info.IsDir():
		return nil, wrongUsage("`%s` bukan folder", "`%s` is no folder", f.annotate)
	}
	root := commonFolder(inputs, which)
	taken := map[string]bool{}
	list := make([]markedCopy, len(which))
	for k, i := range which {
		list[k] = markedCopy{i, f.annotate}
		if !single {
			list[k].target = filepath.Join(f.annotate, apart(inputs[i].file(), root, taken))
		}
		if err := safe(list[k].target, inputs, !single); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// safe refuses to write over a file that is checked, and in a folder over one that is no marked copy: an original may lie
// there.
func safe(target string, inputs []input, folder bool) error {
	there, err := os.Stat(target)
	if err != nil {
		return nil
	}
	for i := range inputs {
		if info, err := os.Stat(inputs[i].name); err == nil && inputs[i].data == nil && os.SameFile(there, info) {
			return overwrites(target)
		}
	}
	if data, err := os.ReadFile(target); folder && err == nil && !report.IsMarked(data) {
		return wrongUsage("`%s` sudah ada dan bukan salinan bertanda; agar folder lain disebutkan", "`%s` exists and is not a marked copy; name another folder", target)
	}
	return nil
}

func overwrites(target string) *usageError {
	return &usageError{source.T("`%s` adalah berkas yang diperiksa dan tidak boleh ditimpa", "`%s` is a file to check and must not be written over", target),
		source.T("agar keluaran diberi nama lain", "give the output another name")}
}

// mark writes the marked copies. Each holds what was found in the reports its file is part of, and nothing of others.
func (a *app) mark(doc *report.Document, copies []markedCopy, b *batch) error {
	for _, c := range copies {
		name, data := b.inputs[c.input].name, b.unchanged(doc, c.input)
		if data == nil {
			continue // what cannot be read is told as a finding
		}
		var out bytes.Buffer
		if err := markCopy(&out, doc.Of(name), name, data); err != nil {
			a.complain(source.T("`%s` tidak dapat ditandai: berkasnya rusak", "`%s` cannot be marked: the file is damaged", name))
			continue
		}
		err := os.MkdirAll(filepath.Dir(c.target), 0o755)
		if err == nil {
			err = writeFile(c.target, out.Bytes())
		}
		if err != nil {
			return &failure{source.T("`%s` tidak dapat ditulis: %s", "`%s` cannot be written: %s", c.target, fileProblem(err))}
		}
	}
	return nil
}

func markCopy(w io.Writer, doc *report.Document, name string, data []byte) error {
	if source.IsWord(name) {
		return report.Annotate(w, doc, name, data)
	}
	return report.XLSX(w, doc, name, data)
}

// unchanged is the content of an input, nil if it can no longer be read or is no longer what was checked.
func (b *batch) unchanged(doc *report.Document, i int) []byte {
	data, err := b.inputs[i].read()
	if err != nil {
		return nil
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != doc.Inputs[i].SHA256 {
		return nil
	}
	return data
}

// commonFolder are the steps of the innermost folder that holds all of the inputs.
func commonFolder(inputs []input, which []int) []string {
	var root []string
	for n, i := range which {
		steps := folders(inputs[i].file())
		steps = steps[:len(steps)-1]
		if n == 0 {
			root = steps
		}
		k := 0
		for k < len(root) && k < len(steps) && root[k] == steps[k] {
			k++
		}
		root = root[:k]
	}
	return root
}

// folders are the steps of a full name; the volume of Windows is one, without what no name may hold.
func folders(file string) []string {
	volume := filepath.VolumeName(file)
	steps := strings.Split(strings.Trim(filepath.ToSlash(file[len(volume):]), "/"), "/")
	if volume != "" {
		steps = append([]string{strings.Trim(strings.NewReplacer(":", "", `\`, "-", "/", "-").Replace(volume), "-")}, steps...)
	}
	return steps
}

// apart is the name of a copy below its folder, like no other whatever the file system thinks of capitals.
func apart(file string, root []string, taken map[string]bool) string {
	name := filepath.Join(folders(file)[len(root):]...)
	ext := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	for n := 2; taken[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s (%d)%s", stem, n, ext)
	}
	taken[strings.ToLower(name)] = true
	return name
}
