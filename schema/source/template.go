package source

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// templateRows is how many rows of each table carry choices and formulas.
const templateRows = 300

// guide is the sheet Petunjuk: how to fill the workbook, with an example. The reader passes it over.
var guide = [][2]string{
	{"Templat data LKjIP", ""},
	{"", ""},
	{"Cara mengisi", ""},
	{"1", "Satu lembar untuk satu bagian laporan. Lembar yang tidak diperlukan boleh dikosongkan atau dihapus."},
	{"2", "Judul kolom jangan diubah; arahkan penunjuk ke judul untuk membaca penjelasannya. Kolom yang tidak diperlukan boleh dihapus."},
	{"3", "Sel induk (tujuan, sasaran, versi PK, skema) yang kosong berarti sama dengan baris di atasnya."},
	{"4", "Angka diketik sebagai angka dengan jumlah desimal seperti tercetak dalam laporan. Rupiah ditulis penuh."},
	{"5", "Kode dan nomor diketik sebagai teks, agar 1.10 tidak berubah menjadi 1.1."},
	{"6", "Kolom tahunan (Target 2024, Riwayat 2023) boleh ditambah dengan menulis tahun lain pada judulnya."},
	{"7", "Baris jumlah diberi uraian “Jumlah”. Jumlah ditulis seperti tercetak dalam laporan; jangan dihitung ulang."},
	{"8", "Catatan pada sel ikut terbaca. Catatan “lkjip:abaikan aturan alasan” menyatakan mengapa suatu catatan reviu dapat diabaikan."},
	{"9", "Lembar bantu sendiri boleh ditambahkan bila disembunyikan dan namanya diawali garis bawah, misalnya _hitungan."},
	{"10", "Tabel anggaran kedua diletakkan di lembar “Anggaran 2” dengan judul kolom yang sama."},
	{"", ""},
	{"Contoh", "Pengukuran: Jenis = sasaran; Uraian = Meningkatnya Penerapan Sistem Merit; Indikator = Indeks Sistem Merit; Satuan = nilai; Polaritas = naik; Target = 275; Realisasi = 271,5; Capaian (%) = 98,73"},
	{"", "Anggaran: Kode = 2; Uraian = Program Kepegawaian Daerah; Pagu = 10.245.784.700; Realisasi = 7.809.835.113; Persen dan Sisa terisi oleh rumus"},
	{"", ""},
	{"Lembar", ""},
}

// WriteTemplate writes the empty workbook planners fill in for the report of a year: every sheet with its headings, notes that
// explain them, lists to choose from, and formulas for sisa and persen. Read as it is, it holds no data and gives no problem
// besides that.
func WriteTemplate(w io.Writer, year int) error {
	t := &workbookWriter{file: excelize.NewFile(), styles: map[string]int{}, placed: map[*Node]bool{}}
	defer t.file.Close()
	t.guide()
	for i := range xlsxLayout {
		t.blank(&xlsxLayout[i], year)
	}
	if t.err != nil {
		return t.err
	}
	_, err := t.file.WriteTo(w)
	return err
}

func (w *workbookWriter) guide() {
	w.newSheet(sheetGuide)
	w.do(w.file.SetColWidth(sheetGuide, "A", "A", 18))
	w.do(w.file.SetColWidth(sheetGuide, "B", "B", 110))
	lines := guide
	for i := range xlsxLayout {
		lines = append(lines[:len(lines):len(lines)], [2]string{xlsxLayout[i].name, xlsxLayout[i].about})
	}
	for i, line := range lines {
		style := "plain"
		if line[1] == "" {
			style = "label"
		}
		w.text(sheetGuide, i+1, 1, line[0], style)
		w.text(sheetGuide, i+1, 2, line[1], "plain")
	}
}

