package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lkjip/rules"
	"lkjip/schema/source"
)

// Section counts the figures of one table of a file, or of the single values of one section.
type Section struct {
	File    string   `json:"file,omitempty"` // empty where several files are counted together
	Section string   `json:"section"`        // its path: anggaran.baris, pengukuran.sasaran.indikator
	Figures int      `json:"figures"`
	Tested  int      `json:"tested"`
	Reasons []Reason `json:"reasons"` // why the others are not tested
}

// Reason is why some figures were not tested.
type Reason struct {
	Reason  string `json:"reason"`
	Figures int    `json:"figures"`
}

// maxReasons are the reasons told of one section, those of most figures first.
const maxReasons = 5

// Sections counts a result's figures by table, in the order of the report.
func Sections(r *rules.Result, lang string) []Section {
	c := counter{}
	keys := keyer{}
	for _, m := range r.Marks() {
		list, key := keys.of(m.Node)
		s := c.section(list.Place.File, key)
		s.Figures++
		if m.Tested {
			s.Tested++
		} else {
			s.because(m.Why.In(lang), 1)
		}
	}
	return c.done()
}

// counter adds figures up by section.
type counter struct {
	list []Section
	at   map[[2]string]int
}

func (c *counter) section(file, key string) *Section {
	if c.at == nil {
		c.at = map[[2]string]int{}
	}
	i, ok := c.at[[2]string{file, key}]
	if !ok {
		i = len(c.list)
		c.at[[2]string{file, key}] = i
		c.list = append(c.list, Section{File: strings.Clone(file), Section: key})
	}
	return &c.list[i]
}

func (s *Section) because(reason string, n int) {
	i := slices.IndexFunc(s.Reasons, func(r Reason) bool { return r.Reason == reason })
	if i < 0 {
		s.Reasons = append(s.Reasons, Reason{reason, n})
	} else {
		s.Reasons[i].Figures += n
	}
}

func (c *counter) done() []Section {
	for i := range c.list {
		s := &c.list[i]
		slices.SortStableFunc(s.Reasons, func(a, b Reason) int { return cmp.Compare(b.Figures, a.Figures) })
		s.Reasons = s.Reasons[:min(len(s.Reasons), maxReasons)]
	}
	return c.list
}

// MergeSections adds up the sections of many files by name; with a line for every table of every file nobody sees anything.
func MergeSections(sections []Section) []Section {
	c := counter{}
	for _, s := range sections {
		into := c.section("", s.Section)
		into.Figures += s.Figures
		into.Tested += s.Tested
		for _, r := range s.Reasons {
			into.because(r.Reason, r.Figures)
		}
	}
	return c.done()
}

// keyer names the table a node stands in. All figures of one list share a name, so it is made once for each list.
type keyer map[*source.Node]string

// of returns the innermost list around a node, or the map around it where it stands in no list, and the name of the table.
// The lists of one section that hang below each other are one table (pengukuran.sasaran.indikator); tables that stand in a
// list of their own stay apart (anggaran[1].baris).
func (k keyer) of(n *source.Node) (*source.Node, string) {
	n = n.Whole()
	at := n
	for at.Parent() != nil && at.Parent().Kind != source.List {
		at = at.Parent()
	}
	holder := at.Parent()
	if holder == nil {
		if holder = n.Parent(); holder == nil {
			holder = n
		}
	}
	key, ok := k[holder]
	if !ok {
		key = tableKey(holder)
		k[holder] = key
	}
	return holder, key
}

func tableKey(holder *source.Node) string {
	// The total of a table belongs to its rows.
	if table := holder.Parent(); table != nil && table.Get("jumlah") == holder {
		for i := range table.Fields {
			if list := table.Fields[i].Value; list.Kind == source.List {
				return tableKey(list)
			}
		}
	}
	var b strings.Builder
	for i, step := range holder.Steps() {
		switch {
		case step.Key != "" && b.Len() > 0:
			b.WriteString("." + step.Key)
		case step.Key != "":
			b.WriteString(step.Key)
		case i == 1:
			b.WriteString("[" + strconv.Itoa(step.Index) + "]")
		}
	}
	return cmp.Or(b.String(), "laporan")
}

// coverageParts tells tested and read figures of each main section, in the order of the report.
func coverageParts(sections []Section) []string {
	c := counter{}
	for _, s := range sections {
		name, _, _ := strings.Cut(s.Section, ".")
		name, _, _ = strings.Cut(name, "[")
		into := c.section("", name)
		into.Figures += s.Figures
		into.Tested += s.Tested
	}
	var parts []string
	for _, s := range c.list {
		parts = append(parts, fmt.Sprintf("%s %d/%d", strings.ReplaceAll(sectionName(s.Section), " ", " "), s.Tested, s.Figures))
	}
	return parts
}

// sectionName is a section's path as people read it.
func sectionName(key string) string {
	key = strings.NewReplacer("_", " ", ".", " › ", "]", "").Replace(key)
	if head, rest, ok := strings.Cut(key, "["); ok {
		number, tail, _ := strings.Cut(rest, " ")
		n, _ := strconv.Atoi(number)
		key = strings.TrimSpace(head + " " + strconv.Itoa(n+1) + " " + tail)
	}
	return key
}

// Outcome is what became of one rule in the whole run.
type Outcome struct {
	Rule     string `json:"rule"`
	Status   string `json:"status"` // broken, untestable, passed, not-applicable
	Findings int    `json:"findings"`
	Held     int    `json:"held"`     // relations that hold
	Untested int    `json:"untested"` // checks that could not be made
}

// The outcomes of a rule. One whose every check failed for want of figures is untestable; one that could judge something
// and found nothing has passed.
const (
	Broken        = "broken"
	Untestable    = "untestable"
	Passed        = "passed"
	NotApplicable = "not-applicable"
)

// AddOutcomes adds what became of the rules in one dossier.
func (d *Document) AddOutcomes(outcomes []rules.Outcome) {
	for _, o := range outcomes {
		i, ok := slices.BinarySearchFunc(d.Rules, o.Rule, func(have Outcome, name string) int { return cmp.Compare(have.Rule, name) })
		if !ok {
			d.Rules = slices.Insert(d.Rules, i, Outcome{Rule: o.Rule, Status: NotApplicable})
		}
		into := &d.Rules[i]
		into.Held += o.Held
		into.Untested += o.Untested
		switch {
		case o.Untested > 0 && into.Held == 0 && into.Status != Passed:
			into.Status = Untestable
		case o.Applies:
			into.Status = Passed
		}
	}
}

// countOutcomes adds the findings to the outcomes: those of waivers and of the configuration come after the rules have run.
func (d *Document) countOutcomes() {
	for i := range d.Rules {
		d.Rules[i].Findings = 0
	}
	for i := range d.Findings {
		if k, ok := slices.BinarySearchFunc(d.Rules, d.Findings[i].Rule, func(have Outcome, name string) int { return cmp.Compare(have.Rule, name) }); ok {
			d.Rules[k].Findings++
			d.Rules[k].Status = Broken
		}
	}
}
