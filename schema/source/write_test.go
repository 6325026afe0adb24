package source

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// rich covers every section of the vocabulary, and what is odd but allowed.
const rich = `# one report
# with everything

dokumen: LKjIP
tahun: 2024 # of the budget
instansi: {kode: "5.03", nama: "BKPSDM, Kab. Balangan", pemda: Kabupaten Balangan, jenis: perangkat-daerah}
pengesahan:
  tempat: Paringin
  # the day it was signed
  # by hand
  tanggal: 2024-02-22 # lkjip:abaikan laporan-terlambat sudah dijelaskan
  pejabat: 'O''Neil: "x"'
  nip: "198701012010011001"
renstra:
  periode: {dari: 2021, sampai: 2026}
  tujuan:
    - uraian: T1
      indikator:
        - {nama: IT, satuan: indeks, target: {2023: 80.00, 2024: 85.00}, target_akhir: 87}
      sasaran:
        - uraian: S1
          kode: 1.10
          indikator: [{nama: I1, satuan: nilai, polaritas: naik, kondisi_awal: 1, target_akhir: 325, penjelasan: p}]
        - uraian: S1 # the same name again
          indikator: [{nama: I2}]
    - kode: T.2
  sasaran:
    - uraian: lepas
      indikator: [{nama: I3, target_akhir: "90-95 %"}]
iku:
  - {nama: I1, sasaran: S1, satuan: nilai, formula: a/b, sumber_data: d, penanggung_jawab: p, target_triwulan: {1: 10, 4: 40}}
perjanjian_kinerja:
  - versi: murni
    nomor: "1"
    tahun: 2024
    tanggal: 2024-01-10
    tanggal_dpa: 2024-01-02
    sasaran:
      - uraian: S1
        penjelasan: x
        indikator: [{nama: I1, satuan: nilai, target: 275}, {nama: I2, target: WTP}]
    program:
      - {kode: "2", nama: Program Kepegawaian Daerah, anggaran: 10245784700, sumber_dana: APBD, keterangan: k, penjelasan: p}
      - {kode: "3", nama: Program B, anggaran: 1.50}
    jumlah_anggaran: 10245784701.50
  - {versi: perubahan, alasan: refocusing, pihak_pertama: a, pihak_kedua: b}
  - versi: perubahan
    program: [{nama: P, anggaran: 1}]
pengukuran:
  tujuan:
    - {uraian: T1, capaian: 98.00, predikat: Baik, indikator: [{nama: IT, capaian: "84,21%"}]}
  sasaran:
    - uraian: S1
      kode: S
      capaian: 98.73
      analisis: {perbandingan_tahun_lalu: naik, perbandingan_target_akhir: dekat, standar_nasional: atas, penyebab: rajin, solusi: terus, efisiensi: hemat, program_penunjang: P2}
      indikator:
        - {nama: I1, kode: "1.1", satuan: nilai, polaritas: naik, target: 275, realisasi: 271.50, capaian: 98.73, pembilang: 1, penyebut: 2, perubahan: -1.5, riwayat: {2022: 129, 2023: 219.5}, riwayat_target: {2023: 200}, riwayat_capaian: {2023: 100.00}, target_akhir: 325, capaian_akhir: 83.54, tahun_capaian_akhir: 2024, standar_nasional: 70, predikat: Sangat Memuaskan, penjelasan: j, analisis: {penyebab: s}}
        - {nama: I1, target: 1e3, realisasi: 123456789012345678.25, capaian: null}
    - indikator: [{nama: tanpa sasaran}]
    - uraian: tanpa indikator
  rata_rata_capaian: 98.73
  predikat: Memuaskan
  batas_capaian: 120
skala_capaian: # printed
  - {lebih_dari: 90, sampai: 100, sebutan: Sangat Memuaskan, angka: "> 90 – 100", kategori: AA, minimal: 1, kurang_dari: 2, predikat: p, indeks: "0,9"}
anggaran:
  nama: Tabel 3.9
  sumber: LRA
  satuan: rupiah
  per_tanggal: 2024-12-31
  baris:
    - {kode: "2", tingkat: program, uraian: "=PROGRAM", pagu_murni: 9046360300, pagu: 10245784700, selisih: 1199424400, realisasi: 7809835113, persen: 76.22, sisa: 2435949587, keterangan: "-"}
    - {kode: "2.01", uraian: "+K", realisasi_triwulan: {1: 1, 2: 2}, realisasi_bulan: {1: 1, 12: 2}, rencana_bulan: {3: 4}, rencana_jumlah: 7}
  jumlah: {uraian: JUMLAH, pagu: 24204043782, persen: 84.20}
anggaran_pendukung: {program: ["2", "3"], pagu_murni: 1, pagu: 2, realisasi: 3, persen: 4.00, sisa: 5}
penilaian:
  - skema: merit-2018
    tahun: 2024
    penilai: KASN
    komponen:
      - {nama: Perencanaan, maksimal: 40, nilai: 35, kode: A}
      - nama: Pengadaan
        bobot: 30
        komponen: [{nama: a, nilai: 1, kode: x}, {nama: b, nilai: 2.50}]
      - {nilai: 3}
    jumlah: {maksimal: 400, bobot: 100, nilai: 271.5}
    kategori: III
    predikat: p
    sebutan: Baik
    indeks: 0.66
  - {skema: merit-2018, tahun: 2024, jumlah: {nilai: 299.5}}
skp:
  pejabat: P
  nip: "1"
  jabatan: J
  hasil_kerja: [{rencana: r, indikator: i, satuan: s, target: "95-100 %", realisasi: "75,15 BB", bukti: b, polaritas: naik}]
  rating_hasil_kerja: sesuai
  rating_perilaku: sesuai
  predikat: baik
  capaian_organisasi: baik
tindak_lanjut:
  - {aspek: a, saran: s, tindak_lanjut: t, capaian: c, status: selesai}
narasi:
  - bagian: "3.1"
    teks: |-
      Baris satu: 84,21 %.
      # bukan komentar

      Baris tiga.
  - {bagian: II, teks: "ekor \n"}
susunan:
  judul: [{nomor: "1", judul: Bab, halaman: "3"}]
  tabel: [{nomor: "3.1", judul: A}, {nomor: "3.2", judul: B}]
  gambar: [{judul: G}]
  lampiran: [{judul: L}]
skala:
  - {id: s, nama: S, dasar: d, terverifikasi: ya, catatan: c, minimal: 0, maksimal: 100, baris: [{minimal: 1, sebutan: x}, {minimal: 2, sebutan: y}]}
skema:
  - {id: k, nama: K, dasar: d, terverifikasi: tidak, catatan: c, skala: s, berlaku_dari: 2020, berlaku_sampai: 2024, cara: jumlah, indikator: [I1, I2], komponen: [{nama: a, alias: [b, c], bobot: 1, maksimal: 2, komponen: [{nama: d, maksimal: 1}]}]}
aneh:
  "kunci ber.titik": true
  daftar: [1, dua, null, [], {}, [false]]
  kosong: ""
tahun: 2025
`

