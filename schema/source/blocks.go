package source

import (
	"path/filepath"
	"strings"
)

// blockReaders read the formats that people write for people.
var blockReaders = map[string]func(name string, data []byte) ([]Block, []Problem){
	".txt": TextBlocks, ".md": TextBlocks, ".docx": DocxBlocks,
}

// Blocks reads an office document into blocks. ok is false for a name that is not one.
func Blocks(name string, data []byte) (blocks []Block, problems []Problem, ok bool) {
	read := blockReaders[strings.ToLower(filepath.Ext(name))]
	if read == nil {
		return nil, nil, false
	}
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
