package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbook makes a file from rows by sheet: sheet name, then rows of cells.
func workbook(t testing.TB, sheets ...any) []byte {
	t.Helper()
	f := excelize.NewFile()
	first := true
	for i := 0; i < len(sheets); i += 2 {
		name := sheets[i].(string)
		if first {
			f.SetSheetName("Sheet1", name)
			first = false
		} else {
			f.NewSheet(name)
		}
		for r, row := range sheets[i+1].([][]any) {
			for c, v := range row {
				at := cellName(c+1, r+1)
				if s, ok := v.(styled); ok {
					id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &s.format})
					if err != nil {
						t.Fatal(err)
					}
					f.SetCellStyle(name, at, at, id)
					v = s.value
				}
				if s, ok := v.(formula); ok {
					f.SetCellFormula(name, at, string(s))
				} else if v != nil {
					f.SetCellValue(name, at, v)
				}
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type styled struct {
	value  any
	format string
}

type formula string

type rows = [][]any

// leaves is dump without maps and lists.
func leaves(n *Node) string {
	var b strings.Builder
	for line := range strings.Lines(dump(n)) {
		if !strings.Contains(line, " map \"\" ") && !strings.Contains(line, " list \"\" ") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// Each sheet of the layout gives the tree the same data has in YAML, with the cell of every value.
func TestReadSheets(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sheet string
		rows  rows
		want  string
	}{
		{"Identitas", rows{{"Isian", "Nilai"}, {"Tahun", 2024}, {"nama  instansi:", "BKPSDM"}, {"Tanggal Pengesahan", styled{45344, "d mmmm yyyy"}}, {"NIP"}}, `
			tahun number "2024" Identitas!B2
			instansi.nama string "BKPSDM" Identitas!B3
			pengesahan.tanggal string "2024-02-22" Identitas!B4`},
		{"Pengukuran", rows{
			{"Rata-rata Capaian", 98.73},
			{"No", "Jenis", "Uraian", "Indikator", "Target", "Capaian (%)", "Riwayat 2022", "Realisasi 2023", "Penyebab Sasaran"},
			{1, "tujuan", "T", "I0", 85},
			{2, "Sasaran", "S", "I1", 275, styled{0.9873, "0.00%"}, 129, 219.5, "sebab"},
			{3, "", "", "I2", "90-95 %"},
			{4, "", "S", "I3", "WTP", nil, nil, nil, "sebab"},
			{5},
			{6, "", "S2", "I4"},
		}, `
			pengukuran.rata_rata_capaian number "98.73" Pengukuran!B1
			pengukuran.tujuan[0].uraian string "T" Pengukuran!C3
			pengukuran.tujuan[0].indikator[0].nama string "I0" Pengukuran!D3
			pengukuran.tujuan[0].indikator[0].target number "85" Pengukuran!E3
			pengukuran.sasaran[0].uraian string "S" Pengukuran!C4
			pengukuran.sasaran[0].analisis.penyebab string "sebab" Pengukuran!I4
			pengukuran.sasaran[0].indikator[0].nama string "I1" Pengukuran!D4
			pengukuran.sasaran[0].indikator[0].target number "275" Pengukuran!E4
			pengukuran.sasaran[0].indikator[0].capaian string "98,73%" Pengukuran!F4
			pengukuran.sasaran[0].indikator[0].riwayat.2022 number "129" Pengukuran!G4
			pengukuran.sasaran[0].indikator[0].riwayat.2023 number "219.5" Pengukuran!H4
			pengukuran.sasaran[0].indikator[1].nama string "I2" Pengukuran!D5
			pengukuran.sasaran[0].indikator[1].target string "90-95 %" Pengukuran!E5
			pengukuran.sasaran[0].indikator[2].nama string "I3" Pengukuran!D6
			pengukuran.sasaran[0].indikator[2].target string "WTP" Pengukuran!E6
			pengukuran.sasaran[1].uraian string "S2" Pengukuran!C8
			pengukuran.sasaran[1].indikator[0].nama string "I4" Pengukuran!D8`},
		{"Anggaran", rows{
			{"TABEL 3.9"},
			{"Sumber Tabel", "LRA"},
			{},
			{"Kode", "Uraian", "Pagu", "Realisasi", "Persen", "Realisasi TW II", "Rencana Maret"},
			{"(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"},
			{"1", "PROGRAM", styled{24204043782, "#,##0"}, "20.383.089.031", styled{84.2135, "0.00"}, 1, 2},
			{nil, nil, formula("C6")},
			{nil, "JUMLAH", 24204043782},
		}, `
			anggaran.sumber string "LRA" Anggaran!B2
			anggaran.baris[0].kode string "1" Anggaran!A6
			anggaran.baris[0].uraian string "PROGRAM" Anggaran!B6
			anggaran.baris[0].pagu number "24204043782" Anggaran!C6
			anggaran.baris[0].realisasi string "20.383.089.031" Anggaran!D6
			anggaran.baris[0].persen number "84.21" Anggaran!E6
			anggaran.baris[0].realisasi_triwulan.2 number "1" Anggaran!F6
			anggaran.baris[0].rencana_bulan.3 number "2" Anggaran!G6
			anggaran.jumlah.pagu number "24204043782" Anggaran!C8`},
		{"Penilaian", rows{
			{"Skema", "Tahun", "Komponen", "Subkomponen", "Maksimal", "Nilai", "Kategori"},
			{"merit-2018", 2024, "A", nil, 40, 35},
			{nil, nil, nil, "A1", 10, 9},
			{nil, nil, "B", nil, 60, 50.5},
			{nil, nil, "Jumlah", nil, 100, 85.5, "III"},
			{"akip-2021", 2023, "C", nil, nil, 3},
		}, `
			penilaian[0].skema string "merit-2018" Penilaian!A2
			penilaian[0].tahun number "2024" Penilaian!B2
			penilaian[0].komponen[0].nama string "A" Penilaian!C2
			penilaian[0].komponen[0].maksimal number "40" Penilaian!E2
			penilaian[0].komponen[0].nilai number "35" Penilaian!F2
			penilaian[0].komponen[0].komponen[0].nama string "A1" Penilaian!D3
			penilaian[0].komponen[0].komponen[0].maksimal number "10" Penilaian!E3
			penilaian[0].komponen[0].komponen[0].nilai number "9" Penilaian!F3
			penilaian[0].komponen[1].nama string "B" Penilaian!C4
			penilaian[0].komponen[1].maksimal number "60" Penilaian!E4
			penilaian[0].komponen[1].nilai number "50.5" Penilaian!F4
			penilaian[0].kategori string "III" Penilaian!G5
			penilaian[0].jumlah.maksimal number "100" Penilaian!E5
			penilaian[0].jumlah.nilai number "85.5" Penilaian!F5
			penilaian[1].skema string "akip-2021" Penilaian!A6
			penilaian[1].tahun number "2023" Penilaian!B6
			penilaian[1].komponen[0].nama string "C" Penilaian!C6
			penilaian[1].komponen[0].nilai number "3" Penilaian!F6`},
		{"Renstra", rows{
			{"Periode Dari", 2021},
			{"Tujuan", "Sasaran", "Indikator", "Target 2023"},
			{"", "S0", "I", 1},
			{"T", "", "IT", 80},
			{"", "S", "IS", 1},
			{"", "", "IS2", 1},
		}, `
			renstra.periode.dari number "2021" Renstra!B1
			renstra.sasaran[0].uraian string "S0" Renstra!B3
			renstra.sasaran[0].indikator[0].nama string "I" Renstra!C3
			renstra.sasaran[0].indikator[0].target.2023 number "1" Renstra!D3
			renstra.tujuan[0].uraian string "T" Renstra!A4
			renstra.tujuan[0].indikator[0].nama string "IT" Renstra!C4
			renstra.tujuan[0].indikator[0].target.2023 number "80" Renstra!D4
			renstra.tujuan[0].sasaran[0].uraian string "S" Renstra!B5
			renstra.tujuan[0].sasaran[0].indikator[0].nama string "IS" Renstra!C5
			renstra.tujuan[0].sasaran[0].indikator[0].target.2023 number "1" Renstra!D5
			renstra.tujuan[0].sasaran[0].indikator[1].nama string "IS2" Renstra!C6
			renstra.tujuan[0].sasaran[0].indikator[1].target.2023 number "1" Renstra!D6`},
		{"Pendukung", rows{{"Program", "Pagu", "Sisa"}, {"2; 3", 5, 4}}, `
			anggaran_pendukung.program[0] string "2" Pendukung!A2
			anggaran_pendukung.program[1] string "3" Pendukung!A2
			anggaran_pendukung.pagu number "5" Pendukung!B2
			anggaran_pendukung.sisa number "4" Pendukung!C2`},
		{"Susunan", rows{{"Jenis", "Nomor", "Judul"}, {"tabel", "3.1", "T"}, {"", "3.2", "U"}, {"judul", "I", "P"}}, `
			susunan.tabel[0].nomor string "3.1" Susunan!B2
			susunan.tabel[0].judul string "T" Susunan!C2
			susunan.tabel[1].nomor string "3.2" Susunan!B3
			susunan.tabel[1].judul string "U" Susunan!C3
			susunan.judul[0].nomor string "I" Susunan!B4
			susunan.judul[0].judul string "P" Susunan!C4`},
	} {
		t.Run(c.sheet, func(t *testing.T) {
			t.Parallel()
			root, problems := Read("a.xlsx", workbook(t, c.sheet, c.rows))
			if len(problems) > 0 {
				t.Fatalf("problems: %+v", problems)
			}
			diff(t, leaves(root), c.want)
		})
	}
}

// A PK's programmes stand on a sheet of their own and find their PK by its version.
func TestReadPK(t *testing.T) {
	t.Parallel()
	root, problems := Read("a.xlsx", workbook(t,
		"PK Program", rows{{"Versi", "Program", "Anggaran"}, {"Murni", "P2", 10}, {nil, "P3", 20}, {nil, "Jumlah", 30}, {"perubahan", "P2", 11}},
		"PK", rows{{"Versi", "Sasaran", "Indikator"}, {"murni", "S", "I1"}, {"perubahan", "S", "I1"}}))
	if len(problems) > 0 {
		t.Fatalf("problems: %+v", problems)
	}
	diff(t, leaves(root), `
		perjanjian_kinerja[0].versi string "murni" PK!A2
		perjanjian_kinerja[0].sasaran[0].uraian string "S" PK!B2
		perjanjian_kinerja[0].sasaran[0].indikator[0].nama string "I1" PK!C2
		perjanjian_kinerja[0].program[0].nama string "P2" PK Program!B2
		perjanjian_kinerja[0].program[0].anggaran number "10" PK Program!C2
		perjanjian_kinerja[0].program[1].nama string "P3" PK Program!B3
		perjanjian_kinerja[0].program[1].anggaran number "20" PK Program!C3
		perjanjian_kinerja[0].jumlah_anggaran number "30" PK Program!C4
		perjanjian_kinerja[1].versi string "perubahan" PK!A3
		perjanjian_kinerja[1].sasaran[0].uraian string "S" PK!B3
		perjanjian_kinerja[1].sasaran[0].indikator[0].nama string "I1" PK!C3
		perjanjian_kinerja[1].program[0].nama string "P2" PK Program!B5
		perjanjian_kinerja[1].program[0].anggaran number "11" PK Program!C5`)
}

// Several budget tables are a list, in the order of their sheets.
func TestReadSeveralBudgets(t *testing.T) {
	t.Parallel()
	head := []any{"Kode", "Pagu"}
	root, _ := Read("a.xlsx", workbook(t, "Anggaran", rows{head, {"1", 1}}, "Anggaran 2", rows{head, {"2", 2}}))
	diff(t, leaves(root), `
		anggaran[0].baris[0].kode string "1" Anggaran!A2
		anggaran[0].baris[0].pagu number "1" Anggaran!B2
		anggaran[1].baris[0].kode string "2" Anggaran 2!A2
		anggaran[1].baris[0].pagu number "2" Anggaran 2!B2`)
}

// What the layout does not know, and what a formula failed to compute, is said at its cell.
func TestSheetProblems(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule, place string
		sheets      []any
	}{
		{ruleUnknownSheet, "Rekap", []any{"Anggaran", rows{{"Kode", "Pagu"}}, "Rekap", rows{{"x"}}}},
		{ruleUnknownKey, "Anggaran!C1", []any{"Anggaran", rows{{"Kode", "Pagu", "Realisai"}, {"1", 2, 3}}}},
		{ruleUnknownKey, "Anggaran!C3", []any{"Anggaran", rows{{"Kode", "Pagu"}, {"1", 2}, {"2", 3, "x"}, {"3", 3, "x"}}}},
		{ruleUnknownKey, "Identitas!A1", []any{"Identitas", rows{{"Tahunn", 2024}}}},
		{ruleUnknownKey, "Susunan!A2", []any{"Susunan", rows{{"Jenis", "Judul"}, {"bagan", "B"}}}},
		{ruleUnknownKey, "Anggaran!A1", []any{"Anggaran", rows{{"a", "b", "c"}, {"d", "e", "f"}}}},
		{"kunci-ganda", "Anggaran!C1", []any{"Anggaran", rows{{"Kode", "Pagu", "pagu"}, {"1", 2, 3}}}},
		{ruleBrokenFormula, "Anggaran!B2", []any{"Anggaran", rows{{"Kode", "Pagu"}, {"1", formula("1+1")}}}},
		{ruleUnreadable, "", []any{"Sheet1", rows{}}},
	} {
		_, problems := Read("a.xlsx", workbook(t, c.sheets...))
		if len(problems) != 1 || problems[0].Rule != c.rule || problems[0].Place.Short() != c.place {
			t.Errorf("want one %s at %q, got %+v", c.rule, c.place, problems)
		}
	}
	if _, p := Read("a.xlsx", workbook(t, "Anggaran", rows{{"Kode", "Realisai"}, {"1", 3}, {"Kode", "Pagu"}})); len(p) == 0 || p[0].Place.Cell != "A1" {
		t.Errorf("the row above the headings must be reported: %+v", p)
	}
	if _, p := Read("a.xlsx", workbook(t, "Anggaran", rows{{"Kode", "Pagu", "Realisai"}})); !strings.Contains(p[0].Saran.ID, "Realisasi") {
		t.Errorf("a misspelt heading wants its neighbour named: %+v", p)
	}
	if _, p := Read("a.xlsx", workbook(t, "Anggaran", rows{{"Kode", "Pagu"}}, "Petunjuk", rows{{"x"}}, "Kosong", rows{})); len(p) != 0 {
		t.Errorf("guide and empty sheets are no problem: %+v", p)
	}
}

// Notes go to the value of their cell, else to the row, else to the section; those of our template are no remarks.
func TestNotes(t *testing.T) {
	t.Parallel()
	data := workbook(t, "Anggaran", rows{{"Kode", "Pagu"}, {"1", 2}})
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for cell, author := range map[string]string{"A1": "lkjip", "B1": "Budi", "B2": "Budi", "D2": "Budi"} {
		if err := f.AddComment("Anggaran", excelize.Comment{Cell: cell, Author: author, Text: author + ":\nnote " + cell}); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	root, problems := Read("a.xlsx", b.Bytes())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	diff(t, dump(root), `
		map ""
		anggaran map "" Anggaran!A1 <note B1 Anggaran!B1>
		anggaran.baris list "" Anggaran!A2
		anggaran.baris[0] map "" Anggaran!A2
		anggaran.baris[0].kode string "1" Anggaran!A2 <note D2 Anggaran!D2>
		anggaran.baris[0].pagu number "2" Anggaran!B2 <note B2 Anggaran!B2>`)
}

// Workbooks that cannot be opened say what to do, and none takes more memory than the bound.
func TestHostileWorkbooks(t *testing.T) {
	t.Parallel()
	good := workbook(t, "Anggaran", rows{{"Kode", "Pagu"}, {"1", 2}})
	f := excelize.NewFile()
	var locked bytes.Buffer
	if err := f.Write(&locked, excelize.Options{Password: "rahasia"}); err != nil {
		t.Fatal(err)
	}
	zipped := func(parts ...string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for i := 0; i < len(parts); i += 2 {
			w, err := z.Create(parts[i])
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(w, parts[i+1]); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for _, c := range []struct {
		what string
		data []byte
		says string
	}{
		{"password", locked.Bytes(), "kata sandi"},
		{"cut short", good[:len(good)/2], "rusak"},
		{"old Excel", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("x", 600)), "97-2003"},
		{"Word", zipped("word/document.xml", "<x/>"), "Word"},
		{"text", []byte("Kode;Pagu"), "bukan buku kerja"},
		{"bomb", zipped("xl/workbook.xml", "<workbook/>", "xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
			"xl/sharedStrings.xml", strings.Repeat(" ", MaxBytes+1)), "64 MB"},
		{"empty zip", zipped("xl/x", ""), "rusak"},
	} {
		docs, problems := ReadAll("a.xlsx", c.data)
		if len(docs) != 0 || len(problems) != 1 || problems[0].Rule != ruleUnreadable || !strings.Contains(problems[0].Kondisi.ID, c.says) {
			t.Errorf("%s: %d documents, %+v; want %q", c.what, len(docs), problems, c.says)
		}
	}
}

// A sheet that ends early must not pass for a short one, and rows that are only styled cost no more than their bytes.
func TestCutAndEmptySheets(t *testing.T) {
	t.Parallel()
	general := func(int) numberFormat { return numberFormat{} }
	for part, want := range map[string]error{
		`<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`: nil,
		`<worksheet><sheetData/></worksheet>`:                                                   nil,
		`<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2">`:              errSheetCut,
		`<worksheet><sheetData><row r="1"><c r="A1"><v>1`:                                       errSheetCut,
		`<worksheet><sheetData><row r="1`:                                                       errSheetCut,
	} {
		s := sheetReader{xml: xmlScanner{data: []byte(part)}, format: general}
		if _, err := s.read(func(cell) {}); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", part, err, want)
		}
	}
	styled := "<sheetData>" + strings.Repeat(`<row><c s="1"/><c s="1"></c></row>`, 300_000) + "</sheetData>"
	s := sheetReader{xml: xmlScanner{data: []byte(styled)}, format: general}
	if stop, err := s.read(func(c cell) { t.Fatalf("%+v holds nothing", c) }); err != nil || !stop.IsZero() {
		t.Errorf("styled empty rows: %v %v", stop, err)
	}
}

// A formula that several cells share is written once; in each it refers to cells of its own.
func TestSharedFormula(t *testing.T) {
	t.Parallel()
	part := `<worksheet><sheetData><row r="10"><c r="C10"><f t="shared" ref="C10:E10" si="0">SUM(C5:$C$9)+LOG10(C$1)*Lain!A1</f><v>1</v></c>` +
		`<c r="D10"><f t="shared" si="0"/><v>2</v></c></row><row r="12"><c r="D12"><f t="shared" si="0"/><v>3</v></c></row></sheetData></worksheet>`
	s := sheetReader{xml: xmlScanner{data: []byte(part)}, format: func(int) numberFormat { return numberFormat{} }}
	var got []string
	if _, err := s.read(func(c cell) { got = append(got, c.formula) }); err != nil {
		t.Fatal(err)
	}
	want := "SUM(C5:$C$9)+LOG10(C$1)*Lain!A1 SUM(D5:$C$9)+LOG10(D$1)*Lain!B1 SUM(D7:$C$9)+LOG10(D$1)*Lain!B3"
	if strings.Join(got, " ") != want {
		t.Errorf("formulas %q, want %s", got, want)
	}
}
