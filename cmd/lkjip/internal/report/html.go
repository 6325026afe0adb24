package report

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"

	"lkjip/rules"
	"lkjip/schema/source"
)

//go:embed html.css
var styleSheet string

//go:embed html.js
var script string

// HTML writes the document as one page that needs nothing else: no network, no other file. Summary, charts and checklist are
// in the page; findings and tables are data that its script draws when they are looked at, so that 50,000 findings stay
// usable. The page's policy lets nothing run or load but its own script and style.
func HTML(w io.Writer, d *Document) error {
	p := &page{doc: d, faulty: map[[2]string]int{}}
	for i := range d.Findings {
		if f := &d.Findings[i]; f.Counts() {
			if _, ok := p.faulty[[2]string{f.File, f.Place.Path}]; !ok {
				p.faulty[[2]string{f.File, f.Place.Path}] = i
			}
		}
	}
	data, err := p.data()
	if err != nil {
		return err
	}
	p.head()
	p.summary()
	p.charts()
	p.findings()
	p.tables()
	p.coverage()
	p.checklist()
	p.tests()
	p.put(`<script type="application/json" id="data">`)
	p.Write(data)
	p.put("</script>\n<script>", script, "</script>\n</body>\n</html>\n")
	_, err = w.Write(p.Bytes())
	return err
}

type page struct {
	bytes.Buffer
	doc    *Document
	faulty map[[2]string]int // the finding of a file and path
}

func (p *page) put(parts ...string) {
	for _, s := range parts {
		p.WriteString(s)
	}
}

func (p *page) say(id, en string, args ...any) string {
	return source.T(id, en, args...).In(p.doc.Lang)
}

// esc is a text fit to stand between tags and in attributes.
func esc(s string) string { return html.EscapeString(plain(s)) }

func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func (p *page) heading(id, title string) { p.put(`<h2 id="`, id, `">`, esc(title), "</h2>\n") }

func (p *page) row(cells ...string) {
	p.put("<tr>")
	for _, c := range cells {
		p.put("<td>", c, "</td>")
	}
	p.put("</tr>\n")
}

func (p *page) open(columns ...string) {
	p.put(`<div class="scroll"><table><thead><tr>`)
	for _, c := range columns {
		p.put(`<th scope="col">`, esc(c), "</th>")
	}
	p.put("</tr></thead><tbody>\n")
}

func (p *page) close() { p.put("</tbody></table></div>\n") }

func (p *page) severity(s string) string {
	return severityName(s, p.doc.Lang)
}