// blank writes one empty sheet of the template.
func (w *workbookWriter) blank(l *sheetLayout, year int) {
	w.newSheet(l.name)
	row := 1
	if len(l.levels) == 0 {
		for i, heading := range []string{"Isian", "Nilai", "Keterangan"} {
			w.header(l.name, 1, i+1, heading)
			w.do(w.file.SetColWidth(l.name, columnName(i+1), columnName(i+1), []float64{24, 60, 60}[i]))
		}
		w.freeze(l.name, 1)
		row++
	}
	for i := range l.single {
		c := &l.single[i]
		if !c.shown {
			continue
		}
		w.text(l.name, row, 1, c.heading, "label")
		if len(l.levels) == 0 {
			w.text(l.name, row, 3, c.help, "plain")
		} else {
			w.help(l.name, row, 1, c)
		}
		w.choices(l.name, 2, row, row, c.choices)
		row++
	}
	if len(l.levels) == 0 {
		return
	}
	columns := templateColumns(l, year)
	letters := map[string]string{}
	for i, c := range columns {
		w.header(l.name, row, i+1, c.heading)
		w.do(w.file.SetColWidth(l.name, columnName(i+1), columnName(i+1), c.width()))
		if c.column == nil {
			w.choices(l.name, i+1, row+1, row+templateRows, l.levels[0].list)
			continue
		}
		letters[c.column.key] = columnName(i + 1)
		w.help(l.name, row, i+1, c.column)
		w.choices(l.name, i+1, row+1, row+templateRows, c.column.choices)
		w.inputStyle(l.name, i+1, row+1, c.column)
	}
	w.freeze(l.name, row)
	w.formulas(l.name, row+1, letters)
}

// templateColumns are the columns the empty template shows; yearly ones for the years a report of that year needs.
func templateColumns(l *sheetLayout, year int) []plannedColumn {
	p := &sheetPlan{layout: l, used: map[planKey]bool{}}
	if len(l.levels[0].list) > 1 {
		p.used[planKey{level: bindJenis}] = true
	}
	for level := range l.levels {
		for i := range l.levels[level].columns {
			c := &l.levels[level].columns[i]
			if !c.shown || !strings.Contains(c.heading, "{tahun}") {
				continue
			}
			from, to := year-2, year-1
			if c.key == "target" {
				from, to = year-2, year+2
			}
			for y := from; y <= to; y++ {
				p.used[planKey{level, c, strconv.Itoa(y)}] = true
			}
		}
	}
	return p.columns()
}

func (w *workbookWriter) help(sheet string, row, col int, c *column) {
	if c.help != "" {
		w.do(w.file.AddComment(sheet, excelize.Comment{Cell: cellName(col, row), Author: Author, Text: c.help, Height: 70, Width: 220}))
	}
}

func (w *workbookWriter) choices(sheet string, col, from, to int, list []string) {
	if len(list) == 0 {
		return
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = cellName(col, from) + ":" + cellName(col, to)
	w.do(v.SetDropList(list))
	v.SetError(excelize.DataValidationErrorStyleWarning, "Pilihan", "Pilihan: "+strings.Join(list, ", "))
	w.do(w.file.AddDataValidation(sheet, v))
}

// inputStyle formats the cells below a heading: money with thousands marks, the rest of the figures with two decimals where
// they are percentages, codes as text.
func (w *workbookWriter) inputStyle(sheet string, col, row int, c *column) {
	style := ""
	switch {
	case c.money:
		style = "#,##0"
	case c.percent:
		style = "0.00"
	case c.key == "kode" || c.key == "nomor" || c.texts:
		style = "text"
	case c.wide:
		style = "plain"
	default:
		return
	}
	w.do(w.file.SetCellStyle(sheet, cellName(col, row), cellName(col, row+templateRows-1), w.style(style)))
}

// formulas fill sisa and persen from pagu and realisasi, and show nothing while these are missing.
func (w *workbookWriter) formulas(sheet string, from int, letters map[string]string) {
	pagu, realisasi, persen, sisa := letters["pagu"], letters["realisasi"], letters["persen"], letters["sisa"]
	if pagu == "" || realisasi == "" || persen == "" || sisa == "" {
		return
	}
	for row := from; row < from+templateRows; row++ {
		a, b := pagu+strconv.Itoa(row), realisasi+strconv.Itoa(row)
		given := fmt.Sprintf("AND(ISNUMBER(%s),ISNUMBER(%s))", a, b)
		w.do(w.file.SetCellFormula(sheet, sisa+strconv.Itoa(row), fmt.Sprintf("IF(%s,%s-%s,\"\")", given, a, b)))
		w.do(w.file.SetCellFormula(sheet, persen+strconv.Itoa(row), fmt.Sprintf("IF(%s,IF(%s=0,\"\",ROUND(%s/%s*100,2)),\"\")", given, a, b, a)))
	}
}
