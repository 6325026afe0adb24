package rules

import (
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

const waiveMark = "lkjip:abaikan"

// moneyTotals are arithmetic of rupiah totals: never waived by a remark beside the figure.
var moneyTotals = map[string]bool{"jumlah-tak-sesuai": true, "subtotal-tak-sesuai": true, "sisa-tak-sesuai": true}

// waive applies remarks of the form `lkjip:abaikan <rule> <reason>` beside a value to the findings at that value or below it.
// A waived finding stays, with its reason. A remark without a reason, or one that matches nothing, is itself a finding.
func waive(d *schema.Dossier, findings []Finding, opt Options) []Finding {
	for _, l := range d.Laporan {
		l.Node.Walk(func(n *source.Node) {
			for _, c := range n.Comments {
				rest, ok := strings.CutPrefix(c.Text, waiveMark)
				if !ok {
					continue
				}
				rule, reason, _ := strings.Cut(strings.TrimSpace(rest), " ")
				if f := waiveOne(n, c, rule, strings.TrimSpace(reason), findings, opt); f != nil {
					findings = append(findings, *f)
				}
			}
		})
	}
	return findings
}

func waiveOne(n *source.Node, c source.Comment, rule, reason string, findings []Finding, opt Options) *Finding {
	complain := func(name string, kondisi, saran source.Text) *Finding {
		if r := Find(name); opt.wants(name) {
			f := Finding{Rule: name, Severity: r.Severity, Kriteria: r.Basis, Checklist: r.Checklist, Stated: c.Text, Kondisi: kondisi, Rekomendasi: saran, Place: c.Place}
			f.at(n)
			return &f
		}
		return nil
	}
	switch {
	case Find(rule) == nil:
		return complain("pengabaian-tak-berlaku", source.T("pengabaian menyebut aturan %s yang tidak dikenal", "the waiver names the rule %s, which does not exist", quoted(rule)),
			source.T("Agar nama aturan ditulis seperti pada `lkjip rules`", "Write the rule's name as `lkjip rules` gives it"))
	case reason == "":
		return complain("pengabaian-tanpa-alasan", source.T("pengabaian aturan %s tidak menyebut alasan", "the waiver of %s gives no reason", quoted(rule)),
			source.T("Agar alasan ditulis sesudah nama aturan", "Write the reason after the rule's name"))
	case moneyTotals[rule]:
		return complain("pengabaian-tak-berlaku", source.T("aturan %s tentang jumlah rupiah tidak dapat diabaikan di samping angkanya", "the rule %s on rupiah totals cannot be waived beside the figure", quoted(rule)),
			source.T("Agar angkanya diperbaiki", "Mend the figure"))
	}
	matched := false
	for i := range findings {
		f := &findings[i]
		if f.Rule == rule && f.Waived == nil && within(f.node, n) {
			f.Waived = &Waiver{Reason: reason, Place: c.Place}
			matched = true
		}
	}
	if matched || !opt.wants(rule) {
		return nil
	}
	return complain("pengabaian-tak-terpakai", source.T("pengabaian aturan %s tidak mengenai catatan apa pun", "the waiver of %s matches no finding", quoted(rule)),
		source.T("Agar pengabaian yang tidak diperlukan lagi dihapus", "Remove the waiver that is no longer needed"))
}

// within reports whether a node is below another or is it.
func within(n, above *source.Node) bool {
	for ; n != nil; n = n.Parent() {
		if n == above {
			return true
		}
	}
	return false
}
