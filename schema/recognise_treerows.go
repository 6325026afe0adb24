package schema

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var (
	reMission    = regexp.MustCompile(`(?i)^misi\b|\b(?:perspective|perspektif)\b`) // what groups objectives
	reLevelLabel = regexp.MustCompile(`(?i)^(tujuan|sasaran)(?:\s+(?:strategis|program|pd|perangkat daerah))?\s*(?:ke)?[-\s]*(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4})?\s*[:.–-]?\s*[“"]?`)
)

// reScoreSum is what the row below weights and weighted scores is called.
var reScoreSum = regexp.MustCompile(`^(?:(?:jumlah|total)(?: (?:nilai|skor|bobot|keseluruhan|capaian|kinerja|tertimbang))*|nilai (?:akhir|total|keseluruhan|tertimbang|kinerja organisasi))$`)

// summary passes over the last row of a measurement where it has a capaian or is called a total, and has neither number,
// target nor realisasi: an overall score, by whatever name and rule the agency computes it.
func (tr *treeReader) summary(b *baris) bool {
	if tr.section != "pengukuran" || b != tr.rows[len(tr.rows)-1] || !slices.Contains(tr.keys, "target") || !slices.Contains(tr.keys, "realisasi") {
		return false
	}
	scored := reScoreSum.MatchString(Normal(b.text(b.filled()[0])))
	for i, key := range tr.keys {
		switch key {
		case "nomor", "target", "realisasi", "satuan":
			if b.text(i) != "" {
				return false
			}
		case "capaian":
			scored = scored || b.text(i) != ""
		}
	}
	return scored
}

// bareRow takes a row without target and realisasi in a table that has one column for objectives and their indicators: it names
// the objective, and may give the mean of what follows.
func (tr *treeReader) bareRow(b *baris) bool {
	name := slices.Index(tr.keys, "indikator")
	if name < 0 || slices.Contains(tr.keys, "sasaran") || !slices.Contains(tr.heads[name].words, "sasaran") && !tr.lettered(b) {
		return false
	}
	if b.text(name) == "" { // a perspective, in cells merged over its columns, with its score
		return reMission.MatchString(b.text(b.filled()[0]))
	}
	var mean meanRow
	measured := tr.hasThisYear("target") && tr.hasThisYear("realisasi")
	for i, key := range tr.keys {
		switch {
		case !tr.isValue(key) || key == "kode" || b.text(i) == "":
		case key == "capaian" && measured:
			mean.capaian = tr.leaf(b, i)
		case key == "predikat" && measured:
			mean.predikat = tr.leaf(b, i)
		default:
			return false
		}
	}
	text := tr.named(b, name)
	if reMission.MatchString(text.Text) {
		return true
	}
	if m := reLevelLabel.FindString(text.Text); m != "" && len(m) < len(text.Text) {
		text = tr.word(b, name, strings.Trim(strings.TrimPrefix(text.Text, m), "”\" "))
	}
	tr.setObjective(text)
	if tr.section == "pengukuran" && !tr.hasWord("bobot") { // weighted, it is no mean
		mean.put(tr.objective, "capaian", "ulangan")
	}
	return true
}

// lettered reports whether a row is numbered by letters or roman numerals, A or A.1, in a table whose rows of figures are numbered
// by digits alone: it names a group of indicators.
func (tr *treeReader) lettered(b *baris) bool {
	number := slices.Index(tr.keys, "nomor")
	hasLetter := func(b *baris) bool { return strings.ContainsFunc(b.text(number), unicode.IsLetter) }
	return number >= 0 && hasLetter(b) && !slices.ContainsFunc(tr.rows, func(o *baris) bool {
		return hasLetter(o) && slices.ContainsFunc(o.filled(), func(i int) bool { return i < len(tr.keys) && tr.isValue(tr.keys[i]) })
	})
}

// reBudgetLevel begins the name of a row of a budget, which stands in tables of indicators with their money.
var reBudgetLevel = regexp.MustCompile(`^(?i)(?:program|(?:sub\s?)?kegiatan)\s`)

// unfilled reports whether there is a column of the key that no row with more than one text fills.
func (tr *treeReader) unfilled(key string) bool {
	i := slices.Index(tr.keys, key)
	return i >= 0 && !slices.ContainsFunc(tr.rows, func(b *baris) bool { return len(b.filled()) > 1 && !isBand(b.cells) && b.text(i) != "" })
}

// sectionRow takes a row that only names the goal or objective of the rows below it.
func (tr *treeReader) sectionRow(b *baris, col int, text string) bool {
	if isFigure(&b.cells[col]) || !isBand(b.cells) && col < len(tr.keys) && (tr.keys[col] == "tujuan" || tr.keys[col] == "sasaran" || tr.keys[col] == "indikator") && !reLevelLabel.MatchString(text) {
		return false
	}
	m := reLevelLabel.FindStringSubmatch(text)
	if m == nil && reOrdinal.MatchString(text) && len(strings.Fields(text)) > 3 && !reBudgetLevel.MatchString(text) && tr.unfilled("sasaran") {
		tr.setObjective(tr.named(b, col))
		return true
	}
	switch band := isBand(b.cells); {
	case m == nil && len(strings.Fields(text)) < 3, m == nil && band && slices.Contains(tr.keys, "sasaran"), reMission.MatchString(text), reBudgetLevel.MatchString(text):
		return true // Stakeholder Perspective
	case m == nil && (band || !slices.Contains(tr.keys, "sasaran")):
		tr.setObjective(tr.named(b, col))
		return true
	case m == nil:
		return false
	}
	name := tr.word(b, col, strings.Trim(strings.TrimPrefix(text, m[0]), "”\" "))
	if name.Text == "" {
		return true
	}
	if strings.EqualFold(m[1], "tujuan") {
		tr.setGoal(name)
	} else {
		tr.setObjective(name)
	}
	return true
}
