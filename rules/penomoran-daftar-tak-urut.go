package rules

import (
	"slices"
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:      "penomoran-daftar-tak-urut",
	Title:     source.T("Nomor tabel, gambar atau lampiran tidak berurutan atau tidak ada", "Numbers of tables, figures or appendices are out of order or missing"),
	Severity:  Rendah,
	Basis:     source.T("daftar tabel, gambar, dan lampiran sesuai isi · PermenPANRB 53/2014 Lampiran III (I.4)", "lists of tables, figures and appendices fit the content · PermenPANRB 53/2014 Lampiran III (I.4)"),
	Checklist: []string{"I.4"},
	Needs:     []string{"susunan"},
	Doc: source.T("Nomor dalam daftar tabel, gambar, dan lampiran harus naik satu demi satu dalam babnya. Rujukan `Tabel 3.9` dalam narasi harus ada dalam daftar tabel, bila daftar itu diisi.",
		"Numbers in the lists of tables, figures and appendices go up one by one within their chapter. A reference such as `Tabel 3.9` in prose must be in the list of tables, where that list is filled in."),
	Check: func(p *Pass) {
		for _, l := range p.Laporan {
			for _, list := range [][]schema.Bagian{l.Susunan.Tabel, l.Susunan.Gambar, l.Susunan.Lampiran} {
				p.inOrder(list)
			}
		}
		for _, t := range p.free() {
			p.references(t)
		}
	},
})

// inOrder walks one list. Where a number does not follow and the one after it follows the number that should stand there, the
// number alone is wrong and the list goes on from what it should be.
func (p *Pass) inOrder(list []schema.Bagian) {
	var before []int
	for i := range list {
		b := &list[i]
		parts, ok := outline(lastWord(b.Nomor.S))
		if !ok {
			continue
		}
		var want []int // what should stand here
		switch {
		case before == nil:
			want = slices.Clone(parts)
			want[len(want)-1] = 1
		case len(before) == len(parts):
			want = slices.Clone(before)
			want[len(want)-1]++
		}
		alone := false
		if i+1 < len(list) && want != nil {
			next, ok := outline(lastWord(list[i+1].Nomor.S))
			alone = ok && len(next) == len(want) && slices.Equal(next[:len(next)-1], want[:len(want)-1]) && follows(want, next)
		}
		switch {
		case before == nil && alone && !slices.Equal(parts, want):
			p.misnumbered(b, source.T("tidak berurutan (sebelum %s)", "is out of order (before %s)", list[i+1].Nomor.S))
			parts = want
		case before != nil && want != nil && !follows(before, parts):
			p.misnumbered(b, source.T("%s (sesudah %s)", "%s (after %s)", howWrong(before, parts), list[i-1].Nomor.S))
			if alone {
				parts = want
			}
		}
		before = parts
	}
}

func howWrong(before, parts []int) source.Text {
	n := len(parts) - 1
	switch {
	case slices.Equal(before, parts):
		return source.T("dipakai dua kali", "is used twice")
	case parts[n] > before[n]+1 && slices.Equal(parts[:n], before[:n]):
		return source.T("melompati nomor sebelumnya", "skips a number")
	}
	return source.T("tidak berurutan", "is out of order")
}

func (p *Pass) misnumbered(b *schema.Bagian, what source.Text) {
	p.Report(b.Nomor.Node, Finding{Stated: b.Nomor.S,
		Kondisi:     source.T("Nomor %s %s %s", "Number %s %s %s", b.Nomor.S, quoted(b.Judul.S), what),
		Rekomendasi: source.T("Agar penomoran diperbaiki pada daftar dan pada isi laporan", "Mend the numbering in the list and in the report")})
}

// lastWord is a number without the word before it: "Tabel 3.1" gives 3.1.
func lastWord(s string) string {
	fields := strings.Fields(s)
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}

// follows reports whether a number is the next one: 3.2 after 3.1, 3.1 after 2.4.
func follows(before, parts []int) bool {
	n := len(parts) - 1
	if slices.Equal(before[:n], parts[:n]) {
		return parts[n] == before[n]+1
	}
	return n > 0 && slices.Compare(parts[:n], before[:n]) > 0 && parts[n] == 1
}

func (p *Pass) references(t *passage) {
	lists := map[string][]schema.Bagian{"tabel": t.Susunan.Tabel, "gambar": t.Susunan.Gambar, "lampiran": t.Susunan.Lampiran}
	for i := range t.sentences {
		s := &t.sentences[i]
		for k := 1; k < len(s.Tokens); k++ {
			tok := &s.Tokens[k]
			if tok.Kind != narasi.Label || tok.Item || s.Tokens[k-1].Kind != narasi.Word {
				continue
			}
			list := lists[s.Tokens[k-1].Lower]
			want, ok := outline(tok.Lower)
			if len(list) == 0 || !ok || anyWord(s, k+1, k+6, "peraturan", "permenpan", "permenpanrb", "undang", "pmk", "perpres") || anyWord(s, k-4, k, "peraturan", "permenpanrb") {
				continue
			}
			known := slices.ContainsFunc(list, func(b schema.Bagian) bool {
				parts, ok := outline(lastWord(b.Nomor.S))
				return !ok || len(parts) != len(want) || slices.Equal(parts, want)
			})
			if !known {
				at := t.node.Part(s.Tokens[k-1].Start, tok.End)
				p.Report(at, Finding{Stated: at.Text,
					Kondisi:     source.T("Narasi merujuk %s, yang tidak ada dalam daftarnya", "Prose refers to %s, which is not in its list", quoted(at.Text)),
					Rekomendasi: source.T("Agar rujukan diperbaiki, atau daftarnya dilengkapi", "Mend the reference, or complete the list")})
			}
		}
	}
}
