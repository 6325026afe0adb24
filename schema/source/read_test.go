package source

import (
	"fmt"
	"strings"
	"testing"
)

// dump writes a tree one value a line: path, kind, text, place, comments.
func dump(n *Node) string {
	var b strings.Builder
	kinds := [...]string{"null", "bool", "number", "string", "list", "map"}
	n.Walk(func(n *Node) {
		fmt.Fprintf(&b, "%s %s %q %s", n.Path(), kinds[n.Kind], n.Text, n.Place.Short())
		for _, c := range n.Comments {
			fmt.Fprintf(&b, " <%s %s>", c.Text, c.Place.Short())
		}
		b.WriteByte('\n')
	})
	return b.String()
}

func diff(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(strings.TrimSpace(got), "\n"), strings.Split(strings.TrimSpace(want), "\n")
	for i := range max(len(g), len(w)) {
		a, b := "", ""
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = strings.TrimLeft(w[i], "\t")
		}
		if strings.TrimSpace(a) != strings.TrimSpace(b) {
			t.Errorf("line %d:\n got %s\nwant %s", i+1, a, b)
		}
	}
}

// Each format keeps the written text, the kind, the place of every value and the comments beside it.
func TestReadText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"scalars.yaml", "kode: 1.10\nribuan: 104.460\nkoma: 84,21\npersen: 84.21 %\ntanggal: 2024-02-22\nkutip: \"12\"\noktal: 017\nheksa: 0x1F\n" +
			"garis: 1_000\ntak_hingga: .inf\nya: yes\nbenar: true\nkosong:\ntilde: ~\neksponen: 1e3\nteks: !!str 5\nangka: !!int \"5\"\n2024: tahun\n", `
			map "" :1:1
			kode number "1.10" :1:7
			ribuan number "104.460" :2:9
			koma string "84,21" :3:7
			persen string "84.21 %" :4:9
			tanggal string "2024-02-22" :5:10
			kutip string "12" :6:8
			oktal string "017" :7:8
			heksa string "0x1F" :8:8
			garis string "1_000" :9:8
			tak_hingga string ".inf" :10:13
			ya string "yes" :11:5
			benar bool "true" :12:8
			kosong null "" :13:1
			tilde null "~" :14:8
			eksponen number "1e3" :15:11
			teks string "5" :16:7
			angka number "5" :17:8
			2024 string "tahun" :18:7`},
		{"comments.yaml", `# first
# second

instansi: # trailing
  # about kode
  kode: 1.10 # the code
  nama: "a # b"   # c
  teks: |
    x # not
    y
  # end of instansi
tahun: 2024
list:
  # first item
  - {a: 1, b: "84,21"} # item
  -
  - é: [1, "x"] # inner
# last
`, `
			map "" :4:1 <first :1:1> <second :2:1>
			instansi map "" :6:3 <trailing :4:11>
			instansi.kode number "1.10" :6:9 <about kode :5:3> <the code :6:14>
			instansi.nama string "a # b" :7:9 <c :7:19>
			instansi.teks string "x # not\ny\n" :8:9 <end of instansi :11:3>
			tahun number "2024" :12:8
			list list "" :15:3
			list[0] map "" :15:5 <first item :14:3> <item :15:24>
			list[0].a number "1" :15:9
			list[0].b string "84,21" :15:15
			list[1] null "" :16:4
			list[2] map "" :17:5
			list[2].é list "" :17:9 <inner :17:18>
			list[2].é[0] number "1" :17:10
			list[2].é[1] string "x" :17:13 <last :18:1>`},
		{"aliases.yaml", "x: &a {y: 104.460, z: 1}\nw: *a # of w\nq: {<<: *a, y: 2}\nd: 1\nd: 2\n", `
			map "" :1:1
			x map "" :1:4
			x.y number "104.460" :1:11
			x.z number "1" :1:23
			w map "" :1:4 <of w :2:7>
			w.y number "104.460" :1:11
			w.z number "1" :1:23
			q map "" :3:4
			q.y number "2" :3:16
			q.z number "1" :1:23
			d number "1" :4:4
			d number "2" :5:4`},
		{"bom.json", "\xef\xbb\xbf{\"a\": {\"b\": [1.50, \"é\\n\", null, true]},\n \"a\": -2e5}\n", `
			map "" :1:1
			a map "" :1:7
			a.b list "" :1:13
			a.b[0] number "1.50" :1:14
			a.b[1] string "é\n" :1:20
			a.b[2] null "null" :1:28
			a.b[3] bool "true" :1:34
			a number "-2e5" :2:7`},
		{"literal.cue", "// top\n\n// head\npackage x\n\n// about a\na: b: 1.50 // trail\na: c: -2\na: d: e: 1\na: d: f: 2\nl: [1, // one\n 2M, 1_000]\n\"k-1\": \"\"\"\n  x\n  y\n  \"\"\"\n// last\n", `
			map "" :1:1 <top :1:1> <head :3:1>
			a map "" :7:4 <about a :6:1> <trail :7:12>
			a.b number "1.50" :7:7
			a.c number "-2" :8:7
			a.d map "" :9:7
			a.d.e number "1" :9:10
			a.d.f number "2" :10:10
			l list "" :11:4
			l[0] number "1" :11:5 <one :11:8>
			l[1] number "2000000" :12:2
			l[2] number "1000" :12:6
			k-1 string "x\ny" :13:8 <last :17:1>`},
		{"defaults.cue", "#P: {versi: *\"murni\" | \"perubahan\", nilai: int}\na: #P & {nilai: 5*100}\n", `
			map "" :1:1
			a map "" :2:4
			a.versi string "murni" :1:13
			a.nilai number "500" :2:17`},
		{"computed.cue", "x: 1.50\ny: x\nz: {a: x+1, b: \"\\(y)\"}\n", `
			map "" :1:1
			x number "1.50" :1:4
			y number "1.50" :2:4
			z map "" :3:4
			z.a number "2.50" :3:8
			z.b string "1.50" :3:16`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			root, problems := Read(c.name, []byte(c.text))
			if len(problems) > 0 {
				t.Fatalf("problems: %+v", problems)
			}
			diff(t, dump(root), c.want)
		})
	}
}

