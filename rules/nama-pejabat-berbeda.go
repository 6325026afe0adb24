package rules

import (
	"regexp"
	"strings"

	"github.com/agnivade/levenshtein"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "nama-pejabat-berbeda",
	Title:    source.T("Nama pejabat ditulis berbeda", "An official's name is written in two ways"),
	Severity: Rendah,
	Basis: source.T("Informasi dalam laporan didukung data yang memadai · PermenPANRB 53/2014 Lampiran III (II.2, II.5)",
		"The information of the report is backed by adequate data · PermenPANRB 53/2014 Lampiran III (II.2, II.5)"),
	Checklist: []string{"II.2", "II.5"},
	Needs:     []string{"pengesahan"},
	Doc: source.T("Nama pada pengesahan dan SKP dengan NIP yang sama harus sama; gelar dan sebutan (H., S.Sos., M.AP) tidak diperhatikan. Tanpa NIP, hanya nama yang berbeda satu dua huruf dicatat: pejabat yang benar-benar lain boleh menandatangani.",
		"Names in the signature and the SKP that share an NIP must be the same; titles (H., S.Sos., M.AP) do not count. Without an NIP only names one or two letters apart are reported: another official may well sign."),
	Check: func(p *Pass) {
		var seen []official
		for _, l := range p.Laporan {
			for _, o := range []official{
				{l.SKP.Pejabat, l.SKP.NIP}, {l.Pengesahan.Pejabat, l.Pengesahan.NIP},
			} {
				if !o.name.IsSet() {
					continue
				}
				for _, other := range seen {
					if p.twoSpellings(o, other) {
						break
					}
				}
				seen = append(seen, o)
			}
		}
	},
})

type official struct{ name, nip schema.Teks }

// twoSpellings reports the name when it belongs to one person with the other but is spelt otherwise.
func (p *Pass) twoSpellings(o, other official) bool {
	a, b := personName(o.name.S), personName(other.name.S)
	x, y := strings.ReplaceAll(a, " ", ""), strings.ReplaceAll(b, " ", "")
	if a == "" || b == "" || x == y {
		return false
	}
	nip, okA := digitsOf(o.nip.S)
	same, okB := digitsOf(other.nip.S)
	distance := levenshtein.ComputeDistance(x, y)
	slip := distance <= 2 && min(len(x), len(y)) >= 8 && x[0] == y[0]
	switch {
	case okA && okB && nip != same, !(okA && okB) && !slip, strings.HasPrefix(x, y), strings.HasPrefix(y, x):
		return false
	}
	f := Finding{
		Stated: o.name.S, Expected: other.name.S,
		Kondisi:     source.T("Nama pejabat tertulis %s, sedangkan %s tertulis %s", "The official's name reads %s, but %s reads %s", quoted(o.name.S), schema.Label(other.name.Node), quoted(other.name.S)),
		Rekomendasi: source.T("Agar nama ditulis sesuai data kepegawaian", "Write the name as in the personnel records"),
	}
	if okA && okB {
		f.Kondisi = source.T("%s, dengan NIP yang sama", "%s, with the same NIP", f.Kondisi)
	}
	if slip {
		f.Sebab = source.T("diduga salah ketik atau salah pindai (%d huruf berbeda)", "presumably a slip of typing or scanning (%d letters differ)", distance)
	}
	p.Report(o.name.Node, f)
	return true
}

// reTitle are titles before a name: religious, academic, honorary.
var reTitle = regexp.MustCompile(`^(h|hj|kh|dr|drs|dra|drg|ir|prof|r|rr|raden|tb|ny|tn|bapak|ibu|sdr|a n)$`)

// personName is a name without titles: what stands behind the first comma, and known titles before it.
func personName(s string) string {
	s, _, _ = strings.Cut(s, ",")
	words := strings.Fields(schema.Normal(s))
	for len(words) > 1 && reTitle.MatchString(words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
