package rules

import (
	"strconv"
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:      "penomoran-bab-tak-sesuai",
	Title:     source.T("Nomor subbab tidak mengikuti nomor babnya", "A sub-heading's number does not follow its chapter"),
	Severity:  Sedang,
	Basis:     source.T("sistematika laporan: Bab I–IV · PermenPANRB 53/2014 Lampiran II", "the report's outline: Bab I–IV · PermenPANRB 53/2014 Lampiran II"),
	Checklist: []string{"I.1"},
	Needs:     []string{"susunan"},
	Doc: source.T("Subbab bernomor desimal (2.1) harus memakai nomor bab tempatnya berada dan berurutan tanpa ganda. Dicatat sekali setiap bab. Laporan yang memakai huruf atau nomor tanpa bab (A., 1.) tidak diperiksa.",
		"Sub-headings with decimal numbers (2.1) carry the number of the chapter they stand in and go up without doubles. Reported once a chapter. Reports that use letters or plain numbers (A., 1.) are left alone."),
	Check: func(p *Pass) {
		for _, l := range p.Laporan {
			p.chapters(l.Susunan.Judul)
		}
	},
})

// outline splits a decimal number: "3.1." is 3, 1. ok is false for anything else.
func outline(nomor string) (parts []int, ok bool) {
	for _, s := range strings.Split(strings.Trim(strings.TrimSpace(nomor), "."), ".") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 0 || n > 999 {
			return nil, false
		}
		parts = append(parts, n)
	}
	return parts, len(parts) > 0
}

var romans = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}

// chapter is the number of a chapter heading, "BAB II" or "Bab 2"; 0 for other headings.
func chapter(b *schema.Bagian) int {
	for _, text := range []string{b.Nomor.S, b.Judul.S} {
		words := strings.Fields(schema.Normal(text))
		if len(words) < 2 || words[0] != "bab" {
			continue
		}
		if n := romans[words[1]]; n > 0 {
			return n
		}
		if n, err := strconv.Atoi(words[1]); err == nil {
			return n
		}
	}
	return 0
}

func (p *Pass) chapters(headings []schema.Bagian) {
	bab, fitting := 0, 0
	for i := range headings { // does the report number its headings by chapter at all?
		if n := chapter(&headings[i]); n > 0 {
			bab = n
		} else if parts, ok := outline(headings[i].Nomor.S); ok && len(parts) > 1 && parts[0] == bab && bab > 0 {
			fitting++
		}
	}
	if fitting < 2 {
		return
	}
	bab = 0
	reported, last := false, 0
	for i := range headings {
		if n := chapter(&headings[i]); n > 0 {
			bab, reported, last = n, false, 0
			continue
		}
		parts, ok := outline(headings[i].Nomor.S)
		if !ok || len(parts) != 2 || bab == 0 || reported {
			continue
		}
		b := &headings[i]
		switch {
		case parts[0] != bab:
			reported = true
			stated, right := strayed(headings[i:], bab, last)
			p.Report(b.Nomor.Node, Finding{Stated: stated, Expected: right,
				Kondisi: source.T("Subbab %s %s berada dalam Bab %d, tetapi memakai nomor bab %d", "Sub-heading %s %s stands in chapter %d but carries the number of chapter %d",
					stated, quoted(b.Judul.S), bab, parts[0]),
				Rekomendasi: source.T("Agar subbab dalam Bab %d dinomori %s, pada daftar isi dan isi laporan", "Number the sub-headings of chapter %d as %s, in the contents and in the report", bab, right)})
		case parts[1] != last+1 && last > 0:
			reported = true
			p.Report(b.Nomor.Node, Finding{Severity: Rendah, Stated: b.Nomor.S, Expected: strconv.Itoa(bab) + "." + strconv.Itoa(last+1),
				Kondisi:     source.T("Subbab %s %s mengikuti subbab %d.%d", "Sub-heading %s %s follows sub-heading %d.%d", b.Nomor.S, quoted(b.Judul.S), bab, last),
				Rekomendasi: source.T("Agar nomor subbab berurutan", "Number the sub-headings in order")})
		}
		last = parts[1]
	}
}

// strayed are the numbers of the sub-headings from here that carry another chapter's number, as a span, and those they
// should carry.
func strayed(headings []schema.Bagian, bab, last int) (stated, right string) {
	first, end, n := headings[0].Nomor.S, "", 0
	for i := range headings {
		parts, ok := outline(headings[i].Nomor.S)
		if chapter(&headings[i]) > 0 || ok && len(parts) == 2 && parts[0] == bab {
			break
		}
		if ok && len(parts) == 2 {
			n, end = n+1, headings[i].Nomor.S
		}
	}
	number := func(k int) string { return strconv.Itoa(bab) + "." + strconv.Itoa(last+k) }
	if n < 2 {
		return first, number(1)
	}
	return first + "–" + end, number(1) + "–" + number(n)
}
