package rules

import (
	"slices"
	"strings"

	"lkjip/schema"
)

// whole reports whether the dossier is meant to be a whole LKjIP, so that what it lacks is missing: a file says so
// (dokumen: lkjip), or most of the main sections are there and something was measured or spent. A dossier of planning
// documents, or one whose files say that they are something else, is no LKjIP.
func (p *Pass) whole() bool {
	declared := false
	sections, reported := map[string]bool{}, false
	for _, l := range p.Laporan {
		if kind := strings.ToLower(l.Dokumen.S); kind == "lkjip" {
			return true
		} else if kind != "" {
			declared = true
		}
		for name, present := range map[string]bool{
			"renstra": l.Renstra.Node != nil, "iku": len(l.IKU) > 0, "pk": len(l.PerjanjianKinerja) > 0,
			"pengukuran": l.Pengukuran.Node != nil, "anggaran": len(l.Anggaran) > 0,
		} {
			sections[name] = sections[name] || present
		}
		reported = reported || l.Pengukuran.Node != nil || slices.ContainsFunc(l.Anggaran, spent)
	}
	n := 0
	for _, present := range sections {
		if present {
			n++
		}
	}
	return !declared && reported && n >= 3
}

func spent(a schema.Anggaran) bool {
	return a.Jumlah.Realisasi.IsSet() ||
		slices.ContainsFunc(a.Baris, func(b schema.BarisAnggaran) bool { return b.Realisasi.IsSet() })
}

// mentions reports whether a heading, a listed appendix or a passage's section of the dossier speaks of the words: what is
// in the document but was not entered as data is not missing.
func (p *Pass) mentions(words string) bool {
	for _, l := range p.Laporan {
		for _, list := range [][]schema.Bagian{l.Susunan.Judul, l.Susunan.Tabel, l.Susunan.Lampiran} {
			if slices.ContainsFunc(list, func(b schema.Bagian) bool { return strings.Contains(schema.Normal(b.Judul.S), words) }) {
				return true
			}
		}
		if slices.ContainsFunc(l.Narasi, func(n schema.Narasi) bool { return strings.Contains(schema.Normal(n.Bagian.S), words) }) {
			return true
		}
	}
	return false
}
