package report

import (
	"cmp"
	"encoding/json"
	"strings"
)

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
