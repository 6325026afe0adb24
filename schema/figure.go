package schema

import (
	"math/big"
	"regexp"
	"strings"
	"time"

	"lkjip/schema/source"
)

// Teks is a text with its place; the zero Teks is unset.
type Teks struct {
	Node *source.Node
	S    string // trimmed, inner spaces folded
}

// IsSet reports whether something is written.
func (t Teks) IsSet() bool { return t.S != "" }

// Place says where the text stands.
func (t Teks) Place() source.Place { return placeOf(t.Node) }

// Path is the text's path in its file.
func (t Teks) Path() string { return t.Node.Path() }

// Tanggal is a calendar date; a date without a day ("Maret 2025") has HasDay false and stands for the whole month.
type Tanggal struct {
	Node   *source.Node
	First  time.Time // the first day it can mean
	Last   time.Time // the last day it can mean
	HasDay bool
}

// IsSet reports whether a date could be read.
func (t Tanggal) IsSet() bool { return !t.First.IsZero() }

// FigureKind says what kind of thing stands where a figure is expected.
type FigureKind uint8

// Targets may be numbers, ranges ("90-95 %"), words ("WTP") or numbers with words ("75,15 BB": Exactly with Label).
const (
	Unset   FigureKind = iota // nothing is written, or nothing readable
	Nothing                   // "-", "n/a": written down that there is no figure
	Exactly                   // one number
	Between                   // a range
	Worded                    // words alone
)

// Figure is what is written where a figure is expected.
type Figure struct {
	Node     *source.Node
	Kind     FigureKind
	Value    *big.Rat // Exactly: the value in full units (rupiah, not thousands)
	Decimals int      // Exactly: printed decimals
	Low      *big.Rat // Between; nil where the range is open
	High     *big.Rat // Between; nil where the range is open
	Label    string   // words beside or instead of the number
	Percent  bool     // a percent sign is written
	Unit     *big.Rat // what one printed unit is worth: nil for 1, 1000 under "dalam ribuan rupiah"
	Money    bool     // rupiah: exact when printed in full
}

// IsNumber reports whether the figure is one number.
func (f *Figure) IsNumber() bool { return f != nil && f.Kind == Exactly }

var reStored = regexp.MustCompile(`^-?\d+\.(\d+)$`)

// Rounded reports whether the cell of a sheet holds more decimals than it shows, so that not even a count or an amount in full rupiah
// stands for itself.
func (f *Figure) Rounded() bool {
	if f.Node == nil || f.Node.Raw == "" {
		return false
	}
	m := reStored.FindStringSubmatch(f.Node.Raw)
	shown := f.Decimals
	if f.Percent {
		shown += 2
	}
	return m != nil && len(strings.TrimRight(m[1], "0")) > shown
}

// Stored is what the cell of a sheet holds where it shows fewer decimals, nil elsewhere.
func (f *Figure) Stored() *big.Rat {
	if !f.Rounded() {
		return nil
	}
	v, ok := new(big.Rat).SetString(f.Node.Raw)
	if ok && f.Percent {
		v.Mul(v, big.NewRat(100, 1))
	}
	if !ok || f.Unit == nil {
		return v
	}
	return v.Mul(v, f.Unit)
}

// IsSet reports whether anything is written.
func (f *Figure) IsSet() bool { return f != nil && f.Kind != Unset }

// Place says where the figure stands.
func (f *Figure) Place() source.Place { return placeOf(f.Node) }

// Path is the figure's path in its file.
func (f *Figure) Path() string { return f.Node.Path() }

// Show is the figure as a reader of the report would see it, in Indonesian notation: machine numbers are converted
// (24204043782 becomes 24.204.043.782), strings stay as written.
func (f *Figure) Show() string {
	if f == nil || f.Node == nil {
		return ""
	}
	if f.Node.Kind != source.Number || f.Kind != Exactly {
		return f.Node.Text
	}
	v := f.Value
	if f.Unit != nil {
		v = new(big.Rat).Quo(v, f.Unit)
	}
	return source.FormatNumber(v, f.Decimals)
}

// ShowYear is Show for a year, without a thousands mark.
func (f *Figure) ShowYear() string { return strings.ReplaceAll(f.Show(), ".", "") }

// Year is the figure as a year, 0 when it is none.
func (f *Figure) Year() int {
	if !f.IsNumber() || !f.Value.IsInt() || !f.Value.Num().IsInt64() {
		return 0
	}
	return int(f.Value.Num().Int64())
}

func placeOf(n *source.Node) source.Place {
	for ; n != nil; n = n.Parent() {
		if !n.Place.IsZero() || n.Parent() == nil {
			return n.Place
		}
	}
	return source.Place{}
}
