package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"

	"lkjip/cmd/lkjip/internal/report"
	"lkjip/rules"
	"lkjip/schema"
	"lkjip/schema/source"
)

// batch checks many files. Every file is checked alone at once and only what was found is kept, so that memory does not grow
// with the number of files; those that turn out to belong together are then read again and checked together.
type batch struct {
	inputs   []input
	opt      rules.Options
	lang     string
	jobs     int
	progress *progress
	draw     bool // a format draws tables and charts

	mu       sync.Mutex
	failures []string // what made the program itself fail, by file
}

// unit is one report of one file.
type unit struct {
	file, doc int // index of the input, and of the report in it
	id        schema.Identity
	found     found
}

// found is what checking one dossier gave, without the tree it was found in.
type found struct {
	findings        []report.Finding
	untested        []report.Untested
	figures, tested int
	sections        []report.Section
	outcomes        []rules.Outcome
	subject         report.Subject
	drawing         *report.Drawing
}

// maxListed is the number of files up to which every table of every file is told apart in the coverage.
const maxListed = 1000

// maxDrawn is the number of files up to which their tables are drawn.
const maxDrawn = 20

func (b *batch) run() *report.Document {
	doc := &report.Document{Lang: b.lang, Inputs: make([]report.Input, len(b.inputs))}
	perFile := make([][]unit, len(b.inputs))
	b.each(len(b.inputs), func(i int) string { return b.inputs[i].name }, func(i int) {
		doc.Inputs[i].File = b.inputs[i].name
		perFile[i] = b.alone(i, &doc.Inputs[i])
		b.progress.step()
	})
	units := slices.Concat(perFile...)
	ids := make([]schema.Identity, len(units))
	for i := range units {
		ids[i] = units[i].id
	}
	dossiers := schema.Dossiers(ids)
	results := make([]found, len(dossiers))
	b.each(len(dossiers), func(i int) string { return b.inputs[units[dossiers[i][0]].file].name }, func(i int) {
		if members := dossiers[i]; len(members) == 1 {
			results[i] = units[members[0]].found
		} else {
			results[i] = b.together(units, members)
		}
	})
	b.progress.done()
	collect(doc, units, results)
	slices.Sort(b.failures)
	return doc
}

