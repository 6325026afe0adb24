package schema

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/cuecontext"

	"lkjip/schema/source"
)

// goodReport uses every kind of construct of the contract once; all other tests of the contract start from it.
const goodReport = `
dokumen: lkjip
instansi: {kode: 5.03.0.00, nama: Badan Kepegawaian, pemda: Kabupaten Contoh, jenis: Perangkat Daerah}
tahun: 2024
pengesahan: {tempat: Contoh, tanggal: 22 Februari 2025, pejabat: Sri Uji, nip: "197001011990011001"}
renstra:
  periode: {dari: 2021, sampai: "2026"}
  tujuan:
    - uraian: Aparatur yang profesional
      indikator: [{nama: Indeks Profesionalitas, target: {2023: 80.00, 2024: "85,00", 2025: "-"}, target_akhir: 87}]
      sasaran: [{uraian: Penerapan sistem merit, indikator: [{nama: Indeks Sistem Merit, target_akhir: 325}]}]
iku: [{nama: Indeks Sistem Merit, satuan: nilai}]
perjanjian_kinerja:
  - versi: murni
    tanggal: 2024-01-20
    sasaran: [{uraian: Penerapan sistem merit, indikator: [{nama: Indeks Sistem Merit, target: 275}]}]
    program: [{kode: "2", nama: Program Kepegawaian, anggaran: 1000}, {nama: Program Diklat, anggaran: "-"}]
pengukuran:
  tujuan: [{uraian: Aparatur yang profesional, indikator: [{nama: Indeks Profesionalitas, realisasi: 82.34}]}]
  sasaran:
    - uraian: Penerapan sistem merit
      indikator:
        - {nama: Indeks Sistem Merit, polaritas: naik, target: 275, realisasi: 271.5, riwayat: {2022: 129, 2023: 219.5}}
        - {nama: Opini, target: WTP, realisasi: WTP, target_triwulan: {1: "-", 4: WTP}, analisis: {penyebab: "cukup"}}
skala_capaian: [{lebih_dari: 90, sampai: 100, sebutan: Sangat Memuaskan}, {angka: "> 80 – 90", kategori: Memuaskan}]
anggaran:
  baris:
    - {kode: 1.10, tingkat: Sub Kegiatan, uraian: PROGRAM KEPEGAWAIAN, pagu: 1000, realisasi: 500, persen: "50,00", sisa: 500}
    - {uraian: Judul tanpa jumlah, pagu: , realisasi_bulan: {1: 5, 12: "7"}}
  jumlah: {pagu: 1000, realisasi: 500}
anggaran_pendukung: {program: ["2", 3], pagu: 1000}
penilaian:
  - skema: akip-2021
    tahun: 2024
    komponen: [{nama: Perencanaan Kinerja, bobot: 30, nilai: 24, komponen: [{nama: Keberadaan, bobot: 6}]}]
    jumlah: {nilai: 24}
    predikat: BB
skp: {hasil_kerja: [{rencana: Tertibnya data, target: 95-100 %, realisasi: "75,15 BB"}]}
tindak_lanjut: [{saran: Agar indikator ditinjau, status: selesai}]
narasi: [{bagian: 3.1, teks: Capaian naik}]
susunan: {judul: [{nomor: "1", judul: Pendahuluan}], tabel: []}
skala: [{id: setempat, minimal: 0, baris: [{sampai: 50, sebutan: Rendah}]}]
skema: [{id: setempat, skala: setempat, cara: jumlah, berlaku_dari: 2020, komponen: [{nama: Satu, alias: [Esa], bobot: 100}], indikator: [Indeks Satu]}]
`

func read(t testing.TB, yaml string) *source.Node {
	t.Helper()
	root, problems := source.Read("laporan.yaml", []byte(yaml))
	if root == nil || len(problems) > 0 {
		t.Fatalf("the test's own report cannot be read: %v", problems)
	}
	return root
}

