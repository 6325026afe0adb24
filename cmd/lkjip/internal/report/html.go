package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"slices"
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

// htmlProgram is what a result is known by when it lies among the reports.
const htmlProgram = `<meta name="generator" content="lkjip">`

func (p *page) head() {
	title := p.say("Catatan pemeriksaan LKjIP", "Findings of an LKjIP check")
	p.put("<!DOCTYPE html>\n<html lang=\"", p.doc.Lang, "\">\n<head>\n<meta charset=\"utf-8\">\n",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src `, hashOf(script), "; style-src ", hashOf(styleSheet),
		"; base-uri 'none'; form-action 'none'\">\n",
		htmlProgram, "\n", `<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>", title, "</title>\n<style>", styleSheet, "</style>\n</head>\n<body>\n<header>\n<h1>", title, "</h1>\n")
	if len(p.doc.Subjects) == 1 {
		p.put("<p><strong>", esc(p.doc.Subjects[0].Name()), "</strong> · ", esc(p.doc.Subjects[0].year()), "</p>\n")
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
	p.subjects()
}

// subjects lists several reports, each with a link that shows its findings alone.
func (p *page) subjects() {
	d := p.doc
	if len(d.Subjects) < 2 {
		return
	}
	p.put("<h3>", p.say("Per laporan", "By report"), "</h3>\n")
	p.open(p.say("Laporan", "Report"), p.say("Tahun", "Year"), p.severity("tinggi"), p.severity("sedang"), p.severity("rendah"), p.say("Diuji/dibaca", "Tested/read"), Aspects[0].Name.In(d.Lang), Aspects[1].Name.In(d.Lang), Aspects[2].Name.In(d.Lang))
	for n, i := range d.gravest() {
		if n == maxJudged {
			p.put(`<tr><td colspan="9">`, p.say("… dan %d laporan lain", "… and %d more reports", len(d.Subjects)-n), "</td></tr>\n")
			break
		}
		s := &d.Subjects[i]
		name := esc(s.Name())
		if s.Summary.Total() > 0 {
			name = `<a href="#catatan" data-q="` + esc(s.Files[0]) + `">` + name + "</a>"
		}
		status := d.statuses(i)
		p.row(name, s.year(), p.counted(s.Summary.Tinggi, "tinggi"), p.counted(s.Summary.Sedang, "sedang"), p.counted(s.Summary.Rendah, "rendah"),
			fmt.Sprintf("%d/%d", s.Tested, s.Figures), esc(status[0]), esc(status[1]), esc(status[2]))
	}
	p.close()
}

func (p *page) counted(n int, severity string) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf(`<b class="%s">%d</b>`, severity, n)
}

// charts draws use of budget and capaian, of several reports each for itself; bars of rows with a finding differ in colour
// and by a mark.
func (p *page) charts() {
	if p.doc.Drawing == nil {
		return
	}
	budget, capaian := p.doc.Drawing.Budget, p.doc.Drawing.Capaian
	if len(p.doc.Subjects) < 2 {
		p.chart(p.say("Serapan anggaran (persen dari pagu)", "Budget used (percent of pagu)"), budget)
		p.chart(p.say("Capaian terhadap target (persen)", "Achievement against target (percent)"), capaian)
		return
	}
	for i := range p.doc.Subjects {
		s := &p.doc.Subjects[i]
		others := func(b Bar) bool { return !slices.Contains(s.Files, b.File) }
		one, two := slices.DeleteFunc(slices.Clone(budget), others), slices.DeleteFunc(slices.Clone(capaian), others)
		if len(one)+len(two) == 0 {
			continue
		}
		p.put("<details><summary>", p.say("Grafik: ", "Charts: "), esc(s.Name()), " · ", esc(s.year()), "</summary>\n")
		p.chart(p.say("Serapan anggaran (persen dari pagu)", "Budget used (percent of pagu)"), one)
		p.chart(p.say("Capaian terhadap target (persen)", "Achievement against target (percent)"), two)
		p.put("</details>\n")
	}
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
