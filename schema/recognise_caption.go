package schema

import (
	"regexp"
	"slices"
	"strings"

	"lkjip/schema/source"
)

// captionsFirst gives the blocks with every caption before its table, also where the document writes them below. One that does
// so has several captions right below a table with none below them, and none the other way about. Captions in sheets stay.
func captionsFirst(blocks []source.Block) []source.Block {
	below, above, alone := 0, 0, 0
	for i := range blocks {
		if !isTableCaption(&blocks[i]) {
			continue
		}
		over, under := tableAbove(blocks, i) >= 0, i+1 < len(blocks) && blocks[i+1].Kind == source.Table
		switch {
		case over && !under:
			below++
		case under && !over:
			above++
		case !over:
			alone++
		}
	}
	if above > 0 || below < 2 || below <= alone {
		return blocks
	}
	moved := make([]source.Block, 0, len(blocks))
	for i := range blocks {
		moved = append(moved, blocks[i])
		if isTableCaption(&blocks[i]) {
			at := tableAbove(moved, len(moved)-1)
			for at > 0 && moved[at].Grid != nil && moved[at].Grid.GoesOn && moved[at-1].Kind == source.Table {
				at--
			}
			if at >= 0 {
				moved = slices.Insert(moved[:len(moved)-1], at, blocks[i])
			}
		}
	}
	return moved
}

func isTableCaption(b *source.Block) bool {
	return b.Kind == source.Caption && b.Place.Cell == "" && strings.HasPrefix(strings.ToLower(b.Number), "tabel")
}

// reTableNote begins a line that belongs to the table above it.
var reTableNote = regexp.MustCompile(`(?i)^\(?(?:sumber|keterangan|catatan|ket\.?)\b`)

// tableAbove is the table right above a block, or but for a line on its source; -1 for none.
func tableAbove(blocks []source.Block, i int) int {
	i--
	if i > 0 && blocks[i].Kind == source.Paragraph && reTableNote.MatchString(blocks[i].Text) {
		i--
	}
	if i < 0 || blocks[i].Kind != source.Table {
		return -1
	}
	return i
}
