package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"sidelight/annotations/edition"
	"sidelight/annotations/fuzzed"
	"sidelight/ui/async"
)

// secret is what no report may hold: a path, and a sentence that was read.
const secret = "/home/ada/Letters to Grace/diary.txt: “Nobody must ever read this.”"

// rawTrace is what the Go runtime says of a panic in a program that was built
// without -trimpath, in the home of somebody.
const rawTrace = "panic: read " + secret + "\n\tgoroutine 7 [Nobody must ever]:\n\t/home/ada/diary.go:3 +0x1\n [recovered]\n\n" +
	"[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x5f1d2a]\n\n" + `goroutine 1 gp=0xc000002380 m=0 mp=0x1f8 [running, locked to thread]:
panic({0x9c2a40?, 0xc00021e0f0?})
	/usr/local/go/src/runtime/panic.go:792 +0x132
sidelight/annotations/document/plain.(*reader).line(0xc00019a000, {0xc0003, 0x41})
	/home/ada/src/sidelight/annotations/document/plain/plain.go:77 +0x1d4
sidelight/ui/async.(*Latest[...]).Run.func2()
	C:\Users\Ada Lovelace\sidelight\ui\async\latest.go:71 +0x3c fp=0xc00 sp=0xc0f pc=0x4
main.guarded(0xc000122000, 0xc0, 0xc1)
	/home/ada/src/sidelight/cmd/sidelight/crash.go:97 +0x6c
fyne.io/fyne/v2/internal/driver/glfw.(*gLDriver).Run(...)
	/home/ada/go/pkg/mod/fyne.io/fyne/v2@v2.8.1/internal/driver/glfw/driver.go:120
created by sidelight/ui/async.(*Latest[...]).Run in goroutine 7
	/home/ada/src/sidelight/ui/async/latest.go:69 +0x99
exit status 2, /home/ada
`

const cleanedTrace = `panic
[signal SIGSEGV: segmentation violation code=...]

goroutine 1 [running, locked to thread]:
panic(...)
	panic.go:792
sidelight/annotations/document/plain.(*reader).line(...)
	annotations/document/plain/plain.go:77
sidelight/ui/async.(*Latest[...]).Run.func2(...)
	ui/async/latest.go:71
main.guarded(...)
	cmd/sidelight/crash.go:97
fyne.io/fyne/v2/internal/driver/glfw.(*gLDriver).Run(...)
	driver.go:120
created by sidelight/ui/async.(*Latest[...]).Run in goroutine 7
	ui/async/latest.go:69
`

func TestTraceHoldsNothingThatWasRead(t *testing.T) {
	got := cleanTrace(rawTrace)
	if got != cleanedTrace {
		t.Errorf("cleaned it reads\n%s\nwant\n%s", got, cleanedTrace)
	}
	if again := cleanTrace(got); again != got {
		t.Errorf("cleaned twice it reads\n%s", again)
	}
}

func TestCaughtPanicTellsItsTypeAlone(t *testing.T) {
	for _, c := range []struct {
		fault any
		want  string
	}{
		{secret, "string"},
		{errors.New(secret), "*errors.errorString"},
		{fmt.Errorf("%s: %w", secret, os.ErrNotExist), "*fmt.wrapError"},
		{struct{ Path string }{secret}, "unknown"},
	} {
		fault, want := c.fault, c.want
		got := caught(fault, debug.Stack())
		if !strings.HasPrefix(got, caughtPrefix+want+"\n\ngoroutine ") || !strings.Contains(got, "\tcmd/sidelight/trace_test.go:") {
			t.Errorf("a panic with %T is told as\n%s", fault, got)
		}
		unread(t, got)
	}
}

// unread fails the test if a report holds anything of the secret, or the place of
// this folder or of Go.
func unread(t *testing.T, report string) {
	t.Helper()
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	wordless(t, report)
	for _, foreign := range []string{filepath.Dir(here), "/usr", "pkg/mod"} {
		if strings.Contains(report, foreign) {
			t.Errorf("the report holds %q:\n%s", foreign, report)
		}
	}
}

// wordless fails the test if a report holds anything of the secret.
func wordless(t *testing.T, report string) {
	t.Helper()
	for _, foreign := range []string{"ada", "Ada", "Grace", "diary", "Nobody"} {
		if strings.Contains(report, foreign) {
			t.Errorf("there is %q in\n%s", foreign, report)
		}
	}
}

