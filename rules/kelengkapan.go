package rules

import (
	"slices"
	"strings"

	"lkjip/schema"
)

// whole reports whether the dossier is meant to be a whole LKjIP, so that what it lacks is missing: a file says so
// (dokumen: lkjip), or it has at least three of the five main sections with both measurement and budget among them, or four.
// Planning documents are no LKjIP, nor is a dossier whose files say that they are something else.
func (p *Pass) whole() bool {
	declared := false
	var renstra, iku, pk, pengukuran, anggaran, reported bool
	for _, l := range p.Laporan {
		if kind := schema.Choice(l.Dokumen); kind == "lkjip" {
			return true
		} else if kind != "" {
			declared = true
		}
		renstra = renstra || l.Renstra.Node != nil
		iku = iku || len(l.IKU) > 0
		pk = pk || len(l.PerjanjianKinerja) > 0
		pengukuran = pengukuran || l.Pengukuran.Node != nil
		anggaran = anggaran || len(l.Anggaran) > 0
		reported = reported || l.Pengukuran.Node != nil || slices.ContainsFunc(l.Anggaran, spent)
	}
	n := 0
	for _, present := range []bool{renstra, iku, pk, pengukuran, anggaran} {
		if present {
			n++
		}
	}
	return !declared && reported && (n >= 4 || n == 3 && pengukuran && anggaran)
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

// saysAny reports whether a heading, a title of a table or a passage of the dossier has one of the phrases: what stands in the
// prose of a document was not entered as data, and cannot be told to be missing.
func (p *Pass) saysAny(phrases ...string) bool {
	has := func(text string) bool {
		text = schema.Normal(text)
		return slices.ContainsFunc(phrases, func(w string) bool { return strings.Contains(text, w) })
	}
	for _, l := range p.Laporan {
		if slices.ContainsFunc(l.Narasi, func(n schema.Narasi) bool { return has(n.Teks.S) }) ||
			slices.ContainsFunc(l.Rincian, func(r schema.Rincian) bool { return has(r.Judul.S) }) {
			return true
		}
	}
	return slices.ContainsFunc(phrases, p.mentions)
}
