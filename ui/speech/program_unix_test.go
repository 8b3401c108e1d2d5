//go:build !windows

package speech

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fake puts a command of the voice's name into the only folder of PATH. It writes down
// its arguments and its input; with a file "wait" it goes on until it is ended.
func fake(t *testing.T, status string) (p *Program, folder string) {
	t.Helper()
	folder = t.TempDir()
	p = of("linux")
	script := "#!/bin/sh\ncd " + folder + "\necho \"$*\" >>got\n" +
		"[ \"$1\" = --cancel ] && exit 0\nread -r line && echo \"=$line\" >>got\n" +
		"while [ -e wait ]; do /bin/sleep 0.05; done\nexit " + status + "\n"
	if err := os.WriteFile(filepath.Join(folder, p.name), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder)
	return p, folder
}

func got(folder string) string {
	data, _ := os.ReadFile(filepath.Join(folder, "got"))
	return string(data)
}

func TestProgramSays(t *testing.T) {
	p, folder := fake(t, "0")
	words := strings.Repeat("word ", 3000)
	if err := p.Say(t.Context(), "-x 100 % $HOME\n`ls`", Manner{Rate: 1}); err != nil {
		t.Error(err)
	}
	const args = "--pipe-mode --wait --priority text --rate 0\n"
	if got := got(folder); got != args+"=-x 100 % $HOME `ls`\n" {
		t.Errorf("the command got %q", got)
	}
	if err := p.Say(t.Context(), words, Manner{Rate: 1}); err != nil || strings.Count(got(folder), args) != 3 {
		t.Errorf("%v, long words in one piece: %d bytes", err, len(got(folder)))
	}
	p, _ = fake(t, "3")
	if err := p.Say(t.Context(), "Words.", Manner{Rate: 1}); err == nil {
		t.Error("a command that fails is no error")
	}
	t.Setenv("PATH", t.TempDir())
	if err := p.Say(t.Context(), "Words.", Manner{Rate: 1}); err == nil {
		t.Error("a missing command is no error")
	}
}

// To cancel ends the command, silences what it began, and lets the next one speak after
// that alone.
func TestProgramIsSilenced(t *testing.T) {
	p, folder := fake(t, "0")
	wait := filepath.Join(folder, "wait")
	if err := os.WriteFile(wait, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	first := make(chan error)
	go func() { first <- p.Say(ctx, "One.", Manner{Rate: 1}) }()
	for !strings.Contains(got(folder), "=One.") {
		time.Sleep(time.Millisecond)
	}
	cancel()
	if err := <-first; !errors.Is(err, context.Canceled) {
		t.Errorf("the first ends with %v", err)
	}
	if got := got(folder); !strings.HasSuffix(got, "=One.\n--cancel\n") {
		t.Errorf("the commands are %q", got)
	}
	second := make(chan error)
	go func() { second <- p.Say(t.Context(), "Two.", Manner{Rate: 1}) }()
	for !strings.Contains(got(folder), "=Two.") {
		time.Sleep(time.Millisecond)
	}
	p.End()
	if err := <-second; !errors.Is(err, context.Canceled) {
		t.Errorf("the end is %v", err)
	}
	before := got(folder)
	if err := p.Say(t.Context(), "Three.", Manner{Rate: 1}); err == nil || got(folder) != before {
		t.Errorf("after the end it says: %v, %q", err, got(folder))
	}
}

func TestNoVoiceWithoutACommand(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if System(slog.New(slog.DiscardHandler)) != nil {
		t.Error("there is a voice without a command")
	}
}
