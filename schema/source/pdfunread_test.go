package source

import (
	"strings"
	"testing"
)

const (
	scannedPicture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"
	someText       = "BT /F1 11 Tf 50 700 Td (Laporan Kinerja Dinas Perhubungan Kabupaten Contoh Tahun 2024) Tj ET\n"
)

// Pages that cannot be trusted are named once, and the others are read; where nothing else is there, it is the file.
func TestPdfUnreadPages(t *testing.T) {
	t.Parallel()
	hidden := scannedPicture + strings.Replace(someText, "BT", "BT 3 Tr", 1)
	for _, c := range []struct {
		what, place, says string
		blocks            int
		pages             []string
	}{
		{"a scanned annex", "a.pdf halaman 2", "Halaman 2, 3 tidak dibaca: PDF berisi gambar hasil pindai", 1, []string{someText, scannedPicture, scannedPicture}},
		{"recognised text", "a.pdf", "OCR", 0, []string{hidden, hidden}},
		{"a page of recognised text", "a.pdf halaman 2", "Halaman 2 tidak dibaca: teks PDF hasil pengenalan huruf", 1, []string{someText, hidden}},
		{"letters of another code", "a.pdf", "huruf PDF tidak dapat dikenali", 0, []string{"BT /F1 9 Tf 12 TL 50 700 Td " + strings.Repeat("(0HQLQ NDWQ\\\\ PXWX OD\\\\DQDQ) '\n(,QGHN .HSXD VDQ 0DV\\\\ DUDNDW) '\n(QLODL XVDKD SHQJ HUWL) '\n(DFGH JHQT KLMN OPQR STUV WXYZ BCDF GHJK LMNP) '\n(QRST VWXZ CDFG HJKL MNPQ RSTV) '\n", 3) + "ET"}},
	} {
		blocks, problems := PdfBlocks("a.pdf", pdfOf("", c.pages...))
		if len(blocks) != c.blocks || len(problems) != 1 || problems[0].Place.String() != c.place || !strings.Contains(problems[0].Kondisi.ID, c.says) || problems[0].Minor == (c.blocks == 0) {
			t.Errorf("%s: %d blocks, %+v", c.what, len(blocks), problems)
		}
	}
	for what, page := range map[string]string{"a cover": scannedPicture + strings.Replace(someText, "Laporan", "LAPORAN", 1), "a divider": scannedPicture + "BT /F1 20 Tf 50 400 Td (BAB II PENUTUP) Tj ET"} {
		if blocks, problems := PdfBlocks("a.pdf", pdfOf("", someText, page)); len(blocks) != 2 || len(problems) > 0 {
			t.Errorf("%s: %d blocks, %+v", what, len(blocks), problems)
		}
	}
}

// A page reads as its letters stand, whether it is shown so or not; watermarks and words along its side are left out.
func TestPdfTurnedPages(t *testing.T) {
	t.Parallel()
	for what, turned := range map[string]string{"left": "0 1 -1 0 842 0 cm\n", "right": "0 -1 1 0 0 595 cm\n", "over": "-1 0 0 -1 595 842 cm\n", "not": ""} {
		var s sheetOfPaper
		s.WriteString(turned)
		s.targets(400)
		s.WriteString("BT /F1 60 Tf .7 .7 -.7 .7 150 300 Tm (DRAFT) Tj ET BT /F1 8 Tf 0 1 -1 0 20 300 Tm (Rahasia) Tj ET\n")
		blocks, problems := PdfBlocks("a.pdf", pdfOf("", s.String()))
		if got := sketch(blocks); got != targetsRead || len(problems) > 0 {
			t.Errorf("%s: got\n%s\n%v", what, got, problems)
		}
	}
}
