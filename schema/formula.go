package schema

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Formula is what a table says of one of its columns, as in the row of column numbers of form E.81 of Permendagri 86/2017:
// "13 = 9+10+11+12". Sums and differences, a quotient of such, or a product of two columns.
type Formula struct {
	Result int    // the column that is computed, from 1
	Parts  []Part // added up
	Over   int    // the column that their sum is divided by, 0 for none
	Times  int    // the column that it is multiplied by, 0 for none
	Share  bool   // as a percentage: a quotient × 100, a product ÷ 100
}

// Part is a column in a sum.
type Part struct {
	Column int
	Minus  bool
}

const maxFormulaParts = 24 // a column for each month twice over

var (
	formulaSigns = strings.NewReplacer(" ", "", "\n", "", "\u00a0", "", "×", "*", "x", "*", "·", "*", "÷", "/", ":", "/", "–", "-", "−", "-",
		"%", "", "[", "(", "]", ")", "s.d.", "~", "s.d", "~", "s/d", "~", "sd", "~")
	reNumberFirst = regexp.MustCompile(`^\(?(\d{1,2})\)?\s*(\(.*\))$`) // 6 (3x5)
	reColumnLabel = regexp.MustCompile(`^(?:\d{1,2}|[a-z])$`)
)

// ReadFormula reads a formula of columns that are called by numbers, or by letters from a. Without "=" it is of the column
// given; ok is false for anything else.
func ReadFormula(text string, column int) (f Formula, ok bool) {
	if len(text) > 120 || !strings.ContainsAny(text, "+-–−*x×·/:÷") && !strings.Contains(strings.ToLower(text), "s") {
		return f, false
	}
	s := bare(formulaSigns.Replace(strings.ToLower(reNumberFirst.ReplaceAllString(strings.TrimSpace(text), "$1=$2"))))
	f.Result = column
	if left, right, two := strings.Cut(s, "="); two {
		if f.Result, ok = columnLabel(left); !ok {
			return f, false
		}
		s = bare(right)
	}
	ok = f.read(s) && !f.uses(f.Result) && f.Result > 0
	return f, ok
}

func (f *Formula) read(s string) (ok bool) {
	quotient := atTop(s, '/')
	if len(quotient) == 2 && quotient[1] == "100" {
		return f.product(atTop(bare(quotient[0]), '*'), true)
	}
	factors := atTop(s, '*')
	for i, factor := range factors {
		if factor == "100" && len(factors) == 2 {
			f.Share = true
			quotient = atTop(bare(factors[1-i]), '/')
		}
	}
	switch {
	case len(quotient) == 2:
		f.Over, ok = columnLabel(quotient[1])
		return ok && f.sum(quotient[0])
	case len(quotient) == 1 && len(factors) == 1:
		return f.sum(s) && len(f.Parts) > 1
	}
	return f.product(factors, false)
}

func (f *Formula) product(factors []string, share bool) (ok bool) {
	if len(factors) != 2 || f.Share {
		return false
	}
	f.Share = share
	f.Times, ok = columnLabel(factors[1])
	return ok && f.sum(factors[0]) && len(f.Parts) == 1 && !f.Parts[0].Minus
}

// sum reads columns that are added and subtracted: 8+9-10, 9 s.d. 12.
func (f *Formula) sum(s string) bool {
	minus := false
	for s = bare(s); s != ""; {
		end := strings.IndexAny(s, "+-")
		if end < 0 {
			end = len(s)
		}
		from, to, span := strings.Cut(s[:end], "~")
		first, ok := columnLabel(from)
		last := first
		if span && ok {
			last, ok = columnLabel(to)
		}
		if !ok || last < first || len(f.Parts)+last-first >= maxFormulaParts {
			return false
		}
		for c := first; c <= last; c++ {
			f.Parts = append(f.Parts, Part{c, minus})
		}
		if end == len(s) {
			return true
		}
		minus, s = s[end] == '-', s[end+1:]
	}
	return false
}

// Columns are the columns that the formula computes with.
func (f *Formula) Columns() []int {
	var all []int
	for _, p := range f.Parts {
		all = append(all, p.Column)
	}
	for _, c := range []int{f.Over, f.Times} {
		if c > 0 {
			all = append(all, c)
		}
	}
	return all
}

func (f *Formula) uses(column int) bool { return slices.Contains(f.Columns(), column) }

// Renumber gives the formula with other numbers for its columns; ok is false where one has none.
func (f *Formula) Renumber(number func(int) (int, bool)) (Formula, bool) {
	out, all := *f, true
	to := func(c int) int {
		n, ok := number(c)
		all = all && (ok || c == 0)
		return n
	}
	out.Result, out.Over, out.Times, out.Parts = to(f.Result), to(f.Over), to(f.Times), slices.Clone(f.Parts)
	for i := range out.Parts {
		out.Parts[i].Column = to(f.Parts[i].Column)
	}
	return out, all
}

// String is the formula as ReadFormula reads it again: "5 = 4 / 3 × 100".
func (f *Formula) String() string {
	var b strings.Builder
	for i, p := range f.Parts {
		switch {
		case p.Minus:
			b.WriteString(" − ")
		case i > 0:
			b.WriteString(" + ")
		}
		b.WriteString(strconv.Itoa(p.Column))
	}
	s := b.String()
	if f.Over > 0 && len(f.Parts) > 1 {
		s = "(" + s + ")"
	}
	switch {
	case f.Over > 0:
		if s += fmt.Sprintf(" / %d", f.Over); f.Share {
			s += " × 100"
		}
	case f.Times > 0:
		if s += fmt.Sprintf(" × %d", f.Times); f.Share {
			s += " / 100"
		}
	}
	return fmt.Sprintf("%d = %s", f.Result, s)
}

// columnLabel reads the number or letter of a column.
func columnLabel(s string) (int, bool) {
	s = strings.Trim(s, "()")
	if !reColumnLabel.MatchString(s) {
		return 0, false
	}
	if s[0] >= 'a' {
		return int(s[0]-'a') + 1, true
	}
	n := atoi(s)
	return n, n > 0
}

// bare takes brackets off that stand around the whole.
func bare(s string) string {
	for len(s) > 1 && s[0] == '(' && closing(s) == len(s)-1 {
		s = s[1 : len(s)-1]
	}
	return s
}

// closing is where the bracket that opens a text is closed, -1 for nowhere.
func closing(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// atTop splits a text at a sign that stands outside brackets.
func atTop(s string, sign byte) []string {
	var parts []string
	depth, from := 0, 0
	for i := range len(s) {
		switch {
		case s[i] == '(':
			depth++
		case s[i] == ')':
			depth--
		case s[i] == sign && depth == 0:
			parts, from = append(parts, s[from:i]), i+1
		}
	}
	return append(parts, s[from:])
}
