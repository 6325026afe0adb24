package rules

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lkjip/schema/source"
)

var printTo = flag.String("print", "", "folder to print the whole text reports into, in every layout, by Chromium and LibreOffice; what is printed is checked; fixtures prints the PDF of fixtures/ anew")

// printedFixtures are whole reports as PDF beside their text, by the program that printed them. Other programs, fonts and
// versions print other bytes, so they are only made where the flag asks: go test ./rules -run TestPrintFixtures -print fixtures
var printedFixtures = []struct {
	kind, name, by string
	paper          paper
}{
	{"bad", "balangan-2024.pdf", "chromium", paper{font: "Liberation Serif", points: 12, margin: 25, once: true, merged: true, landscape: true}},
	{"bad", "balangan-2024.libreoffice.pdf", "soffice", paper{font: "Liberation Serif", points: 11.5, margin: 38, merged: true}},
	{"good", "balangan-2024.pdf", "soffice", paper{font: "Liberation Sans Narrow", points: 12, margin: 30, once: true}},
}

// TestPrintFixtures prints the whole reports that stand as PDF in fixtures/; TestWholeReports reads them.
func TestPrintFixtures(t *testing.T) {
	if *printTo != "fixtures" {
		t.Skip("-print is not fixtures")
	}
	for _, f := range printedFixtures {
		folder := t.TempDir()
		blocks := onPaper(textBlocks(t, "../fixtures/"+f.kind+"/balangan-2024.txt"), f.paper)
		if f.by == "chromium" {
			write(t, folder+"/a.html", htmlOf(blocks, f.paper))
			chromium(t, folder+"/a.html", folder+"/a.pdf", "--disable-pdf-tagging")
		} else {
			write(t, folder+"/a.docx", wordOf(t, blocks, f.paper))
			soffice(t, folder, []string{folder + "/a.docx"})
		}
		data, err := os.ReadFile(folder + "/a.pdf")
		if err != nil {
			t.Fatal(err)
		}
		write(t, "../fixtures/"+f.kind+"/"+f.name, data)
	}
}

var papers = []paper{
	{name: "plain", font: "Liberation Serif", points: 12, margin: 25},
	{name: "once", font: "Liberation Sans", points: 11, margin: 20, once: true, landscape: true},
	{name: "merged", font: "DejaVu Sans", points: 10, margin: 20, merged: true, landscape: true},
	{name: "narrow", font: "Liberation Sans Narrow", points: 11.5, margin: 30, merged: true, once: true},
	{name: "unruled", font: "Liberation Serif", points: 11, margin: 20, unruled: true, landscape: true},
	{name: "unruled-once", font: "Liberation Sans", points: 10, margin: 20, unruled: true, once: true, landscape: true},
}

// TestPrinted prints the text reports by the programs that offices print with and finds the same in the PDF as in the text.
// What stands in the folder is not printed again.
func TestPrinted(t *testing.T) {
	t.Parallel()
	if *printTo == "" || *printTo == "fixtures" {
		t.Skip("-print names no folder to print into")
	}
	var docx []string
	wants := map[string][]string{}
	for _, kind := range []string{"good", "bad"} {
		path := "../fixtures/" + kind + "/balangan-2024.txt"
		for _, p := range slices.Concat(papers, sizedPapers()) {
			name := filepath.Join(*printTo, kind+"-"+p.name)
			wants[name+"-chromium.pdf"], wants[name+"-soffice.pdf"] = rulesAndPaths(foundIn(t, path)), rulesAndPaths(foundIn(t, path))
			blocks := onPaper(textBlocks(t, path), p)
			if _, err := os.Stat(name + "-chromium.pdf"); err != nil {
				write(t, name+"-chromium.html", htmlOf(blocks, p))
				chromium(t, name+"-chromium.html", name+"-chromium.pdf")
			}
			if _, err := os.Stat(name + "-soffice.pdf"); err != nil {
				write(t, name+"-soffice.docx", wordOf(t, blocks, p))
				docx = append(docx, name+"-soffice.docx")
			}
		}
	}
	soffice(t, *printTo, docx)
	for path, want := range wants {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".pdf"), func(t *testing.T) {
			got := rulesAndPaths(foundIn(t, path))
			missing := without(want, got)
			if strings.Contains(path, "unruled") {
				missing = without(missing, needLines)
			}
			if more := without(got, want); len(missing)+len(more) > 0 {
				t.Errorf("missing\n%s\ntoo many\n%s", strings.Join(missing, "\n"), strings.Join(more, "\n"))
			}
		})
	}
}

// needLines rest on a chart of words and a table of one row, which cannot be told from prose without lines.
var needLines = []string{
	"indikator-renstra-hilang | renstra.tujuan[0].sasaran[1].indikator[0].nama",
	"riwayat-berbeda | pengukuran.sasaran[0].indikator[0].riwayat.2022",
}

// sizedPapers are layouts that differ in the size of letters alone: pages end elsewhere in each, often within rows.
func sizedPapers() []paper {
	var all []paper
	for half := 17; half <= 27; half++ {
		all = append(all, paper{name: fmt.Sprintf("size%d", half), font: "Liberation Serif", points: float64(half) / 2, margin: 38, once: half%2 == 0, merged: half%3 == 0})
	}
	return all
}

func without(list, others []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(others, s) })
}

func textBlocks(t *testing.T, path string) []source.Block {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	blocks, problems := source.TextBlocks(path, data)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return blocks
}

func chromium(t *testing.T, page, pdf string, more ...string) {
	t.Helper()
	runPrinter(t, "chromium", append(more, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf="+pdf, page)...)
}

// soffice prints Word documents into a folder.
func soffice(t *testing.T, folder string, docx []string) {
	t.Helper()
	if len(docx) > 0 {
		runPrinter(t, "soffice", append([]string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "pdf", "--outdir", folder}, docx...)...)
	}
}

func runPrinter(t *testing.T, program string, args ...string) {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skip(program, "is not installed")
	}
	if out, err := exec.CommandContext(t.Context(), path, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", program, err, out)
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