// A field that only one of them has would be either rejected in every report or read by nobody.
func TestContractHasTheModelsFields(t *testing.T) {
	t.Parallel()
	seen := map[reflect.Type]map[*spec]bool{}
	var compare func(at string, typ reflect.Type, s *spec)
	compare = func(at string, typ reflect.Type, s *spec) {
		switch {
		case typ == typeTeks || typ == typeFigure || typ == typeTanggal:
			if !s.scalar[source.String] {
				t.Errorf("%s: the model reads a scalar, the contract forbids it", at)
			}
		case typ.Kind() == reflect.Slice:
			if s.item == nil {
				t.Fatalf("%s: the model reads a list, the contract forbids it", at)
			}
			compare(at+"[]", typ.Elem(), s.item)
		case typ.Kind() == reflect.Map:
			if s.record == nil || s.record.entry == nil {
				t.Errorf("%s: the model reads a map of years, the contract has none", at)
			}
		case typ.Kind() == reflect.Struct:
			if seen[typ][s] {
				return
			}
			if seen[typ] == nil {
				seen[typ] = map[*spec]bool{}
			}
			seen[typ][s] = true
			var model, keys []string
			for _, f := range planOf(typ) {
				if f.key == "-" {
					continue
				}
				model = append(model, f.key)
				if i, ok := s.record.index[f.key]; ok {
					compare(at+"."+f.key, typ.Field(f.index).Type, s.record.fields[i].spec)
				}
			}
			for _, f := range s.record.fields {
				keys = append(keys, f.key)
			}
			slices.Sort(model)
			slices.Sort(keys)
			if !slices.Equal(model, keys) {
				t.Errorf("%s: the model has %v\nthe contract %v", at, model, keys)
			}
		default:
			t.Errorf("%s: %v", at, typ)
		}
	}
	compare("laporan", reflect.TypeFor[Laporan](), contract())
}

// A message can only be as good as the words the contract has for a field.
func TestContractHasWords(t *testing.T) {
	t.Parallel()
	rules := map[string]bool{"isian-kosong": true, "isian-tak-sah": true}
	seen := map[*spec]bool{}
	var visit func(at string, s *spec)
	visit = func(at string, s *spec) {
		if s == nil || seen[s] {
			return
		}
		seen[s] = true
		if s.item == nil && (s.record == nil || s.record.entry != nil) && s.wanted().IsZero() {
			t.Errorf("%s: nothing says what belongs here", at)
		}
		for _, l := range s.limits {
			if !rules[l.rule] {
				t.Errorf("%s: rule %q is not one of the contract's", at, l.rule)
			}
		}
		visit(at+"[]", s.item)
		if s.record == nil {
			return
		}
		visit(at+".*", s.record.entry)
		for k, f := range s.record.fields {
			if f.label.ID == "" || f.label.EN == "" {
				t.Errorf("%s.%s: no label in both languages", at, f.key)
			}
			// An empty optional cell is no mistake, also for plain cue vet.
			if scalar := f.spec.item == nil && f.spec.record == nil; scalar && s.record.required&(1<<k) == 0 != f.spec.scalar[source.Null] {
				t.Errorf("%s.%s: a scalar is optional if and only if it may be null", at, f.key)
			}
			visit(at+"."+f.key, f.spec)
		}
	}
	visit("laporan", contract())
}

// What the checker cannot judge must not slip into the contract, or it would pass unread.
func TestCompileRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ reason, cue string }{
		{"an open struct accepts any key", `#L: {a?: string, ...}`},
		{"texts as a disjunction have two alternatives of one kind", `#L: {a?: =~"x" @rule(r)}, #L: {b?: string | =~"x"} `},
		{"a fixed text", `#L: {a?: "x"}`},
		{"a default", `#L: {a?: *"x" | string}`},
		{"a builtin validator", "import \"strings\"\n#L: {a?: strings.MinRunes(3)}"},
		{"a field that is always there", `#L: {a: string}`},
		{"a constraint that names no rule", `#L: {a?: =~"x"}`},
		{"two patterns of keys", `#L: {[=~"^a"]: string, [=~"^b"]: string}`},
		{"two kinds of record in one place", `#L: {a?: {b?: string} | {c?: string}}`},
		{"a definition that is not there", `#M: {}`},
	} {
		if s, err := compile(cuecontext.New().CompileString(c.cue), "#L"); err == nil {
			t.Errorf("%s: compiled to %+v", c.reason, s)
		}
	}
}

func TestGoodReportPasses(t *testing.T) {
	t.Parallel()
	for _, p := range Check(read(t, goodReport)) {
		t.Errorf("%v %s %s", p.Place, p.Rule, p.Kondisi.ID)
	}
}

// ContractCUE is handed to users; it must compile alone and judge as cue vet would.
func TestContractStandsAlone(t *testing.T) {
	t.Parallel()
	v := cuecontext.New().CompileBytes(ContractCUE()).LookupPath(cue.ParsePath("#Laporan"))
	if !v.Exists() || v.Err() != nil {
		t.Fatalf("no #Laporan: %v", v.Err())
	}
	if n := strings.Count(string(ContractCUE()), "package schema"); n != 1 {
		t.Errorf("%d package clauses", n)
	}
}
