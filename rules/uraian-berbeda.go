package rules

import (
	"slices"

	"lkjip/schema"
	"lkjip/schema/source"
)

// maxProgrammes bounds the names compared with each other; an agency has a dozen programmes.
const maxProgrammes = 300

var _ = register(Rule{
	Name:     "uraian-berbeda",
	Title:    source.T("Satu program atau kegiatan tertulis dengan nama berbeda", "One programme or kegiatan is written under different names"),
	Severity: Rendah,
	Basis: source.T("Nama program, kegiatan, dan sub kegiatan mengikuti nomenklatur menurut kodenya (Permendagri 90/2019 dan pemutakhirannya)",
		"Names of programmes, kegiatan and sub-kegiatan follow the nomenclature by their code (Permendagri 90/2019 and its updates)"),
	Checklist: []string{"II.5"},
	Needs:     []string{"anggaran"},
	Doc: source.T("Kode nomenklatur yang sama harus bernama sama di semua tabel dan dokumen; program tanpa kode dianggap sama hanya bila namanya berbeda satu-dua huruf. Beda huruf besar, spasi, tanda baca, dan nama yang terpotong dibiarkan. Nomor urut (1 / 1.1) bukan kode nomenklatur dan tidak dibandingkan antartabel.",
		"The same nomenclature code has the same name in all tables and documents; programmes without a code are taken for one only where their names differ by a letter or two. Capitals, spacing, punctuation and names that were cut off are left alone. Local numbers (1 / 1.1) are no nomenclature and are not compared between tables."),
	Check: func(p *Pass) {
		byCode := map[string]schema.Teks{}
		var programmes []programName
		see := func(kode, nama schema.Teks, programme bool) {
			code := kodeOf(kode.S)
			if !nama.IsSet() {
				return
			}
			if isOfficial(code) {
				key := kode.S
				if first, ok := byCode[key]; ok {
					p.compareNames(first, nama, true)
					return
				}
				byCode[key] = nama
			}
			if !programme {
				return
			}
			this := programName{namaOf(bareName(nama.S)), nama}
			if slices.ContainsFunc(programmes, func(o programName) bool { return o.same(this.nama) }) {
				return
			}
			if i := slices.IndexFunc(programmes, func(o programName) bool { return o.near(this.nama) }); i >= 0 {
				p.compareNames(programmes[i].written, nama, false)
				return
			}
			if len(programmes) < maxProgrammes {
				programmes = append(programmes, this)
			}
		}
		for _, t := range p.pohon() {
			programme := map[*simpul]bool{}
			for _, s := range t.program() {
				programme[s] = reLevelWord.MatchString(schema.Normal(s.baris.Uraian.S))
			}
			for _, s := range t.simpul {
				if !s.ganda {
					see(s.baris.Kode, s.baris.Uraian, programme[s])
				}
			}
		}
		for _, pk := range schema.Sections(p.Dossier, func(l *schema.Laporan) []schema.PK { return l.PerjanjianKinerja }) {
			for i := range pk.Program {
				see(pk.Program[i].Kode, pk.Program[i].Nama, true)
			}
		}
	},
})

// programName is the name of a programme, taken apart once, and as written.
type programName struct {
	nama
	written schema.Teks
}

// compareNames reports two names of one thing. With the same code a wholly different name is more than a slip.
func (p *Pass) compareNames(first, second schema.Teks, coded bool) {
	a, b := bareName(first.S), bareName(second.S)
	if sameName(a, b) || cutOff(a, b) {
		return
	}
	severity := Rendah
	if coded && !nearName(a, b) && !shorterName(a, b) {
		severity = Sedang
	}
	p.Report(second.Node, Finding{
		Severity: severity, Stated: second.S, Expected: first.S,
		Kondisi: source.T("tertulis %s, sedangkan di %s tertulis %s", "reads %s, but at %s it reads %s",
			quoted(second.S), source.Same(PlaceOf(first.Node).String()), quoted(first.S)),
		Rekomendasi: source.T("Agar nama disamakan dengan DPA", "Use the name of the DPA in both places"),
	})
}