// Rule fixtures hold several cases a file, each opened by a comment; their lines count from the top of the file.
func TestReadAllDocuments(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"# one\n---\n# still one\na: 1\n# closes one\n---\n# two\n\nb: 2 # x\n", `
			map "" :4:1 <one :1:1> <still one :3:1>
			a number "1" :4:4 <closes one :5:1>
			map "" :9:1 <two :7:1>
			b number "2" :9:4 <x :9:6>`},
		{"# one\na: 1\n--- # two\nb: 2\n...\n---\n---\nc: 3\n", `
			map "" :2:1 <one :1:1>
			a number "1" :2:4
			map "" :4:1 <two :3:5>
			b number "2" :4:4
			map "" :8:1
			c number "3" :8:4`},
	} {
		docs, problems := ReadAll("cases.yaml", []byte(c.text))
		if len(problems) > 0 {
			t.Fatalf("problems: %+v", problems)
		}
		var got strings.Builder
		for _, d := range docs {
			got.WriteString(dump(d))
		}
		diff(t, got.String(), c.want)
	}
	docs, problems := ReadAll("one-broken.yaml", []byte("a: 1\n---\nb: [\n---\nc: 3\n"))
	if len(docs) != 2 || len(problems) != 1 || problems[0].Place.Line != 3 {
		t.Errorf("a broken document must not lose the others: %d documents, %+v", len(docs), problems)
	}
	if root, problems := Read("two.yaml", []byte("a: 1\n---\nb: 2\n")); root.Get("a") == nil || len(problems) != 1 || problems[0].Place.Line != 3 {
		t.Errorf("Read must say that a second document is left out: %+v", problems)
	}
}

