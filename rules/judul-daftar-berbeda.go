package rules

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:      "judul-daftar-berbeda",
	Title:     source.T("Judul dalam daftar berbeda dari judul pada isi laporan", "A title in a list differs from the one in the report"),
	Severity:  Rendah,
	Basis:     source.T("daftar tabel, gambar, dan lampiran sesuai isi · PermenPANRB 53/2014 Lampiran III (I.4)", "lists of tables, figures and appendices fit the content · PermenPANRB 53/2014 Lampiran III (I.4)"),
	Checklist: []string{"I.4"},
	Needs:     []string{"susunan"},
	Doc: source.T("Judul tabel, gambar dan lampiran dalam daftar dibandingkan dengan judul di atas tabel, gambar atau lampirannya. Huruf besar-kecil, tanda baca, singkatan `Kab.` dan judul yang terpotong di ujung baris tidak dicatat; beda satu dua huruf disebut sebagai kemungkinan salah ketik atau salah pindai.",
		"Titles of tables, figures and appendices in the lists are compared with those over them. Case, punctuation, `Kab.` and titles cut at the end of a line do not matter; one or two letters are called a possible slip of typing or scanning."),
	Check: func(p *Pass) {
		for _, l := range p.Laporan {
			for _, list := range []struct {
				word string
				of   []schema.Bagian
			}{{"Tabel", l.Susunan.Tabel}, {"Gambar", l.Susunan.Gambar}, {"Lampiran", l.Susunan.Lampiran}} {
				for i := range list.of {
					p.sameTitle(list.word, &list.of[i])
				}
			}
		}
	},
})

func (p *Pass) sameTitle(kind string, b *schema.Bagian) {
	if !b.Judul.IsSet() || !b.JudulIsi.IsSet() {
		return
	}
	x, y := titleWords(b.Judul.S), titleWords(b.JudulIsi.S)
	n := min(len(x), len(y))
	if n < 3 || slices.Equal(x[:n], y[:n]) || strings.Join(x, "") == strings.Join(y, "") {
		return
	}
	f := Finding{Stated: b.JudulIsi.S, Expected: b.Judul.S,
		Kondisi: source.T("%s %s berjudul %s dalam daftar dan %s pada isi laporan", "%s %s is called %s in the list and %s in the report",
			kind, lastWord(b.Nomor.S), quoted(b.Judul.S), quoted(b.JudulIsi.S)),
		Rekomendasi: source.T("Agar judul dalam daftar dan pada isi laporan disamakan", "Make the titles in the list and in the report the same")}
	if d := levenshtein.ComputeDistance(strings.Join(x, ""), strings.Join(y, "")); d <= 2 {
		f.Sebab = source.T("diduga salah ketik atau salah pindai (%d huruf berbeda)", "presumably a slip of typing or scanning (%d letters differ)", d)
	}
	p.Report(b.JudulIsi.Node, f)
}

// titleWords are the words of a title without addresses of the web, short forms written out.
func titleWords(title string) []string {
	fields := strings.Fields(title)
	fields = slices.DeleteFunc(fields, func(w string) bool { return strings.Contains(w, "://") || strings.Contains(w, "www.") })
	words := canonicalWords(strings.Join(fields, " "))
	for i, w := range words {
		if long, ok := shortForms[w]; ok {
			words[i] = long
		}
	}
	return words
}

var shortForms = map[string]string{"kab": "kabupaten", "prov": "provinsi", "kec": "kecamatan", "thn": "tahun", "th": "tahun", "ta": "tahun anggaran"}
