package rules

import (
	"strings"

	"lkjip/schema/source"
)

// unread tells fields that look unfilled only because a cell or a whole column of a workbook could not be read: a formula
// without a value, a heading that is not known; and the year and agency of a document some pages of which could not be. The
// reader has said so already, and one mistake is one finding.
type unread struct {
	root    *source.Node
	rows    map[string]bool // sheet and row of a broken formula
	headed  map[string]bool // sheets with an unknown heading
	pages   bool            // pages of the document were not read
	written map[string]bool // sheet and key of all that was read, once asked for
}

func unreadOf(root *source.Node, problems []source.Problem) *unread {
	u := &unread{root: root, rows: map[string]bool{}, headed: map[string]bool{}}
	for _, p := range problems {
		switch {
		case p.Rule == "berkas-tak-terbaca" && p.Minor:
			u.pages = true
		case p.Place.Sheet == "" || p.Place.Cell == "":
		case p.Rule == "rumus-rusak":
			u.rows[p.Place.Sheet+" "+rowOf(p.Place)] = true
		case p.Rule == "kunci-tak-dikenal":
			u.headed[p.Place.Sheet] = true
		}
	}
	return u
}

func rowOf(at source.Place) string { return strings.TrimLeft(at.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") }

// explains reports whether the field is missing because of what could not be read.
func (u *unread) explains(p source.Problem) bool {
	sheet := p.Place.Sheet
	if u.onPages(p) {
		return true
	}
	if p.Rule != "isian-kosong" || sheet == "" {
		return false
	}
	if u.rows[sheet+" "+rowOf(p.Place)] {
		return true
	}
	if !u.headed[sheet] {
		return false
	}
	if u.written == nil {
		u.written = map[string]bool{}
		u.collect(u.root)
	}
	key := p.Path[strings.LastIndexByte(p.Path, '.')+1:]
	return !u.written[sheet+" "+key]
}

// onPages reports whether the year or agency is missing, which may stand on a page that was not read.
func (u *unread) onPages(p source.Problem) bool {
	return u.pages && p.Rule == "isian-kosong" && (p.Path == "tahun" || p.Path == "instansi" || p.Path == "instansi.nama")
}

func (u *unread) collect(n *source.Node) {
	for i := range n.Fields {
		f := &n.Fields[i]
		u.written[f.Value.Place.Sheet+" "+f.Key] = true
		u.collect(f.Value)
	}
	for _, item := range n.Items {
		u.collect(item)
	}
}
