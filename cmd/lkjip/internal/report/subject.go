package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lkjip/rules"
)

// Subject is one report that was checked: the files of one agency and year.
type Subject struct {
	Agency  string   `json:"agency"` // empty where no file says
	Region  string   `json:"region"`
	Year    int      `json:"year"` // 0 where no file says
	Files   []string `json:"files"`
	Figures int      `json:"figures"`
	Tested  int      `json:"tested"`
	Summary Summary  `json:"summary"`

	outcomes []rules.Outcome // nil where nobody asks for the report alone
}

// Name is the agency with its region, or the first file of an agency that has no name.
func (s Subject) Name() string {
	switch {
	case s.Agency == "" && s.Region == "" && len(s.Files) > 0:
		return s.Files[0]
	case s.Agency == "":
		return s.Region
	case s.Region == "" || strings.Contains(s.Agency, s.Region):
		return s.Agency
	}
	return s.Agency + ", " + s.Region
}

func (s Subject) year() string {
	if s.Year == 0 {
		return ""
	}
	return strconv.Itoa(s.Year)
}

// maxListed are the agencies told one by one at the head of a page or letter.
const maxListed = 100

// AddSubject adds a report with its findings. The outcomes of the rules serve to tell about the report alone.
func (d *Document) AddSubject(s Subject, findings []Finding, outcomes []rules.Outcome) {
	s.outcomes = outcomes
	d.Subjects = append(d.Subjects, s)
	for i := range findings {
		findings[i].Subject = len(d.Subjects)
	}
	d.Findings = append(d.Findings, findings...)
}

// Part is the document of some of its reports alone, by their numbers.
func (d *Document) Part(subjects ...int) *Document {
	out := &Document{Tool: d.Tool, Lang: d.Lang, Source: d.Source}
	files, wanted := map[string]bool{}, map[int]bool{}
	for _, i := range subjects {
		s := d.Subjects[i]
		wanted[i+1] = true
		out.Subjects = append(out.Subjects, s)
		out.Coverage.Figures += s.Figures
		out.Coverage.Tested += s.Tested
		out.AddOutcomes(s.outcomes)
		for _, file := range s.Files {
			files[file] = true
		}
	}
	for _, in := range d.Inputs {
		if files[in.File] {
			out.Inputs = append(out.Inputs, in)
		}
	}
	for _, f := range d.Findings {
		if wanted[f.Subject] {
			out.Findings = append(out.Findings, f)
		}
	}
	for _, u := range d.Untested {
		if files[u.File] {
			out.Untested = append(out.Untested, u)
		}
	}
	for _, s := range d.Coverage.Sections {
		if files[s.File] {
			out.Coverage.Sections = append(out.Coverage.Sections, s)
		}
	}
	for i := range out.Findings {
		out.Findings[i].Subject = 1 + slices.IndexFunc(subjects, func(n int) bool { return n+1 == out.Findings[i].Subject })
	}
	out.Finish()
	return out
}

// Of is the document of the reports that a file is part of.
func (d *Document) Of(file string) *Document {
	var subjects []int
	for i := range d.Subjects {
		if slices.Contains(d.Subjects[i].Files, file) {
			subjects = append(subjects, i)
		}
	}
	return d.Part(subjects...)
}

// countSubjects counts the findings of each report.
func (d *Document) countSubjects() {
	for i := range d.Subjects {
		d.Subjects[i].Summary = Summary{}
	}
	for i := range d.Findings {
		if n := d.Findings[i].Subject; n > 0 {
			d.Subjects[n-1].Summary.add(&d.Findings[i])
		}
	}
}

// add counts one finding.
func (s *Summary) add(f *Finding) {
	switch {
	case f.Waived != nil:
		s.Waived++
	case f.Baseline:
		s.Baseline++
	case f.Severity == "tinggi":
		s.Tinggi++
	case f.Severity == "sedang":
		s.Sedang++
	default:
		s.Rendah++
	}
}

// gravest are the numbers of the reports, those with the gravest findings first, otherwise in their order.
func (d *Document) gravest() []int {
	order := make([]int, len(d.Subjects))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, k int) int {
		a, b := d.Subjects[i].Summary, d.Subjects[k].Summary
		return cmp.Or(cmp.Compare(b.Tinggi, a.Tinggi), cmp.Compare(b.Sedang, a.Sedang), cmp.Compare(b.Rendah, a.Rendah))
	})
	return order
}

// maxSubjects are the reports that the text tells one by one.
const maxSubjects = 50

// subjects tells of several reports how many findings each has.
func (t *text) subjects(d *Document) {
	if len(d.Subjects) < 2 {
		return
	}
	clean := 0
	rows := [][]string{{t.say("Laporan", "Report"), t.say("Tahun", "Year"), severityName("tinggi", t.lang), severityName("sedang", t.lang), severityName("rendah", t.lang), t.say("diuji/dibaca", "tested/read")}}
	for _, i := range d.gravest() {
		switch s := &d.Subjects[i]; {
		case s.Summary.Total() == 0:
			clean++
		case len(rows) <= maxSubjects:
			rows = append(rows, []string{cutRight(Safe(s.Name()), t.width-48), s.year(), strconv.Itoa(s.Summary.Tinggi), strconv.Itoa(s.Summary.Sedang), strconv.Itoa(s.Summary.Rendah), fmt.Sprintf("%d/%d", s.Tested, s.Figures)})
		}
	}
	columns := make([]int, len(rows[0]))
	for _, row := range rows {
		for k, cell := range row {
			columns[k] = max(columns[k], width(cell))
		}
	}
	for _, row := range rows {
		line := "  " + pad(row[0], columns[0])
		for k, cell := range row[1:] {
			line += "  " + strings.Repeat(" ", columns[k+1]-width(cell)) + cell
		}
		fmt.Fprintln(t, line)
	}
	if rest := len(d.Subjects) - clean - (len(rows) - 1); rest > 0 {
		fmt.Fprintf(t, "  … %s\n", t.say("dan %d laporan lain", "and %d more reports", rest))
	}
	if clean > 0 {
		fmt.Fprintf(t, "  %s\n", t.say("%d laporan tanpa catatan", "reports without findings: %d", clean))
	}
	t.WriteByte('\n')
}
