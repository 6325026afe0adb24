package source

import (
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
func (r *docxReader) readNumbering() error {
	kinds := map[string]*wordList{}
	var kind, list *wordList
	level := -1
	return r.dec.each(func(e element) error {
		switch string(e.name) {
		case "abstractNum":
			kind, list, level = &wordList{kind: e.attr("abstractNumId"), styles: map[string]int{}}, nil, -1
			kinds[kind.kind] = kind
		case "lvl":
			if level = e.number("ilvl", 0, 8); kind != nil && list == nil {
				for len(kind.levels) <= level {
					kind.levels = append(kind.levels, listLevel{start: 1})
				}
			}
		case "num":
			list, level = &wordList{anew: map[int]int{}}, -1
			r.lists[e.attr("numId")] = list
		case "abstractNumId":
			if k := kinds[e.attr("val")]; list != nil && k != nil {
				list.kind, list.levels, list.styles = k.kind, k.levels, k.styles
			}
		case "lvlOverride":
			level = e.number("ilvl", 0, 8)
		case "startOverride":
			if list != nil && level >= 0 {
				list.anew[level] = e.number("val", 0, 10_000)
			}
		default:
			if list == nil && level >= 0 && level < len(kind.levels) {
				kind.describe(e, level)
			}
		}
		return nil
	})
}

// describe takes what an element says of a level.
func (l *wordList) describe(e element, level int) {
	lv := &l.levels[level]
	switch string(e.name) {
	case "start":
		lv.start = e.number("val", 0, 10_000)
	case "numFmt":
		lv.format = e.attr("val")
	case "lvlText":
		lv.text = e.attr("val")
	case "isLgl":
		lv.legal = e.isOn()
	case "pStyle":
		l.styles[e.attr("val")] = level
	}
}

// readRemarks reads the comments of the document.
func (r *docxReader) readRemarks() error {
	return r.dec.each(func(e element) error {
		if string(e.name) != "comment" {
			return nil
		}
		if e.attr("author") == Author {
			return r.dec.skip()
		}
		var remark strings.Builder
		err := r.dec.each(func(e element) error {
			switch string(e.name) {
			case "p":
				remark.WriteByte(' ')
			case "t":
				return r.dec.texts(func(text string) {
					if remark.Len()+len(text) < maxRemark {
						remark.WriteString(text)
					}
				})
			}
			return nil
		})
		r.remarks[e.attr("id")] = fold(remark.String())
		return err
	})
}

const maxRemark = 10_000

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
