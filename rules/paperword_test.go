package rules

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"lkjip/schema/source"
)

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// wordOf lays a report out as a Word document for printing.
func wordOf(t *testing.T, blocks []printedBlock, p paper) []byte {
	t.Helper()
	var w strings.Builder
	for i := range blocks {
		b := &blocks[i]
		text := emphasis.Replace(b.words())
		switch {
		case i < 3:
			wordText(&w, text, "center", 40, true, i == 0, false)
		case b.toc != nil:
			for _, l := range b.toc {
				w.WriteString(`<w:p><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs></w:pPr><w:r><w:t>`)
				_ = xml.EscapeText(&w, []byte(l[0]))
				fmt.Fprintf(&w, `</w:t></w:r><w:r><w:tab/><w:t>%s</w:t></w:r></w:p>`, l[1])
			}
		case b.table != nil && p.landscape && b.table.wide():
			w.WriteString(`<w:p><w:pPr>` + wordSection(p, false) + `</w:pPr></w:p>`)
			b.table.word(&w, p)
			w.WriteString(`<w:p><w:pPr>` + wordSection(p, true) + `</w:pPr></w:p>`)
		case b.table != nil:
			b.table.word(&w, p)
			w.WriteString(`<w:p/>`)
		case b.Kind == source.Heading && (b.Level == 1 || strings.HasPrefix(b.Text, "BAB ")), text == "LAMPIRAN", strings.HasPrefix(text, "DAFTAR "), text == "KATA PENGANTAR":
			for k, line := range strings.Split(text, "\n") {
				wordText(&w, line, "center", 28, true, k == 0, true)
			}
		case b.Kind == source.Heading:
			wordText(&w, text, "left", int(2*p.points), true, false, true)
		case b.Kind == source.Caption:
			wordText(&w, text, "center", int(2*p.points), true, false, true)
		default:
			wordText(&w, text, "both", int(2*p.points), false, false, false)
		}
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	running := func(tag, align, content string) string {
		return fmt.Sprintf(`<w:%s %s><w:p><w:pPr><w:jc w:val="%s"/></w:pPr>%s</w:p></w:%s>`, tag, wordSpace, align, content, tag)
	}
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
		{"word/styles.xml", fmt.Sprintf(`<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="%[2]s" w:hAnsi="%[2]s"/><w:sz w:val="%[3]d"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`, wordSpace, p.font, int(2*p.points))},
		{"word/header1.xml", running("hdr", "right", `<w:r><w:t>LKjIP BKPSDM Tahun 2024</w:t></w:r>`)},
		{"word/footer1.xml", running("ftr", "center", `<w:r><w:t xml:space="preserve">Halaman </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`)},
		{"word/document.xml", `<w:document ` + wordSpace + `><w:body>` + w.String() + wordSection(p, false) + `</w:body></w:document>`},
	} {
		f, err := z.Create(part[0])
		if err == nil {
			_, err = f.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func wordSection(p paper, lying bool) string {
	size := `w:w="11906" w:h="16838"`
	if lying {
		size = `w:w="16838" w:h="11906" w:orient="landscape"`
	}
	return fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/><w:pgSz %[1]s/><w:pgMar w:top="%[2]d" w:bottom="%[2]d" w:left="%[2]d" w:right="%[2]d" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>`,
		size, p.margin*57)
}

func wordText(w *strings.Builder, text, align string, size int, bold, newPage, next bool) {
	mark := func(yes bool, tag string) string {
		if yes {
			return "<w:" + tag + "/>"
		}
		return ""
	}
	fmt.Fprintf(w, `<w:p><w:pPr>%s%s<w:spacing w:after="100"/><w:jc w:val="%s"/></w:pPr><w:r><w:rPr>%s<w:sz w:val="%d"/></w:rPr><w:t>`, mark(next, "keepNext"), mark(newPage, "pageBreakBefore"), align, mark(bold, "b"), size)
	_ = xml.EscapeText(w, []byte(text))
	w.WriteString(`</w:t></w:r></w:p>`)
}

func (t *printedTable) word(w *strings.Builder, p paper) {
	width := 11906.0 - 2*57*float64(p.margin)
	if p.landscape && t.wide() {
		width = 16838.0 - 2*57*float64(p.margin)
	}
	line := `w:val="single" w:sz="4"`
	if p.unruled {
		line = `w:val="nil"`
	}
	fmt.Fprintf(w, `<w:tbl><w:tblPr><w:tblW w:w="%.0f" w:type="dxa"/><w:tblBorders><w:top %[2]s/><w:left %[2]s/><w:bottom %[2]s/><w:right %[2]s/><w:insideH %[2]s/><w:insideV %[2]s/></w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, width, line)
	shares := t.shares()
	for _, s := range shares {
		fmt.Fprintf(w, `<w:gridCol w:w="%.0f"/>`, s*width)
	}
	w.WriteString(`</w:tblGrid>`)
	for i, row := range t.rows {
		w.WriteString(`<w:tr>`)
		if i < t.head && !p.once {
			w.WriteString(`<w:trPr><w:tblHeader/></w:trPr>`)
		}
		for j := 0; j < len(row); j++ {
			c := row[j]
			merge := ""
			if c.Covered { // by a cell above, since those at the side are passed over
				merge = `<w:vMerge/>`
			} else if c.Rows > 1 {
				merge = `<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>`
			}
			span := max(c.Cols, 1)
			share := 0.0
			for _, s := range shares[j : j+span] {
				share += s
			}
			align := "left"
			if i < t.head {
				align = "center"
			} else if right(c.Text) && j > 0 {
				align = "right"
			}
			fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%.0f" w:type="dxa"/><w:gridSpan w:val="%d"/>%s</w:tcPr>`, share*width, span, merge)
			text := emphasis.Replace(c.Text)
			if c.Covered {
				text = ""
			}
			fmt.Fprintf(w, `<w:p><w:pPr><w:jc w:val="%s"/></w:pPr><w:r><w:rPr><w:sz w:val="%d"/></w:rPr><w:t>`, align, int(2*t.points(p)))
			_ = xml.EscapeText(w, []byte(text))
			w.WriteString(`</w:t></w:r></w:p></w:tc>`)
			j += span - 1
		}
		w.WriteString(`</w:tr>`)
	}
	w.WriteString(`</w:tbl>`)
}