// TestRealCrashesAreClean ends a program of our own by each kind of fault. It reads
// what lies there at once, which holds no word of what was read unless the fault is a
// panic on a goroutine of others, and the report that the next start would show. The
// next start leaves the report and nothing else, and only the reader can read either.
func TestRealCrashesAreClean(t *testing.T) {
	if kind := os.Getenv("SIDELIGHT_TEST_CRASH"); kind != "" {
		crashNow(kind, os.Getenv("SIDELIGHT_TEST_FOLDER"))
		return
	}
	for kind, want := range map[string]string{
		"elsewhere": "panic\n", "bounds": "panic: runtime error\n", "map": "fatal(",
		"caught": caughtPrefix + "*errors.errorString", "worker": caughtPrefix + "*errors.errorString",
		"edition": caughtPrefix + "*errors.errorString",
	} {
		t.Run(kind, func(t *testing.T) {
			folder := t.TempDir()
			cmd := exec.Command(os.Args[0], "-test.run=^TestRealCrashesAreClean$")
			cmd.Env = append(os.Environ(), "SIDELIGHT_TEST_CRASH="+kind, "SIDELIGHT_TEST_FOLDER="+folder)
			_ = cmd.Run()
			if raw := onlyFile(t, folder); kind != "elsewhere" {
				wordless(t, raw)
			}
			lastCrash(folder, none)
			report := onlyFile(t, folder)
			if !strings.Contains(report, want) || !strings.Contains(report, "\tcmd/sidelight/trace_test.go:") {
				t.Errorf("the report lacks %q or its place:\n%s", want, report)
			}
			unread(t, report)
		})
	}
}

// onlyFile returns the content of the one file in a folder, which nobody but its owner
// can read.
func onlyFile(t *testing.T, folder string) string {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil || len(files) != 1 {
		t.Fatalf("there are %v (%v)", files, err)
	}
	if info, err := files[0].Info(); runtime.GOOS != "windows" && (err != nil || info.Mode().Perm() != 0o600) {
		t.Errorf("%s has the mode %v (%v)", files[0].Name(), info.Mode(), err)
	}
	data, err := os.ReadFile(filepath.Join(folder, files[0].Name()))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// crashNow ends the process by a fault, with a report in folder.
func crashNow(kind, folder string) {
	r := openCrashReport(folder, slog.New(slog.DiscardHandler))
	onUI := make(chan func(), 1)
	_ = guarded(r, func() {
		switch kind {
		case "caught":
			panic(errors.New(secret))
		case "worker":
			job := async.Latest[int]{Do: func(f func()) { onUI <- f }}
			job.Run(func(*async.Job) (int, error) { panic(errors.New(secret)) }, nil)
			(<-onUI)()
		case "edition":
			_, _ = edition.Load(context.Background(), faulty{})
		case "elsewhere":
			go func() { panic(errors.New(secret + "\n" + rawTrace)) }()
		case "bounds":
			go func() { _ = []byte(secret)[len(folder)+len(secret)] }()
		case "map":
			go mapFault()
		}
		select {}
	}, func() {})
}

// faulty is a file system with a fault in it.
type faulty struct{}

func (faulty) Open(string) (fs.File, error) { panic(errors.New(secret)) }

// mapFault writes to a map on several goroutines until the runtime notices.
func mapFault() {
	m := map[string]int{}
	for range 8 {
		go func() {
			for {
				m[secret]++
			}
		}()
	}
	for {
		m[secret]++
	}
}

// FuzzTrace: whatever the value of a panic prints, its report is the same.
func FuzzTrace(f *testing.F) {
	for _, s := range []string{"", secret, "\n\ngoroutine 1 [Nobody]:\nmain.Ada(...)\n\t/home/ada/diary.go:7\n", "runtime error: x", "runtime error", "runtime error\r\nx", "[recovered]\r\n"} {
		f.Add(s)
	}
	_, trace, _ := strings.Cut(rawTrace, "[recovered]\n")
	f.Fuzz(func(t *testing.T, text string) {
		fuzzed.Within(t, func() {
			want := cleanedTrace
			first, _, _ := strings.Cut(text, "\n")
			if first = strings.TrimRight(first, "\r"); first == "runtime error" || strings.HasPrefix(first, "runtime error: ") {
				want = "panic: runtime error" + strings.TrimPrefix(cleanedTrace, "panic")
			}
			indented := strings.ReplaceAll(text, "\n", "\n\t") // as the runtime prints it
			if got := cleanTrace("panic: " + indented + "\n" + trace); got != want {
				t.Errorf("%q becomes\n%s", text, got)
			}
			if once := cleanTrace(text); cleanTrace(once) != once {
				t.Errorf("%q becomes %q and then %q", text, once, cleanTrace(once))
			}
		})
	})
}
