//go:build e2e

package main

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestEndToEndAnnotate feeds the program one text, reads what was found in it before
// there is another, and ends it as Ctrl C does.
func TestEndToEndAnnotate(t *testing.T) {
	cmd := exec.Command(os.Getenv("SIDELIGHT_BINARY"), "annotate", "--format", "jsonl")
	cmd.Env = append(os.Environ(), "DISPLAY=", "WAYLAND_DISPLAY=", "HOME="+t.TempDir())
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write([]byte(`{"id":"a","text":"They freed 20 hostages."}` + "\n")); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || !strings.HasPrefix(line, `{"id":"a","marks":[{"start":11,"end":22,"kind":"number",`) {
		t.Errorf("the answer is %q, %v", line, err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitFailed || said.String() != "sidelight annotate: it was ended before the last line\n" {
		t.Errorf("exit code %d, stderr %q", code, said.String())
	}
}

// TestEndToEndDraft writes a draft and has it checked, each by the built program.
func TestEndToEndDraft(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "draft")
	path := fileOf(t, "talks.txt", talks)
	for _, args := range [][]string{{"draft", path, "--out", folder}, {"check", "--coverage", folder}, {"check", "--coverage", path}} {
		cmd := exec.Command(os.Getenv("SIDELIGHT_BINARY"), args...)
		cmd.Env = append(os.Environ(), "DISPLAY=", "WAYLAND_DISPLAY=", "HOME="+t.TempDir())
		if said, err := cmd.CombinedOutput(); err != nil || len(said) == 0 {
			t.Fatalf("%v: %v\n%s", args, err, said)
		}
	}
}
