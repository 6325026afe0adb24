package report

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"lkjip/rules"
	"lkjip/schema"
	"lkjip/schema/source"
)

// Drawing is what a picture of a report needs beyond its findings: its tables with the state of every figure, and how much
// of budgets was used and of targets reached. It is plain text, so that no tree is kept for it.
type Drawing struct {
	Tables  []Table
	Budget  []Bar // use of budget by programme, percent
	Capaian []Bar // capaian by indicator, percent
}

// Table is one table of a report, drawn anew.
type Table struct {
	File, Name string
	Columns    []string
	Rows       [][]Cell
	rows       map[string]int // by the path of the item
}

// Cell is one cell of a Table.
type Cell struct {
	Text   string
	Path   string // of a figure; empty for words
	Tested bool
	Why    string // of a figure that is not tested
}

// Bar is one bar of a chart. The value serves to draw and is not judged.
type Bar struct {
	Label, Shown string
	Value        float64
	File, Path   string // of the row or indicator
}

// maxDrawn is the number of cells drawn of one dossier; those of a usual report are two thousand.
const maxDrawn = 100_000

// Draw takes from a checked dossier what a picture of it needs.
func Draw(reports []rules.Report, r *rules.Result, lang string) *Drawing {
	d := &drawer{Drawing: &Drawing{}, lang: lang, marks: map[*source.Node]*rules.Mark{}, keys: keyer{}, at: map[[2]string]int{}}
	for i, m := range r.Marks() {
		if m.Node.Whole() == m.Node { // a number within prose is no cell
			d.marks[m.Node] = &r.Marks()[i]
		}
	}
	for _, rep := range reports {
		if rep.Node == nil {
			continue
		}
		for _, f := range rep.Node.Fields {
			if f.Key != "narasi" && f.Key != "susunan" {
				d.walk(f.Value, rep.File())
			}
		}
		d.bars(rep.Laporan)
	}
	d.Tables = slices.DeleteFunc(d.Tables, func(t Table) bool { // names alone are no figures to look at
		return !slices.ContainsFunc(t.Rows, func(row []Cell) bool { return slices.ContainsFunc(row, func(c Cell) bool { return c.Path != "" }) })
	})
	return d.Drawing
}

// AddDrawing adds what a picture of one dossier needs.
func (d *Document) AddDrawing(one *Drawing) {
	if one == nil {
		return
	}
	if d.Drawing == nil {
		d.Drawing = &Drawing{}
	}
	d.Drawing.Tables = append(d.Drawing.Tables, one.Tables...)
	d.Drawing.Budget = append(d.Drawing.Budget, one.Budget...)
	d.Drawing.Capaian = append(d.Drawing.Capaian, one.Capaian...)
}

type drawer struct {
	*Drawing
	lang  string
	marks map[*source.Node]*rules.Mark
	keys  keyer
	at    map[[2]string]int
	cells int
}

func (d *drawer) walk(n *source.Node, file string) {
	if n == nil || d.cells > maxDrawn {
		return
	}
	for i := range n.Fields {
		d.walk(n.Fields[i].Value, file)
	}
	for _, item := range n.Items {
		d.walk(item, file)
	}
	if n.Kind != source.List && n.Kind != source.Map && n.Kind != source.Null {
		d.cell(n, file)
	}
}

