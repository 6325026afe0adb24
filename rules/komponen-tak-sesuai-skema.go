package rules

import (
	"strings"

	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "komponen-tak-sesuai-skema",
	Title:    source.T("Komponen penilaian berbeda dari skemanya", "The components of an assessment are not those of its scheme"),
	Severity: Sedang,
	Basis: source.T("komponen menurut peraturan penilaian, antara lain PermenPANRB 88/2021, 38/2018 dan 40/2018",
		"components by the regulation of the assessment, among them PermenPANRB 88/2021, 38/2018 and 40/2018"),
	Checklist: []string{"II.5"},
	Needs:     []string{"penilaian"},
	Doc: source.T("Komponen yang disajikan dibandingkan dengan komponen skema; ejaan (Karir, Karier), nomor dan huruf di depan nama tidak berpengaruh. Baris tanpa bobot dan nilai yang tidak ada pada skema adalah sisa format lama dan dicatat rendah. Komponen yang tidak disajikan dicatat sekali per penilaian, bila sedikitnya separuh komponen disajikan. Susunan subkomponen setempat tidak dicatat.",
		"The components printed are compared with those of the scheme; spelling and numbers before the name do not matter. A row without weight and score that the scheme does not have is left over from an old form and is rendah. Missing components are noted once an assessment, where at least half of them are printed. Local subcomponents are left alone."),
	Check: func(p *Pass) {
		seen := map[string]bool{}
		for _, a := range p.assessments() {
			if a.scheme == nil || len(a.scheme.Komponen) == 0 || len(a.Komponen) == 0 || a.otherScheme() != nil {
				continue
			}
			pairs, missing := pairComponents(a.Komponen, a.scheme.Komponen, a.factor())
			for _, pair := range pairs {
				key := a.Skema.S + "\x00" + schema.Normal(pair.printed.Nama.S)
				if pair.scheme == nil && !seen[key] {
					seen[key] = true
					p.reportUnknown(a, pair.printed)
				}
			}
			if len(missing) > 0 && 2*len(missing) <= len(a.scheme.Komponen) && a.Jumlah.Nilai.IsSet() {
				p.reportMissing(a, missing)
			}
		}
	},
})

func (p *Pass) reportUnknown(a assessed, k *schema.Komponen) {
	f := Finding{Stated: k.Nama.S, Severity: limited(Sedang, a.scheme.Terverifikasi), Kriteria: source.Same(a.scheme.Dasar.S),
		Kondisi: source.T("%s bukan komponen %s menurut %s, yang terdiri atas %s", "%s is no component of %s by %s, which has %s",
			quoted(k.Nama.S), a.scheme.Nama.S, a.scheme.Dasar.S, componentNames(a.scheme)),
		Rekomendasi: source.T("Agar komponen disesuaikan dengan %s", "Use the components of %s", a.scheme.Dasar.S)}
	if emptyComponent(k) {
		f.Severity = Rendah
		f.Kondisi = source.T("baris %s tidak mempunyai bobot dan nilai, dan bukan komponen %s menurut %s", "the row %s has neither weight nor score, and is no component of %s by %s",
			quoted(k.Nama.S), a.scheme.Nama.S, a.scheme.Dasar.S)
		f.Rekomendasi = source.T("Agar baris itu dihapus dari tabel", "Remove the row from the table")
		if old := schemeWith(a.scheme, k.Nama.S); old != nil {
			f.Sebab = source.T("diduga sisa format %s", "presumably left from the form of %s", old.Dasar.S)
		}
	}
	p.Report(k.Nama.Node, f)
}

// schemeWith is another scheme of the same assessment that has the component, nil where none has.
func schemeWith(scheme *schema.Skema, name string) *schema.Skema {
	for _, s := range schema.OfficialSchemes() {
		if s.ID.S == scheme.ID.S || s.Nama.S != scheme.Nama.S {
			continue
		}
		for i := range s.Komponen {
			if isComponent(name, &s.Komponen[i]) {
				return s
			}
		}
	}
	return nil
}

func (p *Pass) reportMissing(a assessed, missing []*schema.KomponenSkema) {
	var names []string
	for _, k := range missing {
		names = append(names, k.Nama.S)
	}
	at := a.Node.Get("komponen")
	if at == nil {
		at = a.Node
	}
	p.Report(at, Finding{Expected: strings.Join(names, ", "), Severity: limited(Sedang, a.scheme.Terverifikasi), Kriteria: source.Same(a.scheme.Dasar.S),
		Kondisi: source.T("%s menurut %s mempunyai %d komponen; yang belum disajikan: %s", "%s by %s has %d components; not printed: %s",
			a.scheme.Nama.S, a.scheme.Dasar.S, len(a.scheme.Komponen), strings.Join(names, ", ")),
		Rekomendasi: source.T("Agar seluruh komponen disajikan beserta nilainya", "Print all components with their scores")})
}

func componentNames(s *schema.Skema) string {
	var names []string
	for i := range s.Komponen {
		names = append(names, s.Komponen[i].Nama.S)
	}
	return strings.Join(names, ", ")
}