// Files that cannot be read give one problem that says where and why in plain words.
func TestUnreadable(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("[", 100_000)
	bomb := "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
	for i := 1; i < 9; i++ {
		bomb += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d,", i-1), 10), ","))
	}
	doubling := "a0: \"x\"\n"
	for i := 1; i < 40; i++ {
		doubling += fmt.Sprintf("a%d: \"\\(a%d)\\(a%d)\"\n", i, i-1, i-1)
	}
	for _, c := range []struct{ name, text, place, says string }{
		{"a.cue", doubling, ":17:1", "cue export"},
		{"a.cue", "a: \"x\" * 1000000000\n", ":1:1", "cue export"},
		{"a.cue", "a: b*b\nb: 3\n", ":1:4", "cue export"},
		{"a.cue", "a: [for i in b {i}]\nb: [1]\n", ":1:5", "cue export"},
		{"a.yaml", "", "", "kosong"},
		{"a.yaml", "\xef\xbb\xbf \n", "", "kosong"},
		{"a.yaml", "# c\n", "", "tidak berisi data"},
		{"a.yaml", "a: b: c\n", ":1", "titik dua"},
		{"a.yaml", "a: 1\nb: [1\n", ":2", "kurung"},
		{"a.yaml", "a: 1\n\tb: 2\n", ":2", "tab"},
		{"a.yaml", "a: \"x\nb: 2\n", ":3", "tanda petik"},
		{"a.yaml", "a: *x\n", ":1", "rujukan"},
		{"a.yaml", "a: &x [*x]\n", ":1:8", "64"},
		{"a.yaml", "- a\n", ":1:1", "paling luar"},
		{"a.yaml", "{a: 1}: b\n", ":1:1", "kunci"},
		{"a.yaml", "x: 1\na: \xff", ":2:4", "UTF-8"},
		{"a.yaml", "a: \x00", ":1:4", "UTF-8"},
		{"a.yaml", "\xff\xfea\x00", "", "UTF-16"},
		{"a.yaml", "a: " + deep, ":1", "rusak"},
		{"a.yaml", "a: " + strings.Repeat("[", 70) + strings.Repeat("]", 70), ":1:67", "64"},
		{"a.yaml", bomb, ":1:12", "nilai"},
		{"a.json", "{\"a\": 1,}", ":1:8", "koma"},
		{"a.json", "{\"a\": 1} x", ":1:10", "akhir data"},
		{"a.json", "{\"a\": 1 // c\n}", ":1:9", "komentar"},
		{"a.json", "{\"a\": [1", ":1:9", "berakhir"},
		{"a.json", "{'a': 1}", ":1:2", "petik ganda"},
		{"a.json", "[1]", ":1:1", "paling luar"},
		{"a.json", "{\"a\": " + deep, ":1:70", "64"},
		{"a.cue", "x: string\n", ":1:4", "rusak"},
		{"a.cue", "x: nope\n", ":1:4", "nope"},
		{"a.cue", "x: 1\nx: {\n", ":2:6", "rusak"},
		{"a.cue", "// only\n", "", "tidak berisi data"},
		{"a.cue", "a: " + deep, ":1:1028", "64"},
		{"a.cue", "a: " + strings.Repeat("[", 70) + strings.Repeat("]", 70), ":1:68", "64"},
		{"a.cue", "import \"strings\"\na: strings.Repeat(\"x\", 1000000000)\n", ":1:1", "cue export"},
		{"a.pdf", "%PDF-1.7", "", "PDF"},
		{"a.txt", "Laporan", "", "teks"},
		{"a.dat", "\x00\x01", "", "tidak dikenal"},
		{"a.yaml", "%PDF-1.7", "", "PDF"},
		{"a.docx", "PK\x03\x04word/document.xml", "", "Word"},
		{"a.xls", "\xd0\xcf\x11\xe0", "", "97-2003"},
		{"a.yaml", "PK\x03\x04xl/workbook.xml", "", "Excel"},
	} {
		docs, problems := ReadAll(c.name, []byte(c.text))
		if len(docs) != 0 || len(problems) != 1 {
			t.Errorf("%s %.40q: %d documents, problems %+v", c.name, c.text, len(docs), problems)
			continue
		}
		p := problems[0]
		if p.Rule != ruleUnreadable || p.Place.File != c.name || p.Place.Short() != c.place || !strings.Contains(p.Kondisi.ID, c.says) {
			t.Errorf("%s %.40q: %s %q %s, want %s and %q", c.name, c.text, p.Rule, p.Place.Short(), p.Kondisi.ID, c.place, c.says)
		}
		if p.Kondisi.EN == "" || !strings.HasPrefix(p.Saran.ID, "Agar ") {
			t.Errorf("%s %.40q: both languages and advice are needed: %+v", c.name, c.text, p)
		}
	}
	if _, problems := ReadAll("big.yaml", make([]byte, MaxBytes+1)); len(problems) != 1 || !strings.Contains(problems[0].Kondisi.ID, "batas") {
		t.Errorf("a file over the limit: %+v", problems)
	}
}

// Reading stays in proportion to the size: a reader that walks a long line or map anew for each value would not come back.
func TestLongLines(t *testing.T) {
	t.Parallel()
	const n = 60_000
	keys := func(format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"line.yaml":    "a: {" + keys("é%d: 1, ") + "}",
		"merge.yaml":   "a: &a {" + keys("k%d: 1, ") + "}\nb: {<<: *a, k1: 2}",
		"line.json":    "{" + keys("\"k%d\": 1, ") + "\"a\": 1}",
		"keys.cue":     keys("a: k%d: 1\n"),
		"comment.yaml": "a:\n" + keys("- %d # c\n"),
	} {
		if _, problems := Read(name, []byte(text)); len(problems) > 0 {
			t.Errorf("%s: %+v", name, problems)
		}
	}
}

// CUE's own ways to write numbers become plain ones; written decimals stay.
func TestCUENumbers(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		"1.50": "1.50", "2M": "2000000", "1.5Ki": "1536", "0x1F": "31", "0o17": "15", "0b101": "5", ".5": "0.5", "5.": "5", "1_000.50": "1000.50", "1e3": "1e3", "-2K": "-2000",
	} {
		root, problems := Read("n.cue", []byte("x: "+written+"\n"))
		if len(problems) > 0 || root.Get("x").Text != want || root.Get("x").Kind != Number {
			t.Errorf("%s: %+v %+v, want %s", written, root.Get("x"), problems, want)
		}
	}
}

// A name without a known ending is read by its content.
func TestSniff(t *testing.T) {
	t.Parallel()
	for text, kind := range map[string]string{"a: 1\n": "yaml", "{\"a\": 1}": "json", "package x\na: 1\n": "cue"} {
		if root, problems := Read("stdin", []byte(text)); len(problems) > 0 || root.Get("a").Text != "1" {
			t.Errorf("%s without an ending: %+v", kind, problems)
		}
	}
}
