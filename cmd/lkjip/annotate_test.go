package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lkjip/cmd/lkjip/internal/report"
)

const wordML = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// wordParts is a report as Word writes one: a tracked insertion and deletion, a remark of a person's, a sentence over several
// runs, a text box with its second copy, an empty cell in one tag, and parts that nobody reads.
func wordParts() map[string]string {
	p := func(text string) string { return `<w:p><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>` }
	row := func(cells ...string) string {
		s := "<w:tr>"
		for _, c := range cells {
			s += `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>` + c + "</w:tc>"
		}
		return s + "</w:tr>"
	}
	body := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n" + `<w:document ` + wordML + `><w:body>` +
		p("BAB III AKUNTABILITAS KINERJA") + p("Laporan Kinerja Dinas Contoh Kabupaten Contoh Tahun 2024") +
		`<w:p w14:paraId="1A"><w:pPr><w:jc w:val="both"/></w:pPr><w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr><w:t>Anggaran semula sebesar Rp1.000.000,00 (satu juta rupiah), kemudian menjadi Rp2.500.000,00 (dua juta rupiah) pada tahun </w:t></w:r>` +
		`<w:commentRangeStart w:id="7"/><w:r><w:t>2024</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r><w:ins w:id="3" w:author="Budi"><w:r><w:t xml:space="preserve"> seluruhnya</w:t></w:r></w:ins><w:del w:id="4" w:author="Budi"><w:r><w:delText> dua juta</w:delText></w:r></w:del></w:p>` +
		`<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>` + p("Catatan samping &amp; lain") + `</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + p("Catatan samping &amp; lain") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
		p("Tabel 3.2 Realisasi Anggaran Tahun 2024") + `<w:tbl><w:tblPr/><w:tblGrid/>` +
		row(p("No"), p("Program"), p("Pagu (Rp)"), p("Realisasi (Rp)"), p("%"), p("Sisa (Rp)")) +
		row(p("1"), p("Program Satu"), p("1.000.000"), p("900.000"), p("90,00"), p("110.000")) +
		row(p("2"), p("Program Dua"), p("2.000.000"), p("1.000.000"), p("50,00"), p("1.000.000")) +
		row(`<w:p/>`, p("Jumlah"), p("3.100.000"), p("1.900.000"), p("63,33"), p("1.100.000")) +
		`</w:tbl>` + p("") + `<w:sectPr/></w:body></w:document>`
	return map[string]string{
		"[Content_Types].xml":          `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>`,
		"_rels/.rels":                  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`,
		"word/comments.xml":            `<w:comments ` + wordML + `><w:comment w:id="7" w:author="Budi" w:date="2025-01-01T00:00:00Z"><w:p><w:r><w:t>tahun sudah benar</w:t></w:r></w:p></w:comment></w:comments>`,
		"word/media/foto.bin":          "\x00\x01gambar",
		"word/document.xml":            body,
	}
}