// same compares two trees by path, kind, text and comments. Order counts unless one of them went through a workbook.
func same(a, b *Node, ordered, comments bool) string {
	x, y := essence(a, comments), essence(b, comments)
	if !ordered {
		slices.Sort(x)
		slices.Sort(y)
	}
	for i := range max(len(x), len(y)) {
		switch {
		case i >= len(x):
			return "extra: " + y[i]
		case i >= len(y):
			return "missing: " + x[i]
		case x[i] != y[i]:
			return fmt.Sprintf("%s\nbecame %s", x[i], y[i])
		}
	}
	return ""
}

func essence(n *Node, comments bool) []string {
	var out []string
	n.Walk(func(n *Node) {
		line := fmt.Sprintf("%s %d", n.Path(), n.Kind)
		if n.Kind == Number || n.Kind == String {
			line += fmt.Sprintf(" %q", n.Text)
		} else if n.Kind == Bool {
			line += " " + strings.ToLower(n.Text)
		}
		if comments {
			// A workbook and a document's first field join several remarks into one.
			line += " # " + strings.ReplaceAll(strings.Join(commentLines(n), " / "), " / ", "\n")
		}
		out = append(out, line)
	})
	return out
}

// A report converted to another format and back says the same: every kind, every written digit, every comment.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	balangan, err := os.ReadFile("../../fixtures/bad/balangan-2024.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{"rich": []byte(rich), "balangan": balangan} {
		root, problems := Read(name+".yaml", text)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		for _, format := range []struct {
			ext               string
			write             func(*Node) []byte
			ordered, comments bool
		}{
			{".yaml", WriteYAML, true, true},
			{".json", WriteJSON, true, false},
			{".cue", WriteCUE, true, true},
			{".xlsx", func(n *Node) []byte {
				var b bytes.Buffer
				if err := WriteXLSX(n, &b); err != nil {
					t.Error(err)
				}
				return b.Bytes()
			}, false, true},
		} {
			t.Run(name+format.ext, func(t *testing.T) {
				t.Parallel()
				written := format.write(root)
				back, problems := Read("back"+format.ext, written)
				if len(problems) > 0 {
					t.Fatalf("%+v", problems)
				}
				if d := same(root, back, format.ordered, format.comments); d != "" {
					t.Error(d)
				}
				back.Walk(func(n *Node) {
					if n.Place.File == "" || n.Kind != Map && n.Kind != List && n.Place.IsZero() {
						t.Errorf("%s has no place", n.Path())
					}
				})
			})
		}
	}
}

