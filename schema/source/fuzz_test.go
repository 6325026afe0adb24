package source

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
)

// checkTree holds what every reader promises, whatever it is fed: either a tree or a problem, a Map on top, and a place inside
// the file for every scalar and comment. What was read is then written in each format and must read back the same.
func checkTree(t *testing.T, name string, data []byte) {
	docs, problems := ReadAll(name, data)
	if len(docs) == 0 && len(problems) == 0 {
		t.Fatal("neither data nor a problem")
	}
	for _, p := range problems {
		if p.Rule == "" || p.Kondisi.ID == "" || p.Kondisi.EN == "" || !strings.HasPrefix(p.Saran.ID, "Agar ") || p.Place.File != name {
			t.Fatalf("a problem without words or place: %+v", p)
		}
		if strings.Contains(p.Kondisi.EN, "runtime error") || strings.Contains(p.Kondisi.EN, "nil pointer") {
			t.Fatalf("a panic of our own: %+v", p)
		}
	}
	size := 1 + bytes.Count(data, []byte("\n"))
	for _, root := range docs {
		if root.Kind != Map {
			t.Fatal("the root is no map")
		}
		root.Walk(func(n *Node) {
			scalar := n.Kind != Map && n.Kind != List
			if n.Place.File != name || scalar && n.Place.IsZero() || n.Place.Line > size {
				t.Fatalf("%s stands at %+v", n.Path(), n.Place)
			}
			for _, c := range n.Comments {
				if c.Place.File != name || c.Place.IsZero() || c.Place.Line > size {
					t.Fatalf("comment %q stands at %+v", c.Text, c.Place)
				}
			}
		})
		for ext, write := range map[string]func(*Node) []byte{".yaml": WriteYAML, ".json": WriteJSON, ".cue": WriteCUE} {
			written := write(root)
			back, problems := Read("back"+ext, written)
			if len(problems) > 0 {
				if len(root.Fields) == 0 && ext == ".cue" {
					continue // CUE has no way to write an empty file that is data
				}
				t.Fatalf("%s: %+v\n%s", ext, problems, written)
			}
			if d := same(root, back, true, false); d != "" && !(ext == ".cue" && repeats(root)) {
				t.Fatalf("%s: %s\n%s", ext, d, written)
			}
		}
	}
}

// repeats reports whether a key stands twice: CUE unifies such fields.
func repeats(root *Node) bool {
	found := false
	root.Walk(func(n *Node) {
		for i := range n.Fields {
			found = found || n.Get(n.Fields[i].Key) != n.Fields[i].Value
		}
	})
	return found
}

