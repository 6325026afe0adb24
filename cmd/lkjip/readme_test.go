package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const readme = "../../README.md"

var reConsole = regexp.MustCompile("(?s)```console\n(.*?)```")

// TestReadme runs every command of the README's console blocks and compares what it prints. `echo $?` shows the exit status
// of the command before.
func TestReadme(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	fresh := reConsole.ReplaceAllStringFunc(string(data), func(block string) string {
		var b strings.Builder
		b.WriteString("```console\n")
		status := 0
		for line := range strings.Lines(reConsole.FindStringSubmatch(block)[1]) {
			command, ok := strings.CutPrefix(strings.TrimSpace(line), "$ ")
			if !ok {
				continue
			}
			b.WriteString("$ " + command + "\n")
			if command == "echo $?" {
				b.WriteString(string(rune('0'+status)) + "\n")
				continue
			}
			var out string
			out, status = console(t, command)
			b.WriteString(out)
			ran++
		}
		return b.String() + "```"
	})
	if ran == 0 {
		t.Error("the README shows no command")
	}
	if *update {
		if err := os.WriteFile(readme, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(data), fresh); diff != "" {
		t.Errorf("README.md shows what the program does not print (-README +program); go test ./cmd/lkjip -update:\n%s", diff)
	}
}

// TestReadmeData checks the report the README shows: it is one that check has nothing to say about.
func TestReadmeData(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile("(?s)```yaml\n(instansi:.*?)```").FindSubmatch(data)
	if m == nil {
		t.Fatal("the README shows no report")
	}
	var out, stderr bytes.Buffer
	if code := Main([]string{"check", "-", "--stdin-name", "readme.yaml"}, bytes.NewReader(m[1]), &out, &stderr); code != exitClean || out.Len() > 0 {
		t.Errorf("exit status %d:\n%s%s", code, &out, &stderr)
	}
}

// console runs a command of the README at the top of the repository. `go run ./cmd/lkjip` is the program under test.
func console(t *testing.T, command string) (out string, status int) {
	args := strings.Fields(command)
	if strings.HasPrefix(command, "go run ./cmd/lkjip ") {
		args = append([]string{"lkjip"}, args[3:]...)
	}
	if args[0] != "lkjip" {
		t.Errorf("the README's console blocks run lkjip alone, not %q", command)
		return "", 0
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "GITHUB_ACTIONS=") // what prints alike everywhere
	data, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		status = exit.ExitCode()
	} else if err != nil {
		t.Errorf("%s: %v", command, err)
	}
	return string(data), status
}
