package source

import (
	"runtime"
	"strings"
	"testing"
)

const (
	rootLinks = `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="/xl\workbook.xml"/></Relationships>`
	bookLinks = `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/Sheet1.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/>` +
		`<Relationship Id="r3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	sheetLinks = `<Relationships><Relationship Id="r1" Type="x/comments" Target="../comments1.xml"/></Relationships>`
	oneSheet   = `<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`
	oneRow     = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.5</v></c></row></sheetData></worksheet>`
	twoLooks   = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts><font/><font><b/></font></fonts><cellStyleXfs><xf/></cellStyleXfs>` +
		`<cellXfs><xf/><xf numFmtId="164" fontId="1"><alignment indent="2"/></xf></cellXfs></styleSheet>`
	oneNote = `<comments><authors><author>Budi</author></authors><commentList><comment ref="B1" authorId="0"><text><r><t>Budi:</t></r><r><t> cek</t></r></text></comment></commentList></comments>`
)

func aBook(t testing.TB, book, styles, texts, sheet string) []byte {
	return packed(t, "_rels/.rels", rootLinks, "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", bookLinks, "xl/styles.xml", styles,
		"xl/sharedStrings.xml", texts, "xl/worksheets/sheet1.xml", sheet, "xl/worksheets/_rels/sheet1.xml.rels", sheetLinks, "xl/comments1.xml", oneNote)
}

// Names of parts are written in many ways; looks, formats, texts and notes are found all the same.
func TestXlsxParts(t *testing.T) {
	t.Parallel()
	blocks, problems := XlsxBlocks("a.xlsx", aBook(t, oneSheet, twoLooks, "<sst><si><t>Persen</t></si></sst>", oneRow))
	if len(problems) > 0 || len(blocks) != 1 {
		t.Fatalf("%v %v", blocks, problems)
	}
	c := blocks[0].Grid.Rows[0][1]
	if c.Text != "50,0%" || !c.Bold || c.Indent != 2 || len(c.Comments) != 1 || c.Comments[0].Text != "cek" {
		t.Errorf("the cell is %+v", c)
	}
}

// Each part has a bound of its own: a small file that unpacks into many sheets, styles or texts costs one finding and no more
// memory than the parts themselves.
func TestXlsxPartsAreBounded(t *testing.T) {
	many := func(open, one, shut string, n int) string { return open + strings.Repeat(one, n) + shut }
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"styles", aBook(t, oneSheet, many("<styleSheet><cellXfs>", "<xf/>", "</cellXfs></styleSheet>", 3_000_000), "<sst/>", oneRow), "lebih dari 64 MB"},
		{"a part", aBook(t, oneSheet, many("<styleSheet>", "<xf/>", "</styleSheet>", 4_000_000), "<sst/>", oneRow), "lebih dari 64 MB"},
		{"sheets", aBook(t, many("<workbook><sheets>", `<sheet name="A" r:id="r1"/>`, "</sheets></workbook>", 100_000), twoLooks, "<sst/>", oneRow), "lebih dari 1000 lembar"},
		{"texts with entities", aBook(t, oneSheet, twoLooks, `<!DOCTYPE x [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>`, oneRow), "rusak"},
		{"a sheet", aBook(t, oneSheet, twoLooks, "<sst/>", many("<worksheet><sheetData>", `<row><c s="1"/></row>`, "</sheetData></worksheet>", 4_000_000)), "lebih besar dari yang dapat dibaca"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, problems := XlsxBlocks("a.xlsx", c.data)
		runtime.ReadMemStats(&after)
		if len(problems) != 1 || !strings.Contains(problems[0].Kondisi.ID, c.want) {
			t.Errorf("%s: %v", c.name, problems)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 200<<20 {
			t.Errorf("%s: %d MB were allocated", c.name, used>>20)
		}
	}
}

// FuzzXlsxPackage feeds the parts around the sheets.
func FuzzXlsxPackage(f *testing.F) {
	f.Add(oneSheet, twoLooks, "<sst><si><t>a</t></si></sst>", oneNote)
	f.Fuzz(func(t *testing.T, book, styles, texts, notes string) {
		data := packed(t, "_rels/.rels", rootLinks, "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", bookLinks, "xl/styles.xml", styles, "xl/sharedStrings.xml", texts,
			"xl/worksheets/sheet1.xml", oneRow, "xl/worksheets/_rels/sheet1.xml.rels", sheetLinks, "xl/comments1.xml", notes)
		if blocks, problems := XlsxBlocks("a.xlsx", data); len(blocks) == 0 && len(problems) == 0 {
			t.Fatal("neither blocks nor a problem")
		}
		TemplateLike(data)
	})
}
