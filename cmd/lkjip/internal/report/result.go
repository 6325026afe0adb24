package report

import (
	"archive/zip"
	"bytes"
	"strings"

	"lkjip/schema/source"
)

// IsMarked reports whether a file is a copy of a workbook or Word document that a result has marked.
func IsMarked(data []byte) bool {
	return bytes.Contains(partOf(data, func(name string) bool { return name == "xl/workbook.xml" }), []byte(source.ResultName)) ||
		bytes.Contains(partOf(data, func(name string) bool { return strings.HasPrefix(name, "word/comments") }), []byte(`author="`+source.Author+`"`))
}

// IsResult reports whether a file is a result that holds no report: it lies among the reports of a folder by chance.
func IsResult(data []byte) bool {
	if len(data) > 0 && data[0] == '{' {
		head := data[:min(len(data), 400)]
		return bytes.Contains(head, []byte(`"tool": {`)) && bytes.Contains(head, []byte(`"ruleset"`))
	}
	if bytes.HasPrefix(data, []byte("<!DOCTYPE html>")) {
		return bytes.Contains(data[:min(len(data), 1000)], []byte(htmlProgram))
	}
	if bytes.Contains(partOf(data, func(name string) bool { return name == docxApp }), []byte(docxProgram)) {
		return true
	}
	book := partOf(data, func(name string) bool { return name == "xl/workbook.xml" })
	ours := bytes.Count(book, []byte(`"`+source.ResultName))
	return ours > 0 && ours == bytes.Count(book, []byte("<sheet "))
}

// partOf is the first part of an archive with such a name, nil where there is none.
func partOf(data []byte, wanted func(string) bool) []byte {
	if !bytes.HasPrefix(data, []byte("PK")) {
		return nil
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	for _, f := range z.File {
		if wanted(f.Name) {
			content, _ := inflate(f) // what cannot be read is not ours
			return content
		}
	}
	return nil
}