// each runs work for 0 … n-1 on the workers. A panic is the program's own failure; it costs one file, not the run.
func (b *batch) each(n int, name func(int) string, work func(int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(b.jobs, n) {
		wg.Go(func() {
			for i := range next {
				b.guard(name, work, i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

func (b *batch) guard(name func(int) string, work func(int), i int) {
	defer func() {
		if r := recover(); r != nil {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.failures = append(b.failures, fmt.Sprintf("%s: %v", name(i), r))
		}
	}()
	work(i)
}

func (b *batch) failure() error {
	return &failure{source.T("kesalahan di dalam program pada %d berkas: %s", "an error inside the program with %d files: %s", len(b.failures), b.failures[0])}
}

// load reads a file's reports. A file that holds none is still one report, of problems alone.
func (b *batch) load(i int, in *report.Input) []rules.Report {
	data, err := b.inputs[i].read()
	if err != nil {
		return []rules.Report{rules.Load(nil, []source.Problem{{Rule: "berkas-tak-terbaca", Place: source.Place{File: b.inputs[i].name},
			Kondisi: source.T("Berkas %s", "The file %s", fileProblem(err)),
			Saran:   source.T("Agar berkas dan hak aksesnya diperiksa", "Check the file and the rights to it")}})}
	}
	if in != nil {
		sum := sha256.Sum256(data)
		in.SHA256 = hex.EncodeToString(sum[:])
	}
	if b.inputs[i].met && report.IsResult(data) {
		return nil
	}
	docs, seen, problems := schema.Open(b.inputs[i].name, data)
	if b.inputs[i].met && len(docs) > 0 && schema.IsDocument(b.inputs[i].name) && !slices.ContainsFunc(seen, func(t schema.TableReport) bool { return t.Kind != "" }) {
		return nil // a text beside the reports, such as a README
	}
	if len(docs) == 0 {
		return []rules.Report{rules.Load(nil, problems)}
	}
	reports := make([]rules.Report, len(docs))
	for k, doc := range docs {
		reports[k] = rules.Load(doc, problems)
		problems = nil // those of the reader belong to the file, so to its first report
	}
	return reports
}

func (b *batch) alone(i int, in *report.Input) []unit {
	reports := b.load(i, in)
	units := make([]unit, len(reports))
	for k := range reports {
		units[k] = unit{file: i, doc: k, found: b.checkReports(reports[k : k+1])}
		units[k].found.subject.Files = []string{b.inputs[i].name} // also of one that cannot be read
		if reports[k].Node != nil {
			units[k].id = reports[k].Identity(b.inputs[i].file())
		}
	}
	return units
}

func (b *batch) together(units []unit, members []int) found {
	var reports []rules.Report
	for _, m := range members {
		if docs := b.load(units[m].file, nil); units[m].doc < len(docs) {
			reports = append(reports, docs[units[m].doc])
		}
	}
	return b.checkReports(reports)
}

func (b *batch) checkReports(reports []rules.Report) found {
	r := rules.Check(reports, b.opt)
	sections := report.Sections(&r, b.lang)
	if len(b.inputs) > maxListed {
		sections = report.MergeSections(sections)
	}
	var drawing *report.Drawing
	if b.draw && len(b.inputs) <= maxDrawn {
		drawing = report.Draw(reports, &r, b.lang)
	}
	subject := subjectOf(reports)
	subject.Figures, subject.Tested = r.Figures, r.Tested
	return found{report.From(r.Findings, b.lang), report.FromUntested(r.Untested, b.lang), r.Figures, r.Tested, sections, r.Outcomes, subject, drawing}
}

// subjectOf is whose report it is, by the first file that says.
func subjectOf(reports []rules.Report) report.Subject {
	var s report.Subject
	for _, r := range reports {
		if file := r.File(); file != "" && !slices.Contains(s.Files, file) {
			s.Files = append(s.Files, strings.Clone(file))
		}
		s.Agency = cmp.Or(s.Agency, strings.Clone(r.Instansi.Nama.S))
		s.Region = cmp.Or(s.Region, strings.Clone(r.Instansi.Pemda.S))
		s.Year = cmp.Or(s.Year, r.Tahun.Year())
	}
	return s
}

// collect puts the results into the document. A partial file that was read with several versions of a report gives each of
// its findings once.
func collect(doc *report.Document, units []unit, results []found) {
	type key struct{ rule, place, path, stated, kondisi string }
	seen := map[key]bool{}
	var sections []report.Section
	for i := range results {
		fresh := slices.DeleteFunc(results[i].findings, func(f report.Finding) bool {
			k := key{f.Rule, f.Place.String(), f.Place.Path, f.Stated, f.Kondisi}
			again := seen[k]
			seen[k] = true
			return again
		})
		doc.Untested = append(doc.Untested, results[i].untested...)
		doc.Coverage.Tested += results[i].tested
		sections = append(sections, results[i].sections...)
		doc.AddOutcomes(results[i].outcomes)
		doc.AddDrawing(results[i].drawing)
		outcomes := results[i].outcomes
		if len(doc.Inputs) > maxListed {
			outcomes = nil
		}
		doc.AddSubject(results[i].subject, fresh, outcomes)
	}
	for i := range units {
		doc.Coverage.Figures += units[i].found.figures
	}
	doc.Coverage.Tested = min(doc.Coverage.Tested, doc.Coverage.Figures)
	doc.Coverage.Sections = sections
	if len(doc.Inputs) > maxListed {
		doc.Coverage.Sections = report.MergeSections(sections)
	}
}

// used are the places of the waivers that waived something.
func (b *batch) used(doc *report.Document) map[source.Place]bool {
	used := map[source.Place]bool{}
	for i := range doc.Findings {
		if w := doc.Findings[i].Waived; w != nil {
			used[w.Place] = true
		}
	}
	return used
}

func (b *batch) names() []string {
	names := make([]string, len(b.inputs))
	for i := range b.inputs {
		names[i] = b.inputs[i].name
	}
	return names
}
