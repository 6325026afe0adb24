package rules

import (
	"slices"

	"lkjip/rules/calc"
	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "tindak-lanjut-bertentangan",
	Title:    source.T("Tindak lanjut disebut selesai, sedangkan angka laporan menunjukkan belum", "A follow-up is called done where the report's figures show that it is not"),
	Severity: Sedang,
	Basis: source.T("tindak lanjut rekomendasi dibuktikan dalam laporan · PermenPANRB 88/2021 · PermenPANRB 53/2014 Lampiran II (Bab III huruf B)",
		"a follow-up shows in the report · PermenPANRB 88/2021 · PermenPANRB 53/2014 Lampiran II (Bab III B)"),
	Checklist: []string{"I.5", "I.6"},
	Needs:     []string{"tindak_lanjut"},
	Doc: source.T("Bila tindak lanjut menyatakan Perjanjian Kinerja dan laporan sudah selaras, atau anggaran yang dilaporkan adalah yang mendukung langsung, anggaran pendukung dalam laporan harus merupakan jumlah program yang mendukung. Tindak lanjut yang masih direncanakan tidak diperiksa.",
		"Where the follow-up says that the performance agreement and the report now agree, or that the budget reported is the one that supports directly, the supporting budget in the report must be the sum of the supporting programmes. Follow-ups still planned are left alone."),
	Check: func(p *Pass) {
		wrong := p.unsupported()
		if wrong == nil {
			return
		}
		right := p.budgetOfSupport()
		for _, l := range p.Laporan {
			for i := range l.TindakLanjut {
				row := &l.TindakLanjut[i]
				if p.claimsAlignment(row) {
					p.Report(row.Capaian.Node, Finding{Stated: row.Capaian.S, Expected: "belum selesai",
						Kondisi: source.T("Tindak lanjut menyatakan %s, sedangkan %s tertulis %s, yaitu seluruh anggaran; jumlah %s adalah %s", "The follow-up says %s, but %s reads %s, which is the whole budget; the sum of %s is %s",
							quoted(firstSentence(row.Capaian.S)), schema.Label(wrong.Node), wrong.Show(), right.name, source.FormatNumber(right.pagu.Value, 0)),
						Rekomendasi: source.T("Agar status tindak lanjut diubah, atau anggaran pendukung disajikan menurut program dalam Perjanjian Kinerja", "Change the status of the follow-up, or show the supporting budget by the programmes of the performance agreement")})
				}
			}
		}
	},
})

// firstSentence is the beginning of a text, enough to know it by.
func firstSentence(text string) string {
	if s := narasi.Split(text); len(s) > 1 {
		return text[s[0].Start:s[0].End] + " …"
	}
	return text
}

// claimsAlignment reports whether a follow-up says that PK and budget table agree by now.
func (p *Pass) claimsAlignment(row *schema.TindakLanjut) bool {
	done := canonicalWords(row.Capaian.S)
	all := append(append(canonicalWords(row.Saran.S), canonicalWords(row.Rencana.S)...), done...)
	has := func(list []string, words ...string) bool {
		return slices.ContainsFunc(list, func(w string) bool { return slices.Contains(words, w) })
	}
	return has(done, "selaras", "penyelarasan", "keselarasan", "menyelaraskan", "diselaraskan") && !has(done, "belum", "akan", "sedang", "rencana") &&
		has(all, "anggaran") && (has(all, "pk") || has(all, "perjanjian")) && has(all, "langsung", "realisasi", "mendukung")
}

// unsupported is a supporting budget that is in truth that of all programmes, nil where there is none. A budget that is wrong
// in another way is a mistake of its own and says nothing of the follow-up.
func (p *Pass) unsupported() *schema.Figure {
	if len(p.Laporan) == 0 {
		return nil
	}
	k := p.budgetOfSupport()
	if k == nil || !k.pagu.IsNumber() {
		return nil
	}
	for _, l := range p.Laporan {
		f := &l.AnggaranPendukung.Pagu
		if !f.IsNumber() || holds(calc.Same(f, k.pagu)) != calc.Broken {
			continue
		}
		for _, t := range p.pohon() {
			if pagu := inForce(t.jumlah); pagu.IsNumber() && holds(calc.Same(f, pagu)) == calc.Holds {
				return f
			}
		}
	}
	return nil
}

func (p *Pass) budgetOfSupport() *cakupan {
	for _, t := range p.pohon() {
		if k := p.supportedBudget(t.program()); k != nil {
			return k
		}
	}
	return nil
}