func FuzzYAML(f *testing.F) {
	for _, s := range []string{rich, "a: |\n  x # y\n # z\nb: &x {c: [1, 2]} # d\ne: *x\n", "---\n# a\n...\n%YAML 1.1\n---\n? a\n: b\n", "a: {<<: {b: 1}, b: 2}\n", "\"a\n b\": 'c\n\n d'\n", "a: >+\n\n b\n\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkTree(t, "f.yaml", data) })
}

func FuzzJSON(f *testing.F) {
	root, _ := Read("rich.yaml", []byte(rich))
	for _, s := range []string{string(WriteJSON(root)), "{\"a\":[1,2.50,\"\\ud83d\\ude00\",{}],\"a\":null}", "{\"\":{\"<<\":-0e5}}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkTree(t, "f.json", data) })
}

func FuzzCUE(f *testing.F) {
	root, _ := Read("rich.yaml", []byte(rich))
	for _, s := range []string{string(WriteCUE(root)), "package x\n// a\na: b: 1_000 // c\n{d: 2M}\n", "x: 1\ny: x+1\nz: \"\\(y)\"\n", "a: #\"b\\#n\"#\nl: [1, ...]\n", "a?: 1\n_b: 2\n#C: {d: 1}\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkTree(t, "f.cue", data) })
}

func FuzzXLSX(f *testing.F) {
	root, _ := Read("rich.yaml", []byte(rich))
	var book bytes.Buffer
	if err := WriteXLSX(root, &book); err != nil {
		f.Fatal(err)
	}
	f.Add(book.Bytes())
	f.Add(workbook(f, "Anggaran", rows{{"Kode", "Pagu"}, {"1", formula("1/0")}, {nil, "Jumlah"}}))
	f.Fuzz(func(t *testing.T, data []byte) { checkTree(t, "f.xlsx", data) })
}

// FuzzCells feeds the cell reader directly, past the zip container that a mutation would only break.
func FuzzCells(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Kode</t></is></c><c r="B1" t="str"><v>Pagu</v></c></row><row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" s="1"><v>1E-300</v></c><c t="e"><v>#REF!</v></c></row></sheetData></worksheet>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &xlsxReader{name: "f.xlsx", root: &Node{Kind: Map, Place: Place{File: "f.xlsx"}}, at: map[sheetCell]*Node{}}
		s := sheetReader{xml: xmlScanner{data: data}, format: func(style int) numberFormat {
			return parseFormat([]string{"General", "0.00", "0%", "d/m/yyyy", "#,##0.0#;(0)"}[max(style, 0)%5])
		}}
		table := tableReader{xlsxReader: r, layout: &xlsxLayout[7], sheet: "Anggaran"}
		var row []cell
		_, _ = s.read(func(c cell) {
			if len(row) > 0 && row[0].row != c.row {
				table.row(row)
				row = row[:0]
			}
			row = append(row, c)
		})
		if len(row) > 0 {
			table.row(row)
		}
		r.root.Walk(func(n *Node) {
			if n.Kind == Number && !machineNumber.MatchString(n.Text) {
				t.Fatalf("%s: %q is no machine number", n.Path(), n.Text)
			}
		})
	})
}

// Whole fixtures keep the promises too.
func TestFixturesKeepPromises(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../fixtures/bad/balangan-2024.yaml")
	if err != nil {
		t.Fatal(err)
	}
	checkTree(t, "balangan-2024.yaml", data)
}

// FuzzScanner holds the scanner of worksheets against encoding/xml: what that reads without complaint both read alike.
func FuzzScanner(f *testing.F) {
	f.Add([]byte("<a:b x='1>2' y=\"&amp;&#65;\"><!-- c --><c/>t &lt;\r\n<![CDATA[<&]]></a:b>"))
	f.Add([]byte("<?xml version=\"1.0\"?><row r=\"1\"><c r=\"A1\" t='s' ><v>0</v></c></row>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.Contains(data, []byte("<!")) && !bytes.Contains(data, []byte("<!--")) && !bytes.Contains(data, []byte("<![CDATA[")) {
			t.Skip("document types are refused")
		}
		want, ok := librarySays(data)
		if !ok {
			t.Skip("not well formed")
		}
		if got := scannerSays(data); got != want {
			t.Fatalf("%q:\n got %q\nwant %q", data, got, want)
		}
	})
}

func librarySays(data []byte) (string, bool) {
	var b strings.Builder
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := dec.Token() // checks nesting, unlike RawToken
		if err == io.EOF {
			return b.String(), true
		}
		if err != nil {
			return "", false
		}
		switch e := tok.(type) {
		case xml.StartElement:
			b.WriteString("<" + e.Name.Local)
			seen := map[string]bool{}
			for _, a := range e.Attr {
				if seen[a.Name.Local] || a.Name.Local == "xmlns" || a.Name.Space == "xmlns" {
					return "", false
				}
				seen[a.Name.Local] = true
			}
			for _, a := range e.Attr {
				b.WriteString(" " + a.Name.Local + "=" + a.Value)
			}
			b.WriteString(">")
		case xml.EndElement:
			b.WriteString("</" + e.Name.Local + ">")
		case xml.CharData:
			b.WriteString(string(e))
		case xml.Directive:
			return "", false
		}
	}
}

func scannerSays(data []byte) string {
	var b strings.Builder
	s := xmlScanner{data: data}
	names := regexp.MustCompile(`([^\s=:"']+)\s*=\s*("[^"]*"|'[^']*')`)
	for {
		switch s.next() {
		case xmlEOF:
			return b.String()
		case xmlBad:
			return "bad"
		case xmlStart:
			b.WriteString("<" + string(s.name))
			for _, m := range names.FindAllSubmatch(s.attrs, -1) {
				b.WriteString(" " + string(m[1]) + "=" + s.attr(string(m[1])))
			}
			b.WriteString(">")
		case xmlEnd:
			b.WriteString("</" + string(s.name) + ">")
		case xmlText:
			b.WriteString(s.text())
		}
	}
}
