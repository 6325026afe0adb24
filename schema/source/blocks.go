package source

import (
	"path/filepath"
	"strings"
)

// blockReaders read the formats that people write for people.
var blockReaders = map[string]func(name string, data []byte) ([]Block, []Problem){
	".txt": TextBlocks, ".md": TextBlocks, ".docx": DocxBlocks, ".docm": DocxBlocks, ".dotx": DocxBlocks, ".dotm": DocxBlocks, ".pdf": PdfBlocks,
	".html": HTMLBlocks, ".htm": HTMLBlocks, ".xls": HTMLBlocks,
	".xlsx": XlsxBlocks, ".xlsm": XlsxBlocks, ".xltx": XlsxBlocks, ".xltm": XlsxBlocks,
}

// IsWord reports whether files of that name are Word documents: with macros or as templates they hold the same.
func IsWord(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".docx", ".docm", ".dotx", ".dotm":
		return true
	}
	return false
}

// IsWorkbook reports whether files of that name are Excel workbooks, with macros or as templates.
func IsWorkbook(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".xlsm", ".xltx", ".xltm":
		return true
	}
	return false
}

// IsDocument reports whether a file is one that people write for people, to be read into blocks. A workbook is, unless it
// follows the template; an .xls is where it is a web page in truth.
func IsDocument(name string, data []byte) bool {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case ext == ".xls":
		return IsWebPage(data)
	case IsWorkbook(name):
		return !TemplateLike(data)
	default:
		return blockReaders[ext] != nil
	}
}

// Blocks reads an office document into blocks. ok is false for a name that is not one.
func Blocks(name string, data []byte) (blocks []Block, problems []Problem, ok bool) {
	if !IsDocument(name, data) {
		return nil, nil, false
	}
	read := blockReaders[strings.ToLower(filepath.Ext(name))]
	defer func() {
		if recover() != nil {
			ok = true
			problems = append(problems, unreadable(Place{File: name}, T("isi berkas membuat pembacanya gagal", "the content of the file made its reader fail"), saveAgain))
		}
	}()
	if len(data) > MaxBytes {
		return nil, []Problem{unreadable(Place{File: name}, T("berkas lebih besar dari %d MiB", "the file is larger than %d MiB", MaxBytes>>20), saveAgain)}, true
	}
	blocks, problems = read(name, data)
	return blocks, problems, true
}

// HasBlocks reports whether files with the extension of name are read into blocks, if not all of them.
func HasBlocks(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return blockReaders[ext] != nil && ext != ".xls"
}