// cell puts a scalar into the row of the innermost list item around it.
func (d *drawer) cell(n *source.Node, file string) {
	list, key := d.keys.of(n)
	item := n
	for item.Parent() != nil && item.Parent() != list && item != list {
		item = item.Parent()
	}
	if list.Kind != source.List {
		item = list
	}
	if item == n && list.Kind == source.List { // a list of words, such as codes of programmes
		return
	}
	column := strings.TrimPrefix(strings.TrimPrefix(n.Path(), item.Path()), ".")
	mark := d.marks[n]
	if mark == nil && len(column) > 0 && (strings.Contains(column, ".") || len([]rune(n.Text)) > 200) {
		return // analyses are prose
	}
	t := d.table(file, key)
	row, ok := t.rows[item.Path()]
	if !ok {
		row = len(t.Rows)
		t.rows[item.Path()] = row
		t.Rows = append(t.Rows, nil)
	}
	at := slices.Index(t.Columns, column)
	if at < 0 {
		at = len(t.Columns)
		t.Columns = append(t.Columns, column)
	}
	for len(t.Rows[row]) <= at {
		t.Rows[row] = append(t.Rows[row], Cell{})
	}
	c := Cell{Text: strings.Clone(n.Text)}
	if mark != nil {
		c = Cell{Text: strings.Clone(show(n)), Path: n.Path(), Tested: mark.Tested, Why: mark.Why.In(d.lang)}
	}
	t.Rows[row][at] = c
	d.cells++
}

// show is a number as a reader of the report sees it.
func show(n *source.Node) string {
	if n.Kind != source.Number {
		return n.Text
	}
	v, ok := new(big.Rat).SetString(n.Text)
	if !ok || len(n.Text) > 40 {
		return n.Text
	}
	_, frac, _ := strings.Cut(n.Text, ".")
	path := n.Path()
	if strings.HasPrefix(path[strings.LastIndexByte(path, '.')+1:], "tahun") || strings.Contains(path, "periode") {
		return n.Text
	}
	return source.FormatNumber(v, len(frac))
}

func (d *drawer) table(file, key string) *Table {
	i, ok := d.at[[2]string{file, key}]
	if !ok {
		i = len(d.Tables)
		d.at[[2]string{file, key}] = i
		d.Tables = append(d.Tables, Table{File: strings.Clone(file), Name: key, rows: map[string]int{}})
	}
	return &d.Tables[i]
}

// maxBars are the bars of one chart.
const maxBars = 15

func (d *drawer) bars(l *schema.Laporan) {
	percent := func(f *schema.Figure) float64 {
		v, _ := f.Value.Float64()
		return v
	}
	for i := range l.Anggaran {
		for _, row := range topRows(&l.Anggaran[i]) {
			pagu, used := &row.Pagu, &row.Realisasi
			if len(d.Budget) == maxBars || !pagu.IsNumber() || !used.IsNumber() || pagu.Value.Sign() <= 0 {
				continue
			}
			v, _ := new(big.Rat).Quo(new(big.Rat).Mul(used.Value, big.NewRat(100, 1)), pagu.Value).Float64()
			d.Budget = append(d.Budget, Bar{Label: strings.Clone(cmp.Or(row.Uraian.S, row.Kode.S)), Value: v, Shown: strings.Replace(fmt.Sprintf("%.2f %%", v), ".", ",", 1),
				File: l.File(), Path: row.Node.Path()})
		}
	}
	for _, in := range l.Pengukuran.Indikators() {
		c := &in.Indikator.Capaian
		if len(d.Capaian) < maxBars && c.IsNumber() {
			d.Capaian = append(d.Capaian, Bar{Label: strings.Clone(in.Indikator.Nama.S), Value: percent(c), Shown: strings.TrimSuffix(c.Show(), "%") + " %",
				File: l.File(), Path: in.Indikator.Node.Path()})
		}
	}
}

// topRows are the rows of the highest level that has several, the programmes of most tables.
func topRows(a *schema.Anggaran) []*schema.BarisAnggaran {
	byDepth := map[int][]*schema.BarisAnggaran{}
	deepest := 0
	for i := range a.Baris {
		row := &a.Baris[i]
		if schema.Normal(row.Tingkat.S) == "program" {
			byDepth[0] = append(byDepth[0], row)
		}
		depth := 1 + strings.Count(strings.Trim(row.Kode.S, "."), ".")
		byDepth[depth] = append(byDepth[depth], row)
		deepest = max(deepest, depth)
	}
	for depth := range deepest + 1 {
		if len(byDepth[depth]) > 1 {
			return byDepth[depth]
		}
	}
	return byDepth[deepest]
}
