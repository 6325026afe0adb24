package rules

import (
	"strings"
	"testing"

	"lkjip/schema/source"
)

// TestOutcomes: a report on paper that a rule was passed is a promise; it must not be given where there was nothing to judge
// or where judging failed.
func TestOutcomes(t *testing.T) {
	t.Parallel()
	root, problems := source.Read("x.yaml", []byte(`
instansi: {nama: Dinas Contoh, pemda: Kabupaten Contoh}
tahun: 2024
anggaran:
  baris:
    - {kode: "1", uraian: Program A, pagu: 100, realisasi: 40, persen: 40.00, sisa: 61}
    - {kode: "2", uraian: Program B, pagu: "belum ada", realisasi: 30, persen: 30.00, sisa: 70}
  jumlah: {pagu: 200}
pengukuran:
  sasaran:
    - {uraian: Sasaran, indikator: [{nama: Indeks, satuan: nilai, target: 80, realisasi: 80, capaian: 100.00}]}
`))
	r := Check([]Report{Load(root, problems)}, Options{Skip: []string{"kode-ganda"}})
	got := map[string]Outcome{}
	for _, o := range r.Outcomes {
		got[o.Rule] = o
	}
	if _, ok := got["kode-ganda"]; ok {
		t.Error("a rule that was not run has an outcome")
	}
	for rule, want := range map[string]Outcome{
		"sisa-tak-sesuai":          {Findings: 1, Untested: 1, Applies: true},
		"capaian-tak-sesuai-rumus": {Held: 1, Applies: true},
		"skala-bercelah":           {}, // no scale
		"kode-tak-urut":            {Applies: true},
		"kunci-ganda":              {Applies: true}, // judged while reading
		"terbilang-tak-sesuai":     {},              // no prose
	} {
		want.Rule = rule
		if got[rule] != want {
			t.Errorf("outcome %+v, want %+v", got[rule], want)
		}
	}
	tested := 0
	for _, m := range r.Marks() {
		if m.Tested == !m.Why.IsZero() {
			t.Errorf("%s: tested %v, reason %q", m.Node.Path(), m.Tested, m.Why.ID)
		}
		if m.Tested {
			tested++
		}
		if m.Node.Path() == "anggaran.baris[1].sisa" && !strings.Contains(m.Why.ID, "belum diisi") {
			t.Errorf("the remainder beside words is untested because %q", m.Why.ID)
		}
	}
	if len(r.Marks()) != r.Figures || tested != r.Tested {
		t.Errorf("%d marks, %d tested; counted %d and %d", len(r.Marks()), tested, r.Figures, r.Tested)
	}
}

// TestNeedsAreKnown: a section misspelt in Needs would make its rule not applicable for ever.
func TestNeedsAreKnown(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, s := range strings.Fields("dokumen instansi tahun pengesahan renstra iku perjanjian_kinerja pengukuran skala_capaian anggaran anggaran_pendukung penilaian rincian skp tindak_lanjut narasi susunan skala skema") {
		known[s] = true
	}
	for _, r := range All() {
		for _, s := range r.Needs {
			if !known[s] {
				t.Errorf("%s needs %q, which no report has", r.Name, s)
			}
		}
		if len(r.Needs) > 0 && r.Check == nil {
			t.Errorf("%s is raised by readers, which look at every report", r.Name)
		}
	}
}

// lacking are the sections without which the rule says it has nothing to judge and which no file of the dossier holds.
func lacking(rule *Rule, reports []Report) (missing []string) {
	for _, s := range rule.Needs {
		held := false
		for _, r := range reports {
			held = held || r.Node.Get(s) != nil
		}
		if !held {
			missing = append(missing, s)
		}
	}
	return missing
}
