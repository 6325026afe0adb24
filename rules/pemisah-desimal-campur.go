package rules

import (
	"fmt"
	"regexp"
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "pemisah-desimal-campur",
	Title:    source.T("Tanda desimal titik dan koma bercampur dalam satu kolom", "Decimal dots and commas are mixed in one column"),
	Severity: Rendah,
	Basis: source.T("Bahasa Indonesia memakai koma sebagai tanda desimal (Pedoman Umum Ejaan Bahasa Indonesia); keseragaman penyajian",
		"Indonesian uses a comma as decimal mark (Pedoman Umum Ejaan Bahasa Indonesia); uniform presentation"),
	Checklist: []string{"II.5"},
	Needs:     []string{"instansi"},
	Doc: source.T("Bila satu kolom memuat angka dengan titik desimal (83.2) dan dengan koma desimal (3,43), yang lebih sedikit dicatat satu kali untuk kolom itu. Kolom yang seluruhnya memakai titik, dan titik ribuan, dibiarkan.",
		"Where one column holds figures with a decimal dot (83.2) and with a decimal comma (3,43), the fewer of both are reported once for the column. A column that uses dots throughout, and dots for thousands, are left alone."),
	Check: func(p *Pass) {
		for _, l := range p.Laporan {
			type column struct{ dots, commas []*schema.Figure }
			columns := map[string]*column{}
			var order []*column
			for _, f := range l.Figures() {
				if f.Node == nil || f.Node.Kind != source.String {
					continue
				}
				mark := decimalMark(f.Node.Text)
				if mark == 0 {
					continue
				}
				key := columnOf(f.Node)
				if columns[key] == nil {
					columns[key] = &column{}
					order = append(order, columns[key])
				}
				if mark == '.' {
					columns[key].dots = append(columns[key].dots, f)
				} else {
					columns[key].commas = append(columns[key].commas, f)
				}
			}
			for _, c := range order {
				if len(c.dots) == 0 || len(c.commas) == 0 {
					continue
				}
				odd, usual := c.dots, c.commas
				if len(c.dots) > len(c.commas) {
					odd, usual = usual, odd
				}
				p.mixedMarks(odd, usual[0])
			}
		}
	},
})

func (p *Pass) mixedMarks(odd []*schema.Figure, usual *schema.Figure) {
	f := odd[0]
	want := strings.Map(func(r rune) rune {
		switch r {
		case '.':
			return ','
		case ',':
			return '.'
		}
		return r
	}, f.Node.Text)
	more := source.Text{}
	if len(odd) > 1 {
		more = source.T(" dan %d angka lain", " and %d more figures", len(odd)-1)
	}
	p.Report(f.Node, Finding{
		Stated: f.Node.Text, Expected: want,
		Kondisi: source.T("%s tertulis %s%s, sedangkan kolom yang sama memuat %s", "%s reads %s%s, but the same column holds %s",
			schema.Label(f.Node), f.Node.Text, more, usual.Node.Text),
		Rekomendasi: source.T("Agar seluruh kolom memakai koma sebagai tanda desimal", "Use a comma as decimal mark throughout the column"),
	})
}

var (
	reDotDecimal   = regexp.MustCompile(`^[^\d.,]*\d*\.(\d|\d\d|\d{4,})([^\d.,]|$)`)
	reZeroDecimal  = regexp.MustCompile(`^[^\d.,]*0\.\d+([^\d.,]|$)`)
	reCommaDecimal = regexp.MustCompile(`^[^\d.,]*\d[\d.]*,\s?\d+([^\d.,]|$)`)
)

// decimalMark is the decimal mark of the first number of a text, 0 where it has none or it could be a thousands mark.
func decimalMark(text string) rune {
	switch {
	case reDotDecimal.MatchString(text), reZeroDecimal.MatchString(text):
		return '.'
	case reCommaDecimal.MatchString(text):
		return ','
	}
	return 0
}

// columnOf is a path without its row numbers. Assessments and budgets are tables of their own, each with its number.
func columnOf(n *source.Node) string {
	var b strings.Builder
	steps := n.Steps()
	for i, s := range steps {
		b.WriteString(s.Key)
		if i == 1 && s.Key == "" && (steps[0].Key == "penilaian" || steps[0].Key == "anggaran") {
			fmt.Fprint(&b, s.Index)
		}
		b.WriteByte('.')
	}
	return b.String() + n.Place.Table
}
