package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lkjip/cmd/lkjip/internal/report"
	"lkjip/schema/source"
)

// run runs the program in this process.
func run(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = Main(args, strings.NewReader(""), &out, &err)
	return code, out.String(), err.String()
}

func write(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func utf16(s string) []byte {
	var out []byte
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// TestHostileWorkbooks lays broken workbooks beside good files: each is a finding that says what is the matter, and no file is lost.
func TestHostileWorkbooks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	docs, problems := source.ReadAll("x.yaml", []byte("instansi: {nama: Dinas Contoh}\ntahun: 2024\nanggaran:\n  baris:\n    - {uraian: Program Satu, pagu: 1000000, realisasi: 900000, sisa: 110000}\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var book bytes.Buffer
	if err := source.WriteXLSX(docs[0], &book); err != nil {
		t.Fatal(err)
	}
	ole := append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 504)...)
	write(t, dir, "a-utuh.xlsx", book.Bytes())
	write(t, dir, "b-terpotong.xlsx", book.Bytes()[:book.Len()/2])
	write(t, dir, "c-sandi.xlsx", append(ole, utf16("EncryptedPackage")...))
	write(t, dir, "d-zip-kosong.xlsx", []byte("PK\x05\x06"+strings.Repeat("\x00", 18)))
	write(t, dir, "e-acak.xlsx", bytes.Repeat([]byte{0x50, 0x4b, 0x03, 0x04, 0xff, 0x00}, 500))
	write(t, dir, "f-lama.xlsx", ole)
	write(t, dir, "g-biner.yaml", []byte{0xff, 0xfe, 0x00, 0x01})
	write(t, dir, "h-utuh.yaml", []byte("instansi: {nama: Dinas Lain}\ntahun: 2024\n"))

	code, stdout, stderr := run("check", "--format", "json", dir)
	if code != exitFindings || stderr != "" {
		t.Fatalf("exit status %d, standard error %q", code, stderr)
	}
	var doc report.Document
	if err := json.Unmarshal([]byte(stdout), &doc); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range doc.Findings {
		name := filepath.Base(f.File)
		got[name] += f.Rule + " " + f.Severity
		if f.Rule == "berkas-tak-terbaca" && (f.Kondisi == "" || !strings.HasPrefix(f.Rekomendasi, "Agar ")) {
			t.Errorf("%s: kondisi %q, rekomendasi %q", name, f.Kondisi, f.Rekomendasi)
		}
		if name == "c-sandi.xlsx" && !strings.Contains(f.Kondisi, "kata sandi") {
			t.Errorf("a password is not named: %s", f.Kondisi)
		}
	}
	unreadable := "berkas-tak-terbaca tinggi"
	want := map[string]string{"a-utuh.xlsx": "sisa-tak-sesuai tinggi", "b-terpotong.xlsx": unreadable, "c-sandi.xlsx": unreadable,
		"d-zip-kosong.xlsx": unreadable, "e-acak.xlsx": unreadable, "f-lama.xlsx": unreadable, "g-biner.yaml": unreadable}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if len(doc.Inputs) != 8 {
		t.Errorf("%d inputs, want 8", len(doc.Inputs))
	}
}

// TestWorkersDoNotShow checks one folder with one worker and with many: the same bytes come out.
func TestWorkersDoNotShow(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i := range 40 {
		write(t, dir, fmt.Sprintf("laporan-%02d.yaml", i), fmt.Appendf(nil,
			"instansi: {nama: Dinas %d}\ntahun: 2024\nanggaran:\n  baris:\n    - {uraian: Program Satu, pagu: 1000000, realisasi: 900000, sisa: %d}\n", i/2, 100000+i%3))
	}
	_, one, _ := run("check", "--format", "json", "--jobs", "1", dir)
	_, many, _ := run("check", "--format", "json", "--jobs", "16", dir)
	if diff := cmp.Diff(one, many); diff != "" || !strings.Contains(one, "sisa-tak-sesuai") {
		t.Errorf("the result depends on the number of workers (-one +many):\n%s", diff)
	}
}

// TestPanicCostsOneFile shows that a panic while one file is checked is reported as the program's failure and leaves the others.
func TestPanicCostsOneFile(t *testing.T) {
	t.Parallel()
	b := &batch{jobs: 3}
	var done atomic.Int32
	b.each(10, func(i int) string { return fmt.Sprint("berkas ", i) }, func(i int) {
		if i == 4 {
			panic("rusak")
		}
		done.Add(1)
	})
	if done.Load() != 9 || len(b.failures) != 1 || b.failures[0] != "berkas 4: rusak" {
		t.Errorf("%d files done, failures %q", done.Load(), b.failures)
	}
	a := &app{err: &bytes.Buffer{}, lang: "id"}
	if code := a.exit(b.failure()); code != exitFailed {
		t.Errorf("exit status %d, want %d", code, exitFailed)
	}
}

// TestSameFile: a baseline made in one folder serves a run in another, and no other agency's file of the same name.
func TestSameFile(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		reason, a, b string
		want         bool
	}{
		{"the same name", "data/a.yaml", "data/a.yaml", true},
		{"from the folder above", "data/a.yaml", "a.yaml", true},
		{"absolute", "/home/x/data/a.yaml", "./data/a.yaml", true},
		{"another folder", "satu/a.yaml", "dua/a.yaml", false},
		{"a name that only ends alike", "data/ba.yaml", "a.yaml", false},
	} {
		if got := sameFile(test.a, test.b); got != test.want {
			t.Errorf("%s: %v", test.reason, got)
		}
	}
}