// The layout has a column for every field of the vocabulary: only what is odd goes to the sheet Lainnya.
func TestWorkbookLayoutCarries(t *testing.T) {
	t.Parallel()
	root, _ := Read("rich.yaml", []byte(rich))
	data, err := writeWorkbook(root, nil)
	if err != nil {
		t.Fatal(err)
	}
	if lost := lostSections(root, data); len(lost) > 0 {
		t.Errorf("the layout cannot carry %v", lost)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(sheetOther)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, row := range rows[1:] {
		paths = append(paths, row[0])
	}
	want := []string{"", "", "pengukuran.sasaran[0].indikator[1].target", "pengukuran.sasaran[0].indikator[1].capaian", "skala_capaian",
		"anggaran.jumlah.uraian", "aneh.\"kunci ber.titik\"", "aneh.daftar[0]", "aneh.daftar[1]", "aneh.daftar[2]", "aneh.daftar[3]",
		"aneh.daftar[4]", "aneh.daftar[5][0]", "aneh.kosong", "tahun"}
	if !slices.Equal(paths, want) {
		t.Errorf("on the sheet %s:\n got %q\nwant %q", sheetOther, paths, want)
	}
}

// Trees the layout cannot carry are written value by value, and still read back the same.
func TestWorkbookKeepsOddities(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"pengukuran: {sasaran: [kata, {uraian: S}]}\n",
		"pengukuran: {sasaran: {uraian: S}}\n",
		"pengukuran: teks\n",
		"pengukuran: {}\nanggaran: []\niku: [{}]\n",
		"anggaran: {baris: [{uraian: Jumlah, pagu: 1}, {uraian: b, pagu: 2}]}\n",
		"anggaran: {baris: [{kode: 1, uraian: 2, pagu: 3}]}\n",
		"anggaran: [{baris: [{uraian: a}]}]\n",
		"anggaran: [{baris: [{uraian: a}]}, {nama: n}, {}]\n",
		"anggaran: {nama: Kode, sumber: Pagu, baris: [{kode: \"1\", pagu: 2}]}\n",
		"narasi: [{bagian: Bagian, teks: Teks}, {bagian: No, teks: Nilai}]\n",
		"narasi: [{teks: \"" + strings.Repeat("panjang 😀 ", 9000) + "\"}]\n",
		"penilaian: [{komponen: [{nilai: 1}, {nilai: 2}]}, {skema: a}, {skema: a}]\n",
		"perjanjian_kinerja: [{program: [{nama: p}]}, {program: [{nama: q}]}, {jumlah_anggaran: 5}]\n",
		"perjanjian_kinerja: [{versi: murni, program: [{nama: Jumlah, anggaran: 1}], jumlah_anggaran: 1}]\n",
		"renstra: {sasaran: [{uraian: a}], tujuan: [{uraian: t}, {sasaran: [{indikator: [{nama: i}]}]}]}\n",
		"susunan: {tabel: [{judul: a}], judul: [{judul: b}], gambar: []}\n",
		"anggaran_pendukung: {program: [2], pagu: \"1;2\"}\n",
		"anggaran_pendukung: {program: [\"2;3\", \" x\"], pagu: \" 5 \"}\n",
		"tahun: 2024 # _x0041_ = @x\n",
		"x: [[[1, {a: [{b: c}]}]]]\n",
		"tahun: -0\nx: 0.10\ny: 1234567890123456\nz: -0.00\n",
		"dokumen: \"=1+1\"\ninstansi: {nama: \"@x\", kode: \"007\"}\nx: \"_x0041_ a\\u0001b\\rc _x005F_\"\n",
		"riwayat: {}\npengukuran: {sasaran: [{indikator: [{nama: a, riwayat: {2022: 1, lama: 2}}]}]}\n",
		"iku: [{nama: a, target_triwulan: {5: 1, 1: 2}}]\n",
	} {
		root, problems := Read("odd.yaml", []byte(text))
		if len(problems) > 0 {
			t.Fatalf("%.60q: %+v", text, problems)
		}
		var b bytes.Buffer
		if err := WriteXLSX(root, &b); err != nil {
			t.Errorf("%.60q: %v", text, err)
			continue
		}
		back, problems := Read("odd.xlsx", b.Bytes())
		if d := same(root, back, false, true); d != "" || len(problems) > 0 {
			t.Errorf("%.60q: %s %+v", text, d, problems)
		}
	}
}

