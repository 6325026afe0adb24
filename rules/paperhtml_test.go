package rules

import (
	"fmt"
	"html"
	"strings"

	"lkjip/schema/source"
)

// htmlOf lays a report out as a web page for printing.
func htmlOf(blocks []printedBlock, p paper) []byte {
	var w strings.Builder
	line := "0.6pt solid black"
	if p.unruled {
		line = "none"
	}
	fmt.Fprintf(&w, `<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>Laporan Kinerja</title><style>
@page { size: A4; margin: %dmm; @top-right { content: "LKjIP BKPSDM Tahun 2024"; font: 8pt '%[2]s' } @bottom-center { content: counter(page); font: 9pt '%[2]s' } }
@page :first { @top-right { content: "" } @bottom-center { content: "" } }
@page wide { size: A4 landscape }
body { font: %.1fpt/1.4 '%[2]s', serif; margin: 0; text-align: justify; hyphens: auto }
.title { text-align: center; font-size: 20pt; font-weight: bold; break-after: page; padding-top: 80mm }
h1 { text-align: center; font-size: 14pt; break-before: page } h2 { font-size: 12pt } h1, h2, .caption { break-after: avoid }
p { margin: 0 0 6pt } .caption { text-align: center; font-weight: bold; margin-top: 8pt }
.toc div { display: flex } .toc i { flex: 1; overflow: hidden; white-space: nowrap; font-style: normal }
.sign { margin-left: 55%%; text-align: left; break-inside: avoid } .sign p { margin: 0 }
table { border-collapse: collapse; width: 100%%; margin-bottom: 10pt; line-height: 1.2; hyphens: manual; text-align: left }
td, th { border: %[4]s; padding: 1.5pt 3pt; vertical-align: top; overflow-wrap: break-word } th { text-align: center; vertical-align: middle }
td.r { text-align: right } td[rowspan] { vertical-align: middle } .wide { page: wide }
</style>`, p.margin, p.font, p.points, line)
	title := true
	sign := false
	for i := range blocks {
		b := &blocks[i]
		if title != (i < 3) {
			title = i < 3
			w.WriteString(`</div>`)
		}
		text := strings.ReplaceAll(html.EscapeString(emphasis.Replace(b.words())), "\n", "<br>")
		if b.Kind == source.Paragraph && strings.HasPrefix(text, "Paringin, ") {
			sign = true
			w.WriteString(`<div class="sign">`)
		} else if sign && b.Kind != source.Paragraph {
			sign = false
			w.WriteString(`</div>`)
		}
		switch {
		case i == 0:
			fmt.Fprintf(&w, `<div class="title">%s<br>`, text)
		case title:
			fmt.Fprintf(&w, `%s<br>`, text)
		case b.toc != nil:
			w.WriteString(`<div class="toc">`)
			for _, l := range b.toc {
				fmt.Fprintf(&w, `<div>%s <i>%s</i> %s</div>`, html.EscapeString(l[0]), strings.Repeat(".", 200), l[1])
			}
			w.WriteString(`</div>`)
		case b.table != nil:
			b.table.html(&w, p)
		case b.Kind == source.Heading && (b.Level == 1 || strings.HasPrefix(b.Text, "BAB ")), text == "LAMPIRAN", strings.HasPrefix(text, "DAFTAR "), text == "KATA PENGANTAR":
			fmt.Fprintf(&w, `<h1>%s</h1>`, text)
		case b.Kind == source.Heading:
			fmt.Fprintf(&w, `<h2>%s</h2>`, text)
		case b.Kind == source.Caption:
			fmt.Fprintf(&w, `<p class="caption">%s</p>`, text)
		default:
			fmt.Fprintf(&w, `<p>%s</p>`, text)
		}
	}
	w.WriteString(`</html>`)
	return []byte(w.String())
}

func (t *printedTable) html(w *strings.Builder, p paper) {
	if p.landscape && t.wide() {
		w.WriteString(`<div class="wide">`)
		defer w.WriteString(`</div>`)
	}
	fmt.Fprintf(w, `<table style="font-size:%.1fpt">`, t.points(p))
	if t.head > 0 && !p.once {
		w.WriteString(`<thead>`)
	}
	for i, row := range t.rows {
		if i == t.head && !p.once {
			w.WriteString(`</thead><tbody>`)
		}
		w.WriteString(`<tr>`)
		for j := range row {
			c := &row[j]
			if c.Covered {
				continue
			}
			tag, mark := "td", ""
			if i < t.head {
				tag = "th"
			} else if right(c.Text) && j > 0 {
				mark = ` class="r"`
			}
			if c.Cols > 1 {
				mark += fmt.Sprintf(` colspan="%d"`, c.Cols)
			}
			if c.Rows > 1 {
				mark += fmt.Sprintf(` rowspan="%d"`, c.Rows)
			}
			fmt.Fprintf(w, "<%s%s>%s</%s>", tag, mark, html.EscapeString(emphasis.Replace(c.Text)), tag)
		}
		w.WriteString("</tr>\n")
	}
	w.WriteString(`</table>`)
}
