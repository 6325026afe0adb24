package source

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// Bounds on what is read. No report comes near them; a file beyond them is hostile or not a report.
const (
	MaxBytes = 64 << 20 // of a file, and of a workbook unpacked
	MaxDepth = 64       // maps and lists inside each other
	MaxNodes = 1 << 20  // values of one document
)

// Rules of the problems this package finds.
const (
	ruleUnreadable    = "berkas-tak-terbaca"
	ruleUnknownKey    = "kunci-tak-dikenal"
	ruleUnknownSheet  = "lembar-tak-dikenal"
	ruleBrokenFormula = "rumus-rusak"
)

type reader func(name string, data []byte) ([]*Node, []Problem)

var readers = map[string]reader{
	".yaml": readYAML,
	".yml":  readYAML,
	".json": readJSON,
	".cue":  readCUE,
	".xlsx": readXLSX, ".xlsm": readXLSX, ".xltx": readXLSX, ".xltm": readXLSX,
}

// Readable reports whether files with the extension of name can be read.
func Readable(name string) bool { return readers[strings.ToLower(filepath.Ext(name))] != nil }

// Read reads one report. The format follows from the extension of name, or from the content when the extension is unknown.
// The root is a Map; it is nil when nothing could be read, and then a problem says why. Name is put in every Place as given.
// Of a file that holds several reports the first is returned; ReadAll returns them all.
func Read(name string, data []byte) (*Node, []Problem) {
	docs, problems := ReadAll(name, data)
	if len(docs) == 0 {
		return nil, problems
	}
	if len(docs) > 1 {
		problems = append(problems, unreadable(docs[1].Place,
			T("Berkas berisi %d dokumen; hanya yang pertama dibaca", "The file holds %d documents; only the first was read", len(docs)),
			T("Agar setiap laporan disimpan dalam berkas sendiri", "Keep each report in a file of its own")))
	}
	return docs[0], problems
}

// ReadAll reads every report of a file: a YAML file may hold several, separated by "---". Other formats hold one.
// It never panics: what a library stumbles over becomes a problem.
func ReadAll(name string, data []byte) (docs []*Node, problems []Problem) {
	defer func() {
		if r := recover(); r != nil {
			docs, problems = nil, []Problem{unreadable(Place{File: name},
				T("Berkas rusak: isinya tidak dapat diuraikan (%s)", "The file is damaged: its content cannot be taken apart (%s)", fmt.Sprint(r)),
				T("Agar berkas dibuka dengan program asalnya lalu disimpan ulang", "Open the file in the program it came from and save it again"))}
		}
	}()
	read, problem := choose(name, data)
	if problem != nil {
		return nil, []Problem{*problem}
	}
	return read(name, bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
}

func choose(name string, data []byte) (reader, *Problem) {
	at := Place{File: name}
	fail := func(kondisi, saran Text) (reader, *Problem) {
		p := unreadable(at, kondisi, saran)
		return nil, &p
	}
	if len(data) > MaxBytes {
		return fail(T("Berkas berukuran %d MB, lebih dari batas %d MB", "The file is %d MB, more than the limit of %d MB", len(data)>>20, MaxBytes>>20),
			T("Agar gambar dan lembar yang tidak perlu dikeluarkan dari berkas", "Take images and sheets that are not needed out of the file"))
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))) == 0 {
		return fail(T("Berkas kosong", "The file is empty"), T("Agar data laporan diisikan", "Fill in the report's data"))
	}
	ext := strings.ToLower(filepath.Ext(name))
	content := sniff(data)
	if content == ".zip" && IsWorkbook(name) {
		content = ".xlsx" // cut off before the part that tells them apart; their reader says so
	}
	if f, ok := foreign[ext]; ok && content != ".xlsx" && content != ".ole-encrypted" {
		return fail(T("Berkas %s belum dapat dibaca", "%s files cannot be read yet", f), saveLike(ext))
	}
	read := readers[ext]
	if read == nil {
		if read = readers[content]; read == nil && content == "" {
			return fail(T("Jenis berkas tidak dikenal", "The kind of the file is not known"), saveAs)
		}
	}
	isBinary := content == ".xlsx" || foreign[content] != ""
	switch {
	case content == ".ole-encrypted":
		return fail(T("Buku kerja dilindungi kata sandi", "The workbook is protected by a password"),
			T("Agar kata sandi dilepas di Excel (File, Info, Protect Workbook, Encrypt with Password) lalu disimpan ulang",
				"Remove the password in Excel (File, Info, Protect Workbook, Encrypt with Password) and save again"))
	case foreign[content] != "":
		return fail(T("Isi berkas adalah %s, yang belum dapat dibaca", "The content is that of a %s file, which cannot be read yet", foreign[content]), saveLike(content))
	case isBinary && !IsWorkbook(name) && readers[ext] != nil:
		return fail(T("Isi berkas adalah buku kerja Excel, tetapi namanya berakhiran %s", "The content is an Excel workbook, but the name ends in %s", ext),
			T("Agar akhiran nama berkas diganti menjadi .xlsx", "Change the ending of the file name to .xlsx"))
	case IsWorkbook(name) && content != ".xlsx":
		return fail(T("Berkas berakhiran %s, tetapi isinya bukan buku kerja Excel yang utuh", "The file ends in %s, but its content is not a whole Excel workbook", ext),
			T("Agar berkas diunduh atau disalin ulang, lalu disimpan dari Excel sebagai Excel Workbook (.xlsx)",
				"Download or copy the file again, then save it from Excel as Excel Workbook (.xlsx)"))
	case isBinary:
		return read, nil
	}
	if p := checkText(at, data); p != nil {
		return nil, p
	}
	return read, nil
}

