package rules

import (
	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "terbilang-tak-sesuai",
	Title:    source.T("Terbilang berbeda dari angkanya", "A number in words differs from its figures"),
	Severity: Tinggi,
	Basis: source.T("terbilang = angka di sampingnya · PermenPANRB 53/2014 Lampiran III (II.5)",
		"the words say the figure beside them · PermenPANRB 53/2014 Lampiran III (II.5)"),
	Checklist: []string{"II.5"},
	Doc: source.T("Angka yang diikuti atau didahului terbilang dalam kurung, misalnya `Rp 31.000.000 (tiga puluh satu juta rupiah)` atau `8 (delapan) aspek`, harus menyatakan nilai yang sama. Ejaan milyar dan miliar, satu ratus dan seratus, kata rupiah, serta bentuk `Rp`, `Rp.` dan `,-` diterima. Terbilang yang tidak dapat dibaca dicatat sebagai belum diuji.",
		"A number with its words in brackets beside it, as in `Rp 31.000.000 (tiga puluh satu juta rupiah)`, must say the same in both. Spellings such as milyar and miliar, the word rupiah and the forms `Rp`, `Rp.` and `,-` are accepted. Words that cannot be read are listed as untested."),
	Check: func(p *Pass) {
		for _, t := range p.prose().passages {
			for i := range t.sentences {
				for j := range t.sentences[i].Tokens {
					if n := t.sentences[i].Tokens[j].Num; n != nil && n.Words != nil {
						p.checkWords(t, n)
					}
				}
			}
		}
	},
})

func (p *Pass) checkWords(t *passage, n *narasi.Number) {
	w := n.Words
	at := t.node.Part(w.Start, w.End)
	if !w.OK {
		p.Untested(at, source.T("terbilang %s tidak dapat dibaca", "the words %s cannot be read as a number", quoted(at.Text)))
		return
	}
	words := &schema.Figure{Node: at, Kind: schema.Exactly, Value: w.Value, Decimals: w.Decimals, Money: n.Money}
	r := calc.Same(words, p.prose().number(t, n))
	r.Result.Exact, r.Terms[0].Exact = true, true
	r.Result.Name, r.Terms[0].Name = source.T("terbilang", "words"), source.T("angka", "figure")
	p.RelateAs(r, About{Describe: func(fault *calc.Fault, f *Finding) {
		if fault.Figure != words {
			return
		}
		decimals := max(n.Decimals, w.Decimals)
		if n.Value.IsInt() {
			decimals = 0
		}
		f.Expected = narasi.Spell(n.Value, decimals)
		if n.Money && f.Expected != "" {
			f.Expected += " rupiah"
		}
		f.Kondisi = source.T("Terbilang menyatakan %s, sedangkan angka di sampingnya %s", "The words say %s, but the figure beside them is %s",
			source.FormatNumber(w.Value, w.Decimals), quoted(t.text[n.Start:n.End]))
		f.Rekomendasi = source.T("Agar terbilang ditulis %s, atau angkanya diperiksa kembali pada dokumen sumber", "Write the words as %s, or check the figure against its source", quoted(f.Expected))
	}})
}
