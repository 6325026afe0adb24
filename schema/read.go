package schema

import (
	"errors"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"lkjip/schema/source"
)

var nothings = map[string]bool{"-": true, "–": true, "—": true, "--": true, "n/a": true, "na": true, "n.a.": true, "nihil": true}

// isNothing reports whether a text says that there is no figure, also in rupiah: Rp. -
func isNothing(text string) bool {
	low := strings.ToLower(text)
	amount := strings.TrimLeft(strings.TrimPrefix(low, "rp"), ". ")
	return nothings[low] || low != amount && (amount == "-" || amount == "–")
}

// figure reads one figure. What is money must be a number; elsewhere words are allowed (a target may be "WTP").
func (d *decoder) figure(n *source.Node, f *Figure, opt option) {
	f.Node, f.Money = n, opt.rupiah
	text := strings.TrimSpace(n.Text)
	if text == "" {
		return
	}
	if n.Kind != source.Number && isNothing(text) {
		f.Kind = Nothing
		return
	}
	if strings.Trim(text, "#") == "" {
		d.tooNarrow(n)
		return
	}
	num, err := source.ReadNumeral(n.Kind, text)
	switch {
	case err == nil:
		f.setNumber(num)
		if num.Ambiguous || num.DotDecimal || num.Decimals > 0 {
			d.remember(n, f)
		}
	case !errors.Is(err, source.ErrNotNumber):
		d.damaged(n, err)
	case f.readWords(text):
	case opt.rupiah:
		d.damaged(n, err)
	default:
		f.Kind, f.Label = Worded, strings.Join(strings.Fields(text), " ")
	}
}

func (f *Figure) setNumber(num source.Numeral) {
	f.Kind, f.Value, f.Decimals, f.Percent = Exactly, num.Value, num.Decimals, num.Percent
}

var (
	numberPattern = `[-−]?(?:Rp\.?\s*)?\d[\d.,]*`
	reRange       = regexp.MustCompile(`^(?i)([<>≥≤]|lebih dari|minimal|maksimal|di atas)?\s*(` + numberPattern + `)\s*%?\s*(?:-|–|—|s\.?/?d\.?|sampai(?: dengan)?|hingga|≤)\s*([<≤])?\s*(\d[\d.,]*)\s*(%?)\s*(\p{L}*)\.?$`)
	reOpen        = regexp.MustCompile(`^(?i)(>=|<=|[<>≥≤]|lebih dari|kurang dari|minimal|maksimal|paling sedikit|paling banyak)\s*(` + numberPattern + `)\s*(%?)\s*(\p{L}*)$`)
	reLabelled    = regexp.MustCompile(`^(` + numberPattern + `)\s*(%?)\s*(\D+)$`)
)

// readWords reads what is not one bare number: ranges ("90-95 %", "> 90 – 100"), open ends ("≥ 95"), and a number with
// words ("75,15 BB", "271,5 (Baik)", "12 bulan"). Words that hold further digits ("100 dari 110 organisasi") stay words:
// which number counts would be a guess.
func (f *Figure) readWords(text string) bool {
	if len(text) > 200 {
		return false
	}
	if m := reRange.FindStringSubmatch(text); m != nil {
		low, errLow := source.ReadNumeral(source.String, m[2])
		high, errHigh := source.ReadNumeral(source.String, m[4])
		if errLow == nil && errHigh == nil && low.Value.Cmp(high.Value) <= 0 {
			f.Kind, f.Low, f.High, f.Percent, f.Label = Between, low.Value, high.Value, m[5] == "%", m[6]
			f.Decimals = max(low.Decimals, high.Decimals)
			return true
		}
		return false
	}
	if m := reOpen.FindStringSubmatch(text); m != nil {
		num, err := source.ReadNumeral(source.String, m[2])
		if err != nil {
			return false
		}
		f.Kind, f.Percent, f.Label, f.Decimals = Between, m[3] == "%", m[4], num.Decimals
		switch strings.ToLower(m[1]) {
		case ">", ">=", "≥", "lebih dari", "minimal", "paling sedikit":
			f.Low = num.Value
		default:
			f.High = num.Value
		}
		return true
	}
	if m := reLabelled.FindStringSubmatch(text); m != nil {
		num, err := source.ReadNumeral(source.String, m[1])
		if err != nil {
			return false
		}
		f.setNumber(num)
		f.Percent = m[2] == "%"
		f.Label = strings.Trim(strings.Join(strings.Fields(m[3]), " "), "()[] .")
		return true
	}
	return false
}

