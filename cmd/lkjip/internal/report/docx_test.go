package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"lkjip/rules"
	"lkjip/schema/source"
)

func letterOf(t *testing.T, d *Document) []source.Block {
	t.Helper()
	var b bytes.Buffer
	if err := DOCX(&b, d); err != nil {
		t.Fatal(err)
	}
	blocks, problems := source.DocxBlocks("catatan.docx", b.Bytes())
	if len(problems) > 0 {
		t.Fatalf("our own reader complains: %v", problems)
	}
	return blocks
}

// TestDOCXHoldsTheFindings reads the document back: what people edit and sign must be what was found, in the words of the
// other formats, and in the numbers the checklist refers to.
func TestDOCXHoldsTheFindings(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"id", "en"} {
		d := fixed(lang)
		d.Subjects = []Subject{{Agency: "Dinas Contoh", Region: "Kabupaten Contoh", Year: 2024}}
		blocks := letterOf(t, d)
		next := 0
		for i, b := range blocks {
			if next == len(d.Findings) || b.Kind != source.Heading || !strings.HasPrefix(b.Text, fmt.Sprintf("%d. ", next+1)) {
				continue
			}
			f := &d.Findings[next]
			next++
			if want := fmt.Sprintf("%d. %s", next, f.Title); b.Text != want {
				t.Errorf("heading %q, want %q", b.Text, want)
			}
			if blocks[i+1].Kind != source.Table {
				t.Fatalf("no table below %q", b.Text)
			}
			var cells []string
			for _, row := range blocks[i+1].Grid.Rows {
				cells = append(cells, row[1].Text)
			}
			text := strings.Join(cells, "\n")
			for _, want := range []string{f.Place.String(), f.Kondisi, f.Kriteria, f.Sebab, f.Rekomendasi} {
				if want = strings.Join(strings.Fields(plain(want)), " "); !strings.Contains(text, want) {
					t.Errorf("finding %d lacks %q:\n%s", next, want, text)
				}
			}
			if f.Akibat != "" && strings.Contains(text, f.Akibat) {
				t.Errorf("finding %d tells an effect, which a review does not: %s", next, f.Akibat)
			}
			if len(f.Evidence) > 0 && !holdsFigures(blocks[i+2:], f) {
				t.Errorf("finding %d shows no figures", next)
			}
		}
		if next != len(d.Findings) {
			t.Errorf("%d of %d findings are told", next, len(d.Findings))
		}
		checklist := blocks[len(blocks)-1]
		if checklist.Kind != source.Table || len(checklist.Grid.Rows) != 1+3+23 {
			t.Errorf("the document does not end in the checklist of 23 items: %+v", checklist)
		}
	}
}

// holdsFigures looks for the table of a finding's first relation right below it.
func holdsFigures(blocks []source.Block, f *Finding) bool {
	for _, b := range blocks {
		if b.Kind == source.Heading {
			return false
		}
		if b.Kind == source.Table {
			text := fmt.Sprint(b.Grid.Rows)
			figures := f.Evidence[0].Figures
			return strings.Contains(text, figures[0].Stated) && strings.Contains(text, figures[len(figures)-1].Stated) && strings.Contains(text, f.Evidence[0].Computed)
		}
	}
	return false
}

// TestDOCXClaimsNoReview: only the Inspektorat states that a report has been reviewed.
func TestDOCXClaimsNoReview(t *testing.T) {
	t.Parallel()
	d := &Document{Lang: "id", Tool: Tool{"lkjip", "0.1.0", "0123456789ab"}, Inputs: []Input{{"a.yaml", ""}}, Coverage: Coverage{Figures: 3, Tested: 3}}
	for _, b := range letterOf(t, d) {
		text := strings.ToLower(b.Text)
		if strings.Contains(text, "telah direviu") && !strings.Contains(text, "bukan") || strings.Contains(text, "kami telah mereviu") {
			t.Errorf("the document says %q", b.Text)
		}
		for _, word := range []string{"temuan", "pelanggaran", "penyimpangan", "keyakinan memadai"} {
			if strings.Contains(text, word) {
				t.Errorf("a review does not say %q: %q", word, b.Text)
			}
		}
	}
}

// TestDOCXOfHostileTexts: whatever a report holds, the document stays one that opens.
func TestDOCXOfHostileTexts(t *testing.T) {
	t.Parallel()
	bad := "]]></w:t><w:br/>\x00\x1b\xff\ufffe\u202e"
	d := fixed("en")
	for i := range d.Findings {
		f := &d.Findings[i]
		f.Title, f.Kondisi, f.Place.File = bad, bad, bad
		f.Waived = &rules.Waiver{Reason: bad}
	}
	d.Subjects = []Subject{{Agency: bad, Region: bad}}
	seen := 0
	for _, b := range letterOf(t, d) {
		if b.Kind == source.Heading && strings.Contains(b.Text, "]]></w:t><w:br/>") {
			seen++
		}
	}
	if seen != len(d.Findings) {
		t.Errorf("%d of %d findings with hostile titles are told", seen, len(d.Findings))
	}
}
