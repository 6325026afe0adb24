package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write generated files anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"lkjip": main})
}

// TestScripts runs testdata/*.txtar: each is a folder of files, commands on them, and what they print.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"status": status},
	})
}

// status runs a program and compares its exit status: `status 1 lkjip check laporan.yaml`.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE PROGRAM [ARGUMENT…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// broken is a writer that refuses everything, such as a full disk.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestFailureOfOutputIsTheProgramsOwn(t *testing.T) {
	t.Parallel()
	file := t.TempDir() + "/laporan.yaml"
	if err := os.WriteFile(file, []byte("tahun: salah\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var stderr writer
	if code := Main([]string{"check", file}, nil, broken{}, &stderr); code != exitFailed {
		t.Errorf("exit status %d, want %d; standard error: %s", code, exitFailed, stderr)
	}
}

type writer []byte

func (w *writer) Write(p []byte) (int, error) { *w = append(*w, p...); return len(p), nil }