var saveAs = T("Agar data disimpan sebagai .xlsx (lembar templat), .yaml, .json, atau .cue", "Save the data as .xlsx (template sheets), .yaml, .json or .cue")

// saveLike says how to save a file of another program: documents stay documents.
func saveLike(ext string) Text {
	switch ext {
	case ".doc", ".odt", ".rtf", ".html", ".htm":
		return T("Agar dokumen dibuka di Word lalu disimpan sebagai Word Document (.docx)", "Open the document in Word and save it as Word Document (.docx)")
	case ".xls", ".ods", ".xlsb", ".csv":
		return T("Agar berkas dibuka di Excel lalu disimpan sebagai Excel Workbook (.xlsx)", "Open the file in Excel and save it as Excel Workbook (.xlsx)")
	}
	return saveAs
}

// foreign names formats that are recognised in order to say so.
var foreign = map[string]string{
	".xls": "Excel 97-2003 (.xls)", ".ods": "OpenDocument (.ods)", ".csv": "CSV", ".xlsb": "Excel biner (.xlsb)",
	".docx": "Word (.docx)", ".doc": "Word 97-2003 (.doc)", ".odt": "OpenDocument (.odt)", ".rtf": "RTF", ".pptx": "PowerPoint (.pptx)",
	".pdf": "PDF", ".txt": "teks (.txt)", ".md": "Markdown (.md)", ".html": "HTML", ".htm": "HTML", ".xml": "XML", ".zip": "ZIP",
}

// sniff tells the extension that fits the content, "" when it is nothing known.
func sniff(data []byte) string {
	ole := []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}
	switch {
	case bytes.HasPrefix(data, ole[:4]):
		// Names of streams inside the container are UTF-16.
		if bytes.Contains(data, utf16le("EncryptedPackage")) {
			return ".ole-encrypted"
		}
		if bytes.Contains(data, utf16le("WordDocument")) {
			return ".doc"
		}
		return ".xls"
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return sniffZip(data)
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return ".pdf"
	case bytes.HasPrefix(data, []byte("{\\rtf")):
		return ".rtf"
	}
	text := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	if bytes.IndexByte(text, 0) >= 0 || len(text) == 0 {
		return ""
	}
	switch {
	case text[0] == '{' || text[0] == '[':
		return ".json"
	case bytes.HasPrefix(text, []byte("package ")), bytes.HasPrefix(text, []byte("//")), bytes.HasPrefix(text, []byte("import ")):
		return ".cue"
	case text[0] == '<':
		return ".html"
	}
	return ".yaml"
}

func sniffZip(data []byte) string {
	for _, known := range [...]struct{ part, ext string }{
		{"xl/workbook.bin", ".xlsb"}, {"xl/", ".xlsx"}, {"word/", ".docx"}, {"ppt/", ".pptx"},
		{"opendocument.spreadsheet", ".ods"}, {"opendocument.text", ".odt"},
	} {
		if bytes.Contains(data, []byte(known.part)) {
			return known.ext
		}
	}
	return ".zip"
}

func utf16le(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// checkText refuses what is not UTF-8 text, with the place of the first wrong byte.
func checkText(at Place, data []byte) *Problem {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		p := unreadable(at, T("Berkas disimpan dalam UTF-16", "The file is saved as UTF-16"), saveUTF8)
		return &p
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 || r == 0 {
			before := data[:i]
			at.Line = 1 + bytes.Count(before, []byte("\n"))
			at.Column = i - bytes.LastIndexByte(before, '\n')
			p := unreadable(at, T("Berkas bukan teks UTF-8: byte 0x%02X tidak sah", "The file is not UTF-8 text: byte 0x%02X is not valid", data[i]), saveUTF8)
			return &p
		}
		i += size
	}
	return nil
}

var saveUTF8 = T("Agar berkas disimpan ulang dengan pengodean UTF-8", "Save the file again with UTF-8 encoding")

func unreadable(at Place, kondisi, saran Text) Problem {
	return Problem{Rule: ruleUnreadable, Place: at, Kondisi: kondisi, Saran: saran}
}

func notAMap(at Place) Problem {
	return unreadable(at, T("Isi paling luar bukan pasangan kunci dan nilai", "The outermost value is not made of keys and values"),
		T("Agar berkas dimulai dengan bagian laporan, misalnya “instansi:” dan “tahun:”", "Begin the file with the report's sections, such as “instansi:” and “tahun:”"))
}

func onlyComments(name string) Problem {
	return unreadable(Place{File: name}, T("Berkas tidak berisi data", "The file holds no data"), T("Agar data laporan diisikan", "Fill in the report's data"))
}

func tooDeep(at Place) Problem {
	return unreadable(at, T("Data bersarang lebih dari %d tingkat", "Data is nested deeper than %d levels", MaxDepth),
		T("Agar susunan data mengikuti contoh laporan", "Follow the layout of the example report"))
}

func tooMany(at Place) Problem {
	return unreadable(at, T("Data berisi lebih dari %d nilai", "The data holds more than %d values", MaxNodes),
		T("Agar setiap laporan disimpan dalam berkas sendiri", "Keep each report in a file of its own"))
}

func broken(at Place, format string, reason Text) Problem {
	return unreadable(at, T("Susunan "+format+" rusak: %s", "Broken "+format+": %s", reason),
		T("Agar penulisan di tempat ini dan baris sebelumnya diperiksa", "Check what is written here and on the line before"))
}
