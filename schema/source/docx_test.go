package source

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// docx packs a document from the XML of its body and other parts.
func docx(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	write := func(name, content string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	write("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)
	write("word/document.xml", `<w:document `+wordNS+`><w:body>`+body+`</w:body></w:document>`)
	for name, content := range parts {
		write(name, content)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func par(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func tc(properties, text string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + par(text) + `</w:tc>`
}

// sketch writes blocks out, a line each.
func sketch(blocks []Block) string {
	var lines []string
	for _, b := range blocks {
		line := strings.Join([]string{[]string{"par", "head", "item", "cap", "table", "note"}[b.Kind], b.Number, b.Text}, "|")
		if b.Grid != nil {
			for _, row := range b.Grid.Rows {
				var cells []string
				for _, c := range row {
					if c.Covered {
						cells = append(cells, "^")
					} else {
						cells = append(cells, c.Text)
					}
				}
				line += "[" + strings.Join(cells, ",") + "]"
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestDocxBlocks(t *testing.T) {
	t.Parallel()
	numbering := `<w:numbering ` + wordNS + `><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>` +
		`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`
	comments := `<w:comments ` + wordNS + `><w:comment w:id="1"><w:p><w:r><w:t>want sisa-tak-sesuai</w:t></w:r></w:p></w:comment></w:comments>`
	numbered := func(level, text string) string {
		return `<w:p><w:pPr><w:outlineLvl w:val="` + level + `"/><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	body := numbered("0", "Akuntabilitas Kinerja") + numbered("1", "Capaian Kinerja") + numbered("1", "Realisasi Anggaran") +
		`<w:p><w:r><w:t>Pagu </w:t></w:r><w:del><w:r><w:delText>lama</w:delText></w:r></w:del><w:ins><w:r><w:t>baru</w:t></w:r></w:ins></w:p>` +
		par("Tabel 3.9. Realisasi Program") +
		`<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "No") + tc(`<w:gridSpan w:val="2"/>`, "Target") + `</w:tr>` +
		`<w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "2023") + tc("", "2024") + `</w:tr>` +
		`<w:tr>` + tc("", "1") + tc("", "70,00") + `<w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>80,00</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="1"/></w:r></w:p></w:tc></w:tr></w:tbl>` +
		`<w:p><mc:AlternateContent><mc:Choice><w:txbxContent>` + par("Kotak teks") + `</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + par("Kotak teks") + `</w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>`
	blocks, problems := DocxBlocks("laporan.docx", docx(t, body, map[string]string{"word/numbering.xml": numbering, "word/comments.xml": comments}))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := strings.Join([]string{
		"head|3.|Akuntabilitas Kinerja",
		"head|3.1.|Capaian Kinerja",
		"head|3.2.|Realisasi Anggaran",
		"par||Pagu baru",
		"cap|Tabel 3.9|Realisasi Program",
		"table||[No,Target,^][^,2023,2024][1,70,00,80,00]",
		"note||Kotak teks",
	}, "\n")
	if got := sketch(blocks); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	grid := blocks[5].Grid
	cell := grid.Rows[2][2]
	if grid.Rows[0][0].Rows != 2 || grid.Rows[0][1].Cols != 2 {
		t.Errorf("spans of the heading: %d rows, %d columns, want 2 and 2", grid.Rows[0][0].Rows, grid.Rows[0][1].Cols)
	}
	if len(cell.Comments) != 1 || cell.Comments[0].Text != "want sisa-tak-sesuai" || !cell.Bold {
		t.Errorf("the comment and the bold of the cell are lost: %+v", cell)
	}
	if got := cell.Place.String(); got != "laporan.docx tabel 1 baris 3 kolom 3" {
		t.Errorf("the cell stands at %q", got)
	}
}

// Word keeps names and numbers of headings in styles and lists, numbers empty cells by itself, and leaves marks in the text
// that nobody sees. A table of one cell is a frame.
func TestDocxStyles(t *testing.T) {
	t.Parallel()
	numbering := `<w:numbering ` + wordNS + `><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="BAB %1"/></w:lvl>` +
		`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Judul2"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>` +
		`<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
	styles := `<w:styles ` + wordNS + `><w:style w:styleId="Judul1"><w:name w:val="heading 1"/><w:basedOn w:val="Judul1"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="Judul2"><w:name w:val="heading 2"/><w:basedOn w:val="Judul1"/></w:style><w:style w:styleId="Tebal"><w:rPr><w:b/></w:rPr></w:style></w:styles>`
	styled := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	number := func(list string) string {
		return `<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr></w:p></w:tc>`
	}
	body := styled("Judul1", "PENDAHULUAN") + styled("Judul2", "Latar") + styled("Judul1", "PERENCANAAN") + styled("Judul2", "Renstra") +
		par("Tabel 2.1") + par("Kiner\u00adja") +
		`<w:tbl><w:tr>` + number("3") + `<w:tc>` + styled("Tebal", "a") + `</w:tc></w:tr><w:tr>` + number("3") + `<w:tc><w:p><w:pPr><w:ind w:left="860" w:hanging="300"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` +
		`<w:tbl><w:tr>` + number("4") + tc("", "x") + `</w:tr></w:tbl><w:tbl><w:tr><w:tc>` + par("Bingkai") + `<w:tbl><w:tr>` + tc("", "1") + tc("", "2") + `</w:tr></w:tbl></w:tc></w:tr></w:tbl>`
	blocks, problems := DocxBlocks("laporan.docx", docx(t, body, map[string]string{"word/numbering.xml": numbering, "word/styles.xml": styles,
		"word/endnotes.xml": `<w:endnotes ` + wordNS + `><w:endnote>` + par("Catatan akhir") + `</w:endnote></w:endnotes>`}))
	want := strings.Join([]string{"head|BAB I|BAB I PENDAHULUAN", "head|1.1|Latar", "head|BAB II|BAB II PERENCANAAN", "head|2.1|Renstra",
		"cap|Tabel 2.1|Kinerja", "table||[1.,a][2.,bc]", "table||[1.,x]", "par||Bingkai", "table||[1,2]", "note||Catatan akhir"}, "\n")
	if got := sketch(blocks); got != want || len(problems) > 0 {
		t.Fatalf("%v\ngot\n%s\nwant\n%s", problems, got, want)
	}
	a, b := blocks[5].Grid.Rows[0][1], blocks[5].Grid.Rows[1][1]
	if !a.Bold || b.Bold || a.Indent != 0 || b.Indent != 2 {
		t.Errorf("bold %v and %v, indented %d and %d, want true and false, 0 and 2", a.Bold, b.Bold, a.Indent, b.Indent)
	}
}

// The package says which part holds the text; other producers call it otherwise.
func TestDocxMainPart(t *testing.T) {
	t.Parallel()
	data := docx(t, par("lama"), map[string]string{"_rels/.rels": `<Relationships><Relationship Type="http://x/officeDocument" Target="/ms/isi.xml"/></Relationships>`,
		"ms/isi.xml": `<w:document ` + wordNS + `><w:body>` + par("baru") + `</w:body></w:document>`})
	if blocks, _ := DocxBlocks("x.docx", data); len(blocks) != 1 || blocks[0].Text != "baru" {
		t.Errorf("read %+v", blocks)
	}
}

func TestDocxHostile(t *testing.T) {
	t.Parallel()
	good := docx(t, par("x"), nil)
	deep := strings.Repeat("<w:tbl><w:tr><w:tc>", 2000)
	for name, data := range map[string][]byte{
		"not a zip":      []byte("PK\x03\x04 no"),
		"truncated":      good[:len(good)/2],
		"no document":    zipOf(t, "a.txt", "x"),
		"deep nesting":   docx(t, deep, nil),
		"entity bomb":    zipOf(t, "word/document.xml", `<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><w:document `+wordNS+`><w:body>&c;</w:body></w:document>`),
		"broken XML":     zipOf(t, "word/document.xml", `<w:document><w:body><w:p>`),
		"empty":          docx(t, "", nil),
		"zip bomb":       zipOf(t, "word/document.xml", strings.Repeat(" ", maxDocxPart+10)),
		"wrong charset":  zipOf(t, "word/document.xml", `<?xml version="1.0" encoding="utf-16"?><a/>`),
		"old Word":       append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), utf16le("WordDocument")...),
		"nothing at all": nil,
	} {
		if _, problems := DocxBlocks(name, data); len(problems) != 1 || problems[0].Rule != ruleUnreadable || problems[0].Saran.ID == "" {
			t.Errorf("%s: %d problems, want one that says what to do", name, len(problems))
		}
	}
}

// A bound that was met is named, and what stands before it is read.
func TestDocxBounds(t *testing.T) {
	t.Parallel()
	for want, body := range map[string]string{
		"paragraf": strings.Repeat(`<w:p/>`, maxDocxParas+1),
		"baris":    `<w:tbl>` + strings.Repeat(`<w:tr/>`, maxTextRows+1) + `</w:tbl>`,
		"tingkat":  strings.Repeat("<w:tbl><w:tr><w:tc>", maxDocxDepth),
	} {
		blocks, problems := DocxBlocks("x.docx", docx(t, par("awal")+body, nil))
		if len(blocks) == 0 || blocks[0].Text != "awal" || len(problems) != 1 || !strings.Contains(problems[0].Kondisi.ID, want) {
			t.Errorf("%s: %d blocks, %+v", want, len(blocks), problems)
		}
	}
}

func zipOf(t testing.TB, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte(content))
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func FuzzDocx(f *testing.F) {
	f.Add(par("x") + `<w:tbl><w:tr>` + tc(`<w:vMerge/><w:gridSpan w:val="3"/>`, "1") + `</w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		blocks, _ := DocxBlocks("x.docx", docx(t, body, nil))
		for _, b := range blocks {
			if b.Place.IsZero() {
				t.Errorf("a block without a place: %+v", b)
			}
		}
	})
}
