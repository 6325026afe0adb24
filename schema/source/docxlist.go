package source

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// listLevel is how Word numbers one level of a list.
type listLevel struct {
	format string // decimal, lowerLetter, upperRoman, bullet, …
	text   string // "%1.%2."
	start  int
	legal  bool // all numbers in digits
}

// wordList is a list that paragraphs point to. Lists of one kind count on together, unless one says it starts anew.
type wordList struct {
	kind   string
	levels []listLevel
	styles map[string]int // levels that belong to a style
	anew   map[int]int    // levels that start anew, and from where
}

// readNumbering reads how lists are numbered: numbers point to abstract lists, which have levels.
func (r *docxReader) readNumbering(dec *xml.Decoder) error {
	kinds := map[string]*wordList{}
	var kind, list *wordList
	level := -1
	for {
		tok, err := dec.Token()
		if err != nil {
			return err
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "abstractNum":
			kind, list, level = &wordList{kind: attr(e, "abstractNumId"), styles: map[string]int{}}, nil, -1
			kinds[kind.kind] = kind
		case "lvl":
			if level = number(e, "ilvl", 0, 8); kind != nil && list == nil {
				for len(kind.levels) <= level {
					kind.levels = append(kind.levels, listLevel{start: 1})
				}
			}
		case "num":
			list, level = &wordList{anew: map[int]int{}}, -1
			r.lists[attr(e, "numId")] = list
		case "abstractNumId":
			if k := kinds[attr(e, "val")]; list != nil && k != nil {
				list.kind, list.levels, list.styles = k.kind, k.levels, k.styles
			}
		case "lvlOverride":
			level = number(e, "ilvl", 0, 8)
		case "startOverride":
			if list != nil && level >= 0 {
				list.anew[level] = number(e, "val", 0, 10_000)
			}
		default:
			if list == nil && level >= 0 && level < len(kind.levels) {
				kind.describe(e, level)
			}
		}
	}
}

// describe takes what an element says of a level.
func (l *wordList) describe(e xml.StartElement, level int) {
	lv := &l.levels[level]
	switch e.Name.Local {
	case "start":
		lv.start = number(e, "val", 0, 10_000)
	case "numFmt":
		lv.format = attr(e, "val")
	case "lvlText":
		lv.text = attr(e, "val")
	case "isLgl":
		lv.legal = isOn(e)
	case "pStyle":
		l.styles[attr(e, "val")] = level
	}
}

// readRemarks reads the comments of the document.
func (r *docxReader) readRemarks(dec *xml.Decoder) error {
	var id string
	for {
		tok, err := dec.Token()
		if err != nil {
			return err
		}
		switch e := tok.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "comment":
				if id = attr(e, "id"); attr(e, "author") == Author {
					if err := dec.Skip(); err != nil {
						return err
					}
				}
			case "p":
				if r.remarks[id] != "" {
					r.remarks[id] += " "
				}
			}
		case xml.CharData:
			if len(r.remarks[id])+len(e) < 10_000 {
				r.remarks[id] += strings.TrimSpace(string(e))
			}
		}
	}
}

var rePlaceholder = regexp.MustCompile(`%[1-9]`)

// nextNumber counts a paragraph in its list and gives the number Word shows before it. Bullets have none.
func (r *docxReader) nextNumber(p *para) (label string, bullet bool) {
	list := r.lists[p.list]
	if list == nil || p.level >= len(list.levels) {
		return "", false
	}
	levels := list.levels
	counts := r.counts[list.kind]
	if counts == nil {
		counts = make([]int, len(levels))
		for i := range counts {
			counts[i] = levels[i].start - 1
		}
		r.counts[list.kind] = counts
	}
	for i, start := range list.anew {
		if i < len(counts) {
			counts[i] = start - 1
		}
	}
	list.anew = nil // once
	counts[p.level]++
	for i := p.level + 1; i < len(counts); i++ {
		counts[i] = levels[i].start - 1
	}
	if levels[p.level].format == "bullet" {
		return "", true
	}
	return rePlaceholder.ReplaceAllStringFunc(levels[p.level].text, func(m string) string {
		i := int(m[1] - '1')
		if i >= len(levels) {
			return ""
		}
		format := levels[i].format
		if levels[p.level].legal {
			format = "decimal"
		}
		return inFormat(max(counts[i], levels[i].start), format)
	}), false
}

func inFormat(n int, format string) string {
	switch format {
	case "lowerLetter":
		return letters(n)
	case "upperLetter":
		return strings.ToUpper(letters(n))
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	}
	return strconv.Itoa(n)
}

func letters(n int) string {
	if n < 1 || n > 26*26 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}