// The empty template holds no data and no mistake, and once its first rows are filled they are read.
func TestTemplate(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := WriteTemplate(&b, 2024); err != nil {
		t.Fatal(err)
	}
	root, problems := Read("templat.xlsx", b.Bytes())
	if len(problems) > 0 || root == nil || len(root.Fields) > 0 || len(root.Comments) > 0 {
		t.Fatalf("the empty template: %+v, problems %+v", root, problems)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	for at, v := range map[string]any{"A6": "2", "B6": "PROGRAM", "D6": 100, "E6": 84} {
		if err := f.SetCellValue("Anggaran", at, v); err != nil {
			t.Fatal(err)
		}
	}
	// As Excel saves it: results beside the formulas.
	for at, v := range map[string]any{"F6": 84, "G6": 16} {
		if err := f.SetCellValue("Anggaran", at, v); err != nil {
			t.Fatal(err)
		}
	}
	var filled bytes.Buffer
	if err := f.Write(&filled); err != nil {
		t.Fatal(err)
	}
	root, problems = Read("isi.xlsx", filled.Bytes())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	diff(t, leaves(root), `
		anggaran.baris[0].kode string "2" Anggaran!A6
		anggaran.baris[0].uraian string "PROGRAM" Anggaran!B6
		anggaran.baris[0].pagu number "100" Anggaran!D6
		anggaran.baris[0].realisasi number "84" Anggaran!E6
		anggaran.baris[0].persen number "84.00" Anggaran!F6
		anggaran.baris[0].sisa number "16" Anggaran!G6`)
}
