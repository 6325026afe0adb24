package rules

import (
	"strings"
	"time"

	"lkjip/schema/source"
)

// Standing is a waiver kept in lkjip.cue instead of beside the value. It may waive any rule; one on rupiah totals needs an
// approver and a document.
type Standing struct {
	Waiver
	Rule   string
	File   string                 // as written
	Covers func(file string) bool // whether it is about the file
	Path   string                 // of the value, everything below it included; or its place as printed (Anggaran!E17); empty: the whole file
	Own    string                 // of the waiver itself in lkjip.cue
}

// CheckStanding parts the waivers that apply from those that cannot; each of the latter is a finding. today is a date
// in UTC; a waiver still applies on the day it names.
func CheckStanding(all []Standing, today time.Time, opt Options) (valid []Standing, findings []Finding) {
	for _, w := range all {
		rule, kondisi, saran := w.fault(today)
		if rule == "" {
			valid = append(valid, w)
		} else if opt.wants(rule) {
			findings = append(findings, w.complain(rule, kondisi, saran))
		}
	}
	return valid, findings
}

func (w *Standing) fault(today time.Time) (rule string, kondisi, saran source.Text) {
	until, err := time.Parse(time.DateOnly, w.Until)
	switch {
	case Find(w.Rule) == nil:
		return "pengabaian-tak-berlaku", source.T("Pengabaian menyebut aturan %s yang tidak dikenal", "The waiver names the rule %s, which does not exist", quoted(w.Rule)),
			source.T("Agar nama aturan ditulis seperti pada `lkjip rules`", "Write the rule's name as `lkjip rules` gives it")
	case w.Reason == "":
		return "pengabaian-tanpa-alasan", source.T("Pengabaian aturan %s tidak menyebut alasan", "The waiver of %s gives no reason", quoted(w.Rule)),
			source.T("Agar `alasan` diisi", "Fill in `alasan`")
	case moneyTotals[w.Rule] && (w.Approver == "" || w.Document == ""):
		return "pengabaian-tak-berlaku", source.T("Pengabaian aturan %s tentang jumlah rupiah tidak menyebut penyetuju dan nomor dokumen", "The waiver of %s on rupiah totals names no approver and document", quoted(w.Rule)),
			source.T("Agar `penyetuju` dan `dokumen` diisi, atau angkanya diperbaiki", "Fill in `penyetuju` and `dokumen`, or mend the figure")
	case w.Until != "" && err != nil:
		return "pengabaian-tak-berlaku", source.T("Batas waktu pengabaian %s bukan tanggal", "The expiry of the waiver, %s, is not a date", quoted(w.Until)),
			source.T("Agar `berlaku_sampai` ditulis sebagai tahun-bulan-tanggal, misalnya 2025-12-31", "Write `berlaku_sampai` as year-month-day, as in 2025-12-31")
	case w.Until != "" && today.After(until):
		return "pengabaian-tak-berlaku", source.T("Pengabaian aturan %s berlaku sampai %s dan sudah lewat", "The waiver of %s was valid until %s and has expired", quoted(w.Rule), w.Until),
			source.T("Agar catatannya diselesaikan, atau pengabaian disetujui kembali dengan batas waktu baru", "Settle the finding, or have the waiver approved again with a new date")
	}
	return "", source.Text{}, source.Text{}
}

// UnusedStanding is a finding for each waiver that is about a checked file and a rule that ran, and that waived nothing. used
// holds the places of the waivers that did.
func UnusedStanding(valid []Standing, used map[source.Place]bool, files []string, opt Options) (findings []Finding) {
	const rule = "pengabaian-tak-terpakai"
	for _, w := range valid {
		if used[w.Place] || !opt.wants(w.Rule) || !opt.wants(rule) {
			continue
		}
		for _, file := range files {
			if w.Covers(file) {
				findings = append(findings, w.complain(rule,
					source.T("Pengabaian aturan %s pada %s tidak mengenai catatan apa pun", "The waiver of %s in %s matches no finding", quoted(w.Rule), quoted(w.File+" "+w.Path)),
					source.T("Agar pengabaian yang tidak diperlukan lagi dihapus, atau `tempat` diperbaiki", "Remove the waiver that is no longer needed, or mend `tempat`")))
				break
			}
		}
	}
	return findings
}

func (w *Standing) complain(name string, kondisi, saran source.Text) Finding {
	r := Find(name)
	return Finding{Rule: name, Severity: r.Severity, Kriteria: r.Basis, Checklist: r.Checklist, Place: w.Place, Path: w.Own,
		Stated: w.Rule, Kondisi: kondisi, Rekomendasi: saran}
}

// waiveStanding marks the findings that the waivers of lkjip.cue are about.
func waiveStanding(findings []Finding, all []Standing) {
	for i := range findings {
		f := &findings[i]
		for j := range all {
			if w := &all[j]; f.Waived == nil && w.Rule == f.Rule && w.Covers(f.Place.File) && w.at(f) {
				f.Waived = &w.Waiver
			}
		}
	}
}

func (w *Standing) at(f *Finding) bool {
	if w.Path == "" || w.Path == f.Path || w.Path == f.Place.Short() {
		return true
	}
	rest, ok := strings.CutPrefix(f.Path, w.Path)
	return ok && (rest[0] == '.' || rest[0] == '[')
}
