package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html/atom"

	xhtml "golang.org/x/net/html"

	"lkjip/rules"
	"lkjip/schema/source"
)

const evil = "</script><img src=x onerror=alert(1)>\"'&\u202e\x00\xff"

// pictured is the fixed result with a table and charts, and with texts that try to become markup.
func pictured(t *testing.T, lang string) *Document {
	t.Helper()
	root, problems := source.Read("balangan.yaml", []byte(`
instansi: {nama: "Dinas <b>Contoh</b>", pemda: Kabupaten Contoh}
tahun: 2024
anggaran:
  baris:
    - {kode: "1", uraian: "Program </td><script>alert(1)</script>", pagu: 100, realisasi: 40, persen: 40.00, sisa: 61}
    - {kode: "2", uraian: Program B, pagu: "-", realisasi: 30, persen: 30.00}
  jumlah: {pagu: 100}
pengukuran:
  sasaran:
    - {uraian: Sasaran, indikator: [{nama: Indeks, satuan: nilai, target: 80, realisasi: 80, capaian: 100.00}]}
`))
	reports := []rules.Report{rules.Load(root, problems)}
	r := rules.Check(reports, rules.Options{Only: []string{"sisa-tak-sesuai", "capaian-tak-sesuai-rumus"}})
	d := fixed(lang)
	d.Findings = append(d.Findings, From(r.Findings, lang)...)
	d.Findings[0].Kondisi, d.Findings[0].Title, d.Findings[0].Rekomendasi = evil, evil, evil
	d.Findings[0].Evidence[0].Relation = evil
	d.Coverage.Sections = append(d.Coverage.Sections, Sections(&r, lang)...)
	d.Subjects = []Subject{{Agency: evil, Year: 2024}}
	d.Inputs[0].File = evil
	d.AddDrawing(Draw(reports, &r, lang))
	d.Finish()
	return d
}

func rendered(t *testing.T, d *Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestHTMLIsSealed: the page is opened by people who trust it, with texts of reports nobody has vetted. Nothing in it may
// run, load or lead elsewhere but what we wrote.
func TestHTMLIsSealed(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"id", "en"} {
		text := rendered(t, pictured(t, lang))
		doc, err := xhtml.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		policy := ""
		contents := map[atom.Atom][]string{}
		for n := range doc.Descendants() {
			if n.Type != xhtml.ElementNode {
				continue
			}
			switch n.DataAtom {
			case atom.Script, atom.Style:
				contents[n.DataAtom] = append(contents[n.DataAtom], n.FirstChild.Data)
			case atom.Img, atom.Link, atom.Iframe, atom.Object, atom.Embed, atom.Base, atom.B:
				if n.DataAtom != atom.B || n.Parent.DataAtom != atom.Li {
					t.Errorf("the page holds <%s>", n.Data)
				}
			}
			for _, a := range n.Attr {
				switch {
				case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "src":
					t.Errorf("<%s> has the attribute %s", n.Data, a.Key)
				case a.Key == "href" && !strings.HasPrefix(a.Val, "#"):
					t.Errorf("a link leads to %s", a.Val)
				case a.Key == "http-equiv":
					policy = attribute(n, "content")
				}
			}
		}
		if len(contents[atom.Script]) != 2 || len(contents[atom.Style]) != 1 {
			t.Fatalf("%d scripts and %d styles", len(contents[atom.Script]), len(contents[atom.Style]))
		}
		for _, want := range []string{"default-src 'none'", hashOf(contents[atom.Script][1]), hashOf(contents[atom.Style][0])} {
			if !strings.Contains(policy, want) {
				t.Errorf("the policy %q lacks %q", policy, want)
			}
		}
		var data struct {
			F []htmlFinding
			S []string
		}
		if err := json.Unmarshal([]byte(contents[atom.Script][0]), &data); err != nil {
			t.Fatal(err)
		}
		if len(data.F) != 6 || strings.ContainsAny(strings.Join(data.S, ""), "\x00\u202e") {
			t.Errorf("%d findings in the data, texts %q", len(data.F), data.S)
		}
	}
}

