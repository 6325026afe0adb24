package calc

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

// area is a range of cells, its corners included.
type area struct{ left, top, right, bottom int }

func (a area) has(p source.Place) bool {
	return p.Col >= a.left && p.Col <= a.right && p.Row >= a.top && p.Row <= a.bottom
}

var (
	reSummed = regexp.MustCompile(`^(?:SUM\(|SUBTOTAL\((?:10)?9[,;])([A-Z0-9:,;]+)\)$`)
	reArea   = regexp.MustCompile(`^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$`)
)

// summed are the areas that a formula adds up, nil where it does anything else: SUM and SUBTOTAL of areas, and chains of +.
func summed(formula string) (areas []area) {
	formula = strings.ToUpper(strings.NewReplacer("$", "", " ", "").Replace(strings.TrimLeft(formula, "=+")))
	if len(formula) > 2000 {
		return nil
	}
	for part := range strings.SplitSeq(formula, "+") {
		if m := reSummed.FindStringSubmatch(part); m != nil {
			part = m[1]
		} else if strings.ContainsAny(part, ":,;") {
			return nil
		}
		for one := range strings.FieldsFuncSeq(part, func(r rune) bool { return r == ',' || r == ';' }) {
			m := reArea.FindStringSubmatch(one)
			if m == nil {
				return nil
			}
			if m[3] == "" {
				m[3], m[4] = m[1], m[2]
			}
			top, _ := strconv.Atoi(m[2])
			bottom, _ := strconv.Atoi(m[4])
			areas = append(areas, area{letters(m[1]), top, letters(m[3]), bottom})
		}
	}
	return areas
}

func letters(s string) (n int) {
	for _, r := range s {
		n = n*26 + int(r-'A') + 1
	}
	return n
}

// cells holds the formula in the cell of a total against the parts of its sum: rows that it leaves out or takes in as well,
// numbers that are texts, which SUM passes over, or a value that was stored before it was last computed. It counts only where
// it gives exactly what is printed, which proves it.
func (d *diagnosis) cells(r *Relation) {
	at, formula := d.figure.Place(), d.figure.Node.Formula
	areas := summed(formula)
	if at.Cell == "" || len(areas) == 0 {
		return
	}
	covers := func(p source.Place) bool { return slices.ContainsFunc(areas, func(a area) bool { return a.has(p) }) }
	parts := map[*schema.Figure]bool{}
	var missing, extra, texts []source.Place
	for i := range r.Terms {
		f := r.Terms[i].Figure
		if f == nil || r.Terms[i].Weight != nil && r.Terms[i].Weight.Cmp(big.NewRat(1, 1)) != 0 {
			return
		}
		if !f.IsNumber() {
			continue
		}
		p := f.Place()
		if p.Cell == "" || p.File != at.File || p.Sheet != at.Sheet {
			return
		}
		if parts[f] = true; !covers(p) && f.Value.Sign() != 0 {
			missing = append(missing, p)
		}
	}
	sum := Point(new(big.Rat))
	for n, f := range d.pool.byNode {
		p := f.Place()
		if p.File != at.File || p.Sheet != at.Sheet || p.Cell == "" || !covers(p) {
			continue
		}
		if n.Kind == source.String && n.Raw == "" {
			texts = append(texts, p)
			continue
		}
		if sum = sum.plus((&Term{Figure: f}).interval()); !parts[f] && f.Value.Sign() != 0 {
			extra = append(extra, p)
		}
	}
	shown := "=" + strings.TrimLeft(formula, "=")
	if len(missing)+len(extra)+len(texts) == 0 {
		if !strings.Contains(strings.ToUpper(formula), "SUBTOTAL") { // which passes over rows that a filter hides
			d.prove(Uncomputed, source.T("nilai yang tersimpan bukan hasil rumus %s; berkas belum dihitung ulang", "the stored value is not what the formula %s gives; the file was not computed again", shown))
		}
		return
	}
	if !d.is(sum, true) {
		return
	}
	text := source.T("rumus %s", "the formula %s", shown)
	for _, c := range []struct {
		cells []source.Place
		says  source.Text
	}{
		{missing, source.T("tidak memuat", "leaves out")},
		{extra, source.T("memuat juga", "also takes in")},
		{texts, source.T("melewati angka yang berupa teks di", "passes over numbers that are texts in")},
	} {
		if len(c.cells) > 0 {
			if text.ID != "rumus "+shown {
				text = source.T("%s dan", "%s and", text)
			}
			text = source.T("%s %s %s", "%s %s %s", text, c.says, inWords(c.cells))
		}
	}
	d.prove(ByFormula, text)
}

func (d *diagnosis) prove(kind string, text source.Text) {
	d.causes = append(d.causes, Cause{Kind: kind, Text: text, rank: 1})
}

// inWords names cells of one column by their rows, others by their names.
func inWords(cells []source.Place) source.Text {
	slices.SortFunc(cells, func(a, b source.Place) int { return 10_000*(a.Row-b.Row) + a.Col - b.Col })
	column := !slices.ContainsFunc(cells, func(p source.Place) bool { return p.Col != cells[0].Col })
	var names []string
	for _, p := range cells[:min(len(cells), 5)] {
		if column {
			names = append(names, strconv.Itoa(p.Row))
		} else {
			names = append(names, p.Cell)
		}
	}
	list := strings.Join(names, ", ")
	if len(cells) > len(names) {
		list = fmt.Sprintf("%s, …", list)
	}
	if column {
		return source.T("baris %s", "row %s", list)
	}
	return source.T("sel %s", "cell %s", list)
}
