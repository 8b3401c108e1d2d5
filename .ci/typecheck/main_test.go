package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// module makes a module of these files the working directory.
func module(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	files["go.mod"] = "module m\n\ngo 1.26.0\n"
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

func call(args ...string) (code int, stdout, stderr string) {
	var out, err strings.Builder
	code = run(args, &out, &err)
	return code, out.String(), err.String()
}

func TestErrorsOfOtherSystems(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"a file of one system": {"m.go": "package m\n", "m_darwin.go": "package m\n\nvar n int = \"\"\n"},
		"a test of one system": {"m.go": "package m\n", "m_darwin_test.go": "package m\n\nvar n int = \"\"\n"},
		"what is not there":    {"m.go": "package m\n\nvar _ = n\n", "m_linux.go": "package m\n\nvar n int\n"},
		"a broken file":        {"m.go": "package m\n", "m_darwin.go": "package m\n\nvar n = {\n"},
		"no such package":      {"m.go": "package m\n", "m_darwin.go": "package m\n\nimport _ \"m/n\"\n"},
	} {
		t.Run(name, func(t *testing.T) {
			module(t, files)
			if code, _, stderr := call("linux/amd64", "--", "./..."); code != 0 {
				t.Errorf("linux: exit code %d, %s", code, stderr)
			}
			code, stdout, stderr := call("linux/amd64", "darwin/arm64", "--", "./...")
			if code != 1 || !strings.Contains(stdout, "linux/amd64") || strings.Contains(stdout, "darwin") || !strings.Contains(stderr, "darwin/arm64: ") {
				t.Errorf("darwin: exit code %d, %s%s", code, stdout, stderr)
			}
		})
	}
}

func TestCIsBelieved(t *testing.T) {
	module(t, map[string]string{"m.go": "package m\n\n// int f(void);\nimport \"C\"\n\nvar N = C.f()\n"})
	if code, _, stderr := call("darwin/arm64", "--", "./..."); code != 0 {
		t.Errorf("exit code %d, %s", code, stderr)
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{{}, {"darwin/arm64"}, {"darwin/arm64", "--"}, {"--", "./..."}, {"darwin", "--", "./..."}, {"-x"}} {
		if code, _, stderr := call(args...); code != 2 || stderr == "" {
			t.Errorf("%q: exit code %d, stderr %q", args, code, stderr)
		}
	}
}
