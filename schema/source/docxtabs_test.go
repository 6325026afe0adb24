package source

import (
	"strings"
	"testing"
)

// run is a run of Word with its properties.
func run(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// tabbed is a paragraph whose texts tabs part.
func tabbed(texts ...string) string {
	return `<w:p><w:r><w:t>` + strings.Join(texts, `</w:t></w:r><w:r><w:tab/><w:t>`) + `</w:t></w:r></w:p>`
}

// What is written in Word and printed otherwise: hidden text, marks of notes behind figures, signs of symbol fonts.
func TestDocxRuns(t *testing.T) {
	t.Parallel()
	symbol := func(font, char string) string {
		return `<w:r><w:sym w:font="` + font + `" w:char="` + char + `"/></w:r>`
	}
	raised := `<w:vertAlign w:val="superscript"/>`
	for _, c := range []struct{ body, want string }{
		{run("", "Rp") + run("<w:vanish/>", " sementara") + run(`<w:vanish w:val="0"/>`, "500"), "Rp500"},
		{run("<w:webHidden/>", "12"), "12"},
		{run("", "Rp") + run("<w:strike/>", "450") + run(`<w:dstrike/>`, "460") + run(`<w:strike w:val="0"/>`, "500"), "Rp500"},
		{run("", "71,45") + run(raised, "1)") + run("", " tahun"), "71,45 tahun"},
		{run("", "62,50 %") + run(raised, "*)"), "62,50 %"},
		{run("", "luas 12 km") + run(raised, "2"), "luas 12 km2"},
		{run("", "pasal 3") + run(raised, " huruf a"), "pasal 3 huruf a"},
		{symbol("Symbol", "F0B3") + run("", " 90"), "≥ 90"},
		{symbol("Wingdings", "F0FC") + run("", " tercapai"), "✓ tercapai"},
		{symbol("Wingdings", "F021") + run("", "x"), "x"},
		{run("", "85") + `<w:r><w:noBreakHyphen/></w:r>` + run("", "90"), "85-90"},
	} {
		blocks, problems := DocxBlocks("x.docx", docx(t, `<w:p>`+c.body+`</w:p>`, nil))
		if len(blocks) != 1 || blocks[0].Text != c.want || len(problems) > 0 {
			t.Errorf("read %q %v, want %q", sketch(blocks), problems, c.want)
		}
	}
}

// Tables written with tab stops are tables; signatures, contents and single lines are none.
func TestDocxTabs(t *testing.T) {
	t.Parallel()
	list := map[string]string{"word/numbering.xml": `<w:numbering ` + wordNS + `><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`}
	numbered := func(texts ...string) string {
		return strings.Replace(tabbed(texts...), `<w:p>`, `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>`, 1)
	}
	leader := func(texts ...string) string {
		return strings.Replace(tabbed(texts...), `<w:p>`, `<w:p><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs></w:pPr>`, 1)
	}
	for name, c := range map[string]struct{ body, want string }{
		"a table with its total": {tabbed("No", "Program", "Anggaran") + tabbed("1", "Program A", "Rp. 500,-") + tabbed("2", "Program B", "", "", "250") + tabbed("", "Jumlah", "750") + par("Demikian."),
			"table||[No,Program,Anggaran][1,Program A,Rp. 500,-][2,Program B,250][,Jumlah,750]\npar||Demikian."},
		"numbers that Word writes": {tabbed("No", "Indikator", "Target", "Realisasi") + numbered("IKM", "81,50", "84,12") + numbered("RT aktif", "90 persen", "92,5 persen") + tabbed("Rata-rata", "", "", "102,99"),
			"table||[No,Indikator,Target,Realisasi][1.,IKM,81,50,84,12][2.,RT aktif,90 persen,92,5 persen][Rata-rata,,,102,99]"},
		"a signature":      {tabbed("", "", "Rimba, 20 Januari 2020") + tabbed("", "", "Camat") + tabbed("", "", "FULAN"), "par||Rimba, 20 Januari 2020\npar||Camat\npar||FULAN"},
		"contents":         {leader("A.", "Latar", "1") + leader("B.", "Isu", "3") + leader("C.", "Dasar", "4"), "par||A. Latar .... 1\npar||B. Isu .... 3\npar||C. Dasar .... 4"},
		"figures first":    {tabbed("1.1", "Latar", "1") + tabbed("1.2", "Isu", "2") + tabbed("1.3", "Dasar", "3"), "head|1.1|Latar 1\nhead|1.2|Isu 2\nhead|1.3|Dasar 3"},
		"names and values": {tabbed("Nama", ":", "Budi") + tabbed("Umur", ":", "50") + tabbed("Jabatan", ":", "Camat"), "par||Nama : Budi\npar||Umur : 50\npar||Jabatan : Camat"},
		"one row of data":  {tabbed("No", "Program", "Anggaran") + tabbed("1", "Program A", "500"), "par||No Program Anggaran\npar||1 Program A 500"},
	} {
		blocks, problems := DocxBlocks("x.docx", docx(t, c.body, list))
		if got := sketch(blocks); got != c.want || len(problems) > 0 {
			t.Errorf("%s: %v\ngot\n%s\nwant\n%s", name, problems, got, c.want)
		}
	}
	blocks, _ := DocxBlocks("x.docx", docx(t, par("Anggaran")+tabbed("No", "Program", "Pagu")+tabbed("1", "A", "5")+tabbed("2", "B", "6"), nil))
	if at := blocks[1].Grid.Rows[2][1].Place; at.String() != "x.docx paragraf 2 baris 3 kolom 2" || at.Spot == 0 {
		t.Errorf("the cell stands at %s, byte %d", at, at.Spot)
	}
}

// Documents with macros and templates are read; what stands in files inside a document is told.
func TestDocxKinds(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"a.docm", "A.DOTX", "a.dotm"} {
		if blocks, problems, ok := Blocks(name, docx(t, par("isi"), nil)); !ok || len(blocks) != 1 || len(problems) > 0 {
			t.Errorf("%s: %v %v", name, blocks, problems)
		}
	}
	object := func(program string) string {
		return `<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:o" ProgID="` + program + `"/></w:object></w:r></w:p>`
	}
	blocks, problems := DocxBlocks("x.docx", docx(t, par("isi")+object("Excel.Sheet.12")+object("Equation.3")+`<w:altChunk/>`, nil))
	if len(blocks) != 1 || len(problems) != 2 || !strings.Contains(problems[0].Kondisi.ID, "altChunk") || !strings.Contains(problems[1].Kondisi.ID, "1 tabel Excel") {
		t.Errorf("%v %v", blocks, problems)
	}
}
