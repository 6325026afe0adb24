package rules

import (
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "kategori-tak-sesuai",
	Title:    source.T("Kategori, predikat atau sebutan penilaian tidak sesuai dengan nilainya", "The category, predicate or name of an assessment does not fit its score"),
	Severity: Tinggi,
	Basis: source.T("kategori menurut skala peraturan penilaiannya, antara lain PermenPANRB 88/2021, 40/2018 dan 38/2018",
		"categories by the scale of the assessment's regulation, among them PermenPANRB 88/2021, 40/2018 and 38/2018"),
	Checklist: []string{"II.5"},
	Doc: source.T("Kategori, predikat dan sebutan dibandingkan dengan baris skala yang memuat jumlah nilai sebagaimana tercetak: 70,00 adalah B dan 90,00 adalah A. Label bersambung seperti BB (Sangat Baik) diuji setiap bagiannya. Bila skala mempunyai rentang indeks, indeksnya diuji terhadap kategori. Satu catatan per penilaian. Skala yang belum terverifikasi paling berat rendah, yang terverifikasi sebagian paling berat sedang. Nilai di celah skala tidak diuji.",
		"Category, predicate and name are compared with the row of the scale that holds the total as printed: 70,00 is B and 90,00 is A. Each part of a label such as BB (Sangat Baik) is tested. Where the scale has spans of an index, the index is tested against the category. One finding an assessment. Unverified scales are at most rendah, partly verified ones at most sedang. A score in a gap of the scale is not tested."),
	Check: func(p *Pass) {
		for _, a := range p.assessments() {
			if a.scale == nil {
				continue
			}
			var labels []schema.Teks
			for _, label := range []schema.Teks{a.Kategori, a.Predikat, a.Sebutan} {
				if !label.IsSet() {
					continue
				}
				labels = append(labels, label)
				p.relateLabel(a, label, a.score(), a.scale)
			}
			if index := a.scale.IndexScale(); index != nil && len(labels) > 0 {
				p.relateLabel(a, labels[0], &a.Indeks, index)
			}
			p.reportUnknownLabel(a, labels)
		}
	},
})

func (p *Pass) relateLabel(a assessed, label schema.Teks, score *schema.Figure, scale *schema.Skala) {
	r := calc.Band(label, score, scale)
	r.Cluster = a.Node.Path() + " " + PlaceOf(a.Node).File
	p.RelateAs(r, About{Describe: func(fault *calc.Fault, f *Finding) {
		if fault.Broken[0].Result.Figure == &a.Indeks && calc.Judge(calc.Band(label, a.score(), a.scale)).State != calc.Broken {
			a.blameIndex(label, scale, f)
		}
		if len(fault.Broken) > 1 && f.Stated == label.S {
			nameAll(fault, f)
		}
		unverified(f, a.scale.Terverifikasi, a.scale.Nama.S)
	}})
}

// nameAll words a finding about several names that are wrong together.
func nameAll(fault *calc.Fault, f *Finding) {
	var stated, right []string
	for i := range fault.Broken {
		if b := &fault.Broken[i]; b.Op == calc.Banded && !slices.Contains(stated, quoted(b.Label.S)) {
			stated, right = append(stated, quoted(b.Label.S)), append(right, quoted(strings.Join(b.Names, ", ")))
		}
	}
	if len(stated) < 2 {
		return
	}
	lead := &fault.Broken[0]
	f.Kondisi = source.T("%s tertulis %s, sedangkan %s memberi %s untuk nilai %s", "%s reads %s, but %s gives %s for the score %s",
		schema.Label(lead.Label.Node.Parent()), strings.Join(stated, ", "), lead.Scale.Nama.S, strings.Join(right, ", "), lead.Result.Figure.Show())
	f.Rekomendasi = source.T("Agar sebutan disesuaikan menjadi %s, atau nilainya diperiksa kembali", "Change the names to %s, or check the score again", strings.Join(right, ", "))
}

// blameIndex puts the finding at the index, where the category fits the score and only the index does not.
func (a assessed) blameIndex(label schema.Teks, scale *schema.Skala, f *Finding) {
	f.Place, f.Path = source.Place{}, ""
	f.at(a.Indeks.Node)
	f.Stated, f.Expected = a.Indeks.Show(), ""
	for _, b := range calc.NamedRows(scale, label.S) {
		f.Expected = b.Indeks.S
	}
	f.Kondisi = source.T("indeks tertulis %s, sedangkan %s memberi rentang indeks %s untuk %s", "the index reads %s, but the %s has the span %s for %s",
		f.Stated, a.scale.Nama.S, f.Expected, quoted(label.S))
	f.Rekomendasi = source.T("Agar indeks disesuaikan dengan surat keputusan hasil penilaian", "Make the index agree with the decree")
}

// reportUnknownLabel notes a name that the scale does not have, where no other name of the assessment is on it.
func (p *Pass) reportUnknownLabel(a assessed, labels []schema.Teks) {
	names := namesOf(a.scale)
	for _, label := range labels {
		if len(calc.NamedRows(a.scale, label.S)) > 0 {
			return
		}
	}
	if len(labels) == 0 || len(names) == 0 || nothingWord(labels[0].S) {
		return
	}
	label := labels[0]
	f := Finding{Stated: label.S, Severity: Rendah, Kriteria: source.Same(a.scale.Dasar.S),
		Kondisi: source.T("%s tertulis %s, sedangkan %s hanya memuat %s", "%s reads %s, but the %s only has %s",
			schema.Label(label.Node), quoted(label.S), a.scale.Nama.S, strings.Join(names, ", ")),
		Rekomendasi: source.T("Agar sebutan disesuaikan dengan %s", "Use a name of %s", a.scale.Dasar.S)}
	if score := a.score(); score.IsNumber() {
		if rows := calc.Rows(a.scale, score.Value); len(rows) == 1 {
			f.Expected = strings.Join(rows[0].Names(), " / ")
		}
	}
	p.Report(label.Node, f)
}
