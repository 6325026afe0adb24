package rules

import (
	"slices"
	"strings"

	"lkjip/rules/calc"
	"lkjip/schema"
	"lkjip/schema/source"
)

var _ = register(Rule{
	Name:     "analisis-hilang",
	Title:    source.T("Analisis capaian sasaran belum lengkap", "The analysis of an objective is incomplete"),
	Severity: Sedang,
	Basis: source.T("Analisis capaian per sasaran: target dan realisasi, tahun-tahun lalu, target jangka menengah, standar nasional bila ada, penyebab dan solusi, efisiensi, program penunjang · PermenPANRB 53/2014 Lampiran II (Bab III.A butir 1–7)",
		"The analysis of each objective: target and realisation, earlier years, medium-term target, national standard if any, causes and remedies, efficiency, supporting programmes · PermenPANRB 53/2014 Lampiran II (Bab III.A points 1–7)"),
	Checklist: []string{"I.3", "I.5", "III.7"},
	Needs:     []string{"pengukuran"},
	Doc: source.T("Hanya untuk LKjIP utuh yang mengisi `analisis` pada sekurang-kurangnya satu sasaran. Butir 2 dan 3 terpenuhi oleh `riwayat` dan `target_akhir` indikator atau oleh analisisnya; butir 4 (standar nasional) tidak diminta; solusi tidak diminta bila semua indikator mencapai target. Analisis yang ditulis sebagai satu teks tidak dipilah menurut butir. Butir yang disebut dalam narasi atau judul tabel laporan tidak dicatat. Satu catatan per sasaran menyebut butir yang belum ada.",
		"Only for a whole LKjIP that gives `analisis` for at least one objective. Points 2 and 3 are met by the indicators' `riwayat` and `target_akhir` or by their analysis; point 4 (national standard) is not asked for, nor are remedies where every indicator met its target. An analysis written as one text is not divided into points. Points that a passage or the title of a table speaks of are not reported. One finding per objective lists the points that are missing."),
	Check: func(p *Pass) {
		all := p.measuredSasaran()
		if !p.whole() || len(all) == 0 {
			return
		}
		if !slices.ContainsFunc(all, func(s *schema.Sasaran) bool { return len(analysesOf(s)) > 0 }) {
			p.Untested(all[0].Node, source.T("analisis capaian tidak diisikan sebagai data", "no analysis was entered as data"))
			return
		}
		said := map[string]bool{} // by point: the prose is the same for every sasaran
		for _, s := range all {
			var id, en []string
			elsewhere := false
			for _, m := range missingPoints(s) {
				in, asked := said[m.name.ID]
				if !asked {
					in = p.saysAny(m.words...)
					said[m.name.ID] = in
				}
				if in {
					elsewhere = true
					continue
				}
				id, en = append(id, m.name.ID), append(en, m.name.EN)
			}
			if elsewhere {
				p.Untested(s.Uraian.Node, source.T("butir analisis yang disebut dalam laporan tidak dapat dikaitkan dengan sasaran ini", "points of the analysis that the report speaks of cannot be told to be of this objective"))
			}
			if len(id) == 0 {
				continue
			}
			list := source.Text{ID: strings.Join(id, "; "), EN: strings.Join(en, "; ")}
			p.Report(s.Uraian.Node, Finding{
				Kondisi:     source.T("Analisis sasaran %s belum memuat: %s", "The analysis of the objective %s lacks: %s", quoted(s.Uraian.S), list),
				Rekomendasi: source.T("Agar butir analisis tersebut dilengkapi", "Add these points to the analysis"),
			})
		}
	},
})

// analysesOf are the analyses given for a sasaran, its own and those of its indicators.
func analysesOf(s *schema.Sasaran) []*schema.Analisis {
	var all []*schema.Analisis
	if s.Analisis.Node != nil {
		all = append(all, &s.Analisis)
	}
	for i := range s.Indikator {
		if a := &s.Indikator[i].Analisis; a.Node != nil {
			all = append(all, a)
		}
	}
	return all
}

// point is a point of Bab III with words that a report speaks of it by.
type point struct {
	name  source.Text
	words []string
}

// missingPoints are the points of Bab III that neither figures nor analyses cover.
func missingPoints(s *schema.Sasaran) (missing []point) {
	said := func(of func(*schema.Analisis) schema.Teks) bool {
		return slices.ContainsFunc(analysesOf(s), func(a *schema.Analisis) bool { return a.Teks.IsSet() || of(a).IsSet() })
	}
	shown := func(of func(*schema.Indikator) bool) bool {
		return slices.ContainsFunc(s.Indikator, func(i schema.Indikator) bool { return of(&i) })
	}
	need := func(covered bool, id, en string, words ...string) {
		if !covered {
			missing = append(missing, point{source.T(id, en), words})
		}
	}
	need(len(s.Indikator) > 0, "target dan realisasi (butir 1)", "target and realisation (point 1)")
	need(said(func(a *schema.Analisis) schema.Teks { return a.PerbandinganTahun }) ||
		shown(func(i *schema.Indikator) bool { return len(i.Riwayat) > 0 || len(i.RiwayatCapaian) > 0 }),
		"perbandingan dengan tahun lalu (butir 2)", "comparison with earlier years (point 2)", "tahun sebelumnya", "tahun lalu", "dibandingkan tahun", "dibanding tahun")
	need(said(func(a *schema.Analisis) schema.Teks { return a.PerbandinganAkhir }) ||
		shown(func(i *schema.Indikator) bool { return i.TargetAkhir.IsSet() || i.CapaianAkhir.IsSet() }),
		"perbandingan dengan target jangka menengah (butir 3)", "comparison with the medium-term target (point 3)", "jangka menengah", "akhir renstra", "akhir rpjmd")
	need(said(func(a *schema.Analisis) schema.Teks { return a.Penyebab }),
		"penyebab keberhasilan atau kegagalan (butir 5)", "causes of success or failure (point 5)", "penyebab", "disebabkan", "faktor", "hambatan", "kendala")
	need(said(func(a *schema.Analisis) schema.Teks { return a.Solusi }) || !shown(missesTarget),
		"solusi yang telah dilakukan (butir 5)", "remedies taken (point 5)", "solusi", "upaya", "langkah", "tindak lanjut")
	need(said(func(a *schema.Analisis) schema.Teks { return a.Efisiensi }),
		"efisiensi sumber daya (butir 6)", "efficiency of resources (point 6)", "efisien")
	need(said(func(a *schema.Analisis) schema.Teks { return a.ProgramPenunjang }),
		"program penunjang (butir 7)", "supporting programmes (point 7)", "penunjang", "pendukung", "menunjang", "mendukung")
	return missing
}

func missesTarget(i *schema.Indikator) bool {
	return holds(calc.Reach(&i.Realisasi, &i.Target, calc.PolarityOf(schema.Choice(i.Polaritas)))) == calc.Broken
}