func zipped(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for name := range parts {
			if !yield(name) {
				return
			}
		}
	}) {
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, parts[name])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unzipped(t *testing.T, file string) map[string]string {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

// checked are the findings of a file, as rule, path, place in the document and what is written.
func checked(t *testing.T, file string, more ...string) (list []string, problems string) {
	t.Helper()
	var out, stderr bytes.Buffer
	if code := Main(append([]string{"check", "--format", "json", file}, more...), strings.NewReader(""), &out, &stderr); code > exitFindings {
		t.Fatalf("exit status %d: %s", code, &stderr)
	}
	var doc report.Document
	if err := json.Unmarshal(out.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	for _, f := range doc.Findings {
		list = append(list, strings.Join([]string{f.Rule, f.Place.Path, f.Place.Short(), f.Stated, f.Kondisi}, " · "))
	}
	return list, stderr.String()
}

// TestAnnotateWord marks a document, reads the copy back, and hands the copy in again: the findings are the same, all that
// was there is there, and marking twice is marking once.
func TestAnnotateWord(t *testing.T) {
	t.Parallel()
	for reason, change := range map[string]func(map[string]string){
		"as Word writes it": func(map[string]string) {},
		"without remarks": func(p map[string]string) {
			delete(p, "word/comments.xml")
			p["[Content_Types].xml"] = strings.Replace(p["[Content_Types].xml"], `<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>`, "", 1)
			p["word/_rels/document.xml.rels"] = regexp.MustCompile(`<Relationship .*/>`).ReplaceAllString(p["word/_rels/document.xml.rels"], "")
		},
		"an empty list of remarks": func(p map[string]string) { p["word/comments.xml"] = `<w:comments ` + wordML + `/>` },
		"another prefix": func(p map[string]string) {
			for _, name := range []string{"word/document.xml", "word/comments.xml"} {
				p[name] = strings.NewReplacer("<w:", "<ns0:", "</w:", "</ns0:", " w:", " ns0:", "xmlns:w=", "xmlns:ns0=").Replace(p[name])
			}
		},
	} {
		parts := wordParts()
		change(parts)
		dir := t.TempDir()
		original, first, second := filepath.Join(dir, "laporan.docx"), filepath.Join(dir, "satu", "laporan.docx"), filepath.Join(dir, "dua", "laporan.docx")
		if err := os.WriteFile(original, zipped(t, parts), 0o644); err != nil {
			t.Fatal(err)
		}
		want, stderr := checked(t, original, "--annotate", filepath.Dir(first))
		if len(want) < 3 || stderr != "" {
			t.Fatalf("%s: findings %q\n%s", reason, want, stderr)
		}
		got, _ := checked(t, first, "--annotate", filepath.Dir(second))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: the marked copy has other findings (-original +copy):\n%s", reason, diff)
		}
		marked, again := unzipped(t, first), unzipped(t, second)
		if diff := cmp.Diff(marked, again); diff != "" {
			t.Errorf("%s: marking twice differs from marking once:\n%s", reason, diff)
		}
		for name, content := range parts {
			if !slices.Contains([]string{"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}, name) && marked[name] != content {
				t.Errorf("%s: %s is not as it was", reason, name)
			}
		}
		if n := strings.Count(marked["word/comments.xml"], `w:author="lkjip"`); n != len(want) {
			t.Errorf("%s: %d remarks for %d findings", reason, n, len(want))
		}
		if reason == "as Word writes it" {
			if !strings.Contains(marked["word/comments.xml"], "tahun sudah benar") {
				t.Errorf("the remark that was there is gone: %s", marked["word/comments.xml"])
			}
			inPDF(t, first, "110.000")
		}
	}
}

// TestAnnotatePlaces looks at where the remarks stand: at the amount of the sentence that is wrong, and at the cells.
func TestAnnotatePlaces(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	original, copied := filepath.Join(dir, "laporan.docx"), filepath.Join(dir, "catatan.docx")
	if err := os.WriteFile(original, zipped(t, wordParts()), 0o644); err != nil {
		t.Fatal(err)
	}
	checked(t, original, "--annotate", copied)
	body := unzipped(t, copied)["word/document.xml"]
	var at []string
	for _, m := range regexp.MustCompile(`<w:commentRangeStart w:id="(\d+)"/>(.*?)<w:commentRangeEnd`).FindAllStringSubmatch(body, -1) {
		if m[1] != "7" {
			at = append(at, regexp.MustCompile(`<[^>]*>`).ReplaceAllString(m[2], ""))
		}
	}
	for _, want := range []string{"110.000", "3.100.000"} {
		if !slices.Contains(at, want) {
			t.Errorf("no remark stands at %q: %q", want, at)
		}
	}
	if !slices.ContainsFunc(at, func(s string) bool {
		return strings.Contains(s, "dua juta rupiah") && !strings.Contains(s, "satu juta")
	}) {
		t.Errorf("no remark stands at the amount in the sentence: %q", at)
	}
	if !strings.Contains(body, `<w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Anggaran semula`) {
		t.Errorf("the run before the amount lost its format: %s", body)
	}
}

// TestAnnotateWaives: a remark of a person's below ours may waive a finding; ours never do, whatever they quote.
func TestAnnotateWaives(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "laporan.docx")
	for author, want := range map[string]bool{"lkjip": false, "Inspektur": true} {
		parts := wordParts()
		parts["word/comments.xml"] = strings.Replace(parts["word/comments.xml"], "</w:comments>", `<w:comment w:id="9" w:author="`+author+`"><w:p><w:r><w:t>lkjip:abaikan terbilang-tak-sesuai sudah dijelaskan dalam surat</w:t></w:r></w:p></w:comment></w:comments>`, 1)
		parts["word/document.xml"] = strings.Replace(parts["word/document.xml"], `<w:commentReference w:id="7"/></w:r>`, `<w:commentReference w:id="7"/></w:r><w:r><w:commentReference w:id="9"/></w:r>`, 1)
		if err := os.WriteFile(file, zipped(t, parts), 0o644); err != nil {
			t.Fatal(err)
		}
		var out, stderr bytes.Buffer
		Main([]string{"check", file}, strings.NewReader(""), &out, &stderr)
		if got := strings.Contains(out.String(), "1 diabaikan"); got != want {
			t.Errorf("a remark by %s waives: %v, want %v\n%s", author, got, want, &out)
		}
	}
}

// inPDF opens a file in LibreOffice, where there is one, and looks for a text in what it shows.
func inPDF(t *testing.T, file, text string) {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	reader, err2 := exec.LookPath("pdftotext")
	if err != nil || err2 != nil {
		t.Log("no LibreOffice or pdftotext here, so the file is not opened in it")
		return
	}
	dir := t.TempDir()
	if out, err := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, file).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, out)
	}
	out, err := exec.Command(reader, filepath.Join(dir, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+".pdf"), "-").Output()
	if err != nil || !strings.Contains(string(out), text) {
		t.Errorf("LibreOffice does not show %q (%v): %s", text, err, out)
	}
}
