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
}

// readNumbering reads how lists are numbered: numbers point to abstract lists, which have levels.
func (r *docxReader) readNumbering(dec *xml.Decoder) error {
	abstract := map[string][]listLevel{}
	var current, num string
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
		levels := abstract[current]
		switch e.Name.Local {
		case "abstractNum":
			current, num, level = attr(e, "abstractNumId"), "", -1
		case "lvl":
			if num == "" && len(levels) < 9 {
				level = len(levels)
				abstract[current] = append(levels, listLevel{start: 1})
			}
		case "start", "numFmt", "lvlText":
			if num != "" || level < 0 || level >= len(levels) {
				continue
			}
			switch e.Name.Local {
			case "start":
				levels[level].start = number(e, "val", 0, 10_000)
			case "numFmt":
				levels[level].format = attr(e, "val")
			default:
				levels[level].text = attr(e, "val")
			}
		case "num":
			num = attr(e, "numId")
		case "abstractNumId":
			if num != "" {
				r.lists[num] = abstract[attr(e, "val")]
			}
		}
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
				id = attr(e, "id")
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
	levels := r.lists[p.list]
	if p.level >= len(levels) {
		return "", false
	}
	counts := r.counts[p.list]
	if counts == nil {
		counts = make([]int, len(levels))
		for i := range counts {
			counts[i] = levels[i].start - 1
		}
		r.counts[p.list] = counts
	}
	if strings.TrimSpace(p.text.String()) == "" {
		return "", false
	}
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
		return inFormat(max(counts[i], levels[i].start), levels[i].format)
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
