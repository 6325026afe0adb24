package schema

import (
	"regexp"
	"slices"
	"strings"

	"lkjip/schema/source"
)

var (
	reEnglish = regexp.MustCompile(`^\(?-?(?:Rp\.?\s?)?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?$`)
	// reEnglishAlone are those that are numbers in no other notation.
	reEnglishAlone = regexp.MustCompile(`,\d{3},|,\d{3}\.\d`)
	reMachine      = regexp.MustCompile(`[^0-9.-]`)
)

// readEnglish makes numbers of texts in columns that are written in English notation throughout, as some applications export
// them: 1,852,840,000.00. One text of that kind among others stays what it is, a damaged number.
func (t *tabel) readEnglish() {
	for col := range t.heads {
		if !t.isEnglish(col) {
			continue
		}
		for _, b := range t.rows {
			text := b.text(col)
			if col >= len(b.cells) || b.cells[col].Kind == source.Number || !reEnglish.MatchString(text) {
				continue
			}
			machine := reMachine.ReplaceAllString(text, "")
			if strings.HasPrefix(text, "(") {
				machine = "-" + machine
			}
			b.cells = slices.Clone(b.cells)
			b.cells[col].Kind, b.cells[col].Text, b.cells[col].Raw = source.Number, machine, text
		}
	}
}

func (t *tabel) isEnglish(col int) bool {
	alone := 0
	for _, b := range t.rows {
		text := b.text(col)
		switch {
		case text == "" || col >= len(b.cells) || b.cells[col].Kind == source.Number:
		case !reEnglish.MatchString(text):
			if n, ok := number(&b.cells[col]); ok && n.Value.Sign() != 0 && strings.ContainsAny(text, ".,") {
				return false
			}
		case reEnglishAlone.MatchString(text):
			alone++
		}
	}
	return alone >= 2
}
