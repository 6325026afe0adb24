package schema

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"lkjip/schema/source"
)

// Open reads every report of a file, whatever its format. Data files give their tree as it is; of documents the tables and
// prose are recognised, and seen says what became of each table.
func Open(name string, data []byte) (docs []*source.Node, seen []TableReport, problems []source.Problem) {
	defer func() {
		if r := recover(); r != nil {
			docs, seen = nil, nil
			problems = []source.Problem{{Rule: "berkas-tak-terbaca", Place: source.Place{File: name},
				Kondisi: source.T("Isi dokumen tidak dapat diuraikan (%s)", "The document's content cannot be taken apart (%s)", fmt.Sprint(r)),
				Saran:   source.T("Agar dokumen disimpan ulang dari program asalnya", "Save the document again from the program it came from")}}
		}
	}()
	blocks, problems, ok := source.Blocks(name, data)
	if !ok {
		docs, problems = source.ReadAll(name, data)
		return docs, nil, problems
	}
	if len(blocks) == 0 {
		if len(problems) == 0 {
			problems = []source.Problem{{Rule: "berkas-tak-terbaca", Place: source.Place{File: name},
				Kondisi: source.T("Berkas kosong", "The file is empty"), Saran: source.T("Agar laporan diisikan", "Fill in the report")}}
		}
		return nil, nil, problems
	}
	blocks = captionsFirst(blocks)
	root, seen, more := recognise(name, blocks)
	unread := slices.ContainsFunc(problems, func(p source.Problem) bool { return p.Rule == "berkas-tak-terbaca" })
	switch {
	case unread && len(root.Fields) == 0:
		return nil, seen, problems // what is lacking is in the part that could not be read
	case !unread:
		more = append(more, pictured(blocks)...)
	}
	return []*source.Node{root}, seen, append(problems, more...)
}

// IsDocument reports whether files of that name hold text, which may as well be something else than a report.
func IsDocument(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".md", ".pdf", ".html", ".htm":
		return true
	}
	return source.IsWord(name)
}

// Readable reports whether files of that name can be read.
func Readable(name string) bool { return source.Readable(name) || source.HasBlocks(name) }
