package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFilesDroppedOnTheIcon(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../fixtures/bad/tapin-bps-pk-2026.yaml")
	if err != nil {
		t.Fatal(err)
	}
	report := filepath.Join(t.TempDir(), "PK 2026.yaml")
	if err := os.WriteFile(report, data, 0o644); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(t.TempDir(), "hilang.yaml")
	for _, test := range []struct {
		name   string
		files  []string
		refuse bool // no program opens the page
		code   int
		opened string
		out    string
		err    string
	}{
		{name: "a report", files: []string{report}, code: exitFindings, opened: "PK 2026 - catatan lkjip.html"},
		{name: "no browser", files: []string{report}, refuse: true, code: exitFindings, out: "Tekan Enter", err: "PK 2026 - catatan lkjip.html"},
		{name: "a double click", out: "Seret berkas laporan"},
		{name: "a file that is gone", files: []string{missing}, code: exitUsage, out: "Tekan Enter", err: "tidak ada"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out, stderr bytes.Buffer
			var opened string
			d := desktop{open: func(name string) error {
				if test.refuse {
					return errors.New("refused")
				}
				page, err := os.ReadFile(name)
				if !bytes.Contains(page, []byte("kode-ganda")) {
					t.Errorf("the page opened holds no findings: %v", err)
				}
				opened = filepath.Base(name)
				return nil
			}}
			a := &app{in: strings.NewReader("\n"), out: &out, err: &stderr, lang: "id"}
			if code := a.dropped(test.files, d); code != test.code {
				t.Errorf("exit status %d, want %d", code, test.code)
			}
			if opened != test.opened {
				t.Errorf("opened %q, want %q", opened, test.opened)
			}
			if !strings.Contains(out.String(), test.out) || !strings.Contains(stderr.String(), test.err) {
				t.Errorf("output %q and %q", &out, &stderr)
			}
		})
	}
}