func (p *page) head() {
	title := p.say("Catatan pemeriksaan LKjIP", "Findings of an LKjIP check")
	p.put("<!DOCTYPE html>\n<html lang=\"", p.doc.Lang, "\">\n<head>\n<meta charset=\"utf-8\">\n",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src `, hashOf(script), "; style-src ", hashOf(styleSheet),
		"; base-uri 'none'; form-action 'none'\">\n",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>", title, "</title>\n<style>", styleSheet, "</style>\n</head>\n<body>\n<header>\n<h1>", title, "</h1>\n")
	for i, s := range p.doc.Subjects {
		if i == maxListed {
			p.put("<p>… (", fmt.Sprint(len(p.doc.Subjects)), ")</p>\n")
			break
		}
		p.put("<p><strong>", esc(s.Name()), "</strong> · ", esc(s.year()), "</p>\n")
	}
	p.put(`<p class="soft">`, p.say("Hasil program, bukan pernyataan telah direviu", "Made by a program; not a statement that the report was reviewed"), " · ", esc(p.doc.Tool.Name+" "+p.doc.Tool.Version), " · ",
		p.say("aturan", "rules"), " ", esc(p.doc.Tool.Ruleset), "</p>\n<nav aria-label=\"", p.say("Bagian", "Parts"), `"><ul>`)
	for _, link := range [][2]string{{"ringkasan", p.say("Ringkasan", "Summary")}, {"catatan", p.say("Catatan", "Findings")}, {"tabel", p.say("Tabel", "Tables")},
		{"cakupan", p.say("Cakupan", "Coverage")}, {"checklist", "Checklist"}, {"uji", p.say("Uji", "Tests")}} {
		p.put(`<li><a href="#`, link[0], `">`, link[1], "</a></li>")
	}
	p.put("</ul></nav>\n</header>\n<main>\n")
}

func (p *page) summary() {
	s := p.doc.Summary
	p.heading("ringkasan", p.say("Ringkasan", "Summary"))
	p.put(`<ul class="cards">`)
	for _, c := range []struct {
		class string
		n     int
		name  string
	}{{"tinggi", s.Tinggi, p.severity("tinggi")}, {"sedang", s.Sedang, p.severity("sedang")}, {"rendah", s.Rendah, p.severity("rendah")},
		{"soft", s.Waived, p.say("diabaikan", "waived")}, {"soft", p.doc.Coverage.Figures, p.say("angka dibaca", "figures read")}, {"ok", p.doc.Coverage.Tested, p.say("angka diuji", "figures tested")}} {
		p.put(`<li><b class="`, c.class, `">`, fmt.Sprint(c.n), "</b>", c.name, "</li>")
	}
	p.put("</ul>\n")
	p.open(p.say("Aspek", "Aspect"), "Status", p.say("Butir telaah manual", "Items left to people"))
	for _, a := range p.doc.Checklist() {
		p.row(esc(a.ID+" "+a.Name.In(p.doc.Lang)), "<strong>"+esc(a.Status.In(p.doc.Lang))+"</strong>", fmt.Sprint(a.Manual))
	}
	p.close()
}

// charts draws use of budget and capaian; bars of rows with a finding differ in colour and by a mark.
func (p *page) charts() {
	if p.doc.Drawing == nil {
		return
	}
	p.chart(p.say("Serapan anggaran (persen dari pagu)", "Budget used (percent of pagu)"), p.doc.Drawing.Budget)
	p.chart(p.say("Capaian terhadap target (persen)", "Achievement against target (percent)"), p.doc.Drawing.Capaian)
}

func (p *page) chart(title string, bars []Bar) {
	if len(bars) == 0 {
		return
	}
	const high, left, wide, full = 26, 290, 300, 150.0
	x := func(v float64) string { return fmt.Sprintf("%.1f", left+wide*min(max(v, 0), full)/full) }
	p.put("<figure><figcaption>", esc(title), `</figcaption><svg role="img" aria-label="`, esc(title), `" viewBox="0 0 700 `, fmt.Sprint(high*len(bars)+8), `" width="700">`)
	for i, b := range bars {
		class, mark := "bar", ""
		if n, ok := p.within(b.File, b.Path); ok {
			class, mark = "bad", p.say(" ⚠ catatan %d", " ⚠ finding %d", n+1)
		}
		y := high * i
		p.put(`<text x="0" y="`, fmt.Sprint(y+18), `">`, esc(cut(plain(b.Label), 34)), "</text>",
			`<rect class="`, class, `" x="`, fmt.Sprint(left), `" y="`, fmt.Sprint(y+6), `" height="16" width="`, fmt.Sprintf("%.1f", wide*min(max(b.Value, 0), full)/full), `"/>`,
			`<text x="`, fmt.Sprint(left+wide*min(max(b.Value, 0), full)/full+6), `" y="`, fmt.Sprint(y+18), `">`, esc(b.Shown+mark), "</text>")
	}
	p.put(`<line class="goal" x1="`, x(100), `" x2="`, x(100), `" y1="0" y2="`, fmt.Sprint(high*len(bars)+4), `"/></svg></figure>`, "\n")
}

// within is the first finding at a path or below it.
func (p *page) within(file, path string) (int, bool) {
	first := -1
	for at, i := range p.faulty {
		if at[0] == file && (at[1] == path || strings.HasPrefix(at[1], path+".")) && (first < 0 || i < first) {
			first = i
		}
	}
	return first, first >= 0
}

func (p *page) findings() {
	p.heading("catatan", p.say("Catatan", "Findings"))
	p.put(`<form class="filter" id="filter"><fieldset><legend>`, p.say("Tingkat", "Severity"), "</legend>")
	for _, s := range severities {
		p.put(`<label><input type="checkbox" name="sev" value="`, s, `" checked> `, p.severity(s), "</label> ")
	}
	p.put(`</fieldset><label>`, p.say("Cari", "Search"), ` <input type="search" id="q"></label></form>`, "\n",
		`<p id="count" role="status" aria-live="polite" class="soft"></p><noscript><p>`, p.say("Catatan dan tabel digambar oleh skrip di halaman ini; agar JavaScript diaktifkan, atau agar memakai bentuk xlsx atau docx", "Findings and tables are drawn by a script in this page; switch JavaScript on, or use the xlsx or docx format"),
		"</p></noscript>\n<div id=\"list\"></div>\n<p class=\"pager\"><button type=\"button\" id=\"prev\">", p.say("Sebelumnya", "Previous"), `</button> <button type="button" id="next">`, p.say("Berikutnya", "Next"), "</button></p>\n")
}

var severities = []string{"tinggi", "sedang", "rendah"}

func (p *page) tables() {
	if p.doc.Drawing == nil || len(p.doc.Drawing.Tables) == 0 {
		return
	}
	p.heading("tabel", p.say("Tabel laporan", "Tables of the report"))
	p.put(`<p class="soft">`, p.say("✓ diuji · ✗ ada catatan · abu-abu: tidak diuji, dengan sebabnya", "✓ tested · ✗ has a finding · grey: not tested, with the reason"), "</p>\n")
	for i, t := range p.doc.Drawing.Tables {
		name := sectionName(t.Name)
		if len(p.doc.Inputs) > 1 {
			name = t.File + ": " + name
		}
		p.put(`<details data-table="`, fmt.Sprint(i), `"><summary>`, esc(name), ` <span class="soft">(`, fmt.Sprint(len(t.Rows)), " ", p.say("baris", "rows"), ")</span></summary></details>\n")
	}
}

func (p *page) coverage() {
	p.heading("cakupan", p.say("Cakupan", "Coverage"))
	p.open(p.say("Bagian", "Part"), p.say("Angka dibaca", "Figures read"), p.say("Diuji", "Tested"), p.say("Tidak diuji", "Untested"), p.say("Sebab tidak diuji", "Why untested"))
	for i, c := range p.doc.Coverage.Sections {
		if i == 2000 {
			p.row("…", "", "", "", "")
			break
		}
		name := sectionName(c.Section)
		if c.File != "" && len(p.doc.Inputs) > 1 {
			name = c.File + ": " + name
		}
		p.row(esc(name), fmt.Sprint(c.Figures), fmt.Sprint(c.Tested), fmt.Sprint(c.Figures-c.Tested), esc(c.why()))
	}
	p.close()
}

func (p *page) checklist() {
	p.heading("checklist", p.say("Checklist reviu (PermenPANRB 53/2014 Lampiran III)", "Review checklist (PermenPANRB 53/2014 Lampiran III)"))
	p.open("No", p.say("Pernyataan", "Statement"), p.say("Jawaban", "Answer"), p.say("Bukti", "Evidence"))
	for _, a := range p.doc.Checklist() {
		p.row("<strong>"+a.ID+"</strong>", "<strong>"+esc(a.Name.In(p.doc.Lang))+"</strong>", "<strong>"+esc(a.Status.In(p.doc.Lang))+"</strong>", "")
		for _, answer := range a.Answers {
			var links strings.Builder
			for k, i := range answer.Findings {
				if k == 20 {
					links.WriteString(" …")
					break
				}
				fmt.Fprintf(&links, ` <a href="#f%d">%d</a>`, i+1, i+1)
			}
			p.row(answer.Item.ID, esc(answer.Item.Meaning.In(p.doc.Lang)), esc(replyWords[answer.Reply].In(p.doc.Lang)), esc(answer.Evidence.In(p.doc.Lang))+links.String())
		}
	}
	p.close()
}

func (p *page) tests() {
	p.heading("uji", p.say("Uji", "Tests"))
	p.open(p.say("Aturan", "Rule"), p.say("Yang diperiksa", "What is looked for"), p.say("Hasil", "Outcome"), p.say("Catatan", "Findings"), p.say("Cocok", "Hold"), p.say("Tidak teruji", "Untested"))
	for _, o := range p.doc.Rules {
		title := ""
		if r := rules.Find(o.Rule); r != nil {
			title = r.Title.In(p.doc.Lang)
		}
		p.row(esc(o.Rule), esc(title), statusWords[o.Status].In(p.doc.Lang), fmt.Sprint(o.Findings), fmt.Sprint(o.Held), fmt.Sprint(o.Untested))
	}
	p.close()
	p.open(p.say("Berkas", "File"), "SHA-256")
	for i, in := range p.doc.Inputs {
		if i == 2000 {
			p.row("…", fmt.Sprint(len(p.doc.Inputs)))
			break
		}
		p.row(esc(in.File), esc(in.SHA256))
	}
	p.close()
	p.put("</main>\n")
}

// pool keeps every text once; findings of one rule share most of theirs.
type pool struct {
	list []string
	at   map[string]int
}

func (s *pool) of(text string) int {
	i, ok := s.at[text]
	if !ok {
		i = len(s.list)
		s.at[text] = i
		s.list = append(s.list, plain(text))
	}
	return i
}

type htmlFinding struct {
	V int            `json:"v"`
	T int            `json:"t"`
	R int            `json:"r"`
	P int            `json:"p"`
	S int            `json:"s"`
	K int            `json:"k"`
	W int            `json:"w"`
	E int            `json:"e"`
	B int            `json:"b"`
	C int            `json:"c"`
	A int            `json:"a"`
	M int            `json:"m"`
	I int            `json:"i"`
	X int            `json:"x,omitempty"`
	G []htmlEvidence `json:"g"`
}

type htmlEvidence struct {
	R int     `json:"r"`
	H bool    `json:"h"`
	C int     `json:"c,omitempty"`
	F [][]int `json:"f"`
}

type htmlTable struct {
	C []int     `json:"c"`
	R [][][]int `json:"r"`
}

// maxEvidence and maxTerms bound what is shown behind one finding.
const (
	maxEvidence = 12
	maxTerms    = 60
)

// data is what the page's script draws from. encoding/json writes <, > and & as escapes, so no text can end the element.
func (p *page) data() ([]byte, error) {
	s := &pool{at: map[string]int{}}
	s.of("")
	findings := make([]htmlFinding, len(p.doc.Findings))
	bySection := map[int][]int{}
	var order, sections []int
	for i := range p.doc.Findings {
		findings[i] = p.finding(s, &p.doc.Findings[i])
		section := findings[i].S
		if bySection[section] == nil {
			sections = append(sections, section)
		}
		bySection[section] = append(bySection[section], i)
	}
	for _, section := range sections {
		order = append(order, bySection[section]...)
	}
	var tables []htmlTable
	if p.doc.Drawing != nil {
		for _, t := range p.doc.Drawing.Tables {
			tables = append(tables, p.table(s, &t))
		}
	}
	say := p.say
	return json.Marshal(map[string]any{"f": findings, "o": notNil(order), "t": notNil(tables), "s": s.list, "sev": severities, "l": map[string]any{
		"sev": []string{p.severity("tinggi"), p.severity("sedang"), p.severity("rendah")}, "figure": say("Angka", "Figure"), "stated": say("Tertulis", "Stated"),
		"place": say("Tempat", "Place"), "note": say("Keterangan", "Note"), "computed": say("hitungan", "computed"), "wrong": say("angka ini", "this figure"),
		"kondisi": say("Kondisi", "Condition"), "expected": say("Seharusnya", "Expected"), "kriteria": say("Kriteria", "Criteria"), "sebab": say("Sebab", "Cause"),
		"akibat": say("Akibat", "Effect"), "rekomendasi": say("Rekomendasi", "Advice"), "items": "Checklist", "holds": say("cocok", "holds"),
		"broken": say("juga tidak cocok", "does not hold either"), "finding": say("catatan", "finding"), "tested": say("diuji", "tested"), "untested": say("Tidak diuji", "Untested"),
		"count": say("{n} dari {all} catatan · halaman {p} dari {pages}", "{n} of {all} findings · page {p} of {pages}"),
	}})
}

func (p *page) finding(s *pool, f *Finding) htmlFinding {
	section, _, _ := strings.Cut(f.Place.Path, ".")
	section, _, _ = strings.Cut(section, "[")
	out := htmlFinding{V: 3 - severityRank(f.Severity), T: s.of(cmp.Or(f.Title, f.Rule)), R: s.of(f.Rule), P: s.of(f.Place.String()),
		S: s.of(cmp.Or(sectionName(section), p.say("berkas", "file"))), K: s.of(f.Kondisi), W: s.of(f.Stated), E: s.of(f.Expected), B: s.of(f.Kriteria), C: s.of(f.Sebab),
		A: s.of(f.Akibat), M: s.of(f.Rekomendasi), I: s.of(strings.Join(f.Checklist, ", ")), G: []htmlEvidence{}}
	switch {
	case f.Waived != nil:
		out.X = s.of(p.say("diabaikan: %s", "waived: %s", f.Waived.Reason))
	case f.Baseline:
		out.X = s.of(p.say("sudah ada sebelumnya", "known before"))
	}
	for _, e := range f.Evidence[:min(len(f.Evidence), maxEvidence)] {
		ev := htmlEvidence{R: s.of(e.Relation), H: e.Holds, F: [][]int{}}
		if !e.Holds {
			ev.C = s.of(e.Computed)
		}
		for k, g := range e.Figures {
			if k == maxTerms && len(e.Figures) > maxTerms+1 {
				ev.F = append(ev.F, []int{0, s.of(p.say("… dan %d angka lain", "… and %d more figures", len(e.Figures)-maxTerms-1)), 0, 0, 0, 0})
			}
			if k < maxTerms || k == len(e.Figures)-1 {
				wrong := 0
				if !e.Holds && g.File == f.File && g.Place.Path == f.Place.Path {
					wrong = 1
				}
				ev.F = append(ev.F, []int{s.of(g.Sign), s.of(g.Name), s.of(g.Stated), s.of((&text{}).near(&g, f)), s.of(g.Note), wrong})
			}
		}
		out.G = append(out.G, ev)
	}
	return out
}

// table is a table as the script draws it: a cell is its text and state (0 words, 1 tested, 2 not tested and why, 3 and more
// the number of its finding).
func (p *page) table(s *pool, t *Table) htmlTable {
	out := htmlTable{C: []int{}, R: [][][]int{}}
	for _, c := range t.Columns {
		out.C = append(out.C, s.of(sectionName(c)))
	}
	for _, row := range t.Rows {
		cells := make([][]int, len(row))
		for k, c := range row {
			cells[k] = []int{s.of(c.Text), 0}
			finding, broken := p.faulty[[2]string{t.File, c.Path}]
			switch {
			case c.Path == "":
			case broken:
				cells[k][1] = 3 + finding
			case c.Tested:
				cells[k][1] = 1
			default:
				cells[k] = []int{s.of(c.Text), 2, s.of(c.Why)}
			}
		}
		out.R = append(out.R, cells)
	}
	return out
}