func (d *decoder) damaged(n *source.Node, err error) {
	why := source.T("bukan angka", "not a number")
	switch {
	case errors.Is(err, source.ErrGrouping):
		why = source.T("tanda ribuan tidak membagi tiga angka", "the thousands marks do not group three digits")
	case errors.Is(err, source.ErrMarks):
		why = source.T("tanda koma lebih dari satu atau titik sesudah koma", "more than one comma, or a dot after the comma")
	case errors.Is(err, source.ErrTooLong):
		why = source.T("terlalu banyak angka", "too many digits")
	}
	d.problems = append(d.problems, source.Problem{
		Rule: "angka-rusak", Place: placeOf(n), Path: n.Path(), Stated: clip(n.Text, 80),
		Kondisi: source.T("%s tertulis `%s` dan tidak dapat dibaca sebagai angka: %s", "%s reads `%s`, which is no number: %s",
			Label(n), clip(n.Text, 80), why),
		Saran: source.T("Agar angka ditulis ulang dengan titik sebagai tanda ribuan dan koma sebagai tanda desimal, misalnya 24.204.043.782 atau 84,21",
			"Write the number again with dots for thousands and a comma for decimals, as in 24.204.043.782 or 84,21"),
	})
}

// narrow are the values of a table that were printed as ###.
type narrow struct {
	first   *source.Node
	problem int // where it stands among the problems
	others  int
}

// tooNarrow notes a value whose column had no room for it when it was printed, once for each table.
func (d *decoder) tooNarrow(n *source.Node) {
	table := tableOf(n)
	told := d.narrow[table]
	if told == nil {
		if d.narrow == nil {
			d.narrow = map[*source.Node]*narrow{}
		}
		told = &narrow{first: n, problem: len(d.problems)}
		d.narrow[table] = told
		d.problems = append(d.problems, source.Problem{Rule: "angka-rusak", Place: placeOf(n), Path: n.Path(), Stated: clip(n.Text, 80),
			Kondisi: source.T("%s tercetak `%s`, karena kolomnya terlalu sempit untuk angkanya", "%s is printed as `%s`, since its column is too narrow for the number", Label(n), clip(n.Text, 80)),
			Saran:   source.T("Agar kolomnya dilebarkan, lalu dokumen dicetak ulang", "Widen the column and print the document again")})
		return
	}
	told.others++
	d.problems[told.problem].Kondisi = source.T("%s tercetak `%s`, karena kolomnya terlalu sempit untuk angkanya; demikian pula %d angka lain dalam tabel itu",
		"%s is printed as `%s`, since its column is too narrow for the number, and so are %d more numbers of the table", Label(told.first), clip(told.first.Text, 80), told.others)
}

// tableOf is the section that a value stands in, or the one of several: anggaran[1].
func tableOf(n *source.Node) *source.Node {
	section, item := n, n
	for ; n.Parent() != nil; n = n.Parent() {
		section, item = n, section
	}
	if section.Kind == source.List {
		return item
	}
	return section
}

func clip(s string, runes int) string {
	if r := []rune(s); len(r) > runes {
		return string(r[:runes-1]) + "…"
	}
	return s
}

// remember keeps a figure with its column, the path without indexes but that of its table, for settleColumns.
func (d *decoder) remember(n *source.Node, f *Figure) {
	if n.Kind == source.Number || f.Money {
		return
	}
	var b strings.Builder
	for i, s := range n.Steps() {
		if b.WriteString(s.Key); i == 1 && s.Key == "" {
			b.WriteString(strconv.Itoa(s.Index))
		}
		b.WriteByte('.')
	}
	d.columns[b.String()] = append(d.columns[b.String()], f)
}

