package source

import "testing"

// Words that a line is drawn through are deleted, as tracked changes are printed; a line below words is none, nor is one that
// reaches further than they do.
func TestPdfStruckOut(t *testing.T) {
	t.Parallel()
	const digits = 50.04 // width of "450.000.000" in the font of the sheets
	var s sheetOfPaper
	s.text(52, 60, "Realisasi Rp")
	s.text(106, 60, "450.000.000")
	s.line(106.4, 57, 106+digits-0.4, 57)
	s.text(160, 60, "480.000.000")
	s.line(160.4, 61.5, 160+digits-0.4, 61.5)
	s.text(52, 100, "Sisa Rp")
	s.text(106, 100, "250.000.000")
	s.line(90, 97, 200, 97)
	for _, y := range []float64{130, 146, 162} {
		s.line(48, y, 260, y)
	}
	for _, x := range []float64{48, 150, 260} {
		s.line(x, 130, x, 162)
	}
	s.rows(141, 16, []float64{52, 154}, "Program|Pagu", "Program A|170.000.000")
	s.line(154.4, 154, 154+digits-0.4, 154)
	s.text(206, 157, "190.000.000")
	want := "par||Realisasi Rp 480.000.000\npar||Sisa Rp 250.000.000\ntable||[Program,Pagu][Program A,190.000.000]"
	if got := sketchOf(t, s.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
