package rules

import (
	"slices"
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:      "istilah-laporan-berbeda",
	Title:     source.T("Singkatan laporan kinerja ditulis dengan lebih dari satu bentuk", "The report's abbreviation is written in more than one form"),
	Severity:  Rendah,
	Basis:     source.T("satu istilah satu bentuk; istilah PermenPANRB 53/2014 adalah Laporan Kinerja", "one term, one form; PermenPANRB 53/2014 says Laporan Kinerja"),
	Checklist: []string{"I.1"},
	Needs:     []string{"narasi"},
	Doc: source.T("LKj, LKIP, LKiP, LKjIP, LAKIP dan sejenisnya dicatat sekali bila laporan memakai lebih dari satu bentuk; LKj di samping LKjIP saja tidak. Bentuk dalam kurung sesudah kepanjangannya ikut dihitung; judul peraturan dan nama dokumen evaluasi tidak.",
		"LKj, LKIP, LKiP, LKjIP, LAKIP and the like are reported once where a report uses more than one form; LKj beside LKjIP alone is not. Forms in brackets after the long name count; titles of regulations and names of evaluation papers do not."),
	Check: func(p *Pass) {
		type use struct {
			at *source.Node
			n  int
		}
		uses := map[string]*use{}
		var forms []string
		for w := range p.writing() {
			for i := range w.sentences {
				s := &w.sentences[i]
				for k := range s.Tokens {
					t := &s.Tokens[k]
					if t.Kind != narasi.Word || !slices.Contains(reportNames, t.Lower) && t.Lower != "lkjp" || anyWord(s, k-12, k, "peraturan", "nomor", "evaluasi", "permenpanrb") {
						continue
					}
					form := w.node.Text[t.Start:t.End]
					if uses[form] == nil {
						uses[form] = &use{at: w.part(t, t)}
						forms = append(forms, form)
					}
					uses[form].n++
				}
			}
		}
		// Laporan Kinerja (LKj) beside LKjIP, or the old name LAKIP beside a new one, are two names and not two spellings.
		other := slices.ContainsFunc(forms, func(f string) bool { return strings.EqualFold(f, "lkj") || strings.EqualFold(f, "lakip") })
		if len(forms) < 2 || len(forms) == 2 && other {
			return
		}
		slices.SortStableFunc(forms, func(a, b string) int { return uses[b].n - uses[a].n })
		rare := forms[len(forms)-1]
		p.Report(uses[rare].at, Finding{Stated: strings.Join(forms, ", "), Expected: forms[0],
			Kondisi:     source.T("Laporan menyebut dirinya %s", "The report calls itself %s", strings.Join(forms, ", ")),
			Rekomendasi: source.T("Agar satu singkatan dipakai di seluruh laporan, misalnya %s", "Use one abbreviation throughout, for example %s", forms[0])})
	},
})