func attribute(n *xhtml.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// TestDraw: the tables redrawn hold what the report holds, each figure with its state.
func TestDraw(t *testing.T) {
	t.Parallel()
	d := pictured(t, "id").Drawing
	var got []string
	for _, table := range d.Tables {
		got = append(got, fmt.Sprintf("%s %d", table.Name, len(table.Rows)))
		if table.Name != "anggaran.baris" {
			continue
		}
		for _, c := range table.Rows[0] {
			if c.Path != "" && c.Tested != strings.Contains("pagu realisasi sisa", c.Path[strings.LastIndex(c.Path, ".")+1:]) {
				t.Errorf("%s: tested %v, %q", c.Path, c.Tested, c.Why)
			}
		}
	}
	if want := "laporan 1,anggaran.baris 3,pengukuran.sasaran.indikator 1"; strings.Join(got, ",") != want {
		t.Errorf("tables %q, want %s", got, want)
	}
	if len(d.Budget) != 1 || d.Budget[0].Shown != "40,00 %" || len(d.Capaian) != 1 || d.Capaian[0].Value != 100 {
		t.Errorf("bars %+v %+v", d.Budget, d.Capaian)
	}
}

// probe acts as a reader of the page would, and leaves what it saw in the title.
const probe = `(function () {
  var out = {}, list = document.getElementById("list"), q = document.getElementById("q");
  function n() { return list.querySelectorAll("article").length; }
  out.ready = document.documentElement.getAttribute("data-ready");
  out.first = n();
  var box = document.querySelector("input[value=tinggi]");
  box.checked = false; box.dispatchEvent(new Event("change"));
  out.withoutHigh = n();
  box.checked = true; box.dispatchEvent(new Event("change"));
  q.value = "KUNCI tak-dikenal"; document.getElementById("filter").dispatchEvent(new Event("submit", {cancelable: true}));
  out.found = n();
  window.dispatchEvent(new Event("beforeprint"));
  out.printed = n();
  window.dispatchEvent(new Event("afterprint"));
  var details = document.querySelectorAll("details[data-table]");
  details.forEach(function (d) { d.open = true; });
  setTimeout(function () {
    out.ticked = document.querySelectorAll("details .ok").length;
    out.grey = document.querySelectorAll("details td.u").length;
    var link = document.querySelector("details td.wrong a");
    out.link = link ? link.getAttribute("href") : "";
    if (link) link.click();
    setTimeout(function () {
      out.focus = document.activeElement.id;
      out.requests = performance.getEntriesByType("resource").length;
      out.wide = document.documentElement.scrollWidth > window.innerWidth;
      out.markup = document.querySelectorAll("main img, main script, main h1").length;
      document.title = JSON.stringify(out);
    }, 50);
  }, 50);
})();`

// seen is what the probe leaves.
type seen struct {
	Ready                              string
	First, WithoutHigh, Found, Printed int
	Ticked, Grey                       int
	Link, Focus                        string
	Requests                           int
	Wide                               bool
	Markup                             int
}

// visit opens the page in a browser of a phone's width and returns what the probe saw and what the console said.
func visit(t *testing.T, text string) seen {
	t.Helper()
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" || testing.Short() {
		t.Skip("no Chromium is installed, so the page is not tried in a browser")
	}
	dir := t.TempDir()
	text = strings.Replace(text, "script-src ", "script-src "+hashOf(probe)+" ", 1)
	text = strings.Replace(text, "</body>", "<script>"+probe+"</script></body>", 1)
	file := filepath.Join(dir, "page.html")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(dir, "profile"), "--window-size=500,900",
		"--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", "--virtual-time-budget=10000", "--dump-dom", "file://"+file)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, stderr.String())
	}
	if said := regexp.MustCompile(`.*CONSOLE.*`).FindAllString(stderr.String(), -1); said != nil {
		t.Errorf("the console says %q", said)
	}
	var got seen
	title := regexp.MustCompile(`<title>(.*?)</title>`).FindStringSubmatch(stdout.String())
	if title == nil || json.Unmarshal([]byte(html.UnescapeString(title[1])), &got) != nil {
		t.Fatalf("the probe left %q", title)
	}
	return got
}

// TestHTMLInBrowser: filter, search, print, tables, links and narrow screens work in a real browser, which reports no
// error and asks for nothing.
func TestHTMLInBrowser(t *testing.T) {
	t.Parallel()
	got := visit(t, rendered(t, pictured(t, "id")))
	if got.Link == "" || "#"+got.Focus != got.Link {
		t.Errorf("the broken figure leads to %q and the focus is on %q", got.Link, got.Focus)
	}
	got.Link, got.Focus = "", ""
	if want := (seen{Ready: "1", First: 6, WithoutHigh: 2, Found: 1, Printed: 1, Ticked: 5, Grey: got.Grey}); got != want || got.Grey == 0 {
		t.Errorf("seen %+v, want %+v", got, want)
	}
}

// TestHTMLOfManyFindings: a page that draws all its findings at once hangs; this one draws a screenful.
func TestHTMLOfManyFindings(t *testing.T) {
	t.Parallel()
	d := pictured(t, "en")
	for i := range 50_000 {
		f := d.Findings[1+i%3]
		f.Place.Line, f.Kondisi = i+1, fmt.Sprintf("line %d reads %d", i, i*7)
		d.Findings = append(d.Findings, f)
	}
	text := rendered(t, d)
	if len(text) > 20<<20 {
		t.Errorf("the page has %d MB", len(text)>>20)
	}
	got := visit(t, text)
	if got.Ready != "1" || got.First != 50 || got.Printed > 5000 || got.Requests != 0 || got.Wide {
		t.Errorf("seen %+v", got)
	}
}