// settleColumns decides what a lone dot before three digits means ("2.901"): where the other numbers of the column use a
// decimal dot and none a decimal comma, it is a decimal dot too; otherwise it stays a thousands mark.
func (d *decoder) settleColumns() {
	for _, column := range d.columns {
		dots, commas := 0, 0
		for _, f := range column {
			num, err := source.ReadNumeral(source.String, f.Node.Text)
			if err == nil && num.DotDecimal {
				dots++
			} else if err == nil && num.Decimals > 0 {
				commas++
			}
		}
		if dots == 0 || commas > 0 {
			continue
		}
		for _, f := range column {
			if num, err := source.ReadNumeral(source.String, f.Node.Text); err == nil && num.Ambiguous {
				f.setNumber(num.Decimal())
			}
		}
	}
}

var months = map[string]time.Month{
	"januari": 1, "februari": 2, "pebruari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "agustus": 8,
	"september": 9, "oktober": 10, "november": 11, "nopember": 11, "desember": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agt": 8, "ags": 8, "sep": 9, "okt": 10, "nov": 11, "nop": 11, "des": 12,
}

var (
	reISO   = regexp.MustCompile(`^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$`)
	reDMY   = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$`)
	reWords = regexp.MustCompile(`^(?:[^,\d]*,\s*)?(\d{1,2})?\s*(\p{L}+)\s*(\d{4})$`)
)

// tanggal reads "2024-02-22", "22 Februari 2024", "Paringin, 22 Februari 2024", "22/02/2024", "Maret 2025".
func (d *decoder) tanggal(n *source.Node, t *Tanggal) {
	text := strings.TrimSpace(n.Text)
	if text == "" || isNothing(text) {
		return
	}
	if first, hasDay, ok := ReadDate(text); ok {
		t.Node, t.First, t.Last, t.HasDay = n, first, first, hasDay
		if !hasDay {
			t.Last = first.AddDate(0, 1, -1)
		}
		return
	}
	d.problems = append(d.problems, source.Problem{
		Rule: "isian-tak-sah", Place: placeOf(n), Path: n.Path(), Stated: clip(text, 80),
		Kondisi: source.T("%s tertulis `%s`, bukan tanggal yang dikenal", "%s reads `%s`, which is no date", Label(n), clip(text, 80)),
		Saran:   source.T("Agar tanggal ditulis seperti 22 Februari 2025 atau 2025-02-22", "Write the date as 22 Februari 2025 or 2025-02-22"),
	})
}

// ReadDate reads a date in the spellings Indonesian documents use. Without a day it gives the first of the month.
func ReadDate(text string) (first time.Time, hasDay, ok bool) {
	year, month, day := "", time.Month(0), ""
	if m := reISO.FindStringSubmatch(text); m != nil {
		year, month, day = m[1], time.Month(atoi(m[2])), m[3]
	} else if m := reDMY.FindStringSubmatch(text); m != nil {
		year, month, day = m[3], time.Month(atoi(m[2])), m[1]
	} else if m := reWords.FindStringSubmatch(text); m != nil {
		year, month, day = m[3], months[strings.ToLower(m[2])], m[1]
	}
	y, dd := atoi(year), 1
	if day != "" {
		dd = atoi(day)
	}
	first = time.Date(y, month, dd, 0, 0, 0, 0, time.UTC)
	if y < 1900 || month < 1 || month > 12 || first.Day() != dd || first.Month() != month {
		return time.Time{}, false, false
	}
	return first, day != "", true
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}

type unit struct {
	word  string
	worth int64
}

// units of money as tables declare them; "dalam ribuan rupiah" makes a printed 1 worth 1,000.
var units = []unit{{"triliun", 1e12}, {"milyar", 1e9}, {"miliar", 1e9}, {"juta", 1e6}, {"ribu", 1e3}}

// applySatuan puts the amounts of a table into full rupiah where the table declares a larger unit.
func (a *Anggaran) applySatuan() { inUnit(a.Satuan.S, a.Amounts()) }

// applySatuan does so with the budget of an agreement.
func (pk *PK) applySatuan() { inUnit(pk.SatuanUang.S, pk.Amounts()) }

func inUnit(declared string, amounts []*Figure) {
	i := slices.IndexFunc(units, func(u unit) bool { return strings.Contains(strings.ToLower(declared), u.word) })
	if i < 0 {
		return
	}
	scale := big.NewRat(units[i].worth, 1)
	for _, f := range amounts {
		if f.Money && f.Kind == Exactly {
			f.Unit, f.Value = scale, new(big.Rat).Mul(f.Value, scale)
		}
	}
}
