package rules

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"lkjip/schema"
	"lkjip/schema/source"
)

// TestWrittenReports writes the whole text reports as Word documents and as web pages, headings merged and tables cut where
// pages end, and finds the same in them.
func TestWrittenReports(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"good", "bad"} {
		path := "../fixtures/" + kind + "/balangan-2024.txt"
		for name, write := range map[string]func(*testing.T, []source.Block) []byte{
			"laporan.docx": wordDocument,
			"laporan.html": func(_ *testing.T, blocks []source.Block) []byte { return htmlOf(onPaper(blocks, paper{}), paper{}) },
			"lanjutan.htm": func(_ *testing.T, blocks []source.Block) []byte {
				return htmlOf(onPaper(blocks, paper{once: true, merged: true}), paper{})
			},
		} {
			t.Run(kind+"/"+name, func(t *testing.T) {
				t.Parallel()
				docs, _, problems := schema.Open(name, write(t, textBlocks(t, path)))
				if len(docs) != 1 {
					t.Fatalf("the document is not read: %v", problems)
				}
				var got []string
				for _, f := range Check([]Report{Load(docs[0], problems)}, Options{}).Findings {
					got = append(got, f.Rule+" | "+f.Path)
				}
				slices.Sort(got)
				if want := rulesAndPaths(foundIn(t, path)); !slices.Equal(got, want) {
					t.Errorf("missing\n%s\ntoo many\n%s", strings.Join(without(want, got), "\n"), strings.Join(without(got, want), "\n"))
				}
			})
		}
	}
}

func wordDocument(t *testing.T, blocks []source.Block) []byte {
	t.Helper()
	var body strings.Builder
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Grid != nil:
			wordTable(&body, b.Grid.Rows)
		case b.Kind == source.Caption:
			wordParagraph(&body, b.Number+". "+b.Text)
		case b.Kind == source.Heading && !strings.HasPrefix(b.Text, b.Number), b.Kind == source.Item:
			wordParagraph(&body, strings.TrimSpace(b.Number+" "+b.Text))
		default:
			wordParagraph(&body, b.Text)
		}
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create("word/document.xml")
	if err == nil {
		_, err = fmt.Fprintf(w, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>`, body.String())
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func wordParagraph(body *strings.Builder, text string) {
	body.WriteString(`<w:p><w:r><w:t>`)
	_ = xml.EscapeText(body, []byte(text))
	body.WriteString(`</w:t></w:r></w:p>`)
}

// wordTable writes rows; in the headings a cell left empty is merged with the one on its left where texts stand below it,
// else with the one above.
func wordTable(body *strings.Builder, rows [][]source.Cell) {
	head := 0
	for i := 1; i < min(len(rows), 4); i++ {
		if strings.Trim(rows[i][0].Text, "()") == "1" && head == 0 && strings.Trim(rows[i][1].Text, "()") == "2" {
			head = i
		}
	}
	below := func(r, c int) bool {
		return r+1 < head && rows[r+1][c].Text != ""
	}
	body.WriteString(`<w:tbl>`)
	for r, row := range rows {
		body.WriteString(`<w:tr>`)
		for c := 0; c < len(row); c++ {
			span, merge := 1, ""
			if r < head {
				for row[c].Text != "" && c+span < len(row) && row[c+span].Text == "" && below(r, c+span) {
					span++
				}
				switch {
				case r+1 < head && !below(r, c):
					merge = `<w:vMerge w:val="restart"/>`
				case r > 0 && row[c].Text == "":
					merge = `<w:vMerge/>`
				}
			}
			fmt.Fprintf(body, `<w:tc><w:tcPr><w:gridSpan w:val="%d"/>%s</w:tcPr>`, span, merge)
			wordParagraph(body, row[c].Text)
			body.WriteString(`</w:tc>`)
			c += span - 1
		}
		body.WriteString(`</w:tr>`)
	}
	body.WriteString(`</w:tbl>`)
}
