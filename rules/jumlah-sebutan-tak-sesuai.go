package rules

import (
	"strconv"

	"lkjip/rules/narasi"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "jumlah-sebutan-tak-sesuai",
	Title:    source.T("Jumlah yang disebut berbeda dari daftarnya", "A count differs from the list it announces"),
	Severity: Sedang,
	Basis: source.T("jumlah yang disebut = banyaknya butir daftar atau data · PermenPANRB 53/2014 Lampiran III (II.5, III.1)",
		"the count = the items of the list or the data · PermenPANRB 53/2014 Lampiran III (II.5, III.1)"),
	Checklist: []string{"II.5", "III.1"},
	Needs:     []string{"narasi"},
	Doc: source.T("`8 (delapan) aspek, mencakup:` dan sejenisnya dibandingkan dengan daftar bernomor yang mengikutinya, atau dengan nama-nama yang disebut sesudah `yaitu`. Tanpa daftar, banyaknya IKU, sasaran strategis beserta indikatornya (`2 sasaran dan 5 indikator`), serta program, kegiatan dan sub kegiatan yang disebut bersama dibandingkan dengan data; `dari 7 indikator, 6 mencapai target` dihitung dari capaian. Daftar yang dibuka `antara lain`, himpunan yang dipersempit, dan program dari dokumen lain tidak diuji.",
		"`8 (delapan) aspek, mencakup:` and the like are held against the numbered list that follows, or the names after `yaitu`. Without a list the number of IKU, of strategic sasaran with their indicators, and of programmes, kegiatan and sub-kegiatan told together is held against the data; `of 7 indicators 6 met their target` is counted from the capaian. Lists opened by `antara lain`, narrowed sets and programmes of other documents are not tested."),
	Check: func(p *Pass) {
		for _, c := range p.claims(narasi.Count) {
			if c.Hedge == narasi.Exact && c.Number.Value.IsInt() {
				p.checkCount(c, int(c.Number.Value.Num().Int64()))
			}
		}
		p.checkTallies()
	},
})

func (p *Pass) checkCount(c *claim, n int) {
	if listed := c.listed(); listed > 1 {
		if listed != n && c.oneOfSeveral() {
			c.why = source.T("daftarnya memuat hal lain juga", "the list holds other things as well")
			p.unresolved(c)
			return
		}
		c.judged = true
		if listed != n {
			p.miscounted(c, listed, source.T("daftar yang mengikutinya memuat %d butir", "the list after it has %d items", listed))
		}
		return
	}
	if names := c.namesAfter(); names > 1 {
		c.judged = true
		if names != n {
			p.miscounted(c, names, source.T("kalimat itu menyebut %d nama", "the sentence names %d", names))
		}
		return
	}
	switch c.Word {
	case "indikator":
		p.checkPair(c, n)
		if iku := p.countIKU(); iku > 0 && c.all() && c.saysIKU() {
			c.judged = true
			if iku == n {
				break
			}
			p.miscounted(c, iku, source.T("data memuat %d IKU", "the data has %d IKU", iku))
		}
	case "sasaran":
		p.checkObjectives(c, n)
	case "kegiatan", "sub kegiatan":
		p.checkLevels(c, n)
	}
	if !c.judged {
		c.why = source.T("daftar atau tabel yang dihitung tidak jelas", "it is not clear which list or table is counted")
		p.unresolved(c)
	}
}

func (p *Pass) miscounted(c *claim, right int, fact source.Text) {
	s := c.s()
	stated := c.in.text[s.Tokens[c.First].Start:s.Tokens[c.Last].End]
	p.Report(c.node(), Finding{Stated: stated, Expected: strconv.Itoa(right),
		Kondisi:     source.T("Kalimat %s menyebut %s, sedangkan %s", "The sentence %s says %s, but %s", c.quote(), quoted(stated), fact),
		Rekomendasi: source.T("Agar jumlah yang disebut disamakan dengan daftarnya, atau butir yang kurang ditambahkan", "Make the count agree with the list, or add the items that are missing")})
}

// oneOfSeveral reports whether the sentence counts other things as well: "1 (satu) sekretariat dan 4 (empat) bidang, yaitu:".
func (c *claim) oneOfSeveral() bool {
	s := c.s()
	for k := range s.Tokens {
		if k != c.At && s.Tokens[k].Num.IsPlain() && k+1 < len(s.Tokens) && s.Tokens[k+1].Kind == narasi.Word {
			return true
		}
	}
	return false
}

// saysIKU reports whether the sentence speaks of the IKU.
func (c *claim) saysIKU() bool {
	s := c.s()
	for k := range s.Tokens {
		if s.Tokens[k].Is("iku") || s.Tokens[k].Is("utama") && k > 1 && s.Tokens[k-1].Is("kinerja") {
			return true
		}
	}
	return false
}

// all reports whether a count is meant of all there are: nothing narrows it.
func (c *claim) all() bool {
	s := c.s()
	for k := range s.Tokens {
		if k > 0 && (s.Tokens[k-1].Is("kepada", "dengan") || s.Tokens[k-1].Kind == narasi.Word && s.Tokens[k-1].Upper && s.Tokens[k].Is("kabupaten", "perubahan")) {
			continue // "diperjanjikan kepada Bupati", "Dinas Perikanan Kabupaten …"
		}
		if s.Tokens[k].Is("tercapai", "mencapai", "belum", "tidak", "melampaui", "sebagian", "beberapa", "diantaranya", "baru", "tambahan", "perubahan", "kegiatan",
			"renstra", "rpjmd", "bupati", "walikota", "kabupaten", "lama", "semula", "masing", "setiap", "tiap", "salah") {
			return false
		}
	}
	return true
}

func (p *Pass) countIKU() int {
	seen := map[string]bool{}
	for _, l := range p.Laporan {
		for i := range l.IKU {
			if l.IKU[i].Nama.IsSet() {
				seen[folded(l.IKU[i].Nama.S)] = true
			}
		}
	}
	return len(seen)
}
