package schema

import (
	"regexp"
	"strings"

	"lkjip/schema/source"
)

var (
	reCascadeLabel = regexp.MustCompile(`(?i)^(?:(indikator)(?: kinerja)?\s+)?(visi|misi|tujuan|sasaran)(?: strategis| renstra| pd| rpjmd| daerah)?(?:\s+[\dIVX]+(?:\.\d+)*)?\.?$`)
	reListed       = regexp.MustCompile(`^(\d{1,2})[.)]\s+`)
)

// cascade reads a diagram of how the plan hangs together, drawn as a table: under each other TUJUAN, its text, Indikator
// Tujuan, SASARAN, numbered objectives, Indikator Sasaran, numbered indicators. A column that heads the plan of the region
// (RPJMD) gives the objectives that the agency's serve. It reports whether the table is such a diagram.
func (r *recogniser) cascade(t *tabel) bool {
	found := false
	for col := range t.heads {
		head := Normal(t.heads[col].text)
		agency := strings.Contains(head, "renstra") || strings.Contains(head, "rencana strategis")
		if !agency && !strings.Contains(head, "rpjmd") {
			continue
		}
		c := cascadeColumn{tabel: t, col: col, texts: map[string][]*source.Node{}}
		c.read()
		if len(c.texts["sasaran"]) == 0 || len(c.texts["indikator sasaran"]) == 0 {
			continue
		}
		if agency {
			found = true
			r.plant(&c)
		} else {
			r.served(&c)
		}
	}
	return found
}

// served puts the objective of the region's plan with its indicators. Of several it is not told which indicator is whose.
func (r *recogniser) served(c *cascadeColumn) {
	objectives := c.texts["sasaran"]
	if len(objectives) != 1 || r.root.Get("rpjmd") != nil {
		return
	}
	objective := item(under(r.root, source.List, objectives[0].Place, "rpjmd"), objectives[0].Place)
	put(objective, "uraian", unnumbered(objectives[0]))
	for _, n := range c.texts["indikator sasaran"] {
		put(item(under(objective, source.List, n.Place, "indikator"), n.Place), "nama", unnumbered(n))
	}
}

type cascadeColumn struct {
	*tabel
	col   int
	texts map[string][]*source.Node // by label
}

func (c *cascadeColumn) read() {
	label := ""
	for _, b := range c.rows {
		text := b.text(c.col)
		if text == "" {
			continue
		}
		if m := reCascadeLabel.FindStringSubmatch(text); m != nil {
			label = strings.TrimSpace(strings.ToLower(m[1] + " " + m[2]))
			continue
		}
		if label != "" {
			c.texts[label] = append(c.texts[label], c.word(b, c.col, text))
		}
	}
}

// plant puts the objectives and their indicators under the plan. Numbered ones belong together by their numbers.
func (r *recogniser) plant(c *cascadeColumn) {
	plan := under(r.root, source.Map, c.place, "renstra")
	tr := &treeReader{recogniser: r, tabel: c.tabel, section: "renstra", root: plan, own: map[*source.Node]bool{}, indicator: map[string]*source.Node{}}
	if goals := c.texts["tujuan"]; len(goals) == 1 {
		tr.setGoal(unnumbered(goals[0]))
		for _, n := range c.texts["indikator tujuan"] {
			tr.find(under(tr.goal, source.List, n.Place, "indikator"), "nama", unnumbered(n))
		}
	}
	objectives, indicators := c.texts["sasaran"], c.texts["indikator sasaran"]
	for i, s := range objectives {
		number := reListed.FindString(s.Text)
		name := r.whole(unnumbered(s))
		tr.objective = nil
		tr.setObjective(name)
		for _, n := range indicators {
			if len(objectives) == 1 || number != "" && reListed.FindString(n.Text) == number || number == "" && len(objectives) == len(indicators) && n == indicators[i] {
				tr.find(under(tr.objective, source.List, n.Place, "indikator"), "nama", unnumbered(n))
			}
		}
	}
}

func unnumbered(n *source.Node) *source.Node {
	copied := *n
	mark := reListed.FindString(n.Text)
	copied.Text = strings.TrimPrefix(n.Text, mark)
	copied.Place = shift(n.Place, len(mark))
	return &copied
}

// whole is a name of a diagram as the text lists it: boxes lose their first words more often than sentences do.
func (r *recogniser) whole(name *source.Node) *source.Node {
	short := Normal(name.Text)
	for i := range r.blocks {
		b := &r.blocks[i]
		if long := Normal(b.Text); b.Kind == source.Item && len(strings.Fields(short)) > 2 && len(long) > len(short) && strings.HasSuffix(long, " "+short) && len(long) < 2*len(short)+60 {
			return written(strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(b.Text), "; dan"), " ;."), b.Place)
		}
	}
	return name
}
